//! The report's part on draws: where the scenario's income falls while assumptions move over their ranges, and
//! the share of draws that reach each goal.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::document::{ReportCell, ReportTable, Writer};
use super::tables::{columns, row, text};
use crate::analysis::monte_carlo::{
    MonteCarloAnswer, MonteCarloRequest, OutcomeMeasure, Simulation,
};
use crate::analysis::prices::Deflator;
use crate::chart::fan::{skew, whole_yuan};
use crate::i18n::Catalog;
use crate::number::{Share, round};
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::input_distributions::InputDistributions;

/// The draws that a report shows: the user's own number, seed and ranges.
pub fn request(region: &Region, distributions: &InputDistributions) -> MonteCarloRequest {
    MonteCarloRequest {
        seed: distributions.seed,
        draws: distributions.draws,
        distributions: distributions.distributions.clone(),
        year: region.years.horizon,
        measure: OutcomeMeasure::Income,
        drafts: Vec::new(),
    }
}

/// Makes them here and now; none where a range can't be drawn from.
pub fn made(
    region: &Region,
    scenario: &Scenario,
    distributions: &InputDistributions,
) -> Option<MonteCarloAnswer> {
    let request = request(region, distributions);
    let mut simulation = Simulation::new(region, scenario, request).ok()?;
    while !simulation.advance() {}
    Some(simulation.answer(region.years))
}

/// Writes the part.
pub fn write(
    writer: &mut Writer<'_>,
    draws: Option<&MonteCarloAnswer>,
    deflator: Option<Deflator>,
    words: &Catalog,
) {
    let Some(answer) = draws else {
        writer.text(words.text("report-draws-missing").to_string());
        return;
    };
    writer.text(words.format(
        "report-draws-lead",
        &[
            ("draws", &words.decimal(Decimal::from(answer.draws), 0)),
            ("seed", &answer.seed.to_string()),
            (
                "together",
                &words.percent(Share(number(answer.together)), 0),
            ),
        ],
    ));
    let shown = match deflator {
        None => answer.clone(),
        Some(deflator) => deflator.draws(answer),
    };
    let mut incomes = incomes(&shown, words);
    if deflator.is_some() {
        incomes.unit = Some(words.yuan_a_head(deflator));
    }
    writer.table(incomes);
    writer.text(skew(words, &shown, false));
    writer.table(goals(answer, words));
    writer.text(words.text("plan-chance-omits").to_string());
}

fn number(value: f64) -> Decimal {
    Decimal::from_f64(value).unwrap_or_default()
}

fn yuan(words: &Catalog, value: f64) -> ReportCell {
    let value = whole_yuan(value);
    ReportCell::Number {
        shown: words.decimal(value, 0),
        plain: value.to_string(),
        unit: "",
    }
}

/// A share of draws; more digits would pretend.
fn whole_percent(words: &Catalog, share: f64) -> ReportCell {
    let share = number(share);
    ReportCell::Number {
        shown: words.percent(Share(share), 0),
        plain: round(share * Decimal::ONE_HUNDRED, 0).to_string(),
        unit: "unit-percent",
    }
}

/// The scenario's income by year: the band of eight draws in ten, its middle, and the single projection.
fn incomes(answer: &MonteCarloAnswer, words: &Catalog) -> ReportTable {
    let rows = answer.years.iter().map(|year| {
        let band = year.scenario;
        let amounts = [band.p10, band.p50, band.p90, year.scenario_single];
        let cells = amounts.map(|value| yuan(words, value));
        row([text(year.year.to_string())].into_iter().chain(cells))
    });
    ReportTable {
        name: "draws",
        caption: words.text("report-table-draws").to_string(),
        unit: Some(words.text("unit-yuan").to_string()),
        columns: columns(
            words,
            &[
                "result-year",
                "plan-chance-p10",
                "plan-chance-p50",
                "plan-chance-p90",
                "report-draws-single",
            ],
        ),
        rows: rows.collect(),
        note: None,
    }
}

/// The share of draws that reach each goal by year; a benchmark that is unknown is no goal.
fn goals(answer: &MonteCarloAnswer, words: &Catalog) -> ReportTable {
    let rows = answer.years.iter().map(|year| {
        let known = answer.known.iter();
        let reached = known.map(|name| year.scenario_reaches[*name as usize]);
        let first = answer.first_benchmark.map(|_| year.scenario_first);
        let second = answer.second_series.map(|_| year.second);
        let shares = reached.chain(first).chain(second);
        let cells = shares.map(|share| whole_percent(words, share));
        row([text(year.year.to_string())].into_iter().chain(cells))
    });
    let mut titles = columns(words, &["result-year"]);
    titles.extend(answer.known.iter().map(|name| {
        words.format(
            "plan-chance-reaches",
            &[("benchmark", &words.benchmark(*name))],
        )
    }));
    titles.extend(
        answer
            .first_benchmark
            .map(|of| words.first_goal(of).to_string()),
    );
    titles.extend(
        answer
            .second_series
            .map(|of| words.second_goal(of).to_string()),
    );
    ReportTable {
        name: "draws-goals",
        caption: words.text("report-table-draws-goals").to_string(),
        unit: None,
        columns: titles,
        rows: rows.collect(),
        note: None,
    }
}
