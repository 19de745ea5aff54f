//! The foot of the page: how to ask for a figure, which data these are, what the model is and is not.

use yew::prelude::*;

use super::tools;
use crate::app::effects::single_file;
use crate::app::words::Words;
use crate::region::Region;

/// The foot.
pub fn foot(words: &Words, region: &Region) -> Html {
    html! {
        <footer class="foot soft">
            <p>{ words.text("explain-hint") }</p>
            <p data-testid="foot-data">{ words.data_version(region) }</p>
            if single_file::is_single_file() {
                <p data-testid="foot-single-file">{ of_single_file(words, region) }</p>
            }
            <p>
                { words.text("foot-model") }
                { " " }
                { tools::looking_back_button(words, "foot-looking-back") }
                { " " }
                { tools::bureau_button(words, "foot-bureau") }
                { " " }
                { tools::households_button(words, "foot-households", "link") }
            </p>
            <p>{ words.text("foot-private") }</p>
        </footer>
    }
}

/// The versions and the date of what the single file carries.
fn of_single_file(words: &Words, region: &Region) -> String {
    let sources = region.sources.values();
    let newest = sources
        .map(|source| source.published.as_str())
        .filter(|published| published.starts_with(|sign: char| sign.is_ascii_digit()))
        .max();
    words.format(
        "single-file-about",
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("region", region.name.in_language(words.language())),
            ("data", &region.version.to_string()),
            ("published", newest.unwrap_or("—")),
        ],
    )
}
