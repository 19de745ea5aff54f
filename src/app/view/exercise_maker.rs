//! An exercise made from the scenario on the screen: what is open and hidden is ticked, steps are written into a form, and it is
//! tried, saved and handed on. The file of an exercise is opened again to be written on.

mod fields;
mod lists;
mod outputs;
mod pass_on;
mod step;
mod values;

use std::rc::Rc;

use web_sys::{Element, FocusEvent, HtmlInputElement};
use yew::prelude::*;

use super::context::use_page;
use super::exercise_papers::OpenedPaper;
use super::modal::Modal;
use crate::app::effects::{files, storage};
use crate::app::state::{News, State};
use crate::app::words::Words;
use crate::exercise::Exercise;
use crate::exercise::card::Card;
use crate::exercise::draft::{DraftBound, DraftKind, DraftRemark, DraftStep, ExerciseDraft};
use crate::problem::Problem;
use crate::region::key::Key;
use fields::{FieldFaults, FieldName, area, edited, line, problems, shown, tick, ticked, ticks};
use lists::ListForm;
use outputs::{Offered, used};
use pass_on::PassOn;
use step::StepForm;
use values::values_choice;

/// The place of the draft in this tab's memory.
const DRAFT: &str = "exercise-draft";
/// The messages of the trainer's notes with their names in files, in their order.
const NOTES: [(&str, &str); 4] = [
    ("exercise-paper-aim", "aim"),
    ("exercise-paper-plan", "plan"),
    ("exercise-paper-mistakes", "mistakes"),
    ("exercise-paper-ask", "ask"),
];

/// Properties of the dialog.
#[derive(Properties)]
pub struct ExerciseMakerProps {
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario on the screen.
    pub address: AttrValue,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
    /// Called to put the exercise on paper.
    pub on_paper: Callback<OpenedPaper>,
    /// Opens the page that collects the results of groups.
    pub on_groups: Callback<()>,
}

impl PartialEq for ExerciseMakerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.address == other.address
    }
}

/// The faults that are shown: none before a field was left or the whole was asked for.
#[derive(Clone, Default, PartialEq)]
struct Seen {
    is_asked: bool,
    left: Vec<String>,
}

