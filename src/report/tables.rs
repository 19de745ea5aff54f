//! Parts that tables share.

use super::document::{ReportCell, ReportRow};
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::region::key::{Benchmark, Key, Unit};
use rust_decimal::Decimal;

/// A cell of words.
pub fn text(text: impl Into<String>) -> ReportCell {
    ReportCell::Text(text.into())
}

/// Money a head.
pub fn money(words: &Catalog, amount: YuanPerPerson) -> ReportCell {
    ReportCell::Number {
        shown: words.money(amount),
        plain: amount.to_string(),
        unit: "",
    }
}

/// A difference of money a head, with its sign.
pub fn signed(words: &Catalog, amount: YuanPerPerson) -> ReportCell {
    ReportCell::Number {
        shown: words.signed_money(amount),
        plain: amount.to_string(),
        unit: "",
    }
}

/// Money a head, or the word for unknown.
pub fn money_if_known(words: &Catalog, amount: Option<YuanPerPerson>) -> ReportCell {
    amount.map_or_else(|| unknown(words), |amount| money(words, amount))
}

/// A difference of money a head, or the word for unknown.
pub fn signed_if_known(words: &Catalog, amount: Option<YuanPerPerson>) -> ReportCell {
    amount.map_or_else(|| unknown(words), |amount| signed(words, amount))
}

/// The word in the place of a number that nobody knows.
pub fn unknown(words: &Catalog) -> ReportCell {
    text(&*words.text("value-unknown"))
}

/// A share in per cent.
pub fn percent(words: &Catalog, share: Share) -> ReportCell {
    ReportCell::Number {
        shown: words.percent(share, 2),
        plain: in_percent(share),
        unit: "unit-percent",
    }
}

/// A difference of shares in points.
pub fn points(words: &Catalog, share: Share) -> ReportCell {
    ReportCell::Number {
        shown: words.points(share),
        plain: in_percent(share),
        unit: "",
    }
}

/// A total of money in the unit of the greatest beside it, as people read it; in yuan for a machine.
pub fn funds_beside(words: &Catalog, amount: Yuan, greatest: Yuan) -> ReportCell {
    ReportCell::Number {
        shown: words.funds_beside(amount, &[greatest]),
        plain: amount.to_string(),
        unit: "unit-yuan",
    }
}

/// Per cent to two places: a hundred times the share, rounded once.
fn in_percent(share: Share) -> String {
    crate::number::round(share.exact() * Decimal::ONE_HUNDRED, 2).to_string()
}

/// A row of those cells.
pub fn row(cells: impl IntoIterator<Item = ReportCell>) -> ReportRow {
    ReportRow {
        cells: cells.into_iter().collect(),
        is_sum: false,
    }
}

/// A row that sums up those above.
pub fn sum_row(cells: impl IntoIterator<Item = ReportCell>) -> ReportRow {
    ReportRow {
        is_sum: true,
        ..row(cells)
    }
}

/// The titles of columns by their messages.
pub fn columns(words: &Catalog, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| words.text(id).to_string()).collect()
}

/// A key's value in its unit, without the unit's name.
pub fn value(words: &Catalog, key: Key, value: Decimal) -> ReportCell {
    if key.unit() == Unit::Flag {
        return text(words.value(key, value));
    }
    ReportCell::Number {
        shown: words.typed(key.unit(), value),
        plain: (value * scale(key.unit()).factor).normalize().to_string(),
        unit: "",
    }
}

/// A benchmark's name, marked where it is another concept of income.
pub fn benchmark_name(benchmark: Benchmark, words: &Catalog) -> String {
    let name = words.benchmark(benchmark);
    if benchmark.is_disposable_income() {
        words.format("report-benchmark-other", &[("name", &name)])
    } else {
        name.to_string()
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
