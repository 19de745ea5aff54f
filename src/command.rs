//! The command line of the same core, for the host: project a scenario, explain a figure of it,
//! turn it into a link and back, write its report, and write the parameter tables of the model's
//! document.

mod collate;
mod counties;
pub mod document;
mod exercise;
pub mod explain;
mod figures;
mod households;
mod input;
mod projects;
mod reading;
pub mod report;
mod types;
pub mod written;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::analysis::prices::PriceBasis;
use crate::analysis::sweep::{Axis, MOST_ROWS, SweepRefusal, sweep};
use crate::i18n::Catalog;
use crate::invented;
use crate::language::Language;
use crate::problem::quote;
use crate::region::own::USUAL_PLAN_YEARS;
use crate::region::{Region, Years};
use crate::report::own::Own;
use crate::report::swept;
use crate::scenario::Scenario;
use input::Input;

/// The exit code of bad input.
const BAD_INPUT: u8 = 2;

/// Projects the income of the population lifted out of poverty under a changed plan.
#[derive(Parser)]
#[command(name = "zengshou", version)]
pub struct Arguments {
    /// The folder of region files; else static/regions here, or the program's own.
    #[arg(long, global = true)]
    regions: Option<PathBuf>,
    /// The region to compute: the file of a region of one's own, or the name of one in the folder; else the scenario's.
    #[arg(long, global = true, value_name = "FILE")]
    region: Option<String>,
    /// The language of messages: zh-Hans, zh-Hant or en, or a locale such as zh_TW.UTF-8; else that of the environment.
    #[arg(long, global = true)]
    language: Option<String>,
    /// The figures of a scenario that was made under an earlier version of its region's data: those it was shared with, or today's.
    #[arg(long, global = true, value_enum, default_value = "shared")]
    data: Data,
    #[command(subcommand)]
    command: Command,
}

/// The figures to take for a scenario of an earlier version of the region's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Data {
    /// Those that it was shared with.
    Shared,
    /// Today's.
    Today,
}

/// The prices that a report shows amounts a head in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShownPrices {
    /// Each year's own.
    Nominal,
    /// Those of the first plan year.
    Constant,
}

impl From<ShownPrices> for PriceBasis {
    fn from(shown: ShownPrices) -> Self {
        match shown {
            ShownPrices::Nominal => Self::Nominal,
            ShownPrices::Constant => Self::Constant,
        }
    }
}

