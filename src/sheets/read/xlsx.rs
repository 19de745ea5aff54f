//! Workbooks of Office Open XML. Values come from calamine; what it leaves out — hidden rows and columns,
//! joined cells, formulas without a result — is read beside it, which also shows how large the parts are.

use std::collections::BTreeMap;
use std::io::{BufRead, Cursor};

use calamine::{Reader, SheetType, Xlsx, XlsxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader as XmlReader, XmlVersion};

use super::archive::{self, ReadAllowance};
use super::layout::SheetLayout;
use super::{Budget, MOST_SHEETS, Rows, too_large, values};
use crate::cell::{ForeignSheet, Merged, SheetCell};
use crate::fault::{ReadFault, ReadLimit};

/// The most joined ranges of a sheet that are kept.
const MOST_MERGED: usize = 100_000;
/// The most hidden columns of a sheet that are said.
const MOST_COLUMNS: u32 = 16_384;

/// The sheets of a workbook.
pub fn read(bytes: &[u8]) -> Result<Vec<ForeignSheet>, ReadFault> {
    let mut scans = scans(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let listed = workbook.sheets_metadata().to_vec();
    let listed = listed
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for each in listed {
        if sheets.len() >= MOST_SHEETS {
            return Err(too_large(ReadLimit::Sheets, MOST_SHEETS + 1));
        }
        let scan = scans.remove(&each.name).unwrap_or_default();
        let mut rows = Rows::new(&mut budget);
        for (row, column) in scan.uncomputed {
            rows.put(row, column, SheetCell::Uncomputed)?;
        }
        let uncomputed = rows.finish()?;
        let mut rows = Rows::new(&mut budget);
        let mut reader = workbook.worksheet_cells_reader(&each.name).map_err(fault)?;
        // Styles that show percentages, by its number.
        let is_percent: Vec<bool> = reader
            .styles()
            .iter()
            .map(|style| {
                let format = style.number_format.as_ref();
                format.is_some_and(|format| format.format_code.contains('%'))
            })
            .collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
            let is_percent = is_percent.get(style).copied().unwrap_or_default();
            let (row, column) = cell.get_position();
            rows.put(
                row,
                column,
                values::of_reference(cell.get_value(), is_percent)?,
            )?;
        }
        let mut rows = rows.finish()?;
        for without in uncomputed {
            match rows.binary_search_by_key(&without.number, |row| row.number) {
                Ok(place) => {
                    let cells = &mut rows[place].cells;
                    if cells.len() < without.cells.len() {
                        cells.resize(without.cells.len(), SheetCell::Empty);
                    }
                    for (own, other) in cells.iter_mut().zip(without.cells) {
                        if own.is_empty() {
                            *own = other;
                        }
                    }
                }
                Err(place) => rows.insert(place, without),
            }
        }
        sheets.push(scan.layout.sheet(each, rows));
    }
    Ok(sheets)
}

fn fault(error: XlsxError) -> ReadFault {
    match error {
        XlsxError::Password => ReadFault::Password,
        _ => ReadFault::Damaged,
    }
}

/// Facts on a sheet that its values leave out.
#[derive(Default)]
struct Scan {
    layout: SheetLayout,
    uncomputed: Vec<(u32, u32)>,
}

/// Looks through every part of the workbook that will be read.
fn scans(bytes: &[u8]) -> Result<BTreeMap<String, Scan>, ReadFault> {
    let mut archive = archive::open(bytes)?;
    let room = ReadAllowance::default();
    let paths = sheet_paths(&mut archive, &room)?;
    let names = archive::names(&archive);
    let mut scans = BTreeMap::new();
    for name in names.iter().filter(|name| archive::is_read(name)) {
        let sheet = paths
            .iter()
            .find(|(path, _)| path.eq_ignore_ascii_case(name));
        match sheet {
            None => room.measure(&mut archive, name)?,
            Some((_, sheet)) => {
                let scan = match room.part(&mut archive, name)? {
                    Some(part) => scan(part),
                    None => continue,
                };
                scans.insert(sheet.clone(), scan.ok_or_else(|| room.fault())?);
            }
        }
    }
    Ok(scans)
}

