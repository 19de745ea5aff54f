//! The incomes of counties, each projected with its own data and the region's assumptions, and held against the region's.
//!
//! A county's own are its people, its households, its income, its coverage and its funds with their part for industry.
//! Amounts of the region that no county states (existing assets, jobs, help, relocated people) are divided by people; the
//! parts of its income are those of the region; changes of coverage are the region's, in points.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_sheets::CountyRow;

use super::FEWEST_PEOPLE;
use super::check::CheckedCounties;
use super::own_figures::{OwnFigures, PlannedMoney};
pub use super::own_figures::{ProjectionGap, StandIn};
use crate::model::baseline::Path;
use crate::model::effects::Walk;
use crate::model::inputs::{Assumptions, Levers};
use crate::model::term::Side;
use crate::model::{self, moved};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::region::key::{ByComponent, Category, Component, Fixed, Year, income0};
use crate::region::{Region, Years};
use crate::scenario::{Resolved, Scenario};

/// Incomes of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearPair {
    /// Under the plan.
    pub plan: YuanPerPerson,
    /// Under the scenario.
    pub scenario: YuanPerPerson,
}

/// A county's incomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountyIncome {
    /// Its row in the table.
    pub row: usize,
    /// Its lifted people.
    pub people: Decimal,
    /// The income that it states, of the base year.
    pub known: YuanPerPerson,
    /// The incomes of the years asked for.
    pub years: Vec<YearPair>,
    /// Figures of the region that stand in for its own.
    pub stand_ins: Vec<StandIn>,
}

/// All counties together against the region, in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgainstCity {
    /// The year.
    pub year: Year,
    /// The counties' income, weighted by their people; none without any.
    pub counties: Option<YuanPerPerson>,
    /// The region's own.
    pub city: YuanPerPerson,
    /// The income that the people have whom no county reports, so that both agree; none where they are too few.
    pub rest: Option<YuanPerPerson>,
}

impl AgainstCity {
    /// The counties less the region.
    pub fn difference(&self) -> Option<YuanPerPerson> {
        Some(self.counties? - self.city)
    }
}

/// The incomes of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountyIncomes {
    /// The years after the base year.
    pub years: Vec<Year>,
    /// The counties, in the table's order.
    pub counties: Vec<CountyIncome>,
    /// Rows without a projection, and why.
    pub without: Vec<(usize, ProjectionGap)>,
    /// The region's people.
    pub city_people: Decimal,
    /// The people of the counties that are projected.
    pub reported_people: Decimal,
    /// Base year and years against the region; under the scenario.
    pub against: Vec<AgainstCity>,
}

impl CountyIncomes {
    /// The people whom no county reports; below zero where counties have more than the region.
    pub fn rest_people(&self) -> Decimal {
        self.city_people - self.reported_people
    }
}

/// Projects counties of a region under a scenario.
pub struct CountyProjector<'a> {
    region: &'a Region,
    resolved: Resolved,
    assumptions: Assumptions,
    plan: Levers,
    scenario: Levers,
    years: Years,
    asked: Vec<Year>,
    people: Decimal,
    income: Decimal,
    /// The parts of its income.
    parts: ByComponent<Decimal>,
    money: PlannedMoney,
}

impl<'a> CountyProjector<'a> {
    /// A projector for some of the plan years; other years are left out.
    pub fn new(region: &'a Region, scenario: &Scenario, asked: &[Year]) -> Self {
        let resolved = scenario.resolve(region);
        let (first, horizon) = (region.years.first_plan, region.years.horizon);
        let asked = asked.iter().copied();
        let asked: BTreeSet<Year> = asked.filter(|it| (first..=horizon).contains(it)).collect();
        let asked: Vec<Year> = asked.into_iter().collect();
        let last = asked.last().copied();
        let years = region.years.until(last.unwrap_or(first));
        let parts = Component::ALL.map(|part| resolved.plan.fixed(income0(part)));
        let income: Decimal = parts.into_iter().sum();
        // A region without any income has no parts of it.
        let share = |part: Decimal| part.checked_div(income).unwrap_or(Decimal::new(25, 2));
        let plan = Levers::with_years(&resolved.plan, years);
        Self {
            region,
            assumptions: Assumptions::of(&resolved.scenario, years),
            scenario: Levers::with_years(&resolved.scenario, years),
            money: PlannedMoney::of(&plan),
            plan,
            years,
            asked,
            people: resolved.plan.fixed(Fixed::Population),
            income,
            parts: parts.map(share),
            resolved,
        }
    }

