//! Goal seek: the change of least cost that reaches a goal, ways of other kinds, or the nearest
//! miss.
//!
//! Ways are searched with linear programs over slopes in floating point, repeated from each
//! solution ([`seek`]); the result is set in whole units, rounded towards the goal, and every
//! figure reported of it comes from the exact model ([`check`]).

pub mod check;
pub mod margins;
mod price;
mod seek;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::search::{self, LeverLimits, LeverMove, LimitsFault};
use crate::model::Outcome;
use crate::model::gain::GainPart;
use crate::model::targets;
use crate::number::Share;
use crate::region::Region;
use crate::region::key::{Benchmark, Key, Year};
use crate::scenario::Scenario;
use check::GoalCondition;
pub use price::{Prices, WayCost};

/// A goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Income of a year at least the benchmark.
    Reach {
        /// The benchmark.
        benchmark: Benchmark,
        /// The year.
        year: Year,
    },
    /// Both higher-thans in every plan year. No lever moves the second.
    HigherThans,
    /// A share of the plan's own gap to a benchmark in that year closed.
    Close {
        /// The benchmark.
        benchmark: Benchmark,
        /// The year.
        year: Year,
        /// The share of the gap to close, from 0 to 1.
        share: Decimal,
    },
}

impl Goal {
    /// True where its year is a plan year and its share lies between 0 and 1.
    pub fn is_possible(self, region: &Region) -> bool {
        let is_planned = |year: Year| region.years.plan().any(|known| known == year);
        match self {
            Self::Reach { year, .. } => is_planned(year),
            Self::Close { year, share, .. } => {
                let share = Share(share);
                is_planned(year) && share > Share::ZERO && share <= Share::ONE
            }
            Self::HigherThans => true,
        }
    }

    /// The last year that it looks at, counted from the first plan year.
    pub fn last_step(self, region: &Region) -> usize {
        let last = region.years.plan().len() - 1;
        match self {
            Self::Reach { year, .. } | Self::Close { year, .. } => {
                usize::from(year.saturating_sub(region.years.first_plan)).min(last)
            }
            Self::HigherThans => last,
        }
    }
}

/// A request for ways to a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalRequest {
    /// The goal.
    pub goal: Goal,
    /// The levers that may move; all others stay.
    pub levers: Vec<LeverLimits>,
    /// Prices of changes.
    pub prices: Prices,
    /// True where other spending may be raised above the plan.
    #[serde(default)]
    pub raises_other: bool,
}

/// The kind of a way: which levers it uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayKind {
    /// Whatever costs least.
    Cheapest,
    /// No yuan more from anywhere: money moved within the matrix, rates and shares.
    NoNewMoney,
    /// Funds of the matrix and social help alone.
    Money,
    /// Coverage, with the grants that pay for it.
    Coverage,
    /// Jobs alone, those of the relocated among them.
    Jobs,
    /// The use of money and assets: execution, operation, benefit sharing, work relief.
    Operation,
    /// One lever alone, the one that costs least; answers of earlier versions name it.
    OneLever,
    /// The fewest levers; of several such ways the one that costs least.
    FewestLevers,
    /// Everything but funds and social help.
    NoMoney,
    /// Everything but coverage and grants.
    NoCoverage,
    /// Everything but jobs.
    NoJobs,
    /// Everything but how money and assets are used.
    NoOperation,
}

impl WayKind {
    /// Those that are sought at first, in the order in which they are shown at equal cost.
    pub const FIRST: [Self; 6] = [
        Self::Cheapest,
        Self::NoNewMoney,
        Self::Operation,
        Self::Coverage,
        Self::Money,
        Self::Jobs,
    ];
}

/// A way, checked with the exact model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayToGoal {
    /// Its kind.
    pub kind: WayKind,
    /// True where it reaches the goal.
    pub reaches: bool,
    /// Changes of levers, in the order of the levers.
    pub moves: Vec<LeverMove>,
    /// Its cost.
    pub cost: WayCost,
    /// Income against the goal, by year.
    pub lines: Vec<GoalCondition>,
    /// For a way that misses the goal: levers at a limit beyond which the miss would be smaller.
    pub held_by: Vec<Key>,
    /// The gain of the goal's last year over the present scenario, yuan a head.
    pub gain: Decimal,
    /// Its parts, in the order of [`GainPart`].
    pub gain_parts: [Decimal; GainPart::ALL.len()],
    /// Money that grants lack for the wanted coverage in the goal's last year, yuan.
    pub coverage_missing: Decimal,
}

