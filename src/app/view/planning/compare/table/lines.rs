//! The lines of the table as texts: results, then what is decided and assumed differently.

use rust_decimal::Decimal;

use crate::analysis::compare::{ComparedAmount, ComparedResult, Comparison, Counted, spread};
use crate::analysis::explain::figure::ScreenFigure;
use crate::app::words::Words;
use crate::model::gain::GainPart;
use crate::model::term::Side;
use crate::number::{Yuan, round};
use crate::region::Region;
use crate::region::key::{Benchmark, Unit, Year};

/// A cell: its text, and a word next to it where a direction has to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The number or text.
    pub text: String,
    /// Ahead or behind.
    pub word: Option<String>,
    /// Its figure in the column's scenario, where that can be explained.
    pub figure: Option<ScreenFigure>,
}

impl Shown {
    fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            word: None,
            figure: None,
        }
    }

    fn explained_by(self, figure: Option<ScreenFigure>) -> Self {
        Self { figure, ..self }
    }

    /// The mark of an empty cell.
    fn nothing() -> Self {
        Self::of("—")
    }
}

/// A line of the table, as texts.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonLine {
    /// The name of the line.
    pub head: String,
    /// Its cells.
    pub cells: Vec<Shown>,
    /// True for each cell that differs from the reference's.
    pub differ: Vec<bool>,
    /// Least, mean and greatest.
    pub spread: [Shown; 3],
}

fn differ<T: PartialEq>(values: &[T], reference: usize) -> Vec<bool> {
    values
        .iter()
        .map(|value| *value != values[reference])
        .collect()
}

fn write(words: &Words, result: ComparedResult, amount: ComparedAmount, totals: &[Yuan]) -> Shown {
    match (result, amount) {
        (ComparedResult::Income, ComparedAmount::Head(amount)) => Shown::of(words.money(amount)),
        (ComparedResult::Lead(_), ComparedAmount::Head(amount)) => Shown {
            text: words.signed_money(amount),
            word: Some(words.text(lead_word(amount.rounded())).to_string()),
            figure: None,
        },
        (_, ComparedAmount::Unknown) => Shown::of(&*words.text("value-unknown")),
        (_, ComparedAmount::Head(amount)) => Shown::of(words.signed_money(amount)),
        (_, ComparedAmount::Total(amount)) => Shown::of(words.funds_beside(amount, totals)),
        (_, ComparedAmount::Share(share)) => Shown::of(words.percent(share, 2)),
    }
}

/// The totals of money of a line, which all have one unit.
fn totals(amounts: &[ComparedAmount]) -> Vec<Yuan> {
    let totals = amounts.iter().filter_map(|amount| match amount {
        ComparedAmount::Total(total) => Some(*total),
        ComparedAmount::Head(_) | ComparedAmount::Share(_) | ComparedAmount::Unknown => None,
    });
    totals.collect()
}

/// The word next to a lead, as the main screen has it.
pub fn lead_word(lead: Decimal) -> &'static str {
    match lead.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Less => "result-behind",
        std::cmp::Ordering::Equal => "result-level",
        std::cmp::Ordering::Greater => "result-ahead",
    }
}

/// The results of the drafts in a year.
pub fn results(
    words: &Words,
    comparison: &Comparison,
    year: Year,
    counted: Counted,
) -> Vec<ComparisonLine> {
    let reference = comparison.reference;
    let of_result = |result: &ComparedResult| {
        let amounts = comparison.results(*result, year);
        let spread = spread(&comparison.counted(&amounts, counted));
        let totals = totals(&amounts);
        ComparisonLine {
            head: words.text(name(*result)).to_string(),
            cells: amounts
                .iter()
                .map(|amount| {
                    write(words, *result, *amount, &totals).explained_by(figure(*result, year))
                })
                .collect(),
            differ: differ(&amounts, reference),
            spread: spread.map_or_else(
                || std::array::from_fn(|_| Shown::nothing()),
                |all| all.map(|amount| write(words, *result, amount, &totals)),
            ),
        }
    };
    let of_closing = |benchmark: Benchmark| {
        let years = comparison.closing_years(benchmark);
        let shown = |year: Option<Year>| {
            Shown::of(year.map_or_else(
                || words.text("plan-compare-never").to_string(),
                |year| year.to_string(),
            ))
        };
        let all = comparison.counted(&years, counted);
        let last = all.iter().copied().collect::<Option<Vec<Year>>>();
        ComparisonLine {
            head: words.format(
                "plan-compare-closing",
                &[("benchmark", &words.benchmark(benchmark))],
            ),
            cells: years.iter().map(|year| shown(*year)).collect(),
            differ: differ(&years, reference),
            // A mean of years is of no use; a draft that never gets there comes last.
            spread: [
                shown(all.iter().flatten().min().copied()),
                Shown::nothing(),
                shown(last.and_then(|years| years.into_iter().max())),
            ],
        }
    };
    let ahead = comparison.years_ahead();
    let counts: Vec<Decimal> = comparison
        .counted(&ahead, counted)
        .into_iter()
        .map(Decimal::from)
        .collect();
    let of_ahead = ComparisonLine {
        head: words.text("plan-compare-ahead").to_string(),
        cells: ahead
            .iter()
            .map(|years| Shown::of(years.to_string()))
            .collect(),
        differ: differ(&ahead, reference),
        spread: spread_of(&counts, |value| {
            Shown::of(round(value, 1).normalize().to_string())
        }),
    };
    let versions = comparison
        .mixes_versions()
        .then(|| of_versions(words, comparison));
    // A benchmark that no column knows has no line.
    let is_known = |benchmark: Benchmark| {
        let mut columns = comparison.columns.iter();
        columns.any(|column| {
            column
                .outcome
                .benchmarks_of_income()
                .any(|own| own == benchmark)
        })
    };
    let lines = ComparedResult::ALL.iter().filter(|result| match result {
        ComparedResult::Lead(benchmark) => is_known(*benchmark),
        _ => true,
    });
    let closing = Benchmark::OF_INCOME
        .into_iter()
        .filter(|own| is_known(*own));
    versions
        .into_iter()
        .chain(lines.map(of_result))
        .chain(closing.map(of_closing))
        .chain([of_ahead])
        .collect()
}

