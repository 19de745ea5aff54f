//! Scenarios side by side: what each of them comes to, and where they differ.

use rust_decimal::Decimal;

use crate::model::targets::{closing_year, first_higher_than};
use crate::model::{Outcome, YearOutcome};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::Region;
use crate::region::key::{Benchmark, Fixed, Key, Year};
use crate::scenario::Scenario;
use crate::scenario::tray::{Reference, Tray};

/// A scenario as a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which one it is.
    pub what: Reference,
    /// The scenario.
    pub scenario: Scenario,
    /// What it comes to, under its own assumptions.
    pub outcome: Outcome,
    /// Social help that goes to people directly, yuan a year.
    direct_help: Yuan,
}

/// Scenarios side by side: the plan, the one on the screen, and the tray's.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The columns.
    pub columns: Vec<Column>,
    /// Which one the others are measured against.
    pub reference: usize,
}

/// A result that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Result {
    /// Net income a head.
    Income,
    /// Income less the reference's.
    FromReference,
    /// Income less that of the plan under the scenario's own assumptions: what its levers do.
    FromPlan,
    /// The part of that which people receive rather than earn.
    Received,
    /// Benchmark less income.
    Gap(Benchmark),
    /// Coverage reached.
    Coverage,
    /// Money allocated in the year beyond the plan's, social help among it.
    Money,
}

impl Result {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Income,
        Self::FromReference,
        Self::FromPlan,
        Self::Received,
        Self::Gap(Benchmark::LiftedProvince),
        Self::Gap(Benchmark::LiftedNation),
        Self::Gap(Benchmark::RuralProvince),
        Self::Gap(Benchmark::RuralNation),
        Self::Coverage,
        Self::Money,
    ];
}

/// The amount of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Yuan a head.
    Head(YuanPerPerson),
    /// Yuan.
    Total(Yuan),
    /// A share.
    Share(Share),
}

impl Amount {
    fn exact(self) -> Decimal {
        match self {
            Self::Head(amount) => amount.exact(),
            Self::Total(amount) => amount.exact(),
            Self::Share(share) => share.exact(),
        }
    }

    fn like(self, value: Decimal) -> Self {
        match self {
            Self::Head(_) => Self::Head(YuanPerPerson(value)),
            Self::Total(_) => Self::Total(Yuan(value)),
            Self::Share(_) => Self::Share(Share(value)),
        }
    }
}

/// Least, mean and greatest of some amounts of one kind.
pub fn spread(amounts: &[Amount]) -> Option<[Amount; 3]> {
    let first = *amounts.first()?;
    let values = || amounts.iter().map(|amount| amount.exact());
    let sum: Decimal = values().sum();
    let mean = sum / Decimal::from(amounts.len());
    Some([values().min()?, mean, values().max()?].map(|value| first.like(value)))
}

/// A key that not all columns hold alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The key.
    pub key: Key,
    /// Its value in each column.
    pub values: Vec<Decimal>,
}

impl Comparison {
    /// Lays them side by side.
    pub fn of(region: &Region, present: &Scenario, tray: &Tray) -> Self {
        let column = |what: Reference, scenario: Scenario| Column {
            what,
            outcome: scenario.project(region),
            direct_help: direct_help(region, &scenario),
            scenario,
        };
        let fixed = [
            column(Reference::Plan, Scenario::default()),
            column(Reference::Present, present.clone()),
        ];
        let entries = tray.entries().iter().enumerate();
        let entries =
            entries.map(|(at, entry)| column(Reference::Entry(at), entry.scenario.clone()));
        let columns: Vec<Column> = fixed.into_iter().chain(entries).collect();
        let reference = columns
            .iter()
            .position(|column| column.what == tray.reference());
        Self {
            columns,
            reference: reference.unwrap_or(0),
        }
    }

    /// A result of a year in each column.
    pub fn results(&self, result: Result, year: Year) -> Vec<Amount> {
        let of_year = |outcome: &Outcome| -> YearOutcome {
            let found = outcome.scenario.iter().find(|known| known.year == year);
            found.unwrap_or(&outcome.scenario[0]).clone()
        };
        let reference = of_year(&self.columns[self.reference].outcome).income;
        let amount = |column: &Column| {
            let own = of_year(&column.outcome);
            match result {
                Result::Income => Amount::Head(own.income),
                Result::FromReference => Amount::Head(own.income - reference),
                Result::FromPlan => Amount::Head(own.difference()),
                Result::Received => Amount::Head(own.transfer_difference()),
                Result::Gap(benchmark) => Amount::Head(own.gap(benchmark)),
                Result::Coverage => Amount::Share(own.coverage),
                Result::Money => Amount::Total(money(column, &own)),
            }
        };
        self.columns.iter().map(amount).collect()
    }

    /// The year in which each column closes its gap to a benchmark.
    pub fn closing_years(&self, benchmark: Benchmark) -> Vec<Option<Year>> {
        let columns = self.columns.iter();
        columns
            .map(|column| closing_year(&column.outcome, benchmark))
            .collect()
    }

