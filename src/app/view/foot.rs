//! The foot of the page: how to ask for a figure, which data these are, what the model is and is not.

use yew::prelude::*;

use super::tools;
use crate::app::words::Words;
use crate::region::Region;

/// The foot.
pub fn foot(words: &Words, region: &Region) -> Html {
    html! {
        <footer class="foot soft">
            <p>{ words.text("explain-hint") }</p>
            <p data-testid="foot-data">{ words.data_version(region) }</p>
            <p>
                { words.text("foot-model") }
                { " " }
                { tools::looking_back_button(words, "foot-looking-back") }
            </p>
            <p>{ words.text("foot-private") }</p>
        </footer>
    }
}
