//! Reasons for changes without effect: a planner who moves a lever and sees no number move learns
//! the obstacle, instead of taking the tool for broken.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::Outcome;
use crate::number::Share;
use crate::region::Region;
use crate::region::key::{self, Batch, Category, Fixed, Key, Yearly};
use crate::scenario::Scenario;

/// The obstacle to a change's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IneffectiveReason {
    /// Funds and execution are the plan's, so that there is nothing to repeat or not.
    NothingToRepeat,
    /// Funds do not repeat, so that they can't grow.
    NotRepeated,
    /// No household grants are paid that could pay for more coverage.
    NoGrants,
    /// The year's household grants pay for less of a rise already.
    GrantsExhausted,
    /// No money is spent on industry.
    NoIndustryMoney,
    /// No money is spent on infrastructure.
    NoInfrastructureMoney,
    /// None of the infrastructure is done as work relief.
    NoWorkRelief,
    /// Work relief pays no wages.
    NoLabourPaid,
    /// No social help is given that could be divided.
    NoSocialHelp,
    /// The pay is nothing, or it only replaces earlier earnings.
    PayReplaced,
    /// The assumptions give this channel no effect.
    AssumedWithoutEffect,
    /// Plan and scenario are the same there, and only their difference counts.
    SameInPlan,
    /// It moves amounts of less than a fen.
    BelowFen,
    /// Other values hold it back.
    HeldBack,
}

impl IneffectiveReason {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::NothingToRepeat,
        Self::NotRepeated,
        Self::NoGrants,
        Self::GrantsExhausted,
        Self::NoIndustryMoney,
        Self::NoInfrastructureMoney,
        Self::NoWorkRelief,
        Self::NoLabourPaid,
        Self::NoSocialHelp,
        Self::PayReplaced,
        Self::AssumedWithoutEffect,
        Self::SameInPlan,
        Self::BelowFen,
        Self::HeldBack,
    ];

    /// The name in message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::NothingToRepeat => "nothing-to-repeat",
            Self::NotRepeated => "not-repeated",
            Self::NoGrants => "no-grants",
            Self::GrantsExhausted => "grants-exhausted",
            Self::NoIndustryMoney => "no-industry-money",
            Self::NoInfrastructureMoney => "no-infrastructure-money",
            Self::NoWorkRelief => "no-work-relief",
            Self::NoLabourPaid => "no-labour-paid",
            Self::NoSocialHelp => "no-social-help",
            Self::PayReplaced => "pay-replaced",
            Self::AssumedWithoutEffect => "assumed-without-effect",
            Self::SameInPlan => "same-in-plan",
            Self::BelowFen => "below-fen",
            Self::HeldBack => "held-back",
        }
    }
}

/// Keys whose effect is outside the projection of incomes and benchmarks: rules, the number of
/// people at risk, and the province's coverage.
fn acts_elsewhere(key: Key) -> bool {
    matches!(
        key,
        Key::Fixed(
            Fixed::Population
                | Fixed::PopulationGrowth
                | Fixed::CoverageProvince
                | Fixed::IdleLabour
                | Fixed::RelocatedEmployed
                | Fixed::CloseCall
                | Fixed::GrowthTogether
                | Fixed::DiscountRate
                | Fixed::PriceGrowth
                | Fixed::Gini
                | Fixed::RiskLineGrowth
        ) | Key::Yearly(
            Yearly::RuleCentralIndustry | Yearly::RiskLine | Yearly::RiskLineGrowth,
            _
        )
    )
}

/// The changed keys whose change moves nothing, each with what holds it back.
pub fn ineffective_changes(
    region: &Region,
    scenario: &Scenario,
    outcome: &Outcome,
) -> BTreeMap<Key, IneffectiveReason> {
    scenario
        .entries()
        .filter(|(key, _)| !acts_elsewhere(*key))
        // A year that was given what all years have: the list of changes says so itself.
        .filter(|(key, value)| scenario.default_of(region, *key) != Some(*value))
        .filter_map(|(key, _)| {
            let mut without = scenario.clone();
            without.revert(region, key);
            let without = without.project(region);
            let is_idle = shown(&without, key) == shown(outcome, key);
            is_idle.then(|| match moves_fractions(&without, outcome) {
                true => (key, IneffectiveReason::BelowFen),
                false => (key, reason(region, scenario, key)),
            })
        })
        .collect()
}

