//! Spreadsheets as people have them, read into checked rows: workbooks and texts of any code page come in, and
//! what goes out names for every figure the cell that it came from.
//!
//! Nothing here knows the calculator, a language's words or a browser. What is wrong is a list of kinds
//! with places ([`FormProblem`]); the words are made elsewhere. Personal columns are dropped while reading.

mod category;
mod cell;
mod fault;
mod field;
mod header;
mod personal;
mod place;
mod project_type;
mod read;
mod reading;
mod recognise;
mod rows;
mod synonyms;
mod totals;
mod type_map;
mod type_table;
mod typed;
mod unit;
mod values;

pub use cell::{ForeignSheet, Merged, SheetCell, SheetDate, SheetRow};
pub use fault::{FormProblem, ReadFault, ReadLimit, Wanted, is_hidden, quoted};
pub use field::{CountyField, Field, FigureField, FormKind, Kind, ProjectField};
pub use place::{CellPlace, column_letters};
pub use project_type::{FundUse, ProjectType};
pub use read::{MOST_FILE_BYTES, read_file, read_pasted};
pub use reading::{
    Answers, ColumnUse, DropReason, FoundTable, Reading, ReadingNote, SheetQuestion, TableColumn,
    TotalCheck,
};
pub use recognise::recognise;
pub use rows::{
    AssetClass, CountyRow, FigureRow, FigureStatus, OperatingState, ProjectRow, ProjectState,
};
pub use synonyms::{Synonyms, folded};
pub use type_map::{TypeMap, TypeName};
pub use type_table::{MOST_TYPE_LINES, ProjectSum, TypeLine, TypeTable};
pub use unit::{AmountScale, MoneyUnit, Operating};

#[cfg(test)]
mod tests;
