//! Spending and completion against the calendar, by county and type, with the pace that is still needed; and the funds at
//! risk.

use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::desk::{MOST_AT_RISK, ProjectDesk};
use super::table;
use crate::analysis::progress::Month;
use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::{Share, round};
use crate::projects::pace::{LinePace, PaceTerms, ProjectGroup, ProjectProgress};
use crate::projects::selection::ProjectSelection;
use crate::region::key::Unit;
use crate::report::projects::progress::COMPLETION_COLUMNS;

/// The width of a bar's drawing.
const BAR: i64 = 100;

/// Properties of the part.
#[derive(Properties, PartialEq)]
pub struct PaceProps {
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The bureau's settings.
    pub book: BureauHandle,
    /// Called with the projects whose money is at risk, to be looked at in the list.
    pub on_risk: Callback<Rc<ProjectSelection>>,
}

/// The part.
#[component]
pub fn PacePart(props: &PaceProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let desk = &props.desk;
    let by_type = use_session_state("projects-by-type", || false);
    let way = |of_type: bool, label: &'static str| {
        let by_type = by_type.clone();
        let is_pressed = *by_type == of_type;
        let onclick = Callback::from(move |_: MouseEvent| by_type.set(of_type));
        html! {
            <button type="button" class="button" aria-pressed={is_pressed.to_string()} data-testid={label} {onclick}>
                { words.text(label) }
            </button>
        }
    };
    let lines = desk.progress.iter().filter(|line| match line.group {
        ProjectGroup::All => true,
        ProjectGroup::Type(_) => *by_type,
        ProjectGroup::County(_) => !*by_type,
    });
    let lines: Vec<&ProjectProgress> = lines.collect();
    let choose = {
        let (on_risk, desk) = (props.on_risk.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            let mut selection = ProjectSelection::default();
            selection.set(desk.at_risk.iter().map(|it| it.row), true);
            on_risk.emit(Rc::new(selection));
        })
    };
    let has_month = desk.terms.month.is_some();
    html! {
        <>
            <section class="card" aria-labelledby="projects-progress-title">
                <h2 id="projects-progress-title">{ words.text("projects-section-progress") }</h2>
                { calendar(words, desk) }
                <div class="projects-ways" role="group" aria-label={words.text("projects-column-group")}>
                    { way(false, "projects-by-county") }{ way(true, "projects-by-type") }
                </div>
                { spending(words, &lines, &desk.terms, props.book.settings().yellow) }
                <p class="hint">{ words.text("projects-table-spending-note") }</p>
                { completion(words, &lines, &desk.terms, props.book.settings().yellow) }
            </section>
            <section class="card" aria-labelledby="projects-risk-title">
                <h2 id="projects-risk-title">{ words.text("projects-part-risk") }</h2>
                if !has_month {
                    <p>{ no_month(words, desk) }</p>
                } else if desk.at_risk.is_empty() {
                    <p>{ words.text("projects-no-risk") }</p>
                } else {
                    <div>
                        <button type="button" class="button" data-testid="projects-risk-choose" onclick={choose}>
                            { words.format("projects-risk-choose", &[("count", &words.whole(desk.at_risk.len().into()))]) }
                        </button>
                    </div>
                    { table(words, &desk.tables.at_risk) }
                    if let Some(left) = desk.at_risk.len().checked_sub(MOST_AT_RISK).filter(|left| *left > 0) {
                        <p>{ words.format("projects-more", &[("count", &words.whole(left.into()))]) }</p>
                    }
                }
                <p class="hint">{ risk_terms(words, &desk.terms) }</p>
                <RiskTerms book={props.book.clone()} />
            </section>
        </>
    }
}

/// Properties of the terms.
#[derive(Properties, PartialEq)]
struct RiskTermsProps {
    book: BureauHandle,
}

/// The terms from which on money is at risk.
#[component]
fn RiskTerms(props: &RiskTermsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let terms = &props.book.settings().projects;
    let on_month = {
        let book = props.book.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let month = select.value().parse().ok().and_then(Month::new);
            book.edit(None, move |settings| {
                settings.projects.begin_by = month.unwrap_or(settings.projects.begin_by);
            });
        })
    };
    let on_lag = {
        let book = props.book.clone();
        Callback::from(move |lag: Decimal| {
            book.edit(None, move |settings| {
                settings.projects.most_lag = Share(lag)
            });
        })
    };
    html! {
        <div class="projects-edges">
            <label>
                <span>{ words.text("projects-begin-by") }</span>{ " " }
                <select data-testid="projects-begin-by" onchange={on_month}>
                    { for Month::all().map(|month| {
                        let number = month.number().to_string();
                        html! { <option value={number.clone()} selected={month == terms.begin_by}>{ words.text(&format!("month-{number}")) }</option> }
                    }) }
                </select>
            </label>
            <div class="projects-edge">
                <span>{ words.text("projects-most-lag") }</span>
                <LimitField id="projects-most-lag" unit={Unit::Share} value={terms.most_lag.exact()} range={Some((Decimal::ZERO, Decimal::ONE))}
                    label={words.text("projects-most-lag").to_string()} on_value={on_lag} />
            </div>
        </div>
    }
}

fn no_month(words: &Words, desk: &ProjectDesk) -> Rc<str> {
    words.text(match desk.day {
        None => "projects-no-day",
        Some(_) => "projects-no-month",
    })
}

fn risk_terms(words: &Words, terms: &PaceTerms) -> String {
    let begin_by = terms.begin_by.number().to_string();
    let lag = words.decimal(terms.most_lag.exact() * Decimal::ONE_HUNDRED, 0);
    words.format(
        "projects-method-risk",
        &[("month", &*begin_by), ("lag", &lag)],
    )
}

