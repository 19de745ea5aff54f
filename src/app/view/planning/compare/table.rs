//! The table: results first, then what differs; least, mean and greatest of every result.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::compare::{Amount, Comparison, Result, spread};
use crate::app::effects::files;
use crate::app::state::{Action, News, Opened, Origin, State};
use crate::app::view::context::{Words, use_page};
use crate::app::view::shared::Shared;
use crate::export::csv::{self, Cell};
use crate::region::key::{Benchmark, Year};
use crate::scenario::tray::{Entry, Reference, Tray};

/// What is shown.
#[derive(Properties)]
pub struct TableProps {
    /// The state.
    pub state: Rc<State>,
    /// The columns.
    pub comparison: Shared<Comparison>,
    /// Their names.
    pub names: Vec<String>,
    /// The year of the results.
    pub year: Year,
    /// Called with a draft that was taken out.
    pub on_removed: Callback<Entry>,
}

impl PartialEq for TableProps {
    fn eq(&self, other: &Self) -> bool {
        self.comparison == other.comparison && self.names == other.names && self.year == other.year
    }
}

/// A line of the table, as texts.
struct Line {
    head: String,
    cells: Vec<String>,
    /// Which cells differ from the reference's.
    differ: Vec<bool>,
    spread: Option<[String; 3]>,
}

/// The table.
#[component]
pub fn CompareTable(props: &TableProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let comparison = &props.comparison;
    let results = result_lines(words, comparison, props.year);
    let (levers, assumptions) = difference_lines(words, &props.state, comparison);
    let save = {
        let parts = [&results, &levers, &assumptions];
        let rows = csv_rows(words, &props.names, &parts);
        let name = files::file_name(&words.text("plan-compare-file-name"), "csv");
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            if files::save(&name, "text/csv;charset=utf-8", &csv::write(&rows)).is_err() {
                act.emit(Action::Tell(News::Failed("library-save-failed")));
            }
        })
    };
    let head = |(index, name): (usize, &String)| {
        let column = &comparison.columns[index];
        let is_reference = index == comparison.reference;
        html! {
            <th scope="col" class={classes!("number", is_reference.then_some("reference"))}>
                { column_head(words, props, column.what, name, &page.act) }
                if is_reference { <span class="badge">{ words.text("plan-compare-reference") }</span> }
            </th>
        }
    };
    let columns = props.names.len() + 4;
    let group = |id: &str, lines: &[Line]| {
        if lines.is_empty() {
            return html! {};
        }
        html! {
            <tbody>
                <tr class="sources-group"><th colspan={columns.to_string()} scope="rowgroup">{ words.text(id) }</th></tr>
                { for lines.iter().map(|line| row(words, line)) }
            </tbody>
        }
    };
    html! {
        <>
            <div class="scroller compare-scroller" role="region" tabindex="0" aria-label={words.text("plan-tab-compare")}>
                <table class="planning-table compare-table" data-testid="compare-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-compare-what") }</th>
                        { for props.names.iter().enumerate().map(head) }
                        { for ["plan-compare-least", "plan-compare-mean", "plan-compare-most"].map(|id| html! {
                            <th scope="col" class="number">{ words.text(id) }</th>
                        }) }
                    </tr></thead>
                    { group("plan-compare-results", &results) }
                    { group("plan-compare-levers", &levers) }
                    { group("plan-compare-assumptions", &assumptions) }
                </table>
            </div>
            <div class="planning-result-head">
                <p class="soft">{ words.text("plan-compare-legend") }</p>
                <button type="button" class="button" data-testid="compare-csv" onclick={save}>
                    { words.text("plan-sweep-save") }
                </button>
            </div>
        </>
    }
}

