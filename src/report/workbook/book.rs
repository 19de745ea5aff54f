//! A workbook before it is a file: sheets of rows, a column for each year.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use rust_decimal::Decimal;

use super::formula::{Address, Formula, Value};
use crate::region::key::{Unit, Year};

/// The column of the first year; before it stand name and unit.
pub const FIRST_YEAR: u16 = 2;
/// The row of the titles of columns; above it stand the sheet's title and a note.
pub const HEAD: u32 = 2;

/// The most characters that Excel allows in a sheet's name.
const MOST_NAME_CHARACTERS: usize = 31;
/// The least and the greatest width of the column of names, in characters.
const LEAST_NAME_WIDTH: f64 = 30.0;
const MOST_NAME_WIDTH: f64 = 72.0;
/// The width of a year's column, in characters.
const YEAR_WIDTH: f64 = 14.0;
/// The width of the column behind the years, in characters.
const REMARK_WIDTH: f64 = 90.0;

/// The written form of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Money: two places.
    Money,
    /// Totals of money in ten thousand yuan: two places, and those to the yuan where there are any.
    Wan,
    /// A share in per cent.
    Percent,
    /// Whole people.
    People,
    /// A factor: six places.
    Factor,
    /// Another number, or the answer to a question.
    Plain,
}

impl Format {
    /// The format of a unit.
    pub fn of(unit: Unit) -> Self {
        match unit {
            Unit::Yuan => Self::Wan,
            Unit::YuanPerPerson | Unit::YuanPerHousehold => Self::Money,
            Unit::Share => Self::Percent,
            Unit::People | Unit::Projects => Self::People,
            Unit::PeoplePerHousehold | Unit::Flag => Self::Plain,
        }
    }
}

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// The sheet's title.
    Title,
    /// A remark.
    Note,
    /// The title of a column.
    Head,
    /// The title of a column of numbers.
    NumberHead,
    /// The title of several rows.
    Group,
    /// As it is.
    Body,
    /// Long words, over several lines.
    Wrapped,
    /// A published value.
    Source,
    /// A derived value.
    Derived,
    /// An assumed value.
    Assumption,
    /// A value that the scenario changes.
    Changed,
    /// A sum or a result.
    Result,
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing, in the look of its row.
    Blank,
    /// Words, never a formula.
    Text(String),
    /// A number.
    Number(Decimal, Format),
    /// A formula.
    Formula(Formula, Format),
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its content.
    pub content: Content,
    /// Its look.
    pub look: Look,
    /// The bounds within which a reader may change it, if at all.
    pub open: Option<(Decimal, Decimal)>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its cells.
    pub cells: BTreeMap<(u32, u16), Cell>,
    /// The widths of its columns, in characters.
    pub widths: Vec<f64>,
    /// The rows and columns that stay in sight.
    pub frozen: (u32, u16),
    /// The last column that is printed, where not all are.
    pub last_printed: Option<u16>,
    next_row: u32,
}

impl Sheet {
    /// The number of its columns.
    pub fn columns(&self) -> u16 {
        self.widths.len() as u16
    }

    /// The last column that is printed.
    pub fn last_printed(&self) -> u16 {
        let last = self.columns().saturating_sub(1);
        self.last_printed.unwrap_or(last)
    }
}

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The sheets' names.
    pub names: Vec<String>,
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// The sheet that is seen first.
    pub shown: usize,
    /// The title of the workbook.
    pub title: String,
    /// The program that made it.
    pub creator: String,
    /// The years that sheets have columns for.
    pub years: Vec<Year>,
}

/// A row that has a cell for each year.
#[derive(Clone, Copy, Debug)]
pub struct BookLine {
    sheet: usize,
    row: u32,
    first: Year,
}

impl BookLine {
    /// The cell of a year.
    pub fn at(self, year: Year) -> Formula {
        Formula::Cell(self.address(year))
    }

    /// The address of a year's cell.
    pub fn address(self, year: Year) -> Address {
        Address {
            sheet: self.sheet,
            row: self.row,
            column: FIRST_YEAR + (year - self.first),
        }
    }
}

impl Book {
    /// An empty workbook for those years.
    pub fn new(years: Vec<Year>) -> Self {
        Self {
            years,
            ..Self::default()
        }
    }

    /// Adds a sheet and returns its index.
    pub fn sheet(&mut self, name: &str, title: &str, note: &str) -> usize {
        let index = self.sheets.len();
        let name = self.free_name(name);
        self.names.push(name);
        self.sheets.push(Sheet::default());
        self.put(index, (0, 0), Content::Text(title.to_owned()), Look::Title);
        self.put(index, (1, 0), Content::Text(note.to_owned()), Look::Note);
        self.sheets[index].next_row = HEAD;
        index
    }

    /// Adds a sheet with a column for each year; `heads` are the titles of names, of units and of what
    /// stands behind the years.
    pub fn year_sheet(&mut self, name: &str, note: &str, heads: [&str; 3]) -> usize {
        let index = self.sheet(name, name, note);
        let years: Vec<String> = self.years.iter().map(Year::to_string).collect();
        let numbers = FIRST_YEAR..self.after_years();
        let [name, unit, after] = heads.map(str::to_owned);
        let heads = [name, unit].into_iter().chain(years).chain([after]);
        self.head(index, heads.filter(|head| !head.is_empty()), numbers);
        let mut widths = vec![LEAST_NAME_WIDTH, 12.0];
        widths.extend(self.years.iter().map(|_| YEAR_WIDTH));
        widths.push(REMARK_WIDTH);
        self.sheets[index].widths = widths;
        self.sheets[index].frozen = (HEAD + 1, FIRST_YEAR);
        // How each row is worked out is for the screen; on paper the years must be legible.
        self.sheets[index].last_printed = Some(self.after_years() - 1);
        index
    }

