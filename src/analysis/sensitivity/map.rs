//! Two values moved together: a result at every place of a grid, with the lines along which it is
//! equal and those along which it equals a benchmark.
//!
//! The grid is computed in floating point; what is shown of a chosen place comes from the model.

use contour::ContourBuilder;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::search::float;
use crate::analysis::sweep::Axis;
use crate::floating::{Assumptions, Floating, FloatingValues, Levers, Projection};
use crate::model::ByBenchmark;
use crate::region::key::{Benchmark, Fixed, Key, Year};
use crate::region::{Region, Years};
use crate::scenario::{Resolved, Scenario, value_text};

/// The most values of an axis.
pub const MOST_VALUES: usize = 101;
/// About so many lines of equal results are drawn.
const LINES: f64 = 8.0;

/// A request for a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapRequest {
    /// Values along the horizontal axis.
    pub across: Axis,
    /// Values along the vertical axis.
    pub up: Axis,
    /// The result.
    pub measure: OutcomeMeasure,
    /// Of which year.
    pub year: Year,
}

/// A place, as the values of both keys.
pub type MapPoint = (f64, f64);

/// The lines along which a result has one value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Isoline {
    /// The value, yuan a head.
    pub value: f64,
    /// Each line from end to end.
    pub lines: Vec<Vec<MapPoint>>,
}

/// The map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SensitivityMap {
    /// The request.
    pub request: MapRequest,
    /// The result at each place, row by row from below; none where both values can't stand together.
    pub values: Vec<Option<f64>>,
    /// Lines of equal results.
    pub isolines: Vec<Isoline>,
    /// Lines of income equal to each benchmark of income, in their order; empty for a difference.
    pub benchmarks: Vec<Vec<Vec<MapPoint>>>,
}

/// The scenario with both values put in together; none where they can't stand.
pub fn at(
    region: &Region,
    scenario: &Scenario,
    across: (Key, Decimal),
    up: (Key, Decimal),
) -> Option<Scenario> {
    let moved = [across, up];
    let kept = scenario
        .entries()
        .filter(|(key, _)| moved.iter().all(|(own, _)| own != key));
    let texts: Vec<(Key, String, String)> = kept
        .chain(moved)
        .map(|(key, value)| (key, key.to_string(), value_text(key, value)))
        .collect();
    let pairs = texts
        .iter()
        .map(|(key, name, text)| (Some(*key), name.as_str(), text.as_str()));
    let (own, problems) = Scenario::read(region, pairs);
    problems.is_empty().then_some(own)
}

/// Computes a map; nothing where an axis has fewer than two values or too many, both move the
/// same key, or the year is none of the plan's.
pub fn map(region: &Region, scenario: &Scenario, request: MapRequest) -> Option<SensitivityMap> {
    let (across, up) = (&request.across, &request.up);
    let fits = |axis: &Axis| (2..=MOST_VALUES).contains(&axis.values.len());
    let step = region.years.plan().position(|year| year == request.year)?;
    if !fits(across) || !fits(up) || across.key == up.key {
        return None;
    }
    let mut moving = Moving::new(region, scenario, [across.key, up.key], request.year);
    let mut values = Vec::with_capacity(across.values.len() * up.values.len());
    let mut leads: Vec<Vec<f64>> =
        vec![Vec::with_capacity(values.capacity()); Benchmark::OF_INCOME.len()];
    for y in &up.values {
        for x in &across.values {
            let [of_x, of_y] = [(across.key, *x), (up.key, *y)];
            if at(region, scenario, of_x, of_y).is_none() {
                values.push(None);
                leads.iter_mut().for_each(|lead| lead.push(f64::NAN));
                continue;
            }
            moving.project([of_x, of_y]);
            let Moving {
                projection,
                benchmarks,
                ..
            } = &moving;
            let income = projection.scenario[step];
            values.push(Some(match request.measure {
                OutcomeMeasure::Income => income,
                OutcomeMeasure::Difference => income - projection.plan[step],
            }));
            for (lead, name) in leads.iter_mut().zip(Benchmark::OF_INCOME) {
                lead.push(income - benchmarks[name as usize][step + 1]);
            }
        }
    }
    let plain: Vec<f64> = values
        .iter()
        .map(|value| value.unwrap_or(f64::NAN))
        .collect();
    let levels = levels(&plain);
    let isolines = levels
        .into_iter()
        .map(|value| Isoline {
            value,
            lines: lines(&plain, value, across, up),
        })
        .filter(|isoline| !isoline.lines.is_empty())
        .collect();
    let benchmarks = match request.measure {
        OutcomeMeasure::Income => leads
            .iter()
            .map(|lead| lines(lead, 0.0, across, up))
            .collect(),
        OutcomeMeasure::Difference => Vec::new(),
    };
    Some(SensitivityMap {
        values,
        isolines,
        benchmarks,
        request,
    })
}

