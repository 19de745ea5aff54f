//! Two values at a time: a map, of which a place can be chosen and taken.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};
use yew::prelude::*;

use super::Looked;
use crate::analysis::sensitivity::map::{MapPoint, MapRequest, SensitivityMap, at};
use crate::analysis::sweep::Axis;
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::planning::answering::use_answering;
use crate::app::view::planning::chart_host::use_chart_host;
use crate::app::view::planning::pick::Pick;
use crate::app::view::results::frame::Frame;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart;
use crate::i18n::number::scale;
use crate::number::round;
use crate::planner::{Question, Reply};
use crate::region::Region;
use crate::region::key::{Fixed, Key, Unit};

/// The steps of each axis: 50 values.
const STEPS: usize = 49;

/// Properties of the map.
#[derive(Properties)]
pub struct MapProps {
    /// The state.
    pub state: Rc<State>,
    /// The result.
    pub looked: Looked,
}

impl PartialEq for MapProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.looked == other.looked
    }
}

/// An axis as it is being chosen.
#[derive(Clone, Copy, PartialEq)]
struct Stretch {
    key: Key,
    from: Decimal,
    to: Decimal,
}

impl Stretch {
    /// A stretch around where the value is: its plausible range, or a usual way up and down.
    fn of(key: Key, state: &State) -> Self {
        let now = state
            .scenario()
            .value(&state.region, key)
            .unwrap_or_default();
        let (least, most) = key.range();
        let plausible = state
            .region
            .parameters
            .get(&key)
            .and_then(|figure| figure.range);
        let (from, to) = plausible.unwrap_or_else(|| match key.unit() {
            Unit::Share => (now - Decimal::new(1, 1), now + Decimal::new(15, 2)),
            Unit::People => (now - Decimal::from(10_000), now + Decimal::from(20_000)),
            _ => (
                now - Decimal::from(500_000_000),
                now + Decimal::from(500_000_000),
            ),
        });
        Self {
            key,
            from: from.min(now).max(least),
            to: to.max(now).min(most),
        }
    }

    fn axis(self, region: &Region) -> Option<Axis> {
        Axis::new(region, self.key, (self.from, self.to), STEPS).ok()
    }
}

