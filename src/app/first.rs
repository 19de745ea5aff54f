//! The first numbers: a small program of its own shows the headline while the rest of the page
//! is on its way. It draws nothing else and changes nothing; the page then takes its place.

use super::clock::next_task;
use super::effects::locales::{self, Extent};
use super::effects::{address, boot, regions, work};
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::region::parse::parse_region;
use crate::scenario::Scenario;

/// Shows the headline of the link, of the work saved here, or of the plan. Returns whether the page can go on; if
/// not, the reason is on the screen.
pub async fn show() -> bool {
    if regions::wanted(&address::current()).is_some_and(|wanted| wanted.own.is_some()) {
        // Its figures are the whole program's to read.
        return true;
    }
    let read = |files: &RegionFiles| parse_region(&files.built_in);
    let Some(start) = boot::prepare(Extent::First, read).await else {
        return false;
    };
    next_task().await;
    locales::announce(&start.words, &start.region);
    let scenario = scenario(&start.region, &start.fragment);
    let region = scenario.region(&start.region);
    let income = scenario.project(&region).scenario[0].income;
    let year = start.region.years.first_plan.to_string();
    put(
        "first-what",
        &start.words.format("first-what", &[("year", &year)]),
    );
    put("first-headline", &start.words.money(income));
    put("first-unit", &start.words.text("unit-yuan"));
    put("first-about", &start.words.text("first-about"));
    put("first-more", &start.words.text("first-more"));
    true
}

/// The scenario that the page will start with.
fn scenario(region: &Region, fragment: &str) -> Scenario {
    if let Ok((opened, _)) = boot::read_link(region, fragment) {
        return opened.scenario;
    }
    work::peek(region).unwrap_or_default()
}

/// Puts a text into an element of the page's first form.
fn put(id: &str, text: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}
