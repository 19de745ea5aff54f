//! Messages in the part of Fluent's syntax that this project uses: texts, `{ $arguments }`, `{ -terms }` and
//! `{"literals"}`. A term is a name that changes with the years: `-funds-2026` holds from 2026 on; a reference
//! that begins with a capital, `{ -Funds }`, begins the name with one. The whole of Fluent would be a sixth of the download; a test holds this reader
//! against Fluent's own.

use std::collections::{BTreeMap, HashMap};

/// The messages of a language by identifier.
pub struct Messages {
    patterns: HashMap<String, Vec<Piece>>,
    terms: HashMap<String, BTreeMap<u16, String>>,
}

/// A piece of a message.
#[derive(Debug, PartialEq)]
enum Piece {
    /// A text as it stands.
    Text(String),
    /// The argument of that name.
    Argument(String),
    /// The name of that term.
    Term(String),
}

impl Messages {
    /// Reads Fluent files. What is not understood is left out, and found by the tests.
    pub fn parse(text: &str) -> Self {
        let mut patterns = HashMap::new();
        let mut terms: HashMap<String, BTreeMap<u16, String>> = HashMap::new();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((id, first)) = line.split_once(" =") else {
                continue;
            };
            if id.starts_with(['#', ' ']) {
                continue;
            }
            let mut pattern = first.trim().to_owned();
            while let Some(more) = lines.next_if(|line| line.starts_with(' ')) {
                if !pattern.is_empty() {
                    pattern.push('\n');
                }
                pattern.push_str(more.trim());
            }
            match id.strip_prefix('-') {
                None => drop(patterns.insert(id.to_owned(), pieces(&pattern))),
                Some(term) => {
                    let dated = term.rsplit_once('-');
                    let dated = dated.and_then(|(term, year)| Some((term, year.parse().ok()?)));
                    let (term, since) = dated.unwrap_or((term, 0));
                    let names = terms.entry(term.to_owned()).or_default();
                    names.insert(since, pattern);
                }
            }
        }
        Self { patterns, terms }
    }

    /// The names of all terms in a year.
    pub fn terms(&self, year: u16) -> HashMap<String, String> {
        let named = self.terms.iter().filter_map(|(term, names)| {
            let (_, name) = names.range(..=year).next_back()?;
            Some((term.clone(), name.clone()))
        });
        named.collect()
    }

    /// A message with its arguments put in, and the terms by their names; none if it or one of them is
    /// missing.
    pub fn format(
        &self,
        id: &str,
        arguments: &[(&str, &str)],
        terms: &HashMap<String, String>,
    ) -> Option<String> {
        let mut text = String::new();
        for piece in self.patterns.get(id)? {
            match piece {
                Piece::Text(part) => text.push_str(part),
                Piece::Argument(wanted) => {
                    let (_, value) = arguments.iter().find(|(name, _)| name == wanted)?;
                    text.push_str(value);
                }
                Piece::Term(wanted) => match terms.get(wanted) {
                    Some(name) => text.push_str(name),
                    None => {
                        let name = terms.get(&wanted.to_ascii_lowercase())?;
                        let mut letters = name.chars();
                        // Only English begins with capitals here, and a table of every script's letters would be
                        // a tenth of the first download.
                        text.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
                        text.push_str(letters.as_str());
                    }
                },
            }
        }
        Some(text)
    }
}

/// Takes a pattern apart.
fn pieces(pattern: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some((text, after)) = rest.split_once('{') {
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        let (inner, after) = after.split_once('}').unwrap_or((after, ""));
        let inner = inner.trim();
        pieces.push(match inner.strip_prefix('$') {
            Some(name) => Piece::Argument(name.to_owned()),
            None if inner.starts_with('-') => Piece::Term(inner[1..].to_owned()),
            None => Piece::Text(inner.trim_matches('"').to_owned()),
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

    use super::*;
    use crate::i18n::built_in;
    use crate::language::Language;

    /// The pieces of a message as Fluent's own parser sees them, with neighbours joined.
    fn fluent_pieces(elements: &[PatternElement<&str>]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for element in elements {
            let piece = match element {
                PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(InlineExpression::VariableReference { id }) => {
                        Piece::Argument(id.name.to_owned())
                    }
                    Expression::Inline(InlineExpression::TermReference {
                        id,
                        attribute: None,
                        arguments: None,
                    }) => Piece::Term(id.name.to_owned()),
                    Expression::Inline(InlineExpression::StringLiteral { value }) => {
                        Piece::Text((*value).to_owned())
                    }
                    other => panic!("not in the part of Fluent that is used: {other:?}"),
                },
            };
            pieces.push(piece);
        }
        joined(pieces)
    }

    fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
        let mut result: Vec<Piece> = Vec::new();
        for piece in pieces {
            match (result.last_mut(), piece) {
                (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
                (_, piece) => result.push(piece),
            }
        }
        result
    }

    #[test]
    fn reads_every_file_as_fluent_does() {
        for language in Language::ALL {
            let text = built_in(language);
            let Messages {
                patterns: mut own,
                terms,
            } = Messages::parse(&text);
            let mut names: Vec<&String> = terms.values().flat_map(BTreeMap::values).collect();
            let resource = fluent_syntax::parser::parse(&*text).expect("no faulty entry");
            for entry in &resource.body {
                match entry {
                    Entry::Message(message) => {
                        assert!(
                            message.attributes.is_empty(),
                            "{} has attributes",
                            message.id.name
                        );
                        let pattern = message.value.as_ref().expect("a value");
                        let found = own.remove(message.id.name).expect("read by both");
                        assert_eq!(
                            joined(found),
                            fluent_pieces(&pattern.elements),
                            "{}",
                            message.id.name
                        );
                    }
                    Entry::Term(term) => {
                        let [PatternElement::TextElement { value }] = &term.value.elements[..]
                        else {
                            panic!("{} is no plain name", term.id.name);
                        };
                        let place = names.iter().position(|name| name == value);
                        names.remove(place.expect("read by both"));
                    }
                    Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                    other => panic!("not in the part of Fluent that is used: {other:?}"),
                }
            }
            assert!(own.is_empty(), "only read here: {:?}", own.keys());
            assert!(names.is_empty(), "only read here: {names:?}");
        }
    }

    #[test]
    fn arguments_are_put_in_and_a_missing_one_is_no_message() {
        let messages =
            Messages::parse("# no = message\na = x { $y }{\" \"}z\nb =\n    first\n    second\n");
        let format = |id, arguments: &[_]| messages.format(id, arguments, &HashMap::new());
        assert_eq!(format("a", &[("y", "1")]).as_deref(), Some("x 1 z"));
        assert_eq!(format("a", &[]), None);
        assert_eq!(format("b", &[]).as_deref(), Some("first\nsecond"));
        assert_eq!(format("no", &[]), None);
    }

    #[test]
    fn a_term_is_called_as_in_its_year_and_begins_as_its_reference_does() {
        let messages = Messages::parse(
            "-funds = linking funds\n-funds-2026 = regular funds\na = { -Funds } and { -funds }\nb = { -no }\n",
        );
        let format = |id, year| messages.format(id, &[], &messages.terms(year));
        let said = |year| format("a", year).expect("a message");
        assert_eq!(said(2025), "Linking funds and linking funds");
        assert_eq!(said(2026), "Regular funds and regular funds");
        assert_eq!(format("b", 2026), None);
    }
}
