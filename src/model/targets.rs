//! Targets: closing years, the growth still needed, the two higher-thans and the rule on central
//! funds.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::inputs::Levers;
use crate::key::{Benchmark, Category, Level, Year};
use crate::number::{SHARE_PLACES, Share, Yuan, YuanPerPerson};
use crate::term::{Method, Quantity, Side, Term};
use crate::{Outcome, YearOutcome};

/// The first year in which the scenario's income is at least the benchmark.
pub fn closing_year(outcome: &Outcome, benchmark: Benchmark) -> Option<Year> {
    let closed = |year: &&YearOutcome| year.income >= year.benchmarks[benchmark as usize];
    outcome.scenario.iter().find(closed).map(|year| year.year)
}

/// The yearly growth from the year before the plan that would bring income to the benchmark by
/// the horizon: the least share of four decimals g with `income(b)·(1+g)^(h−b) ≥ benchmark(h)`.
/// None where not even doubling each year would do.
pub fn needed_growth<N: Arithmetic>(
    outcome: &Outcome<N>,
    benchmark: Benchmark,
) -> Option<Share<N>> {
    let goal = outcome.scenario.last()?.benchmarks[benchmark as usize];
    growth_to(outcome, goal, Quantity::NeededGrowth(benchmark))
}

/// The scenario's own yearly growth from the year before the plan to the horizon, in the terms
/// of [`needed_growth`].
pub fn average_growth<N: Arithmetic>(outcome: &Outcome<N>) -> Option<Share<N>> {
    growth_to(
        outcome,
        outcome.scenario.last()?.income,
        Quantity::AverageGrowth,
    )
}

/// The least growth that leads from the year before the plan to a goal at the horizon.
fn growth_to<N: Arithmetic>(
    outcome: &Outcome<N>,
    goal: YuanPerPerson<N>,
    what: Quantity,
) -> Option<Share<N>> {
    let from = outcome.base_income;
    let least = least_growth(from.plain(), goal.plain(), outcome.scenario.len())?;
    let inputs = [from.exact(), goal.exact()];
    let found = Share(N::found(least.exact(), Method::LeastGrowth, &inputs));
    Some(found.named(Term::timeless(what, Side::Scenario)))
}

/// The least growth of four decimals, between −100 % and +100 %, that leads from one amount to
/// another in so many years. Found by halving, so that no root is taken.
fn least_growth(from: YuanPerPerson, goal: YuanPerPerson, years: usize) -> Option<Share> {
    let growth = |ten_thousandths| Share(Decimal::new(ten_thousandths, SHARE_PLACES));
    let reaches = |ten_thousandths| {
        let factor = growth(ten_thousandths).factor();
        let mut income = from;
        for _ in 0..years {
            income = income * factor;
            // Once above the goal a growing income stays there; going on could overflow.
            if factor >= Share::ONE && income >= goal {
                return true;
            }
        }
        income >= goal
    };
    let (mut below, mut enough) = (-10_000, 10_000);
    if !reaches(enough) {
        return None;
    }
    while enough - below > 1 {
        let middle = (below + enough).div_euclid(2);
        if reaches(middle) {
            enough = middle;
        } else {
            below = middle;
        }
    }
    Some(growth(enough))
}

/// One of the two higher-thans (两个高于) in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HigherThan<N = Decimal> {
    /// The year.
    pub year: Year,
    /// True where the one grows faster than the other.
    pub met: bool,
    /// Growth of the one.
    pub growth: Share<N>,
    /// Growth of the other.
    pub other_growth: Share<N>,
}

impl<N: Arithmetic> HigherThan<N> {
    /// The margin of growth, as a share: 0.012 is 1.2 points.
    pub fn margin(&self) -> Share<N> {
        self.growth - self.other_growth
    }
}

/// Two neighbouring years of a series.
#[derive(Clone, Copy)]
struct Step<N> {
    from: YuanPerPerson<N>,
    to: YuanPerPerson<N>,
}

impl<N: Arithmetic> Step<N> {
    fn growth(self, term: Term) -> Share<N> {
        if self.from == YuanPerPerson::zero() {
            return Share::zero();
        }
        (self.to / self.from - Share::one()).named(term)
    }
}

/// Comparison of growth by cross-multiplication, so that no quotient's last digit decides it; only
/// the margin that is shown is a quotient.
fn higher_than<N: Arithmetic>(
    year: Year,
    (one, name): (Step<N>, Quantity),
    (other, other_name): (Step<N>, Quantity),
) -> HigherThan<N> {
    let met = one.to.exact() * other.from.exact() > other.to.exact() * one.from.exact();
    HigherThan {
        year,
        met,
        growth: one.growth(Term::scenario(name, year)),
        other_growth: other.growth(Term::shared(other_name, year)),
    }
}

/// Pairs every plan year with the year before it.
fn steps<'a, N: Arithmetic>(
    outcome: &'a Outcome<N>,
    base: YuanPerPerson<N>,
    of_year: impl Fn(&YearOutcome<N>) -> YuanPerPerson<N> + 'a,
) -> impl Iterator<Item = (Year, Step<N>)> + 'a {
    let mut from = base;
    outcome.scenario.iter().map(move |year| {
        let to = of_year(year);
        let step = Step { from, to };
        from = to;
        (year.year, step)
    })
}

fn benchmark_steps<N: Arithmetic>(
    outcome: &Outcome<N>,
    name: Benchmark,
) -> impl Iterator<Item = (Year, Step<N>)> {
    let index = name as usize;
    steps(outcome, outcome.base_benchmarks[index], move |year| {
        year.benchmarks[index]
    })
}

/// T1: income of the lifted population grows faster than that of the rural residents around
/// them, those of the province.
pub fn first_higher_than<N: Arithmetic>(outcome: &Outcome<N>) -> Vec<HigherThan<N>> {
    let other = Benchmark::RuralProvince;
    steps(outcome, outcome.base_income, |year| year.income)
        .zip(benchmark_steps(outcome, other))
        .map(|((year, one), (_, step))| {
            let one = (one, Quantity::IncomeGrowth);
            higher_than(year, one, (step, Quantity::BenchmarkGrowth(other)))
        })
        .collect()
}

/// T2: income of farmers in the lifted counties grows faster than that of rural residents of
/// the nation. It depends on the benchmarks alone: no lever moves it.
pub fn second_higher_than<N: Arithmetic>(outcome: &Outcome<N>) -> Vec<HigherThan<N>> {
    let (one, other) = (Benchmark::LiftedCounties, Benchmark::RuralNation);
    benchmark_steps(outcome, one)
        .zip(benchmark_steps(outcome, other))
        .map(|((year, first), (_, second))| {
            let first = (first, Quantity::BenchmarkGrowth(one));
            higher_than(year, first, (second, Quantity::BenchmarkGrowth(other)))
        })
        .collect()
}

/// The share of central linking funds that goes to industry; none without central funds.
pub fn central_industry_share<N: Arithmetic>(levers: &Levers<N>) -> Option<Share<N>> {
    let industry = levers.funds[Level::Central as usize][Category::Industry as usize];
    let total = levers.level_funds(Level::Central, Side::Scenario);
    let term = Term::timeless(Quantity::CentralShare, Side::Scenario);
    (total != Yuan::zero()).then(|| (industry / total).named(term))
}
