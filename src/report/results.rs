//! The report's section on what comes out, year by year.

mod against;
mod drawn;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::document::{ReportCell, ReportRow, ReportTable, Writer};
use super::tables::{columns, funds_beside, money, percent, points, row, signed, sum_row, text};
use super::{Facts, Findings, Given, YearFacts, draws, looking_back, spending};
use crate::analysis::sums::rounding;
use crate::chart::moves_the_plan;
use crate::chart::waterfall::{self, WaterfallYear};
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::model::gain::Gain;
use crate::model::risk::AtRisk;
use crate::number::{People, Share, Yuan, YuanPerPerson, round};
use crate::region::key::Component;

/// Writes the section.
pub fn write(
    writer: &mut Writer<'_>,
    given: &Given<'_>,
    facts: &Facts,
    findings: &Findings,
    words: &Catalog,
) {
    writer.section("results", &words.text("report-results"));
    let Some((first, _)) = facts.ends() else {
        return;
    };
    let year = first.scenario.year.to_string();
    writer.part(&words.format("report-part-first", &[("year", &year)]));
    writer.table(first_year(facts, first, words));
    writer.part(&words.format("report-part-channels", &[("year", &year)]));
    writer.table(channels(facts, first, words));
    let own = facts.has_own_assumptions();
    let moved = moves_the_plan(&facts.outcome, &facts.published);
    let drawn = waterfall::chart_model(
        words,
        WaterfallYear {
            published: moved.then_some(first.published),
            plan: first.plan,
            scenario: first.scenario,
        },
    );
    let id = if own {
        "report-waterfall-description-own"
    } else {
        "report-waterfall-description"
    };
    let said = words.format(
        id,
        &[
            ("year", &year),
            ("published", &words.money(first.published.income)),
            ("assumed", &words.signed_money(first.assumption_effect())),
            ("plan", &words.money(first.plan.income)),
            ("scenario", &words.money(first.scenario.income)),
        ],
    );
    let title = facts.titled(words, &words.format("report-waterfall", &[("year", &year)]));
    let reading = words.text("chart-steps-note").to_string();
    writer.figure(
        "waterfall",
        &title,
        said,
        drawn.drawing,
        Some(reading),
        None,
    );
    writer.part(&words.text("report-part-years"));
    writer.table(years(facts, words));
    drawn::paths(writer, given, facts, words);
    drawn::shares(writer, facts, words);
    writer.table(components(facts, words));
    writer.part(&words.text("report-part-gaps"));
    writer.text(words.text("result-net-income").to_string());
    // Without any benchmark there is nothing to lay side by side; the summary says so.
    let has_benchmarks = facts.outcome.benchmarks_of_income().next().is_some();
    if has_benchmarks {
        writer.table(against::gaps(facts, first, words));
    }
    let parts = against::gap_parts(facts, first, words);
    if facts.has_own_assumptions() && !parts.rows.is_empty() {
        writer.table(parts);
    }
    if has_benchmarks {
        writer.table(against::benchmarks(facts, words));
    }
    writer.part(&words.text("report-part-targets"));
    writer.table(against::higher_thans(facts, words));
    writer.part(&words.text("report-part-draws"));
    draws::write(writer, given.draws, facts.deflator, words);
    writer.part(&words.text("report-part-coverage"));
    writer.table(coverage(facts, words));
    writer.part(&words.text("report-part-risk"));
    writer.table(at_risk(facts, words));
    spending::money_flows(writer, given, facts, words);
    spending::progress(writer, given, facts, words);
    spending::marginal(writer, facts, findings, words);
    spending::lifetime(writer, given, findings, words);
    looking_back::write(writer, given, words);
}

