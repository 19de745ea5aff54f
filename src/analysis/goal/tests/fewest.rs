use super::*;

fn share(share: &str, year: Year) -> Goal {
    Goal::Close {
        benchmark: Benchmark::LiftedProvince,
        year,
        share: decimal(share),
    }
}

/// Levers that reach the goal alone at an end of their room, by the exact model.
fn alone(region: &Region, scenario: &Scenario, request: &GoalRequest) -> Vec<Key> {
    let rule = search::central_rule(region, scenario).expect("a rule");
    let central = |category| Key::from(funds(Level::Central, category));
    let reaches = |own: &LeverLimits, to: Decimal| {
        let from = scenario.value(region, own.key).expect("a value");
        let moved = LeverMove {
            key: own.key,
            from,
            to,
        };
        let changed = search::with(region, scenario, &[moved]).expect("fits");
        let money = |category| {
            let money = changed.value(region, central(category));
            money.expect("a value")
        };
        let all: Decimal = Category::ALL.into_iter().map(money).sum();
        let keeps_rule = money(Category::Industry) >= all * rule;
        let lines = check::lines(&changed.project(region), request.goal);
        keeps_rule && lines.iter().all(|line| line.met)
    };
    let levers = request.levers.iter();
    let levers = levers.filter(|own| reaches(own, own.most) || reaches(own, own.least));
    levers.map(|own| own.key).collect()
}

#[test]
fn no_way_moves_fewer_levers_than_the_first_and_one_is_enough_where_it_can_be() {
    let region = region();
    let mut counts = Vec::new();
    for scenario in [Scenario::default(), Example::Coverage.scenario(&region)] {
        for goal in [
            share("0.1", 2024),
            share("1", 2024),
            share("1", 2023),
            close(Benchmark::LiftedNation, 2027),
            close(Benchmark::RuralProvince, 2030),
        ] {
            let request = usual(&region, &scenario, goal);
            let answer = seek(&region, &scenario, &request);
            if answer.verdict != GoalVerdict::Reached {
                continue;
            }
            let (fewest, others) = answer.ways.split_first().expect("a way");
            assert_eq!(fewest.kind, WayKind::FewestLevers);
            assert!(fewest.reaches);
            hold(&region, &scenario, &request, fewest);
            for other in others.iter().filter(|way| way.reaches) {
                assert!(fewest.moves.len() <= other.moves.len(), "{goal:?}");
                assert_ne!(fewest.moves, other.moves, "told once");
            }
            let alone = alone(&region, &scenario, &request);
            assert_eq!(fewest.moves.len() == 1, !alone.is_empty(), "{goal:?}");
            counts.push(fewest.moves.len());
        }
    }
    counts.sort_unstable();
    assert_eq!(counts.first(), Some(&1), "one lever is enough for some");
    assert!(counts.last() > Some(&1), "and not for all: {counts:?}");
}

#[test]
fn two_levers_are_told_where_one_is_not_enough() {
    let region = region();
    let scenario = with_idle_labour(&region);
    // By hand: each batch may have so many jobs that two of them, and not one, reach the goal.
    let goal = reach(Benchmark::LiftedProvince, 2023);
    let missing = {
        let outcome = scenario.project(&region);
        check::lines(&outcome, goal)[0].missing()
    };
    let value = |fixed: Fixed| scenario.value(&region, fixed.into()).expect("a value");
    // A batch's job brings its pay without what it replaces and what is clawed back.
    let a_job = |pay: Fixed, replaced: Fixed, idle: Fixed| {
        let additional = (Decimal::ONE - value(replaced)) * (Decimal::ONE - value(idle));
        let kept = Decimal::ONE - value(Fixed::Clawback);
        value(pay) * additional * value(Fixed::JobFirstYear) * kept
    };
    let population = value(Fixed::Population) * (Decimal::ONE + value(Fixed::PopulationGrowth));
    let all = missing * population;
    let batches = [
        (
            Fixed::JobsOutward,
            Fixed::PayOutward,
            Fixed::DisplacementOutward,
            Fixed::DeadweightOutward,
        ),
        (
            Fixed::JobsWorkshop,
            Fixed::PayWorkshop,
            Fixed::DisplacementWorkshop,
            Fixed::DeadweightWorkshop,
        ),
        (
            Fixed::JobsRelief,
            Fixed::PayRelief,
            Fixed::DisplacementRelief,
            Fixed::DeadweightRelief,
        ),
    ];
    // Each batch may bring three fifths of what is missing.
    let levers = batches.map(|(jobs, pay, replaced, idle)| LeverLimits {
        key: jobs.into(),
        least: Decimal::ZERO,
        most: (all * decimal("0.6") / a_job(pay, replaced, idle)).ceil(),
    });
    let request = GoalRequest {
        goal,
        levers: levers.to_vec(),
        prices: Prices::usual(&region),
        raises_other: false,
    };
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::Reached);
    assert_eq!(answer.ways[0].kind, WayKind::FewestLevers);
    assert_eq!(answer.ways[0].moves.len(), 2);
}
