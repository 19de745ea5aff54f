//! Matrix and levers in turn, from several starts: with the levers fixed the matrix is a linear
//! program, with the matrix fixed each lever goes where it brings the most.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::cell_program::{CellProgram, ReturnCurves};
use super::weights::CELLS;
use super::{AllocationOutcome, AllocationRequest, Objective};
use crate::analysis::goal::margins::GoalMargins;
use crate::analysis::search::evaluator::Evaluator;
use crate::analysis::search::{self, LeverLimits, LeverMove, float};
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, funds};
use crate::scenario::Scenario;

/// Turns of matrix and levers from one start.
const TURNS: usize = 3;
/// Places on a lever's way that are tried first.
const PLACES: usize = 4;
/// The kinds of money: what each category has in all.
pub(super) const COLUMNS: usize = Category::ALL.len();

/// The search.
pub(super) struct Search<'a> {
    pub(super) region: &'a Region,
    pub(super) scenario: &'a Scenario,
    pub(super) request: &'a AllocationRequest,
    pub(super) table: CellProgram,
    pub(super) limits: Vec<LeverLimits>,
    pub(super) fast: Evaluator,
    pub(super) step: usize,
    pub(super) goal: Option<GoalMargins>,
    /// True where the nearest miss of a goal is searched for, since no money reaches it.
    pub(super) is_furthest: bool,
    /// The most industry money that the conditions allow, 10,000 yuan.
    pub(super) most_industry: f64,
    pub(super) coverage0: f64,
    /// Levers that were tried from any start.
    pub(super) tried: Vec<Vec<f64>>,
    /// The return curves that were sought last, with their levers.
    pub(super) curves: Option<(Vec<f64>, ReturnCurves)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        region: &'a Region,
        scenario: &'a Scenario,
        request: &'a AllocationRequest,
        table: CellProgram,
    ) -> Self {
        let most_industry = table.most_industry() + 1.0;
        Self::with(region, scenario, request, table, most_industry)
    }

    pub(super) fn with(
        region: &'a Region,
        scenario: &'a Scenario,
        request: &'a AllocationRequest,
        table: CellProgram,
        most_industry: f64,
    ) -> Self {
        // What a category has in all decides; the central cell stands for it.
        let columns = Category::ALL.map(|category| Key::from(funds(Level::Central, category)));
        let levers = request.levers.iter().map(|limits| limits.key);
        let keys: Vec<Key> = columns.into_iter().chain(levers).collect();
        let mut fast = Evaluator::new(region, scenario, &keys);
        let start = fast.start();
        fast.run(&start);
        let step = usize::from(request.objective.year(region) - region.years.first_plan);
        let goal = match request.objective {
            Objective::LeastMoney(goal) => Some(GoalMargins::new(region, goal, &fast)),
            Objective::Market | Objective::Earned(_) | Objective::Income(_) => None,
        };
        Self {
            region,
            scenario,
            request,
            most_industry,
            coverage0: fast.coverage0(),
            curves: None,
            tried: Vec::new(),
            table,
            limits: request.levers.clone(),
            fast,
            step,
            goal,
            is_furthest: false,
        }
    }

    /// The best levers and, with them, the best whole cells.
    pub(super) fn found(&mut self) -> Option<(Vec<f64>, Vec<LeverMove>, AllocationOutcome)> {
        let levers = self.best()?;
        let (moves, best) = self.in_whole_units(&levers)?;
        Some((levers, moves, best))
    }

    /// The quantity to maximize: less money is better, and where a goal is out of reach a smaller
    /// shortfall.
    pub(super) fn standing_value(&self, own: &AllocationOutcome) -> Decimal {
        match (self.request.objective, self.is_furthest) {
            (Objective::LeastMoney(_), true) => {
                own.goal.map_or(Decimal::ZERO, |line| -line.missing())
            }
            (objective, _) => own.value(objective),
        }
    }

    /// The best levers from any start.
    fn best(&mut self) -> Option<Vec<f64>> {
        let mut best: Option<(f64, Vec<f64>)> = None;
        for start in self.starts() {
            let mut levers = start;
            for _ in 0..TURNS {
                let cells = match self.cells(&levers) {
                    Some(cells) => cells,
                    // With these levers the goal may be out of reach, with better ones not.
                    None => self.table.now,
                };
                let before = levers.clone();
                levers = self.turn(CellProgram::columns(&cells), levers);
                let Some(cells) = self.cells(&levers) else {
                    continue;
                };
                if !self.tried.contains(&levers) {
                    self.tried.push(levers.clone());
                }
                let columns = CellProgram::columns(&cells);
                let value = match self.seeks_least() {
                    true => -columns.iter().sum::<f64>(),
                    false => self.value(columns, &levers),
                };
                let is_better = best.as_ref().is_none_or(|(most, _)| value > most + 1e-9);
                if is_better {
                    best = Some((value, levers.clone()));
                }
                if before == levers {
                    break;
                }
            }
        }
        best.map(|(_, levers)| levers)
    }

    /// Starting points of the search: the present levers, every lever at either end, and grants at
    /// values between, since they can serve assets or coverage.
    fn starts(&self) -> Vec<Vec<f64>> {
        let end = |of: &dyn Fn(&LeverLimits) -> Decimal| -> Vec<f64> {
            self.limits.iter().map(|own| float(of(own))).collect()
        };
        let now = end(&|own| {
            let now = self.scenario.value(self.region, own.key);
            now.unwrap_or_default().clamp(own.least, own.most)
        });
        let mut starts = vec![now.clone()];
        if self.limits.is_empty() {
            return starts;
        }
        starts.extend([end(&|own| own.least), end(&|own| own.most)]);
        let grants = self
            .limits
            .iter()
            .position(|own| own.key == Fixed::GrantsShare.into());
        if let Some(index) = grants {
            let (least, most) = (
                float(self.limits[index].least),
                float(self.limits[index].most),
            );
            for part in [0.25, 0.5, 0.75] {
                let mut start = now.clone();
                start[index] = grid(&self.limits[index], least + (most - least) * part);
                starts.push(start);
            }
        }
        starts
    }

    /// Each lever where it brings the most, the others as they are; the nearer to the present where
    /// two bring the same.
    fn turn(&mut self, columns: [f64; COLUMNS], mut levers: Vec<f64>) -> Vec<f64> {
        for index in 0..levers.len() {
            let own = self.limits[index];
            let now = self
                .scenario
                .value(self.region, own.key)
                .unwrap_or_default();
            let present = float(now.clamp(own.least, own.most));
            let mut best = (f64::MIN, levers[index]);
            let mut at = levers.clone();
            let mut consider = |search: &mut Self, value: f64| {
                at[index] = grid(&own, value);
                let brings = search.value(columns, &at);
                let is_as_good = (brings - best.0).abs() <= 1e-9;
                let is_nearer = (at[index] - present).abs() < (best.1 - present).abs();
                if brings > best.0 + 1e-9 || (is_as_good && is_nearer) {
                    best = (brings, at[index]);
                }
                best.1
            };
            let (least, most) = (float(own.least), float(own.most));
            let mut middle = consider(self, present);
            let mut width = (most - least) / PLACES as f64;
            for place in 0..=PLACES {
                middle = consider(self, least + width * place as f64);
            }
            while width > 5e-4 {
                width /= 2.0;
                let around = middle;
                consider(self, (around - width).max(least));
                middle = consider(self, (around + width).min(most));
            }
            levers[index] = best.1;
        }
        levers
    }

    pub(super) fn levers_hold_now(&self) -> bool {
        self.limits.iter().all(|own| {
            let now = self
                .scenario
                .value(self.region, own.key)
                .unwrap_or_default();
            own.least <= now && now <= own.most
        })
    }

    /// Changes from the present scenario.
    pub(super) fn moves(&self, levers: &[f64], amounts: &[Decimal; CELLS]) -> Vec<LeverMove> {
        let cells = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| Key::from(funds(level, category))));
        let levers = self.limits.iter().zip(levers).map(|(own, value)| {
            let value = Decimal::from_f64(*value).unwrap_or_default();
            let value = search::to_step(own.key, value);
            (own.key, value.clamp(own.least, own.most))
        });
        let wanted = cells.zip(amounts.iter().copied()).chain(levers);
        let moves = wanted.filter_map(|(key, to)| {
            let from = self.scenario.value(self.region, key)?;
            (from != to).then_some(LeverMove { key, from, to })
        });
        moves.collect()
    }
}

/// The value in whole steps within the limits.
fn grid(limits: &LeverLimits, value: f64) -> f64 {
    let value = Decimal::from_f64(value).unwrap_or_default();
    float(search::to_step(limits.key, value).clamp(limits.least, limits.most))
}
