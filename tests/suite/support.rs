//! Shared parts of the tests: the region and the state that they start from.

use std::rc::Rc;
use std::sync::OnceLock;

use rust_decimal::Decimal;
use zengshou::app::state::State;
use zengshou::language::Language;
use zengshou::region::Region;
use zengshou::region::key::{Fixed, Key};
use zengshou::region::parse::parse_region;

/// The shipped region's file.
pub const REGION_FILE: &str = include_str!("../../static/regions/zhangjiakou-2021.json");

/// The shipped region, read once.
pub fn region() -> &'static Region {
    static REGION: OnceLock<Region> = OnceLock::new();
    REGION.get_or_init(|| parse_region(REGION_FILE).expect("the region's file is in order"))
}

/// The screen's first state.
pub fn start() -> State {
    State::new(Rc::new(region().clone()), Language::SimplifiedChinese)
}

/// A number written out.
pub fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

/// The lever that most tests move.
pub fn coverage() -> Key {
    Fixed::Coverage.into()
}
