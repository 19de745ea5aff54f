//! A bureau's own figures on the command line: the form to fill in, and a filled one read.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use zengshou_sheets::{
    AmountScale, Answers, FundUse, MoneyUnit, Operating, ProjectType, Reading, SheetQuestion,
    Synonyms, TypeName, TypeTable, folded, read_file, recognise,
};

use super::types::uses_by_name;
use super::{Lines, Session};
use crate::form::template::Prefill;
use crate::form::workbook::{write_text, write_workbook};
use crate::form::{FilledForm, fill, types_said};
use crate::problem::quote;
use crate::region::own::OwnRegion;
use crate::region::own::raw::looks_like_own;
use crate::region::own::years::fault_of_years;
use crate::region::parse::parse_region;
use crate::region::{Region, Years};

/// The endings of files that are read as spreadsheets.
const SHEETS: [&str; 8] = ["xlsx", "xlsm", "xls", "et", "ods", "csv", "tsv", "txt"];

/// Words of a spreadsheet's owner to its reader.
#[derive(Clone, Debug, Default)]
pub struct OwnersWord {
    /// Answers to questions, each `PLACE=ANSWER`.
    pub answers: Vec<String>,
    /// The uses that types of projects are counted as, each `TYPE=CATEGORY`.
    pub types: Vec<String>,
    /// True where totals that do not add up are known to.
    pub accepts_totals: bool,
}

/// True for a file that is read as a spreadsheet.
pub fn is_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_lowercase);
    ending.is_some_and(|ending| SHEETS.contains(&&*ending))
}

impl Session {
    /// The form of the region that is wanted, or of a new one of some years, as its file's ending says.
    pub(super) fn template(&self, out: &Path, years: Option<Years>) -> Result<(), Lines> {
        let default = self.built_in_region()?;
        let prefill = match years {
            Some(years) => {
                if let Some(fault) = fault_of_years(years, default.years.income) {
                    return Err(vec![self.words.fault(&fault)]);
                }
                self.words.name_after(&default.terms, years);
                Prefill::of_years(years, &default)
            }
            None => {
                let region = self.region(&self.default_region()?)?;
                Prefill::of_region(&region, &self.words)
            }
        };
        let template = prefill.template(&self.words);
        let ending = out.extension().and_then(|ending| ending.to_str());
        let bytes = match ending.map(str::to_lowercase).as_deref() {
            Some("xlsx") => write_workbook(&template, &self.words, prefill.base_year())
                .map_err(|error| vec![error.to_string()])?,
            Some("csv") => write_text(&template, &self.words).into_bytes(),
            _ => {
                let file = quote(&out.display().to_string());
                return Err(vec![
                    self.words
                        .format("command-template-ending", &[("file", &file)]),
                ]);
            }
        };
        fs::write(out, bytes).map_err(|error| vec![format!("{}: {error}", out.display())])
    }

    /// The region that the program comes with, whatever region is wanted.
    pub(super) fn built_in_region(&self) -> Result<Region, Lines> {
        let built_in = Self {
            folders: self.folders.clone(),
            wanted: None,
            data: self.data,
            words: crate::i18n::Catalog::new(self.words.language()),
        };
        built_in.region(&built_in.default_region()?)
    }

    /// The figures of a filled form, or of a file of own figures. What changes nothing is said on standard
    /// error.
    pub(super) fn own_figures(
        &self,
        path: &Path,
        before: Option<&OwnRegion>,
        word: &OwnersWord,
    ) -> Result<OwnRegion, Lines> {
        let name = path.display().to_string();
        let default = self.built_in_region()?;
        let bytes = self.read_bytes(path)?;
        let sheets =
            read_file(&bytes, &name).map_err(|fault| vec![self.words.read_fault(&fault)])?;
        let uses = self.type_uses(&word.types)?;
        let answers = self.answers(&sheets, &word.answers, uses_by_name(&uses))?;
        let reading = recognise(&sheets, &Synonyms::default(), &answers);
        let unread = self.faults_of_types(&reading, &uses);
        if !unread.is_empty() {
            return Err(unread);
        }
        for note in &reading.notes {
            eprintln!("{}", self.words.reading_note(note));
        }
        let filled = fill(&reading, before, &default);
        let types = TypeTable::new(&reading.projects, &types_said(&reading, before));
        for line in self.words.type_lines(&types) {
            eprintln!("{line}");
        }
        let mut lines = self.faults_of_reading(&reading, word.accepts_totals);
        lines.extend(self.faults_of_form(&filled));
        self.say_remarks(&filled);
        match filled.own {
            Some(own) if lines.is_empty() => Ok(own),
            _ if lines.is_empty() => Err(vec![self.words.text("form-open-questions").to_string()]),
            _ => Err(lines),
        }
    }

