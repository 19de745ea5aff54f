//! The model's inputs with their types, taken once from the values of all keys.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::key::{
    self, Batch, ByBatch, ByCategory, ByComponent, ByLevel, Category, Component, Fixed, Level,
    Year, Yearly,
};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::term::{Quantity, Side, Term};
use crate::years::Years;

/// The source of the model's inputs.
pub trait Inputs {
    /// The kind of number that it gives.
    type Number: Arithmetic;
    /// The value of a key that every region has.
    fn of_key(&self, key: Fixed) -> Self::Number;
    /// The value of a key in a year, if there is one.
    fn of_year(&self, family: Yearly, year: Year) -> Option<Self::Number>;
    /// True where a lever has a value of its own in any year.
    fn has_levers_by_year(&self) -> bool;
}

/// The planner's decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Levers<N = Decimal> {
    /// Linking funds by level and category.
    pub funds: [ByCategory<Yuan<N>>; Level::ALL.len()],
    /// Yearly growth of each level's funds after the first plan year, where they repeat.
    pub funds_growth: ByLevel<Share<N>>,
    /// One where funds and execution hold for every plan year, zero where for the first alone.
    pub repeat: N,
    /// The share of an allocation spent in its year.
    pub execution: Share<N>,
    /// The share of industry money that goes to households as grants.
    pub grants_share: Share<N>,
    /// The coverage wanted.
    pub coverage: Share<N>,
    /// The share of assets that operate well.
    pub operating_rate: Share<N>,
    /// The share of returns that reaches households.
    pub benefit_share: Share<N>,
    /// The share of infrastructure done as work relief.
    pub relief_share: Share<N>,
    /// The share of work relief that is paid as wages.
    pub labour_share: Share<N>,
    /// Jobs beyond the plan.
    pub jobs: ByBatch<People<N>>,
    /// Change of the employed share of the relocated labour force.
    pub relocated_employment: Share<N>,
    /// Social help beyond the plan, yuan a year.
    pub social: Yuan<N>,
    /// The share of social help that becomes industry money.
    pub social_industry: Share<N>,
    /// Decisions for single plan years in the place of funds, coverage and jobs; empty where there
    /// are none.
    pub by_year: Vec<InYear<N>>,
}

/// Decisions for one year alone.
#[derive(Clone, Debug, PartialEq)]
pub struct InYear<N = Decimal> {
    /// Linking funds by level and category.
    pub funds: [ByCategory<Option<Yuan<N>>>; Level::ALL.len()],
    /// The coverage wanted.
    pub coverage: Option<Share<N>>,
    /// Jobs beyond the plan.
    pub jobs: ByBatch<Option<People<N>>>,
}

impl<N: Arithmetic> Levers<N> {
    /// Reads the levers with what is decided for single years.
    pub fn with_years(values: &impl Inputs<Number = N>, years: Years) -> Self {
        let mut levers = Self::of(values);
        if values.has_levers_by_year() {
            let own = |lever, year| values.of_year(Yearly::Lever(lever), year);
            let in_year = |year| InYear {
                funds: Level::each(|level| {
                    Category::each(|category| own(key::funds(level, category), year).map(Yuan))
                }),
                coverage: own(Fixed::Coverage, year).map(Share),
                jobs: Batch::each(|batch| own(key::jobs(batch), year).map(People)),
            };
            levers.by_year = years.plan().map(in_year).collect();
        }
        levers
    }

    /// The coverage wanted in a plan year, counted from the first.
    #[inline(always)]
    pub fn coverage_in(&self, step: usize) -> Share<N> {
        let own = self.by_year.get(step).and_then(|year| year.coverage);
        own.unwrap_or(self.coverage)
    }

    /// A batch's jobs in a plan year, counted from the first.
    #[inline(always)]
    pub fn jobs_in(&self, step: usize, batch: Batch) -> People<N> {
        let own = self.by_year.get(step);
        own.and_then(|year| year.jobs[batch as usize])
            .unwrap_or(self.jobs[batch as usize])
    }

    /// True where funds and execution hold for every plan year.
    #[inline(always)]
    pub fn repeats(&self) -> bool {
        self.repeat != N::ZERO
    }

    /// True where the funds of any level grow after the first plan year.
    #[inline(always)]
    pub fn funds_grow(&self) -> bool {
        self.funds_growth
            .iter()
            .any(|growth| *growth != Share::zero())
    }

    /// True where a cell of the matrix decides the funds of a plan year: the year has none of its
    /// own, and the plan has not returned.
    pub fn follows_cell(&self, step: usize, level: Level, category: Category) -> bool {
        let own = self.by_year.get(step);
        let has_own = own.is_some_and(|own| own.funds[level as usize][category as usize].is_some());
        !has_own && (step == 0 || self.repeats())
    }

