//! An exercise on paper as a page of its own, as it will be printed: the handout for participants and the trainer's notes, which no
//! participant's link has.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::keys::use_escape;
use super::report::paper::{Paper, Written};
use crate::app::effects::files;
use crate::app::state::{Action, News};
use crate::app::words::Words;
use crate::exercise::Exercise;
use crate::exercise::judge::Judge;
use crate::region::Region;
use crate::report::document::Document;
use crate::report::exercise::ExercisePaper;
use crate::report::markdown;

/// The papers of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// The handout for participants.
    Handout,
    /// The trainer's notes, with the results.
    TrainerNotes,
}

impl PaperKind {
    /// Both, with the name of the button that shows it and its message.
    pub const ALL: [(Self, &str); 2] = [
        (Self::Handout, "maker-handout"),
        (Self::TrainerNotes, "maker-paper-notes"),
    ];
}

/// An exercise that is put on paper.
#[derive(Clone)]
pub struct OpenedPaper {
    /// The exercise, with the trainer's notes.
    pub exercise: Rc<Exercise>,
    /// Its region.
    pub region: Rc<Region>,
    /// The link for participants, as a whole address.
    pub link: AttrValue,
    /// The paper that is shown first.
    pub kind: PaperKind,
}

impl PartialEq for OpenedPaper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.exercise, &other.exercise)
            && Rc::ptr_eq(&self.region, &other.region)
            && (&self.link, self.kind) == (&other.link, other.kind)
    }
}

impl OpenedPaper {
    fn write(&self, kind: PaperKind, words: &Words) -> Document {
        let judge = Judge::new(&self.exercise, &self.region);
        let paper = ExercisePaper {
            exercise: &self.exercise,
            judge: &judge,
            link: &self.link,
            words,
        };
        match kind {
            PaperKind::Handout => paper.handout(),
            PaperKind::TrainerNotes => paper.trainer_notes(),
        }
    }
}

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct ExercisePapersProps {
    /// The exercise.
    pub paper: OpenedPaper,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
}

/// The page.
#[component]
pub fn ExercisePapersPage(props: &ExercisePapersProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let kind = use_state_eq(|| props.paper.kind);
    let document = use_memo(
        (props.paper.clone(), *kind, words.clone()),
        |(paper, kind, words)| paper.write(*kind, words),
    );
    let title = use_node_ref();
    use_cover(&title);
    use_window_title(&document.title, words);
    let cover = use_node_ref();
    use_escape(&cover, &props.on_close);
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let print = Callback::from(|_: MouseEvent| {
        // A browser without a printer has no dialog to show; the file remains.
        let _may_fail = gloo::utils::window().print();
    });
    let save = {
        let (act, document, words) = (page.act.clone(), document.clone(), words.clone());
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&document.title, "md");
            let text = markdown::write(&document, &words);
            if files::save(&name, "text/markdown;charset=utf-8", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let choice = |(which, id): (PaperKind, &'static str)| {
        let is_chosen = *kind == which;
        let kind = kind.setter();
        let onclick = Callback::from(move |_: MouseEvent| kind.set(which));
        html! {
            <button type="button" class="button"
                aria-pressed={is_chosen.to_string()} data-testid={format!("paper-{id}")} {onclick}>
                { words.text(id) }
            </button>
        }
    };
    html! {
        <div ref={cover} class="cover-page report-page exercise-papers">
            <header class="report-tools" aria-label={words.text("exercise-paper-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="paper-close" onclick={close}>
                        { words.text("exercise-paper-close") }
                    </button>
                    <button type="button" class="button primary" data-testid="paper-print" onclick={print}>
                        { words.text("report-print") }
                    </button>
                    <button type="button" class="button" data-testid="paper-markdown" onclick={save}>
                        { words.text("report-save-markdown") }
                    </button>
                </div>
                <div class="report-actions" role="group" aria-label={words.text("exercise-paper-which")}>
                    { for PaperKind::ALL.into_iter().map(choice) }
                </div>
            </header>
            <main class="report-desk" aria-labelledby="report-title">
                <Paper document={Written(document.clone())} {title} />
            </main>
        </div>
    }
}
