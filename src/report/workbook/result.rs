//! The result: incomes of plan and scenario with what is between them, read from the sheets of
//! calculation, and beside each year's what the calculator itself gives.

use super::Builder;
use super::book::{BookLine, Content, Format, Look};
use super::calculation::{Calculation, unit};
use super::formula::{Address, Formula, Operator};
use crate::model::gain::GainPart;
use crate::model::term::{Quantity, Reached, Side};
use crate::number::{MONEY_PLACES, YuanPerPerson};
use crate::region::key::Component;
use crate::report::{Facts, YearFacts};

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>, facts: &Facts, calculation: &Calculation) {
    let words = builder.words;
    let [name, note] = ["workbook-result", "workbook-result-note"].map(|id| words.text(id));
    let data = words.data_version(builder.region);
    let sheet = builder.year_sheet(&name, &format!("{note} {data}"), "");
    builder.book.shown = sheet;
    let plan_name = if facts.has_own_assumptions() {
        "report-plan-own"
    } else {
        "result-plan"
    };
    let of = |what, side| calculation.line(what, side);
    let scenario = |what| of(what, Side::Scenario);
    let base = of(Quantity::BaseIncome, Side::Shared);
    let components = Component::ALL.map(|component| {
        let name = words.format(
            "workbook-of-whom",
            &[
                ("whose", &words.text("result-scenario")),
                ("what", &words.component(component)),
            ],
        );
        let what = Quantity::Component(component);
        (name, what, scenario(what), None)
    });
    let text = |id: &str| words.text(id).to_string();
    let first = [
        (
            text("report-plan-published"),
            Quantity::Income,
            calculation.published(Quantity::Income),
            None,
        ),
        (
            text(plan_name),
            Quantity::Income,
            of(Quantity::Income, Side::Plan),
            base,
        ),
        (
            text("result-assumption-effect"),
            Quantity::AssumptionEffect,
            scenario(Quantity::AssumptionEffect),
            None,
        ),
    ];
    let part = |part, id| {
        let what = Quantity::GainPart(part);
        (text(id), what, scenario(what), None)
    };
    let last = [
        (
            text("result-scenario"),
            Quantity::Income,
            scenario(Quantity::Income),
            base,
        ),
        (
            text("result-policy-effect"),
            Quantity::Difference,
            scenario(Quantity::Difference),
            None,
        ),
        part(GainPart::Market, "report-market"),
        part(GainPart::PublicWork, "report-public-work"),
        part(GainPart::Transfer, "report-received"),
        (
            text("result-coverage"),
            Quantity::Coverage(Reached::AtOnce),
            scenario(Quantity::Coverage(Reached::AtOnce)),
            None,
        ),
        (
            text("result-coverage-missing"),
            Quantity::CoverageMissing,
            scenario(Quantity::CoverageMissing),
            None,
        ),
    ];
    let rows = first.into_iter().chain(components).chain(last);
    for (name, what, from, before) in rows {
        if let Some(from) = from {
            row(builder, sheet, (&name, what), (from, before));
        }
    }
    checks(builder, sheet, facts, plan_name, calculation);
}

/// A row that repeats one of the calculation, with what stood before the plan.
fn row(
    builder: &mut Builder<'_>,
    sheet: usize,
    (name, what): (&str, Quantity),
    (from, before): (BookLine, Option<BookLine>),
) {
    let years = builder.region.years;
    let line = builder.book.take_line(sheet);
    let (unit, format) = unit(what.unit(), builder.words);
    let look = match what {
        Quantity::Income | Quantity::Difference => Look::Result,
        _ => Look::Body,
    };
    builder
        .book
        .fill(line, (name, &unit), (format, look), |year| {
            if year == years.base() {
                before.map(|before| before.at(year))
            } else {
                (year > years.base()).then(|| from.at(year))
            }
        });
}

/// A row a year: the formula's result to the fen, the calculator's, and whether they agree.
fn checks(
    builder: &mut Builder<'_>,
    sheet: usize,
    facts: &Facts,
    plan_name: &'static str,
    calculation: &Calculation,
) {
    let words = builder.words;
    builder.book.group(sheet, &words.text("workbook-check"));
    let row = builder.book.take_row(sheet);
    let note = Content::Text(words.text("workbook-check-note").to_string());
    builder.book.put(sheet, (row, 0), note, Look::Note);
    let head = [
        "report-item",
        "result-year",
        "workbook-by-formula",
        "workbook-by-calculator",
        "workbook-agrees",
    ];
    builder
        .book
        .head(sheet, head.map(|id| words.text(id).to_string()), 2..5);
    type Amount = fn(&YearFacts<'_>) -> YuanPerPerson;
    let scenario = |what| calculation.line(what, Side::Scenario);
    let plan = calculation.line(Quantity::Income, Side::Plan);
    let amounts: [(&str, Option<BookLine>, Amount); 5] = [
        (
            "report-plan-published",
            calculation.published(Quantity::Income),
            |year| year.published.income,
        ),
        (plan_name, plan, |year| year.plan.income),
        (
            "result-assumption-effect",
            scenario(Quantity::AssumptionEffect),
            |year| year.assumption_effect(),
        ),
        ("result-scenario", scenario(Quantity::Income), |year| {
            year.scenario.income
        }),
        (
            "result-policy-effect",
            scenario(Quantity::Difference),
            |year| year.scenario.difference(),
        ),
    ];
    let [yes, no] = ["flag-yes", "flag-no"].map(|id| Formula::Text(words.text(id).to_string()));
    let judged = |holds| Formula::choose(holds, yes.clone(), no.clone());
    let mut agreed = Vec::new();
    for (name, line, amount) in amounts {
        let Some(line) = line else { continue };
        for year in facts.years() {
            let when = year.scenario.year;
            let row = builder.book.take_row(sheet);
            let cell = |column| Formula::Cell(Address { sheet, row, column });
            let money = Format::Money;
            let agree = || cell(2).with(Operator::Equal, cell(3));
            let contents = [
                Content::Text(words.text(name).to_string()),
                Content::Text(when.to_string()),
                Content::Formula(line.at(when).rounded(MONEY_PLACES), money),
                Content::Number(amount(&year).rounded(), money),
                Content::Formula(judged(agree()), Format::Plain),
            ];
            for (column, content) in (0..).zip(contents) {
                builder.book.put(sheet, (row, column), content, Look::Body);
            }
            agreed.push(agree());
        }
    }
    let row = builder.book.take_row(sheet);
    let text = Content::Text(words.text("workbook-all-agree").to_string());
    let all = Content::Formula(judged(Formula::All(agreed)), Format::Plain);
    for column in 1..4 {
        builder
            .book
            .put(sheet, (row, column), Content::Blank, Look::Result);
    }
    builder.book.put(sheet, (row, 0), text, Look::Result);
    builder.book.put(sheet, (row, 4), all, Look::Result);
}