/// The dialog.
#[component]
pub fn ExerciseMaker(props: &ExerciseMakerProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = state.region.clone();
    let draft = use_state_eq(|| kept().unwrap_or_else(|| fresh(state)));
    let offered = use_memo(used(&draft), |used| Offered::of(words, &region, used));
    let seen = use_state_eq(Seen::default);
    let refused = use_state_eq(Vec::<String>::new);
    use_effect_with((*draft).clone(), |draft| {
        if let Ok(text) = serde_json::to_string(draft) {
            storage::remember_in_tab(DRAFT, &text);
        }
    });
    let change = {
        let draft = draft.setter();
        Callback::from(move |next: ExerciseDraft| draft.set(next))
    };
    let change_step = {
        let draft = draft.clone();
        Callback::from(move |change: MakerChange| {
            let mut next = (*draft).clone();
            change.apply(&mut next);
            draft.set(next);
        })
    };
    let plain = offered.with_decimals(&draft);
    let made = plain.exercise(&state.region, state.scenario(), words.language());
    let found = made.as_ref().err().cloned().unwrap_or_default();
    let faults = FieldFaults::of(&shown(words, &found, seen.is_asked, &seen.left));
    let version = state.scenario().vintage().unwrap_or(region.newest());
    let remarks = draft.remarks(version);
    let again = {
        let (draft, seen, refused, state) = (
            draft.setter(),
            seen.setter(),
            refused.setter(),
            state.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            draft.set(fresh(&state));
            seen.set(Seen::default());
            refused.set(Vec::new());
        })
    };
    let open = {
        let (draft, seen, refused) = (draft.setter(), seen.setter(), refused.setter());
        let (state, words) = (state.clone(), words.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (draft, seen, refused) = (draft.clone(), seen.clone(), refused.clone());
            let (state, words) = (state.clone(), words.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match opened(&words, &state, &file).await {
                    Ok(read) => {
                        draft.set(read);
                        seen.set(Seen::default());
                        refused.set(Vec::new());
                    }
                    Err(reasons) => refused.set(reasons),
                }
                // The same file may be chosen again once it was mended.
                input.set_value("");
            });
        })
    };
    let left = {
        let seen = seen.clone();
        Callback::from(move |event: FocusEvent| {
            let field: Element = event.target_unchecked_into();
            if let Some(place) = field.get_attribute("data-place")
                && !seen.left.contains(&place)
            {
                let mut next = (*seen).clone();
                next.left.push(place);
                seen.set(next);
            }
        })
    };
    let check = {
        let seen = seen.clone();
        Callback::from(move |_: MouseEvent| {
            seen.set(Seen {
                is_asked: true,
                ..(*seen).clone()
            });
        })
    };
    let add = {
        let change = change_step.clone();
        Callback::from(move |_: MouseEvent| change.emit(MakerChange::Add))
    };
    let name = |id: &'static str, place: &str| FieldName {
        label: words.text(id),
        place: place.to_owned(),
        testid: id.to_owned(),
    };
    let list = |set: fn(&mut ExerciseDraft, Vec<String>)| {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |list| {
            let mut next = draft.clone();
            set(&mut next, list);
            change.emit(next);
        })
    };
    let on_start = {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |start| {
            change.emit(ExerciseDraft {
                start,
                ..draft.clone()
            });
        })
    };
    let on_limits = {
        let (draft, change) = ((*draft).clone(), change.clone());
        Callback::from(move |limits: Vec<DraftBound>| {
            change.emit(ExerciseDraft {
                limits,
                ..draft.clone()
            });
        })
    };
    let lists = ListForm {
        words,
        offered: &offered,
        faults: &faults,
        mark: String::new(),
    };
    let funds_fixed = ticked(&*draft, &change, |draft, on| draft.funds_fixed = on);
    // The whole exercise's limits stand behind that on all funds.
    let limits_place = "limits";
    let steps = draft.steps.iter().enumerate().map(|(index, step)| {
        html! {
            <StepForm key={index} {index} step={step.clone()} count={draft.steps.len()} hidden={draft.hide.clone()}
                faults={faults.take(&format!("steps.{}", index + 1))} offered={offered.clone()} change={change_step.clone()} />
        }
    });
    let steps: Vec<Html> = steps.collect();
    let said = |remark: &DraftRemark| match remark {
        DraftRemark::OtherLanguages => words.text("maker-remark-languages").to_string(),
        DraftRemark::Numbers => words.text("maker-remark-numbers").to_string(),
        DraftRemark::OtherData(own) => words.format(
            "maker-remark-data",
            &[("own", &own.to_string()), ("now", &version.to_string())],
        ),
    };
    html! {
        <Modal title={words.text("maker-title")} on_close={props.on_close.clone()}>
            <div class="exercise-maker" onfocusout={left}>
                <p>{ words.text("maker-lead") }</p>
                <div class="maker-buttons">
                    <label class="button">
                        { words.text("maker-open-file") }
                        <input class="unseen" type="file" accept=".json,application/json" data-testid="maker-open-file"
                            onchange={open} />
                    </label>
                    <button type="button" class="button plain" data-testid="maker-again" onclick={again}>
                        { words.text("maker-again") }
                    </button>
                </div>
                <div role="status" data-testid="maker-remarks">
                    { for refused.iter().map(|reason| html! { <p class="remark refused">{ reason }</p> }) }
                    { for remarks.iter().map(|remark| html! { <p class="soft">{ said(remark) }</p> }) }
                </div>
                <div class="maker-fields">
                    { line(name("maker-name", "title"), &draft.title.text, &faults, edited(&*draft, &change, |draft, text| draft.title.text = text)) }
                    { line(name("maker-minutes", "minutes"), &draft.minutes, &faults, edited(&*draft, &change, |draft, text| draft.minutes = text)) }
                    { values_choice(words, ("maker-start", "maker-start".to_owned()), &draft.start, on_start) }
                </div>
                { ticks(words.format("maker-open", &[("count", &draft.open.len().to_string())]), "maker-open",
                    levers(state, &draft, words), &draft.open, &list(|draft, open| draft.open = open)) }
                { ticks(words.format("maker-hide", &[("count", &draft.hide.len().to_string())]), "maker-hide",
                    cards(words), &draft.hide, &list(|draft, hide| draft.hide = hide)) }
                <div>
                    { tick(words.text("maker-funds"), "maker-funds".to_owned(), draft.funds_fixed, funds_fixed) }
                    { lists.bounds(("maker-all-limits", "maker-more-limits", 0), limits_place, &draft.limits, &on_limits) }
                </div>
                <h3>{ words.text("exercise-paper-steps") }</h3>
                <ol class="maker-steps">{ for steps }</ol>
                { problems(&faults.take("steps")) }
                <button type="button" class="button" data-testid="maker-add" onclick={add}>{ words.text("maker-add") }</button>
                <details class="maker-notes">
                    <summary>{ words.text("maker-notes") }</summary>
                    { for NOTES.iter().enumerate().map(|(index, (id, part))| {
                        let on = edited(&*draft, &change, move |draft, text| draft.notes[index].text = text);
                        area(name(id, &format!("notes.{part}")), &draft.notes[index].text, &faults, on)
                    }) }
                </details>
                { match made {
                    Ok(exercise) => html! {
                        <PassOn exercise={Rc::new(exercise)} state={state.clone()} address={props.address.clone()}
                            on_paper={props.on_paper.clone()}
                            on_groups={props.on_groups.clone()} />
                    },
                    Err(_) => unfinished(words, &faults, check),
                } }
            </div>
        </Modal>
    }
}

