//! Every test, in the order in which a fault is found fastest; all run, even if one fails.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::dist::{self, Effort};
use crate::engines;
use crate::fuzz;
use crate::names;
use crate::project::{self, WASM_TARGET, command, root, step};
use crate::report::{Ran, Report, closing};
use crate::runners::{by_line, cargo_tests, node_tests, wasm_tests};
use crate::scorm::{self, PackedExercise};
use crate::server::{self, Site};
use crate::single::{self, SingleFile};
use crate::tools::{self, Packages};
use crate::wasm;

/// The most browsers at once: more would starve one another where tests wait for frames.
const MOST_BROWSERS: usize = 4;

/// Options of the tests.
#[derive(clap::Args)]
pub struct Options {
    /// Only this part.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Only tests whose name holds this: a file of tests/cases or tests/links, a case in such a file, a
    /// spec's file or the title of one of its tests, a function.
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
    /// The SQL of households, run by DuckDB and Spark.
    Sql,
    /// Every reader, tried with anything for a few seconds.
    Fuzz,
    /// Tests of parts in a browser.
    Wasm,
    /// Tests of the whole page in a browser.
    Browser,
}

const PARTS: [Part; 9] = [
    Part::Fmt,
    Part::Clippy,
    Part::Host,
    Part::Oracle,
    Part::Sheet,
    Part::Sql,
    Part::Fuzz,
    Part::Wasm,
    Part::Browser,
];

impl Part {
    /// True where it holds tests with names, so that one can be asked for alone.
    fn has_tests(self) -> bool {
        !matches!(self, Self::Fmt | Self::Clippy)
    }

    fn run(self, filter: Option<&str>) -> Result<Report> {
        match self {
            Self::Fmt => fmt(),
            Self::Clippy => clippy(),
            Self::Host => host(filter),
            Self::Oracle => oracle(filter),
            Self::Sheet => sheet(filter),
            Self::Sql => engines::compared(filter),
            Self::Fuzz => fuzz(filter),
            Self::Wasm => wasm(filter),
            Self::Browser => browser(filter),
        }
    }
}

/// Runs the tests.
pub fn test(options: &Options) -> Result<()> {
    let filter = options.filter.as_deref();
    let mut parts = Vec::new();
    let mut faults = Vec::new();
    if options.only.is_none() && filter.is_none() {
        thread::spawn(prepare);
    }
    let is_wanted = |part: &Part| {
        options.only.is_none_or(|only| only == *part) && (filter.is_none() || part.has_tests())
    };
    for part in PARTS.into_iter().filter(is_wanted) {
        eprintln!("\n== {part:?}");
        let start = Instant::now();
        let mut report = part.run(filter).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Report::of_check(false)
        });
        if !report.succeeded {
            // A part that fails without a failed test, as a lint does, counts as one.
            report.count.failed = report.count.failed.max(1);
            faults.push(format!("{part:?}"));
        }
        let seconds = start.elapsed().as_secs_f64();
        eprintln!("   {part:?} took {seconds:.0} s");
        parts.push(Ran {
            part: format!("{part:?}"),
            seconds,
            report,
        });
    }
    print!("{}", closing(&parts));
    let ran: usize = parts.iter().map(|ran| ran.report.count.all()).sum();
    match filter {
        _ if !faults.is_empty() => bail!("failed: {}", faults.join(", ")),
        Some(filter) if ran == 0 => bail!("no test's name holds “{filter}”"),
        _ => Ok(()),
    }
}

/// Prepares later parts while the first ones keep a core alone: what tests need and compilers don't is fetched, then the
/// browser's programs are compiled. What fails is said by the part that needs it.
fn prepare() {
    tools::fetch_ahead();
    let _later =
        tools::wasm_target().and_then(|()| wasm::compile(&all_programs(), &[], Effort::None));
}

/// Every program of the page and of the single file.
fn all_programs() -> Vec<&'static str> {
    [&dist::PROGRAMS[..], &single::PROGRAMS].concat()
}

/// Runs a command that holds no tests.
fn check(command: &mut Command) -> Result<Report> {
    by_line(command, |line| println!("{line}")).map(Report::of_check)
}