    /// The cells of a category in a plan year where one of them has a value of its own; the others are
    /// those `in_force`.
    #[inline(always)]
    pub fn category_cells_in(
        &self,
        step: usize,
        category: Category,
        in_force: impl Fn(Level) -> Yuan<N>,
    ) -> Option<[Yuan<N>; Level::ALL.len()]> {
        let own = self.by_year.get(step)?;
        let c = category as usize;
        let has_own = own.funds.iter().any(|row| row[c].is_some());
        let cell = |level: Level| own.funds[level as usize][c].unwrap_or_else(|| in_force(level));
        has_own.then(|| Level::each(cell))
    }

    /// Reads the levers.
    pub fn of(values: &impl Inputs<Number = N>) -> Self {
        Self::beside(Vec::new(), values)
    }

    /// Reads the levers again; decisions for single years stay.
    #[inline]
    pub fn read(&mut self, values: &impl Inputs<Number = N>) {
        let by_year = std::mem::take(&mut self.by_year);
        *self = Self::beside(by_year, values);
    }

    #[inline(always)]
    fn beside(by_year: Vec<InYear<N>>, values: &impl Inputs<Number = N>) -> Self {
        let share = |key| Share(values.of_key(key));
        Self {
            funds: Level::each(|level| {
                Category::each(|category| Yuan(values.of_key(key::funds(level, category))))
            }),
            funds_growth: Level::each(|level| share(key::funds_growth(level))),
            repeat: values.of_key(Fixed::Repeat),
            execution: share(Fixed::Execution),
            grants_share: share(Fixed::GrantsShare),
            coverage: share(Fixed::Coverage),
            operating_rate: share(Fixed::OperatingRate),
            benefit_share: share(Fixed::BenefitShare),
            relief_share: share(Fixed::ReliefShare),
            labour_share: share(Fixed::LabourShare),
            jobs: Batch::each(|batch| People(values.of_key(key::jobs(batch)))),
            relocated_employment: share(Fixed::RelocatedEmployment),
            social: Yuan(values.of_key(Fixed::Social)),
            social_industry: share(Fixed::SocialIndustry),
            by_year,
        }
    }

    /// Funds of a category over all levels, without social help.
    #[inline(always)]
    pub fn category_funds(&self, category: Category, side: Side) -> Yuan<N> {
        let cells = Level::each(|level| self.funds[level as usize][category as usize]);
        Yuan::total(cells).named(Term::timeless(Quantity::CategoryFunds(category), side))
    }

    /// Funds of a level over all categories.
    pub fn level_funds(&self, level: Level, side: Side) -> Yuan<N> {
        let cells = self.funds[level as usize].into_iter();
        cells
            .sum::<Yuan<N>>()
            .named(Term::timeless(Quantity::LevelFunds(level), side))
    }
}

/// The planner's assumptions; plan and scenario share them.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions<N = Decimal> {
    /// Lifted population in the year before the plan.
    pub population: People<N>,
    /// Its yearly growth.
    pub population_growth: Share<N>,
    /// Rural residents who use the infrastructure.
    pub rural_residents: People<N>,
    /// People a household.
    pub household_size: Share<N>,
    /// Income in the known year.
    pub income0: ByComponent<YuanPerPerson<N>>,
    /// Growth of every component in the years between the known year and the plan.
    pub growth_known: Vec<Share<N>>,
    /// Growth at the start of the plan.
    pub growth_near: ByComponent<Share<N>>,
    /// Growth far ahead.
    pub growth_far: ByComponent<Share<N>>,
    /// The part of the distance from far to near growth that is left after a year.
    pub growth_fade: Share<N>,
    /// The share of unspent money that is carried over and spent in the next year.
    pub carry_spent: Share<N>,
    /// The share of industry money that becomes neither assets nor grants.
    pub overhead_share: Share<N>,
    /// Industry assets at the start.
    pub existing_assets: Yuan<N>,
    /// The part of a full year that a new asset works in its first year.
    pub first_year: Share<N>,
    /// Formation and wear of industry assets.
    pub industry: Formation<N>,
    /// Formation and wear of infrastructure.
    pub infrastructure: Formation<N>,
    /// Yearly return of well-operated assets.
    pub asset_return: Share<N>,
    /// The share of households' returns that reaches the lifted population.
    pub targeting: Share<N>,
    /// The share of returns paid as wages.
    pub split_wage: Share<N>,
    /// The share of returns that becomes operating income.
    pub split_operating: Share<N>,
    /// The share of those wages that replaces earlier earnings.
    pub displaced_wage: Share<N>,
    /// The share of that operating income that the coverage channel counts already.
    pub overlap: Share<N>,
    /// The share of grants that statistics count as income.
    pub grants_counted: Share<N>,
    /// The share of grants that reaches the lifted population.
    pub grants_targeting: Share<N>,
    /// Coverage of the known year.
    pub coverage0: Share<N>,
    /// Grants that one more household covered costs, in yuan.
    pub coverage_cost: N,
    /// The share of the plan's yearly grants that only keeps the coverage there is.
    pub coverage_upkeep: Share<N>,
    /// The share of grants used for coverage that are inputs, no income.
    pub coverage_in_kind: Share<N>,
    /// Yearly growth of the cost and the upkeep of coverage from the first plan year on.
    pub cost_growth: Share<N>,
    /// The effect of coverage on operating income.
    pub coverage_effect: Share<N>,
    /// The weakening of the effect as coverage rises.
    pub coverage_saturation: Share<N>,
    /// The part of a rise that works in its own year.
    pub coverage_now: Share<N>,
    /// Yearly return of infrastructure to rural residents.
    pub infra_return: Share<N>,
    /// The share of infrastructure that reaches people.
    pub infra_reach: Share<N>,
    /// The share of its return that is wages.
    pub infra_split_wage: Share<N>,
    /// The share of work-relief wages paid to the lifted population.
    pub labour_local: Share<N>,
    /// The share of those wages that replaces earlier earnings.
    pub labour_displaced: Share<N>,
    /// The share of other spending paid out as transfers.
    pub other_transfer: Share<N>,
    /// The share of other spending paid as wages.
    pub other_wage: Share<N>,
    /// The share of other spending that reaches the lifted population.
    pub other_targeting: Share<N>,
    /// The share of those wages that replaces earlier earnings.
    pub other_displaced: Share<N>,
    /// The share of direct social help that counts as income.
    pub social_direct: Share<N>,
    /// The fall of allowances for each yuan earned more.
    pub clawback: Share<N>,
    /// Yearly pay of a job.
    pub pay: ByBatch<YuanPerPerson<N>>,
    /// The share of that pay that replaces earlier earnings.
    pub displacement: ByBatch<Share<N>>,
    /// The share of a batch's further jobs that would have come anyway.
    pub deadweight: ByBatch<Share<N>>,
    /// The part of its first year that a new job is worked.
    pub job_first_year: Share<N>,
    /// The labour force among the relocated.
    pub relocated_labour: People<N>,
    /// Its yearly pay.
    pub relocated_pay: YuanPerPerson<N>,
    /// The share of that pay that replaces earlier earnings.
    pub relocated_displacement: Share<N>,
    /// The share of the relocated who would have found that work anyway.
    pub relocated_deadweight: Share<N>,
}

