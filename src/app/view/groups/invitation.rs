//! The exercise's link and its code, for the chat and the projector.

use std::rc::Rc;

use yew::prelude::*;

use super::is_same;
use super::loading::shipped;
use crate::app::effects::{address, share};
use crate::app::view::context::use_page;
use crate::app::view::qr::QrCode;
use crate::app::view::results::chart_loader::use_chart_library;
use crate::exercise::collation::KnownExercise;
use crate::exercise::link::{write_own, write_shipped};

/// The longest address whose code a phone reads from a projected picture, in characters.
const MOST_IN_CODE: usize = 213;

/// Properties of the invitation.
#[derive(Properties)]
pub struct InvitationProps {
    /// The exercise.
    pub known: Rc<KnownExercise>,
    /// True where it is shown at once.
    pub is_open: bool,
}

impl PartialEq for InvitationProps {
    fn eq(&self, other: &Self) -> bool {
        is_same(&self.known, &other.known) && self.is_open == other.is_open
    }
}

/// The link and its code.
#[component]
pub fn Invitation(props: &InvitationProps) -> Html {
    let page = use_page();
    let words = &page.words;
    // The code's library comes with the charts', which are not drawn here.
    let library = use_chart_library();
    let copied = use_state_eq(|| None::<bool>);
    let link = use_state_eq(|| None::<AttrValue>);
    {
        let (link, known) = (link.setter(), props.known.clone());
        use_effect_with(props.known.mark.clone(), move |_| {
            wasm_bindgen_futures::spawn_local(async move {
                let exercise = &known.exercise;
                let fragment = match shipped(&known.mark).await {
                    Some(_) => write_shipped(&exercise.id, None, None),
                    None => write_own(exercise, None, None),
                };
                link.set(Some(address::passed_on(&fragment).into()));
            });
        });
    }
    let Some(link) = (*link).clone() else {
        return html! {};
    };
    let copy = {
        let (link, copied) = (link.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (link, copied) = (link.clone(), copied.clone());
            wasm_bindgen_futures::spawn_local(async move {
                copied.set(Some(share::copy(&link).await.is_ok()));
            });
        })
    };
    let said = match *copied {
        None => None,
        Some(true) => Some(words.text("share-copied")),
        Some(false) => Some(words.text("share-copy-by-hand")),
    };
    let fits = link.len() <= MOST_IN_CODE;
    html! {
        <details class="card groups-invite" open={props.is_open} data-testid="groups-invite">
            <summary>{ words.text("groups-invite") }</summary>
            <div class="groups-line">
                <input type="text" readonly=true value={link.clone()} data-testid="groups-link"
                    aria-label={words.text("groups-invite")} />
                <button type="button" class="button" data-testid="groups-invite-copy" onclick={copy}>
                    { words.text("groups-invite-copy") }</button>
            </div>
            <p class="soft" role="status">{ said }</p>
            if fits {
                // The code is drawn again once the library is there.
                <div key={format!("{:?}", *library)}><QrCode text={link} /></div>
            } else {
                <p>{ words.text("maker-no-code") }</p>
            }
        </details>
    }
}
