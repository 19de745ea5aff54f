//! The income of plan and scenario, and beside each year's what the calculator itself gives.

use super::baseline::Baseline;
use super::book::{Content, Format, Line, Look};
use super::channels::Channels;
use super::coverage::Coverage;
use super::formula::{Address, Formula, Operator};
use super::{Builder, Side};
use crate::number::{MONEY_PLACES, YuanPerPerson};
use crate::region::key::Component;
use crate::report::{Facts, YearFacts};

/// Where incomes stand.
pub struct Result {
    /// The plan's.
    pub plan: Line,
    /// The scenario's.
    pub scenario: Line,
}

/// Writes the sheet.
pub fn sheet(
    builder: &mut Builder<'_>,
    facts: &Facts,
    baseline: &Baseline,
    channels: &Channels,
    coverage: &Coverage,
) -> Result {
    let sheet = builder.year_sheet("sheet-result", "sheet-result-note");
    builder.book.shown = sheet;
    let (words, years) = (builder.words, builder.years());
    let in_plan = |year| year >= years.first_plan;
    let name = words.text("report-plan-published");
    let published = builder.result(sheet, &name, |_, year| {
        (year >= years.base()).then(|| baseline.published.at(year))
    });
    // Nothing of the plan's own channels is added: they are contained in its growth.
    let plan_name = if facts.has_own_assumptions() {
        "report-plan-own"
    } else {
        "result-plan"
    };
    let name = words.text(plan_name);
    let plan = builder.result(sheet, &name, |_, year| {
        (year >= years.base()).then(|| baseline.total.at(year))
    });
    let name = words.text("result-assumption-effect");
    let assumed = builder.money(sheet, &name, |_, year| {
        in_plan(year).then(|| plan.at(year) - published.at(year))
    });
    let components = Component::ALL.map(|component| {
        let parts: Vec<Line> = channels
            .parts
            .iter()
            .filter(|(_, of, _)| *of == component)
            .map(|(_, _, line)| *line)
            .collect();
        let name = words.format(
            "sheet-of-category",
            &[
                ("category", &Side::Scenario.title(words)),
                ("what", &words.component(component)),
            ],
        );
        let planned = baseline.income[component as usize];
        builder.money(sheet, &name, |_, year| {
            let all = std::iter::once(planned).chain(parts.iter().copied());
            in_plan(year).then(|| Formula::Sum(all.map(|line| line.at(year)).collect()))
        })
    });
    let name = words.text("result-scenario");
    let scenario = builder.result(sheet, &name, |_, year| {
        if year == years.base() {
            return Some(plan.at(year));
        }
        in_plan(year).then(|| Formula::Sum(components.map(|line| line.at(year)).into()))
    });
    let name = words.text("result-policy-effect");
    let policy = builder.result(sheet, &name, |_, year| {
        let all = channels.totals.map(|line| line.at(year)).into();
        in_plan(year).then_some(Formula::Sum(all))
    });
    let name = words.text("report-received");
    let received: Vec<Line> = channels
        .parts
        .iter()
        .filter(|(_, component, _)| *component == Component::Transfer)
        .map(|(_, _, line)| *line)
        .collect();
    builder.money(sheet, &name, |_, year| {
        let all = received.iter().map(|line| line.at(year)).collect();
        in_plan(year).then_some(Formula::Sum(all))
    });
    let [_, reached] = coverage.reached;
    let name = words.text("result-coverage");
    builder.share(sheet, &name, |_, year| {
        in_plan(year).then(|| reached.at(year))
    });
    let [_, missing] = coverage.missing;
    let name = words.text("result-coverage-missing");
    builder.yuan(sheet, &name, |_, year| {
        in_plan(year).then(|| missing.at(year))
    });
    checks(
        builder,
        sheet,
        facts,
        plan_name,
        [published, plan, assumed, scenario, policy],
    );
    Result { plan, scenario }
}

/// A row a year: the formula's result to the fen, the calculator's, and whether they agree.
fn checks(
    builder: &mut Builder<'_>,
    sheet: usize,
    facts: &Facts,
    plan_name: &'static str,
    lines: [Line; 5],
) {
    let words = builder.words;
    builder.book.group(sheet, &words.text("sheet-check"));
    let row = builder.book.take_row(sheet);
    let note = Content::Text(words.text("sheet-check-note").to_string());
    builder.book.put(sheet, (row, 0), note, Look::Note);
    let head = [
        "report-item",
        "result-year",
        "sheet-by-formula",
        "sheet-by-calculator",
        "sheet-agrees",
    ];
    builder
        .book
        .head(sheet, head.map(|id| words.text(id).to_string()), 2..5);
    type Amount = fn(&YearFacts<'_>) -> YuanPerPerson;
    let amounts: [(&str, Amount); 5] = [
        ("report-plan-published", |year| year.published.income),
        (plan_name, |year| year.plan.income),
        ("result-assumption-effect", |year| year.assumption_effect()),
        ("result-scenario", |year| year.scenario.income),
        ("result-policy-effect", |year| year.scenario.difference()),
    ];
    let [yes, no] = ["flag-yes", "flag-no"].map(|id| Formula::Text(words.text(id).to_string()));
    let judged = |holds| Formula::choose(holds, yes.clone(), no.clone());
    let mut agreed = Vec::new();
    for ((name, amount), line) in amounts.into_iter().zip(lines) {
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
    let text = Content::Text(words.text("sheet-all-agree").to_string());
    let all = Content::Formula(judged(Formula::All(agreed)), Format::Plain);
    for column in 1..4 {
        builder
            .book
            .put(sheet, (row, column), Content::Blank, Look::Result);
    }
    builder.book.put(sheet, (row, 0), text, Look::Result);
    builder.book.put(sheet, (row, 4), all, Look::Result);
}
