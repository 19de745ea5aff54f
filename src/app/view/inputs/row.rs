//! One lever or assumption: slider, typed number, unit, way back, meaning and cost.

use rust_decimal::Decimal;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::evidence::{Badge, Evidence, range_text};
use super::field::Field;
use super::meant::MeantLine;
use super::ranges;
use super::slider::Slider;
use super::stake::stake_line;
use super::track::Track;
use crate::analysis::ineffective_changes::IneffectiveReason;
use crate::analysis::lever_effects::LeverEffect;
use crate::analysis::lever_help::LeverHelp;
use crate::analysis::plausible::Unlikely;
use crate::app::state::{Action, Refused, State};
use crate::app::view::context::use_newest;
use crate::app::view::context::{Context, use_page};
use crate::app::view::note::NoteButton;
use crate::app::view::shared::Shared;
use crate::app::view::store::RedrawPriority;
use crate::app::words::Words;
use crate::exercise::card::Card;
use crate::i18n::input::meant;
use crate::i18n::number::scale;
use crate::number::{Share, Yuan};
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Fixed, Key, Year};
use crate::scenario::note::Note as UserNote;
use wasm_bindgen::JsCast;

/// The state of a row, and nothing else: a row whose data are equal is not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct RowData {
    /// The key.
    pub key: Key,
    /// The value that holds.
    pub value: Decimal,
    /// The value without the user's change.
    pub default: Decimal,
    /// The user's own word on where the value comes from.
    pub note: Option<UserNote>,
    /// The reason why its last change was refused.
    pub fault: Option<Fault>,
    /// The plausible range that its change lies outside of.
    pub unlikely: Option<Unlikely>,
    /// The reason why its change does nothing.
    pub idle: Option<IneffectiveReason>,
    /// Its effect and cost, once they are found.
    pub stake: Option<LeverEffect>,
    /// The coverage reached in the first year that can't pay for the wanted one; none where all can.
    pub short: Option<Short>,
}

/// A year in which household grants pay for less coverage than is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Short {
    /// The year.
    year: Year,
    /// The coverage reached.
    reached: Share,
    /// The money that is missing for the rest.
    missing: Yuan,
}

impl Short {
    fn of(state: &State, key: Key) -> Option<Self> {
        let mut years = state.results.outcome.scenario.iter();
        let found = years.find(|year| !year.coverage_missing.rounded().is_zero())?;
        (key == Fixed::Coverage.into()).then_some(Self {
            year: found.year,
            reached: found.coverage,
            missing: found.coverage_missing,
        })
    }
}

impl RowData {
    /// The data of a key; none where the region has no such key.
    pub fn of(state: &State, key: Key) -> Option<Self> {
        let scenario = state.scenario();
        let default = scenario.default_of(&state.region, key)?;
        let value = scenario.changed(key).unwrap_or(default);
        let tells = !state.hides(Card::Effects);
        Some(Self {
            key,
            value,
            default,
            unlikely: (value != default)
                .then(|| Unlikely::of(&state.region, scenario, key, value))
                .flatten(),
            note: scenario.note(key).cloned(),
            fault: match &state.refused {
                Some(Refused::Value(refused, fault)) if *refused == key => Some(fault.clone()),
                _ => None,
            },
            idle: state.results.idle.get(&key).copied().filter(|_| tells),
            stake: match key {
                Key::Fixed(lever) => state.stakes.levers.get(&lever).copied(),
                Key::Yearly(..) => None,
            }
            .filter(|_| tells),
            short: Short::of(state, key).filter(|_| tells),
        })
    }

    /// The share that was meant, where one far below the usual looks like a fraction typed for per cent.
    fn meant(&self) -> Option<Decimal> {
        meant(self.key.unit(), self.value, self.default)
    }

    /// True where the user changed it.
    pub fn is_changed(&self) -> bool {
        self.value != self.default
    }
}

/// Properties of a row.
#[derive(Properties, PartialEq)]
pub struct LeverRowProps {
    /// Its data when the page was last drawn.
    pub data: RowData,
    /// The region.
    pub region: Shared<Region>,
}

/// The identifiers of a row's parts in the page.
pub struct Ids {
    /// The name.
    pub name: AttrValue,
    /// The typed number.
    pub field: AttrValue,
    /// The slider or the box to tick.
    pub control: AttrValue,
    /// The unit.
    pub unit: AttrValue,
    /// Its meaning and cost.
    pub hint: AttrValue,
    /// The reason why a change was refused.
    pub fault: AttrValue,
    /// The remark that a value is not plausible.
    pub unlikely: AttrValue,
    /// The evidence.
    pub evidence: AttrValue,
}

