//! A goal in floating point: by how much a quick look exceeds it.

use super::Goal;
use crate::analysis::search::evaluator::Evaluator;
use crate::analysis::search::float;
use crate::region::Region;
use crate::region::key::Benchmark;

/// A goal as a search sees it.
#[derive(Clone, Copy, Debug)]
pub struct GoalMargins {
    goal: Goal,
    /// The last year that the goal looks at, counted from the first plan year.
    pub last_step: usize,
    threshold: f64,
    /// The benchmark of the first higher-than, if it is known.
    first: Option<Benchmark>,
    close_call: f64,
}

impl GoalMargins {
    /// Prepares for a goal.
    pub fn new(region: &Region, goal: Goal, fast: &Evaluator) -> Self {
        let last_step = goal.last_step(region);
        let threshold = match goal {
            Goal::Reach { benchmark, .. } => fast.benchmark(benchmark, last_step + 1),
            Goal::Close {
                benchmark, share, ..
            } => {
                let benchmark = fast.benchmark(benchmark, last_step + 1);
                let gap = (benchmark - fast.plan_income(last_step)).max(0.0);
                benchmark - gap * (1.0 - float(share))
            }
            Goal::HigherThans => 0.0,
        };
        Self {
            goal,
            last_step,
            threshold,
            first: fast.first_benchmark(),
            close_call: fast.close_call(),
        }
    }

    /// By how much the goal is exceeded in what was run last, yuan a head, for each of its conditions.
    pub fn margins(&self, fast: &Evaluator) -> Vec<f64> {
        if self.goal != Goal::HigherThans {
            return vec![fast.income(self.last_step) - self.threshold];
        }
        let Some(benchmark) = self.first else {
            return Vec::new();
        };
        let other = |step| fast.benchmark(benchmark, step);
        (0..fast.years())
            .map(|step| {
                let before = match step {
                    0 => fast.base(),
                    _ => fast.income(step - 1),
                };
                let growth = other(step + 1) / other(step) + self.close_call;
                fast.income(step) - before * growth
            })
            .collect()
    }
}