/// The end of a form with faults: those that stand at no field, and the way to see all.
fn unfinished(words: &Words, faults: &FieldFaults, check: Callback<MouseEvent>) -> Html {
    html! {
        <section class="maker-pass-on">
            <p role="status">{ words.text("maker-unfinished") }</p>
            { problems(&faults.rest()) }
            <div class="maker-buttons">
                <button type="button" class="button primary" data-testid="maker-check" onclick={check}>
                    { words.text("maker-check") }
                </button>
            </div>
        </section>
    }
}

/// A change of the steps.
#[derive(Clone, PartialEq)]
pub enum MakerChange {
    /// A step more.
    Add,
    /// A step less.
    Remove(usize),
    /// A step before the one above it.
    Up(usize),
    /// Another content of a step.
    Step(usize, Box<DraftStep>),
}

impl MakerChange {
    fn apply(self, draft: &mut ExerciseDraft) {
        match self {
            Self::Add => {
                let output = draft.steps.first().map(|step| step.output.clone());
                draft.steps.push(DraftStep {
                    kind: DraftKind::Say,
                    ..DraftStep::about(&output.unwrap_or_default())
                });
            }
            Self::Remove(index) => drop(draft.steps.remove(index)),
            Self::Up(index) => draft.steps.swap(index - 1, index),
            Self::Step(index, step) => draft.steps[index] = *step,
        }
    }
}

fn kept() -> Option<ExerciseDraft> {
    serde_json::from_str(&storage::recall_in_tab(DRAFT)?).ok()
}

fn fresh(state: &State) -> ExerciseDraft {
    ExerciseDraft::of_scenario(&state.region, state.scenario())
}

/// The exercise of a file as a draft, or the reasons why it is none.
async fn opened(
    words: &Words,
    state: &State,
    file: &web_sys::File,
) -> Result<ExerciseDraft, Vec<String>> {
    let said = |problems: &[Problem]| problems.iter().map(|it| words.problem(it)).collect();
    let text = files::read(file).await.map_err(|news| match news {
        News::Refused(_, problems) => said(&problems),
        _ => vec![words.text("exercise-file-unread").to_string()],
    })?;
    let exercise = Exercise::read(&text, &[&state.region]).map_err(|problems| said(&problems))?;
    let draft = ExerciseDraft::of_exercise(&exercise, words.language());
    let offered = Offered::of(words, &state.region, &used(&draft));
    Ok(offered.with_typed(&draft, words))
}

/// The levers, and the assumptions that the scenario changes.
fn levers(state: &State, draft: &ExerciseDraft, words: &Words) -> Vec<(String, Rc<str>)> {
    let is_of = |key: &Key| {
        key.is_lever()
            || state.scenario().changed(*key).is_some()
            || draft.open.contains(&key.to_string())
    };
    let keys = state.region.parameters.keys().copied().filter(is_of);
    keys.map(|key| (key.to_string(), words.key_name(key)))
        .collect()
}

/// The cards with their names.
pub fn cards(words: &Words) -> Vec<(String, Rc<str>)> {
    let all = Card::NAMES.iter().zip(CARDS);
    all.map(|((_, name), id)| ((*name).to_owned(), words.text(id)))
        .collect()
}

/// The messages of the cards, in their order.
const CARDS: [&str; Card::NAMES.len()] = [
    "maker-card-headline",
    "maker-card-gain",
    "maker-card-gaps",
    "maker-card-targets",
    "maker-card-paths",
    "maker-card-steps",
    "maker-card-shares",
    "maker-card-flows",
    "maker-card-progress",
    "maker-card-marginal",
    "maker-card-channels",
    "maker-card-components",
    "maker-card-coverage",
    "maker-card-risk",
    "maker-card-years",
    "maker-card-changes",
    "maker-card-effects",
    "maker-card-explanations",
    "maker-card-planning",
    "maker-card-report",
    "maker-card-sources",
    "maker-card-looking-back",
];
