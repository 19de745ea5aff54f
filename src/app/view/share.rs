//! The dialog that passes the scenario on: link, copy, the system's share sheet, QR code.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use super::qr::QrCode;
use crate::app::effects::share;
use crate::app::state::{Action, News};

/// The link, and whether it carries the language.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The link of the scenario on the screen.
    pub address: AttrValue,
    /// Whether the link carries the language.
    pub language_in_link: bool,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

/// The share dialog.
#[component]
pub fn ShareDialog(props: &ShareProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let input = use_node_ref();
    let copied = use_state_eq(|| None::<bool>);
    use_effect_with(props.address.clone(), {
        let copied = copied.clone();
        move |_| copied.set(None)
    });
    let copy = {
        let (address, input, copied) = (props.address.clone(), input.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (address, input, copied) = (address.clone(), input.clone(), copied.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = share::copy(&address).await.is_ok();
                if !done && let Some(input) = input.cast::<HtmlInputElement>() {
                    // The reader can still copy what is selected by hand.
                    input.select();
                }
                copied.set(Some(done));
            });
        })
    };
    let system = {
        let (address, words, act) = (props.address.clone(), words.clone(), page.act.clone());
        Callback::from(move |_: MouseEvent| {
            let (address, words, act) = (address.clone(), words.clone(), act.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let title = words.text("app-title");
                if let Err(error) = share::share(&title, &address).await
                    && !is_abort(&error)
                {
                    act.emit(Action::Tell(News::Failed("share-failed")));
                }
            });
        })
    };
    let put_language = {
        let act = page.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            act.emit(Action::PutLanguageInLink(input.checked()));
        })
    };
    let select = Callback::from(|event: FocusEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.select();
    });
    let length = props.address.chars().count().to_string();
    let said = match *copied {
        None => words.format("share-length", &[("count", &length)]),
        Some(true) => words.text("share-copied").to_string(),
        Some(false) => words.text("share-copy-by-hand").to_string(),
    };
    html! {
        <Modal title={words.text("share-title")} on_close={props.on_close.clone()}>
            <p>{ words.text("share-what") }</p>
            <div class="share-line">
                <input ref={input} type="text" readonly=true value={props.address.clone()}
                    data-testid="share-address" onfocus={select}
                    aria-label={words.text("share-link")} />
                <button type="button" class="button primary" onclick={copy}>
                    { words.text("share-copy") }
                </button>
                if share::has_share_sheet() {
                    <button type="button" class="button" onclick={system}>
                        { words.text("share-system") }
                    </button>
                }
            </div>
            <p class="soft" role="status">{ said }</p>
            <label class="choice">
                <input type="checkbox" checked={props.language_in_link} onchange={put_language} />
                { words.text("share-language") }
            </label>
            <QrCode text={props.address.clone()} />
        </Modal>
    }
}

/// Whether the reader closed the share sheet, which is no failure.
fn is_abort(error: &wasm_bindgen::JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}
