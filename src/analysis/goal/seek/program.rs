//! One linear program: the least cost at which the goal's conditions, as straight as they are
//! around a place, are met.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::{ENOUGH, Space};
use crate::region::key::Level;

/// Costs are counted in this many yuan, so that the program's numbers are of one size.
const COST_UNIT: f64 = 1e8;
/// Weight of cost against the shortfall, where the goal is out of reach.
const COST_WHEN_SHORT: f64 = 1e-6;

/// Room for the rounding to whole 10,000 yuan, so that the rule on central funds holds after it, yuan.
const RULE_ROOM: f64 = 4e4;

/// The goal's conditions around a place.
pub(super) struct Program {
    pub(super) at: Vec<f64>,
    /// By how much each condition is exceeded there.
    pub(super) margins: Vec<f64>,
    /// Slopes of the conditions, by lever.
    pub(super) slopes: Vec<Vec<f64>>,
    pub(super) uses: Vec<bool>,
    pub(super) new_money: bool,
    /// Index of the wanted coverage among the levers.
    pub(super) coverage: Option<usize>,
    /// The coverage that grants can pay for, and how it changes with each lever.
    pub(super) payable: f64,
    pub(super) payable_slopes: Vec<f64>,
}

/// A lever's way up and down, each from none to all of its room.
struct Ways {
    index: usize,
    up: Variable,
    down: Variable,
    scale: f64,
}

impl Program {
    /// The cheapest place that meets every condition.
    pub(super) fn solve(&self, space: &Space<'_>) -> Option<Vec<f64>> {
        self.run(space, false)
    }

    /// The place that misses the conditions least.
    pub(super) fn furthest(&self, space: &Space<'_>) -> Option<Vec<f64>> {
        self.run(space, true)
    }

    fn run(&self, space: &Space<'_>, is_short: bool) -> Option<Vec<f64>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let weight = if is_short { COST_WHEN_SHORT } else { 1.0 };
        let mut ways = Vec::new();
        for (index, lever) in space.levers.iter().enumerate() {
            if !self.uses[index] {
                continue;
            }
            let scale = lever.room().max((lever.start - lever.least).abs());
            let scale = scale.max((lever.most - lever.start).abs());
            let (more, less) = lever.price;
            let cost = |price: f64| price * scale / COST_UNIT * weight;
            let bound = |to: f64, forced: f64| (forced.max(0.0) / scale, to.max(0.0) / scale);
            let up = bound(lever.most - lever.start, lever.least - lever.start);
            let forced = lever.start - lever.most;
            let down = match lever.lowers {
                true => bound(lever.start - lever.least, forced),
                false => bound(forced, forced),
            };
            ways.push(Ways {
                index,
                up: problem.add_var(cost(more), up),
                down: problem.add_var(cost(less), down),
                scale,
            });
        }
        let row = |slopes: &[f64], size: f64| -> Vec<(Variable, f64)> {
            let both = ways.iter().flat_map(|own| {
                let slope = slopes[own.index] * own.scale / size;
                [(own.up, slope), (own.down, -slope)]
            });
            both.collect()
        };
        for level in Level::ALL {
            let of_level = |own: &&Ways| space.levers[own.index].level == Some(level);
            let cells: Vec<&Ways> = ways.iter().filter(of_level).collect();
            if cells.is_empty() {
                continue;
            }
            let most = if self.new_money { f64::INFINITY } else { 0.0 };
            let new = problem.add_var(weight, (0.0, most));
            let mut terms = vec![(new, -1.0)];
            for own in cells {
                terms.push((own.up, own.scale / COST_UNIT));
                terms.push((own.down, -own.scale / COST_UNIT));
            }
            problem.add_constraint(&terms[..], ComparisonOp::Le, 0.0);
        }
        for (slopes, margin) in self.slopes.iter().zip(&self.margins) {
            // Written from the scenario as it stands; levers that are not used stay where they are.
            let moved: f64 = ways
                .iter()
                .map(|own| slopes[own.index] * (self.at[own.index] - space.levers[own.index].start))
                .sum();
            let needed = moved - margin + ENOUGH * 10.0;
            let size = slopes_size(slopes, &ways).max(needed.abs());
            if size == 0.0 {
                continue;
            }
            let mut terms = row(slopes, size);
            if is_short {
                let slack = problem.add_var(size, (0.0, f64::INFINITY));
                terms.push((slack, 1.0));
            }
            problem.add_constraint(&terms[..], ComparisonOp::Ge, needed / size);
        }
        let starts: Vec<f64> = space.levers.iter().map(|lever| lever.start).collect();
        if let Some((now, slopes)) = space.beyond_rule(&starts) {
            // A rule that is broken already is not broken further.
            let least = now.min(RULE_ROOM);
            let terms = row(&slopes, COST_UNIT);
            if terms.iter().any(|(_, slope)| *slope != 0.0) {
                problem.add_constraint(&terms[..], ComparisonOp::Ge, (least - now) / COST_UNIT);
            }
        }
        for limit in &space.labour {
            // Written from the scenario as it stands, like all of it.
            let slopes: Vec<f64> = limit.counts.iter().map(|own| f64::from(*own)).collect();
            let size = limit.most.abs().max(1.0);
            let terms: Vec<(Variable, f64)> = row(&slopes, size);
            let most = (limit.most - limit.jobs(&starts)) / size;
            if terms.iter().any(|(_, slope)| *slope != 0.0) {
                problem.add_constraint(&terms[..], ComparisonOp::Le, most);
            }
        }
        if let Some(coverage) = self.coverage {
            let mut slopes: Vec<f64> = self.payable_slopes.iter().map(|slope| -slope).collect();
            slopes[coverage] += 1.0;
            let moved: f64 = ways
                .iter()
                .map(|own| slopes[own.index] * (self.at[own.index] - space.levers[own.index].start))
                .sum();
            let room = (self.payable - self.at[coverage] + moved).max(0.0);
            let terms = row(&slopes, 1.0);
            problem.add_constraint(&terms[..], ComparisonOp::Le, room);
        }
        let solved = problem.solve().ok()?.into_solution().ok()?;
        let mut next = space.from.clone();
        for own in &ways {
            let lever = &space.levers[own.index];
            let change = solved.var_value(own.up) - solved.var_value(own.down);
            let value = lever.start + change * own.scale;
            next[own.index] = value.clamp(lever.least, lever.most);
        }
        Some(next)
    }
}

/// The largest change of a condition that one lever can bring.
fn slopes_size(slopes: &[f64], ways: &[Ways]) -> f64 {
    let sizes = ways.iter().map(|own| (slopes[own.index] * own.scale).abs());
    sizes.fold(0.0, f64::max)
}
