//! The texts of an exercise: by language, bounded, with numbers that are put in when they are shown.
//!
//! `{income.scenario.2023}` is the output in the step's own scenario; `{start:…}` in the exercise's start, `{plan:…}` in the
//! plan, `{now:…}` in the participant's scenario, `{change:…}` the step's scenario minus the start. `{answer}` is the
//! participant's own prediction and `{distance}` how far it is from the result. `{{` and `}}` are braces.

use std::collections::BTreeMap;

use super::output::{OutputName, OutputNames};
use crate::language::Language;
use crate::problem::{ExerciseFault, Fault, without_tricks};

/// The scenario that a number in a text is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberOf {
    /// The step's own scenario.
    Step,
    /// The start of the exercise.
    Start,
    /// The plan.
    Plan,
    /// The participant's scenario.
    Now,
    /// The step's scenario minus the start.
    Change,
}

impl NumberOf {
    const NAMES: [(Self, &'static str); 4] = [
        (Self::Start, "start:"),
        (Self::Plan, "plan:"),
        (Self::Now, "now:"),
        (Self::Change, "change:"),
    ];
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPiece {
    /// Words.
    Plain(String),
    /// A number that the model computes.
    Number(NumberOf, OutputName),
    /// The participant's own prediction.
    Answer,
    /// The distance of the prediction from the result.
    Distance,
}

/// A text in some languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<Language, Vec<TextPiece>>);

impl Texts {
    /// A text in one language, without numbers.
    pub fn plain(language: Language, text: &str) -> Self {
        let piece = TextPiece::Plain(text.to_owned());
        Self([(language, vec![piece])].into())
    }

    /// Reads a text in one language.
    ///
    /// # Errors
    /// A text that is empty or too long, a brace without its other, a number of nothing.
    pub fn take(
        &mut self,
        language: Language,
        text: &str,
        (names, most): (&OutputNames, usize),
    ) -> Result<(), Fault> {
        let clean = clean_lines(text);
        if clean.is_empty() || clean.chars().count() > most {
            return Err(ExerciseFault::TextLength(most).into());
        }
        let pieces = pieces(&clean, names)?;
        self.0.insert(language, pieces);
        Ok(())
    }

    /// The pieces in a language, else in the one nearest to it.
    pub fn pieces(&self, language: Language) -> &[TextPiece] {
        let near = match language {
            Language::SimplifiedChinese => Language::TraditionalChinese,
            _ => Language::SimplifiedChinese,
        };
        let found = self.0.get(&language).or_else(|| self.0.get(&near));
        found
            .or_else(|| self.0.values().next())
            .map_or(&[], Vec::as_slice)
    }

    /// The languages that it is in.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.0.keys().copied()
    }

    /// The text in a language as files write it.
    pub fn written(&self, language: Language) -> Option<String> {
        let pieces = self.0.get(&language)?.iter();
        Some(pieces.map(written).collect())
    }

    /// The text in a language, else in the nearest, with its numbers in the words of `say`.
    pub fn filled(&self, language: Language, say: impl Fn(&TextPiece) -> String) -> String {
        let pieces = self.pieces(language).iter();
        pieces
            .map(|piece| match piece {
                TextPiece::Plain(text) => text.clone(),
                other => say(other),
            })
            .collect()
    }

    /// Every number that stands in it in any language.
    pub fn numbers(&self) -> impl Iterator<Item = (NumberOf, &OutputName)> + '_ {
        let pieces = self.0.values().flatten();
        pieces.filter_map(|piece| match piece {
            TextPiece::Number(of, name) => Some((*of, name)),
            _ => None,
        })
    }
}

/// Lines without what can't be seen, each trimmed, without empty ones at the ends.
fn clean_lines(text: &str) -> String {
    let lines = text.lines().map(|line| without_tricks(line.trim()));
    let joined = lines.collect::<Vec<_>>().join("\n");
    joined.trim().to_owned()
}

fn pieces(text: &str, names: &OutputNames) -> Result<Vec<TextPiece>, Fault> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    let open = || Fault::from(ExerciseFault::OpenBrace);
    while let Some(at) = rest.find(['{', '}']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{") {
            plain.push('{');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("}}") {
            plain.push('}');
            rest = after;
        } else {
            let (name, after) = rest
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'))
                .ok_or_else(open)?;
            if !plain.is_empty() {
                pieces.push(TextPiece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(number(name, names)?);
            rest = after;
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(TextPiece::Plain(plain));
    }
    Ok(pieces)
}

fn number(text: &str, names: &OutputNames) -> Result<TextPiece, Fault> {
    match text {
        "answer" => return Ok(TextPiece::Answer),
        "distance" => return Ok(TextPiece::Distance),
        _ => {}
    }
    let mut of = NumberOf::NAMES.into_iter();
    let (of, name) = of
        .find_map(|(of, start)| Some((of, text.strip_prefix(start)?)))
        .unwrap_or((NumberOf::Step, text));
    let unknown = || ExerciseFault::UnknownOutput(crate::problem::quote(name));
    let name = names.find(name).ok_or_else(unknown)?;
    Ok(TextPiece::Number(of, name))
}

fn written(piece: &TextPiece) -> String {
    match piece {
        TextPiece::Plain(text) => text.replace('{', "{{").replace('}', "}}"),
        TextPiece::Answer => "{answer}".to_owned(),
        TextPiece::Distance => "{distance}".to_owned(),
        TextPiece::Number(of, name) => {
            let start = NumberOf::NAMES.into_iter().find(|(known, _)| known == of);
            let start = start.map_or("", |(_, start)| start);
            format!("{{{start}{name}}}")
        }
    }
}
