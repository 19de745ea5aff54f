//! The report's first section: what comes out, in sentences made from the numbers.

use super::document::{DocumentBlock, Writer};
use super::{Facts, Given, YearFacts, funding};
use crate::analysis::gain::{GainVerdict, verdict};
use crate::analysis::progress::Published;
use crate::analysis::summary::Closing;
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::model::targets::{HigherThan, Verdict};
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{Benchmark, Fixed};

/// Writes the section.
pub fn write(writer: &mut Writer<'_>, given: &Given<'_>, facts: &Facts, words: &Catalog) {
    writer.section("summary", &words.text("report-summary"));
    let Some((first, last)) = facts.ends() else {
        return;
    };
    writer.text(opening(given, facts, words));
    writer.text(words.data_version(given.region));
    if let Some(deflator) = facts.deflator {
        writer.text(words.of_prices("prices-report", deflator));
    }
    let mut items = vec![headline(facts, first, last, words)];
    items.extend(assumed(facts, first, last, words));
    items.extend(source_of_gain(first.scenario, words));
    items.push(funding::sentence(given, facts, words));
    items.extend(progress(given, facts, words));
    items.push(gaps(facts, first.scenario, words));
    items.push(higher_thans(facts, words));
    items.push(coverage(facts, first.scenario, words));
    let labour = facts.summary.labour;
    items.extend(
        labour
            .jobs
            .map(|over| words.format("report-labour-jobs", &[("said", &words.jobs_excess(&over))])),
    );
    items.extend(labour.relocated.map(|over| {
        words.format(
            "report-labour-relocated",
            &[("said", &words.relocated_excess(&over))],
        )
    }));
    items.extend(at_risk(facts, first.scenario, words));
    writer.add(DocumentBlock::Items(items));
}

fn opening(given: &Given<'_>, facts: &Facts, words: &Catalog) -> String {
    let years = facts.outcome.years;
    let levers = facts.changes.iter().filter(|c| c.key.is_lever()).count();
    let assumptions = facts.changes.len() - levers;
    let base = words.format(
        "report-opening",
        &[
            ("region", given.region.name.in_language(words.language())),
            ("known", &years.income.to_string()),
            ("from", &years.first_plan.to_string()),
            ("to", &years.horizon.to_string()),
        ],
    );
    let changed = if facts.changes.is_empty() {
        words.text("report-opening-plan").to_string()
    } else {
        words.format(
            "report-opening-changed",
            &[
                ("levers", &levers.to_string()),
                ("assumptions", &assumptions.to_string()),
            ],
        )
    };
    words.format(
        "report-two-sentences",
        &[("first", &base), ("second", &changed)],
    )
}

/// A difference in words: how much more or less, or the same. Judged as it is shown; with
/// assumptions of the user's own, against the plan under these.
pub fn compared(words: &Catalog, difference: YuanPerPerson, is_own: bool) -> String {
    let shown = difference.rounded();
    if shown.is_zero() {
        let id = if is_own {
            "report-same-own"
        } else {
            "report-same"
        };
        return words.text(id).to_string();
    }
    let amount = words.decimal(shown.abs(), 2);
    let id = match (shown.is_sign_negative(), is_own) {
        (true, false) => "report-less",
        (false, false) => "report-more",
        (true, true) => "report-less-own",
        (false, true) => "report-more-own",
    };
    words.format(id, &[("amount", &amount)])
}

fn headline(facts: &Facts, first: YearFacts<'_>, last: YearFacts<'_>, words: &Catalog) -> String {
    let own = facts.has_own_assumptions();
    words.format(
        "report-headline",
        &[
            ("first", &first.scenario.year.to_string()),
            ("income", &words.money(first.scenario.income)),
            (
                "compared",
                &compared(words, first.scenario.difference(), own),
            ),
            ("last", &last.scenario.year.to_string()),
            ("later", &words.money(last.scenario.income)),
            (
                "later_compared",
                &compared(words, last.scenario.difference(), own),
            ),
        ],
    )
}

/// Effects of changed assumptions, stated apart from those of policy.
fn assumed(
    facts: &Facts,
    first: YearFacts<'_>,
    last: YearFacts<'_>,
    words: &Catalog,
) -> Option<String> {
    facts.has_own_assumptions().then(|| {
        words.format(
            "report-assumed",
            &[
                ("first", &first.plan.year.to_string()),
                ("amount", &words.signed_money(first.assumption_effect())),
                ("last", &last.plan.year.to_string()),
                ("later", &words.signed_money(last.assumption_effect())),
                ("shift", &words.signed_money(first.policy_shift())),
                ("later_shift", &words.signed_money(last.policy_shift())),
            ],
        )
    })
}

