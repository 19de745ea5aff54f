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
    let closed = |year: &&YearOutcome| {
        let benchmark = year.benchmark(benchmark);
        benchmark.is_some_and(|benchmark| year.income >= benchmark)
    };
    outcome.scenario.iter().find(closed).map(|year| year.year)
}

/// The yearly growth from the year before the plan that would bring income to the benchmark by
/// the horizon: the least share of four decimals g with `income(b)·(1+g)^(h−b) ≥ benchmark(h)`.
/// None where not even doubling each year would do, or the benchmark is unknown.
pub fn needed_growth<N: Arithmetic>(
    outcome: &Outcome<N>,
    benchmark: Benchmark,
) -> Option<Share<N>> {
    let goal = outcome.scenario.last()?.benchmark(benchmark)?;
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

/// The judgement of a higher-than.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The one grows faster, by no less than what is too close to call.
    Met,
    /// It does not, by no less than that.
    NotMet,
    /// The margin is smaller than the errors of the figures.
    TooClose,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::TooClose];

    /// The name in JSON and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::TooClose => "too_close_to_call",
        }
    }
}

/// Decimal places of a growth that the digits of incomes hold for certain.
const LOST_PLACES: u32 = 15;

/// One of the two higher-thans (两个高于) in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HigherThan<N = Decimal> {
    /// The year.
    pub year: Year,
    /// True where the one grows faster than the other, by however little.
    pub met: bool,
    /// The judgement, with margins that are too close to call.
    pub verdict: Verdict,
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
    close_call: Share<N>,
) -> HigherThan<N> {
    let ahead = one.to.exact() * other.from.exact() - other.to.exact() * one.from.exact();
    let met = ahead > N::ZERO;
    // A margin of just the close call decides, whatever the last digits of the incomes lost on their way.
    let lost = N::from_decimal(Decimal::new(1, LOST_PLACES));
    let close = (close_call.exact() - lost) * one.from.exact() * other.from.exact();
    let verdict = if ahead < close && -ahead < close {
        Verdict::TooClose
    } else if met {
        Verdict::Met
    } else {
        Verdict::NotMet
    };
    HigherThan {
        year,
        met,
        verdict,
        growth: one.growth(Term::scenario(name, year)),
        other_growth: other.growth(Term::shared(other_name, year)),
    }
}

/// Pairs every plan year with the year before it; none where a year is unknown.
fn steps<N: Arithmetic>(
    outcome: &Outcome<N>,
    base: Option<YuanPerPerson<N>>,
    of_year: impl Fn(&YearOutcome<N>) -> Option<YuanPerPerson<N>>,
) -> Option<Vec<(Year, Step<N>)>> {
    let mut from = base?;
    let mut step = |year: &YearOutcome<N>| {
        let to = of_year(year)?;
        let step = Step { from, to };
        from = to;
        Some((year.year, step))
    };
    outcome.scenario.iter().map(&mut step).collect()
}

fn benchmark_steps<N: Arithmetic>(
    outcome: &Outcome<N>,
    name: Benchmark,
) -> Option<Vec<(Year, Step<N>)>> {
    let base = outcome.base_benchmarks[name as usize];
    steps(outcome, base, |year| year.benchmark(name))
}

/// The first of two benchmarks that is known.
fn known<N: Arithmetic>(outcome: &Outcome<N>, names: [Benchmark; 2]) -> Option<Benchmark> {
    names.into_iter().find(|name| outcome.knows(*name))
}

/// The benchmark of T1: rural residents of the city where they are known, else those of the province as
/// a proxy.
pub fn first_benchmark<N: Arithmetic>(outcome: &Outcome<N>) -> Option<Benchmark> {
    known(outcome, [Benchmark::RuralCity, Benchmark::RuralProvince])
}

/// The series of T2: the city's own lifted counties where they are known, else all of the nation's,
/// which say nothing of this city.
pub fn second_series<N: Arithmetic>(outcome: &Outcome<N>) -> Option<Benchmark> {
    known(
        outcome,
        [Benchmark::LiftedCountiesCity, Benchmark::LiftedCounties],
    )
}

/// T1: income of the lifted population grows faster than that of the rural residents around
/// them, by [`first_benchmark`]; empty where those are unknown.
pub fn first_higher_than<N: Arithmetic>(outcome: &Outcome<N>) -> Vec<HigherThan<N>> {
    let compared = || {
        let other = first_benchmark(outcome)?;
        let own = steps(outcome, Some(outcome.base_income), |year| Some(year.income))?;
        let others = benchmark_steps(outcome, other)?;
        let pairs = own.into_iter().zip(others);
        let all = pairs.map(|((year, one), (_, step))| {
            let other = (step, Quantity::BenchmarkGrowth(other));
            higher_than(
                year,
                (one, Quantity::IncomeGrowth),
                other,
                outcome.close_call,
            )
        });
        Some(all.collect())
    };
    compared().unwrap_or_default()
}

/// T2: income of farmers in the lifted counties, by [`second_series`], grows faster than that of rural
/// residents of the nation. It depends on the benchmarks alone: no lever moves it.
pub fn second_higher_than<N: Arithmetic>(outcome: &Outcome<N>) -> Vec<HigherThan<N>> {
    let compared = || {
        let (one, other) = (second_series(outcome)?, Benchmark::RuralNation);
        let pairs = benchmark_steps(outcome, one)?
            .into_iter()
            .zip(benchmark_steps(outcome, other)?);
        let all = pairs.map(|((year, first), (_, second))| {
            let first = (first, Quantity::BenchmarkGrowth(one));
            let second = (second, Quantity::BenchmarkGrowth(other));
            higher_than(year, first, second, outcome.close_call)
        });
        Some(all.collect())
    };
    compared().unwrap_or_default()
}

/// The share of central linking funds that goes to industry; none without central funds.
pub fn central_industry_share<N: Arithmetic>(levers: &Levers<N>) -> Option<Share<N>> {
    let industry = levers.funds[Level::Central as usize][Category::Industry as usize];
    let total = levers.level_funds(Level::Central, Side::Scenario);
    let term = Term::timeless(Quantity::CentralShare, Side::Scenario);
    (total != Yuan::zero()).then(|| (industry / total).named(term))
}
