//! The region that comes with the program, for tests of every room.

use super::Region;
use super::parse::parse_region;

/// The region of the shipped file.
pub fn region() -> Region {
    let text = include_str!("../../static/regions/zhangjiakou-2021.json");
    parse_region(text).expect("the region's file is in order")
}