/// The part of each sheet, and the sheet's name.
fn sheet_paths(
    archive: &mut archive::Archive<'_>,
    room: &ReadAllowance,
) -> Result<Vec<(String, String)>, ReadFault> {
    let mut targets = BTreeMap::new();
    if let Some(part) = room.part(archive, "xl/_rels/workbook.xml.rels")? {
        each_element(part, |element| {
            if let (Some(id), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Target"))
            {
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{}", target.trim_start_matches("./")),
                };
                targets.insert(id, path);
            }
        })
        .ok_or(ReadFault::Damaged)?;
    }
    let mut paths = Vec::new();
    if let Some(part) = room.part(archive, "xl/workbook.xml")? {
        each_element(part, |element| {
            if element.local_name().as_ref() != "sheet" {
                return;
            }
            if let (Some(id), Some(name)) = (attribute(element, "id"), attribute(element, "name")) {
                paths.extend(targets.get(&id).map(|path| (path.clone(), name)));
            }
        })
        .ok_or(ReadFault::Damaged)?;
    }
    Ok(paths)
}

/// Hands on each element of a part, as long as it is well formed.
pub fn each_element(part: impl BufRead, mut take: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut reader = XmlReader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => take(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// An attribute's value, whatever its prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut found = attributes.with_checks(false).flatten();
    let found = found.find(|each| each.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// True for an attribute that says yes.
fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Looks through a sheet's part.
fn scan(part: impl BufRead) -> Option<Scan> {
    let mut scan = Scan::default();
    let mut reader = XmlReader::from_reader(part);
    let mut buffer = Vec::new();
    // Rows and cells may leave out where they are: then they follow the last.
    let (mut row, mut next_row, mut column) = (0_u32, 0_u32, 0_u32);
    let (mut has_formula, mut has_value) = (false, false);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).ok()?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "row" => {
                    let said = attribute(&element, "r").and_then(|row| row.parse::<u32>().ok());
                    row = said.map_or(next_row, |said| said.saturating_sub(1));
                    next_row = row.saturating_add(1);
                    column = 0;
                    if is_set(&element, "hidden") {
                        scan.layout.hidden_rows.insert(row);
                    }
                }
                "c" => {
                    (has_formula, has_value) = (false, false);
                    if let Some(said) = column_of(&element) {
                        column = said;
                    }
                    if is_empty {
                        column = column.saturating_add(1);
                    }
                }
                "f" => has_formula = true,
                // `<v></v>` is how some programs write a result that they did not compute.
                "is" => has_value = true,
                "col" if is_set(&element, "hidden") => {
                    let bound = |name| attribute(&element, name)?.parse::<u32>().ok();
                    if let (Some(first), Some(last)) = (bound("min"), bound("max")) {
                        let first = first.saturating_sub(1);
                        scan.layout
                            .hidden_columns
                            .extend(first..last.min(MOST_COLUMNS));
                    }
                }
                "mergeCell" if scan.layout.merged.len() < MOST_MERGED => {
                    let range = attribute(&element, "ref");
                    scan.layout
                        .merged
                        .extend(range.and_then(|range| merged(&range)));
                }
                _ => {}
            },
            Event::Text(text) => has_value |= !text.is_empty() && in_value(&text),
            Event::GeneralRef(_) | Event::CData(_) => has_value = true,
            Event::End(element) => match element.local_name().as_ref() {
                "f" => has_value = false,
                "c" => {
                    if has_formula && !has_value {
                        scan.uncomputed.push((row, column));
                    }
                    column = column.saturating_add(1);
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    scan.layout.hidden_columns.sort_unstable();
    scan.layout.hidden_columns.dedup();
    Some(scan)
}

/// True for text that is a value and not blanks between elements.
fn in_value(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The column that a cell says it is in. It is asked of every cell: a place holds nothing to be unescaped.
fn column_of(cell: &BytesStart<'_>) -> Option<u32> {
    let mut attributes = cell.attributes();
    let mut found = attributes.with_checks(false).flatten();
    let place = found.find(|each| each.key.local_name().as_ref() == "r")?;
    let (_, column) = cell_at(&place.value)?;
    Some(column)
}

/// A place such as `B7`, row and column.
fn cell_at(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut column = 0_u32;
    for letter in text.get(..letters)?.bytes() {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    let row: u32 = text.get(letters..)?.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// A range such as `A1:C2`.
fn merged(range: &str) -> Option<Merged> {
    let (start, end) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell_at(start)?, cell_at(end)?);
    (top <= bottom && left <= right).then_some(Merged {
        top,
        left,
        bottom,
        right,
    })
}
