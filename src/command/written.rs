//! The report of a scenario as a file.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::i18n::Catalog;
use crate::link;
use crate::region::Region;
use crate::report::own::Own;
use crate::report::{Date, Facts, Findings, Given, csv, markdown, report_of, sheet};
use crate::scenario::Scenario;

/// What a report is written as.
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
    region: &Region,
    scenario: &Scenario,
    base: &str,
    own: &Own,
    form: Form,
    words: &Catalog,
) -> Result<Vec<u8>, String> {
    let facts = Facts::of(region, scenario);
    let income = facts.outcome.scenario[0].income;
    let link = format!("{base}#{}", link::encode(region, scenario, income, None));
    let given = Given {
        region,
        scenario,
        link: &link,
        date: today(),
        own,
    };
    let document = || {
        let findings = Findings::of(region, scenario, &facts);
        report_of(&given, &facts, &findings, words)
    };
    Ok(match form {
        Form::Markdown => markdown::write(&document(), words).into_bytes(),
        Form::Csv => csv::write(&document(), words).into_bytes(),
        Form::Excel => sheet::write(&given, &facts, words).map_err(|error| error.to_string())?,
    })
}

/// Today's date at Greenwich: the command line knows no place.
fn today() -> Date {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    date_of((seconds / 86_400) as i64)
}

/// The date so many days after the first of January 1970, by whole eras of 400 years that begin
/// on the first of March.
fn date_of(days: i64) -> Date {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date {
        year: year as u16,
        month: month as u8,
        day: day as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        for (days, year, month, day) in [
            (0, 1970, 1, 1),
            (59, 1970, 3, 1),
            (11_016, 2000, 2, 29),
            (20_454, 2026, 1, 1),
            (20_780, 2026, 11, 23),
        ] {
            assert_eq!(date_of(days), Date { year, month, day }, "{days}");
        }
    }
}
