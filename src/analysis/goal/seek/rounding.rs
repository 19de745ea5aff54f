//! Rounding to whole units: towards the goal, then no unit more than it needs.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::turning::turning;
use super::{Means, Space};
use crate::analysis::search::{self, LeverMove, TEN_THOUSAND, cell, float};
use crate::region::key::{Fixed, Level};

/// Fractions of a unit that are the search's own inexactness.
const TOLERANCE: f64 = 1e-6;
/// Units added where rounding left the goal short.
const MOST_REPAIRS: usize = 8;

impl Space<'_> {
    /// The moves of a place, in whole units that people set, checked with the exact model.
    pub(super) fn round_to_units(&mut self, at: Vec<f64>, means: &Means) -> Vec<LeverMove> {
        let mut to: Vec<Decimal> = (0..self.levers.len())
            .map(|index| self.rounded(index, at[index]))
            .collect();
        for level in Level::ALL {
            let of_level = self.levers.iter().zip(&at);
            let of_level = of_level.filter(|(lever, _)| lever.level == Some(level));
            let new: f64 = of_level.map(|(lever, value)| value - lever.start).sum();
            if !means.new_money || new < float(TEN_THOUSAND) / 2.0 {
                self.balance(level, &mut to);
            }
        }
        self.keep_labour(&mut to);
        let mut is_met = self.is_met(&to);
        for _ in 0..MOST_REPAIRS {
            if is_met || !self.repair(means, &mut to) {
                break;
            }
            is_met = self.is_met(&to);
        }
        if is_met {
            let found = to.clone();
            self.trim(means, &mut to);
            if to != found && !self.is_met(&to) {
                to = found;
            }
        }
        self.pay_for_coverage(&mut to);
        self.moves(&to)
    }

    fn start(&self, index: usize) -> Decimal {
        let key = self.levers[index].limits.key;
        self.scenario.value(self.region, key).unwrap_or_default()
    }

    /// The nearest value in whole units away from the present one, within the limits.
    fn rounded(&self, index: usize, value: f64) -> Decimal {
        let lever = &self.levers[index];
        let key = lever.limits.key;
        let (start, step) = (self.start(index), search::step(key));
        let units = value / float(step);
        let change = (value - lever.start) / float(step);
        if change.abs() < TOLERANCE {
            return start;
        }
        let units = match change > 0.0 {
            true => (units - TOLERANCE).ceil(),
            false => (units + TOLERANCE).floor(),
        };
        let rounded = Decimal::from_f64(units).unwrap_or_default() * step;
        self.within(index, rounded)
    }

    /// The value, or the limit that it exceeds; money stays whole within it.
    fn within(&self, index: usize, value: Decimal) -> Decimal {
        let own = self.levers[index].limits;
        let step = search::step(own.key);
        let is_money = cell(own.key).is_some();
        match (value > own.most, value < own.least) {
            (true, _) if is_money => (own.most / step).floor() * step,
            (true, _) => own.most,
            (_, true) if is_money => (own.least / step).ceil() * step,
            (_, true) => own.least,
            (false, false) => value,
        }
    }

    /// Lets a level's cells add up to what they did, where no new money may come: first what is lowered
    /// gives a unit more, then what is raised takes one less.
    fn balance(&self, level: Level, to: &mut [Decimal]) {
        let cells: Vec<usize> = (0..self.levers.len())
            .filter(|index| self.levers[*index].level == Some(level))
            .collect();
        let over = |to: &[Decimal]| -> Decimal {
            cells
                .iter()
                .map(|index| to[*index] - self.start(*index))
                .sum()
        };
        // A level may save money, but not need more.
        while over(to) > Decimal::ZERO {
            let lower = cells.iter().find(|index| {
                let is_lowered = to[**index] < self.start(**index);
                is_lowered && to[**index] - TEN_THOUSAND >= self.levers[**index].limits.least
            });
            let raised = cells.iter().find(|index| to[**index] > self.start(**index));
            let Some(index) = lower.or(raised) else { break };
            to[*index] -= TEN_THOUSAND;
        }
    }

    /// Takes back what rounding to whole jobs asks of labour beyond what there is.
    fn keep_labour(&self, to: &mut [Decimal]) {
        let mut at: Vec<f64> = to.iter().map(|value| float(*value)).collect();
        if self.has_labour(&at) {
            return;
        }
        self.fit_labour(&mut at);
        for (index, value) in at.iter().enumerate() {
            let whole = Decimal::from_f64(value.floor()).unwrap_or_default();
            if *value < float(to[index]) {
                to[index] = whole.max(self.levers[index].limits.least);
            }
        }
    }

    fn moves(&self, to: &[Decimal]) -> Vec<LeverMove> {
        let all = to.iter().enumerate().map(|(index, to)| LeverMove {
            key: self.levers[index].limits.key,
            from: self.start(index),
            to: *to,
        });
        all.filter(|moved| moved.from != moved.to).collect()
    }

    /// True where the exact model reaches the goal.
    fn is_met(&self, to: &[Decimal]) -> bool {
        self.is_reached_by(&self.moves(to))
    }

    /// Moves one lever a unit further: the one that helps most for its cost. Says whether one could.
    fn repair(&mut self, means: &Means, to: &mut [Decimal]) -> bool {
        let place: Vec<f64> = to.iter().map(|value| float(*value)).collect();
        let before = super::missing(&self.margins(&place));
        let counted = self.counted(&place);
        let mut best: Option<(f64, usize, Decimal)> = None;
        for index in 0..to.len() {
            let lever = &self.levers[index];
            let is_fixed = !means.uses[index] || (lever.level.is_some() && !means.new_money);
            if is_fixed || to[index] == self.start(index) {
                continue;
            }
            let step = search::step(lever.limits.key);
            let next = match to[index] > self.start(index) {
                true => self.within(index, to[index] + step),
                false => self.within(index, to[index] - step),
            };
            let mut probe = place.clone();
            probe[index] = float(next);
            if !self.has_labour(&probe) {
                continue;
            }
            let gained = before - super::missing(&self.margins(&probe));
            let cost = (self.counted(&probe) - counted).max(1.0);
            let efficiency = gained / cost;
            if gained > 0.0 && best.is_none_or(|(most, ..)| efficiency > most) {
                best = Some((efficiency, index, next));
            }
        }
        match best {
            Some((_, index, next)) => {
                to[index] = next;
                true
            }
            None => false,
        }
    }

    /// Takes back every unit that the goal does not need, one lever after the other, the most
    /// expensive first.
    fn trim(&mut self, means: &Means, to: &mut [Decimal]) {
        let mut order: Vec<(f64, usize)> = (0..to.len())
            .filter(|index| means.uses[*index] && to[*index] != self.start(*index))
            .filter(|index| !self.is_shifting(*index, to))
            .map(|index| {
                let (more, less) = self.levers[index].price;
                let change = float(to[index] - self.start(index));
                let level = f64::from(u8::from(self.levers[index].level.is_some()));
                (
                    change.max(0.0) * (more + level) + (-change).max(0.0) * less,
                    index,
                )
            })
            .collect();
        order.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (_, index) in order {
            let (found, step) = (to[index], search::step(self.levers[index].limits.key));
            let start = self.start(index);
            let clamped = start.clamp(
                self.levers[index].limits.least,
                self.levers[index].limits.most,
            );
            let change = found - clamped;
            let units = (change.abs() / step).ceil().to_u64().unwrap_or(0);
            let value = |units: u64| {
                let way = Decimal::from(units) * step;
                match change > Decimal::ZERO {
                    true => (found - way).max(clamped),
                    false => (found + way).min(clamped),
                }
            };
            if units == 0 {
                continue;
            }
            let mut place: Vec<f64> = to.iter().map(|value| float(*value)).collect();
            let mut kept = |kept: u64| {
                place[index] = float(value(units - kept));
                self.least_margin(&place)
            };
            let ends = (kept(0), kept(units));
            // The fewest units that the goal needs.
            let needed = match ends.0 >= 0.0 {
                true => 0,
                false => turning((0, units), ends, kept),
            };
            to[index] = value(units - needed);
        }
    }

    /// True for a cell of a level that pays for a rise by a fall: taking one back alone would cost
    /// new money.
    fn is_shifting(&self, index: usize, to: &[Decimal]) -> bool {
        let level = self.levers[index].level;
        level.is_some()
            && (0..to.len())
                .any(|other| self.levers[other].level == level && to[other] < self.start(other))
    }

    /// Coverage that grants can't pay for by the goal's last year is not asked for, where it makes no
    /// difference to the goal.
    fn pay_for_coverage(&mut self, to: &mut [Decimal]) {
        let coverage = self.levers.iter().position(|own| own.is(Fixed::Coverage));
        let Some(index) = coverage.filter(|index| to[*index] > self.start(*index)) else {
            return;
        };
        let Some(outcome) = self.exact(&self.moves(to)) else {
            return;
        };
        let year = &outcome.scenario[self.last_step];
        if year.coverage_missing.rounded().is_zero() {
            return;
        }
        let was_met = self.is_met(to);
        let wanted = to[index];
        let reached = self.rounded(index, float(year.coverage.exact()));
        to[index] = reached.max(self.start(index)).min(wanted);
        if was_met && !self.is_met(to) {
            to[index] = wanted;
        }
    }
}
