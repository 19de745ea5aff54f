//! The share of central funds for industry, held against its rule.

use yew::prelude::*;

use crate::analysis::summary::CentralIndustry;
use crate::app::view::context::use_page;
use crate::app::view::figure::{ScreenFigure, figure};

/// Properties of the comparison with the rule.
#[derive(Properties, PartialEq)]
pub struct RuleProps {
    /// The share and the rule.
    pub rule: CentralIndustry,
}

/// The rule, kept, broken or not to be judged, in words and with a sign.
#[component]
pub fn Rule(props: &RuleProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let share = match props.rule.share {
        Some(share) => words.format("matrix-rule-share", &[("share", &words.percent(share, 2))]),
        None => words.text("matrix-rule-no-funds").to_string(),
    };
    html! {
        <p class="rule" data-testid="central-industry">
            <span>
                if props.rule.share.is_some() {
                    { figure(ScreenFigure::CentralShare, html! { { share } }) }
                } else {
                    { share }
                }
                if let Some(rule) = props.rule.rule {
                    <span class="soft">
                        { words.format("matrix-rule", &[("rule", &words.percent(rule, 0))]) }
                    </span>
                } else if let Some(year) = props.rule.ended {
                    <span class="soft">
                        { words.format("matrix-rule-ended", &[("year", &year.to_string())]) }
                    </span>
                }
            </span>
            { match props.rule.is_kept() {
                Some(true) => html! {
                    <strong class="verdict-mark gain">
                        <span aria-hidden="true">{ "✓ " }</span>{ words.text("matrix-rule-kept") }
                    </strong>
                },
                Some(false) => html! {
                    <strong class="verdict-mark loss">
                        <span aria-hidden="true">{ "✗ " }</span>{ words.text("matrix-rule-broken") }
                    </strong>
                },
                None if props.rule.is_unknown() => html! {
                    <strong class="verdict-mark unknown">
                        <span aria-hidden="true">{ "? " }</span>{ words.text("matrix-rule-unknown") }
                    </strong>
                },
                None => html! {},
            } }
            if props.rule.is_unknown() {
                <span class="soft rule-why">{ words.text("matrix-rule-why-unknown") }</span>
            }
        </p>
    }
}
