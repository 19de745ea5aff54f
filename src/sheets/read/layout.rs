//! The layout of a sheet, which its values leave out.

use std::collections::BTreeSet;

use calamine::{Sheet, SheetVisible};

use crate::cell::{ForeignSheet, Merged, SheetRow};

/// Hidden and merged parts of a sheet.
#[derive(Default)]
pub struct SheetLayout {
    /// Numbers of the hidden rows.
    pub hidden_rows: BTreeSet<u32>,
    /// The hidden columns.
    pub hidden_columns: Vec<u32>,
    /// The merged ranges.
    pub merged: Vec<Merged>,
}

impl SheetLayout {
    /// The sheet of those rows, laid out so.
    pub fn sheet(self, listed: &Sheet, mut rows: Vec<SheetRow>) -> ForeignSheet {
        for row in &mut rows {
            row.hidden = self.hidden_rows.contains(&row.number);
        }
        ForeignSheet {
            name: listed.name.clone(),
            hidden: listed.visible != SheetVisible::Visible,
            rows,
            merged: self.merged,
            hidden_columns: self.hidden_columns,
        }
    }
}
