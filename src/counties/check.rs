//! Rows that contradict themselves, each other or the region: said by row and set apart.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, CountyRow};

use super::index::CountyIndex;
use super::numbers::{NUMBERS, PARTS, most};
use crate::region::Region;
use crate::region::key::{Category, Fixed, Level, funds};
use crate::region::own::GivenFigure;

/// A fault of the table. Rows are counted from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountyFault {
    /// The county of an earlier row, by its name or its code.
    Twice {
        /// The row.
        row: usize,
        /// The earlier row.
        earlier: usize,
    },
    /// A county without lifted people.
    Nobody {
        /// The row.
        row: usize,
    },
    /// A number that no county can have.
    Impossible {
        /// The row.
        row: usize,
        /// The column.
        field: CountyField,
        /// The number.
        value: Decimal,
    },
    /// A part above its whole: a share over 100 %.
    AboveWhole {
        /// The row.
        row: usize,
        /// The part.
        part: CountyField,
        /// The whole.
        whole: CountyField,
        /// The part's number.
        value: Decimal,
        /// The whole's number.
        most: Decimal,
    },
    /// An income that more than doubles or less than halves in a year.
    Leap {
        /// The row.
        row: usize,
        /// The income.
        income: Decimal,
        /// The income of the year before.
        before: Decimal,
    },
    /// Counties that have more together than the region.
    AboveCity {
        /// The column.
        field: CountyField,
        /// Their sum.
        sum: Decimal,
        /// The region's own figure.
        city: Decimal,
    },
}

/// A table of counties with its faults.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedCounties<'a> {
    /// The rows.
    pub rows: &'a [CountyRow],
    /// The faults: of rows in their order, then of the whole.
    pub faults: Vec<CountyFault>,
    apart: Vec<bool>,
    wrong_parts: HashSet<(usize, CountyField)>,
}

impl<'a> CheckedCounties<'a> {
    /// Checks a region's own table.
    pub fn of(region: &'a Region) -> Self {
        let rows = region.own.as_deref().map_or(&[][..], |own| &own.counties);
        let mut checked = Self::rows_alone(rows);
        checked.hold_against(region);
        checked
    }

    /// Checks rows without the region that they are of.
    pub fn rows_alone(rows: &'a [CountyRow]) -> Self {
        let mut checked = Self {
            rows,
            faults: Vec::new(),
            apart: vec![false; rows.len()],
            wrong_parts: HashSet::new(),
        };
        let twice = twice(rows);
        for (index, row) in rows.iter().enumerate() {
            checked.check_row(index, row, &twice);
        }
        checked
    }

    fn check_row(&mut self, index: usize, row: &CountyRow, twice: &HashMap<usize, usize>) {
        if let Some(earlier) = twice.get(&index) {
            self.faults.push(CountyFault::Twice {
                row: index,
                earlier: *earlier,
            });
            self.apart[index] = true;
            // Nobody knows which of the two holds.
            self.apart[*earlier] = true;
        }
        if row.lifted_people == Some(0) && !row.is_city_itself {
            self.faults.push(CountyFault::Nobody { row: index });
        }
        for field in NUMBERS {
            let value = row.number(field);
            if let Some(value) = value.filter(|it| it.is_sign_negative() || *it > most(field)) {
                self.faults.push(CountyFault::Impossible {
                    row: index,
                    field,
                    value,
                });
                self.apart[index] = true;
            }
        }
        for (part, whole) in PARTS {
            if let (Some(value), Some(most)) = (row.number(part), row.number(whole))
                && value > most
            {
                self.faults.push(CountyFault::AboveWhole {
                    row: index,
                    part,
                    whole,
                    value,
                    most,
                });
                self.wrong_parts.insert((index, part));
            }
        }
        self.check_leap(index, row);
    }

    fn check_leap(&mut self, index: usize, row: &CountyRow) {
        if let (Some(income), Some(before)) = (row.income, row.income_before)
            && !self.apart[index]
            && (income > before * Decimal::TWO || before > income * Decimal::TWO)
        {
            self.faults.push(CountyFault::Leap {
                row: index,
                income,
                before,
            });
            self.wrong_parts.insert((index, CountyField::Income));
        }
    }

    /// Holds sums against the region's own figures. Parts of a whole that add up to more than it are somewhere wrong, and
    /// nobody knows where: nothing is set apart.
    fn hold_against(&mut self, region: &Region) {
        let given = |figure| Some(region.own.as_deref()?.figures.get(&figure)?.value);
        let cells = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| funds(level, category)));
        let granted: Decimal = cells.map(|cell| region.values().fixed(cell)).sum();
        let wholes = [
            (
                CountyField::LiftedPeople,
                Some(region.values().fixed(Fixed::Population)),
            ),
            (
                CountyField::LiftedHouseholds,
                given(GivenFigure::LiftedHouseholds),
            ),
            (CountyField::Granted, Some(granted)),
            (CountyField::Spent, given(GivenFigure::FundsSpent)),
        ];
        for (field, city) in wholes {
            let right = self
                .usable()
                .filter(|(row, _)| !self.is_wrong_part(*row, field));
            let sum = right.filter_map(|(_, row)| row.number(field)).sum();
            if let Some(city) = city.filter(|city| sum > *city) {
                self.faults
                    .push(CountyFault::AboveCity { field, sum, city });
            }
        }
    }

    /// The rows that are not set apart, with their numbers.
    pub fn usable(&self) -> impl Iterator<Item = (usize, &'a CountyRow)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(index, _)| !self.apart[*index])
    }

    /// True for a row that is set apart.
    pub fn is_apart(&self, row: usize) -> bool {
        self.apart[row]
    }

    /// True for a part that is larger than its whole, and for an income that leaps.
    pub fn is_wrong_part(&self, row: usize, part: CountyField) -> bool {
        self.wrong_parts.contains(&(row, part))
    }
}

/// Rows of a county that an earlier row has already, with that row.
fn twice(rows: &[CountyRow]) -> HashMap<usize, usize> {
    let mut index = CountyIndex::default();
    let mut found = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(earlier) = index.earlier(row) {
            found.insert(at, earlier);
        }
        index.add(at, row);
    }
    found
}
