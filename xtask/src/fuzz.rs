//! Readers tried with anything: for seconds in the tests, for as long as wanted by hand.
//!
//! By hand libFuzzer drives the targets and looks at what an input reaches in the program. It is
//! built by a C++ compiler; without one, and in the tests, inputs are made by chance alone.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::{self, command, find, output, root, run, step};
use crate::report::{Count, Report, Timed};
use crate::runners::by_line;

/// The package of the targets.
const PACKAGE: &str = "zengshou-fuzz";
/// The profile for long runs: fast, with every check on.
const PROFILE: &str = "fuzz";
/// The running time of a target in the tests, in seconds.
const IN_TESTS: &str = "3";
/// The longest input that libFuzzer makes, in bytes.
const MOST_BYTES: usize = 4096;
/// The flags that have the compiler count the parts of the program that an input reaches; stable
/// Rust has no name of its own for them.
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The targets and their running time.
#[derive(clap::Args)]
pub struct Options {
    /// Minutes in all, shared out among the targets.
    #[arg(long, default_value_t = 10.0)]
    minutes: f64,
    /// Only this target.
    #[arg(long)]
    target: Option<String>,
    /// Makes inputs by chance alone, also where there is a C++ compiler.
    #[arg(long)]
    by_chance: bool,
}

/// Runs the targets for long; what an input is found by is kept in `target/fuzz`.
pub fn fuzz(options: &Options) -> Result<()> {
    let targets: Vec<String> = match &options.target {
        Some(target) => vec![target.clone()],
        None => targets()?,
    };
    let count = u32::try_from(targets.len())?;
    let seconds = (options.minutes * 60.0 / f64::from(count)).ceil().max(1.0);
    let is_guided = !options.by_chance && has_compiler();
    if !is_guided && !options.by_chance {
        eprintln!(
            "No C++ compiler is on the PATH, so that inputs are made by chance, without a look at \
             what they reach. Install g++ or clang to have libFuzzer."
        );
    }
    let program = if is_guided { guided()? } else { plain()? };
    let mut found = Vec::new();
    for target in &targets {
        eprintln!("· {target}, {seconds:.0} s …");
        let mut command = match is_guided {
            true => guided_run(&program, target, seconds)?,
            false => plain_run(&program, target, seconds),
        };
        let (inputs, is_content) = watch(&mut command)?;
        note(target, inputs, seconds)?;
        println!("{target}: {inputs} inputs in {seconds:.0} s");
        if !is_content {
            found.push(target.as_str());
        }
    }
    println!("\nInputs in all so far ({}):", log().display());
    let all = sums()?;
    for (target, inputs) in &all {
        println!("  {target:<8} {inputs:>14}");
    }
    let sum: u64 = all.iter().map(|(_, inputs)| inputs).sum();
    println!("  {:<8} {sum:>14}", "");
    if found.is_empty() {
        Ok(())
    } else {
        bail!(
            "something was found: {}; the inputs are in {}",
            found.join(", "),
            folder("found").display()
        )
    }
}

/// Runs the targets whose name holds the filter for a few seconds, a test each, so many at once.
pub fn in_tests(filter: Option<&str>, at_once: usize) -> Result<Report> {
    let program = build("fuzz", None)?;
    let mut targets = targets()?;
    targets.retain(|target| filter.is_none_or(|filter| target.contains(filter)));
    let mut report = Report::empty();
    for together in targets.chunks(at_once.max(1)) {
        let runs = thread::scope(|scope| {
            let start = |target: &String| {
                let (program, target) = (program.clone(), target.clone());
                scope.spawn(move || in_test(&program, &target))
            };
            let started: Vec<_> = together.iter().map(start).collect();
            started
                .into_iter()
                .map(|run| {
                    run.join()
                        .unwrap_or_else(|_| Err(anyhow::anyhow!("a target's run panicked")))
                })
                .collect::<Result<Vec<_>>>()
        })?;
        report = runs.into_iter().fold(report, Report::and);
    }
    Ok(report)
}

/// Runs a target for a few seconds.
fn in_test(program: &Path, target: &str) -> Result<Report> {
    let start = Instant::now();
    let mut said = String::new();
    let succeeded = by_line(
        command(&program.to_string_lossy())
            .args(["run", target, "--seconds", IN_TESTS, "--found"])
            .arg(folder("found")),
        |line| {
            println!("{line}");
            said = line.to_owned();
        },
    )?;
    let count = Count {
        passed: usize::from(succeeded),
        failed: usize::from(!succeeded),
        skipped: 0,
    };
    let said = if said.is_empty() { target } else { &said };
    Ok(Report {
        summary: vec![format!(
            "test result: {}. {} passed; {} failed; {said}",
            if succeeded { "ok" } else { "FAILED" },
            count.passed,
            count.failed
        )],
        timed: vec![Timed {
            name: target.to_owned(),
            seconds: start.elapsed().as_secs_f64(),
        }],
        count,
        succeeded,
    })
}

/// The targets' names, as the program lists them.
fn targets() -> Result<Vec<String>> {
    let program = build("fuzz", None)?;
    let names = output(command(&program.to_string_lossy()).arg("list"))?;
    Ok(names.lines().map(str::to_owned).collect())
}

