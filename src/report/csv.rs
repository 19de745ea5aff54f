//! The report as CSV: every title, sentence and table, numbers as numbers.

use super::document::{Document, DocumentBlock, ReportCell, ReportTable, link_cells};
use crate::export::csv::{self, CsvCell as Field};
use crate::i18n::Catalog;

/// Writes the report.
pub fn write(document: &Document, words: &Catalog) -> String {
    let text = |text: &str| Field::Text(text.to_owned());
    let mut rows = vec![vec![text(&document.title)]];
    rows.extend(document.imprint.iter().map(|line| vec![text(line)]));
    for section in &document.sections {
        rows.push(Vec::new());
        rows.push(vec![text(&section.title)]);
        for block in &section.blocks {
            match block {
                DocumentBlock::Title(line)
                | DocumentBlock::Text(line)
                | DocumentBlock::Blank(line, _) => rows.push(vec![text(line)]),
                DocumentBlock::Link(link) => {
                    rows.extend(link_cells(link, words).iter().map(|cell| vec![text(cell)]));
                }
                DocumentBlock::Items(items) => {
                    rows.extend(items.iter().map(|item| vec![text(item)]))
                }
                DocumentBlock::Table(table) => rows_of(&mut rows, table, words),
                // A figure shows what its table says.
                DocumentBlock::Figure(_) => {}
            }
        }
    }
    csv::write(&rows)
}

fn rows_of(rows: &mut Vec<Vec<Field>>, table: &ReportTable, words: &Catalog) {
    let text = |text: &str| Field::Text(text.to_owned());
    let mut caption = vec![text(&table.caption)];
    if let Some(unit) = &table.unit {
        caption.push(Field::Text(words.format("report-unit", &[("unit", unit)])));
    }
    rows.push(caption);
    let titles = table.columns.iter().enumerate();
    rows.push(
        titles
            .map(|(column, title)| Field::Text(with_unit(table, column, title, words)))
            .collect(),
    );
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            ReportCell::Text(words) => text(words),
            ReportCell::Number { plain, .. } => Field::Number(plain.clone()),
        });
        rows.push(cells.collect());
    }
    if let Some(note) = &table.note {
        rows.push(vec![text(note)]);
    }
}

/// A column's title with what its numbers count, where nothing else says it.
fn with_unit(table: &ReportTable, column: usize, title: &str, words: &Catalog) -> String {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let unit = cells.find_map(|cell| match cell {
        ReportCell::Number { unit, .. } if !unit.is_empty() => Some(*unit),
        _ => None,
    });
    match unit {
        Some(unit) => words.format(
            "report-column-unit",
            &[("title", title), ("unit", &words.text(unit))],
        ),
        None => title.to_owned(),
    }
}
