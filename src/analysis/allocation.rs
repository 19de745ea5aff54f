//! The best use of given money: the funds matrix, and levers that cost none, that bring the most
//! income or need the least money for a goal.
//!
//! Income is linear in the money of a category, except for coverage, which bends where grants no
//! longer pay for it: that bend is part of the program ([`cell_program`]). Levers that multiply
//! money are searched in turn with the matrix, from several starts ([`levers`]). Every figure
//! reported comes from the exact model; [`shadow`] gives the cost of each limit.

mod cell_program;
mod conflict;
pub mod downside;
mod find;
mod levers;
mod marginal_returns;
mod rounding;
mod shadow;
mod switching_values;
#[cfg(test)]
mod tests;
mod weights;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::funds_floor::{FloorPart, FundsFloor};
use crate::analysis::goal::Goal;
use crate::analysis::goal::check::{self, GoalCondition};
use crate::analysis::search::{self, LeverLimits, LeverMove, LimitsFault};
use crate::model::gain::GainPart;
use crate::model::{Outcome, YearOutcome};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, Unit, Year, funds};
use crate::scenario::Scenario;
use crate::scenario::matrix::{Matrix, MatrixPart};
pub use conflict::AllocationConflict;
pub use downside::{Downside, DownsideResult};
pub use shadow::Shadow;
pub use switching_values::SwitchingValue;

/// The objective of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// The most market income over all plan years together, discounted to the first.
    Market,
    /// The most market income in a year: wages, operating and property income without public work.
    /// Files and links call it earned.
    Earned(Year),
    /// The most income in a year, transfers among it.
    Income(Year),
    /// The least money with which a goal is reached.
    LeastMoney(Goal),
}

impl Objective {
    /// The year that it looks at.
    pub fn year(self, region: &Region) -> Year {
        match self {
            Self::Market => region.years.horizon,
            Self::Earned(year) | Self::Income(year) => year,
            Self::LeastMoney(goal) => region.years.first_plan + goal.last_step(region) as Year,
        }
    }

    /// The goal, where there is one.
    pub fn goal(self) -> Option<Goal> {
        match self {
            Self::LeastMoney(goal) => Some(goal),
            Self::Market | Self::Earned(_) | Self::Income(_) => None,
        }
    }
}

/// Limits of the money of a part of the matrix, yuan; a locked part has one amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLimits {
    /// The part.
    pub part: MatrixPart,
    /// The least.
    pub least: Decimal,
    /// The most.
    pub most: Decimal,
}

impl PartLimits {
    /// True where the part keeps one amount.
    fn is_locked(&self) -> bool {
        self.least == self.most
    }
}

/// A request for the best allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationRequest {
    /// The objective.
    pub objective: Objective,
    /// The limits of parts; a part without any is bound by the others alone. Where neither the total
    /// nor every row or every column is limited, no money comes in.
    pub parts: Vec<PartLimits>,
    /// The shares that may move beside the matrix.
    pub levers: Vec<LeverLimits>,
    /// True where industry must have its required share of central funds.
    pub keeps_rule: bool,
    /// True where other spending may be raised above the plan.
    #[serde(default)]
    pub raises_other: bool,
    /// The money that has to come first, which the allocation keeps.
    #[serde(default)]
    pub floor: FundsFloor,
    /// The downside, where the result at the tenth of draws is to be best and not that with the values in
    /// use; not for the least money.
    #[serde(default)]
    pub downside: Option<Downside>,
}

/// One condition on the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The least of a part.
    Least(MatrixPart),
    /// The most of a part.
    Most(MatrixPart),
    /// The share of industry in central funds.
    Rule,
    /// A level's other spending, which is not raised above the plan.
    Other(Level),
    /// The money that has to come first.
    Floor(FloorPart),
}

