//! Judgements read off the incomes and benchmarks: the years in which gaps close, and the two higher-thans.

use super::Builder;
use super::book::{Format, Look};
use super::calculation::Calculation;
use super::formula::{Formula, Operator, zero};
use crate::model::term::{Quantity, Side};
use crate::region::key::{Benchmark, Year};

/// Adds the rows to the sheet of benchmarks and gaps.
pub fn write(builder: &mut Builder<'_>, calculation: &Calculation) {
    let sheet = calculation.benchmarks;
    let (words, years) = (builder.words, builder.region.years);
    builder.book.group(sheet, &words.text("result-closing"));
    let never = words.format("result-not-by", &[("year", &years.horizon.to_string())]);
    for benchmark in Benchmark::OF_INCOME {
        let Some(lead) = calculation.line(Quantity::Lead(benchmark), Side::Scenario) else {
            continue;
        };
        let closing = (years.first_plan..=years.horizon).rev().fold(
            Formula::Text(never.clone()),
            |later, year| {
                let closed = zero().with(Operator::AtMost, lead.at(year));
                Formula::choose(closed, Formula::Number(year.into()), later)
            },
        );
        let name = words.benchmark(benchmark);
        row(builder, sheet, &name, |year| {
            (year == years.horizon).then(|| closing.clone())
        });
    }
    builder.book.group(sheet, &words.text("report-judged"));
    let of = |what, side| calculation.line(what, side);
    let benchmark = |of_whom| of(Quantity::Benchmark(of_whom), Side::Shared);
    let (income, base) = (
        of(Quantity::Income, Side::Scenario),
        of(Quantity::BaseIncome, Side::Shared),
    );
    let lifted = benchmark(Benchmark::LiftedCounties);
    for (name, one, before, other) in [
        (
            "result-target-first",
            income,
            base,
            benchmark(Benchmark::RuralProvince),
        ),
        (
            "result-target-second",
            lifted,
            lifted,
            benchmark(Benchmark::RuralNation),
        ),
    ] {
        let (Some(one), Some(before), Some(other)) = (one, before, other) else {
            continue;
        };
        let [yes, no] =
            ["result-met", "result-missed"].map(|id| Formula::Text(words.text(id).to_string()));
        // By multiplying crosswise, so that no quotient's last digit decides it.
        let met = |year: Year| {
            let from = if year == years.first_plan {
                before
            } else {
                one
            };
            let left = one.at(year) * other.at(year - 1);
            left.with(Operator::Greater, other.at(year) * from.at(year - 1))
        };
        row(builder, sheet, &words.text(name), |year| {
            let is_plan = year >= years.first_plan;
            is_plan.then(|| Formula::choose(met(year), yes.clone(), no.clone()))
        });
    }
}

/// Adds a row of answers.
fn row(builder: &mut Builder<'_>, sheet: usize, name: &str, of: impl Fn(Year) -> Option<Formula>) {
    let line = builder.book.take_line(sheet);
    let look = (Format::Plain, Look::Body);
    builder.book.fill(line, (name, ""), look, of);
}
