//! The projects of a region on the command line: their sums, and what happens if some of them wait.

mod json;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use zengshou_sheets::folded;

use super::counties::write;
use super::{Lines, Session};
use crate::problem::quote;
use crate::projects::choice::ProjectChoice;
use crate::projects::library::ProjectLibrary;
use crate::projects::overview::ProjectOverview;
use crate::region::key::Year;
use crate::report::projects::overview;
use crate::scenario::{Scenario, file};

/// A call that adds up projects.
#[derive(Args)]
pub struct ProjectsCall {
    /// The region: a filled form, a file of own figures, or the name of one in the folder.
    region: String,
    /// The year of the plan; else the region's first plan year, or the latest of the table.
    #[arg(long)]
    year: Option<Year>,
    /// Prints JSON in the place of Markdown.
    #[arg(long, conflicts_with = "out")]
    json: bool,
    /// Schedule, goals, sizes and the day of the figures, as a file of JSON.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Numbers of projects that slip a year, with commas between: prints the scenario in which they do.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', conflicts_with_all = ["json", "out"])]
    defer: Vec<String>,
    /// The file to write, which ends in .md or .xlsx; else standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Session {
    /// The overview of a region's projects, or the scenario in which some of them slip.
    pub(super) fn projects(&self, call: &ProjectsCall) -> Result<String, Lines> {
        let region = self.wanted(&call.region)?;
        self.name_after(&region);
        let settings = self.settings_of_counties(call.settings.as_deref())?;
        let found = ProjectOverview::of(&region, &settings, call.year);
        let found = found.ok_or_else(|| vec![self.words.text("projects-no-table").to_string()])?;
        if !call.defer.is_empty() {
            let waiting = self.waiting(&found.library, &call.defer)?;
            let choice = ProjectChoice::new(&found.library, &waiting);
            let slipped = choice.slipped(&region, &Scenario::plan(&region));
            let slipped = slipped.map_err(|problems| {
                let lines = problems.iter().map(|problem| self.words.problem(problem));
                lines.collect::<Lines>()
            })?;
            return Ok(file::write(&region, &slipped, None));
        }
        if call.json {
            return Ok(json::write(&found, &self.words));
        }
        write(
            &overview(&found, &self.words),
            call.out.as_deref(),
            &self.words,
        )
    }

    /// The rows of the year's plan with those numbers.
    fn waiting(
        &self,
        library: &ProjectLibrary<'_>,
        numbers: &[String],
    ) -> Result<BTreeSet<usize>, Lines> {
        let mut rows = BTreeSet::new();
        let mut unknown = Lines::new();
        for number in numbers {
            let wanted = folded(number);
            let is_it =
                |text: &Option<String>| text.as_deref().is_some_and(|text| folded(text) == wanted);
            let mut found = library.rows().filter(|(_, row)| is_it(&row.number));
            match found.next() {
                Some((row, _)) => {
                    rows.insert(row);
                }
                None => {
                    let number = quote(number);
                    unknown.push(
                        self.words
                            .format("projects-command-unknown", &[("number", &number)]),
                    );
                }
            }
        }
        match unknown.is_empty() {
            true => Ok(rows),
            false => Err(unknown),
        }
    }
}
