//! Households under the line: the monitored kinds, the share by year, and the list by row number with its filter and its file.

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zengshou_households::columns::HouseholdKind;

use super::book::{self, use_book};
use super::chart_card::RegisterChartCard;
use super::overview::FiguresProps;
use super::said::{self, figure, people, percent};
use crate::app::effects::files;
use crate::app::households::{LISTED, ListedRisks, RegisterAction};
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart::households::{RegisterChart, RegisterDrawing};
use crate::register::figures::{RegisterFigures, YearUnderLine};
use crate::register::message::{ExportWords, RiskFilter, UnderWhere};

/// The sides on which a household is under the line, with the message of it.
const WHERE: [(UnderWhere, &str); 4] = [
    (UnderWhere::Scenario, "register-where-scenario"),
    (UnderWhere::Plan, "register-where-plan"),
    (UnderWhere::Lifted, "register-where-lifted"),
    (UnderWhere::Fallen, "register-where-fallen"),
];
/// The heads of the list.
const HEADS: [&str; 7] = [
    "register-list-row",
    "register-list-county",
    "register-list-kind",
    "register-list-members",
    "register-list-plan",
    "register-list-scenario",
    "register-list-gap",
];

/// The part of the page.
#[component]
pub fn RisksPart(props: &FiguresProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    use_effect_with(props.figures.clone(), |_| book::ask_years());
    let years = book.years.clone().map(Shared);
    let of = (years.clone(), words.clone());
    let chart = use_memo(of, |(years, words)| {
        years
            .as_ref()
            .map(|years| std::rc::Rc::new(by_year(words, years)))
    });
    html! {
        <>
            <section class="card" aria-labelledby="register-monitored-title">
                <h2 id="register-monitored-title">{ words.text("register-monitored-title") }</h2>
                { monitored(&words, &props.figures) }
                { lifting(&words, &props.figures) }
                <p class="hint">{ words.text("register-monitored-hint") }</p>
            </section>
            if let Some(chart) = &*chart {
                <RegisterChartCard chart={Shared(chart.clone())} title={words.text("register-years").to_string()} />
            }
            <RiskList state={props.state.clone()} figures={props.figures.clone()} />
        </>
    }
}

fn lifting(words: &Words, figures: &RegisterFigures) -> Html {
    let Some(under) = figures.scenario.under else {
        return html! { <p>{ words.text("register-lifting-few") }</p> };
    };
    let said = words.format(
        "register-lifting",
        &[
            ("year", &figures.year.to_string()),
            ("households", &people(words, Some(under.households))),
            ("people", &people(words, Some(under.people))),
            ("line", &figure(words, Some(figures.line))),
            ("gap", &figure(words, Some(under.gap))),
        ],
    );
    html! { <p data-testid="register-lifting">{ said }</p> }
}

