//! The views: properties in, callbacks out, one component a file.

pub mod context;
pub mod explain;
pub mod figure;
pub mod header;
pub mod inputs;
pub mod library;
pub mod modal;
pub mod notices;
pub mod qr;
pub mod results;
pub mod share;
pub mod shell;
