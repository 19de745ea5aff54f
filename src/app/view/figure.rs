//! A number that shows where it comes from when it is pressed.

use yew::prelude::*;

pub use crate::analysis::explain::figure::ScreenFigure;

/// A figure as a button that looks like the number. It has no callback of its own: the page listens for all of
/// them ([`super::explain::pressed`]), so that they cost a moved lever nothing.
pub fn figure(of: ScreenFigure, number: Html) -> Html {
    button(&of.to_string(), None, number)
}

/// The same for a figure of one of several scenarios, which its column identifies.
pub fn figure_of_column(of: ScreenFigure, column: usize, number: Html) -> Html {
    button(&of.to_string(), Some(column), number)
}

/// The same for a figure that is known by its name.
pub fn named_figure(name: &str, number: Html) -> Html {
    button(name, None, number)
}

fn button(name: &str, column: Option<usize>, number: Html) -> Html {
    html! {
        <button type="button" class="figure" aria-haspopup="dialog" data-figure={name.to_owned()}
            data-column={column.map(|column| column.to_string())}>
            { number }
        </button>
    }
}
