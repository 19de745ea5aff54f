//! The report: the results of a scenario, in the form that a bureau hands upward.
//!
//! It is written once as a [`Document`] in the reader's language, every sentence made from the
//! numbers, and then shown as a page, as Markdown ([`markdown`]) or as CSV ([`csv`]); [`workbook`]
//! makes the workbook in which the projection can be followed as formulas. Nothing here knows a
//! browser or a clock: the date is passed in.

mod changes;
pub mod checksum;
pub mod counties;
pub mod csv;
pub mod document;
pub mod draws;
mod evidence;
pub mod exercise;
mod findings;
mod funding;
pub mod groups;
pub mod looking_back;
pub mod markdown;
pub mod own;
pub mod projects;
pub mod register;
pub mod request;
mod results;

mod spending;
mod summary;
pub mod swept;
mod tables;
pub mod workbook;

use crate::analysis::monte_carlo::MonteCarloAnswer;
use crate::analysis::plausible::Unlikely;
use crate::analysis::prices::{Deflator, PriceBasis};
use crate::analysis::summary::{Summary, is_division_known, summary};
use crate::i18n::Catalog;
use crate::model::{self, Outcome, YearOutcome};
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::scenario::{Change, Resolved, Scenario};
use document::{Document, Writer};
pub use findings::Findings;
use own::Own;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

/// The material of a report.
pub struct Given<'a> {
    /// The region.
    pub region: &'a Region,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The scenario's name, if it has one.
    pub name: Option<&'a str>,
    /// The link of the scenario as a whole address.
    pub link: &'a str,
    /// The day of the report.
    pub date: Date,
    /// The reader's own texts for it.
    pub own: &'a Own,
    /// The draws over the ranges; none where they were not made.
    pub draws: Option<&'a MonteCarloAnswer>,
    /// The prices that amounts a head are shown in.
    pub prices: PriceBasis,
}

/// The numbers of a report, computed once.
#[derive(Clone)]
pub struct Facts {
    /// The values of plan and scenario.
    pub resolved: Resolved,
    /// Plan and scenario under the user's assumptions.
    pub outcome: Outcome,
    /// The plan under the region's own assumptions.
    pub published: Outcome,
    /// The scenario's levers under the region's own assumptions: what of the policy effect is
    /// owed to changed assumptions, this one shows.
    pub unassumed: Outcome,
    /// The summary of the outcome.
    pub summary: Summary,
    /// The changes, levers before assumptions.
    pub changes: Vec<Change>,
    /// Changed values outside what is plausible.
    pub unlikely: Vec<Unlikely>,
    /// The deflator of its amounts; none where they are in each year's own prices.
    pub deflator: Option<Deflator>,
}

impl Facts {
    /// Projects the scenario.
    pub fn of(region: &Region, scenario: &Scenario) -> Self {
        let resolved = scenario.resolve(region);
        let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
        let mut levers_alone = scenario.clone();
        levers_alone.reset_assumptions(region);
        Self {
            unassumed: levers_alone.project(region),
            summary: summary(
                region,
                is_division_known(region, scenario),
                &resolved,
                &outcome,
            ),
            published: Scenario::default().project(region),
            changes: scenario.changes(region),
            unlikely: Unlikely::all(region, scenario),
            deflator: None,
            resolved,
            outcome,
        }
    }

    /// The same with every amount a head in those prices; judgements stay.
    fn in_prices(&self, prices: PriceBasis) -> Self {
        let years = self.outcome.years;
        let deflator = match prices {
            PriceBasis::Nominal => return self.clone(),
            PriceBasis::Constant => Deflator::of(years, &self.resolved.scenario),
        };
        Self {
            outcome: deflator.outcome(&self.outcome),
            published: deflator.outcome(&self.published),
            unassumed: deflator.outcome(&self.unassumed),
            summary: deflator.summary(years, &self.summary),
            deflator: Some(deflator),
            ..self.clone()
        }
    }

    /// A title of amounts a head, with the prices where these are not each year's own.
    fn titled(&self, words: &Catalog, title: &str) -> String {
        match self.deflator {
            None => title.to_owned(),
            Some(deflator) => {
                let mark = words.constant_prices(deflator);
                words.format("prices-title", &[("title", title), ("mark", &mark)])
            }
        }
    }

