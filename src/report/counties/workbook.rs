//! A document of counties as a workbook: the sentences on the first sheet, a sheet for each table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::i18n::Catalog;
use crate::report::document::{Document, DocumentBlock, ReportCell, ReportTable};

/// The most characters of a cell and of a sheet's name.
const MOST_CHARACTERS: usize = 32_767;
const MOST_NAME: usize = 31;
/// The width of the column of sentences, in characters.
const SENTENCES: f64 = 110.0;
/// The number by which a printer knows A4.
const A4: u8 = 9;

/// Looks of cells.
struct Looks {
    title: Format,
    section: Format,
    sentence: Format,
    head: Format,
    text: Format,
    sum: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_border(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            section: Format::new().set_bold(),
            sentence: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0xE8_EE_F4)),
            text: cell(),
            sum: cell().set_bold(),
        }
    }

    fn number(&self, is_sum: bool, format: &str) -> Format {
        let look = if is_sum { &self.sum } else { &self.text };
        look.clone().set_num_format(format)
    }
}

/// The workbook as bytes. Whatever anyone typed is written as a text, never as a formula.
///
/// # Errors
/// The reason, in the library's words.
pub fn write(document: &Document, words: &Catalog) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    // The same figures give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(cut(&document.title, 255))
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let mut tables = Vec::new();
    let first = workbook.add_worksheet();
    first.set_name(cut(&words.text("counties-sheet-text"), MOST_NAME))?;
    first.set_column_width(0, SENTENCES)?;
    let mut row = 0;
    let mut put = |text: &str, look: &Format| -> Result<(), XlsxError> {
        first.write_string_with_format(row, 0, cut(text, MOST_CHARACTERS), look)?;
        row += 1;
        Ok(())
    };
    put(&document.title, &looks.title)?;
    for line in &document.imprint {
        put(line, &looks.sentence)?;
    }
    for section in &document.sections {
        put(&section.title, &looks.section)?;
        for block in &section.blocks {
            match block {
                DocumentBlock::Title(text) | DocumentBlock::Text(text) => {
                    put(text, &looks.sentence)?;
                }
                DocumentBlock::Items(items) => {
                    for (index, item) in items.iter().enumerate() {
                        put(&format!("{}. {item}", index + 1), &looks.sentence)?;
                    }
                }
                DocumentBlock::Table(table) => {
                    put(&table.caption, &looks.sentence)?;
                    tables.push(table);
                }
                DocumentBlock::Figure(_) | DocumentBlock::Link(_) | DocumentBlock::Blank(..) => {}
            }
        }
    }
    for (index, table) in tables.into_iter().enumerate() {
        let sheet = workbook.add_worksheet();
        let name = words.format("counties-sheet", &[("number", &(index + 1).to_string())]);
        sheet.set_name(cut(&name, MOST_NAME))?;
        write_table(sheet, table, &looks, words)?;
    }
    workbook.save_to_buffer()
}

fn write_table(
    sheet: &mut Worksheet,
    table: &ReportTable,
    looks: &Looks,
    words: &Catalog,
) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(2, 1)?;
    let caption = match &table.unit {
        Some(unit) => {
            let unit = words.format("report-unit", &[("unit", unit)]);
            format!("{} {unit}", table.caption)
        }
        None => table.caption.clone(),
    };
    sheet.write_string_with_format(0, 0, &caption, &looks.section)?;
    for (column, title) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(1, column, cut(title, MOST_CHARACTERS), &looks.head)?;
        sheet.set_column_width(column, 14.0)?;
    }
    let mut at = 2_u32;
    for row in &table.rows {
        for (column, cell) in (0_u16..).zip(&row.cells) {
            match (cell, number(cell)) {
                (ReportCell::Number { unit, .. }, Some(number)) => {
                    let is_share = *unit == "unit-percent";
                    let (number, format) = match is_share {
                        true => (number / 100.0, percent(cell.shown())),
                        false if cell.shown().contains('.') => (number, "#,##0.00".to_owned()),
                        false => (number, "#,##0".to_owned()),
                    };
                    let look = looks.number(row.is_sum, &format);
                    sheet.write_number_with_format(at, column, number, &look)?;
                }
                (cell, _) => {
                    let look = if row.is_sum { &looks.sum } else { &looks.text };
                    let text = cut(cell.shown(), MOST_CHARACTERS);
                    sheet.write_string_with_format(at, column, text, look)?;
                }
            }
        }
        at += 1;
    }
    if let Some(note) = &table.note {
        sheet.write_string(at + 1, 0, cut(note, MOST_CHARACTERS))?;
    }
    Ok(())
}

/// The format of a share, with the words that stand behind it: its lamp, and the mark of a small denominator.
fn percent(shown: &str) -> String {
    match shown.split_once('%') {
        Some((_, words)) if !words.is_empty() => {
            format!("0.00%\"{}\"", words.replace('"', ""))
        }
        _ => "0.00%".to_owned(),
    }
}

/// The number of a cell as spreadsheets hold it.
fn number(cell: &ReportCell) -> Option<f64> {
    match cell {
        ReportCell::Text(_) => None,
        ReportCell::Number { plain, .. } => plain.parse::<Decimal>().ok()?.to_f64(),
    }
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
