//! Paths of the project, and helpers to run slow commands and to report on them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The target of the browser's program.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The project's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder of everything built.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The user's own cache folder for tools: a second clone finds them there.
pub fn cache() -> Result<PathBuf> {
    let set = |name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .context("no folder for the cache: set XDG_CACHE_HOME")?;
    Ok(base.join("zengshou"))
}

/// A command in the project's folder. Inside `cargo xtask` cargo has set variables for xtask
/// itself, which would make a second cargo build everything again.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text == "CARGO_MANIFEST_DIR" {
            command.env_remove(name);
        }
    }
    command
}

/// The program that npm is called by.
pub fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs a step, says what it is before and how long it took after.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("· {what} …");
    let start = Instant::now();
    let result = work().with_context(|| what.to_owned());
    let seconds = start.elapsed().as_secs_f64();
    eprintln!(
        "  {} after {seconds:.1} s",
        if result.is_ok() { "done" } else { "failed" }
    );
    result
}

/// Runs a command to its end with its output shown.
///
/// # Errors
/// When it can't be started or fails; the message says what to install where it is missing.
pub fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("could not start {program}"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

/// Runs a command and returns what it printed; its errors are shown.
///
/// # Errors
/// When it can't be started or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start {program}"))?;
    if !output.status.success() {
        bail!("{program} ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The path of the first of these programs that is installed.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .flat_map(|file| {
            endings
                .iter()
                .map(move |end| PathBuf::from(format!("{}{end}", file.display())))
        })
        .find(|file| file.is_file())
}