/// The card of the map.
#[component]
pub fn MapCard(props: &MapProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let host = use_chart_host();
    let answering = use_answering("map-answer");
    let across = use_session_state("map-across", || {
        Stretch::of(Fixed::GrantsShare.into(), state)
    });
    let up = use_session_state("map-up", || Stretch::of(Fixed::JobsOutward.into(), state));
    let chosen = use_state_eq(|| None::<(Decimal, Decimal)>);
    let request = across.axis(&state.region).zip(up.axis(&state.region));
    let request = request
        .filter(|_| across.key != up.key && across.from != across.to && up.from != up.to)
        .map(|(across, up)| MapRequest {
            across,
            up,
            measure: props.looked.measure,
            year: props.looked.year,
        });
    let fits = request.is_some();
    let question = request.clone().map(Question::Map);
    {
        let (answering, state) = (answering.clone(), state.clone());
        use_effect_with((state.scenario().clone(), request), move |(_, request)| {
            if let Some(request) = request {
                answering.ask(&state, Question::Map(request.clone()));
            }
        });
    }
    let last = question
        .as_ref()
        .and_then(|question| answering.shown(question, state.scenario()));
    let reply = last.as_ref().map(|answer| answer.reply.clone());
    let result = props.looked.name(words);
    let now: MapPoint = {
        let value = |key: Key| {
            state
                .scenario()
                .value(&state.region, key)
                .unwrap_or_default()
        };
        let number = |key: Key| value(key).to_f64().unwrap_or_default();
        (number(across.key), number(up.key))
    };
    let mark = chosen.map(|(x, y)| {
        (
            x.to_f64().unwrap_or_default(),
            y.to_f64().unwrap_or_default(),
        )
    });
    let model = use_memo(
        (
            reply.map(Shared),
            words.clone(),
            result.clone(),
            (now, mark),
        ),
        |(reply, words, result, (now, mark))| match &**reply.as_ref()? {
            Reply::Map(map) => Some(Rc::new(chart::map::chart_model(
                words, map, *now, *mark, result,
            ))),
            _ => None,
        },
    );
    let frame = use_node_ref();
    let shown = last.and_then(|answer| keys_of(&answer.reply));
    use_places(&frame, shown, {
        let chosen = chosen.setter();
        move |place| chosen.set(Some(place))
    });
    let keys = axis_keys(state);
    let stretch = |name: &'static str, label: &str, stretch: &UseStateHandle<Stretch>| {
        let choose = {
            let (stretch, chosen, state) = (stretch.setter(), chosen.setter(), state.clone());
            Callback::from(move |key: Option<Key>| {
                if let Some(key) = key {
                    chosen.set(None);
                    stretch.set(Stretch::of(key, &state));
                }
            })
        };
        html! {
            <div class="planning-ends">
                <Pick {name} label={words.text(label).to_string()} keys={keys.clone()}
                    chosen={Some(stretch.key)} on_choose={choose} />
                { end_fields(words, name, stretch) }
            </div>
        }
    };
    html! {
        <section class="card chart planning-chart" data-testid="map">
            <h2>{ words.text("plan-map-title") }</h2>
            <p class="soft">{ words.text("plan-map-lead") }</p>
            <div class="planning-form">
                { stretch("map-across", "plan-map-across", &across) }
                { stretch("map-up", "plan-map-up", &up) }
            </div>
            if !fits {
                <p class="fault" role="alert" data-testid="map-fault">{ words.text("plan-map-fault") }</p>
            }
            <div ref={frame}>
                if let Some(model) = (*model).clone() {
                    <Frame name="map" title={result} unit={AttrValue::from(words.text("unit-yuan"))}
                        model={Shared(model.clone())} {host} note={html! { <p>{ &model.description }</p> }} />
                }
            </div>
            { answering.waiting() }
            <Chosen state={state.clone()} looked={props.looked} across={across.key} up={up.key}
                place={chosen.unwrap_or_else(|| here(state, across.key, up.key))}
                is_chosen={chosen.is_some()}
                on_place={Callback::from({ let chosen = chosen.setter(); move |place| chosen.set(Some(place)) })} />
        </section>
    }
}

fn here(state: &State, across: Key, up: Key) -> (Decimal, Decimal) {
    let value = |key: Key| {
        state
            .scenario()
            .value(&state.region, key)
            .unwrap_or_default()
    };
    (value(across), value(up))
}

/// Every key that an axis can move: numbers with room around them.
fn axis_keys(state: &State) -> Vec<Key> {
    let keys = state.region.parameters.keys().copied();
    let mut keys: Vec<Key> = keys.filter(|key| key.unit() != Unit::Flag).collect();
    keys.sort_by_key(|key| key.place_in_order());
    keys
}

fn keys_of(reply: &Reply) -> Option<(Key, Key)> {
    match reply {
        Reply::Map(SensitivityMap { request, .. }) => Some((request.across.key, request.up.key)),
        _ => None,
    }
}

/// Calls back with the place of the drawing that was pointed at.
#[hook]
fn use_places(
    frame: &NodeRef,
    keys: Option<(Key, Key)>,
    choose: impl Fn((Decimal, Decimal)) + 'static,
) {
    let frame = frame.clone();
    use_effect_with(keys, move |keys| {
        let listener = frame
            .cast::<Element>()
            .zip(*keys)
            .map(|(element, (across, up))| {
                EventListener::new(&element, "zengshou-place", move |event| {
                    let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                    let place: Option<Array> = detail.and_then(|detail| detail.dyn_into().ok());
                    let value = |place: &Array, index: u32, key: Key| {
                        let shown = place.get(index).as_f64()?;
                        on_grid(key, chart::map::off_axis(key, shown))
                    };
                    let both = place
                        .and_then(|place| Some((value(&place, 0, across)?, value(&place, 1, up)?)));
                    if let Some(place) = both {
                        choose(place);
                    }
                })
            });
        move || drop(listener)
    });
}