    /// The region of a file of own figures.
    pub(super) fn own_file(&self, path: &Path) -> Result<OwnRegion, Lines> {
        let text = self.read_file(path)?;
        let name = path.display().to_string();
        OwnRegion::read(&text).map_err(|problems| self.in_file(&name, &problems))
    }

    fn read_bytes(&self, path: &Path) -> Result<Vec<u8>, Lines> {
        let name = path.display().to_string();
        let opened = match path.is_dir() {
            true => Err(std::io::ErrorKind::IsADirectory.into()),
            false => fs::File::open(path),
        };
        let file = opened.map_err(|error| self.unreadable(&name, &error))?;
        let mut bytes = Vec::new();
        // One byte more than is read, so that a file that is too large is known to be.
        let most = zengshou_sheets::MOST_FILE_BYTES as u64 + 1;
        let read = file.take(most).read_to_end(&mut bytes);
        read.map_err(|error| self.unreadable(&name, &error))?;
        Ok(bytes)
    }

    /// Everything in the tables that stands in the way.
    fn faults_of_reading(&self, reading: &Reading, accepts_totals: bool) -> Lines {
        let words = &self.words;
        let problems = reading.problems.iter().map(|it| words.form_problem(it));
        let mut lines: Lines = problems.collect();
        if reading.more_problems > 0 {
            lines.push(words.more_form_problems(reading.more_problems));
        }
        for question in &reading.questions {
            let asked = words.sheet_question(question);
            let answer = self.way_to_answer(question);
            lines.push(words.format(
                "command-question",
                &[("question", &asked), ("answer", &answer)],
            ));
        }
        let totals = reading
            .totals
            .iter()
            .filter(|total| !total.difference.is_zero());
        let totals: Lines = totals.map(|total| words.total_check(total)).collect();
        if accepts_totals {
            totals.iter().for_each(|line| eprintln!("{line}"));
        } else if !totals.is_empty() {
            lines.extend(totals);
            lines.push(words.text("command-accept-totals").to_string());
        }
        if reading.tables.is_empty() {
            lines.push(words.text("command-no-table").to_string());
        }
        lines
    }

    fn faults_of_form(&self, filled: &FilledForm) -> Lines {
        let problems = filled.problems.iter();
        let mut lines: Lines = problems.map(|it| self.words.problem(it)).collect();
        if !filled.missing.is_empty() {
            let rows = filled
                .missing
                .iter()
                .map(|row| row.label(&self.words).to_string());
            let rows = self.listed(rows.collect());
            lines.push(self.words.format("form-missing", &[("rows", &rows)]));
        }
        lines
    }

    fn listed(&self, items: Vec<String>) -> String {
        items.join(&self.words.text("list-comma"))
    }

    fn say_remarks(&self, filled: &FilledForm) {
        for remark in &filled.remarks {
            eprintln!("{}", remark.in_words(&self.words));
        }
        if !filled.unused.is_empty() {
            let rows = self.listed(filled.unused.clone());
            eprintln!("{}", self.words.format("form-unused", &[("rows", &rows)]));
        }
        if let Some(own) = &filled.own
            && own.counties.len() + own.projects.len() > 0
        {
            let [counties, projects] =
                [own.counties.len(), own.projects.len()].map(|count| count.to_string());
            let counted = [("counties", &*counties), ("projects", &projects)];
            eprintln!("{}", self.words.format("form-kept", &counted));
        }
        if filled.unsourced > 0 {
            let count = filled.unsourced.to_string();
            eprintln!(
                "{}",
                self.words.format("form-unsourced", &[("count", &count)])
            );
        }
    }

