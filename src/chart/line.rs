//! The lines of the main chart: their kinds, their looks and their amounts.

use crate::analysis::explain::figure::ScreenFigure;
use crate::analysis::history::IncomeHistory;
use crate::analysis::looking_back::ErrorsAhead;
use crate::analysis::summary::Closing;
use crate::i18n::Catalog;
use crate::model::term::Side;
use crate::model::{ByBenchmark, Outcome, YearOutcome};
use crate::number::YuanPerPerson;
use crate::region::Years;
use crate::region::key::{Benchmark, Year};

/// The incomes that are drawn.
#[derive(Clone, Copy)]
pub struct Incomes<'a> {
    /// Plan and scenario under the user's assumptions.
    pub outcome: &'a Outcome,
    /// The plan under the region's assumptions.
    pub published: &'a Outcome,
    /// The years before the plan.
    pub history: &'a IncomeHistory,
    /// The year in which each benchmark is reached.
    pub closing: &'a ByBenchmark<Closing>,
    /// The errors of the past that are laid on the scenario's line as a band; none where it is off.
    pub errors: &'a [ErrorsAhead],
}

/// The content of the main chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathsView {
    /// Incomes and benchmarks.
    Levels,
    /// Changes by policy and assumptions, which are too small to be seen beside whole incomes.
    Differences,
}

/// A line of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The plan under the region's assumptions.
    Published,
    /// The plan under the user's assumptions.
    Plan,
    /// The scenario.
    Scenario,
    /// A benchmark.
    Benchmark(Benchmark),
    /// Scenario minus plan: what the levers change.
    PolicyEffect,
    /// Plan under the user's minus plan under the region's assumptions.
    AssumptionEffect,
}

/// The look of a line, which differs by dashes and symbols, not by colour alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The custom property of its colour.
    pub colour: &'static str,
    /// Lengths of dashes and gaps; a solid line has none.
    pub dashes: &'static [u8],
    /// Its symbol at every year.
    pub symbol: Symbol,
    /// Its width.
    pub width: f32,
}

/// The symbol at a line's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// ●
    Circle,
    /// ■
    Rect,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ○
    EmptyCircle,
    /// □
    EmptyRect,
    /// △
    EmptyTriangle,
}

impl Symbol {
    /// Its shape by its name in the chart's library.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Circle | Self::EmptyCircle => "circle",
            Self::Rect | Self::EmptyRect => "rect",
            Self::Triangle | Self::EmptyTriangle => "triangle",
            Self::Diamond => "diamond",
        }
    }

    /// True where only its outline is drawn.
    pub fn is_empty(self) -> bool {
        matches!(
            self,
            Self::EmptyCircle | Self::EmptyRect | Self::EmptyTriangle
        )
    }
}

