//! The end of a preview: what stands in the way of taking it, and the buttons.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Said, not_added};
use crate::app::effects::files;
use crate::app::effects::regions::{self, NotAdded};
use crate::app::effects::sheets::{self, SheetOrder};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::intake::{IntakeChoices, IntakeReply, Preview};

/// Properties of the end.
#[derive(Properties, PartialEq)]
pub struct TakeProps {
    /// The preview.
    pub preview: Rc<Preview>,
    /// The identifier of the region on the screen.
    pub region: AttrValue,
    /// True while the file is read again.
    pub is_busy: bool,
    /// Called once the region is to be kept.
    pub on_take: Callback<()>,
    /// Called when nothing is taken.
    pub on_back: Callback<()>,
}

/// The end of a preview.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let preview = &props.preview;
    let knows_totals = use_state_eq(|| false);
    let is_taking = use_state_eq(|| false);
    // The text of a region that takes another's place, once the reader was asked.
    let replacing = use_state_eq(|| None::<String>);
    let said = use_state_eq(|| None::<Said>);
    // The text of a region that the storage had no room for.
    let unkept = use_state_eq(|| None::<String>);
    {
        // Another reading is another region: what was agreed to is agreed to no more.
        let (replacing, said, unkept) = (replacing.setter(), said.setter(), unkept.setter());
        use_effect_with(Rc::as_ptr(preview) as usize, move |_| {
            replacing.set(None);
            said.set(None);
            unkept.set(None);
        });
    }
    let reasons = reasons(&words, preview, *knows_totals);
    let keep = {
        let (said, is_taking, unkept) = (said.setter(), is_taking.setter(), unkept.setter());
        let (words, on_take) = (words.clone(), props.on_take.clone());
        Callback::from(move |text: String| {
            let (said, is_taking, unkept) = (said.clone(), is_taking.clone(), unkept.clone());
            let (words, on_take) = (words.clone(), on_take.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let failed = match regions::add(&text).await {
                    Ok(id) => {
                        on_take.emit(());
                        let chosen = regions::choose(&id);
                        chosen.err().map(|fault| Said::storage(&words, &fault))
                    }
                    Err(failed) => {
                        let is_stored = !matches!(failed, NotAdded::Storage(_));
                        unkept.set(Some(text).filter(|_| !is_stored));
                        Some(not_added(&words, failed))
                    }
                };
                is_taking.set(false);
                said.set(failed);
            });
        })
    };
    let on_press = {
        let (said, is_taking, replacing) = (said.setter(), is_taking.setter(), replacing.setter());
        let (words, keep, region) = (words.clone(), keep.clone(), props.region.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, is_taking, region) = (said.clone(), is_taking.clone(), region.clone());
            let (replacing, words, keep) = (replacing.clone(), words.clone(), keep.clone());
            said.set(None);
            is_taking.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                let nothing = IntakeChoices::default();
                let around = (words.language(), &*region);
                match sheets::ask(SheetOrder::Take, &nothing, around).await {
                    Ok(IntakeReply::Taken(taken))
                        if regions::is_other_kept(&taken.id, &taken.text) =>
                    {
                        is_taking.set(false);
                        replacing.set(Some(taken.text));
                    }
                    Ok(IntakeReply::Taken(taken)) => keep.emit(taken.text),
                    _ => {
                        is_taking.set(false);
                        said.set(Some(Said::of(&words, "sheets-ended", Vec::new())));
                    }
                }
            });
        })
    };
    let on_replace = replacing.as_ref().map(|text| {
        let (text, is_taking) = (text.clone(), is_taking.setter());
        let keep = keep.clone();
        Callback::from(move |_: MouseEvent| {
            is_taking.set(true);
            keep.emit(text.clone());
        })
    });
    let on_file = unkept.as_ref().map(|text| {
        let (text, name) = (text.clone(), preview.filled.name.clone());
        let (said, words) = (said.setter(), words.clone());
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&name, "json");
            if files::save(&name, "application/json", &text).is_err() {
                said.set(Some(Said::of(&words, "library-save-failed", Vec::new())));
            }
        })
    });
    let on_known = {
        let knows_totals = knows_totals.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            knows_totals.set(input.checked());
        })
    };
    let name = &preview.filled.name;
    let label = match name.is_empty() {
        true => words.text("sheets-take-nothing").to_string(),
        false => words.format("sheets-take", &[("name", name)]),
    };
    let can_take = reasons.is_empty() && !props.is_busy && !*is_taking && replacing.is_none();
    html! {
        <div class="intake-end">
            if !preview.totals.is_empty() {
                <label class="intake-choice">
                    <input type="checkbox" checked={*knows_totals} onchange={on_known} data-testid="intake-known" />
                    <span>{ words.text("sheets-totals-known") }</span>
                </label>
            }
            <div role="alert" data-testid="intake-alert">
                if let Some(said) = &*said {
                    <p><strong>{ &said.sentence }</strong></p>
                    <ul class="region-faults">{ for said.details.iter().map(|it| html! { <li>{ it }</li> }) }</ul>
                }
                if on_replace.is_some() { <p>{ words.format("sheets-replaces", &[("name", name)]) }</p> }
            </div>
            if !reasons.is_empty() {
                <p id="intake-why" data-testid="intake-why">
                    { words.format("sheets-not-yet", &[("reasons", &reasons.join(&words.text("list-comma")))]) }
                </p>
            }
            <div class="intake-buttons">
                if let Some(on_file) = on_file {
                    <button type="button" class="button" data-testid="intake-file" onclick={on_file}>
                        { words.text("sheets-save-file") }
                    </button>
                }
                if let Some(on_replace) = on_replace {
                    <button type="button" class="button primary" disabled={*is_taking} data-testid="intake-replace"
                        onclick={on_replace}>{ words.text("sheets-replace") }</button>
                } else {
                    <button type="button" class="button primary" disabled={!can_take} data-testid="intake-take"
                        aria-describedby={(!reasons.is_empty()).then_some("intake-why")} onclick={on_press}>
                        { label }
                    </button>
                }
                <button type="button" class="button" data-testid="intake-back"
                    onclick={props.on_back.reform(|_: MouseEvent| ())}>{ words.text("sheets-cancel") }</button>
            </div>
        </div>
    }
}

/// The reasons for which the region can not be taken yet.
fn reasons(words: &Words, preview: &Preview, knows_totals: bool) -> Vec<String> {
    if preview.tables.is_empty() {
        return vec![words.text("sheets-why-table").to_string()];
    }
    let filled = &preview.filled;
    let reasons = [
        ("sheets-why-questions", preview.open_questions > 0),
        (
            "sheets-why-problems",
            !preview.problems.is_empty() || !filled.problems.is_empty(),
        ),
        ("sheets-why-missing", !filled.missing.is_empty()),
        (
            "sheets-why-totals",
            !preview.totals.is_empty() && !knows_totals,
        ),
    ];
    let all = reasons.into_iter().filter(|(_, holds)| *holds);
    let mut all: Vec<String> = all.map(|(id, _)| words.text(id).to_string()).collect();
    if all.is_empty() && !filled.is_ready {
        all.push(words.text("sheets-why-problems").to_string());
    }
    all
}
