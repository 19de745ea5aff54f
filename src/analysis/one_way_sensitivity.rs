//! One-way sensitivity: the change of the income, or of the policy effect, over each value's
//! plausible range in the region's file, everything else as it stands: a guide to the values to
//! look up first. A component of the known income moves the others along ([`super::known_total`]).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::known_total;
use super::monte_carlo::OutcomeMeasure;
use super::policy::in_force;
use super::sensitivity::result;
use super::uses::Use;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Key, Year};
use crate::scenario::Scenario;

/// Swing of a value: the change of a year's result at the ends of its plausible range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// At the low end, by plan year; none where that end can't stand beside the other values, as a
    /// share of a whole that others fill.
    pub at_least: Option<Vec<YuanPerPerson>>,
    /// At the high end.
    pub at_most: Option<Vec<YuanPerPerson>>,
}

impl Swing {
    /// The way from the lowest income to the highest in a year counted from the first plan year;
    /// the present income is on it. Nothing where neither end can be had.
    pub fn width(&self, step: usize) -> YuanPerPerson {
        let ends = [&self.at_least, &self.at_most];
        let moves = ends.into_iter().flatten().filter_map(|way| way.get(step));
        let moves = || moves.clone().map(|amount| amount.exact());
        let lowest = moves().fold(Decimal::ZERO, Decimal::min);
        let highest = moves().fold(Decimal::ZERO, Decimal::max);
        YuanPerPerson(highest - lowest)
    }
}

/// The swing of every value that has a plausible range. A scenario that is the plan has no policy effect
/// that could move; that of [`in_force`] takes its place.
pub fn swings(region: &Region, scenario: &Scenario, of: OutcomeMeasure) -> BTreeMap<Key, Swing> {
    let (scenario, _) = in_force(region, scenario, of);
    let now = results(region, &scenario, of);
    let ranges = region
        .parameters
        .iter()
        .filter_map(|(key, figure)| Some((*key, figure.range?)));
    ranges
        .map(|(key, (least, most))| {
            let at = |end: Decimal| {
                let changed = known_total::moved(region, &scenario, key, end)?;
                let then = results(region, &changed, of).into_iter();
                Some(then.zip(&now).map(|(then, now)| then - *now).collect())
            };
            let swing = Swing {
                at_least: at(least),
                at_most: at(most),
            };
            (key, swing)
        })
        .collect()
}

/// The reason for a result that stays the same over a value's whole range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEffectReason {
    /// The value is no part of any income: benchmarks, people at risk, rules use it.
    NoIncome,
    /// It moves the result in this year first.
    From(Year),
    /// It moves the result in an earlier year alone.
    Before,
    /// It moves only what the scenario does beyond the plan, and the scenario is the plan.
    IsPlan,
    /// It moves plan and scenario alike, so that their difference stays.
    Alike,
    /// No lever that was moved uses it.
    Unused,
}

/// The reason for a result that stays the same in the year of that step; none where it moves or the
/// reason is unknown.
pub fn no_effect_reason(
    region: &Region,
    scenario: &Scenario,
    of: OutcomeMeasure,
    (swing, used): (&Swing, &BTreeSet<Use>),
    step: usize,
) -> Option<NoEffectReason> {
    let moves = |step: usize| !swing.width(step).rounded().is_zero();
    let is_known = swing.at_least.is_some() && swing.at_most.is_some();
    if !is_known || moves(step) {
        return None;
    }
    let years = region.years.plan().enumerate();
    let moving: Vec<Year> = years
        .filter(|(step, _)| moves(*step))
        .map(|(_, year)| year)
        .collect();
    let year = region.years.first_plan + step as Year;
    if let Some(first) = moving.iter().find(|moving| **moving > year) {
        return Some(NoEffectReason::From(*first));
    }
    if !moving.is_empty() {
        return Some(NoEffectReason::Before);
    }
    let is_in_channel = used.iter().any(|of| matches!(of, Use::Channel(_)));
    let is_in_baseline = used.iter().any(|of| matches!(of, Use::Baseline(_)));
    let has_policy = scenario.entries().any(|(key, _)| key.is_lever());
    Some(match of {
        _ if !is_in_channel && !is_in_baseline => NoEffectReason::NoIncome,
        OutcomeMeasure::Difference if is_in_baseline => NoEffectReason::Alike,
        OutcomeMeasure::Income if is_in_channel && !has_policy => NoEffectReason::IsPlan,
        _ => NoEffectReason::Unused,
    })
}

