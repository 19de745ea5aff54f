//! Faults of a file and of what stands in it, without the words of any language.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::place::CellPlace;

/// One thing that is wrong: where, what stands there and what is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormProblem {
    /// The cell.
    pub place: CellPlace,
    /// The text that stands there, cut and on one line. It is foreign text: shown, never trusted.
    pub found: String,
    /// The wanted content.
    pub wanted: Wanted,
}

/// The content wanted in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// A number.
    Number,
    /// A whole number, not below zero.
    Count,
    /// A number that is not below zero.
    NotNegative,
    /// A share between 0 and 1, or a percentage up to 100.
    Share,
    /// A year of four digits.
    Year,
    /// A date.
    Date,
    /// An amount with fewer digits: it is larger than any region's.
    SmallerNumber,
    /// A type of project of the national form, or a synonym that is known.
    ProjectType,
    /// A second level that belongs to the row's type.
    SecondLevel,
    /// A state of a project.
    ProjectState,
    /// A class of an asset.
    AssetClass,
    /// A state of an asset's operation.
    OperatingState,
    /// A status of a figure: published, derived or assumed.
    FigureStatus,
    /// The name of the figure.
    Indicator,
    /// The name of the county.
    CountyName,
    /// The name or the number of the project.
    ProjectName,
    /// A name or number that no earlier row has; the earlier row's place.
    Unique(CellPlace),
    /// A number kept as text: a spreadsheet has rounded its last digits away.
    AllDigits,
    /// A formula's result: the file holds the formula alone. Saving it once in a spreadsheet program adds it.
    Result,
    /// A value in the place of an error.
    NoError,
    /// A part that is not larger than its whole; the whole's cell.
    AtMost(CellPlace),
    /// A day that is not before the start; the start's cell.
    NotBefore(CellPlace),
    /// Sources that add up to the total; what they differ by, in yuan.
    SumOfSources(Decimal),
    /// A row of a table; the number of rows in the sheet past those that are read.
    FewerRows(u32),
    /// A column for that field only once; the first one's place.
    OneColumn(Field, CellPlace),
    /// A unit that is known for amounts.
    MoneyUnit,
}

/// The reason for which a whole file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadFault {
    /// Nothing in it.
    Empty,
    /// A file that opens only with a password.
    Password,
    /// A file that is cut off or damaged.
    Damaged,
    /// A larger file than is read: what is too large, what it has, and what is read at most.
    TooLarge(ReadLimit, u64),
    /// A web page that is named like a workbook, as some systems export them.
    WebPage,
    /// A workbook in the XML form of 2003.
    OldXml,
    /// A file of another kind: neither a workbook nor text.
    Unknown,
    /// A workbook without a sheet of cells.
    NoSheets,
}

/// A bound of what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadLimit {
    /// Bytes of the file.
    FileBytes,
    /// Bytes of a workbook once it is unpacked.
    UnpackedBytes,
    /// Sheets.
    Sheets,
    /// Rows with something in them.
    Rows,
    /// Cells with something in them.
    Cells,
    /// Characters in a cell.
    Characters,
}

/// The most characters of foreign text that a problem repeats.
const MOST_QUOTED: usize = 60;

/// Foreign text on one line, without what can't be seen, cut to a length that can be shown.
pub fn quoted(text: &str) -> String {
    let mut shown = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        for (place, c) in word.chars().filter(|c| !is_hidden(*c)).enumerate() {
            if place == 0 && !shown.is_empty() {
                shown.push(' ');
                count += 1;
            }
            if count >= MOST_QUOTED {
                shown.push('…');
                return shown;
            }
            shown.push(c);
            count += 1;
        }
    }
    shown
}

/// True for a character that can't be seen: controls, marks of direction, joiners, selectors.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_one_line_cut_and_without_tricks() {
        assert_eq!(quoted("  a\n\tb\u{202e}c  "), "a bc");
        assert_eq!(quoted(&"字".repeat(61)), format!("{}…", "字".repeat(60)));
        assert_eq!(quoted(&"字".repeat(60)), "字".repeat(60));
        assert_eq!(quoted("\u{feff}"), "");
    }
}
