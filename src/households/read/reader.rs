//! The reader that bytes are fed to.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::check::{CheckedRow, FoundFault, checked};
use super::head::{Head, HouseholdColumn as Column};
use super::{ColumnFate, RegisterRefusal, RowFault, RowProblem};
use crate::columns::{HouseholdKind, Households, ordered};

/// Rows among which the head stands.
const HEAD_ROWS: u32 = 10;
/// Bytes by which the separator is chosen.
const LOOKED_AT: usize = 4_096;
/// The most bytes of a row.
const MOST_ROW_BYTES: usize = 1 << 20;
/// The most cells of a row.
const MOST_CELLS: usize = 4_096;
/// The most rows of a file.
const MOST_ROWS: u32 = 400_000_000;
/// The most problems of a kind that are listed; all are counted.
const MOST_LISTED: u64 = 1_000;
/// The longest name of a place in bytes.
const MOST_NAME: usize = 120;

/// A register as it was read.
#[derive(Clone, Debug, Default)]
pub struct ReadRegister {
    /// The households that were taken.
    pub households: Households,
    /// The row of each in the file, counted from 1.
    pub rows: Vec<u32>,
    /// The row of the head.
    pub head_row: u32,
    /// True where a row is a person.
    pub is_of_persons: bool,
    /// True where industry support is said.
    pub knows_support: bool,
    /// The year that all rows are of, where a column says it.
    pub year: Option<u16>,
    /// The fate of every column.
    pub fates: Vec<ColumnFate>,
    /// Rows with anything in them below the head.
    pub data_rows: u32,
    /// Problems by row, the first of each kind.
    pub problems: Vec<RowProblem>,
    /// All problems, by the number of their kind.
    pub counts: [u64; RowFault::ALL.len()],
    /// Households left out.
    pub left_out: u64,
    /// Households by kind whose risk is eliminated, by weight.
    pub cleared: [u64; HouseholdKind::ALL.len()],
}

/// A reader of a register, fed with UTF-8 in pieces of any length.
pub struct HouseholdReader {
    core: Option<Reader>,
    start: Vec<u8>,
    record: Vec<u8>,
    ends: Vec<usize>,
    filled: (usize, usize),
    row: u32,
    line: u64,
    head: Option<Head>,
    year: Option<Vec<u8>>,
    seen: HashMap<u128, u32>,
    last_byte: u8,
    read: ReadRegister,
    found: Vec<FoundFault>,
}

impl Default for HouseholdReader {
    fn default() -> Self {
        Self {
            core: None,
            start: Vec::new(),
            record: vec![0; 1 << 12],
            ends: vec![0; 64],
            filled: (0, 0),
            row: 0,
            line: 1,
            head: None,
            year: None,
            seen: HashMap::new(),
            last_byte: b'\n',
            read: ReadRegister::default(),
            found: Vec::new(),
        }
    }
}

