//! A finished exercise: tried, as a link with its code, as files, and its papers.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::effects::{files, groups, share};
use crate::app::state::{Action, News, State};
use crate::app::view::context::use_page;
use crate::app::view::exercise_papers::{OpenedPaper, PaperKind};
use crate::app::view::qr::QrCode;
use crate::exercise::Exercise;
use crate::exercise::link::write_own;

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
    /// Called to put it on paper.
    pub on_paper: Callback<OpenedPaper>,
    /// Opens the page that collects the results of groups.
    pub on_groups: Callback<()>,
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
    let paper = |(kind, id): (PaperKind, &'static str)| {
        let opened = OpenedPaper {
            exercise: exercise.clone(),
            region: props.state.region.clone(),
            link: link.clone().into(),
            kind,
        };
        let on_paper = props.on_paper.clone();
        let onclick = Callback::from(move |_: MouseEvent| on_paper.emit(opened.clone()));
        html! {
            <button type="button" class="button" data-testid={id} {onclick}>{ words.text(id) }</button>
        }
    };
    let collect = {
        let (exercise, on_groups) = (exercise.clone(), props.on_groups.clone());
        Callback::from(move |_: MouseEvent| {
            groups::begin_with(&exercise);
            on_groups.emit(());
        })
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
                { for PaperKind::ALL.into_iter().map(paper) }
                <button type="button" class="button" data-testid="maker-groups" onclick={collect}>{ words.text("groups-of-exercise") }</button>
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
