//! Conflicts of two drafts, each with its options.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::scenario::merge::{ConflictKind, ConflictPart, Decisions, MergeConflict, Take};

/// Properties of the list.
#[derive(Properties, PartialEq)]
pub struct DecidingProps {
    /// The values on which the drafts disagree.
    pub conflicts: Vec<MergeConflict>,
    /// Names of the drafts.
    pub names: [String; 2],
    /// Decisions made so far.
    pub decisions: UseStateHandle<Decisions>,
}

/// The conflicts, each a choice; none is made beforehand.
#[component]
pub fn Deciding(props: &DecidingProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let decide = |conflict: &MergeConflict| {
        let decided = props.decisions.iter();
        let mut decided = decided.filter(|(known, _)| known == conflict);
        let taken = decided.next().map(|(_, take)| *take);
        let option = |take: &Take| {
            let (take, decisions, conflict) = (*take, props.decisions.clone(), conflict.clone());
            let id = format!("merge-{}-{}", conflict.key, name(take));
            let said = said(words, &conflict, take, &props.names);
            let group = format!("merge-{}", conflict.key);
            let onchange = Callback::from(move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                if input.checked() {
                    let mut next = (*decisions).clone();
                    next.retain(|(known, _)| known.key != conflict.key);
                    next.push((conflict.clone(), take));
                    decisions.set(next);
                }
            });
            html! {
                <label>
                    <input type="radio" name={group} checked={taken == Some(take)} {onchange} data-testid={id} />
                    { " " }{ said }
                </label>
            }
        };
        let kind = match conflict.kind {
            ConflictKind::Value => None,
            ConflictKind::Years => Some("plan-merge-kind-years"),
            ConflictKind::Repeat => Some("plan-merge-kind-repeat"),
            ConflictKind::Whole => Some("plan-merge-kind-whole"),
        };
        html! {
            <fieldset class={classes!("planning-axis", taken.is_none().then_some("undecided"))} key={conflict.key.to_string()}>
                <legend>{ words.key_name(conflict.key) }</legend>
                if let Some(kind) = kind { <p class="soft">{ words.text(kind) }</p> }
                { for conflict.takes().iter().map(option) }
            </fieldset>
        }
    };
    html! { <div class="planning-form merge-conflicts">{ for props.conflicts.iter().map(decide) }</div> }
}

fn name(take: Take) -> &'static str {
    match take {
        Take::First => "first",
        Take::Second => "second",
        Take::Both => "both",
        Take::Neither => "neither",
    }
}

/// An option in words: the draft whose values are taken, and the values.
fn said(words: &Words, conflict: &MergeConflict, take: Take, names: &[String; 2]) -> String {
    let whose = match take {
        Take::First => names[0].clone(),
        Take::Second => names[1].clone(),
        Take::Both => words.text("plan-merge-both").to_string(),
        Take::Neither => words.text("plan-compare-plan").to_string(),
    };
    let value = |part: &ConflictPart| match take {
        Take::First => part.first,
        Take::Second => part.second,
        Take::Both => part.first.or(part.second),
        Take::Neither => None,
    };
    let values = match &conflict.parts[..] {
        [part] => words.value(part.key, value(part).unwrap_or(part.base)),
        parts => {
            let parts = parts.iter().filter_map(|part| {
                let text = words.value(part.key, value(part)?);
                Some(format!("{} {text}", words.key_name(part.key)))
            });
            let parts: Vec<String> = parts.collect();
            match parts.is_empty() {
                true => words.text("plan-merge-unchanged").to_string(),
                false => parts.join(&words.text("plan-join")),
            }
        }
    };
    format!("{whose}{}{values}", words.text("plan-merge-colon"))
}
