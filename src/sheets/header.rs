//! Headers: found by known words, levels flattened, and what each column is for.

use std::collections::BTreeMap;

use crate::cell::{ForeignSheet, SheetCell, SheetRow};
use crate::fault::{FormProblem, Wanted, quoted};
use crate::field::{CountyField, Field, FigureField, FormKind, Kind, ProjectField};
use crate::personal::drop_reason;
use crate::place::CellPlace;
use crate::reading::{Answers, ColumnUse, DropReason, TableColumn};
use crate::synonyms::{KnownTerm, folded};
use crate::typed::narrow;
use crate::unit::MoneyUnit;

/// The most rows of a header.
const MOST_LEVELS: usize = 3;
/// Known columns from which a row is taken for a header.
const LEAST_KNOWN: usize = 3;

/// A header that was found.
pub struct Header {
    /// The form that it is a header of.
    pub form: FormKind,
    /// The number of the sheet's rows that it takes.
    pub levels: usize,
    /// Every column with a header.
    pub columns: Vec<HeaderColumn>,
}

/// A column of a header.
#[derive(Clone)]
pub struct HeaderColumn {
    /// The column.
    pub column: u32,
    /// The row of its lowest level.
    pub row: u32,
    /// Its levels, from the top.
    pub levels: Vec<String>,
    /// The field that it is for.
    pub field: Option<Field>,
}

impl HeaderColumn {
    /// The levels as one line.
    fn title(&self) -> String {
        self.levels.join("/")
    }

    /// The unit that a level says, the lowest first.
    pub fn unit(&self) -> Option<MoneyUnit> {
        self.levels
            .iter()
            .rev()
            .find_map(|level| unit_in_brackets(level))
    }

    /// Single things that a number of the column stands for: 万人 counts in tens of thousands.
    pub fn counts_in_ten_thousands(&self) -> bool {
        let inner = self.levels.iter().rev().find_map(|level| bracketed(level));
        inner.is_some_and(|inner| {
            ["万人", "万户", "万个", "萬人", "萬戶"].contains(&&*narrow(&inner))
        })
    }
}

/// The text in a header's last pair of brackets.
fn bracketed(text: &str) -> Option<String> {
    let text = narrow(text);
    let start = text.rfind(['(', '['])?;
    let inner = text.get(start + 1..)?;
    let end = inner.find([')', ']'])?;
    inner.get(..end).map(str::to_owned)
}

/// A header without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in narrow(text).chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

fn unit_in_brackets(level: &str) -> Option<MoneyUnit> {
    MoneyUnit::named(&bracketed(level)?)
}

/// The unit that a line above a table says, such as `单位：万元、户`.
pub fn unit_in_line(text: &str) -> Option<MoneyUnit> {
    let text = narrow(text);
    let lower = text.to_lowercase();
    let after = ["单位", "單位", "unit"].iter().find_map(|word| {
        let place = lower.find(word)?;
        lower.get(place + word.len()..)
    })?;
    let after = after.trim_start_matches(['s', ':', ' ']);
    let mut parts = after.split(['、', ',', ';', ')', '(', ' ', ':']);
    let mut parts_whole = after.split(['、', ';', ')', '(']);
    parts_whole
        .find_map(MoneyUnit::named)
        .or_else(|| parts.find_map(MoneyUnit::named))
}

/// The year that a header starts with, and the header without it.
fn without_year(header: &str) -> (Option<u16>, &str) {
    let year = header.get(..4).and_then(|year| year.parse().ok());
    match year.filter(|year| (1_990..=2_100).contains(year)) {
        Some(year) => {
            let rest = header.get(4..).unwrap_or_default();
            (
                Some(year),
                rest.trim_start_matches(['年', '度', '末', '底']),
            )
        }
        None => (None, header),
    }
}

/// The field of a column in a form, and the year that its header names.
fn field_of(
    known: &KnownTerm<'_>,
    form: FormKind,
    levels: &[String],
) -> Option<(Option<Field>, Option<u16>)> {
    let whole = levels.join("");
    let last = levels.last()?;
    for text in [&whole, last] {
        for plain in [folded(text), folded(&without_brackets(text))] {
            let (year, bare) = without_year(&plain);
            if let Some(field) = known.find(form, &plain).or_else(|| known.find(form, bare)) {
                return Some((field, year));
            }
        }
    }
    None
}

