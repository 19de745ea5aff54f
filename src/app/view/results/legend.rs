//! The chart's legend: buttons, so that lines can be hidden by keyboard too.

use yew::prelude::*;

use crate::app::state::Results;
use crate::app::view::context::use_page;
use crate::app::view::parts::{Shared, other_concept};
use crate::chart::paths::PathsView;
use crate::chart::{Line, Style, Symbol};

/// The lines and which of them are hidden.
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// The chart's view.
    pub view: PathsView,
    /// The results that are drawn.
    pub results: Shared<Results>,
    /// The hidden lines.
    pub hidden: Vec<Line>,
    /// Hides a line or shows it.
    pub toggle: Callback<Line>,
}

/// One button a line.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let page = use_page();
    let words = &page.words;
    // The user's plan has a line of its own where it differs.
    let own = props.results.moves_the_plan();
    let lines = Line::of_view(props.view, &props.results.outcome, own);
    let entry = |line: Line| {
        let toggle = props.toggle.clone();
        let is_shown = !props.hidden.contains(&line);
        html! {
            <button type="button" class="legend-entry" aria-pressed={is_shown.to_string()}
                onclick={move |_: MouseEvent| toggle.emit(line)}>
                { sample(line.style()) }
                <span>{ line.name(words, own) }</span>
                if line.is_other_concept() { { other_concept(words) } }
            </button>
        }
    };
    html! {
        <div class="legend" role="group" aria-label={words.text("chart-lines")}>
            { for lines.into_iter().map(entry) }
        </div>
    }
}

/// A short piece of a line with its symbol.
fn sample(style: Style) -> Html {
    let dashes: Vec<String> = style.dashes.iter().map(u8::to_string).collect();
    let colour = format!("sample-{}", style.colour.trim_start_matches("--series-"));
    let symbol = match style.symbol {
        Symbol::Circle | Symbol::EmptyCircle => "M14 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z",
        Symbol::Rect | Symbol::EmptyRect => "M10.8 2.8h6.4v6.4h-6.4z",
        Symbol::Triangle | Symbol::EmptyTriangle => "M14 2l4 7.5h-8z",
        Symbol::Diamond => "M14 1.5l3.5 4.5l-3.5 4.5l-3.5-4.5z",
    };
    html! {
        <svg class={classes!("sample", colour, style.symbol.is_empty().then_some("empty"))} viewBox="0 0 28 12"
            aria-hidden="true">
            <line x1="0" x2="28" y1="6" y2="6" stroke-width={style.width.to_string()}
                stroke-dasharray={dashes.join(" ")} />
            <path d={symbol} />
        </svg>
    }
}
