//! The tables of a division: the terms of each county in place, and each county's part with its effect.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::contest_settings::SettingAt;
use super::props::BureauPartProps;
use super::windowed::Windowed;
use crate::app::view::context::use_page;
use crate::app::view::parts::signed;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::counties::divide::{DividedPart, Division};
use crate::counties::effect::MoneyEffect;
use crate::counties::settings::{CountySettings, CountyTerms, Factor, whole_wan};
use crate::counties::wan_amount;
use crate::number::Yuan;
use crate::region::Region;
use crate::region::key::{Unit, Year};

/// The terms of every county.
#[component]
pub fn DivisionTable(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let heads = [
        "form-county-name",
        "bureau-policy",
        "counties-column-appraisal",
        "bureau-own-floor",
        "bureau-own-cap",
    ];
    let head = html! { { for heads.map(|id| html! { <th scope="col">{ words.text(id) }</th> }) } };
    let row = {
        let (state, book, words) = (props.state.clone(), props.book.clone(), words.clone());
        Callback::from(move |at: usize| {
            let part = BureauPartProps {
                state: state.clone(),
                book: book.clone(),
            };
            terms(&words, &part, at)
        })
    };
    html! {
        <Windowed name="division-terms-table" caption={AttrValue::from(words.text("bureau-terms"))} columns=5 {head}
            count={props.rows().len()} {row} />
    }
}

/// Sets the terms of a county; those that say nothing are taken away.
fn put(settings: &mut CountySettings, name: &str, set: impl Fn(&mut CountyTerms)) {
    let counties = &mut settings.division.counties;
    let mut terms = counties.get(name).cloned().unwrap_or_default();
    set(&mut terms);
    match terms == CountyTerms::default() {
        true => counties.remove(name),
        false => counties.insert(name.to_owned(), terms),
    };
}

fn terms(words: &Words, props: &BureauPartProps, at: usize) -> Html {
    let county = &props.rows()[at];
    let name: Rc<str> = county.name.as_str().into();
    let shown = words.county_name(county);
    let own = props.book.settings().division.counties.get(&*name);
    let own = own.cloned().unwrap_or_default();
    let field = |part: &str, id: &str, unit: Unit| SettingAt {
        book: &props.book,
        place: format!("division.counties.{}.{part}", crate::problem::quote(&name)),
        label: format!("{shown}：{}", words.text(id)),
        is_labelled: false,
        unit,
    };
    let amount = |wan: Option<u64>| wan.map(|wan| wan_amount(wan).exact());
    let policy = {
        let name = name.clone();
        field("policy", "bureau-policy", Unit::PeoplePerHousehold).always(
            own.policy,
            move |settings, value| {
                put(settings, &name, |terms| terms.policy = value);
            },
        )
    };
    let appraisal = {
        let name = name.clone();
        field(
            "appraisal",
            "counties-column-appraisal",
            Unit::PeoplePerHousehold,
        )
        .always(own.appraisal, move |settings, value| {
            put(settings, &name, |terms| terms.appraisal = value)
        })
    };
    let floor = {
        let name = name.clone();
        field("floor", "bureau-own-floor", Unit::Yuan).maybe(
            amount(own.floor),
            "",
            move |settings, value| {
                put(settings, &name, |terms| {
                    terms.floor = value.and_then(whole_wan)
                });
            },
        )
    };
    let cap = field("cap", "bureau-own-cap", Unit::Yuan).maybe(
        amount(own.cap),
        "",
        move |settings, value| {
            put(settings, &name, |terms| {
                terms.cap = value.and_then(whole_wan)
            });
        },
    );
    html! {
        <>
            <th scope="row">{ shown }</th>
            <td>{ policy }</td><td>{ appraisal }</td><td>{ floor }</td><td>{ cap }</td>
        </>
    }
}

/// Properties of the result.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// The division.
    pub division: Shared<Division>,
    /// Its effects, where they are known already.
    pub effects: Shared<Vec<MoneyEffect>>,
    /// The years of the effects.
    pub years: Vec<Year>,
    /// The region.
    pub region: Shared<Region>,
}

