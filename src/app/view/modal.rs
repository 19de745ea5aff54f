//! A dialog over the page: the browser's own, which keeps the focus and closes on Escape.

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
    /// What it shows.
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
    let on_close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: Event| on_close.emit(()))
    };
    let on_button = {
        let dialog = dialog.clone();
        let on_close = props.on_close.clone();
        Callback::from(
            move |_: MouseEvent| match dialog.cast::<HtmlDialogElement>() {
                // Closed by the browser, it gives the focus back to where it came from, and tells.
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