/// The versions of the data that the columns are of.
fn of_versions(words: &Words, comparison: &Comparison) -> ComparisonLine {
    let versions: Vec<u32> = comparison
        .columns
        .iter()
        .map(|column| column.version)
        .collect();
    let cells = versions
        .iter()
        .map(|version| Shown::of(version.to_string()));
    ComparisonLine {
        head: words.text("plan-compare-version").to_string(),
        cells: cells.collect(),
        differ: differ(&versions, comparison.reference),
        spread: std::array::from_fn(|_| Shown::nothing()),
    }
}

/// Least, mean and greatest of numbers.
fn spread_of(values: &[Decimal], write: impl Fn(Decimal) -> Shown) -> [Shown; 3] {
    let sum: Decimal = values.iter().sum();
    let count = Decimal::from(values.len().max(1));
    let (least, most) = (values.iter().min(), values.iter().max());
    let mean = (!values.is_empty()).then(|| sum / count);
    [least.copied(), mean, most.copied()].map(|value| value.map_or_else(Shown::nothing, &write))
}

/// The figure that a result is; none for what no model computes of one scenario.
fn figure(result: ComparedResult, year: Year) -> Option<ScreenFigure> {
    Some(match result {
        ComparedResult::Income => ScreenFigure::Income(Side::Scenario, year),
        ComparedResult::FromPlan => ScreenFigure::Difference(year),
        ComparedResult::Part(part) => ScreenFigure::GainPart(part, year),
        ComparedResult::Lead(benchmark) => ScreenFigure::Lead(benchmark, year),
        ComparedResult::Coverage => ScreenFigure::Coverage(year),
        ComparedResult::FromReference | ComparedResult::Money | ComparedResult::Outside => {
            return None;
        }
    })
}

fn name(result: ComparedResult) -> &'static str {
    match result {
        ComparedResult::Income => "plan-column-income",
        ComparedResult::FromReference => "plan-compare-from-reference",
        ComparedResult::FromPlan => "plan-column-difference",
        ComparedResult::Part(GainPart::Market) => "plan-compare-market",
        ComparedResult::Part(GainPart::PublicWork) => "plan-compare-public-work",
        ComparedResult::Part(GainPart::Transfer) => "plan-compare-received",
        ComparedResult::Lead(benchmark) => lead_column(benchmark),
        ComparedResult::Coverage => "plan-column-coverage",
        ComparedResult::Money => "plan-compare-money",
        ComparedResult::Outside => "plan-compare-outside",
    }
}

/// The head of the lead over a benchmark.
pub fn lead_column(benchmark: Benchmark) -> &'static str {
    match benchmark {
        Benchmark::LiftedNation => "plan-column-lead-lifted-nation",
        Benchmark::RuralCity => "plan-column-lead-rural-city",
        Benchmark::RuralProvince => "plan-column-lead-rural-province",
        Benchmark::RuralNation => "plan-column-lead-rural-nation",
        _ => "plan-column-lead-lifted-province",
    }
}

/// The values that differ between the columns: levers, then assumptions.
pub fn differences(
    words: &Words,
    region: &Region,
    comparison: &Comparison,
    counted: Counted,
) -> (Vec<ComparisonLine>, Vec<ComparisonLine>) {
    let mut levers = Vec::new();
    let mut assumptions = Vec::new();
    for difference in comparison.differences(region) {
        let key = difference.key;
        let values = comparison.counted(&difference.values, counted);
        let values: Vec<Decimal> = values.into_iter().flatten().collect();
        let line = ComparisonLine {
            head: words.key_name(key).to_string(),
            cells: difference
                .values
                .iter()
                .map(|value| match value {
                    Some(value) => Shown::of(words.value(key, *value))
                        .explained_by(Some(ScreenFigure::Input(key))),
                    None => Shown::nothing(),
                })
                .collect(),
            differ: differ(&difference.values, comparison.reference),
            spread: match key.unit() {
                // Between no and yes there is no mean.
                Unit::Flag => std::array::from_fn(|_| Shown::nothing()),
                unit => spread_of(&values, |value| {
                    Shown::of(words.value(key, shortened(unit, value)))
                }),
            },
        };
        if key.is_lever() {
            levers.push(line);
        } else {
            assumptions.push(line);
        }
    }
    (levers, assumptions)
}

/// A mean with no more places than are read.
fn shortened(unit: Unit, value: Decimal) -> Decimal {
    match unit {
        Unit::Share => round(value, 4),
        Unit::Yuan => round(value / Decimal::ONE_HUNDRED, 0) * Decimal::ONE_HUNDRED,
        _ => round(value, 2),
    }
}
