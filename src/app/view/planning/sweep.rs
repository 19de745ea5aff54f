//! A table of values for one or two levers and the results of each.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::answering::use_answering;
use super::compare::lead_word;
use super::pick::Pick;
use super::year::year_choice;
use crate::analysis::sweep::{Axis, MOST_ROWS, Sweep, SweepRefusal};
use crate::app::effects::files;
use crate::app::state::{Action, News, State};
use crate::app::view::context::use_page;
use crate::app::view::context::use_session_state;
use crate::app::view::inputs::limit::LimitField;
use crate::app::words::Words;
use crate::i18n::number::scale;
use crate::number::{Share, YuanPerPerson};
use crate::planner::{Question, Reply};
use crate::region::key::{Fixed, Key, Unit, Yearly};
use crate::region::{Region, Years};
use crate::report::swept;

/// The rows that the page shows; the file has all.
const ROWS_SHOWN: usize = 60;
/// The steps that a table starts with.
const STEPS: u32 = 5;

/// Properties of the tab.
#[derive(Properties)]
pub struct SweepProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for SweepProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The values of one key as they are being chosen.
#[derive(Clone, Copy, PartialEq)]
struct Draft {
    key: Key,
    from: Decimal,
    to: Decimal,
    steps: u32,
    /// The value that holds.
    now: Decimal,
}

impl Draft {
    /// From the value that holds to a stretch above it.
    fn of(key: Key, state: &State) -> Self {
        let now = state.scenario().value(&state.region, key);
        let now = now.unwrap_or(Decimal::ZERO);
        // A single year has the lever's own range.
        let plausible = state.region.parameters.get(&lever_of(key));
        let plausible = plausible.and_then(|figure| figure.range);
        let (least, most) = key.range();
        let (from, to) = match (plausible, key.unit()) {
            (Some(ends), _) => ends,
            (None, Unit::Flag) => (Decimal::ZERO, Decimal::ONE),
            (None, Unit::Share) => (now, now + Decimal::new(1, 1)),
            (None, Unit::People) => (now, now + Decimal::from(10_000)),
            (None, _) => (now, now * Decimal::new(12, 1) + Decimal::from(10_000_000)),
        };
        Self {
            key,
            from: from.clamp(least, most),
            to: to.clamp(least, most),
            steps: if key.unit() == Unit::Flag { 1 } else { STEPS },
            now,
        }
    }

    fn axis(&self, region: &Region, words: &Words) -> Result<Axis, String> {
        let axis = Axis::new(region, self.key, (self.from, self.to), self.steps as usize);
        axis.map_err(|problem| words.problem(&problem))
    }
}

/// The tab.
#[component]
pub fn SweepTab(props: &SweepProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let first = use_session_state("sweep-first", || Draft::of(Fixed::Coverage.into(), state));
    let second = use_session_state("sweep-second", || None::<Draft>);
    let faults = use_state_eq(Vec::<String>::new);
    let answering = use_answering("sweep-answer");
    let mut keys: Vec<Key> = state.region.parameters.keys().copied().collect();
    keys.sort_by_key(|key| key.place_in_order());
    let choose_first = {
        let (first, state) = (first.clone(), state.clone());
        Callback::from(move |key: Option<Key>| {
            if let Some(key) = key {
                first.set(Draft::of(key, &state));
            }
        })
    };
    let choose_second = {
        let (second, state) = (second.clone(), state.clone());
        Callback::from(move |key: Option<Key>| second.set(key.map(|key| Draft::of(key, &state))))
    };
    let change_first = {
        let first = first.clone();
        Callback::from(move |draft| first.set(draft))
    };
    let change_second = {
        let second = second.clone();
        Callback::from(move |draft| second.set(Some(draft)))
    };
    let run = {
        let (faults, answering) = (faults.clone(), answering.clone());
        let (state, words) = (state.clone(), words.clone());
        let drafts: Vec<Draft> = std::iter::once(*first).chain(*second).collect();
        Callback::from(move |_: MouseEvent| {
            let axes: Result<Vec<Axis>, String> = drafts
                .iter()
                .map(|draft| draft.axis(&state.region, &words))
                .collect();
            // Every row is checked before the first is projected.
            let checked = axes.map_err(|fault| vec![fault]).and_then(|axes| {
                let fits = Sweep::new(&state.region, state.scenario(), axes.clone());
                fits.map_err(|refused| refusals(&words, &refused))?;
                Ok(axes)
            });
            match checked {
                Ok(axes) => {
                    faults.set(Vec::new());
                    answering.ask(&state, Question::Sweep(axes));
                }
                Err(found) => {
                    answering.stop();
                    faults.set(found);
                }
            }
        })
    };
    let drafts = std::iter::once(*first).chain(*second);
    let axes: Result<Vec<Axis>, String> = drafts
        .map(|draft| draft.axis(&state.region, words))
        .collect();
    let question = axes.ok().map(Question::Sweep);
    let answer = question
        .as_ref()
        .and_then(|question| answering.answer_to(question, state.scenario()));
    html! {
        <section class="card planning-card">
            <div class="planning-form sweep-form">
                <fieldset class="planning-axis">
                    <legend>{ words.text("plan-sweep-first") }</legend>
                    <Pick name="sweep-first" label={words.text("plan-sweep-key").to_string()} keys={keys.clone()}
                        chosen={Some(lever_of(first.key))} on_choose={choose_first.clone()} />
                    { single_year(words, state.region.years, "sweep-first-year", first.key, choose_first) }
                    { ends(words, "sweep-first", *first, change_first) }
                </fieldset>
                <fieldset class="planning-axis">
                    <legend>{ words.text("plan-sweep-second") }</legend>
                    <Pick name="sweep-second" label={words.text("plan-sweep-key").to_string()} {keys}
                        chosen={second.map(|draft| lever_of(draft.key))} none={words.text("plan-sweep-none").to_string()}
                        on_choose={choose_second.clone()} />
                    if let Some(draft) = *second {
                        { single_year(words, state.region.years, "sweep-second-year", draft.key, choose_second) }
                        { ends(words, "sweep-second", draft, change_second) }
                    }
                </fieldset>
                <button type="button" class="button primary" data-testid="sweep-run" onclick={run}>
                    { words.text("plan-sweep-run") }
                </button>
            </div>
            if !faults.is_empty() {
                <ul class="fault" role="alert" data-testid="sweep-faults">
                    { for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }
                </ul>
            }
            { answering.waiting() }
            if let Some(question) = &question {
                { answering.outdated(words, question, state.scenario()) }
            }
            if let Some(answer) = answer {
                <SweptTable reply={answer.reply.clone()} years={state.region.years} />
            }
        </section>
    }
}

