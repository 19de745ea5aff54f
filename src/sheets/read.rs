//! Files as they come, whatever their names say: the first bytes of a file show its kind.

mod archive;
mod indents;
mod layout;
mod legacy;
mod text;
mod values;
mod xlsx;

use crate::cell::{ForeignSheet, SheetCell, SheetRow};
use crate::fault::{ReadFault, ReadLimit};

/// The most bytes of a file.
pub const MOST_FILE_BYTES: usize = 64 << 20;
/// The most bytes that the parts of a workbook may unpack to.
pub const MOST_UNPACKED_BYTES: u64 = 400 << 20;
/// The most rows with something in them, of all sheets.
pub const MOST_ROWS: usize = 300_000;
/// The most cells from each row's first column to its last with something in it, of all sheets.
pub const MOST_CELLS: usize = 6_000_000;
/// The most sheets.
pub const MOST_SHEETS: usize = 200;
/// The most characters of a cell: what spreadsheets hold.
pub const MOST_CHARACTERS: usize = 32_767;

impl ReadLimit {
    /// The most that is read.
    pub fn most(self) -> u64 {
        let most = match self {
            Self::UnpackedBytes => return MOST_UNPACKED_BYTES,
            Self::FileBytes => MOST_FILE_BYTES,
            Self::Sheets => MOST_SHEETS,
            Self::Rows => MOST_ROWS,
            Self::Cells => MOST_CELLS,
            Self::Characters => MOST_CHARACTERS,
        };
        u64::try_from(most).unwrap_or(u64::MAX)
    }
}

/// The sheets of a file.
///
/// # Errors
///
/// The fault that keeps the file as a whole from being read. Nothing is taken by half.
pub fn read_file(bytes: &[u8], file_name: &str) -> Result<Vec<ForeignSheet>, ReadFault> {
    if bytes.is_empty() {
        return Err(ReadFault::Empty);
    }
    if bytes.len() > MOST_FILE_BYTES {
        return Err(too_large(ReadLimit::FileBytes, bytes.len()));
    }
    let sheets = match bytes {
        [b'P', b'K', 3, 4, ..] => match archive::kind(bytes)? {
            archive::ArchiveKind::Xlsx => xlsx::read(bytes)?,
            archive::ArchiveKind::Ods => legacy::read_ods(bytes)?,
        },
        [0xd0, 0xcf, 0x11, 0xe0, ..] => legacy::read_xls(bytes)?,
        _ => vec![text::read(bytes, stem(file_name))?],
    };
    if sheets.is_empty() {
        return Err(ReadFault::NoSheets);
    }
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadFault::Empty);
    }
    Ok(sheets)
}

/// A block that was copied from a spreadsheet, as one sheet without a name; nothing for nothing.
///
/// # Errors
///
/// A block that is larger than is read.
pub fn read_pasted(text: &str) -> Result<Vec<ForeignSheet>, ReadFault> {
    if text.len() > MOST_FILE_BYTES {
        return Err(too_large(ReadLimit::FileBytes, text.len()));
    }
    let sheet = text::read_text(text, "")?;
    Ok(if sheet.rows.is_empty() {
        Vec::new()
    } else {
        vec![sheet]
    })
}

/// A file's name without folders and its last ending.
fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// The fault of something that is larger than is read.
fn too_large(limit: ReadLimit, size: usize) -> ReadFault {
    ReadFault::TooLarge(limit, u64::try_from(size).unwrap_or(u64::MAX))
}

/// Rows and cells that were read so far, of all sheets of a file.
#[derive(Default)]
struct Budget {
    rows: usize,
    cells: usize,
}

impl Budget {
    /// Counts a row.
    fn take(&mut self, row: &SheetRow) -> Result<(), ReadFault> {
        self.rows += 1;
        self.cells += row.cells.len();
        if self.rows > MOST_ROWS {
            return Err(too_large(ReadLimit::Rows, self.rows));
        }
        if self.cells > MOST_CELLS {
            return Err(too_large(ReadLimit::Cells, self.cells));
        }
        Ok(())
    }
}

/// Puts cells, in any order within a row, into rows without what is empty.
struct Rows<'a> {
    rows: Vec<SheetRow>,
    open: SheetRow,
    budget: &'a mut Budget,
}

impl<'a> Rows<'a> {
    fn new(budget: &'a mut Budget) -> Self {
        Self {
            rows: Vec::new(),
            open: SheetRow::default(),
            budget,
        }
    }

    /// Adds a cell.
    fn put(&mut self, row: u32, column: u32, cell: SheetCell) -> Result<(), ReadFault> {
        if cell.is_empty() {
            return Ok(());
        }
        if row != self.open.number {
            self.close()?;
            self.open.number = row;
        }
        let column = column as usize;
        if self.open.cells.len() <= column {
            // A file may name any column; what is added here is held against the bound first.
            if self.budget.cells + column > MOST_CELLS {
                return Err(too_large(ReadLimit::Cells, self.budget.cells + column));
            }
            self.open.cells.resize(column + 1, SheetCell::Empty);
        }
        if let Some(place) = self.open.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), ReadFault> {
        let row = std::mem::take(&mut self.open);
        if row.cells.is_empty() {
            return Ok(());
        }
        self.budget.take(&row)?;
        self.rows.push(row);
        Ok(())
    }

    /// The rows in order. A file that comes back to a row has damaged order.
    fn finish(mut self) -> Result<Vec<SheetRow>, ReadFault> {
        self.close()?;
        self.rows.sort_by_key(|row| row.number);
        if self
            .rows
            .windows(2)
            .any(|two| two[0].number == two[1].number)
        {
            return Err(ReadFault::Damaged);
        }
        Ok(self.rows)
    }
}

/// A text cell, if it is not longer than spreadsheets hold.
fn text_cell(text: &str) -> Result<SheetCell, ReadFault> {
    // Characters are never more than bytes, which are known at once.
    if text.len() > MOST_CHARACTERS {
        let count = text.chars().count();
        if count > MOST_CHARACTERS {
            return Err(too_large(ReadLimit::Characters, count));
        }
    }
    Ok(SheetCell::Text(text.to_owned()))
}
