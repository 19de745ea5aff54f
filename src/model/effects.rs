//! The channels through which levers reach income, each in yuan a head and by component.
//!
//! They are computed for the plan and for the scenario alike; what counts is the difference.

use rust_decimal::Decimal;

use super::ByComponent;
use super::baseline::Baseline;
use super::capital::Stock;
use super::coverage::Coverage;
use super::employment;
use super::inputs::{Assumptions, Levers};
use super::spending::{Spender, YearSpending};
use super::term::{Arithmetic, Asset, At, Side, What};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::Years;
use crate::region::key::{Category, Component};

/// A way from levers to income.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Channel {
    /// Returns on industry assets.
    Industry,
    /// Household grants.
    Grants,
    /// Industry-support coverage.
    Coverage,
    /// Work relief, and what infrastructure brings.
    Infrastructure,
    /// Other spending.
    Other,
    /// The five batches.
    Employment,
    /// Follow-up of relocation.
    Relocation,
    /// Direct social help.
    Social,
    /// Allowances that fall as earnings rise.
    Clawback,
}

impl Channel {
    /// All of them, in the order of the model's document.
    pub const ALL: [Self; 9] = [
        Self::Industry,
        Self::Grants,
        Self::Coverage,
        Self::Infrastructure,
        Self::Other,
        Self::Employment,
        Self::Relocation,
        Self::Social,
        Self::Clawback,
    ];

    /// The name in files and message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Grants => "grants",
            Self::Coverage => "coverage",
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
            Self::Employment => "employment",
            Self::Relocation => "relocation",
            Self::Social => "social",
            Self::Clawback => "clawback",
        }
    }
}

/// What some levers do in one year; the claw-back, which needs the difference, is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct YearEffects<N = Decimal> {
    /// Yuan a head by channel and component.
    pub channels: [ByComponent<YuanPerPerson<N>>; Channel::ALL.len()],
    /// Coverage reached.
    pub coverage: Share<N>,
    /// What the wanted coverage still lacks in money.
    pub coverage_missing: Yuan<N>,
    /// The year's spending.
    pub spending: YearSpending<N>,
}

/// Wage, operating, property and transfer parts of a channel.
fn parts<N: Arithmetic>(
    (channel, at): (Channel, At),
    wage: YuanPerPerson<N>,
    operating: YuanPerPerson<N>,
    property: YuanPerPerson<N>,
    transfer: YuanPerPerson<N>,
) -> ByComponent<YuanPerPerson<N>> {
    let mut parts = [YuanPerPerson::zero(); Component::ALL.len()];
    parts[Component::Wage as usize] = wage;
    parts[Component::Operating as usize] = operating;
    parts[Component::Property as usize] = property;
    parts[Component::Transfer as usize] = transfer;
    Component::ALL
        .map(|component| parts[component as usize].named(at.term(What::Effect(channel, component))))
}

/// Walks levers through the plan years. `plan` holds before the first plan year, and for funds
/// and execution after it where the levers don't repeat.
pub fn effects<N: Arithmetic>(
    side: Side,
    levers: &Levers<N>,
    plan: &Levers<N>,
    a: &Assumptions<N>,
    baseline: &Baseline<N>,
    years: Years,
) -> Vec<YearEffects<N>> {
    let zero = YuanPerPerson::zero();
    let assets_share = |grants: Share<N>| grants.rest() - a.overhead_share;
    let mut spender = Spender::new(levers, plan, a, (side, years.base()));
    let spent_before = spender.base(years.base());
    let before = At {
        year: years.base(),
        side: Side::Plan,
    };
    let invested_before =
        spent_before[Category::Industry as usize] * assets_share(plan.grants_share);
    let mut industry = Stock::new(
        Asset::Industry,
        a.industry,
        a.first_year,
        a.existing_assets,
        invested_before.named(before.term(What::Invested(Asset::Industry))),
    );
    let mut infrastructure = Stock::new(
        Asset::Infrastructure,
        a.infrastructure,
        a.first_year,
        Yuan::zero(),
        spent_before[Category::Infrastructure as usize],
    );
    let mut coverage = Coverage::new(a);

    years
        .plan()
        .enumerate()
        .map(|(step, year)| {
            let at = At { year, side };
            let people = baseline.population[step];
            let wage_index = baseline.wage_index[step];
            let spending = spender.next_year(year);
            let [on_industry, on_infrastructure, on_other] = spending.spent;
            let mut channels = [[zero; Component::ALL.len()]; Channel::ALL.len()];

            let invested = on_industry * assets_share(levers.grants_share);
            let invested = invested.named(at.term(What::Invested(Asset::Industry)));
            let returned = industry.next_year(invested, at)
                * levers.operating_rate
                * a.asset_return
                * levers.benefit_share
                * a.targeting
                / people;
            let returned = returned.named(at.term(What::Returns));
            channels[Channel::Industry as usize] = parts(
                (Channel::Industry, at),
                returned * a.split_wage * a.displaced_wage.rest(),
                returned * a.split_operating * a.overlap.rest(),
                returned * (a.split_wage.rest() - a.split_operating),
                zero,
            );

            let grants = (on_industry * levers.grants_share).named(at.term(What::Grants));
            let counted = grants * a.grants_counted * a.grants_targeting / people;
            channels[Channel::Grants as usize] =
                parts((Channel::Grants, at), zero, zero, zero, counted);

            let baseline_operating = baseline.plan[step][Component::Operating as usize];
            let covered = coverage.next_year(
                levers.coverage_in(step),
                grants,
                people,
                baseline_operating,
                a,
                at,
            );
            channels[Channel::Coverage as usize] =
                parts((Channel::Coverage, at), zero, covered.operating, zero, zero);

            let relief = on_infrastructure
                * levers.relief_share
                * levers.labour_share
                * a.labour_local
                * a.labour_displaced.rest()
                / people;
            let relief = relief.named(at.term(What::ReliefWages));
            let lasting =
                infrastructure.next_year(on_infrastructure, at) * a.infra_return * a.infra_reach
                    / a.rural_residents;
            let lasting = lasting.named(at.term(What::LastingReturns));
            channels[Channel::Infrastructure as usize] = parts(
                (Channel::Infrastructure, at),
                relief + lasting * a.infra_split_wage,
                lasting * a.infra_split_wage.rest(),
                zero,
                zero,
            );

            let other = on_other * a.other_targeting / people;
            let other = other.named(at.term(What::OtherReaching));
            channels[Channel::Other as usize] = parts(
                (Channel::Other, at),
                other * a.other_wage * a.other_displaced.rest(),
                zero,
                zero,
                other * a.other_transfer,
            );

            let batches = employment::batches_wages(levers, a, wage_index, (at, step)) / people;
            channels[Channel::Employment as usize] =
                parts((Channel::Employment, at), batches, zero, zero, zero);
            let relocated = employment::relocated_wages(levers, a, wage_index, at) / people;
            channels[Channel::Relocation as usize] =
                parts((Channel::Relocation, at), relocated, zero, zero, zero);

            let direct = levers.social * levers.social_industry.rest() * a.social_direct / people;
            channels[Channel::Social as usize] =
                parts((Channel::Social, at), zero, zero, zero, direct);

            YearEffects {
                channels,
                coverage: covered.reached,
                coverage_missing: covered.missing,
                spending,
            }
        })
        .collect()
}
