use super::*;
use crate::counties::check::CheckedCounties;
use crate::counties::project::{CountyProjector, ProjectionGap, StandIn};
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::Key;
use crate::scenario::Scenario;

fn projector<'a>(region: &'a Region, scenario: &Scenario) -> CountyProjector<'a> {
    let years = [region.years.first_plan, region.years.horizon];
    CountyProjector::new(region, scenario, &years)
}

#[test]
fn counties_are_weighed_by_people_and_the_rest_is_shown() {
    let region = city(rows());
    let incomes = projector(&region, &Scenario::default()).all(&CheckedCounties::of(&region));
    assert_eq!(incomes.reported_people, decimal("30000"));
    assert_eq!(incomes.rest_people(), decimal("12000"));
    // The city itself has no people of its own.
    assert_eq!(incomes.without, [(2, ProjectionGap::NoPeople)]);
    let base = incomes.against[0];
    assert_eq!(base.year, 2025);
    // (10,000 × 18,000 + 20,000 × 17,000) ÷ 30,000; the city has 42,000 × 17,471.25.
    assert_eq!(base.counties.expect("some").to_string(), "17333.33");
    assert_eq!(base.city.to_string(), "17471.25");
    assert_eq!(base.difference().expect("some").to_string(), "-137.92");
    assert_eq!(base.rest.expect("some").to_string(), "17816.04");
    assert_eq!(
        incomes.against.iter().map(|it| it.year).collect::<Vec<_>>(),
        [2025, 2026, 2035]
    );
}

/// With the city's parts and growths a county's plan is the city's, as its income is to the city's.
#[test]
fn a_countys_plan_grows_as_the_citys() {
    let region = city(rows());
    let incomes = projector(&region, &Scenario::default()).all(&CheckedCounties::of(&region));
    let outcome = Scenario::default().project(&region);
    for county in &incomes.counties {
        let factor = county.known.exact() / decimal("17471.25");
        for (pair, city) in county
            .years
            .iter()
            .zip([&outcome.plan[0], &outcome.plan[9]])
        {
            let expected = YuanPerPerson(city.income.exact() * factor);
            assert_eq!(pair.plan.to_string(), expected.to_string());
            assert_eq!(pair.scenario, pair.plan);
        }
    }
    let stand_ins: Vec<_> = incomes
        .counties
        .iter()
        .map(|it| it.stand_ins.clone())
        .collect();
    assert_eq!(stand_ins, [vec![], vec![StandIn::Industry]]);
}

/// A county with the city's own people, income, coverage and money moves as the city does.
#[test]
fn a_county_that_is_the_whole_city_moves_as_the_city() {
    let whole = CountyRow {
        name: "全部县".to_owned(),
        lifted_households: Some(17_500),
        lifted_people: Some(42_000),
        income: Some(decimal("17471.25")),
        granted: Some(decimal("60000000")),
        granted_industry: Some(decimal("30000000")),
        covered_households: Some(16_100),
        due_households: Some(17_500),
        ..CountyRow::default()
    };
    let region = city(vec![whole]);
    let mut scenario = Scenario::default();
    for (key, value) in [
        ("coverage", "0.97"),
        ("jobs.outward", "1500"),
        ("funds.county.other", "7000000"),
        ("coverage.2030", "0.99"),
        ("social", "3000000"),
        ("execution", "0.9"),
    ] {
        let key = Key::parse(key).expect("a key");
        scenario
            .set(&region, key, decimal(value))
            .expect("in range");
    }
    let incomes = projector(&region, &scenario).all(&CheckedCounties::of(&region));
    let outcome = scenario.project(&region);
    for (pair, step) in incomes.counties[0].years.iter().zip([0, 9]) {
        assert_eq!(pair.plan.to_string(), outcome.plan[step].income.to_string());
        let expected = outcome.scenario[step].income.to_string();
        assert_eq!(pair.scenario.to_string(), expected);
        assert_ne!(pair.scenario, pair.plan);
    }
    assert_eq!(
        incomes.against[1].difference().expect("some").to_string(),
        "0.00"
    );
    assert_eq!(incomes.against[1].rest, None);
}

/// Scenarios part money and jobs by what counties have: the counties together move as the city.
#[test]
fn counties_together_move_as_the_city() {
    let half = |name: &str| CountyRow {
        name: name.to_owned(),
        lifted_people: Some(21_000),
        income: Some(decimal("17471.25")),
        ..CountyRow::default()
    };
    let region = city(vec![half("东县"), half("西县")]);
    let mut scenario = Scenario::default();
    let key = Key::parse("jobs.outward").expect("a key");
    scenario
        .set(&region, key, decimal("1500"))
        .expect("in range");
    let incomes = projector(&region, &scenario).all(&CheckedCounties::of(&region));
    for against in incomes.against {
        assert_eq!(against.difference().expect("some").to_string(), "0.00");
    }
}

#[test]
fn more_money_raises_a_county_and_a_row_set_apart_has_no_income() {
    let mut table = rows();
    table[1].lifted_people = Some(9);
    let region = city(table);
    let checked = CheckedCounties::of(&region);
    let projector = projector(&region, &Scenario::default());
    let row = (0, &checked.rows[0]);
    let present = projector.present_money(&checked, row).expect("its own");
    assert_eq!(present, Yuan(decimal("20000000")));
    let same = projector
        .county(&checked, row, Some(present))
        .expect("an income");
    assert_eq!(same.years[0].scenario, same.years[0].plan);
    let more = Yuan(decimal("30000000"));
    let more = projector
        .county(&checked, row, Some(more))
        .expect("an income");
    assert!(more.years[0].scenario > more.years[0].plan);
    let few = projector.county(&checked, (1, &checked.rows[1]), None);
    assert_eq!(few.err(), Some(ProjectionGap::TooFew));
}
