//! Money divided among the counties by factors: the terms in place, the result beside them, and what it does to incomes.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::contest_settings::SettingAt;
use super::division_table::{DivisionTable, ResultTable};
use super::paper_tools::ExcelPaper;
use super::projected::use_projected;
use super::props::BureauPartProps;
use crate::app::effects::workbook::BureauPaper;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::counties::check::CheckedCounties;
use crate::counties::divide::{Division, DivisionRefusal};
use crate::counties::settings::{CountySettings, Factor, whole_wan};
use crate::counties::wan_amount;
use crate::region::key::Unit;

/// The division.
#[component]
pub fn DivisionTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let book = &props.book;
    let own = &book.settings().division;
    let projected = use_projected(props);
    let of = (
        Shared(props.state.region.clone()),
        Shared(book.settings().clone()),
    );
    let divided = use_memo(of, |(region, settings)| {
        let wan = settings.division.money?;
        Some(Division::of(&CheckedCounties::of(region), settings, wan).map(Rc::new))
    });
    let effects = projected.answer().map(|answer| answer.effects.clone());
    let effects = Shared(use_memo(effects, |effects| {
        effects.clone().unwrap_or_default()
    }));
    let years = projected
        .answer()
        .map(|answer| answer.incomes.years.clone());
    let field = |place: &str, id: &str, unit: Unit| SettingAt {
        book,
        place: format!("division.{place}"),
        label: words.text(id).to_string(),
        is_labelled: true,
        unit,
    };
    let none = words.text("bureau-unset");
    let amount = |wan: Option<u64>| wan.map(|wan| wan_amount(wan).exact());
    let money = field("amount", "bureau-money", Unit::Yuan).maybe(
        amount(own.money),
        "",
        |settings, value| settings.division.money = value.and_then(whole_wan),
    );
    let floor = field("floor", "bureau-floor", Unit::Yuan).maybe(
        amount(own.floor),
        &none,
        |settings, value| settings.division.floor = value.and_then(whole_wan),
    );
    let cap =
        field("cap", "bureau-cap", Unit::Yuan).maybe(amount(own.cap), &none, |settings, value| {
            settings.division.cap = value.and_then(whole_wan)
        });
    let weights = Factor::ALL.map(|factor| {
        let at = factor as usize;
        let field = SettingAt {
            book,
            place: format!("division.weights.{}", factor.name()),
            label: words.division_factor(factor).to_string(),
            is_labelled: true,
            unit: Unit::PeoplePerHousehold,
        };
        field.always(own.weights[at], move |settings, value| {
            settings.division.weights[at] = value;
        })
    });
    let on_added = {
        let book = book.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let is_added = input.checked();
            book.edit(None, move |settings| settings.division.is_added = is_added);
        })
    };
    let is_assumed = own.weights == CountySettings::default().division.weights;
    html! {
        <>
            <section class="card" aria-labelledby="division-title">
                <h2 id="division-title">{ words.text("counties-section-division") }</h2>
                <p class="soft">{ words.text("bureau-division-how") }</p>
                if is_assumed {
                    <p data-testid="division-assumed"><span class="status assumption">{ words.text("status-assumption") }</span>{ " " }
                        { words.text("counties-division-assumed") }</p>
                }
                <div class="bureau-line">{ money }{ floor }{ cap }</div>
                <div class="bureau-line">{ for weights }</div>
                <label>
                    <input type="checkbox" checked={own.is_added} data-testid="division-added" onchange={on_added} />
                    { " " }{ words.text("bureau-added") }
                </label>
                <details class="bureau-method" data-testid="division-terms">
                    <summary>{ words.text("bureau-terms") }</summary>
                    <DivisionTable state={props.state.clone()} book={book.clone()} />
                </details>
            </section>
            <section class="card" aria-labelledby="division-result">
                <h2 id="division-result">{ words.text("counties-table-division") }</h2>
                { match &*divided {
                    None => html! { <p data-testid="division-none">{ words.text("bureau-no-money") }</p> },
                    Some(Err(refusal)) => refused(&words, props, refusal),
                    Some(Ok(division)) => html! {
                        <>
                            <Taken division={Shared(division.clone())} state={props.state.clone()} book={book.clone()} />
                            <ResultTable division={Shared(division.clone())} {effects} years={years.unwrap_or_default()}
                                region={Shared(props.state.region.clone())} />
                            { projected.waiting.clone() }
                            <ExcelPaper kind={BureauPaper::Counties} title={AttrValue::from(words.text("counties-section-division"))}
                                state={props.state.clone()} book={book.clone()} />
                        </>
                    },
                } }
            </section>
        </>
    }
}

/// The reasons why the money can't be divided.
fn refused(words: &Words, props: &BureauPartProps, refusal: &DivisionRefusal) -> Html {
    let rows = props.rows();
    let money = props.book.settings().division.money.unwrap_or_default();
    let mut lines = words.division_refusal(rows, money, refusal);
    let count = lines.len();
    lines.truncate(MOST_LINES);
    html! {
        <div role="alert" class="fault" data-testid="division-refused">
            <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            if count > MOST_LINES {
                <p>{ words.format("bureau-further", &[("count", &(count - MOST_LINES).to_string())]) }</p>
            }
        </div>
    }
}

/// The most reasons that are listed.
const MOST_LINES: usize = 30;

/// Properties of what takes a division over.
#[derive(Properties)]
struct TakenProps {
    division: Shared<Division>,
    state: Rc<crate::app::state::State>,
    book: super::book::BureauHandle,
}

impl PartialEq for TakenProps {
    fn eq(&self, other: &Self) -> bool {
        self.division == other.division && self.book == other.book
    }
}

/// The sum, and the way to take the division over: a step that can be taken back.
#[component]
fn Taken(props: &TakenProps) -> Html {
    let words = use_page().words;
    let rows = props.state.region.own.as_deref();
    let rows = rows.map_or(&[][..], |own| &own.counties);
    let parts = props.division.parts.iter();
    let now: BTreeMap<String, u64> = parts
        .map(|part| (rows[part.row].name.clone(), part.wan))
        .collect();
    let taken = &props.book.settings().division.taken;
    let is_taken = *taken == now;
    let sum: u64 = props.division.parts.iter().map(|part| part.wan).sum();
    let sum = words.value_of_unit(Unit::Yuan, wan_amount(sum).exact());
    let take = {
        let book = props.book.clone();
        Callback::from(move |_: MouseEvent| {
            let now = now.clone();
            book.edit(None, move |settings| {
                settings.division.taken.clone_from(&now)
            });
        })
    };
    let leave = {
        let book = props.book.clone();
        Callback::from(move |_: MouseEvent| {
            book.edit(None, |settings| settings.division.taken.clear());
        })
    };
    let said = match (taken.is_empty(), is_taken) {
        (true, _) => "bureau-not-taken",
        (false, true) => "bureau-taken",
        (false, false) => "bureau-taken-other",
    };
    html! {
        <div class="bureau-line">
            <strong data-testid="division-sum">{ words.format("bureau-divided-sum", &[("sum", &sum)]) }</strong>
            <span class="soft" role="status" data-testid="division-taken">{ words.text(said) }</span>
            <button type="button" class="button primary" data-testid="division-take" disabled={is_taken} onclick={take}>
                { words.text("bureau-take") }</button>
            if !taken.is_empty() {
                <button type="button" class="button" data-testid="division-leave" onclick={leave}>{ words.text("bureau-leave") }</button>
            }
        </div>
    }
}
