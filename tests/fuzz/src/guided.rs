//! The targets for libFuzzer, which looks at what an input reaches in the program. Which target is
//! run, the environment says: one program for all of them is built once.
#![no_main]

use std::sync::LazyLock;

use zengshou_fuzz::{Target, target};

/// The variable that names the target.
const NAME: &str = "ZENGSHOU_FUZZ_TARGET";

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var(NAME).unwrap_or_default();
    target(&name).unwrap_or_else(|| panic!("{NAME} names no target: {name:?}"))
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| (TARGET.check)(data));
