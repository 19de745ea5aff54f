//! The dialog that passes the scenario on: link, copy, the system's share sheet, a text to paste, QR code, file.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use super::qr::QrCode;
use super::saved_scenarios::SaveFile;
use crate::app::effects::{regions, share};
use crate::app::state::{Action, News, State};
use crate::link::reach::Reach;
use crate::region::Region;

/// The link, and whether it carries the language.
#[derive(Properties)]
pub struct ShareProps {
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario on the screen.
    pub address: AttrValue,
    /// True where the link carries the language.
    pub language_in_link: bool,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
    /// Opens the form in which the scenario becomes an exercise; none where the dialog stands over another page.
    #[prop_or_default]
    pub on_exercise: Option<Callback<()>>,
}

impl PartialEq for ShareProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.address == other.address
            && self.language_in_link == other.language_in_link
    }
}

/// The share dialog.
#[component]
pub fn ShareDialog(props: &ShareProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let (link, text) = (use_node_ref(), use_node_ref());
    let copied = use_state_eq(|| None::<bool>);
    use_effect_with(props.address.clone(), {
        let copied = copied.clone();
        move |_| copied.set(None)
    });
    let (page_address, fragment) = match props.address.split_once('#') {
        Some((page_address, fragment)) => (page_address.to_owned(), format!("#{fragment}")),
        None => (props.address.to_string(), String::new()),
    };
    let copy = |what: &str, field: &NodeRef| {
        let (what, field, copied) = (what.to_owned(), field.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (what, field, copied) = (what.clone(), field.clone(), copied.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = share::copy(&what).await.is_ok();
                if !done {
                    // The reader can still copy what is selected by hand.
                    if let Some(field) = field.get() {
                        select(&field);
                    }
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
                    act.emit(Action::Notify(News::Failed("share-failed")));
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
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target() {
            select(&field);
        }
    });
    let make_exercise = props.on_exercise.clone();
    let make_exercise =
        make_exercise.map(|open| Callback::from(move |_: MouseEvent| open.emit(())));
    let length = props.address.chars().count().to_string();
    let said = match *copied {
        None => words.format("share-length", &[("count", &length)]),
        Some(true) => words.text("share-copied").to_string(),
        Some(false) => words.text("share-copy-by-hand").to_string(),
    };
    let reach = share::reach();
    let is_file = reach == Reach::File;
    let warning = match reach {
        Reach::Others => None,
        Reach::ThisMachine(host) => Some(words.format("share-local", &[("host", &host)])),
        Reach::File => Some(words.text("share-local-file").to_string()),
    };
    let how_to_paste = match is_file {
        true => words.text("share-text-how-file").to_string(),
        false => words.format("share-text-how", &[("address", &page_address)]),
    };
    html! {
        <Modal title={words.text("share-title")} on_close={props.on_close.clone()}>
            if !is_file {
                <p>{ words.text("share-what") }</p>
            }
            if let Some(warning) = warning {
                <p class="share-warning" data-testid="share-local">{ warning }</p>
            }
            if let Some((id, is_warning)) = of_region(&props.state.region) {
                <p class={classes!(is_warning.then_some("share-warning"))} data-testid="share-own-region">
                    { words.format(id, &[("region", props.state.region.name.in_language(words.language()))]) }
                </p>
            }
            if !is_file {
                <div class="share-line">
                    <input ref={link.clone()} type="text" readonly=true value={props.address.clone()}
                        data-testid="share-address" onfocus={onfocus.clone()}
                        aria-label={words.text("share-link")} />
                    <button type="button" class="button primary" data-testid="share-copy" onclick={copy(&props.address, &link)}>
                        { words.text("share-copy") }
                    </button>
                    if share::has_share_sheet() {
                        <button type="button" class="button" onclick={system}>
                            { words.text("share-system") }
                        </button>
                    }
                </div>
            }
            <p class="soft" role="status">{ said }</p>
            <label class="choice">
                <input type="checkbox" checked={props.language_in_link} onchange={put_language} />
                { words.text("share-language") }
            </label>
            if !is_file {
                <p>{ words.text("share-stripped") }</p>
            }
            <section>
                <h3>{ words.text("share-text") }</h3>
                <label for="share-text" class="share-how">
                    { how_to_paste }
                </label>
                <textarea id="share-text" ref={text.clone()} readonly=true rows="3" value={fragment.clone()}
                    spellcheck="false" data-testid="share-text" {onfocus} />
                <div class="share-line">
                    <button type="button" class="button" data-testid="share-copy-text" onclick={copy(&fragment, &text)}>
                        { words.text("share-copy-text") }
                    </button>
                    <SaveFile state={props.state.clone()} />
                </div>
            </section>
            if !is_file {
                <QrCode text={props.address.clone()} />
            }
            if let Some(make_exercise) = make_exercise {
                <section>
                    <p>{ words.text("maker-from-scenario-what") }</p>
                    <button type="button" class="button" data-testid="make-exercise" onclick={make_exercise}>
                        { words.text("maker-from-scenario") }
                    </button>
                </section>
            }
        </Modal>
    }
}

/// Selects the text of a field.
fn select(field: &JsValue) {
    let select = js_sys::Reflect::get(field, &"select".into());
    if let Ok(Ok(select)) = select.map(JsCast::dyn_into::<js_sys::Function>) {
        // What can't be selected can still be marked by hand.
        let _may_fail = select.call0(field);
    }
}

/// True where the reader closed the share sheet, which is no failure.
fn is_abort(error: &JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}

/// The message on the region's own figures, and whether something has to be sent beside the link.
fn of_region(region: &Region) -> Option<(&'static str, bool)> {
    match &region.own {
        Some(own) if own.tables().is_empty() => Some(("share-carries-region", false)),
        Some(_) => Some(("share-carries-region-without-tables", true)),
        None => regions::shown().map(|_| ("share-own-region", true)),
    }
}
