//! The browser's program: compiled, and turned into what a browser loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{self, WASM_TARGET, command, run};

/// The profile that a program is built in: small and fast.
const PROFILE: &str = "release";

/// Builds programs of the package and returns their files by name: `NAME.js`, `NAME_bg.wasm`.
pub fn build(programs: &[&str], features: &[&str]) -> Result<BTreeMap<String, Vec<u8>>> {
    compile(programs, features)?;
    let mut files = BTreeMap::new();
    for program in programs {
        bind(program, &mut files)?;
    }
    Ok(files)
}

/// Compiles programs of the package: several at once, since what makes each of them small keeps one core alone.
pub fn compile(programs: &[&str], features: &[&str]) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["build", "--profile", PROFILE, "--target", WASM_TARGET]);
    for program in programs {
        cargo.args(["--bin", program]);
    }
    for feature in features {
        cargo.args(["--features", feature]);
    }
    run(&mut cargo)
}

/// Turns a compiled program into what a browser loads.
fn bind(program: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let input = project::target()
        .join(WASM_TARGET)
        .join(PROFILE)
        .join(format!("{program}.wasm"));
    let out = folder(program);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    Bindgen::new()
        .input_path(&input)
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
