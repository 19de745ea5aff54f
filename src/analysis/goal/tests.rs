mod fewest;
mod kinds;
mod limits;

use super::*;
use crate::number::Yuan;
use crate::region::key::{Category, Fixed, Level, funds};
use crate::region::tests::{region, region_as_of};
use crate::scenario::examples::Example;
use crate::scenario::matrix::MatrixPart;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn usual(region: &Region, scenario: &Scenario, goal: Goal) -> GoalRequest {
    let keys = search::movable().into_iter();
    GoalRequest {
        goal,
        levers: keys
            .map(|key| search::usual(region, scenario, key))
            .collect(),
        prices: Prices::usual(region),
        raises_other: true,
    }
}

/// A scenario in which as many people as are asked for can take work.
fn with_idle_labour(region: &Region) -> Scenario {
    let mut scenario = Scenario::default();
    let (_, everybody) = Key::from(Fixed::IdleLabour).range();
    let set = scenario.set(region, Fixed::IdleLabour.into(), everybody);
    set.expect("within the key's range");
    scenario
}

fn close(benchmark: Benchmark, year: Year) -> Goal {
    Goal::Close {
        benchmark,
        year,
        share: decimal("0.5"),
    }
}

fn reach(benchmark: Benchmark, year: Year) -> Goal {
    Goal::Reach { benchmark, year }
}

/// Checks of a way all that must hold of any.
fn hold(region: &Region, scenario: &Scenario, request: &GoalRequest, way: &WayToGoal) {
    let changed = search::with(region, scenario, &way.moves).expect("fits");
    let lines = check::lines(&changed.project(region), request.goal);
    assert_eq!(lines, way.lines, "{:?}", way.kind);
    assert_eq!(way.reaches, lines.iter().all(|line| line.met));
    for moved in &way.moves {
        let limits = request.levers.iter().find(|own| own.key == moved.key);
        let limits = limits.expect("only what may move moves");
        assert!(
            limits.least <= moved.to && moved.to <= limits.most,
            "{moved:?}"
        );
        let step = search::step(moved.key);
        let is_end = moved.to == limits.least || moved.to == limits.most;
        let is_whole = match search::cell(moved.key) {
            Some(_) => (moved.to / step).fract().is_zero(),
            None => is_end || (moved.to / step).fract().is_zero(),
        };
        assert!(is_whole, "{moved:?}");
    }
    if way.kind == WayKind::NoNewMoney {
        assert!(way.cost.funds.is_zero() && way.cost.jobs.is_zero());
    }
}

/// The way that reaches the goal at the least cost, whatever its kind.
fn cheapest(answer: &GoalAnswer) -> &WayToGoal {
    let reached = answer.ways.iter().filter(|way| way.reaches);
    reached
        .min_by_key(|way| way.cost.counted)
        .expect("a way reaches it")
}

#[test]
fn a_goal_is_reached_in_ways_of_several_kinds() {
    let region = region();
    for scenario in [Scenario::default(), Example::Together.scenario(&region)] {
        for goal in [
            reach(Benchmark::LiftedProvince, 2024),
            close(Benchmark::LiftedNation, 2027),
            reach(Benchmark::LiftedProvince, 2023),
            close(Benchmark::RuralProvince, 2030),
        ] {
            let request = usual(&region, &scenario, goal);
            let answer = seek(&region, &scenario, &request);
            if answer.verdict == GoalVerdict::Met {
                assert!(answer.now.iter().all(|line| line.met));
                continue;
            }
            assert!(answer.ways.len() > 2, "{goal:?}");
            for way in &answer.ways {
                hold(&region, &scenario, &request, way);
            }
            let reached = answer.ways.iter().filter(|way| way.reaches);
            let others = reached.clone().skip(1);
            assert!(others.is_sorted_by_key(|way| way.cost.counted));
            let is_reached = answer.verdict == GoalVerdict::Reached;
            assert_eq!(is_reached, reached.count() > 0);
            // What uses every lever misses no more than what uses some.
            let all = answer.ways.iter().find(|way| way.kind == WayKind::Cheapest);
            match all {
                Some(all) => assert!(all.reaches == is_reached, "{goal:?}"),
                None => assert_eq!(cheapest(&answer).kind, WayKind::FewestLevers),
            }
        }
    }
    let request = usual(
        &region,
        &Scenario::default(),
        reach(Benchmark::LiftedProvince, 2024),
    );
    let answer = seek(&region, &Scenario::default(), &request);
    let reached = answer.ways.iter().filter(|way| way.reaches).count();
    assert!(reached >= 3, "two more kinds: {reached}");
}