    /// In how many plan years each column's income grows faster than that of the province's rural
    /// residents.
    pub fn years_ahead(&self) -> Vec<usize> {
        let count = |column: &Column| {
            let years = first_higher_than(&column.outcome).into_iter();
            years.filter(|year| year.met).count()
        };
        self.columns.iter().map(count).collect()
    }

    /// Every key that the columns hold differently, in the order of their groups.
    pub fn differences(&self, region: &Region) -> Vec<Difference> {
        let mut keys: Vec<Key> = self
            .columns
            .iter()
            .flat_map(|column| column.scenario.entries().map(|(key, _)| key))
            .collect();
        keys.sort_by_key(|key| key.place_in_order());
        keys.dedup();
        let difference = |key: Key| {
            let values = self.columns.iter();
            let values: Option<Vec<Decimal>> = values
                .map(|column| column.scenario.value(region, key))
                .collect();
            let values = values?;
            let differ = values.iter().any(|value| *value != values[0]);
            differ.then_some(Difference { key, values })
        };
        keys.into_iter().filter_map(difference).collect()
    }
}

/// What is allocated in a year beyond the plan: funds of all categories, and social help.
fn money(column: &Column, own: &YearOutcome) -> Yuan {
    let plan = column
        .outcome
        .plan
        .iter()
        .find(|plan| plan.year == own.year);
    let sum = |year: &YearOutcome| -> Yuan {
        let allocations = year.spending.allocations.iter();
        allocations.map(|allocation| allocation.allocated).sum()
    };
    let beyond = sum(own) - plan.map_or(Yuan::ZERO, sum);
    // The part of social help that becomes industry money is among the allocations already.
    beyond + column.direct_help
}

fn direct_help(region: &Region, scenario: &Scenario) -> Yuan {
    let value = |key: Fixed| scenario.value(region, key.into()).unwrap_or_default();
    Yuan(value(Fixed::Social) * (Decimal::ONE - value(Fixed::SocialIndustry)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::parse::parse_region;
    use crate::scenario::examples::Example;

    fn region() -> Region {
        let text = include_str!("../../static/regions/zhangjiakou-2021.json");
        parse_region(text).expect("the region's file is in order")
    }

    fn comparison(region: &Region) -> Comparison {
        let mut tray = Tray::default();
        for example in [Example::Coverage, Example::Jobs, Example::Shift] {
            tray.add(example.name(), example.scenario(region));
        }
        tray.refer_to(Reference::Entry(0));
        Comparison::of(region, &Example::Together.scenario(region), &tray)
    }

    #[test]
    fn every_column_is_what_the_model_says() {
        let region = region();
        let found = comparison(&region);
        assert_eq!(found.columns.len(), 5);
        assert_eq!(found.reference, 2);
        let incomes = found.results(Result::Income, 2030);
        let from = found.results(Result::FromReference, 2030);
        for (index, column) in found.columns.iter().enumerate() {
            let income = column.scenario.project(&region).scenario[7].income;
            assert_eq!(incomes[index], Amount::Head(income));
            let reference = found.columns[2].outcome.scenario[7].income;
            assert_eq!(from[index], Amount::Head(income - reference));
        }
        assert_eq!(from[2], Amount::Head(YuanPerPerson::ZERO));
        assert_eq!(
            found.results(Result::FromPlan, 2030)[0],
            Amount::Head(YuanPerPerson::ZERO)
        );
        let [least, mean, most] = spread(&incomes).expect("five incomes");
        assert_eq!(least, incomes[0], "the plan is the lowest");
        assert_eq!(most, incomes[1], "all together is the highest");
        assert!(least.exact() < mean.exact() && mean.exact() < most.exact());
    }

    #[test]
    fn only_what_differs_is_listed() {
        let region = region();
        let found = comparison(&region).differences(&region);
        let keys: Vec<String> = found.iter().map(|row| row.key.to_string()).collect();
        assert!(keys.contains(&"coverage".to_owned()) && keys.contains(&"jobs.outward".to_owned()));
        assert!(!keys.contains(&"execution".to_owned()));
        let coverage = found.iter().find(|row| row.key == Fixed::Coverage.into());
        let values: Vec<String> = coverage
            .expect("differs")
            .values
            .iter()
            .map(|value| value.normalize().to_string())
            .collect();
        assert_eq!(values, ["0.81", "0.85", "0.85", "0.81", "0.81"]);
        let alone = Comparison::of(&region, &Scenario::default(), &Tray::default());
        assert!(alone.differences(&region).is_empty());
    }

    #[test]
    fn money_beyond_the_plan_counts_social_help_once() {
        let region = region();
        let mut scenario = Scenario::default();
        for (key, value) in [
            (Fixed::Social, Decimal::from(1_000_000)),
            (Fixed::FundsCityOther, Decimal::ZERO),
        ] {
            scenario.set(&region, key.into(), value).expect("in range");
        }
        let less = region.values().fixed(Fixed::FundsCityOther);
        let found = Comparison::of(&region, &scenario, &Tray::default());
        let money = found.results(Result::Money, 2024);
        assert_eq!(money[0], Amount::Total(Yuan::ZERO));
        assert_eq!(
            money[1],
            Amount::Total(Yuan(Decimal::from(1_000_000) - less))
        );
    }
}
