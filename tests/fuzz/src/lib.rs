//! Fuzz targets for every reader of the calculator: what comes from outside, as bytes that may be
//! anything, and what must hold whatever they are.
//!
//! A target panics where something does not hold. `cargo xtask test` runs each for a few seconds,
//! `cargo xtask fuzz` for as long as wanted, guided by what the inputs reach in the program.

mod fixtures;
pub mod mutation;
pub mod seeds;
mod targets;

/// A reader under test.
#[derive(Clone, Copy)]
pub struct Target {
    /// The name on the command line.
    pub name: &'static str,
    /// Reads an input and panics where something does not hold.
    pub check: fn(&[u8]),
    /// Inputs to start from.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every reader.
pub const TARGETS: [Target; 9] = [
    Target {
        name: "link",
        check: targets::link::check,
        seeds: seeds::links,
    },
    Target {
        name: "file",
        check: targets::file::check,
        seeds: seeds::files,
    },
    Target {
        name: "typed",
        check: targets::typed::check,
        seeds: seeds::typed,
    },
    Target {
        name: "pasted",
        check: targets::pasted::check,
        seeds: seeds::pasted,
    },
    Target {
        name: "drafts",
        check: targets::drafts::check,
        seeds: seeds::drafts,
    },
    Target {
        name: "stored",
        check: targets::stored::check,
        seeds: seeds::stored,
    },
    Target {
        name: "merge",
        check: targets::merge::check,
        seeds: seeds::choices,
    },
    Target {
        name: "exercise",
        check: targets::exercise::check,
        seeds: seeds::exercises,
    },
    Target {
        name: "register",
        check: targets::register::check,
        seeds: seeds::registers,
    },
];

/// The target of that name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}