fn row(words: &Words, line: &Line) -> Html {
    html! {
        <tr>
            <th scope="row">{ &line.head }</th>
            { for line.cells.iter().zip(&line.differ).map(|(cell, differs)| html! {
                <td class={classes!("number", differs.then_some("differs"))}>
                    { cell }
                    if *differs { <span class="unseen">{ words.text("plan-compare-differs") }</span> }
                </td>
            }) }
            { match &line.spread {
                Some(spread) => spread.iter().map(|text| html! { <td class="number soft">{ text }</td> }).collect::<Html>(),
                None => html! { <td colspan="3"></td> },
            } }
        </tr>
    }
}

/// The name of a column, with what can be done with it.
fn column_head(
    words: &Words,
    props: &TableProps,
    what: Reference,
    name: &str,
    act: &Callback<Action>,
) -> Html {
    let state = &props.state;
    let change = |edit: fn(&mut Tray, Reference)| {
        let (act, tray) = (act.clone(), state.extras.tray.clone());
        Callback::from(move |_: MouseEvent| {
            let mut tray = tray.clone();
            edit(&mut tray, what);
            act.emit(Action::SetTray(tray));
        })
    };
    let refer = change(|tray, what| tray.refer_to(what));
    let tool = |id: &'static str, sign: &str, onclick: Callback<MouseEvent>| {
        let label = words.format(id, &[("name", name)]);
        html! {
            <button type="button" class="tool" data-testid={id} title={label.clone()} aria-label={label} {onclick}>{ sign }</button>
        }
    };
    let Reference::Entry(at) = what else {
        return html! {
            <><span class="compare-name">{ name }</span>
            <span class="compare-tools">{ tool("plan-compare-refer", "◎", refer) }</span></>
        };
    };
    let rename = {
        let (act, tray) = (act.clone(), state.extras.tray.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut tray = tray.clone();
            tray.rename(at, &input.value());
            act.emit(Action::SetTray(tray));
        })
    };
    let open = {
        let (act, state) = (act.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(entry) = state.extras.tray.entries().get(at) {
                act.emit(Action::Open(Opened {
                    // The tray holds it whole.
                    kept: entry.scenario.clone(),
                    scenario: entry.scenario.clone(),
                    extras: None,
                    name: None,
                    origin: Origin::Storage,
                    problems: Vec::new(),
                    figures_changed: None,
                }));
            }
        })
    };
    let forward = change(|tray, what| {
        if let Reference::Entry(at) = what {
            tray.move_forward(at);
        }
    });
    let remove = {
        let (act, tray) = (act.clone(), state.extras.tray.clone());
        let on_removed = props.on_removed.clone();
        Callback::from(move |_: MouseEvent| {
            let mut tray = tray.clone();
            if let Some(entry) = tray.remove(at) {
                act.emit(Action::SetTray(tray));
                on_removed.emit(entry);
            }
        })
    };
    html! {
        <>
            <input class="field compare-name" type="text" maxlength="80" value={name.to_owned()}
                aria-label={words.format("plan-compare-rename", &[("name", name)])} onchange={rename} />
            <span class="compare-tools">
                { tool("plan-compare-refer", "◎", refer) }
                { tool("plan-compare-open", "↗", open) }
                if at > 0 { { tool("plan-compare-forward", "←", forward) } }
                { tool("plan-compare-remove", "✕", remove) }
            </span>
        </>
    }
}

fn write(words: &Words, result: Result, amount: Amount) -> String {
    match (result, amount) {
        (Result::Income, Amount::Head(amount)) => words.money(amount),
        (_, Amount::Head(amount)) => words.signed_money(amount),
        (_, Amount::Total(amount)) => words.funds(amount),
        (_, Amount::Share(share)) => words.percent(share, 2),
    }
}