/// Each county's part, and its income before and after.
#[component]
pub fn ResultTable(props: &ResultProps) -> Html {
    let words = use_page().words;
    let mut heads = vec![words.text("form-county-name").to_string()];
    heads.extend(Factor::ALL.map(|factor| words.division_factor(factor).to_string()));
    let plain = [
        "counties-column-weight",
        "counties-column-money",
        "counties-column-limit",
        "counties-column-present",
        "counties-column-after",
    ];
    heads.extend(plain.map(|id| words.text(id).to_string()));
    for year in &props.years {
        let year = year.to_string();
        heads.push(words.format("counties-column-before", &[("year", &year)]));
        heads.push(words.format("counties-column-divided", &[("year", &year)]));
        heads.push(words.format("counties-column-moved", &[("year", &year)]));
    }
    let columns = heads.len();
    let head =
        html! { { for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) } };
    let row = {
        let (props, words) = (props.clone_parts(), words.clone());
        Callback::from(move |at: usize| cells(&words, &props, at))
    };
    let without = props.division.without.iter();
    let rows = props.region.own.as_deref();
    let rows = rows.map_or(&[][..], |own| &own.counties);
    let without: Vec<String> = without
        .filter(|(row, _)| !rows[*row].is_city_itself)
        .map(|(row, gap)| {
            let arguments = [
                ("place", &*words.county_place(rows, *row)),
                ("why", &words.projection_gap(*gap)),
            ];
            words.format("counties-without", &arguments)
        })
        .collect();
    html! {
        <>
            <Windowed name="division-result-table" caption={AttrValue::from(words.text("counties-table-division"))} {columns} {head}
                count={props.division.parts.len()} {row} />
            if !without.is_empty() {
                <details>
                    <summary>{ words.format("bureau-without-money", &[("count", &without.len().to_string())]) }</summary>
                    <ul>{ for without.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                </details>
            }
        </>
    }
}

impl ResultProps {
    fn clone_parts(&self) -> Self {
        Self {
            division: self.division.clone(),
            effects: self.effects.clone(),
            years: self.years.clone(),
            region: self.region.clone(),
        }
    }
}

fn cells(words: &Words, props: &ResultProps, at: usize) -> Html {
    let part: &DividedPart = &props.division.parts[at];
    let rows = props.region.own.as_deref();
    let rows = rows.map_or(&[][..], |own| &own.counties);
    // Effects stand in the order of the parts; where some have none, they are sought.
    let effect = props
        .effects
        .get(at)
        .filter(|effect| effect.row == part.row);
    let effect = effect.or_else(|| props.effects.iter().find(|effect| effect.row == part.row));
    let wan = |amount: Yuan| words.decimal(amount.exact() * Decimal::new(1, 4), 0);
    html! {
        <>
            <th scope="row">{ words.county_name(&rows[part.row]) }</th>
            { for part.factors.map(|share| html! { <td class="number">{ words.percent(share, 2) }</td> }) }
            <td class="number">{ words.percent(part.weight, 2) }</td>
            <td class="number"><strong>{ wan(part.amount()) }</strong></td>
            <td>{ part.limit.map(|limit| words.money_limit(limit)) }</td>
            <td class="number">{ effect.map(|effect| wan(effect.present)) }</td>
            <td class="number">{ effect.map(|effect| wan(effect.after)) }</td>
            { for props.years.iter().enumerate().map(|(step, _)| {
                let pair = effect.and_then(|effect| effect.years.get(step));
                html! {
                    <>
                        <td class="number">{ pair.map(|pair| words.money(pair.before)) }</td>
                        <td class="number">{ pair.map(|pair| words.money(pair.after)) }</td>
                        <td class="number">{ match pair {
                            Some(pair) => signed(words, pair.after - pair.before),
                            None => html! { "…" },
                        } }</td>
                    </>
                }
            }) }
        </>
    }
}
