//! The only place that touches the world outside: the address bar, storage, the clipboard,
//! files and the network at the start.

pub mod address;
pub mod boot;
pub mod bureau;
pub mod corrections;
pub mod embed;
pub mod entries;
pub mod exercises;
pub mod files;
pub mod first_visit;
pub mod groups;
pub mod households;
pub mod locales;
pub mod page_file;
pub mod page_regions;
pub mod planner;
pub mod presence;
pub mod projector;
pub mod regions;
pub mod share;
pub mod sheets;
pub mod single_file;
pub mod storage;
pub mod work;
pub mod workbook;