impl HouseholdReader {
    /// Reads on.
    ///
    /// # Errors
    /// The reason for which nothing of the file is taken; the reader is of no use then.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), RegisterRefusal> {
        if let Some(last) = bytes.last() {
            self.last_byte = *last;
        }
        if self.core.is_some() {
            return self.parse(bytes, false);
        }
        self.start.extend_from_slice(bytes);
        if self.start.len() < LOOKED_AT {
            return Ok(());
        }
        self.begin()
    }

    /// The row that is being read, counted from 1.
    pub fn row(&self) -> u32 {
        self.row + 1
    }

    /// Households that were taken so far.
    pub fn taken(&self) -> usize {
        self.read.households.len()
    }

    /// The register, once all bytes were fed.
    ///
    /// # Errors
    /// The reason for which nothing of the file is taken.
    pub fn finish(mut self) -> Result<ReadRegister, RegisterRefusal> {
        if self.core.is_none() {
            self.begin()?;
        }
        self.parse(&[], true)?;
        let Some(head) = self.head else {
            return Err(if self.row == 0 {
                RegisterRefusal::Empty
            } else {
                RegisterRefusal::NoHead
            });
        };
        self.read.is_of_persons = head.is_of_persons();
        self.read.knows_support = head.has(Column::Support);
        self.read.year = self.year.as_deref().and_then(year);
        self.read.fates = head.fates;
        // The numbers of households are as large as these, and no longer needed.
        self.seen = HashMap::new();
        self.read.households.sort_places();
        let order = self.read.households.gather();
        ordered(&mut self.read.rows, &order);
        Ok(self.read)
    }

    /// Chooses the separator by the first bytes and reads them.
    fn begin(&mut self) -> Result<(), RegisterRefusal> {
        let start = std::mem::take(&mut self.start);
        let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
        let count = |sign: u8| {
            text.iter()
                .take(LOOKED_AT)
                .filter(|byte| **byte == sign)
                .count()
        };
        let signs = [b',', b'\t', b';'];
        let sign = signs
            .into_iter()
            .rev()
            .max_by_key(|sign| count(*sign))
            .unwrap_or(b',');
        self.core = Some(ReaderBuilder::new().delimiter(sign).build());
        self.parse(text, false)
    }

    fn parse(&mut self, mut bytes: &[u8], is_end: bool) -> Result<(), RegisterRefusal> {
        let Some(mut core) = self.core.take() else {
            return Ok(());
        };
        // No bytes mean the end to the parser.
        while is_end || !bytes.is_empty() {
            let (cells, ends) = self.filled;
            let (result, read, written, ended) =
                core.read_record(bytes, &mut self.record[cells..], &mut self.ends[ends..]);
            bytes = &bytes[read..];
            self.filled = (cells + written, ends + ended);
            match result {
                ReadRecordResult::InputEmpty if !is_end => break,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => grow(&mut self.record, 0, MOST_ROW_BYTES)
                    .ok_or(RegisterRefusal::LongRow(self.row()))?,
                ReadRecordResult::OutputEndsFull => grow(&mut self.ends, 0, MOST_CELLS)
                    .ok_or(RegisterRefusal::LongRow(self.row()))?,
                ReadRecordResult::Record => {
                    self.count_rows(core.line());
                    let is_last = is_end && self.last_byte != b'\n' && self.last_byte != b'\r';
                    self.record(is_last)?;
                    self.filled = (0, 0);
                }
                ReadRecordResult::End => break,
            }
        }
        self.core = Some(core);
        Ok(())
    }

    /// Counts the row that has ended and the blank ones before it, which the parser leaves out and spreadsheets count.
    fn count_rows(&mut self, line: u64) {
        let inside = self.record[..self.filled.0]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        let own = 1 + inside as u64;
        let blank = line.saturating_sub(self.line).saturating_sub(own);
        let rows = u32::try_from(blank.saturating_add(1)).unwrap_or(u32::MAX);
        self.row = self.row.saturating_add(rows);
        self.line = line;
    }

    fn record(&mut self, is_last: bool) -> Result<(), RegisterRefusal> {
        let (record, ends) = (
            std::mem::take(&mut self.record),
            std::mem::take(&mut self.ends),
        );
        let count = self.filled.1;
        let cell = |at: usize| -> &[u8] {
            let start = at.checked_sub(1).map_or(0, |before| ends[before]);
            if at < count {
                &record[start..ends[at]]
            } else {
                &[]
            }
        };
        let result = self.row_of(count, &cell, is_last);
        (self.record, self.ends) = (record, ends);
        result
    }

    fn row_of<'a>(
        &mut self,
        count: usize,
        cell: &impl Fn(usize) -> &'a [u8],
        is_last: bool,
    ) -> Result<(), RegisterRefusal> {
        if self.row >= MOST_ROWS {
            return Err(RegisterRefusal::Rows);
        }
        let Some(head) = self.head.take() else {
            match Head::of((0..count).map(cell)) {
                Some(head) => {
                    self.head = Some(head?);
                    self.read.head_row = self.row;
                }
                None if self.row >= HEAD_ROWS => return Err(RegisterRefusal::NoHead),
                None => {}
            }
            return Ok(());
        };
        let result = self.household(&head, count, cell, is_last);
        self.head = Some(head);
        result
    }

    fn household<'a>(
        &mut self,
        head: &Head,
        count: usize,
        cell: &impl Fn(usize) -> &'a [u8],
        is_last: bool,
    ) -> Result<(), RegisterRefusal> {
        if (0..count).all(|at| cell(at).trim_ascii().is_empty()) {
            return Ok(());
        }
        self.read.data_rows += 1;
        if count < head.fates.len() && is_last {
            return Err(RegisterRefusal::Cut(self.row));
        }
        // Spreadsheets write empty cells at the end of rows, or leave them out with what they belong to.
        let is_surplus = (head.fates.len()..count).any(|at| !cell(at).trim_ascii().is_empty());
        if count < head.fates.len() || is_surplus {
            self.note(None, RowFault::Cells);
            self.read.left_out += 1;
            return Ok(());
        }
        if let Some(at) = head.at(Column::Year) {
            let year = cell(at).trim_ascii();
            match &self.year {
                None => self.year = Some(year.to_vec()),
                Some(first) if first == year => {}
                Some(_) => return Err(RegisterRefusal::OtherYear(self.row)),
            }
        }
        let mut found = std::mem::take(&mut self.found);
        let checked = checked(head, cell, &mut found);
        let id = head.at(Column::Household).map(|at| cell(at).trim_ascii());
        let known = match id {
            Some([]) => {
                found.push((Some(Column::Household), RowFault::Empty));
                return self.left(found);
            }
            Some(id) => self.seen.get(&key(id)).copied(),
            None => None,
        };
        if let Some(first) = known {
            return self.again(head, first, checked, found);
        }
        if let Some(id) = id {
            let place = u32::try_from(self.read.households.len()).unwrap_or(u32::MAX);
            let place = if checked.is_some() { place } else { u32::MAX };
            self.seen.insert(key(id), place);
        }
        let Some(mut row) = checked else {
            return self.left(found);
        };
        if let Some(at) = head.at(Column::Place) {
            let name = cell(at).trim_ascii();
            let text = std::str::from_utf8(name)
                .ok()
                .filter(|_| name.len() <= MOST_NAME);
            let Some(text) = text else {
                found.push((Some(Column::Place), RowFault::UnknownWord));
                return self.left(found);
            };
            let place = self.read.households.place(text);
            row.household.place = place.ok_or(RegisterRefusal::Places(self.row))?;
        } else {
            row.household.place = self.read.households.place("").unwrap_or_default();
        }
        if row.is_cleared == Some(true) {
            self.read.cleared[row.household.kind as usize] += u64::from(row.household.weight);
        }
        self.read.households.push(&row.household);
        self.read.rows.push(self.row);
        self.put(found);
        Ok(())
    }

    /// A household that was there before: another member's row, or the same household twice.
    fn again(
        &mut self,
        head: &Head,
        first: u32,
        checked: Option<CheckedRow>,
        found: Vec<FoundFault>,
    ) -> Result<(), RegisterRefusal> {
        // What is wrong with the figures was said at the first row.
        let mut found = found;
        found.clear();
        if !head.is_of_persons() {
            found.push((Some(Column::Household), RowFault::Twice));
            return self.left(found);
        }
        let before = self.read.households.get(first as usize);
        let is_same = match (before, checked) {
            (Some(before), Some(row)) => {
                let place = before.place;
                let own = crate::columns::Household {
                    place,
                    ..row.household
                };
                own == before
            }
            (None, None) => true,
            // A row of a household that was left out, and is right itself.
            (None, Some(_)) | (Some(_), None) => false,
        };
        if !is_same {
            found.push((None, RowFault::OtherFigures));
        }
        self.put(found);
        Ok(())
    }

    /// Leaves a household out for what was found.
    fn left(&mut self, found: Vec<FoundFault>) -> Result<(), RegisterRefusal> {
        self.read.left_out += 1;
        self.put(found);
        Ok(())
    }

    /// Notes what was found, and keeps its list for the next row.
    fn put(&mut self, mut found: Vec<FoundFault>) {
        for (column, fault) in found.drain(..) {
            self.note(column, fault);
        }
        self.found = found;
    }

    fn note(&mut self, column: Option<Column>, fault: RowFault) {
        let count = &mut self.read.counts[fault as usize];
        *count += 1;
        if *count <= MOST_LISTED {
            let row = self.row;
            self.read.problems.push(RowProblem { row, column, fault });
        }
    }
}

/// Doubles a buffer; none beyond its most.
fn grow<T: Clone>(buffer: &mut Vec<T>, empty: T, most: usize) -> Option<()> {
    (buffer.len() < most).then(|| buffer.resize((buffer.len() * 2).min(most), empty))
}

/// A household's number as a key: itself where it is short, else two hashes of it.
fn key(id: &[u8]) -> u128 {
    if id.len() < 16 {
        let mut bytes = [0; 16];
        bytes[..id.len()].copy_from_slice(id);
        bytes[15] = id.len() as u8;
        return u128::from_le_bytes(bytes);
    }
    let hash = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        id.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    // A short key's last byte is small.
    hash(1) | hash(2) << 64 | 1 << 127
}

/// The year of a cell such as `2023`, `2023年` or `2023-12-31`; none where it does not begin with four digits alone.
fn year(cell: &[u8]) -> Option<u16> {
    let digits = cell.iter().take_while(|sign| sign.is_ascii_digit()).count();
    let text = std::str::from_utf8(&cell[..digits]).ok()?;
    (digits == 4).then(|| text.parse().ok()).flatten()
}
