//! Tables of a spreadsheet: where each column goes, and the first rows.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zengshou_sheets::{ColumnUse, Field, FormKind, TableColumn, column_letters};

use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::intake::{Preview, TablePreview};

/// The reader's choice of where a column goes.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnChoice {
    /// The form of its table.
    pub form: FormKind,
    /// The place of its header.
    pub place: String,
    /// Its header.
    pub header: String,
    /// The field, or nothing to leave it out.
    pub field: Option<Field>,
    /// The place of the column that was read as that field.
    pub gives_way: Option<String>,
}

/// Properties of the tables.
#[derive(Properties, PartialEq)]
pub struct TablesProps {
    /// The preview.
    pub preview: Rc<Preview>,
    /// Called with a choice.
    pub on_column: Callback<ColumnChoice>,
}

/// The tables.
#[component]
pub fn Tables(props: &TablesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let preview = &props.preview;
    html! {
        <>
            { for preview.tables.iter().map(|table| html! {
                <section class="intake-table" key={table.table.place.to_string()} data-testid="intake-table">
                    <h3>{ title(words, table) }</h3>
                    { columns(words, table, &props.on_column) }
                    { first_rows(words, table) }
                </section>
            }) }
            if preview.more_tables > 0 {
                <p>{ words.format("sheets-more-tables", &[("count", &words.whole(preview.more_tables.into()))]) }</p>
            }
        </>
    }
}

fn title(words: &Words, table: &TablePreview) -> String {
    let table = &table.table;
    let (form, place) = (words.form_kind(table.form), words.cell_place(&table.place));
    let rows = words.whole(table.rows.into());
    match table.unit {
        None => {
            let arguments = [("form", &*form), ("place", &place), ("rows", &rows)];
            words.format("sheets-table", &arguments)
        }
        Some(unit) => {
            let unit = words.money_unit(unit);
            let arguments = [
                ("form", &*form),
                ("place", &place),
                ("rows", &rows),
                ("unit", &unit),
            ];
            words.format("sheets-table-unit", &arguments)
        }
    }
}

fn columns(words: &Words, table: &TablePreview, on_column: &Callback<ColumnChoice>) -> Html {
    let all = &table.table.columns;
    let count = |is: fn(&ColumnUse) -> bool| {
        let count = all.iter().filter(|column| is(&column.used)).count();
        count.to_string()
    };
    let arguments = [
        ("used", &*count(|used| matches!(used, ColumnUse::Field(_)))),
        (
            "dropped",
            &count(|used| matches!(used, ColumnUse::Dropped(_))),
        ),
        ("surplus", &count(|used| matches!(used, ColumnUse::Surplus))),
    ];
    let fields = table.table.form.fields();
    html! {
        <details open=true>
            <summary>{ words.format("sheets-columns", &arguments) }</summary>
            <ul class="intake-columns">
                { for all.iter().enumerate().map(|(at, column)| {
                    let sample = table.first_rows.iter().filter_map(|row| row.get(at)).find(|text| !text.is_empty());
                    column_row(words, table, (column, &fields), sample, on_column)
                }) }
            </ul>
            if table.more_columns > 0 {
                <p>{ words.format("sheets-more-columns", &[("count", &table.more_columns.to_string())]) }</p>
            }
        </details>
    }
}

fn column_row(
    words: &Words,
    table: &TablePreview,
    (column, fields): (&TableColumn, &[Field]),
    sample: Option<&String>,
    on_column: &Callback<ColumnChoice>,
) -> Html {
    let header = html! {
        <>
            <span class="intake-letters">{ column_letters(column.place.column) }</span>
            <bdi>{ &column.header }</bdi>
            if let Some(unit) = column.unit.filter(|unit| Some(*unit) != table.table.unit) {
                <span class="soft">{ words.money_unit(unit) }</span>
            }
        </>
    };
    let place = column.place.to_string();
    let used = match column.used {
        ColumnUse::Dropped(_) => {
            return html! {
                <li key={place}>
                    <span class="intake-header">{ header }</span>
                    <span class="intake-dropped">{ words.column_use(column.used) }</span>
                </li>
            };
        }
        ColumnUse::Field(field) => Some(field),
        ColumnUse::Surplus => None,
    };
    let onchange = {
        let (columns, fields) = (table.table.columns.clone(), fields.to_vec());
        let (form, header, place) = (table.table.form, column.header.clone(), place.clone());
        on_column.reform(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen: Option<usize> = select.value().parse().ok();
            let field = chosen.and_then(|at| fields.get(at).copied());
            let other = columns
                .iter()
                .find(|other| field.is_some_and(|field| other.used == ColumnUse::Field(field)));
            ColumnChoice {
                form,
                header: header.clone(),
                field,
                gives_way: other
                    .map(|other| other.place.to_string())
                    .filter(|it| *it != place),
                place: place.clone(),
            }
        })
    };
    html! {
        <li key={place.clone()}>
            <label>
                <span class="intake-header">{ header }</span>
                <select {onchange} data-testid="intake-column">
                    <option value="" selected={used.is_none()}>{ words.text("sheets-column-none") }</option>
                    { for fields.iter().enumerate().map(|(at, field)| html! {
                        <option value={at.to_string()} selected={used == Some(*field)}>
                            { words.form_field(*field) }
                        </option>
                    }) }
                </select>
            </label>
            if let Some(sample) = sample { <span class="soft intake-sample"><bdi>{ sample }</bdi></span> }
        </li>
    }
}

fn first_rows(words: &Words, table: &TablePreview) -> Html {
    let shown: Vec<(usize, &TableColumn)> = table
        .table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| matches!(column.used, ColumnUse::Field(_)))
        .collect();
    if shown.is_empty() || table.first_rows.is_empty() {
        return Html::default();
    }
    let form = words.form_kind(table.table.form);
    let caption = words.format("sheets-first-rows", &[("form", &form)]);
    html! {
        <div class="intake-scroll" role="region" tabindex="0" aria-label={caption.clone()}>
            <table class="intake-rows">
                <caption>{ caption }</caption>
                <thead><tr>
                    { for shown.iter().map(|(_, column)| html! {
                        <th scope="col">{ words.column_use(column.used) }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for table.first_rows.iter().map(|row| html! {
                        <tr>{ for shown.iter().map(|(at, _)| html! {
                            <td><bdi>{ row.get(*at).cloned().unwrap_or_default() }</bdi></td>
                        }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
