//! Engines that run SQL, each in an environment of Python in the user's cache, and the tests that use them.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::checks::{Specs, with_command_line};
use crate::project::{self, command, find, run, step};
use crate::report::Report;
use crate::tools;

/// The version of DuckDB.
const DUCKDB: &str = "2.0.1";
/// The version of Spark.
const SPARK: &str = "4.0.1";
/// The oldest Java that this Spark runs on.
const JAVA: u32 = 17;

// One installation at a time, of Java too: the one ahead and the tests want the same.
static ENGINES: Mutex<()> = Mutex::new(());

/// Installs both engines; what can't be had is said by the tests.
pub fn fetch() -> (Option<PathBuf>, Option<PathBuf>) {
    let _alone = ENGINES.lock().unwrap_or_else(PoisonError::into_inner);
    (told("DuckDB", duckdb()), told("Spark", spark()))
}

fn told(name: &str, engine: Result<PathBuf>) -> Option<PathBuf> {
    engine
        .inspect_err(|error| eprintln!("  {name}: {error:#}"))
        .ok()
}

/// The Python that has DuckDB.
fn duckdb() -> Result<PathBuf> {
    environment("duckdb", DUCKDB)
}

/// The Python that has Spark, where Java is there.
fn spark() -> Result<PathBuf> {
    if !has_java() {
        step("Installing Java", || {
            tools::install(&["openjdk-17-jre-headless"])
                .or_else(|_| tools::install(&["default-jre-headless"]))
        })?;
        if !has_java() {
            bail!("Java {JAVA} or newer is not on the PATH");
        }
    }
    environment("pyspark", SPARK)
}

/// True with a Java on the PATH that is new enough.
fn has_java() -> bool {
    let said = command("java").arg("-version").output();
    said.is_ok_and(|said| is_new(&String::from_utf8_lossy(&said.stderr)))
}

/// True for what `java -version` says of a version that is new enough.
fn is_new(said: &str) -> bool {
    let version = said.split('"').nth(1).unwrap_or_default();
    let first = version.split('.').next().unwrap_or_default();
    first.parse::<u32>().is_ok_and(|first| first >= JAVA)
}

/// The Python of an environment with a package, made where it is missing.
fn environment(package: &str, version: &str) -> Result<PathBuf> {
    let folder = project::cache()?.join(format!("python-{package}-{version}"));
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    // Written last, so that an installation that was cut off is never taken.
    let whole = folder.join("whole");
    if whole.exists() {
        return Ok(python);
    }
    let system = find(&["python3", "python"]).context("Python 3 is missing")?;
    step(&format!("Installing {package} {version}"), || {
        let made = || {
            let mut venv = command(&system.display().to_string());
            run(venv
                .args(["-m", "venv", "--clear"])
                .arg(&folder)
                .stdout(Stdio::null()))
        };
        // Debian has the maker of environments in a package of its own.
        made().or_else(|_| tools::install(&["python3-venv"]).and_then(|()| made()))?;
        let mut pip = command(&python.display().to_string());
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .arg(format!("{package}=={version}"));
        run(&mut pip).context("is the network there?")?;
        fs::write(&whole, version)?;
        Ok(())
    })?;
    Ok(python)
}

/// Has DuckDB and Spark run the SQL of the pass over households, and holds every number against the command line's.
pub fn compared(filter: Option<&str>) -> Result<Report> {
    let Some(specs) = Specs::chosen("tests/sql", filter)? else {
        return Ok(Report::empty());
    };
    let (duckdb, spark) = fetch();
    for (name, engine, needs) in [
        ("DuckDB", &duckdb, "Python 3 with venv"),
        ("Spark", &spark, "Python 3 with venv and Java 17"),
    ] {
        if engine.is_none() {
            eprintln!(
                "SKIPPED: {name} is missing and could not be installed, so that it does not run the SQL of households. \
                 Install {needs}, and let pip reach a registry, to have it."
            );
        }
    }
    let mut node = command("node");
    node.env("SQL_DUCKDB", duckdb.unwrap_or_default())
        .env("SQL_SPARK", spark.unwrap_or_default());
    with_command_line(&mut node, "sql", &specs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_new_java_is_taken() {
        assert!(is_new("openjdk version \"17.0.15\" 2025-04-15"));
        assert!(is_new("openjdk version \"21\" 2023-09-19"));
        assert!(!is_new("java version \"1.8.0_401\""));
        assert!(!is_new(""));
    }
}