/// A value that people can set: a tenth of a point, a whole job, 10,000 yuan.
fn on_grid(key: Key, value: f64) -> Option<Decimal> {
    let value = Decimal::from_f64(value)?;
    let (least, most) = key.range();
    let rounded = match key.unit() {
        Unit::Share => round(value, 3),
        Unit::Yuan => round(value / Decimal::from(10_000), 0) * Decimal::from(10_000),
        Unit::PeoplePerHousehold => round(value, 1),
        _ => round(value, 0),
    };
    Some(rounded.clamp(least, most))
}

fn end_fields(words: &Words, name: &'static str, stretch: &UseStateHandle<Stretch>) -> Html {
    let unit = stretch.key.unit();
    let field = |(part, label): (&str, &str), value: Decimal, set: fn(&mut Stretch, Decimal)| {
        let stretch = stretch.clone();
        let range = stretch.key.range();
        let on_value = Callback::from(move |value: Decimal| {
            let mut next = *stretch;
            set(&mut next, value);
            stretch.set(next);
        });
        let label = words.text(label);
        html! {
            <label class="planning-field">
                <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(unit).unit) }</span></span>
                <LimitField id={format!("{name}-{part}")} {unit} {value} {label} range={Some(range)} {on_value} />
            </label>
        }
    };
    html! {
        <>
            { field(("from", "plan-sweep-from"), stretch.from, |stretch, value| stretch.from = value) }
            { field(("to", "plan-sweep-to"), stretch.to, |stretch, value| stretch.to = value) }
        </>
    }
}

/// The chosen place with what the model says of it.
#[derive(Properties)]
struct ChosenProps {
    state: Rc<State>,
    looked: Looked,
    across: Key,
    up: Key,
    place: (Decimal, Decimal),
    is_chosen: bool,
    on_place: Callback<(Decimal, Decimal)>,
}

impl PartialEq for ChosenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.looked == other.looked
            && (self.across, self.up, self.place, self.is_chosen)
                == (other.across, other.up, other.place, other.is_chosen)
    }
}

#[component]
fn Chosen(props: &ChosenProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let (x, y) = props.place;
    let own = at(
        &state.region,
        state.scenario(),
        (props.across, x),
        (props.up, y),
    );
    let said = match &own {
        Some(own) => {
            let outcome = own.project(&state.region);
            let of_year = outcome
                .scenario
                .iter()
                .find(|year| year.year == props.looked.year);
            of_year.map(|year| {
                words.format(
                    "plan-map-chosen-said",
                    &[
                        ("year", &year.year.to_string()),
                        ("income", &words.money(year.income)),
                        ("difference", &words.signed_money(year.difference())),
                    ],
                )
            })
        }
        None => Some(words.text("plan-map-cannot").to_string()),
    };
    let take = {
        let (act, own) = (page.act.clone(), own.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(own) = &own {
                act.emit(Action::Navigate(own.clone()));
            }
        })
    };
    let field = |name: &'static str,
                 key: Key,
                 value: Decimal,
                 put: fn((Decimal, Decimal), Decimal) -> (Decimal, Decimal)| {
        let (place, on_place) = (props.place, props.on_place.clone());
        let on_value = Callback::from(move |value: Decimal| on_place.emit(put(place, value)));
        let label = words.key_name(key);
        html! {
            <label class="planning-field">
                <span>{ label.clone() }{ " " }<span class="soft">{ words.text(scale(key.unit()).unit) }</span></span>
                <LimitField id={name} unit={key.unit()} {value} {label} range={Some(key.range())} {on_value} />
            </label>
        }
    };
    html! {
        <div class="planning-form planning-chosen">
            { field("map-x", props.across, x, |(_, y), value| (value, y)) }
            { field("map-y", props.up, y, |(x, _), value| (x, value)) }
            <p role="status" data-testid="map-said">{ said }</p>
            <button type="button" class="button primary" data-testid="map-take" disabled={own.is_none() || !props.is_chosen}
                onclick={take}>{ words.text("plan-map-take") }</button>
        </div>
    }
}
