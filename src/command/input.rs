//! The scenario that the command line is given: a file, a link, or either piped in.

use std::path::Path;

use super::{Data, Lines, Session};
use crate::analysis::plausible::Unlikely;
use crate::language::Language;
use crate::link;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::own::OwnRegion;
use crate::region::parse::parse_region;
use crate::region::texts::merge;
use crate::scenario::drafts::Extras;
use crate::scenario::{Scenario, file};

/// A scenario with all that came with it.
pub struct Input {
    /// The region that it is of.
    pub region: Region,
    /// The scenario.
    pub scenario: Scenario,
    /// Drafts and input distributions.
    pub extras: Extras,
    /// Its name.
    pub name: Option<String>,
}

impl Input {
    /// The link of the scenario with all that came with it, behind an address.
    pub fn link(&self, base: &str) -> String {
        let (region, scenario) = (&self.region, &self.scenario);
        let income = scenario.project(region).scenario[0].income;
        // An address that was copied with a link in it ends where that begins.
        let base = base.split('#').next().unwrap_or_default();
        let name = self.name.as_deref();
        let link = link::encode_with(region, scenario, &self.extras, name, income, None);
        format!("{base}#{link}")
    }

    /// The scenario file with all that came with it.
    pub fn file(&self) -> String {
        file::write_whole(
            &self.region,
            &self.scenario,
            self.name.as_deref(),
            &self.extras,
        )
    }
}

impl Session {
    /// The scenario of a file, a link or standard input.
    pub(super) fn input(&self, input: &str) -> Result<Input, Lines> {
        let input = self.any_input(input)?;
        self.name_after(&input.region);
        Ok(input)
    }

    /// Says on standard error which changed values are outside what is plausible; they are computed with.
    pub(super) fn warn_of_unlikely(&self, input: &Input) {
        for unlikely in Unlikely::all(&input.region, &input.scenario) {
            let (key, name) = (unlikely.key.to_string(), self.words.key_name(unlikely.key));
            let said = self.words.unlikely(&unlikely);
            let said = [("key", &*key), ("name", &name), ("said", &said)];
            eprintln!("{}", self.words.format("command-unlikely", &said));
        }
    }

    /// Has everything called as in the region.
    pub(super) fn name_after(&self, region: &Region) {
        self.words.name_after(&region.terms, region.years);
    }

    fn any_input(&self, input: &str) -> Result<Input, Lines> {
        let text = if input == "-" {
            self.standard_input()?
        } else if !Path::new(input).exists() && is_meant_as_link(input) {
            return self.link(input);
        } else {
            self.read_file(Path::new(input))?
        };
        if !file::looks_like_file(&text) && is_meant_as_link(&text) {
            return self.link(&text);
        }
        self.file(input, &text)
    }

    /// The scenario of a link, or of a text or a file that holds one.
    pub(super) fn linked(&self, given: &str) -> Result<Input, Lines> {
        let text = if given == "-" {
            self.standard_input()?
        } else if Path::new(given).exists() {
            self.read_file(Path::new(given))?
        } else {
            return self.link(given);
        };
        if file::looks_like_file(&text) {
            return self.file(given, &text);
        }
        self.link(&text)
    }

    fn file(&self, place: &str, text: &str) -> Result<Input, Lines> {
        let place = |problem: &Problem| format!("{place}: {}", self.words.problem(problem));
        let id = file::region_id(text).map_err(|problem| vec![place(&problem)])?;
        let region = match file::own_region_of(text) {
            Some(Ok(own)) => self.region_of_own(own)?,
            Some(Err(problems)) => return Err(problems.iter().map(place).collect()),
            None => self.region(&id)?,
        };
        let read = file::read(&region, text).map_err(|problem| vec![place(&problem)])?;
        self.refuse(read.problems, place)?;
        let (region, scenario) = self.under_data(&region, read.scenario)?;
        Ok(Input {
            region,
            scenario,
            extras: read.extras,
            name: read.name,
        })
    }

    fn link(&self, text: &str) -> Result<Input, Lines> {
        let place = |problem: &Problem| self.words.problem(problem);
        // The decoder reports a link that lost its region or a part of it, or is of a version to
        // come.
        let region = match link::own_figures_of(text) {
            // A link that carries its region's figures needs no other, and contradicts none.
            Some(Ok(own)) => self.region_of_own(own)?,
            Some(Err(problems)) => return Err(problems.iter().map(place).collect()),
            None => match link::region_of(text).map(|id| self.region(&id)) {
                Some(Ok(region)) => region,
                Some(Err(refused)) if self.wanted.is_some() => return Err(refused),
                _ => self.region(&self.default_region()?)?,
            },
        };
        let link = link::decode(&region, text)
            .map_err(|problems| problems.iter().map(place).collect::<Lines>())?;
        let own = link.scenario.region(&region);
        let today = link.scenario.project(&own).scenario[0].income;
        let changed = link::compare_headline(&link, today);
        self.refuse(link.problems, place)?;
        if let Some((shared, today)) = changed {
            let text = self.words.changed_headline(shared, today, own.vintage());
            eprintln!("{text}");
        }
        let (region, scenario) = self.under_data(&region, link.scenario)?;
        Ok(Input {
            region,
            scenario,
            extras: link.extras.unwrap_or_default(),
            name: link.name,
        })
    }

