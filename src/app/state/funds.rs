//! Changes of the funds matrix.

use super::{Refused, State, mark};
use crate::number::Yuan;
use crate::region::Values;
use crate::region::key::{Category, Level, cells_of_funds, funds};
use crate::scenario::Resolved;
use crate::scenario::matrix::transfer::{MatrixCell, transfer};
use crate::scenario::matrix::{self, Matrix, MatrixPart};

/// A row of moves of one part of the matrix. Each starts from where the row began: what is rounded and what runs
/// empty on the way must leave no trace.
#[derive(Clone, Debug)]
pub(super) struct Run {
    part: MatrixPart,
    origin: Matrix,
}

/// A change of the matrix and what else it moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The part that was changed.
    pub part: MatrixPart,
    /// The matrix before.
    pub before: Matrix,
    /// The matrix after.
    pub after: Matrix,
}

impl State {
    /// Changes a part of the matrix from where the row of its moves began.
    pub(super) fn set_funds(&mut self, part: MatrixPart, wanted: Yuan) {
        let plan = plan_matrix(&self.results.resolved);
        let origin = match self.run.take() {
            Some(run) if run.part == part => run.origin,
            _ => self.matrix(),
        };
        match matrix::change(&origin, &plan, &self.locks, part, wanted) {
            Ok(after) => {
                self.refused = None;
                self.set_matrix(&after, Some(mark(&part)));
                self.carried = (after != origin).then_some(Carried {
                    part,
                    before: origin,
                    after,
                });
            }
            Err(impossible) => self.refused = Some(Refused::Funds(part, impossible)),
        }
        self.run = Some(Run { part, origin });
    }

    fn set_matrix(&mut self, matrix: &Matrix, mark: Option<u64>) {
        let mut scenario = self.scenario().clone();
        for (level, category) in cells_of_funds() {
            let value = matrix[level as usize][category as usize].exact();
            if let Err(fault) = scenario.set(&self.region, funds(level, category).into(), value) {
                // The matrix keeps cells in range, so that this names a fault of the program.
                self.refused = Some(Refused::Value(funds(level, category).into(), fault));
                return;
            }
        }
        self.step(scenario, mark);
    }

    /// Moves money from one cell to another, in a step of its own.
    pub(super) fn move_funds(&mut self, from: MatrixCell, to: MatrixCell, amount: Yuan) {
        self.history.seal();
        self.run = None;
        match transfer(&self.matrix(), &self.locks, from, to, amount) {
            Ok(after) => {
                self.refused = None;
                self.carried = None;
                self.set_matrix(&after, None);
            }
            Err(why) => self.refused = Some(Refused::Move(why)),
        }
    }
}

/// The funds matrix of a scenario's values.
pub fn matrix_of(resolved: &Resolved) -> Matrix {
    matrix_in(&resolved.scenario)
}

/// The funds matrix of the plan.
pub fn plan_matrix(resolved: &Resolved) -> Matrix {
    matrix_in(&resolved.plan)
}

fn matrix_in(values: &Values) -> Matrix {
    Level::ALL.map(|level| Category::ALL.map(|category| Yuan(values.fixed(funds(level, category)))))
}
