//! The matrix as a linear program: cells in whole 10,000 yuan, limits of parts, the rule on central
//! funds, and for each category what its money brings.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::weights::{CELLS, floor_weights, weights};
use super::{AllocationRequest, Condition, Objective, matrix};
use crate::analysis::search::{self, LeverMove, TEN_THOUSAND, cell, central_rule, float};
use crate::region::Region;
use crate::region::key::{Category, Level};
use crate::scenario::Scenario;
use crate::scenario::matrix::MatrixPart;

/// The largest total of a search for the least money where nothing limits it, as a multiple of the
/// present total.
const MOST_TIMES: i64 = 4;

/// Cells in 10,000 yuan; what a locked cell has beyond whole ones it keeps.
pub(super) type Cells = [f64; CELLS];

/// A condition as a row: what the cells add up to with these weights, in 10,000 yuan.
#[derive(Clone, Debug)]
pub(super) struct LinearConstraint {
    pub(super) condition: Condition,
    pub(super) weights: [f64; CELLS],
    /// At most where true, at least where false.
    pub(super) is_most: bool,
    pub(super) bound: f64,
}

impl LinearConstraint {
    /// Distance of the cells from the bound; negative where the bound is broken.
    pub(super) fn slack(&self, cells: &Cells) -> f64 {
        let both = self.weights.iter().zip(cells);
        let sum: f64 = both.map(|(weight, cell)| weight * cell).sum();
        if self.is_most {
            self.bound - sum
        } else {
            sum - self.bound
        }
    }
}

/// Return curves of the categories, yuan a head for each 10,000 yuan.
#[derive(Clone)]
pub(super) struct ReturnCurves {
    /// The value with the cells as they stand.
    pub(super) now: f64,
    /// Places on the way of industry money, in 10,000 yuan, with the value there less that now:
    /// it bends downwards, since coverage can be paid for but once.
    pub(super) industry: Vec<(f64, f64)>,
    /// The return on infrastructure money.
    pub(super) infrastructure: f64,
    /// The return on other money.
    pub(super) other: f64,
}

/// A condition of a goal around a place: by how much it is exceeded there, and what money of each
/// category adds to that, yuan a head for each 10,000 yuan.
pub(super) struct LinearCondition {
    pub(super) columns: [f64; Category::ALL.len()],
    pub(super) margin: f64,
    pub(super) slopes: [f64; Category::ALL.len()],
}

/// The matrix with its conditions.
#[derive(Clone)]
pub(super) struct CellProgram {
    pub(super) rows: Vec<LinearConstraint>,
    /// The cells as they stand.
    pub(super) now: Cells,
    /// Amounts of locked cells beyond whole 10,000 yuan, yuan.
    remainders: [Decimal; CELLS],
}

impl CellProgram {
    /// The table; sums that are locked at an amount that is not whole keep its whole part. Where such
    /// sums exclude each other by their fractions alone, they may be as low as their whole cells.
    pub(super) fn new(region: &Region, scenario: &Scenario, request: &AllocationRequest) -> Self {
        let strict = Self::build(region, scenario, request, false);
        if !strict.is_fractional() || strict.has_room() {
            return strict;
        }
        Self::build(region, scenario, request, true)
    }

