//! The place of something in a workbook.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A cell's place, counted from zero as programs do and shown as people say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellPlace {
    /// The sheet's name, as it stands in the file.
    pub sheet: String,
    /// The row, the first is zero.
    pub row: u32,
    /// The column, the first is zero.
    pub column: u32,
}

impl CellPlace {
    /// The place of a cell.
    pub fn new(sheet: &str, row: u32, column: u32) -> Self {
        let sheet = sheet.to_owned();
        Self { sheet, row, column }
    }

    /// True for the place of nothing in particular.
    pub fn is_nowhere(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for CellPlace {
    /// The place as spreadsheets write it: `Sheet!B7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = column_letters(self.column);
        let row = u64::from(self.row) + 1;
        if self.sheet.is_empty() {
            return write!(f, "{column}{row}");
        }
        write!(f, "{}!{column}{row}", self.sheet)
    }
}

/// A column as spreadsheets name it: A to Z, AA and on.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters.reverse();
    String::from_utf8(letters).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_as_spreadsheets_write_it() {
        assert_eq!(CellPlace::new("县区", 6, 1).to_string(), "县区!B7");
        assert_eq!(CellPlace::new("", 0, 0).to_string(), "A1");
        let last = CellPlace::new("S", u32::MAX, 16_383).to_string();
        assert_eq!(last, "S!XFD4294967296");
        let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
