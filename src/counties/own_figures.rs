//! The figures that a county has itself, and its part of the region's money.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_sheets::{CountyField, CountyRow};

use super::FEWEST_PEOPLE;
use super::check::CheckedCounties;
use crate::model::inputs::Levers;
use crate::region::key::{Category, Fixed, Key};

/// A figure of the region that stands in for a county's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandIn {
    /// The people of a household.
    HouseholdSize,
    /// The coverage.
    Coverage,
    /// The funds, by people.
    Funds,
    /// The part of the funds for industry.
    Industry,
}

/// A reason for having no projection, and no part of divided money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectionGap {
    /// The row is set apart.
    Apart,
    /// It does not say its people.
    NoPeople,
    /// It has nobody.
    Nobody,
    /// It has fewer people than are shown.
    TooFew,
    /// It does not say their income, or the income leaps.
    NoIncome,
}

/// The funds of a region's plan.
#[derive(Clone, Copy, Debug)]
pub struct PlannedMoney {
    /// All of them.
    pub all: Decimal,
    industry: Decimal,
}

impl PlannedMoney {
    /// The funds of a plan's levers.
    pub fn of(plan: &Levers) -> Self {
        let cells = plan.funds.iter().flatten();
        let industry = plan
            .funds
            .iter()
            .map(|level| level[Category::Industry as usize]);
        Self {
            all: cells.map(|cell| cell.exact()).sum(),
            industry: industry.map(|cell| cell.exact()).sum(),
        }
    }

    /// The factors that lead from the region's cells to a county's: of industry, and of the others.
    pub fn factors(
        &self,
        industry: Option<Decimal>,
        money: Option<Decimal>,
        part: Decimal,
    ) -> [Decimal; 2] {
        let Some(money) = money else {
            return [part; 2];
        };
        let others = self.all - self.industry;
        // A region that has nothing for one of the two has no mix of levels for it.
        let is_mixed = !self.industry.is_zero() && !others.is_zero();
        match industry.filter(|_| is_mixed) {
            Some(share) => [
                money * share / self.industry,
                money * (Decimal::ONE - share) / others,
            ],
            None => [money.checked_div(self.all).unwrap_or_default(); 2],
        }
    }
}

/// People and income of a row, without which it has neither a projection nor a part of money.
///
/// # Errors
/// The reason why it lacks them.
pub fn people_and_income(
    checked: &CheckedCounties<'_>,
    (index, row): (usize, &CountyRow),
) -> Result<(Decimal, Decimal), ProjectionGap> {
    if checked.is_apart(index) {
        return Err(ProjectionGap::Apart);
    }
    let people = match row.lifted_people.ok_or(ProjectionGap::NoPeople)? {
        0 => return Err(ProjectionGap::Nobody),
        few if few < FEWEST_PEOPLE => return Err(ProjectionGap::TooFew),
        people => Decimal::from(people),
    };
    let is_said = !checked.is_wrong_part(index, CountyField::Income);
    let income = row
        .income
        .filter(|income| is_said && *income >= Decimal::ONE);
    Ok((people, income.ok_or(ProjectionGap::NoIncome)?))
}

/// The figures that a county has itself.
pub struct OwnFigures {
    /// Its lifted people.
    pub people: Decimal,
    /// Their income in the base year.
    pub income: Decimal,
    /// The people of a household.
    pub household_size: Option<Decimal>,
    /// The coverage.
    pub coverage: Option<Decimal>,
    /// The funds that it was granted.
    pub granted: Option<Decimal>,
    /// The part of the funds for industry.
    pub industry: Option<Decimal>,
}

impl OwnFigures {
    /// The figures of a row.
    ///
    /// # Errors
    /// The reason why it can't be projected.
    pub fn of(
        checked: &CheckedCounties<'_>,
        (index, row): (usize, &CountyRow),
    ) -> Result<Self, ProjectionGap> {
        let (people, income) = people_and_income(checked, (index, row))?;
        let is_right = |part| !checked.is_wrong_part(index, part);
        let quotient = |part: Option<u64>, whole: Option<u64>| {
            Decimal::from(part?).checked_div(Decimal::from(whole?))
        };
        let size = quotient(row.lifted_people, row.lifted_households);
        let (least, most) = Key::from(Fixed::HouseholdSize).range();
        let coverage = quotient(row.covered_households, row.due_households);
        let industry = row.granted_industry.zip(row.granted);
        let industry = industry.and_then(|(part, whole)| part.checked_div(whole));
        Ok(Self {
            people,
            income,
            household_size: size.filter(|size| (least..=most).contains(size)),
            coverage: coverage.filter(|_| is_right(CountyField::CoveredHouseholds)),
            granted: row.granted,
            industry: industry.filter(|_| is_right(CountyField::GrantedIndustry)),
        })
    }

    /// Figures of the region that stand in for what is not there.
    pub fn stand_ins(&self) -> Vec<StandIn> {
        let missing = [
            (StandIn::HouseholdSize, self.household_size.is_none()),
            (StandIn::Coverage, self.coverage.is_none()),
            (StandIn::Funds, self.granted.is_none()),
            (StandIn::Industry, self.industry.is_none()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        missing.map(|(stand_in, _)| stand_in).collect()
    }
}
