//! The welcome on a first visit: what to do in a sentence, and three ways to begin. It is shown where the sources
//! of the gain will be, so that nothing moves when it goes.

use yew::prelude::*;

use crate::app::effects::first_visit;
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::scenario::examples::Example;

/// The ways to begin that lead out of the results.
#[derive(Clone, PartialEq)]
pub struct Ways {
    /// To the lever of coverage.
    pub coverage: Callback<()>,
    /// To the sources, where the user types own figures.
    pub sources: Callback<()>,
}

/// True on a first visit until a lever is moved; that one was moved is saved.
#[hook]
pub fn use_welcome(steps: u64, is_plan: bool) -> bool {
    let is_first = use_memo((), |()| first_visit::is_first());
    let first_steps = use_memo((), |()| steps);
    let is_over = use_mut_ref(|| false);
    let has_moved = *first_steps != steps;
    *is_over.borrow_mut() |= has_moved;
    use_effect_with(has_moved, |has_moved| {
        if *has_moved {
            first_visit::end();
        }
    });
    *is_first && is_plan && !*is_over.borrow()
}

/// The ways to begin.
#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    /// The ways out of the results.
    pub ways: Ways,
}

/// The sentence and the ways.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let example = {
        let act = page.act.clone();
        Callback::from(move |()| act.emit(Action::ChooseExample(Example::Together)))
    };
    let ways = [
        ("welcome-coverage", &props.ways.coverage),
        ("welcome-example", &example),
        ("welcome-sources", &props.ways.sources),
    ];
    let button = |(id, way): (&'static str, &Callback<()>)| {
        let way = way.clone();
        let class = match id {
            "welcome-coverage" => "button primary",
            _ => "button",
        };
        html! {
            <li><button type="button" {class} data-testid={id}
                onclick={move |_: MouseEvent| way.emit(())}>{ words.text(id) }</button></li>
        }
    };
    html! {
        <div class="welcome" data-testid="welcome">
            <h3>{ words.text("welcome-title") }</h3>
            <p>{ words.text("welcome-what") }</p>
            <ul>{ for ways.into_iter().map(button) }</ul>
        </div>
    }
}
