//! Values that the region's file holds to be one figure: drawn once, unless the user gave one of the
//! two a value, a source or a range of its own.

use crate::floating::Layout;
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::Scenario;
use crate::scenario::input_distributions::InputDistribution;

/// Two values that are one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The value that is drawn with the other.
    pub key: Key,
    /// The other.
    pub with: Key,
    /// True while the two are one: the user answers for neither.
    pub holds: bool,
}

/// The ties between values that are drawn, in the order of their keys.
pub fn ties(region: &Region, scenario: &Scenario, own: &[InputDistribution]) -> Vec<Tie> {
    let layout = Layout::of(region.values(), region.years);
    let is_drawn = |key: Key| layout.slot(key).is_some();
    let is_own =
        |key: Key| scenario.is_own(key) || own.iter().any(|distribution| distribution.key == key);
    region
        .parameters
        .iter()
        .filter_map(|(key, figure)| Some((*key, figure.same_as?)))
        .filter(|(key, with)| is_drawn(*key) && is_drawn(*with))
        .map(|(key, with)| Tie {
            key,
            with,
            holds: !is_own(key) && !is_own(with),
        })
        .collect()
}
