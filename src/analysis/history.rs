//! The years before the plan: known income and benchmarks, from the income year on.

use crate::model::ByBenchmark;
use crate::model::benchmarks::all_series;
use crate::model::inputs::Assumptions;
use crate::number::YuanPerPerson;
use crate::region::{Region, Values, Years};

/// The years from that of the known income up to two before the plan; the year before the plan
/// is the outcome's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncomeHistory {
    /// Income under the user's assumptions.
    pub own: Vec<YuanPerPerson>,
    /// Income under the region's assumptions.
    pub published: Vec<YuanPerPerson>,
    /// The benchmarks under the user's assumptions.
    pub benchmarks: ByBenchmark<Vec<Option<YuanPerPerson>>>,
}

impl IncomeHistory {
    /// The history under those values.
    pub fn of(region: &Region, values: &Values) -> Self {
        let years = region.years;
        let before = usize::from(years.base() - years.income);
        Self {
            own: incomes(values, years),
            published: incomes(region.values(), years),
            benchmarks: all_series(values, years)
                .map(|series| series.into_iter().take(before).collect()),
        }
    }
}

/// Known income walked on by known growth; the last year, the outcome's own, is left out.
fn incomes(values: &Values, years: Years) -> Vec<YuanPerPerson> {
    let assumptions = Assumptions::of(values, years);
    let mut income: YuanPerPerson = assumptions.income0.iter().copied().sum();
    assumptions
        .growth_known
        .iter()
        .map(|growth| {
            let year = income;
            income = income * growth.factor();
            year
        })
        .collect()
}
