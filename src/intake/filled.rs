//! The region that a file means, beside the one on the screen.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use zengshou_sheets::{Reading, TypeTable};

use super::{MOST_LISTED, count};
use crate::form::{FormChange, FormRow, fill, types_said};
use crate::i18n::number::PlainFormat;
use crate::i18n::{Catalog, built_in};
use crate::language::Language;
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::region::own::OwnRegion;
use crate::region::own::raw::looks_like_own;

/// The surroundings of a file: the reader's language and the region on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntakeSetting {
    /// The language's tag.
    pub language: String,
    /// The files of the region on the screen.
    pub region: RegionFiles,
}

/// The region that a file means, as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledPreview {
    /// Its name.
    pub name: String,
    /// True where it can be taken.
    pub is_ready: bool,
    /// True where it is compared with figures of the bureau's own.
    pub is_known: bool,
    /// Names of essential rows that are missing.
    pub missing: Vec<String>,
    /// Problems.
    pub problems: Vec<String>,
    /// Names of rows that mean nothing.
    pub unused: Vec<String>,
    /// Values to look at once more.
    pub remarks: Vec<String>,
    /// Values without a source.
    pub unsourced: u32,
    /// Differences from the region on the screen.
    pub changes: Vec<ChangeLine>,
    /// Differences past those.
    pub more_changes: u32,
}

/// A difference, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// The name of the row.
    pub row: String,
    /// The value before.
    pub before: String,
    /// The value after.
    pub after: String,
}

/// A reading's way into a region: what is there already, and the words.
pub struct SheetFilling {
    words: Catalog,
    default: Region,
    before: Option<OwnRegion>,
}

impl SheetFilling {
    /// The way in those surroundings.
    ///
    /// # Errors
    /// The part that can't be understood; the page writes it itself.
    pub fn new(setting: &IntakeSetting) -> Result<Self, String> {
        let language = Language::parse(&setting.language).ok_or("no such language")?;
        let words = Catalog::read(language, &built_in(language), Box::new(PlainFormat));
        let built_in = RegionFiles {
            built_in: setting.region.built_in.clone(),
            own: None,
        };
        let default = built_in
            .region()
            .map_err(|problems| format!("{problems:?}"))?;
        let own = setting.region.own.as_ref();
        let before = own
            .filter(|own| looks_like_own(own))
            .and_then(|own| OwnRegion::read(own).ok());
        let years = before.as_ref().map_or(default.years, |own| own.years);
        words.name_after(&default.terms, years);
        Ok(Self {
            words,
            default,
            before,
        })
    }

    /// The region that a reading means.
    pub fn fill(&self, reading: &Reading) -> (FilledPreview, Option<OwnRegion>) {
        if reading.tables.is_empty() {
            return (FilledPreview::default(), None);
        }
        let words = &self.words;
        let filled = fill(reading, self.before.as_ref(), &self.default);
        let own = filled.own;
        let (changes, more_changes) = super::listed(&filled.changes, MOST_LISTED);
        let (problems, more_problems) = super::listed(&filled.problems, MOST_LISTED);
        let mut problems: Vec<String> = problems.iter().map(|it| words.problem(it)).collect();
        if more_problems > 0 {
            problems.push(words.more_form_problems(more_problems));
        }
        let remarks = filled.remarks.iter().take(MOST_LISTED);
        let preview = FilledPreview {
            name: own
                .as_ref()
                .map_or_else(String::new, |own| own.name.clone()),
            is_ready: own.is_some(),
            is_known: self.before.is_some(),
            missing: filled
                .missing
                .iter()
                .map(|row| row.label(words).to_string())
                .collect(),
            problems,
            unused: filled.unused,
            remarks: remarks.map(|remark| remark.in_words(words)).collect(),
            unsourced: count(filled.unsourced),
            changes: changes.iter().map(|change| self.change(change)).collect(),
            more_changes,
        };
        (preview, own)
    }

    /// The projects of a reading by their types.
    pub fn types(&self, reading: &Reading) -> TypeTable {
        TypeTable::new(
            &reading.projects,
            &types_said(reading, self.before.as_ref()),
        )
    }

    fn change(&self, change: &FormChange) -> ChangeLine {
        let value = |value: Option<Decimal>| match value {
            None => self.words.text("value-unknown").to_string(),
            Some(value) => self.value(change.row, value),
        };
        ChangeLine {
            row: change.row.label(&self.words).to_string(),
            before: value(change.before),
            after: value(change.after),
        }
    }

    fn value(&self, row: FormRow, value: Decimal) -> String {
        match row.unit() {
            Some(unit) => self.words.value_of_unit(unit, value),
            None => value.normalize().to_string(),
        }
    }
}