#[test]
fn no_cheaper_single_lever_is_overlooked() {
    let region = region();
    let scenario = Scenario::default();
    let request = usual(&region, &scenario, reach(Benchmark::LiftedProvince, 2024));
    let answer = seek(&region, &scenario, &request);
    let cheapest = cheapest(&answer);
    // Each lever alone at the top of its room: none reaches the goal for less.
    for limits in &request.levers {
        let from = scenario.value(&region, limits.key).expect("a value");
        for tenths in 1..=10 {
            let to = from + (limits.most - from) * Decimal::from(tenths) / Decimal::TEN;
            let moved = LeverMove {
                key: limits.key,
                from,
                to,
            };
            let changed = search::with(&region, &scenario, &[moved]).expect("fits");
            let lines = check::lines(&changed.project(&region), request.goal);
            let cost = price::cost(
                &region,
                &scenario,
                &request.levers,
                &request.prices,
                &[moved],
            );
            let is_met = lines.iter().all(|line| line.met);
            assert!(
                !is_met || cost.counted >= cheapest.cost.counted,
                "{}",
                limits.key
            );
        }
    }
}

#[test]
fn one_lever_moves_no_unit_more_than_it_needs() {
    let region = region();
    let scenario = with_idle_labour(&region);
    let key = Key::from(Fixed::JobsOutward);
    let request = GoalRequest {
        goal: reach(Benchmark::LiftedProvince, 2023),
        levers: vec![LeverLimits {
            key,
            least: Decimal::ZERO,
            most: decimal("100000"),
        }],
        prices: Prices::usual(&region),
        raises_other: true,
    };
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::Reached);
    assert_eq!(answer.ways.len(), 1, "equal ways are told once");
    let [moved] = answer.ways[0].moves[..] else {
        panic!("one lever moves");
    };
    let fewer = LeverMove {
        to: moved.to - Decimal::ONE,
        ..moved
    };
    let changed = search::with(&region, &scenario, &[fewer]).expect("fits");
    assert!(!check::lines(&changed.project(&region), request.goal)[0].met);
    // 42,000 yuan a job, from outside the plan.
    assert_eq!(answer.ways[0].cost.jobs, moved.to * decimal("42000"));
    assert_eq!(answer.ways[0].cost.counted, answer.ways[0].cost.jobs);
}

#[test]
fn what_can_not_be_reached_says_how_far_one_gets_and_what_holds() {
    let region = region();
    let scenario = Scenario::default();
    let key = Key::from(Fixed::BenefitShare);
    let most = decimal("0.8");
    let request = GoalRequest {
        goal: reach(Benchmark::RuralNation, 2024),
        levers: vec![LeverLimits {
            key,
            least: decimal("0.7"),
            most,
        }],
        prices: Prices::usual(&region),
        raises_other: true,
    };
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::OutOfReach);
    let way = &answer.ways[0];
    assert_eq!(
        way.moves,
        [LeverMove {
            key,
            from: decimal("0.7"),
            to: most
        }]
    );
    assert_eq!(way.held_by, [key]);
    assert!(way.lines[0].missing() < answer.now[0].missing());
    hold(&region, &scenario, &request, way);
}

#[test]
fn money_is_moved_where_none_may_come_and_the_rule_on_central_funds_holds() {
    let region = region();
    let scenario = Scenario::default();
    let levers = Level::ALL.into_iter().flat_map(|level| {
        Category::ALL.map(|category| {
            let key = funds(level, category).into();
            let now = scenario.value(&region, key).expect("a value");
            LeverLimits {
                key,
                least: Decimal::ZERO,
                most: now * Decimal::TWO,
            }
        })
    });
    let request = GoalRequest {
        goal: reach(Benchmark::LiftedProvince, 2024),
        levers: levers.collect(),
        prices: Prices::usual(&region),
        raises_other: true,
    };
    let answer = seek(&region, &scenario, &request);
    let way = answer.ways.iter().find(|way| way.cost.funds.is_zero());
    let way = way.expect("a way without new money");
    hold(&region, &scenario, &request, way);
    assert!(way.cost.shifted > Decimal::ZERO);
    let changed = search::with(&region, &scenario, &way.moves).expect("fits");
    let matrix = |scenario: &Scenario| {
        Level::ALL.map(|level| {
            Category::ALL.map(|category| {
                let money = scenario.value(&region, funds(level, category).into());
                Yuan(money.expect("a value"))
            })
        })
    };
    let (before, after) = (matrix(&scenario), matrix(&changed));
    for level in Level::ALL {
        assert!(MatrixPart::Row(level).of(&after) <= MatrixPart::Row(level).of(&before));
    }
    let central = MatrixPart::Row(Level::Central).of(&after);
    let industry = after[0][0];
    assert!(industry.exact() >= central.exact() * decimal("0.6"));
}

