//! Effect and cost of each changed lever, in the first plan year and at the horizon: the scenario
//! against the one with that change reverted. They show why a large change may move little.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::baseline::{Baseline, baseline};
use crate::model::inputs::Assumptions;
use crate::model::{Channel, Outcome, YearOutcome};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::key::{Batch, Component, Fixed, Key, Year, jobs, pay};
use crate::region::{Region, Values};
use crate::scenario::Scenario;

/// The kind of a change's cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// No money.
    Nothing,
    /// Linking funds that are allocated.
    Funds,
    /// Allocated money that is spent.
    Spending,
    /// Household grants within the plan.
    Grants,
    /// Pay of jobs, from outside the plan.
    Pay,
    /// Social help.
    Social,
}

/// Effect and cost of one change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverEffect {
    /// The first plan year and the horizon.
    pub years: [Year; 2],
    /// The change of income a head, in the first plan year and at the horizon.
    pub income: [YuanPerPerson; 2],
    /// Flags of the components that it moves, apart from allowances that fall as earnings rise.
    pub components: [bool; Component::ALL.len()],
    /// The part lost to falling allowances, in both years.
    pub clawback: [YuanPerPerson; 2],
    /// The part that shows in the first year already, where that is not all of it.
    pub at_first: Option<Share>,
    /// The kind of its cost.
    pub cost: CostKind,
    /// Its cost in the first plan year and in total up to the horizon.
    pub money: [Yuan; 2],
}

/// Effects and costs of all changed levers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverEffects {
    /// The levers outside the funds matrix.
    pub levers: BTreeMap<Fixed, LeverEffect>,
    /// The funds matrix as a whole.
    pub funds: Option<LeverEffect>,
}

/// Finds what each changed lever moves and costs, at one projection for each.
pub fn lever_effects(region: &Region, scenario: &Scenario, outcome: &Outcome) -> LeverEffects {
    let is_funds = |fixed: Fixed| fixed <= Fixed::FundsCountyOther;
    let changed: Vec<Fixed> = scenario
        .entries()
        .filter_map(|(key, _)| match key {
            Key::Fixed(fixed) if key.is_lever() => Some(fixed),
            _ => None,
        })
        .collect();
    let against = |keys: &[Fixed], whose: Fixed| {
        let mut without = scenario.clone();
        for key in keys {
            without.revert(region, (*key).into());
        }
        let before = without.project(region);
        let values = [without, scenario.clone()].map(|one| one.resolve(region).scenario);
        lever_effect(region, [&before, outcome], [&values[0], &values[1]], whose)
    };
    let funds: Vec<Fixed> = changed
        .iter()
        .copied()
        .filter(|key| is_funds(*key))
        .collect();
    let levers = changed.iter().copied().filter(|key| !is_funds(*key));
    LeverEffects {
        levers: levers
            .filter_map(|key| Some((key, against(&[key], key)?)))
            .collect(),
        funds: funds.first().and_then(|first| against(&funds, *first)),
    }
}

fn lever_effect(
    region: &Region,
    [before, after]: [&Outcome; 2],
    values: [&Values; 2],
    whose: Fixed,
) -> Option<LeverEffect> {
    let ends = |outcome: &'_ Outcome| -> Option<[YearOutcome; 2]> {
        let years = &outcome.scenario;
        Some([years.first()?.clone(), years.last()?.clone()])
    };
    let (before_ends, after_ends) = (ends(before)?, ends(after)?);
    let each = |of: &dyn Fn(&YearOutcome) -> YuanPerPerson| {
        [0, 1].map(|end: usize| of(&after_ends[end]) - of(&before_ends[end]))
    };
    let clawback = each(&|year| year.channel(Channel::Clawback));
    let moves = |component: Component| {
        let of = |year: &YearOutcome| -> YuanPerPerson {
            let channels = Channel::ALL.into_iter();
            channels
                .filter(|channel| *channel != Channel::Clawback)
                .map(|channel| year.channels[channel as usize][component as usize])
                .sum()
        };
        each(&of).iter().any(|change| !change.rounded().is_zero())
    };
    let assumptions = Assumptions::of(values[1], region.years);
    let path = baseline(&assumptions, region.years);
    let (cost, money) = cost([before, after], values, &path, whose);
    let total = money.iter().copied().sum::<Yuan>();
    let first = money.first().copied().unwrap_or(Yuan::ZERO);
    let is_free = money.iter().all(|amount| amount.rounded().is_zero());
    Some(LeverEffect {
        years: after_ends.each_ref().map(|end| end.year),
        income: each(&YearOutcome::difference),
        components: Component::ALL.map(moves),
        clawback,
        at_first: (whose == Fixed::Coverage)
            .then_some(assumptions.coverage_now)
            .filter(|part| *part < Share::ONE),
        cost: if is_free { CostKind::Nothing } else { cost },
        money: [first, total],
    })
}

