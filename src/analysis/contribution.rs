//! Contributions of single changes to the income of the first plan year, or of the one year that a
//! change holds for: the income with all changes minus the income with that one reverted, as its
//! button would revert it.
//!
//! Changes interact, so that the sum of single contributions need not be their joint effect. The
//! remainder is shown, not divided: any division would be arbitrary.

use std::collections::BTreeMap;

use super::sums::rounding;
use crate::model::Outcome;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Key, Year, Yearly};
use crate::scenario::Scenario;

/// The contribution of one change; exact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The year whose income it moves.
    pub year: Year,
    /// The plan's income: nothing for a lever.
    pub plan: YuanPerPerson,
    /// The levers' contribution beyond the plan's income.
    pub policy: YuanPerPerson,
}

/// The joint effect of changes, beside their single contributions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// All of them together.
    pub total: YuanPerPerson,
    /// The interaction: the joint effect minus the single contributions.
    pub interplay: YuanPerPerson,
    /// The rounding difference: the rounded total minus the rounded parts and interaction.
    pub rounding: YuanPerPerson,
}

/// Contributions of each change and of each kind of change.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// Each change.
    pub each: BTreeMap<Key, Contribution>,
    /// The levers: the policy effect.
    pub levers: Together,
    /// The assumptions: the assumption effect, on the plan.
    pub assumptions: Together,
    /// The joint effect of the user's assumptions on the policy effect, which already includes it.
    pub policy_shift: YuanPerPerson,
}

/// Finds what each change moves, at the cost of one projection a change and two more.
pub fn contributions(region: &Region, scenario: &Scenario) -> Option<Contributions> {
    let now = scenario.project(region);
    let mut each = BTreeMap::new();
    for (key, _) in scenario.entries() {
        let mut without = scenario.clone();
        without.revert(region, key);
        let step = match key {
            Key::Yearly(Yearly::Lever(_), year) => usize::from(year - region.years.first_plan),
            _ => 0,
        };
        each.insert(
            key,
            in_year(&now, step)? - in_year(&without.project(region), step)?,
        );
    }
    let now = in_year(&now, 0)?;
    let mut published = scenario.clone();
    published.reset_assumptions(region);
    let moved = now - in_year(&published.project(region), 0)?;
    let of = |is_lever: bool| {
        each.iter()
            // A lever of a later year moves nothing in the first one.
            .filter(move |(key, part)| key.is_lever() == is_lever && part.year == now.year)
    };
    let levers = together(now.policy, of(true).map(|(_, part)| part.policy));
    let assumptions = together(moved.plan, of(false).map(|(_, part)| part.plan));
    Some(Contributions {
        levers,
        assumptions,
        policy_shift: moved.policy,
        each,
    })
}

fn in_year(outcome: &Outcome, step: usize) -> Option<Contribution> {
    let (plan, scenario) = outcome.plan.get(step).zip(outcome.scenario.get(step))?;
    Some(Contribution {
        year: plan.year,
        plan: plan.income,
        policy: scenario.difference(),
    })
}

fn together(total: YuanPerPerson, parts: impl Iterator<Item = YuanPerPerson>) -> Together {
    let mut parts: Vec<YuanPerPerson> = parts.collect();
    let interplay = total - parts.iter().copied().sum();
    parts.push(interplay);
    Together {
        total,
        interplay,
        rounding: rounding(total, parts),
    }
}

impl std::ops::Sub for Contribution {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            year: self.year,
            plan: self.plan - other.plan,
            policy: self.policy - other.policy,
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::region::key::Fixed;
    use crate::region::tests::region;

    fn scenario(region: &Region, changes: &[(Fixed, &str)]) -> Scenario {
        let mut scenario = Scenario::default();
        for (key, value) in changes {
            let value = Decimal::from_str_exact(value).expect("a decimal");
            assert_eq!(scenario.set(region, (*key).into(), value), Ok(()));
        }
        scenario
    }

    fn found(changes: &[(Fixed, &str)]) -> Contributions {
        let region = region();
        contributions(&region, &scenario(&region, changes)).expect("a plan with years")
    }

    #[test]
    fn a_lever_alone_makes_the_whole_policy_effect() {
        let found = found(&[(Fixed::JobsOutward, "10000")]);
        let part = found.each[&Fixed::JobsOutward.into()];
        assert!(part.policy > YuanPerPerson::ZERO);
        assert_eq!(part.policy, found.levers.total);
        assert_eq!(part.plan, YuanPerPerson::ZERO);
        assert_eq!(found.levers.interplay, YuanPerPerson::ZERO);
        assert_eq!(found.policy_shift, YuanPerPerson::ZERO);
    }

    /// Returns are operation times benefit: each one taken back takes some of the other's along.
    #[test]
    fn the_interaction_of_levers_is_shown_apart() {
        let found = found(&[(Fixed::OperatingRate, "1"), (Fixed::BenefitShare, "1")]);
        assert!(found.levers.interplay < YuanPerPerson::ZERO);
        let parts: YuanPerPerson = found.each.values().map(|part| part.policy).sum();
        assert_eq!(parts + found.levers.interplay, found.levers.total);
        let shown: Decimal = found.each.values().map(|part| part.policy.rounded()).sum();
        let rest = found.levers.interplay.rounded() + found.levers.rounding.rounded();
        assert_eq!(shown + rest, found.levers.total.rounded());
    }

    /// The return on assets is the plan's too: it moves no plan, but what levers do.
    #[test]
    fn an_assumption_is_never_taken_for_a_policy() {
        let found = found(&[(Fixed::OperatingRate, "1"), (Fixed::AssetReturn, "0.12")]);
        let assumption = found.each[&Fixed::AssetReturn.into()];
        assert_eq!(assumption.plan, YuanPerPerson::ZERO);
        assert_eq!(found.assumptions.total, YuanPerPerson::ZERO);
        assert_eq!(assumption.policy, found.policy_shift);
        assert_ne!(found.policy_shift, YuanPerPerson::ZERO);
        let lever = found.each[&Fixed::OperatingRate.into()];
        assert_eq!(lever.policy, found.levers.total);
    }

    #[test]
    fn a_lever_of_a_later_year_moves_that_year() {
        let region = region();
        let mut scenario = scenario(&region, &[(Fixed::Coverage, "0.85")]);
        let key = Key::Yearly(Yearly::Lever(Fixed::JobsOutward), 2025);
        let set = scenario.set(&region, key, Decimal::from(5000));
        assert_eq!(set, Ok(()));
        let found = contributions(&region, &scenario).expect("a plan with years");
        let part = found.each[&key];
        assert_eq!(part.year, 2025);
        assert!(part.policy > YuanPerPerson::ZERO);
        assert_eq!(
            found.each[&Fixed::Coverage.into()].policy,
            found.levers.total
        );
    }

    #[test]
    fn the_parts_make_the_headline() {
        let region = region();
        let changes = [
            (Fixed::JobsOutward, "9000"),
            (Fixed::GrowthNearWage, "0.12"),
        ];
        let scenario = scenario(&region, &changes);
        let published = Scenario::default().project(&region).plan[0].income;
        let income = scenario.project(&region).scenario[0].income;
        let found = contributions(&region, &scenario).expect("a plan with years");
        assert_ne!(found.assumptions.total, YuanPerPerson::ZERO);
        assert_eq!(
            published + found.assumptions.total + found.levers.total,
            income
        );
    }
}
