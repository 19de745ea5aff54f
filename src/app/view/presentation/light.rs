//! Light, whatever the scheme: a dark picture is not to be read in a bright room.

use yew::prelude::*;

/// The class of the page's root while it is light in any scheme.
const LIGHT: &str = "light";

/// Keeps the page light as long as that is wanted.
#[hook]
pub fn use_light(is_wanted: bool) {
    use_effect_with(is_wanted, |is_wanted| {
        let is_wanted = *is_wanted;
        set(is_wanted);
        move || {
            if is_wanted {
                set(false);
            }
        }
    });
}

fn set(is_light: bool) {
    let Some(root) = gloo::utils::document().document_element() else {
        return;
    };
    let set = root.class_list().toggle_with_force(LIGHT, is_light);
    debug_assert!(set.is_ok(), "a class is a plain word");
}
