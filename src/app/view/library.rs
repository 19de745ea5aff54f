//! The dialog of kept scenarios and files: keep, open, delete, save to a file, paste a link.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::context::{Context, use_page};
use super::modal::Modal;
use crate::app::effects::{boot, files, work};
use crate::app::state::{Action, News, Opened, Origin, State};
use crate::link;
use crate::problem::Problem;
use crate::scenario::file;

/// The state whose scenario is kept or replaced.
#[derive(Properties)]
pub struct LibraryProps {
    /// The whole state.
    pub state: Rc<State>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

impl PartialEq for LibraryProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.on_close == other.on_close
    }
}

/// Sends an action and closes the dialog.
fn finish(page: &Context, on_close: &Callback<()>, action: Action) {
    page.act.emit(action);
    on_close.emit(());
}

/// The dialog of kept scenarios and files.
#[component]
pub fn LibraryDialog(props: &LibraryProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let names = use_state_eq(work::names);
    {
        // Another tab may keep or delete a scenario while the dialog is open.
        let names = names.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::window(), "storage", move |_| {
                names.set(work::names());
            });
            move || drop(listener)
        });
    }
    let refresh = {
        let names = names.clone();
        Callback::from(move |()| names.set(work::names()))
    };
    html! {
        <Modal title={words.text("library-title")} on_close={props.on_close.clone()}>
            <KeepForm state={props.state.clone()} on_kept={refresh.clone()} />
            <section>
                <h3>{ words.text("library-kept") }</h3>
                { match &*names {
                    Ok(names) if names.is_empty() => html! {
                        <p class="soft">{ words.text("library-empty") }</p>
                    },
                    Ok(names) => html! {
                        <ul class="library-list">
                            { for names.iter().map(|name| html! {
                                <KeptScenario key={name.clone()} name={name.clone()}
                                    state={props.state.clone()} on_close={props.on_close.clone()}
                                    on_changed={refresh.clone()} />
                            }) }
                        </ul>
                    },
                    Err(_) => html! { <p>{ words.text("notice-storage-blocked") }</p> },
                } }
            </section>
            <Files state={props.state.clone()} on_close={props.on_close.clone()} />
            <PasteLink state={props.state.clone()} on_close={props.on_close.clone()} />
        </Modal>
    }
}

/// The state, and what to call when the list changed.
#[derive(Properties)]
struct KeepProps {
    state: Rc<State>,
    on_kept: Callback<()>,
}

impl PartialEq for KeepProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn KeepForm(props: &KeepProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    // What is typed is held here: a state that settles meanwhile must not put the old name back.
    let known_name = props.state.name.clone().unwrap_or_default();
    let draft = use_state_eq(|| known_name.clone());
    {
        let draft = draft.clone();
        use_effect_with(known_name, move |name| draft.set(name.clone()));
    }
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(input.value());
        })
    };
    let keep = {
        let (page, state, draft) = (page.clone(), props.state.clone(), draft.clone());
        let on_kept = props.on_kept.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = file::clean_name(&draft);
            if name.is_empty() {
                return;
            }
            let known = (state.name.as_deref() == Some(&name)).then_some(&state.kept);
            match work::keep_as(&state, &name, known) {
                Ok(kept) => {
                    let other_name = kept != name;
                    page.act.emit(Action::Kept(kept));
                    let said = if other_name {
                        "library-kept-beside"
                    } else {
                        "library-done"
                    };
                    page.act.emit(Action::Tell(News::Done(said)));
                }
                Err(fault) => page.act.emit(Action::Tell(News::StorageFailed(fault))),
            }
            on_kept.emit(());
        })
    };
    let new = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.act.emit(Action::Unnamed);
            page.act
                .emit(Action::Tell(News::Done("library-unnamed-done")));
        })
    };
    html! {
        <form class="library-keep" onsubmit={keep}>
            <label>
                { words.text("library-name") }
                <input type="text" maxlength="80" value={(*draft).clone()} oninput={on_input} required=true
                    data-testid="keep-name" autocomplete="off" />
            </label>
            <button class="button primary" data-testid="keep">{ words.text("library-keep") }</button>
            if props.state.name.is_some() {
                <button type="button" class="button" onclick={new}>
                    { words.text("library-unname") }
                </button>
            }
        </form>
    }
}

/// One kept scenario.
#[derive(Properties)]
struct KeptProps {
    name: String,
    state: Rc<State>,
    on_close: Callback<()>,
    on_changed: Callback<()>,
}

