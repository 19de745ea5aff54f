//! The ranges that are drawn from: least, likeliest, most and the form between; each can be changed.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::analysis::ranges::{ranges, widened};
use crate::analysis::ties::{Tie, ties};
use crate::app::state::{Action, State};
use crate::app::view::context::use_page;
use crate::app::view::inputs::field::Field;
use crate::app::view::inputs::meant::MeantLine;
use crate::app::view::parts::focus;
use crate::app::words::Words;
use crate::i18n::input::meant;
use crate::problem::Fault;
use crate::region::key::Key;
use crate::scenario::input_distributions::InputDistributions;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution};

/// Properties of the ranges.
#[derive(Properties)]
pub struct RangesProps {
    /// The state.
    pub state: Rc<State>,
    /// True while they are shown.
    pub is_open: bool,
    /// Shows or hides them.
    pub on_toggle: Callback<()>,
}

impl PartialEq for RangesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.is_open == other.is_open
    }
}

/// A change that was refused.
#[derive(Clone, PartialEq)]
struct Refusal {
    key: Key,
    /// The part of the range that was to be changed.
    part: Part,
    words: AttrValue,
}

/// A part of a range.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Least,
    Most,
    Shape,
}

/// An input for a part: the range with it, or the reason why it is none.
type Put = (Key, Part, Result<InputDistribution, Fault>);

