use super::*;
use crate::analysis::monte_carlo::{MonteCarloRequest, OutcomeMeasure, Simulation};
use crate::analysis::search::USUAL_REACH;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution};

fn request(region: &Region, scenario: &Scenario, objective: Objective) -> AllocationRequest {
    AllocationRequest {
        parts: usual(region, scenario, USUAL_REACH),
        raises_other: false,
        floor: FundsFloor::default(),
        downside: Some(Downside {
            seed: 3,
            draws: 200,
            distributions: Vec::new(),
        }),
        ..ask(region, scenario, objective)
    }
}

#[test]
fn the_tenth_is_that_of_the_same_draws_made_elsewhere() {
    let region = region();
    let scenario = Scenario::default();
    let year = 2026;
    let request = request(&region, &scenario, Objective::Income(year));
    let answer = allocate(&region, &scenario, &request);
    let tenth = answer.downside.expect("draws were asked for");
    assert_eq!(tenth.draws, 200);
    assert!(tenth.best >= tenth.central && tenth.best >= tenth.now);
    let downside = request.downside.clone().expect("asked for");
    let levers = answer.moves.iter().map(|own| (own.key, own.to)).collect();
    let mut draws = Simulation::new(
        &region,
        &scenario,
        MonteCarloRequest {
            seed: downside.seed,
            draws: downside.draws,
            distributions: Vec::new(),
            year,
            measure: OutcomeMeasure::Income,
            drafts: vec![levers],
        },
    )
    .expect("in order");
    assert!(draws.advance());
    let drawn = draws.answer(region.years);
    let step = usize::from(year - region.years.first_plan);
    let now = drawn.years[step].scenario.p10;
    assert!(
        (search::float(tenth.now) - now).abs() < 1e-3,
        "{tenth:?} {now}"
    );
    let draft = drawn.drafts[0].as_ref().expect("possible");
    let best = draft.years[step].income.p10;
    assert!(
        (search::float(tenth.best) - best).abs() < 1e-3,
        "{tenth:?} {best}"
    );
    // The same seed brings the same answer.
    assert_eq!(allocate(&region, &scenario, &request), answer);
    hold(&region, &scenario, &request, &answer);
}

#[test]
fn what_is_best_on_the_whole_gives_way_where_it_may_bring_nothing() {
    let region = region();
    let mut scenario = Scenario::default();
    let infrastructure = Key::from(Fixed::InfraReturn);
    let set = scenario.set(&region, infrastructure, decimal("0.3"));
    set.expect("in range");
    let mut request = request(&region, &scenario, Objective::Market);
    // Roads bring much or nothing.
    let asked = request.downside.as_mut().expect("asked for");
    asked.distributions = vec![InputDistribution {
        key: infrastructure,
        least: Decimal::ZERO,
        most: decimal("0.6"),
        shape: DistributionShape::Uniform,
    }];
    let columns = |answer: &AllocationAnswer| {
        let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
        let matrix = matrix(&region, &changed);
        Category::ALL.map(|category| MatrixPart::Column(category).of(&matrix).exact())
    };
    let downside = allocate(&region, &scenario, &request);
    hold(&region, &scenario, &request, &downside);
    let tenth = downside.downside.expect("draws were asked for");
    assert!(tenth.is_other && tenth.best > tenth.central, "{tenth:?}");
    assert!(downside.shadows.is_empty() && downside.switching_values.is_empty());
    request.downside = None;
    let central = allocate(&region, &scenario, &request);
    let infra = Category::Infrastructure as usize;
    assert!(columns(&central)[infra] > columns(&downside)[infra]);
    let (most, less) = (central.best.expect("found"), downside.best.expect("found"));
    assert!(
        most.market > less.market,
        "safety costs something on the whole"
    );
}

#[test]
fn draws_that_can_not_be_made_are_refused() {
    let region = region();
    let scenario = Scenario::default();
    for draws in [0, crate::analysis::allocation::downside::MOST_DRAWS + 1] {
        let mut request = request(&region, &scenario, Objective::Market);
        request.downside.as_mut().expect("asked for").draws = draws;
        let answer = allocate(&region, &scenario, &request);
        assert_eq!(answer.verdict, AllocationVerdict::NoDraws);
    }
    // The least money has a goal, not a result to draw.
    let request = request(&region, &scenario, least(2023));
    assert!(allocate(&region, &scenario, &request).downside.is_none());
}
