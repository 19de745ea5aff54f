//! Uses of each value: found by walking back from the figures to the values they were computed
//! from, so that the answer is the model's own.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::explain::Trace;
use super::explain::figure::ScreenFigure;
use super::explain::tape::{NodeId, NodeKind};
use crate::model::Channel;
use crate::model::term::{Quantity, Side};
use crate::region::Region;
use crate::region::key::{Benchmark, Component, Fixed, Key, Yearly};
use crate::scenario::Scenario;
use crate::scenario::examples::Example;

/// A part of the model that uses a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// The planned path of a component.
    Baseline(Component),
    /// A channel from plan to scenario.
    Channel(Channel),
    /// A benchmark's path.
    Benchmark(Benchmark),
    /// The coverage reached, against the province, and what it lacks in money.
    Coverage,
    /// The two higher-thans.
    Targets,
    /// The estimate of the people at risk.
    Risk,
    /// The rule for central funds.
    Rule,
    /// The judgement of results, and limits of searches.
    Appraisal,
}

/// Every value of the region and the parts that use it. None uses what a published value of a
/// later year stands in for.
pub fn uses(region: &Region) -> BTreeMap<Key, BTreeSet<Use>> {
    let mut found: BTreeMap<Key, BTreeSet<Use>> = region
        .parameters
        .keys()
        .map(|key| (*key, BTreeSet::new()))
        .collect();
    for scenario in revealing(region) {
        let trace = Trace::of(region, &scenario);
        let mut roots: BTreeMap<Use, Vec<NodeId>> = BTreeMap::new();
        for (figure, node) in trace.figures() {
            if let Some(of) = use_of(figure) {
                roots.entry(of).or_default().push(node);
            }
        }
        for (of, nodes) in roots {
            for key in values_behind(&trace, of, nodes) {
                // What only a user can know is none of the region's.
                if let Some(used) = found.get_mut(&key) {
                    used.insert(of);
                }
            }
        }
    }
    for (key, used) in &mut found {
        if matches!(key, Key::Yearly(Yearly::RuleCentralIndustry, _)) {
            used.insert(Use::Rule);
        }
        if judges(*key) {
            used.insert(Use::Appraisal);
        }
    }
    found
}

/// The parts that use a figure of a published series which the region does not give.
pub fn uses_of_series(key: Key) -> BTreeSet<Use> {
    match key {
        Key::Yearly(Yearly::Bench(name) | Yearly::BenchGrowth(name), _) => {
            BTreeSet::from([Use::Benchmark(name), Use::Targets])
        }
        _ => BTreeSet::new(),
    }
}

/// True for a value by which results are judged or searches limited, and which moves no figure.
fn judges(key: Key) -> bool {
    use Fixed::{
        CloseCall, DiscountRate, GrowthTogether, IdleLabour, PriceGrowth, RelocatedEmployed,
    };
    let own = [
        CloseCall,
        DiscountRate,
        GrowthTogether,
        IdleLabour,
        PriceGrowth,
        RelocatedEmployed,
    ];
    own.into_iter().any(|fixed| key == fixed.into())
}

/// Scenarios in which every part of the model is at work: in the first every kind of lever is
/// moved, so that no channel is left out for being nothing; in the second the grants pay for less
/// coverage than is wanted; in the third the series of the city are known.
fn revealing(region: &Region) -> [Scenario; 3] {
    let first = Example::Together.scenario(region);
    let mut second = first.clone();
    for (key, value) in [
        (Fixed::Coverage, Decimal::ONE),
        (Fixed::GrantsShare, Decimal::new(1, 3)),
    ] {
        // A region whose other shares leave no room for it keeps its own value.
        let _may_fail = second.set(region, key.into(), value);
    }
    let mut third = first.clone();
    for name in [Benchmark::RuralCity, Benchmark::LiftedCountiesCity] {
        let key = Key::Yearly(Yearly::Bench(name), region.years.income);
        let _may_fail = third.set(region, key, Decimal::from(10_000));
    }
    [first, second, third]
}

/// The part whose figure this is.
fn use_of(figure: ScreenFigure) -> Option<Use> {
    match figure {
        // A plan gains nothing, so that its components are the planned path alone.
        ScreenFigure::Component(component, Side::Plan, _) => Some(Use::Baseline(component)),
        ScreenFigure::Channel(channel, _) => Some(Use::Channel(channel)),
        ScreenFigure::Benchmark(benchmark, _) => Some(Use::Benchmark(benchmark)),
        ScreenFigure::Coverage(_)
        | ScreenFigure::CoverageLead(_)
        | ScreenFigure::CoverageMissing(_) => Some(Use::Coverage),
        ScreenFigure::Margin(..) => Some(Use::Targets),
        ScreenFigure::RiskLine(_) | ScreenFigure::PeopleAtRisk(..) => Some(Use::Risk),
        ScreenFigure::CentralShare => Some(Use::Rule),
        _ => None,
    }
}