#[derive(Subcommand)]
enum Command {
    /// Projects a scenario file or a link (`-` reads standard input) and prints JSON.
    Project {
        /// A scenario file, a link, or `-`.
        input: String,
    },
    /// Turns a scenario file into a link.
    Link {
        /// A scenario file, or `-`.
        input: String,
        /// The address before the `#`.
        #[arg(long, default_value = "")]
        base: String,
    },
    /// Turns a link into a scenario file.
    Read {
        /// The link, a file that holds it, or `-`.
        link: String,
    },
    /// Writes the report of a scenario file or a link (`-` reads standard input).
    Report {
        /// A scenario file, a link, or `-`.
        input: String,
        /// The form of the report.
        #[arg(long, value_enum, default_value = "markdown")]
        form: written::Form,
        /// The file to write; else standard output.
        #[arg(long)]
        out: Option<PathBuf>,
        /// The address of the calculator before the `#` of the link.
        #[arg(long, default_value = "")]
        base: String,
        /// A title in the place of the usual one.
        #[arg(long, default_value = "")]
        title: String,
        /// The author of the report.
        #[arg(long, default_value = "")]
        prepared_by: String,
        /// The prices of amounts a head: each year's own, or those of the first plan year; the workbook has each year's own.
        #[arg(long, value_enum, default_value = "nominal")]
        prices: ShownPrices,
    },
    /// Projects a table of values for one or two keys and prints CSV.
    Sweep {
        /// A scenario file, a link, or `-`.
        input: String,
        /// A key and its values, such as `coverage=0.81..0.95/14`: fourteen equal steps.
        #[arg(required = true, value_name = "KEY=FROM..TO/STEPS")]
        axes: Vec<String>,
    },
    /// Explains where a figure of a scenario comes from.
    Explain {
        /// A scenario file, a link, or `-`.
        input: String,
        /// The figure's name, such as `income.scenario.2023`.
        figure: String,
        /// The number of steps below the figure to print.
        #[arg(long, default_value_t = 3)]
        depth: usize,
    },
    /// Checks an exercise for trainings and prints its steps with today's results, or judges the result of a group.
    Exercise(exercise::ExerciseCall),
    /// Writes the form that a bureau fills in with its own figures, as a workbook or as a text with commas.
    Template {
        /// The file to write; it ends in .xlsx or .csv.
        out: PathBuf,
        /// The base year of a new region, whose own figures are left blank; else the form is that of the region at hand.
        #[arg(long, requires = "first_plan_year")]
        base_year: Option<u16>,
        /// The first plan year of a new region.
        #[arg(long, requires = "base_year")]
        first_plan_year: Option<u16>,
        /// The last plan year of a new region; else the eighth.
        #[arg(long, requires = "base_year")]
        last_plan_year: Option<u16>,
    },
    /// Reads a filled form or a spreadsheet of another and prints the file of one's own region.
    Region {
        /// A workbook (xlsx, xls, ods) or a text (csv in any usual encoding).
        file: PathBuf,
        /// The file of the region before, whose identifier, version and untouched figures are kept.
        #[arg(long)]
        before: Option<PathBuf>,
        /// An answer to a question that was asked, such as "基本情况!B12=percent".
        #[arg(long = "answer", value_name = "PLACE=ANSWER")]
        answers: Vec<String>,
        /// The category that a type of projects is counted as, such as "就业项目=industry": industry, infrastructure or other.
        #[arg(long = "type", value_name = "TYPE=CATEGORY")]
        types: Vec<String>,
        /// Takes totals that do not add up as they are.
        #[arg(long)]
        accept_totals: bool,
    },
    /// Prints the file of an invented city with sixteen counties and 2,602 projects, to try everything without data of one's own.
    Example {
        /// The seed: the same gives the same city.
        #[arg(long, default_value_t = invented::USUAL_SEED)]
        seed: u64,
    },
    /// Shows the counties of a region: their incomes, the league of the contest, and money divided among them.
    Counties(counties::CountiesCall),
    /// Writes the notice on a region's counties: who is below the average, and what a month has to bring.
    Notice(counties::NoticeCall),
    /// Adds up the projects of a region: money by source and use, sizes, progress, funds at risk, assets, and the figures that
    /// these offer in the place of assumptions.
    Projects(projects::ProjectsCall),
    /// Households one by one: an invented register, and what a scenario does in one's own.
    Households(households::HouseholdsCall),
    /// Writes the parameter tables into the model's document, or checks that they are current.
    Document {
        /// The document to write; its tables stand between marks.
        file: PathBuf,
        /// Only check, and fail if the document is not current.
        #[arg(long)]
        check: bool,
    },
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let environment = environment_language();
    let language = match arguments.language.as_deref() {
        None => environment,
        Some(wanted) => match Language::of_locale(wanted) {
            Some(language) => language,
            None => {
                let tags = Language::ALL.map(Language::tag).join(", ");
                let named = [("language", &*quote(wanted)), ("languages", &tags)];
                let words = Catalog::new(environment);
                eprintln!("{}", words.format("command-no-language", &named));
                return ExitCode::from(BAD_INPUT);
            }
        },
    };
    let words = Catalog::new(language);
    let mut session = Session {
        folders: region_folders(arguments.regions),
        wanted: None,
        data: arguments.data,
        words,
    };
    let wanted = arguments.region.map(|given| session.wanted(&given));
    let printed = wanted.transpose().and_then(|wanted| {
        session.wanted = wanted;
        session.run(arguments.command)
    });
    match printed {
        Ok(text) => {
            let written = io::stdout().write_all(text.as_bytes());
            // A reader that has closed its end (`| head`) wants no more.
            if written.is_ok() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// The language of the environment; without any, English.
fn environment_language() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"));
    match locale {
        Some(locale) => Language::of_locale(&locale).unwrap_or(Language::SimplifiedChinese),
        None => Language::English,
    }
}

fn region_folders(wanted: Option<PathBuf>) -> Vec<PathBuf> {
    match wanted {
        Some(folder) => vec![folder],
        None => vec![
            PathBuf::from("static/regions"),
            Path::new(env!("CARGO_MANIFEST_DIR")).join("static/regions"),
        ],
    }
}

struct Session {
    folders: Vec<PathBuf>,
    /// The region that was asked for.
    wanted: Option<Region>,
    data: Data,
    words: Catalog,
}

/// Lines that say what is wrong.
type Lines = Vec<String>;

impl Session {
    fn run(&self, command: Command) -> Result<String, Lines> {
        match command {
            Command::Project { input } => {
                let input = self.input(&input)?;
                self.warn_of_unlikely(&input);
                Ok(report::report(&input.region, &input.scenario))
            }
            Command::Link { input, base } => Ok(format!("{}\n", self.input(&input)?.link(&base))),
            Command::Read { link } => Ok(self.linked(&link)?.file()),
            Command::Report {
                input,
                form,
                out,
                base,
                title,
                prepared_by,
                prices,
            } => {
                let input = self.input(&input)?;
                if form == written::Form::Excel && prices == ShownPrices::Constant {
                    return Err(vec![self.words.text("command-prices-workbook").to_string()]);
                }
                self.warn_of_unlikely(&input);
                let own = Own::of(&title, &prepared_by);
                let bytes = written::write(&input, &base, &own, (form, prices.into()), &self.words)
                    .map_err(|reason| vec![reason])?;
                match out {
                    Some(file) => fs::write(&file, bytes)
                        .map_err(|error| vec![format!("{}: {error}", file.display())])?,
                    // A reader that has closed its end (`| head`) wants no more.
                    None => drop(io::stdout().write_all(&bytes)),
                }
                Ok(String::new())
            }
            Command::Sweep { input, axes } => {
                let Input {
                    region, scenario, ..
                } = self.input(&input)?;
                self.sweep(&region, &scenario, &axes)
            }
            Command::Explain {
                input,
                figure,
                depth,
            } => {
                let Input {
                    region, scenario, ..
                } = self.input(&input)?;
                explain::explain(&self.words, &region, &scenario, &figure, depth)
                    .map_err(|fault| vec![fault])
            }
            Command::Exercise(call) => self.exercise(&call),
            Command::Template {
                out,
                base_year,
                first_plan_year,
                last_plan_year,
            } => {
                let years = base_year.zip(first_plan_year);
                let years = years.map(|(income, first_plan)| Years {
                    income,
                    first_plan,
                    horizon: last_plan_year
                        .unwrap_or_else(|| first_plan.saturating_add(USUAL_PLAN_YEARS - 1)),
                });
                self.template(&out, years)?;
                Ok(String::new())
            }
            Command::Region {
                file,
                before,
                answers,
                types,
                accept_totals,
            } => {
                let before = before.map(|file| self.own_file(&file)).transpose()?;
                let word = figures::OwnersWord {
                    answers,
                    types,
                    accepts_totals: accept_totals,
                };
                let own = self.own_figures(&file, before.as_ref(), &word)?;
                Ok(format!("{}\n", own.write()))
            }
            Command::Example { seed } => {
                let default = self.built_in_region()?;
                Ok(invented::in_words(&default, &self.words, seed).write() + "\n")
            }
            Command::Counties(call) => self.counties(&call),
            Command::Notice(call) => self.notice(&call),
            Command::Projects(call) => self.projects(&call),
            Command::Households(call) => self.households(&call),
            Command::Document { file, check } => {
                let region = self.region(&self.default_region()?)?;
                self.name_after(&region);
                let old = self.read_file(&file)?;
                let new = document::with_tables(&old, &region, &self.words)
                    .map_err(|mark| vec![format!("{}: {mark}", file.display())])?;
                if check && new != old {
                    return Err(vec![format!("{}: not current", file.display())]);
                }
                if !check {
                    fs::write(&file, new).map_err(|e| vec![format!("{}: {e}", file.display())])?;
                }
                Ok(String::new())
            }
        }
    }

    /// The table of a sweep; every axis is read before any is refused.
    fn sweep(
        &self,
        region: &Region,
        scenario: &Scenario,
        axes: &[String],
    ) -> Result<String, Lines> {
        let read: Vec<_> = axes.iter().map(|text| Axis::parse(region, text)).collect();
        let bad: Lines = read
            .iter()
            .filter_map(|axis| axis.as_ref().err())
            .map(|problem| self.words.problem(problem))
            .collect();
        if !bad.is_empty() {
            return Err(bad);
        }
        let axes: Vec<Axis> = read.into_iter().flatten().collect();
        let table = sweep(region, scenario, &axes).map_err(|refused| match refused {
            SweepRefusal::Problems(problems) => {
                problems.iter().map(|p| self.words.problem(p)).collect()
            }
            SweepRefusal::TooLarge { keys, rows } => {
                let (most, keys, rows) =
                    (MOST_ROWS.to_string(), keys.to_string(), rows.to_string());
                let arguments = [("most", &*most), ("keys", &*keys), ("rows", &*rows)];
                vec![self.words.format("command-large-table", &arguments)]
            }
        })?;
        Ok(swept::write(&table))
    }
}
