//! The workbook (to come).

use super::{Facts, Given};
use crate::i18n::Catalog;

/// Writes the workbook.
///
/// # Errors
/// None yet.
pub fn write(_given: &Given<'_>, _facts: &Facts, _words: &Catalog) -> Result<Vec<u8>, String> {
    Ok(vec![])
}
