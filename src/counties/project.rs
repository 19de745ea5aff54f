//! The incomes of counties, each projected with its own data and the region's assumptions, and held against the region's.
//!
//! A county's own are its people, its households, its income, its coverage and its funds with their part for industry.
//! Amounts of the region that no county states (existing assets, jobs, help, relocated people) are divided by people; the
//! parts of its income are those of the region; changes of coverage are the region's, in points.

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, CountyRow};

use super::FEWEST_PEOPLE;
use super::check::CheckedCounties;
use crate::model;
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::{Category, Component, Fixed, Key, Level, Year, Yearly, funds, income0};
use crate::region::{Region, Values, Years};
use crate::scenario::{Resolved, Scenario};

/// A figure of the region that stands in for a county's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandIn {
    /// The people of a household.
    HouseholdSize,
    /// The coverage.
    Coverage,
    /// The funds, by people.
    Funds,
    /// The part of the funds for industry.
    Industry,
}

/// A reason for having no projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectionGap {
    /// The row is set apart.
    Apart,
    /// It does not say its people.
    NoPeople,
    /// It has nobody.
    Nobody,
    /// It has fewer people than are shown.
    TooFew,
    /// It does not say their income, or the income leaps.
    NoIncome,
}

/// Incomes of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearPair {
    /// Under the plan.
    pub plan: YuanPerPerson,
    /// Under the scenario.
    pub scenario: YuanPerPerson,
}

/// A county's incomes.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq)]
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
    years: Years,
    asked: Vec<Year>,
    people: Decimal,
    income: Decimal,
}

impl<'a> CountyProjector<'a> {
    /// A projector for some of the plan years, in their order; other years are left out.
    pub fn new(region: &'a Region, scenario: &Scenario, asked: &[Year]) -> Self {
        let resolved = scenario.resolve(region);
        let (first, horizon) = (region.years.first_plan, region.years.horizon);
        let asked = asked.iter().copied();
        let asked: Vec<Year> = asked.filter(|it| (first..=horizon).contains(it)).collect();
        let last = asked.iter().max().copied();
        let parts = Component::ALL.map(|part| resolved.plan.fixed(income0(part)));
        Self {
            region,
            years: region.years.until(last.unwrap_or(first)),
            asked,
            people: resolved.plan.fixed(Fixed::Population),
            income: parts.into_iter().sum(),
            resolved,
        }
    }

