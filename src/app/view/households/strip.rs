//! An open register on the main page: its figures follow the levers, and it can be let go from there, too.

use yew::prelude::*;

use super::book::{self, use_book};
use super::said::{figure, people};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::parts::sentence;
use crate::app::view::shared::Shared;
use crate::app::view::tools;

/// Properties of the strip.
#[derive(Properties, PartialEq)]
pub struct RegisterStripProps {
    /// The state that is followed.
    pub state: Shared<State>,
}

/// The strip; nothing where no register is open.
#[component]
pub fn RegisterStrip(props: &RegisterStripProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    let of = (
        Shared(props.state.results.clone()),
        book.opened.as_ref().map(|opened| opened.id),
        book.choices.clone(),
    );
    let state = props.state.0.clone();
    use_effect_with(of, move |(_, opened, _)| {
        if opened.is_some() {
            book::follow(&state);
        }
    });
    if book.opened.is_none() {
        return html! {};
    }
    html! {
        <section class="card register-strip" aria-label={words.text("foot-households")} data-testid="register-strip">
            if let Some(figures) = &book.figures {
                <p>
                    { sentence(&words, "register-strip", &[
                        ("year", html! { { figures.year.to_string() } }),
                        ("plan", html! { <strong>{ people(&words, figures.plan.under.map(|it| it.people)) }</strong> }),
                        ("scenario", html! { <strong>{ people(&words, figures.scenario.under.map(|it| it.people)) }</strong> }),
                        ("line", html! { { figure(&words, Some(figures.line)) } }),
                    ]) }
                </p>
            }
            <p class="soft" role="status">
                if book.is_slow { { words.text("register-computing") } }
            </p>
            <div class="register-line">
                { tools::households_button(&words, "register-strip-open", "button") }
                <button type="button" class="button" data-testid="register-strip-forget"
                    onclick={|_: MouseEvent| book::forget()}>{ words.text("register-forget") }</button>
            </div>
        </section>
    }
}
