//! Averages of the register beside the published ones, and offered in their place.

use yew::prelude::*;

use super::book::use_book;
use super::overview::FiguresProps;
use super::said;
use crate::app::effects::corrections::correct;
use crate::app::households::OpenedRegister;
use crate::app::view::context::use_page;
use crate::app::view::regions::not_added_lines;
use crate::app::words::Words;
use crate::region::key::Component;
use crate::register::figures::{ComparedFigure, RegisterAverages};
use crate::register::message::RegisterForm;
use crate::register::offer::{RegisterOffer, offers};

/// The part of the page.
#[component]
pub fn AveragesPart(props: &FiguresProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    let said = use_state_eq(Vec::<String>::new);
    let is_taking = use_state_eq(|| false);
    let Some(opened) = book.opened.clone() else {
        return html! {};
    };
    let offers = offers(&props.state.region, &props.figures.register);
    let is_invented = opened.preview.form == RegisterForm::Invented;
    let take = |offer: RegisterOffer| {
        let (state, words, said) = (props.state.clone(), words.clone(), said.setter());
        let (is_taking, opened) = (is_taking.setter(), opened.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, words, said) = (state.clone(), words.clone(), said.clone());
            let is_taking = is_taking.clone();
            let correction = offer.correction(source(&words, &opened), basis(&words, &offer));
            is_taking.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                if let Err(failed) = correct(&state, &[correction], words.language()).await {
                    said.set(not_added_lines(&words, failed));
                    is_taking.set(false);
                }
            });
        })
    };
    let view = |offer: &RegisterOffer| {
        let name = words.key_name(offer.key).to_string();
        let named = [
            ("now", &*words.value_if_known(offer.key, offer.present)),
            ("then", &words.value(offer.key, offer.value)),
        ];
        let is_same = offer.present == Some(offer.value);
        html! {
            <li class="register-offer" data-testid="register-offer">
                <span><strong>{ &name }</strong>{ " " }{ words.format("register-offer", &named) }</span>
                if is_same {
                    <span class="badge">{ words.text("register-offer-same") }</span>
                } else {
                    <button type="button" class="button" disabled={*is_taking || is_invented} data-testid={format!("register-take-{}", offer.key)}
                        aria-label={words.format("register-take-named", &[("name", &name)])} onclick={take(*offer)}>
                        { words.text("register-take") }</button>
                }
            </li>
        }
    };
    html! {
        <>
            <section class="card" aria-labelledby="register-averages-title">
                <h2 id="register-averages-title">{ words.text("register-averages-title") }</h2>
                <p class="hint">{ words.text("register-averages-lead") }</p>
                { table(&words, &props.figures.register) }
            </section>
            <section class="card" aria-labelledby="register-offers-title">
                <h2 id="register-offers-title">{ words.text("register-offers-title") }</h2>
                <p class="hint">{ words.format("register-offers-lead", &[("source", &source(&words, &opened))]) }</p>
                <p class="hint">{ words.text("register-offers-again") }</p>
                if is_invented { <p class="fault">{ words.text("register-offers-invented") }</p> }
                if !said.is_empty() {
                    <ul role="alert" class="fault">{ for said.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                }
                <ul class="register-offers">{ for offers.iter().map(view) }</ul>
            </section>
        </>
    }
}

/// The source of an offered figure. It never names the file: names of files may hold those of people.
fn source(words: &Words, opened: &OpenedRegister) -> String {
    let day = opened.day;
    let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    words.format("register-offer-source", &[("day", &day)])
}

fn basis(words: &Words, offer: &RegisterOffer) -> String {
    let households = words.whole(offer.households.into());
    words.format("register-offer-basis", &[("households", &households)])
}

fn table(words: &Words, averages: &RegisterAverages) -> Html {
    let yuan = |value| words.decimal(value, 2);
    let share = |value| said::percent(words, Some(value));
    let coefficient = |value| words.decimal(value, 4);
    let whole = |value| words.whole(value);
    let line = |name: String,
                of: Option<ComparedFigure>,
                write: &dyn Fn(rust_decimal::Decimal) -> String| {
        let values = of.map(|it| [it.register, it.published, it.difference]);
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { match values {
                    Some(values) => html! { <>{ for values.map(|value| html! { <td class="number">{ write(value) }</td> }) }</> },
                    None => html! { <td colspan="3" class="soft">{ said::hidden(words) }</td> },
                } }
            </tr>
        }
    };
    let text = |id: &str| words.text(id).to_string();
    html! {
        <div class="scroller" role="region" tabindex="0" aria-label={words.text("register-averages-title")}>
            <table class="bureau-table numbers" data-testid="register-averages">
                <caption>{ words.text("register-averages-caption") }</caption>
                <thead><tr>
                    { for ["register-column-figure", "register-column-register", "register-column-published", "register-column-difference"]
                        .map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }
                </tr></thead>
                <tbody>
                    { line(text("register-people"), Some(averages.population), &whole) }
                    { line(text("register-household-size"), Some(averages.size), &yuan) }
                    { line(text("register-known-income"), Some(averages.income), &yuan) }
                    { for Component::ALL.map(|component| line(
                        words.component(component).to_string(), averages.components.get(component.name()).copied(), &yuan)) }
                    { line(text("register-gini"), averages.gini, &coefficient) }
                    { line(text("register-at-risk"), averages.at_risk, &share) }
                </tbody>
            </table>
        </div>
    }
}
