//! The form as a workbook and as a text with commas.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};
use zengshou_sheets::{Field, FigureField, FormKind, Kind};

use super::template::{Template, TemplateFigure, TemplateLine, TemplateTable};
use super::written::TemplateCell;
use crate::export::csv::{self, CsvCell};
use crate::i18n::Catalog;
use crate::region::Status;

/// The rows of the table 项目 whose cells are made ready for typing.
const READY_ROWS: u32 = 500;

/// The number by which a printer knows A4.
const A4: u8 = 9;

/// The word for a status in the form.
pub fn status_word(status: Status, words: &Catalog) -> std::rc::Rc<str> {
    words.text(match status {
        Status::Source => "form-status-published",
        Status::Derived => "form-status-derived",
        Status::Assumption => "form-status-assumed",
    })
}

/// Looks of cells.
struct Looks {
    head: Format,
    heading: Format,
    essential: Format,
    plain: Format,
    wrapped: Format,
    about: Format,
}

impl Looks {
    fn new() -> Self {
        let bordered = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0xD0_D0_D0))
        };
        let head = bordered()
            .set_bold()
            .set_background_color(Color::RGB(0xE8_EE_F4))
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        Self {
            head,
            heading: Format::new()
                .set_bold()
                .set_font_color(Color::RGB(0x1F_4E_79)),
            essential: bordered()
                .set_background_color(Color::RGB(0xFF_F8_DC))
                .set_align(FormatAlign::VerticalCenter),
            plain: bordered().set_align(FormatAlign::VerticalCenter),
            wrapped: bordered()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter),
            about: Format::new()
                .set_font_color(Color::RGB(0x59_59_59))
                .set_text_wrap()
                .set_align(FormatAlign::Top),
        }
    }
}

/// Writes the form as a workbook.
///
/// # Errors
/// The writer's own, which a form does not reach.
pub fn write_workbook(
    template: &Template,
    words: &Catalog,
    year: u16,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a clock: the same region gives the same file.
    let created = ExcelDateTime::from_ymd(year, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let looks = Looks::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.form_kind(FormKind::Figures))?;
    figures(sheet, template, words, &looks)?;
    for table in &template.tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(words.form_kind(table.form))?;
        table_sheet(sheet, table, words, &looks)?;
    }
    workbook.save_to_buffer()
}

fn put(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &TemplateCell,
    look: &Format,
) -> Result<(), XlsxError> {
    let (row, column) = at;
    let number = |value: &Decimal| value.to_f64().unwrap_or_default();
    match cell {
        TemplateCell::Blank => sheet.write_blank(row, column, look)?,
        TemplateCell::Text(text) => {
            sheet.write_string_with_format(row, column, text, &look.clone().set_num_format("@"))?
        }
        TemplateCell::Number(value) => {
            sheet.write_number_with_format(row, column, number(value), look)?
        }
        TemplateCell::Share(value) => {
            let look = look.clone().set_num_format("0.######%");
            sheet.write_number_with_format(row, column, number(value), &look)?
        }
        TemplateCell::Year(year) => {
            sheet.write_number_with_format(row, column, f64::from(*year), look)?
        }
        TemplateCell::Day(day) => {
            sheet.write_string_with_format(row, column, day.to_string(), look)?
        }
    };
    Ok(())
}

