//! A table of values of one or two keys and their results: every combination is a scenario of its
//! own, projected by the exact model.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::explain::figure::ScreenFigure;
use crate::model::term::Side;
use crate::number::{MOST_PLACES, YuanPerPerson, round};
use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::region::key::{Benchmark, Key, Unit, Year};
use crate::region::parse::{check_range, parse_value};
use crate::scenario::{Scenario, value_text};

/// The most rows of a table: two keys of a hundred values each.
pub const MOST_ROWS: usize = 10_000;
/// The most keys of a table.
const MOST_KEYS: usize = 2;
/// Rows projected in one turn, between which the reader may call it off.
const TURN: usize = 25;

/// The values that one key takes: equal steps, both ends among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// The key that moves.
    pub key: Key,
    /// Its values, in order.
    pub values: Vec<Decimal>,
}

impl Axis {
    /// Reads `KEY=FROM..TO/STEPS`: so many steps, so one value more. From may exceed to.
    ///
    /// # Errors
    /// Text that can't be read, or values out of the key's range.
    pub fn parse(region: &Region, text: &str) -> Result<Self, Problem> {
        let no_row = || Problem::new("", Fault::NotARow(crate::problem::quote(text)));
        let (name, rest) = text.split_once('=').ok_or_else(no_row)?;
        let (from, rest) = rest.split_once("..").ok_or_else(no_row)?;
        let (to, steps) = rest.split_once('/').ok_or_else(no_row)?;
        let at = |fault| Problem::new(name, fault);
        let key = Key::parse(name).ok_or_else(|| at(Fault::UnknownKey))?;
        let end = |text| parse_value(key.unit(), text).map_err(at);
        let (from, to) = (end(from)?, end(to)?);
        // What is no whole number at all is as wrong as none.
        let steps = steps.parse().unwrap_or(0);
        Self::new(region, key, (from, to), steps)
    }

    /// Steps of equal width from one value to another.
    ///
    /// # Errors
    /// An end out of the key's range, a key that the region doesn't know, or no steps, too many, or some
    /// between no and yes, which have none between them.
    pub fn new(
        region: &Region,
        key: Key,
        (from, to): (Decimal, Decimal),
        steps: usize,
    ) -> Result<Self, Problem> {
        let at = |fault| Problem::new(&key.to_string(), fault);
        // A lever of a single year, or a published value that the region doesn't know, is none of the region's,
        // but scenarios may hold it.
        if !Scenario::default().takes(region, key) {
            return Err(at(Fault::UnknownYear));
        }
        for end in [from, to] {
            check_range(key, end).map_err(at)?;
        }
        let most = match key.unit() {
            Unit::Flag => 1,
            _ => MOST_ROWS - 1,
        };
        if !(1..=most).contains(&steps) {
            return Err(at(Fault::Steps(most)));
        }
        let step = (to - from) / Decimal::from(steps);
        let value = |index: usize| match index {
            last if last == steps => to,
            index => round(from + step * Decimal::from(index), MOST_PLACES),
        };
        let values = (0..=steps).map(value).collect();
        Ok(Self { key, values })
    }
}

/// Every combination and its results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepTable {
    /// The keys that move.
    pub keys: Vec<Key>,
    /// The plan years.
    pub years: Vec<Year>,
    /// The names of keys, then of figures.
    pub heads: Vec<String>,
    /// Their values as plain decimals, rounded where they are money.
    pub rows: Vec<Vec<String>>,
}

/// The reason for a refused table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SweepRefusal {
    /// No key, more than two, or more rows than a table takes.
    TooLarge {
        /// The keys asked for.
        keys: usize,
        /// The rows there would be.
        rows: usize,
    },
    /// Faults, each once.
    Problems(Vec<Problem>),
}

/// A table under way.
pub struct Sweep {
    axes: Vec<Axis>,
    /// The benchmarks with a gap of their own.
    gaps: Vec<Benchmark>,
    scenarios: std::vec::IntoIter<Scenario>,
    all: usize,
    table: SweepTable,
}

impl Sweep {
    /// Makes the scenario of every combination of the axes' values beside what the scenario changes
    /// already.
    ///
    /// # Errors
    /// Faults of the axes, each once; combinations that exceed a whole are refused,
    /// since a table with holes would be read as complete.
    pub fn new(
        region: &Region,
        scenario: &Scenario,
        axes: Vec<Axis>,
    ) -> Result<Self, SweepRefusal> {
        let mut problems: Vec<Problem> = Vec::new();
        let sizes = axes.iter().map(|axis| axis.values.len());
        // So many keys could be given that the product overflows.
        let rows = sizes.fold(1, usize::saturating_mul);
        let keys = axes.len();
        if keys == 0 || keys > MOST_KEYS || rows > MOST_ROWS {
            return Err(SweepRefusal::TooLarge { keys, rows });
        }
        if keys == MOST_KEYS && axes[0].key == axes[1].key {
            let problem = Problem::new(&axes[0].key.to_string(), Fault::SameKey);
            return Err(SweepRefusal::Problems(vec![problem]));
        }
        let mut scenarios = Vec::with_capacity(rows);
        for row in 0..rows {
            match with(region, scenario, &point(&axes, row)) {
                Ok(own) => scenarios.push(own),
                Err(found) => {
                    for problem in found {
                        if !problems.contains(&problem) {
                            problems.push(problem);
                        }
                    }
                }
            }
        }
        if !problems.is_empty() {
            return Err(SweepRefusal::Problems(problems));
        }
        let gaps = known(region, &scenarios);
        Ok(Self {
            table: SweepTable {
                keys: axes.iter().map(|axis| axis.key).collect(),
                years: region.years.plan().collect(),
                heads: head(region, &axes, &gaps),
                rows: Vec::with_capacity(rows),
            },
            axes,
            gaps,
            all: rows,
            scenarios: scenarios.into_iter(),
        })
    }