/// The keys that a part's steps were computed from, as far as they belong to that part itself: the
/// people at risk depend on the income, and a plan's components hold channels of zero.
fn values_behind(trace: &Trace, of: Use, mut steps: Vec<NodeId>) -> BTreeSet<Key> {
    let is_beyond = |what: Quantity| match what {
        Quantity::Income => true,
        Quantity::Channel(_) | Quantity::ChannelPart(..) => matches!(of, Use::Baseline(_)),
        _ => false,
    };
    let mut seen = BTreeSet::new();
    let mut keys = BTreeSet::new();
    while let Some(step) = steps.pop() {
        let node = trace.node(step);
        // What is something minus itself needs neither.
        let is_left = node.vanishes || node.term.is_some_and(|term| is_beyond(term.what));
        if is_left || !seen.insert(step) {
            continue;
        }
        match &node.kind {
            NodeKind::Constant => {}
            NodeKind::Input(key, _) => {
                keys.insert(*key);
            }
            NodeKind::Sum(one, other)
            | NodeKind::Difference(one, other)
            | NodeKind::Product(one, other)
            | NodeKind::Quotient(one, other) => steps.extend([*one, *other]),
            NodeKind::Least(one, other) | NodeKind::Most(one, other) => {
                steps.extend([*one, *other])
            }
            NodeKind::Either(flag, [then, other]) => steps.extend([*flag, *then, *other]),
            NodeKind::Opposite(of) | NodeKind::Same(of) => steps.push(*of),
            NodeKind::Found(_, from) => steps.extend(from),
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outcome;
    use crate::region::tests::region;

    #[test]
    fn each_part_uses_what_its_formula_names() {
        let uses = uses(&region());
        let of = |key: &str| uses[&Key::parse(key).expect("a key")].clone();
        let channels = |channels: &[Channel]| -> BTreeSet<Use> {
            channels.iter().map(|of| Use::Channel(*of)).collect()
        };
        use Channel::{Clawback, Industry};
        assert_eq!(of("asset_return"), channels(&[Industry, Clawback]));
        assert_eq!(of("clawback"), channels(&[Clawback]));
        assert_eq!(of("gini"), BTreeSet::from([Use::Risk]));
        assert_eq!(
            of("rule.central_industry.2023"),
            BTreeSet::from([Use::Rule])
        );
        assert_eq!(of("coverage_province"), BTreeSet::from([Use::Coverage]));
        let nation = BTreeSet::from([Use::Benchmark(Benchmark::LiftedNation)]);
        assert_eq!(of("bench_growth.lifted_nation"), nation);
        assert!(of("bench.lifted_counties.2022").contains(&Use::Targets));
        assert!(of("coverage_cost").contains(&Use::Coverage));
        assert!(of("funds.central.industry").contains(&Use::Rule));
        assert_eq!(of("repeat"), of("execution"));
    }

    #[test]
    fn only_a_year_that_a_later_one_stands_in_for_is_unused() {
        let unused: Vec<String> = uses(&region())
            .iter()
            .filter(|(_, used)| used.is_empty())
            .map(|(key, _)| key.to_string())
            .collect();
        let expected = ["lifted_nation", "rural_nation", "lifted_counties"];
        assert_eq!(unused, expected.map(|name| format!("bench.{name}.2021")));
    }

    /// Texts of each part, to be compared with those at another value.
    fn said(outcome: &Outcome, of: Use) -> Vec<String> {
        let years = outcome.plan.iter().zip(&outcome.scenario);
        let all = years.map(|(plan, scenario)| match of {
            Use::Baseline(component) => format!("{:?}", plan.components[component as usize]),
            Use::Channel(channel) => format!("{:?}", scenario.channel(channel)),
            Use::Benchmark(benchmark) => format!("{:?}", scenario.benchmarks[benchmark as usize]),
            Use::Coverage => format!("{:?} {:?}", scenario.coverage, scenario.coverage_missing),
            Use::Targets | Use::Risk | Use::Rule | Use::Appraisal => String::new(),
        });
        all.collect()
    }

    #[test]
    fn what_a_value_moves_is_among_those_who_use_it() {
        let region = region();
        let uses = uses(&region);
        let scenario = Example::Together.scenario(&region);
        let before = scenario.project(&region);
        let parts: BTreeSet<Use> = uses.values().flatten().copied().collect();
        for (key, used) in &uses {
            let (least, most) = region.parameters[key].range.unwrap_or(key.range());
            for value in [least, most] {
                let mut changed = scenario.clone();
                if changed.set(&region, *key, value).is_err() {
                    continue;
                }
                let after = changed.project(&region);
                for part in parts.difference(used) {
                    assert_eq!(said(&before, *part), said(&after, *part), "{key} {part:?}");
                }
            }
        }
    }
}
