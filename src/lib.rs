//! Zengshou: what a changed plan of rural-revitalization funds does to the income of the
//! population lifted out of poverty.

pub mod analysis;
pub mod app;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod counties;
pub mod exercise;
pub mod export;
pub mod form;
pub mod i18n;
pub mod intake;
pub mod invented;
pub mod language;
pub mod link;
pub mod planner;
pub mod problem;
pub mod projects;
pub mod region;
pub mod register;
pub mod report;
pub mod scenario;

pub use zengshou_floating as floating;
pub use zengshou_model as model;
pub use zengshou_model::number;