/// The share that the calendar asks for.
fn scheduled(terms: &PaceTerms) -> Option<Share> {
    let month = terms.month?;
    let share = terms.schedule.get(usize::from(month.number()) - 1)?;
    Some(Share(*share))
}

fn calendar(words: &Words, desk: &ProjectDesk) -> Html {
    match (scheduled(&desk.terms), desk.terms.month) {
        (Some(share), Some(month)) => {
            let named = [
                ("month", &*month.number().to_string()),
                ("share", &words.percent(share, 1)),
            ];
            html! { <p data-testid="projects-calendar">{ words.format("projects-calendar", &named) }</p> }
        }
        _ => html! { <p>{ no_month(words, desk) }</p> },
    }
}

/// A cell with the share that is done, drawn beside the calendar's, and the lamp in words.
fn done(words: &Words, pace: Option<&LinePace>, terms: &PaceTerms, yellow: Decimal) -> Html {
    let Some(pace) = pace else {
        return html! { <><td class="number">{ "—" }</td><td class="number">{ "—" }</td></> };
    };
    let lead = pace.lead.exact();
    let (lamp, said) = if !lead.is_sign_negative() || lead.is_zero() {
        ("green", "projects-lamp-green")
    } else if lead >= -yellow {
        ("yellow", "projects-lamp-yellow")
    } else {
        ("red", "projects-lamp-red")
    };
    let width = |share: Share| {
        let share = share.exact().clamp(Decimal::ZERO, Decimal::ONE);
        (share * Decimal::from(BAR))
            .to_f32()
            .unwrap_or_default()
            .to_string()
    };
    let mark = scheduled(terms);
    html! {
        <>
            <td class="number projects-done">
                { words.percent(pace.share, 1) }
                <svg class={classes!("projects-bar", lamp)} viewBox={format!("0 0 {BAR} 10")} preserveAspectRatio="none" aria-hidden="true">
                    <rect class="ground" width={BAR.to_string()} height="10" />
                    <rect class="done" width={width(pace.share)} height="10" />
                    if let Some(mark) = mark {
                        <rect class="due" x={width(mark)} width="1.5" height="10" />
                    }
                </svg>
            </td>
            <td class={classes!("number", "projects-lamp", lamp)}>
                { words.points(pace.lead) }{ " " }<span>{ words.text(said) }</span>
            </td>
        </>
    }
}

fn needed(words: &Words, pace: Option<&LinePace>, number: impl Fn(Decimal) -> String) -> String {
    match pace.and_then(|pace| pace.pace).map(|pace| pace.needed) {
        Some(Some(needed)) => number(needed),
        Some(None) => words.text("projects-no-month-left").to_string(),
        None => "—".to_owned(),
    }
}

fn framed(words: &Words, caption: &'static str, unit: bool, heads: &[&str], body: Html) -> Html {
    let caption_text = words.text(caption);
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={caption_text.to_string()}>
            <table data-testid={caption}>
                <caption>
                    { caption_text }
                    if unit {
                        <span class="soft">{ words.format("report-unit", &[("unit", &words.text("unit-wan-yuan"))]) }</span>
                    }
                </caption>
                <thead><tr>
                    { for heads.iter().enumerate().map(|(at, id)| html! {
                        <th scope="col" class={(at > 0).then_some("number")}>{ words.text(id) }</th>
                    }) }
                </tr></thead>
                <tbody>{ body }</tbody>
            </table>
        </div>
    }
}

fn line_class(line: &ProjectProgress) -> Option<&'static str> {
    (line.group == ProjectGroup::All).then_some("sum")
}

fn spending(words: &Words, lines: &[&ProjectProgress], terms: &PaceTerms, yellow: Decimal) -> Html {
    let body = lines.iter().map(|line| {
        let pace = line.spending.as_ref();
        html! {
            <tr class={line_class(line)}>
                <th scope="row">{ words.project_group(&line.group) }</th>
                <td class="number">{ words.wan(line.planned) }</td>
                <td class="number">{ words.wan(line.paid) }</td>
                { done(words, pace, terms, yellow) }
                <td class="number">{ needed(words, pace, |amount| words.wan(amount)) }</td>
                <td class="number">{ words.whole(line.without_paid.into()) }</td>
            </tr>
        }
    });
    let heads = [
        "projects-column-group",
        "types-column-money",
        "form-project-paid",
        "projects-column-done",
        "projects-column-lead",
        "projects-column-needed",
        "projects-column-without-paid",
    ];
    framed(
        words,
        "projects-table-spending",
        true,
        &heads,
        body.collect(),
    )
}

fn completion(
    words: &Words,
    lines: &[&ProjectProgress],
    terms: &PaceTerms,
    yellow: Decimal,
) -> Html {
    let body = lines.iter().map(|line| {
        let pace = line.completion.as_ref();
        html! {
            <tr class={line_class(line)}>
                <th scope="row">{ words.project_group(&line.group) }</th>
                <td class="number">{ words.whole(line.projects.into()) }</td>
                <td class="number">{ words.whole(line.begun.into()) }</td>
                <td class="number">{ words.whole(line.completed.into()) }</td>
                { done(words, pace, terms, yellow) }
                <td class="number">{ needed(words, pace, |count| words.decimal(round(count, 1), 1)) }</td>
                <td class="number">{ words.whole(line.unknown_state.into()) }</td>
            </tr>
        }
    });
    framed(
        words,
        "projects-table-completion",
        false,
        &COMPLETION_COLUMNS,
        body.collect(),
    )
}
