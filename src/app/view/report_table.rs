//! Tables of reports on the screen.

use yew::prelude::*;

use crate::i18n::Catalog;
use crate::report::document::{ReportCell, ReportTable};

/// A table that a narrow screen scrolls, by keyboard too.
pub fn report_table(words: &Catalog, table: &ReportTable) -> Html {
    let is_number = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.any(ReportCell::is_number)
    };
    let class = |column: usize| is_number(column).then_some("number");
    let unit = table
        .unit
        .as_ref()
        .map(|unit| words.format("report-unit", &[("unit", unit)]));
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={table.caption.clone()}>
            <table data-testid={table.name}>
                <caption>
                    { &table.caption }
                    if let Some(unit) = unit { <span class="soft">{ unit }</span> }
                </caption>
                <thead><tr>
                    { for table.columns.iter().enumerate().map(|(column, text)| html! {
                        <th scope="col" class={class(column)}>{ text }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for table.rows.iter().map(|row| html! {
                        <tr>
                            { for row.cells.iter().enumerate().map(|(column, cell)| match column {
                                0 => html! { <th scope="row">{ cell.shown() }</th> },
                                _ => html! { <td class={class(column)}>{ cell.shown() }</td> },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
