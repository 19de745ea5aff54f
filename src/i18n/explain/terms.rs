//! The names of the model's steps.

use std::rc::Rc;

use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::{Node, NodeId, NodeKind};
use crate::i18n::Catalog;
use crate::model::term::{Asset, Side, Target, What};
use crate::region::key::Year;

impl Catalog {
    /// The name of a step without its year and side.
    pub fn what(&self, what: What) -> String {
        match what {
            What::Income => self.text("term-income").to_string(),
            What::BaseIncome => self.text("term-base-income").to_string(),
            What::Component(k) => self.format("term-component", &[("name", &self.component(k))]),
            What::Baseline(k) => self.format("term-baseline", &[("name", &self.component(k))]),
            What::Growth(k) => self.format("term-growth", &[("name", &self.component(k))]),
            What::Fade => self.text("term-fade").to_string(),
            What::WageIndex => self.text("term-wage-index").to_string(),
            What::Population => self.text("term-population").to_string(),
            What::CategoryFunds(c) => {
                self.format("term-category-funds", &[("name", &self.category(c))])
            }
            What::LevelFunds(l) => self.format("term-level-funds", &[("name", &self.level(l))]),
            What::AllFunds => self.text("term-all-funds").to_string(),
            What::CentralShare => self.text("term-central-share").to_string(),
            What::Allocated(c, _) => self.format("term-allocated", &[("name", &self.category(c))]),
            What::SpentInYear(c) => {
                self.format("term-spent-in-year", &[("name", &self.category(c))])
            }
            What::Unspent(c) => self.format("term-unspent", &[("name", &self.category(c))]),
            What::Carried(c) => self.format("term-carried", &[("name", &self.category(c))]),
            What::Lapsed(c) => self.format("term-lapsed", &[("name", &self.category(c))]),
            What::Spent(c) => self.format("term-spent", &[("name", &self.category(c))]),
            What::Invested(a) => self.format("term-invested", &[("name", &self.asset(a))]),
            What::Formed(a) => self.format("term-formed", &[("name", &self.asset(a))]),
            What::Kept(a) => self.format("term-kept", &[("name", &self.asset(a))]),
            What::Stock(a) => self.format("term-stock", &[("name", &self.asset(a))]),
            What::Working(a) => self.format("term-working", &[("name", &self.asset(a))]),
            What::Returns => self.text("term-returns").to_string(),
            What::LastingReturns => self.text("term-lasting-returns").to_string(),
            What::ReliefWages => self.text("term-relief-wages").to_string(),
            What::OtherReaching => self.text("term-other-reaching").to_string(),
            What::Grants => self.text("term-grants").to_string(),
            What::Coverage(_) => self.text("term-coverage").to_string(),
            What::CoverageWhole => self.text("term-coverage-whole").to_string(),
            What::CoverageNeeded => self.text("term-coverage-needed").to_string(),
            What::CoverageMissing => self.text("term-coverage-missing").to_string(),
            What::CoverageEffective => self.text("term-coverage-effective").to_string(),
            What::Multiplier => self.text("term-multiplier").to_string(),
            What::KnownMultiplier => self.text("term-known-multiplier").to_string(),
            What::BatchWages(b) => self.format("term-batch-wages", &[("name", &self.batch(b))]),
            What::AllBatchesWages => self.text("term-all-batches-wages").to_string(),
            What::RelocatedWages => self.text("term-relocated-wages").to_string(),
            What::Effect(c, k) => self.format(
                "term-effect",
                &[
                    ("channel", &self.channel(c)),
                    ("component", &self.component(k)),
                ],
            ),
            What::ChannelPart(c, k) => self.format(
                "term-channel-part",
                &[
                    ("channel", &self.channel(c)),
                    ("component", &self.component(k)),
                ],
            ),
            What::Channel(c) => self.format("term-channel", &[("name", &self.channel(c))]),
            What::EarnedChange => self.text("term-earned-change").to_string(),
            What::Difference => self.text("term-difference").to_string(),
            What::Received => self.text("term-received").to_string(),
            What::Earned => self.text("term-earned").to_string(),
            What::ReceivedShare => self.text("term-received-share").to_string(),
            What::ComponentDifference(k) => {
                self.format("term-component-difference", &[("name", &self.component(k))])
            }
            What::AssumptionEffect => self.text("term-assumption-effect").to_string(),
            What::ComponentAssumption(k) => {
                self.format("term-component-assumption", &[("name", &self.component(k))])
            }
            What::LeadAssumption(b) => {
                self.format("term-lead-assumption", &[("name", &self.benchmark(b))])
            }
            What::ChannelReceivedShare(c) => {
                self.format("term-channel-received-share", &[("name", &self.channel(c))])
            }
            What::Benchmark(b) => self.format("term-benchmark", &[("name", &self.benchmark(b))]),
            What::Lead(b) => self.format("term-lead", &[("name", &self.benchmark(b))]),
            What::Gap(b) => self.format("term-gap", &[("name", &self.benchmark(b))]),
            What::NeededGrowth(b) => {
                self.format("term-needed-growth", &[("name", &self.benchmark(b))])
            }
            What::AverageGrowth => self.text("term-average-growth").to_string(),
            What::IncomeGrowth => self.text("term-income-growth").to_string(),
            What::BenchmarkGrowth(b) => {
                self.format("term-benchmark-growth", &[("name", &self.benchmark(b))])
            }
            What::Margin(Target::First) => self.text("term-margin-first").to_string(),
            What::Margin(Target::Second) => self.text("term-margin-second").to_string(),
            What::CoverageLead => self.text("term-coverage-lead").to_string(),
            What::RiskLine => self.text("term-risk-line").to_string(),
            What::PeopleAtRisk => self.text("term-people-at-risk").to_string(),
            What::ShareAtRisk => self.text("term-share-at-risk").to_string(),
            What::MeanShortfall => self.text("term-mean-shortfall").to_string(),
            What::LogSpread => self.text("term-log-spread").to_string(),
            What::LinePlace => self.text("term-line-place").to_string(),
            What::Contribution(key) => {
                self.format("term-contribution", &[("name", &self.key_name(key))])
            }
            What::PlanContribution(key) => {
                self.format("term-plan-contribution", &[("name", &self.key_name(key))])
            }
            What::IncomeMove(key) => {
                self.format("term-income-move", &[("name", &self.key_name(key))])
            }
            What::DifferenceMove(key) => {
                self.format("term-difference-move", &[("name", &self.key_name(key))])
            }
        }
    }

