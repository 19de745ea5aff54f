//! A region's texts, a file a language, so that a translator never touches a number: put into the region's
//! file, which then is whole and is checked as a whole.

use serde::Deserialize;

use super::parse::{json_problem, raw_region};
use super::raw::{Pairs, RawFigure, RawRegion};
use crate::problem::{Fault, Problem};

/// The texts of a region in one language. Their places are those of the region's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTexts {
    name: Option<String>,
    #[serde(default)]
    sources: Pairs<SourceTexts>,
    #[serde(default)]
    parameters: Pairs<FigureTexts>,
    #[serde(default)]
    figures: Pairs<FigureTexts>,
    #[serde(default)]
    divisions: Pairs<Vec<String>>,
    #[serde(default)]
    terms: Pairs<Pairs<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceTexts {
    title: Option<String>,
    publisher: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureTexts {
    name: Option<String>,
    basis: Option<String>,
}

/// The whole file of a region from its numbers and its texts by the languages' tags. A text that is
/// missing in a language is found when the whole is read.
///
/// # Errors
/// Every text that belongs to nothing or is there twice, and files that can't be read, each with its
/// language and place.
pub fn merge(numbers: &str, texts: &[(&str, String)]) -> Result<String, Vec<Problem>> {
    let read = texts.iter().map(|(tag, text)| {
        let read = serde_json::from_str(text).map_err(|error| {
            let problem = json_problem(&error);
            Problem::new(&format!("{tag}: {}", problem.place), problem.fault)
        });
        (*tag, read)
    });
    put_together(numbers, read)
}

/// The whole file of a region from its numbers and one file of its texts, an object by the languages' tags.
///
/// # Errors
/// As [`merge`].
pub fn merge_all(numbers: &str, texts: &str) -> Result<String, Vec<Problem>> {
    let texts: Pairs<RawTexts> =
        serde_json::from_str(texts).map_err(|error| vec![json_problem(&error)])?;
    let (tags, texts): (Vec<String>, Vec<RawTexts>) = texts.0.into_iter().unzip();
    let tags = tags.iter().map(String::as_str);
    put_together(numbers, tags.zip(texts.into_iter().map(Ok)))
}

fn put_together<'a>(
    numbers: &str,
    texts: impl Iterator<Item = (&'a str, Result<RawTexts, Problem>)>,
) -> Result<String, Vec<Problem>> {
    let mut region = raw_region(numbers)?;
    let mut problems = Vec::new();
    for (tag, texts) in texts {
        match texts {
            Ok(texts) => Merging {
                tag,
                problems: &mut problems,
            }
            .region(&mut region, texts),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        serde_json::to_string(&region).map_err(|error| vec![json_problem(&error)])
    } else {
        Err(problems)
    }
}

/// One language on its way into a region's file.
struct Merging<'a> {
    tag: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Merging<'_> {
    fn region(&mut self, region: &mut RawRegion, texts: RawTexts) {
        self.put("name", &mut region.name, texts.name);
        for (id, texts) in texts.sources.0 {
            let place = format!("sources.{id}");
            let Some(source) = found(&mut region.sources, &id) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            self.put(&format!("{place}.title"), &mut source.title, texts.title);
            let publisher = format!("{place}.publisher");
            self.put(&publisher, &mut source.publisher, texts.publisher);
            self.put_into(&format!("{place}.note"), &mut source.note, texts.note);
        }
        self.figures("parameters", &mut region.parameters, texts.parameters);
        self.figures("figures", &mut region.figures, texts.figures);
        for (kind, names) in texts.divisions.0 {
            if found(&mut region.divisions, &kind).is_none() {
                region.divisions.0.push((kind.clone(), Vec::new()));
            }
            let Some(divisions) = found(&mut region.divisions, &kind) else {
                continue;
            };
            for (index, name) in names.into_iter().enumerate() {
                if index == divisions.len() {
                    divisions.push(Pairs::default());
                }
                let place = format!("divisions.{kind}.{index}");
                self.put(&place, &mut divisions[index], Some(name));
            }
        }
        for (term, names) in texts.terms.0 {
            let place = format!("terms.{term}");
            let Some(years) = found(&mut region.terms, &term) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            for (year, name) in names.0 {
                match found(years, &year) {
                    Some(texts) => self.put(&format!("{place}.{year}"), texts, Some(name)),
                    None => self.report(&format!("{place}.{year}"), Fault::UnknownKey),
                }
            }
        }
    }

    fn figures(&mut self, list: &str, figures: &mut Pairs<RawFigure>, texts: Pairs<FigureTexts>) {
        for (id, texts) in texts.0 {
            let place = format!("{list}.{id}");
            let Some(figure) = found(figures, &id) else {
                self.report(&place, Fault::UnknownKey);
                continue;
            };
            self.put_into(&format!("{place}.name"), &mut figure.name, texts.name);
            self.put_into(&format!("{place}.basis"), &mut figure.basis, texts.basis);
        }
    }

    fn put_into(&mut self, place: &str, texts: &mut Option<Pairs<String>>, text: Option<String>) {
        if text.is_some() {
            self.put(place, texts.get_or_insert_default(), text);
        }
    }

    fn put(&mut self, place: &str, texts: &mut Pairs<String>, text: Option<String>) {
        let Some(text) = text else {
            return;
        };
        if texts.0.iter().any(|(tag, _)| tag == self.tag) {
            self.report(place, Fault::Duplicate);
        }
        texts.0.push((self.tag.to_owned(), text));
    }

    fn report(&mut self, place: &str, fault: Fault) {
        let place = format!("{}: {place}", self.tag);
        self.problems.push(Problem::new(&place, fault));
    }
}

fn found<'a, V>(pairs: &'a mut Pairs<V>, name: &str) -> Option<&'a mut V> {
    let mut pairs = pairs.0.iter_mut();
    pairs.find(|(own, _)| own == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::parse::{parse_numbers, parse_region};
    use crate::region::tests::{NUMBERS, region_file, texts};

    type Texts = Vec<(&'static str, String)>;

    fn faults(texts: &Texts) -> Vec<(String, Fault)> {
        let whole = merge(NUMBERS, texts).and_then(|whole| parse_region(&whole));
        let problems = whole.err().unwrap_or_default();
        problems.into_iter().map(|p| (p.place, p.fault)).collect()
    }

    /// The texts of all languages with a change in English.
    fn with_english(from: &str, to: &str) -> Texts {
        let mut all = texts();
        let english = all.iter_mut().find(|(tag, _)| *tag == "en");
        let (_, text) = english.expect("English");
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        all
    }

    #[test]
    fn a_whole_region_comes_of_numbers_and_texts() {
        assert_eq!(faults(&texts()), []);
        let whole = merge(&region_file(), &[]).expect("a whole file stays whole");
        assert_eq!(whole, region_file());
    }

    #[test]
    fn a_region_comes_of_one_file_of_texts_too() {
        let all: Vec<String> = texts()
            .iter()
            .map(|(tag, text)| format!("{tag:?}: {text}"))
            .collect();
        let all = format!("{{{}}}", all.join(","));
        assert_eq!(merge_all(NUMBERS, &all), merge(NUMBERS, &texts()));
        let wrong = merge_all(
            NUMBERS,
            "{\"en\": {\"parameters\": {\"tourism\": {\"basis\": \"x\"}}}}",
        );
        let told: Vec<_> = wrong.err().unwrap_or_default();
        assert_eq!(
            told.first().map(|it| it.place.as_str()),
            Some("en: parameters.tourism")
        );
    }

    #[test]
    fn numbers_are_read_before_their_texts() {
        let early = parse_numbers(NUMBERS).expect("numbers alone");
        let whole = merge(NUMBERS, &texts())
            .and_then(|whole| parse_region(&whole))
            .expect("whole");
        assert_eq!(early.values, whole.values);
        assert!(
            parse_region(NUMBERS).is_err(),
            "without its texts it is not whole"
        );
        let wrong = NUMBERS.replacen("\"value\": \"", "\"value\": \"x", 1);
        assert!(
            parse_numbers(&wrong).is_err(),
            "numbers are checked all the same"
        );
    }

    #[test]
    fn a_missing_text_is_told_with_its_place_and_language() {
        let told = faults(&with_english("\"name\": \"Zhangjiakou, Hebei\",", ""));
        assert_eq!(told, [("name".to_owned(), Fault::MissingText("en"))]);
        let mut without_english = texts();
        without_english.retain(|(tag, _)| *tag != "en");
        let told = faults(&without_english);
        assert!(told.len() > 200, "{} texts", told.len());
        let is_english = |fault: &Fault| *fault == Fault::MissingText("en");
        assert!(told.iter().all(|(_, fault)| is_english(fault)), "{told:?}");
    }

    #[test]
    fn a_text_of_nothing_and_a_text_twice_are_told() {
        let told = faults(&with_english(
            "\"parameters\": {",
            "\"parameters\": {\"tourism\": {\"basis\": \"x\"},",
        ));
        let extra = ("en: parameters.tourism".to_owned(), Fault::UnknownKey);
        assert_eq!(told, [extra]);
        let told = faults(&with_english("\"sources\"", "\"nothing\""));
        assert!(
            matches!(&told[..], [(place, Fault::FieldUnknown(_))] if place.starts_with("en: ")),
            "{told:?}"
        );
        let mut twice = texts();
        twice.extend(texts().into_iter().take(1));
        let told = faults(&twice);
        let name = ("zh-Hans: name".to_owned(), Fault::Duplicate);
        assert!(told.contains(&name), "{told:?}");
    }

    #[test]
    fn a_translation_that_is_no_json_is_told_with_its_line() {
        let told = faults(&with_english("\"sources\": {", "\"sources\": {,"));
        assert!(
            matches!(&told[..], [(place, Fault::NotJson(..))] if place.starts_with("en: ")),
            "{told:?}"
        );
    }
}