/// The verdict on a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalVerdict {
    /// The scenario as it stands reaches the goal.
    Met,
    /// No lever may move.
    NothingMoves,
    /// These limits can't hold.
    Unfit(Vec<(Key, LimitsFault)>),
    /// The year or share is none that can be asked for.
    NoSuchGoal,
    /// Nobody knows what the goal asks for: its benchmark has no value.
    UnknownBenchmark,
    /// There are ways.
    Reached,
    /// There is none within the limits.
    OutOfReach,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalAnswer {
    /// The verdict.
    pub verdict: GoalVerdict,
    /// The scenario as it stands against the goal.
    pub now: Vec<GoalCondition>,
    /// Years in which the second higher-than fails or is too close to call, where it is part of the goal: benchmarks alone decide it.
    pub second_fails: Vec<Year>,
    /// The ways: where the goal is reached the one with the fewest levers first, then the others that reach it,
    /// by cost; then by how far they get.
    pub ways: Vec<WayToGoal>,
}

/// Seeks the ways to a goal.
pub fn seek(region: &Region, scenario: &Scenario, request: &GoalRequest) -> GoalAnswer {
    let mut answer = GoalAnswer {
        verdict: GoalVerdict::NoSuchGoal,
        now: Vec::new(),
        second_fails: Vec::new(),
        ways: Vec::new(),
    };
    if !is_possible(region, request) {
        return answer;
    }
    let outcome = scenario.project(region);
    if !is_known(&outcome, request.goal) {
        answer.verdict = GoalVerdict::UnknownBenchmark;
        return answer;
    }
    answer.now = check::lines(&outcome, request.goal);
    if request.goal == Goal::HigherThans {
        answer.second_fails = check::second_fails(&outcome);
    }
    let mut unfit = search::unfit(region, scenario, &request.levers);
    let mut request = request.clone();
    match search::allowed(region, scenario, &request.levers, request.raises_other) {
        Ok(levers) => request.levers = levers,
        Err(faults) => unfit.extend(faults),
    }
    answer.verdict = if answer.now.iter().all(|line| line.met) {
        match answer.second_fails.is_empty() {
            true => GoalVerdict::Met,
            false => GoalVerdict::OutOfReach,
        }
    } else if !unfit.is_empty() {
        GoalVerdict::Unfit(unfit)
    } else if request.levers.iter().all(|own| own.least == own.most) {
        GoalVerdict::NothingMoves
    } else {
        answer.ways = seek::ways(region, scenario, &request);
        let reaches = answer.ways.iter().any(|way| way.reaches);
        match reaches && answer.second_fails.is_empty() {
            true => GoalVerdict::Reached,
            false => GoalVerdict::OutOfReach,
        }
    };
    answer
}

/// True where the benchmarks of a goal are known in its years.
pub fn is_known(outcome: &Outcome, goal: Goal) -> bool {
    match goal {
        Goal::Reach { benchmark, year }
        | Goal::Close {
            benchmark, year, ..
        } => {
            let asked = outcome.scenario.iter().find(|own| own.year == year);
            asked.is_none_or(|own| own.benchmark(benchmark).is_some())
        }
        Goal::HigherThans => {
            targets::first_benchmark(outcome).is_some() && targets::second_series(outcome).is_some()
        }
    }
}

/// True where the goal can be asked for and no price is negative.
fn is_possible(region: &Region, request: &GoalRequest) -> bool {
    let is_priced = !request.prices.effort.is_sign_negative()
        && !request.prices.shifted.is_sign_negative()
        && request.prices.effort <= Decimal::from(1_000_000_000_000_i64)
        && request.prices.shifted <= Decimal::ONE;
    is_priced && request.goal.is_possible(region)
}
