//! The workbook as bytes. Whatever anyone typed is written as a text, never as a formula; every
//! formula comes with its result, so that a program that only shows the file shows numbers.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format as Style,
    FormatAlign, FormatBorder, Formula as Written, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

use super::book::{Book, Cell, Content, Format, Look, Sheet, width};
use super::formula::{Address, Value};
use crate::report::Given;

/// The most characters that Excel keeps in a cell.
const MOST_CHARACTERS: usize = 32_767;

/// The height of a line, in points.
const LINE_HEIGHT: f64 = 15.0;

/// A fault, in the library's words.
#[derive(Debug)]
pub struct WorkbookFault(XlsxError);

impl fmt::Display for WorkbookFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<XlsxError> for WorkbookFault {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

/// Makes the file.
pub fn write(book: &Book, given: &Given<'_>) -> Result<Vec<u8>, WorkbookFault> {
    let values = book.values();
    let mut styles = HashMap::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book, given)?);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&book.names[index])?;
        worksheet.set_active(index == book.shown);
        for ((row, column), cell) in &sheet.cells {
            let address = Address {
                sheet: index,
                row: *row,
                column: *column,
            };
            let style = style(&mut styles, cell);
            write_cell(worksheet, address, cell, style, book, &values)?;
        }
        lay_out(worksheet, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The day of the report, so that the same report gives the same bytes.
fn properties(book: &Book, given: &Given<'_>) -> Result<DocProperties, WorkbookFault> {
    let date = given.date;
    let created = ExcelDateTime::from_ymd(date.year, date.month, date.day)?;
    let mut properties = DocProperties::new().set_creation_datetime(&created);
    properties = properties
        .set_title(&book.title)
        .set_author(&book.creator)
        .set_subject(&given.region.id);
    if let Some(name) = &given.own.prepared_by {
        properties = properties.set_manager(name);
    }
    Ok(properties)
}

fn write_cell(
    worksheet: &mut Worksheet,
    address: Address,
    cell: &Cell,
    style: &Style,
    book: &Book,
    values: &HashMap<Address, Value>,
) -> Result<(), WorkbookFault> {
    let (row, column) = (address.row, address.column);
    match &cell.content {
        Content::Blank => {
            worksheet.write_blank(row, column, style)?;
        }
        Content::Text(text) => {
            worksheet.write_string_with_format(row, column, cut(text), style)?;
        }
        Content::Number(number, _) => {
            let number = number.to_f64().unwrap_or_default();
            worksheet.write_number_with_format(row, column, number, style)?;
        }
        Content::Formula(formula, _) => {
            let text = format!("={}", formula.text(address.sheet, &book.names));
            let result = match values.get(&address) {
                Some(Value::Number(number)) => number.normalize().to_string(),
                Some(Value::Flag(true)) => "TRUE".to_owned(),
                Some(Value::Flag(false)) => "FALSE".to_owned(),
                Some(Value::Text(text)) => text.clone(),
                None => "#DIV/0!".to_owned(),
            };
            let formula = Written::new(text).set_result(result);
            worksheet.write_formula_with_format(row, column, formula, style)?;
        }
    }
    if let Some((least, most)) = cell.open {
        let bounds = [least, most].map(|bound| bound.to_f64().unwrap_or_default());
        let rule = DataValidationRule::Between(bounds[0], bounds[1]);
        let validation = DataValidation::new().allow_decimal_number(rule);
        worksheet.add_data_validation(row, column, row, column, &validation)?;
    }
    Ok(())
}

fn lay_out(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WorkbookFault> {
    for (column, width) in sheet.widths.iter().enumerate() {
        worksheet.set_column_width(column as u16, *width)?;
    }
    for ((row, column), cell) in &sheet.cells {
        // The title of a group reaches over all columns.
        if cell.look == Look::Group {
            for blank in column + 1..sheet.columns() {
                worksheet.write_blank(*row, blank, &of_look(Look::Group))?;
            }
        }
    }
    lay_out_words(worksheet, sheet)?;
    let (rows, columns) = sheet.frozen;
    worksheet.set_freeze_panes(rows, columns)?;
    worksheet.set_landscape();
    worksheet.set_paper_size(9);
    worksheet.set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(super::book::HEAD, super::book::HEAD)?;
    worksheet.set_footer("&L&A&R&P / &N");
    let last_row = sheet.cells.keys().map(|(row, _)| *row).max();
    worksheet.set_print_area(0, 0, last_row.unwrap_or_default(), sheet.last_printed())?;
    // All but the open cells, without a password: it keeps from mistakes, not from people.
    worksheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// Gives long words the lines that they need: notes over all printed columns, others in their own.
fn lay_out_words(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WorkbookFault> {
    let last = sheet.last_printed();
    let room = |columns: Range<u16>| -> f64 {
        let columns = usize::from(columns.start)..usize::from(columns.end);
        sheet.widths.get(columns).unwrap_or_default().iter().sum()
    };
    let mut heights: BTreeMap<u32, f64> = BTreeMap::new();
    for ((row, column), cell) in &sheet.cells {
        let Content::Text(text) = &cell.content else {
            continue;
        };
        let columns = match cell.look {
            Look::Note if *column == 0 => 0..last + 1,
            Look::Wrapped | Look::Head | Look::NumberHead => *column..column + 1,
            _ => continue,
        };
        if cell.look == Look::Note {
            let style = of_look(Look::Note).set_text_wrap();
            let style = style.set_align(FormatAlign::Top);
            worksheet.merge_range(*row, 0, *row, last, &cut(text), &style)?;
        }
        // Bold letters and breaks between words take a little more.
        let lines = (width(text) * 1.15 / room(columns)).ceil().max(1.0);
        let height = heights.entry(*row).or_default();
        *height = height.max(lines * LINE_HEIGHT);
    }
    for (row, height) in heights {
        worksheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// As much of a text as Excel keeps in a cell.
fn cut(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

/// The look of a cell; each is made once.
fn style<'a>(
    styles: &'a mut HashMap<(Look, Option<Format>, bool), Style>,
    cell: &Cell,
) -> &'a Style {
    let format = match &cell.content {
        Content::Blank | Content::Text(_) => None,
        Content::Number(_, format) | Content::Formula(_, format) => Some(*format),
    };
    let is_open = cell.open.is_some();
    styles
        .entry((cell.look, format, is_open))
        .or_insert_with(|| {
            let mut style = of_look(cell.look);
            if format.is_none() && cell.look == Look::Body {
                // Below the title of its group, and apart from a number at its left.
                style = style.set_indent(1);
            }
            if let Some(format) = format {
                style = style.set_align(FormatAlign::Right);
                style = style.set_num_format(match format {
                    Format::Money => "#,##0.00",
                    Format::Wan => "#,##0.00##",
                    Format::Percent => "0.00%",
                    Format::People => "#,##0",
                    Format::Factor => "0.000000",
                    Format::Plain => "General",
                });
            }
            if is_open {
                style = style.set_unlocked().set_border(FormatBorder::Thin);
            }
            style
        })
}

fn of_look(look: Look) -> Style {
    let style = Style::new();
    let fill = |style: Style, colour: u32| style.set_background_color(Color::RGB(colour));
    match look {
        Look::Title => style.set_bold().set_font_size(14),
        Look::Note => style.set_font_color(Color::RGB(0x40_40_40)),
        Look::Head => fill(style, 0xE2_E8_E5)
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Medium),
        Look::NumberHead => of_look(Look::Head).set_align(FormatAlign::Right),
        Look::Group => fill(style, 0xF2_F5_F3).set_bold(),
        Look::Body => style,
        Look::Wrapped => style.set_text_wrap().set_align(FormatAlign::Top),
        Look::Source => fill(style, 0xD9_F0_E3),
        Look::Derived => fill(style, 0xDC_E8_F8),
        Look::Assumption => fill(style, 0xFD_F0_D5),
        Look::Changed => fill(style, 0xFF_E0_66).set_bold(),
        Look::Result => style.set_bold().set_border_top(FormatBorder::Thin),
    }
}
