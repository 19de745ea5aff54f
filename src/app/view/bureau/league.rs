//! The league of the quarterly contest: a table to sort, and what it is judged by.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::contest::{Contest, use_contest};
use super::contest_settings::ContestSettings;
use super::dots::CountyDotsCard;
use super::props::BureauPartProps;
use super::windowed::Windowed;
use crate::app::effects::bureau;
use crate::app::effects::files;
use crate::app::state::{Action, News, Origin};
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::counties::indicator::Indicator;
use crate::counties::league::{Lamp, LeagueLine, POINT_PLACES};
use crate::counties::order::{LeagueColumn, LeagueOrder};
use crate::region::own::OwnRegion;

/// The league with its settings.
#[component]
pub fn LeagueTab(props: &BureauPartProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let changed = use_state_eq(|| 0_u32);
    let contest = use_contest(props, *changed);
    let on_changed = {
        let changed = changed.clone();
        Callback::from(move |()| changed.set(*changed + 1))
    };
    html! {
        <>
            <section class="card" aria-labelledby="league-title">
                <h2 id="league-title">{ words.text("counties-section-league") }</h2>
                <p class="soft" data-testid="league-day">{ as_of(&words, &contest) }</p>
                <Comparison region={props.state.region.id.clone()} has_before={contest.has_before} {on_changed} />
                <LeagueTable contest={contest.clone()} />
                { unranked(&words, &contest) }
                <details class="bureau-method">
                    <summary>{ words.text("bureau-formulas") }</summary>
                    <ul>{ for Indicator::ALL.map(|one| html! { <li>{ words.indicator_formula(one) }</li> }) }</ul>
                    <p>{ words.text("bureau-points") }</p>
                </details>
            </section>
            { faults(&words, &contest) }
            <ContestSettings state={props.state.clone()} book={props.book.clone()} />
            <CountyDotsCard {contest} settings={Shared(props.book.settings().clone())} />
        </>
    }
}

/// The day or the days of the figures.
fn as_of(words: &Words, contest: &Contest) -> String {
    match contest.league.days() {
        None => words.text("counties-as-of-unknown").to_string(),
        Some((first, last)) if first == last => {
            words.format("counties-as-of", &[("day", &first.to_string())])
        }
        Some((first, last)) => {
            let days = [("first", &*first.to_string()), ("last", &last.to_string())];
            words.format("counties-as-of-between", &days)
        }
    }
}

/// The faults of the table by row, which are set apart.
pub fn faults(words: &Words, contest: &Contest) -> Html {
    if contest.faults.is_empty() {
        return html! {};
    }
    html! {
        <section class="card bureau-faults" aria-labelledby="league-faults" data-testid="county-faults">
            <h2 id="league-faults">{ words.text("counties-section-faults") }</h2>
            <p>{ words.text("counties-faults-about") }</p>
            <ul>{ for contest.faults.iter().map(|fault| html! { <li>{ words.county_fault(contest.rows(), fault) }</li> }) }</ul>
        </section>
    }
}

/// Counties without a rank, and why.
fn unranked(words: &Words, contest: &Contest) -> Html {
    let comma = words.text("list-comma");
    let names = |missing: &[Indicator]| {
        let names = missing.iter().map(|one| words.indicator(*one).to_string());
        names.collect::<Vec<_>>().join(&comma)
    };
    let league = &contest.league;
    let mut lines: Vec<String> = league
        .unranked()
        .map(|line| {
            let row = &contest.rows()[line.row];
            let id = match row.is_city_itself {
                true => "counties-missing-itself",
                false => "counties-missing",
            };
            let arguments = [
                ("name", &*words.county_name(row)),
                ("list", &names(&line.missing)),
            ];
            words.format(id, &arguments)
        })
        .collect();
    for (id, list) in [
        ("counties-unasked", &league.unasked),
        ("counties-unreported", &league.unreported),
    ] {
        if !list.is_empty() {
            lines.push(words.format(id, &[("list", &names(list))]));
        }
    }
    html! {
        if !lines.is_empty() {
            <ul data-testid="league-unranked">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        }
    }
}

/// Properties of the table.
#[derive(Properties, PartialEq)]
struct LeagueTableProps {
    contest: Shared<Contest>,
}

#[component]
fn LeagueTable(props: &LeagueTableProps) -> Html {
    let words = use_page().words;
    let order = use_session_state("league-order", LeagueOrder::default);
    let shown = use_memo((props.contest.clone(), *order), |(contest, order)| {
        order.of(&contest.league, contest.rows())
    });
    let head = |by: LeagueColumn, id: &'static str, title: String| {
        let is_by = order.by == by;
        let sort = match (is_by, order.is_reversed) {
            (false, _) => None,
            (true, false) => Some("ascending"),
            (true, true) => Some("descending"),
        };
        let sign = match (is_by, order.is_reversed) {
            (false, _) => "",
            (true, false) => " ▾",
            (true, true) => " ▴",
        };
        let order = order.clone();
        let onclick = Callback::from(move |_: MouseEvent| order.set(order.pressed(by)));
        html! {
            <th scope="col" aria-sort={sort} class={(by == LeagueColumn::Name).then_some("left")}>
                <button type="button" class="bureau-sort" data-testid={format!("league-by-{id}")} {onclick}>
                    { title }<span aria-hidden="true">{ sign }</span>
                </button>
            </th>
        }
    };
    let heads = html! {
        <>
            { head(LeagueColumn::Rank, "rank", words.text("counties-column-rank").to_string()) }
            { head(LeagueColumn::Name, "name", words.text("form-county-name").to_string()) }
            <th scope="col">{ words.text("counties-column-composite") }</th>
            { head(LeagueColumn::Change, "change", words.text("counties-column-change").to_string()) }
            { for Indicator::ALL.map(|one| head(LeagueColumn::Share(one), one.name(), words.indicator(one).to_string())) }
            <th scope="col" class="left">{ words.text("form-county-day") }</th>
        </>
    };
    let row = {
        let (contest, words, shown) = (props.contest.clone(), words.clone(), shown.clone());
        Callback::from(move |at: usize| {
            let line = &contest.league.lines[shown[at]];
            cells(&words, &contest, line)
        })
    };
    let together = Indicator::ALL.map(|one| {
        let share = props.contest.league.together[one as usize];
        let share = share.map_or_else(|| "—".to_owned(), |share| words.percent(share, 2));
        html! { <td class="number">{ share }</td> }
    });
    let foot = html! {
        <tfoot><tr>
            <td></td><th scope="row">{ words.text("counties-together") }</th><td></td><td></td>{ for together }<td></td>
        </tr></tfoot>
    };
    html! {
        <Windowed name="league" caption={AttrValue::from(words.text("counties-table-league"))}
            columns={Indicator::ALL.len() + 5} head={heads} count={shown.len()} {row} {foot} />
    }
}

