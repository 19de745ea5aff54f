use super::*;
use crate::region::key::Group;

/// Areas of a way, named independently of the search.
fn areas(way: &WayToGoal) -> Vec<&'static str> {
    let area = |key: Key| match key.group() {
        Group::Funds | Group::Social if way.cost.funds > Decimal::ZERO => "new money",
        Group::Funds | Group::Social => "moved money",
        Group::Employment | Group::Relocation => "jobs",
        _ if key == Key::from(Fixed::Coverage) || key == Key::from(Fixed::GrantsShare) => {
            "coverage"
        }
        _ => "use",
    };
    let mut areas: Vec<&str> = way.moves.iter().map(|own| area(own.key)).collect();
    areas.sort_unstable();
    areas.dedup();
    areas
}

#[test]
fn ways_side_by_side_are_of_different_kinds_and_two_are_found_where_there_are_two() {
    // Under the first version of the data each kind of lever reaches these goals.
    let region = region_as_of(1);
    let scenario = Scenario::default();
    let all = search::movable();
    let jobs = |key: &Key| matches!(key.group(), Group::Employment | Group::Relocation);
    let use_of_all = |key: &Key| {
        matches!(key.group(), Group::Spending | Group::Operation)
            && *key != Key::from(Fixed::GrantsShare)
    };
    let share = |share: &str| Goal::Close {
        benchmark: Benchmark::LiftedProvince,
        year: 2024,
        share: decimal(share),
    };
    for goal in [
        share("0.1"),
        share("0.5"),
        share("1"),
        close(Benchmark::LiftedNation, 2027),
    ] {
        let mut request = usual(&region, &scenario, goal);
        let answer = seek(&region, &scenario, &request);
        let reaching: Vec<&WayToGoal> = answer.ways.iter().filter(|way| way.reaches).collect();
        for (index, way) in reaching.iter().enumerate() {
            hold(&region, &scenario, &request, way);
            // The first stands there for its few levers, whatever its kind.
            for other in reaching[..index].iter().skip(1) {
                assert_ne!(areas(way), areas(other), "{goal:?}");
            }
        }
        assert_eq!(reaching[0].kind, WayKind::FewestLevers);
        // Some levers alone: where any of them reach the goal, there is a way beside the cheapest.
        let mut alone = 0;
        for some in [&jobs as &dyn Fn(&Key) -> bool, &use_of_all, &|key: &Key| {
            search::cell(*key).is_some()
        }] {
            request.levers = all
                .iter()
                .filter(|key| some(key))
                .map(|key| search::usual(&region, &scenario, *key))
                .collect();
            alone +=
                usize::from(seek(&region, &scenario, &request).verdict == GoalVerdict::Reached);
        }
        assert!(reaching.len() >= alone.clamp(1, 3), "{goal:?}: {alone}");
        assert!(reaching.len() >= 3, "{goal:?}: {}", reaching.len());
    }
}

#[test]
fn by_default_money_moves_between_categories_before_new_money_is_asked_for() {
    let region = region();
    let scenario = Scenario::default();
    let goal = reach(Benchmark::LiftedProvince, 2024);
    let mut request = usual(&region, &scenario, goal);
    request.levers.retain(|own| search::cell(own.key).is_some());
    let cheapest = |request: &GoalRequest| {
        let answer = seek(&region, &scenario, request);
        cheapest(&answer).clone()
    };
    let free = cheapest(&request);
    hold(&region, &scenario, &request, &free);
    assert!(free.cost.shifted > Decimal::ZERO);
    // With every cell's least at its plan nothing can move, and new money costs more.
    for own in &mut request.levers {
        own.least = scenario.value(&region, own.key).expect("a value");
    }
    let bound = cheapest(&request);
    assert!(bound.cost.shifted.is_zero() && bound.cost.counted > free.cost.counted);
    assert!(bound.cost.funds > free.cost.funds);
}

#[test]
fn few_levers_reach_a_goal_at_no_less_than_the_cheapest_of_every_case_tried() {
    let region = region();
    let scenario = Scenario::default();
    let levers = [
        (Level::County, Category::Infrastructure),
        (Level::County, Category::Other),
    ];
    let goal = Goal::Close {
        benchmark: Benchmark::LiftedProvince,
        year: 2024,
        share: decimal("0.02"),
    };
    let levers = levers
        .map(|(level, category)| search::usual(&region, &scenario, funds(level, category).into()));
    let request = GoalRequest {
        goal,
        levers: levers.to_vec(),
        prices: Prices::usual(&region),
        raises_other: true,
    };
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::Reached);
    let cheapest = cheapest(&answer);
    // Every way to give and take in steps of a hundredth of the cell's room.
    for give in 0..=20 {
        for take in 0..=100 {
            let of = |limits: &LeverLimits, to: Decimal| LeverMove {
                key: limits.key,
                from: scenario.value(&region, limits.key).expect("a value"),
                to,
            };
            let [infrastructure, other] = &levers;
            let (from, more) = (
                of(infrastructure, Decimal::ZERO).from,
                of(other, Decimal::ZERO).from,
            );
            let less =
                from - (from - infrastructure.least) * Decimal::from(give) / Decimal::from(20);
            let most = more + (other.most - more) * Decimal::from(take) / Decimal::from(400);
            let moves = [of(infrastructure, less), of(other, most)];
            let changed = search::with(&region, &scenario, &moves).expect("fits");
            let is_met = check::lines(&changed.project(&region), goal)[0].met;
            let cost = price::cost(&region, &scenario, &levers, &request.prices, &moves);
            assert!(
                !is_met || cost.counted >= cheapest.cost.counted - search::TEN_THOUSAND,
                "{moves:?}"
            );
        }
    }
}

#[test]
fn money_ends_in_whole_units_wherever_it_starts() {
    let region = region();
    let mut scenario = Scenario::default();
    for (level, category, amount) in [
        (Level::County, Category::Other, "43793210.5"),
        (Level::County, Category::Infrastructure, "134739999"),
        (Level::Central, Category::Industry, "686780000.25"),
    ] {
        let set = scenario.set(&region, funds(level, category).into(), decimal(amount));
        set.expect("in range");
    }
    let request = usual(&region, &scenario, reach(Benchmark::LiftedProvince, 2024));
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::Reached);
    let moves = answer.ways.iter().flat_map(|way| &way.moves);
    let money = moves.filter(|own| search::cell(own.key).is_some());
    assert!(money.clone().count() > 0);
    for moved in money {
        assert!(
            (moved.to / search::TEN_THOUSAND).fract().is_zero(),
            "{moved:?}"
        );
    }
    for way in &answer.ways {
        hold(&region, &scenario, &request, way);
    }
}
