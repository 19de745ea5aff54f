//! The views: properties in, callbacks out, one component a file.

pub mod after_paint;
pub mod context;
pub mod cover;
pub mod explain;
pub mod figure;
pub mod header;
pub mod inputs;
mod kept;
mod keys;
pub mod library;
pub mod modal;
pub mod note;
pub mod notices;
pub mod pause;
pub mod planning;
pub mod qr;
pub mod report;
pub mod results;
pub mod share;
pub mod shared;
mod sheet_bar;
pub mod shell;
pub mod sources;
pub mod stages;
pub mod store;
pub mod tools;
