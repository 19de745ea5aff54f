//! The incomes of counties, each by its own data, and all together against the city's.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::contest::use_contest;
use super::dots::DotsCard;
use super::league::faults;
use super::projected::use_projected;
use super::props::BureauPartProps;
use super::windowed::Windowed;
use crate::app::view::context::use_page;
use crate::app::view::parts::signed;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::chart::counties::CountyDots;
use crate::counties::project::{CountyIncome, CountyIncomes};
use crate::region::key::Benchmark;
use zengshou_sheets::CountyRow;

/// The incomes.
#[component]
pub fn IncomesTab(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let contest = use_contest(props, 0);
    let projected = use_projected(props);
    let incomes = projected.answer().map(|answer| answer.incomes.clone());
    let incomes = use_memo(incomes, Clone::clone);
    let dots = {
        let outcome = &props.state.results.outcome;
        let benchmarks = [Benchmark::LiftedProvince, Benchmark::LiftedNation].map(|benchmark| {
            let amount = outcome.scenario.first()?.benchmark(benchmark)?;
            Some((words.benchmark(benchmark).to_string(), amount.exact()))
        });
        use_memo(
            (Shared(incomes.clone()), contest.clone(), words.clone()),
            move |(incomes, contest, words)| {
                let incomes = (**incomes).as_ref()?;
                let year = incomes.years.first()?;
                let against = incomes.against.get(1)?;
                let of = |county: &CountyIncome| {
                    let name = words.county_name(&contest.rows()[county.row]);
                    Some((name, county.years.first()?.scenario.exact()))
                };
                let mut dots: Vec<(String, Decimal)> =
                    incomes.counties.iter().filter_map(of).collect();
                dots.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
                let city = words.text("counties-column-city").to_string();
                let mut lines = vec![(city, against.city.exact())];
                lines.extend(benchmarks.iter().flatten().cloned());
                let year = year.to_string();
                Some(Shared(std::rc::Rc::new(CountyDots {
                    measure: words.format("bureau-income-of", &[("year", &year)]),
                    is_share: false,
                    dots,
                    lines,
                })))
            },
        )
    };
    html! {
        <>
            <section class="card" aria-labelledby="incomes-title">
                <h2 id="incomes-title">{ words.text("counties-section-incomes") }</h2>
                if !props.book.settings().division.taken.is_empty() {
                    <p data-testid="incomes-taken">{ words.text("bureau-incomes-taken") }</p>
                }
                { projected.waiting.clone() }
                if let Some(incomes) = &*incomes {
                    { against(&words, incomes) }
                    { without(&words, contest.rows(), incomes) }
                    <IncomeTable incomes={Shared(std::rc::Rc::new(incomes.clone()))} base={props.state.region.years.income}
                        region={Shared(contest.region.clone())} />
                    <p class="soft">{ words.text("counties-table-incomes-note") }</p>
                }
            </section>
            { faults(&words, &contest) }
            if let Some(dots) = &*dots {
                <DotsCard dots={dots.clone()} />
            }
        </>
    }
}

/// All counties against the city, with the rest.
fn against(words: &Words, incomes: &CountyIncomes) -> Html {
    let people = |value: Decimal| words.decimal(value, 0);
    let arguments = [
        ("city", &*people(incomes.city_people)),
        ("reported", &people(incomes.reported_people)),
        ("rest", &people(incomes.rest_people())),
    ];
    let money = |amount: Option<_>| match amount {
        Some(amount) => words.money(amount),
        None => "—".to_owned(),
    };
    html! {
        <>
            <p data-testid="incomes-people">{ words.format("counties-people", &arguments) }</p>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("counties-table-against")}>
                <table class="bureau-table numbers" data-testid="incomes-against">
                    <caption>{ words.text("counties-table-against") }</caption>
                    <thead><tr>
                        { for ["counties-column-year", "counties-column-weighted", "counties-column-city",
                            "counties-column-difference", "counties-column-rest"]
                            .map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for incomes.against.iter().map(|of| html! {
                            <tr key={of.year}>
                                <th scope="row">{ of.year }</th>
                                <td class="number">{ money(of.counties) }</td>
                                <td class="number">{ words.money(of.city) }</td>
                                <td class="number">{ match of.difference() {
                                    Some(difference) => signed(words, difference),
                                    None => html! { "—" },
                                } }</td>
                                <td class="number">{ money(of.rest) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="soft">{ words.text("counties-table-against-note") }</p>
        </>
    }
}

/// Rows without a projection, and why.
fn without(words: &Words, rows: &[CountyRow], incomes: &CountyIncomes) -> Html {
    if incomes.without.is_empty() {
        return html! {};
    }
    let line = |(row, gap): &(usize, _)| {
        let arguments = [
            ("place", &*words.county_place(rows, *row)),
            ("why", &words.projection_gap(*gap)),
        ];
        html! { <li>{ words.format("counties-without", &arguments) }</li> }
    };
    html! {
        <details open={incomes.without.len() < 6}>
            <summary>{ words.format("bureau-without-income", &[("count", &incomes.without.len().to_string())]) }</summary>
            <ul>{ for incomes.without.iter().map(line) }</ul>
        </details>
    }
}

/// Properties of the table.
#[derive(Properties, PartialEq)]
struct IncomeTableProps {
    incomes: Shared<CountyIncomes>,
    base: u16,
    region: Shared<crate::region::Region>,
}

#[component]
fn IncomeTable(props: &IncomeTableProps) -> Html {
    let words = use_page().words;
    let base = props.base.to_string();
    let mut heads = vec![
        words.text("form-county-name").to_string(),
        words.text("form-county-lifted-people").to_string(),
        words.format("counties-column-known", &[("year", &base)]),
    ];
    for year in &props.incomes.years {
        let year = year.to_string();
        heads.push(words.format("counties-column-plan", &[("year", &year)]));
        heads.push(words.format("counties-column-effect", &[("year", &year)]));
    }
    heads.push(words.text("counties-column-stand-ins").to_string());
    let columns = heads.len();
    let head =
        html! { { for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) } };
    let row = {
        let (incomes, region, words) = (props.incomes.clone(), props.region.clone(), words.clone());
        Callback::from(move |at: usize| {
            let county = &incomes.counties[at];
            let rows = region.own.as_deref().map_or(&[][..], |own| &own.counties);
            let stand_ins = county
                .stand_ins
                .iter()
                .map(|one| words.stand_in(*one).to_string());
            let stand_ins: Vec<String> = stand_ins.collect();
            html! {
                <>
                    <th scope="row">{ words.county_name(&rows[county.row]) }</th>
                    <td class="number">{ words.decimal(county.people, 0) }</td>
                    <td class="number">{ words.money(county.known) }</td>
                    { for county.years.iter().map(|pair| html! {
                        <>
                            <td class="number">{ words.money(pair.scenario) }</td>
                            <td class="number">{ signed(&words, pair.scenario - pair.plan) }</td>
                        </>
                    }) }
                    <td class="soft">{ stand_ins.join(&words.text("list-comma")) }</td>
                </>
            }
        })
    };
    html! {
        <Windowed name="county-incomes" caption={AttrValue::from(words.text("counties-table-incomes"))}
            {columns} {head} count={props.incomes.counties.len()} {row} />
    }
}
