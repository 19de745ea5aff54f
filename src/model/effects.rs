//! The channels through which levers reach income, each in yuan a head and by component.
//!
//! They are computed for the plan and for the scenario alike; what counts is the difference.

use super::ByComponent;
use super::baseline::Baseline;
use super::capital::Stock;
use super::coverage::Coverage;
use super::employment;
use super::inputs::{Assumptions, Levers};
use super::spending::{Spender, YearSpending};
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
pub struct YearEffects {
    /// Yuan a head by channel and component.
    pub channels: [ByComponent<YuanPerPerson>; Channel::ALL.len()],
    /// Coverage reached.
    pub coverage: Share,
    /// What the wanted coverage still lacks in money.
    pub coverage_missing: Yuan,
    /// The year's spending.
    pub spending: YearSpending,
}

/// Wage, operating, property and transfer parts of a channel.
fn parts(
    wage: YuanPerPerson,
    operating: YuanPerPerson,
    property: YuanPerPerson,
    transfer: YuanPerPerson,
) -> ByComponent<YuanPerPerson> {
    let mut parts = [YuanPerPerson::ZERO; Component::ALL.len()];
    parts[Component::Wage as usize] = wage;
    parts[Component::Operating as usize] = operating;
    parts[Component::Property as usize] = property;
    parts[Component::Transfer as usize] = transfer;
    parts
}

/// Walks levers through the plan years. `plan` holds before the first plan year, and for funds
/// and execution after it where the levers don't repeat.
pub fn effects(
    levers: &Levers,
    plan: &Levers,
    a: &Assumptions,
    baseline: &Baseline,
    years: Years,
) -> Vec<YearEffects> {
    let zero = YuanPerPerson::ZERO;
    let assets_share = |grants: Share| grants.rest() - a.overhead_share;
    let mut spender = Spender::new(levers, plan, a);
    let spent_before = spender.base();
    let mut industry = Stock::new(
        a.industry,
        a.first_year,
        a.existing_assets,
        spent_before[Category::Industry as usize] * assets_share(plan.grants_share),
    );
    let mut infrastructure = Stock::new(
        a.infrastructure,
        a.first_year,
        Yuan::ZERO,
        spent_before[Category::Infrastructure as usize],
    );
    let mut coverage = Coverage::new(a);

    (0..years.plan().len())
        .map(|step| {
            let people = baseline.population[step];
            let wage_index = baseline.wage_index[step];
            let spending = spender.next_year();
            let [on_industry, on_infrastructure, on_other] = spending.spent;
            let mut channels = [[zero; Component::ALL.len()]; Channel::ALL.len()];

            let invested = on_industry * assets_share(levers.grants_share);
            let returned = industry.next_year(invested)
                * levers.operating_rate
                * a.asset_return
                * levers.benefit_share
                * a.targeting
                / people;
            channels[Channel::Industry as usize] = parts(
                returned * a.split_wage * a.displaced_wage.rest(),
                returned * a.split_operating * a.overlap.rest(),
                returned * (a.split_wage.rest() - a.split_operating),
                zero,
            );

            let grants = on_industry * levers.grants_share;
            let counted = grants * a.grants_counted * a.grants_targeting / people;
            channels[Channel::Grants as usize] = parts(zero, zero, zero, counted);

            let baseline_operating = baseline.plan[step][Component::Operating as usize];
            let covered =
                coverage.next_year(levers.coverage, grants, people, baseline_operating, a);
            channels[Channel::Coverage as usize] = parts(zero, covered.operating, zero, zero);

            let relief = on_infrastructure
                * levers.relief_share
                * levers.labour_share
                * a.labour_local
                * a.labour_displaced.rest()
                / people;
            let lasting =
                infrastructure.next_year(on_infrastructure) * a.infra_return * a.infra_reach
                    / a.rural_residents;
            channels[Channel::Infrastructure as usize] = parts(
                relief + lasting * a.infra_split_wage,
                lasting * a.infra_split_wage.rest(),
                zero,
                zero,
            );

            let other = on_other * a.other_targeting / people;
            channels[Channel::Other as usize] = parts(
                other * a.other_wage * a.other_displaced.rest(),
                zero,
                zero,
                other * a.other_transfer,
            );

            let batches = employment::batches_wages(levers, a, wage_index) / people;
            channels[Channel::Employment as usize] = parts(batches, zero, zero, zero);
            let relocated = employment::relocated_wages(levers, a, wage_index) / people;
            channels[Channel::Relocation as usize] = parts(relocated, zero, zero, zero);

            let direct = levers.social * levers.social_industry.rest() * a.social_direct / people;
            channels[Channel::Social as usize] = parts(zero, zero, zero, direct);

            YearEffects {
                channels,
                coverage: covered.reached,
                coverage_missing: covered.missing,
                spending,
            }
        })
        .collect()
}