    /// The incomes of all counties of a table.
    pub fn all(&self, checked: &CheckedCounties<'_>) -> CountyIncomes {
        let (mut counties, mut without) = (Vec::new(), Vec::new());
        for (index, row) in checked.rows.iter().enumerate() {
            match self.county(checked, (index, row), None) {
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
        let plan = self.values(&self.resolved.plan, &own, own.granted);
        let with = money.map_or(own.granted, |money| Some(money.exact()));
        let scenario = self.values(&self.resolved.scenario, &own, with);
        let outcome = model::project(self.years, &plan, &scenario);
        let pair = |year: &Year| {
            let step = usize::from(*year - self.years.first_plan);
            YearPair {
                plan: outcome.plan[step].income,
                scenario: outcome.scenario[step].income,
            }
        };
        Ok(CountyIncome {
            row: index,
            people: own.people,
            known: YuanPerPerson(own.income),
            years: self.asked.iter().map(pair).collect(),
            stand_ins: own.stand_ins(),
        })
    }

    /// The money that a row has: what it was granted, else its part of the region's by people.
    pub fn present_money(
        &self,
        checked: &CheckedCounties<'_>,
        row: (usize, &CountyRow),
    ) -> Option<Yuan> {
        let own = OwnFigures::of(checked, row).ok()?;
        let by_people = || total(&self.resolved.plan) * (own.people / self.people);
        Some(Yuan(own.granted.unwrap_or_else(by_people)))
    }

    /// The region's values with the county's own in their place.
    fn values(&self, region: &Values, own: &OwnFigures, money: Option<Decimal>) -> Values {
        let mut values = region.clone();
        let part = own.people / self.people;
        for key in BY_PEOPLE {
            values.set(key.into(), region.fixed(key) * part);
        }
        values.set(Fixed::Population.into(), own.people);
        for component in Component::ALL {
            let key = income0(component);
            let share = region.fixed(key).checked_div(self.income);
            // A region without any income has no parts of it.
            let share = share.unwrap_or(Decimal::new(25, 2));
            values.set(key.into(), own.income * share);
        }
        if let Some(size) = own.household_size {
            values.set(Fixed::HouseholdSize.into(), size);
        }
        if let Some(coverage) = own.coverage {
            let shift = coverage - self.resolved.plan.fixed(Fixed::Coverage0);
            values.set(Fixed::Coverage0.into(), coverage);
            self.put(&mut values, region, Fixed::Coverage, |value| {
                (value + shift).clamp(Decimal::ZERO, Decimal::ONE)
            });
        }
        let factors = own.factors(&self.resolved.plan, money, part);
        for level in Level::ALL {
            for category in Category::ALL {
                let factor = factors[usize::from(category != Category::Industry)];
                let key = funds(level, category);
                self.put(&mut values, region, key, |value| value * factor);
            }
        }
        for key in LEVERS_BY_PEOPLE {
            self.put(&mut values, region, key, |value| value * part);
        }
        values
    }

    /// Changes a lever, in all years and in single ones.
    fn put(
        &self,
        values: &mut Values,
        region: &Values,
        lever: Fixed,
        change: impl Fn(Decimal) -> Decimal,
    ) {
        values.set(lever.into(), change(region.fixed(lever)));
        if !region.has_levers_by_year() {
            return;
        }
        for year in self.region.years.plan() {
            let family = Yearly::Lever(lever);
            if let Some(value) = region.yearly(family, year) {
                values.set(Key::Yearly(family, year), change(value));
            }
        }
    }
}

/// Amounts of the region that are divided by people.
const BY_PEOPLE: [Fixed; 5] = [
    Fixed::RuralResidents,
    Fixed::ExistingAssets,
    Fixed::IdleLabour,
    Fixed::RelocatedLabour,
    Fixed::RelocatedEmployed,
];
/// Levers that are divided by people.
const LEVERS_BY_PEOPLE: [Fixed; 6] = [
    Fixed::JobsOutward,
    Fixed::JobsWorkshop,
    Fixed::JobsRelief,
    Fixed::JobsWelfare,
    Fixed::JobsStartup,
    Fixed::Social,
];

/// All funds of a region's values.
fn total(values: &Values) -> Decimal {
    let cells = Level::ALL
        .into_iter()
        .flat_map(|level| Category::ALL.map(|category| values.fixed(funds(level, category))));
    cells.sum()
}

/// The figures that a county has itself.
struct OwnFigures {
    people: Decimal,
    income: Decimal,
    household_size: Option<Decimal>,
    coverage: Option<Decimal>,
    granted: Option<Decimal>,
    /// The part of the funds for industry.
    industry: Option<Decimal>,
}

impl OwnFigures {
    fn of(
        checked: &CheckedCounties<'_>,
        (index, row): (usize, &CountyRow),
    ) -> Result<Self, ProjectionGap> {
        if checked.is_apart(index) {
            return Err(ProjectionGap::Apart);
        }
        let people = match row.lifted_people.ok_or(ProjectionGap::NoPeople)? {
            0 => return Err(ProjectionGap::Nobody),
            few if few < FEWEST_PEOPLE => return Err(ProjectionGap::TooFew),
            people => Decimal::from(people),
        };
        let is_right = |part| !checked.is_wrong_part(index, part);
        let income = row.income.filter(|income| *income >= Decimal::ONE);
        let income = income.filter(|_| is_right(CountyField::Income));
        let quotient = |part: Option<u64>, whole: Option<u64>| {
            Decimal::from(part?).checked_div(Decimal::from(whole?))
        };
        let size = quotient(row.lifted_people, row.lifted_households);
        let (least, most) = Key::from(Fixed::HouseholdSize).range();
        let coverage = quotient(row.covered_households, row.due_households);
        let industry = row.granted_industry.zip(row.granted);
        let industry = industry.and_then(|(part, whole)| part.checked_div(whole));
        Ok(Self {
            people,
            income: income.ok_or(ProjectionGap::NoIncome)?,
            household_size: size.filter(|size| (least..=most).contains(size)),
            coverage: coverage.filter(|_| is_right(CountyField::CoveredHouseholds)),
            granted: row.granted,
            industry: industry.filter(|_| is_right(CountyField::GrantedIndustry)),
        })
    }

    fn stand_ins(&self) -> Vec<StandIn> {
        let missing = [
            (StandIn::HouseholdSize, self.household_size.is_none()),
            (StandIn::Coverage, self.coverage.is_none()),
            (StandIn::Funds, self.granted.is_none()),
            (StandIn::Industry, self.industry.is_none()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        missing.map(|(stand_in, _)| stand_in).collect()
    }

    /// The factors that lead from the region's cells to the county's: of industry, and of the others.
    fn factors(&self, region: &Values, money: Option<Decimal>, part: Decimal) -> [Decimal; 2] {
        let industry: Decimal = Level::ALL
            .map(|level| region.fixed(funds(level, Category::Industry)))
            .into_iter()
            .sum();
        let others = total(region) - industry;
        let money = money.unwrap_or_else(|| total(region) * part);
        let even = money.checked_div(total(region)).unwrap_or_default();
        // A region that has nothing for one of the two has no mix of levels for it.
        let Some(share) = self
            .industry
            .filter(|_| !industry.is_zero() && !others.is_zero())
        else {
            return [even, even];
        };
        [
            money * share / industry,
            money * (Decimal::ONE - share) / others,
        ]
    }
}
