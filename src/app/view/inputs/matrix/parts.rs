//! The parts of the matrix as the page names them.

use crate::app::view::figure::ScreenFigure;
use crate::app::words::Words;
use crate::number::Yuan;
use crate::region::key::{Category, Key, Level, Unit, funds};
use crate::scenario::matrix::MatrixPart;

/// The dotted name of a part: a cell's is its key's.
pub fn part_key(part: MatrixPart) -> String {
    match part {
        MatrixPart::Cell(level, category) => Key::Fixed(funds(level, category)).to_string(),
        MatrixPart::Row(level) => format!("row.{}", level.name()),
        MatrixPart::Column(category) => format!("column.{}", category.name()),
        MatrixPart::Total => "total".to_owned(),
    }
}

/// The level and category of a cell; none for a total.
pub fn cell_of(part: MatrixPart) -> Option<(Level, Category)> {
    match part {
        MatrixPart::Cell(level, category) => Some((level, category)),
        MatrixPart::Row(_) | MatrixPart::Column(_) | MatrixPart::Total => None,
    }
}

/// The figure that a part is.
pub fn figure_of(part: MatrixPart) -> ScreenFigure {
    match part {
        MatrixPart::Cell(level, category) => ScreenFigure::Input(funds(level, category).into()),
        MatrixPart::Row(level) => ScreenFigure::LevelFunds(level),
        MatrixPart::Column(category) => ScreenFigure::CategoryFunds(category),
        MatrixPart::Total => ScreenFigure::AllFunds,
    }
}

/// A part's name in words.
pub fn part_name(words: &Words, part: MatrixPart) -> String {
    match part {
        MatrixPart::Cell(level, category) => words
            .key_name(Key::Fixed(funds(level, category)))
            .to_string(),
        MatrixPart::Row(level) => words.format("matrix-part-sum", &[("name", &words.level(level))]),
        MatrixPart::Column(category) => {
            words.format("matrix-part-sum", &[("name", &words.category(category))])
        }
        MatrixPart::Total => words.text("matrix-total").to_string(),
    }
}

/// An amount with the unit that the matrix is typed in.
pub fn amount_text(words: &Words, amount: Yuan) -> String {
    if amount == Yuan::ZERO {
        return words.format("amount-yuan", &[("number", "0")]);
    }
    words.value_of_unit(Unit::Yuan, amount.exact())
}
