//! The years that a region of one's own may have: the rules of its file and of the fields that ask for them.

use std::ops::RangeInclusive;

use super::{LEAST_PLAN_YEARS, MOST_PLAN_YEARS};
use crate::problem::Fault;
use crate::region::Years;
use crate::region::key::Year;
use crate::region::parse::MOST_KNOWN_YEARS;

/// The last year that anything here speaks of.
pub const LAST_YEAR: Year = 2099;

/// The base years. The plan needs its fewest years before the last year of all.
pub fn base_years(least: Year) -> RangeInclusive<Year> {
    least..=LAST_YEAR - LEAST_PLAN_YEARS
}

/// The first plan years after a base year.
pub fn first_plan_years(base: Year) -> RangeInclusive<Year> {
    let last = LAST_YEAR + 1 - LEAST_PLAN_YEARS;
    base.saturating_add(1)..=last.min(base.saturating_add(MOST_KNOWN_YEARS))
}

/// The last plan years after a first one.
pub fn last_plan_years(first: Year) -> RangeInclusive<Year> {
    let least = first.saturating_add(LEAST_PLAN_YEARS - 1);
    least..=LAST_YEAR.min(first.saturating_add(MOST_PLAN_YEARS - 1))
}

/// Faults of the years of a region of one's own.
pub fn fault_of_years(years: Years, least_base: Year) -> Option<Fault> {
    let in_order = base_years(least_base).contains(&years.income)
        && first_plan_years(years.income).contains(&years.first_plan)
        && last_plan_years(years.first_plan).contains(&years.horizon);
    (!in_order).then_some(Fault::BadYears(
        years.income,
        years.first_plan,
        years.horizon,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_ends_that_no_number_runs_over() {
        let fault = |[income, first_plan, horizon]: [Year; 3]| {
            let years = Years {
                income,
                first_plan,
                horizon,
            };
            fault_of_years(years, 2000).is_some()
        };
        for taken in [
            [2025, 2026, 2028],
            [2025, 2026, 2040],
            [2025, 2035, 2049],
            [2096, 2097, 2099],
        ] {
            assert!(!fault(taken), "{taken:?}");
        }
        for refused in [
            [2025, 2026, 2027],
            [2025, 2026, 2041],
            [2025, 2026, Year::MAX],
            [2025, 2025, 2030],
            [2025, 2036, 2040],
            [2025, Year::MAX, Year::MAX],
            [1999, 2000, 2005],
            [2097, 2098, 2100],
            [Year::MAX, 0, 0],
            [Year::MAX, Year::MAX, Year::MAX],
        ] {
            assert!(fault(refused), "{refused:?}");
        }
    }
}
