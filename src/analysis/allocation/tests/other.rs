use super::*;
use crate::analysis::search::USUAL_REACH;

fn others(region: &Region, scenario: &Scenario) -> [Decimal; Level::ALL.len()] {
    matrix(region, scenario).map(|row| row[Category::Other as usize].exact())
}

#[test]
fn other_spending_is_raised_above_the_plan_only_where_it_may_be() {
    let region = region();
    let scenario = Scenario::default();
    let plan = others(&region, &scenario);
    let mut request = AllocationRequest {
        parts: usual(&region, &scenario, USUAL_REACH),
        raises_other: false,
        ..ask(&region, &scenario, Objective::Income(2023))
    };
    let then = |request: &AllocationRequest| {
        let answer = allocate(&region, &scenario, request);
        hold(&region, &scenario, request, &answer);
        let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
        (others(&region, &changed), answer)
    };
    let (kept, answer) = then(&request);
    assert!(kept.iter().zip(plan).all(|(then, plan)| *then <= plan));
    // What it costs is among the prices of the limits.
    let is_other = |own: &Condition| matches!(own, Condition::Other(_));
    assert!(answer.shadows.iter().any(|own| is_other(&own.condition)));
    request.raises_other = true;
    let (raised, answer) = then(&request);
    assert!(raised.iter().zip(plan).any(|(then, plan)| *then > plan));
    assert!(!answer.shadows.iter().any(|own| is_other(&own.condition)));
}

#[test]
fn what_the_scenario_has_above_the_plan_may_stay() {
    let region = region();
    let mut scenario = Scenario::default();
    let key = funds(Level::County, Category::Other).into();
    let more = region.values().get(key).expect("a cell") + decimal("50000000");
    scenario.set(&region, key, more).expect("in range");
    let mut request = ask(&region, &scenario, Objective::Income(2023));
    request.raises_other = false;
    request.parts.push(PartLimits {
        part: MatrixPart::Column(Category::Other),
        least: others(&region, &scenario).iter().sum(),
        most: decimal("10000000000"),
    });
    let answer = allocate(&region, &scenario, &request);
    let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
    assert_eq!(others(&region, &changed), others(&region, &scenario));
    // More than that is refused, and the condition is named.
    let own = request.parts.last_mut().expect("a limit");
    own.least += decimal("10000000");
    let answer = allocate(&region, &scenario, &request);
    let AllocationVerdict::Contradiction(conflicts) = answer.verdict else {
        panic!("{:?}", answer.verdict);
    };
    let is_other = |own: &AllocationConflict| matches!(own.condition, Condition::Other(_));
    assert!(conflicts.iter().any(is_other));
}
