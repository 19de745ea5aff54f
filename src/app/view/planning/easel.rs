//! What the charts of planning are drawn with.

use std::cell::Cell;

use yew::prelude::*;

use crate::app::view::results::frame::Easel;
use crate::app::view::results::library::use_library;
use crate::app::view::shared::Shared;

/// The chart library, as the card of charts uses it.
#[hook]
pub fn use_easel() -> Easel {
    Easel {
        library: use_library(),
        is_slow: Shared(use_memo((), |()| Cell::new(false))),
    }
}
