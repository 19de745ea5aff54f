//! Idle labour as a limit of all batches of jobs together.

use rust_decimal::Decimal;

use super::Space;
use crate::analysis::labour;
use crate::analysis::search::float;
use crate::model::inputs::Levers;
use crate::region::Region;
use crate::region::key::{Batch, Key, jobs};
use crate::scenario::Scenario;

/// The most further jobs that some levers may make together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabourLimit {
    /// Flags of the levers whose jobs count.
    pub(super) counts: Vec<bool>,
    /// The most jobs of them together.
    pub(super) most: f64,
}

impl LabourLimit {
    /// Jobs of the levers that count, with the levers at these values.
    pub(super) fn jobs(&self, at: &[f64]) -> f64 {
        let counted = self.counts.iter().zip(at).filter(|(counts, _)| **counts);
        counted.map(|(_, jobs)| jobs).sum()
    }
}

/// The limits in the plan years, each once. A year's own jobs stay; what the scenario has beyond idle labour
/// already is its own.
pub(super) fn limits(
    region: &Region,
    scenario: &Scenario,
    keys: &[Key],
    from: &[f64],
) -> Vec<LabourLimit> {
    let values = scenario.resolve(region).scenario;
    let Some(there) = labour::idle_labour(&values) else {
        return Vec::new();
    };
    let levers = Levers::with_years(&values, region.years);
    let mut limits: Vec<LabourLimit> = Vec::new();
    for step in 0..region.years.plan().len() {
        let moves = |batch: Batch| {
            let own = levers.by_year.get(step);
            let has_own = own.is_some_and(|own| own.jobs[batch as usize].is_some());
            !has_own && keys.contains(&Key::from(jobs(batch)))
        };
        let stays = Batch::ALL.into_iter().filter(|batch| !moves(*batch));
        let taken: Decimal = stays.map(|batch| levers.jobs_in(step, batch).exact()).sum();
        let is_moved = |key: &Key| {
            let mut batches = Batch::ALL.into_iter();
            batches.any(|batch| Key::from(jobs(batch)) == *key && moves(batch))
        };
        let mut limit = LabourLimit {
            counts: keys.iter().map(is_moved).collect(),
            most: 0.0,
        };
        limit.most = float(there - taken).max(limit.jobs(from));
        if limit.counts.contains(&true) && !limits.contains(&limit) {
            limits.push(limit);
        }
    }
    limits
}

impl Space<'_> {
    /// True where the levers at these values need no more labour than there is.
    pub(super) fn has_labour(&self, at: &[f64]) -> bool {
        self.labour
            .iter()
            .all(|limit| limit.jobs(at) <= limit.most + 1e-6)
    }

    /// Takes back jobs beyond the labour that there is, of the later levers first.
    pub(super) fn fit_labour(&self, at: &mut [f64]) {
        for limit in &self.labour {
            let mut over = limit.jobs(at) - limit.most;
            for index in (0..at.len()).rev() {
                if over <= 0.0 {
                    break;
                }
                if limit.counts[index] {
                    let back = over.min((at[index] - self.from[index]).max(0.0));
                    at[index] -= back;
                    over -= back;
                }
            }
        }
    }

    /// True for a lever whose jobs need all the labour that there is.
    pub(super) fn is_held_by_labour(&self, index: usize, at: &[f64]) -> bool {
        let binds = |limit: &LabourLimit| limit.jobs(at) > limit.most - 1.0;
        let mut limits = self.labour.iter();
        limits.any(|limit| limit.counts[index] && binds(limit))
    }
}
