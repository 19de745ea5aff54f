//! Hand cases on Zhangjiakou's funds of 2022 (1073, 1902, 211 and 496 百万元, over categories as
//! 26.46 : 11.23 : 3.65), and properties over all kinds of matrices and locks.

mod cases;
mod moves;
mod properties;
mod refusals;

use super::{Impossible, Locks, Matrix, MatrixPart, Yuan};
use crate::region::key::{Category, Level};
use rust_decimal::Decimal;

use Category::{Industry, Infrastructure, Other};
use Level::{Central, City, County, Provincial};
use MatrixPart::{Cell, Column, Row, Total};

/// A change among cells of which no plan is known.
fn change(
    matrix: &Matrix,
    locks: &Locks,
    part: MatrixPart,
    wanted: Yuan,
) -> Result<Matrix, Impossible> {
    super::change(matrix, matrix, locks, part, wanted)
}

/// An amount given in 万元.
fn ten_thousands(amount: i64) -> Yuan {
    Yuan(Decimal::from(amount * 10_000))
}

fn yuan(text: &str) -> Yuan {
    Yuan(Decimal::from_str_exact(text).expect("a decimal"))
}

/// A matrix given in 万元.
fn matrix(rows: [[i64; 3]; 4]) -> Matrix {
    rows.map(|row| row.map(ten_thousands))
}

fn zhangjiakou() -> Matrix {
    matrix([
        [68_678, 29_148, 9_474],
        [121_739, 51_668, 16_793],
        [13_505, 5_732, 1_863],
        [31_747, 13_474, 4_379],
    ])
}

fn locks<const N: usize>(parts: [MatrixPart; N]) -> Locks {
    parts.into_iter().collect()
}
