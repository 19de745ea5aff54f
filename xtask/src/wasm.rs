//! The browser's program: compiled, and turned into what a browser loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::dist::Effort;
use crate::project::{self, WASM_TARGET, command, run};

/// The profile that programs are built in: small and fast, or built soon.
fn profile(effort: Effort) -> &'static str {
    match effort {
        Effort::Best => "release",
        Effort::None => "soon",
    }
}

/// The tests of parts, in `tests/parts`: an example to cargo.
pub const TESTS: &str = "parts";

/// Builds programs of the package and returns their files by name: `NAME.js`, `NAME_bg.wasm`.
pub fn build(
    programs: &[&str],
    features: &[&str],
    effort: Effort,
) -> Result<BTreeMap<String, Vec<u8>>> {
    compile(programs, features, effort)?;
    let mut files = BTreeMap::new();
    let compiled = project::target().join(WASM_TARGET).join(profile(effort));
    for program in programs {
        let input = compiled.join(format!("{program}.wasm"));
        bind(program, &input, &mut files)?;
    }
    Ok(files)
}

/// Compiles programs of the package: several at once, since what makes each of them small keeps one core alone.
pub fn compile(programs: &[&str], features: &[&str], effort: Effort) -> Result<()> {
    run(&mut cargo(programs, features, effort))
}

/// Builds the tests of parts and returns their files: `parts.js`, `parts_bg.wasm`.
pub fn tests() -> Result<BTreeMap<String, Vec<u8>>> {
    compile(&[], &[], Effort::None)?;
    let examples = project::target()
        .join(WASM_TARGET)
        .join(profile(Effort::None))
        .join("examples");
    let mut files = BTreeMap::new();
    bind(TESTS, &examples.join(format!("{TESTS}.wasm")), &mut files)?;
    Ok(files)
}

fn cargo(programs: &[&str], features: &[&str], effort: Effort) -> Command {
    let mut cargo = command("cargo");
    cargo.args([
        "build",
        "--profile",
        profile(effort),
        "--target",
        WASM_TARGET,
    ]);
    for program in programs {
        cargo.args(["--bin", program]);
    }
    for feature in features {
        cargo.args(["--features", feature]);
    }
    // What the tests need may ask more of the packages that all share: without them everything would be compiled once more.
    if effort == Effort::None {
        cargo.args(["--example", TESTS]);
    }
    cargo
}

/// Turns a compiled program into what a browser loads.
fn bind(program: &str, input: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let out = folder(program);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    Bindgen::new()
        .input_path(input)
        .out_name(program)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .generate(&out)
        })
        .map_err(|error| anyhow::anyhow!("wasm-bindgen: {error:#}"))?;
    for entry in fs::read_dir(&out)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        files.insert(
            name,
            fs::read(entry.path()).context("a file of wasm-bindgen")?,
        );
    }
    Ok(())
}

fn folder(program: &str) -> PathBuf {
    project::target().join("bindgen").join(program)
}