impl PartialEq for KeptProps {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn KeptScenario(props: &KeptProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let asked = use_state_eq(|| false);
    let open = {
        let (page, state, name) = (page.clone(), props.state.clone(), props.name.clone());
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| {
            let mut news = Vec::new();
            match work::open(&state.region, &name, &mut news) {
                Ok(Some(found)) => {
                    let opened = Opened {
                        kept: found.scenario.clone(),
                        scenario: found.scenario,
                        extras: None,
                        name: found.name,
                        origin: Origin::Storage,
                        problems: found.problems,
                        figures_changed: None,
                    };
                    finish(&page, &on_close, Action::Open(opened));
                }
                Ok(None) if news.is_empty() => {
                    finish(&page, &on_close, Action::Tell(News::Failed("library-gone")));
                }
                Ok(None) => on_close.emit(()),
                Err(fault) => {
                    finish(&page, &on_close, Action::Tell(News::StorageFailed(fault)));
                }
            }
            for item in news {
                page.act.emit(Action::Tell(item));
            }
        })
    };
    let ask = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(!*asked))
    };
    let delete = {
        let (page, name) = (page.clone(), props.name.clone());
        let on_changed = props.on_changed.clone();
        Callback::from(move |_: MouseEvent| {
            if let Err(fault) = work::delete(&name) {
                page.act.emit(Action::Tell(News::StorageFailed(fault)));
            }
            on_changed.emit(());
        })
    };
    let is_open = props.state.name.as_ref() == Some(&props.name);
    html! {
        <li class={classes!(is_open.then_some("current"))}>
            <button type="button" class="button plain kept-name" onclick={open}>
                <bdi>{ &props.name }</bdi>
            </button>
            if *asked {
                <button type="button" class="button" onclick={delete}>
                    { words.text("library-delete-sure") }
                </button>
            }
            <button type="button" class="button plain" onclick={ask} aria-expanded={asked.to_string()}
                aria-label={(!*asked).then(|| words.format("library-delete", &[("name", &props.name)]))}>
                { words.text(if *asked { "library-delete-not" } else { "library-delete-short" }) }
            </button>
        </li>
    }
}

/// The state, and what to call when something was opened.
#[derive(Properties)]
struct OpenProps {
    state: Rc<State>,
    on_close: Callback<()>,
}

impl PartialEq for OpenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.on_close == other.on_close
    }
}

#[component]
fn Files(props: &OpenProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let save = {
        let (page, state) = (page.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| {
            let name = state.name.as_deref();
            let text = file::write_with(&state.region, state.scenario(), name, &state.extras);
            let unnamed = page.words.text("scenario-unnamed");
            let name = files::file_name(state.name.as_deref().unwrap_or(&unnamed), "json");
            if files::save(&name, "application/json", &text).is_err() {
                page.act
                    .emit(Action::Tell(News::Failed("library-save-failed")));
            }
        })
    };
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
                    Ok(text) => opened_file(&state, &text),
                    Err(_) => Action::Tell(News::Failed("library-read-failed")),
                };
                finish(&page, &on_close, action);
            });
        })
    };
    html! {
        <section>
            <h3>{ words.text("library-files") }</h3>
            <div class="library-files">
                <button type="button" class="button" data-testid="save-file" onclick={save}>
                    { words.text("library-save") }
                </button>
                <label class="button">
                    { words.text("library-open") }
                    <input class="unseen" type="file" accept=".json,application/json"
                        data-testid="open-file" onchange={open} />
                </label>
            </div>
        </section>
    }
}

/// The action for a file's text; a file may also hold nothing but a link.
fn opened_file(state: &State, text: &str) -> Action {
    if !text.trim_start().starts_with('{') && link::looks_like_link(text) {
        return match boot::read_link(&state.region, text) {
            Ok((opened, _)) => Action::Open(opened),
            Err(problems) => told(Origin::File, problems),
        };
    }
    match file::read(&state.region, text) {
        Ok(read) => Action::Open(Opened {
            kept: read.scenario.clone(),
            scenario: read.scenario,
            // A file without a tray leaves the reader's own where it is.
            extras: Some(read.extras).filter(|extras| !extras.is_usual()),
            name: None,
            origin: Origin::File,
            problems: read.problems,
            figures_changed: None,
        }),
        Err(problem) => told(Origin::File, vec![problem]),
    }
}

fn told(origin: Origin, problems: Vec<Problem>) -> Action {
    Action::Tell(News::Refused(origin, problems))
}

#[component]
fn PasteLink(props: &OpenProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let input = use_node_ref();
    let open = {
        let (page, state, input) = (page.clone(), props.state.clone(), input.clone());
        let on_close = props.on_close.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(element) = input.cast::<HtmlInputElement>() else {
                return;
            };
            let action = match boot::read_link(&state.region, &element.value()) {
                Ok((opened, _)) => Action::Open(opened),
                Err(problems) => told(Origin::Link, problems),
            };
            finish(&page, &on_close, action);
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
