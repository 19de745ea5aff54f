use super::*;

fn contradiction(request: &AllocationRequest) -> Vec<AllocationConflict> {
    let answer = allocate(&region(), &Scenario::default(), request);
    assert!(answer.moves.is_empty() && answer.best.is_none());
    match answer.verdict {
        AllocationVerdict::Contradiction(conflicts) => conflicts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_can_not_hold_together_is_named() {
    let (region, scenario) = (region(), Scenario::default());
    let mut request = ask(&region, &scenario, Objective::Earned(YEAR));
    let central = MatrixPart::Cell(Level::Central, Category::Infrastructure);
    request.parts.retain(|own| own.part != central);
    request
        .parts
        .push(limits(central, "800000000", "900000000"));
    let conflicts = contradiction(&request);
    // 60 % of central funds for industry leave 40 % of 1,073,000,000 yuan.
    let of = |condition| {
        let mut own = conflicts.iter().filter(|own| own.condition == condition);
        *own.next().expect("it is named")
    };
    assert!(of(Condition::Rule).cures);
    let least = of(Condition::Least(central));
    assert_eq!(least.limit, Some(decimal("800000000")));
    assert_eq!(least.enough, Some(decimal("429200000")));
    assert!(conflicts.len() <= 3, "{conflicts:?}");
}

#[test]
fn ends_upside_down_contradict_each_other() {
    let mut upside = ask(&region(), &Scenario::default(), Objective::Earned(YEAR));
    let column = MatrixPart::Column(Category::Other);
    upside.parts = vec![limits(column, "20000", "10000")];
    let named: Vec<Condition> = contradiction(&upside)
        .iter()
        .map(|own| own.condition)
        .collect();
    assert_eq!(named, [Condition::Least(column), Condition::Most(column)]);
}

#[test]
fn only_what_cures_alone_is_said_to() {
    let (region, scenario) = (region(), Scenario::default());
    let mut request = ask(&region, &scenario, Objective::Earned(YEAR));
    let total = limits(MatrixPart::Total, "0", "1000000000");
    request.parts.push(total);
    let conflicts = contradiction(&request);
    // Two levels alone have more than that each, so that no level's lock is what is in the way.
    for own in &conflicts {
        let is_total = own.condition == Condition::Most(MatrixPart::Total);
        assert_eq!(own.cures, is_total, "{own:?}");
    }
    assert_eq!(
        conflicts.len(),
        2,
        "cells are not named where sums say it: {conflicts:?}"
    );
    let total = conflicts.iter().find(|own| own.cures).expect("the total");
    assert_eq!(total.limit, Some(decimal("1000000000")));
    assert_eq!(total.enough, Some(decimal("3682000000")));
    // What is said to be enough is, and a unit less is not.
    for (most, fits) in [("3682000000", true), ("3681990000", false)] {
        let last = request.parts.last_mut().expect("the total");
        last.most = decimal(most);
        let verdict = allocate(&region, &scenario, &request).verdict;
        assert_eq!(
            !matches!(verdict, AllocationVerdict::Contradiction(_)),
            fits
        );
    }
}

#[test]
fn money_below_nothing_is_no_contradiction() {
    let (region, scenario) = (region(), Scenario::default());
    let mut request = ask(&region, &scenario, Objective::Earned(YEAR));
    let part = MatrixPart::Column(Category::Other);
    request.parts.push(limits(part, "-1000000", "-500000"));
    let verdict = allocate(&region, &scenario, &request).verdict;
    assert_eq!(verdict, AllocationVerdict::Negative(vec![part]));
}
