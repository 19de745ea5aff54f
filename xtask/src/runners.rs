//! The runners of tests, each asked for what it reports to programs: libtest by its JSON, node by a
//! reporter module. wasm-bindgen's tests have no such report; their one line of sums is read instead.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::{self, command};
use crate::report::{Count, Report, Timed};

/// Runs a command and hands on each line that it prints.
pub fn by_line(command: &mut Command, mut take: impl FnMut(&str)) -> Result<bool> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {program}"))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            take(&String::from_utf8_lossy(&line?));
        }
    }
    Ok(child.wait()?.success())
}

/// A program of tests that cargo built.
struct Program {
    /// The crate or the file of its tests.
    name: String,
    executable: PathBuf,
    /// The package's folder, where its tests expect to run.
    folder: PathBuf,
}

/// Builds every test of the workspace and runs those whose name holds one of the filters, or all.
pub fn cargo_tests(filters: &[String], settings: &[(&str, String)]) -> Result<Report> {
    let mut programs = Vec::new();
    let built = by_line(
        command("cargo").args([
            "test",
            "--workspace",
            "--no-run",
            "--message-format=json-render-diagnostics",
        ]),
        |line| programs.extend(program_in(line)),
    )?;
    let mut report = Report::of_check(built);
    if !built {
        return Ok(report);
    }
    programs.sort_by(|one, other| one.name.cmp(&other.name));
    for program in programs {
        let mut libtest = Command::new(&program.executable);
        libtest
            .args(["-Z", "unstable-options", "--format", "json"])
            .arg("--report-time")
            .args(filters)
            .current_dir(&program.folder)
            // libtest reports to programs only where unstable options are allowed. The compiler's
            // version is pinned (rust-toolchain.toml), so that the form of the report is, too.
            .env("RUSTC_BOOTSTRAP", "1");
        for (name, value) in settings {
            libtest.env(name, value);
        }
        let mut run = LibtestRun::default();
        let succeeded = by_line(&mut libtest, |line| run.take(line))?;
        report = report.and(run.report(&program.name, succeeded));
    }
    Ok(report)
}

/// The program of tests that a line of cargo's messages names.
fn program_in(line: &str) -> Option<Program> {
    let message: Value = serde_json::from_str(line).ok()?;
    let is_test = message["reason"] == "compiler-artifact" && message["profile"]["test"] == true;
    let executable = message["executable"].as_str().filter(|_| is_test)?;
    let manifest = Path::new(message["manifest_path"].as_str()?);
    Some(Program {
        name: message["target"]["name"].as_str()?.to_owned(),
        executable: executable.into(),
        folder: manifest.parent()?.to_owned(),
    })
}

/// The events of libtest so far.
#[derive(Default)]
struct LibtestRun {
    timed: Vec<Timed>,
    failures: Vec<(String, String)>,
    count: Count,
    summary: Option<String>,
}

impl LibtestRun {
    fn take(&mut self, line: &str) {
        let Ok(event) = serde_json::from_str::<Value>(line) else {
            // A test's own words, past libtest.
            println!("{line}");
            return;
        };
        let name = event["name"].as_str().unwrap_or_default();
        let outcome = event["event"].as_str().unwrap_or_default();
        match (event["type"].as_str().unwrap_or_default(), outcome) {
            ("test", "ok" | "failed" | "ignored") => {
                let seconds = event["exec_time"].as_f64();
                let took = seconds.map_or(String::new(), |seconds| format!(" <{seconds:.3}s>"));
                let word = if outcome == "failed" {
                    "FAILED"
                } else {
                    outcome
                };
                println!("test {name} ... {word}{took}");
                self.timed.extend(seconds.map(|seconds| Timed {
                    name: name.to_owned(),
                    seconds,
                }));
                if outcome == "failed" {
                    let said = ["stdout", "message"].map(|field| event[field].as_str());
                    let said = said.into_iter().flatten().collect::<Vec<_>>().join("\n");
                    self.failures.push((name.to_owned(), said));
                }
            }
            ("test", "timeout") => println!("test {name} has been running for over a minute"),
            ("suite", "ok" | "failed") => {
                let number = |name: &str| event[name].as_u64().unwrap_or(0);
                self.count = Count {
                    passed: number("passed") as usize,
                    failed: number("failed") as usize,
                    skipped: number("ignored") as usize,
                };
                // The words of libtest's own summary, which it writes for people alone.
                self.summary = Some(format!(
                    "test result: {}. {} passed; {} failed; {} ignored; {} measured; {} filtered out; \
                     finished in {:.2}s",
                    if outcome == "ok" { "ok" } else { "FAILED" },
                    number("passed"),
                    number("failed"),
                    number("ignored"),
                    number("measured"),
                    number("filtered_out"),
                    event["exec_time"].as_f64().unwrap_or(0.0),
                ));
            }
            _ => {}
        }
    }

