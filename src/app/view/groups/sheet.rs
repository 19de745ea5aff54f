//! The exercise on the screen: its groups, predictions, levers, results, and what is kept apart from it.

use yew::prelude::*;

use super::dots::PredictionStep;
use super::overview::Overview;
use super::props::SheetProps;
use super::ranking::Outcomes;
use super::record::CollectAction;
use super::replay::Replay;
use crate::app::view::context::use_page;
use crate::app::view::report_table::report_table;
use crate::app::words::Words;
use crate::exercise::collation::sheet::GroupSheet;
use crate::exercise::collation::statistics::SheetFigures;
use crate::exercise::collation::{HandedResult, SessionEntry};
use crate::exercise::judge::Judge;
use crate::report::csv;
use crate::report::groups::{GroupsPaper, other_words, unread_words};

/// The sheet.
#[component]
pub fn SheetView(props: &SheetProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let record = &props.record;
    let entries = record.session.entries.iter();
    let handed = entries.filter_map(|entry| match entry {
        SessionEntry::Handed(handed) => Some(handed.clone()),
        SessionEntry::Called(_) => None,
    });
    let handed: Vec<HandedResult> = handed.collect();
    let sheet = props.at.and_then(|at| props.sheets.get(at));
    let known = sheet.and_then(|sheet| sheet.known.clone());
    // A revealed step and a called number change no result.
    let figures = {
        let (sheets, at) = (props.sheets.clone(), props.at);
        let groups = sheet.map(|sheet| sheet.groups.len());
        let mark = known.as_ref().map(|known| known.mark.clone());
        use_memo((handed, mark, groups), move |_| {
            let sheet = at.and_then(|at| sheets.get(at));
            let computed = sheet.and_then(|sheet| {
                let known = sheet.known.as_ref()?;
                let judge = Judge::new(&known.exercise, &known.region);
                Some(SheetFigures::of(sheet, &judge))
            });
            computed.unwrap_or_default()
        })
    };
    let others = others(&words, &props.sheets, props.at);
    let others = apart(&words, "groups-others", others);
    let (Some(sheet), Some(known)) = (sheet, known) else {
        return others;
    };
    let judge = Judge::new(&known.exercise, &known.region);
    let paper = GroupsPaper {
        sheet,
        judge: &judge,
        figures: &figures,
        words: &words,
    };
    let revealed = record.revealed();
    let steps = sheet.predict_steps();
    let hidden: Vec<usize> = steps
        .iter()
        .copied()
        .filter(|step| !revealed.contains(step))
        .collect();
    let is_open = hidden.is_empty();
    let reveal_all = {
        let (record, hidden) = (record.clone(), hidden.clone());
        Callback::from(move |_: MouseEvent| {
            record.dispatch(CollectAction::Reveal(hidden.clone(), true));
        })
    };
    let count = known.exercise.steps.len();
    let said = (0..count).filter_map(|index| paper.word_table(index));
    let said: Vec<_> = said.filter(|table| !table.rows.is_empty()).collect();
    let has_results = sheet.results().next().is_some();
    let levers = paper.lever_table();
    html! {
        <>
            <Overview record={record.clone()} sheets={props.sheets.clone()} at={props.at} />
            { for steps.iter().map(|step| {
                let is_revealed = revealed.contains(step);
                let toggle = {
                    let (record, step) = (record.clone(), *step);
                    Callback::from(move |()| {
                        record.dispatch(CollectAction::Reveal(vec![step], !is_revealed));
                    })
                };
                PredictionStep { paper: &paper, step: *step, is_revealed, toggle }.view()
            }) }
            <section class="card" aria-labelledby="groups-levers" data-testid="groups-levers-card">
                <h2 id="groups-levers">{ words.text("groups-levers-title") }</h2>
                if has_results {
                    { report_table(&words, &levers) }
                    if let Some(note) = &levers.note {
                        <p class="soft">{ note }</p>
                    }
                } else {
                    <p>{ words.text("groups-levers-none") }</p>
                }
            </section>
            if has_results {
                if is_open {
                    <Outcomes record={record.clone()} sheets={props.sheets.clone()} at={props.at}
                        figures={figures.clone()} />
                    <Replay sheets={props.sheets.clone()} at={props.at} />
                } else {
                    <section class="card" data-testid="groups-sealed">
                        <p>{ words.text("groups-not-revealed") }</p>
                        <button type="button" class="button" data-testid="groups-reveal-all" onclick={reveal_all}>
                            { words.text("groups-reveal-all") }</button>
                    </section>
                }
            }
            if !said.is_empty() {
                <section class="card" aria-labelledby="groups-words">
                    <h2 id="groups-words">{ words.text("groups-words-title") }</h2>
                    { for said.iter().map(|table| report_table(&words, table)) }
                </section>
            }
            { apart(&words, "groups-repeats", paper.repeats(is_open)) }
            { others }
            { apart(&words, "groups-unread-list", unread_words(&words, sheet)) }
        </>
    }
}

/// A list of what is kept apart, under its title; nothing of nothing.
fn apart(words: &Words, id: &'static str, lines: Vec<String>) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    let title = match id {
        "groups-repeats" => "groups-repeats-title",
        "groups-others" => "groups-others-title",
        _ => "groups-faults-title",
    };
    html! {
        <section class="card" aria-labelledby={id} data-testid={format!("{id}-card")}>
            <h2 {id}>{ words.text(title) }</h2>
            <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}

/// The sheets beside the one on the screen, of which something came.
fn others(words: &Words, sheets: &[GroupSheet], at: Option<usize>) -> Vec<String> {
    let others = sheets.iter().enumerate();
    let others = others.filter(|(index, sheet)| Some(*index) != at && !sheet.groups.is_empty());
    let said = others.map(|(_, sheet)| match &sheet.known {
        None => other_words(words, sheet),
        Some(known) => {
            let title = &known.exercise.title;
            let title = title.filled(words.language(), |_| String::new());
            let version = sheet.mark.region_version.to_string();
            let count = sheet.groups.len().to_string();
            let arguments = [("title", &*title), ("data", &*version), ("count", &*count)];
            words.format("groups-others-known", &arguments)
        }
    });
    said.collect()
}

/// The sheet on the screen for a spreadsheet, every result in it.
pub fn csv_of(words: &Words, sheets: &[GroupSheet], at: usize) -> Option<String> {
    let sheet = sheets.get(at)?;
    let known = sheet.known.as_ref()?;
    let judge = Judge::new(&known.exercise, &known.region);
    let paper = GroupsPaper {
        sheet,
        judge: &judge,
        figures: &SheetFigures::of(sheet, &judge),
        words,
    };
    let document = paper.document(others(words, sheets, Some(at)), unread_words(words, sheet));
    Some(csv::write(&document, words))
}
