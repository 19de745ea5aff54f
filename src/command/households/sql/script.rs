//! The text of the pass in SQL, for an engine and the factors of a year.

use rust_decimal::Decimal;
use zengshou_households::columns::{
    COMPONENTS, HouseholdKind, OPERATING, PROPERTY, TRANSFER, WAGE,
};
use zengshou_households::factors::{IncomeChange, IncomeFactor, SCALE, SCALE_BITS};

use super::SqlEngine;
use super::threshold::{OrderLevel, at, before, last_reached};
use crate::analysis::households::MeasureReach;

/// The pass, with places for what an engine or a scenario decides.
const PASS: &str = include_str!("pass.sql");
/// A number that lifts a product of income and fraction above zero and rounds it: `2⁶² + 2²⁹`.
const LIFTED: &str = "4611686018964258816";
/// The quotient that [`LIFTED`] adds, `2³²`.
const LIFT: &str = "4294967296";
/// The multiple of a divisor that lifts incomes and sums above zero, `2⁴⁵`.
const MANY: &str = "35184372088832";
/// The columns of incomes by their kind.
const INCOMES: [&str; COMPONENTS] = ["wage", "operating", "property", "transfer"];

/// The ingredients of a script.
pub(super) struct SqlPass<'a> {
    /// The engine.
    pub engine: SqlEngine,
    /// The scenario's name in a comment.
    pub name: &'a str,
    /// The year.
    pub year: u16,
    /// The line in fen a head.
    pub line: i64,
    /// The plan's change.
    pub plan: IncomeChange,
    /// The scenario's changes where support and jobs reach nobody, jobs alone, support alone, and both.
    pub changes: [IncomeChange; 4],
    /// The exact numbers that measures reach.
    pub reach: MeasureReach,
    /// True where support goes place after place.
    pub is_by_place: bool,
    /// Kinds that jobs are for; all where it is empty.
    pub kinds: &'a [HouseholdKind],
    /// True where the table has weights.
    pub is_weighted: bool,
}

