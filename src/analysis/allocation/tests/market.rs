use super::*;
use crate::analysis::search::USUAL_REACH;

/// Market income of a scenario year by year, less that of the plan.
fn by_year(region: &Region, scenario: &Scenario) -> Vec<Decimal> {
    let outcome = scenario.project(region);
    let years = outcome.scenario.iter();
    years
        .map(|year| year.gain().part(GainPart::Market).exact())
        .collect()
}

fn with_rate(rate: &str) -> Scenario {
    let mut scenario = Scenario::default();
    let set = scenario.set(&region(), Fixed::DiscountRate.into(), decimal(rate));
    set.expect("in range");
    scenario
}

#[test]
fn market_income_of_all_years_is_discounted_to_the_first() {
    let region = region();
    let mut scenario = with_rate("0.04");
    scenario
        .set(&region, Fixed::JobsOutward.into(), decimal("10000"))
        .expect("in range");
    let by_year = by_year(&region, &scenario);
    let stands = standing(&region, &scenario, Objective::Market);
    // By hand: each year's part over 1.04 once more than the year before.
    let mut expected = Decimal::ZERO;
    for (step, market) in by_year.iter().enumerate() {
        let mut part = *market;
        for _ in 0..step {
            part /= decimal("1.04");
        }
        expected += part;
    }
    assert!((stands.market - expected).abs() < decimal("0.000000001"));
    assert!(
        stands.market < by_year.iter().copied().sum(),
        "later years count less"
    );
    assert_eq!(stands.value(Objective::Market), stands.market);
    // The search sees the same.
    let keys = [Key::from(Fixed::JobsOutward)];
    let mut fast = search::evaluator::Evaluator::new(&region, &scenario, &keys);
    fast.run(&[10_000.0]);
    assert!((fast.discounted_market() - search::float(expected)).abs() < 1e-6);
    // Without a rate it is the plain sum.
    let mut plain = scenario.clone();
    plain
        .set(&region, Fixed::DiscountRate.into(), Decimal::ZERO)
        .expect("in range");
    let stands = standing(&region, &plain, Objective::Market);
    assert_eq!(stands.market, by_year.into_iter().sum());
}

#[test]
fn the_best_allocation_brings_more_market_income_and_its_price_is_that_of_all_years() {
    let region = region();
    let scenario = with_rate("0.04");
    let request = AllocationRequest {
        parts: usual(&region, &scenario, USUAL_REACH),
        raises_other: false,
        ..ask(&region, &scenario, Objective::Market)
    };
    let answer = allocate(&region, &scenario, &request);
    assert_eq!(answer.verdict, AllocationVerdict::Found);
    hold(&region, &scenario, &request, &answer);
    let (now, best) = (answer.now.expect("now"), answer.best.expect("found"));
    assert!(best.market > now.market);
    assert_eq!(best.money, now.money);
    // By hand: a level with 10,000,000 yuan more, over the people of each year.
    let row = MatrixPart::Row(Level::Provincial);
    let mut wider = request.clone();
    let units = decimal("1000");
    for own in wider.parts.iter_mut().filter(|own| own.part == row) {
        own.most += search::TEN_THOUSAND * units;
    }
    let more = allocate(&region, &scenario, &wider);
    let then = |answer: &AllocationAnswer| {
        let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
        let values = changed.resolve(&region).scenario;
        let years = by_year(&region, &changed).into_iter().enumerate();
        let parts = years.map(|(step, market)| {
            let people = crate::analysis::summary::population(&values, step);
            let mut part = market * people.exact();
            for _ in 0..step {
                part /= decimal("1.04");
            }
            part
        });
        parts.sum::<Decimal>()
    };
    let gained = (then(&more) - then(&answer)) / units;
    let mut prices = answer.shadows.iter();
    let price = prices.find(|own| own.condition == Condition::Most(row));
    let price = price.expect("the row binds").price;
    assert!(
        (gained - price).abs() < price * decimal("0.02"),
        "{gained} {price}"
    );
}

#[test]
fn the_objective_and_requests_of_earlier_versions_go_over_as_text() {
    let text = serde_json::to_string(&Objective::Market).expect("text");
    assert_eq!(text, "\"market\"");
    let text = r#"{"objective":{"earned":2027},"parts":[],"levers":[],"keeps_rule":true}"#;
    let request: AllocationRequest = serde_json::from_str(text).expect("a request");
    assert_eq!(request.objective, Objective::Earned(2027));
    assert!(!request.raises_other);
}
