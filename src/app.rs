//! The calculator in the browser.
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "增收" }</h1></main> }
}

/// Puts the calculator on the page.
pub fn start() {
    yew::Renderer::<App>::new().render();
}
