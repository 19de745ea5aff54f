//! The dialog of everything that is saved, and of files: save, open, name, delete, paste a link.

mod elsewhere;
mod files;
mod lists;
pub mod row;
mod unreadable;

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, StorageEvent, SubmitEvent};
use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use crate::app::effects::{entries, presence, regions};
use crate::app::state::{Action, News, State};
use crate::scenario::name::clean_name;
use files::{Files, PasteLink};
pub use files::{SaveFile, SaveProps};
use lists::Lists;

/// The state whose scenario is saved or replaced.
#[derive(Properties)]
pub struct SavedScenariosProps {
    /// The whole state.
    pub state: Rc<State>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

impl PartialEq for SavedScenariosProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.on_close == other.on_close
    }
}

/// The dialog of everything that is saved.
#[component]
pub fn SavedScenariosDialog(props: &SavedScenariosProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let region = props.state.region.clone();
    let list = {
        let region = region.clone();
        use_state_eq(move || entries::all(&region))
    };
    let in_use = use_state_eq(BTreeSet::new);
    let known_regions = use_state_eq(Vec::new);
    {
        let known_regions = known_regions.setter();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                known_regions.set(regions::list().await.unwrap_or_default());
            });
        });
    }
    let refresh = {
        let (list, in_use) = (list.clone(), in_use.clone());
        use_callback((), move |(), ()| {
            list.set(entries::all(&region));
            let in_use = in_use.clone();
            wasm_bindgen_futures::spawn_local(async move {
                in_use.set(presence::in_use_elsewhere().await.unwrap_or_default());
            });
        })
    };
    {
        // Another tab may keep or delete something while the dialog is open.
        let refresh = refresh.clone();
        use_effect_with((), move |()| {
            refresh.emit(());
            let listener = EventListener::new(&gloo::utils::window(), "storage", move |event| {
                let event = event.dyn_ref::<StorageEvent>();
                if event.is_some_and(entries::concerns_entries) {
                    refresh.emit(());
                }
            });
            move || drop(listener)
        });
    }
    html! {
        <Modal title={words.text("library-title")} on_close={props.on_close.clone()}>
            <KeepForm state={props.state.clone()} on_kept={refresh.clone()} />
            { match &*list {
                Ok(list) => html! {
                    <Lists state={props.state.clone()} list={list.clone()} in_use={(*in_use).clone()}
                        known_regions={(*known_regions).clone()}
                        on_close={props.on_close.clone()} on_changed={refresh} />
                },
                Err(_) => html! { <p>{ words.text("notice-storage-blocked") }</p> },
            } }
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
            let name = clean_name(&draft);
            if name.is_empty() {
                return;
            }
            match entries::save(&state, &name) {
                Ok(kept) => {
                    let other_name = kept != name;
                    page.act.emit(Action::Saved(kept));
                    let said = if other_name {
                        "library-kept-beside"
                    } else {
                        "library-done"
                    };
                    page.act.emit(Action::Notify(News::Done(said)));
                }
                Err(fault) => page.act.emit(Action::Notify(News::StorageFailed(fault))),
            }
            on_kept.emit(());
        })
    };
    let new = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.act.emit(Action::Unnamed);
            page.act
                .emit(Action::Notify(News::Done("library-unnamed-done")));
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
