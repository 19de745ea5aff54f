//! A link to an exercise that opens none: the reasons in words, and the ways on. It never becomes the plain calculator.

use yew::prelude::*;

use crate::app::effects::address;
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
}

/// The page.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    let words = &props.words;
    use_late_files(words.language(), words.language(), &Callback::noop());
    let leave = Callback::from(|_: MouseEvent| address::leave_for(""));
    let again = Callback::from(|_: MouseEvent| address::start_again());
    html! {
        <main class="exercise-broken">
            <section class="card" role="alert" aria-labelledby="exercise-broken" data-testid="exercise-broken">
                <h1 id="exercise-broken">{ words.text("exercise-broken") }</h1>
                <ul>{ for props.problems.iter().map(|problem| html! { <li>{ words.problem(problem) }</li> }) }</ul>
                <p>{ words.text("exercise-broken-how") }</p>
                <div class="exercise-ways">
                    <button type="button" class="button" onclick={again}>{ words.text("exercise-again") }</button>
                    <button type="button" class="button" data-testid="exercise-leave" onclick={leave}>
                        { words.text("exercise-leave") }</button>
                </div>
            </section>
        </main>
    }
}
