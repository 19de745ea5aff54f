//! The region that every test starts from.

use std::sync::OnceLock;

use zengshou::region::Region;
use zengshou::region::parse::parse_region;

/// The shipped region's file.
pub const REGION_FILE: &str = include_str!("../../static/regions/zhangjiakou-2021.json");

/// The shipped region, read once.
pub fn region() -> &'static Region {
    static REGION: OnceLock<Region> = OnceLock::new();
    REGION.get_or_init(|| parse_region(REGION_FILE).expect("the region's file is in order"))
}
