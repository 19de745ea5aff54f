//! Judgements read off the incomes and benchmarks: the years in which gaps close, and the two higher-thans.

use super::Builder;
use super::book::{Format, Look};
use super::calculation::Calculation;
use super::formula::{Formula, Operator, zero};
use crate::model::targets::Verdict;
use crate::model::term::{Quantity, Side};
use crate::region::key::{Benchmark, Fixed, Year};

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
    let (first, second) = (
        builder.facts.summary.first_benchmark,
        builder.facts.summary.second_series,
    );
    let series = second.and_then(benchmark);
    let close = builder.inputs.in_force(Fixed::CloseCall.into());
    for (name, one, before, other) in [
        (
            "result-target-first",
            income,
            base,
            first.and_then(benchmark),
        ),
        (
            "result-target-second",
            series,
            series,
            benchmark(Benchmark::RuralNation),
        ),
    ] {
        let (Some(one), Some(before), Some(other)) = (one, before, other) else {
            continue;
        };
        let verdict = |of: Verdict| Formula::Text(words.verdict(of).to_string());
        // By multiplying crosswise, so that no quotient's last digit decides it.
        let judged = |year: Year| {
            let from = if year == years.first_plan {
                before
            } else {
                one
            };
            let ahead = one.at(year) * other.at(year - 1) - other.at(year) * from.at(year - 1);
            let least = close.clone() * from.at(year - 1) * other.at(year - 1);
            let is_met = Formula::All(vec![
                ahead.clone().with(Operator::Greater, zero()),
                least.clone().with(Operator::AtMost, ahead.clone()),
            ]);
            // Behind by no less than the margin; level without one, too.
            let is_missed = ahead.with(Operator::AtMost, -least);
            Formula::choose(
                is_met,
                verdict(Verdict::Met),
                Formula::choose(
                    is_missed,
                    verdict(Verdict::NotMet),
                    verdict(Verdict::TooClose),
                ),
            )
        };
        row(builder, sheet, &words.text(name), |year| {
            let is_plan = year >= years.first_plan;
            is_plan.then(|| judged(year))
        });
    }
}

/// Adds a row of answers.
fn row(builder: &mut Builder<'_>, sheet: usize, name: &str, of: impl Fn(Year) -> Option<Formula>) {
    let line = builder.book.take_line(sheet);
    let look = (Format::Plain, Look::Body);
    builder.book.fill(line, (name, ""), look, of);
}