/// Both ends and the steps.
fn ends(words: &Words, name: &str, draft: Draft, on_change: Callback<Draft>) -> Html {
    let unit = draft.key.unit();
    let field =
        |(part, label): (&str, &str), value: Decimal, unit: Unit, set: fn(&mut Draft, Decimal)| {
            let on_change = on_change.clone();
            let on_value = Callback::from(move |value: Decimal| {
                let mut next = draft;
                set(&mut next, value);
                on_change.emit(next);
            });
            let label = match &*words.text(scale(unit).unit) {
                // Steps are counted, like people, but are none.
                _ if part == "steps" => words.text(label).to_string(),
                name => words.format(
                    "plan-sweep-in",
                    &[("label", &words.text(label)), ("unit", name)],
                ),
            };
            html! {
                <label class="planning-field">
                    <span>{ label.clone() }</span>
                    <LimitField id={format!("{name}-{part}")} {unit} {value} usual={draft.now}
                        label={AttrValue::from(label)} {on_value} />
                </label>
            }
        };
    if unit == Unit::Flag {
        return html! { <p class="soft">{ words.text("plan-sweep-flag") }</p> };
    }
    html! {
        <div class="planning-ends">
            { field(("from", "plan-sweep-from"), draft.from, unit, |draft, value| draft.from = value) }
            { field(("to", "plan-sweep-to"), draft.to, unit, |draft, value| draft.to = value) }
            { field(("steps", "plan-sweep-steps"), Decimal::from(draft.steps), Unit::People, |draft, value| {
                // What is no whole number is refused as none.
                draft.steps = if value.fract().is_zero() { u32::try_from(value).unwrap_or(u32::MAX) } else { 0 };
            }) }
        </div>
    }
}

/// The lever itself, whatever the year.
fn lever_of(key: Key) -> Key {
    match key {
        Key::Yearly(Yearly::Lever(lever), _) => lever.into(),
        other => other,
    }
}

/// For a lever that may be set year by year: whether all years move or a single one.
fn single_year(
    words: &Words,
    years: Years,
    name: &'static str,
    chosen: Key,
    on_choose: Callback<Option<Key>>,
) -> Html {
    let Key::Fixed(lever) = lever_of(chosen) else {
        return html! {};
    };
    if !Yearly::levers().any(|known| known == lever) {
        return html! {};
    }
    // In the first plan year it is the lever itself.
    let later: Vec<Key> = years
        .plan()
        .skip(1)
        .map(|year| Key::Yearly(Yearly::Lever(lever), year))
        .collect();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_choose.emit(Some(Key::parse(&select.value()).unwrap_or(lever.into())));
    });
    let option = |key: &Key| {
        let Key::Yearly(_, year) = key else {
            return html! {};
        };
        let text = words.format("plan-sweep-one-year", &[("year", &year.to_string())]);
        html! { <option value={key.to_string()} selected={*key == chosen}>{ text }</option> }
    };
    html! {
        <label class="pick">
            <span>{ words.text("plan-sweep-which-years") }</span>
            <select data-testid={name} {onchange}>
                <option value="" selected={chosen == lever.into()}>{ words.text("plan-sweep-all-years") }</option>
                { for later.iter().map(option) }
            </select>
        </label>
    }
}