fn results(region: &Region, scenario: &Scenario, of: OutcomeMeasure) -> Vec<YuanPerPerson> {
    let outcome = scenario.project(region);
    let years = outcome.years.plan();
    years.map(|year| result(&outcome, of, year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::key::Fixed;
    use crate::region::tests::region;
    use crate::scenario::examples::Example;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn the_plan_depends_on_its_growth_and_not_on_what_only_a_change_needs() {
        let swings = swings(&region(), &Scenario::default(), OutcomeMeasure::Income);
        let of = |key: Fixed| swings.get(&key.into()).expect("an assumption has a range");
        // A plan that nobody changes gains nothing, whatever assets return.
        assert_eq!(of(Fixed::AssetReturn).width(0), YuanPerPerson::ZERO);
        assert_eq!(of(Fixed::Clawback).width(7), YuanPerPerson::ZERO);
        // 7404.50 · 1.143 at 1 + the growth of next year: a point is 84.633435 yuan.
        let key = Fixed::GrowthNearWage;
        let (least, most) = region().parameters[&key.into()].range.expect("a range");
        let width = (most - least) * decimal("8463.3435");
        assert_eq!(of(key).width(0), YuanPerPerson(width));
    }

    #[test]
    fn an_end_that_can_not_stand_is_left_out_and_the_present_is_on_the_way() {
        let region = region();
        let mut scenario = Scenario::default();
        for (key, value) in [(Fixed::GrantsShare, "0.9"), (Fixed::AssetReturn, "0.2")] {
            let set = scenario.set(&region, key.into(), decimal(value));
            set.expect("a value in range");
        }
        let swings = swings(&region, &scenario, OutcomeMeasure::Income);
        let overheads = &swings[&Fixed::OverheadShare.into()];
        let (_, most) = region.parameters[&Fixed::OverheadShare.into()]
            .range
            .expect("a range");
        assert!(
            most > decimal("0.1"),
            "grants and overheads exceed the whole"
        );
        assert_eq!(overheads.at_most, None);
        assert!(overheads.at_least.is_some());
        // Both plausible ends of the return lie below the 0.2 that was set.
        let returns = &swings[&Fixed::AssetReturn.into()];
        let lowest = returns.at_least.as_ref().expect("an end")[7];
        assert_eq!(returns.width(7).exact(), lowest.exact().abs());
    }

    #[test]
    fn the_known_total_holds_whatever_is_moved() {
        let region = region();
        let swings = swings(&region, &Scenario::default(), OutcomeMeasure::Income);
        for key in [
            Fixed::Income0Wage,
            Fixed::Income0Property,
            Fixed::Income0Transfer,
        ] {
            let width = swings[&key.into()].width(0).exact();
            // Components differ in growth alone: a few yuan, not the 3,395 of a component moved alone.
            assert!(
                width > Decimal::ZERO && width < decimal("60"),
                "{key:?}: {width}"
            );
        }
    }

    #[test]
    fn a_plan_is_asked_for_its_policy_effect_under_an_example() {
        let region = region();
        let plan = Scenario::default();
        let (with, example) = in_force(&region, &plan, OutcomeMeasure::Difference);
        assert_eq!(example, Some(Example::Together));
        assert_eq!(with, Example::Together.scenario(&region));
        let policy = swings(&region, &plan, OutcomeMeasure::Difference);
        let of = |key: Fixed| policy[&key.into()].width(7);
        assert!(of(Fixed::AssetReturn) > YuanPerPerson::ZERO);
        // The user's own policy is asked for itself.
        let own = Example::Coverage.scenario(&region);
        assert_eq!(
            in_force(&region, &own, OutcomeMeasure::Difference),
            (own, None)
        );
        assert_eq!(
            in_force(&region, &plan, OutcomeMeasure::Income),
            (plan, None)
        );
    }

    #[test]
    fn what_stays_says_why() {
        let region = region();
        let uses = crate::analysis::uses::uses(&region);
        let why = |scenario: &Scenario, of, key: Fixed, step| {
            let swings = swings(&region, scenario, of);
            let key = key.into();
            no_effect_reason(&region, scenario, of, (&swings[&key], &uses[&key]), step)
        };
        let plan = Scenario::default();
        let coverage = Example::Coverage.scenario(&region);
        let (income, policy) = (OutcomeMeasure::Income, OutcomeMeasure::Difference);
        assert_eq!(
            why(&plan, income, Fixed::AssetReturn, 0),
            Some(NoEffectReason::IsPlan)
        );
        assert_eq!(
            why(&plan, income, Fixed::Gini, 0),
            Some(NoEffectReason::NoIncome)
        );
        let far = why(&plan, income, Fixed::GrowthFarWage, 0);
        assert_eq!(far, Some(NoEffectReason::From(2024)));
        assert_eq!(why(&plan, income, Fixed::GrowthNearWage, 0), None);
        let jobs = why(&coverage, income, Fixed::PayOutward, 0);
        assert_eq!(jobs, Some(NoEffectReason::Unused));
        let alike = why(&coverage, policy, Fixed::GrowthNearTransfer, 0);
        assert_eq!(alike, Some(NoEffectReason::Alike));
    }
}