/// Formation of a stock of assets from spending, and its wear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formation<N = Decimal> {
    /// The part of spending that is an asset in the same year.
    pub lag_now: Share<N>,
    /// The part that is an asset in the next year; the rest is lost.
    pub lag_next: Share<N>,
    /// Yearly depreciation.
    pub depreciation: Share<N>,
}

impl<N: Arithmetic> Assumptions<N> {
    /// Reads the assumptions.
    pub fn of(values: &impl Inputs<Number = N>, years: Years) -> Self {
        Self::in_room(Vec::new(), values, years)
    }

    /// Reads the assumptions again, without allocating memory.
    #[inline]
    pub fn read(&mut self, values: &impl Inputs<Number = N>, years: Years) {
        let room = std::mem::take(&mut self.growth_known);
        *self = Self::in_room(room, values, years);
    }

    #[inline(always)]
    fn in_room(
        mut growth_known: Vec<Share<N>>,
        values: &impl Inputs<Number = N>,
        years: Years,
    ) -> Self {
        growth_known.clear();
        growth_known.extend((years.income + 1..=years.base()).map(|year| {
            let growth = values.of_year(Yearly::GrowthKnown, year);
            growth.map_or(Share::zero(), Share)
        }));
        let share = |key| Share(values.of_key(key));
        let people = |key| People(values.of_key(key));
        Self {
            population: people(Fixed::Population),
            population_growth: share(Fixed::PopulationGrowth),
            rural_residents: people(Fixed::RuralResidents),
            household_size: share(Fixed::HouseholdSize),
            income0: Component::each(|k| YuanPerPerson(values.of_key(key::income0(k)))),
            growth_known,
            growth_near: Component::each(|k| share(key::growth_near(k))),
            growth_far: Component::each(|k| share(key::growth_far(k))),
            growth_fade: share(Fixed::GrowthFade),
            carry_spent: share(Fixed::CarrySpent),
            overhead_share: share(Fixed::OverheadShare),
            existing_assets: Yuan(values.of_key(Fixed::ExistingAssets)),
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
            coverage_cost: values.of_key(Fixed::CoverageCost),
            coverage_upkeep: share(Fixed::CoverageUpkeep),
            coverage_in_kind: share(Fixed::CoverageInKind),
            cost_growth: share(Fixed::CostGrowth),
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
            pay: Batch::each(|batch| YuanPerPerson(values.of_key(key::pay(batch)))),
            displacement: Batch::each(|batch| share(key::displacement(batch))),
            deadweight: Batch::each(|batch| share(key::deadweight(batch))),
            job_first_year: share(Fixed::JobFirstYear),
            relocated_labour: people(Fixed::RelocatedLabour),
            relocated_pay: YuanPerPerson(values.of_key(Fixed::RelocatedPay)),
            relocated_displacement: share(Fixed::RelocatedDisplacement),
            relocated_deadweight: share(Fixed::RelocatedDeadweight),
        }
    }
}
