//! The projection as JSON: decimal strings, money with two digits, shares with four.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::labour::LabourExcess;
use crate::analysis::summary::{Closing, Summary, is_division_known, summary};
use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::model::targets::HigherThan;
use crate::model::{self, YearOutcome};
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Benchmark, Component, Year};
use crate::scenario::Scenario;

#[derive(Serialize)]
struct Report<'a> {
    model: u32,
    region: &'a str,
    region_version: u32,
    plan: Vec<YearReport>,
    scenario: Vec<YearReport>,
    closing_years: BTreeMap<&'static str, Option<Year>>,
    needed_growth: BTreeMap<&'static str, Option<String>>,
    targets: BTreeMap<&'static str, Vec<TargetReport>>,
    at_risk: Vec<RiskReport>,
    labour: LabourReport,
}

/// Plans beyond the labour that there is; null where there is enough or nothing is checked.
#[derive(Serialize)]
struct LabourReport {
    jobs: Option<ExcessReport>,
    relocated: Option<ExcessReport>,
}

#[derive(Serialize)]
struct ExcessReport {
    year: Year,
    planned: String,
    there: String,
}

impl From<LabourExcess> for ExcessReport {
    fn from(over: LabourExcess) -> Self {
        Self {
            year: over.year,
            planned: over.planned.normalize().to_string(),
            there: over.there.normalize().to_string(),
        }
    }
}

#[derive(Serialize)]
struct YearReport {
    year: Year,
    income: String,
    components: Named,
    channels: Named,
    gain: Named,
    coverage: String,
    coverage_missing: String,
    benchmarks: Named,
    gaps: Named,
}

/// Amounts by name.
type Named = serde_json::Map<String, serde_json::Value>;

#[derive(Serialize)]
struct TargetReport {
    year: Year,
    met: bool,
    verdict: &'static str,
    /// The benchmark of the first higher-than.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<&'static str>,
    /// The series of the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<&'static str>,
    growth: String,
    benchmark_growth: String,
    margin: String,
}

/// An estimate in floating point, so numbers and not decimal strings.
#[derive(Serialize)]
struct RiskReport {
    year: Year,
    estimated_share: f64,
    estimated_people: f64,
    estimated_mean_shortfall_yuan: f64,
}

/// The projection of a scenario as indented JSON.
pub fn report(region: &Region, scenario: &Scenario) -> String {
    let resolved = scenario.resolve(region);
    let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
    let summary = summary(
        region,
        is_division_known(region, scenario),
        &resolved,
        &outcome,
    );
    let is_known = |name: Benchmark| summary.closing[name as usize] != Closing::Unknown;
    let closing = &summary.closing;
    let by_benchmark = |of: fn(&Closing) -> Option<Year>| {
        let known = Benchmark::ALL.into_iter().filter(|name| is_known(*name));
        known.map(move |name| (name.name(), of(&closing[name as usize])))
    };
    let report = Report {
        model: model::VERSION,
        region: &region.id,
        region_version: region.version,
        plan: outcome.plan.iter().map(year_report).collect(),
        scenario: outcome.scenario.iter().map(year_report).collect(),
        closing_years: by_benchmark(|closing| match closing {
            Closing::In(year) => Some(*year),
            Closing::NotByHorizon(_) | Closing::Unknown => None,
        })
        .collect(),
        needed_growth: needed_growth(&summary),
        targets: [
            (
                "T1",
                target_reports(&summary.first_higher_than, (summary.first_benchmark, None)),
            ),
            (
                "T2",
                target_reports(&summary.second_higher_than, (None, summary.second_series)),
            ),
        ]
        .into(),
        at_risk: region
            .years
            .plan()
            .zip(&summary.at_risk)
            .filter_map(|(year, risk)| {
                risk.map(|risk| RiskReport {
                    year,
                    estimated_share: risk.share,
                    estimated_people: risk.people,
                    estimated_mean_shortfall_yuan: risk.mean_shortfall_yuan,
                })
            })
            .collect(),
        labour: LabourReport {
            jobs: summary.labour.jobs.map(ExcessReport::from),
            relocated: summary.labour.relocated.map(ExcessReport::from),
        },
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn needed_growth(summary: &Summary) -> BTreeMap<&'static str, Option<String>> {
    Benchmark::ALL
        .into_iter()
        .filter_map(|name| match summary.closing[name as usize] {
            Closing::In(_) | Closing::Unknown => None,
            Closing::NotByHorizon(growth) => {
                Some((name.name(), growth.map(|growth| growth.to_string())))
            }
        })
        .collect()
}

/// Amounts under their names; what is unknown is left out.
fn named<T: Copy>(
    all: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    amount: impl Fn(T) -> Option<YuanPerPerson>,
) -> Named {
    all.into_iter()
        .filter_map(|item| Some((name(item).to_owned(), amount(item)?.to_string().into())))
        .collect()
}

fn year_report(year: &YearOutcome) -> YearReport {
    let gain = year.gain();
    YearReport {
        year: year.year,
        income: year.income.to_string(),
        components: named(Component::ALL, Component::name, |k| {
            Some(year.components[k as usize])
        }),
        channels: named(Channel::ALL, Channel::name, |channel| {
            Some(year.channel(channel))
        }),
        gain: named(GainPart::ALL, GainPart::name, |part| Some(gain.part(part))),
        coverage: year.coverage.to_string(),
        coverage_missing: year.coverage_missing.to_string(),
        benchmarks: named(Benchmark::ALL, Benchmark::name, |b| {
            year.benchmarks[b as usize]
        }),
        gaps: named(Benchmark::ALL, Benchmark::name, |benchmark| {
            year.gap(benchmark)
        }),
    }
}

fn target_reports(
    years: &[HigherThan],
    (against, series): (Option<Benchmark>, Option<Benchmark>),
) -> Vec<TargetReport> {
    years
        .iter()
        .map(|year| TargetReport {
            year: year.year,
            met: year.met,
            verdict: year.verdict.name(),
            against: against.map(Benchmark::name),
            series: series.map(Benchmark::name),
            growth: year.growth.to_string(),
            benchmark_growth: year.other_growth.to_string(),
            margin: year.margin().to_string(),
        })
        .collect()
}
