use super::*;
use crate::analysis::labour::LabourChecks;

fn set(scenario: &mut Scenario, name: &str, value: &str) {
    let key = Key::parse(name).expect("a key");
    let set = scenario.set(&region(), key, decimal(value));
    set.expect("in range");
}

fn jobs_of(way: &WayToGoal) -> Decimal {
    let jobs = way.moves.iter().filter(|own| {
        let mut batches = crate::region::key::Batch::ALL.into_iter();
        batches.any(|batch| Key::from(crate::region::key::jobs(batch)) == own.key)
    });
    jobs.map(|own| own.to).sum()
}

#[test]
fn other_spending_is_raised_only_where_it_may_be() {
    let region = region();
    let scenario = Scenario::default();
    let mut request = usual(&region, &scenario, reach(Benchmark::LiftedProvince, 2024));
    let is_raised = |own: &LeverMove| {
        let is_other = matches!(search::cell(own.key), Some((_, Category::Other)));
        is_other && own.to > own.from
    };
    request.raises_other = false;
    let kept = seek(&region, &scenario, &request);
    assert_eq!(kept.verdict, GoalVerdict::Reached);
    for way in &kept.ways {
        hold(&region, &scenario, &request, way);
        assert!(!way.moves.iter().any(is_raised), "{:?}", way.kind);
    }
    request.raises_other = true;
    let raised = seek(&region, &scenario, &request);
    let mut moves = raised.ways.iter().flat_map(|way| &way.moves);
    assert!(moves.any(is_raised), "where it may be, some way raises it");
    // A least above the plan can't hold beside that.
    let key = Key::from(funds(Level::County, Category::Other));
    let own = request.levers.iter_mut().find(|own| own.key == key);
    let own = own.expect("a cell");
    own.least = own.most;
    request.raises_other = false;
    assert_eq!(
        seek(&region, &scenario, &request).verdict,
        GoalVerdict::Unfit(vec![(key, LimitsFault::AbovePlan)])
    );
}

#[test]
fn jobs_of_all_batches_need_no_more_than_idle_labour() {
    let region = region();
    let mut scenario = Scenario::default();
    set(&mut scenario, "idle_labour", "3000");
    set(&mut scenario, "jobs.welfare", "500");
    let goal = reach(Benchmark::RuralNation, 2023);
    let mut request = usual(&region, &scenario, goal);
    request.levers.retain(|own| {
        let group = own.key.group();
        group == crate::region::key::Group::Employment
    });
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.verdict, GoalVerdict::OutOfReach);
    for way in &answer.ways {
        hold(&region, &scenario, &request, way);
        let moved = way
            .moves
            .iter()
            .any(|own| own.key == Key::from(Fixed::JobsWelfare));
        let kept = if moved { Decimal::ZERO } else { decimal("500") };
        assert_eq!(jobs_of(way) + kept, decimal("3000"), "all of it is used");
        let changed = search::with(&region, &scenario, &way.moves).expect("fits");
        let checks = LabourChecks::of(region.years, &changed.resolve(&region).scenario);
        assert_eq!(checks.jobs, None);
        assert!(way.held_by.contains(&Key::from(Fixed::IdleLabour)));
    }
    // A year of its own counts where it has more.
    set(&mut scenario, "jobs.outward.2024", "2800");
    let answer = seek(&region, &scenario, &request);
    for way in &answer.ways {
        let changed = search::with(&region, &scenario, &way.moves).expect("fits");
        let checks = LabourChecks::of(region.years, &changed.resolve(&region).scenario);
        assert_eq!(checks.jobs.map(|own| own.year), Some(2024), "as it was");
        let others = way
            .moves
            .iter()
            .filter(|own| own.key != Key::from(Fixed::JobsOutward));
        assert_eq!(others.count(), 0, "no batch that 2024 counts too may grow");
    }
}

#[test]
fn the_relocated_take_no_more_work_than_there_are_people_without_it() {
    let region = region();
    let mut scenario = Scenario::default();
    set(&mut scenario, "relocated_labour", "26361");
    set(&mut scenario, "relocated_employed", "25654");
    let key = Key::from(Fixed::RelocatedEmployment);
    let most = decimal("0.0268");
    assert_eq!(search::usual(&region, &scenario, key).most, most);
    let mut request = GoalRequest {
        goal: reach(Benchmark::RuralNation, 2023),
        levers: vec![LeverLimits {
            key,
            least: Decimal::ZERO,
            most: decimal("0.1"),
        }],
        prices: Prices::usual(&region),
        raises_other: false,
    };
    let answer = seek(&region, &scenario, &request);
    assert_eq!(answer.ways[0].moves[0].to, most);
    assert_eq!(answer.ways[0].held_by, [key]);
    request.levers[0].least = decimal("0.05");
    assert_eq!(
        seek(&region, &scenario, &request).verdict,
        GoalVerdict::Unfit(vec![(key, LimitsFault::BeyondLabour)])
    );
}

#[test]
fn a_request_of_an_earlier_version_is_read() {
    let text = r#"{"goal":"higher_thans","levers":[],"prices":{"effort":"0","shifted":"0"}}"#;
    let request: GoalRequest = serde_json::from_str(text).expect("a request");
    assert!(!request.raises_other);
}
