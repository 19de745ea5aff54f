//! Drawings of the years: the paths and the components, each with its sentence.

use crate::analysis::history::IncomeHistory;
use crate::chart::moves_the_plan;
use crate::chart::paths::{self, Incomes, PathsChoice, PathsView};
use crate::chart::shares::{self, ComponentMeasure};
use crate::i18n::Catalog;
use crate::model::YearOutcome;
use crate::number::Share;
use crate::region::key::{Benchmark, Component};
use crate::report::document::Writer;
use crate::report::{Facts, Given};

/// The benchmark to which the gap is shaded: the first one, of the same concept of income.
const SHADED: Benchmark = Benchmark::LiftedProvince;

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
    let history = match facts.deflator {
        None => history,
        Some(deflator) => deflator.history(years, &history),
    };
    let incomes = Incomes {
        outcome: &facts.outcome,
        published: &facts.published,
        history: &history,
        closing: &facts.summary.closing,
        errors: &[],
    };
    let choice = PathsChoice {
        view: PathsView::Levels,
        hidden: Vec::new(),
        benchmark: Some(SHADED),
    };
    writer.figure(
        "paths",
        &facts.titled(words, &words.text("report-paths")),
        said,
        paths::chart_model(words, incomes, &choice).drawing,
        Some(words.format(
            "report-paths-note",
            &[("benchmark", &words.benchmark(SHADED))],
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
    let published = moves_the_plan(&facts.outcome, &facts.published).then_some(&facts.published);
    let note = match published {
        Some(_) => "chart-shares-note-own",
        None => "chart-shares-note",
    };
    writer.figure(
        "components",
        &facts.titled(words, &words.text("report-components")),
        said,
        shares::chart_model(words, &facts.outcome, published, ComponentMeasure::Yuan).drawing,
        Some(words.text(note).to_string()),
        None,
    );
}
