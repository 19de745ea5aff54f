//! The explanation of a figure, as an indented text.

use std::borrow::Cow;

use crate::analysis::explain::Trace;
use crate::analysis::explain::figure::ScreenFigure;
use crate::i18n::Catalog;
use crate::model::term::Side;
use crate::problem::quote;
use crate::region::Region;
use crate::scenario::Scenario;

/// Explains the figure of that name, down to so many steps below it.
///
/// # Errors
/// A sentence that says that there is no such figure, with names of some that there are.
pub fn explain(
    words: &Catalog,
    region: &Region,
    scenario: &Scenario,
    name: &str,
    depth: usize,
) -> Result<String, String> {
    let name = &*present_name(name);
    let trace = Trace::telling(region, scenario, name);
    let found = trace.find(name).and_then(|figure| trace.figure(figure));
    match found {
        Some(node) => Ok(words.explanation_text(&trace, region, node, depth)),
        None => {
            let year = region.years.first_plan;
            let examples = [
                ScreenFigure::Income(Side::Scenario, year),
                ScreenFigure::Difference(year),
                ScreenFigure::Coverage(year),
                ScreenFigure::AllFunds,
            ];
            let examples = examples.map(|figure| figure.to_string()).join(", ");
            let arguments = [("figure", &*quote(name)), ("examples", &examples)];
            Err(words.format("command-no-figure", &arguments))
        }
    }
}

/// The name that a figure has today: scripts may ask for it by the name of the first version, which knew of
/// what is earned and what is received alone.
fn present_name(name: &str) -> Cow<'_, str> {
    let renamed = |old: &str, new: &str| Some(format!("{new}{}", name.strip_prefix(old)?));
    let of_channel = || {
        let (channel, year) = name
            .strip_prefix("channel_received_share.")?
            .rsplit_once('.')?;
        Some(format!("channel_share.{channel}.transfer.{year}"))
    };
    renamed("earned.", "gain.market.")
        .or_else(|| renamed("received.", "gain.transfer."))
        .or_else(of_channel)
        .map_or(Cow::Borrowed(name), Cow::Owned)
}
