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
use crate::projects::list::ProjectList;
use crate::projects::offer::{OfferSet, ProjectOffer};
use crate::projects::overview::ProjectOverview;
use crate::region::key::Year;
use crate::region::own::OwnRegion;
use crate::region::own::correct::Correction;
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
    /// Figures of the projects to take in the place of the region's: "assets", "funds", "all", or a key, with commas between.
    /// Prints the file of the region with them.
    #[arg(long, value_name = "KEYS", value_delimiter = ',', conflicts_with_all = ["json", "out", "defer"])]
    take: Vec<String>,
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
            let list = ProjectList::of(&found.library, |_, _| String::new());
            let choice = ProjectChoice::new(&list, |row| waiting.contains(&row));
            let slipped = choice.slipped(&region, &Scenario::plan(&region));
            let slipped = slipped.map_err(|problems| {
                let lines = problems.iter().map(|problem| self.words.problem(problem));
                lines.collect::<Lines>()
            })?;
            return Ok(file::write(&region, &slipped, None));
        }
        if !call.take.is_empty() {
            return self.taken(&found, &call.take);
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

    /// The file of the region with figures of its projects, marked as such.
    fn taken(&self, of: &ProjectOverview<'_>, names: &[String]) -> Result<String, Lines> {
        let mut chosen = vec![false; of.offers.len()];
        let mut refused = Lines::new();
        for name in names {
            let is_meant = |offer: &ProjectOffer| match &**name {
                "all" => true,
                "assets" => offer.set() == OfferSet::Alone,
                "funds" => offer.set() == OfferSet::Funds,
                key => offer.key.to_string() == key,
            };
            let is_cell = |offer: &ProjectOffer| {
                offer.set() == OfferSet::Funds && offer.key.to_string() == **name
            };
            let quoted = quote(name);
            let line = |id: &str| self.words.format(id, &[("name", &quoted)]);
            if of.offers.iter().any(is_cell) {
                refused.push(line("projects-command-cell"));
            } else if !of.offers.iter().any(is_meant) {
                refused.push(line("projects-command-no-offer"));
            }
            for (chosen, offer) in chosen.iter_mut().zip(&of.offers) {
                *chosen |= is_meant(offer);
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let source = self.words.project_source(of.day);
        let taken = of.offers.iter().zip(chosen).filter(|(_, chosen)| *chosen);
        let corrections: Vec<Correction> = taken
            .map(|(offer, _)| offer.correction(source.clone(), self.words.offer_basis(offer)))
            .collect();
        let default = self.built_in_region()?;
        let own = OwnRegion::of_region(of.region, &default, self.words.language());
        Ok(own.corrected(&corrections).write() + "\n")
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
