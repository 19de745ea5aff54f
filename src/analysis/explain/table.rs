//! The whole computation as a table: a row for each named step of a side, a cell for each year, and
//! for each cell the formula that leads to it from other cells and from inputs.
//!
//! Nothing here names a channel or a step: what the model names is there.

use std::collections::{BTreeMap, HashMap};

use super::Trace;
use super::formula::StepFormula;
use super::tape::{CounterfactualRun, NodeId, NodeKind};
use crate::model::term::{Quantity, Side};
use crate::region::key::{Key, Year};
use crate::region::{Region, Years};
use crate::scenario::Scenario;

/// The name of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowName {
    /// The quantity of the cells.
    pub what: Quantity,
    /// The side of the cells.
    pub side: Side,
    /// True for the plan under the region's own assumptions.
    pub is_published: bool,
}

impl RowName {
    /// A row of the plan and scenario under the assumptions in force.
    pub fn of(what: Quantity, side: Side) -> Self {
        Self {
            what: what.whichever_way(),
            side,
            is_published: false,
        }
    }
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub name: RowName,
    /// The step of each year; what has no year is the same in all of them.
    cells: BTreeMap<Option<Year>, NodeId>,
}

impl Row {
    /// The step of a year.
    pub fn step(&self, year: Year) -> Option<NodeId> {
        let found = self.cells.get(&Some(year)).or(self.cells.get(&None));
        found.copied()
    }

    /// True where the cells belong to single years.
    pub fn has_years(&self) -> bool {
        !self.cells.contains_key(&None)
    }
}

/// A reference of a formula in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaReference {
    /// A cell of a row; none for its year where the row is the same in all years.
    Cell(RowName, Option<Year>),
    /// The value of a key, of the plan's or the scenario's or one that both share; of the region's own
    /// values if published.
    Input {
        /// The key.
        key: Key,
        /// The side of the value.
        side: Side,
        /// True for the region's own value.
        is_published: bool,
    },
}

/// The computation of a scenario as a table.
pub struct Table {
    trace: Trace,
    rows: Vec<Row>,
}

impl Table {
    /// Records the computation of a scenario.
    pub fn of(region: &Region, scenario: &Scenario) -> Self {
        let trace = Trace::of_table(region, scenario);
        let rows = rows(&trace, region.years);
        Self { trace, rows }
    }

    /// The rows, in the order in which their first cells are computed.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The recording that the rows are read from.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The formula of a step; its links are [references](Self::reference).
    pub fn formula(&self, step: NodeId) -> Option<StepFormula> {
        self.trace.table_formula(step)
    }

    /// The reference behind a link of a formula; none for an unnamed step that is no input.
    pub fn reference(&self, step: NodeId) -> Option<FormulaReference> {
        if let Some((name, year)) = place(&self.trace, step) {
            return Some(FormulaReference::Cell(name, year));
        }
        let node = self.trace.node(step);
        match node.kind {
            NodeKind::Input(key, side) => Some(FormulaReference::Input {
                key,
                side,
                is_published: node.published,
            }),
            _ => None,
        }
    }
}

/// The row and year of a step that has a name.
fn place(trace: &Trace, step: NodeId) -> Option<(RowName, Option<Year>)> {
    let node = trace.node(step);
    let term = node.term?;
    let name = RowName {
        what: term.what.whichever_way(),
        side: term.side,
        is_published: node.published,
    };
    Some((name, term.year))
}

/// Gathers the named steps: what is computed, within the years, and of the plan under the region's own
/// assumptions what anything else is compared with.
fn rows(trace: &Trace, years: Years) -> Vec<Row> {
    let needed = needed(trace);
    let mut rows: Vec<Row> = Vec::new();
    let mut known: HashMap<RowName, usize> = HashMap::new();
    for (step, node) in trace.nodes() {
        let Some((name, year)) = place(trace, step) else {
            continue;
        };
        let is_computed = !matches!(node.kind, NodeKind::Constant | NodeKind::Found(..));
        let is_within = year.is_none_or(|year| year <= years.horizon);
        let is_needed = !node.published || needed[step];
        let is_row = name.what.is_in_tables() && node.run == CounterfactualRun::default();
        if !(is_computed && is_within && is_needed && is_row) {
            continue;
        }
        let index = *known.entry(name).or_insert_with(|| {
            rows.push(Row {
                name,
                cells: BTreeMap::new(),
            });
            rows.len() - 1
        });
        // What is computed more than once is the same.
        rows[index].cells.entry(year).or_insert(step);
    }
    rows
}

/// Flags of the steps that lead to a step outside the plan under the region's own assumptions.
fn needed(trace: &Trace) -> Vec<bool> {
    let mut needed = Vec::new();
    needed.resize(trace.nodes().count(), false);
    let mut steps: Vec<NodeId> = trace
        .nodes()
        .filter(|(_, node)| !node.published)
        .map(|(step, _)| step)
        .collect();
    while let Some(step) = steps.pop() {
        if std::mem::replace(&mut needed[step], true) {
            continue;
        }
        let formula = trace.table_formula(step);
        steps.extend(formula.iter().flat_map(StepFormula::links));
    }
    needed
}
