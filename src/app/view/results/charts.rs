//! The charts: one card, one at a time, chosen by tabs. Each is computed and drawn only while it
//! is chosen and can be seen.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::chart_loader::use_chart_library;
use super::choices::Choices;
use super::deferred::use_when_seen;
use super::frame::ChartHost;
use super::panels::{FlowsPanel, MarginalPanel, SharesPanel, StepsPanel};
use super::paths::Paths;
use super::progress::ProgressPanel;
use crate::analysis::flows::FlowSide;
use crate::app::state::State;
use crate::app::view::context::use_page;
use crate::app::view::keys::{turned_tab, use_keys};
use crate::app::view::parts::{Shared, focus};
use crate::chart::paths::{PathsChoice, PathsView};
use crate::chart::shares::ComponentMeasure;
use crate::exercise::card::Card;
use crate::region::key::Benchmark;

/// A chart.
#[derive(Clone, Copy, PartialEq)]
enum ChartTab {
    Paths,
    Steps,
    Shares,
    Flows,
    Progress,
    Marginal,
}

impl ChartTab {
    const ALL: [Self; 6] = [
        Self::Paths,
        Self::Steps,
        Self::Shares,
        Self::Flows,
        Self::Progress,
        Self::Marginal,
    ];

    fn name(self) -> &'static str {
        self.card().name()
    }

    fn card(self) -> Card {
        match self {
            Self::Paths => Card::Paths,
            Self::Steps => Card::Steps,
            Self::Shares => Card::Shares,
            Self::Flows => Card::Flows,
            Self::Progress => Card::Progress,
            Self::Marginal => Card::Marginal,
        }
    }

    /// Those that are not hidden.
    fn seen(state: &State) -> Vec<Self> {
        let all = Self::ALL.into_iter();
        all.filter(|tab| !state.hides(tab.card())).collect()
    }

    fn id(self) -> String {
        format!("chart-tab-{}", self.name())
    }

    fn label(self) -> &'static str {
        match self {
            Self::Paths => "chart-tab-paths",
            Self::Steps => "chart-tab-steps",
            Self::Shares => "chart-tab-shares",
            Self::Flows => "chart-tab-flows",
            Self::Progress => "chart-tab-progress",
            Self::Marginal => "chart-tab-marginal",
        }
    }
}

/// True where any chart is not hidden.
pub fn any_seen(state: &State) -> bool {
    !ChartTab::seen(state).is_empty()
}

/// The state that the charts show.
#[derive(Properties, PartialEq)]
pub struct ChartsProps {
    /// The latest one.
    pub state: Shared<State>,
}

/// The card of the charts.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let card = use_node_ref();
    let seen = ChartTab::seen(&props.state);
    let first = seen.first().copied().unwrap_or(ChartTab::Paths);
    let chosen = use_state_eq(|| ChartTab::Paths);
    let tab = Some(*chosen)
        .filter(|tab| seen.contains(tab))
        .unwrap_or(first);
    let is_slow = Shared(use_memo((), |()| Cell::new(false)));
    // What takes a projection for each place waits until the lever rests.
    let patient = is_slow.get() || tab == ChartTab::Marginal;
    let state = use_when_seen(&props.state, &card, patient);
    let library = use_chart_library();
    let choices = use_state_eq(|| Choices {
        paths: PathsChoice {
            view: PathsView::Levels,
            hidden: vec![],
            benchmark: Some(Benchmark::LiftedProvince),
        },
        shows_errors: false,
        step: 0,
        measure: ComponentMeasure::Yuan,
        side: FlowSide::Scenario,
        month: None,
        target: None,
    });
    let choose = {
        let setter = choices.setter();
        use_callback((), move |next: Choices, ()| setter.set(next))
    };
    let tabs = use_node_ref();
    use_keys(&tabs, {
        let (chosen, seen) = (chosen.clone(), seen.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = turned_tab(&event, &seen, tab) else {
                return;
            };
            chosen.set(next);
            let focused = focus(&next.id());
            debug_assert!(focused.is_some(), "a tab takes the focus");
        })
    });
    let button = |which: ChartTab| {
        let is_chosen = tab == which;
        let (chosen, is_slow) = (chosen.clone(), is_slow.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            is_slow.set(false);
            chosen.set(which);
        });
        html! {
            <button type="button" role="tab" id={which.id()} data-testid={which.id()}
                aria-selected={is_chosen.to_string()} aria-controls="chart-panel"
                tabindex={if is_chosen { "0" } else { "-1" }} {onclick}>
                { words.text(which.label()) }
            </button>
        }
    };
    let host = ChartHost {
        is_apart: false,
        library,
        is_slow: is_slow.clone(),
    };
    // Money of the funds and what it brings stay in each year's own prices.
    let shown = Shared(state.shown());
    let results = Shared(state.results.clone());
    let region = Shared(state.region.clone());
    let choices = Rc::new((*choices).clone());
    let panel = match tab {
        ChartTab::Paths => html! {
            <Paths results={shown} {region} scenario={state.scenario().clone()} {host} {choices} {choose} />
        },
        ChartTab::Steps => html! { <StepsPanel results={shown} {host} {choices} {choose} /> },
        ChartTab::Shares => html! { <SharesPanel results={shown} {host} {choices} {choose} /> },
        ChartTab::Flows => html! { <FlowsPanel {results} {region} {host} {choices} {choose} /> },
        ChartTab::Progress => {
            html! { <ProgressPanel {results} {region} {host} {choices} {choose} /> }
        }
        ChartTab::Marginal => {
            html! { <MarginalPanel {results} {region} {host} {choices} {choose} /> }
        }
    };
    html! {
        <section ref={card} id="results-charts" class="card chart" aria-label={words.text("chart-tabs")}>
            <div class="chart-tabs" role="tablist" ref={tabs} aria-label={words.text("chart-tabs")}>
                { for seen.iter().copied().map(button) }
            </div>
            <div id="chart-panel" role="tabpanel" aria-labelledby={tab.id()}>{ panel }</div>
        </section>
    }
}