/// From plan to scenario in the first year, assumptions and policy apart.
fn first_year(facts: &Facts, first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let mut rows = vec![row([
        text(&*words.text("report-plan-published")),
        money(words, first.published.income),
    ])];
    let policy = first.scenario.difference();
    let mut parts = vec![first.published.income, policy];
    let assumed = first.assumption_effect();
    rows.push(row([
        text(&*words.text("result-assumption-effect")),
        signed(words, assumed),
    ]));
    parts.push(assumed);
    let shift = first.policy_shift();
    if shift.rounded().is_zero() {
        rows.push(row([
            text(&*words.text("result-policy-effect")),
            signed(words, policy),
        ]));
    } else {
        // What changed assumptions do to the policy effect is no more policy than the rest of it.
        parts[1] = first.unassumed.difference();
        parts.push(shift);
        rows.push(row([
            text(&*words.text("report-policy-published")),
            signed(words, first.unassumed.difference()),
        ]));
        rows.push(row([
            text(&*words.text("report-policy-shift")),
            signed(words, shift),
        ]));
    }
    let rest = rounding(first.scenario.income, parts);
    push_rounding(&mut rows, &[rest], words);
    rows.push(sum_row([
        text(&*words.text("report-scenario-income")),
        money(words, first.scenario.income),
    ]));
    ReportTable {
        name: "first",
        caption: words.format(
            "report-table-first",
            &[("year", &first.scenario.year.to_string())],
        ),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: columns(words, &["report-item", "report-amount"]),
        rows,
        note: Some(words.text("report-table-first-note").to_string()),
    }
}

/// Adds the row that closes sums of rounded parts, where there is something to close.
fn push_rounding(rows: &mut Vec<ReportRow>, rests: &[YuanPerPerson], words: &Catalog) {
    if rests.iter().any(|rest| !rest.rounded().is_zero()) {
        let name = text(&*words.text("result-rounding"));
        let cells = rests.iter().map(|rest| signed(words, *rest));
        rows.push(row(std::iter::once(name).chain(cells)));
    }
}

/// Gain through each channel by where it comes from.
fn channels(facts: &Facts, first: YearFacts<'_>, words: &Catalog) -> ReportTable {
    let year = first.scenario;
    let columns_of = |gain: Gain| {
        let [market, public_work, transfer] = gain.parts;
        [gain.difference, market, public_work, transfer]
    };
    let mut rows: Vec<ReportRow> = Channel::ALL
        .into_iter()
        .map(|channel| {
            let name = text(&*words.channel(channel));
            let columns = columns_of(year.channel_gain(channel));
            let cells = columns.map(|amount| signed(words, amount));
            row(std::iter::once(name).chain(cells))
        })
        .collect();
    let totals = columns_of(year.gain());
    let rests = [0, 1, 2, 3].map(|column| {
        let parts = Channel::ALL.map(|channel| columns_of(year.channel_gain(channel))[column]);
        rounding(totals[column], parts)
    });
    push_rounding(&mut rows, &rests, words);
    let name = text(&*words.text("report-policy-sum"));
    let cells = totals.map(|amount| signed(words, amount));
    rows.push(sum_row(std::iter::once(name).chain(cells)));
    ReportTable {
        name: "channels",
        caption: words.format("report-table-channels", &[("year", &year.year.to_string())]),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: columns(
            words,
            &[
                "result-channel",
                "result-difference",
                "result-part-market",
                "result-part-public_work",
                "result-part-transfer",
            ],
        ),
        rows,
        note: None,
    }
}

fn years(facts: &Facts, words: &Catalog) -> ReportTable {
    let own = facts.has_own_assumptions();
    let mut titles = vec!["result-year", "report-plan-published"];
    if own {
        titles.extend(["result-assumption-effect", "report-plan-own"]);
    }
    titles.extend([
        "result-scenario",
        "result-policy-effect",
        "report-market",
        "report-public-work",
        "report-received",
    ]);
    if own {
        titles.push("report-policy-shift-short");
    }
    let note = if own {
        "report-table-years-note-own"
    } else {
        "report-table-years-note"
    };
    let rows = facts.years().map(|year| {
        let mut cells = vec![
            text(year.scenario.year.to_string()),
            money(words, year.published.income),
        ];
        if own {
            cells.push(signed(words, year.assumption_effect()));
            cells.push(money(words, year.plan.income));
        }
        let gain = year.scenario.gain();
        cells.push(money(words, year.scenario.income));
        cells.push(signed(words, gain.difference));
        cells.extend(gain.parts.map(|amount| signed(words, amount)));
        if own {
            cells.push(signed(words, year.policy_shift()));
        }
        row(cells)
    });
    ReportTable {
        name: "years",
        caption: words.text("report-table-years").to_string(),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: columns(words, &titles),
        rows: rows.collect(),
        note: Some(words.text(note).to_string()),
    }
}