    fn report(self, program: &str, succeeded: bool) -> Report {
        for (name, said) in &self.failures {
            println!("\n---- {name} ----\n{said}");
        }
        let is_empty = self.count.all() == 0;
        let ended = self.summary.is_some();
        if !ended {
            println!("{program} ended before its tests did");
        }
        let summary = self.summary.filter(|_| !is_empty || !succeeded);
        if let Some(summary) = &summary {
            println!("{program}: {summary}\n");
        }
        Report {
            count: self.count,
            timed: self.timed,
            summary: summary.into_iter().collect(),
            succeeded: succeeded && ended,
        }
    }
}

/// Runs node's tests in these files, so many files at once, those whose name holds the filter or all.
pub fn node_tests(
    node: &mut Command,
    part: &str,
    files: &[PathBuf],
    at_once: usize,
    filter: Option<&str>,
) -> Result<Report> {
    if files.is_empty() {
        return Ok(Report::empty());
    }
    let folder = project::target().join("test-reports");
    fs::create_dir_all(&folder)?;
    let written = folder.join(format!("{part}.jsonl"));
    let _absent = fs::remove_file(&written);
    node.args(["--test", &format!("--test-concurrency={at_once}")])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=./xtask/reporter.mjs")
        .arg(format!("--test-reporter-destination={}", written.display()));
    if let Some(filter) = filter {
        node.arg(format!("--test-name-pattern={}", as_pattern(filter)));
    }
    let succeeded = by_line(node.args(files), |line| println!("{line}"))?;
    let text = fs::read_to_string(&written).context("node wrote no report")?;
    Ok(node_report(&text, succeeded))
}

