//! Answers of the exact model on moves, each computed once however often it is wanted.

use std::rc::Rc;

use super::Space;
use crate::analysis::goal::check;
use crate::analysis::search::{self, LeverMove};
use crate::model::Outcome;

impl Space<'_> {
    /// The outcome of moves up to the last year that the goal looks at; none where they don't fit.
    pub(super) fn exact(&self, moves: &[LeverMove]) -> Option<Rc<Outcome>> {
        let mut seen = self.seen.borrow_mut();
        if let Some((of, outcome)) = &*seen
            && of == moves
        {
            return Some(outcome.clone());
        }
        let changed = search::with(self.region, self.scenario, moves).ok()?;
        let outcome = Rc::new(changed.project_until(self.region, self.until));
        #[cfg(test)]
        self.looks[1].update(|looks| looks + 1);
        *seen = Some((moves.to_vec(), outcome.clone()));
        Some(outcome)
    }

    /// True where the exact model reaches the goal with these moves.
    pub(super) fn is_reached_by(&self, moves: &[LeverMove]) -> bool {
        self.exact(moves).is_some_and(|outcome| {
            let lines = check::lines(&outcome, self.request.goal);
            lines.iter().all(|line| line.met)
        })
    }
}
