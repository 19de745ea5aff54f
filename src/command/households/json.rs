//! A computed register as JSON: what was read of the file, and the figures.

use serde_json::{Map, Value, json};
use zengshou_households::read::{ColumnFate, HouseholdColumn, ReadRegister, RowFault};

use crate::region::Region;
use crate::register::figures::RegisterFigures;

/// The register as indented JSON: the fields of its figures, with the region and what was read of the file.
pub fn write(region: &Region, read: &ReadRegister, figures: &RegisterFigures) -> String {
    // Texts and numbers: nothing that JSON could not hold.
    let mut whole = serde_json::to_value(figures).unwrap_or_default();
    whole["region"] = json!(region.id);
    whole["region_version"] = json!(region.version);
    whole["read"] = reading(read);
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn reading(read: &ReadRegister) -> Value {
    let dropped = read
        .fates
        .iter()
        .filter(|fate| **fate == ColumnFate::Dropped)
        .count();
    let columns = read.fates.iter().filter_map(|fate| match fate {
        ColumnFate::Read(column) => Some(column.head()),
        _ => None,
    });
    let faults = RowFault::ALL.into_iter().map(|fault| {
        let count = json!(read.counts[fault as usize]);
        (fault.name().to_owned(), count)
    });
    let problems = read.problems.iter().map(|it| {
        json!({"row": it.row, "column": it.column.map(HouseholdColumn::head), "fault": it.fault.name()})
    });
    json!({
        "rows": read.data_rows,
        "head_row": read.head_row,
        "rows_are_persons": read.is_of_persons,
        "left_out": read.left_out,
        "columns": columns.collect::<Vec<_>>(),
        "dropped_columns": dropped,
        "knows_support": read.knows_support,
        "faults": faults.collect::<Map<_, _>>(),
        "problems": problems.collect::<Vec<_>>(),
    })
}
