//! The pass over households as SQL, for registers that are too large for one machine.

mod script;
mod threshold;

use clap::{Args, ValueEnum};
use zengshou_households::columns::HouseholdKind;
use zengshou_households::factors::IncomeChange;

use self::script::SqlPass;
use super::{CoverOrder, KindName, Lines, Session};
use crate::analysis::households::{HouseholdChanges, MeasureReach, RegisterSize};
use crate::region::key::Year;

/// A size at which every measure reaches somebody: the factors depend on nothing else of a register.
const LARGE: u64 = 1_000_000_000;

/// An engine that runs SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SqlEngine {
    /// DuckDB, on one machine.
    Duckdb,
    /// Spark, on many.
    Spark,
}

impl SqlEngine {
    /// One of two words.
    fn pick<'a>(self, duckdb: &'a str, spark: &'a str) -> &'a str {
        match self {
            Self::Duckdb => duckdb,
            Self::Spark => spark,
        }
    }
}

/// A call that prints SQL.
#[derive(Args)]
pub(super) struct SqlCall {
    /// A scenario file or a link.
    scenario: String,
    /// The engine that shall run it.
    #[arg(long, value_enum)]
    engine: SqlEngine,
    /// The year; else the first of the plan.
    #[arg(long)]
    year: Option<Year>,
    /// The rule by which industry support reaches households.
    #[arg(long, value_enum, default_value = "lowest")]
    cover: CoverOrder,
    /// Kinds of households that further jobs are for, with commas between; else all.
    #[arg(long, value_enum, value_delimiter = ',')]
    jobs: Vec<KindName>,
    /// Takes a column 权重: the households that each row stands for.
    #[arg(long)]
    weighted: bool,
}

impl Session {
    /// The pass of a scenario in SQL.
    pub(super) fn households_sql(&self, call: &SqlCall) -> Result<String, Lines> {
        let input = self.input(&call.scenario)?;
        self.warn_of_unlikely(&input);
        let year = call.year.unwrap_or(input.region.years.first_plan);
        let own = input.scenario.region(&input.region);
        let fault = |fault| vec![self.factor_fault(fault)];
        let of = |households: u64, people: u64| {
            let size = RegisterSize {
                households,
                people,
                uncovered: households,
                covered: households,
                for_jobs: households,
            };
            HouseholdChanges::of(&own, &input.scenario, year, size).map_err(fault)
        };
        let reach = MeasureReach::of(&own, &input.scenario, year).map_err(fault)?;
        let both = of(LARGE, LARGE)?;
        let changes: [IncomeChange; 4] = [
            of(0, 0)?.scenario,
            of(0, LARGE)?.scenario,
            of(LARGE, 0)?.scenario,
            both.scenario,
        ];
        let kinds: Vec<HouseholdKind> = call.jobs.iter().map(|name| name.kind()).collect();
        let pass = SqlPass {
            engine: call.engine,
            name: input.name.as_deref().unwrap_or_default(),
            year,
            line: both.line,
            plan: both.plan,
            changes,
            reach,
            is_by_place: call.cover == CoverOrder::County,
            kinds: &kinds,
            is_weighted: call.weighted,
        };
        Ok(pass.script())
    }
}
