use super::*;
use crate::region::tests::region;
use crate::scenario::examples::Example;

fn comparison(region: &Region) -> Comparison {
    let mut drafts = Drafts::default();
    for example in [Example::Coverage, Example::Jobs, Example::Shift] {
        drafts.add(example.name(), example.scenario(region));
    }
    drafts.refer_to(Reference::Draft(0));
    Comparison::of(region, &Example::Together.scenario(region), &drafts)
}

#[test]
fn every_column_is_what_the_model_says() {
    let region = region();
    let found = comparison(&region);
    assert_eq!(found.columns.len(), 5);
    assert_eq!(found.reference, 2);
    let incomes = found.results(ComparedResult::Income, 2030);
    let from = found.results(ComparedResult::FromReference, 2030);
    for (index, column) in found.columns.iter().enumerate() {
        let income = column.scenario.project(&region).scenario[7].income;
        assert_eq!(incomes[index], ComparedAmount::Head(income));
        let reference = found.columns[2].outcome.scenario[7].income;
        assert_eq!(from[index], ComparedAmount::Head(income - reference));
    }
    assert_eq!(from[2], ComparedAmount::Head(YuanPerPerson::ZERO));
    assert_eq!(
        found.results(ComparedResult::FromPlan, 2030)[0],
        ComparedAmount::Head(YuanPerPerson::ZERO)
    );
    let [least, mean, most] = spread(&incomes).expect("five incomes");
    assert_eq!(least, incomes[0], "the plan is the lowest");
    assert_eq!(most, incomes[1], "all together is the highest");
    assert!(least.exact() < mean.exact() && mean.exact() < most.exact());
}

#[test]
fn only_what_differs_is_listed() {
    let region = region();
    let found = comparison(&region).differences(&region);
    let keys: Vec<String> = found.iter().map(|row| row.key.to_string()).collect();
    assert!(keys.contains(&"coverage".to_owned()) && keys.contains(&"jobs.outward".to_owned()));
    assert!(!keys.contains(&"execution".to_owned()));
    let coverage = found.iter().find(|row| row.key == Fixed::Coverage.into());
    let values: Vec<String> = coverage
        .expect("differs")
        .values
        .iter()
        .map(|value| value.expect("a value").normalize().to_string())
        .collect();
    assert_eq!(values, ["0.81", "0.85", "0.85", "0.81", "0.81"]);
    let alone = Comparison::of(&region, &Scenario::default(), &Drafts::default());
    assert!(alone.differences(&region).is_empty());
}

#[test]
fn money_beyond_the_plan_counts_social_help_once() {
    let region = region();
    let mut scenario = Scenario::default();
    for (key, value) in [
        (Fixed::Social, Decimal::from(1_000_000)),
        (Fixed::FundsCityOther, Decimal::ZERO),
    ] {
        scenario.set(&region, key.into(), value).expect("in range");
    }
    let less = region.values().fixed(Fixed::FundsCityOther);
    let found = Comparison::of(&region, &scenario, &Drafts::default());
    let money = found.results(ComparedResult::Money, 2024);
    assert_eq!(money[0], ComparedAmount::Total(Yuan::ZERO));
    assert_eq!(
        money[1],
        ComparedAmount::Total(Yuan(Decimal::from(1_000_000) - less))
    );
}

#[test]
fn pay_from_outside_the_plan_stands_beside_its_money() {
    let region = region();
    let mut drafts = Drafts::default();
    drafts.add("jobs", Example::Jobs.scenario(&region));
    let mut later = Scenario::default();
    let key = Key::parse("jobs.outward.2026").expect("a key");
    later
        .set(&region, key, Decimal::from(10))
        .expect("in range");
    drafts.add("later", later);
    let found = Comparison::of(&region, &Scenario::default(), &drafts);
    let first = found.results(ComparedResult::Outside, 2024);
    let jobs = Example::Jobs.scenario(&region);
    let jobs = jobs.value(&region, Fixed::JobsOutward.into());
    let pay = region.values().fixed(Fixed::PayOutward);
    let paid = jobs.expect("a lever") * pay;
    assert!(paid > Decimal::ZERO);
    assert_eq!(first[0], ComparedAmount::Total(Yuan::ZERO));
    assert_eq!(first[2], ComparedAmount::Total(Yuan(paid)));
    assert_eq!(first[3], ComparedAmount::Total(Yuan::ZERO));
    // The plan's own money is the same, which is why the line stands apart.
    assert_eq!(
        found.results(ComparedResult::Money, 2024)[2],
        ComparedAmount::Total(Yuan::ZERO)
    );
    let of_year = found.results(ComparedResult::Outside, 2026);
    assert_eq!(
        of_year[3],
        ComparedAmount::Total(Yuan(pay * Decimal::from(10)))
    );
}

#[test]
fn a_lead_is_negative_while_behind_as_on_the_main_screen() {
    let region = region();
    let found = comparison(&region);
    let leads = found.results(ComparedResult::Lead(Benchmark::LiftedProvince), 2023);
    let plan = &found.columns[0].outcome.scenario[0];
    let lead = plan.lead(Benchmark::LiftedProvince).expect("known");
    assert_eq!(leads[0], ComparedAmount::Head(lead));
    assert!(leads[0].exact() < Some(Decimal::ZERO), "the plan is behind");
    let leads = found.results(ComparedResult::Lead(Benchmark::RuralCity), 2023);
    assert!(leads.iter().all(|lead| *lead == ComparedAmount::Unknown));
    assert_eq!(
        spread(&leads),
        None,
        "no least, mean or greatest of nothing"
    );
}

#[test]
fn only_what_is_counted_is_in_the_spread() {
    let region = region();
    let found = comparison(&region);
    let incomes = found.results(ComparedResult::Income, 2030);
    let drafts = found.counted(&incomes, Counted::Drafts);
    assert_eq!(drafts, incomes[2..]);
    assert_eq!(found.counted(&incomes, Counted::All), incomes);
    let beside = found.counted(&incomes, Counted::WithPresent);
    assert_eq!(beside, incomes[1..]);
    // Without a draft there is nothing but what is always there.
    let alone = Comparison::of(&region, &Scenario::default(), &Drafts::default());
    assert_eq!(alone.counted(&[1, 2], Counted::Drafts), [1, 2]);
}
