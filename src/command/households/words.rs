//! A register in words: its problems and first figures.

use rust_decimal::Decimal;
use zengshou_households::read::{HouseholdColumn, ReadRegister, RegisterRefusal, RowFault};

use super::Session;
use crate::register::figures::RegisterFigures;
use crate::register::message::{RegisterFault, row_fault_message};

/// Rows of a fault that are named in words; JSON has more.
const NAMED_ROWS: usize = 10;

impl Session {
    /// The reason for which nothing of a file is taken, in words.
    pub(super) fn register_fault(&self, fault: &RegisterFault) -> String {
        let at = |id: &str, row: &u32| self.words.format(id, &[("row", &row.to_string())]);
        match fault {
            RegisterFault::Refused(refusal) => self.register_refusal(refusal),
            RegisterFault::NotText(row) => at("households-refused-text", row),
            RegisterFault::CutCharacter(row) => at("households-refused-cut", row),
            RegisterFault::Workbook(_) | RegisterFault::LargeWorkbook { .. } => {
                self.words.text("households-refused-workbook").to_string()
            }
            // What else there is comes from orders that the command line does not give.
            _ => self.words.text("households-refused-head").to_string(),
        }
    }

    fn register_refusal(&self, refusal: &RegisterRefusal) -> String {
        let words = &self.words;
        let at = |id: &str, row: &u32| words.format(id, &[("row", &row.to_string())]);
        let heads = |columns: &[HouseholdColumn]| {
            columns
                .iter()
                .map(|column| format!("“{}”", column.head()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        match refusal {
            RegisterRefusal::Empty => words.text("households-refused-empty").to_string(),
            RegisterRefusal::NoHead => words.text("households-refused-head").to_string(),
            RegisterRefusal::Missing(columns) => words.format(
                "households-refused-missing",
                &[("columns", &heads(columns))],
            ),
            RegisterRefusal::HeadTwice(column) => words.format(
                "households-refused-twice",
                &[("columns", &heads(&[*column]))],
            ),
            RegisterRefusal::OtherYear(row) => at("households-refused-year", row),
            RegisterRefusal::Cut(row) => at("households-refused-cut", row),
            RegisterRefusal::LongRow(row) => at("households-refused-long", row),
            RegisterRefusal::Places(row) => at("households-refused-places", row),
            RegisterRefusal::Rows => words.text("households-refused-rows").to_string(),
        }
    }

    /// A line for each kind of fault, with its first rows.
    pub(super) fn row_problems(&self, read: &ReadRegister) -> Vec<String> {
        let found = RowFault::ALL
            .into_iter()
            .filter(|fault| read.counts[*fault as usize] > 0);
        let line = |fault: RowFault| {
            let of_kind = read
                .problems
                .iter()
                .filter(|problem| problem.fault == fault);
            let mut rows: Vec<String> = of_kind
                .take(NAMED_ROWS)
                .map(|problem| match problem.column {
                    Some(column) => format!("{} “{}”", problem.row, column.head()),
                    None => problem.row.to_string(),
                })
                .collect();
            let count = read.counts[fault as usize];
            if count > NAMED_ROWS as u64 {
                rows.push("…".to_owned());
            }
            let said = self.words.text(row_fault_message(fault)).to_string();
            let named = [
                ("fault", &*said),
                ("count", &count.to_string()),
                ("rows", &rows.join(", ")),
            ];
            let id = if fault.leaves_out() {
                "households-left-out"
            } else {
                "households-noted"
            };
            self.words.format(id, &named)
        };
        found.map(line).collect()
    }

    /// The first figures of a register in words; JSON has all.
    pub(super) fn figures_of_households(
        &self,
        read: &ReadRegister,
        figures: &RegisterFigures,
    ) -> String {
        let averages = &figures.register;
        let size = [
            ("households", &*averages.households.to_string()),
            ("people", &averages.people.to_string()),
            ("left", &read.left_out.to_string()),
        ];
        let income = &averages.income;
        let register = [
            ("register", &*income.register.to_string()),
            ("published", &income.published.to_string()),
            ("difference", &income.difference.to_string()),
        ];
        let mut lines = vec![
            self.words.format("households-size", &size),
            self.words.format("households-register", &register),
        ];
        if !read.knows_support {
            lines.push(self.words.text("households-no-support").to_string());
        }
        let reached = &figures.reached;
        if reached.cover_unreached + reached.jobs_unreached > 0 {
            let counts = [
                ("cover", &*reached.cover_unreached.to_string()),
                ("jobs", &reached.jobs_unreached.to_string()),
            ];
            lines.push(self.words.format("households-unreached", &counts));
        }
        for (name, side) in [
            ("households-plan", &figures.plan),
            ("households-scenario", &figures.scenario),
        ] {
            let under = match &side.under {
                None => self.words.text("households-few-under").to_string(),
                Some(under) => under.people.to_string(),
            };
            let text =
                |number: Option<Decimal>| number.map_or_else(String::new, |it| it.to_string());
            let named = [
                ("year", &*figures.year.to_string()),
                ("mean", &text(side.mean)),
                ("line", &figures.line.to_string()),
                ("under", &under),
                ("gini", &text(side.gini)),
            ];
            lines.push(self.words.format(name, &named));
        }
        lines.join("\n") + "\n"
    }
}
