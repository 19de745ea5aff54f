//! The model's inputs with their types, taken once from the values of all keys.

use rust_decimal::Decimal;

use super::ByComponent;
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::region::key::{self, Batch, Category, Component, Fixed, Level, Yearly};
use crate::region::{Values, Years};

/// One amount for each category of project.
pub type ByCategory<T> = [T; Category::ALL.len()];
/// One amount for each of the five batches.
pub type ByBatch<T> = [T; Batch::ALL.len()];

/// What a planner decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Levers {
    /// Linking funds by level and category.
    pub funds: [ByCategory<Yuan>; Level::ALL.len()],
    /// Whether funds and execution hold for every plan year, or for the first alone.
    pub repeat: bool,
    /// The share of an allocation spent in its year.
    pub execution: Share,
    /// The share of industry money that goes to households as grants.
    pub grants_share: Share,
    /// The coverage wanted.
    pub coverage: Share,
    /// The share of assets that operate well.
    pub operating_rate: Share,
    /// The share of returns that reaches households.
    pub benefit_share: Share,
    /// The share of infrastructure done as work relief.
    pub relief_share: Share,
    /// The share of work relief that is paid as wages.
    pub labour_share: Share,
    /// Jobs beyond the plan.
    pub jobs: ByBatch<People>,
    /// Change of the employed share of the relocated labour force.
    pub relocated_employment: Share,
    /// Social help beyond the plan, yuan a year.
    pub social: Yuan,
    /// The share of social help that becomes industry money.
    pub social_industry: Share,
}

impl Levers {
    /// Reads the levers.
    pub fn of(values: &Values) -> Self {
        let share = |key| Share(values.fixed(key));
        Self {
            funds: Level::ALL.map(|level| {
                Category::ALL.map(|category| Yuan(values.fixed(key::funds(level, category))))
            }),
            repeat: values.fixed(Fixed::Repeat) != Decimal::ZERO,
            execution: share(Fixed::Execution),
            grants_share: share(Fixed::GrantsShare),
            coverage: share(Fixed::Coverage),
            operating_rate: share(Fixed::OperatingRate),
            benefit_share: share(Fixed::BenefitShare),
            relief_share: share(Fixed::ReliefShare),
            labour_share: share(Fixed::LabourShare),
            jobs: Batch::ALL.map(|batch| People(values.fixed(key::jobs(batch)))),
            relocated_employment: share(Fixed::RelocatedEmployment),
            social: Yuan(values.fixed(Fixed::Social)),
            social_industry: share(Fixed::SocialIndustry),
        }
    }

    /// Funds of a category over all levels, without social help.
    pub fn category_funds(&self, category: Category) -> Yuan {
        self.funds.iter().map(|row| row[category as usize]).sum()
    }
}

/// What the planner assumes of the world; plan and scenario share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// Lifted population in the year before the plan.
    pub population: People,
    /// Its yearly growth.
    pub population_growth: Share,
    /// Rural residents who use the infrastructure.
    pub rural_residents: People,
    /// People a household.
    pub household_size: Share,
    /// Income in the known year.
    pub income0: ByComponent<YuanPerPerson>,
    /// Growth of every component in the years between the known year and the plan.
    pub growth_known: Vec<Share>,
    /// Growth at the start of the plan.
    pub growth_near: ByComponent<Share>,
    /// Growth far ahead.
    pub growth_far: ByComponent<Share>,
    /// What is left, after a year, of the distance from far to near growth.
    pub growth_fade: Share,
    /// The share of unspent money that is carried over and spent in the next year.
    pub carry_spent: Share,
    /// The share of industry money that becomes neither assets nor grants.
    pub overhead_share: Share,
    /// Industry assets at the start.
    pub existing_assets: Yuan,
    /// The part of a full year that a new asset works in its first year.
    pub first_year: Share,
    /// How industry assets form and wear.
    pub industry: Formation,
    /// How infrastructure forms and wears.
    pub infrastructure: Formation,
    /// Yearly return of well-operated assets.
    pub asset_return: Share,
    /// The share of households' returns that reaches the lifted population.
    pub targeting: Share,
    /// The share of returns paid as wages.
    pub split_wage: Share,
    /// The share of returns that becomes operating income.
    pub split_operating: Share,
    /// The share of those wages that replaces earlier earnings.
    pub displaced_wage: Share,
    /// The share of that operating income that the coverage channel counts already.
    pub overlap: Share,
    /// The share of grants that statistics count as income.
    pub grants_counted: Share,
    /// The share of grants that reaches the lifted population.
    pub grants_targeting: Share,
    /// Coverage of the known year.
    pub coverage0: Share,
    /// Grants that one more household covered costs, in yuan.
    pub coverage_cost: Decimal,
    /// What coverage does to operating income.
    pub coverage_effect: Share,
    /// How far the effect slackens as coverage rises.
    pub coverage_saturation: Share,
    /// The part of a rise that works in its own year.
    pub coverage_now: Share,
    /// Yearly return of infrastructure to rural residents.
    pub infra_return: Share,
    /// The share of infrastructure that reaches people.
    pub infra_reach: Share,
    /// The share of its return that is wages.
    pub infra_split_wage: Share,
    /// The share of work-relief wages paid to the lifted population.
    pub labour_local: Share,
    /// The share of those wages that replaces earlier earnings.
    pub labour_displaced: Share,
    /// The share of other spending paid out as transfers.
    pub other_transfer: Share,
    /// The share of other spending paid as wages.
    pub other_wage: Share,
    /// The share of other spending that reaches the lifted population.
    pub other_targeting: Share,
    /// The share of those wages that replaces earlier earnings.
    pub other_displaced: Share,
    /// The share of direct social help that counts as income.
    pub social_direct: Share,
    /// The fall of allowances for each yuan earned more.
    pub clawback: Share,
    /// Yearly pay of a job.
    pub pay: ByBatch<YuanPerPerson>,
    /// The share of that pay that replaces earlier earnings.
    pub displacement: ByBatch<Share>,
    /// The labour force among the relocated.
    pub relocated_labour: People,
    /// Its yearly pay.
    pub relocated_pay: YuanPerPerson,
    /// The share of that pay that replaces earlier earnings.
    pub relocated_displacement: Share,
}

