//! Ways to the tools of planning from where a question arises.

use yew::prelude::*;

use super::context::Words;
use super::planning::Tab;

/// A button that opens a tool. It sends nothing itself: the page hears all of them
/// ([`super::planning::asked_for`]).
pub fn tool_button(words: &Words, tool: Tab, label: &'static str) -> Html {
    html! {
        <button type="button" class="link tool-link" data-tool={tool.name()}>
            { words.text(label) }
        </button>
    }
}