    /// The incomes of all counties of a table.
    pub fn all(&self, checked: &CheckedCounties<'_>) -> CountyIncomes {
        self.all_with(checked, &HashMap::new())
    }

    /// The same where some rows have other money under the scenario, in every plan year.
    pub fn all_with(
        &self,
        checked: &CheckedCounties<'_>,
        money: &HashMap<usize, Yuan>,
    ) -> CountyIncomes {
        let (mut counties, mut without) = (Vec::new(), Vec::new());
        for (index, row) in checked.rows.iter().enumerate() {
            match self.county(checked, (index, row), money.get(&index).copied()) {
                Ok(income) => counties.push(income),
                // The city itself is a unit that spends, and has no people of its own.
                Err(ProjectionGap::NoPeople | ProjectionGap::Nobody) if row.is_city_itself => {}
                Err(gap) => without.push((index, gap)),
            }
        }
        let reported: Decimal = counties.iter().map(|county| county.people).sum();
        let against = self.against(&counties, reported);
        CountyIncomes {
            years: self.asked.clone(),
            counties,
            without,
            city_people: self.people,
            reported_people: reported,
            against,
        }
    }

    fn against(&self, counties: &[CountyIncome], reported: Decimal) -> Vec<AgainstCity> {
        let Resolved { plan, scenario } = &self.resolved;
        let city = model::project(self.years, plan, scenario);
        let base = (self.region.years.income, YuanPerPerson(self.income));
        let of_year = |year: &Year| {
            let found = city.scenario.iter().find(|outcome| outcome.year == *year);
            found.map(|outcome| (*year, outcome.income))
        };
        let years = self.asked.iter().filter_map(of_year);
        let rest_people = self.people - reported;
        let line = |(step, (year, city)): (usize, (Year, YuanPerPerson))| {
            let income = |county: &CountyIncome| match step {
                0 => county.known.exact(),
                step => county.years[step - 1].scenario.exact(),
            };
            let sum: Decimal = counties.iter().map(|it| income(it) * it.people).sum();
            let rest = (self.people * city.exact() - sum).checked_div(rest_people);
            AgainstCity {
                year,
                counties: sum.checked_div(reported).map(YuanPerPerson),
                city,
                rest: rest
                    .filter(|_| rest_people >= FEWEST_PEOPLE.into())
                    .map(YuanPerPerson),
            }
        };
        std::iter::once(base)
            .chain(years)
            .enumerate()
            .map(line)
            .collect()
    }

    /// The incomes of a row; with other money than it has, in every plan year.
    ///
    /// # Errors
    /// The reason why it has none.
    pub fn county(
        &self,
        checked: &CheckedCounties<'_>,
        (index, row): (usize, &CountyRow),
        money: Option<Yuan>,
    ) -> Result<CountyIncome, ProjectionGap> {
        let own = OwnFigures::of(checked, (index, row))?;
        let part = own.people / self.people;
        let assumptions = self.assumptions(&own, part);
        let plan = self.levers(&self.plan, &own, own.granted, part);
        let with = money.map_or(own.granted, |money| Some(money.exact()));
        let scenario = match with == own.granted && self.plan == self.scenario {
            true => plan.clone(),
            false => self.levers(&self.scenario, &own, with, part),
        };
        Ok(CountyIncome {
            row: index,
            people: own.people,
            known: YuanPerPerson(own.income),
            years: self.incomes(&assumptions, &plan, &scenario),
            stand_ins: own.stand_ins(),
        })
    }

