//! The way to an invented city, for whoever has no tables at hand.

use yew::prelude::*;

use super::{Said, added};
use crate::app::effects::regions::{self, Listed};
use crate::app::view::context::use_page;
use crate::invented;

/// Properties of the way.
#[derive(Clone, Properties, PartialEq)]
pub struct InventedCityProps {
    /// The region that the program comes with.
    pub built_in: Listed,
    /// Called with a failure.
    pub tell: Callback<Option<Said>>,
}

/// A button that opens the invented city; one that is kept already is opened as it was left.
#[component]
pub fn InventedCity(props: &InventedCityProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let onclick = {
        let (words, props) = (words.clone(), props.clone());
        Callback::from(move |_: MouseEvent| {
            let id = invented::id(invented::USUAL_SEED);
            if regions::is_known(&id) {
                let chosen = regions::choose(&id).err();
                props
                    .tell
                    .emit(chosen.map(|fault| Said::storage(&words, &fault)));
                return;
            }
            let Ok(default) = &props.built_in.region else {
                return;
            };
            let text = invented::in_words(default, &words, invented::USUAL_SEED).write();
            let (words, tell) = (words.clone(), props.tell.clone());
            wasm_bindgen_futures::spawn_local(async move {
                tell.emit(added(&words, &text).await);
            });
        })
    };
    html! {
        <section class="region-files">
            <p class="soft">{ words.text("regions-invented-about") }</p>
            <div class="library-files">
                <button type="button" class="button" data-testid="invented-city" {onclick}>
                    { words.text("regions-invented") }
                </button>
            </div>
        </section>
    }
}