    /// The share that is done.
    pub fn progress(&self) -> f64 {
        self.table.rows.len() as f64 / self.all as f64
    }

    /// Projects some more rows; the table once all are there.
    ///
    /// A row lists keys and results: for every plan year the income of scenario and plan, the difference
    /// between them, the coverage reached and the gap to each benchmark of income.
    pub fn advance(&mut self, region: &Region) -> Option<&SweepTable> {
        for scenario in self.scenarios.by_ref().take(TURN) {
            let point = point(&self.axes, self.table.rows.len());
            self.table
                .rows
                .push(line(region, &scenario, &point, &self.gaps));
        }
        (self.table.rows.len() == self.all).then_some(&self.table)
    }
}

/// The whole table at once.
///
/// # Errors
/// As of [`Sweep::new`].
pub fn sweep(
    region: &Region,
    scenario: &Scenario,
    axes: &[Axis],
) -> Result<SweepTable, SweepRefusal> {
    let mut sweep = Sweep::new(region, scenario, axes.to_vec())?;
    loop {
        if let Some(table) = sweep.advance(region) {
            return Ok(table.clone());
        }
    }
}

/// The scenario with keys set together, so that shares of one whole are judged together.
///
/// # Errors
/// Values that don't fit.
fn with(
    region: &Region,
    scenario: &Scenario,
    point: &[(Key, Decimal)],
) -> Result<Scenario, Vec<Problem>> {
    let is_moved = |key: Key| point.iter().any(|(moved, _)| *moved == key);
    let kept = scenario.entries().filter(|(key, _)| !is_moved(*key));
    let texts: Vec<(Key, String, String)> = kept
        .chain(point.iter().copied())
        .map(|(key, value)| (key, key.to_string(), value_text(key, value)))
        .collect();
    let pairs = texts
        .iter()
        .map(|(key, name, value)| (Some(*key), name.as_str(), value.as_str()));
    let (own, problems) = Scenario::read(region, pairs);
    if problems.is_empty() {
        Ok(own)
    } else {
        Err(problems)
    }
}

/// The keys' values of a row; the last key moves fastest.
fn point(axes: &[Axis], row: usize) -> Vec<(Key, Decimal)> {
    let mut rest = row;
    let mut point: Vec<(Key, Decimal)> = axes
        .iter()
        .rev()
        .map(|axis| {
            let value = axis.values[rest % axis.values.len()];
            rest /= axis.values.len();
            (axis.key, value)
        })
        .collect();
    point.reverse();
    point
}

/// The names of the columns: keys and figures. A gap names its direction, since screens show its
/// opposite; a figure named like a key that moves, coverage of a year, is marked as reached.
fn head(region: &Region, axes: &[Axis], gaps: &[Benchmark]) -> Vec<String> {
    let keys: Vec<String> = axes.iter().map(|axis| axis.key.to_string()).collect();
    let named = |figure: ScreenFigure| {
        let name = figure.to_string();
        match figure {
            ScreenFigure::Gap(..) => format!("{name} (benchmark - income)"),
            _ if keys.contains(&name) => format!("{name} (reached)"),
            _ => name,
        }
    };
    let results = region.years.plan().flat_map(|year| {
        [
            ScreenFigure::Income(Side::Scenario, year),
            ScreenFigure::Income(Side::Plan, year),
            ScreenFigure::Difference(year),
            ScreenFigure::Coverage(year),
        ]
        .into_iter()
        .chain(gaps.iter().map(move |name| ScreenFigure::Gap(*name, year)))
    });
    let results: Vec<String> = results.map(named).collect();
    keys.into_iter().chain(results).collect()
}

/// The benchmarks of income that are known in one of the scenarios: a sweep may move a published value
/// itself. All of a table know the same but for that.
fn known(region: &Region, scenarios: &[Scenario]) -> Vec<Benchmark> {
    let first = scenarios.first();
    let outcome = first.map(|scenario| scenario.project(region));
    outcome.map_or_else(Vec::new, |outcome| outcome.benchmarks_of_income().collect())
}

fn line(
    region: &Region,
    scenario: &Scenario,
    point: &[(Key, Decimal)],
    gaps: &[Benchmark],
) -> Vec<String> {
    let outcome = scenario.project(region);
    let yuan = |amount: YuanPerPerson| amount.rounded().to_string();
    let keys = point.iter().map(|(key, value)| value_text(*key, *value));
    let results = outcome
        .scenario
        .iter()
        .zip(&outcome.plan)
        .flat_map(|(own, plan)| {
            let income = [own.income, plan.income, own.difference()];
            income
                .map(yuan)
                .into_iter()
                .chain([own.coverage.rounded().to_string()])
                .chain(
                    gaps.iter()
                        .map(move |name| own.gap(*name).map_or_else(String::new, yuan)),
                )
        });
    keys.chain(results).collect()
}

#[cfg(test)]
mod tests;
