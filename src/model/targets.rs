//! What is reached and when: closing years, the growth still needed, the two higher-thans and
//! the rule on central funds.

use rust_decimal::Decimal;

use super::inputs::Levers;
use super::{Outcome, YearOutcome};
use crate::number::{SHARE_PLACES, Share, Yuan, YuanPerPerson};
use crate::region::key::{Benchmark, Category, Level, Year};

/// The first year in which the scenario's income is at least the benchmark.
pub fn closing_year(outcome: &Outcome, benchmark: Benchmark) -> Option<Year> {
    let closed = |year: &&YearOutcome| year.income >= year.benchmarks[benchmark as usize];
    outcome.scenario.iter().find(closed).map(|year| year.year)
}

/// The yearly growth from the year before the plan that would bring income to the benchmark by
/// the horizon: the least share of four decimals g with `income(b)·(1+g)^(h−b) ≥ benchmark(h)`.
/// None where not even doubling each year would do.
pub fn needed_growth(outcome: &Outcome, benchmark: Benchmark) -> Option<Share> {
    let goal = outcome.scenario.last()?.benchmarks[benchmark as usize];
    least_growth(outcome.base_income, goal, outcome.scenario.len())
}

/// The scenario's own yearly growth from the year before the plan to the horizon, in the terms
/// of [`needed_growth`].
pub fn average_growth(outcome: &Outcome) -> Option<Share> {
    least_growth(
        outcome.base_income,
        outcome.scenario.last()?.income,
        outcome.scenario.len(),
    )
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
pub struct HigherThan {
    /// The year.
    pub year: Year,
    /// Whether the one grows faster than the other.
    pub met: bool,
    /// Growth of the one.
    pub growth: Share,
    /// Growth of the other.
    pub other_growth: Share,
}

impl HigherThan {
    /// How much faster, as a share: 0.012 is 1.2 points.
    pub fn margin(&self) -> Share {
        self.growth - self.other_growth
    }
}

/// Two neighbouring years of a series.
#[derive(Clone, Copy)]
struct Step {
    from: YuanPerPerson,
    to: YuanPerPerson,
}

impl Step {
    fn growth(self) -> Share {
        if self.from == YuanPerPerson::ZERO {
            return Share::ZERO;
        }
        self.to / self.from - Share::ONE
    }
}

/// Whether the one grows faster is decided by cross-multiplication, so that no quotient's last
/// digit decides it; only the margin that is shown is a quotient.
fn higher_than(year: Year, one: Step, other: Step) -> HigherThan {
    let met = one.to.exact() * other.from.exact() > other.to.exact() * one.from.exact();
    HigherThan {
        year,
        met,
        growth: one.growth(),
        other_growth: other.growth(),
    }
}

/// Pairs every plan year with the year before it.
fn steps<'a>(
    outcome: &'a Outcome,
    base: YuanPerPerson,
    of_year: impl Fn(&YearOutcome) -> YuanPerPerson + 'a,
) -> impl Iterator<Item = (Year, Step)> + 'a {
    let mut from = base;
    outcome.scenario.iter().map(move |year| {
        let to = of_year(year);
        let step = Step { from, to };
        from = to;
        (year.year, step)
    })
}

fn benchmark_steps(outcome: &Outcome, name: Benchmark) -> impl Iterator<Item = (Year, Step)> {
    let index = name as usize;
    steps(outcome, outcome.base_benchmarks[index], move |year| {
        year.benchmarks[index]
    })
}

/// T1: income of the lifted population grows faster than that of the rural residents around
/// them, those of the province.
pub fn first_higher_than(outcome: &Outcome) -> Vec<HigherThan> {
    steps(outcome, outcome.base_income, |year| year.income)
        .zip(benchmark_steps(outcome, Benchmark::RuralProvince))
        .map(|((year, one), (_, other))| higher_than(year, one, other))
        .collect()
}

/// T2: income of farmers in the lifted counties grows faster than that of rural residents of
/// the nation. It depends on the benchmarks alone: no lever moves it.
pub fn second_higher_than(outcome: &Outcome) -> Vec<HigherThan> {
    benchmark_steps(outcome, Benchmark::LiftedCounties)
        .zip(benchmark_steps(outcome, Benchmark::RuralNation))
        .map(|((year, one), (_, other))| higher_than(year, one, other))
        .collect()
}

/// The share of central linking funds that goes to industry; none without central funds.
pub fn central_industry_share(levers: &Levers) -> Option<Share> {
    let row = levers.funds[Level::Central as usize];
    let total: Yuan = row.into_iter().sum();
    (total != Yuan::ZERO).then(|| row[Category::Industry as usize] / total)
}
