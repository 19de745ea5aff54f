//! The report's tables of incomes held against others': benchmarks and the two higher-thans.

use crate::analysis::summary::Closing;
use crate::analysis::sums::rounding;
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::model::targets::HigherThan;
use crate::number::Share;
use crate::region::key::{Benchmark, Year};
use crate::report::document::ReportTable;
use crate::report::tables::{
    benchmark_name, columns, money_if_known, percent, points, row, signed, signed_if_known, text,
};
use crate::report::{Facts, YearFacts};

/// The first year against each benchmark, and when it is reached.
pub fn gaps(facts: &Facts, first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let horizon = facts.outcome.years.horizon.to_string();
    let percent_or_dash = |growth: Option<Share>| match growth {
        Some(growth) => percent(words, growth),
        None => text("—"),
    };
    let last = facts.outcome.scenario.last();
    let rows = facts.outcome.benchmarks_of_income().map(|benchmark| {
        let (closing, needed) = match facts.summary.closing[benchmark as usize] {
            Closing::In(year) => {
                let closes = words.format("result-closes", &[("year", &year.to_string())]);
                let reopens = last.is_some_and(|last| last.is_behind(benchmark));
                let said = if reopens {
                    let again = words.format("result-reopens", &[("year", &horizon)]);
                    format!("{closes}{}{again}", words.text("report-comma"))
                } else {
                    closes
                };
                (said, text("—"))
            }
            Closing::NotByHorizon(needed) => (
                words.format("result-not-by", &[("year", &horizon)]),
                percent_or_dash(needed),
            ),
            Closing::Unknown => (words.text("value-unknown").to_string(), text("—")),
        };
        row([
            text(benchmark_name(benchmark, words)),
            money_if_known(words, first.scenario.benchmark(benchmark)),
            signed_if_known(words, first.scenario.lead(benchmark)),
            text(closing),
            needed,
        ])
    });
    let own = facts.summary.average_growth;
    ReportTable {
        name: "gaps",
        caption: words.format(
            "report-table-gaps",
            &[("year", &first.scenario.year.to_string())],
        ),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: columns(
            words,
            &[
                "result-benchmark",
                "result-benchmark-value",
                "report-lead",
                "result-closing",
                "report-needed",
            ],
        ),
        rows: rows.collect(),
        note: note(
            words,
            own.map(|growth| {
                let said = [("own", &*words.percent(growth, 2)), ("to", &*horizon)];
                words.format("report-table-gaps-note", &said)
            }),
            words.unknown_benchmarks(&facts.outcome),
        ),
    }
}

/// A note of up to two sentences.
fn note(words: &Catalog, first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => {
            let both = [("first", &*first), ("second", &*second)];
            Some(words.format("result-two-sentences", &both))
        }
        (one, other) => one.or(other),
    }
}

/// Movement of the first year's gaps, by assumptions and by policy.
pub fn gap_parts(facts: &Facts, first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let benchmarks = Benchmark::OF_INCOME.into_iter();
    let rows = benchmarks.filter_map(|benchmark| {
        let of = |year: &YearOutcome| year.lead(benchmark);
        let (plan, scenario) = (of(first.plan)?, of(first.scenario)?);
        let published = of(first.published)?;
        let parts = [published, plan - published, scenario - plan];
        let rest = rounding(scenario, parts);
        let amounts = parts.into_iter().chain([rest, scenario]);
        let name = text(benchmark_name(benchmark, words));
        let amounts = amounts.map(|amount| signed(words, amount));
        Some(row(std::iter::once(name).chain(amounts)))
    });
    ReportTable {
        name: "gap-parts",
        caption: words.text("apart-gaps-caption").to_string(),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: columns(
            words,
            &[
                "result-benchmark",
                "result-plan-published",
                "result-assumption-effect",
                "result-policy-effect",
                "result-rounding",
                "result-scenario",
            ],
        ),
        rows: rows.collect(),
        note: None,
    }
}

/// The benchmarks year by year, each with the scenario's lead.
pub fn benchmarks(facts: &Facts, words: &Catalog) -> ReportTable {
    let mut titles = vec![words.text("result-year").to_string()];
    for benchmark in facts.outcome.benchmarks_of_income() {
        titles.push(benchmark_name(benchmark, words));
        titles.push(words.text("report-lead-short").to_string());
    }
    let rows = facts.outcome.scenario.iter().map(|year| {
        let cells = facts.outcome.benchmarks_of_income().flat_map(|benchmark| {
            [
                money_if_known(words, year.benchmark(benchmark)),
                signed_if_known(words, year.lead(benchmark)),
            ]
        });
        row(std::iter::once(text(year.year.to_string())).chain(cells))
    });
    ReportTable {
        name: "benchmarks",
        caption: words.text("report-table-benchmarks").to_string(),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: titles,
        rows: rows.collect(),
        note: Some(words.text("result-other-concept-hint").to_string()),
    }
}

/// The two higher-thans by year; a target that can't be judged says so in every cell.
pub fn higher_thans(facts: &Facts, words: &Catalog) -> ReportTable {
    let unknown = || text(&*words.text("value-unknown"));
    let in_year =
        |held: &[HigherThan], year: Year| held.iter().find(|own| own.year == year).copied();
    let rows = facts.outcome.years.plan().map(|year| {
        let first = in_year(&facts.summary.first_higher_than, year);
        let second = in_year(&facts.summary.second_higher_than, year);
        let growths = match first {
            Some(held) => [held.growth, held.other_growth].map(|growth| percent(words, growth)),
            None => [unknown(), unknown()],
        };
        let judged = [first, second].into_iter().flat_map(|held| match held {
            Some(held) => [
                points(words, held.margin()),
                text(&*words.verdict(held.verdict)),
            ],
            None => [unknown(), unknown()],
        });
        row(std::iter::once(text(year.to_string()))
            .chain(growths)
            .chain(judged))
    });
    ReportTable {
        name: "targets",
        caption: words.text("report-table-targets").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "result-year",
                "report-growth-lifted",
                "report-growth-rural",
                "report-margin-first",
                "report-judged",
                "report-margin-second",
                "report-judged",
            ],
        ),
        rows: rows.collect(),
        note: Some(format!(
            "{}{}",
            words.text("report-table-targets-note"),
            words.measured_against(facts.summary.first_benchmark, facts.summary.second_series)
        )),
    }
}
