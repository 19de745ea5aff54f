//! Evaluation of a way by the exact model, with the levers that limit it.

use super::{ENOUGH, SLOPE_STEP, Space, missing};
use crate::analysis::goal::price::cost;
use crate::analysis::goal::{WayKind, WayToGoal, check};
use crate::analysis::search::{LeverMove, float};
use crate::model::gain::GainPart;
use crate::region::key::{Fixed, Key};

impl Space<'_> {
    /// A way as the exact model sees it; nothing where nothing changes.
    pub(super) fn way(&mut self, kind: WayKind, moves: Vec<LeverMove>) -> Option<WayToGoal> {
        if moves.is_empty() {
            return None;
        }
        let request = self.request;
        let outcome = self.exact(&moves)?;
        let then = &outcome.scenario[self.last_step];
        let gain = then.gain();
        let lines = check::lines(&outcome, request.goal);
        let reaches = lines.iter().all(|line| line.met);
        let limits = &request.levers;
        let held_by = match reaches {
            true => Vec::new(),
            false => self.held_by(kind, &moves),
        };
        Some(WayToGoal {
            kind,
            reaches,
            cost: cost(self.region, self.scenario, limits, &request.prices, &moves),
            moves,
            lines,
            held_by,
            gain: (gain.difference - self.now.difference).exact(),
            gain_parts: GainPart::ALL.map(|part| (gain.part(part) - self.now.part(part)).exact()),
            coverage_missing: then.coverage_missing.exact(),
        })
    }

    /// The levers at a limit beyond which what is missing would become less, the strongest first; for jobs that
    /// need all idle labour, that labour.
    fn held_by(&mut self, kind: WayKind, moves: &[LeverMove]) -> Vec<Key> {
        let Some(means) = self.means(kind) else {
            return Vec::new();
        };
        let mut at = self.from.clone();
        for moved in moves {
            let place = self
                .levers
                .iter()
                .position(|own| own.limits.key == moved.key);
            if let Some(place) = place {
                at[place] = float(moved.to);
            }
        }
        let before = missing(&self.margins(&at));
        let mut held: Vec<(f64, Key)> = Vec::new();
        for index in 0..self.levers.len() {
            let lever = &self.levers[index];
            let (value, step) = (at[index], lever.room() * SLOPE_STEP);
            let lacks_labour = self.is_held_by_labour(index, &at);
            let beyond = if value >= lever.most || lacks_labour {
                value + step
            } else if value <= lever.least && lever.lowers {
                value - step
            } else {
                continue;
            };
            if !means.uses[index] || (lever.level.is_some() && !means.new_money) {
                continue;
            }
            let key = match lacks_labour {
                true => Key::from(Fixed::IdleLabour),
                false => lever.limits.key,
            };
            at[index] = beyond;
            let gained = before - missing(&self.margins(&at));
            at[index] = value;
            if gained > ENOUGH {
                held.push((gained, key));
            }
        }
        held.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut keys: Vec<Key> = Vec::new();
        for (_, key) in held {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}
