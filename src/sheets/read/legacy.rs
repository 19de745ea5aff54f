//! Workbooks of OpenDocument and of Excel 97 to 2003, as WPS saves them, too. Their readers lay out each sheet
//! at once, so that sizes are known first.

use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, Xls, XlsError};
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{self, ReadAllowance};
use super::indents::{is_blank, without_indents};
use super::layout::SheetLayout;
use super::xlsx::attribute;
use super::{Budget, MOST_CELLS, MOST_SHEETS, Rows, too_large, values};
use crate::cell::{ForeignSheet, Merged, SheetRow};
use crate::fault::{ReadFault, ReadLimit};

/// The sheets of a workbook of Excel 97 to 2003.
pub fn read_xls(bytes: &[u8]) -> Result<Vec<ForeignSheet>, ReadFault> {
    if holds_utf_16(bytes, "EncryptedPackage") {
        return Err(ReadFault::Password);
    }
    if !holds_utf_16(bytes, "Workbook") && !holds_utf_16(bytes, "Book") {
        return Err(ReadFault::Unknown);
    }
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadFault::Password,
        _ => ReadFault::Damaged,
    })?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for each in workbook.sheets_metadata().to_vec() {
        if each.typ != SheetType::WorkSheet {
            continue;
        }
        if sheets.len() >= MOST_SHEETS {
            return Err(too_large(ReadLimit::Sheets, MOST_SHEETS + 1));
        }
        let range = workbook
            .worksheet_range(&each.name)
            .map_err(|_| ReadFault::Damaged)?;
        let merged = workbook
            .merge_cells_by_sheet_name(&each.name)
            .unwrap_or_default();
        let layout = SheetLayout {
            merged: merged
                .iter()
                .map(|each| Merged {
                    top: each.start.0,
                    left: each.start.1,
                    bottom: each.end.0,
                    right: each.end.1,
                })
                .collect(),
            ..SheetLayout::default()
        };
        sheets.push(layout.sheet(&each, rows(&range, &mut budget)?));
    }
    Ok(sheets)
}

/// True for bytes that hold a name as the directory of a compound file writes it.
fn holds_utf_16(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

/// The sheets of a workbook of OpenDocument.
pub fn read_ods(bytes: &[u8]) -> Result<Vec<ForeignSheet>, ReadFault> {
    let mut archive = archive::open(bytes)?;
    let room = ReadAllowance::default();
    let mut is_locked = false;
    if let Some(part) = room.part(&mut archive, "META-INF/manifest.xml")? {
        super::xlsx::each_element(part, |element| {
            is_locked |= element.local_name().as_ref() == "encryption-data";
        })
        .ok_or(ReadFault::Damaged)?;
    }
    if is_locked {
        return Err(ReadFault::Password);
    }
    let scans = match room.part(&mut archive, "content.xml")? {
        Some(part) => Scan::read(part),
        None => return Err(ReadFault::Damaged),
    };
    let scans = scans.ok_or_else(|| room.fault())?;
    // The reader lays out the rectangle from the first cell to the last, and it does so twice.
    let laid_out = scans
        .iter()
        .map(|scan| scan.rows.saturating_mul(scan.columns))
        .sum::<u64>();
    if laid_out > 2 * MOST_CELLS as u64 {
        return Err(ReadFault::TooLarge(ReadLimit::Cells, laid_out));
    }
    for part in ["meta.xml", "mimetype"] {
        room.measure(&mut archive, part)?;
    }
    let plain;
    let bytes = match scans.iter().any(|scan| scan.is_indented) {
        true => {
            plain = without_indents(&mut archive, &ReadAllowance::default())?;
            &plain
        }
        false => bytes,
    };
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => ReadFault::Password,
        _ => ReadFault::Damaged,
    })?;
    let listed = workbook.sheets_metadata().to_vec();
    if listed.len() > MOST_SHEETS {
        return Err(too_large(ReadLimit::Sheets, listed.len()));
    }
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (each, scan) in listed.iter().zip(scans) {
        let range = workbook
            .worksheet_range(&each.name)
            .map_err(|_| ReadFault::Damaged)?;
        let rows = rows(&range, &mut budget)?;
        sheets.push(scan.layout.sheet(each, rows));
    }
    Ok(sheets)
}

