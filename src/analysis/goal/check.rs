//! Income against a goal, by the exact model.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Goal;
use crate::model::{Outcome, targets};
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{Benchmark, Year};

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

/// Income against the goal: one line for a goal of a year, one a plan year for the higher-thans.
pub fn lines(outcome: &Outcome, goal: Goal) -> Vec<GoalCondition> {
    let of_year = |year: Year, needed: &dyn Fn(usize) -> YuanPerPerson| {
        let step = outcome.scenario.iter().position(|own| own.year == year);
        let line = step.map(|step| {
            let income = outcome.scenario[step].income;
            let needed = needed(step);
            GoalCondition {
                year,
                income: income.exact(),
                needed: needed.exact(),
                met: income >= needed,
            }
        });
        line.into_iter().collect()
    };
    match goal {
        Goal::Reach { benchmark, year } => of_year(year, &|step| {
            outcome.scenario[step].benchmarks[benchmark as usize]
        }),
        Goal::Close {
            benchmark,
            year,
            share,
        } => of_year(year, &|step| {
            let plan = &outcome.plan[step];
            let gap = plan.gap(benchmark).exact().max(Decimal::ZERO);
            let left = YuanPerPerson(gap) * Share(share).rest();
            plan.benchmarks[benchmark as usize] - left
        }),
        Goal::HigherThans => {
            let mut from = outcome.base_income;
            let mut other_from = outcome.base_benchmarks[Benchmark::RuralProvince as usize];
            let met = targets::first_higher_than(outcome);
            let years = outcome.scenario.iter().zip(met);
            years
                .map(|(own, higher)| {
                    let other = own.benchmarks[Benchmark::RuralProvince as usize];
                    let line = GoalCondition {
                        year: own.year,
                        income: own.income.exact(),
                        needed: from.exact() * other.exact() / other_from.exact(),
                        met: higher.met,
                    };
                    (from, other_from) = (own.income, other);
                    line
                })
                .collect()
        }
    }
}
