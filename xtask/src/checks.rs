//! Every test, in the order in which a fault is found fastest; all run, even if one fails.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::dist::{self, Effort};
use crate::fuzz;
use crate::project::{self, WASM_TARGET, command, root, step};
use crate::server::{self, Site};
use crate::summary::{Count, closing_lines, count};
use crate::tools::{self, Packages};

/// Which tests are run.
#[derive(clap::Args)]
pub struct Options {
    /// Only this part.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Only browser specs whose file's name holds this.
    #[arg(long)]
    filter: Option<String>,
}

/// The parts of the tests.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum Part {
    /// The form of the code.
    Fmt,
    /// The lints, for the host and for the browser.
    Clippy,
    /// Tests on the host.
    Host,
    /// The model, held against a second one written apart.
    Oracle,
    /// The workbook's formulas, recomputed by spreadsheets.
    Sheet,
    /// Every reader, tried with anything for a few seconds.
    Fuzz,
    /// Tests of parts in a browser.
    Wasm,
    /// Tests of the whole page in a browser.
    Browser,
}

const PARTS: [Part; 8] = [
    Part::Fmt,
    Part::Clippy,
    Part::Host,
    Part::Oracle,
    Part::Sheet,
    Part::Fuzz,
    Part::Wasm,
    Part::Browser,
];

/// Runs the tests.
pub fn test(options: &Options) -> Result<()> {
    let mut lines = Vec::new();
    let mut total = Count::default();
    let mut faults = Vec::new();
    for part in PARTS
        .into_iter()
        .filter(|part| options.only.is_none_or(|only| only == *part))
    {
        eprintln!("\n== {part:?}");
        let start = Instant::now();
        let done = match part {
            Part::Fmt => fmt(),
            Part::Clippy => clippy(),
            Part::Host => host(),
            Part::Oracle => oracle(),
            Part::Sheet => sheet(),
            Part::Fuzz => fuzz(),
            Part::Wasm => wasm(),
            Part::Browser => browser(options.filter.as_deref()),
        };
        let seconds = start.elapsed().as_secs_f64();
        match done {
            Ok(output) => {
                lines.extend(
                    closing_lines(&output.text)
                        .into_iter()
                        .map(|l| format!("{part:?}: {}", l.trim())),
                );
                let counted = count(&output.text);
                total = total.plus(counted);
                if !output.succeeded {
                    // A part that fails without a failed test, as a lint does, counts as one.
                    total.failed += usize::from(counted.failed == 0);
                    faults.push(format!("{part:?}"));
                }
            }
            Err(error) => {
                eprintln!("error: {error:#}");
                total.failed += 1;
                faults.push(format!("{part:?}"));
            }
        }
        eprintln!("   {part:?} took {seconds:.0} s");
    }
    println!("\nWhat the runners say:");
    for line in lines {
        println!("  {line}");
    }
    let Count {
        passed,
        failed,
        skipped,
    } = total;
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if faults.is_empty() {
        Ok(())
    } else {
        bail!("failed: {}", faults.join(", "))
    }
}

/// What a runner printed, and whether it was content.
struct Output {
    text: String,
    succeeded: bool,
}

impl Output {
    fn and(self, other: Self) -> Self {
        Self {
            text: self.text + &other.text,
            succeeded: self.succeeded && other.succeeded,
        }
    }
}

/// Runs a command, shows what it prints and keeps it.
fn tee(command: &mut Command) -> Result<Output> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {program}"))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok(Output {
        text,
        succeeded: child.wait()?.success(),
    })
}

