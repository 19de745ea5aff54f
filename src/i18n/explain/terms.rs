//! The names of the model's steps.

use std::rc::Rc;

use crate::analysis::explain::Trace;
use crate::analysis::explain::tape::{Node, NodeId, NodeKind};
use crate::i18n::Catalog;
use crate::model::term::{Asset, Quantity, Side, Target};
use crate::region::key::Year;

impl Catalog {
    /// The name of a step without its year and side.
    pub fn what(&self, what: Quantity) -> String {
        match what {
            Quantity::Income => self.text("term-income").to_string(),
            Quantity::BaseIncome => self.text("term-base-income").to_string(),
            Quantity::Component(k) => {
                self.format("term-component", &[("name", &self.component(k))])
            }
            Quantity::Baseline(k) => self.format("term-baseline", &[("name", &self.component(k))]),
            Quantity::Growth(k) => self.format("term-growth", &[("name", &self.component(k))]),
            Quantity::Fade => self.text("term-fade").to_string(),
            Quantity::WageIndex => self.text("term-wage-index").to_string(),
            Quantity::Population => self.text("term-population").to_string(),
            Quantity::CategoryFunds(c) => {
                self.format("term-category-funds", &[("name", &self.category(c))])
            }
            Quantity::LevelFunds(l) => self.format("term-level-funds", &[("name", &self.level(l))]),
            Quantity::AllFunds => self.text("term-all-funds").to_string(),
            Quantity::CentralShare => self.text("term-central-share").to_string(),
            Quantity::CellFunds(l, c) => self.format(
                "term-cell-funds",
                &[("level", &self.level(l)), ("category", &self.category(c))],
            ),
            Quantity::FundsIndex(l) => self.format("term-funds-index", &[("name", &self.level(l))]),
            Quantity::Allocated(c, _) => {
                self.format("term-allocated", &[("name", &self.category(c))])
            }
            Quantity::SpentInYear(c) => {
                self.format("term-spent-in-year", &[("name", &self.category(c))])
            }
            Quantity::Unspent(c) => self.format("term-unspent", &[("name", &self.category(c))]),
            Quantity::Carried(c) => self.format("term-carried", &[("name", &self.category(c))]),
            Quantity::Lapsed(c) => self.format("term-lapsed", &[("name", &self.category(c))]),
            Quantity::Spent(c) => self.format("term-spent", &[("name", &self.category(c))]),
            Quantity::Invested(a) => self.format("term-invested", &[("name", &self.asset(a))]),
            Quantity::Formed(a) => self.format("term-formed", &[("name", &self.asset(a))]),
            Quantity::Kept(a) => self.format("term-kept", &[("name", &self.asset(a))]),
            Quantity::Stock(a) => self.format("term-stock", &[("name", &self.asset(a))]),
            Quantity::Working(a) => self.format("term-working", &[("name", &self.asset(a))]),
            Quantity::Returns => self.text("term-returns").to_string(),
            Quantity::LastingReturns => self.text("term-lasting-returns").to_string(),
            Quantity::ReliefWages => self.text("term-relief-wages").to_string(),
            Quantity::OtherReaching => self.text("term-other-reaching").to_string(),
            Quantity::Grants => self.text("term-grants").to_string(),
            Quantity::Coverage(_) => self.text("term-coverage").to_string(),
            Quantity::CostIndex => self.text("term-cost-index").to_string(),
            Quantity::KnownUpkeep => self.text("term-known-upkeep").to_string(),
            Quantity::CoverageKept => self.text("term-coverage-kept").to_string(),
            Quantity::CoverageUpkeep => self.text("term-coverage-upkeep").to_string(),
            Quantity::CoverageLeft => self.text("term-coverage-left").to_string(),
            Quantity::CoverageUsed => self.text("term-coverage-used").to_string(),
            Quantity::CoverageWhole => self.text("term-coverage-whole").to_string(),
            Quantity::CoverageNeeded => self.text("term-coverage-needed").to_string(),
            Quantity::CoverageMissing => self.text("term-coverage-missing").to_string(),
            Quantity::CoverageEffective => self.text("term-coverage-effective").to_string(),
            Quantity::Multiplier => self.text("term-multiplier").to_string(),
            Quantity::KnownMultiplier => self.text("term-known-multiplier").to_string(),
            Quantity::JobsWorked(b) => self.format("term-jobs-worked", &[("name", &self.batch(b))]),
            Quantity::RelocatedWorked => self.text("term-relocated-worked").to_string(),
            Quantity::BatchWages(b) => self.format("term-batch-wages", &[("name", &self.batch(b))]),
            Quantity::AllBatchesWages => self.text("term-all-batches-wages").to_string(),
            Quantity::PublicBatchWages => self.text("term-public-batch-wages").to_string(),
            Quantity::RelocatedWages => self.text("term-relocated-wages").to_string(),
            Quantity::Effect(c, k) => self.format(
                "term-effect",
                &[
                    ("channel", &self.channel(c)),
                    ("component", &self.component(k)),
                ],
            ),
            Quantity::ChannelPart(c, k) => self.format(
                "term-channel-part",
                &[
                    ("channel", &self.channel(c)),
                    ("component", &self.component(k)),
                ],
            ),
            Quantity::Channel(c) => self.format("term-channel", &[("name", &self.channel(c))]),
            Quantity::PublicWorkPart(c) => {
                self.format("term-public-work-part", &[("channel", &self.channel(c))])
            }
            Quantity::EarnedChange => self.text("term-earned-change").to_string(),
            Quantity::Difference => self.text("term-difference").to_string(),
            Quantity::GainPart(part) => {
                self.format("term-gain-part", &[("name", &self.gain_part(part))])
            }
            Quantity::MarketShare => self.text("term-market-share").to_string(),
            Quantity::ComponentDifference(k) => {
                self.format("term-component-difference", &[("name", &self.component(k))])
            }
            Quantity::AssumptionEffect => self.text("term-assumption-effect").to_string(),
            Quantity::ComponentAssumption(k) => {
                self.format("term-component-assumption", &[("name", &self.component(k))])
            }
            Quantity::LeadAssumption(b) => {
                self.format("term-lead-assumption", &[("name", &self.benchmark(b))])
            }
            Quantity::ChannelShare(c, part) => self.format(
                "term-channel-share",
                &[
                    ("channel", &self.channel(c)),
                    ("name", &self.gain_part(part)),
                ],
            ),
            Quantity::Benchmark(b) => {
                self.format("term-benchmark", &[("name", &self.benchmark(b))])
            }
            Quantity::Lead(b) => self.format("term-lead", &[("name", &self.benchmark(b))]),
            Quantity::Gap(b) => self.format("term-gap", &[("name", &self.benchmark(b))]),
            Quantity::NeededGrowth(b) => {
                self.format("term-needed-growth", &[("name", &self.benchmark(b))])
            }
            Quantity::AverageGrowth => self.text("term-average-growth").to_string(),
            Quantity::IncomeGrowth => self.text("term-income-growth").to_string(),
            Quantity::BenchmarkGrowth(b) => {
                self.format("term-benchmark-growth", &[("name", &self.benchmark(b))])
            }
            Quantity::Margin(Target::First) => self.text("term-margin-first").to_string(),
            Quantity::Margin(Target::Second) => self.text("term-margin-second").to_string(),
            Quantity::CoverageLead => self.text("term-coverage-lead").to_string(),
            Quantity::RiskLine => self.text("term-risk-line").to_string(),
            Quantity::PeopleAtRisk => self.text("term-people-at-risk").to_string(),
            Quantity::ShareAtRisk => self.text("term-share-at-risk").to_string(),
            Quantity::MeanShortfall => self.text("term-mean-shortfall").to_string(),
            Quantity::LogSpread => self.text("term-log-spread").to_string(),
            Quantity::LinePlace => self.text("term-line-place").to_string(),
            Quantity::Contribution(key) => {
                self.format("term-contribution", &[("name", &self.key_name(key))])
            }
            Quantity::PlanContribution(key) => {
                self.format("term-plan-contribution", &[("name", &self.key_name(key))])
            }
            Quantity::IncomeMove(key) => {
                self.format("term-income-move", &[("name", &self.key_name(key))])
            }
            Quantity::DifferenceMove(key) => {
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

    /// The name of a step with its distinction from its surroundings: year and side, as far as they
    /// are others than those of the step that it stands in.
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
        let run = node.run;
        if around.is_none_or(|around| around.run != run) {
            if let Some(example) = run.example {
                let name = self.text(&format!("example-{}", example.name()));
                marks.push(self.format("explain-in-example", &[("name", &name)]));
            }
            if let Some((key, value)) = run.with {
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
