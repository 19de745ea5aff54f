//! The report's tables of incomes held against others': benchmarks and the two higher-thans.

use crate::analysis::summary::Closing;
use crate::analysis::sums::rounding;
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::number::{Share, YuanPerPerson};
use crate::region::key::Benchmark;
use crate::report::document::ReportTable;
use crate::report::tables::{benchmark_name, columns, money, percent, points, row, signed, text};
use crate::report::{Facts, YearFacts};

/// The first year against each benchmark, and when it is reached.
pub fn gaps(facts: &Facts, first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let horizon = facts.outcome.years.horizon.to_string();
    let percent_or_dash = |growth: Option<Share>| match growth {
        Some(growth) => percent(words, growth),
        None => text("—"),
    };
    let last = facts.outcome.scenario.last();
    let rows = Benchmark::OF_INCOME.into_iter().map(|benchmark| {
        let (closing, needed) = match facts.summary.closing[benchmark as usize] {
            Closing::In(year) => {
                let closes = words.format("result-closes", &[("year", &year.to_string())]);
                let reopens = last.is_some_and(|last| last.gap(benchmark) > YuanPerPerson::ZERO);
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
        };
        row([
            text(benchmark_name(benchmark, words)),
            money(words, first.scenario.benchmarks[benchmark as usize]),
            signed(words, -first.scenario.gap(benchmark)),
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
        unit: Some(words.text("result-yuan-a-head").to_string()),
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
        note: own.map(|growth| {
            words.format(
                "report-table-gaps-note",
                &[("own", &words.percent(growth, 2)), ("to", &horizon)],
            )
        }),
    }
}

/// Movement of the first year's gaps, by assumptions and by policy.
pub fn gap_parts(first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let rows = Benchmark::OF_INCOME.into_iter().map(|benchmark| {
        let of = |year: &YearOutcome| year.lead(benchmark);
        let (published, plan, scenario) = (of(first.published), of(first.plan), of(first.scenario));
        let parts = [published, plan - published, scenario - plan];
        let rest = rounding(scenario, parts);
        let amounts = parts.into_iter().chain([rest, scenario]);
        let name = text(benchmark_name(benchmark, words));
        row(std::iter::once(name).chain(amounts.map(|amount| signed(words, amount))))
    });
    ReportTable {
        name: "gap-parts",
        caption: words.text("apart-gaps-caption").to_string(),
        unit: Some(words.text("result-yuan-a-head").to_string()),
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
    for benchmark in Benchmark::OF_INCOME {
        titles.push(benchmark_name(benchmark, words));
        titles.push(words.text("report-lead-short").to_string());
    }
    let rows = facts.outcome.scenario.iter().map(|year| {
        let cells = Benchmark::OF_INCOME.into_iter().flat_map(|benchmark| {
            [
                money(words, year.benchmarks[benchmark as usize]),
                signed(words, -year.gap(benchmark)),
            ]
        });
        row(std::iter::once(text(year.year.to_string())).chain(cells))
    });
    ReportTable {
        name: "benchmarks",
        caption: words.text("report-table-benchmarks").to_string(),
        unit: Some(words.text("result-yuan-a-head").to_string()),
        columns: titles,
        rows: rows.collect(),
        note: Some(words.text("result-other-concept-hint").to_string()),
    }
}

/// The two higher-thans by year.
pub fn higher_thans(facts: &Facts, words: &Catalog) -> ReportTable {
    let met = |met: bool| {
        let id = if met { "result-met" } else { "result-missed" };
        text(&*words.text(id))
    };
    let both = facts
        .summary
        .first_higher_than
        .iter()
        .zip(&facts.summary.second_higher_than);
    let rows = both.map(|(first, second)| {
        row([
            text(first.year.to_string()),
            percent(words, first.growth),
            percent(words, first.other_growth),
            points(words, first.margin()),
            met(first.met),
            points(words, second.margin()),
            met(second.met),
        ])
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
        note: Some(words.text("report-table-targets-note").to_string()),
    }
}