    /// True where an assumption was changed.
    pub fn has_own_assumptions(&self) -> bool {
        self.changes.iter().any(|change| !change.key.is_lever())
    }

    /// Every plan year: published plan, plan and scenario.
    pub fn years(&self) -> impl Iterator<Item = YearFacts<'_>> {
        let plans = self.published.plan.iter().zip(&self.outcome.plan);
        let scenarios = self.unassumed.scenario.iter().zip(&self.outcome.scenario);
        plans
            .zip(scenarios)
            .map(|((published, plan), (unassumed, scenario))| YearFacts {
                published,
                plan,
                unassumed,
                scenario,
            })
    }

    /// The first plan year and the last one.
    pub fn ends(&self) -> Option<(YearFacts<'_>, YearFacts<'_>)> {
        Some((self.years().next()?, self.years().last()?))
    }
}

/// One plan year.
#[derive(Clone, Copy)]
pub struct YearFacts<'a> {
    /// The plan under the region's own assumptions.
    pub published: &'a YearOutcome,
    /// The plan under the user's assumptions.
    pub plan: &'a YearOutcome,
    /// The scenario's levers under the region's own assumptions.
    pub unassumed: &'a YearOutcome,
    /// The scenario.
    pub scenario: &'a YearOutcome,
}

impl YearFacts<'_> {
    /// The effect of changed assumptions on the plan: no effect of a policy.
    pub fn assumption_effect(&self) -> YuanPerPerson {
        self.plan.income - self.published.income
    }

    /// The effect of changed assumptions on the policy effect, which already includes it.
    pub fn policy_shift(&self) -> YuanPerPerson {
        self.scenario.difference() - self.unassumed.difference()
    }
}

/// A day as the language writes it.
pub fn date(words: &Catalog, Date { year, month, day }: Date) -> String {
    let months = words.text("report-months");
    let month_name = months
        .split_whitespace()
        .nth(usize::from(month).saturating_sub(1))
        .unwrap_or_default();
    words.format(
        "report-date",
        &[
            ("year", &year.to_string()),
            ("month", month_name),
            ("day", &day.to_string()),
        ],
    )
}

/// Writes the report.
pub fn report(given: &Given<'_>, words: &Catalog) -> Document {
    let facts = Facts::of(given.region, given.scenario);
    let findings = Findings::of(given.region, given.scenario, &facts);
    report_of(given, &facts, &findings, words)
}

/// Writes the report of what is known already.
pub fn report_of(
    given: &Given<'_>,
    facts: &Facts,
    findings: &Findings,
    words: &Catalog,
) -> Document {
    let checksum = checksum::checksum(given, facts);
    let region = given.region.name.in_language(words.language());
    let mut writer = Writer::new(words);
    let shown = facts.in_prices(given.prices);
    summary::write(&mut writer, given, &shown, words);
    changes::write(&mut writer, facts, findings, words);
    results::write(&mut writer, given, &shown, findings, words);
    evidence::caveats(&mut writer, given.region, words);
    evidence::sources(&mut writer, given, words);
    evidence::own_sources(&mut writer, given, words);
    evidence::open_assumptions(&mut writer, given, findings, words);
    evidence::proof(&mut writer, given, &checksum, words);
    let title = match &given.own.title {
        Some(title) => title.clone(),
        None => words.format("report-title-default", &[("region", region)]),
    };
    let named = given
        .name
        .map(|name| words.format("report-scenario", &[("name", name)]));
    let mut imprint: Vec<String> = named.into_iter().collect();
    imprint.push(words.format("report-region", &[("region", region)]));
    imprint.push(date(words, given.date));
    if let Some(name) = &given.own.prepared_by {
        imprint.push(words.format("report-prepared-by", &[("name", name)]));
    }
    Document {
        title,
        name: given.name.map(str::to_owned),
        imprint,
        sections: writer.finish(),
        link: given.link.to_owned(),
        checksum,
    }
}

#[cfg(test)]
mod tests;