fn monitored(words: &Words, figures: &RegisterFigures) -> Html {
    let column = |id: &str| html! { <th scope="col">{ words.text(id) }</th> };
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={words.text("register-monitored-title")}>
            <table class="bureau-table numbers" data-testid="register-monitored">
                <thead><tr>
                    { column("register-by-kind") }{ column("register-households") }{ column("register-eliminated") }
                </tr></thead>
                <tbody>{ for figures.monitored.iter().map(|it| html! {
                    <tr>
                        <th scope="row">{ said::kind(words, it.kind) }</th>
                        <td class="number">{ people(words, it.households) }</td>
                        <td class="number">{ people(words, it.eliminated) }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn by_year(words: &Words, years: &[YearUnderLine]) -> RegisterChart {
    let side = |id: &str, of: fn(&YearUnderLine) -> Option<Decimal>| {
        let shares = years.iter().map(|it| Some(of(it)? * Decimal::ONE_HUNDRED));
        (words.text(id).to_string(), shares.collect())
    };
    let last = years.last().map(|it| {
        let named = [
            ("year", &*it.year.to_string()),
            ("line", &figure(words, Some(it.line))),
            ("plan", &percent(words, it.plan)),
            ("scenario", &percent(words, it.scenario)),
        ];
        words.format("register-years-said", &named)
    });
    RegisterChart {
        drawing: RegisterDrawing::Lines,
        head: words.text("register-year").to_string(),
        places: years.iter().map(|it| it.year.to_string()).collect(),
        unit: "%".to_owned(),
        digits: 2,
        series: vec![
            side("register-plan", |it| it.plan),
            side("register-scenario", |it| it.scenario),
        ],
        marks: Vec::new(),
        description: last.unwrap_or_default(),
        hidden: said::hidden(words),
    }
}

/// The list with its filter.
#[component]
fn RiskList(props: &FiguresProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    let of = (props.figures.clone(), book.filter.clone(), book.offset);
    use_effect_with(of, |_| book::ask_list());
    let filter = book.filter.clone();
    let counties = book
        .opened
        .iter()
        .flat_map(|opened| &opened.preview.counties);
    let counties: Vec<&String> = counties.filter(|name| !name.is_empty()).collect();
    let choose = |edit: fn(&mut RiskFilter, usize, String)| {
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).unwrap_or(0);
            let mut filter = book::book().filter.clone();
            edit(&mut filter, at, select.value());
            book::act(RegisterAction::Filter(filter, 0));
        })
    };
    let on_county = choose(|filter, at, name| filter.county = (at > 0).then_some(name));
    let on_kind = choose(|filter, at, _| {
        filter.kind = at
            .checked_sub(1)
            .and_then(|at| HouseholdKind::ALL.get(at).copied());
    });
    let on_where = choose(|filter, at, _| {
        filter.under = WHERE.get(at).map_or_else(UnderWhere::default, |it| it.0);
    });
    let save = {
        let (filter, words) = (filter.clone(), words.clone());
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&words.text("register-list-file"), "csv");
            book::export(filter.clone(), export_words(&words), name);
        })
    };
    html! {
        <section class="card" aria-labelledby="register-list-title">
            <h2 id="register-list-title">{ words.text("register-list-title") }</h2>
            <div class="register-line">
                <label class="bureau-setting">
                    <span>{ words.text("register-where") }</span>
                    <select data-testid="register-where" onchange={on_where}>
                        { for WHERE.map(|(it, id)| html! { <option selected={it == filter.under}>{ words.text(id) }</option> }) }
                    </select>
                </label>
                if !counties.is_empty() {
                    <label class="bureau-setting">
                        <span>{ words.text("register-list-county") }</span>
                        <select data-testid="register-list-county" onchange={on_county}>
                            <option selected={filter.county.is_none()}>{ words.text("register-all") }</option>
                            { for counties.iter().map(|name| html! {
                                <option value={(*name).clone()} selected={filter.county.as_ref() == Some(*name)}>{ *name }</option>
                            }) }
                        </select>
                    </label>
                }
                <label class="bureau-setting">
                    <span>{ words.text("register-list-kind") }</span>
                    <select data-testid="register-list-kind" onchange={on_kind}>
                        <option selected={filter.kind.is_none()}>{ words.text("register-all") }</option>
                        { for HouseholdKind::ALL.map(|kind| html! {
                            <option selected={filter.kind == Some(kind)}>{ said::kind(&words, kind) }</option>
                        }) }
                    </select>
                </label>
                <button type="button" class="button" data-testid="register-list-save" disabled={book.is_exporting()} onclick={save}>
                    { words.text("register-list-save") }</button>
            </div>
            <p class="hint">{ words.text("register-list-hint") }</p>
            if let Some(list) = &book.list { { listed(&words, list) } }
        </section>
    }
}

fn listed(words: &Words, list: &ListedRisks) -> Html {
    let count = u32::try_from(list.rows.len()).unwrap_or(u32::MAX);
    let number = |value: u32| words.whole(value.into());
    let from = match count {
        0 => 0,
        _ => list.offset + 1,
    };
    let said = words.format(
        "register-list-shown",
        &[
            ("from", &number(from)),
            ("to", &number(list.offset + count)),
            ("of", &number(list.of)),
        ],
    );
    let turn = |offset: u32| {
        Callback::from(move |_: MouseEvent| {
            let filter = book::book().filter.clone();
            book::act(RegisterAction::Filter(filter, offset));
        })
    };
    let offset = list.offset;
    let left = |at: usize| ((1..3).contains(&at)).then_some("left");
    html! {
        <>
            <p role="status" data-testid="register-list-shown">{ said.clone() }</p>
            <div class="scroller register-long" role="region" tabindex="0" aria-label={words.text("register-list-title")}>
                <table class="bureau-table numbers" data-testid="register-list">
                    <thead><tr>{ for HEADS.iter().enumerate().map(|(at, id)| html! {
                        <th scope="col" class={left(at)}>{ words.text(id) }</th>
                    }) }</tr></thead>
                    <tbody>{ for list.rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">{ number(row.row) }</th>
                            <td>{ if row.county.is_empty() { "—" } else { &*row.county } }</td>
                            <td>{ said::kind(words, row.kind) }</td>
                            <td class="number">{ row.members.to_string() }</td>
                            <td class="number">{ figure(words, Some(row.plan)) }</td>
                            <td class="number">{ figure(words, Some(row.scenario)) }</td>
                            <td class="number">{ figure(words, Some(row.gap)) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
            <div class="register-line">
                <button type="button" class="button" data-testid="register-list-before" disabled={offset == 0}
                    onclick={turn(offset.saturating_sub(LISTED))}>{ words.text("register-list-before") }</button>
                <button type="button" class="button" data-testid="register-list-after" disabled={offset + count >= list.of}
                    onclick={turn(offset + LISTED)}>{ words.text("register-list-after") }</button>
            </div>
        </>
    }
}

fn export_words(words: &Words) -> ExportWords {
    ExportWords {
        heads: HEADS.map(|id| words.text(id).to_string()),
        kinds: HouseholdKind::ALL.map(|kind| said::kind(words, kind)),
    }
}
