//! The buttons of the presenter's bar. A pointer that presses one leaves the focus where it is, so that the keys of a
//! remote go on to the picture.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::words::Words;

/// A button of the bar.
pub struct BarButton {
    /// The name in tests.
    pub testid: &'static str,
    /// The text on it.
    pub text: Html,
    /// The text that explains it.
    pub title: Option<Rc<str>>,
    /// The name where the text is a sign.
    pub label: Option<Rc<str>>,
    /// True where it can't be pressed.
    pub is_disabled: bool,
    /// For one that opens something: true while that is open.
    pub is_expanded: Option<bool>,
    /// For one that holds: true while it does.
    pub is_pressed: Option<bool>,
}

impl BarButton {
    /// A button with a text.
    pub fn of(words: &Words, testid: &'static str, text: &str) -> Self {
        Self {
            testid,
            text: html! { { words.text(text) } },
            title: None,
            label: None,
            is_disabled: false,
            is_expanded: None,
            is_pressed: None,
        }
    }

    /// The same with a text that explains it.
    pub fn titled(self, title: Rc<str>) -> Self {
        Self {
            title: Some(title),
            ..self
        }
    }

    /// The button.
    pub fn draw(self, press: impl Fn() + 'static) -> Html {
        let onclick = Callback::from(move |_: MouseEvent| press());
        html! {
            <button type="button" class="button" data-testid={self.testid} title={self.title}
                aria-label={self.label} disabled={self.is_disabled}
                aria-expanded={self.is_expanded.map(|it| it.to_string())}
                aria-pressed={self.is_pressed.map(|it| it.to_string())}
                onmousedown={keep_focus()} {onclick}>{ self.text }</button>
        }
    }
}

/// Leaves the focus where it is when a pointer presses a button.
fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}
