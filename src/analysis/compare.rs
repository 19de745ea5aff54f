//! Scenarios side by side: their results and their differences.

use rust_decimal::Decimal;

use crate::model::gain::GainPart;
use crate::model::targets::{Verdict, closing_year, first_higher_than};
use crate::model::{Outcome, YearOutcome};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::Region;
use crate::region::key::{Batch, Benchmark, Fixed, Key, Year, Yearly, jobs, pay};
use crate::scenario::Scenario;
use crate::scenario::drafts::{Drafts, Reference};

/// A scenario as a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The compared scenario.
    pub what: Reference,
    /// The scenario.
    pub scenario: Scenario,
    /// The version of the region's data that it was made under.
    pub version: u32,
    /// Its outcome under its own assumptions.
    pub outcome: Outcome,
    /// Social help that goes to people directly, yuan a year.
    direct_help: Yuan,
    /// Pay of jobs beyond the plan in each plan year.
    outside: Vec<(Year, Yuan)>,
}

impl Column {
    fn outside(&self, year: Year) -> Yuan {
        let own = self.outside.iter().find(|(known, _)| *known == year);
        own.map_or(Yuan::ZERO, |(_, pay)| *pay)
    }
}

/// Scenarios side by side: the plan, the one on the screen, and the drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The columns.
    pub columns: Vec<Column>,
    /// Index of the column that the others are compared with.
    pub reference: usize,
}

/// A result that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedResult {
    /// Net income a head.
    Income,
    /// Income less the reference's.
    FromReference,
    /// Income less that of the plan under the scenario's own assumptions: what its levers do.
    FromPlan,
    /// A part of that: market income, public work or transfers.
    Part(GainPart),
    /// Income less benchmark: negative while behind.
    Lead(Benchmark),
    /// Coverage reached.
    Coverage,
    /// Money allocated in the year beyond the plan's, social help among it.
    Money,
    /// Pay of jobs beyond the plan, from money outside it.
    Outside,
}

impl ComparedResult {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 14] = [
        Self::Income,
        Self::FromReference,
        Self::FromPlan,
        Self::Part(GainPart::Market),
        Self::Part(GainPart::PublicWork),
        Self::Part(GainPart::Transfer),
        Self::Lead(Benchmark::LiftedProvince),
        Self::Lead(Benchmark::LiftedNation),
        Self::Lead(Benchmark::RuralCity),
        Self::Lead(Benchmark::RuralProvince),
        Self::Lead(Benchmark::RuralNation),
        Self::Coverage,
        Self::Money,
        Self::Outside,
    ];
}

/// The amount of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedAmount {
    /// Yuan a head.
    Head(YuanPerPerson),
    /// Yuan.
    Total(Yuan),
    /// A share.
    Share(Share),
    /// Nothing: what it is measured against is unknown.
    Unknown,
}

impl ComparedAmount {
    fn exact(self) -> Option<Decimal> {
        match self {
            Self::Head(amount) => Some(amount.exact()),
            Self::Total(amount) => Some(amount.exact()),
            Self::Share(share) => Some(share.exact()),
            Self::Unknown => None,
        }
    }

    fn like(self, value: Decimal) -> Self {
        match self {
            Self::Head(_) => Self::Head(YuanPerPerson(value)),
            Self::Total(_) => Self::Total(Yuan(value)),
            Self::Share(_) => Self::Share(Share(value)),
            Self::Unknown => Self::Unknown,
        }
    }
}

/// Least, mean and greatest of some amounts of one kind, as far as they are known.
pub fn spread(amounts: &[ComparedAmount]) -> Option<[ComparedAmount; 3]> {
    let first = amounts.iter().find(|amount| amount.exact().is_some())?;
    let values = || amounts.iter().filter_map(|amount| amount.exact());
    let sum: Decimal = values().sum();
    let mean = sum / Decimal::from(values().count());
    Some([values().min()?, mean, values().max()?].map(|value| first.like(value)))
}

/// The columns that count for the least, the mean and the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The drafts.
    Drafts,
    /// The drafts and the scenario on the screen.
    WithPresent,
    /// The plan, too.
    All,
}

impl Counted {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Drafts, Self::WithPresent, Self::All];

    fn counts(self, what: Reference) -> bool {
        match what {
            Reference::Draft(_) => true,
            Reference::Present => self != Self::Drafts,
            Reference::Plan => self == Self::All,
        }
    }
}

/// A key that not all columns hold alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The key.
    pub key: Key,
    /// Its value in each column; none where nothing gives one.
    pub values: Vec<Option<Decimal>>,
}

impl Comparison {
    /// Lays them side by side.
    pub fn of(region: &Region, present: &Scenario, drafts: &Drafts) -> Self {
        let column = |what: Reference, scenario: Scenario| {
            let region = scenario.region(region);
            Column {
                what,
                version: region.version,
                outcome: scenario.project(&region),
                direct_help: direct_help(&region, &scenario),
                outside: outside(&region, &scenario),
                scenario,
            }
        };
        // The plan is that of the version on the screen.
        let plan = Scenario::plan(&present.region(region));
        let fixed = [
            column(Reference::Plan, plan),
            column(Reference::Present, present.clone()),
        ];
        let entries = drafts.entries().iter().enumerate();
        let entries =
            entries.map(|(at, entry)| column(Reference::Draft(at), entry.scenario.clone()));
        let columns: Vec<Column> = fixed.into_iter().chain(entries).collect();
        let reference = columns
            .iter()
            .position(|column| column.what == drafts.reference());
        Self {
            columns,
            reference: reference.unwrap_or(0),
        }
    }