/// The kind of a change's cost, and the cost in each year.
fn cost(
    [before, after]: [&Outcome; 2],
    values: [&Values; 2],
    path: &Baseline,
    whose: Fixed,
) -> (CostKind, Vec<Yuan>) {
    let change = values[1].fixed(whose) - values[0].fixed(whose);
    let allocated = |year: &YearOutcome| -> Yuan {
        let all = year.spending.allocations.iter();
        all.map(|one| one.allocated).sum()
    };
    let spent = |year: &YearOutcome| year.spending.spent.iter().copied().sum::<Yuan>();
    let each = |of: &dyn Fn(&YearOutcome) -> Yuan| -> Vec<Yuan> {
        let pairs = after.scenario.iter().zip(&before.scenario);
        pairs
            .map(|(after, before)| of(after) - of(before))
            .collect()
    };
    let paid = |people: Decimal, pay: Decimal| -> Vec<Yuan> {
        let years = path.plan.iter();
        years
            .map(|year| Yuan(people * pay) * year.wage_index)
            .collect()
    };
    let batch = Batch::ALL.into_iter().find(|batch| jobs(*batch) == whose);
    match whose {
        fixed if fixed <= Fixed::FundsGrowthCounty => (CostKind::Funds, each(&allocated)),
        Fixed::Execution => (CostKind::Spending, each(&spent)),
        Fixed::Social => (
            CostKind::Social,
            after.scenario.iter().map(|_| Yuan(change)).collect(),
        ),
        Fixed::Coverage => (CostKind::Grants, each(&|year| year.coverage_used)),
        Fixed::RelocatedEmployment => {
            let people = values[1].fixed(Fixed::RelocatedLabour) * change;
            (
                CostKind::Pay,
                paid(people, values[1].fixed(Fixed::RelocatedPay)),
            )
        }
        _ => match batch {
            Some(batch) => (CostKind::Pay, paid(change, values[1].fixed(pay(batch)))),
            None => (CostKind::Nothing, Vec::new()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region() -> Region {
        crate::region::tests::region()
    }

    fn found(changes: &[(Fixed, &str)]) -> (LeverEffects, Outcome) {
        found_in(&region(), changes)
    }

    fn found_in(region: &Region, changes: &[(Fixed, &str)]) -> (LeverEffects, Outcome) {
        let mut scenario = Scenario::default();
        for (key, value) in changes {
            let value = Decimal::from_str_exact(value).expect("a decimal");
            assert_eq!(scenario.set(region, (*key).into(), value), Ok(()));
        }
        let outcome = scenario.project(region);
        (lever_effects(region, &scenario, &outcome), outcome)
    }

    #[test]
    fn coverage_moves_operating_income_alone_and_costs_grants() {
        // Where nothing keeps the coverage there is, and grants in kind are income too.
        let region = crate::region::tests::region_as_of(1);
        let (found, outcome) = found_in(&region, &[(Fixed::Coverage, "0.85")]);
        let stake = found.levers[&Fixed::Coverage];
        let years = &outcome.scenario;
        let ends = [&years[0], &years[years.len() - 1]];
        assert_eq!(stake.income, ends.map(YearOutcome::difference));
        let moved = Component::ALL.map(|component| component == Component::Operating);
        assert_eq!(stake.components, moved);
        assert!(
            stake
                .clawback
                .iter()
                .all(|amount| *amount < YuanPerPerson::ZERO)
        );
        assert_eq!(stake.at_first, Some(Share(Decimal::new(5, 1))));
        assert_eq!(stake.cost, CostKind::Grants);
        // All of the rise is paid in the first year: cost · N / size · rise.
        let value = |key: Fixed| region.values().fixed(key);
        let growth = Decimal::ONE + value(Fixed::PopulationGrowth);
        let households = value(Fixed::Population) * growth / value(Fixed::HouseholdSize);
        let rise = Decimal::new(85, 2) - value(Fixed::Coverage0);
        let cost = Yuan(value(Fixed::CoverageCost) * households * rise);
        assert_eq!(stake.money[0].rounded(), cost.rounded());
    }

    #[test]
    fn jobs_cost_their_pay_and_shares_cost_nothing() {
        let (found, _) = found(&[(Fixed::JobsOutward, "1000"), (Fixed::BenefitShare, "1")]);
        let jobs = found.levers[&Fixed::JobsOutward];
        assert_eq!(jobs.cost, CostKind::Pay);
        let pay = region().values().fixed(pay(Batch::Outward));
        assert_eq!(jobs.money[0], Yuan(pay * Decimal::ONE_THOUSAND));
        assert!(jobs.money[1] > jobs.money[0]);
        assert_eq!(found.levers[&Fixed::BenefitShare].cost, CostKind::Nothing);
        assert_eq!(found.funds, None);
    }

    #[test]
    fn the_funds_are_one_change_and_cost_what_they_rise_by() {
        let region = region();
        let cell = |key: Fixed| region.values().fixed(key);
        let more = Decimal::from(10_000_000);
        let industry = (cell(Fixed::FundsCentralIndustry) + more).to_string();
        let other = (cell(Fixed::FundsCountyOther) + more).to_string();
        let changes = [
            (Fixed::FundsCentralIndustry, industry.as_str()),
            (Fixed::FundsCountyOther, other.as_str()),
        ];
        let (found, _) = found(&changes);
        let funds = found.funds.expect("changed");
        assert_eq!(funds.cost, CostKind::Funds);
        assert_eq!(funds.money[0], Yuan(more * Decimal::TWO));
        let years = Decimal::from(region.years.plan().count());
        assert_eq!(funds.money[1], Yuan(more * Decimal::TWO * years));
        assert!(found.levers.is_empty());
    }
}