    /// The region whose own figures a link or a file carries; the wanted one where it is that, with its tables.
    fn region_of_own(&self, mut own: OwnRegion) -> Result<Region, Lines> {
        if let Some(wanted) = &self.wanted {
            let theirs = wanted
                .own
                .as_deref()
                .filter(|theirs| theirs.has_same_figures(&own));
            let Some(theirs) = theirs else {
                let problem = Problem::new("region", Fault::OtherFigures);
                return Err(vec![self.words.problem(&problem)]);
            };
            own.take_tables(theirs);
        }
        let default = self.built_in_region()?;
        own.region(&default)
            .map_err(|problems| problems.iter().map(|it| self.words.problem(it)).collect())
    }

    /// The scenario and its region under the figures that are wanted, and which those are, where it was made
    /// under an earlier version of the data.
    fn under_data(&self, region: &Region, scenario: Scenario) -> Result<(Region, Scenario), Lines> {
        let Some(version) = scenario.vintage() else {
            return Ok((region.as_of(None).into_owned(), scenario));
        };
        let [version, newest] = [version, region.newest()].map(|version| version.to_string());
        let said = |id| {
            let named = [("version", &*version), ("newest", &newest)];
            eprintln!("{}", self.words.format(id, &named));
        };
        match self.data {
            Data::Shared => {
                said("command-data-shared");
                Ok((scenario.region(region).into_owned(), scenario))
            }
            Data::Today => {
                let today = region.as_of(None);
                let (moved, problems) = scenario.moved_to(&today);
                self.refuse(problems, |problem| self.words.problem(problem))?;
                said("command-data-today");
                Ok((today.into_owned(), moved))
            }
        }
    }

    /// Bad input ends the command; that a version differs is only said.
    fn refuse(
        &self,
        problems: Vec<Problem>,
        place: impl Fn(&Problem) -> String,
    ) -> Result<(), Lines> {
        let is_warning = |problem: &Problem| {
            matches!(
                problem.fault,
                Fault::OtherModel(_) | Fault::OtherRegionVersion(_) | Fault::TableElsewhere { .. }
            )
        };
        let (warnings, faults): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_warning);
        for warning in &warnings {
            eprintln!("{}", place(warning));
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults.iter().map(place).collect())
        }
    }

    /// The region that was asked for: the file of one's own, or one of the folder by its name.
    pub(super) fn wanted(&self, given: &str) -> Result<Region, Lines> {
        let path = Path::new(given);
        // A bare word is a name, even where a folder is called so; `./name` is a file.
        if path.extension().is_none() && path.components().count() == 1 {
            return self.region(given);
        }
        self.region_of_file(path)
    }

    /// The problems of a region's file in words.
    pub(super) fn in_file(&self, file: &str, problems: &[Problem]) -> Lines {
        let said = problems.iter();
        said.map(|problem| format!("{file}: {}", self.words.problem(problem)))
            .collect()
    }

    /// The region of that identifier. Where one was asked for, another is not taken in silence.
    pub(super) fn region(&self, id: &str) -> Result<Region, Lines> {
        let is_plain = !id.is_empty()
            && id
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let unknown = || {
            let problem = Problem::new("region", Fault::UnknownRegion(quote(id)));
            vec![self.words.problem(&problem)]
        };
        if let Some(wanted) = &self.wanted {
            return match wanted.id == id {
                true => Ok(wanted.clone()),
                false => Err(unknown()),
            };
        }
        if !is_plain {
            return Err(unknown());
        }
        let text = self
            .read_in_folders(&format!("{id}.json"))
            .map_err(|_| unknown())?;
        let whole = self.with_texts(id, text)?;
        whole
            .and_then(|whole| parse_region(&whole))
            .map_err(|problems| self.in_file(&format!("{id}.json"), &problems))
    }

    /// A region's file with the texts that stand in the folder of its name, a file a language; a file
    /// without such a folder holds its texts itself.
    fn with_texts(&self, id: &str, numbers: String) -> Result<Result<String, Vec<Problem>>, Lines> {
        if !self.folders.iter().any(|folder| folder.join(id).is_dir()) {
            return Ok(Ok(numbers));
        }
        let mut texts = Vec::new();
        for language in Language::ALL {
            let tag = language.tag();
            texts.push((tag, self.read_in_folders(&format!("{id}/{tag}.json"))?));
        }
        Ok(merge(&numbers, &texts))
    }

    fn read_in_folders(&self, name: &str) -> Result<String, Lines> {
        let found = self
            .folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.exists());
        match found {
            Some(file) => self.read_file(&file),
            None => Err(vec![
                self.words.format("command-no-file", &[("file", name)]),
            ]),
        }
    }

    /// The region that is taken where none is named.
    pub(super) fn default_region(&self) -> Result<String, Lines> {
        if let Some(wanted) = &self.wanted {
            return Ok(wanted.id.clone());
        }
        Ok(self.read_in_folders("default.txt")?.trim().to_owned())
    }
}

/// True for a text meant as a link, be it whole or not: an address that lost the part behind its
/// `#` is no name of a file.
fn is_meant_as_link(text: &str) -> bool {
    link::looks_like_link(text) || text.trim_start().starts_with(['#']) || text.contains("://")
}