fn refusals(words: &Words, refused: &SweepRefusal) -> Vec<String> {
    match refused {
        SweepRefusal::Problems(problems) => problems.iter().map(|one| words.problem(one)).collect(),
        SweepRefusal::TooLarge { rows, .. } => {
            let (most, rows) = (MOST_ROWS.to_string(), rows.to_string());
            vec![words.format("plan-sweep-large", &[("most", &most), ("rows", &rows)])]
        }
    }
}

/// Properties of the table of results.
#[derive(Properties)]
struct SweptProps {
    reply: Rc<Reply>,
    years: Years,
}

impl PartialEq for SweptProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.reply, &other.reply)
    }
}

#[component]
fn SweptTable(props: &SweptProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let year = use_state_eq(|| 0_usize);
    let Reply::Sweep(table) = &*props.reply else {
        return html! {};
    };
    let save = {
        let (reply, act) = (props.reply.clone(), page.act.clone());
        let name = files::file_name(&words.text("plan-sweep-file-name"), "csv");
        Callback::from(move |_: MouseEvent| {
            let Reply::Sweep(table) = &*reply else {
                return;
            };
            if files::save(&name, "text/csv;charset=utf-8", &swept::write(table)).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let (shown, all) = (ROWS_SHOWN.to_string(), table.rows.len().to_string());
    let keys = &table.keys;
    let start = keys.len() + *year * COLUMNS.len();
    let row = |row: &Vec<String>| {
        let cell = |text: &String, write: &dyn Fn(Decimal) -> String| {
            let number = Decimal::from_str_exact(text);
            number.map_or_else(|_| text.clone(), write)
        };
        html! {
            <tr>
                { for keys.iter().zip(row).map(|(key, text)| html! {
                    <th scope="row" class="number">{ words.value(*key, value_of(text)) }</th>
                }) }
                { for COLUMNS.iter().zip(row.iter().skip(start)).map(|((_, kind), text)| html! {
                    <td class="number">{ match kind {
                        Kind::Money => cell(text, &|value| words.money(YuanPerPerson(value))),
                        Kind::Signed => cell(text, &|value| words.signed_money(YuanPerPerson(value))),
                        // The table holds gaps; screens show leads, as the main one does.
                        Kind::Lead => cell(text, &|value| {
                            let word = words.text(lead_word(-value));
                            format!("{} {word}", words.signed_money(YuanPerPerson(-value)))
                        }),
                        Kind::Share => cell(text, &|value| words.percent(Share(value), 2)),
                    } }</td>
                }) }
            </tr>
        }
    };
    html! {
        <>
            <div class="planning-result-head">
                <p data-testid="sweep-count">{ words.format("plan-sweep-count", &[("count", &all)]) }</p>
                { year_choice(words, props.years, &year) }
                <button type="button" class="button" data-testid="sweep-csv" onclick={save}>
                    { words.text("plan-sweep-save") }
                </button>
            </div>
            if table.rows.len() > ROWS_SHOWN {
                <p class="soft">{ words.format("plan-sweep-cut", &[("shown", &shown), ("all", &all)]) }</p>
            }
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-tab-sweep")}>
                <table class="planning-table" data-testid="sweep-table">
                    <thead><tr>
                        { for keys.iter().map(|key| html! { <th scope="col" class="number">{ words.key_name(*key) }</th> }) }
                        { for COLUMNS.map(|(id, _)| html! { <th scope="col" class="number">{ words.text(id) }</th> }) }
                    </tr></thead>
                    <tbody>{ for table.rows.iter().take(ROWS_SHOWN).map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

/// Format of a column.
#[derive(Clone, Copy)]
enum Kind {
    Money,
    Signed,
    Lead,
    Share,
}

/// The figures of a year, in the order of the table.
const COLUMNS: [(&str, Kind); 8] = [
    ("plan-column-income", Kind::Money),
    ("plan-column-plan", Kind::Money),
    ("plan-column-difference", Kind::Signed),
    ("plan-column-coverage", Kind::Share),
    ("plan-column-lead-lifted-province", Kind::Lead),
    ("plan-column-lead-lifted-nation", Kind::Lead),
    ("plan-column-lead-rural-province", Kind::Lead),
    ("plan-column-lead-rural-nation", Kind::Lead),
];

/// A key's value as the table holds it.
fn value_of(text: &str) -> Decimal {
    match text {
        "true" => Decimal::ONE,
        "false" => Decimal::ZERO,
        number => Decimal::from_str_exact(number).unwrap_or_default(),
    }
}
