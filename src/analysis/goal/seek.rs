//! Ways to a goal: linear programs over slopes, each from where the last one led, then whole units.

mod evaluation;
mod fewest;
mod kinds;
mod labour;
mod program;
mod rounding;

use super::GoalRequest;
use super::margins::GoalMargins;
use super::price::{self, PriceUnit};
use crate::analysis::search::evaluator::Evaluator;
use crate::analysis::search::{self, LeverLimits, cell, float};
use crate::model::gain::Gain;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, funds};
use crate::scenario::Scenario;
use labour::LabourLimit;
use program::Program;

/// Linear programs for one way; it mostly stands after three.
const MOST_ROUNDS: usize = 5;
/// Halvings when a way that leads too far is shortened.
const HALVINGS: usize = 16;
/// The part of its room by which a lever is moved to see its slope.
const SLOPE_STEP: f64 = 0.01;
/// Tolerance of a goal in floating point, yuan a head: the exact model decides.
const ENOUGH: f64 = 1e-7;

/// A lever as the search sees it.
struct Lever {
    limits: LeverLimits,
    start: f64,
    least: f64,
    most: f64,
    /// Yuan for each unit more, and for each unit less.
    price: (f64, f64),
    /// The level whose money it is.
    level: Option<Level>,
    /// True where it may be lowered to reach a goal: lowering a priced lever saves nothing here.
    lowers: bool,
}

impl Lever {
    fn room(&self) -> f64 {
        self.most - self.least
    }

    fn is(&self, fixed: Fixed) -> bool {
        self.limits.key == Key::Fixed(fixed)
    }
}

/// The levers, and the evaluator of their results.
struct Space<'a> {
    region: &'a Region,
    scenario: &'a Scenario,
    request: &'a GoalRequest,
    levers: Vec<Lever>,
    /// The starting point of the search: the present scenario, brought within the limits.
    from: Vec<f64>,
    fast: Evaluator,
    last_step: usize,
    /// The gain of the goal's last year in the scenario as it stands, by the exact model.
    now: Gain,
    quick: GoalMargins,
    /// The share of central funds that industry must have.
    rule: Option<f64>,
    /// The labour that further jobs need, in each of the plan years that differ in it.
    labour: Vec<LabourLimit>,
}

pub(super) use kinds::ways;

/// Levers and money that a kind of way may use.
struct Means {
    uses: Vec<bool>,
    new_money: bool,
}

impl<'a> Space<'a> {
    fn new(region: &'a Region, scenario: &'a Scenario, request: &'a GoalRequest) -> Self {
        let levers: Vec<Lever> = request
            .levers
            .iter()
            .map(|limits| {
                let start = scenario.value(region, limits.key).unwrap_or_default();
                let unit = price::unit(region, scenario, limits, &request.prices);
                let (price, level) = match unit {
                    PriceUnit::Cell(level) => ((0.0, float(request.prices.shifted)), Some(level)),
                    PriceUnit::Priced(price) => ((float(price), 0.0), None),
                    PriceUnit::Effort(price) => ((float(price), float(price)), None),
                };
                Lever {
                    limits: *limits,
                    start: float(start),
                    least: float(limits.least),
                    most: float(limits.most),
                    price,
                    level,
                    lowers: !matches!(unit, PriceUnit::Priced(_)),
                }
            })
            .collect();
        let keys: Vec<Key> = request.levers.iter().map(|limits| limits.key).collect();
        let mut fast = Evaluator::new(region, scenario, &keys);
        let from: Vec<f64> = levers
            .iter()
            .map(|own| own.start.clamp(own.least, own.most))
            .collect();
        fast.run(&from);
        let quick = GoalMargins::new(region, request.goal, &fast);
        let last_step = quick.last_step;
        let now = &scenario.project(region).scenario[last_step];
        let labour = labour::limits(region, scenario, &keys, &from);
        Self {
            region,
            scenario,
            request,
            levers,
            labour,
            from,
            fast,
            last_step,
            now: now.gain(),
            quick,
            rule: search::central_rule(region, scenario).map(float),
        }
    }

    /// By how much the goal is exceeded, yuan a head, for each of its conditions.
    fn margins(&mut self, at: &[f64]) -> Vec<f64> {
        self.fast.run(at);
        self.quick.margins(&self.fast)
    }

    fn reaches(&mut self, at: &[f64]) -> bool {
        self.margins(at).iter().all(|margin| *margin >= ENOUGH)
    }

    /// The cost of values, yuan.
    fn counted(&self, at: &[f64]) -> f64 {
        let mut levels = [0.0; Level::ALL.len()];
        let mut sum = 0.0;
        for (lever, value) in self.levers.iter().zip(at) {
            let change = value - lever.start;
            let (more, less) = lever.price;
            sum += change.max(0.0) * more + (-change).max(0.0) * less;
            if let Some(level) = lever.level {
                levels[level as usize] += change;
            }
        }
        sum + levels.iter().map(|change| change.max(0.0)).sum::<f64>()
    }

