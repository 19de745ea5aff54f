//! One step of an explanation: name, value, formula, what it comes from, evidence.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::explain::tape::NodeId;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::i18n::explain::{Explanation, FormulaPiece, InputOrigin};

/// The identifier of the step's heading.
const HEADING: &str = "explain-step";

/// A step.
#[derive(Properties, PartialEq)]
pub struct StepProps {
    /// Its explanation.
    pub explanation: Explanation,
    /// Called with the step that the reader opens.
    pub on_open: Callback<NodeId>,
}

/// One step of an explanation.
#[component]
pub fn Step(props: &StepProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let explanation = &props.explanation;
    let formula = |heading: &str, pieces: &[FormulaPiece], test: &'static str| {
        html! {
            if !pieces.is_empty() {
                <section>
                    <h4>{ words.text(heading) }</h4>
                    <p class="formula" data-testid={test}>
                        { for pieces.iter().map(|piece| self::piece(piece, &props.on_open)) }
                    </p>
                </section>
            }
        }
    };
    html! {
        <>
            <div class="explain-figure">
                <h3 id={HEADING} tabindex="-1" autofocus=true data-testid="explain-name">{ &explanation.name }</h3>
                <p>
                    <strong class="number" data-testid="explain-value">{ &explanation.value }</strong>
                    { mark(words, explanation.known) }
                    if let Some(exact) = &explanation.exact { <span class="soft exact">{ exact }</span> }
                </p>
                if let Some(note) = &explanation.note {
                    <p class="explain-note" data-testid="explain-note">{ note }</p>
                }
            </div>
            { formula("explain-formula", &explanation.words, "explain-words") }
            { formula("explain-numbers", &explanation.numbers, "explain-numbers") }
            if !explanation.sources.is_empty() {
                <section>
                    <h4>{ words.text("explain-inputs") }</h4>
                    <ul class="explain-sources">
                        { for explanation.sources.iter().map(|source| {
                            let (on_open, node) = (props.on_open.clone(), source.node);
                            html! {
                                <li key={node}>
                                    <button type="button" data-testid="explain-source"
                                        onclick={move |_: MouseEvent| on_open.emit(node)}>
                                        <span>{ &source.name }</span>
                                        { mark(words, source.known) }
                                        <span class="number">{ &source.value }</span>
                                    </button>
                                </li>
                            }
                        }) }
                    </ul>
                </section>
            }
            if !explanation.evidence.is_empty() {
                <dl class="evidence" data-testid="explain-evidence">
                    { for explanation.evidence.iter().map(|(heading, text)| html! {
                        <div><dt>{ heading }</dt><dd>{ text }</dd></div>
                    }) }
                </dl>
            }
        </>
    }
}

/// A part of a formula; what has a name can be opened.
fn piece(piece: &FormulaPiece, on_open: &Callback<NodeId>) -> Html {
    match piece {
        FormulaPiece::Plain(text) => html! { { text } },
        FormulaPiece::Link(node, text) => {
            let (on_open, node) = (on_open.clone(), *node);
            html! {
                <button type="button" class="formula-link"
                    onclick={move |_: MouseEvent| on_open.emit(node)}>{ text }</button>
            }
        }
    }
}

/// The mark of how an input is known.
fn mark(words: &Words, known: Option<InputOrigin>) -> Html {
    let Some(known) = known else {
        return html! {};
    };
    let class = match known {
        InputOrigin::Region(status) => status.name(),
        InputOrigin::Own => "own",
        InputOrigin::Tried => "tried",
    };
    html! { <span class={classes!("status", class)}>{ words.known(known) }</span> }
}

/// Moves the focus to the step's heading, so that a screen reader reads the new one and goes on from there. The
/// heading is the same element for every step.
pub fn focus_step() {
    let heading = gloo::utils::document().get_element_by_id(HEADING);
    if let Some(heading) = heading.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let focused = heading.focus();
        debug_assert!(focused.is_ok(), "the heading takes the focus");
    }
}