fn figures(
    sheet: &mut Worksheet,
    template: &Template,
    words: &Catalog,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = |id: &str| words.text(id).to_string();
    for (column, width) in [34.0, 16.0, 9.0, 8.0, 34.0, 60.0, 9.0]
        .into_iter()
        .enumerate()
    {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.merge_range(0, 0, 0, 6, &text("form-about"), &looks.about)?;
    sheet.set_row_height(0, 48)?;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(1, 1)?;
    for (column, field) in FigureField::ALL.iter().enumerate() {
        let name = words.form_field(Field::Figure(*field));
        sheet.write_string_with_format(1, column as u16, name, &looks.head)?;
    }
    sheet.set_freeze_panes(2, 1)?;
    let mut row = 2;
    for line in &template.figures {
        match line {
            TemplateLine::Heading(heading) => {
                sheet.write_string_with_format(row, 0, heading, &looks.heading)?;
            }
            TemplateLine::Figure(figure) => figure_row(sheet, row, figure, words, looks)?,
        }
        row += 1;
    }
    let statuses = Status::NAMES.map(|(status, _)| status_word(status, words).to_string());
    let choice = DataValidation::new().allow_list_strings(&statuses)?;
    sheet.add_data_validation(2, 6, row, 6, &choice)?;
    Ok(())
}

fn figure_row(
    sheet: &mut Worksheet,
    row: u32,
    figure: &TemplateFigure,
    words: &Catalog,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = if figure.is_essential {
        &looks.essential
    } else {
        &looks.plain
    };
    sheet.write_string_with_format(row, 0, &figure.label, look)?;
    put(sheet, (row, 1), &figure.value, look)?;
    sheet.write_string_with_format(row, 2, &figure.unit, look)?;
    let year = figure.year.map_or(TemplateCell::Blank, TemplateCell::Year);
    put(sheet, (row, 3), &year, look)?;
    sheet.write_string_with_format(row, 4, &figure.source, &looks.wrapped)?;
    sheet.write_string_with_format(row, 5, &figure.definition, &looks.wrapped)?;
    let status = figure.status.map(|status| status_word(status, words));
    sheet.write_string_with_format(row, 6, status.as_deref().unwrap_or_default(), look)?;
    Ok(())
}

fn table_sheet(
    sheet: &mut Worksheet,
    table: &TemplateTable,
    words: &Catalog,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, &*words.text("form-unit-line"), &looks.heading)?;
    for (column, field) in table.fields.iter().enumerate() {
        let column = column as u16;
        let name = words.form_field(*field);
        let width = match field.kind() {
            Kind::Text | Kind::Id => 16.0,
            _ => 11.0,
        };
        sheet.set_column_width(column, width)?;
        // All digits of an identifier count, so that its cells are text before anything is typed.
        if field.kind() == Kind::Id {
            sheet.set_column_format(column, &Format::new().set_num_format("@"))?;
        }
        sheet.write_string_with_format(1, column, name, &looks.head)?;
        let choices = choices(*field, words);
        if !choices.is_empty() {
            let choice = DataValidation::new().allow_list_strings(&choices)?;
            let last = 1 + READY_ROWS.max(table.rows.len() as u32);
            sheet.add_data_validation(2, column, last, column, &choice)?;
        }
    }
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 1)?;
    sheet.set_row_height(1, 34)?;
    sheet.set_freeze_panes(2, 1)?;
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            put(sheet, (row as u32 + 2, column as u16), cell, &looks.plain)?;
        }
    }
    Ok(())
}

/// The words to choose among in a column of few.
fn choices(field: Field, words: &Catalog) -> Vec<String> {
    use zengshou_sheets::{ProjectField as P, ProjectType};
    let own = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
    match field {
        Field::Project(P::Type) => ProjectType::ALL
            .iter()
            .map(|kind| words.project_type(*kind))
            .collect(),
        Field::Project(P::State) => own(&["储备", "未开工", "在建", "完工", "验收", "终止"]),
        Field::Project(P::AssetClass) => own(&["经营性", "公益性", "到户"]),
        Field::Project(P::Operation) => own(&["良好", "低效", "闲置"]),
        _ => Vec::new(),
    }
}

/// Writes the form as a text with commas: the three tables one below the other.
pub fn write_text(template: &Template, words: &Catalog) -> String {
    let cell = |cell: &TemplateCell| match cell {
        TemplateCell::Blank => CsvCell::Text(String::new()),
        TemplateCell::Text(text) => CsvCell::Text(text.clone()),
        TemplateCell::Number(value) => CsvCell::Number(value.to_string()),
        TemplateCell::Share(share) => {
            CsvCell::Number(format!("{}%", (share * Decimal::ONE_HUNDRED).normalize()))
        }
        TemplateCell::Year(year) => CsvCell::Number(year.to_string()),
        TemplateCell::Day(day) => CsvCell::Text(day.to_string()),
    };
    let text = |text: &str| CsvCell::Text(text.to_owned());
    let mut rows = vec![
        FigureField::ALL
            .iter()
            .map(|field| text(&words.form_field(Field::Figure(*field))))
            .collect(),
    ];
    for line in &template.figures {
        rows.push(match line {
            TemplateLine::Heading(heading) => vec![text(heading)],
            TemplateLine::Figure(figure) => vec![
                text(&figure.label),
                cell(&figure.value),
                text(&figure.unit),
                cell(&figure.year.map_or(TemplateCell::Blank, TemplateCell::Year)),
                text(&figure.source),
                text(&figure.definition),
                text(
                    &figure
                        .status
                        .map_or_else(Default::default, |status| status_word(status, words)),
                ),
            ],
        });
    }
    for table in &template.tables {
        rows.push(Vec::new());
        // In one cell, so that it is no part of the header below it.
        let kind = words.form_kind(table.form);
        rows.push(vec![text(&format!(
            "{kind} {}",
            words.text("form-unit-line")
        ))]);
        rows.push(
            table
                .fields
                .iter()
                .map(|field| text(&words.form_field(*field)))
                .collect(),
        );
        rows.extend(
            table
                .rows
                .iter()
                .map(|cells| cells.iter().map(cell).collect()),
        );
    }
    csv::write(&rows)
}
