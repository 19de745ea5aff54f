//! How far the income moves over each value's plausible range, everything else as it stands: what
//! a planner should look up first.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// What the scenario's income of a year becomes at the ends of one value's plausible range, less
/// what it is.
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

/// The swing of every value that has a plausible range.
pub fn swings(region: &Region, scenario: &Scenario) -> BTreeMap<Key, Swing> {
    let now = incomes(region, scenario);
    let ranges = region
        .parameters
        .iter()
        .filter_map(|(key, figure)| Some((*key, figure.range?)));
    ranges
        .map(|(key, (least, most))| {
            let at = |end: Decimal| {
                let mut changed = scenario.clone();
                changed.set(region, key, end).ok()?;
                let then = incomes(region, &changed).into_iter();
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

fn incomes(region: &Region, scenario: &Scenario) -> Vec<YuanPerPerson> {
    let outcome = scenario.project(region);
    outcome.scenario.iter().map(|year| year.income).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::key::Fixed;
    use crate::region::parse::parse_region;

    fn region() -> Region {
        let text = include_str!("../../static/regions/zhangjiakou-2021.json");
        parse_region(text).expect("the region's file is in order")
    }

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn the_plan_hangs_on_its_growth_and_not_on_what_only_a_change_needs() {
        let swings = swings(&region(), &Scenario::default());
        let of = |key: Fixed| swings.get(&key.into()).expect("an assumption has a range");
        // A plan that nobody changes gains nothing, whatever assets return.
        assert_eq!(of(Fixed::AssetReturn).width(0), YuanPerPerson::ZERO);
        assert_eq!(of(Fixed::Clawback).width(7), YuanPerPerson::ZERO);
        // 6761.10 · 1.143 at 1 + the growth of next year: a point is 77.279373 yuan.
        let key = Fixed::GrowthNearWage;
        let (least, most) = region().parameters[&key.into()].range.expect("a range");
        let width = (most - least) * decimal("7727.9373");
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
        let swings = swings(&region, &scenario);
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
}
