use rust_decimal::Decimal;

use super::*;
use crate::analysis::summary::{is_division_known, summary};
use crate::analysis::sums;
use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::region::Region;
use crate::region::key::{Benchmark, Component, Key, Level, funds};
use crate::region::tests::region;
use crate::scenario::Scenario;

/// A scenario that moves every component.
fn moved(region: &Region) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, value) in [
        (Key::from(Fixed::Coverage), Decimal::new(9, 1)),
        (
            funds(Level::Central, crate::region::key::Category::Industry).into(),
            Decimal::from(900_000_000),
        ),
        (
            Key::parse("jobs.outward").expect("a key"),
            Decimal::from(9_000),
        ),
    ] {
        scenario.set(region, key, value).expect("within its range");
    }
    scenario
}

fn deflator(growth: Decimal) -> Deflator {
    Deflator {
        year: 2023,
        growth: Share(growth),
    }
}

#[test]
fn an_amount_is_divided_by_the_prices_of_its_year() {
    let of = deflator(Decimal::new(2, 2));
    // 1.02^7 = 1.14868566764928, by hand.
    let level = Decimal::from_str_exact("1.14868566764928").expect("a number");
    assert_eq!(of.level(2030).exact(), level);
    let amount = YuanPerPerson(Decimal::new(2_169_474, 2));
    // 21,694.74 ÷ 1.14868566764928 = 18,886.5829…
    assert_eq!(
        of.amount(amount, 2030).rounded(),
        Decimal::new(1_888_658, 2)
    );
    // In the year itself nothing changes; before it, amounts rise: 10,000 × 1.02² = 10,404.
    assert_eq!(of.amount(amount, 2023), amount);
    let known = YuanPerPerson(Decimal::from(10_000));
    assert_eq!(of.amount(known, 2021).exact(), Decimal::from(10_404));
    // PriceBasis that halve every year: twice as much each year.
    let falling = deflator(Decimal::new(-5, 1));
    assert_eq!(falling.amount(known, 2025).exact(), Decimal::from(40_000));
}

#[test]
fn sums_agree_to_the_fen_in_any_prices() {
    let region = region();
    let nominal = moved(&region).project(&region);
    for growth in [
        Decimal::new(2, 2),
        Decimal::new(37, 3),
        Decimal::new(-5, 1),
        Decimal::ONE,
    ] {
        let of = deflator(growth);
        let shown = of.outcome(&nominal);
        for (year, own) in shown.scenario.iter().zip(&nominal.scenario) {
            let whole: YuanPerPerson = year.components.into_iter().sum();
            assert_eq!(
                whole.rounded(),
                year.income.rounded(),
                "{growth} {}",
                year.year
            );
            let gain = year.gain();
            let parts: YuanPerPerson = gain.parts.into_iter().sum();
            assert_eq!(parts.rounded(), gain.difference.rounded());
            let channels: YuanPerPerson =
                Channel::ALL.map(|one| year.channel(one)).into_iter().sum();
            assert_eq!(channels.rounded(), gain.difference.rounded());
            // What is shown and its rounding row make up the sum, whatever the prices.
            let rest = sums::rounding(year.income, year.components).rounded();
            let rows: Decimal = year
                .components
                .into_iter()
                .map(YuanPerPerson::rounded)
                .sum();
            assert_eq!(rows + rest, year.income.rounded());
            // The scenario's distance from the plan is the effect's.
            assert_eq!(
                gain.part(GainPart::Market).rounded(),
                of.amount(own.gain().part(GainPart::Market), own.year)
                    .rounded()
            );
            for benchmark in Benchmark::ALL {
                let gap = own
                    .gap(benchmark)
                    .map(|gap| of.amount(gap, own.year).rounded());
                assert_eq!(year.gap(benchmark).map(YuanPerPerson::rounded), gap);
            }
            assert_eq!(year.coverage, own.coverage);
            assert_eq!(year.coverage_missing, own.coverage_missing);
            assert_eq!(year.spending, own.spending);
            let share = |of: &YearOutcome| of.components[Component::Wage as usize] / of.income;
            assert_eq!(share(year).rounded(), share(own).rounded());
        }
    }
}

#[test]
fn the_first_plan_year_is_the_same_and_no_judgement_moves() {
    let region = region();
    let scenario = moved(&region);
    let nominal = scenario.project(&region);
    let of = deflator(Decimal::new(2, 2));
    let shown = of.outcome(&nominal);
    assert_eq!(shown.scenario[0], nominal.scenario[0]);
    assert_eq!(shown.plan[0], nominal.plan[0]);
    assert!(shown.scenario[1].income.exact() < nominal.scenario[1].income.exact());
    let resolved = scenario.resolve(&region);
    let judged = summary(
        &region,
        is_division_known(&region, &scenario),
        &resolved,
        &nominal,
    );
    let seen = of.summary(nominal.years, &judged);
    assert_eq!(seen.first_higher_than, judged.first_higher_than);
    assert_eq!(seen.second_higher_than, judged.second_higher_than);
    assert_eq!(seen.closing, judged.closing);
    assert_eq!(seen.average_growth, judged.average_growth);
    let last = seen.risk_line.len() - 1;
    assert_eq!(
        seen.risk_line[last],
        of.amount(judged.risk_line[last], nominal.years.horizon)
    );
    for (seen, judged) in seen.at_risk.iter().zip(&judged.at_risk) {
        let people = |risk: &Option<crate::model::risk::AtRisk>| risk.map(|risk| risk.people);
        assert_eq!(people(seen), people(judged));
    }
}

#[test]
fn the_growth_of_prices_moves_nothing_that_is_computed() {
    let region = region();
    let scenario = moved(&region);
    let mut dearer = scenario.clone();
    dearer
        .set(&region, Fixed::PriceGrowth.into(), Decimal::new(4, 2))
        .expect("within its range");
    assert_eq!(dearer.project(&region), scenario.project(&region));
    let of = Deflator::of(region.years, &dearer.resolve(&region).scenario);
    assert_eq!(of, deflator(Decimal::new(4, 2)));
    let of = Deflator::of(region.years, &scenario.resolve(&region).scenario);
    assert_eq!(of, deflator(Decimal::new(2, 2)));
}

#[test]
fn years_before_the_plan_are_in_the_same_prices() {
    let region = region();
    let resolved = Scenario::default().resolve(&region);
    let nominal = IncomeHistory::of(&region, &resolved.scenario);
    let of = deflator(Decimal::new(2, 2));
    let shown = of.history(region.years, &nominal);
    // 10,876.36 of 2021 × 1.02².
    let known = nominal.own[0].exact() * Decimal::new(10_404, 4);
    assert_eq!(shown.own[0].exact(), known);
    assert_eq!(shown.published[0].exact(), known);
    assert_eq!(shown.own.len(), nominal.own.len());
    let benchmark = Benchmark::LiftedProvince as usize;
    let before = nominal.benchmarks[benchmark][0].map(|value| of.amount(value, 2021));
    assert_eq!(shown.benchmarks[benchmark][0], before);
}