    /// A name that Excel allows and no sheet has yet.
    fn free_name(&self, name: &str) -> String {
        let is_allowed = |letter: &char| !"[]:*?/\\'".contains(*letter);
        let allowed: Vec<char> = name.chars().filter(is_allowed).collect();
        let cut = |most: usize| -> String { allowed.iter().take(most).collect() };
        let numbered = (2..).map(|number: usize| {
            let number = format!(" {number}");
            cut(MOST_NAME_CHARACTERS - number.len()) + &number
        });
        let is_free = |name: &String| {
            let known = self.names.iter().map(|known| known.to_lowercase());
            !known.into_iter().any(|known| known == name.to_lowercase())
        };
        let mut names = std::iter::once(cut(MOST_NAME_CHARACTERS)).chain(numbered);
        names.find(is_free).unwrap_or_default()
    }

    /// Writes the titles of columns; those of columns of numbers stand where the numbers do.
    pub fn head(
        &mut self,
        sheet: usize,
        titles: impl IntoIterator<Item = String>,
        numbers: Range<u16>,
    ) {
        let row = self.take_row(sheet);
        for (column, title) in (0..).zip(titles) {
            let look = if numbers.contains(&column) {
                Look::NumberHead
            } else {
                Look::Head
            };
            self.put(sheet, (row, column), Content::Text(title), look);
        }
    }

    /// Takes the next free row.
    pub fn take_row(&mut self, sheet: usize) -> u32 {
        let row = self.sheets[sheet].next_row;
        self.sheets[sheet].next_row += 1;
        row
    }

    /// Puts a cell.
    pub fn put(&mut self, sheet: usize, (row, column): (u32, u16), content: Content, look: Look) {
        let cell = Cell {
            content,
            look,
            open: None,
        };
        self.sheets[sheet].cells.insert((row, column), cell);
    }

    /// Writes the title of the rows that follow, after an empty row.
    pub fn group(&mut self, sheet: usize, title: &str) {
        if self.sheets[sheet].next_row > HEAD + 1 {
            self.take_row(sheet);
        }
        let row = self.take_row(sheet);
        self.put(
            sheet,
            (row, 0),
            Content::Text(title.to_owned()),
            Look::Group,
        );
    }

    /// Takes the next free row for a cell a year.
    pub fn take_line(&mut self, sheet: usize) -> BookLine {
        BookLine {
            sheet,
            row: self.take_row(sheet),
            first: self.years.first().copied().unwrap_or_default(),
        }
    }

    /// Fills a row; `of` gives the formula of a year, if there is one.
    pub fn fill(
        &mut self,
        line: BookLine,
        (name, unit): (&str, &str),
        (format, look): (Format, Look),
        of: impl Fn(Year) -> Option<Formula>,
    ) {
        let BookLine { sheet, row, .. } = line;
        if let Some(of_names) = self.sheets[sheet].widths.first_mut() {
            let wanted = width(name) + 3.0;
            *of_names = of_names.max(wanted.min(MOST_NAME_WIDTH));
        }
        for (column, text) in [(0, name), (1, unit)] {
            self.put(sheet, (row, column), Content::Text(text.to_owned()), look);
        }
        for year in self.years.clone() {
            let place = (row, line.address(year).column);
            match of(year) {
                Some(formula) => self.put(sheet, place, Content::Formula(formula, format), look),
                // The line above a sum runs through.
                None if look == Look::Result => self.put(sheet, place, Content::Blank, look),
                None => {}
            }
        }
    }

    /// Puts a remark behind a row's years.
    pub fn put_after_years(&mut self, line: BookLine, text: String) {
        let place = (line.row, self.after_years());
        self.put(line.sheet, place, Content::Text(text), Look::Note);
    }

    /// The column behind the years.
    fn after_years(&self) -> u16 {
        FIRST_YEAR + self.years.len() as u16
    }

    /// The values of all cells, worked out here.
    pub fn values(&self) -> HashMap<Address, Value> {
        let mut known = HashMap::new();
        for (sheet, of) in self.sheets.iter().enumerate() {
            for (row, column) in of.cells.keys() {
                let address = Address {
                    sheet,
                    row: *row,
                    column: *column,
                };
                self.value(address, &mut known);
            }
        }
        known
    }

    /// The value of a cell, which may need those of others. No formula leads back to itself: each is
    /// of steps that were computed before its own.
    fn value(&self, address: Address, known: &mut HashMap<Address, Value>) -> Option<Value> {
        if let Some(value) = known.get(&address) {
            return Some(value.clone());
        }
        let place = (address.row, address.column);
        let value = match &self.sheets.get(address.sheet)?.cells.get(&place)?.content {
            Content::Blank => None,
            Content::Text(text) => Some(Value::Text(text.clone())),
            Content::Number(number, _) => Some(Value::Number(*number)),
            Content::Formula(formula, _) => formula.value(&mut |other| self.value(other, known)),
        }?;
        known.insert(address, value.clone());
        Some(value)
    }
}

/// The room that a text takes, in characters of which a Chinese one takes two.
pub fn width(text: &str) -> f64 {
    let widths = text
        .chars()
        .map(|letter| if letter.is_ascii() { 1.0 } else { 2.0 });
    widths.sum()
}
