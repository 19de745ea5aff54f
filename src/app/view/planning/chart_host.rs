//! Chart host of the planning tools.

use std::cell::Cell;

use yew::prelude::*;

use crate::app::view::results::chart_loader::use_chart_library;
use crate::app::view::results::frame::ChartHost;
use crate::app::view::shared::Shared;

/// The chart library, as the card of charts uses it.
#[hook]
pub fn use_chart_host() -> ChartHost {
    ChartHost {
        library: use_chart_library(),
        is_slow: Shared(use_memo((), |()| Cell::new(false))),
        is_apart: true,
    }
}