/// The results of a matrix and levers in the objective's year, by the exact model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationOutcome {
    /// All money of the matrix, yuan.
    pub money: Decimal,
    /// Income, yuan a head.
    pub income: Decimal,
    /// Beyond the plan, the parts of income in the order of [`GainPart`].
    pub gain_parts: [Decimal; GainPart::ALL.len()],
    /// Market income beyond the plan over all plan years, discounted to the first, yuan a head.
    #[serde(default)]
    pub market: Decimal,
    /// Income against the goal, where there is one: in the year that misses it most.
    pub goal: Option<GoalCondition>,
    /// True where the goal is reached, or where there is none.
    pub met: bool,
    /// Money that grants lack for the wanted coverage, yuan.
    pub coverage_missing: Decimal,
}

impl AllocationOutcome {
    /// A part of income beyond the plan.
    pub fn part(&self, part: GainPart) -> Decimal {
        self.gain_parts[part as usize]
    }

    /// The value of the objective, the greater the better: money counts negatively.
    fn value(&self, objective: Objective) -> Decimal {
        match objective {
            Objective::Market => self.market,
            Objective::Earned(_) => self.part(GainPart::Market),
            Objective::Income(_) => self.income,
            Objective::LeastMoney(_) => -self.money,
        }
    }
}

/// The verdict on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllocationVerdict {
    /// A better allocation was found.
    Found,
    /// The allocation as it stands is the best.
    Unchanged,
    /// No money, however placed within the limits, reaches the goal; the allocation that gets
    /// furthest is given.
    OutOfReach,
    /// These conditions can't hold together.
    Contradiction(Vec<AllocationConflict>),
    /// These parts have a limit below nothing.
    Negative(Vec<MatrixPart>),
    /// No whole amounts hold the conditions.
    NoWhole,
    /// These levers' limits can't hold.
    Unfit(Vec<(Key, LimitsFault)>),
    /// Nobody knows what the goal asks for: its benchmark has no value.
    UnknownBenchmark,
    /// The ranges can't be drawn from, or there are no draws or too many.
    NoDraws,
    /// The year is none of the plan, the goal none that can be asked for, or a part is limited twice.
    NotUnderstood,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationAnswer {
    /// The verdict.
    pub verdict: AllocationVerdict,
    /// The scenario as it stands.
    pub now: Option<AllocationOutcome>,
    /// The results of the best allocation.
    pub best: Option<AllocationOutcome>,
    /// Changes of levers, in the order of the levers.
    pub moves: Vec<LeverMove>,
    /// Shadow prices of binding conditions, largest first.
    pub shadows: Vec<Shadow>,
    /// Limits with room between their ends that the best allocation reaches.
    pub at: Vec<Condition>,
    /// The values that would turn what was found, within their plausible ranges.
    pub switching_values: Vec<SwitchingValue>,
    /// The results at the tenth of draws, where those were asked for.
    #[serde(default)]
    pub downside: Option<DownsideResult>,
    /// Years in which the second higher-than fails or is too close to call, where it is part of the goal: benchmarks alone decide it.
    pub second_fails: Vec<Year>,
}

/// The limits that are usual: every level with what it has, every cell within a share of its plan, so
/// that what is found is a step from the plan and not a corner without roads or without industry.
pub fn usual(region: &Region, scenario: &Scenario, reach: Decimal) -> Vec<PartLimits> {
    let matrix = matrix(region, scenario);
    let rows = Level::ALL.map(MatrixPart::Row).into_iter().map(|part| {
        let amount = part.of(&matrix).exact();
        (part, (amount, amount))
    });
    let cells = Level::ALL.into_iter().flat_map(|level| {
        Category::ALL.map(|category| {
            let key = funds(level, category).into();
            let ends = search::reach(region, scenario, key, reach);
            (MatrixPart::Cell(level, category), ends)
        })
    });
    rows.chain(cells)
        .map(|(part, (least, most))| PartLimits { part, least, most })
        .collect()
}

/// The levers that can move beside the matrix: shares that cost no money of their own.
pub fn movable() -> Vec<Key> {
    let mut keys = search::movable();
    keys.retain(|key| key.unit() == Unit::Share);
    keys
}

/// The funds matrix of a scenario.
pub fn matrix(region: &Region, scenario: &Scenario) -> Matrix {
    Level::ALL.map(|level| {
        Category::ALL.map(|category| {
            let money = scenario.value(region, funds(level, category).into());
            Yuan(money.unwrap_or_default())
        })
    })
}

