//! Changes that could not be made.

use crate::problem::Fault;
use crate::region::key::Key;
use crate::scenario::matrix::transfer::Unmovable;
use crate::scenario::matrix::{Impossible, MatrixPart};

/// A change that could not be made.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// A value of a key.
    Value(Key, Fault),
    /// A part of the funds matrix.
    Funds(MatrixPart, Impossible),
    /// A text that was typed for a part of the funds matrix.
    FundsText(MatrixPart, Fault),
    /// Money that was to go from one part of the funds matrix to another.
    Move(Unmovable),
    /// A key that the exercise has not opened, or not in this step.
    Closed(Key),
}
