//! The forms that bureaus have, written here as files, and what goes wrong with them.

mod any_bytes;
pub mod files;
mod reading_files;
mod recognising;