    /// Walks from the scenario towards the goal: the cheapest place that reaches it, else the one
    /// that misses it least.
    fn walk(&mut self, means: &Means) -> Vec<f64> {
        let mut at = self.from.clone();
        let mut best: Option<(f64, Vec<f64>)> = None;
        let mut furthest = (missing(&self.margins(&at)), at.clone());
        for round in 0..MOST_ROUNDS {
            let program = self.program(&at, means);
            let Some(next) = program.solve(self).or_else(|| program.furthest(self)) else {
                break;
            };
            let margins = self.margins(&next);
            let mut is_better = false;
            if margins.iter().all(|margin| *margin >= ENOUGH) {
                let near = self.shorten(&next);
                let counted = self.counted(&near);
                is_better = best
                    .as_ref()
                    .is_none_or(|(least, _)| counted < least - least.abs() * 1e-3);
                if is_better {
                    best = Some((counted, near));
                }
            } else if missing(&margins) < furthest.0 - ENOUGH {
                furthest = (missing(&margins), next.clone());
                is_better = true;
            }
            let moved = self.levers.iter().zip(at.iter().zip(&next));
            let is_still = moved
                .into_iter()
                .all(|(lever, (old, new))| (new - old).abs() <= lever.room() * 1e-6);
            if is_still || (!is_better && (best.is_some() || round > 0)) {
                break;
            }
            at = next;
        }
        best.map_or(furthest.1, |(_, at)| at)
    }

    /// The nearest place to the start, on the straight way to a place that reaches the goal, that
    /// reaches it too.
    fn shorten(&mut self, to: &[f64]) -> Vec<f64> {
        let from = self.from.clone();
        let between = |part: f64| -> Vec<f64> {
            let both = from.iter().zip(to);
            both.map(|(from, to)| from + (to - from) * part).collect()
        };
        let (mut short, mut enough) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let middle = (short + enough) / 2.0;
            if self.reaches(&between(middle)) {
                enough = middle;
            } else {
                short = middle;
            }
        }
        if enough == 1.0 {
            to.to_vec()
        } else {
            between(enough)
        }
    }

    /// Central money for industry beyond what the rule asks for, yuan, with the levers at these values,
    /// and how each lever changes it.
    fn beyond_rule(&self, at: &[f64]) -> Option<(f64, Vec<f64>)> {
        let rule = self.rule?;
        let weight = |category: Category| match category {
            Category::Industry => 1.0 - rule,
            Category::Infrastructure | Category::Other => -rule,
        };
        let slopes: Vec<f64> = self
            .levers
            .iter()
            .map(|lever| match cell(lever.limits.key) {
                Some((Level::Central, category)) => weight(category),
                _ => 0.0,
            })
            .collect();
        let now: f64 = Category::ALL
            .into_iter()
            .map(|category| {
                let key = funds(Level::Central, category).into();
                let money = self.scenario.value(self.region, key);
                float(money.unwrap_or_default()) * weight(category)
            })
            .sum();
        let moved = self.levers.iter().zip(at).zip(&slopes);
        let moved = moved.map(|((lever, value), slope)| (value - lever.start) * slope);
        Some((now + moved.sum::<f64>(), slopes))
    }

    /// The goal's margins around a place, as linear functions of the levers.
    fn program(&mut self, at: &[f64], means: &Means) -> Program {
        let margins = self.margins(at);
        let payable = self.fast.payable(self.last_step);
        let mut slopes = vec![vec![0.0; self.levers.len()]; margins.len()];
        let mut payable_slopes = vec![0.0; self.levers.len()];
        let mut probe = at.to_vec();
        for index in 0..self.levers.len() {
            if !means.uses[index] {
                continue;
            }
            let lever = &self.levers[index];
            // Money of a category does the same from whichever level that decides the same years.
            if let Some(like) = self.fast.like(index).filter(|like| means.uses[*like]) {
                for row in &mut slopes {
                    row[index] = row[like];
                }
                payable_slopes[index] = payable_slopes[like];
                continue;
            }
            let mut step = lever.room() * SLOPE_STEP;
            // Wanted coverage beyond what grants pay for does nothing: its slope is that on the near side.
            let is_back = lever.is(Fixed::Coverage) && at[index] - step > self.from[index];
            if at[index] + step > lever.most || is_back {
                step = -step;
            }
            probe[index] = at[index] + step;
            let moved = self.margins(&probe);
            for (row, (moved, margin)) in slopes.iter_mut().zip(moved.iter().zip(&margins)) {
                row[index] = (moved - margin) / step;
            }
            payable_slopes[index] = (self.fast.payable(self.last_step) - payable) / step;
            probe[index] = at[index];
        }
        let coverage = self.levers.iter().position(|own| own.is(Fixed::Coverage));
        Program {
            at: at.to_vec(),
            margins,
            slopes,
            uses: means.uses.clone(),
            new_money: means.new_money,
            coverage: coverage.filter(|index| means.uses[*index]),
            payable,
            payable_slopes,
        }
    }
}

/// The shortfall of all conditions together, yuan a head.
fn missing(margins: &[f64]) -> f64 {
    margins.iter().map(|margin| (-margin).max(0.0)).sum()
}