/// The model in floating point, with two values moved in place.
struct Moving {
    resolved: Resolved,
    /// True where the wanted coverage is the known coverage, whatever its value.
    follows_coverage: bool,
    years: Years,
    assumed: FloatingValues,
    assumptions: Assumptions<f64>,
    projection: Projection,
    benchmarks: ByBenchmark<Vec<f64>>,
}

impl Moving {
    fn new(region: &Region, scenario: &Scenario, keys: [Key; 2], until: Year) -> Self {
        let coverage = Key::from(Fixed::Coverage);
        let resolved = scenario.resolve(region);
        let years = region.years.until(until);
        let assumed = FloatingValues::of(&resolved.plan, years);
        Self {
            follows_coverage: scenario.changed(coverage).is_none() && !keys.contains(&coverage),
            years,
            assumptions: Assumptions::of(&assumed, years),
            projection: Projection::new(years),
            benchmarks: Default::default(),
            assumed,
            resolved,
        }
    }

    /// Projects with both values, which stand beside the others; as the scenario resolves them.
    fn project(&mut self, moved: [(Key, Decimal); 2]) {
        let Resolved { plan, scenario } = &mut self.resolved;
        for (key, value) in moved {
            if !key.is_lever() {
                plan.set(key, value);
                self.assumed.put_key(key, float(value));
            }
            scenario.set(key, value);
        }
        let coverage = Key::from(Fixed::Coverage);
        let known = plan.fixed(Fixed::Coverage0);
        plan.set(coverage, known);
        if self.follows_coverage {
            scenario.set(coverage, known);
        }
        self.assumed.assumptions(&mut self.assumptions);
        let plan = Levers::with_years(&Floating(plan), self.years);
        let own = Levers::with_years(&Floating(scenario), self.years);
        self.projection.run(&self.assumptions, &plan, &own);
        self.assumed.benchmarks(&mut self.benchmarks);
    }
}

/// Round values between the least and the greatest one.
fn levels(values: &[f64]) -> Vec<f64> {
    let known = || values.iter().copied().filter(|value| value.is_finite());
    let (least, most) = (
        known().fold(f64::INFINITY, f64::min),
        known().fold(f64::NEG_INFINITY, f64::max),
    );
    let width = most - least;
    // Differences below a fen can't be seen.
    if !width.is_finite() || width < 0.01 {
        return Vec::new();
    }
    let rough = width / LINES;
    let size = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * size)
        .find(|step| *step >= rough)
        .unwrap_or(rough);
    let first = libm::ceil(least / step) as i64;
    let last = libm::floor(most / step) as i64;
    (first..=last).map(|times| times as f64 * step).collect()
}

/// The lines along which the grid has a value, in the axes' values.
fn lines(values: &[f64], value: f64, across: &Axis, up: &Axis) -> Vec<Vec<MapPoint>> {
    let (columns, rows) = (across.values.len(), up.values.len());
    // What can't stand counts as below, so that lines end there.
    let known: Vec<f64> = values
        .iter()
        .map(|v| if v.is_nan() { f64::MIN } else { *v })
        .collect();
    let Ok(found) = ContourBuilder::new(columns, rows, true).lines(&known, &[value]) else {
        return Vec::new();
    };
    let rings = found.into_iter().flat_map(|line| line.into_inner().0);
    // The library puts a value into the middle of its cell and closes lines around the grid.
    let within = |place: f64, count: usize| {
        let place = place - 0.5;
        (0.0..=(count - 1) as f64).contains(&place).then_some(place)
    };
    let mut lines = Vec::new();
    for ring in rings {
        let mut line: Vec<MapPoint> = Vec::new();
        for point in ring {
            match (within(point.x, columns), within(point.y, rows)) {
                (Some(x), Some(y)) => line.push((value_at(across, x), value_at(up, y))),
                _ => lines.push(std::mem::take(&mut line)),
            }
        }
        lines.push(line);
    }
    lines.retain(|line| line.len() > 1);
    lines
}

