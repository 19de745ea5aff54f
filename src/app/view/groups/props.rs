//! Properties of the parts that show a sheet.

use std::rc::Rc;

use yew::prelude::*;

use super::record::RecordHandle;
use crate::exercise::collation::sheet::GroupSheet;

/// Properties of the sheet.
#[derive(Properties)]
pub struct SheetProps {
    /// The record.
    pub record: RecordHandle,
    /// All sheets.
    pub sheets: Rc<Vec<GroupSheet>>,
    /// The place of the one on the screen.
    pub at: Option<usize>,
}

impl PartialEq for SheetProps {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record
            && Rc::ptr_eq(&self.sheets, &other.sheets)
            && self.at == other.at
    }
}
