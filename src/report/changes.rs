//! The report's section on what was changed: levers against the plan and assumptions against the
//! region's own, each with what it moves alone.

use rust_decimal::Decimal;

use super::document::{DocumentBlock, ReportCell, ReportRow, ReportTable, Writer};
use super::tables::{columns, row, signed, sum_row, text, unit_name, value};
use super::{Facts, Findings};
use crate::analysis::contribution::{Contribution, Contributions};
use crate::analysis::sums::rounding;
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::{Key, Unit, Yearly};
use crate::scenario::Change;

/// Writes the section.
pub fn write(writer: &mut Writer<'_>, facts: &Facts, findings: &Findings, words: &Catalog) {
    writer.section("changes", &words.text("report-changes"));
    if facts.changes.is_empty() {
        writer.text(words.text("report-changes-none").to_string());
        return;
    }
    let (levers, assumptions): (Vec<Change>, Vec<Change>) = facts
        .changes
        .iter()
        .partition(|change| change.key.is_lever());
    let parts = findings.parts.as_ref();
    writer.part(&words.text("change-levers"));
    if levers.is_empty() {
        writer.text(words.text("report-levers-none").to_string());
    } else {
        writer.text(words.text("report-levers-why").to_string());
        writer.table(levers_table(facts, &levers, parts, words));
    }
    writer.part(&words.text("change-assumptions"));
    if assumptions.is_empty() {
        writer.text(words.text("report-assumptions-none").to_string());
    } else {
        writer.text(words.text("report-assumptions-why").to_string());
        writer.table(assumptions_table(&assumptions, parts, words));
    }
    if !facts.unlikely.is_empty() {
        writer.text(words.text("report-unlikely").to_string());
        let said = facts.unlikely.iter().map(|unlikely| {
            let name = words.key_name(unlikely.key);
            let said = [("name", &*name), ("said", &*words.unlikely(unlikely))];
            words.format("report-unlikely-value", &said)
        });
        writer.add(DocumentBlock::Items(said.collect()));
    }
}

/// The levers against the plan, whatever else the scenario decides: a year's own value too.
fn levers_table(
    facts: &Facts,
    levers: &[Change],
    parts: Option<&Contributions>,
    words: &Catalog,
) -> ReportTable {
    let policy = |part: &Contribution| part.policy;
    let mut rows: Vec<ReportRow> = levers
        .iter()
        .map(|change| {
            let plan = match change.key {
                Key::Yearly(Yearly::Lever(lever), _) => Some(facts.resolved.plan.fixed(lever)),
                _ => change.from,
            };
            let mut cells = values(words, change.key, plan, change.to);
            cells.push(alone(words, parts, change.key, policy));
            row(cells)
        })
        .collect();
    if let Some(parts) = parts {
        let together = [(parts.levers.total, first_year(parts, levers, policy))];
        close(
            &mut rows,
            levers.len(),
            &together,
            "report-policy-sum",
            words,
        );
    }
    // What a single year's value replaces is the scenario's, not the plan's.
    let of_years: Vec<String> = levers
        .iter()
        .filter(|change| matches!(change.key, Key::Yearly(Yearly::Lever(_), _)))
        .map(|change| {
            let name = words.key_name(change.key);
            let otherwise = words.value_if_known(change.key, change.from);
            let arguments = [("name", &*name), ("value", &*otherwise)];
            words.format("report-lever-of-year", &arguments)
        })
        .collect();
    let note = if of_years.is_empty() {
        words.text("report-alone-note").to_string()
    } else {
        let alone = words.text("report-alone-note-years");
        let list = of_years.join(&words.text("report-semicolon"));
        let years = words.format("report-levers-of-years", &[("list", &list)]);
        let both = [("first", &*alone), ("second", &*years)];
        words.format("report-two-sentences", &both)
    };
    ReportTable {
        name: "levers",
        caption: words.text("change-levers").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "report-change-what",
                "report-change-plan",
                "report-change-scenario",
                "report-change-by",
                "report-change-unit",
                "report-alone",
            ],
        ),
        rows,
        note: Some(note),
    }
}

