//! The end of an exercise: what was answered, and the result to hand in as a link, a text, a file or a code.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::action_button;
use super::props::StateProps;
use crate::app::effects::{address, exercises, files, share};
use crate::app::exercise::result_lines;
use crate::app::state::{Action, ExerciseAction, News, Ongoing, State};
use crate::app::view::context::use_page;
use crate::app::view::qr::QrCode;
use crate::app::view::results::chart_loader::use_chart_library;
use crate::app::words::Words;

/// The longest text of a code that a phone still reads off a screen, in bytes.
const MOST_IN_CODE: usize = 412;

/// The sources of a result.
struct Finished {
    state: Rc<State>,
    words: Words,
}

impl PartialEq for Finished {
    fn eq(&self, other: &Self) -> bool {
        let attempt = |it: &Self| it.state.exercise.as_ref().map(|it| it.attempt.clone());
        self.words == other.words && attempt(self) == attempt(other)
    }
}

impl Finished {
    fn handed(&self) -> Handed {
        let ongoing = self.state.exercise.as_ref();
        ongoing.map_or_else(Handed::default, |ongoing| Handed {
            lines: result_lines(&self.words, &self.state.region, ongoing),
            link: address::passed_on(&exercises::result_link(ongoing)),
        })
    }
}

/// A result in words, and its link.
#[derive(Default)]
struct Handed {
    lines: Vec<String>,
    link: String,
}

/// The end.
#[component]
pub fn Finish(props: &StateProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let state = &props.state;
    // The code's library comes with the charts', which may all be hidden.
    let library = use_chart_library();
    let copied = use_state_eq(|| None::<bool>);
    let field = use_node_ref();
    // Judging every step costs much, and the end is drawn again for a mere notice.
    let handed = use_memo(
        Finished {
            state: state.clone(),
            words: words.clone(),
        },
        |finished| finished.handed(),
    );
    let Some(ongoing) = state.exercise.clone() else {
        return html! {};
    };
    let (lines, link) = (&handed.lines, handed.link.clone());
    let text = handed_in(&words, state, &ongoing, lines, &link);
    let copy = {
        let (text, copied, field) = (text.clone(), copied.setter(), field.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, copied, field) = (text.clone(), copied.clone(), field.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = share::copy(&text).await.is_ok();
                if !done && let Some(area) = field.cast::<HtmlTextAreaElement>() {
                    // The reader can still copy what is selected by hand.
                    area.select();
                }
                copied.set(Some(done));
            });
        })
    };
    let save = {
        let (text, act) = (text.clone(), page.act.clone());
        let name = [
            Some(words.text("exercise-result-file").to_string()),
            Some(ongoing.exercise.id.clone()),
            ongoing.attempt.group.clone(),
        ];
        let name = name.into_iter().flatten().collect::<Vec<_>>().join("-");
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&name, "txt");
            if files::save(&name, "text/plain", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let said = match *copied {
        None => None,
        Some(true) => Some(words.text("share-copied")),
        Some(false) => Some(words.text("share-copy-by-hand")),
    };
    let fits = link.len() <= MOST_IN_CODE;
    html! {
        <section class="card exercise-step" aria-labelledby="exercise-step" data-testid="exercise-finish">
            <progress max="1" value="1" aria-label={words.text("exercise-progress")}></progress>
            <h2 id="exercise-step" tabindex="-1">
                { words.text(if ongoing.is_result { "exercise-is-result" } else { "exercise-finish" }) }
                if let Some(group) = &ongoing.attempt.group {
                    <span class="soft">{ words.format("exercise-of-group", &[("group", group)]) }</span>
                }
            </h2>
            <ol class="exercise-lines" data-testid="exercise-lines">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ol>
            <p class="soft">{ words.text("exercise-practice") }</p>
            <h3>{ words.text("exercise-hand-in") }</h3>
            <p>{ words.text("exercise-hand-in-how") }</p>
            <textarea ref={field} readonly=true rows="4" value={text} spellcheck="false"
                aria-label={words.text("exercise-hand-in")} data-testid="exercise-result-text" />
            <div class="exercise-ways">
                <button type="button" class="button primary" data-testid="exercise-copy" onclick={copy}>
                    { words.text("exercise-copy") }</button>
                <button type="button" class="button" data-testid="exercise-save" onclick={save}>
                    { words.text("exercise-save") }</button>
            </div>
            <p class="soft" role="status">{ said }</p>
            if fits {
                // The code is drawn again once the library is there.
                <div key={format!("{:?}", *library)}><QrCode text={link} /></div>
            } else {
                <p class="soft">{ words.text("exercise-no-code") }</p>
            }
            if !ongoing.is_result {
                <div class="exercise-ways">
                    { action_button(&page, &words, ("exercise-back", ""), ExerciseAction::Back) }
                </div>
            }
        </section>
    }
}

/// The text that is handed in: what it is, what was answered, and the link that the trainer's page reads.
fn handed_in(
    words: &Words,
    state: &State,
    ongoing: &Ongoing,
    lines: &[String],
    link: &str,
) -> String {
    let language = words.language();
    let title = ongoing.exercise.title.filled(language, |_| String::new());
    let group = ongoing.attempt.group.clone();
    let group = group.unwrap_or_else(|| words.text("exercise-group-none").to_string());
    let region = state.region.name.in_language(language);
    let head = words.format(
        "exercise-result-head",
        &[("title", &title), ("region", region), ("group", &group)],
    );
    let mut all = vec![head];
    all.extend(lines.iter().cloned());
    all.push(link.to_owned());
    all.join("\n")
}
