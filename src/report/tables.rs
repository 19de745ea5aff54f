//! Parts that tables share, and the report's section on what was changed.

use super::Facts;
use super::document::{Cell, Row, Table, Writer};
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::key::{Key, Unit};
use crate::scenario::Change;
use rust_decimal::Decimal;

/// A cell of words.
pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Money a head.
pub fn money(words: &Catalog, amount: YuanPerPerson) -> Cell {
    Cell::Number {
        shown: words.money(amount),
        plain: amount.to_string(),
        unit: "",
    }
}

/// A difference of money a head, with its sign.
pub fn signed(words: &Catalog, amount: YuanPerPerson) -> Cell {
    Cell::Number {
        shown: words.signed_money(amount),
        plain: amount.to_string(),
        unit: "",
    }
}

/// A share in per cent.
pub fn percent(words: &Catalog, share: Share) -> Cell {
    Cell::Number {
        shown: words.percent(share, 2),
        plain: in_percent(share),
        unit: "unit-percent",
    }
}

/// A difference of shares in points.
pub fn points(words: &Catalog, share: Share) -> Cell {
    Cell::Number {
        shown: words.points(share),
        plain: in_percent(share),
        unit: "",
    }
}

/// A total of money with its unit, as people read it; in yuan for a machine.
pub fn funds(words: &Catalog, amount: Yuan) -> Cell {
    Cell::Number {
        shown: words.funds(amount),
        plain: amount.to_string(),
        unit: "unit-yuan",
    }
}

/// Per cent to two places: a hundred times the share, rounded once.
fn in_percent(share: Share) -> String {
    crate::number::round(share.exact() * Decimal::ONE_HUNDRED, 2).to_string()
}

/// A row of those cells.
pub fn row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row {
        cells: cells.into_iter().collect(),
        is_sum: false,
    }
}

/// A row that sums up those above.
pub fn sum_row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row {
        is_sum: true,
        ..row(cells)
    }
}

/// The titles of columns by their messages.
pub fn columns(words: &Catalog, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| words.text(id).to_string()).collect()
}

/// The section on what was changed: levers and assumptions apart.
pub fn changes(writer: &mut Writer<'_>, facts: &Facts, words: &Catalog) {
    writer.section("changes", &words.text("report-changes"));
    if facts.changes.is_empty() {
        writer.text(words.text("report-changes-none").to_string());
        return;
    }
    let (levers, assumptions): (Vec<Change>, Vec<Change>) = facts
        .changes
        .iter()
        .partition(|change| change.key.is_lever());
    for (name, changes, title, why, none) in [
        (
            "levers",
            levers,
            "change-levers",
            "report-levers-why",
            "report-levers-none",
        ),
        (
            "assumptions",
            assumptions,
            "change-assumptions",
            "report-assumptions-why",
            "report-assumptions-none",
        ),
    ] {
        writer.part(&words.text(title));
        if changes.is_empty() {
            writer.text(words.text(none).to_string());
            continue;
        }
        writer.text(words.text(why).to_string());
        writer.table(Table {
            name,
            caption: words.text(title).to_string(),
            unit: None,
            columns: columns(
                words,
                &[
                    "report-change-what",
                    "report-change-from",
                    "report-change-to",
                    "report-change-by",
                    "report-change-unit",
                ],
            ),
            rows: changes
                .iter()
                .map(|change| changed(words, change))
                .collect(),
            note: None,
        });
    }
}

fn changed(words: &Catalog, change: &Change) -> Row {
    let key = change.key;
    let name = words.format(
        "report-change-name",
        &[
            ("group", &words.group(key.group())),
            ("name", &words.key_name(key)),
        ],
    );
    let difference = if key.unit() == Unit::Flag {
        text("—")
    } else {
        let difference = change.to - change.from;
        let sign = if difference > Decimal::ZERO { "+" } else { "" };
        match value(words, key, difference) {
            Cell::Number { shown, plain, unit } => Cell::Number {
                shown: format!("{sign}{shown}"),
                plain,
                unit,
            },
            words => words,
        }
    };
    row([
        text(name),
        value(words, key, change.from),
        value(words, key, change.to),
        difference,
        text(unit_name(words, key.unit()).to_string()),
    ])
}

/// A key's value in its unit, without the unit's name.
pub fn value(words: &Catalog, key: Key, value: Decimal) -> Cell {
    if key.unit() == Unit::Flag {
        return text(words.value(key, value));
    }
    Cell::Number {
        shown: words.typed(key.unit(), value),
        plain: (value * scale(key.unit()).factor).normalize().to_string(),
        unit: "",
    }
}

/// The name of a unit as tables write it.
pub fn unit_name(words: &Catalog, unit: Unit) -> std::rc::Rc<str> {
    match unit {
        Unit::Flag => "—".into(),
        Unit::YuanPerPerson => words.text("result-yuan-a-head"),
        _ => words.text(scale(unit).unit),
    }
}