impl Ids {
    /// The identifiers for a dotted name.
    pub fn of(name: &str) -> Self {
        let base = name.replace('.', "-");
        let id = |part: &str| AttrValue::from(format!("{part}-{base}"));
        Self {
            name: id("name"),
            field: id("field"),
            control: id("control"),
            unit: id("unit"),
            hint: id("hint"),
            fault: id("fault"),
            unlikely: id("unlikely"),
            evidence: id("evidence"),
        }
    }
}

/// A lever or an assumption with a number.
#[component]
pub fn Row(props: &LeverRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let key = props.data.key;
    // The row leads: what it was handed may be older than the state.
    let newest = use_newest(RedrawPriority::Row(key));
    let data = &RowData::of(&newest, key).unwrap_or_else(|| props.data.clone());
    let name = use_memo(key, |key| AttrValue::from(key.to_string()));
    let ids = use_memo(name.clone(), |name| Ids::of(name));
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // A slider once widened to hold a typed value stays so: an end that followed the thumb would
    // run away under the hand.
    let widened = use_mut_ref(|| None::<Track>);
    let on_number = use_typed(&page, key);
    let on_value = use_callback((key, page.act.clone()), |value, (key, act)| {
        act.emit(Action::Set(*key, value));
    });
    let on_seal = use_callback(page.act.clone(), |(), act| act.emit(Action::Seal));
    let held = use_callback((key, page.clone()), |(), (key, page)| {
        let newest = page.store.newest();
        newest.scenario().value(&newest.region, *key)
    });
    let Some(figure) = props.region.parameters.get(&key) else {
        return html! {};
    };
    let RowData { value, default, .. } = *data;
    let changed = data.is_changed();
    let track = {
        let mut widened = widened.borrow_mut();
        let track = widened.unwrap_or_else(|| ranges::track(key, figure));
        *widened.insert(track.holding(default).holding(value))
    };
    let on_revert = {
        let revert = revert(&page, key, &ids.control);
        let widened = widened.clone();
        Callback::from(move |event| {
            *widened.borrow_mut() = None;
            revert.emit(event);
        })
    };
    let refused = data.fault.is_some();
    let described = described_by(&ids, refused, data.unlikely.is_some());
    html! {
        <div class={classes!("lever", changed.then_some("changed"))}>
            <div class="lever-head">
                <span class="lever-title">
                    <label class="lever-name" id={ids.name.clone()} for={ids.field.clone()}>
                        { words.key_name(key) }
                    </label>
                    { " " }
                    <Badge status={(!changed).then_some(figure.status)} open={*open}
                        controls={ids.evidence.clone()} {on_toggle} />
                    if let Some(note) = LeverHelp::of(key) {
                        <NoteButton {note} name={words.key_name(key)} region={props.region.clone()} />
                    }
                </span>
                { revert_button(words, data, on_revert) }
                <div>
                    <Field id={ids.field.clone()} name={(*name).clone()} unit={key.unit()} {value}
                        {refused} described_by={described.clone()} on_value={on_number} />
                </div>
                <span class="unit" id={ids.unit.clone()}>{ words.text(scale(key.unit()).unit) }</span>
            </div>
            <Slider id={ids.control.clone()} name={(*name).clone()} {track} {value} plan={default}
                plausible={figure.range} labelled_by={ids.name.clone()} described_by={described}
                value_text={words.value(key, value)} {held} {on_value} {on_seal} />
            <p class="hint" id={ids.hint.clone()}>
                { words.key_hint(key) }
                if let Some(range) = range_text(words, key, figure) {
                    { " " }
                    <span class="hint-range">
                        { words.format("input-plausible", &[("range", &range)]) }
                    </span>
                }
            </p>
            { remarks(&page, data, &ids) }
            if *open {
                <Evidence id={ids.evidence.clone()} of={key} region={props.region.clone()}
                    note={data.note.clone()} />
            }
        </div>
    }
}