fn assumptions_table(
    assumptions: &[Change],
    parts: Option<&Contributions>,
    words: &Catalog,
) -> ReportTable {
    let plan = |part: &Contribution| part.plan;
    let policy = |part: &Contribution| part.policy;
    let mut rows: Vec<ReportRow> = assumptions
        .iter()
        .map(|change| {
            let mut cells = values(words, change.key, change.from, change.to);
            cells.push(alone(words, parts, change.key, plan));
            cells.push(alone(words, parts, change.key, policy));
            row(cells)
        })
        .collect();
    if let Some(parts) = parts {
        let together = [
            (
                parts.assumptions.total,
                first_year(parts, assumptions, plan),
            ),
            (parts.policy_shift, first_year(parts, assumptions, policy)),
        ];
        close(&mut rows, assumptions.len(), &together, "result-sum", words);
    }
    ReportTable {
        name: "assumptions",
        caption: words.text("change-assumptions").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "report-change-what",
                "report-change-given",
                "report-change-own",
                "report-change-by",
                "report-change-unit",
                "report-alone-plan",
                "report-alone-policy",
            ],
        ),
        rows,
        note: Some(words.text("report-alone-assumed-note").to_string()),
    }
}

/// Name, old value, new value, difference, unit.
fn values(words: &Catalog, key: Key, from: Option<Decimal>, to: Decimal) -> Vec<ReportCell> {
    let (group, name) = (words.group(key.group()), words.key_name(key));
    // A group of one lever has its name.
    let name = if name.starts_with(&*group) {
        name.to_string()
    } else {
        words.format("report-change-name", &[("group", &group), ("name", &name)])
    };
    let difference = if let Some(difference) = from.map(|from| to - from)
        && key.unit() != Unit::Flag
    {
        let sign = if difference > Decimal::ZERO { "+" } else { "" };
        match value(words, key, difference) {
            ReportCell::Number { shown, plain, unit } => ReportCell::Number {
                shown: format!("{sign}{shown}"),
                plain,
                unit,
            },
            words => words,
        }
    } else {
        text("—")
    };
    // Shares differ by points, not by per cent.
    let unit = match key.unit() {
        Unit::Share => words.text("report-change-unit-share"),
        unit => unit_name(words, unit),
    };
    vec![
        text(name),
        from.map_or_else(
            || text(&*words.text("value-unknown")),
            |from| value(words, key, from),
        ),
        value(words, key, to),
        difference,
        text(&*unit),
    ]
}

fn alone(
    words: &Catalog,
    parts: Option<&Contributions>,
    key: Key,
    of: impl Fn(&Contribution) -> YuanPerPerson,
) -> ReportCell {
    match parts.and_then(|parts| parts.each.get(&key)) {
        Some(part) => signed(words, of(part)),
        None => text("—"),
    }
}

/// Effects of those changes one by one in the first plan year.
fn first_year(
    parts: &Contributions,
    changes: &[Change],
    of: impl Fn(&Contribution) -> YuanPerPerson,
) -> Vec<YuanPerPerson> {
    let found = changes.iter().filter_map(|change| {
        let part = parts.each.get(&change.key)?;
        // A lever of a later year moves nothing in the first one.
        let is_later = matches!(change.key, Key::Yearly(Yearly::Lever(_), _));
        (!is_later).then(|| of(part))
    });
    found.collect()
}

/// Adds what changes do together, what rounding leaves and the sum, where there are several.
fn close(
    rows: &mut Vec<ReportRow>,
    count: usize,
    columns: &[(YuanPerPerson, Vec<YuanPerPerson>)],
    sum: &str,
    words: &Catalog,
) {
    if count < 2 {
        return;
    }
    let rest = columns.iter().map(|(total, parts)| {
        let interplay = *total - parts.iter().copied().sum();
        let all = parts.iter().copied().chain([interplay]);
        (interplay, rounding(*total, all))
    });
    let (together, rounded): (Vec<YuanPerPerson>, Vec<YuanPerPerson>) = rest.unzip();
    let totals: Vec<YuanPerPerson> = columns.iter().map(|(total, _)| *total).collect();
    let cells = |id: &str, amounts: &[YuanPerPerson]| -> Vec<ReportCell> {
        let name = text(&*words.text(id));
        let blank = std::iter::repeat_n(text(""), 4);
        let amounts = amounts.iter().map(|amount| signed(words, *amount));
        std::iter::once(name).chain(blank).chain(amounts).collect()
    };
    rows.push(row(cells("report-together", &together)));
    if rounded.iter().any(|rest| !rest.rounded().is_zero()) {
        rows.push(row(cells("result-rounding", &rounded)));
    }
    rows.push(sum_row(cells(sum, &totals)));
}
