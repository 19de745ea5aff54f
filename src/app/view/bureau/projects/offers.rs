//! Assets, and figures of the projects offered in the place of the region's: what each would do is said before it is taken.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::ProjectDesk;
use super::table;
use crate::app::effects::corrections::{self, correct};
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::parts::signed;
use crate::app::view::regions::not_added_lines;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::YuanPerPerson;
use crate::projects::offer::{OfferSet, ProjectOffer};
use crate::region::own::correct::Correction;
use crate::region::{Region, Status};

/// Properties of the part.
#[derive(Properties)]
pub struct OffersProps {
    /// The state.
    pub state: Rc<State>,
    /// The data.
    pub desk: Shared<ProjectDesk>,
}

impl PartialEq for OffersProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.desk == other.desk
    }
}

/// The way an offered figure stands to the region's.
#[derive(Clone, Copy, PartialEq)]
enum OfferStanding {
    /// The region has another.
    Open,
    /// The region has the same from elsewhere.
    Same,
    /// The region has it from the projects.
    Taken,
}

fn standing(region: &Region, offer: &ProjectOffer) -> OfferStanding {
    if offer.present != Some(offer.value) {
        return OfferStanding::Open;
    }
    let own = region.own.as_deref();
    let figure = own.and_then(|own| own.values.get(&offer.key));
    let is_taken = figure
        .is_some_and(|figure| figure.status == Some(Status::Derived) && figure.source.is_some());
    match is_taken {
        true => OfferStanding::Taken,
        false => OfferStanding::Same,
    }
}

/// Offers that are taken with one press.
struct OfferGroup<'a> {
    name: String,
    offers: Vec<&'a ProjectOffer>,
}

impl OfferGroup<'_> {
    fn corrections(&self, words: &Words, desk: &ProjectDesk) -> Vec<Correction> {
        let source = words.project_source(desk.day);
        let offers = self.offers.iter();
        offers
            .map(|offer| offer.correction(source.clone(), words.offer_basis(offer)))
            .collect()
    }

    fn is_open(&self, region: &Region) -> bool {
        let mut offers = self.offers.iter();
        offers.any(|offer| standing(region, offer) == OfferStanding::Open)
    }
}

fn groups<'a>(words: &Words, offers: &'a [ProjectOffer]) -> Vec<OfferGroup<'a>> {
    let alone = offers.iter().filter(|it| it.set() == OfferSet::Alone);
    let alone = alone.map(|offer| OfferGroup {
        name: words.key_name(offer.key).to_string(),
        offers: vec![offer],
    });
    let mut groups: Vec<OfferGroup<'_>> = alone.collect();
    let funds: Vec<&ProjectOffer> = offers
        .iter()
        .filter(|it| it.set() == OfferSet::Funds)
        .collect();
    if !funds.is_empty() {
        groups.push(OfferGroup {
            name: words.text("projects-offer-funds").to_string(),
            offers: funds,
        });
    }
    groups
}

