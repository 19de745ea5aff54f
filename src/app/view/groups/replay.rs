//! The moves of one group, one at a time, with the income after each.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::parts::signed;
use crate::app::words::Words;
use crate::exercise::collation::replay::{ReplayFrame, replay};
use crate::exercise::collation::sheet::GroupSheet;
use crate::report::groups::{group_name, income_words};

/// Properties of the replay.
#[derive(Properties)]
pub struct ReplayProps {
    /// All sheets.
    pub sheets: Rc<Vec<GroupSheet>>,
    /// The place of the one on the screen.
    pub at: Option<usize>,
}

impl PartialEq for ReplayProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheets, &other.sheets) && self.at == other.at
    }
}

/// The replay.
#[component]
pub fn Replay(props: &ReplayProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let chosen = use_state_eq(|| None::<String>);
    let at = use_state_eq(|| 0_usize);
    let sheet = props.at.and_then(|at| props.sheets.get(at));
    let groups: Vec<(String, String)> = sheet
        .map(|sheet| {
            let groups = sheet.results().map(|(group, _)| &sheet.groups[group]);
            groups
                .map(|group| (group.key.clone(), group_name(&words, group)))
                .collect()
        })
        .unwrap_or_default();
    let wanted = chosen
        .as_ref()
        .filter(|key| groups.iter().any(|(own, _)| own == *key));
    let key = wanted.or(groups.first().map(|(key, _)| key)).cloned();
    let result = sheet.and_then(|sheet| {
        let group = sheet
            .groups
            .iter()
            .find(|group| Some(&group.key) == key.as_ref())?;
        Some((sheet.known.clone()?, group.last()?.clone()))
    });
    let has_moves = result
        .as_ref()
        .is_some_and(|(_, result)| !result.moves.is_empty());
    let frames = use_memo(
        result
            .as_ref()
            .map(|(known, result)| (known.mark.clone(), result.clone())),
        |_| result.map_or_else(Vec::new, |(known, result)| replay(&known, &result)),
    );
    let Some(frame) = frames.get(*at).or(frames.last()).cloned() else {
        return html! {};
    };
    let last = frames.len() - 1;
    let place = (*at).min(last);
    let choose = {
        let (chosen, at) = (chosen.clone(), at.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            chosen.set(Some(select.value()));
            at.set(0);
        })
    };
    // The buttons stay where they are: one that goes while it is pressed would lose the focus.
    let go = |id: &'static str, to: usize| {
        let (at, is_idle) = (at.clone(), to == place);
        let onclick = Callback::from(move |_: MouseEvent| at.set(to));
        html! {
            <button type="button" class="button" data-testid={id} aria-disabled={is_idle.then_some("true")} {onclick}>
                { words.text(id) }</button>
        }
    };
    let number = (place.to_string(), last.to_string());
    html! {
        <section class="card" aria-labelledby="groups-replay" data-testid="groups-replay-card">
            <h2 id="groups-replay">{ words.text("groups-replay-title") }</h2>
            <div class="groups-line">
                <label class="groups-field">
                    <span>{ words.text("groups-replay-group") }</span>
                    <select data-testid="groups-replay-group" onchange={choose}>
                        { for groups.iter().map(|(own, name)| html! {
                            <option key={own.clone()} value={own.clone()} selected={Some(own) == key.as_ref()}>{ name }</option>
                        }) }
                    </select>
                </label>
                { go("groups-replay-first", 0) }
                { go("groups-replay-back", place.saturating_sub(1)) }
                { go("groups-replay-forward", (place + 1).min(last)) }
            </div>
            if !has_moves {
                <p class="soft">{ words.text("groups-replay-no-moves") }</p>
            }
            <div class="groups-frame" role="status" data-testid="groups-frame">
                <p class="soft">{ words.format("groups-replay-at", &[("step", &number.0), ("count", &number.1)]) }</p>
                <p><strong>{ moved_words(&words, &frame, place == 0) }</strong></p>
                <p class="groups-income">{ income_words(&words, frame.income) }{ " " }
                    if place > 0 {
                        { signed(&words, frame.income - frames[0].income) }
                    }
                </p>
            </div>
        </section>
    }
}

fn moved_words(words: &Words, frame: &ReplayFrame, is_start: bool) -> String {
    match frame.moved {
        Some((key, value)) => {
            let (name, value) = (words.key_name(key), words.value(key, value));
            words.format("groups-replay-moved", &[("name", &name), ("value", &value)])
        }
        None if is_start => words.text("groups-replay-start").to_string(),
        None => words.text("groups-replay-end").to_string(),
    }
}
