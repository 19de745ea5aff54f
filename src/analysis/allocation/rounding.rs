//! Cells in whole 10,000 yuan near the best ones: rows and columns have whole corners, so that no tree
//! need be searched.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::cell_program::{CellProgram, Cells, LinearConstraint, solved};
use super::levers::{COLUMNS, Search};
use super::weights::weights;
use super::{AllocationOutcome, Condition, standing};
use crate::analysis::search::{self, LeverMove};
use crate::region::key::{Category, Level};
use crate::scenario::matrix::MatrixPart;

/// Numbers of whole amounts of a category that are tried near the best, in all and below it.
const AWAY: u32 = 6;
const BELOW: u32 = 2;

impl Search<'_> {
    /// These levers with their cells in whole units, by the exact model; nothing where the goal
    /// can't be reached.
    pub(super) fn in_whole_units(
        &mut self,
        levers: &[f64],
    ) -> Option<(Vec<LeverMove>, AllocationOutcome)> {
        let cells = self.cells(levers)?;
        self.whole(levers, cells)
    }

    /// These levers with whole cells near these, by the exact model.
    pub(super) fn whole(
        &mut self,
        levers: &[f64],
        cells: Cells,
    ) -> Option<(Vec<LeverMove>, AllocationOutcome)> {
        for columns in self.near(CellProgram::columns(&cells), levers) {
            let Some(cells) = self.table.nearest(columns) else {
                continue;
            };
            let moves = self.moves(levers, &self.table.amounts(&cells));
            let changed = search::with(self.region, self.scenario, &moves).ok()?;
            let found = standing(self.region, &changed, self.request.objective);
            if self.is_furthest || found.met {
                return Some((moves, found));
            }
        }
        None
    }

    /// Whole money for each category near what is best, the best first.
    fn near(&mut self, best: [f64; COLUMNS], levers: &[f64]) -> Vec<[f64; COLUMNS]> {
        let is_least = self.seeks_least();
        let mut near: Vec<(f64, f64, [f64; COLUMNS])> = Vec::new();
        for away in 0..AWAY.pow(COLUMNS as u32) {
            let at = |category: usize| {
                let steps = away / AWAY.pow(category as u32) % AWAY;
                (best[category] + 1e-6).floor() - f64::from(BELOW) + f64::from(steps)
            };
            let columns = std::array::from_fn(at);
            if !self.table.may_hold(columns) {
                continue;
            }
            let value = self.value(columns, levers);
            if !is_least {
                near.push((0.0, -value, columns));
            } else if value >= -1e-9 {
                near.push((columns.iter().sum(), -value, columns));
            }
        }
        near.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        near.into_iter().map(|(.., columns)| columns).collect()
    }
}

impl CellProgram {
    /// Whole cells with this money for each category that differ least from those that stand; none
    /// where no whole ones hold the conditions.
    ///
    /// Rows and columns alone have whole corners. The rule has not, so that the money of the central
    /// level is tried as whole amounts near the best one, for each of which the rule is a whole limit.
    pub(super) fn nearest(&self, columns: [f64; Category::ALL.len()]) -> Option<Cells> {
        let central = weights(MatrixPart::Row(Level::Central));
        let rule = self
            .rows
            .iter()
            .position(|row| row.condition == Condition::Rule);
        let near = self.near(columns)?;
        let Some(rule) = rule else {
            return self.checked(near);
        };
        let money: f64 = near
            .iter()
            .zip(central)
            .map(|(cell, weight)| cell * weight)
            .sum();
        [0.0, -1.0, 1.0, -2.0, 2.0].into_iter().find_map(|away| {
            let money = money.round() + away;
            let mut table = self.clone();
            let row = table.rows.remove(rule);
            let least = (row.bound - row.weights[1] * money - 1e-9).ceil();
            let part = MatrixPart::Cell(Level::Central, Category::Industry);
            table.rows.push(LinearConstraint {
                condition: Condition::Rule,
                weights: weights(part),
                is_most: false,
                bound: least,
            });
            for is_most in [true, false] {
                table.rows.push(LinearConstraint {
                    condition: Condition::Rule,
                    weights: central,
                    is_most,
                    bound: money,
                });
            }
            self.checked(table.near(columns)?)
        })
    }

    fn near(&self, columns: [f64; Category::ALL.len()]) -> Option<Cells> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cells = self.cells(&mut problem, &|_| 0.0);
        self.bind(&mut problem, &cells);
        for (cell, now) in cells.iter().zip(self.now.map(f64::floor)) {
            let away = problem.add_var(1.0, (0.0, f64::INFINITY));
            problem.add_constraint([(away, 1.0), (*cell, -1.0)], ComparisonOp::Ge, -now);
            problem.add_constraint([(away, 1.0), (*cell, 1.0)], ComparisonOp::Ge, now);
        }
        for (category, column) in columns.iter().enumerate() {
            let of = cells.iter().skip(category).step_by(Category::ALL.len());
            let terms: Vec<(Variable, f64)> = of.map(|cell| (*cell, 1.0)).collect();
            problem.add_constraint(&terms[..], ComparisonOp::Eq, *column);
        }
        solved(&problem, &cells)
    }

    /// The cells if they are whole and hold every condition.
    fn checked(&self, cells: Cells) -> Option<Cells> {
        let whole = cells.map(f64::round);
        let is_whole = cells
            .iter()
            .zip(whole)
            .all(|(cell, whole)| (cell - whole).abs() < 1e-4);
        let holds = self.rows.iter().all(|row| row.slack(&whole) >= -1e-6);
        (is_whole && holds).then_some(whole)
    }

    /// True where money for each category could hold the conditions, judged by sums of all cells.
    pub(super) fn may_hold(&self, columns: [f64; Category::ALL.len()]) -> bool {
        let of = |part: MatrixPart| match part {
            MatrixPart::Total => Some(columns.iter().sum()),
            MatrixPart::Column(category) => Some(columns[category as usize]),
            MatrixPart::Row(_) | MatrixPart::Cell(..) => None,
        };
        let mut rows = [0.0; 2];
        let mut counts = [0; 2];
        let is_within = self.rows.iter().all(|row| match row.condition {
            Condition::Least(MatrixPart::Row(_)) => {
                rows[0] += row.bound;
                counts[0] += 1;
                true
            }
            Condition::Most(MatrixPart::Row(_)) => {
                rows[1] += row.bound;
                counts[1] += 1;
                true
            }
            Condition::Least(part) => of(part).is_none_or(|sum: f64| sum >= row.bound),
            Condition::Most(part) => of(part).is_none_or(|sum: f64| sum <= row.bound),
            Condition::Floor(part) => {
                let own = Category::ALL.into_iter().zip(columns);
                let own = own.filter(|(category, _)| part.has(*category));
                own.map(|(_, column)| column).sum::<f64>() >= row.bound
            }
            Condition::Rule | Condition::Other(_) => true,
        });
        let sum: f64 = columns.iter().sum();
        let all = Level::ALL.len();
        is_within
            && columns.iter().all(|column| *column >= 0.0)
            && (counts[0] < all || sum >= rows[0])
            && (counts[1] < all || sum <= rows[1])
    }
}
