//! Explanations of figures, recorded from the model itself.
//!
//! The model is run once more with numbers that write down every step ([`tape`]); there is no
//! second set of formulas that could differ from the first. Each figure of the screen
//! ([`figure`]) is a step of that recording, and [`formula`] reads a step as a formula.

mod counterfactual;
pub mod figure;
pub mod formula;
mod risks;
pub mod table;
pub mod tape;

use std::collections::BTreeMap;

use crate::model::Channel;
use crate::model::arithmetic::Arithmetic;
use crate::model::gain::GainPart;
use crate::model::inputs::{Inputs, Levers};
use crate::model::term::{Quantity, Reached, Side, Target, Term};
use crate::model::{self, Outcome, YearOutcome, targets};
use crate::number::{Number, Share, Yuan, YuanPerPerson};
use crate::region::Region;
use crate::region::key::{Benchmark, Category, Component, Fixed, Key, Level};
use crate::scenario::Scenario;
use crate::scenario::note::Note;
use figure::{Money, ScreenFigure};
use tape::{Node, NodeId, NodeKind, Tape, Traced, TracedValues};

/// The recording of a scenario's computation, and which step each figure is.
pub struct Trace {
    nodes: Vec<Node>,
    figures: BTreeMap<ScreenFigure, NodeId>,
    notes: BTreeMap<Key, Note>,
}

impl Trace {
    /// Runs the model for a scenario and writes down every step.
    pub fn of(region: &Region, scenario: &Scenario) -> Self {
        Self::record(Tape::default(), region, scenario, None)
    }

    /// The same for a table whose inputs change later: nothing is left out because of the values that
    /// are there now.
    pub fn of_table(region: &Region, scenario: &Scenario) -> Self {
        Self::record(Tape::of_table(), region, scenario, None)
    }

    /// The same with the figure of that name, which may need the model to be run once more with another
    /// value: what a change moves, how far a result goes over a range.
    pub fn telling(region: &Region, scenario: &Scenario, figure: &str) -> Self {
        let figure = ScreenFigure::counterfactual(figure);
        Self::record(Tape::default(), region, scenario, figure)
    }

    fn record(
        tape: Tape,
        region: &Region,
        scenario: &Scenario,
        counterfactual: Option<ScreenFigure>,
    ) -> Self {
        let resolved = scenario.resolve(region);
        let values = |values, side| TracedValues {
            tape: &tape,
            values,
            side,
        };
        let plan = values(&resolved.plan, Side::Plan);
        let changed = values(&resolved.scenario, Side::Scenario);
        let years = region.years;

        let mut figures = Figures {
            tape: &tape,
            found: BTreeMap::new(),
        };
        tape.record_published(true);
        let own = values(region.values(), Side::Plan);
        let project = match tape.is_table() {
            true => model::project_apart,
            false => model::project,
        };
        let published = project(years, &own, &own);
        tape.record_published(false);
        let outcome = project(years, &plan, &changed);
        figures.incomes(&outcome, &published);
        figures.parts(&outcome);
        figures.benchmarks(&outcome);
        figures.coverage(&outcome, &changed);
        figures.funds(&Levers::of(&changed));
        figures.risks(&outcome, &changed, years);
        for (key, value) in region
            .parameters
            .keys()
            .filter_map(|key| Some((*key, resolved.scenario.get(*key)?)))
        {
            let number = changed.input(key, value);
            figures
                .found
                .insert(ScreenFigure::Input(key), tape.place(number));
        }
        if let Some(figure) = counterfactual {
            figures.counterfactual((region, scenario), &outcome, figure);
        }
        let figures = figures.found;
        Self {
            nodes: tape.finish(),
            figures,
            notes: scenario
                .notes()
                .map(|(key, note)| (key, note.clone()))
                .collect(),
        }
    }

    /// The step that a figure is; none where the figure is not shown, as a share of nothing.
    pub fn figure(&self, figure: ScreenFigure) -> Option<NodeId> {
        self.figures.get(&figure).copied()
    }

    /// The figure of that text form.
    pub fn find(&self, text: &str) -> Option<ScreenFigure> {
        let mut all = self.figures.keys().copied();
        all.find(|figure| figure.to_string() == text)
    }

    /// All figures with their steps.
    pub fn figures(&self) -> impl Iterator<Item = (ScreenFigure, NodeId)> + '_ {
        self.figures.iter().map(|(figure, node)| (*figure, *node))
    }

    /// The user's own word on where an input comes from; it says nothing of the region's own
    /// value where the user replaced that.
    pub fn note(&self, id: NodeId) -> Option<&Note> {
        let node = self.node(id);
        match node.kind {
            NodeKind::Input(key, _) if !node.published => self.notes.get(&key),
            _ => None,
        }
    }

    /// All steps in the order in which they were computed.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate()
    }

    /// A step.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }
}

/// The steps of the figures, gathered part by part.
struct Figures<'t> {
    tape: &'t Tape,
    found: BTreeMap<ScreenFigure, NodeId>,
}

