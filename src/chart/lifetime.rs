//! Income over a lifetime in words and as a table, for screen and report.

use std::rc::Rc;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use crate::analysis::lifetime::switching::LifetimeSwitch;
use crate::analysis::lifetime::{CapitalAgainstCash, LifetimeTable, LifetimeUse};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::{MONEY_PLACES, Share};
use crate::region::key::Year;

/// The name of a use.
pub fn use_name(words: &Catalog, place: LifetimeUse) -> Rc<str> {
    match place {
        LifetimeUse::Industry => words.text("lifetime-industry"),
        LifetimeUse::Assets => words.text("lifetime-assets"),
        LifetimeUse::Grants => words.text("lifetime-grants"),
        LifetimeUse::Coverage => words.text("lifetime-coverage"),
        LifetimeUse::Infrastructure => words.text("lifetime-infrastructure"),
        LifetimeUse::Other => words.text("lifetime-other"),
        LifetimeUse::Social => words.text("lifetime-social"),
        LifetimeUse::Jobs(batch) => words
            .format("lifetime-jobs", &[("name", &words.batch(batch))])
            .into(),
    }
}

fn decimal(amount: f64) -> Decimal {
    Decimal::from_f64(amount).unwrap_or_default()
}

/// An amount of yuan for a yuan.
pub fn yuan(words: &Catalog, amount: f64) -> String {
    words.decimal(decimal(amount), MONEY_PLACES)
}

/// The table, to the horizon and to the far year, as it is and discounted.
pub fn table(words: &Catalog, lifetime: &LifetimeTable) -> DataTable {
    let head = |id: &str, year: Year| words.format(id, &[("year", &year.to_string())]);
    let years = [lifetime.horizon, lifetime.far];
    let heads = years
        .into_iter()
        .flat_map(|year| ["lifetime-to", "lifetime-to-discounted"].map(|id| head(id, year)));
    let rows = lifetime.rows.iter().map(|row| {
        let all = [row.horizon, row.far];
        let all = all.into_iter().flat_map(|own| [own.plain, own.discounted]);
        let cells = all.map(|amount| TableCell::number(decimal(amount), MONEY_PLACES));
        TableRow::new(use_name(words, row.place).to_string(), cells.collect())
    });
    DataTable {
        heads: std::iter::once(words.text("lifetime-use").to_string())
            .chain(heads)
            .collect(),
        rows: rows.collect(),
    }
}

/// A sentence on what the table is.
pub fn lead(words: &Catalog, lifetime: &LifetimeTable) -> String {
    words.format(
        "lifetime-lead",
        &[
            ("first", &lifetime.first.to_string()),
            ("horizon", &lifetime.horizon.to_string()),
            ("far", &lifetime.far.to_string()),
        ],
    )
}

/// A note on money from outside the plan, and the rate.
pub fn note(words: &Catalog, lifetime: &LifetimeTable) -> String {
    let rate = words.percent(Share(decimal(lifetime.rate)), 2);
    words.format("lifetime-note", &[("rate", &rate)])
}

/// A sentence where the model disagrees with a study that it cites; `study` is its citation.
pub fn disagreement(
    words: &Catalog,
    capital: &CapitalAgainstCash,
    far: Year,
    study: &str,
) -> Option<String> {
    if !capital.disagrees() {
        return None;
    }
    let (assets, cash) = (yuan(words, capital.assets), yuan(words, capital.cash));
    let far = far.to_string();
    let by = capital.study.to_string();
    let year = capital.overtakes.map(|year| year.to_string());
    let arguments = [
        ("study", study),
        ("far", &*far),
        ("by", &*by),
        ("assets", &*assets),
        ("cash", &*cash),
        ("year", year.as_deref().unwrap_or_default()),
    ];
    Some(match year {
        None => words.format("lifetime-never", &arguments[..5]),
        Some(_) => words.format("lifetime-later", &arguments),
    })
}

/// A sentence on a value that turns the order of two uses; `years` are those in which it does.
pub fn switch(words: &Catalog, turn: &LifetimeSwitch, years: &[Year]) -> String {
    let value = |value: Decimal| words.value(turn.key, value.normalize());
    let id = if turn.end < turn.now {
        "lifetime-switch-below"
    } else {
        "lifetime-switch-above"
    };
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let years = years.join(&words.text("lifetime-and"));
    words.format(
        id,
        &[
            ("name", &words.key_name(turn.key)),
            ("now", &value(turn.now)),
            ("least", &value(turn.least)),
            ("most", &value(turn.most)),
            ("edge", &value(turn.edge)),
            ("years", &years),
            ("above", &use_name(words, turn.above)),
            ("below", &use_name(words, turn.below)),
        ],
    )
}
