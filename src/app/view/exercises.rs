//! The dialog of exercises: those that come with the page, and files of own ones.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::use_page;
use super::exercise_papers::{OpenedPaper, PaperKind};
use super::modal::Modal;
use crate::app::effects::exercises::{self, go_to_file};
use crate::app::effects::{address, files, groups};
use crate::app::state::{Action, News, Origin};
use crate::exercise::Exercise;
use crate::exercise::link::{write_own, write_shipped};
use crate::problem::Problem;

/// Properties of the dialog.
#[derive(Properties, PartialEq)]
pub struct ExercisesProps {
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
    /// Called to put an exercise on paper.
    pub on_paper: Callback<OpenedPaper>,
    /// Opens the page that collects the results of groups.
    pub on_groups: Callback<()>,
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
    let print_file = {
        let (act, on_paper, on_close) = (
            page.act.clone(),
            props.on_paper.clone(),
            props.on_close.clone(),
        );
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (act, on_paper, on_close) = (act.clone(), on_paper.clone(), on_close.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let opened = match files::read(&file).await {
                    Ok(text) => paper_of_file(&text).await.map_err(refused),
                    Err(news) => Err(news),
                };
                match opened {
                    Ok(opened) => on_paper.emit(opened),
                    Err(news) => {
                        act.emit(Action::Notify(news));
                        on_close.emit(());
                    }
                }
            });
        })
    };
    let paper = |id: &str, (kind, name): (PaperKind, &'static str)| {
        let (act, on_paper, id) = (page.act.clone(), props.on_paper.clone(), id.to_owned());
        let button = format!("{name}-{id}");
        let onclick = Callback::from(move |_: MouseEvent| {
            let (act, on_paper, id) = (act.clone(), on_paper.clone(), id.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match paper_of(&id, kind).await {
                    Some(opened) => on_paper.emit(opened),
                    None => act.emit(Action::Notify(News::Failed("exercises-failed"))),
                }
            });
        });
        html! {
            <button type="button" class="button" data-testid={button} {onclick}>{ words.text(name) }</button>
        }
    };
    let line = |exercise: &Exercise| {
        let title = exercise.title.filled(words.language(), |_| String::new());
        let id = exercise.id.clone();
        let start = {
            let id = id.clone();
            Callback::from(move |_: MouseEvent| exercises::go_to(&id))
        };
        let collect = {
            let (exercise, on_groups) = (exercise.clone(), props.on_groups.clone());
            Callback::from(move |_: MouseEvent| {
                groups::begin_with(&exercise);
                on_groups.emit(());
            })
        };
        html! {
            <li key={id.clone()}>
                <span>
                    <strong>{ title }</strong>
                    if let Some(minutes) = exercise.minutes {
                        { " " }<span class="soft">{ words.format("exercise-minutes", &[("minutes", &minutes.to_string())]) }</span>
                    }
                </span>
                <span class="exercise-ways">
                    <button type="button" class="button primary" data-testid={format!("exercise-start-{id}")} onclick={start}>
                        { words.text("exercises-start") }
                    </button>
                    <button type="button" class="button" data-testid={format!("exercise-groups-{id}")} onclick={collect}>
                        { words.text("groups-of-exercise") }
                    </button>
                    { for PaperKind::ALL.into_iter().map(|kind| paper(&id, kind)) }
                </span>
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
            <button type="button" class="button" data-testid="open-groups" onclick={props.on_groups.reform(|_: MouseEvent| ())}>
                { words.text("groups-open") }
            </button>
            <label class="button">
                { words.text("exercises-open") }
                <input class="unseen" type="file" accept=".json,.txt,application/json,text/plain" data-testid="open-exercise"
                    onchange={open} />
            </label>
            <label class="button">
                { words.text("exercises-print") }
                <input class="unseen" type="file" accept=".json,application/json" data-testid="print-exercise"
                    onchange={print_file} />
            </label>
        </Modal>
    }
}

/// The exercises that come with the page; one that does not fit the page's data is left out.
pub(super) async fn load() -> Result<Vec<Exercise>, String> {
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

/// A paper of a shipped exercise; none where a file of the page did not come.
async fn paper_of(id: &str, kind: PaperKind) -> Option<OpenedPaper> {
    let shipped = exercises::shipped(true).await.ok()?;
    let region = exercises::region_of(&shipped.text(id)?).await?;
    let exercise = shipped.exercise(id, &[&region]).ok()?;
    Some(OpenedPaper {
        exercise: Rc::new(exercise),
        region: Rc::new(region),
        link: address::with_fragment(&write_shipped(id, None, None)).into(),
        kind,
    })
}

/// The handout of an exercise's file, the trainer's notes beside it.
async fn paper_of_file(text: &str) -> Result<OpenedPaper, Vec<Problem>> {
    let exercise = exercises::read_file(text).await?;
    // Without its region it would have been refused.
    let region = exercises::region_of(text).await.ok_or_else(Vec::new)?;
    let link = address::with_fragment(&write_own(&exercise, None, None));
    Ok(OpenedPaper {
        exercise: Rc::new(exercise),
        region: Rc::new(region),
        link: link.into(),
        kind: PaperKind::Handout,
    })
}

fn refused(problems: Vec<Problem>) -> News {
    News::Refused(Origin::File, problems)
}