/// The parts of the gain, and their meaning.
fn source_of_gain(year: &YearOutcome, words: &Catalog) -> Option<String> {
    let gain = year.gain();
    let verdict = match verdict(&gain) {
        GainVerdict::Nothing => return None,
        GainVerdict::Offset => words.text("result-gain-offset").to_string(),
        GainVerdict::Gain(None) => words.text("result-gain-small").to_string(),
        GainVerdict::Gain(Some(share)) => {
            words.format("report-gain-share", &[("share", &words.percent(share, 1))])
        }
        GainVerdict::MarketFalls => words.text("result-gain-market-falls").to_string(),
        GainVerdict::PaidFalls => words.text("result-gain-paid-falls").to_string(),
        GainVerdict::Loss(_) => words.text("report-gain-loss").to_string(),
    };
    let [market, public_work, transfer] = gain.parts.map(|amount| words.signed_money(amount));
    Some(words.format(
        "report-gain",
        &[
            ("year", &year.year.to_string()),
            ("market", &market),
            ("public_work", &public_work),
            ("transfer", &transfer),
            ("verdict", &verdict),
        ],
    ))
}

/// Progress of the year's money and projects when the region last reported.
fn progress(given: &Given<'_>, facts: &Facts, words: &Catalog) -> Option<String> {
    let published = Published::of(given.region)?;
    let known = super::spending::known(words, &published);
    let target = Share(facts.resolved.scenario.fixed(Fixed::Execution));
    let calendar = super::spending::calendar(words, &published, target);
    let both = [("first", &*known), ("second", &*calendar)];
    let both = words.format("report-two-sentences", &both);
    Some(words.format("report-progress-item", &[("said", &both)]))
}

/// Each benchmark: how far behind or ahead, and when it is reached.
fn gaps(facts: &Facts, year: &YearOutcome, words: &Catalog) -> String {
    let horizon = facts.outcome.years.horizon.to_string();
    let parts: Vec<String> = Benchmark::OF_INCOME
        .into_iter()
        .filter_map(|benchmark| {
            let gap = year.gap(benchmark)?.rounded();
            let id = if gap.is_zero() {
                "report-gap-level"
            } else if gap.is_sign_negative() {
                "report-gap-ahead"
            } else {
                "report-gap-behind"
            };
            let closing = match facts.summary.closing[benchmark as usize] {
                Closing::In(year) => {
                    words.format("report-closing-in", &[("year", &year.to_string())])
                }
                Closing::NotByHorizon(_) | Closing::Unknown => {
                    words.format("report-closing-not-by", &[("year", &horizon)])
                }
            };
            let concept = if benchmark.is_disposable_income() {
                words.text("report-other-concept")
            } else {
                words.text("report-same-concept")
            };
            Some(words.format(
                id,
                &[
                    ("benchmark", &words.benchmark(benchmark)),
                    ("amount", &words.decimal(gap.abs(), 2)),
                    ("concept", &concept),
                    ("closing", &closing),
                ],
            ))
        })
        .collect();
    if parts.is_empty() {
        return words.text("report-gaps-unknown").to_string();
    }
    words.format(
        "report-gaps",
        &[
            ("year", &year.year.to_string()),
            ("gaps", &parts.join(&words.text("report-semicolon"))),
        ],
    )
}

fn higher_thans(facts: &Facts, words: &Catalog) -> String {
    let met = |years: &[HigherThan]| {
        if years.is_empty() {
            return words.text("report-higher-unknown").to_string();
        }
        let met = years.iter().filter(|year| year.verdict == Verdict::Met);
        words.format(
            "report-higher-years",
            &[("count", &met.count().to_string())],
        )
    };
    let first = met(&facts.summary.first_higher_than);
    let all = facts.outcome.years.plan().len().to_string();
    let second = met(&facts.summary.second_higher_than);
    words.format(
        "report-higher-thans",
        &[("all", &all), ("first", &first), ("second", &second)],
    ) + &words.measured_against(facts.summary.first_benchmark, facts.summary.second_series)
}

fn coverage(facts: &Facts, year: &YearOutcome, words: &Catalog) -> String {
    let wanted = Share(facts.resolved.scenario.fixed(Fixed::Coverage));
    let reached = words.format(
        "report-coverage-reached",
        &[
            ("year", &year.year.to_string()),
            ("reached", &words.percent(year.coverage, 2)),
            ("wanted", &words.percent(wanted, 2)),
            (
                "province",
                &words.percent(facts.summary.coverage_province, 2),
            ),
        ],
    );
    let missing = if year.coverage_missing.rounded().is_zero() {
        words.text("report-coverage-paid").to_string()
    } else {
        words.format(
            "report-coverage-missing",
            &[("amount", &words.funds(year.coverage_missing))],
        )
    };
    words.format(
        "report-two-sentences",
        &[("first", &reached), ("second", &missing)],
    )
}

fn at_risk(facts: &Facts, year: &YearOutcome, words: &Catalog) -> Option<String> {
    let people = |of: &[Option<crate::model::risk::AtRisk>]| {
        super::results::estimated_people(of.first().copied().flatten()?)
    };
    let scenario = people(&facts.summary.at_risk)?;
    let plan = people(&facts.summary.at_risk_in_plan)?;
    Some(words.format(
        "report-at-risk",
        &[
            ("year", &year.year.to_string()),
            ("scenario", &words.people(scenario)),
            ("plan", &words.people(plan)),
        ],
    ))
}
