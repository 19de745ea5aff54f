//! The second window: it shows what the calculator's window sends, and reports its keys there.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use web_sys::{KeyboardEvent, Window};
use yew::prelude::*;

use super::keyboard::{key_of, use_window_keys};
use super::light::use_light;
use super::stage::ProjectedStage;
use crate::app::effects::{page_file, projector};
use crate::app::presentation::Curtain;
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::messages::{ProjectorMessage, ProjectorReport};

/// Interval between two looks for the calculator's window, in milliseconds.
const LOOK_MS: u32 = 1_000;

/// Properties of the window.
#[derive(Properties, PartialEq)]
struct ScreenProps {
    calculator: Window,
}

/// Puts the second window's picture into the page.
pub fn mount(calculator: Window) {
    let document = gloo::utils::document();
    let root = document
        .get_element_by_id("app")
        .unwrap_or_else(|| gloo::utils::body().into());
    root.set_inner_html("");
    wasm_bindgen_futures::spawn_local(async {
        // Without its style the picture is still there to be read.
        let _may_fail = page_file::use_later_style().await;
    });
    yew::Renderer::<Screen>::with_root_and_props(root, ScreenProps { calculator }).render();
}

#[component]
fn Screen(props: &ScreenProps) -> Html {
    let shown = use_state(|| None::<Rc<ProjectorMessage>>);
    let is_lost = use_state_eq(|| false);
    let node = use_node_ref();
    use_light(true);
    {
        let (shown, is_lost) = (shown.setter(), is_lost.setter());
        use_effect_with(props.calculator.clone(), move |calculator| {
            let heard = projector::on_projection(calculator, move |projection| {
                shown.set(Some(Rc::new(projection)));
            });
            projector::report(calculator, ProjectorReport::Ready);
            let calculator = calculator.clone();
            let looks = Interval::new(LOOK_MS, move || {
                is_lost.set(projector::is_gone(&calculator))
            });
            move || drop((heard, looks))
        });
    }
    use_effect_with((*shown).clone(), |shown| {
        let document = gloo::utils::document();
        if let Some(shown) = shown {
            document.set_title(&shown.window_title);
            if let Some(root) = document.document_element() {
                let set = root.set_attribute("lang", &shown.language);
                debug_assert!(set.is_ok(), "the language is an attribute like any other");
            }
        }
    });
    let curtain = shown.as_ref().map_or(Curtain::Open, |shown| shown.curtain);
    let report = {
        let calculator = props.calculator.clone();
        Callback::from(move |key| projector::report(&calculator, ProjectorReport::Key(key)))
    };
    use_window_keys({
        let report = report.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(key) = key_of(&event, curtain, false) {
                event.prevent_default();
                report.emit(key);
            }
        })
    });
    let on_curtain = {
        let report = report.clone();
        Callback::from(move |()| report.emit(PresentationKey::Any))
    };
    let to_full = Callback::from(|_: MouseEvent| projector::enter_full_screen());
    let Some(projection) = (*shown).clone() else {
        return html! {};
    };
    html! {
        <main class="projector screen">
            <ProjectedStage projection={projection.clone()} {node} {on_curtain} curtain_label={projection.region_label.clone()} />
            <button type="button" class="button to-full" data-testid="to-full" onclick={to_full}>{ &projection.full_label }</button>
            if *is_lost { <p class="projector-notice" role="alert">{ &projection.lost }</p> }
        </main>
    }
}
