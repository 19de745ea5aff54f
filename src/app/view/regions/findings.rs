//! The findings of a reading: what is wrong, totals that do not add up, remarks, and what would be taken.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::intake::Preview;

/// Properties of a part of the preview.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// The preview.
    pub preview: Rc<Preview>,
}

/// A list that scrolls by itself once it is long.
fn list(id: &'static str, title: String, lines: Vec<String>, more: Option<String>) -> Html {
    html! {
        <section data-testid={id}>
            <h3>{ title.clone() }</h3>
            <div class="intake-list" role="region" tabindex="0" aria-label={title}>
                <ul class="intake-plain">
                    { for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }
                    if let Some(more) = more { <li>{ more }</li> }
                </ul>
            </div>
        </section>
    }
}

fn titled(words: &Words, id: &str, count: u64) -> String {
    words.format(id, &[("count", &words.whole(count.into()))])
}

fn more(words: &Words, count: u32) -> Option<String> {
    (count > 0).then(|| titled(words, "sheets-more-listed", count.into()))
}

/// Problems, totals and remarks.
#[component]
pub fn Findings(props: &PartProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let preview = &props.preview;
    let all = |listed: usize, past: u32| listed as u64 + u64::from(past);
    let problems: Vec<String> = preview
        .problems
        .iter()
        .map(|problem| words.form_problem(problem))
        .collect();
    let totals: Vec<String> = preview
        .totals
        .iter()
        .map(|check| words.total_check(check))
        .collect();
    let mut notes: Vec<String> = preview
        .notes
        .iter()
        .map(|note| words.reading_note(note))
        .collect();
    if !preview.other_sheets.is_empty() {
        let sheets = preview.other_sheets.join(&words.text("list-comma"));
        notes.push(words.format("sheets-other-sheets", &[("sheets", &sheets)]));
    }
    if preview.fitting_totals > 0 {
        notes.push(titled(
            words,
            "sheets-totals-fit",
            preview.fitting_totals.into(),
        ));
    }
    html! {
        <>
            if preview.tables.is_empty() { <p>{ words.text("sheets-no-table") }</p> }
            if !problems.is_empty() {
                { list(
                    "intake-problems",
                    titled(words, "sheets-problems", all(problems.len(), preview.more_problems)),
                    problems,
                    (preview.more_problems > 0).then(|| words.more_form_problems(preview.more_problems)),
                ) }
            }
            if !totals.is_empty() {
                { list(
                    "intake-totals",
                    titled(words, "sheets-totals", all(totals.len(), preview.more_totals)),
                    totals,
                    more(words, preview.more_totals),
                ) }
            }
            if !notes.is_empty() {
                <details data-testid="intake-notes">
                    <summary>{ titled(words, "sheets-notes", all(notes.len(), preview.more_notes)) }</summary>
                    <ul class="intake-plain">
                        { for notes.into_iter().map(|line| html! { <li>{ line }</li> }) }
                        if let Some(more) = more(words, preview.more_notes) { <li>{ more }</li> }
                    </ul>
                </details>
            }
        </>
    }
}

/// The region that the file means: what is missing, and what it would change.
#[component]
pub fn Filled(props: &PartProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let filled = &props.preview.filled;
    // A file without a table has nothing to miss.
    if props.preview.tables.is_empty() {
        return Html::default();
    }
    let count = |list: &[String]| list.len() as u64;
    html! {
        <>
            if !filled.missing.is_empty() {
                { list(
                    "intake-missing",
                    titled(words, "sheets-missing-rows", count(&filled.missing)),
                    filled.missing.clone(),
                    None,
                ) }
            }
            if !filled.problems.is_empty() {
                { list(
                    "intake-faults",
                    titled(words, "sheets-problems", count(&filled.problems)),
                    filled.problems.clone(),
                    None,
                ) }
            }
            if !filled.remarks.is_empty() {
                { list(
                    "intake-remarks",
                    words.text("sheets-remarks").to_string(),
                    filled.remarks.clone(),
                    None,
                ) }
            }
            if !filled.unused.is_empty() {
                <p data-testid="intake-unused">
                    { words.format("sheets-unused", &[("names", &filled.unused.join(&words.text("list-comma")))]) }
                </p>
            }
            if filled.is_ready && filled.unsourced > 0 {
                <p>{ titled(words, "sheets-unsourced", filled.unsourced.into()) }</p>
            }
            if props.preview.counties > 0 || props.preview.projects > 0 {
                <p>{ words.format("form-kept", &[
                    ("counties", &words.whole(props.preview.counties.into())),
                    ("projects", &words.whole(props.preview.projects.into())),
                ]) }</p>
            }
            if filled.is_ready && filled.is_known { { changes(words, &props.preview) } }
        </>
    }
}

fn changes(words: &Words, preview: &Preview) -> Html {
    let filled = &preview.filled;
    if filled.changes.is_empty() {
        return html! { <p data-testid="intake-changes">{ words.text("sheets-no-changes") }</p> };
    }
    let count = filled.changes.len() as u64 + u64::from(filled.more_changes);
    let title = titled(words, "sheets-changes", count);
    html! {
        <section data-testid="intake-changes">
            <h3>{ title.clone() }</h3>
            <div class="intake-scroll" role="region" tabindex="0" aria-label={title.clone()}>
                <table class="intake-rows">
                    <thead><tr>
                        <th scope="col">{ words.text("sheets-change-what") }</th>
                        <th scope="col">{ words.text("sheets-change-before") }</th>
                        <th scope="col">{ words.text("sheets-change-after") }</th>
                    </tr></thead>
                    <tbody>
                        { for filled.changes.iter().map(|change| html! {
                            <tr>
                                <th scope="row">{ &change.row }</th>
                                <td>{ &change.before }</td>
                                <td>{ &change.after }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if let Some(more) = more(words, filled.more_changes) { <p>{ more }</p> }
        </section>
    }
}
