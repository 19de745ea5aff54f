//! Formulas of the recording as formulas of a spreadsheet: links become cells, and what stands in
//! ten thousand yuan is brought to one unit.

use std::collections::HashMap;

use super::book::BookLine;
use super::formula::{Formula, Operator, in_yuan, one, zero};
use super::inputs::InputSheet;
use crate::analysis::explain::formula::StepFormula as Steps;
use crate::analysis::explain::table::{FormulaReference, RowName, Table};
use crate::analysis::explain::tape::NodeId;
use crate::model::term::Side;
use crate::region::key::{Unit, Year};

/// The places of the cells that formulas refer to.
pub struct CellMap<'a> {
    /// The recording.
    pub table: &'a Table,
    /// Its rows.
    pub lines: &'a HashMap<RowName, BookLine>,
    /// The inputs.
    pub inputs: &'a InputSheet,
}

/// A part of a formula, and how many times it must be taken ten thousandfold to be in the recording's
/// own units; none for nothing, which is in every unit.
type Scaled = (Formula, Option<i32>);

impl CellMap<'_> {
    /// The formula of a step as a cell of that year and unit has it.
    pub fn formula(&self, step: NodeId, year: Year, unit: Option<Unit>) -> Option<Formula> {
        let steps = self.table.formula(step)?;
        let scaled = self.scaled(&steps, year);
        Some(rescaled(scaled, in_wan(unit)))
    }

    fn scaled(&self, steps: &Steps, year: Year) -> Scaled {
        match steps {
            Steps::Constant(value) => {
                let power = (!value.is_zero()).then_some(0);
                (Formula::Number(*value), power)
            }
            Steps::Link(step) => self.cell(*step, year),
            Steps::Sum(terms) => self.sum(terms, year),
            Steps::Product(factors) => self.product(factors, year),
            Steps::Least(parts) => {
                let (parts, power) = self.alike(parts.iter(), year);
                (Formula::Least(parts), power)
            }
            Steps::Most(parts) => {
                let (parts, power) = self.alike(parts.iter(), year);
                (Formula::Most(parts), power)
            }
            Steps::Either(parts) => {
                let [flag, then, other] = &**parts;
                let (flag, _) = self.scaled(flag, year);
                let (then, other) = (self.scaled(then, year), self.scaled(other, year));
                let power = then.1.or(other.1);
                let [then, other] = [then, other].map(|of| rescaled(of, power.unwrap_or(0)));
                let is_up = flag.with(Operator::NotEqual, zero());
                (Formula::choose(is_up, then, other), power)
            }
        }
    }

    /// A cell of another row, or that of an input.
    fn cell(&self, step: NodeId, year: Year) -> Scaled {
        let (cell, unit) = match self.table.reference(step) {
            Some(FormulaReference::Cell(name, of)) => match self.lines.get(&name) {
                Some(line) => (line.at(of.unwrap_or(year)), name.what.unit()),
                // Shown as an error; a test looks for it.
                None => (Formula::Text(format!("{name:?}")), None),
            },
            Some(FormulaReference::Input {
                key,
                side,
                is_published,
            }) => {
                let cell = match side == Side::Plan || is_published {
                    true => self.inputs.plan(key),
                    false => self.inputs.in_force(key),
                };
                (cell, Some(key.unit()))
            }
            None => (Formula::Text(String::new()), None),
        };
        (cell, Some(in_wan(unit)))
    }

    /// Parts in one unit.
    fn alike<'s>(
        &self,
        parts: impl Iterator<Item = &'s Steps>,
        year: Year,
    ) -> (Vec<Formula>, Option<i32>) {
        let parts: Vec<Scaled> = parts.map(|part| self.scaled(part, year)).collect();
        let power = parts.iter().find_map(|(_, power)| *power);
        let parts = parts.into_iter();
        let parts = parts.map(|part| rescaled(part, power.unwrap_or(0)));
        (parts.collect(), power)
    }

    fn sum(&self, terms: &[(bool, Steps)], year: Year) -> Scaled {
        let (parts, power) = self.alike(terms.iter().map(|(_, term)| term), year);
        if parts.len() > 2 && terms.iter().all(|(taken_away, _)| !taken_away) {
            return (Formula::Sum(parts), power);
        }
        let mut signed: Vec<(bool, Formula)> =
            terms.iter().map(|(sign, _)| *sign).zip(parts).collect();
        // What is added stands first.
        signed.sort_by_key(|(taken_away, _)| *taken_away);
        let sum = signed.into_iter().fold(None, |sum, (taken_away, part)| {
            Some(match (sum, taken_away) {
                (None, false) => part,
                (None, true) => -part,
                (Some(sum), false) => sum + part,
                (Some(sum), true) => sum - part,
            })
        });
        (sum.unwrap_or_else(zero), power)
    }

    fn product(&self, factors: &[(bool, Steps)], year: Year) -> Scaled {
        let mut all = 0;
        let mut product = None;
        for (divides, factor) in factors {
            let (factor, power) = self.scaled(factor, year);
            let power = power.unwrap_or(0);
            all += if *divides { -power } else { power };
            product = Some(match (product, divides) {
                (None, false) => factor,
                (None, true) => one() / factor,
                (Some(product), false) => product * factor,
                (Some(product), true) => product / factor,
            });
        }
        (product.unwrap_or_else(one), Some(all))
    }
}

/// The number of times that a cell of the unit must be taken ten thousandfold: totals of money once.
fn in_wan(unit: Option<Unit>) -> i32 {
    i32::from(unit == Some(Unit::Yuan))
}

/// A part as it is when it must be taken ten thousandfold so many times.
fn rescaled((part, power): Scaled, wanted: i32) -> Formula {
    let power = power.unwrap_or(wanted);
    (power..wanted).fold(
        (wanted..power).fold(part, |part, _| part * in_yuan()),
        |part, _| part / in_yuan(),
    )
}
