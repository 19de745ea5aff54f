//! The report of a scenario as a file.

use super::input::Input;
use crate::analysis::prices::PriceBasis;
use crate::i18n::Catalog;
use crate::report::own::Own;
use crate::report::{Date, Facts, Findings, Given, csv, draws, markdown, report_of, workbook};

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Text with light marks.
    Markdown,
    /// Tables for any spreadsheet.
    Csv,
    /// A workbook with the projection as formulas.
    Excel,
}

/// Writes the report of today.
///
/// # Errors
/// The reason, if the workbook can't be made.
pub fn write(
    input: &Input,
    base: &str,
    own: &Own,
    (form, prices): (Form, PriceBasis),
    words: &Catalog,
) -> Result<Vec<u8>, String> {
    let (region, scenario) = (&input.region, &input.scenario);
    let facts = Facts::of(region, scenario);
    let link = input.link(base);
    let made = (form != Form::Excel)
        .then(|| draws::made(region, scenario, &input.extras.distributions))
        .flatten();
    let given = Given {
        region,
        scenario,
        name: input.name.as_deref(),
        link: &link,
        date: today(),
        own,
        draws: made.as_ref(),
        prices,
    };
    let document = || {
        let findings = Findings::of(region, scenario, &facts);
        report_of(&given, &facts, &findings, words)
    };
    Ok(match form {
        Form::Markdown => markdown::write(&document(), words).into_bytes(),
        Form::Csv => csv::write(&document(), words).into_bytes(),
        Form::Excel => workbook::write(&given, &facts, words).map_err(|error| error.to_string())?,
    })
}

/// Today's date where the machine stands.
fn today() -> Date {
    let today = jiff::ZonedDateTime::now().date();
    Date {
        year: today.year().unsigned_abs(),
        month: today.month().unsigned_abs(),
        day: today.day().unsigned_abs(),
    }
}