/// Text of a header's cell: what is no text is no header, except a year.
fn label(cell: &SheetCell) -> Option<String> {
    match cell {
        SheetCell::Text(text) if !text.trim().is_empty() => {
            let words: Vec<&str> = text.split_whitespace().collect();
            Some(words.join(""))
        }
        _ => None,
    }
}

/// The header that starts at a row of a sheet, if one does.
pub fn header_at(sheet: &ForeignSheet, at: usize, known: &KnownTerm<'_>) -> Option<Header> {
    // A title or a unit above the table is no level of its header.
    let first = sheet.rows.get(at)?;
    let mut labels = first.cells.iter().filter_map(label);
    if !labels.any(|text| known.is_header(&text) || known.is_header(&without_brackets(&text))) {
        return None;
    }
    let mut best: Option<(usize, Header)> = None;
    for levels in 1..=MOST_LEVELS {
        let Some(rows) = sheet.rows.get(at..at + levels) else {
            break;
        };
        let follows = rows
            .windows(2)
            .all(|two| two[1].number == two[0].number + 1);
        let is_text = |row: &SheetRow| {
            row.cells
                .iter()
                .all(|cell| cell.is_empty() || label(cell).is_some())
        };
        // Lower levels are words alone; a header's first row may hold a year as a number.
        if levels > 1 && !(follows && rows.last().is_some_and(is_text)) {
            break;
        }
        let columns = flattened(sheet, rows);
        for form in [FormKind::Figures, FormKind::Counties, FormKind::Projects] {
            let mut columns = columns.clone();
            let count = assign(&mut columns, form, known);
            let has_key = columns.iter().any(|column| is_key(column.field));
            let is_better = best.as_ref().is_none_or(|(most, _)| count > *most);
            let least = if form == FormKind::Figures {
                2
            } else {
                LEAST_KNOWN
            };
            let is_figures = form != FormKind::Figures
                || columns
                    .iter()
                    .any(|column| column.field == Some(Field::Figure(FigureField::Value)));
            if count >= least && has_key && is_figures && is_better {
                best = Some((
                    count,
                    Header {
                        form,
                        levels,
                        columns,
                    },
                ));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// True for a column without which a row of the form is none.
pub fn is_key(field: Option<Field>) -> bool {
    matches!(
        field,
        Some(
            Field::Figure(FigureField::Indicator)
                | Field::County(CountyField::Name)
                | Field::Project(ProjectField::Name | ProjectField::Number)
        )
    )
}

/// Gives columns their fields; how many different ones there are.
fn assign(columns: &mut [HeaderColumn], form: FormKind, known: &KnownTerm<'_>) -> usize {
    let mut years: BTreeMap<usize, u16> = BTreeMap::new();
    for (place, column) in columns.iter_mut().enumerate() {
        if drop_reason(&column.title()).is_some() {
            continue;
        }
        if let Some((field, year)) = field_of(known, form, &column.levels) {
            column.field = field;
            let income = Field::County(CountyField::Income);
            if let (Some(year), true) = (year, field == Some(income)) {
                years.insert(place, year);
            }
        }
    }
    // Of two years' incomes, the earlier is the year before.
    if let (2, Some(first)) = (years.len(), years.values().min().copied()) {
        for (place, _) in years.iter().filter(|(_, year)| **year == first) {
            columns[*place].field = Some(Field::County(CountyField::IncomeBefore));
        }
    }
    // 县 is where a project is, unless it stands beside the other sources of money.
    let has = |field: ProjectField, columns: &[HeaderColumn]| {
        columns
            .iter()
            .any(|column| column.field == Some(field.into()))
    };
    if !has(ProjectField::Central, columns) && !has(ProjectField::County, columns) {
        let funds = Some(Field::Project(ProjectField::CountyFunds));
        let plain = |column: &HeaderColumn| column.levels.last().is_some_and(|last| last == "县");
        for column in columns.iter_mut().filter(|column| column.field == funds) {
            if plain(column) {
                column.field = Some(Field::Project(ProjectField::County));
            }
        }
    }
    let mut fields: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// Columns with their levels; joined cells and a group's blanks take the word to their left.
fn flattened(sheet: &ForeignSheet, rows: &[SheetRow]) -> Vec<HeaderColumn> {
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    let mut columns = Vec::new();
    let mut groups: Vec<Option<String>> = vec![None; rows.len()];
    for column in 0..width {
        let mut levels: Vec<String> = Vec::new();
        let mut lowest = rows.first().map_or(0, |row| row.number);
        for (depth, row) in rows.iter().enumerate() {
            let own = label(row.cell(column));
            let is_last = depth + 1 == rows.len();
            let word = match own {
                Some(word) => {
                    lowest = row.number;
                    // A new word ends the groups of the levels below it.
                    for group in groups.iter_mut().skip(depth) {
                        *group = None;
                    }
                    groups[depth] = Some(word.clone());
                    Some(word)
                }
                None if is_last => None,
                // A blank belongs to the group on its left if something stands below the blank.
                None => {
                    let below = rows
                        .iter()
                        .skip(depth + 1)
                        .any(|row| !row.cell(column).is_empty());
                    let is_joined = sheet.merged.is_empty()
                        || sheet.merged.iter().any(|each| {
                            (each.top..=each.bottom).contains(&row.number)
                                && each.left < column
                                && column <= each.right
                        });
                    groups[depth].clone().filter(|_| below && is_joined)
                }
            };
            if let Some(word) = word
                && levels.last() != Some(&word)
            {
                levels.push(word);
            }
        }
        if !levels.is_empty() {
            columns.push(HeaderColumn {
                column,
                row: lowest,
                levels,
                field: None,
            });
        }
    }
    columns
}

/// A column that is read.
#[derive(Clone)]
pub struct Plan {
    /// The column.
    pub column: u32,
    /// Its purpose.
    pub field: Field,
    /// The unit of its amounts, once it is known.
    pub unit: Option<MoneyUnit>,
    /// True where a number stands for ten thousand of what is counted.
    pub in_ten_thousands: bool,
}

/// The fate of each column, and those that are read.
pub fn plan(
    sheet: &ForeignSheet,
    header: &Header,
    unit: Option<MoneyUnit>,
    answers: &Answers,
    problems: &mut Vec<FormProblem>,
) -> (Vec<TableColumn>, Vec<Plan>) {
    let mut columns = Vec::new();
    let mut plans: Vec<Plan> = Vec::new();
    let mut first: BTreeMap<Field, CellPlace> = BTreeMap::new();
    for column in &header.columns {
        let place = CellPlace::new(&sheet.name, column.row, column.column);
        let title = column.title();
        let answer = answers.columns.get(&place.to_string());
        let field = answer.copied().unwrap_or(column.field);
        let field = field.filter(|field| field.form() == header.form);
        let mut used = match (drop_reason(&title), field) {
            (Some(reason), _) => ColumnUse::Dropped(reason),
            (None, Some(field)) => ColumnUse::Field(field),
            (None, None) => ColumnUse::Surplus,
        };
        let mut own_unit = None;
        if let ColumnUse::Field(field) = used {
            if let Some(earlier) = first.get(&field) {
                problems.push(FormProblem {
                    place: place.clone(),
                    found: quoted(&title),
                    wanted: Wanted::OneColumn(field, earlier.clone()),
                });
                used = ColumnUse::Surplus;
            } else {
                first.insert(field, place.clone());
                own_unit = match field.kind() {
                    Kind::Amount => column.unit().or(unit),
                    Kind::PerHead => Some(column.unit().unwrap_or(MoneyUnit::Yuan)),
                    _ => None,
                };
                plans.push(Plan {
                    column: column.column,
                    field,
                    unit: own_unit,
                    in_ten_thousands: column.counts_in_ten_thousands(),
                });
            }
        }
        columns.push(TableColumn {
            place,
            header: quoted(&title),
            used,
            unit: own_unit,
        });
    }
    (columns, plans)
}

/// True for a row of headers that only tables of persons have.
pub fn is_of_persons(row: &SheetRow) -> bool {
    let reasons = row
        .cells
        .iter()
        .filter_map(label)
        .filter_map(|text| drop_reason(&text));
    reasons
        .filter(|reason| *reason == DropReason::Identity)
        .count()
        >= 2
}