fn result_lines(words: &Words, comparison: &Comparison, year: Year) -> Vec<Line> {
    let reference = comparison.reference;
    let mut lines: Vec<Line> = Result::ALL
        .iter()
        .map(|result| {
            let amounts = comparison.results(*result, year);
            Line {
                head: name(words, *result),
                cells: amounts
                    .iter()
                    .map(|amount| write(words, *result, *amount))
                    .collect(),
                differ: amounts
                    .iter()
                    .map(|amount| *amount != amounts[reference])
                    .collect(),
                spread: spread(&amounts).map(|all| all.map(|amount| write(words, *result, amount))),
            }
        })
        .collect();
    for benchmark in Benchmark::OF_INCOME {
        let years = comparison.closing_years(benchmark);
        lines.push(Line {
            head: words.format(
                "plan-compare-closing",
                &[("benchmark", &words.benchmark(benchmark))],
            ),
            cells: years
                .iter()
                .map(|year| {
                    year.map_or_else(
                        || words.text("plan-compare-never").to_string(),
                        |year| year.to_string(),
                    )
                })
                .collect(),
            differ: years.iter().map(|year| *year != years[reference]).collect(),
            spread: None,
        });
    }
    let ahead = comparison.years_ahead();
    lines.push(Line {
        head: words.text("plan-compare-ahead").to_string(),
        cells: ahead.iter().map(usize::to_string).collect(),
        differ: ahead
            .iter()
            .map(|years| *years != ahead[reference])
            .collect(),
        spread: None,
    });
    lines
}

fn name(words: &Words, result: Result) -> String {
    let id = match result {
        Result::Income => "plan-column-income",
        Result::FromReference => "plan-compare-from-reference",
        Result::FromPlan => "plan-column-difference",
        Result::Received => "plan-compare-received",
        Result::Gap(Benchmark::LiftedNation) => "plan-column-gap-lifted-nation",
        Result::Gap(Benchmark::RuralProvince) => "plan-column-gap-rural-province",
        Result::Gap(Benchmark::RuralNation) => "plan-column-gap-rural-nation",
        Result::Gap(_) => "plan-column-gap-lifted-province",
        Result::Coverage => "plan-column-coverage",
        Result::Money => "plan-compare-money",
    };
    words.text(id).to_string()
}

/// What the columns hold differently: levers, then assumptions.
fn difference_lines(
    words: &Words,
    state: &State,
    comparison: &Comparison,
) -> (Vec<Line>, Vec<Line>) {
    let mut levers = Vec::new();
    let mut assumptions = Vec::new();
    for difference in comparison.differences(&state.region) {
        let reference = difference.values[comparison.reference];
        let line = Line {
            head: words.key_name(difference.key).to_string(),
            cells: difference
                .values
                .iter()
                .map(|value| words.value(difference.key, *value))
                .collect(),
            differ: difference
                .values
                .iter()
                .map(|value| *value != reference)
                .collect(),
            spread: None,
        };
        if difference.key.is_lever() {
            levers.push(line);
        } else {
            assumptions.push(line);
        }
    }
    (levers, assumptions)
}

fn csv_rows(words: &Words, names: &[String], parts: &[&Vec<Line>]) -> Vec<Vec<Cell>> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut head = vec![text(&words.text("plan-compare-what"))];
    head.extend(names.iter().map(|name| text(name)));
    for id in [
        "plan-compare-least",
        "plan-compare-mean",
        "plan-compare-most",
    ] {
        head.push(text(&words.text(id)));
    }
    let lines = parts.iter().flat_map(|lines| lines.iter());
    let rows = lines.map(|line| {
        let spread = line.spread.iter().flatten();
        let cells = line.cells.iter().chain(spread);
        std::iter::once(&line.head)
            .chain(cells)
            .map(|cell| plain(cell))
            .collect()
    });
    std::iter::once(head).chain(rows).collect()
}

/// A number as a spreadsheet reads it; anything else as the text it is.
fn plain(shown: &str) -> Cell {
    let bare = shown.replace(',', "");
    let bare = bare.strip_prefix('+').unwrap_or(&bare);
    match rust_decimal::Decimal::from_str_exact(bare) {
        Ok(_) => Cell::Number(bare.to_owned()),
        Err(_) => Cell::Text(shown.to_owned()),
    }
}
