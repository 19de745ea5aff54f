//! A finished exercise: tried, as a link with its code, as files, and its papers.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::{files, share};
use crate::app::state::{Action, News, State};
use crate::app::view::context::use_page;
use crate::app::view::qr::QrCode;
use crate::exercise::Exercise;
use crate::exercise::judge::Judge;
use crate::exercise::link::write_own;
use crate::report::exercise::ExercisePaper;
use crate::report::markdown;

/// The longest address whose code a phone reads from a projected picture, in characters.
const MOST_IN_CODE: usize = 213;

/// Properties of what can be done with an exercise.
#[derive(Properties)]
pub struct PassOnProps {
    /// The exercise.
    pub exercise: Rc<Exercise>,
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario on the screen.
    pub address: AttrValue,
}

impl PartialEq for PassOnProps {
    fn eq(&self, other: &Self) -> bool {
        self.exercise == other.exercise && Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The buttons.
#[component]
pub fn PassOn(props: &PassOnProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let copied = use_state_eq(|| None::<bool>);
    let exercise = &props.exercise;
    let address = props.address.split('#').next().unwrap_or_default();
    let link = format!("{address}#{}", write_own(exercise, None, None));
    let length = link.chars().count();
    let title = exercise.title.filled(words.language(), |_| String::new());
    let copy = {
        let (link, copied) = (link.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (link, copied) = (link.clone(), copied.clone());
            wasm_bindgen_futures::spawn_local(async move {
                copied.set(Some(share::copy(&link).await.is_ok()));
            });
        })
    };
    let save = |name: String, media_type: &'static str, text: Rc<dyn Fn() -> String>| {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            if files::save(&name, media_type, &text()).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let file = {
        let exercise = exercise.clone();
        save(
            files::file_name(&title, "json"),
            "application/json",
            Rc::new(move || exercise.write()),
        )
    };
    let paper = |id: &'static str, is_handout: bool| {
        let (exercise, state, words, link) = (
            exercise.clone(),
            props.state.clone(),
            words.clone(),
            link.clone(),
        );
        let name = words.format(id, &[("title", &title)]);
        save(
            files::file_name(&name, "md"),
            "text/markdown",
            Rc::new(move || {
                let judge = Judge::new(&exercise, &state.region);
                let paper = ExercisePaper {
                    exercise: &exercise,
                    judge: &judge,
                    link: &link,
                    words: &words,
                };
                let document = match is_handout {
                    true => paper.handout(),
                    false => paper.trainer_notes(),
                };
                markdown::write(&document, &words)
            }),
        )
    };
    let said = match *copied {
        None => words.format("share-length", &[("count", &length.to_string())]),
        Some(true) => words.text("share-copied").to_string(),
        Some(false) => words.text("share-copy-by-hand").to_string(),
    };
    html! {
        <section class="maker-pass-on">
            <h3>{ words.text("maker-finished") }</h3>
            <div class="maker-buttons">
                <a class="button primary" href={link.clone()} target="_blank" rel="noopener" data-testid="maker-try">
                    { words.text("maker-try") }
                </a>
                <button type="button" class="button" data-testid="maker-save" onclick={file}>{ words.text("maker-save") }</button>
                <button type="button" class="button" data-testid="maker-handout"
                    onclick={paper("exercise-paper-handout", true)}>{ words.text("maker-handout") }</button>
                <button type="button" class="button" data-testid="maker-paper-notes"
                    onclick={paper("exercise-paper-notes", false)}>{ words.text("maker-paper-notes") }</button>
            </div>
            <div class="share-line">
                <input type="text" readonly=true value={link.clone()} data-testid="maker-link"
                    aria-label={words.text("exercise-paper-link")} />
                <button type="button" class="button" data-testid="maker-copy" onclick={copy}>{ words.text("share-copy") }</button>
            </div>
            <p class="soft" role="status">{ said }</p>
            if length <= MOST_IN_CODE {
                <QrCode text={link} />
            } else {
                <p>{ words.text("maker-no-code") }</p>
            }
        </section>
    }
}
