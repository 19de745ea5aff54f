//! Runs a target on inputs made by chance, on inputs that were found before, and writes what
//! libFuzzer starts from.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand};
use zengshou_fuzz::mutation::{Chance, mutated};
use zengshou_fuzz::seeds::words;
use zengshou_fuzz::{TARGETS, Target, target};

/// Tries readers with anything.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The names of the targets.
    List,
    /// Runs a target on what was found before and on inputs made by chance.
    Run {
        /// The target.
        target: String,
        /// Duration, in seconds.
        #[arg(long, default_value_t = 3.0)]
        seconds: f64,
        /// Seed of chance: the same one gives the same inputs.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Folder for an input that was found.
        #[arg(long, default_value = "target/fuzz/found")]
        found: PathBuf,
    },
    /// Runs a target on files, or on all files of a folder.
    Replay {
        /// The target.
        target: String,
        /// The files and folders.
        inputs: Vec<PathBuf>,
    },
    /// Writes a target's seeds into a folder, and beside it the words that it knows.
    Seeds {
        /// The target.
        target: String,
        /// The folder.
        out: PathBuf,
        /// The file of words.
        words: PathBuf,
    },
}

/// An input that takes longer than this is a finding, too: the reader would be kept waiting. A
/// build without optimization on a busy machine stays far below it.
const LONGEST: Duration = Duration::from_secs(5);

/// The input at work, for the hook that runs when a target panics.
static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("error: {text}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    match command {
        Command::List => {
            for target in TARGETS {
                println!("{}", target.name);
            }
        }
        Command::Run {
            target,
            seconds,
            seed,
            found,
        } => {
            let target = named(&target)?;
            write_what_panics(target, &found);
            let known = replay(target, &[cases(target)])?;
            let start = Instant::now();
            let made = by_chance(target, Duration::from_secs_f64(seconds), seed)?;
            let took = start.elapsed().as_secs_f64();
            println!(
                "{}: {} inputs in {took:.1} s, {known} of them found before",
                target.name,
                made + known
            );
        }
        Command::Replay { target, inputs } => {
            let target = named(&target)?;
            let count = replay(target, &inputs)?;
            println!("{}: {count} inputs", target.name);
        }
        Command::Seeds { target, out, words } => seeds(named(&target)?, &out, &words)?,
    }
    Ok(())
}

fn named(name: &str) -> Result<Target, String> {
    target(name).ok_or_else(|| format!("no target {name}"))
}

/// Inputs found before: a folder a target, whose files are run first.
fn cases(target: Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("found")
        .join(target.name)
}

fn check(target: Target, input: Vec<u8>) -> Result<(), String> {
    let start = Instant::now();
    if let Ok(mut held) = INPUT.lock() {
        held.clone_from(&input);
    }
    (target.check)(&input);
    match start.elapsed() {
        took if took > LONGEST => Err(format!(
            "{}: {took:?} for {:?}",
            target.name,
            String::from_utf8_lossy(&input)
        )),
        _ => Ok(()),
    }
}

fn by_chance(target: Target, time: Duration, seed: u64) -> Result<u64, String> {
    let mut chance = Chance::new(seed);
    let (seeds, words) = ((target.seeds)(), words());
    let start = Instant::now();
    let mut count = 0;
    for input in &seeds {
        check(target, input.clone())?;
        count += 1;
    }
    while start.elapsed() < time {
        check(target, mutated(&mut chance, &seeds, &words))?;
        count += 1;
    }
    Ok(count)
}

fn replay(target: Target, inputs: &[PathBuf]) -> Result<u64, String> {
    let mut count = 0;
    for path in inputs {
        let files = match fs::read_dir(path) {
            Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
            Err(_) if path.is_file() => vec![path.clone()],
            // Nothing was found yet.
            Err(_) => Vec::new(),
        };
        for file in files {
            let input = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            check(target, input)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Has the input that makes a target panic written to a file, so that it can be tried again.
fn write_what_panics(target: Target, folder: &Path) {
    let folder = folder.to_owned();
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        usual(info);
        if let Ok(input) = INPUT.lock() {
            let file = folder.join(format!("{}-{:x}", target.name, sum(&input)));
            let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, &*input));
            match written {
                Ok(()) => eprintln!(
                    "found with the input in {0}; again with: cargo run -p zengshou-fuzz -- replay {1} {0}",
                    file.display(),
                    target.name
                ),
                Err(error) => eprintln!("found with {input:?} ({error})"),
            }
        }
    }));
}

/// A checksum that differs between inputs (FNV-1a).
fn sum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

fn seeds(target: Target, out: &Path, file: &Path) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", out.display());
    fs::create_dir_all(out).map_err(fault)?;
    for seed in (target.seeds)() {
        fs::write(out.join(format!("seed-{:016x}", sum(&seed))), seed).map_err(fault)?;
    }
    // libFuzzer's own form: a quoted text a line, anything unusual as \xAB.
    let escaped = |word: Vec<u8>| {
        let bytes = word.iter().map(|byte| format!("\\x{byte:02x}"));
        format!("\"{}\"\n", bytes.collect::<String>())
    };
    fs::write(file, words().into_iter().map(escaped).collect::<String>()).map_err(fault)
}
