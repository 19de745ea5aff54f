use super::*;
use crate::model::targets;
use crate::model::targets::Verdict;
use crate::region::parse::parse_region;

/// The region with a plan without money, so that all that there is counts against its gap.
fn without_money() -> Region {
    let text = crate::region::tests::region_file();
    let mut file: serde_json::Value = serde_json::from_str(&text).expect("a file");
    for level in Level::ALL {
        for category in Category::ALL {
            let name = Key::from(funds(level, category)).to_string();
            file["parameters"][name]["value"] = "0".into();
        }
    }
    parse_region(&file.to_string()).expect("in order")
}

#[test]
fn the_least_money_for_any_goal_is_the_least_of_every_case_tried() {
    let units = 12;
    let region = without_money();
    let mut scenario = small(&region, units);
    let outcome = scenario.project(&region);
    let of = |step: usize| {
        (
            outcome.plan[step].income.exact(),
            outcome.scenario[step].income.exact(),
        )
    };
    let (none, all) = of(1);
    let gained = (all - none) * decimal("0.8");
    let before = outcome.scenario[0].benchmark(Benchmark::LiftedProvince);
    let before = before.expect("known");
    let lifted = (none + gained) / before.exact() - Decimal::ONE;
    // Incomes around grow as fast in the first plan year as some of the money lets these grow, then slowly.
    let (first, most) = of(0);
    let growth =
        (first + (most - first) * decimal("0.6")) / outcome.base_income.exact() - Decimal::ONE;
    let year = |year: u16| format!("bench_growth.rural_province.{year}");
    let slow = decimal("0.04");
    for (name, value) in [
        (
            "bench_growth.lifted_province.2024".to_owned(),
            lifted.round_dp(12),
        ),
        (year(2023), growth.round_dp(12)),
        (year(2024), slow),
        ("bench_growth.rural_province".to_owned(), slow),
    ] {
        let key = Key::parse(&name).expect("a key");
        scenario.set(&region, key, value).expect("in range");
    }
    let close = |share: &str| Goal::Close {
        benchmark: Benchmark::LiftedProvince,
        year: 2024,
        share: decimal(share),
    };
    let mut found = 0;
    for goal in [close("0.2"), close("0.9"), Goal::HigherThans] {
        for keeps_rule in [true, false] {
            let request = AllocationRequest {
                objective: Objective::LeastMoney(goal),
                parts: Level::ALL[1..]
                    .iter()
                    .map(|level| limits(MatrixPart::Row(*level), "0", "0"))
                    .chain([limits(MatrixPart::Total, "0", "120000")])
                    .collect(),
                levers: Vec::new(),
                keeps_rule,
                raises_other: true,
                floor: FundsFloor::default(),
                downside: None,
            };
            let answer = allocate(&region, &scenario, &request);
            hold(&region, &scenario, &request, &answer);
            let forced = by_force(&region, &scenario, &request, units);
            let best = answer.best.expect("something is told");
            let told = best.met.then_some(-best.money);
            assert_eq!(told, forced, "{goal:?} {:?}", answer.verdict);
            found += usize::from(told.is_some());
        }
    }
    assert!(found > 2, "{found}");
}

#[test]
fn both_higher_thans_are_kept_with_less_money_or_it_is_said_who_decides() {
    let region = region();
    let scenario = Scenario::default();
    let mut request = ask(&region, &scenario, Objective::LeastMoney(Goal::HigherThans));
    for own in &mut request.parts {
        own.least = Decimal::ZERO;
    }
    let answer = allocate(&region, &scenario, &request);
    hold(&region, &scenario, &request, &answer);
    let second = targets::second_higher_than(&scenario.project(&region));
    let fails = second
        .iter()
        .filter(|own| own.verdict != Verdict::Met)
        .count();
    assert_eq!(answer.second_fails.len(), fails);
    let best = answer.best.expect("something is told");
    assert_eq!(best.met, answer.verdict != AllocationVerdict::OutOfReach);
}