/// Rows of a sheet that was laid out.
fn rows(range: &Range<Data>, budget: &mut Budget) -> Result<Vec<SheetRow>, ReadFault> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Rows::new(budget);
    for (row, column, value) in range.used_cells() {
        let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
        rows.put(row, column, values::of_value(value)?)?;
    }
    rows.finish()
}

/// Facts on a sheet before it is laid out.
#[derive(Default)]
struct Scan {
    /// Rows and columns up to the last cell with something in it.
    rows: u64,
    columns: u64,
    /// True where line breaks stand between its rows or cells.
    is_indented: bool,
    layout: SheetLayout,
}

/// Hidden rows of a sheet that are said one by one; a sheet may hide a million that hold nothing.
const MOST_HIDDEN: u64 = 100_000;

impl Scan {
    /// Looks through the part of all sheets, nothing if it is damaged.
    fn read(part: impl std::io::BufRead) -> Option<Vec<Self>> {
        let mut reader = XmlReader::from_reader(part);
        let mut buffer = Vec::new();
        let mut scans: Vec<Self> = Vec::new();
        let (mut row, mut repeated, mut column, mut columns) = (0_u64, 1_u64, 0_u64, 0_u64);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).ok()? {
                Event::Start(element) | Event::Empty(element) => {
                    let name = element.local_name();
                    if name.as_ref() == "table" {
                        scans.push(Self::default());
                        (row, repeated, column, columns) = (0, 0, 0, 0);
                    }
                    let Some(scan) = scans.last_mut() else {
                        continue;
                    };
                    let is_hidden = || {
                        let shown = attribute(&element, "visibility");
                        shown.is_some_and(|shown| shown == "collapse" || shown == "filter")
                    };
                    match name.as_ref() {
                        "table-column" => {
                            let many = times(&element, "number-columns-repeated");
                            if is_hidden() {
                                let end = columns.saturating_add(many).min(16_384);
                                let hidden = columns..end;
                                scan.layout
                                    .hidden_columns
                                    .extend(hidden.flat_map(u32::try_from));
                            }
                            columns = columns.saturating_add(many);
                        }
                        "table-row" => {
                            row = row.saturating_add(repeated);
                            repeated = times(&element, "number-rows-repeated");
                            column = 0;
                            if is_hidden() {
                                let end = row.saturating_add(repeated.min(MOST_HIDDEN));
                                scan.layout
                                    .hidden_rows
                                    .extend((row..end).flat_map(u32::try_from));
                            }
                        }
                        "table-cell" | "covered-table-cell" => {
                            let many = times(&element, "number-columns-repeated");
                            let has_value = ["value-type", "formula"]
                                .iter()
                                .any(|name| attribute(&element, name).is_some());
                            let end = column.saturating_add(many);
                            if has_value {
                                scan.columns = scan.columns.max(end);
                                scan.rows = scan.rows.max(row.saturating_add(repeated));
                            }
                            let spans = (
                                times(&element, "number-rows-spanned"),
                                times(&element, "number-columns-spanned"),
                            );
                            if spans != (1, 1) {
                                scan.layout.merged.extend(joined(row, column, spans));
                            }
                            column = end;
                        }
                        _ => {}
                    }
                }
                Event::Text(text) => {
                    if let Some(scan) = scans.last_mut() {
                        scan.is_indented |= is_blank(&text);
                    }
                }
                Event::Eof => return Some(scans),
                _ => {}
            }
        }
    }
}

/// The number of times that an attribute says something stands, once if it says nothing.
fn times(element: &BytesStart<'_>, name: &str) -> u64 {
    let said = attribute(element, name).and_then(|said| said.parse().ok());
    said.unwrap_or(1)
}

fn joined(row: u64, column: u64, (rows, columns): (u64, u64)) -> Option<Merged> {
    Some(Merged {
        top: u32::try_from(row).ok()?,
        left: u32::try_from(column).ok()?,
        bottom: u32::try_from(row.checked_add(rows.checked_sub(1)?)?).ok()?,
        right: u32::try_from(column.checked_add(columns.checked_sub(1)?)?).ok()?,
    })
}
