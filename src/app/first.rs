//! The first numbers: a small program of its own shows the headline while the rest of the page
//! is on its way. It draws nothing else and changes nothing; the page then takes its place.

use wasm_bindgen_futures::spawn_local;

use super::clock::next_task;
use super::effects::locales::{self, Extent};
use super::effects::{address, boot, page_file, regions, work};
use crate::link;
use crate::region::Region;
use crate::region::parse::parse_numbers;
use crate::scenario::Scenario;

/// Shows the headline of the link, of the work saved here, or of the plan. Returns whether the page can go on; if
/// not, the reason is on the screen.
pub async fn show() -> bool {
    let fragment = address::current();
    let is_own = || regions::wanted(&fragment, |_| None).is_some_and(|it| it.own.is_some());
    if link::is_exercise(&fragment) || link::carries_own_figures(&fragment) || is_own() {
        // Exercises hide what they want, and own figures are the whole program's to read.
        return true;
    }
    let reader = boot::RegionReader {
        of_link: |_| None,
        of_storage: |lying| lying,
        with_texts: None,
        of_files: |files| parse_numbers(&files.built_in),
    };
    let Some(start) = boot::prepare(Extent::First, reader, fragment).await else {
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
    // On their way beside the whole program, which asks for them at once.
    if let Some(texts) = start.texts {
        spawn_local(async move {
            let _asked_again_if_it_fails = page_file::text(&texts).await;
        });
    }
    true
}

/// The scenario that the page will start with.
fn scenario(region: &Region, fragment: &str) -> Scenario {
    if let Ok(link) = link::decode_without_own_figures(region, fragment) {
        return link.scenario;
    }
    work::peek(region).unwrap_or_default()
}

/// Puts a text into an element of the page's first form.
fn put(id: &str, text: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}
