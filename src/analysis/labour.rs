//! Labour that further work needs, held against the labour that there is: checks, no arithmetic.
//!
//! Further jobs of all batches together need people who are able and willing to take more work;
//! a rise of the relocated people's employment needs relocated people who have no work yet.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::inputs::Levers;
use crate::region::key::{Batch, Fixed, Key, Year};
use crate::region::{Values, Years};

/// Decimals of the relocated people's headroom as a limit of its lever: hundredths of a point.
const HEADROOM_PLACES: u32 = 4;

/// Something that is planned beyond what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabourExcess {
    /// The amount that is planned.
    pub planned: Decimal,
    /// The amount that there is.
    pub there: Decimal,
    /// The first year in which most of it is planned.
    pub year: Year,
}

/// Checks of the labour that a scenario needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LabourChecks {
    /// Further jobs of all batches beyond idle labour, people.
    pub jobs: Option<LabourExcess>,
    /// A rise of the relocated people's employment beyond those without work, a share.
    pub relocated: Option<LabourExcess>,
}

impl LabourChecks {
    /// The checks of a scenario's values.
    pub fn of(years: Years, values: &Values) -> Self {
        Self {
            jobs: jobs(years, values),
            relocated: relocated(years, values),
        }
    }
}

/// People able and willing to take more work; none where nothing is checked: at the greatest value that
/// the key can have.
pub fn idle_labour(values: &Values) -> Option<Decimal> {
    known_idle(values.fixed(Fixed::IdleLabour))
}

/// The same from the key's value.
pub fn known_idle(idle: Decimal) -> Option<Decimal> {
    let (_, everybody) = Key::from(Fixed::IdleLabour).range();
    (idle < everybody).then_some(idle)
}

/// The share of the relocated labour force that has no work yet; none where nothing is checked: at no
/// employed people, or without relocated ones.
pub fn relocated_headroom(values: &Values) -> Option<Decimal> {
    let employed = values.fixed(Fixed::RelocatedEmployed);
    let labour = values.fixed(Fixed::RelocatedLabour);
    let is_checked = !employed.is_zero() && !labour.is_zero();
    is_checked.then(|| (Decimal::ONE - employed / labour).max(Decimal::ZERO))
}

/// The same as a limit of the lever, in whole hundredths of a point.
pub fn relocated_most(values: &Values) -> Option<Decimal> {
    let strategy = RoundingStrategy::ToZero;
    relocated_headroom(values).map(|room| room.round_dp_with_strategy(HEADROOM_PLACES, strategy))
}

/// Further jobs of all batches in a plan year, counted from the first.
fn jobs_in(levers: &Levers, step: usize) -> Decimal {
    let jobs = Batch::ALL
        .into_iter()
        .map(|batch| levers.jobs_in(step, batch));
    jobs.map(|jobs| jobs.exact()).sum()
}

fn jobs(years: Years, values: &Values) -> Option<LabourExcess> {
    let there = idle_labour(values)?;
    let levers = Levers::with_years(values, years);
    let by_year = years.plan().enumerate();
    let by_year = by_year.map(|(step, year)| (jobs_in(&levers, step), year));
    // Of equal years the first: later ones say no more.
    let (planned, year) = by_year.reduce(|most, own| if own.0 > most.0 { own } else { most })?;
    (planned > there).then_some(LabourExcess {
        planned,
        there,
        year,
    })
}

fn relocated(years: Years, values: &Values) -> Option<LabourExcess> {
    let there = relocated_headroom(values)?;
    let planned = values.fixed(Fixed::RelocatedEmployment);
    (planned > there).then_some(LabourExcess {
        planned,
        there,
        year: years.first_plan,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::region;
    use crate::scenario::Scenario;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn checks(entries: &[(&str, &str)]) -> LabourChecks {
        let region = region();
        let mut scenario = Scenario::default();
        for (name, value) in entries {
            let key = Key::parse(name).expect("a key");
            scenario
                .set(&region, key, decimal(value))
                .expect("in range");
        }
        LabourChecks::of(region.years, &scenario.resolve(&region).scenario)
    }

    #[test]
    fn jobs_of_all_batches_together_need_idle_labour() {
        let idle = ("idle_labour", "20000");
        let enough = checks(&[idle, ("jobs.outward", "12000"), ("jobs.relief", "8000")]);
        assert_eq!(enough.jobs, None);
        let over = checks(&[idle, ("jobs.outward", "12000"), ("jobs.relief", "8001")]);
        let first = LabourExcess {
            planned: decimal("20001"),
            there: decimal("20000"),
            year: 2023,
        };
        assert_eq!(over.jobs, Some(first));
        // A single year counts with what the others keep.
        let later = checks(&[
            idle,
            ("jobs.outward", "15000"),
            ("jobs.relief.2026", "5001"),
        ]);
        assert_eq!(
            later.jobs,
            Some(LabourExcess {
                year: 2026,
                ..first
            })
        );
        // The greatest value says that nothing is checked.
        let unchecked = checks(&[("idle_labour", "1500000000"), ("jobs.outward", "900000")]);
        assert_eq!(unchecked.jobs, None);
    }

    #[test]
    fn the_relocated_can_take_no_more_work_than_those_without_it() {
        let known = [
            ("relocated_labour", "26361"),
            ("relocated_employed", "25654"),
        ];
        let with = |share| checks(&[known[0], known[1], ("relocated_employment", share)]);
        // 707 of 26,361 have no work: 2.6820 %.
        assert_eq!(with("0.0268").relocated, None);
        let over = with("0.0269").relocated.expect("too many");
        assert_eq!(over.planned, decimal("0.0269"));
        assert_eq!(over.there.round_dp(6), decimal("0.026820"));
        let unchecked = checks(&[("relocated_employed", "0"), ("relocated_employment", "0.5")]);
        assert_eq!(unchecked.relocated, None);
        let nobody = checks(&[
            ("relocated_labour", "0"),
            ("relocated_employed", "25654"),
            ("relocated_employment", "0.5"),
        ]);
        assert_eq!(nobody.relocated, None);
    }
}