/// A text as a regular expression that stands for it alone.
fn as_pattern(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if r"\^$.|?*+()[]{}/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// The report that `xtask/reporter.mjs` wrote.
fn node_report(text: &str, succeeded: bool) -> Report {
    let mut report = Report::of_check(succeeded);
    for line in text.lines().flat_map(serde_json::from_str::<Value>) {
        let number = line["number"].as_u64().unwrap_or(0);
        match (line["sum"].as_str(), line["test"].as_str()) {
            (Some(sum), _) => {
                match sum {
                    "pass" => report.count.passed = number as usize,
                    "fail" | "cancelled" => report.count.failed += number as usize,
                    "skipped" => report.count.skipped = number as usize,
                    _ => {}
                }
                if sum != "cancelled" || number > 0 {
                    report.summary.push(format!("# {sum} {number}"));
                }
            }
            (None, Some(test)) => report.timed.push(Timed {
                name: format!("{}: {test}", line["file"].as_str().unwrap_or_default()),
                seconds: line["seconds"].as_f64().unwrap_or(0.0),
            }),
            (None, None) => {}
        }
    }
    if report.count.all() == 0 && succeeded {
        report.summary.clear();
    }
    report
}

/// Runs wasm-bindgen's tests; their one line of sums is all that they report.
pub fn wasm_tests(node: &mut Command) -> Result<Report> {
    let mut sums = BTreeSet::new();
    let succeeded = by_line(node, |line| {
        println!("{line}");
        if line.starts_with("test result:") {
            sums.insert(line.trim().to_owned());
        }
    })?;
    let mut report = Report::of_check(succeeded);
    for line in sums {
        report.count += count_in(&line);
        report.summary.push(line);
    }
    if report.count.all() == 0 && succeeded {
        report.summary.clear();
    }
    Ok(report)
}

/// The counts in `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
fn count_in(line: &str) -> Count {
    let words: Vec<&str> = line.split([' ', ';']).collect();
    let before = |word: &str| {
        let place = words.iter().position(|other| *other == word)?;
        words.get(place.checked_sub(1)?)?.parse().ok()
    };
    Count {
        passed: before("passed").unwrap_or(0),
        failed: before("failed").unwrap_or(0),
        skipped: before("ignored").unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtests_report_is_counted_and_timed() {
        let mut run = LibtestRun::default();
        for line in [
            r#"{ "type": "suite", "event": "started", "test_count": 3 }"#,
            r#"{ "type": "test", "event": "started", "name": "links::plan" }"#,
            r#"{ "type": "test", "name": "links::plan", "event": "ok", "exec_time": 1.5 }"#,
            r#"{ "type": "test", "name": "links::cut", "event": "failed", "exec_time": 0.5, "stdout": "why" }"#,
            r#"{ "type": "test", "name": "links::off", "event": "ignored" }"#,
            r#"{ "type": "suite", "event": "failed", "passed": 1, "failed": 1, "ignored": 1, "measured": 0, "filtered_out": 4, "exec_time": 2.0 }"#,
        ] {
            run.take(line);
        }
        assert_eq!(run.failures, [("links::cut".to_owned(), "why".to_owned())]);
        let report = run.report("suite", false);
        assert_eq!(
            report.count,
            Count {
                passed: 1,
                failed: 1,
                skipped: 1
            }
        );
        assert_eq!(report.timed[0].seconds, 1.5);
        assert_eq!(
            report.summary,
            [
                "test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 4 filtered out; finished in 2.00s"
            ]
        );
        assert!(!report.succeeded);
    }

    #[test]
    fn a_program_that_dies_before_its_sums_has_failed() {
        assert!(!LibtestRun::default().report("suite", true).succeeded);
    }

    #[test]
    fn nodes_report_is_counted_and_timed() {
        let report = node_report(
            "{\"test\":\"a\",\"file\":\"x.spec.mjs\",\"seconds\":2,\"outcome\":\"passed\"}\n\
             {\"sum\":\"tests\",\"number\":4}\n{\"sum\":\"pass\",\"number\":1}\n\
             {\"sum\":\"fail\",\"number\":1}\n{\"sum\":\"cancelled\",\"number\":1}\n\
             {\"sum\":\"skipped\",\"number\":1}\n",
            false,
        );
        assert_eq!(
            report.count,
            Count {
                passed: 1,
                failed: 2,
                skipped: 1
            }
        );
        assert_eq!(report.timed[0].name, "x.spec.mjs: a");
        assert_eq!(report.summary[1], "# pass 1");
    }

    #[test]
    fn a_programs_line_is_read_and_others_are_not() {
        let line = r#"{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml","target":{"name":"suite"},"profile":{"test":true},"executable":"/t/suite-1"}"#;
        let program = program_in(line).expect("a program");
        assert_eq!(
            (&*program.name, &*program.folder),
            ("suite", Path::new("/a"))
        );
        assert!(program_in(&line.replace("\"test\":true", "\"test\":false")).is_none());
        assert!(program_in("warning: unused").is_none());
    }

    #[test]
    fn the_one_line_of_sums_is_read() {
        assert_eq!(
            count_in(
                "test result: ok. 12 passed; 3 failed; 1 ignored; 0 filtered out; finished in 1.5s"
            ),
            Count {
                passed: 12,
                failed: 3,
                skipped: 1
            }
        );
    }

    #[test]
    fn a_title_stands_for_itself_in_a_pattern() {
        assert_eq!(as_pattern("5 % (of a/b)"), r"5 % \(of a\/b\)");
    }
}
