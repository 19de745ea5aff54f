//! The dialog of exercises: those that come with the page, and files of own ones.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use crate::app::effects::{address, exercises, files};
use crate::app::state::{Action, News, Origin};
use crate::exercise::Exercise;
use crate::link::exercise::exercise_link;
use crate::problem::Problem;

/// Properties of the dialog.
#[derive(Properties, PartialEq)]
pub struct ExercisesProps {
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

/// The list while it is loaded.
#[derive(Clone, PartialEq)]
enum List {
    Loading,
    Failed,
    Read(Vec<Exercise>),
}

/// The dialog.
#[component]
pub fn ExercisesDialog(props: &ExercisesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let list = use_state_eq(|| List::Loading);
    {
        let list = list.setter();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                list.set(load().await.map_or(List::Failed, List::Read));
            });
        });
    }
    let open = {
        let (act, on_close) = (page.act.clone(), props.on_close.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (act, on_close) = (act.clone(), on_close.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let opened = match files::read(&file).await {
                    Ok(text) => go_to_file(&text).await.map_err(refused),
                    Err(news) => Err(news),
                };
                if let Err(news) = opened {
                    act.emit(Action::Notify(news));
                    on_close.emit(());
                }
            });
        })
    };
    let line = |exercise: &Exercise| {
        let title = exercise.title.filled(words.language(), |_| String::new());
        let id = exercise.id.clone();
        let start = {
            let id = id.clone();
            Callback::from(move |_: MouseEvent| exercises::go_to(&id))
        };
        html! {
            <li key={id.clone()}>
                <span>
                    <strong>{ title }</strong>
                    if let Some(minutes) = exercise.minutes {
                        { " " }<span class="soft">{ words.format("exercise-minutes", &[("minutes", &minutes.to_string())]) }</span>
                    }
                </span>
                <button type="button" class="button" data-testid={format!("exercise-start-{id}")} onclick={start}>
                    { words.text("exercises-start") }
                </button>
            </li>
        }
    };
    html! {
        <Modal title={words.text("exercises-title")} on_close={props.on_close.clone()}>
            <p>{ words.text("exercises-lead") }</p>
            { match &*list {
                List::Loading => html! { <p class="soft" role="status">{ words.text("chart-loading") }</p> },
                List::Failed => html! { <p role="alert">{ words.text("exercises-failed") }</p> },
                List::Read(all) if all.is_empty() => html! { <p>{ words.text("exercises-none") }</p> },
                List::Read(all) => html! { <ol class="exercise-list">{ for all.iter().map(line) }</ol> },
            } }
            <label class="button">
                { words.text("exercises-open") }
                <input class="unseen" type="file" accept=".json,.txt,application/json,text/plain" data-testid="open-exercise"
                    onchange={open} />
            </label>
        </Modal>
    }
}

/// The exercises that come with the page; one that does not fit the page's data is left out.
async fn load() -> Result<Vec<Exercise>, String> {
    let shipped = exercises::shipped(false).await?;
    let mut all = Vec::new();
    for id in shipped.ids() {
        if let Some(text) = shipped.text(id)
            && let Some(region) = exercises::region_of(&text).await
            && let Ok(exercise) = Exercise::read(&text, &[&region])
        {
            all.push(exercise);
        }
    }
    Ok(all)
}

/// Goes to the exercise of a file, or to a result that somebody saved as a text.
///
/// # Errors
/// What is wrong with it.
pub async fn go_to_file(text: &str) -> Result<(), Vec<Problem>> {
    if let Some(link) = exercise_link(text) {
        address::leave_for(&link);
        return Ok(());
    }
    exercises::go_to_own(&exercises::read_file(text).await?);
    Ok(())
}

fn refused(problems: Vec<Problem>) -> News {
    News::Refused(Origin::File, problems)
}
