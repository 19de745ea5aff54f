//! The two higher-thans (两个高于), year by year.

use yew::prelude::*;

use super::parts::{Shared, other_concept};
use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{Figure, figure};
use crate::model::term::Target;
use crate::number::Share;
use crate::region::key::Year;

/// The results.
#[derive(Properties, PartialEq)]
pub struct TargetsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of the two higher-thans.
#[component]
pub fn Targets(props: &TargetsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let summary = props.results.summary();
    let years = summary
        .first_higher_than
        .iter()
        .zip(&summary.second_higher_than);
    html! {
        <section class="card targets" aria-labelledby="results-targets-title">
            <h2 id="results-targets-title">{ words.text("result-targets") }</h2>
            <table>
                <caption class="unseen">{ words.text("result-targets-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text("result-year") }</th>
                        <th scope="col">
                            { words.text("result-target-first") }
                            { other_concept(words) }
                            <br />
                            { words.text("result-target-first-than") }
                        </th>
                        <th scope="col">
                            { words.text("result-target-second") }
                            <br />
                            { words.text("result-target-second-than") }
                        </th>
                    </tr>
                </thead>
                <tbody>
                    { for years.map(|(first, second)| html! {
                        <tr key={first.year.to_string()}>
                            <th scope="row">{ first.year.to_string() }</th>
                            <Met target={Target::First} year={first.year} met={first.met} margin={first.margin()} />
                            <Met target={Target::Second} year={second.year} met={second.met} margin={second.margin()} />
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="soft note">{ words.text("result-targets-note") }</p>
        </section>
    }
}

/// Whether it is met in a year.
#[derive(Properties, PartialEq)]
struct MetProps {
    target: Target,
    year: Year,
    met: bool,
    margin: Share,
}

/// Met or missed, by shape, word and number.
#[component]
fn Met(props: &MetProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (class, shape, word) = if props.met {
        ("met gain", "✓", words.text("result-met"))
    } else {
        ("missed loss", "✗", words.text("result-missed"))
    };
    html! {
        <td class={class}>
            <span aria-hidden="true">{ shape }</span>
            <span>{ word }</span>
            <span class="number">
                { figure(Figure::Margin(props.target, props.year), html! { { words.points(props.margin) } }) }
            </span>
        </td>
    }
}
