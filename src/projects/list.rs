//! Every row of a table of projects with what it is found, sorted and added up by, so that nothing of it is worked out again
//! while somebody types.

use rust_decimal::Decimal;
use zengshou_sheets::{ProjectField, ProjectRow, ProjectState, ProjectType, folded};

use super::library::{ProjectLibrary, ProjectStanding};
use super::money::SourcedMoney;
use super::pace::{CountyLines, state};
use crate::region::key::Year;

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectLine {
    /// The way it stands to the year's plan.
    pub standing: ProjectStanding,
    /// Its county among those of the list; none where none is said.
    pub county: Option<usize>,
    /// Its type.
    pub project_type: Option<ProjectType>,
    /// Its state, by what is said or by its days.
    pub state: Option<ProjectState>,
    /// Its planned money in yuan; none where it is not known.
    pub planned: Option<Decimal>,
    /// The part of it that is paid, in yuan; none where it is not known.
    pub paid: Option<Decimal>,
    /// Its planned money by source.
    pub money: SourcedMoney,
    /// The texts that it is found by, folded.
    searched: String,
}

impl ProjectLine {
    /// True where a folded text is in one of the row's.
    pub fn has(&self, text: &str) -> bool {
        self.searched.contains(text)
    }

    /// The share of the planned money that is paid; none where either is not known.
    pub fn share_paid(&self) -> Option<Decimal> {
        let planned = self.planned.filter(|planned| *planned > Decimal::ZERO)?;
        Some(self.paid? / planned)
    }
}

/// The rows of a table of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectList {
    /// The rows, in the order of the table.
    pub lines: Vec<ProjectLine>,
    /// The counties, in the order in which the table names them first.
    pub counties: Vec<String>,
    /// The year of the plan; none where no row says one.
    pub year: Option<Year>,
}

impl ProjectList {
    /// The rows of a library. `say` names type and state of a row in the reader's language: they are found by that.
    pub fn of(
        library: &ProjectLibrary<'_>,
        say: impl Fn(&ProjectLine, &ProjectRow) -> String,
    ) -> Self {
        let mut list = Self {
            lines: Vec::with_capacity(library.checked.rows.len()),
            counties: Vec::new(),
            year: library.year,
        };
        let mut names = CountyLines::default();
        for (index, row) in library.checked.rows.iter().enumerate() {
            let county = row.county.as_deref().map(|written| {
                let name = names.name(written);
                let known = list.counties.iter().position(|known| *known == name);
                known.unwrap_or_else(|| {
                    list.counties.push(name);
                    list.counties.len() - 1
                })
            });
            let mut line = ProjectLine {
                standing: library.standing(index, row),
                county,
                project_type: row.project_type,
                state: state(library, index, row),
                planned: library.checked.planned(index),
                paid: library.checked.amount(index, ProjectField::Paid),
                money: SourcedMoney::of(library, index, row),
                searched: String::new(),
            };
            line.searched = searched(row, &say(&line, row));
            list.lines.push(line);
        }
        list
    }
}

/// The texts of a row that it is found by. A character that no folded text has stands between two, so that nothing is found
/// across them.
fn searched(row: &ProjectRow, said: &str) -> String {
    let own = [
        &row.number,
        &row.name,
        &row.county,
        &row.township,
        &row.village,
        &row.second_level,
        &row.other_name,
    ];
    let own = own.into_iter().filter_map(|text| text.as_deref());
    let texts: Vec<String> = own.chain([said]).map(folded).collect();
    texts.join("\n")
}