#[test]
fn what_can_not_be_asked_is_said() {
    let region = region();
    let scenario = Scenario::default();
    let goal = reach(Benchmark::LiftedProvince, 2024);
    let ask = |change: &dyn Fn(&mut GoalRequest)| {
        let mut request = usual(&region, &scenario, goal);
        change(&mut request);
        seek(&region, &scenario, &request).verdict
    };
    let key = Key::from(Fixed::Coverage);
    let limits = |least: &str, most: &str| LeverLimits {
        key,
        least: decimal(least),
        most: decimal(most),
    };
    let unfit = |fault| GoalVerdict::Unfit(vec![(key, fault)]);
    assert_eq!(
        ask(&|own| own.levers = vec![limits("0.9", "0.8")]),
        unfit(LimitsFault::UpsideDown)
    );
    assert_eq!(
        ask(&|own| own.levers = vec![limits("0.9", "1.1")]),
        unfit(LimitsFault::OutOfRange)
    );
    assert_eq!(
        ask(&|own| own.levers = vec![limits("0.8", "0.9"); 2]),
        unfit(LimitsFault::NoLever)
    );
    assert_eq!(ask(&|own| own.levers.clear()), GoalVerdict::NothingMoves);
    assert_eq!(
        ask(&|own| own.levers = vec![limits("0.81", "0.81")]),
        GoalVerdict::NothingMoves
    );
    assert_eq!(
        ask(&|own| own.goal = reach(Benchmark::LiftedProvince, 2022)),
        GoalVerdict::NoSuchGoal
    );
    let greedy = Goal::Close {
        benchmark: Benchmark::RuralNation,
        year: 2025,
        share: Decimal::TWO,
    };
    assert_eq!(ask(&|own| own.goal = greedy), GoalVerdict::NoSuchGoal);
    assert_eq!(
        ask(&|own| own.prices.effort = -Decimal::ONE),
        GoalVerdict::NoSuchGoal
    );
}

#[test]
fn a_goal_already_met_asks_for_nothing() {
    let region = region();
    let mut scenario = Scenario::default();
    scenario
        .set(&region, Fixed::JobsOutward.into(), decimal("100000"))
        .expect("in range");
    let request = usual(&region, &scenario, reach(Benchmark::LiftedProvince, 2023));
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::Met);
    assert!(answer.ways.is_empty() && answer.now[0].met);
}

#[test]
fn higher_thans_are_kept_every_year() {
    let region = region();
    let mut scenario = Scenario::default();
    // Wages that grow more slowly than incomes of the province's rural residents.
    for (key, value) in [
        (Fixed::GrowthNearWage, "0.06"),
        (Fixed::GrowthFarWage, "0.058"),
    ] {
        scenario
            .set(&region, key.into(), decimal(value))
            .expect("in range");
    }
    let request = usual(&region, &scenario, Goal::HigherThans);
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.now.len(), 8);
    assert!(answer.now.iter().any(|line| !line.met));
    for way in &answer.ways {
        hold(&region, &scenario, &request, way);
    }
    // The plan as it is keeps both.
    let plan = Scenario::default();
    let request = usual(&region, &plan, Goal::HigherThans);
    let answer = seek(&region, &plan, &request);
    let first = targets::first_higher_than(&plan.project(&region));
    assert_eq!(
        answer.verdict == GoalVerdict::Met,
        first.iter().all(|own| own.met) && answer.second_fails.is_empty()
    );
}

#[test]
fn a_request_goes_over_as_text() {
    let region = region();
    let request = usual(
        &region,
        &Scenario::default(),
        close(Benchmark::RuralNation, 2027),
    );
    let text = serde_json::to_string(&request).expect("text");
    assert_eq!(
        serde_json::from_str::<GoalRequest>(&text).expect("the same"),
        request
    );
    let answer = seek(&region, &Scenario::default(), &request);
    let text = serde_json::to_string(&answer).expect("text");
    assert_eq!(
        serde_json::from_str::<GoalAnswer>(&text).expect("the same"),
        answer
    );
}