impl<'t> Figures<'t> {
    /// A figure under its name; one that is named already keeps the name that the model gave.
    fn add(&mut self, figure: ScreenFigure, number: Traced<'t>, term: Term) -> Traced<'t> {
        let number = if self.tape.is_named(number) {
            number
        } else {
            self.tape.written(number).named(term)
        };
        self.found.insert(figure, self.tape.place(number));
        number
    }

    fn incomes(&mut self, outcome: &Outcome<Traced<'t>>, published: &Outcome<Traced<'t>>) {
        let base = Term::shared(Quantity::BaseIncome, outcome.years.base());
        self.add(ScreenFigure::BaseIncome, outcome.base_income.exact(), base);
        let years = outcome.plan.iter().zip(&outcome.scenario);
        for ((plan, scenario), own) in years.zip(&published.plan) {
            let year = plan.year;
            let name = |what| Term::scenario(what, year);
            let of_plan = ScreenFigure::Income(Side::Plan, year);
            self.add(of_plan, plan.income.exact(), name(Quantity::Income));
            let figure = ScreenFigure::Income(Side::Scenario, year);
            self.add(figure, scenario.income.exact(), name(Quantity::Income));
            let figure = ScreenFigure::PublishedIncome(year);
            self.add(figure, own.income.exact(), name(Quantity::Income));
            let assumed = (plan.income - own.income).exact();
            let term = name(Quantity::AssumptionEffect);
            self.add(ScreenFigure::AssumptionEffect(year), assumed, term);
            self.assumed(plan, own, assumed);
            let gain = scenario.gain();
            let term = name(Quantity::Difference);
            let difference = gain.difference.exact();
            self.add(ScreenFigure::Difference(year), difference, term);
            for part in GainPart::ALL {
                let term = name(Quantity::GainPart(part));
                let figure = ScreenFigure::GainPart(part, year);
                self.add(figure, gain.part(part).exact(), term);
            }
            if gain.difference != YuanPerPerson::zero() {
                let share = (gain.part(GainPart::Market) / gain.difference).exact();
                let term = name(Quantity::MarketShare);
                self.add(ScreenFigure::MarketShare(year), share, term);
            }
        }
    }

    /// Effects of changed assumptions on each component and on the distance from each benchmark.
    fn assumed(
        &mut self,
        plan: &YearOutcome<Traced<'t>>,
        own: &YearOutcome<Traced<'t>>,
        whole: Traced<'t>,
    ) {
        let year = plan.year;
        for component in Component::ALL {
            let k = component as usize;
            let published = own.components[k];
            let term = Term::scenario(Quantity::Component(component), year);
            let figure = ScreenFigure::PublishedComponent(component, year);
            self.add(figure, published.exact(), term);
            let assumed = plan.components[k] - published;
            let term = Term::scenario(Quantity::ComponentAssumption(component), year);
            let figure = ScreenFigure::ComponentAssumption(component, year);
            self.add(figure, assumed.exact(), term);
        }
        for benchmark in Benchmark::ALL {
            let b = benchmark as usize;
            let both = plan.benchmarks[b].zip(own.benchmarks[b]);
            let Some((plan, own)) = both else { continue };
            let moved = plan - own;
            let term = Term::scenario(Quantity::LeadAssumption(benchmark), year);
            let figure = ScreenFigure::LeadAssumption(benchmark, year);
            self.add(figure, whole - moved.exact(), term);
        }
    }

    fn parts(&mut self, outcome: &Outcome<Traced<'t>>) {
        for (plan, scenario) in outcome.plan.iter().zip(&outcome.scenario) {
            let year = plan.year;
            for component in Component::ALL {
                let k = component as usize;
                let term = Term::scenario(Quantity::Component(component), year);
                let figure = |side| ScreenFigure::Component(component, side, year);
                self.add(figure(Side::Plan), plan.components[k].exact(), term);
                let of_scenario = scenario.components[k];
                self.add(figure(Side::Scenario), of_scenario.exact(), term);
                let difference = of_scenario - plan.components[k];
                let figure = ScreenFigure::ComponentDifference(component, year);
                let term = Term::scenario(Quantity::ComponentDifference(component), year);
                self.add(figure, difference.exact(), term);
            }
            for channel in Channel::ALL {
                let gain = scenario.channel_gain(channel);
                let whole = gain.difference.exact();
                let term = Term::scenario(Quantity::Channel(channel), year);
                self.add(ScreenFigure::Channel(channel, year), whole, term);
                for part in [GainPart::PublicWork, GainPart::Transfer] {
                    let is_reached =
                        part == GainPart::Transfer || Channel::WITH_PUBLIC_WORK.contains(&channel);
                    if whole.to_decimal().is_zero() || !is_reached {
                        continue;
                    }
                    let share = gain.part(part).exact() / whole;
                    let term = Term::scenario(Quantity::ChannelShare(channel, part), year);
                    self.add(ScreenFigure::ChannelShare(channel, part, year), share, term);
                }
                for component in Component::ALL {
                    let part = scenario.channels[channel as usize][component as usize];
                    let term = Term::scenario(Quantity::ChannelPart(channel, component), year);
                    let figure = ScreenFigure::ChannelPart(channel, component, year);
                    self.add(figure, part.exact(), term);
                }
            }
            self.spending(scenario);
        }
    }

    fn spending(&mut self, of: &YearOutcome<Traced<'t>>) {
        for category in Category::ALL {
            let c = category as usize;
            let allocation = of.spending.allocations[c];
            for (money, amount, what) in [
                (
                    Money::Allocated,
                    allocation.allocated,
                    Quantity::Allocated(category, false),
                ),
                (
                    Money::SpentInYear,
                    allocation.spent_in_year,
                    Quantity::SpentInYear(category),
                ),
                (
                    Money::Carried,
                    allocation.carried,
                    Quantity::Carried(category),
                ),
                (Money::Lapsed, allocation.lapsed, Quantity::Lapsed(category)),
                (
                    Money::Spent,
                    of.spending.spent[c],
                    Quantity::Spent(category),
                ),
            ] {
                let figure = ScreenFigure::Spending(money, category, of.year);
                self.add(figure, amount.exact(), Term::scenario(what, of.year));
            }
        }
    }

    fn benchmarks(&mut self, outcome: &Outcome<Traced<'t>>) {
        for benchmark in Benchmark::ALL {
            for year in &outcome.scenario {
                let known = (year.benchmark(benchmark), year.lead(benchmark));
                let ((Some(value), Some(lead)), Some(gap)) = (known, year.gap(benchmark)) else {
                    continue;
                };
                let term = Term::shared(Quantity::Benchmark(benchmark), year.year);
                let figure = ScreenFigure::Benchmark(benchmark, year.year);
                self.add(figure, value.exact(), term);
                let term = Term::scenario(Quantity::Lead(benchmark), year.year);
                let figure = ScreenFigure::Lead(benchmark, year.year);
                self.add(figure, lead.exact(), term);
                let term = Term::scenario(Quantity::Gap(benchmark), year.year);
                let figure = ScreenFigure::Gap(benchmark, year.year);
                self.add(figure, gap.exact(), term);
            }
            if let Some(growth) = targets::needed_growth(outcome, benchmark) {
                let term = Term::timeless(Quantity::NeededGrowth(benchmark), Side::Scenario);
                self.add(ScreenFigure::NeededGrowth(benchmark), growth.exact(), term);
            }
        }
        if let Some(growth) = targets::average_growth(outcome) {
            let term = Term::timeless(Quantity::AverageGrowth, Side::Scenario);
            self.add(ScreenFigure::AverageGrowth, growth.exact(), term);
        }
        for (target, years) in [
            (Target::First, targets::first_higher_than(outcome)),
            (Target::Second, targets::second_higher_than(outcome)),
        ] {
            for of in years {
                let term = Term::scenario(Quantity::Margin(target), of.year);
                self.add(
                    ScreenFigure::Margin(target, of.year),
                    of.margin().exact(),
                    term,
                );
            }
        }
    }

    fn coverage(&mut self, outcome: &Outcome<Traced<'t>>, values: &TracedValues<'t, '_>) {
        let province = Share(values.of_key(Fixed::CoverageProvince));
        for year in &outcome.scenario {
            let name = |what| Term::scenario(what, year.year);
            let term = name(Quantity::Coverage(Reached::AtOnce));
            self.add(
                ScreenFigure::Coverage(year.year),
                year.coverage.exact(),
                term,
            );
            let lead = (year.coverage - province).exact();
            let term = name(Quantity::CoverageLead);
            self.add(ScreenFigure::CoverageLead(year.year), lead, term);
            let missing = year.coverage_missing.exact();
            let term = name(Quantity::CoverageMissing);
            self.add(ScreenFigure::CoverageMissing(year.year), missing, term);
        }
    }

    fn funds(&mut self, levers: &Levers<Traced<'t>>) {
        let name = |what| Term::timeless(what, Side::Scenario);
        let mut rows = Vec::new();
        for level in Level::ALL {
            let sum = levers.level_funds(level, Side::Scenario);
            rows.push(sum);
            let term = name(Quantity::LevelFunds(level));
            self.add(ScreenFigure::LevelFunds(level), sum.exact(), term);
        }
        for category in Category::ALL {
            let sum = levers.category_funds(category, Side::Scenario).exact();
            let term = name(Quantity::CategoryFunds(category));
            self.add(ScreenFigure::CategoryFunds(category), sum, term);
        }
        let all: Yuan<Traced<'t>> = rows.into_iter().sum();
        self.add(
            ScreenFigure::AllFunds,
            all.exact(),
            name(Quantity::AllFunds),
        );
        if let Some(share) = targets::central_industry_share(levers) {
            let term = name(Quantity::CentralShare);
            self.add(ScreenFigure::CentralShare, share.exact(), term);
        }
    }
}
