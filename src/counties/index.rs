//! Counties of a table by code and name: the one place where what is written is taken for a county.

use std::collections::HashMap;

use zengshou_sheets::CountyRow;

use super::name::CountyName;

/// A reason why a name leads to no county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// No county bears it.
    Unknown,
    /// Several may be meant, by row: 宣化 is a district and was a county.
    Ambiguous(Vec<usize>),
}

/// The rows of a table by code and name.
#[derive(Default)]
pub struct CountyIndex {
    by_code: HashMap<String, usize>,
    by_stem: HashMap<String, Vec<(usize, CountyName)>>,
}

/// The code of a row, where it has one.
fn code(row: &CountyRow) -> Option<&str> {
    let code = row.code.as_deref()?.trim();
    (!code.is_empty()).then_some(code)
}

impl CountyIndex {
    /// All rows, also those that are set apart; of two with the same code the first.
    pub fn of(rows: &[CountyRow]) -> Self {
        let mut index = Self::default();
        for (at, row) in rows.iter().enumerate() {
            index.add(at, row);
        }
        index
    }

    /// Adds a row.
    pub fn add(&mut self, at: usize, row: &CountyRow) {
        if let Some(code) = code(row) {
            self.by_code.entry(code.to_owned()).or_insert(at);
        }
        self.add_name(at, &row.name);
    }

    /// Adds a name alone.
    pub fn add_name(&mut self, at: usize, name: &str) {
        let name = CountyName::of(name);
        let alike = self.by_stem.entry(name.stem.clone()).or_default();
        alike.push((at, name));
    }

    /// The first row that a row repeats, by its name in any spelling or its code.
    pub fn earlier(&self, row: &CountyRow) -> Option<usize> {
        let of_name = self.named(&row.name).next();
        of_name.or_else(|| self.by_code.get(code(row)?).copied())
    }

    /// The row of a county of another table: by its code, else by its name where that means one alone.
    pub fn of_county(&self, row: &CountyRow) -> Option<usize> {
        let of_code = code(row).and_then(|code| self.by_code.get(code));
        of_code.copied().or_else(|| self.of_name(&row.name).ok())
    }

    /// The row of a name in any spelling; of several that may be meant the one that is written just so.
    ///
    /// # Errors
    /// The reason why no county is meant.
    pub fn of_name(&self, name: &str) -> Result<usize, NameFault> {
        let found: Vec<usize> = self.named(name).collect();
        match *found {
            [] => Err(NameFault::Unknown),
            [one] => Ok(one),
            _ => {
                let written = CountyName::of(name);
                let alike = self.by_stem.get(&written.stem).into_iter().flatten();
                let mut same = alike.filter(|(_, other)| *other == written);
                same.next()
                    .map(|(at, _)| *at)
                    .ok_or(NameFault::Ambiguous(found))
            }
        }
    }

    /// The rows that a name may mean, in their order.
    fn named(&self, name: &str) -> impl Iterator<Item = usize> {
        let name = CountyName::of(name);
        let alike = self.by_stem.get(&name.stem).into_iter().flatten();
        alike.filter_map(move |(at, other)| other.may_be(&name).then_some(*at))
    }
}
