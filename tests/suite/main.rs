//! The tests on the host beside those of single modules, as one program: a module a subject, so that
//! `cargo test --test suite links` runs one of them.

#![cfg(not(target_arch = "wasm32"))]

mod checklists;
mod command;
mod contrast;
mod document;
mod exercises;
mod explain;
mod explained;
mod floating;
mod funds;
mod later;
mod layers;
mod links;
mod model;
mod model_properties;
mod naming;
mod region;
mod shelf;
mod state;
mod support;
mod vintages;
mod wording;