impl Line {
    /// The lines of a view, unknown benchmarks left out; the user's plan has one of its own where it
    /// differs.
    pub fn of_view(view: PathsView, outcome: &Outcome, own_assumptions: bool) -> Vec<Self> {
        let own = |line: Self| own_assumptions.then_some(line);
        match view {
            PathsView::Levels => [Some(Self::Scenario), own(Self::Plan), Some(Self::Published)]
                .into_iter()
                .flatten()
                .chain(outcome.benchmarks_of_income().map(Self::Benchmark))
                .collect(),
            PathsView::Differences => [Some(Self::PolicyEffect), own(Self::AssumptionEffect)]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    /// Its name.
    pub fn name(self, words: &Catalog, own_assumptions: bool) -> std::rc::Rc<str> {
        match self {
            Self::Published if own_assumptions => words.text("chart-plan-published"),
            Self::Published => words.text("chart-plan"),
            Self::Plan => words.text("chart-plan-own"),
            Self::Scenario => words.text("chart-scenario"),
            Self::Benchmark(benchmark) => words.benchmark(benchmark),
            Self::PolicyEffect => words.text("chart-policy-effect"),
            Self::AssumptionEffect => words.text("chart-assumption-effect"),
        }
    }

    /// True for disposable income, another concept than the headline's net income.
    pub fn is_other_concept(self) -> bool {
        matches!(self, Self::Benchmark(benchmark) if benchmark.is_disposable_income())
    }

    /// Its look. Disposable incomes are dashed, net incomes are not.
    pub fn style(self) -> Style {
        let style = |colour, dashes, symbol, width| Style {
            colour,
            dashes,
            symbol,
            width,
        };
        match self {
            Self::Scenario | Self::PolicyEffect => {
                style("--series-scenario", &[], Symbol::Circle, 3.0)
            }
            Self::Plan | Self::AssumptionEffect => {
                style("--series-plan", &[], Symbol::EmptyRect, 2.0)
            }
            Self::Published => style("--series-published", &[2, 3], Symbol::EmptyCircle, 2.0),
            Self::Benchmark(Benchmark::LiftedProvince) => {
                style("--series-benchmark-1", &[], Symbol::Triangle, 1.5)
            }
            Self::Benchmark(Benchmark::LiftedNation) => {
                style("--series-benchmark-2", &[], Symbol::Diamond, 1.5)
            }
            Self::Benchmark(Benchmark::RuralProvince) => {
                style("--series-benchmark-3", &[7, 4], Symbol::EmptyTriangle, 1.5)
            }
            Self::Benchmark(Benchmark::RuralNation | Benchmark::LiftedCounties) => {
                style("--series-benchmark-4", &[7, 4], Symbol::Rect, 1.5)
            }
            Self::Benchmark(Benchmark::RuralCity | Benchmark::LiftedCountiesCity) => {
                style("--series-benchmark-5", &[2, 4], Symbol::EmptyCircle, 1.5)
            }
        }
    }

    /// The figure that its amount of a year is; none before the plan, where no model made it.
    pub fn figure(self, year: Year, years: Years) -> Option<ScreenFigure> {
        if year < years.first_plan {
            return (year == years.base() && matches!(self, Self::Scenario | Self::Plan))
                .then_some(ScreenFigure::BaseIncome);
        }
        Some(match self {
            Self::Published => ScreenFigure::PublishedIncome(year),
            Self::Plan => ScreenFigure::Income(Side::Plan, year),
            Self::Scenario => ScreenFigure::Income(Side::Scenario, year),
            Self::Benchmark(benchmark) => ScreenFigure::Benchmark(benchmark, year),
            Self::PolicyEffect => ScreenFigure::Difference(year),
            Self::AssumptionEffect => ScreenFigure::AssumptionEffect(year),
        })
    }

    /// Its amounts from the year of the known income to the horizon; none while a benchmark is unknown.
    pub fn amounts(self, incomes: Incomes<'_>) -> Vec<Option<YuanPerPerson>> {
        let Incomes {
            outcome,
            published,
            history,
            ..
        } = incomes;
        let zero = YuanPerPerson::ZERO;
        let nothing = vec![zero; history.own.len()];
        let incomes =
            |years: &[YearOutcome]| -> Vec<_> { years.iter().map(|year| year.income).collect() };
        let known = match self {
            Self::Benchmark(benchmark) => {
                let b = benchmark as usize;
                let plan_years = outcome.scenario.iter().map(|year| year.benchmarks[b]);
                let before = history.benchmarks[b].iter().copied();
                let before = before.chain([outcome.base_benchmarks[b]]);
                return before.chain(plan_years).collect();
            }
            Self::Published => joined(
                &history.published,
                published.base_income,
                incomes(&published.plan),
            ),
            Self::Plan => joined(&history.own, outcome.base_income, incomes(&outcome.plan)),
            Self::Scenario => joined(
                &history.own,
                outcome.base_income,
                incomes(&outcome.scenario),
            ),
            Self::PolicyEffect => joined(
                &nothing,
                zero,
                outcome
                    .scenario
                    .iter()
                    .map(|year| year.difference())
                    .collect(),
            ),
            Self::AssumptionEffect => {
                let own = history.own.iter().zip(&history.published);
                let before: Vec<_> = own.map(|(own, published)| *own - *published).collect();
                joined(
                    &before,
                    outcome.base_income - published.base_income,
                    assumption_effects(outcome, published).collect(),
                )
            }
        };
        known.into_iter().map(Some).collect()
    }
}

fn joined(
    history: &[YuanPerPerson],
    base: YuanPerPerson,
    years: Vec<YuanPerPerson>,
) -> Vec<YuanPerPerson> {
    history.iter().copied().chain([base]).chain(years).collect()
}

/// The effect of the user's assumptions on the plan, year by year.
fn assumption_effects<'a>(
    outcome: &'a Outcome,
    published: &'a Outcome,
) -> impl Iterator<Item = YuanPerPerson> + 'a {
    let own = outcome.plan.iter();
    own.zip(&published.plan)
        .map(|(own, published)| own.income - published.income)
}

/// True where the user's assumptions move the plan at all.
pub fn moves_the_plan(outcome: &Outcome, published: &Outcome) -> bool {
    outcome.base_income != published.base_income
        || assumption_effects(outcome, published).any(|effect| effect != YuanPerPerson::ZERO)
}
