//! The page that asks how good the calculator is: the rules that are used for the future, applied to years that are
//! published, beside the published figures.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::parts::nominal_here;
use super::shared::Shared;
use crate::analysis::looking_back::{Trial, looking_back};
use crate::app::state::State;
use crate::app::view::keys::use_escape;
use crate::app::view::report_table::report_table;
use crate::app::words::Words;
use crate::region::Region;
use crate::report::looking_back::{
    errors, finding, further_years, joining, limits, next_years, rule_explained, rule_name,
    series_name, untested,
};

/// Properties of the page.
#[derive(Properties)]
pub struct LookingBackProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
    /// Opens the page of sources, where own figures are entered.
    pub on_sources: Callback<()>,
}

impl PartialEq for LookingBackProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The page.
#[component]
pub fn LookingBackPage(props: &LookingBackProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let title = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("back-title"), words);
    let region = Shared(state.region.clone());
    let back = use_memo(
        (region.clone(), state.scenario().clone()),
        |(region, scenario)| looking_back(region, scenario),
    );
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let to_sources = {
        let on_sources = props.on_sources.clone();
        Callback::from(move |_: MouseEvent| on_sources.emit(()))
    };
    let cover = use_node_ref();
    use_escape(&cover, &props.on_close);
    let items = |texts: Vec<String>| html! { <ul>{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul> };
    let untested = untested(words, &back);
    html! {
        <div ref={cover} class="cover-page back-page">
            <header class="report-tools" aria-label={words.text("back-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="back-close" onclick={close}>
                        { words.text("back-close") }
                    </button>
                </div>
            </header>
            <main class="back-desk" aria-labelledby="back-title">
                <h1 id="back-title" ref={title} tabindex="-1">{ words.text("back-title") }</h1>
                <p>{ words.text("back-lead") }{ nominal_here(words, state) }</p>
                <p>{ words.text("back-hindsight") }</p>
                { for back.trials.iter().map(|of| trial(words, of)) }
                <section aria-labelledby="back-errors">
                    <h2 id="back-errors">{ words.text("back-errors-title") }</h2>
                    { history(words, &region, &back.errors) }
                </section>
                <section aria-labelledby="back-limits">
                    <h2 id="back-limits">{ words.text("back-limits-title") }</h2>
                    { items(limits(words)) }
                </section>
                if !untested.is_empty() {
                    <section aria-labelledby="back-untested">
                        <h2 id="back-untested">{ words.text("back-untested-title") }</h2>
                        { items(untested) }
                    </section>
                }
                <section aria-labelledby="back-join">
                    <h2 id="back-join">{ words.text("back-join-title") }</h2>
                    <p>{ joining(words, &region) }</p>
                    <p>
                        <button type="button" class="button" data-testid="back-sources" onclick={to_sources}>
                            { words.text("back-join-open") }
                        </button>
                    </p>
                </section>
            </main>
        </div>
    }
}

/// A rule on a series: its way, its errors in a sentence, and its tables.
fn trial(words: &Words, of: &Trial) -> Html {
    let name = series_name(words, of.of);
    html! {
        <section class="back-trial" data-rule={of.rule.name()}>
            <h2>
                { name }
                <span class="soft">{ rule_name(words, of.rule) }</span>
            </h2>
            <p>{ rule_explained(words, of) }</p>
            <p><strong>{ finding(words, of) }</strong></p>
            <div class="back-tables">
                { report_table(words, &next_years(words, of)) }
                if let Some(further) = further_years(words, of) {
                    { report_table(words, &further) }
                }
            </div>
        </section>
    }
}

/// The errors by years ahead, and where they are drawn.
fn history(
    words: &Words,
    region: &Region,
    ahead: &[crate::analysis::looking_back::ErrorsAhead],
) -> Html {
    let Some(furthest) = ahead.last() else {
        return html! { <p>{ words.text("back-errors-none") }</p> };
    };
    let rules = [
        ("near", &*words.text("back-rule-near-to-far")),
        ("after", &*words.text("back-rule-growth-after")),
    ];
    let from = region.years.income;
    let to = (from + furthest.ahead).min(region.years.horizon);
    let reach = [("from", &*from.to_string()), ("to", &*to.to_string())];
    html! {
        <>
            <p>{ words.format("back-errors-how", &rules) }</p>
            <div class="back-tables">{ report_table(words, &errors(words, ahead)) }</div>
            <p>{ words.format("back-errors-chart", &reach) }</p>
        </>
    }
}