/// The ranges, folded away until they are opened.
#[component]
pub fn Ranges(props: &RangesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let is_open = props.is_open;
    // The last change that was refused, with the words of it.
    let refused = use_state_eq(|| None::<Refusal>);
    let toggle = {
        let on_toggle = props.on_toggle.clone();
        Callback::from(move |_: MouseEvent| on_toggle.emit(()))
    };
    let own = state.extras.distributions.distributions.len();
    let reset = {
        let (act, settings, refused) = (
            page.act.clone(),
            state.extras.distributions.clone(),
            refused.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            refused.set(None);
            act.emit(Action::SetDoubts(InputDistributions {
                distributions: Vec::new(),
                ..settings.clone()
            }));
        })
    };
    let change = {
        let (act, state, refused) = (page.act.clone(), state.clone(), refused.clone());
        let words = words.clone();
        Callback::from(move |(key, part, put): Put| {
            let likeliest = state.scenario().value(&state.region, key);
            let checked = put.and_then(|distribution| {
                let checked = distribution.check(likeliest.unwrap_or_default());
                checked
                    .map(|()| distribution)
                    .map_err(|problem| problem.fault)
            });
            match checked {
                Err(fault) => refused.set(Some(Refusal {
                    key,
                    part,
                    words: words.fault(&fault).into(),
                })),
                Ok(distribution) => {
                    refused.set(None);
                    let mut settings = state.extras.distributions.clone();
                    settings.put(distribution);
                    act.emit(Action::SetDoubts(settings));
                }
            }
        })
    };
    let rows = || {
        let own = &state.extras.distributions.distributions;
        let mut all = ranges(&state.region, state.scenario(), own);
        all.sort_by_key(|distribution| distribution.key.place_in_order());
        let ties = ties(&state.region, state.scenario(), own);
        let too_narrow = widened(&state.region, state.scenario(), own);
        all.into_iter().map(move |used| {
            let key = used.key;
            let likeliest = state.scenario().value(&state.region, key);
            let refusal = refused.as_ref().filter(|refusal| refusal.key == key);
            let widened = too_narrow.iter().find(|(own, _)| own.key == key);
            Line {
                // Of a range that was widened the user's own ends are shown, for the user to correct.
                distribution: widened.map_or(used, |(own, _)| *own),
                used,
                likeliest: likeliest.unwrap_or_default(),
                is_own: own.iter().any(|own| own.key == key),
                refusal: refusal.cloned(),
                tie: ties
                    .iter()
                    .copied()
                    .find(|tie| tie.key == key || tie.with == key),
            }
            .row(words, &change)
        })
    };
    let columns = [
        "plan-range-what",
        "plan-range-least",
        "plan-range-likeliest",
        "plan-range-most",
        "plan-range-shape",
    ];
    html! {
        <section class="card planning-card" data-testid="chance-ranges">
            <div class="planning-result-head">
                <button type="button" class="button" data-testid="chance-ranges-open"
                    aria-expanded={is_open.to_string()} onclick={toggle}>
                    { words.text("plan-chance-ranges") }
                </button>
                if own > 0 {
                    <button type="button" class="button" data-testid="chance-ranges-reset" onclick={reset}>
                        { words.format("plan-chance-ranges-reset", &[("count", &own.to_string())]) }
                    </button>
                }
            </div>
            if is_open {
                <p class="soft">{ words.text("plan-chance-ranges-lead") }</p>
                <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-chance-ranges")}>
                    <table class="planning-table ranges-table">
                        <thead><tr>{ for columns.map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }</tr></thead>
                        <tbody>{ for rows() }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// A range with what is known of it.
struct Line {
    /// As the user set it, else the region's.
    distribution: InputDistribution,
    /// The range that is drawn from.
    used: InputDistribution,
    likeliest: Decimal,
    is_own: bool,
    refusal: Option<Refusal>,
    /// The value that it is one figure with.
    tie: Option<Tie>,
}

impl Line {
    fn row(self, words: &Words, change: &Callback<Put>) -> Html {
        let distribution = self.distribution;
        let name = words.key_name(distribution.key);
        let label = words.format(
            "plan-range-label",
            &[("name", &name), ("part", &words.text("plan-range-shape"))],
        );
        let on_shape = {
            let change = change.clone();
            Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let shape = DistributionShape::ALL
                    .into_iter()
                    .find(|shape| shape.name() == select.value());
                if let Some(shape) = shape {
                    change.emit((
                        distribution.key,
                        Part::Shape,
                        Ok(InputDistribution {
                            shape,
                            ..distribution
                        }),
                    ));
                }
            })
        };
        html! {
            <tr key={distribution.key.to_string()} class={self.is_own.then_some("own")}>
                <th scope="row">
                    { &name }
                    if self.is_own { <span class="badge">{ words.text("plan-range-own") }</span> }
                    if let Some(refusal) = &self.refusal {
                        <p class="fault" role="alert" id={fault_id(distribution.key)}>{ &refusal.words }</p>
                    } else if self.used != distribution {
                        <p class="soft">
                            { words.format("plan-range-widened", &[("used", &range_text(words, self.used))]) }
                        </p>
                    }
                    if let Some(tie) = self.tie {
                        <p class="soft">{ tie_text(words, tie, distribution.key) }</p>
                    }
                </th>
                <td>{ self.field(words, change, Part::Least) }</td>
                <td class="number">{ words.value(distribution.key, self.likeliest) }</td>
                <td>{ self.field(words, change, Part::Most) }</td>
                <td>
                    <select aria-label={label} data-testid={format!("range-shape-{}", distribution.key)} onchange={on_shape}>
                        { for DistributionShape::ALL.map(|shape| html! {
                            <option value={shape.name()} selected={shape == distribution.shape}>
                                { words.text(&format!("plan-shape-{}", shape.name())) }
                            </option>
                        }) }
                    </select>
                </td>
            </tr>
        }
    }

    /// The field of an end.
    fn field(&self, words: &Words, change: &Callback<Put>, part: Part) -> Html {
        let distribution = self.distribution;
        let key = distribution.key;
        let (id, label, value) = match part {
            Part::Most => ("most", "plan-range-most", distribution.most),
            _ => ("least", "plan-range-least", distribution.least),
        };
        let on_value = {
            let change = change.clone();
            Callback::from(move |typed: Result<Decimal, Fault>| {
                let put = typed.map(|value| match part {
                    Part::Most => InputDistribution {
                        most: value,
                        ..distribution
                    },
                    _ => InputDistribution {
                        least: value,
                        ..distribution
                    },
                });
                change.emit((key, part, put));
            })
        };
        let parts = [
            ("name", &*words.key_name(key)),
            ("part", &*words.text(label)),
        ];
        let label = AttrValue::from(words.format("plan-range-label", &parts));
        let refused = self.refusal.as_ref();
        let refused = refused.is_some_and(|refusal| refusal.part == part);
        let described_by = refused.then(|| AttrValue::from(fault_id(key)));
        let field = format!("range-{id}-{key}");
        let likely = meant(key.unit(), value, self.likeliest).filter(|_| self.is_own && !refused);
        html! {
            <>
                <Field id={field.clone()} name={format!("range.{id}.{key}")} unit={key.unit()} {value}
                    {refused} label={Some(label)} {described_by} on_value={on_value.clone()} />
                if let Some(likely) = likely {
                    <MeantLine name={field.clone()} {value} {likely} on_take={Callback::from(move |meant| {
                        on_value.emit(Ok(meant));
                        focus(&field);
                    })} />
                }
            </>
        }
    }
}

fn fault_id(key: Key) -> String {
    format!("range-fault-{}", key.to_string().replace('.', "-"))
}

/// A range in words, from its least value to its greatest.
pub fn range_text(words: &Words, distribution: InputDistribution) -> String {
    let [least, most] =
        [distribution.least, distribution.most].map(|end| words.value(distribution.key, end));
    words.format("input-range", &[("least", &least), ("most", &most)])
}

/// Moves the focus to the first field of a range.
pub fn focus_range(key: Key) {
    // A range that is not there takes no focus.
    let _is_there = focus(&format!("range-least-{key}"));
}

/// The words on a tie at one of its two values.
fn tie_text(words: &Words, tie: Tie, at: Key) -> String {
    let other = if tie.key == at { tie.with } else { tie.key };
    let id = match tie.holds {
        true => "plan-range-tied",
        false => "plan-range-untied",
    };
    words.format(id, &[("name", &words.key_name(other))])
}
