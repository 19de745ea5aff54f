//! The benchmarks, the scenario's gaps, and the two higher-thans, as `model/benchmarks.rs` and
//! `model/targets.rs` have them.

use super::Builder;
use super::book::{Format, Line};
use super::formula::{Formula, Operator, one};
use crate::model::ByBenchmark;
use crate::region::key::{self, Benchmark, Key, Yearly};

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>, income: Line) {
    let sheet = builder.year_sheet("sheet-benchmarks", "result-other-concept-hint");
    let (words, years) = (builder.words, builder.years());
    let in_plan = |year| year >= years.first_plan;
    builder
        .book
        .group(sheet, &words.text("result-benchmark-value"));
    let series: ByBenchmark<Line> = Benchmark::ALL.map(|benchmark| {
        let after = builder.assumed(key::bench_growth_after(benchmark));
        let inputs = &builder.inputs;
        let given = |family, year| {
            let key = Key::Yearly(family, year);
            inputs.has(key).then(|| inputs.in_force(key))
        };
        let all: Vec<(u16, Option<Formula>, Formula)> = builder
            .book
            .years
            .iter()
            .map(|year| {
                let growth = given(Yearly::BenchGrowth(benchmark), *year);
                let growth = growth.unwrap_or_else(|| after.clone());
                (*year, given(Yearly::Bench(benchmark), *year), growth)
            })
            .collect();
        let name = words.benchmark(benchmark);
        builder.money(sheet, &name, |own, year| {
            let (_, known, growth) = all.iter().find(|(of, _, _)| *of == year)?;
            match known {
                Some(known) => Some(known.clone()),
                None if year == years.income => None,
                None => Some(own.at(year - 1) * growth.clone().factor()),
            }
        })
    });
    builder.book.group(sheet, &words.text("sheet-gaps"));
    let gaps = Benchmark::OF_INCOME.map(|benchmark| {
        let series = series[benchmark as usize];
        builder.money(sheet, &words.benchmark(benchmark), |_, year| {
            in_plan(year).then(|| income.at(year) - series.at(year))
        })
    });
    builder.book.group(sheet, &words.text("result-closing"));
    let never = words.format("result-not-by", &[("year", &years.horizon.to_string())]);
    for (benchmark, gap) in Benchmark::OF_INCOME.into_iter().zip(gaps) {
        let closing = (years.first_plan..=years.horizon).rev().fold(
            Formula::Text(never.clone()),
            |later, year| {
                let closed = super::formula::zero().with(Operator::AtMost, gap.at(year));
                Formula::choose(closed, Formula::Number(year.into()), later)
            },
        );
        let name = words.benchmark(benchmark);
        let plain = Format::Plain;
        builder.line(sheet, &name, "unit-none", plain, |_, year| {
            (year == years.horizon).then(|| closing.clone())
        });
    }
    builder
        .book
        .group(sheet, &words.text("report-part-targets"));
    let of = |benchmark: Benchmark| series[benchmark as usize];
    for (one_name, one_line, other_name, other) in [
        (
            "result-target-first",
            income,
            "result-target-first-than",
            of(Benchmark::RuralProvince),
        ),
        (
            "result-target-second",
            of(Benchmark::LiftedCounties),
            "result-target-second-than",
            of(Benchmark::RuralNation),
        ),
    ] {
        let name = words.format("sheet-growth", &[("component", &words.text(one_name))]);
        let growth = |line: Line, year: u16| line.at(year) / line.at(year - 1) - one();
        builder.share(sheet, &name, |_, year| {
            in_plan(year).then(|| growth(one_line, year))
        });
        let name = words.text(other_name);
        builder.share(sheet, &name, |_, year| {
            in_plan(year).then(|| growth(one_line, year) - growth(other, year))
        });
        // By multiplying crosswise, so that no quotient's last digit decides it.
        let name = words.text("report-judged");
        let [yes, no] =
            ["result-met", "result-missed"].map(|id| Formula::Text(words.text(id).to_string()));
        let plain = Format::Plain;
        builder.line(sheet, &name, "unit-none", plain, |_, year| {
            let left = || one_line.at(year) * other.at(year - 1);
            let right = || other.at(year) * one_line.at(year - 1);
            let met = || left().with(Operator::Greater, right());
            in_plan(year).then(|| Formula::choose(met(), yes.clone(), no.clone()))
        });
    }
}
