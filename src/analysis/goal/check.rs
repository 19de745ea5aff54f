//! Income against a goal, by the exact model.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Goal;
use crate::model::Outcome;
use crate::model::targets::{self, Verdict};
use crate::number::{Share, YuanPerPerson};
use crate::region::key::Year;

/// One year's income against what the goal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalCondition {
    /// The year.
    pub year: Year,
    /// The income, yuan a head.
    pub income: Decimal,
    /// The income needed, yuan a head; a higher-than needs more than this.
    pub needed: Decimal,
    /// True where it is reached.
    pub met: bool,
}

impl GoalCondition {
    /// The shortfall, yuan a head; negative where there is more than needed.
    pub fn missing(&self) -> Decimal {
        self.needed - self.income
    }
}

/// The line that misses the goal most, or exceeds it least.
pub fn hardest(lines: &[GoalCondition]) -> Option<&GoalCondition> {
    lines.iter().max_by_key(|line| (!line.met, line.missing()))
}

/// The years in which the second higher-than is not met: benchmarks alone decide it.
pub fn second_fails(outcome: &Outcome) -> Vec<Year> {
    let second = targets::second_higher_than(outcome).into_iter();
    let missed = second.filter(|own| own.verdict != Verdict::Met);
    missed.map(|own| own.year).collect()
}

/// Income against the goal: one line for a goal of a year, one a plan year for the higher-thans.
pub fn lines(outcome: &Outcome, goal: Goal) -> Vec<GoalCondition> {
    let of_year = |year: Year, needed: &dyn Fn(usize) -> Option<YuanPerPerson>| {
        let step = outcome.scenario.iter().position(|own| own.year == year);
        let line = step.and_then(|step| {
            let income = outcome.scenario[step].income;
            let needed = needed(step)?;
            Some(GoalCondition {
                year,
                income: income.exact(),
                needed: needed.exact(),
                met: income >= needed,
            })
        });
        line.into_iter().collect()
    };
    match goal {
        Goal::Reach { benchmark, year } => {
            of_year(year, &|step| outcome.scenario[step].benchmark(benchmark))
        }
        Goal::Close {
            benchmark,
            year,
            share,
        } => of_year(year, &|step| {
            let plan = &outcome.plan[step];
            let gap = plan.gap(benchmark)?.exact().max(Decimal::ZERO);
            let left = YuanPerPerson(gap) * Share(share).rest();
            Some(plan.benchmark(benchmark)? - left)
        }),
        Goal::HigherThans => higher_than_lines(outcome),
    }
}

/// The first higher-than as incomes: each year needs last year's income with the benchmark's growth and
/// the margin below which the judgement is too close to call.
fn higher_than_lines(outcome: &Outcome) -> Vec<GoalCondition> {
    let Some(benchmark) = targets::first_benchmark(outcome) else {
        return Vec::new();
    };
    let before = outcome.scenario.iter().map(|year| year.income);
    let before = std::iter::once(outcome.base_income).chain(before);
    let judged = targets::first_higher_than(outcome);
    let years = outcome.scenario.iter().zip(before).zip(judged);
    let mut other_from = outcome.base_benchmarks[benchmark as usize];
    let lines = years.map(|((own, from), higher)| {
        let other = own.benchmark(benchmark)?;
        let growth = other.exact() / other_from?.exact() + outcome.close_call.exact();
        other_from = Some(other);
        Some(GoalCondition {
            year: own.year,
            income: own.income.exact(),
            needed: from.exact() * growth,
            met: higher.verdict == Verdict::Met,
        })
    });
    lines.collect::<Option<_>>().unwrap_or_default()
}