/// Builds a program of the targets and returns where it lies.
fn build(program: &str, profile: Option<&str>) -> Result<PathBuf> {
    run(cargo_build(program).args(profile.map(|profile| format!("--profile={profile}"))))?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    Ok(project::target()
        .join(profile.unwrap_or("debug"))
        .join(name))
}

fn cargo_build(program: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args(["build", "--quiet", "--package", PACKAGE, "--bin", program]);
    cargo
}

fn folder(name: &str) -> PathBuf {
    project::target().join("fuzz").join(name)
}

fn has_compiler() -> bool {
    cfg!(unix) && (std::env::var_os("CXX").is_some() || find(&["c++", "g++", "clang++"]).is_some())
}

/// Builds the program that makes inputs by chance.
fn plain() -> Result<PathBuf> {
    step("Building the targets", || build("fuzz", Some(PROFILE)))
}

fn plain_run(program: &PathBuf, target: &str, seconds: f64) -> Command {
    let mut command = Command::new(program);
    // Another time, other inputs.
    let seed = std::time::UNIX_EPOCH
        .elapsed()
        .unwrap_or_default()
        .as_secs();
    command
        .args(["run", target, "--seconds", &seconds.to_string()])
        .args(["--seed", &seed.to_string(), "--found"])
        .arg(folder("found"));
    command
}

/// Builds the program that libFuzzer drives, in a folder of its own, since every part of it is
/// compiled otherwise than usual.
fn guided() -> Result<PathBuf> {
    let versions = output(command("rustc").arg("-vV"))?;
    let host = versions
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc names no host")?;
    let build = folder("build");
    step(
        "Building the targets for libFuzzer (some minutes, once)",
        || {
            run(cargo_build("guided")
                .args(["--profile", PROFILE])
                // With the target named, programs of the build itself are compiled as usual.
                .args(["--features", "guided", "--target", host, "--target-dir"])
                .arg(&build)
                .env("RUSTFLAGS", COVERAGE))
        },
    )?;
    Ok(build.join(host).join(PROFILE).join("guided"))
}

fn guided_run(program: &PathBuf, target: &str, seconds: f64) -> Result<Command> {
    let (corpus, seeds) = (folder("corpus").join(target), folder("seeds").join(target));
    let words = folder("words.txt");
    let found = folder("found");
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)?;
    }
    let writer = build("fuzz", None)?;
    run(command(&writer.to_string_lossy())
        .args(["seeds", target])
        .args([&seeds, &words]))?;
    let cases = root().join("tests/fuzz/found").join(target);
    let mut command = Command::new(program);
    command
        .arg(format!("-max_total_time={seconds:.0}"))
        .arg(format!("-max_len={MOST_BYTES}"))
        .arg(format!("-dict={}", words.display()))
        .arg(format!("-artifact_prefix={}/{target}-", found.display()))
        .args(["-print_final_stats=1", "-timeout=10", "-rss_limit_mb=4096"])
        .args([corpus, seeds])
        .args(cases.is_dir().then_some(cases))
        .env("ZENGSHOU_FUZZ_TARGET", target);
    Ok(command)
}

/// Runs a target and returns how many inputs it had, and whether all of them were answered well.
fn watch(command: &mut Command) -> Result<(u64, bool)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("could not start the target")?;
    let mut inputs = 0;
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            if let Some(number) = line.strip_prefix("stat::number_of_executed_units:") {
                inputs = number.trim().parse().unwrap_or(0);
            }
            // Progress and statistics are of interest to nobody who waits for a finding.
            let is_progress = ["#", "INFO:", "stat::", "Dictionary:", "NEW_FUNC"];
            if !is_progress
                .iter()
                .any(|start| line.trim_start().starts_with(start))
            {
                eprintln!("{line}");
            }
        }
    }
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            inputs = inputs_in(&line).unwrap_or(inputs);
        }
    }
    Ok((inputs, child.wait()?.success()))
}

/// The number in `link: 1234 inputs in 3.0 s, …`.
fn inputs_in(line: &str) -> Option<u64> {
    let (_, rest) = line.split_once(": ")?;
    rest.split_once(" inputs")?.0.parse().ok()
}

/// The file that counts the inputs of all runs.
fn log() -> PathBuf {
    folder("runs.txt")
}

fn note(target: &str, inputs: u64, seconds: f64) -> Result<()> {
    fs::create_dir_all(folder(""))?;
    let mut file = OpenOptions::new().create(true).append(true).open(log())?;
    Ok(writeln!(file, "{target} {inputs} {seconds:.0}")?)
}

/// The inputs of all runs by target, in the order of the first runs.
fn sums() -> Result<Vec<(String, u64)>> {
    let mut sums: Vec<(String, u64)> = Vec::new();
    for line in fs::read_to_string(log())?.lines() {
        let mut words = line.split(' ');
        let (Some(target), Some(inputs)) = (words.next(), words.next()) else {
            continue;
        };
        let inputs: u64 = inputs.parse().unwrap_or(0);
        match sums.iter_mut().find(|(known, _)| known == target) {
            Some((_, sum)) => *sum += inputs,
            None => sums.push((target.to_owned(), inputs)),
        }
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_inputs_is_read() {
        assert_eq!(
            inputs_in("link: 1234 inputs in 3.0 s, 2 of them found before"),
            Some(1234)
        );
        assert_eq!(inputs_in("error: no target x"), None);
    }
}
