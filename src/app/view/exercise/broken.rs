//! A link to an exercise that opens none: the reasons in words, and the ways on. It never becomes the plain calculator.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::effects::exercises::{self, WantedExercise};
use crate::app::effects::{address, files};
use crate::app::state::News;
use crate::app::view::late_files::use_late_files;
use crate::app::words::Words;
use crate::problem::Problem;

/// The reasons.
#[derive(Properties, PartialEq)]
pub struct BrokenProps {
    /// The words.
    pub words: Words,
    /// The problems.
    pub problems: Vec<Problem>,
    /// The exercise whose file would help.
    pub wanted: Option<WantedExercise>,
}

/// The page.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    let words = &props.words;
    use_late_files(words.language(), words.language(), &Callback::noop());
    let leave = Callback::from(|_: MouseEvent| address::leave_for(""));
    let again = Callback::from(|_: MouseEvent| address::start_again());
    let refused = use_state_eq(Vec::<String>::new);
    let on_file = props.wanted.clone().map(|wanted| {
        let (words, refused) = (words.clone(), refused.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            // The same file may be chosen again once it was mended.
            let (words, refused, wanted) = (words.clone(), refused.clone(), wanted.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match opened(&words, &wanted, &file).await {
                    Ok(()) => address::start_again(),
                    Err(reasons) => refused.set(reasons),
                }
                input.set_value("");
            });
        })
    });
    html! {
        <main class="exercise-broken">
            <section class="card" role="alert" aria-labelledby="exercise-broken" data-testid="exercise-broken">
                <h1 id="exercise-broken">{ words.text("exercise-broken") }</h1>
                <ul>{ for props.problems.iter().map(|problem| html! { <li>{ words.problem(problem) }</li> }) }</ul>
                if on_file.is_none() {
                    <p>{ words.text("exercise-broken-how") }</p>
                }
                <div class="exercise-ways">
                    if let Some(onchange) = on_file {
                        <label class="button primary">
                            { words.text("exercises-open") }
                            <input class="unseen" type="file" accept=".json,application/json"
                                data-testid="exercise-wanted" {onchange} />
                        </label>
                    }
                    <button type="button" class="button" onclick={again}>{ words.text("exercise-again") }</button>
                    <button type="button" class="button" data-testid="exercise-leave" onclick={leave}>
                        { words.text("exercise-leave") }</button>
                </div>
                <div role="status">
                    { for refused.iter().map(|reason| html! { <p class="remark refused">{ reason }</p> }) }
                </div>
            </section>
        </main>
    }
}

/// Takes the file of the wanted exercise, or says why it is not that.
async fn opened(
    words: &Words,
    wanted: &WantedExercise,
    file: &web_sys::File,
) -> Result<(), Vec<String>> {
    let text = files::read(file).await.map_err(|news| match news {
        News::Refused(_, problems) => said(words, &problems),
        _ => vec![words.text("exercise-file-unread").to_string()],
    })?;
    let exercise = exercises::read_file(&text).await;
    let exercise = exercise.map_err(|problems| said(words, &problems))?;
    if !wanted.is(&exercise) {
        let title = exercise.title.filled(words.language(), |_| String::new());
        let arguments = [
            ("title", &*title),
            ("id", &*exercise.id),
            ("sum", &*exercise.fingerprint()),
        ];
        return Err(vec![words.format("exercise-file-other", &arguments)]);
    }
    exercises::remember(&exercise);
    Ok(())
}

fn said(words: &Words, problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|it| words.problem(it)).collect()
}