fn cells(words: &Words, contest: &Contest, line: &LeagueLine) -> Html {
    let rank = match line.rank {
        Some(rank) => rank.to_string(),
        None => words.text("counties-unranked").to_string(),
    };
    let composite = line.composite;
    let composite = composite.map_or_else(|| "—".to_owned(), |it| words.decimal(it, POINT_PLACES));
    html! {
        <>
            <td>{ rank }</td>
            <th scope="row">{ words.county_name(&contest.rows()[line.row]) }</th>
            <td class="number">{ composite }</td>
            <td class="number">{ change(words, line) }</td>
            { for Indicator::ALL.map(|one| rate(words, line, one)) }
            <td>{ line.day.map(|day| day.to_string()) }</td>
        </>
    }
}

/// The change since the last import; its direction is a sign and a word of its own.
fn change(words: &Words, line: &LeagueLine) -> Html {
    let Some(change) = line.change else {
        return html! { "—" };
    };
    let sign = match change.places {
        0 => "＝",
        1.. => "▲",
        _ => "▼",
    };
    let places = words.numbers().decimal(change.places.into(), 0, true);
    let points = words
        .numbers()
        .decimal(change.composite, POINT_PLACES, true);
    html! { <>{ sign }{ " " }{ places }<br /><span class="soft">{ points }</span></> }
}

/// An indicator's share with its lamp, and under it numerator and denominator.
fn rate(words: &Words, line: &LeagueLine, one: Indicator) -> Html {
    let rate = match &line.rates[one as usize] {
        Ok(rate) => rate,
        Err(gap) => return html! { <td class="soft">{ words.rate_gap(*gap) }</td> },
    };
    let (part, whole) = one.fields();
    let parts = format!(
        "{} / {}",
        words.county_number(part, rate.numerator),
        words.county_number(whole, rate.denominator)
    );
    html! {
        <td class="number">
            { words.percent(rate.share, 2) }
            if rate.is_small {
                <span title={words.text("bureau-small")}>{ words.text("counties-small-mark") }
                    <span class="unseen">{ words.text("bureau-small") }</span></span>
            }
            if let Some(lamp) = line.lamps[one as usize] { { lamp_of(words, lamp) } }
            <br /><span class="soft bureau-parts">{ parts }</span>
        </td>
    }
}

/// A lamp: a colour, a shape and a word.
fn lamp_of(words: &Words, lamp: Lamp) -> Html {
    let (class, sign) = match lamp {
        Lamp::Green => ("green", "●"),
        Lamp::Yellow => ("yellow", "▲"),
        Lamp::Red => ("red", "■"),
    };
    html! {
        <span class={classes!("lamp", class)} title={words.lamp(lamp)}>{ " " }<span aria-hidden="true">{ sign }</span>
            <span class="unseen">{ words.lamp(lamp) }</span></span>
    }
}

/// Properties of the comparison with an earlier import.
#[derive(Properties, PartialEq)]
struct ComparisonProps {
    region: AttrValue,
    has_before: bool,
    on_changed: Callback<()>,
}

/// The import that the league is compared with: the one before, or a file of the region as it was.
#[component]
fn Comparison(props: &ComparisonProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let open = {
        let (act, region, on_changed) = (
            page.act.clone(),
            props.region.clone(),
            props.on_changed.clone(),
        );
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            input.set_value("");
            let (act, region, on_changed) = (act.clone(), region.clone(), on_changed.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let read = match files::read_region(&file).await {
                    Ok(text) => OwnRegion::read(&text)
                        .map_err(|problems| News::Refused(Origin::File, problems)),
                    Err(news) => Err(news),
                };
                match read {
                    Ok(own) if own.counties.is_empty() => {
                        act.emit(Action::Notify(News::Failed("bureau-before-none")));
                    }
                    Ok(own) => {
                        let own = OwnRegion {
                            id: region.to_string(),
                            ..own
                        };
                        match bureau::keep_earlier(&own) {
                            Ok(()) => on_changed.emit(()),
                            Err(fault) => act.emit(Action::Notify(News::StorageFailed(fault))),
                        }
                    }
                    Err(news) => act.emit(Action::Notify(news)),
                }
            });
        })
    };
    let said = match props.has_before {
        true => "bureau-before",
        false => "bureau-before-unknown",
    };
    html! {
        <div class="bureau-line">
            <span class="soft" data-testid="league-before">{ words.text(said) }</span>
            <label class="button">
                { words.text("bureau-before-open") }
                <input class="unseen" type="file" accept=".json,application/json" data-testid="league-before-open" onchange={open} />
            </label>
        </div>
    }
}
