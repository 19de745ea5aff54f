//! Files and links that are opened here, and the scenario as a file.

use std::rc::Rc;

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use crate::app::effects::exercises::go_to_file;
use crate::app::effects::{address, boot, files, regions};
use crate::app::state::{Action, News, Opened, Origin, State};
use crate::app::view::context::{Context, use_page};
use crate::app::view::store::StoreMessage;
use crate::exercise::looks_like_exercise;
use crate::link;
use crate::link::exercise::exercise_link;
use crate::problem::Problem;
use crate::region::Region;
use crate::scenario::file;

/// Sends an action and closes the dialog.
fn finish(page: &Context, on_close: &Callback<()>, action: Action) {
    page.act.emit(action);
    on_close.emit(());
}

/// The state, and what to call when something was opened.
#[derive(Properties)]
pub struct OpenProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when something was opened.
    pub on_close: Callback<()>,
}

impl PartialEq for OpenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.on_close == other.on_close
    }
}

/// A button that saves the scenario to a file.
#[component]
pub fn SaveFile(props: &SaveProps) -> Html {
    let page = use_page();
    let save = {
        let (page, state) = (page.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| {
            let name = state.shown_name();
            let text = file::write_whole(&state.region, state.scenario(), name, &state.extras);
            let unnamed = page.words.text("scenario-unnamed");
            let name = files::file_name(name.unwrap_or(&unnamed), "json");
            if files::save(&name, "application/json", &text).is_err() {
                page.act
                    .emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    html! {
        <button type="button" class="button" data-testid="save-file" onclick={save}>
            { page.words.text("library-save") }
        </button>
    }
}

/// The state.
#[derive(Properties)]
pub struct SaveProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for SaveProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The ways to and from files.
#[component]
pub fn Files(props: &OpenProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let open = {
        let (page, state) = (page.clone(), props.state.clone());
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (page, state, on_close) = (page.clone(), state.clone(), on_close.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let action = match files::read(&chosen).await {
                    Ok(text) if is_of_exercises(&text) => match go_to_file(&text).await {
                        Ok(()) => return,
                        Err(problems) => refused(Origin::File, problems),
                    },
                    Ok(text) => match elsewhere(&state.region, &text).await {
                        Some(link) => {
                            address::leave_for(&link);
                            return;
                        }
                        None => opened_file(&state, &text),
                    },
                    Err(news) => Action::Notify(news),
                };
                finish(&page, &on_close, action);
            });
        })
    };
    html! {
        <section>
            <h3>{ words.text("library-files") }</h3>
            <div class="library-files">
                <SaveFile state={props.state.clone()} />
                <label class="button">
                    { words.text("library-open") }
                    <input class="unseen" type="file" accept=".json,.txt,application/json,text/plain"
                        data-testid="open-file" onchange={open} />
                </label>
            </div>
        </section>
    }
}

/// True for the file of an exercise, and for a text with the link of one or of a result.
fn is_of_exercises(text: &str) -> bool {
    looks_like_exercise(text) || exercise_link(text).is_some()
}

/// The link to go to for a text of another region that is known here.
async fn elsewhere(shown: &Region, text: &str) -> Option<String> {
    match file::looks_like_file(text) {
        true => regions::file_elsewhere(shown, text).await,
        false => regions::link_elsewhere(shown, text),
    }
}

/// The action for a file's text; a file may also hold nothing but a link.
fn opened_file(state: &State, text: &str) -> Action {
    if !file::looks_like_file(text) && link::looks_like_link(text) {
        return match boot::read_link(&state.region, text) {
            Ok((opened, _)) => Action::Open(Box::new(opened)),
            Err(problems) => refused(Origin::File, problems),
        };
    }
    match file::read(&state.region, text) {
        Ok(read) => Action::Open(Box::new(Opened {
            saved: read.scenario.clone(),
            saved_extras: None,
            scenario: read.scenario,
            // A file without drafts leaves the reader's own where they are.
            extras: Some(read.extras).filter(|extras| !extras.is_usual()),
            name: None,
            given: read.name,
            origin: Origin::File,
            problems: read.problems,
            figures_changed: None,
        })),
        Err(problem) => refused(Origin::File, vec![problem]),
    }
}

fn refused(origin: Origin, problems: Vec<Problem>) -> Action {
    Action::Notify(News::Refused(origin, problems))
}

/// A field that a link is pasted into.
#[component]
pub fn PasteLink(props: &OpenProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let input = use_node_ref();
    let open = {
        let (page, input) = (page.clone(), input.clone());
        let on_close = props.on_close.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(element) = input.cast::<HtmlInputElement>() else {
                return;
            };
            if let Some(link) = exercise_link(&element.value()) {
                address::leave_for(&link);
                return;
            }
            page.store.dispatch(StoreMessage::OpenLink(element.value()));
            on_close.emit(());
        })
    };
    html! {
        <form class="library-paste" onsubmit={open}>
            <label>
                { words.text("library-paste") }
                <input ref={input} type="text" required=true data-testid="paste-link"
                    autocomplete="off" spellcheck="false" />
            </label>
            <button class="button">{ words.text("library-paste-open") }</button>
        </form>
    }
}