fn fmt() -> Result<Report> {
    check(command("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Report> {
    tools::wasm_target()?;
    let strict = ["--", "-D", "warnings"];
    let host = check(
        command("cargo")
            .args(["clippy", "--workspace", "--all-targets"])
            .args(strict),
    )?;
    let wasm = check(
        command("cargo")
            .args([
                "clippy",
                "--target",
                WASM_TARGET,
                "--lib",
                "--bins",
                "--example",
                wasm::TESTS,
                "--features",
                "bench",
            ])
            .args(strict),
    )?;
    Ok(host.and(wasm))
}

fn host(filter: Option<&str>) -> Result<Report> {
    let (filters, settings) = match filter {
        Some(filter) => names::on_the_host(filter)?,
        None => Default::default(),
    };
    cargo_tests(&filters, &settings)
}

/// Has workbooks made by the command line and recomputed by HyperFormula, and by LibreOffice
/// where it can be had.
fn sheet(filter: Option<&str>) -> Result<Report> {
    let Some(specs) = Specs::chosen("tests/sheet", filter)? else {
        return Ok(Report::empty());
    };
    let office = tools::office();
    if office.is_none() {
        eprintln!(
            "SKIPPED: LibreOffice is missing and could not be installed, so that it does not \
             recompute the workbook; HyperFormula does. Install libreoffice-calc to have both."
        );
    }
    let mut node = command("node");
    node.env("SOFFICE", office.unwrap_or_default());
    with_command_line(&mut node, "sheet", &specs)
}

/// Has the command line project scenarios drawn at random, and a model in decimal.js, written from the
/// document alone, project them too.
fn oracle(filter: Option<&str>) -> Result<Report> {
    let Some(specs) = Specs::chosen("tests/oracle", filter)? else {
        return Ok(Report::empty());
    };
    scripts("benches")?;
    with_command_line(&mut command("node"), "oracle", &specs)
}

/// Builds the command line and runs tests of it.
pub fn with_command_line(node: &mut Command, part: &str, specs: &Specs) -> Result<Report> {
    let built = check(command("cargo").args(["build", "--bin", "zengshou"]))?;
    if !built.succeeded {
        return Ok(built);
    }
    node.env("ZENGSHOU_CLI", command_line())
        .env("ZENGSHOU_ROOT", root());
    specs.run(node, part, 1)
}

/// The path of the command line once it is built.
pub fn command_line() -> PathBuf {
    let program = format!("zengshou{}", std::env::consts::EXE_SUFFIX);
    project::target().join("debug").join(program)
}

/// The files of node's tests that are run, and which of their tests.
pub struct Specs {
    files: Vec<PathBuf>,
    /// The filter of the tests' titles; none where whole files are asked for.
    title: Option<String>,
}

impl Specs {
    /// The specs of a folder that a filter leaves: the files whose name holds it; else the tests whose
    /// title does. None where neither can be.
    pub fn chosen(folder: &str, filter: Option<&str>) -> Result<Option<Self>> {
        let chosen = names::specs(&root().join(folder), filter)?;
        if chosen.names.is_empty() {
            return Ok(None);
        }
        let copied = scripts(folder)?;
        Ok(Some(Self {
            files: chosen.names.iter().map(|name| copied.join(name)).collect(),
            title: chosen.title,
        }))
    }

    /// True where that file is among them.
    fn have(&self, name: &str) -> bool {
        self.files.iter().any(|file| file.ends_with(name))
    }

    fn run(&self, node: &mut Command, part: &str, at_once: usize) -> Result<Report> {
        node_tests(node, part, &self.files, at_once, self.title.as_deref())
    }
}

/// Runs each reader's target, a test each, as many at once as there are cores.
fn fuzz(filter: Option<&str>) -> Result<Report> {
    fuzz::in_tests(filter, cores())
}

/// The number of this machine's cores.
fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Runs the tests of parts in a page of their own. `wasm-bindgen-test-runner` would do the same; to build it takes
/// minutes, and the page (`tests/parts`) is short.
fn wasm(filter: Option<&str>) -> Result<Report> {
    tools::wasm_target()?;
    let browser = tools::browser()?;
    // The browser is started as the specs start theirs.
    scripts("tests/browser")?;
    let scripts = scripts("tests/parts")?;
    let mut files = step("Building the tests of parts", wasm::tests)?;
    files.insert(
        "index.html".to_owned(),
        fs::read(scripts.join("index.html"))?,
    );
    let port = server::start(&Site::fixed(files, "/"), 0)?;
    let filter = filter.map_or(String::new(), |filter| format!("?filter={filter}"));
    wasm_tests(
        command("node")
            .arg(scripts.join("run.mjs"))
            .env(
                "ZENGSHOU_PARTS",
                format!("http://127.0.0.1:{port}/{filter}"),
            )
            .env("CHROMIUM_PATH", browser),
    )
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
fn browser(filter: Option<&str>) -> Result<Report> {
    let Some(specs) = Specs::chosen("tests/browser", filter)? else {
        return Ok(Report::empty());
    };
    let browser = tools::browser()?;
    let (needs_file, needs_package) = (
        specs.have("single-file.spec.mjs"),
        specs.have("scorm.spec.mjs"),
    );
    if needs_file || needs_package {
        tools::wasm_target()?;
        step("Building all programs", || {
            wasm::compile(&all_programs(), &[], Effort::None)
        })?;
    }
    let files = dist::build(Effort::None)?;
    let folder = project::target().join("dist-test");
    step("Writing the page", || {
        dist::write(&folder, &files, Effort::None)
    })?;
    let site = Site::fixed(files, "/some/sub-path/");
    let port = server::start(&site, 0)?;
    let mut node = command("node");
    if needs_file || needs_package {
        let single = single::build(Effort::None)?;
        if needs_file {
            with_single_file(&mut node, &single)?;
        }
        if needs_package {
            let exercise = PackedExercise::read("zjk-gap-1", "zh-Hans")?;
            let folder = project::target().join("scorm-test");
            node.env("ZENGSHOU_SCORM", scorm::write(&folder, &exercise, &single)?);
        }
    }
    specs.run(
        node.env(
            "ZENGSHOU_URL",
            format!("http://127.0.0.1:{port}{}", site.sub_path()),
        )
        .env("ZENGSHOU_DIST", folder)
        .env("ZENGSHOU_ROOT", root())
        .env("CHROMIUM_PATH", browser),
        "browser",
        cores().min(MOST_BROWSERS),
    )
}

/// Writes the single file for specs of it, which open it in Firefox too.
fn with_single_file(node: &mut Command, single: &SingleFile) -> Result<()> {
    let file = single::write(&project::target().join("single-test"), single)?;
    node.env("ZENGSHOU_SINGLE", file);
    match tools::firefox() {
        Some(firefox) => {
            node.env("FIREFOX_PATH", firefox);
        }
        None => eprintln!(
            "SKIPPED: Firefox is missing and could not be installed, so that the single file is opened in Chromium \
             alone. Install firefox-esr to have both."
        ),
    }
    Ok(())
}