impl SqlPass<'_> {
    /// The script.
    pub fn script(&self) -> String {
        let loses = self.changes[3].losing_cover > 0;
        let up = |columns: &[&'static str]| -> OrderLevel {
            columns.iter().map(|column| (*column, false)).collect()
        };
        // Whole parts of a long column first, so that no window has more than some ten thousand values.
        let mut cover: Vec<OrderLevel> = vec![
            vec![("(operating + 2147483648) // 65536", loses)],
            vec![("operating", loses)],
            up(&["wage"]),
        ];
        let ties = ["property", "transfer", "members", "weight", "kind"];
        if self.is_by_place {
            cover.insert(0, vec![("place", loses)]);
            cover.push(up(&ties));
        } else {
            cover.push([up(&ties), up(&["place"])].concat());
        }
        let jobs: Vec<OrderLevel> = vec![
            up(&["(head + 4611686018427387904) // 2327925600000"]),
            up(&["head"]),
            up(&[
                "wage",
                "operating",
                "property",
                "transfer",
                "members",
                "weight",
                "covered",
                "kind",
                "place",
            ]),
        ];
        let is_covered = if loses { "1" } else { "0" };
        let kinds: Vec<String> = self
            .kinds
            .iter()
            .map(|kind| (*kind as u8).to_string())
            .collect();
        let job_kinds = if kinds.is_empty() {
            "(kind >= 0)".to_owned()
        } else {
            format!("(kind IN ({}))", kinds.join(", "))
        };
        let wide = self.wide();
        let mut text = PASS
            .replace(
                "@COVER_AT@",
                &last_reached("cover", &format!("covered = {is_covered}"), &cover),
            )
            .replace("@JOB_AT@", &last_reached("job", &job_kinds, &jobs))
            .replace("@BEFORE_COVER@", &before("c", &cover))
            .replace("@AT_COVER@", &at("c", &cover))
            .replace("@BEFORE_JOB@", &before("j", &jobs))
            .replace("@AT_JOB@", &at("j", &jobs));
        for (mark, value) in [
            ("@CHANGES@", self.factors()),
            ("@PLAN_INCOME@", self.plan_income()),
            ("@SCENARIO_INCOME@", scenario_income()),
            (
                "@COVER_COUNT@",
                self.count(self.reach.coverage.abs(), "households", Decimal::ONE, 2),
            ),
            (
                "@JOB_COUNT@",
                self.count(self.reach.jobs, "people", self.reach.people, 1),
            ),
            ("@COVERED@", is_covered.to_owned()),
            ("@JOB_KINDS@", job_kinds),
            ("@YUAN_BEFORE@", head("income_before", 100)),
            ("@YUAN_AFTER@", head("income_after", 100)),
            ("@FEN_BEFORE@", head("income_before", 1)),
            ("@FEN_AFTER@", head("income_after", 1)),
            ("@BOUNDS@", bounds()),
            ("@TENTH_OF@", tenth_of()),
            ("@GROUP_SUMS@", group_sums()),
            ("@MEAN@", rounded("income", "people")),
            (
                "@GAP_INDEX@",
                rounded("(gap * 1000000)", &format!("(people * {})", self.line)),
            ),
            ("@GINI@", rounded("above", "whole")),
            ("@MEAN_WAGE@", rounded("wage", "CAST(people AS @WIDE@)")),
            (
                "@MEAN_OPERATING@",
                rounded("operating", "CAST(people AS @WIDE@)"),
            ),
            (
                "@MEAN_PROPERTY@",
                rounded("property", "CAST(people AS @WIDE@)"),
            ),
            (
                "@MEAN_TRANSFER@",
                rounded("transfer", "CAST(people AS @WIDE@)"),
            ),
            ("@LINE@", format!("CAST({} AS BIGINT)", self.line)),
            ("@YEAR@", self.year.to_string()),
            (
                "@WEIGHT@",
                if self.is_weighted {
                    "TRY_CAST({权重} AS BIGINT)"
                } else {
                    "CAST(1 AS BIGINT)"
                }
                .to_owned(),
            ),
            (
                "@WEIGHT_COLUMN@",
                if self.is_weighted {
                    ", 权重 INTEGER"
                } else {
                    ""
                }
                .to_owned(),
            ),
            ("@WIDE@", wide.to_owned()),
            ("@TEXT@", self.engine.pick("VARCHAR", "STRING").to_owned()),
        ] {
            text = text.replace(mark, &value);
        }
        let text = self.in_dialect(&text);
        // A name may hold anything; a comment only one line of it.
        let name: String = self
            .name
            .chars()
            .filter(|sign| !sign.is_control() && *sign != ';')
            .collect();
        text.replace("@NAME@", &name)
    }

    fn wide(&self) -> &'static str {
        self.engine.pick("HUGEINT", "DECIMAL(38,0)")
    }

    /// Tables made on the way, quotes and division as the engine writes them. Spark has them in files: views of views would be
    /// planned again and again, which takes longer than all else.
    fn in_dialect(&self, text: &str) -> String {
        let staged = text.lines().map(|line| {
            let Some(name) = line
                .strip_prefix("@STAGE ")
                .and_then(|rest| rest.strip_suffix('@'))
            else {
                let quote = self.engine.pick("\"", "`");
                let quoted = line.replace(['{', '}'], quote);
                return match self.engine {
                    SqlEngine::Spark => quoted.replace(" // ", " div "),
                    SqlEngine::Duckdb => quoted,
                };
            };
            match self.engine {
                SqlEngine::Duckdb => format!("CREATE OR REPLACE TEMP TABLE {name} AS"),
                SqlEngine::Spark => {
                    format!("DROP TABLE IF EXISTS {name};\nCREATE TABLE {name} USING PARQUET AS")
                }
            }
        });
        staged.map(|line| line + "\n").collect()
    }

    /// `round(share · size / of)`, half up, or nothing where no such measure reaches anybody; `bit` says which of the changes has it.
    fn count(&self, share: Decimal, size: &str, of: Decimal, bit: usize) -> String {
        let change = &self.changes[bit];
        let reaches = if bit == 2 {
            change.gaining_cover + change.losing_cover
        } else {
            change.jobs
        };
        if reaches == 0 {
            return "0".to_owned();
        }
        let (share, of) = (share.normalize(), of.normalize());
        let wide = self.wide();
        let tens = |scale: u32| format!("CAST(1{} AS {wide})", "0".repeat(scale as usize));
        let number = |it: Decimal| format!("CAST({} AS {wide})", it.mantissa());
        let below = format!("({} * {})", number(of), tens(share.scale()));
        let above = format!(
            "(CAST({size} AS {wide}) * {} * {})",
            number(share),
            tens(of.scale())
        );
        format!("((2 * {above} + {below}) // (2 * {below}))")
    }

    /// The factors of the scenario, by what it reaches.
    fn factors(&self) -> String {
        let mut columns = Vec::new();
        for (name, value) in [
            (
                "wage",
                (|it: &IncomeChange| it.factors[WAGE]) as fn(&IncomeChange) -> IncomeFactor,
            ),
            ("operating", |it| it.factors[OPERATING]),
            ("property", |it| it.factors[PROPERTY]),
            ("transfer", |it| it.factors[TRANSFER]),
            ("reached", |it| {
                if it.losing_cover > 0 {
                    it.uncovered
                } else {
                    it.newly_covered
                }
            }),
        ] {
            let parts = self.changes.each_ref().map(|change| parts(value(change)));
            columns.push(by_reach(&parts.map(|part| part.0), &format!("{name}_w")));
            columns.push(by_reach(&parts.map(|part| part.1), &format!("{name}_r")));
        }
        let pay = self.changes.each_ref().map(|change| i64::from(change.pay));
        columns.push(by_reach(&pay, "pay"));
        format!("SELECT {}\nFROM zengshou_size", columns.join(",\n  "))
    }

    fn plan_income(&self) -> String {
        let part = |at: usize| {
            let (whole, rest) = parts(self.plan.factors[at]);
            scaled(
                INCOMES[at],
                &format!("CAST({whole} AS BIGINT)"),
                &format!("CAST({rest} AS BIGINT)"),
            )
        };
        [WAGE, OPERATING, PROPERTY, TRANSFER]
            .map(part)
            .join("\n    + ")
    }
}

