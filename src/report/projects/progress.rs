//! Spending and completion against the calendar, and the funds at risk.

use super::{MOST_LINES, count, more, share, wan};
use crate::i18n::Catalog;
use crate::projects::overview::ProjectOverview;
use crate::projects::pace::{LinePace, ProjectGroup, ProjectProgress, RiskReason};
use crate::report::document::{ReportCell, ReportTable, Writer};
use crate::report::tables::{columns, points, row, sum_row, text};

/// The columns of the table of completion, on the screen and on paper.
pub const COMPLETION_COLUMNS: [&str; 8] = [
    "projects-column-group",
    "types-column-projects",
    "projects-column-begun",
    "projects-column-completed",
    "projects-column-done",
    "projects-column-lead",
    "projects-column-needed",
    "projects-column-unknown-state",
];

/// The section of this part.
pub fn write(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.section(
        "projects-progress",
        &words.text("projects-section-progress"),
    );
    if of.terms.month.is_none() {
        writer.text(&*words.text(match of.day {
            None => "projects-no-day",
            Some(_) => "projects-no-month",
        }));
    }
    spending(writer, of, words);
    completion(writer, of, words);
    at_risk(writer, of, words);
}

fn lead(words: &Catalog, pace: Option<&LinePace>) -> ReportCell {
    pace.map_or_else(|| text("—"), |pace| points(words, pace.lead))
}

/// The line's cells; the sum of all stands last.
fn lines(
    of: &ProjectOverview<'_>,
    words: &Catalog,
    cells: impl Fn(&ProjectProgress) -> Vec<ReportCell>,
) -> Vec<crate::report::document::ReportRow> {
    let line = |progress: &ProjectProgress| {
        let name = [text(words.project_group(&progress.group))];
        name.into_iter().chain(cells(progress))
    };
    let of_parts = of
        .progress
        .iter()
        .filter(|it| it.group != ProjectGroup::All);
    let mut rows: Vec<_> = of_parts.map(|progress| row(line(progress))).collect();
    let all = of
        .progress
        .iter()
        .filter(|it| it.group == ProjectGroup::All);
    rows.extend(all.map(|progress| sum_row(line(progress))));
    rows
}

fn spending(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    let cells = |progress: &ProjectProgress| {
        let pace = progress.spending.as_ref();
        let needed = match pace.and_then(|pace| pace.pace).map(|pace| pace.needed) {
            Some(Some(needed)) => wan(words, needed),
            Some(None) => text(&*words.text("projects-no-month-left")),
            None => text("—"),
        };
        vec![
            wan(words, progress.planned),
            wan(words, progress.paid),
            share(words, pace.map(|pace| pace.share)),
            lead(words, pace),
            needed,
            count(words, progress.without_paid),
        ]
    };
    writer.table(ReportTable {
        name: "projects-spending",
        caption: words.text("projects-table-spending").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-group",
                "types-column-money",
                "form-project-paid",
                "projects-column-done",
                "projects-column-lead",
                "projects-column-needed",
                "projects-column-without-paid",
            ],
        ),
        rows: lines(of, words, cells),
        note: Some(words.text("projects-table-spending-note").to_string()),
    });
}

fn completion(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    let cells = |progress: &ProjectProgress| {
        let pace = progress.completion.as_ref();
        let needed = match pace.and_then(|pace| pace.pace).map(|pace| pace.needed) {
            Some(Some(needed)) => ReportCell::Number {
                shown: words.decimal(crate::number::round(needed, 1), 1),
                plain: crate::number::round(needed, 4).normalize().to_string(),
                unit: "",
            },
            Some(None) => text(&*words.text("projects-no-month-left")),
            None => text("—"),
        };
        vec![
            count(words, progress.projects),
            count(words, progress.begun),
            count(words, progress.completed),
            share(words, pace.map(|pace| pace.share)),
            lead(words, pace),
            needed,
            count(words, progress.unknown_state),
        ]
    };
    writer.table(ReportTable {
        name: "projects-completion",
        caption: words.text("projects-table-completion").to_string(),
        unit: None,
        columns: columns(words, &COMPLETION_COLUMNS),
        rows: lines(of, words, cells),
        note: None,
    });
}

fn at_risk(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    if of.terms.month.is_none() {
        return;
    }
    writer.part(&words.text("projects-part-risk"));
    if of.at_risk.is_empty() {
        writer.text(&*words.text("projects-no-risk"));
        return;
    }
    writer.table(risk_table(of, words, MOST_LINES));
    more(writer, of.at_risk.len(), words);
}

/// The funds at risk, so many of the largest.
pub fn risk_table(of: &ProjectOverview<'_>, words: &Catalog, most: usize) -> ReportTable {
    let sum = of.at_risk.iter().map(|it| it.unpaid).sum();
    let rows = of.at_risk.iter().take(most).map(|risk| {
        let reason = match risk.reason {
            RiskReason::NotBegun => "projects-risk-not-begun",
            RiskReason::Behind => "projects-risk-behind",
        };
        let rows = of.library.checked.rows;
        row([
            text(words.project_place(rows, risk.row)),
            text(words.project_county(&rows[risk.row])),
            wan(words, risk.unpaid),
            text(&*words.text(reason)),
        ])
    });
    let mut rows: Vec<_> = rows.collect();
    rows.push(sum_row([
        text(&*words.text("counties-sum")),
        text(""),
        wan(words, sum),
        count(words, of.at_risk.len()),
    ]));
    ReportTable {
        name: "projects-risk",
        caption: words.text("projects-table-risk").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-project",
                "form-project-county",
                "projects-column-unpaid",
                "projects-column-reason",
            ],
        ),
        rows,
        note: None,
    }
}
