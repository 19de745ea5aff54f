//! Drivers of the spread: the values whose place in their ranges goes with the result's.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use crate::analysis::monte_carlo::{Driver, OutcomeMeasure};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::region::key::{Fixed, Key, Year};

/// Most drivers that are shown; the others matter less.
const SHOWN: usize = 12;

/// Properties of the drivers.
#[derive(Properties, PartialEq)]
pub struct DriversProps {
    /// The drivers of the result, strongest first.
    pub drivers: Vec<Driver>,
    /// True where growths share a factor.
    pub shares_growth: bool,
    /// The least correlation that stands out from the luck of the draw.
    pub noise: f64,
    /// Number of draws.
    pub draws: u16,
    /// True where the scenario is the plan.
    pub is_plan: bool,
    /// The year of the result.
    pub year: Year,
    /// The result.
    pub measure: OutcomeMeasure,
}

/// The strongest drivers as bars from the middle.
#[component]
pub fn Drivers(props: &DriversProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let result = words.text(match props.measure {
        OutcomeMeasure::Income => "plan-measure-income",
        OutcomeMeasure::Difference => "plan-measure-difference",
    });
    let year = props.year.to_string();
    let rows = props.drivers.iter().take(SHOWN).map(|driver| {
        let correlation = driver.correlation;
        let (x, width) = (50.0 + 50.0 * correlation.min(0.0), 50.0 * correlation.abs());
        let shown = Decimal::from_f64(correlation).unwrap_or_default();
        html! {
            <tr key={driver.key.to_string()}>
                <th scope="row">{ name(words, driver) }</th>
                <td class="driver-bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class={if correlation < 0.0 { "driver-against" } else { "driver-with" }}
                            x={format!("{x:.2}")} y="1" width={format!("{width:.2}")} height="8" />
                        <line class="driver-axis" x1="50" x2="50" y1="0" y2="10" />
                    </svg>
                </td>
                <td class="number">{ words.numbers().decimal(shown, 2, true) }</td>
            </tr>
        }
    });
    let number = |value: f64| Decimal::from_f64(value).unwrap_or_default();
    let noise = words.decimal(number(props.noise), 2);
    let draws = words.decimal(Decimal::from(props.draws), 0);
    let nothing = match (props.measure, props.is_plan) {
        (OutcomeMeasure::Difference, true) => {
            Some(words.text("plan-chance-drivers-plan").to_string())
        }
        _ if props.drivers.is_empty() => {
            Some(words.format("plan-chance-drivers-none", &[("noise", &noise)]))
        }
        _ => None,
    };
    html! {
        <section class="card planning-card" data-testid="chance-drivers">
            <h2>{ words.format("plan-chance-drivers", &[("year", &year), ("result", &result)]) }</h2>
            if let Some(nothing) = nothing {
                <p class="empty" data-testid="chance-drivers-none">{ nothing }</p>
            } else {
            <p class="soft">{ words.format("plan-chance-drivers-lead", &[("noise", &noise), ("draws", &draws)]) }</p>
            if props.shares_growth {
                <p class="soft" data-testid="chance-drivers-shared">{ words.text("plan-chance-drivers-shared") }</p>
            }
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("plan-chance-driver")}>
                <table class="planning-table">
                    <thead><tr>
                        <th scope="col">{ words.text("plan-chance-driver") }</th>
                        <th scope="col"><span class="unseen">{ words.text("plan-chance-bar") }</span></th>
                        <th scope="col" class="number">{ words.text("plan-chance-correlation") }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            }
        </section>
    }
}

/// The name of a driver: a value, with those that are the same figure, or what growths share.
fn name(words: &Words, driver: &Driver) -> String {
    if driver.key == Key::from(Fixed::GrowthTogether) {
        return words.text("plan-chance-driver-shared").to_string();
    }
    let name = words.key_name(driver.key).to_string();
    if driver.tied.is_empty() {
        return name;
    }
    let others: Vec<String> = driver
        .tied
        .iter()
        .map(|key| words.key_name(*key).to_string())
        .collect();
    let others = others.join(&words.text("report-between"));
    words.format(
        "plan-chance-driver-tied",
        &[("name", &name), ("others", &others)],
    )
}
