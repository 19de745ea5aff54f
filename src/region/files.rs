//! The files that a region is read from, as one program of the page hands them to another.

use serde::{Deserialize, Serialize};

use super::Region;
use super::parse::parse_region;
use crate::problem::Problem;

/// The texts of a region's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionFiles {
    /// The file of a region that the page was built with.
    pub built_in: String,
    /// The file of a bureau's own region, which takes its place.
    pub own: Option<String>,
}

impl RegionFiles {
    /// Reads the region.
    ///
    /// # Errors
    /// Every problem found.
    pub fn region(&self) -> Result<Region, Vec<Problem>> {
        parse_region(self.own.as_ref().unwrap_or(&self.built_in))
    }
}
