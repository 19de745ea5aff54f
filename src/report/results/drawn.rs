//! Drawings of the years: the paths and the components, each with its sentence.

use crate::analysis::history::IncomeHistory;
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::number::Share;
use crate::region::key::Component;
use crate::report::document::Writer;
use crate::report::{Facts, Given, figure};

/// The paths of income and benchmarks.
pub fn paths(writer: &mut Writer<'_>, given: &Given<'_>, facts: &Facts, words: &Catalog) {
    let Some((_, last)) = facts.ends() else {
        return;
    };
    let years = facts.outcome.years;
    let said = words.format(
        "report-paths-description",
        &[
            ("from", &years.base().to_string()),
            ("to", &years.horizon.to_string()),
            ("base", &words.money(facts.outcome.base_income)),
            ("plan", &words.money(last.plan.income)),
            ("scenario", &words.money(last.scenario.income)),
        ],
    );
    let history = IncomeHistory::of(given.region, &facts.resolved.scenario);
    writer.figure(
        &words.text("report-paths"),
        said,
        figure::paths(facts, &history, words),
        Some(words.format(
            "report-paths-note",
            &[("benchmark", &words.benchmark(figure::SHADED))],
        )),
        None,
    );
}

/// The components' shares of income, in a sentence and a figure.
pub fn shares(writer: &mut Writer<'_>, facts: &Facts, words: &Catalog) {
    let Some((first, last)) = facts.ends() else {
        return;
    };
    let (first, last) = (first.scenario, last.scenario);
    let share = |year: &YearOutcome, component: Component| {
        let part = year.components[component as usize];
        let is_nothing = year.income.exact().is_zero();
        let share = if is_nothing {
            Share::default()
        } else {
            part / year.income
        };
        words.percent(share, 1)
    };
    let parts = Component::ALL.map(|component| {
        words.format(
            "chart-share-from-to",
            &[
                ("name", &words.component(component)),
                ("from", &share(first, component)),
                ("to", &share(last, component)),
            ],
        )
    });
    let said = words.format(
        "chart-shares-description",
        &[
            ("from", &first.year.to_string()),
            ("to", &last.year.to_string()),
            ("parts", &parts.join(&words.text("chart-list-comma"))),
        ],
    );
    writer.text(said.clone());
    let note = if facts.has_own_assumptions() {
        "report-components-note-own"
    } else {
        "report-components-note"
    };
    writer.figure(
        &words.text("report-components"),
        said,
        figure::components(facts, words),
        Some(words.text(note).to_string()),
        None,
    );
}
