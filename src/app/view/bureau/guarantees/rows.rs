//! The rows of a guarantee: the whole region's, those of its counties, and a way to add one.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::bureau::optional_field::OptionalField;
use crate::app::view::context::use_page;
use crate::app::view::parts::focus;
use crate::app::words::Words;
use crate::counties::guarantees::{
    CheckedGuarantee, CountyProblems, Guarantee, GuaranteeEntry, GuaranteePlace, GuaranteeSource,
    ProblemCount,
};
use crate::problem::quote;
use crate::region::key::Unit;

/// Properties of the rows.
#[derive(Properties, PartialEq)]
pub struct GuaranteeRowsProps {
    /// The guarantee.
    pub guarantee: Guarantee,
    /// The entry of it, where there is any.
    pub entry: Option<GuaranteeEntry>,
    /// Its sums, where anything is entered.
    pub checked: Option<CheckedGuarantee>,
    /// The counties of the region's table.
    pub names: Vec<AttrValue>,
    /// The settings.
    pub book: BureauHandle,
}

/// A number of a row.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Found,
    Solved,
    Cost,
}

impl Part {
    const ALL: [Self; 3] = [Self::Found, Self::Solved, Self::Cost];

    fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Solved => "solved",
            Self::Cost => "cost",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Found => "guarantee-column-found",
            Self::Solved => "guarantee-column-solved",
            Self::Cost => "guarantee-column-cost-wan",
        }
    }

    fn put(self, count: &mut ProblemCount, cost: &mut Option<Decimal>, value: Option<Decimal>) {
        match self {
            Self::Found => count.found = value.and_then(|value| value.to_u64()),
            Self::Solved => count.solved = value.and_then(|value| value.to_u64()),
            Self::Cost => *cost = value,
        }
    }

    fn of(self, count: ProblemCount, cost: Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Found => count.found.map(Decimal::from),
            Self::Solved => count.solved.map(Decimal::from),
            Self::Cost => cost,
        }
    }
}

/// Changes an entry; one that holds nothing any more is taken out.
fn edit(book: &BureauHandle, guarantee: Guarantee, change: impl Fn(&mut GuaranteeEntry) + 'static) {
    book.edit(None, move |settings| {
        let place = &mut settings.guarantees.entries[guarantee as usize];
        let mut entry = place.take().unwrap_or_default();
        change(&mut entry);
        *place = (entry != GuaranteeEntry::default()).then_some(entry);
    });
}

/// The rows.
#[component]
pub fn GuaranteeRows(props: &GuaranteeRowsProps) -> Html {
    let words = use_page().words;
    let guarantee = props.guarantee;
    let entry = props.entry.clone().unwrap_or_default();
    let checked = props.checked.as_ref();
    let name = words.guarantee(guarantee);
    let field = |county: Option<usize>, part: Part| {
        let (count, cost, place) = match county {
            None => (
                entry.whole,
                entry.unit_cost,
                words.text("guarantee-whole").to_string(),
            ),
            Some(index) => {
                let own = &entry.counties[index];
                (own.count, own.unit_cost, quote(&own.name))
            }
        };
        let id = match county {
            None => format!("guarantee-{}-{}", guarantee.name(), part.name()),
            Some(index) => format!(
                "guarantee-{}-{}-{}",
                guarantee.name(),
                index + 1,
                part.name()
            ),
        };
        let row = [("name", &*name), ("place", &*place)];
        let label = [
            &*words.format("guarantee-row", &row),
            &*words.text(part.label()),
        ]
        .join(" ");
        let book = props.book.clone();
        let on_value = Callback::from(move |value: Option<Decimal>| {
            edit(&book, guarantee, move |entry| match county {
                None => part.put(&mut entry.whole, &mut entry.unit_cost, value),
                Some(index) => {
                    if let Some(own) = entry.counties.get_mut(index) {
                        part.put(&mut own.count, &mut own.unit_cost, value);
                    }
                }
            });
        });
        let is_money = part == Part::Cost;
        let unit = if is_money { Unit::Yuan } else { Unit::People };
        html! {
            <td class="number">
                <OptionalField {id} {label} {unit} is_whole={!is_money} value={part.of(count, cost)} {on_value} />
            </td>
        }
    };
    let [found, solved, cost] = Part::ALL.map(|part| field(None, part));
    let left = checked.map(|own| left(&words, own.count.left()));
    let money = checked.map(|own| words.needed_money(own.money));
    let county = |(index, own): (usize, &CountyProblems)| {
        let line = checked.and_then(|checked| {
            let mut lines = checked.lines.iter();
            lines.find(|line| line.place == GuaranteePlace::County(index))
        });
        let [found, solved, cost] = Part::ALL.map(|part| field(Some(index), part));
        let book = props.book.clone();
        let id = source_id(guarantee);
        let remove = Callback::from(move |_: MouseEvent| {
            edit(&book, guarantee, move |entry| {
                entry.counties.remove(index);
            });
            // The button goes with its row; the focus must not fall off the page.
            let _focused = focus(&id);
        });
        let label = words.format("guarantee-remove", &[("place", &quote(&own.name))]);
        html! {
            <tr key={format!("{index}-{}", own.name)} class="bureau-county">
                <th scope="row">{ quote(&own.name) }</th>
                { found }{ solved }
                <td class="number">{ line.map(|line| self::left(&words, line.count.left())) }</td>
                { cost }
                <td class="number">{ line.map(|line| money_of(&words, line.money)) }</td>
                <td><button type="button" class="button" aria-label={label.clone()} title={label} onclick={remove}>{ "✕" }</button></td>
            </tr>
        }
    };
    let rest = checked.and_then(|own| {
        let mut lines = own.lines.iter();
        lines
            .find(|line| line.place == GuaranteePlace::Rest)
            .copied()
    });
    let count = |value: Option<u64>| match value {
        Some(value) => words.decimal(value.into(), 0),
        None => words.text("value-unknown").to_string(),
    };
    html! {
        <tbody>
            <tr>
                <th scope="row">{ name.clone() }</th>
                { found }{ solved }
                <td class="number">{ left }</td>
                { cost }
                <td class="number" data-testid={format!("guarantee-{}-money", guarantee.name())}>{ money }</td>
                <td class="bureau-choices">{ source(&words, props, &entry) }{ add(&words, props, &entry) }</td>
            </tr>
            { for entry.counties.iter().enumerate().map(county) }
            if let Some(rest) = rest {
                <tr class="bureau-county">
                    <th scope="row">{ words.text("guarantee-rest") }</th>
                    <td class="number">{ count(rest.count.found) }</td>
                    <td class="number">{ count(rest.count.solved) }</td>
                    <td class="number">{ self::left(&words, rest.count.left()) }</td>
                    <td></td>
                    <td class="number">{ money_of(&words, rest.money) }</td>
                    <td></td>
                </tr>
            }
        </tbody>
    }
}

