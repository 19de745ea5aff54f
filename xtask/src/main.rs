//! The project's own commands: serve, test, bench, fuzz, dist, single, scorm, traditional.

mod assets;
mod bench;
mod checks;
mod cold;
mod dist;
mod engines;
mod files;
mod fuzz;
mod names;
mod project;
mod report;
mod runners;
mod scorm;
mod serve;
mod server;
mod single;
mod tools;
mod traditional;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, serves, tests and measures the calculator.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Installs what is missing, builds the calculator, serves it here and opens it.
    Serve(serve::Options),
    /// Installs what is missing and runs every test, those in a browser too.
    Test(checks::Options),
    /// Measures speed and size, beside those of peers.
    Bench(bench::Options),
    /// Tries every reader of what comes from outside with anything.
    Fuzz(fuzz::Options),
    /// Makes a folder that any web server carries under any path.
    Dist {
        /// The folder.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
    },
    /// Makes the calculator as one file, opened by a double click.
    Single {
        /// The folder that it is written into.
        #[arg(long, default_value = "target/single")]
        out: PathBuf,
    },
    /// Makes a package of one exercise for learning platforms.
    Scorm(scorm::Options),
    /// Makes the Traditional Chinese texts again from the Simplified ones.
    Traditional,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve(options) => serve::serve(&options),
        Command::Test(options) => checks::test(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Fuzz(options) => fuzz::fuzz(&options),
        Command::Dist { out } => dist::dist(&out),
        Command::Single { out } => single::single(&out),
        Command::Scorm(options) => scorm::scorm(&options),
        Command::Traditional => traditional::traditional(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
