//! The two tests “两个高于”: whether one growth is above another, year by year, a line a test and a mark a year.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};
use crate::app::view::parts::{Shared, other_concept};
use crate::model::targets::HigherThan;
use crate::model::term::Target;
use crate::number::Share;
use crate::region::key::Year;

/// The results.
#[derive(Properties, PartialEq)]
pub struct TargetsProps {
    /// Those shown.
    pub results: Shared<Results>,
}

/// The card of the two tests.
#[component]
pub fn Targets(props: &TargetsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let summary = props.results.summary();
    let line = |target: Target, name: [&str; 2], years: &[HigherThan]| {
        html! {
            <tr data-testid={name[0].to_owned()}>
                <th scope="row">
                    <span>{ words.text(name[0]) }</span>
                    { " " }
                    <span class="soft">{ words.text(name[1]) }</span>
                    if target == Target::First { { other_concept(words) } }
                </th>
                { for years.iter().map(|held| html! {
                    <Met key={held.year.to_string()} {target} year={held.year} met={held.met}
                        margin={held.margin()} />
                }) }
            </tr>
        }
    };
    html! {
        <section class="card targets" aria-labelledby="results-targets-title">
            <table>
                <caption class="unseen">{ words.text("result-targets-caption") }</caption>
                <thead>
                    <tr>
                        <td><h2 id="results-targets-title">{ words.text("result-targets") }</h2></td>
                        { for summary.first_higher_than.iter().map(|held| html! {
                            <th scope="col">{ held.year.to_string() }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { line(Target::First, ["result-target-first", "result-target-first-than"], &summary.first_higher_than) }
                    { line(Target::Second, ["result-target-second", "result-target-second-than"], &summary.second_higher_than) }
                </tbody>
            </table>
            <p class="soft note">{ words.text("result-targets-note") }</p>
        </section>
    }
}

/// Properties of the mark.
#[derive(Properties, PartialEq)]
struct MetProps {
    target: Target,
    year: Year,
    met: bool,
    margin: Share,
}

/// A target reached or missed in a year, by shape, word and number.
#[component]
fn Met(props: &MetProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (class, shape, word) = if props.met {
        ("met gain", "✓", words.text("result-met"))
    } else {
        ("missed loss", "✗", words.text("result-missed"))
    };
    let margin = words.points(props.margin);
    html! {
        <td class={class} title={format!("{word} {margin}")}>
            { figure(ScreenFigure::Margin(props.target, props.year), html! {
                <>
                    <span class="mark" aria-hidden="true">{ shape }</span>
                    <span class="unseen">{ word }{ " " }</span>
                    <span class="margin">{ margin }</span>
                </>
            }) }
        </td>
    }
}
