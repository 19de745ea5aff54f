//! Registers of households on the command line: an invented one, and what a scenario does in one's own.

mod json;
mod sql;
mod words;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;

use clap::{Args, Subcommand, ValueEnum};
use zengshou_households::columns::HouseholdKind;
use zengshou_households::factors::IncomeChange;
use zengshou_households::order::{CoverRule, JobKinds, Ranks};
use zengshou_households::pass::Register;
use zengshou_households::read::ReadRegister;
use zengshou_households::sample::{HouseholdSample, SAMPLE_HEADS};
use zengshou_households::small::FEWEST;
use zengshou_households::statistics::{by_quantile, quantiles};
use zengshou_households::tally::Tally;

use super::{Lines, Session};
use crate::analysis::households::{FactorFault, HouseholdChanges, RegisterSize, known_income};
use crate::problem::quote;
use crate::region::Region;
use crate::region::key::{Component, Year};
use crate::register::figures::{ComputedRegister, PublishedFigures, RegisterFigures, TENTHS};
use crate::register::incoming::IncomingRegister;
use crate::register::message::RegisterFault;
use crate::scenario::Scenario;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Bytes that are read at a time.
const PIECE: usize = 1 << 20;
/// The highest monitoring line in yuan a head: far above any, so that a slip of digits is found.
const MOST_LINE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// A call about households.
#[derive(Args)]
pub struct HouseholdsCall {
    #[command(subcommand)]
    command: HouseholdsCommand,
}

#[derive(Subcommand)]
enum HouseholdsCommand {
    /// Writes an invented register as csv, one row a household; nothing of it is anybody's.
    Sample {
        /// The number of households.
        #[arg(long)]
        rows: u64,
        /// The seed: the same gives the same register.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The file to write; else standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Computes every household of a register (csv, UTF-8 or GBK, or a workbook) under the plan and a scenario.
    Run(RunCall),
    /// Prints the same pass over a table of households as SQL.
    Sql(sql::SqlCall),
}

/// The rule by which industry support reaches households.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CoverOrder {
    /// The lowest operating income first.
    Lowest,
    /// One county after the other, by name.
    County,
}

/// Kinds of households, as they are named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindName {
    Lifted,
    Unstable,
    Marginal,
    Sudden,
    Ordinary,
}

impl KindName {
    fn kind(self) -> HouseholdKind {
        HouseholdKind::ALL[self as usize]
    }
}

/// A call that computes a register.
#[derive(Args)]
struct RunCall {
    /// The register: the bureau's export with a row a person, or a plain form with a row a household.
    file: PathBuf,
    /// A scenario file or a link; else the plan alone.
    #[arg(long)]
    scenario: Option<String>,
    /// The year; else the first of the plan.
    #[arg(long)]
    year: Option<Year>,
    /// The monitoring line of that year and place in yuan a head; else the model's.
    #[arg(long, value_name = "YUAN")]
    line: Option<Decimal>,
    /// The rule by which industry support reaches households.
    #[arg(long, value_enum, default_value = "lowest")]
    cover: CoverOrder,
    /// Kinds of households that further jobs are for, with commas between; else all.
    #[arg(long, value_enum, value_delimiter = ',')]
    jobs: Vec<KindName>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

impl Session {
    /// Writes an invented register, or computes one.
    pub(super) fn households(&self, call: &HouseholdsCall) -> Result<String, Lines> {
        match &call.command {
            HouseholdsCommand::Sample { rows, seed, out } => {
                self.sample(*rows, *seed, out.as_deref())
            }
            HouseholdsCommand::Run(call) => self.run_register(call),
            HouseholdsCommand::Sql(call) => self.households_sql(call),
        }
    }

    fn sample(&self, rows: u64, seed: u64, out: Option<&Path>) -> Result<String, Lines> {
        let region = self.region(&self.default_region()?)?;
        let values = Scenario::plan(&region).resolve(&region).plan;
        let fen = |component| (known_income(&values, component) * Decimal::ONE_HUNDRED).to_i64();
        let means = Component::ALL.map(|component| fen(component).unwrap_or_default());
        let mut sample = HouseholdSample::new(seed, means, region.years.income);
        let mut target: Box<dyn Write> = match out {
            Some(file) => Box::new(
                File::create(file).map_err(|error| vec![format!("{}: {error}", file.display())])?,
            ),
            None => Box::new(io::stdout().lock()),
        };
        let mut written = || -> io::Result<()> {
            let mut target = BufWriter::with_capacity(PIECE, &mut target);
            // Spreadsheets know UTF-8 by its mark.
            writeln!(target, "\u{feff}{SAMPLE_HEADS}")?;
            let mut row = Vec::new();
            for _ in 0..rows {
                row.clear();
                sample.write_row(&mut row);
                target.write_all(&row)?;
            }
            target.flush()
        };
        match (written(), out) {
            (Err(error), Some(file)) => Err(vec![format!("{}: {error}", file.display())]),
            // A reader that has closed its end (`| head`) wants no more.
            _ => Ok(String::new()),
        }
    }

