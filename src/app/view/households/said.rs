//! A register in words: numbers, kinds, faults with their places. No word of a file is among them but heads that were known.

use rust_decimal::Decimal;
use yew::prelude::*;
use zengshou_households::columns::HouseholdKind;
use zengshou_households::read::{ColumnFate, HouseholdColumn, RegisterRefusal, RowFault};

use crate::analysis::households::FactorFault;
use crate::app::households::RegisterEnd;
use crate::app::words::Words;
use crate::register::message::{RegisterFault, RegisterForm, row_fault_message};

/// An amount or a share with two digits behind the point; where it is not shown, the words for that.
pub fn figure(words: &Words, value: Option<Decimal>) -> String {
    value.map_or_else(|| hidden(words), |value| words.decimal(value, 2))
}

/// A whole number; where it is not shown, the words for that.
pub fn people(words: &Words, value: Option<u64>) -> String {
    value.map_or_else(|| hidden(words), |value| words.whole(value.into()))
}

/// A share in per cent.
pub fn percent(words: &Words, value: Option<Decimal>) -> String {
    value.map_or_else(
        || hidden(words),
        |value| format!("{}%", words.decimal(value * Decimal::ONE_HUNDRED, 2)),
    )
}

/// Part of a whole in per cent.
pub fn part(part: u64, whole: u64) -> Option<Decimal> {
    Decimal::from(part).checked_div(whole.into())
}

/// The words in the place of a number of few.
pub fn hidden(words: &Words) -> String {
    words.text("register-hidden").to_string()
}

/// A kind of household.
pub fn kind(words: &Words, kind: HouseholdKind) -> String {
    let id = match kind {
        HouseholdKind::Lifted => "register-kind-lifted",
        HouseholdKind::Unstable => "register-kind-unstable",
        HouseholdKind::Marginal => "register-kind-marginal",
        HouseholdKind::Sudden => "register-kind-sudden",
        HouseholdKind::Ordinary => "register-kind-ordinary",
    };
    words.text(id).to_string()
}

/// The form of a file.
pub fn form(words: &Words, form: RegisterForm) -> String {
    let id = match form {
        RegisterForm::Utf8 => "register-form-utf8",
        RegisterForm::Gb18030 => "register-form-gbk",
        RegisterForm::Utf16 => "register-form-utf16",
        RegisterForm::Workbook => "register-form-workbook",
        RegisterForm::Invented => "register-form-invented",
    };
    words.text(id).to_string()
}

/// The fate of a column.
pub fn fate(words: &Words, fate: ColumnFate) -> String {
    match fate {
        ColumnFate::Read(HouseholdColumn::Household | HouseholdColumn::Person) => {
            words.text("register-fate-number").to_string()
        }
        ColumnFate::Read(column) => {
            words.format("register-fate-read", &[("column", column.head())])
        }
        ColumnFate::Dropped => words.text("register-fate-dropped").to_string(),
        ColumnFate::Unused => words.text("register-fate-unused").to_string(),
    }
}

/// A fault of a row.
pub fn row_fault(words: &Words, fault: RowFault) -> String {
    words.text(row_fault_message(fault)).to_string()
}

/// The end of a register that is not open.
pub fn end(words: &Words, end: &RegisterEnd) -> Html {
    let said = match end {
        RegisterEnd::Refused(reason) => fault(words, reason),
        RegisterEnd::Canceled => words.text("register-canceled").to_string(),
        RegisterEnd::Missing(reason) => words.format("register-missing", &[("reason", reason)]),
        RegisterEnd::Fallen => words.text("register-fallen").to_string(),
    };
    html! { { said } }
}

/// The reason for which the worker refuses an order.
pub fn fault(words: &Words, fault: &RegisterFault) -> String {
    let at = |id: &str, row: u32| words.format(id, &[("row", &words.whole(row.into()))]);
    let plain = |id: &str| words.text(id).to_string();
    match fault {
        RegisterFault::Refused(reason) => refusal(words, reason),
        RegisterFault::NotText(row) => at("households-refused-text", *row),
        RegisterFault::CutCharacter(row) => at("households-refused-cut", *row),
        RegisterFault::Unreadable => plain("register-unreadable"),
        RegisterFault::Workbook(_) | RegisterFault::LargeWorkbook { .. } => {
            plain("households-refused-workbook")
        }
        RegisterFault::TooMany { most, row } => words.format(
            "register-too-many",
            &[
                ("most", &words.whole((*most).into())),
                ("row", &words.whole((*row).into())),
            ],
        ),
        RegisterFault::Few { fewest } => {
            words.format("households-few", &[("fewest", &fewest.to_string())])
        }
        RegisterFault::Factor(reason) => factor(words, reason),
        RegisterFault::Line => plain("register-line-wrong"),
        _ => plain("register-page-fault"),
    }
}

fn factor(words: &Words, fault: &FactorFault) -> String {
    let of = |id: &str, component| words.format(id, &[("component", &words.component(component))]);
    match fault {
        FactorFault::NoPlanYear(year) => {
            words.format("households-no-year", &[("year", &year.to_string())])
        }
        FactorFault::NoIncome(component) => of("households-no-income", *component),
        FactorFault::TooLarge(component) => of("households-large-factor", *component),
        FactorFault::Pay => words.text("households-large-pay").to_string(),
    }
}

fn refusal(words: &Words, refusal: &RegisterRefusal) -> String {
    let at = |id: &str, row: &u32| words.format(id, &[("row", &words.whole((*row).into()))]);
    let heads = |id: &str, columns: &[HouseholdColumn]| {
        let heads: Vec<&str> = columns.iter().map(|column| column.head()).collect();
        words.format(
            id,
            &[("columns", &heads.join(&words.text("chart-list-comma")))],
        )
    };
    match refusal {
        RegisterRefusal::Empty => words.text("households-refused-empty").to_string(),
        RegisterRefusal::NoHead => words.text("households-refused-head").to_string(),
        RegisterRefusal::Missing(columns) => heads("households-refused-missing", columns),
        RegisterRefusal::HeadTwice(column) => heads("households-refused-twice", &[*column]),
        RegisterRefusal::OtherYear(row) => at("households-refused-year", row),
        RegisterRefusal::Cut(row) => at("households-refused-cut", row),
        RegisterRefusal::LongRow(row) => at("households-refused-long", row),
        RegisterRefusal::Places(row) => at("households-refused-places", row),
        RegisterRefusal::Rows => words.text("households-refused-rows").to_string(),
    }
}
