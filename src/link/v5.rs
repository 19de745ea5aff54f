//! Version 5 of the encoding: version 4 with the scenario's name.
//!
//! `name=TEXT` is the name in the base64 of the notes of version 3. `x=…` and `g=…` are kept for the
//! exercise that a link opens and for the group that does it: a program without exercises must say
//! that it has none, and must not open the calculator as if the link had asked for that.
//!
//! All of them stand before the region, as notes do. Frozen once released, as version 1 is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::v4;
use crate::problem::{Fault, Problem, quote};

/// The part that names the scenario.
const NAME: &str = "name";
/// The parts kept for exercises: which one it is, and the group that does it.
const OF_EXERCISES: [&str; 2] = ["x", "g"];

/// The content of a link of version 5.
#[derive(Debug, Default)]
pub struct ContentV5<'a> {
    /// All that version 4 says too.
    pub fourth: v4::ContentV4<'a>,
    /// The scenario's name, as it stands.
    pub name: Option<String>,
    /// True where the link opens an exercise.
    pub is_exercise: bool,
}

impl<'a> From<v4::ContentV4<'a>> for ContentV5<'a> {
    fn from(fourth: v4::ContentV4<'a>) -> Self {
        Self {
            fourth,
            ..Self::default()
        }
    }
}

/// Reads a link.
pub fn read(link: &str) -> ContentV5<'_> {
    let mut content = ContentV5::from(v4::read(link));
    let first = &mut content.fourth.third.first;
    let is_own = |name: &str| name == NAME || OF_EXERCISES.contains(&name);
    first.values.retain(|(name, _)| !is_own(name));
    for (name, value) in link.split('&').filter_map(|part| part.split_once('=')) {
        if OF_EXERCISES.contains(&name) {
            content.is_exercise = true;
        } else if name == NAME {
            let bytes = URL_SAFE_NO_PAD.decode(value).ok();
            let fault = match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                None => Fault::NotUnderstood(quote(value)),
                Some(_) if content.name.is_some() => Fault::Duplicate,
                Some(text) => {
                    content.name = Some(text);
                    continue;
                }
            };
            first.problems.push(Problem::new(name, fault));
        }
    }
    content
}

/// The part of a name.
pub fn name(text: &str) -> String {
    format!("{NAME}={}", URL_SAFE_NO_PAD.encode(text))
}