    fn run_register(&self, call: &RunCall) -> Result<String, Lines> {
        let (region, scenario) = match &call.scenario {
            Some(given) => {
                let input = self.input(given)?;
                self.warn_of_unlikely(&input);
                (input.region, input.scenario)
            }
            None => {
                let region = self.region(&self.default_region()?)?;
                self.name_after(&region);
                let plan = Scenario::plan(&region);
                (region, plan)
            }
        };
        let line = call.line.map(|line| self.line_in_fen(line)).transpose()?;
        let mut read = self.register(&call.file)?;
        self.say_other_year(&region, read.year);
        let households = std::mem::take(&mut read.households);
        let rule = match call.cover {
            CoverOrder::Lowest => CoverRule::LowestOperating,
            CoverOrder::County => CoverRule::ByPlace,
        };
        let kinds: Vec<HouseholdKind> = call.jobs.iter().map(|name| name.kind()).collect();
        let kinds = if kinds.is_empty() {
            JobKinds::ALL
        } else {
            JobKinds::of(&kinds)
        };
        let ranks = Ranks::of(&households, rule, kinds);
        let register = Register::new(households, ranks);
        let all = register.size();
        if all.households < FEWEST {
            let fewest = FEWEST.to_string();
            let mut lines = vec![self.words.format("households-few", &[("fewest", &fewest)])];
            lines.extend(self.row_problems(&read));
            return Err(lines);
        }
        let size = RegisterSize {
            households: all.households,
            people: all.people,
            uncovered: register.ranks().uncovered,
            covered: register.ranks().covered,
            for_jobs: register.ranks().for_jobs,
        };
        let year = call.year.unwrap_or(region.years.first_plan);
        let own = scenario.region(&region);
        let mut changes = HouseholdChanges::of(&own, &scenario, year, size)
            .map_err(|fault| vec![self.factor_fault(fault)])?;
        changes.line = line.unwrap_or(changes.line);
        let published = PublishedFigures::of(&own, &scenario, year);
        let (known, _) = passed(&register, &IncomeChange::NONE, changes.line, None);
        let plan = passed(&register, &changes.plan, changes.line, None);
        let scenario = passed(&register, &changes.scenario, changes.line, Some(&plan.1));
        let rows = register.households();
        let before = quantiles(&plan.0, TENTHS, rows, &plan.1);
        let after = quantiles(&scenario.0, TENTHS, rows, &scenario.1);
        let figures = RegisterFigures::of(&ComputedRegister {
            register: &register,
            cleared: read.cleared,
            changes: &changes,
            known: &known,
            plan: (&plan.0, &before),
            scenario: (&scenario.0, &after),
            tenths: &by_quantile(rows, &plan.1, &scenario.1, &before),
            published: &published,
        });
        if call.json {
            return Ok(json::write(&own, &read, &figures));
        }
        self.row_problems(&read)
            .iter()
            .for_each(|line| eprintln!("{line}"));
        Ok(self.figures_of_households(&read, &figures))
    }

    /// A line that was given, in fen.
    fn line_in_fen(&self, line: Decimal) -> Result<i64, Lines> {
        let fen = line
            .checked_mul(Decimal::ONE_HUNDRED)
            .map(|fen| fen.normalize());
        let is_usable = line > Decimal::ZERO && line <= MOST_LINE;
        fen.filter(|fen| is_usable && fen.scale() == 0)
            .and_then(|fen| fen.to_i64())
            .ok_or_else(|| vec![self.words.text("households-bad-line").to_string()])
    }

    /// Says where the register's year is not the one whose incomes the factors are for.
    fn say_other_year(&self, region: &Region, year: Option<Year>) {
        let known = region.years.income;
        if let Some(year) = year.filter(|year| *year != known) {
            let years = [("year", &*year.to_string()), ("known", &known.to_string())];
            eprintln!("{}", self.words.format("households-other-year", &years));
        }
    }

    /// The register of a file; nothing of it where anything makes it unfit.
    fn register(&self, file: &Path) -> Result<ReadRegister, Lines> {
        let name = file.display().to_string();
        let unreadable = |error: io::Error| self.unreadable(&name, &error);
        let mut source = File::open(file).map_err(unreadable)?;
        let refused = |fault: RegisterFault| {
            let reason = self.register_fault(&fault);
            vec![format!("{}: {reason}", quote(&name))]
        };
        let mut incoming = IncomingRegister::default();
        let mut bytes = vec![0; PIECE];
        loop {
            let count = source.read(&mut bytes).map_err(unreadable)?;
            if count == 0 {
                return Ok(incoming.finish().map_err(refused)?.read);
            }
            incoming.feed(&bytes[..count]).map_err(refused)?;
        }
    }

    fn factor_fault(&self, fault: FactorFault) -> String {
        match fault {
            FactorFault::NoPlanYear(year) => self
                .words
                .format("households-no-year", &[("year", &year.to_string())]),
            FactorFault::NoIncome(component) => {
                let name = self
                    .words
                    .text(&format!("component-{}", component.name()))
                    .to_string();
                self.words
                    .format("households-no-income", &[("component", &name)])
            }
            FactorFault::TooLarge(component) => {
                let name = self
                    .words
                    .text(&format!("component-{}", component.name()))
                    .to_string();
                self.words
                    .format("households-large-factor", &[("component", &name)])
            }
            FactorFault::Pay => self.words.text("households-large-pay").to_string(),
        }
    }
}

/// One pass over all cores: the tally, and the incomes.
fn passed(
    register: &Register,
    change: &IncomeChange,
    line: i64,
    before: Option<&[i64]>,
) -> (Tally, Vec<i64>) {
    let count = register.households().len();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let part = count.div_ceil(cores).max(1);
    let mut incomes = vec![0; count];
    let own;
    let before = match before {
        Some(before) => before,
        // The plan is held against itself.
        None => {
            own = register.incomes(change, 0..count);
            &own
        }
    };
    let parts: Vec<Tally> = thread::scope(|scope| {
        let tasks: Vec<_> = before
            .chunks(part)
            .zip(incomes.chunks_mut(part))
            .enumerate()
            .map(|(place, (before, after))| {
                let rows = place * part..place * part + before.len();
                scope.spawn(move || register.pass(change, line, rows, before, after))
            })
            .collect();
        tasks
            .into_iter()
            .filter_map(|task| task.join().ok())
            .collect()
    });
    (register.whole(parts), incomes)
}