    fn build(
        region: &Region,
        scenario: &Scenario,
        request: &AllocationRequest,
        is_loose: bool,
    ) -> Self {
        let matrix = matrix(region, scenario);
        let mut now = [0.0; CELLS];
        let mut remainders = [Decimal::ZERO; CELLS];
        for (index, part) in MatrixPart::all().take(CELLS).enumerate() {
            let units = part.of(&matrix).exact() / TEN_THOUSAND;
            // Money is set in whole units; only a locked cell keeps what it has beyond them.
            let is_locked = |own: &super::PartLimits| own.part == part && own.is_locked();
            if request.parts.iter().any(is_locked) {
                remainders[index] = units.fract() * TEN_THOUSAND;
                now[index] = float(units.floor());
            } else {
                now[index] = float(units);
            }
        }
        let mut parts = request.parts.clone();
        let is_limited = |part: MatrixPart| parts.iter().any(|own| own.part == part);
        let is_bound = is_limited(MatrixPart::Total)
            || Level::ALL.map(MatrixPart::Row).into_iter().all(is_limited)
            || Category::ALL
                .map(MatrixPart::Column)
                .into_iter()
                .all(is_limited);
        if !is_bound {
            let total = MatrixPart::Total.of(&matrix).exact();
            let most = match request.objective {
                Objective::LeastMoney(..) => total * Decimal::from(MOST_TIMES),
                Objective::Market | Objective::Earned(_) | Objective::Income(_) => total,
            };
            parts.push(super::PartLimits {
                part: MatrixPart::Total,
                least: Decimal::ZERO,
                most,
            });
        }
        let mut rows = Vec::new();
        for own in &parts {
            let weights = weights(own.part);
            let rest: Decimal = remainders
                .iter()
                .zip(weights)
                .filter(|(_, weight)| *weight > 0.0)
                .map(|(rest, _)| *rest)
                .sum();
            let units = |amount: Decimal| (amount - rest) / TEN_THOUSAND;
            let least = match (own.is_locked(), is_loose) {
                (true, true) => {
                    let whole = now.iter().zip(weights).map(|(cell, of)| cell.floor() * of);
                    whole.sum::<f64>().min(float(units(own.least).floor()))
                }
                (true, false) => float(units(own.least).floor()),
                (false, _) => float(units(own.least).ceil()),
            };
            rows.push(LinearConstraint {
                condition: Condition::Least(own.part),
                weights,
                is_most: false,
                bound: least,
            });
            rows.push(LinearConstraint {
                condition: Condition::Most(own.part),
                weights,
                is_most: true,
                bound: float(units(own.most).floor()),
            });
        }
        for level in Level::ALL.into_iter().filter(|_| !request.raises_other) {
            let index = level as usize * Category::ALL.len() + Category::Other as usize;
            let most = search::most_other(region, scenario, level) - remainders[index];
            rows.push(LinearConstraint {
                condition: Condition::Other(level),
                weights: weights(MatrixPart::Cell(level, Category::Other)),
                is_most: true,
                bound: float((most / TEN_THOUSAND).floor()),
            });
        }
        for (part, floor) in request.floor.parts() {
            let weights = floor_weights(part);
            let rest = remainders.iter().zip(weights);
            let rest: Decimal = rest
                .filter(|(_, weight)| *weight > 0.0)
                .map(|(rest, _)| *rest)
                .sum();
            rows.push(LinearConstraint {
                condition: Condition::Floor(part),
                weights,
                is_most: false,
                bound: float(((floor - rest) / TEN_THOUSAND).ceil()),
            });
        }
        let rule = central_rule(region, scenario).filter(|_| request.keeps_rule);
        if let Some(rule) = rule {
            let mut weights = [0.0; CELLS];
            let mut rest = Decimal::ZERO;
            for category in Category::ALL {
                let weight = match category {
                    Category::Industry => Decimal::ONE - rule,
                    Category::Infrastructure | Category::Other => -rule,
                };
                weights[category as usize] = float(weight);
                rest += weight * remainders[category as usize];
            }
            rows.push(LinearConstraint {
                condition: Condition::Rule,
                weights,
                is_most: false,
                bound: float(-rest / TEN_THOUSAND),
            });
        }
        Self {
            rows,
            now,
            remainders,
        }
    }

    /// True where the present cells hold every condition, apart from amounts beyond whole units.
    pub(super) fn holds_now(&self) -> bool {
        let room = if self.is_fractional() { 1.0 } else { 1e-9 };
        self.rows.iter().all(|row| row.slack(&self.now) >= -room)
    }

    /// True where a cell that may move has a fraction of a unit.
    fn is_fractional(&self) -> bool {
        self.now.iter().any(|cell| cell.fract() != 0.0)
    }

    /// The cells once these moves are made.
    pub(super) fn cells_of(&self, moves: &[LeverMove]) -> Cells {
        let mut cells = self.now;
        for moved in moves {
            if let Some((level, category)) = cell(moved.key) {
                let index = level as usize * Category::ALL.len() + category as usize;
                cells[index] = float(moved.to / TEN_THOUSAND);
            }
        }
        cells
    }