/// Whole and fraction of a factor.
fn parts(factor: IncomeFactor) -> (i64, i64) {
    (factor.scaled() >> SCALE_BITS, factor.scaled() & (SCALE - 1))
}

/// A column of one of four values: nobody is reached, jobs alone, support alone, both.
fn by_reach(values: &[i64; 4], name: &str) -> String {
    let [none, jobs, cover, both] = values;
    format!(
        "CAST(CASE WHEN cover > 0 AND jobs > 0 THEN {both} WHEN cover > 0 THEN {cover} WHEN jobs > 0 THEN {jobs} ELSE {none} END AS BIGINT) AS {name}"
    )
}

fn scaled(income: &str, whole: &str, rest: &str) -> String {
    format!("({income} * {whole} + (({income} * {rest} + {LIFTED}) // 1073741824 - {LIFT}))")
}

fn scenario_income() -> String {
    let of =
        |at: &str, factor: &str| scaled(at, &format!("f.{factor}_w"), &format!("f.{factor}_r"));
    let operating = format!(
        "CASE WHEN has_cover = 1 THEN {} ELSE {} END",
        of("operating", "reached"),
        of("operating", "operating")
    );
    let all = [
        of("wage", "wage"),
        operating,
        of("property", "property"),
        of("transfer", "transfer"),
    ];
    format!(
        "{}\n    + CASE WHEN has_job = 1 THEN f.pay ELSE 0 END",
        all.join("\n    + ")
    )
}

/// An income a head, in units of so many fen, rounded half up.
fn head(income: &str, unit: u32) -> String {
    let double = 2 * unit;
    format!(
        "((2 * {income} + {unit} * members + {double} * members * {MANY}) // ({double} * members) - {MANY})"
    )
}

/// A quotient of a number that may be negative by one above zero, rounded half up.
fn rounded(above: &str, below: &str) -> String {
    format!("((2 * {above} + {below} + 2 * {below} * {MANY}) // (2 * {below}) - {MANY})")
}

fn bounds() -> String {
    let each = (1..10).map(|k| format!("MAX(CASE WHEN k = {k} THEN fen END) AS q{k}"));
    each.collect::<Vec<_>>().join(", ")
}

fn tenth_of() -> String {
    let fen = head("income_before", 1);
    let each = (1..10).map(|k| format!("CASE WHEN b.q{k} < {fen} THEN 1 ELSE 0 END"));
    each.collect::<Vec<_>>().join("\n    + ")
}

fn group_sums() -> String {
    let sums = [
        "households",
        "people",
        "income_plan",
        "income_scenario",
        "under_plan",
        "under_scenario",
        "people_plan",
        "people_scenario",
        "gap_plan",
        "gap_scenario",
        "gaining",
        "losing",
    ];
    sums.map(|it| format!("SUM({it}) AS {it}")).join(", ")
}
