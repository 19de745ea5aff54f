//! Checks of each reader, a file a reader.

pub mod drafts;
pub mod exercise;
pub mod file;
pub mod link;
pub mod merge;
pub mod pasted;
pub mod register;
pub mod stored;
pub mod typed;
