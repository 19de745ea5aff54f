use super::*;
use crate::analysis::allocation::cell_program::CellProgram;
use crate::analysis::allocation::levers::Search;
use crate::analysis::search::USUAL_REACH;
use crate::region::key::Unit;
use crate::scenario::examples::Example;

fn usual_request(region: &Region, scenario: &Scenario, objective: Objective) -> AllocationRequest {
    AllocationRequest {
        parts: usual(region, scenario, USUAL_REACH),
        ..ask(region, scenario, objective)
    }
}

fn last(region: &Region) -> Objective {
    Objective::Earned(region.years.horizon)
}

#[test]
fn the_usual_answer_is_a_step_from_the_plan() {
    let region = region();
    for scenario in [Scenario::default(), Example::Together.scenario(&region)] {
        let request = usual_request(&region, &scenario, last(&region));
        let answer = allocate(&region, &scenario, &request);
        assert_eq!(answer.verdict, AllocationVerdict::Found);
        hold(&region, &scenario, &request, &answer);
        for moved in &answer.moves {
            let plan = region.values().get(moved.key).expect("a cell");
            let now = scenario.value(&region, moved.key).expect("a cell");
            let farthest = (plan * USUAL_REACH).max((now - plan).abs());
            assert!((moved.to - plan).abs() <= farthest, "{moved:?}");
        }
        // Cells at an end of their room are named, and those alone.
        let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
        let found = matrix(&region, &changed);
        for own in request.parts.iter().filter(|own| !own.is_locked()) {
            let amount = own.part.of(&found).exact();
            let unit = search::TEN_THOUSAND;
            let at_least = answer.at.contains(&Condition::Least(own.part));
            let at_most = answer.at.contains(&Condition::Most(own.part));
            assert_eq!(at_least, amount - own.least < unit, "{own:?}");
            assert_eq!(at_most, own.most - amount < unit, "{own:?}");
        }
        assert!(!answer.at.is_empty());
        // Once it is taken there is nothing better.
        let request = usual_request(&region, &changed, last(&region));
        let verdict = allocate(&region, &changed, &request).verdict;
        assert_eq!(verdict, AllocationVerdict::Unchanged);
    }
}

#[test]
fn what_turns_the_answer_is_found_as_by_asking_at_every_end() {
    let (region, scenario) = (region(), Scenario::default());
    let request = usual_request(&region, &scenario, last(&region));
    let answer = allocate(&region, &scenario, &request);
    let columns = |scenario: &Scenario| {
        Category::ALL.map(|category| {
            MatrixPart::Column(category)
                .of(&matrix(&region, scenario))
                .exact()
        })
    };
    let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
    let (now, best) = (columns(&scenario), columns(&changed));
    let mut turned = 0;
    for (key, figure) in &region.parameters {
        let Some((least, most)) = figure.range.filter(|_| key.unit() != Unit::Flag) else {
            continue;
        };
        let value = scenario.value(&region, *key).expect("a value");
        for end in [least, most] {
            let mut other = scenario.clone();
            if end == value || other.set(&region, *key, end).is_err() {
                continue;
            }
            let table = CellProgram::new(&region, &other, &request);
            let mut search = Search::new(&region, &other, &request, table);
            let cells = search.cells(&[]).expect("there is room");
            let then = CellProgram::columns(&cells);
            let is_turned = (0..3).any(|index| {
                let before = search::float(best[index] - now[index]);
                let after = then[index] - search::float(now[index] / search::TEN_THOUSAND);
                before * after < 0.0 && before.abs() >= 1.0 && after.abs() >= 1.0
            });
            let told = answer
                .switching_values
                .iter()
                .any(|own| own.key == *key && own.end == end);
            assert_eq!(told, is_turned, "{key} at {end}");
            turned += usize::from(told);
        }
    }
    assert_eq!(turned, answer.switching_values.len());
    let of = |key: Fixed| {
        answer
            .switching_values
            .iter()
            .find(|own| own.key == Key::from(key))
    };
    let infrastructure = of(Fixed::InfraReturn).expect("what roads bring for years decides");
    let (now, edge) = (infrastructure.now, infrastructure.edge);
    assert!(
        now < edge && edge < infrastructure.most,
        "{infrastructure:?}"
    );
    assert_eq!(infrastructure.rises, [Category::Infrastructure]);
    // Wages of other spending are public work, so that no share of them turns what the market pays.
    assert!(of(Fixed::OtherWage).is_none() && of(Fixed::Gini).is_none());
    let way = |turn: &SwitchingValue| (turn.edge - turn.now).abs() / (turn.most - turn.least);
    assert!(answer.switching_values.is_sorted_by_key(way));
}

#[test]
fn what_is_found_is_whole_wherever_it_starts() {
    let region = region();
    let mut scenario = Scenario::default();
    for (level, category, amount) in [
        (Level::Central, Category::Industry, "643803210.5"),
        (Level::Provincial, Category::Other, "170000001.25"),
        (Level::City, Category::Infrastructure, "57319999"),
    ] {
        let set = scenario.set(&region, funds(level, category).into(), decimal(amount));
        set.expect("in range");
    }
    let mut locked = usual_request(&region, &scenario, last(&region));
    let total = MatrixPart::Total.of(&matrix(&region, &scenario)).exact();
    locked.parts.push(PartLimits {
        part: MatrixPart::Total,
        least: total,
        most: total,
    });
    for request in [usual_request(&region, &scenario, last(&region)), locked] {
        let answer = allocate(&region, &scenario, &request);
        assert_eq!(answer.verdict, AllocationVerdict::Found);
        for moved in &answer.moves {
            assert!(
                (moved.to / search::TEN_THOUSAND).fract().is_zero(),
                "{moved:?}"
            );
        }
        let (now, best) = (answer.now.expect("now"), answer.best.expect("found"));
        let left = now.money - best.money;
        let four = search::TEN_THOUSAND * Decimal::from(4);
        assert!(left >= Decimal::ZERO && left < four, "{left}");
        let changed = search::with(&region, &scenario, &answer.moves).expect("fits");
        for level in Level::ALL {
            let of = |scenario| {
                MatrixPart::Row(level)
                    .of(&matrix(&region, scenario))
                    .exact()
            };
            let left = of(&scenario) - of(&changed);
            assert!(
                left >= Decimal::ZERO && left < search::TEN_THOUSAND,
                "{level:?} {left}"
            );
        }
    }
}