    /// Limits with room between their ends that these cells reach.
    pub(super) fn reached(&self, cells: &Cells) -> Vec<Condition> {
        let is_open = |part: MatrixPart| {
            let ends = self.rows.iter().filter(|row| match row.condition {
                Condition::Least(own) | Condition::Most(own) => own == part,
                Condition::Rule | Condition::Other(_) | Condition::Floor(_) => false,
            });
            let mut ends = ends.map(|row| row.bound);
            ends.next() != ends.next()
        };
        let rows = self.rows.iter().filter(|row| match row.condition {
            Condition::Least(part) | Condition::Most(part) => is_open(part),
            Condition::Rule | Condition::Other(_) | Condition::Floor(_) => true,
        });
        let at = rows.filter(|row| row.slack(cells) < 1.0);
        at.map(|row| row.condition).collect()
    }

    /// The amounts of whole cells, yuan.
    pub(super) fn amounts(&self, cells: &Cells) -> [Decimal; CELLS] {
        std::array::from_fn(|index| {
            let units = cells[index].round().to_i64().unwrap_or(0);
            Decimal::from(units) * TEN_THOUSAND + self.remainders[index]
        })
    }

    /// The money of each category, in 10,000 yuan.
    pub(super) fn columns(cells: &Cells) -> [f64; Category::ALL.len()] {
        let mut columns = [0.0; Category::ALL.len()];
        for (index, cell) in cells.iter().enumerate() {
            columns[index % Category::ALL.len()] += cell;
        }
        columns
    }

    /// True where some cells hold every condition.
    pub(super) fn has_room(&self) -> bool {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cells = self.cells(&mut problem, &|_| 0.0);
        self.bind(&mut problem, &cells);
        problem
            .solve()
            .is_ok_and(|done| done.into_solution().is_ok())
    }

    /// The sum of a row's cells nearest to its bound, in whole units; none where the conditions
    /// leave no room.
    pub(super) fn nearest_sum(&self, row: &LinearConstraint) -> Option<f64> {
        let direction = match row.is_most {
            true => OptimizationDirection::Minimize,
            false => OptimizationDirection::Maximize,
        };
        let mut problem = Problem::new(direction);
        let cells: Vec<Variable> = row
            .weights
            .iter()
            .map(|weight| problem.add_var(*weight, (0.0, MOST_UNITS)))
            .collect();
        self.bind(&mut problem, &cells);
        let found = solved(&problem, &cells)?;
        let both = found.iter().zip(row.weights);
        let sum: f64 = both.map(|(cell, weight)| cell * weight).sum();
        Some(match row.is_most {
            true => (sum - 1e-6).ceil(),
            false => (sum + 1e-6).floor(),
        })
    }

    /// The most that industry can have in all.
    pub(super) fn most_industry(&self) -> f64 {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let cost = |category| f64::from(u8::from(category == Category::Industry));
        let cells = self.cells(&mut problem, &cost);
        self.bind(&mut problem, &cells);
        let found = solved(&problem, &cells).unwrap_or(self.now);
        Self::columns(&found)[Category::Industry as usize]
    }

