//! Request of the page to the program that writes workbooks: texts that the page has read already.

use serde::{Deserialize, Serialize};
use zengshou_sheets::CountyRow;

use super::own::Own;
use super::{Date, Facts, Given, counties, projects, workbook};
use crate::analysis::prices::PriceBasis;
use crate::counties::overview::CountyOverview;
use crate::counties::settings::CountySettings;
use crate::i18n::Catalog;
use crate::i18n::number::PlainFormat;
use crate::language::Language;
use crate::projects::overview::ProjectOverview;
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::region::own::OwnRegion;
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
    let (region, words) = region_in_words(&request.region, &request.language, &request.words)?;
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

/// A region, and the words to speak of it.
fn region_in_words(
    files: &RegionFiles,
    language: &str,
    words: &str,
) -> Result<(Region, Catalog), String> {
    let language = Language::parse(language).ok_or("no such language")?;
    let words = Catalog::read(language, words, Box::new(PlainFormat));
    let region = files.region().map_err(|problems| format!("{problems:?}"))?;
    words.name_after(&region.terms, region.years);
    Ok((region, words))
}

/// A paper of counties or projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BureauPaper {
    /// The monthly notice.
    Notice,
    /// The overview of counties: incomes, league and division.
    Counties,
    /// The library of projects.
    Projects,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperRequest {
    kind: BureauPaper,
    region: RegionFiles,
    scenario: String,
    language: String,
    words: String,
    settings: String,
    /// The own figures that hold the counties of the last import.
    before: Option<String>,
}

/// Makes the workbook of a paper.
///
/// # Errors
/// The part of the request that could not be understood, as in [`workbook`].
pub fn paper(request: &str) -> Result<Vec<u8>, String> {
    let request: PaperRequest = serde_json::from_str(request).map_err(|error| error.to_string())?;
    let (region, words) = region_in_words(&request.region, &request.language, &request.words)?;
    let settings = CountySettings::read(&request.settings);
    let settings = settings.map_err(|problems| format!("{problems:?}"))?;
    let before = request.before.and_then(|text| OwnRegion::read(&text).ok());
    let before: Option<&[CountyRow]> = before.as_ref().map(|own| &*own.counties);
    let document = match request.kind {
        BureauPaper::Notice => {
            counties::notice(&CountyOverview::contest(&region, &settings, before), &words)
        }
        BureauPaper::Counties => {
            let read = file::read(&region, &request.scenario);
            let scenario = read.map_err(|problem| format!("{problem:?}"))?.scenario;
            let region = scenario.region(&region);
            let wan = settings.division.money;
            let found = CountyOverview::of(&region, &scenario, &settings, before, wan);
            let found = found.map_err(|refusal| format!("{refusal:?}"))?;
            counties::overview(&found, &words)
        }
        BureauPaper::Projects => {
            let found = ProjectOverview::of(&region, &settings, None);
            projects::overview(&found.ok_or("no projects")?, &words)
        }
    };
    counties::workbook::write(&document, &words).map_err(|error| error.to_string())
}