    /// The option that answers a question.
    fn way_to_answer(&self, question: &SheetQuestion) -> String {
        let option = |place: String, answers: &str| format!("--answer \"{place}={answers}\"");
        match question {
            SheetQuestion::AmountScale { place, .. } => option(place.to_string(), "share|percent"),
            SheetQuestion::Operating { place, .. } => option(place.to_string(), "gross|net"),
            SheetQuestion::Unit { place, .. } => option(place.to_string(), "元|万元|亿元"),
            SheetQuestion::Type { text, .. } => {
                let types = ProjectType::ALL.map(ProjectType::official_name);
                option(text.clone(), &types.join("|"))
            }
        }
    }

    /// The answers given, each to the question of its place.
    fn answers(
        &self,
        sheets: &[zengshou_sheets::ForeignSheet],
        given: &[String],
        uses: BTreeMap<TypeName, Option<FundUse>>,
    ) -> Result<Answers, Lines> {
        let mut answers = Answers {
            uses,
            ..Answers::default()
        };
        if given.is_empty() {
            return Ok(answers);
        }
        let asked = recognise(sheets, &Synonyms::default(), &answers).questions;
        let mut refused = Vec::new();
        for given in given {
            let parts = given.rsplit_once('=');
            let taken = parts.is_some_and(|(place, answer)| {
                take_answer(&mut answers, &asked, place.trim(), answer.trim())
            });
            if !taken {
                let given = quote(given);
                refused.push(
                    self.words
                        .format("command-no-answer", &[("answer", &given)]),
                );
            }
        }
        match refused.is_empty() {
            true => Ok(answers),
            false => Err(refused),
        }
    }

    /// The region of a file: whole, of own figures, or a filled form.
    pub(super) fn region_of_file(&self, path: &Path) -> Result<Region, Lines> {
        let name = path.display().to_string();
        let of_own = |own: &OwnRegion| {
            let default = self.built_in_region()?;
            own.region(&default)
                .map_err(|problems| self.in_file(&name, &problems))
        };
        if is_spreadsheet(path) {
            return of_own(&self.own_figures(path, None, &OwnersWord::default())?);
        }
        let text = self.read_file(path)?;
        if looks_like_own(&text) {
            let own = OwnRegion::read(&text);
            return of_own(&own.map_err(|problems| self.in_file(&name, &problems))?);
        }
        parse_region(&text).map_err(|problems| self.in_file(&name, &problems))
    }
}

/// Takes an answer; false where it answers none of the questions.
fn take_answer(answers: &mut Answers, asked: &[SheetQuestion], at: &str, answer: &str) -> bool {
    for question in asked {
        match question {
            SheetQuestion::AmountScale { place, .. } if place.to_string() == at => {
                let scale = match answer {
                    "share" => AmountScale::Share,
                    "percent" => AmountScale::Percent,
                    _ => return false,
                };
                answers.scales.insert(at.to_owned(), scale);
                return true;
            }
            SheetQuestion::Operating { place, .. } if place.to_string() == at => {
                let kind = match answer {
                    "gross" => Operating::Gross,
                    "net" => Operating::Net,
                    _ => return false,
                };
                answers.operating.insert(at.to_owned(), kind);
                return true;
            }
            SheetQuestion::Unit { place, .. } if place.to_string() == at => {
                let Some(unit) = MoneyUnit::named(answer) else {
                    return false;
                };
                answers.units.insert(at.to_owned(), unit);
                return true;
            }
            SheetQuestion::Type { text, .. } if text == at => {
                let types = ProjectType::ALL.into_iter();
                let mut types = types.filter(|kind| folded(kind.official_name()) == folded(answer));
                let Some(kind) = types.next() else {
                    return false;
                };
                answers.types.insert(text.clone(), kind);
                return true;
            }
            _ => {}
        }
    }
    false
}