/// Figures shown that a key could move. Allocations alone are no result; nor is the money still
/// lacking for a wanted coverage that can't be paid for.
fn shown(outcome: &Outcome, key: Key) -> Vec<impl PartialEq> {
    let is_wanted_coverage = matches!(
        key,
        Key::Fixed(Fixed::Coverage) | Key::Yearly(Yearly::Lever(Fixed::Coverage), _)
    );
    let years = outcome.plan.iter().chain(&outcome.scenario);
    years
        .map(|year| {
            (
                year.components.map(|amount| amount.rounded()),
                year.coverage.rounded(),
                (!is_wanted_coverage).then(|| year.coverage_missing.rounded()),
                year.benchmarks
                    .map(|amount| amount.map(|known| known.rounded())),
            )
        })
        .collect()
}

/// True where incomes differ by less than any rounded figure shows.
fn moves_fractions(one: &Outcome, other: &Outcome) -> bool {
    let years = one.scenario.iter().zip(&other.scenario);
    years
        .into_iter()
        .any(|(one, other)| one.components != other.components)
}

fn reason(region: &Region, scenario: &Scenario, key: Key) -> IneffectiveReason {
    let fixed = match key {
        _ if !key.is_lever() => return IneffectiveReason::SameInPlan,
        Key::Fixed(lever) | Key::Yearly(Yearly::Lever(lever), _) => lever,
        Key::Yearly(..) => return IneffectiveReason::SameInPlan,
    };
    let values = scenario.resolve(region).scenario;
    let is_zero = |key: Fixed| values.fixed(key).is_zero();
    let money = |category: Category| -> Decimal {
        key::Level::ALL
            .map(|level| values.fixed(key::funds(level, category)))
            .into_iter()
            .sum()
    };
    let replaced = |pay: Fixed, displacement: Fixed| {
        is_zero(pay) || values.fixed(displacement) == Share::ONE.exact()
    };
    match fixed {
        Fixed::Repeat => IneffectiveReason::NothingToRepeat,
        fixed if fixed <= Fixed::FundsGrowthCounty && is_zero(Fixed::Repeat) => {
            IneffectiveReason::NotRepeated
        }
        Fixed::Coverage if is_zero(Fixed::CoverageEffect) => {
            IneffectiveReason::AssumedWithoutEffect
        }
        Fixed::Coverage if is_zero(Fixed::GrantsShare) => IneffectiveReason::NoGrants,
        Fixed::GrantsShare | Fixed::Coverage | Fixed::OperatingRate | Fixed::BenefitShare
            if money(Category::Industry).is_zero() =>
        {
            IneffectiveReason::NoIndustryMoney
        }
        Fixed::Coverage => IneffectiveReason::GrantsExhausted,
        Fixed::OperatingRate | Fixed::BenefitShare
            if is_zero(Fixed::AssetReturn) || is_zero(Fixed::Targeting) =>
        {
            IneffectiveReason::AssumedWithoutEffect
        }
        Fixed::ReliefShare | Fixed::LabourShare if money(Category::Infrastructure).is_zero() => {
            IneffectiveReason::NoInfrastructureMoney
        }
        Fixed::LabourShare if is_zero(Fixed::ReliefShare) => IneffectiveReason::NoWorkRelief,
        Fixed::ReliefShare if is_zero(Fixed::LabourShare) => IneffectiveReason::NoLabourPaid,
        Fixed::ReliefShare | Fixed::LabourShare if is_zero(Fixed::LabourLocal) => {
            IneffectiveReason::AssumedWithoutEffect
        }
        Fixed::SocialIndustry if is_zero(Fixed::Social) => IneffectiveReason::NoSocialHelp,
        Fixed::RelocatedEmployment
            if is_zero(Fixed::RelocatedLabour)
                || replaced(Fixed::RelocatedPay, Fixed::RelocatedDisplacement) =>
        {
            IneffectiveReason::PayReplaced
        }
        other => {
            let batch = Batch::ALL
                .into_iter()
                .find(|batch| key::jobs(*batch) == other);
            match batch {
                Some(batch) if replaced(key::pay(batch), key::displacement(batch)) => {
                    IneffectiveReason::PayReplaced
                }
                _ => IneffectiveReason::HeldBack,
            }
        }
    }
}