    /// The cells that bring the most.
    pub(super) fn most(&self, returns: &ReturnCurves) -> Option<Cells> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let cost = |category: Category| match category {
            Category::Industry => 0.0,
            Category::Infrastructure => returns.infrastructure * SCALE,
            Category::Other => returns.other * SCALE,
        };
        let cells = self.cells(&mut problem, &cost);
        self.bind(&mut problem, &cells);
        self.bend(&mut problem, &cells, returns, SCALE);
        solved(&problem, &cells)
    }

    /// The cells that need the least money to exceed a goal by nothing.
    pub(super) fn least_money(&self, returns: &ReturnCurves) -> Option<Cells> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cells = self.cells(&mut problem, &|_| 1.0);
        self.bind(&mut problem, &cells);
        let mut brought = self.bend(&mut problem, &cells, returns, 0.0);
        for (_, slope) in &mut brought {
            *slope *= SCALE;
        }
        let mut needed = -returns.now - returns.industry[0].1;
        for (index, cell) in cells.iter().enumerate() {
            let slope = match Category::ALL[index % Category::ALL.len()] {
                Category::Industry => continue,
                Category::Infrastructure => returns.infrastructure,
                Category::Other => returns.other,
            };
            brought.push((*cell, slope * SCALE));
            needed += slope * self.now[index];
        }
        problem.add_constraint(&brought[..], ComparisonOp::Ge, needed * SCALE);
        solved(&problem, &cells)
    }

    /// The cells that need the least money for conditions that are straight around a place, or those that
    /// miss the hardest of them least.
    pub(super) fn straight(&self, lines: &[LinearCondition], is_furthest: bool) -> Option<Cells> {
        let direction = match is_furthest {
            true => OptimizationDirection::Maximize,
            false => OptimizationDirection::Minimize,
        };
        let mut problem = Problem::new(direction);
        let cost = if is_furthest { 0.0 } else { 1.0 };
        let cells = self.cells(&mut problem, &|_| cost);
        self.bind(&mut problem, &cells);
        let weakest = is_furthest.then(|| problem.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY)));
        for line in lines {
            let mut needed = -line.margin;
            let mut terms: Vec<(Variable, f64)> = Vec::new();
            for (index, cell) in cells.iter().enumerate() {
                let category = index % Category::ALL.len();
                terms.push((*cell, line.slopes[category] * SCALE));
            }
            for (slope, column) in line.slopes.iter().zip(line.columns) {
                needed += slope * column;
            }
            terms.extend(weakest.map(|weakest| (weakest, -1.0)));
            problem.add_constraint(&terms[..], ComparisonOp::Ge, needed * SCALE);
        }
        solved(&problem, &cells)
    }

    /// The cells as variables.
    pub(super) fn cells(
        &self,
        problem: &mut Problem,
        cost: &dyn Fn(Category) -> f64,
    ) -> Vec<Variable> {
        let cells = 0..CELLS;
        cells
            .map(|index| {
                let cost = cost(Category::ALL[index % Category::ALL.len()]);
                problem.add_var(cost, (0.0, MOST_UNITS))
            })
            .collect()
    }

    pub(super) fn bind(&self, problem: &mut Problem, cells: &[Variable]) {
        for row in &self.rows {
            let both = cells.iter().zip(row.weights);
            let terms: Vec<(Variable, f64)> = both
                .filter(|(_, weight)| *weight != 0.0)
                .map(|(cell, weight)| (*cell, weight))
                .collect();
            let order = if row.is_most {
                ComparisonOp::Le
            } else {
                ComparisonOp::Ge
            };
            problem.add_constraint(&terms[..], order, row.bound);
        }
    }

    /// Industry money as the sum of stretches, each of which brings less than the one before; gives
    /// what the stretches bring.
    fn bend(
        &self,
        problem: &mut Problem,
        cells: &[Variable],
        returns: &ReturnCurves,
        weight: f64,
    ) -> Vec<(Variable, f64)> {
        let mut stretches = Vec::new();
        let industry = cells.iter().step_by(Category::ALL.len());
        let mut sum: Vec<(Variable, f64)> = industry.map(|cell| (*cell, 1.0)).collect();
        for pair in returns.industry.windows(2) {
            let ((from, low), (to, high)) = (pair[0], pair[1]);
            let slope = (high - low) / (to - from);
            let stretch = problem.add_var(slope * weight, (0.0, to - from));
            sum.push((stretch, -1.0));
            stretches.push((stretch, slope));
        }
        problem.add_constraint(&sum[..], ComparisonOp::Eq, returns.industry[0].0);
        stretches
    }
}

/// The values of a head are small beside cells of hundreds of thousands: the program counts them in
/// thousandths.
const SCALE: f64 = 1e3;
/// The most that a cell can have: 10,000 yuan of them are its key's range.
const MOST_UNITS: f64 = 1e8;

/// The cells that a program finds.
pub(super) fn solved(problem: &Problem, cells: &[Variable]) -> Option<Cells> {
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let mut found = [0.0; CELLS];
    for (place, cell) in found.iter_mut().zip(cells) {
        *place = solution.var_value(*cell);
    }
    Some(found)
}