    /// A result of a year in each column.
    pub fn results(&self, result: ComparedResult, year: Year) -> Vec<ComparedAmount> {
        let of_year = |outcome: &Outcome| -> YearOutcome {
            let found = outcome.scenario.iter().find(|known| known.year == year);
            found.unwrap_or(&outcome.scenario[0]).clone()
        };
        let reference = of_year(&self.columns[self.reference].outcome).income;
        let amount = |column: &Column| {
            let own = of_year(&column.outcome);
            match result {
                ComparedResult::Income => ComparedAmount::Head(own.income),
                ComparedResult::FromReference => ComparedAmount::Head(own.income - reference),
                ComparedResult::FromPlan => ComparedAmount::Head(own.difference()),
                ComparedResult::Part(part) => ComparedAmount::Head(own.gain().part(part)),
                ComparedResult::Lead(benchmark) => own
                    .lead(benchmark)
                    .map_or(ComparedAmount::Unknown, ComparedAmount::Head),
                ComparedResult::Coverage => ComparedAmount::Share(own.coverage),
                ComparedResult::Money => ComparedAmount::Total(money(column, &own)),
                ComparedResult::Outside => ComparedAmount::Total(column.outside(own.year)),
            }
        };
        self.columns.iter().map(amount).collect()
    }

    /// True where no income of any year differs from the reference's.
    pub fn is_alone(&self) -> bool {
        let reference = &self.columns[self.reference].outcome.scenario;
        self.columns.iter().all(|column| {
            let years = column.outcome.scenario.iter().zip(reference);
            years
                .into_iter()
                .all(|(own, other)| own.income.rounded() == other.income.rounded())
        })
    }

    /// The amounts of the columns that count; all of them while there is no draft.
    pub fn counted<T: Clone>(&self, amounts: &[T], counted: Counted) -> Vec<T> {
        let are_there = self
            .columns
            .iter()
            .any(|column| counted.counts(column.what));
        let columns = self.columns.iter().zip(amounts);
        columns
            .filter(|(column, _)| !are_there || counted.counts(column.what))
            .map(|(_, amount)| amount.clone())
            .collect()
    }

    /// The year in which each column closes its gap to a benchmark.
    pub fn closing_years(&self, benchmark: Benchmark) -> Vec<Option<Year>> {
        let columns = self.columns.iter();
        columns
            .map(|column| closing_year(&column.outcome, benchmark))
            .collect()
    }

    /// In how many plan years each column meets the first higher-than; what is too close to call does not
    /// count.
    pub fn years_ahead(&self) -> Vec<usize> {
        let count = |column: &Column| {
            let years = first_higher_than(&column.outcome).into_iter();
            years.filter(|year| year.verdict == Verdict::Met).count()
        };
        self.columns.iter().map(count).collect()
    }

    /// True where the columns are of different versions of the region's data.
    pub fn mixes_versions(&self) -> bool {
        let mut versions = self.columns.iter().map(|column| column.version);
        let first = versions.next();
        versions.any(|version| Some(version) != first)
    }

    /// Every key that the columns hold differently, in the order of their groups.
    pub fn differences(&self, region: &Region) -> Vec<Difference> {
        let columns = self.columns.iter();
        let regions: Vec<_> = columns
            .map(|column| column.scenario.region(region))
            .collect();
        let mut keys: Vec<Key> = self
            .columns
            .iter()
            .flat_map(|column| column.scenario.entries().map(|(key, _)| key))
            .collect();
        if self.mixes_versions() {
            let of_versions = regions.iter().flat_map(|region| region.parameters.keys());
            keys.extend(of_versions.copied());
        }
        keys.sort_by_key(|key| key.place_in_order());
        keys.dedup();
        let difference = |key: Key| {
            let columns = self.columns.iter().zip(&regions);
            let values: Vec<Option<Decimal>> = columns
                .map(|(column, region)| column.scenario.value(region, key))
                .collect();
            let differ = values.iter().any(|value| *value != values[0]);
            differ.then_some(Difference { key, values })
        };
        keys.into_iter().filter_map(difference).collect()
    }
}

/// Money allocated in a year beyond the plan: funds of all categories, and social help, yuan.
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

/// Pay of jobs beyond the plan, yuan a year: the jobs of each year and of relocated people by the
/// pay of the first plan year, as costs of goals count it.
fn outside(region: &Region, scenario: &Scenario) -> Vec<(Year, Yuan)> {
    let value = |key: Key| scenario.value(region, key).unwrap_or_default();
    let relocated = value(Fixed::RelocatedLabour.into())
        * value(Fixed::RelocatedEmployment.into())
        * value(Fixed::RelocatedPay.into());
    let first = region.years.first_plan;
    let pay_in = |year: Year| {
        let batches = Batch::ALL.into_iter().map(|batch| {
            let key = match year == first {
                true => jobs(batch).into(),
                false => Key::Yearly(Yearly::Lever(jobs(batch)), year),
            };
            value(key) * value(pay(batch).into())
        });
        (year, Yuan(batches.sum::<Decimal>() + relocated))
    };
    region.years.plan().map(pay_in).collect()
}

#[cfg(test)]
mod tests;
