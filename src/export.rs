//! Output for other programs: tables, and their text for spreadsheets.

pub mod csv;
pub mod table;