/// The identifiers of the texts that describe a row's controls: the fault first, if there is one.
pub fn described_by(ids: &Ids, refused: bool, is_unlikely: bool) -> AttrValue {
    let parts = [
        refused.then_some(&ids.fault),
        is_unlikely.then_some(&ids.unlikely),
        Some(&ids.unit),
        Some(&ids.hint),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|id| &**id).collect();
    parts.join(" ").into()
}

/// The remark that a value lies outside what is plausible; nothing stands in its way.
pub fn unlikely_remark(words: &Words, unlikely: Option<&Unlikely>, id: AttrValue) -> Html {
    let Some(unlikely) = unlikely else {
        return html! {};
    };
    html! {
        <p class="remark idle" role="status" data-testid={format!("unlikely-{}", unlikely.key)} {id}>
            { words.unlikely(unlikely) }
        </p>
    }
}

/// Takes a typed number for a key as a step of its own, or says why it can't be taken.
#[hook]
pub fn use_typed(page: &Context, key: Key) -> Callback<Result<Decimal, Fault>> {
    use_callback((key, page.act.clone()), |read, (key, act)| match read {
        Ok(value) => {
            act.emit(Action::Seal);
            act.emit(Action::Set(*key, value));
            act.emit(Action::Seal);
        }
        Err(fault) => act.emit(Action::Refuse(*key, fault)),
    })
}

/// The way back to the value without the change. The button goes with the change and keeps its
/// place, and the focus that was on it moves to the control.
pub fn revert_button(words: &Words, data: &RowData, onclick: Callback<MouseEvent>) -> Html {
    let changed = data.is_changed();
    let label = changed.then(|| {
        let value = words.value(data.key, data.default);
        let name = words.key_name(data.key);
        words.format("input-revert", &[("name", &name), ("value", &value)])
    });
    html! {
        <button type="button" class={classes!("icon", (!changed).then_some("kept-free"))}
            data-revert={data.key.to_string()} title={label.clone()} aria-label={label} {onclick}>
            <span aria-hidden="true">{ "↺" }</span>
        </button>
    }
}

/// Takes a change back and moves the focus to the control.
pub fn revert(page: &Context, key: Key, control: &AttrValue) -> Callback<MouseEvent> {
    let (act, control) = (page.act.clone(), control.clone());
    Callback::from(move |_: MouseEvent| {
        act.emit(Action::Revert(key));
        focus(&control);
    })
}

/// Gives the focus to the element with that identifier.
pub fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let focused = element.focus();
        debug_assert!(focused.is_ok(), "an element of the page takes the focus");
    }
}

/// The remarks under a row: why a change was refused, and why one does nothing.
pub fn remarks(page: &Context, data: &RowData, ids: &Ids) -> Html {
    let words = &page.words;
    html! {
        <>
            if let Some(fault) = &data.fault {
                <p class="remark refused" role="alert" id={ids.fault.clone()}>{ words.fault(fault) }</p>
            }
            { unlikely_remark(words, data.unlikely.as_ref(), ids.unlikely.clone()) }
            if let Some(meant) = data.meant() {
                { meant_line(page, data.key, data.value, meant, ids.field.clone()) }
            }
            if let Some(reason) = data.idle {
                <p class="remark idle">{ idle_text(words, reason) }</p>
            } else if data.is_changed() && data.key.is_lever() {
                { stake_line(words, &data.key.to_string(), data.stake.as_ref()) }
            }
            if let Some(short) = data.short {
                <p class="remark idle" data-testid="coverage-short">
                    { words.format("input-coverage-short", &[
                        ("year", &short.year.to_string()),
                        ("reached", &words.percent(short.reached, 2)),
                        ("missing", &words.funds(short.missing)),
                    ]) }
                </p>
            }
        </>
    }
}

/// A question whether a share was typed as a fraction; the other reading is a step of its own.
pub fn meant_line(
    page: &Context,
    key: Key,
    value: Decimal,
    likely: Decimal,
    field: AttrValue,
) -> Html {
    let act = page.act.clone();
    let on_take = Callback::from(move |meant: Decimal| {
        act.emit(Action::Seal);
        act.emit(Action::Set(key, meant));
        act.emit(Action::Seal);
        // The line goes with the press; the focus must not fall off the page.
        focus(&field);
    });
    html! { <MeantLine name={key.to_string()} {value} {likely} {on_take} /> }
}

/// A sentence that a change does nothing, and why.
pub fn idle_text(words: &Words, reason: IneffectiveReason) -> String {
    words.format("input-idle", &[("reason", &words.idle(reason))])
}
