//! Everything that is shown of a register in one year: small groups are hidden, money is in yuan, shares have six digits.
//! The command line's JSON is this text, so that screen and command line cannot differ.

mod made;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_households::columns::{COMPONENTS, HouseholdKind};
use zengshou_households::pass::Register;
use zengshou_households::statistics::DecileChange;
use zengshou_households::tally::Tally;

use crate::analysis::households::HouseholdChanges;
use crate::region::key::Year;

pub use made::yuan;

/// The width of a bar of the distribution in yuan a head.
pub const BAR: i64 = 1_000;
/// Bars of the distribution; the last has all above.
pub const BARS: usize = 60;
/// Parts of the people by income.
pub const TENTHS: u64 = 10;

/// A register that was computed in one year: what its figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct ComputedRegister<'a> {
    /// The register.
    pub register: &'a Register,
    /// Households by kind whose risk is eliminated, by weight.
    pub cleared: [u64; HouseholdKind::ALL.len()],
    /// The changes of the year.
    pub changes: &'a HouseholdChanges,
    /// The sums of the known incomes.
    pub known: &'a Tally,
    /// The sums under the plan, and the incomes a head between tenths of the people.
    pub plan: (&'a Tally, &'a [i64]),
    /// The same under the scenario.
    pub scenario: (&'a Tally, &'a [i64]),
    /// The effect of the scenario on tenths of the people by their income under the plan.
    pub tenths: &'a [DecileChange],
    /// The published averages.
    pub published: &'a PublishedFigures,
}

/// The region's own figures of averages that a register has too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigures {
    /// The known income of each kind in yuan a head.
    pub components: [Decimal; COMPONENTS],
    /// The lifted population of the known year.
    pub population: Decimal,
    /// People a household.
    pub household_size: Decimal,
    /// The Gini coefficient that the estimate of those at risk assumes.
    pub gini: Decimal,
    /// The share of people that the model estimates at risk under the plan in the year.
    pub at_risk: Option<Decimal>,
}

/// The figures of a register in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterFigures {
    /// The year.
    pub year: Year,
    /// The monitoring line in yuan a head.
    pub line: Decimal,
    /// Households that single measures reach.
    pub reached: ReachedHouseholds,
    /// The register beside what is published.
    pub register: RegisterAverages,
    /// The figures under the plan.
    pub plan: RegisterSide,
    /// The figures under the scenario.
    pub scenario: RegisterSide,
    /// Households that the scenario moves.
    pub change: MovedHouseholds,
    /// The figures of groups.
    pub by: RegisterGroups,
    /// Tenths of the people by their income under the plan, the poorest first.
    pub tenths: Vec<RegisterTenth>,
    /// The three monitored kinds.
    pub monitored: Vec<MonitoredKind>,
}

/// Households that single measures reach, and those that they should and cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachedHouseholds {
    /// Households that support newly reaches.
    pub newly_covered: u64,
    /// Households that lose it.
    pub no_longer_covered: u64,
    /// Households that get a job.
    pub jobs: u64,
    /// Newly covered ones beyond those that the register has without support.
    pub cover_unreached: u64,
    /// Jobs beyond the households that they are for.
    pub jobs_unreached: u64,
}

/// The averages of a register beside the published ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterAverages {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// People a household, with six digits.
    pub household_size: Decimal,
    /// Known income in yuan a head.
    pub income: ComparedFigure,
    /// The same of each kind of income, by its name.
    pub components: BTreeMap<String, ComparedFigure>,
    /// People.
    pub population: ComparedFigure,
    /// People a household.
    pub size: ComparedFigure,
    /// The Gini coefficient of the known incomes; none where they are not above zero.
    pub gini: Option<ComparedFigure>,
    /// The share of people under the line in the year under the plan, beside the model's estimate; none of few.
    pub at_risk: Option<ComparedFigure>,
}

/// A figure of a register beside the one that the region has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedFigure {
    /// The register's.
    pub register: Decimal,
    /// The region's.
    pub published: Decimal,
    /// The register's less the region's.
    pub difference: Decimal,
}

/// The figures of a register under the plan or the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterSide {
    /// Mean income in yuan a head.
    pub mean: Option<Decimal>,
    /// Those under the line; none where few.
    pub under: Option<UnderLine>,
    /// The Gini coefficient.
    pub gini: Option<Decimal>,
    /// The nine incomes in yuan a head between tenths of the people.
    pub quantiles: Vec<Decimal>,
    /// The distribution.
    pub histogram: IncomeBars,
}

/// Those under the monitoring line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnderLine {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// Yuan that lift exactly these to the line.
    pub gap: Decimal,
    /// The gap over all people, in parts of the line.
    pub gap_index: Option<Decimal>,
}

/// People by income a head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncomeBars {
    /// The width of a bar in yuan; the first has those below nothing, too, the last all above.
    pub yuan: i64,
    /// The people of each bar; none where few.
    pub people: Vec<Option<u64>>,
}

/// Households that the scenario moves by a fen or more; none where few.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedHouseholds {
    /// Households that gain.
    pub gaining: Option<u64>,
    /// Households that lose.
    pub losing: Option<u64>,
}

/// The figures of groups, each way that they are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterGroups {
    /// By county, in the order of their names.
    pub county: Vec<RegisterGroup>,
    /// By kind of household.
    pub kind: Vec<RegisterGroup>,
    /// By members.
    pub members: Vec<RegisterGroup>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterGroup {
    /// Its name: the county's, the kind's as [`HouseholdKind::name`], or the number of members.
    pub name: String,
    /// True where it is too small to be shown.
    pub suppressed: bool,
    /// Its figures otherwise.
    #[serde(flatten)]
    pub shown: Option<ShownGroup>,
}

/// The figures of a group that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownGroup {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// The figures under the plan.
    pub plan: GroupSide,
    /// The figures under the scenario.
    pub scenario: GroupSide,
    /// Those that the scenario moves.
    #[serde(flatten)]
    pub moved: MovedHouseholds,
}

/// The figures of a group under the plan or the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSide {
    /// Mean income in yuan a head.
    pub mean: Option<Decimal>,
    /// Those under the line; none where few.
    pub under: Option<UnderLine>,
}

/// A tenth of the people by their income under the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterTenth {
    /// True where it is too small to be shown.
    pub suppressed: bool,
    /// Its figures otherwise.
    #[serde(flatten)]
    pub shown: Option<ShownTenth>,
}

/// The figures of a tenth that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownTenth {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// Mean income under the plan in yuan a head.
    pub plan: Option<Decimal>,
    /// The same under the scenario.
    pub scenario: Option<Decimal>,
    /// Those that the scenario moves.
    #[serde(flatten)]
    pub moved: MovedHouseholds,
}

/// A monitored kind of household; numbers are none where few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonitoredKind {
    /// The kind.
    pub kind: HouseholdKind,
    /// Households.
    pub households: Option<u64>,
    /// Those of them whose risk is eliminated.
    pub eliminated: Option<u64>,
}

/// The people under the line in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearUnderLine {
    /// The year.
    pub year: Year,
    /// The monitoring line in yuan a head.
    pub line: Decimal,
    /// The share of people under it under the plan; none where few.
    pub plan: Option<Decimal>,
    /// The same under the scenario.
    pub scenario: Option<Decimal>,
}