    /// The incomes of the years asked for, and nothing else of the model: benchmarks and all that is shown of one region
    /// alone would take as long as the incomes of a county.
    fn incomes(
        &self,
        assumptions: &Assumptions,
        plan: &Levers,
        scenario: &Levers,
    ) -> Vec<YearPair> {
        let years = self.years;
        let mut path = Path::start(assumptions, years);
        let mut walk_plan = Walk::start((Side::Plan, years.base()), plan, plan, assumptions);
        let mut walk = Walk::start((Side::Scenario, years.base()), scenario, plan, assumptions);
        let is_same = plan == scenario;
        let mut pairs = Vec::with_capacity(self.asked.len());
        for year in years.plan() {
            let path = path.next_year(year);
            let planned = YuanPerPerson::total(path.income);
            let income = if is_same {
                planned
            } else {
                let (own, plan) = (walk.next_year(&path), walk_plan.next_year(&path));
                match self.asked.contains(&year) {
                    true => moved(&path, &own, &plan, assumptions.clawback).income,
                    false => planned,
                }
            };
            if self.asked.contains(&year) {
                pairs.push(YearPair {
                    plan: planned,
                    scenario: income,
                });
            }
        }
        pairs
    }

    /// The money that a row has: what it was granted, else its part of the region's by people.
    pub fn present_money(
        &self,
        checked: &CheckedCounties<'_>,
        row: (usize, &CountyRow),
    ) -> Option<Yuan> {
        let own = OwnFigures::of(checked, row).ok()?;
        let by_people = || self.money.all * (own.people / self.people);
        Some(Yuan(own.granted.unwrap_or_else(by_people)))
    }

    /// The region's assumptions with the county's own figures in their place.
    fn assumptions(&self, own: &OwnFigures, part: Decimal) -> Assumptions {
        let mut assumptions = self.assumptions.clone();
        assumptions.population = People(own.people);
        assumptions.rural_residents.0 *= part;
        assumptions.existing_assets.0 *= part;
        assumptions.relocated_labour.0 *= part;
        assumptions.income0 = self.parts.map(|share| YuanPerPerson(own.income * share));
        if let Some(size) = own.household_size {
            assumptions.household_size = Share(size);
        }
        if let Some(coverage) = own.coverage {
            assumptions.coverage0 = Share(coverage);
        }
        assumptions
    }

    /// The region's levers with the county's part of them.
    fn levers(
        &self,
        region: &Levers,
        own: &OwnFigures,
        money: Option<Decimal>,
        part: Decimal,
    ) -> Levers {
        let mut levers = region.clone();
        let factors = self.money.factors(own.industry, money, part);
        let factor =
            |category: usize| factors[usize::from(category != Category::Industry as usize)];
        let shift = own
            .coverage
            .map(|own| own - self.assumptions.coverage0.exact());
        let moved = |coverage: Decimal| {
            let moved = shift.map(|shift| (coverage + shift).clamp(Decimal::ZERO, Decimal::ONE));
            moved.unwrap_or(coverage)
        };
        for level in &mut levers.funds {
            for (category, cell) in level.iter_mut().enumerate() {
                cell.0 *= factor(category);
            }
        }
        levers.coverage.0 = moved(levers.coverage.0);
        levers.jobs.iter_mut().for_each(|jobs| jobs.0 *= part);
        levers.social.0 *= part;
        for year in &mut levers.by_year {
            for level in &mut year.funds {
                for (category, cell) in level.iter_mut().enumerate() {
                    *cell = cell.map(|cell| Yuan(cell.exact() * factor(category)));
                }
            }
            year.coverage = year.coverage.map(|own| Share(moved(own.exact())));
            for jobs in &mut year.jobs {
                *jobs = jobs.map(|jobs| People(jobs.exact() * part));
            }
        }
        levers
    }
}