/// Finds the best allocation.
pub fn allocate(
    region: &Region,
    scenario: &Scenario,
    request: &AllocationRequest,
) -> AllocationAnswer {
    let mut answer = AllocationAnswer {
        verdict: AllocationVerdict::NotUnderstood,
        now: None,
        best: None,
        moves: Vec::new(),
        shadows: Vec::new(),
        at: Vec::new(),
        switching_values: Vec::new(),
        downside: None,
        second_fails: Vec::new(),
    };
    let objective = request.objective;
    let is_planned = match objective {
        Objective::Market => true,
        Objective::LeastMoney(goal) => goal.is_possible(region),
        Objective::Earned(year) | Objective::Income(year) => {
            region.years.plan().any(|known| known == year)
        }
    };
    let is_twice = |index: usize| {
        let part = request.parts[index].part;
        request.parts[..index].iter().any(|own| own.part == part)
    };
    if !is_planned || (0..request.parts.len()).any(is_twice) {
        return answer;
    }
    let outcome = scenario.project(region);
    let is_known = |goal: Goal| crate::analysis::goal::is_known(&outcome, goal);
    if !objective.goal().is_none_or(is_known) {
        answer.verdict = AllocationVerdict::UnknownBenchmark;
        return answer;
    }
    answer.now = Some(standing(region, scenario, objective));
    let negative = |own: &&PartLimits| own.least.min(own.most) < Decimal::ZERO;
    let negative = request.parts.iter().filter(negative);
    let negative: Vec<MatrixPart> = negative.map(|own| own.part).collect();
    if !negative.is_empty() {
        answer.verdict = AllocationVerdict::Negative(negative);
        return answer;
    }
    if objective.goal() == Some(Goal::HigherThans) {
        answer.second_fails = check::second_fails(&outcome);
    }
    let mut unfit = search::unfit(region, scenario, &request.levers);
    let mut request = request.clone();
    match search::allowed(region, scenario, &request.levers, request.raises_other) {
        Ok(levers) => request.levers = levers,
        Err(faults) => unfit.extend(faults),
    }
    let is_free = |limits: &&LeverLimits| movable().contains(&limits.key);
    if unfit.is_empty() {
        let others = request.levers.iter().filter(|own| !is_free(own));
        unfit.extend(others.map(|own| (own.key, LimitsFault::NoLever)));
    }
    if !unfit.is_empty() {
        answer.verdict = AllocationVerdict::Unfit(unfit);
        return answer;
    }
    find::find(region, scenario, &request, answer)
}

/// The yearly rate at which later income is discounted.
fn discount_rate(region: &Region, scenario: &Scenario) -> Share {
    let rate = scenario.value(region, Fixed::DiscountRate.into());
    Share(rate.unwrap_or_default())
}

/// Market income beyond the plan over all plan years, discounted to the first, yuan a head.
fn discounted_market(outcome: &Outcome, rate: Share) -> Decimal {
    let mut factor = Decimal::ONE;
    let mut sum = Decimal::ZERO;
    for year in &outcome.scenario {
        sum += year.gain().part(GainPart::Market).exact() * factor;
        factor /= rate.factor().exact();
    }
    sum
}

/// The results of a scenario in the objective's year.
fn standing(region: &Region, scenario: &Scenario, objective: Objective) -> AllocationOutcome {
    let outcome = scenario.project(region);
    let step = usize::from(objective.year(region) - region.years.first_plan);
    let year: &YearOutcome = &outcome.scenario[step];
    let lines = match objective.goal() {
        Some(goal) => check::lines(&outcome, goal),
        None => Vec::new(),
    };
    AllocationOutcome {
        money: MatrixPart::Total.of(&matrix(region, scenario)).exact(),
        income: year.income.exact(),
        market: discounted_market(&outcome, discount_rate(region, scenario)),
        gain_parts: year.gain().parts.map(YuanPerPerson::exact),
        met: lines.iter().all(|line| line.met),
        goal: check::hardest(&lines).copied(),
        coverage_missing: year.coverage_missing.exact(),
    }
}
