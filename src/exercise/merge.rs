//! An exercise's numbers and its texts, a file a language, put together: a translator never touches a number. The texts stand
//! at the same places as what they belong to.

use super::json::Json;
use crate::problem::{Fault, Problem};
use crate::region::parse::{OrderedPairs, json_problem};

/// The whole file of an exercise from its numbers and its texts by the languages' tags. Whatever belongs to nothing is found
/// when the whole is read.
///
/// # Errors
/// Files that can't be read and texts that have no place, each with its language.
pub fn merge(numbers: &str, texts: &[(&str, String)]) -> Result<String, Vec<Problem>> {
    let parsed = |text: &str| serde_json::from_str::<Json>(text).map_err(|it| json_problem(&it));
    let mut whole = parsed(numbers).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    for (tag, text) in texts {
        let at = |place: &str| format!("{tag}: {place}");
        match parsed(text) {
            Ok(texts) => {
                if let Err(place) = put(&mut whole, &texts, tag, "") {
                    problems.push(Problem::new(&at(&place), Fault::UnknownKey));
                }
            }
            Err(problem) => problems.push(Problem::new(&at(&problem.place), problem.fault)),
        }
    }
    match problems.is_empty() {
        // Texts, numbers and lists: nothing that JSON could not hold.
        true => Ok(serde_json::to_string(&whole).unwrap_or_default()),
        false => Err(problems),
    }
}

/// Puts texts of a language where they belong, or names the first that has no place.
fn put(whole: &mut Json, texts: &Json, tag: &str, place: &str) -> Result<(), String> {
    match (whole, texts) {
        (Json::Object(by_language), Json::Text(text)) => {
            by_language.0.push((tag.to_owned(), Json::text(text)));
            Ok(())
        }
        (Json::Object(fields), Json::Object(texts)) => {
            for (name, text) in &texts.0 {
                let place = format!("{place}.{name}");
                let at = fields.0.iter().position(|(own, _)| own == name);
                let at = at.unwrap_or_else(|| {
                    let empty = match text {
                        Json::List(_) => Json::List(Vec::new()),
                        _ => Json::Object(OrderedPairs::default()),
                    };
                    fields.0.push((name.clone(), empty));
                    fields.0.len() - 1
                });
                put(&mut fields.0[at].1, text, tag, &place)?;
            }
            Ok(())
        }
        (Json::List(entries), Json::List(texts)) if texts.len() <= entries.len() => {
            for (index, (entry, text)) in entries.iter_mut().zip(texts).enumerate() {
                put(entry, text, tag, &format!("{place}.{}", index + 1))?;
            }
            Ok(())
        }
        _ => Err(place.trim_start_matches('.').to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_where_their_numbers_do() {
        let numbers =
            r#"{"id":"a","steps":[{"kind":"say"},{"kind":"choose","options":[{},{"change":{}}]}]}"#;
        let chinese =
            r#"{"title":"题","steps":[{"text":"一"},{"options":[{"text":"甲"},{"text":"乙"}]}]}"#;
        let english = r#"{"title":"T","steps":[{"text":"one"}]}"#;
        let texts = [("zh-Hans", chinese.to_owned()), ("en", english.to_owned())];
        let whole = merge(numbers, &texts).expect("merged");
        let wanted = r#"{"id":"a","steps":[{"kind":"say","text":{"zh-Hans":"一","en":"one"}},{"kind":"choose","options":[{"text":{"zh-Hans":"甲"}},{"change":{},"text":{"zh-Hans":"乙"}}]}],"title":{"zh-Hans":"题","en":"T"}}"#;
        assert_eq!(whole, wanted);
    }

    #[test]
    fn a_text_of_nothing_is_told_with_its_language() {
        let numbers = r#"{"id":"a","steps":[{"kind":"say"}]}"#;
        for (text, place) in [
            (r#"{"steps":[{"text":"一"},{"text":"二"}]}"#, "en: steps"),
            (r#"{"id":"b"}"#, "en: id"),
            (r#"{"steps":"none"}"#, "en: steps"),
            ("{", "en: 1:1"),
        ] {
            let problems = merge(numbers, &[("en", text.to_owned())]).expect_err("no place");
            assert_eq!(problems[0].place, place, "{text}");
        }
    }
}
