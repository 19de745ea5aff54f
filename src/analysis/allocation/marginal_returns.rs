//! Returns on the money of each category at given levers, and the best cells for them.

use super::Objective;
use super::cell_program::{CellProgram, Cells, LinearCondition, ReturnCurves};
use super::levers::{COLUMNS, Search};
use crate::analysis::goal::Goal;
use crate::analysis::search::{TEN_THOUSAND, float};
use crate::region::key::{Category, Fixed, Key};

/// Stretches of industry money, beside those that end where coverage is paid for.
const STRETCHES: usize = 12;
/// Straight programs for a goal of every year.
const ROUNDS: usize = 6;
/// By what part of all money, and by how many 10,000 yuan at most, a category is moved to see its slope.
const SLOPE_PART: f64 = 0.001;
const SLOPE_UNITS: f64 = 100.0;
/// Steps to a bend at most, the coverage that is near enough, and the width in 10,000 yuan that is.
const ROOT_STEPS: usize = 40;
const ROOT_ENOUGH: f64 = 1e-13;
const ROOT_WIDTH: f64 = 1e-3;
/// Tolerance of a goal in floating point, yuan a head: the exact model decides.
const ENOUGH: f64 = 1e-6;

impl Search<'_> {
    /// True where the least money is searched for, not the most of a result.
    pub(super) fn seeks_least(&self) -> bool {
        matches!(self.request.objective, Objective::LeastMoney(_)) && !self.is_furthest
    }

    /// True where a goal is asked for.
    pub(super) fn has_goal(&self) -> bool {
        self.goal.is_some()
    }

    /// The value of the objective with these columns (10,000 yuan) and levers; for a goal, the
    /// margin of its hardest condition.
    pub(super) fn value(&mut self, columns: [f64; COLUMNS], levers: &[f64]) -> f64 {
        self.run(columns, levers);
        match (&self.goal, self.request.objective) {
            (Some(goal), _) => goal
                .margins(&self.fast)
                .into_iter()
                .fold(f64::INFINITY, f64::min),
            (None, Objective::Market) => self.fast.discounted_market(),
            (None, Objective::Earned(_)) => self.fast.market(self.step),
            (None, _) => self.fast.income(self.step),
        }
    }

    pub(super) fn run(&mut self, columns: [f64; COLUMNS], levers: &[f64]) {
        let at = self.place(columns, levers);
        self.fast.run(&at);
    }

    /// The evaluator's values with these columns (10,000 yuan) and levers.
    fn place(&self, columns: [f64; COLUMNS], levers: &[f64]) -> Vec<f64> {
        let now = CellProgram::columns(&self.table.now);
        let mut at = self.fast.start();
        for category in 0..COLUMNS {
            at[category] += (columns[category] - now[category]) * float(TEN_THOUSAND);
        }
        at[COLUMNS..].copy_from_slice(levers);
        at
    }

    /// Return curves of the categories at these levers.
    pub(super) fn return_curves(&mut self, levers: &[f64]) -> ReturnCurves {
        if let Some((at, curves)) = &self.curves
            && at == levers
        {
            return curves.clone();
        }
        let curves = self.curves_at(levers);
        self.curves = Some((levers.to_vec(), curves.clone()));
        curves
    }

    fn curves_at(&mut self, levers: &[f64]) -> ReturnCurves {
        let columns = CellProgram::columns(&self.table.now);
        let now = self.value(columns, levers);
        let mut slope = |category: Category| {
            let mut more = columns;
            more[category as usize] += 10_000.0;
            (self.value(more, levers) - now) / 10_000.0
        };
        let infrastructure = slope(Category::Infrastructure);
        let other = slope(Category::Other);
        let industry = Category::Industry as usize;
        let most = self.most_industry;
        let mut places: Vec<f64> = (0..=STRETCHES)
            .map(|place| most * place as f64 / STRETCHES as f64)
            .collect();
        places.push(columns[industry]);
        places.extend(self.bends(columns, levers));
        places.sort_by(f64::total_cmp);
        places.dedup_by(|one, other| (*one - *other).abs() < 1e-3);
        let industry = places
            .into_iter()
            .map(|place| {
                let mut at = columns;
                at[industry] = place;
                (place, self.value(at, levers) - now)
            })
            .collect();
        ReturnCurves {
            now,
            industry,
            infrastructure,
            other,
        }
    }

    /// Industry money, in 10,000 yuan, at which a year's grants begin to keep the coverage there is, and at
    /// which they pay for all of the wanted one: there the way of industry money bends.
    fn bends(&mut self, columns: [f64; COLUMNS], levers: &[f64]) -> Vec<f64> {
        let coverage = self.limits.iter().position(|own| is_coverage(own.key));
        let wanted = match coverage {
            Some(index) => levers[index],
            None => self.present(Fixed::Coverage),
        };
        let (most, coverage0) = (self.most_industry, self.coverage0);
        let mut bends = Vec::new();
        for year in 0..=self.step {
            let mut payable = |units: f64, of: usize| {
                let mut at = columns;
                at[Category::Industry as usize] = units;
                let at = self.place(at, levers);
                self.fast.put(&at);
                self.fast.payable(of)
            };
            let paid = root(most, |units| payable(units, year) - wanted);
            bends.extend(paid);
            let kept = root(most, |units| {
                let before = year.checked_sub(1).map(|before| payable(units, before));
                payable(units, year) - before.unwrap_or(coverage0)
            });
            bends.extend(kept);
        }
        bends
    }

    fn present(&self, fixed: Fixed) -> f64 {
        float(
            self.scenario
                .value(self.region, fixed.into())
                .unwrap_or_default(),
        )
    }

    /// The best cells for these levers, not yet whole.
    pub(super) fn cells(&mut self, levers: &[f64]) -> Option<Cells> {
        if self.request.objective == Objective::LeastMoney(Goal::HigherThans) {
            return self.walk(levers);
        }
        let returns = self.return_curves(levers);
        match self.seeks_least() {
            true => self.table.least_money(&returns),
            false => self.table.most(&returns),
        }
    }

    /// Cells for a goal of every year, whose conditions bend either way: straight programs, each around
    /// where the one before led.
    fn walk(&mut self, levers: &[f64]) -> Option<Cells> {
        let mut columns = CellProgram::columns(&self.table.now);
        let mut best: Option<(f64, Cells)> = None;
        for _ in 0..ROUNDS {
            let lines = self.lines(columns, levers);
            let least = self.table.straight(&lines, self.is_furthest);
            // Where the conditions as they bend here can't be met, they may be from what misses them least.
            let Some(cells) = least.or_else(|| self.table.straight(&lines, true)) else {
                break;
            };
            let next = CellProgram::columns(&cells);
            let margin = self.value(next, levers);
            let money: f64 = next.iter().sum();
            let good = if self.is_furthest { margin } else { -money };
            let counts = self.is_furthest || margin >= -ENOUGH;
            if counts && best.as_ref().is_none_or(|(most, _)| good > most + 1e-6) {
                best = Some((good, cells));
            }
            let both = next.iter().zip(columns);
            let is_still = both.into_iter().all(|(new, old)| (new - old).abs() < 0.5);
            if is_still {
                break;
            }
            columns = next;
        }
        best.map(|(_, cells)| cells)
    }

    /// The goal's conditions around a place.
    fn lines(&mut self, columns: [f64; COLUMNS], levers: &[f64]) -> Vec<LinearCondition> {
        let mut margins = |columns: [f64; COLUMNS]| -> Vec<f64> {
            self.run(columns, levers);
            let goal = self.goal.as_ref();
            goal.map_or_else(Vec::new, |goal| goal.margins(&self.fast))
        };
        let now = margins(columns);
        let step = slope_step(columns);
        let more: [Vec<f64>; COLUMNS] = std::array::from_fn(|category| {
            let mut more = columns;
            more[category] += step;
            margins(more)
        });
        let line = |(index, margin): (usize, &f64)| LinearCondition {
            columns,
            margin: *margin,
            slopes: std::array::from_fn(|category| (more[category][index] - margin) / step),
        };
        now.iter().enumerate().map(line).collect()
    }

    /// Marginal returns on 10,000 yuan of each category at a point.
    pub(super) fn slopes(&mut self, columns: [f64; COLUMNS], levers: &[f64]) -> [f64; COLUMNS] {
        let (now, step) = (self.value(columns, levers), slope_step(columns));
        std::array::from_fn(|category| {
            let mut more = columns;
            more[category] += step;
            (self.value(more, levers) - now) / step
        })
    }
}

/// The place between none and the most at which something that rises is zero: by the secant, with the
/// weight of an end that stays halved (the Illinois rule). None where it doesn't change its sign.
fn root(most: f64, mut of: impl FnMut(f64) -> f64) -> Option<f64> {
    let (mut low, mut high) = (0.0, most);
    let (mut below, mut above) = (of(low), of(high));
    if !(below < 0.0 && above > 0.0) {
        return None;
    }
    for _ in 0..ROOT_STEPS {
        let middle = high - above * (high - low) / (above - below);
        let value = of(middle);
        if value.abs() < ROOT_ENOUGH || high - low < ROOT_WIDTH {
            return Some(middle);
        }
        if value < 0.0 {
            (low, below) = (middle, value);
            above /= 2.0;
        } else {
            (high, above) = (middle, value);
            below /= 2.0;
        }
    }
    Some((low + high) / 2.0)
}

fn slope_step(columns: [f64; COLUMNS]) -> f64 {
    let all: f64 = columns.iter().sum();
    (all * SLOPE_PART).clamp(1.0, SLOPE_UNITS)
}

fn is_coverage(key: Key) -> bool {
    key == Key::Fixed(Fixed::Coverage)
}
