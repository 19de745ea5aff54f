//! The charts of the screen as slides: the same models with the choices that suit a room.

use super::Shown;
use crate::analysis::flows::{FlowSide, flows};
use crate::analysis::history::IncomeHistory;
use crate::analysis::marginal::marginal;
use crate::analysis::progress::Published;
use crate::app::presentation::slide::{ProjectedBody, Slide};
use crate::chart::marginal::MarginalSpan;
use crate::chart::paths::{PathsChoice, PathsView};
use crate::chart::progress::Asked;
use crate::chart::shares::ComponentMeasure;
use crate::chart::waterfall::WaterfallYear;
use crate::chart::{self, ChartModel};
use crate::number::Share;
use crate::region::key::{Benchmark, Fixed};

impl Shown<'_> {
    /// A chart of the first plan year, or over all years; none where there is nothing to draw.
    pub(super) fn chart(&self, slide: Slide) -> Option<ProjectedBody> {
        let (words, region) = (self.words, &self.state.region);
        let (results, nominal) = (&self.results, &self.nominal);
        let published = || results.moves_the_plan().then_some(&*results.published);
        let model: ChartModel = match slide {
            Slide::Paths => {
                let history = IncomeHistory::of(region, &results.resolved.scenario);
                let history = match results.deflator {
                    None => history,
                    Some(deflator) => deflator.history(region.years, &history),
                };
                let choice = PathsChoice {
                    view: PathsView::Levels,
                    hidden: Vec::new(),
                    benchmark: Some(Benchmark::LiftedProvince),
                };
                chart::paths::chart_model(words, results.incomes(&history), &choice)
                    .in_prices(words, results.deflator)
            }
            Slide::Steps => {
                let way = WaterfallYear {
                    published: published().and_then(|plan| plan.plan.first()),
                    plan: results.outcome.plan.first()?,
                    scenario: results.outcome.scenario.first()?,
                };
                chart::waterfall::chart_model(words, way).in_prices(words, results.deflator)
            }
            Slide::Shares => {
                let measure = ComponentMeasure::Yuan;
                chart::shares::chart_model(words, &results.outcome, published(), measure)
                    .in_prices(words, results.deflator)
            }
            Slide::Flows => {
                let first = nominal.outcome.scenario.first()?;
                let side = FlowSide::Scenario;
                let found = flows(region.years, &nominal.resolved, side, first)?;
                chart::flows::chart_model(words, &found, first.year)
            }
            Slide::Progress => {
                let published = Published::of(region)?;
                let asked = Asked {
                    month: published.month,
                    target: Share(nominal.resolved.scenario.fixed(Fixed::Execution)),
                };
                chart::progress::chart_model(words, &published, asked)
            }
            Slide::Marginal => {
                let scenario = &nominal.outcome.scenario;
                let all = marginal(region.years, &nominal.resolved, scenario);
                chart::marginal::chart_model(words, &all, &[MarginalSpan::Year(0)])
            }
            Slide::Result | Slide::Gain | Slide::Changes | Slide::Years | Slide::Step(_) => {
                return None;
            }
        };
        Some(ProjectedBody::Chart {
            drawing: serde_json::to_string(&model.drawing).ok()?,
            description: model.description,
        })
    }
}
