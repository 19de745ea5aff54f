//! The form that a bureau fills in, and the region that a filled one means.
//!
//! [`template`] writes it, prefilled; [`fill`] takes what was read of one. The form's sheets are 基本情况, 县区
//! and 项目; of the first, [`FormRow::essentials`] must be given, and for every other figure the default
//! region's stands in.

mod cells;
mod changes;
mod checks;
mod fill;
mod identity;
mod labels;
mod lines;
pub mod new_region;
mod prefilled;
pub mod request;
mod rows;
pub mod template;
#[cfg(test)]
mod tests;
pub mod workbook;
mod written;

pub use fill::{FilledForm, FormChange, FormRemark, fill, types_said};
pub use rows::FormRow;
