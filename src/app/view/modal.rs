//! A dialog over the page: the browser's own, which keeps the focus and closes on Escape.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::use_page;

/// A dialog's title, content and what happens when it closes.
#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// The title.
    pub title: AttrValue,
    /// Called when the reader closes it in any way.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// A dialog that is open as long as it is drawn.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let page = use_page();
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(element) = dialog.cast::<HtmlDialogElement>()
            && !element.open()
            && element.show_modal().is_err()
        {
            // A browser without modal dialogs shows it in the page instead.
            element.set_open(true);
        }
    });
    use_effect_with(dialog.clone(), |dialog| {
        let listeners = dialog
            .cast::<HtmlDialogElement>()
            .map(|element| stays_while_composing(&element));
        move || drop(listeners)
    });
    let on_close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: Event| on_close.emit(()))
    };
    let on_button = {
        let dialog = dialog.clone();
        let on_close = props.on_close.clone();
        Callback::from(
            move |_: MouseEvent| match dialog.cast::<HtmlDialogElement>() {
                // Closed by the browser, it gives the focus back to where it came from, and calls back.
                Some(element) if element.open() => element.close(),
                _ => on_close.emit(()),
            },
        )
    };
    html! {
        <dialog ref={dialog} class="modal" aria-labelledby="modal-title" onclose={on_close}>
            <div class="modal-head">
                <h2 id="modal-title">{ &props.title }</h2>
                <button type="button" class="button plain modal-close" onclick={on_button}
                    aria-label={page.words.text("close")}>{ "✕" }</button>
            </div>
            <div class="modal-body">{ props.children.clone() }</div>
        </dialog>
    }
}

/// Keeps a dialog open where Escape was meant for an input method.
fn stays_while_composing(dialog: &HtmlDialogElement) -> [EventListener; 3] {
    let is_composing = Rc::new(Cell::new(false));
    let set = |value: bool| {
        let is_composing = is_composing.clone();
        move |_: &Event| is_composing.set(value)
    };
    let options = EventListenerOptions::enable_prevent_default();
    let is_open = is_composing.clone();
    [
        EventListener::new(dialog, "compositionstart", set(true)),
        EventListener::new(dialog, "compositionend", set(false)),
        EventListener::new_with_options(dialog, "cancel", options, move |event| {
            if is_open.get() {
                event.prevent_default();
            }
        }),
    ]
}