/// The axis' value at a place between two of its steps.
fn value_at(axis: &Axis, place: f64) -> f64 {
    let value = |index: usize| {
        let value = axis.values.get(index).or(axis.values.last());
        value.and_then(Decimal::to_f64).unwrap_or(f64::NAN)
    };
    let below = place as usize;
    let (from, to) = (value(below), value(below + 1));
    from + (to - from) * (place - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::region;

    fn request(region: &Region, across: &str, up: &str) -> MapRequest {
        let axis = |text: &str| Axis::parse(region, text).expect("in order");
        MapRequest {
            across: axis(across),
            up: axis(up),
            measure: OutcomeMeasure::Income,
            year: 2023,
        }
    }

    #[test]
    fn every_place_is_what_the_model_says() {
        let region = region();
        let mut scenario = Scenario::default();
        // Levers, assumptions, what the wanted coverage follows, and a year's own lever.
        for (across, up, of_its_own) in [
            ("coverage=0.8..0.9/4", "jobs.outward=0..20000/3", None),
            ("coverage0=0.7..0.9/4", "growth_known.2022=0.1..0.2/3", None),
            ("coverage0=0.7..0.9/4", "coverage=0.8..1/3", None),
            ("coverage.2025=0.7..0.9/4", "grants_share=0..0.3/3", None),
            (
                "coverage0=0.7..0.9/4",
                "population=400000..700000/3",
                Some("0.88"),
            ),
        ] {
            if let Some(coverage) = of_its_own {
                let coverage = Decimal::from_str_exact(coverage).expect("a decimal");
                let set = scenario.set(&region, Fixed::Coverage.into(), coverage);
                set.expect("in range");
            }
            let asked = MapRequest {
                year: 2026,
                ..request(&region, across, up)
            };
            let found = map(&region, &scenario, asked).expect("a map");
            assert_eq!(found.values.len(), 20);
            for (index, value) in found.values.iter().enumerate() {
                let (column, row) = (index % 5, index / 5);
                let MapRequest { across, up, .. } = &found.request;
                let of_x = (across.key, across.values[column]);
                let of_y = (up.key, up.values[row]);
                let outcome = at(&region, &scenario, of_x, of_y)
                    .expect("stands")
                    .project(&region);
                let income = float(outcome.scenario[3].income.exact());
                let value = value.expect("stands");
                assert!((value - income).abs() < 1e-6, "{of_x:?}, {of_y:?}");
            }
        }
    }

    #[test]
    fn lines_lie_where_the_result_has_their_value() {
        let region = region();
        let scenario = Scenario::default();
        // Jobs of two batches: the income is linear in both, so that lines are straight.
        let asked = request(
            &region,
            "jobs.outward=0..20000/20",
            "jobs.workshop=0..20000/10",
        );
        let found = map(&region, &scenario, asked).expect("a map");
        assert!(
            (4..=10).contains(&found.isolines.len()),
            "{}",
            found.isolines.len()
        );
        let income = |x: f64, y: f64| {
            let decimal = |v: f64| Decimal::try_from(v).expect("finite").round_dp(6);
            let request = &found.request;
            let (x, y) = (
                (request.across.key, decimal(x)),
                (request.up.key, decimal(y)),
            );
            let own = at(&region, &scenario, x, y).expect("stands");
            own.project(&region).scenario[0]
                .income
                .exact()
                .to_f64()
                .expect("a number")
        };
        for isoline in &found.isolines {
            for (x, y) in isoline.lines.iter().flatten() {
                let value = income(*x, *y);
                assert!(
                    (value - isoline.value).abs() < 0.01,
                    "({x}, {y}): {value} for {}",
                    isoline.value
                );
            }
        }
        // 267 yuan are missing to the province; so many jobs close it within the map.
        assert_eq!(found.benchmarks.len(), Benchmark::OF_INCOME.len());
        let province = &found.benchmarks[0];
        assert!(!province.is_empty());
        let goal = scenario.project(&region).scenario[0].benchmarks[0];
        let goal = goal.expect("known").exact();
        for (x, y) in province.iter().flatten() {
            assert!((income(*x, *y) - goal.to_f64().expect("a number")).abs() < 0.01);
        }
    }

    #[test]
    fn what_can_not_stand_is_left_open_and_what_is_no_map_is_refused() {
        let region = region();
        let scenario = Scenario::default();
        let asked = request(&region, "split_wage=0..1/4", "split_operating=0..1/4");
        let found = map(&region, &scenario, asked).expect("a map");
        assert_eq!(found.values[24], None, "two wholes");
        assert!(found.values[0].is_some());
        assert!(
            found.isolines.is_empty(),
            "the plan gains nothing from returns"
        );
        let same = request(&region, "coverage=0..1/4", "coverage=0..1/4");
        assert_eq!(map(&region, &scenario, same), None);
        let large = request(&region, "coverage=0..1/200", "execution=0..1/4");
        assert_eq!(map(&region, &scenario, large), None);
        let other_year = MapRequest {
            year: 1999,
            ..request(&region, "coverage=0..1/4", "execution=0..1/4")
        };
        assert_eq!(map(&region, &scenario, other_year), None);
    }

    #[test]
    fn levels_are_round() {
        assert_eq!(
            levels(&[0.0, 80.0]),
            [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0]
        );
        assert_eq!(levels(&[13.1, 13.1]), [0.0; 0]);
        assert_eq!(levels(&[f64::NAN]), [0.0; 0]);
    }
}
