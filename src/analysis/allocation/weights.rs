//! Weights of the cells in the sum of a part of the matrix.

use crate::analysis::funds_floor::FloorPart;
use crate::region::key::{Category, Level};
use crate::scenario::matrix::MatrixPart;

/// The twelve cells.
pub(super) const CELLS: usize = Level::ALL.len() * Category::ALL.len();

/// Weights of the cells in a part's sum: 1 for cells of the part, else 0.
pub(super) fn weights(part: MatrixPart) -> [f64; CELLS] {
    let mut weights = [0.0; CELLS];
    for level in Level::ALL {
        for category in Category::ALL {
            let is_in = match part {
                MatrixPart::Cell(own, of) => own == level && of == category,
                MatrixPart::Row(own) => own == level,
                MatrixPart::Column(of) => of == category,
                MatrixPart::Total => true,
            };
            if is_in {
                weights[level as usize * Category::ALL.len() + category as usize] = 1.0;
            }
        }
    }
    weights
}

/// Weights of the cells that keep a floor: 1 for cells of the part, else 0.
pub(super) fn floor_weights(part: FloorPart) -> [f64; CELLS] {
    std::array::from_fn(|index| {
        let category = Category::ALL[index % Category::ALL.len()];
        f64::from(u8::from(part.has(category)))
    })
}
