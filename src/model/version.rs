//! Versions of the arithmetic: what an earlier one computes, a later one computes too, with the keys
//! that came with the later one at their neutral values.

use rust_decimal::Decimal;

use crate::VERSION;
use crate::key::{Fixed, Key, Yearly};

/// A key that came with a version of the model, and the value at which the model computes what the
/// version before it did.
#[derive(Clone, Copy, Debug)]
pub struct Introduced {
    /// The version that it came with.
    pub version: u32,
    /// The key.
    pub key: Fixed,
    /// Its neutral value.
    pub neutral: Decimal,
}

/// The keys that came after the first version.
pub const INTRODUCED: &[Introduced] = &[];

/// True for a key that came after the first version of the model, at its neutral value; as a lever in
/// a single year, too.
pub fn is_neutral(key: Key, value: Decimal) -> bool {
    introduction(key).is_some_and(|introduced| introduced.neutral == value)
}

/// The introduction of a key, if it came after the first version.
fn introduction(key: Key) -> Option<&'static Introduced> {
    let (Key::Fixed(fixed) | Key::Yearly(Yearly::Lever(fixed), _)) = key else {
        return None;
    };
    INTRODUCED.iter().find(|introduced| introduced.key == fixed)
}

/// The oldest version of the model that computes the same from these values.
pub fn oldest_alike(values: impl Iterator<Item = (Key, Decimal)>) -> u32 {
    let needed = values.filter_map(|(key, value)| {
        let introduced = introduction(key)?;
        (introduced.neutral != value).then_some(introduced.version)
    });
    needed.max().unwrap_or(1).min(VERSION)
}
