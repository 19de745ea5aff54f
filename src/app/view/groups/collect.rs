//! The ways in: pasted chats, files, and numbers that are called out.

use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::RecordProps;
use super::called::CalledForm;
use super::loading::{NamedText, read};
use super::news::ReadNews;
use super::record::{CollectAction, RecordHandle};
use crate::app::effects::{files, share};
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::app::view::dropped::{files as files_of, use_dropped_files};

/// The form.
#[component]
pub fn Collect(props: &RecordProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let record = &props.record;
    let field = use_node_ref();
    let is_over = use_state_eq(|| false);
    let take_text = {
        let record = record.clone();
        Callback::from(move |text: String| take(&record, vec![(None, text)]))
    };
    use_pasted(&take_text);
    let take_files = {
        let (record, act) = (record.clone(), page.act.clone());
        Callback::from(move |all: Vec<File>| {
            let (record, act) = (record.clone(), act.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let mut texts = Vec::new();
                for file in all {
                    match files::read_session(&file).await {
                        Ok(text) => texts.push((Some(file.name()), text)),
                        Err(news) => act.emit(Action::Notify(news)),
                    }
                }
                take(&record, texts);
            });
        })
    };
    use_dropped_files(
        {
            let is_over = is_over.setter();
            Callback::from(move |over| is_over.set(over))
        },
        take_files.clone(),
    );
    let onsubmit = {
        let (field, take_text) = (field.clone(), take_text.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                take_text.emit(area.value());
                area.set_value("");
            }
        })
    };
    let choose = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        take_files.emit(input.files().map(files_of).unwrap_or_default());
        // The same file may be chosen once more.
        input.set_value("");
    });
    html! {
        <section class={classes!("card", "groups-collect", is_over.then_some("over"))} aria-labelledby="groups-collect">
            <h2 id="groups-collect">{ words.text("groups-collect") }</h2>
            <form {onsubmit}>
                <label>
                    <span>{ words.text("groups-paste") }</span>
                    <textarea ref={field} rows="4" spellcheck="false" autocomplete="off" data-testid="groups-paste"
                        aria-describedby="groups-paste-hint" />
                </label>
                <p id="groups-paste-hint" class="hint">{ words.text("groups-paste-hint") }</p>
                <div class="groups-line">
                    <button class="button primary" data-testid="groups-read">{ words.text("groups-read") }</button>
                    <label class="button">
                        { words.text("groups-files") }
                        <input class="unseen" type="file" multiple=true accept=".txt,.json,text/plain,application/json"
                            data-testid="groups-files" onchange={choose} />
                    </label>
                    <span class="hint">{ words.text(if *is_over { "groups-drop-here" } else { "groups-drop" }) }</span>
                </div>
            </form>
            <div role="status" data-testid="groups-news">
                if let Some(news) = &record.news {
                    <ReadNews news={news.clone()} />
                }
            </div>
            if record.exercise().is_some() {
                <CalledForm record={record.clone()} />
            } else {
                <p class="hint">{ words.text("groups-exercise-none") }</p>
            }
        </section>
    }
}

/// Takes texts that are pasted anywhere on the page but in a field.
#[hook]
fn use_pasted(take: &Callback<String>) {
    let latest = use_mut_ref(|| take.clone());
    *latest.borrow_mut() = take.clone();
    use_effect_with((), move |()| {
        let listener = share::on_paste_first(move |text| {
            // Held no longer than for the copy: what it does draws this very component again.
            let take = latest.borrow().clone();
            take.emit(text);
            true
        });
        move || drop(listener)
    });
}

fn take(record: &RecordHandle, texts: Vec<NamedText>) {
    if texts.is_empty() {
        return;
    }
    let (known, dispatcher) = (record.known.clone(), record.dispatcher());
    wasm_bindgen_futures::spawn_local(async move {
        let taken = read(texts, &known).await;
        dispatcher.dispatch(CollectAction::Take(Box::new(taken)));
    });
}
