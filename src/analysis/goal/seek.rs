//! Ways to a goal: linear programs over slopes, each from where the last one led, then whole units.

mod evaluation;
mod exact;
mod fewest;
mod kinds;
mod labour;
mod program;
mod rounding;
mod slopes;
mod turning;

#[cfg(test)]
use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use super::GoalRequest;
use super::margins::GoalMargins;
use super::price::{self, PriceUnit};
use crate::analysis::search::evaluator::Evaluator;
use crate::analysis::search::{self, LeverLimits, LeverMove, cell, float};
use crate::model::Outcome;
use crate::model::gain::Gain;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, Year, funds};
use crate::scenario::Scenario;
use labour::LabourLimit;
use slopes::Slope;
use turning::turning;

/// Linear programs for one way; it mostly stands after three.
const MOST_ROUNDS: usize = 5;
/// The parts of a way that leads too far, of which it keeps no more than it needs.
const WAY_PARTS: u64 = 1 << 16;
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
    /// The last year that the goal looks at.
    until: Year,
    /// The gain of the goal's last year in the scenario as it stands, by the exact model.
    now: Gain,
    quick: GoalMargins,
    /// The share of central funds that industry must have.
    rule: Option<f64>,
    /// The labour that further jobs need, in each of the plan years that differ in it.
    labour: Vec<LabourLimit>,
    /// For each lever an earlier one that does the same.
    likes: Vec<Option<usize>>,
    /// Slopes at the starting point, where every way sets out, as far as any has asked for them.
    first_slopes: Vec<Option<Slope>>,
    /// The moves that the exact model saw last, with what it said.
    seen: RefCell<Option<(Vec<LeverMove>, Rc<Outcome>)>>,
    /// Counts of looks by the quick and by the exact model.
    #[cfg(test)]
    looks: [Cell<usize>; 2],
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
        let last_step = request.goal.last_step(region);
        let until = region.years.first_plan + last_step as Year;
        let mut fast = Evaluator::until(region, scenario, &keys, until);
        let from: Vec<f64> = levers
            .iter()
            .map(|own| own.start.clamp(own.least, own.most))
            .collect();
        fast.run(&from);
        let quick = GoalMargins::new(region, request.goal, &fast);
        let now = &scenario.project_until(region, until).scenario[last_step];
        let labour = labour::limits(region, scenario, &keys, &from);
        Self {
            region,
            scenario,
            request,
            likes: (0..levers.len()).map(|index| fast.like(index)).collect(),
            first_slopes: vec![None; levers.len()],
            seen: RefCell::new(None),
            #[cfg(test)]
            looks: Default::default(),
            levers,
            labour,
            from,
            fast,
            last_step,
            until,
            now: now.gain(),
            quick,
            rule: search::central_rule(region, scenario).map(float),
        }
    }

    /// By how much the goal is exceeded, yuan a head, for each of its conditions.
    fn margins(&mut self, at: &[f64]) -> Vec<f64> {
        #[cfg(test)]
        self.looks[0].update(|looks| looks + 1);
        self.fast.run(at);
        self.quick.margins(&self.fast)
    }

    fn reaches(&mut self, at: &[f64]) -> bool {
        self.least_margin(at) >= 0.0
    }

    /// The least of the margins, without what the exact model needs: nothing and more where the goal is
    /// reached.
    fn least_margin(&mut self, at: &[f64]) -> f64 {
        let margins = self.margins(at).into_iter();
        let least = |least: f64, own: f64| if own >= least { least } else { own };
        margins.fold(f64::INFINITY, least) - ENOUGH
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
        let part = |parts: u64| between(parts as f64 / WAY_PARTS as f64);
        let ends = (self.least_margin(&from), self.least_margin(to));
        let enough = turning((0, WAY_PARTS), ends, |parts| {
            self.least_margin(&part(parts))
        });
        match enough {
            WAY_PARTS => to.to_vec(),
            enough => part(enough),
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
}

/// The shortfall of all conditions together, yuan a head.
fn missing(margins: &[f64]) -> f64 {
    margins.iter().map(|margin| (-margin).max(0.0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::goal::{Goal, Prices};
    use crate::region::key::Benchmark;
    use crate::region::tests::region;
    use crate::scenario::examples::Example;

    /// Counted, since time depends on the machine: 824 quick and 14 exact looks for the goal that the page offers
    /// first, at most 3,112 and 14 for any.
    #[test]
    fn a_search_looks_no_more_often_than_it_must() {
        let region = region();
        for scenario in [Scenario::default(), Example::Together.scenario(&region)] {
            for year in [2023, 2024, 2030] {
                for benchmark in [Benchmark::LiftedProvince, Benchmark::LiftedNation] {
                    let keys = search::movable().into_iter();
                    let usual = |key| search::usual(&region, &scenario, key);
                    let request = GoalRequest {
                        goal: Goal::Reach { benchmark, year },
                        levers: keys.map(usual).collect(),
                        prices: Prices::usual(&region),
                        raises_other: false,
                    };
                    let mut space = Space::new(&region, &scenario, &request);
                    kinds::ways_in(&mut space);
                    let [quick, exact] = space.looks.each_ref().map(Cell::get);
                    let most = match benchmark {
                        Benchmark::LiftedProvince => 900,
                        _ => 3_400,
                    };
                    assert!(quick <= most, "{benchmark:?} {year}: {quick}");
                    assert!(exact <= 16, "{benchmark:?} {year}: {exact}");
                }
            }
        }
    }
}