fn left(words: &Words, left: Option<u64>) -> String {
    match left {
        Some(left) => words.decimal(left.into(), 0),
        None => words.text("value-unknown").to_string(),
    }
}

fn money_of(words: &Words, money: Option<Decimal>) -> String {
    match money {
        Some(money) => words.value_of_unit(Unit::Yuan, money),
        None => words.text("value-unknown").to_string(),
    }
}

fn source_id(guarantee: Guarantee) -> String {
    format!("guarantee-{}-from", guarantee.name())
}

/// The money that it is kept from.
fn source(words: &Words, props: &GuaranteeRowsProps, entry: &GuaranteeEntry) -> Html {
    let (book, guarantee) = (props.book.clone(), props.guarantee);
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Some(source) = GuaranteeSource::parse(&select.value()) {
            edit(&book, guarantee, move |entry| entry.source = source);
        }
    });
    let named = [("name", &*words.guarantee(guarantee))];
    let label = words.format("guarantee-from-label", &named);
    html! {
        <select id={source_id(guarantee)} data-testid={source_id(guarantee)} aria-label={label} {onchange}>
            { for GuaranteeSource::ALL.map(|own| html! {
                <option value={own.name()} selected={entry.source == own}>{ words.guarantee_source(own) }</option>
            }) }
        </select>
    }
}

/// A list of the counties that are not entered yet.
fn add(words: &Words, props: &GuaranteeRowsProps, entry: &GuaranteeEntry) -> Html {
    if props.names.is_empty() {
        return html! {};
    }
    let (book, guarantee) = (props.book.clone(), props.guarantee);
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let name = select.value();
        select.set_selected_index(0);
        if name.is_empty() {
            return;
        }
        edit(&book, guarantee, move |entry| {
            entry.counties.push(CountyProblems {
                name: name.clone(),
                ..CountyProblems::default()
            });
        });
    });
    let is_free = |name: &&AttrValue| entry.counties.iter().all(|own| own.name != **name);
    let named = [("name", &*words.guarantee(guarantee))];
    let label = words.format("guarantee-add-label", &named);
    html! {
        <select data-testid={format!("guarantee-{}-add", guarantee.name())} aria-label={label} {onchange}>
            <option value="" selected={true}>{ words.text("guarantee-add") }</option>
            { for props.names.iter().filter(is_free).map(|name| html! {
                <option value={name.clone()}>{ quote(name) }</option>
            }) }
        </select>
    }
}