/// The part.
#[component]
pub fn OffersPart(props: &OffersProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let (desk, state) = (&props.desk, &props.state);
    let said = use_state_eq(Vec::<String>::new);
    let is_taking = use_state_eq(|| false);
    let incomes = use_incomes(state, desk, &words);
    let groups = groups(&words, &desk.offers);
    let take = |group: &OfferGroup<'_>| {
        let corrections = group.corrections(&words, desk);
        let (state, words, said) = (state.clone(), words.clone(), said.setter());
        let is_taking = is_taking.setter();
        Callback::from(move |_: MouseEvent| {
            let (state, words, said) = (state.clone(), words.clone(), said.clone());
            let (is_taking, corrections) = (is_taking.clone(), corrections.clone());
            is_taking.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                if let Err(failed) = correct(&state, &corrections, words.language()).await {
                    said.set(not_added_lines(&words, failed));
                    is_taking.set(false);
                }
            });
        })
    };
    let view = |(at, group): (usize, &OfferGroup<'_>)| {
        let is_open = group.is_open(&desk.region);
        let income = incomes.get(at).copied().flatten();
        html! {
            <li class="projects-offer" data-testid="projects-offer">
                <div class="projects-offer-head">
                    <h3>{ &group.name }</h3>
                    { mark(&words, &desk.region, group) }
                    if is_open {
                        <button type="button" class="button primary" disabled={*is_taking} data-testid={format!("projects-take-{at}")}
                            aria-label={words.format("projects-take-named", &[("name", &group.name)])} onclick={take(group)}>
                            { words.text("projects-take") }
                        </button>
                    }
                </div>
                { figures(&words, group) }
                if is_open {
                    <p data-testid="projects-offer-effect">{ effect(&words, state, income) }</p>
                }
            </li>
        }
    };
    html! {
        <>
            <section class="card" aria-labelledby="projects-offers-title">
                <h2 id="projects-offers-title">{ words.text("projects-part-offers") }</h2>
                <p class="hint">{ words.format("projects-offers-lead", &[("source", &words.project_source(desk.day))]) }</p>
                if !said.is_empty() {
                    <ul role="alert" class="fault">{ for said.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                }
                if groups.is_empty() {
                    <p>{ words.text("projects-no-offers") }</p>
                } else {
                    <ul class="projects-offers">{ for groups.iter().enumerate().map(view) }</ul>
                }
            </section>
            <section class="card" aria-labelledby="projects-assets-title">
                <h2 id="projects-assets-title">{ words.text("projects-assets-title") }</h2>
                { table(&words, &desk.tables.assets) }
                { table(&words, &desk.tables.rates) }
                <p class="hint">{ words.text("projects-method-assets") }</p>
            </section>
        </>
    }
}

/// The income with each group taken, worked out behind the drawing.
#[hook]
fn use_incomes(
    state: &Rc<State>,
    desk: &Shared<ProjectDesk>,
    words: &Words,
) -> Rc<Vec<Option<YuanPerPerson>>> {
    let incomes = use_state(|| Rc::new(Vec::new()));
    let found = incomes.setter();
    let deps = (Shared(state.clone()), desk.clone(), words.clone());
    use_effect_with(deps, move |(state, desk, words)| {
        let sets: Vec<Vec<Correction>> = groups(words, &desk.offers)
            .iter()
            .map(|group| group.corrections(words, desk))
            .collect();
        let (state, language) = (state.0.clone(), words.language());
        wasm_bindgen_futures::spawn_local(async move {
            let all = corrections::incomes_with(&state, &sets, language).await;
            found.set(Rc::new(all));
        });
    });
    (*incomes).clone()
}

fn mark(words: &Words, region: &Region, group: &OfferGroup<'_>) -> Html {
    if group.is_open(region) {
        return html! {};
    }
    let is_taken = group
        .offers
        .iter()
        .all(|offer| standing(region, offer) == OfferStanding::Taken);
    let id = match is_taken {
        true => "projects-offer-taken",
        false => "projects-offer-same",
    };
    html! { <span class="badge" data-testid={id}>{ words.text(id) }</span> }
}

fn figures(words: &Words, group: &OfferGroup<'_>) -> Html {
    let [offer] = group.offers.as_slice() else {
        return html! { <p class="hint">{ words.text("projects-table-offers-note") }{ " " }{ words.text("projects-offer-funds-hint") }</p> };
    };
    let named = [
        ("now", &*words.value_if_known(offer.key, offer.present)),
        ("then", &words.value(offer.key, offer.value)),
    ];
    html! {
        <p>{ words.format("projects-offer-figures", &named) }
            <span class="soft">{ words.offer_basis(offer) }</span></p>
    }
}

/// A sentence on what taking does to the headline.
fn effect(words: &Words, state: &State, income: Option<YuanPerPerson>) -> Html {
    let now = &state.results.outcome.scenario[0];
    let Some(income) = income else {
        return html! { { words.text("projects-offer-effect-later") } };
    };
    let named = [
        ("year", &*now.year.to_string()),
        ("now", &words.money(now.income)),
        ("then", &words.money(income)),
    ];
    // Assumptions move plan and scenario alike: where both are the same, the income is the published one.
    if income == now.income && state.scenario().is_plan() {
        return html! { <>{ words.format("projects-effect", &named) }<span class="soft">{ words.text("projects-offer-effect-plan") }</span></> };
    }
    html! { <>{ words.format("projects-effect", &named) }{ " " }<strong>{ signed(words, income - now.income) }</strong></> }
}
