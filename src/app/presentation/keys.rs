//! Keys while a presentation is on, from a keyboard or from a remote, which sends PageUp, PageDown and a full stop.

use serde::{Deserialize, Serialize};

use super::Curtain;

/// A key's meaning for a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresentationKey {
    /// The next slide, or the result that was hidden.
    Next,
    /// The slide before.
    Back,
    /// The first slide.
    First,
    /// A black screen.
    Black,
    /// A white screen.
    White,
    /// The end.
    End,
    /// Any other key: it returns from a black or white screen.
    Any,
}

/// The element that has the focus while a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// A field for text or numbers: its keys are its own.
    Text,
    /// A list to choose from.
    List,
    /// A button, a link, a box to tick.
    Button,
    /// A dialog or a page over the calculator.
    Dialog,
    /// Anything else, levers included: they don't move by key while presenting.
    Elsewhere,
}

/// Keys that are pressed only together with others.
const SILENT: [&str; 9] = [
    "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn", "OS",
];

/// The meaning of a key for a presentation; none for what the element with the focus or the browser keeps.
pub fn presentation_key(
    key: &str,
    is_with_modifier: bool,
    place: KeyPlace,
    curtain: Curtain,
) -> Option<PresentationKey> {
    if is_with_modifier || SILENT.contains(&key) {
        return None;
    }
    if curtain != Curtain::Open {
        return Some(PresentationKey::Any);
    }
    if key == "F5" {
        return Some(PresentationKey::First);
    }
    let of_all = match key {
        "PageDown" => Some(PresentationKey::Next),
        "PageUp" => Some(PresentationKey::Back),
        _ => None,
    };
    let of_most = || match key {
        "Escape" => Some(PresentationKey::End),
        _ => of_all,
    };
    let of_free = || match key {
        "ArrowRight" => Some(PresentationKey::Next),
        "ArrowLeft" => Some(PresentationKey::Back),
        "b" | "B" | "." => Some(PresentationKey::Black),
        "w" | "W" => Some(PresentationKey::White),
        _ => of_most(),
    };
    match place {
        KeyPlace::Text => None,
        KeyPlace::Dialog => of_all,
        KeyPlace::List => of_most(),
        KeyPlace::Button => of_free(),
        KeyPlace::Elsewhere if key == " " => Some(PresentationKey::Next),
        KeyPlace::Elsewhere => of_free(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, place: KeyPlace) -> Option<PresentationKey> {
        presentation_key(key, false, place, Curtain::Open)
    }

    #[test]
    fn keys_of_keyboards_and_remotes_are_understood() {
        use PresentationKey::{Back, Black, End, First, Next, White};
        for (key, wanted) in [
            ("PageDown", Some(Next)),
            ("ArrowRight", Some(Next)),
            (" ", Some(Next)),
            ("PageUp", Some(Back)),
            ("ArrowLeft", Some(Back)),
            ("b", Some(Black)),
            ("B", Some(Black)),
            (".", Some(Black)),
            ("w", Some(White)),
            ("W", Some(White)),
            ("Escape", Some(End)),
            ("F5", Some(First)),
            ("Tab", None),
            ("Enter", None),
            ("a", None),
            ("ArrowDown", None),
        ] {
            assert_eq!(pressed(key, KeyPlace::Elsewhere), wanted, "{key:?}");
        }
    }

    #[test]
    fn keys_of_fields_lists_and_buttons_are_left_to_them() {
        use PresentationKey::{Back, Black, End, Next};
        for key in [
            "PageDown",
            "PageUp",
            " ",
            "b",
            ".",
            "w",
            "ArrowRight",
            "Escape",
            "5",
        ] {
            assert_eq!(pressed(key, KeyPlace::Text), None, "{key:?}");
        }
        for (key, place, wanted) in [
            (" ", KeyPlace::Button, None),
            ("Enter", KeyPlace::Button, None),
            ("PageDown", KeyPlace::Button, Some(Next)),
            ("b", KeyPlace::Button, Some(Black)),
            ("ArrowRight", KeyPlace::List, None),
            ("b", KeyPlace::List, None),
            ("PageUp", KeyPlace::List, Some(Back)),
            ("Escape", KeyPlace::List, Some(End)),
            ("Escape", KeyPlace::Dialog, None),
            ("PageDown", KeyPlace::Dialog, Some(Next)),
        ] {
            assert_eq!(pressed(key, place), wanted, "{key:?} in {place:?}");
        }
    }

    #[test]
    fn any_key_returns_from_a_blank_screen_wherever_the_focus_is() {
        for curtain in [Curtain::Black, Curtain::White] {
            for place in [
                KeyPlace::Text,
                KeyPlace::Button,
                KeyPlace::Elsewhere,
                KeyPlace::Dialog,
            ] {
                for key in ["b", "x", "Escape", "PageDown", "Enter", "F5"] {
                    let found = presentation_key(key, false, place, curtain);
                    assert_eq!(found, Some(PresentationKey::Any), "{key:?} in {place:?}");
                }
                for key in ["Shift", "Control"] {
                    assert_eq!(presentation_key(key, false, place, curtain), None);
                }
            }
        }
    }

    #[test]
    fn combinations_are_the_browsers() {
        for curtain in [Curtain::Open, Curtain::Black] {
            assert_eq!(
                presentation_key("r", true, KeyPlace::Elsewhere, curtain),
                None
            );
            assert_eq!(
                presentation_key("F5", true, KeyPlace::Elsewhere, curtain),
                None
            );
        }
    }
}