/// How spending becomes a stock of assets, and how the stock wears.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formation {
    /// The part of spending that is an asset in the same year.
    pub lag_now: Share,
    /// The part that is an asset in the next year; the rest is lost.
    pub lag_next: Share,
    /// Yearly depreciation.
    pub depreciation: Share,
}

impl Assumptions {
    /// Reads the assumptions.
    pub fn of(values: &Values, years: Years) -> Self {
        let share = |key| Share(values.fixed(key));
        let people = |key| People(values.fixed(key));
        Self {
            population: people(Fixed::Population),
            population_growth: share(Fixed::PopulationGrowth),
            rural_residents: people(Fixed::RuralResidents),
            household_size: share(Fixed::HouseholdSize),
            income0: Component::ALL.map(|k| YuanPerPerson(values.fixed(key::income0(k)))),
            growth_known: (years.income + 1..=years.base())
                .map(|year| Share(values.yearly(Yearly::GrowthKnown, year).unwrap_or_default()))
                .collect(),
            growth_near: Component::ALL.map(|k| share(key::growth_near(k))),
            growth_far: Component::ALL.map(|k| share(key::growth_far(k))),
            growth_fade: share(Fixed::GrowthFade),
            carry_spent: share(Fixed::CarrySpent),
            overhead_share: share(Fixed::OverheadShare),
            existing_assets: Yuan(values.fixed(Fixed::ExistingAssets)),
            first_year: share(Fixed::FirstYear),
            industry: Formation {
                lag_now: share(Fixed::IndustryLagNow),
                lag_next: share(Fixed::IndustryLagNext),
                depreciation: share(Fixed::IndustryDepreciation),
            },
            infrastructure: Formation {
                lag_now: share(Fixed::InfraLagNow),
                lag_next: share(Fixed::InfraLagNext),
                depreciation: share(Fixed::InfraDepreciation),
            },
            asset_return: share(Fixed::AssetReturn),
            targeting: share(Fixed::Targeting),
            split_wage: share(Fixed::SplitWage),
            split_operating: share(Fixed::SplitOperating),
            displaced_wage: share(Fixed::DisplacedWage),
            overlap: share(Fixed::Overlap),
            grants_counted: share(Fixed::GrantsCounted),
            grants_targeting: share(Fixed::GrantsTargeting),
            coverage0: share(Fixed::Coverage0),
            coverage_cost: values.fixed(Fixed::CoverageCost),
            coverage_effect: share(Fixed::CoverageEffect),
            coverage_saturation: share(Fixed::CoverageSaturation),
            coverage_now: share(Fixed::CoverageNow),
            infra_return: share(Fixed::InfraReturn),
            infra_reach: share(Fixed::InfraReach),
            infra_split_wage: share(Fixed::InfraSplitWage),
            labour_local: share(Fixed::LabourLocal),
            labour_displaced: share(Fixed::LabourDisplaced),
            other_transfer: share(Fixed::OtherTransfer),
            other_wage: share(Fixed::OtherWage),
            other_targeting: share(Fixed::OtherTargeting),
            other_displaced: share(Fixed::OtherDisplaced),
            social_direct: share(Fixed::SocialDirect),
            clawback: share(Fixed::Clawback),
            pay: Batch::ALL.map(|batch| YuanPerPerson(values.fixed(key::pay(batch)))),
            displacement: Batch::ALL.map(|batch| share(key::displacement(batch))),
            relocated_labour: people(Fixed::RelocatedLabour),
            relocated_pay: YuanPerPerson(values.fixed(Fixed::RelocatedPay)),
            relocated_displacement: share(Fixed::RelocatedDisplacement),
        }
    }
}
