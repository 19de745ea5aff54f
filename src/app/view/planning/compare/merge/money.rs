//! The funds of both drafts and of their merger, so that no money appears unmentioned.

use yew::prelude::*;

use crate::app::words::Words;
use crate::number::Yuan;
use crate::region::Region;
use crate::region::key::{Level, Unit};
use crate::scenario::Scenario;
use crate::scenario::merge::{all_funds, funds_of, years_of_other_money};

/// The table, with a warning where the result's money is neither draft's.
pub fn money_table(
    words: &Words,
    region: &Region,
    names: &[String; 2],
    all: [&Scenario; 3],
) -> Html {
    let [first, second, merged] = all;
    let others = years_of_other_money(region, first, second, merged);
    // Where a later year alone has other money, that year is shown.
    let year = others.first().copied().unwrap_or(region.years.first_plan);
    let result = words.text("plan-merge-money-result");
    // In 万元 throughout: a shift of a million would not show in 亿元.
    let written = |amount: Yuan| words.value_of_unit(Unit::Yuan, amount.exact());
    let sums = all.map(|scenario| written(all_funds(region, scenario, year)));
    let row = |level: &Level| {
        let own = all.map(|scenario| funds_of(region, scenario, *level, year));
        html! {
            <tr>
                <th scope="row">{ words.level(*level) }</th>
                { for own.iter().map(|amount| html! {
                    <td class={classes!("number", (*amount != own[0]).then_some("differs"))}>{ written(*amount) }</td>
                }) }
            </tr>
        }
    };
    let warning = (!others.is_empty()).then(|| {
        let years: Vec<String> = others.iter().map(ToString::to_string).collect();
        words.format(
            "plan-merge-money-other",
            &[
                ("years", &years.join(&words.text("plan-join"))),
                ("year", &year.to_string()),
                ("sum", &sums[2]),
                ("first", &sums[0]),
                ("second", &sums[1]),
            ],
        )
    });
    html! {
        <>
            <div class="scroller" role="region" tabindex="0" aria-label={words.format("plan-merge-money", &[("year", &year.to_string())])}>
                <table class="planning-table merge-money" data-testid="merge-money">
                    <caption>{ words.format("plan-merge-money", &[("year", &year.to_string())]) }</caption>
                    <thead><tr>
                        <th scope="col">{ words.text("plan-merge-money-level") }</th>
                        { for names.iter().map(|name| html! { <th scope="col" class="number">{ name }</th> }) }
                        <th scope="col" class="number">{ result }</th>
                    </tr></thead>
                    <tbody>
                        { for Level::ALL.iter().map(row) }
                        <tr class="years-sum">
                            <th scope="row">{ words.text("plan-merge-money-all") }</th>
                            { for sums.iter().map(|sum| html! { <td class="number">{ sum }</td> }) }
                        </tr>
                    </tbody>
                </table>
            </div>
            if let Some(warning) = warning {
                <p class="fault" role="alert" data-testid="merge-money-warning">{ warning }</p>
            }
        </>
    }
}