fn fmt() -> Result<Output> {
    tee(command("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Output> {
    tools::wasm_target()?;
    let strict = ["--", "-D", "warnings"];
    let host = tee(command("cargo")
        .args(["clippy", "--workspace", "--all-targets"])
        .args(strict))?;
    let wasm = tee(command("cargo")
        .args([
            "clippy",
            "--target",
            WASM_TARGET,
            "--lib",
            "--bins",
            "--test",
            "wasm",
            "--features",
            "bench",
        ])
        .args(strict))?;
    Ok(host.and(wasm))
}

fn host() -> Result<Output> {
    tee(command("cargo").args(["test", "--workspace", "--no-fail-fast"]))
}

/// Has workbooks made by the command line and recomputed by HyperFormula, and by LibreOffice
/// where it can be had.
fn sheet() -> Result<Output> {
    let scripts = scripts("tests/sheet")?;
    let office = tools::office();
    if office.is_none() {
        eprintln!(
            "SKIPPED: LibreOffice is missing and could not be installed, so that it does not \
             recompute the workbook; HyperFormula does. Install libreoffice-calc to have both."
        );
    }
    with_command_line(
        command("node")
            .args(["--test", "--test-reporter=tap"])
            .arg(scripts.join("sheet.spec.mjs"))
            .env("SOFFICE", office.unwrap_or_default()),
    )
}

/// Has the command line project scenarios drawn at random, and a model in decimal.js, written from the
/// document alone, project them too.
fn oracle() -> Result<Output> {
    scripts("benches")?;
    let scripts = scripts("tests/oracle")?;
    with_command_line(
        command("node")
            .args(["--test", "--test-reporter=tap"])
            .arg(scripts.join("oracle.spec.mjs")),
    )
}

/// Builds the command line and runs a test of it.
fn with_command_line(test: &mut Command) -> Result<Output> {
    let built = tee(command("cargo").args(["build", "--bin", "zengshou"]))?;
    let tested = tee(test
        .env("ZENGSHOU_CLI", command_line())
        .env("ZENGSHOU_ROOT", root()))?;
    Ok(built.and(tested))
}

/// Where the command line lies once it is built.
pub fn command_line() -> PathBuf {
    let program = format!("zengshou{}", std::env::consts::EXE_SUFFIX);
    project::target().join("debug").join(program)
}

/// Runs each reader's target, a test each.
fn fuzz() -> Result<Output> {
    let mut all = Output {
        text: String::new(),
        succeeded: true,
    };
    for (target, mut command) in fuzz::in_tests()? {
        let run = tee(&mut command)?;
        let (passed, failed, word) = match run.succeeded {
            true => (1, 0, "ok"),
            false => (0, 1, "FAILED"),
        };
        let said = run.text.trim_end();
        let said = if said.is_empty() { &target } else { said };
        all = all.and(Output {
            text: format!("test result: {word}. {passed} passed; {failed} failed; {said}\n"),
            succeeded: run.succeeded,
        });
    }
    Ok(all)
}

/// How Chromium is started where tests run, often as root and without a screen.
const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=en-US",
];

fn wasm() -> Result<Output> {
    tools::wasm_target()?;
    let browser = tools::browser()?;
    let runner = tools::wasm_test_runner()?;
    let capabilities = serde_json::json!({
        "goog:chromeOptions": { "args": CHROMIUM_FLAGS, "binary": browser.browser }
    });
    // The runner reads the file from the package's folder.
    let file = root().join("webdriver.json");
    fs::write(&file, capabilities.to_string())?;
    let done = tee(command("cargo")
        .args(["test", "--target", WASM_TARGET, "--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"));
    fs::remove_file(file)?;
    done
}

/// A folder in which node finds the installed packages beside the scripts: a copy of them, since
/// modules are looked for beside the file that asks. Copies lie to one another as their folders do.
pub fn scripts(from: &str) -> Result<PathBuf> {
    let modules = tools::packages(Packages::All)?;
    let work = project::target().join("scripts");
    let link = work.join("node_modules");
    fs::create_dir_all(&work)?;
    if fs::read_link(&link).ok().as_deref() != Some(&*modules) {
        let _absent = fs::remove_file(&link);
        symlink(&modules, &link).context("a link to the npm packages")?;
    }
    let to = work.join(from);
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    copy(&root().join(from), &to)?;
    Ok(to)
}

#[cfg(unix)]
fn symlink(to: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

#[cfg(windows)]
fn symlink(to: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(to, link)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Serves a release folder under a sub-path and runs the specs against it.
fn browser(filter: Option<&str>) -> Result<Output> {
    let browser = tools::browser()?;
    let scripts = scripts("tests/browser")?;
    let files = dist::build()?;
    let folder = project::target().join("dist-test");
    step("Writing the page", || {
        dist::write(&folder, &files, Effort::None)
    })?;
    let site = Site::fixed(files, "/some/sub-path/");
    let port = server::start(&site, 0)?;
    let mut specs: Vec<PathBuf> = fs::read_dir(&scripts)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".spec.mjs"))
        .filter(|path| filter.is_none_or(|part| path.to_string_lossy().contains(part)))
        .collect();
    specs.sort();
    // One after the other: they share two cores with the browser.
    tee(command("node")
        .args(["--test", "--test-concurrency=1", "--test-reporter=tap"])
        .args(specs)
        .env(
            "ZENGSHOU_URL",
            format!("http://127.0.0.1:{port}{}", site.sub_path()),
        )
        .env("ZENGSHOU_DIST", folder)
        .env("ZENGSHOU_ROOT", root())
        .env("CHROMIUM_PATH", browser.browser))
}
