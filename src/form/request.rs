//! Request of the page to the program that writes workbooks: the form, prefilled with a region.

use serde::Deserialize;

use super::template::Prefill;
use super::workbook::{write_text, write_workbook};
use crate::i18n::Catalog;
use crate::i18n::number::PlainFormat;
use crate::language::Language;
use crate::region::files::RegionFiles;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormRequest {
    region: RegionFiles,
    language: String,
    words: String,
    /// True for a text with commas, else a workbook.
    is_text: bool,
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
    words.name_after(&region.terms, region.years);
    let prefill = Prefill::of_region(&region, &words);
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
    use crate::i18n::built_in;
    use crate::region::tests::region_file;

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
}
