//! The years that the model walks through.

use crate::key::{Fixed, Year};

/// The years that the model walks through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The year whose income is known.
    pub income: Year,
    /// The first year of the plan, 'next year'.
    pub first_plan: Year,
    /// The last year of the projection.
    pub horizon: Year,
}

impl Years {
    /// The year before the plan, in which plan and scenario are the same.
    pub fn base(self) -> Year {
        self.first_plan - 1
    }

    /// The same years up to one of the plan years: no year depends on a later one.
    pub fn until(self, year: Year) -> Self {
        let horizon = year.clamp(self.first_plan, self.horizon);
        Self { horizon, ..self }
    }

    /// The plan years, first to last.
    pub fn plan(self) -> impl ExactSizeIterator<Item = Year> + Clone {
        (0..usize::from(self.horizon - self.first_plan) + 1)
            .map(move |step| self.first_plan + step as Year)
    }
}

/// The year that an amount is of; none for shares, growths and whatever holds in every year.
pub fn year_of(key: Fixed, years: Years) -> Option<Year> {
    use Fixed::{
        Coverage0, CoverageCost, CoverageProvince, ExistingAssets, Income0Operating,
        Income0Property, Income0Transfer, Income0Wage, PayOutward, PayRelief, PayStartup,
        PayWelfare, PayWorkshop, Population, RelocatedEmployed, RelocatedLabour, RelocatedPay,
        RuralResidents,
    };
    match key {
        Income0Wage | Income0Operating | Income0Property | Income0Transfer | Coverage0
        | CoverageProvince => Some(years.income),
        Population | RuralResidents | ExistingAssets | RelocatedLabour | RelocatedEmployed => {
            Some(years.base())
        }
        PayOutward | PayWorkshop | PayRelief | PayWelfare | PayStartup | RelocatedPay
        | CoverageCost => Some(years.first_plan),
        _ => None,
    }
}