    fn asset(&self, asset: Asset) -> Rc<str> {
        match asset {
            Asset::Industry => self.text("asset-industry"),
            Asset::Infrastructure => self.text("asset-infrastructure"),
        }
    }

    /// The name of a step with what tells it from its surroundings: year and side, as far as
    /// they are others than those of the step that it stands in.
    pub fn step_name(&self, trace: &Trace, id: NodeId, within: Option<NodeId>) -> String {
        let node = trace.node(id);
        let (name, year, side) = match (&node.kind, node.term) {
            (_, Some(term)) => (self.what(term.what), term.year, term.side),
            (NodeKind::Input(key, side), None) => (self.key_name(*key).to_string(), None, *side),
            _ => (self.text("explain-step").to_string(), None, Side::Shared),
        };
        let around = within.map(|id| trace.node(id));
        let is_near = |year: Year| around.and_then(year_of) == Some(year);
        let is_same_side = around.and_then(side_of) == side_of(node);
        let mut marks = Vec::new();
        if let Some(year) = year.filter(|year| !is_near(*year)) {
            marks.push(year.to_string());
        }
        match side {
            Side::Plan if node.published => marks.push(self.text("explain-published").to_string()),
            Side::Plan if !is_same_side => marks.push(self.text("explain-plan").to_string()),
            Side::Scenario if !is_same_side => {
                marks.push(self.text("explain-scenario").to_string());
            }
            _ => {}
        }
        let world = node.world;
        if around.is_none_or(|around| around.world != world) {
            if let Some(example) = world.example {
                let name = self.text(&format!("example-{}", example.name()));
                marks.push(self.format("explain-in-example", &[("name", &name)]));
            }
            if let Some((key, value)) = world.with {
                let parts = [
                    ("name", &*self.key_name(key)),
                    ("value", &*self.value(key, value)),
                ];
                marks.push(self.format("explain-with", &parts));
            }
        }
        if marks.is_empty() {
            return name;
        }
        let marks = marks.join(&self.text("explain-mark-between"));
        self.format("explain-named", &[("name", &name), ("marks", &marks)])
    }
}

fn year_of(node: &Node) -> Option<Year> {
    node.term.and_then(|term| term.year)
}

/// The side of a step; what plan and scenario have in common has none of its own.
fn side_of(node: &Node) -> Option<Side> {
    match (&node.kind, node.term) {
        (_, Some(term)) => Some(term.side),
        (NodeKind::Input(_, side), None) => Some(*side),
        _ => None,
    }
    .filter(|side| *side != Side::Shared)
}
