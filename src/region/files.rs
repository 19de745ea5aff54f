//! The files that a region is read from, as one program of the page hands them to another.

use serde::{Deserialize, Serialize};

use super::Region;
use super::own::OwnRegion;
use super::own::raw::looks_like_own;
use super::parse::parse_region;
use crate::problem::Problem;

/// The texts of a region's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionFiles {
    /// The file of a region that the page was built with.
    pub built_in: String,
    /// The file of a bureau's own region: a whole one takes the other's place, one of own figures says where
    /// it differs.
    pub own: Option<String>,
}

impl RegionFiles {
    /// Reads the region.
    ///
    /// # Errors
    /// Every problem found.
    pub fn region(&self) -> Result<Region, Vec<Problem>> {
        match &self.own {
            None => parse_region(&self.built_in),
            Some(own) if looks_like_own(own) => {
                OwnRegion::read(own)?.region(&parse_region(&self.built_in)?)
            }
            Some(own) => parse_region(own),
        }
    }
}
