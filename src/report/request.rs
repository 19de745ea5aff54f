//! Request of the page to the program that writes workbooks: texts that the page has read already.

use serde::Deserialize;

use super::own::Own;
use super::{Date, Facts, Given, workbook};
use crate::analysis::prices::PriceBasis;
use crate::i18n::Catalog;
use crate::i18n::number::PlainFormat;
use crate::language::Language;
use crate::region::files::RegionFiles;
use crate::scenario::file;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    region: RegionFiles,
    scenario: String,
    language: String,
    words: String,
    link: String,
    date: (u16, u8, u8),
    title: Option<String>,
    prepared_by: Option<String>,
}

/// Makes the requested workbook.
///
/// # Errors
/// The part of the request that could not be understood; the page writes it itself, so that this is a
/// fault of the program.
pub fn workbook(request: &str) -> Result<Vec<u8>, String> {
    let request: Request = serde_json::from_str(request).map_err(|error| error.to_string())?;
    let language = Language::parse(&request.language).ok_or("no such language")?;
    let words = Catalog::read(language, &request.words, Box::new(PlainFormat));
    let region = request
        .region
        .region()
        .map_err(|problems| format!("{problems:?}"))?;
    words.name_after(&region.terms, region.years);
    let read = file::read(&region, &request.scenario).map_err(|problem| format!("{problem:?}"))?;
    let (year, month, day) = request.date;
    let text = |text: Option<String>| text.unwrap_or_default();
    let own = Own::of(&text(request.title), &text(request.prepared_by));
    let region = read.scenario.region(&region);
    let given = Given {
        region: &region,
        scenario: &read.scenario,
        name: read.name.as_deref(),
        link: &request.link,
        date: Date { year, month, day },
        own: &own,
        draws: None,
        prices: PriceBasis::Nominal,
    };
    let facts = Facts::of(&region, &read.scenario);
    workbook::write(&given, &facts, &words).map_err(|error| error.to_string())
}