fn components(facts: &Facts, words: &Catalog) -> ReportTable {
    let mut titles: Vec<String> = vec![words.text("result-year").to_string()];
    titles.extend(Component::ALL.map(|component| words.component(component).to_string()));
    titles.push(words.text("result-rounding").to_string());
    titles.push(words.text("result-sum").to_string());
    let rows = facts.years().map(|year| {
        let scenario = year.scenario;
        let rest = rounding(scenario.income, scenario.components);
        let name = text(scenario.year.to_string());
        let parts = scenario.components.map(|amount| money(words, amount));
        let mut cells = vec![name];
        cells.extend(parts);
        cells.push(signed(words, rest));
        cells.push(money(words, scenario.income));
        row(cells)
    });
    ReportTable {
        name: "components",
        caption: words.text("report-table-components").to_string(),
        unit: Some(words.yuan_a_head(facts.deflator)),
        columns: titles,
        rows: rows.collect(),
        note: Some(words.text("result-rounding-note").to_string()),
    }
}

/// The missing amount, in the unit of the greatest one; where nothing is missing, in words, since that is the good
/// news.
fn missing(words: &Catalog, amount: Yuan, most: Yuan) -> ReportCell {
    match funds_beside(words, amount, most) {
        ReportCell::Number { plain, unit, .. } if amount.rounded().is_zero() => {
            ReportCell::Number {
                shown: words.text("result-nothing-missing").to_string(),
                plain,
                unit,
            }
        }
        cell => cell,
    }
}

fn coverage(facts: &Facts, words: &Catalog) -> ReportTable {
    let province = facts.summary.coverage_province;
    let years = facts.outcome.scenario.iter();
    let most = years.map(|year| year.coverage_missing).max();
    let most = most.unwrap_or(Yuan::ZERO);
    let rows = facts.outcome.scenario.iter().map(|year| {
        row([
            text(year.year.to_string()),
            percent(words, year.coverage),
            points(words, year.coverage - province),
            missing(words, year.coverage_missing, most),
        ])
    });
    ReportTable {
        name: "coverage",
        caption: words.text("report-table-coverage").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "result-year",
                "result-coverage",
                "result-coverage-against",
                "result-coverage-missing",
            ],
        ),
        rows: rows.collect(),
        note: Some(words.text("result-coverage-note").to_string()),
    }
}

/// The people at risk, rounded to ten: it is an estimate and no count.
pub fn estimated_people(risk: AtRisk) -> Option<People> {
    let tens = round(Decimal::from_f64(risk.people)? / Decimal::TEN, 0) * Decimal::TEN;
    Some(People(tens))
}

fn at_risk(facts: &Facts, words: &Catalog) -> ReportTable {
    let people = |risk: Option<AtRisk>| match risk.and_then(estimated_people) {
        Some(people) => ReportCell::Number {
            shown: words.people(people),
            plain: people.to_string(),
            unit: "",
        },
        None => text("—"),
    };
    let share = |risk: Option<AtRisk>| match risk.and_then(|risk| Decimal::from_f64(risk.share)) {
        Some(share) => percent(words, Share(share)),
        None => text("—"),
    };
    let shortfall = |risk: Option<AtRisk>| {
        let yuan = risk.and_then(|risk| Decimal::from_f64(risk.mean_shortfall_yuan));
        match yuan {
            Some(yuan) => ReportCell::Number {
                shown: words.decimal(yuan, 0),
                plain: round(yuan, 0).to_string(),
                unit: "",
            },
            None => text("—"),
        }
    };
    let summary = &facts.summary;
    let pairs = summary.at_risk_in_plan.iter().zip(&summary.at_risk);
    let rows = facts
        .outcome
        .years
        .plan()
        .zip(&summary.risk_line)
        .zip(pairs);
    let rows = rows.map(|((year, line), (plan, scenario))| {
        row([
            text(year.to_string()),
            money(words, *line),
            people(*plan),
            people(*scenario),
            share(*scenario),
            shortfall(*scenario),
        ])
    });
    ReportTable {
        name: "risk",
        caption: facts.titled(words, &words.text("report-table-risk")),
        unit: None,
        columns: columns(
            words,
            &[
                "result-year",
                "report-risk-line",
                "result-risk-plan",
                "result-risk-scenario",
                "result-risk-share",
                "result-risk-shortfall",
            ],
        ),
        rows: rows.collect(),
        note: Some(words.text("result-risk-note").to_string()),
    }
}
