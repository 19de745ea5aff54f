//! Request of the page to the program that writes workbooks: the form, prefilled with a region.

use serde::Deserialize;

use super::template::Prefill;
use super::workbook::{write_text, write_workbook};
use crate::i18n::Catalog;
use crate::i18n::number::PlainFormat;
use crate::language::Language;
use crate::region::Years;
use crate::region::files::RegionFiles;
use crate::region::own::years::fault_of_years;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormRequest {
    region: RegionFiles,
    language: String,
    words: String,
    /// True for a text with commas, else a workbook.
    is_text: bool,
    /// The new region that the form is for; else it is for the region of the files.
    #[serde(default)]
    new: Option<RawNewRegion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNewRegion {
    name: String,
    base_year: u16,
    first_plan_year: u16,
    last_plan_year: u16,
}

/// Writes the requested form.
///
/// # Errors
/// The part of the request that could not be understood; the page writes it itself, so that this is a
/// fault of the program.
pub fn form(request: &str) -> Result<Vec<u8>, String> {
    let request: FormRequest = serde_json::from_str(request).map_err(|error| error.to_string())?;
    let language = Language::parse(&request.language).ok_or("no such language")?;
    let words = Catalog::read(language, &request.words, Box::new(PlainFormat));
    let region = request.region.region();
    let region = region.map_err(|problems| format!("{problems:?}"))?;
    let prefill = match request.new {
        None => {
            words.name_after(&region.terms, region.years);
            Prefill::of_region(&region, &words)
        }
        Some(new) => {
            let years = Years {
                income: new.base_year,
                first_plan: new.first_plan_year,
                horizon: new.last_plan_year,
            };
            if let Some(fault) = fault_of_years(years, region.years.income) {
                return Err(format!("{fault:?}"));
            }
            words.name_after(&region.terms, years);
            Prefill::of_years(years, &region).named(&new.name)
        }
    };
    let template = prefill.template(&words);
    if request.is_text {
        return Ok(write_text(&template, &words).into_bytes());
    }
    write_workbook(&template, &words, prefill.base_year()).map_err(|error| error.to_string())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use serde_json::json;
    use zengshou_sheets::{Answers, Synonyms, read_file, recognise};

    use super::*;
    use crate::form::fill;
    use crate::i18n::built_in;
    use crate::region::tests::{region, region_file};

    #[test]
    fn the_form_comes_in_every_language_as_workbook_and_text() {
        for language in Language::ALL {
            for (is_text, name) in [(false, "form.xlsx"), (true, "form.csv")] {
                let request = json!({
                    "region": {"built_in": region_file(), "own": null},
                    "language": language.tag(),
                    "words": built_in(language),
                    "is_text": is_text,
                });
                let bytes = form(&request.to_string()).expect("a form");
                let sheets = read_file(&bytes, name).expect("a file that is read");
                let reading = recognise(&sheets, &Synonyms::default(), &Answers::default());
                assert_eq!(reading.problems, [], "{name} in {}", language.tag());
                assert!(reading.figures.len() > 60, "{name} in {}", language.tag());
            }
        }
        assert!(form("{}").is_err());
    }

    /// The rows of a new form are known again, whatever the language and the names of its years.
    #[test]
    fn the_form_of_a_new_region_has_its_name_and_years_and_none_of_the_shipped_figures() {
        for language in Language::ALL {
            let request = |last: u16| {
                let request = json!({
                    "region": {"built_in": region_file(), "own": null},
                    "language": language.tag(),
                    "words": built_in(language),
                    "is_text": true,
                    "new": {"name": "蔚县", "base_year": 2025, "first_plan_year": 2027, "last_plan_year": last},
                });
                form(&request.to_string())
            };
            let sheets = read_file(&request(2030).expect("a form"), "form.csv").expect("a file");
            let reading = recognise(&sheets, &Synonyms::default(), &Answers::default());
            let filled = fill(&reading, None, &region());
            assert_eq!(
                (filled.unused, filled.problems),
                (vec![], vec![]),
                "{}",
                language.tag()
            );
            // Of the 28 its name and years are there, and nothing else.
            assert_eq!(filled.missing.len(), 25, "{:?}", filled.missing);
            // The first row is a heading.
            let value = |row: usize| reading.figures[row].value.text();
            assert_eq!([value(1), value(2), value(3)], ["蔚县", "2025", "2027"]);
            assert!(reading.figures.iter().any(|row| row.value.text() == "2030"));
            assert!(request(2050).is_err());
        }
    }
}
