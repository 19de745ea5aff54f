//! A register in words: its problems and first figures.

use zengshou_households::read::{HouseholdColumn, ReadRegister, RegisterRefusal, RowFault};
use zengshou_households::small::hidden;
use zengshou_households::statistics::gini;

use super::json::yuan;
use super::{Computed, Session};

/// Rows of a fault that are named in words; JSON has more.
const NAMED_ROWS: usize = 10;

impl Session {
    /// The reason for which nothing of a file is taken, in words.
    pub(super) fn register_refusal(&self, refusal: &RegisterRefusal) -> String {
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
            let said = self.words.text(fault_id(fault)).to_string();
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
    pub(super) fn figures_of_households(&self, of: &Computed) -> String {
        let size = of.register.size();
        let mut lines = vec![self.words.format(
            "households-size",
            &[
                ("households", &size.households.to_string()),
                ("people", &size.people.to_string()),
                ("left", &of.read.left_out.to_string()),
            ],
        )];
        let published = of.published.iter().sum::<rust_decimal::Decimal>();
        let incomes = of.register.incomes(
            &zengshou_households::factors::IncomeChange::NONE,
            0..of.register.households().len(),
        );
        let weights = of.register.households().weights();
        let sum: i128 = incomes
            .iter()
            .zip(weights)
            .map(|(fen, weight)| i128::from(*fen) * i128::from(*weight))
            .sum();
        let mean = zengshou_households::statistics::rounded_quotient(sum, i128::from(size.people))
            .unwrap_or_default();
        let difference = rust_decimal::Decimal::try_from_i128_with_scale(mean, 2)
            .unwrap_or_default()
            - published;
        lines.push(self.words.format(
            "households-register",
            &[
                ("register", &yuan(mean)),
                ("published", &published.normalize().to_string()),
                ("difference", &difference.normalize().to_string()),
            ],
        ));
        if !of.read.knows_support {
            lines.push(self.words.text("households-no-support").to_string());
        }
        let unreached = of.changes.unreached;
        if unreached.cover + unreached.jobs > 0 {
            let counts = [
                ("cover", &*unreached.cover.to_string()),
                ("jobs", &unreached.jobs.to_string()),
            ];
            lines.push(self.words.format("households-unreached", &counts));
        }
        for (name, (tally, _)) in [
            ("households-plan", &of.plan),
            ("households-scenario", &of.scenario),
        ] {
            let total = tally.total();
            let few = hidden(&[total.households_under], &[total.households])[0];
            let under = match few {
                true => self.words.text("households-few-under").to_string(),
                false => total.people_under.to_string(),
            };
            let gini = gini(tally).map_or_else(String::new, |gini| format!("0.{gini:06}"));
            let named = [
                ("year", &*of.changes.year.to_string()),
                ("mean", &total.mean().map_or_else(String::new, yuan)),
                ("line", &yuan(i128::from(of.changes.line))),
                ("under", &under),
                ("gini", &gini),
            ];
            lines.push(self.words.format(name, &named));
        }
        lines.join("\n") + "\n"
    }
}

fn fault_id(fault: RowFault) -> &'static str {
    match fault {
        RowFault::Empty => "households-fault-empty",
        RowFault::NotAmount => "households-fault-not-amount",
        RowFault::TooLarge => "households-fault-too-large",
        RowFault::Members => "households-fault-members",
        RowFault::UnknownWord => "households-fault-unknown-word",
        RowFault::Weight => "households-fault-weight",
        RowFault::Cells => "households-fault-cells",
        RowFault::Twice => "households-fault-twice",
        RowFault::OtherFigures => "households-fault-other-figures",
        RowFault::NetDiffers => "households-fault-net-differs",
        RowFault::LowIncome => "households-fault-low-income",
        RowFault::SmallWage => "households-fault-small-wage",
        RowFault::LargeWage => "households-fault-large-wage",
        RowFault::NoCost => "households-fault-no-cost",
        RowFault::Negative => "households-fault-negative",
    }
}
