//! Names of the rows and columns of a pasted block: years in its head, names at its left.

use super::{GridLine, lines};
use crate::i18n::Catalog;
use crate::i18n::input::read_typed;
use crate::region::key::{Category, Key, Level, Unit, Year};
use crate::scenario::matrix::MatrixPart;

/// Words for a total, in the languages of the page; a name that holds one of them is a total's.
const TOTALS: [&str; 10] = [
    "合计", "小计", "总计", "总额", "合計", "小計", "總計", "總額", "total", "sum",
];
/// The most lines above the years of a block: its title, its unit.
const MOST_TITLES: usize = 4;

/// The head and the names of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Number of lines above the values.
    pub top: usize,
    /// Number of columns at their left.
    pub left: usize,
    /// True where the years might be values: there are no names at the left of them.
    pub is_guessed: bool,
    /// The year of each column of values; none where the block has no head of years.
    pub years: Option<Vec<Option<Year>>>,
    /// The row of each line of values; none where no name is known.
    pub rows: Option<Vec<HeadNames>>,
}

/// The name of a line of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadNames {
    /// A row of the sheet.
    Row(usize),
    /// Something that is no row of it.
    Unknown(String),
    /// Nothing.
    Nothing,
}

/// Recognizes the head and the names of a block, in whichever of the languages they stand: tables travel between
/// readers of different ones.
pub fn heads(block: &[Vec<String>], languages: &[&Catalog]) -> Heads {
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    let rows = named_rows(languages);
    let names_a_row = |line: &[String]| {
        let first = line.first().filter(|text| year_of(text).is_none());
        first.is_some_and(|text| row_of(text, &rows, languages).is_some())
    };
    // A row of values may look like years, and several of them surely are values.
    let mut lines = block.iter().take(MOST_TITLES);
    let head = lines.position(|line| is_head(line) && !names_a_row(line));
    let follows = |head: &usize| block.get(*head + 1).is_some_and(|line| !is_head(line));
    let head = head.filter(follows);
    let top = head.map_or(0, |head| head + 1);
    let body = &block[top..];
    let is_name = |column: &usize| {
        let mut texts = body.iter().filter_map(|line| line.get(*column));
        texts.clone().all(|text| !is_value(text)) && texts.any(|text| !text.is_empty())
    };
    let left = (0..width).take_while(is_name).count();
    let years = head.map(|head| {
        let year = |column: usize| block[head].get(column).and_then(|text| year_of(text));
        (left..width).map(year).collect()
    });
    let names = (left > 0).then(|| named(body, left, &rows, languages));
    let is_known = |named: &HeadNames| matches!(named, HeadNames::Row(_));
    Heads {
        top,
        left,
        is_guessed: years.is_some() && left == 0,
        years,
        rows: names.filter(|names| names.iter().any(is_known)),
    }
}

/// True for a line of years, at least one next to an empty corner, else two, without any values.
fn is_head(line: &[String]) -> bool {
    let years: Vec<Year> = line.iter().filter_map(|text| year_of(text)).collect();
    let others = line.iter().filter(|text| year_of(text).is_none());
    let has_corner = line.first().is_some_and(|text| year_of(text).is_none());
    years.is_sorted_by(|before, after| before < after)
        && others.clone().all(|text| !is_value(text))
        && years.len() >= if has_corner { 1 } else { 2 }
}

/// The year that a head names: `2025`, `2025 年`, `2025年度`, `2024 main screen`.
fn year_of(text: &str) -> Option<Year> {
    let (digits, rest) = text.split_at_checked(4)?;
    let is_year = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = !rest.contains(|c: char| c.is_ascii_digit() || c == '.' || c == '%')
        && rest.chars().count() <= 30
        && read_typed(Unit::Yuan, text).is_err() | rest.is_empty();
    let year: Year = digits.parse().ok().filter(|_| is_year && is_plain)?;
    (1900..=2100).contains(&year).then_some(year)
}

/// True for a text that is a number of any unit.
fn is_value(text: &str) -> bool {
    text == "-"
        || [Unit::Yuan, Unit::Share, Unit::People]
            .iter()
            .any(|unit| read_typed(*unit, text).is_ok())
}

/// The names of the lines. Where a name covers several lines, as a level does above its categories, it is at the
/// first of them.
fn named(
    body: &[Vec<String>],
    left: usize,
    rows: &[(GridLine, Vec<String>)],
    languages: &[&Catalog],
) -> Vec<HeadNames> {
    let mut group = String::new();
    let mut names = Vec::new();
    for line in body {
        let first = line.first().cloned().unwrap_or_default();
        if left > 1 && !first.is_empty() {
            group = first;
        }
        let own: Vec<&str> = line.iter().take(left).map(String::as_str).collect();
        let own = own.concat();
        if own.is_empty() {
            names.push(HeadNames::Nothing);
            continue;
        }
        let whole = format!("{group} {own}");
        let in_group = (left > 1)
            .then(|| row_of(&whole, rows, languages))
            .flatten();
        let found = in_group.or_else(|| row_of(&own, rows, languages));
        names.push(found.map_or(HeadNames::Unknown(own), HeadNames::Row));
    }
    names
}

/// Every row with its names.
fn named_rows(languages: &[&Catalog]) -> Vec<(GridLine, Vec<String>)> {
    let names = |line| {
        languages
            .iter()
            .flat_map(move |words| names_of(line, words))
    };
    let lines = lines().into_iter();
    lines.map(|line| (line, names(line).collect())).collect()
}

/// The name of a row in words, and its key where it has one.
fn names_of(line: GridLine, words: &Catalog) -> [String; 2] {
    match line {
        GridLine::Lever(lever) => [
            plain(&words.key_name(lever.into())),
            plain(&Key::from(lever).to_string()),
        ],
        GridLine::Sum(MatrixPart::Row(level)) => [plain(&words.level(level)), String::new()],
        GridLine::Sum(MatrixPart::Column(category)) => {
            [plain(&words.category(category)), String::new()]
        }
        GridLine::Sum(_) => [plain(&words.text("matrix-total")), String::new()],
    }
}

/// The row that a text names.
fn row_of(text: &str, rows: &[(GridLine, Vec<String>)], languages: &[&Catalog]) -> Option<usize> {
    let text = plain(text);
    let is_total = TOTALS.iter().any(|total| text.contains(total));
    // A name may end in its unit, or have it added.
    let units = ["万元", "亿元", "萬元", "元", "%", "人", "10⁴yuan", "people"];
    let bare = units
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(&text);
    let exact = |(line, names): &(GridLine, Vec<String>)| {
        let is_sum = matches!(line, GridLine::Sum(part) if *part != MatrixPart::Total);
        let is_same = names
            .iter()
            .any(|name| !name.is_empty() && (*name == text || name == bare));
        is_same && (!is_sum || is_total)
    };
    if let Some(row) = rows.iter().position(exact) {
        return Some(row);
    }
    let holds = |name: &dyn Fn(&Catalog) -> std::rc::Rc<str>| {
        let mut names = languages.iter().map(|words| plain(&name(words)));
        names.any(|name| text.contains(&name))
    };
    let mut levels = Level::ALL.into_iter();
    let level = levels.find(|own| holds(&|words| words.level(*own)));
    let mut categories = Category::ALL.into_iter();
    let category = categories.find(|own| holds(&|words| words.category(*own)));
    let line = match (level, category, is_total) {
        (Some(level), Some(category), false) => {
            let cell = crate::region::key::funds(level, category);
            GridLine::Lever(cell)
        }
        (Some(level), None, true) => GridLine::Sum(MatrixPart::Row(level)),
        (None, Some(category), true) => GridLine::Sum(MatrixPart::Column(category)),
        (None, None, true) => GridLine::Sum(MatrixPart::Total),
        _ => return None,
    };
    rows.iter().position(|(known, _)| *known == line)
}

/// A name without what is written one way or another: spaces, marks, case.
fn plain(text: &str) -> String {
    let is_letter = |c: &char| c.is_alphanumeric() || *c == '%';
    text.chars()
        .filter(is_letter)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// A table says the same in each language, whatever that of the screen.
    #[test]
    fn rows_are_named_in_any_of_the_languages() {
        let languages = Language::ALL.map(Catalog::new);
        let languages: Vec<&Catalog> = languages.iter().collect();
        let county = GridLine::Lever(crate::region::key::funds(Level::County, Category::Industry));
        let jobs = GridLine::Lever(crate::region::key::Fixed::JobsOutward);
        let coverage = GridLine::Lever(crate::region::key::Fixed::Coverage);
        let wanted = [
            county,
            GridLine::Sum(MatrixPart::Row(Level::County)),
            GridLine::Sum(MatrixPart::Total),
            jobs,
            coverage,
        ];
        for names in [
            [
                "县级·产业",
                "县级合计",
                "总计",
                "劳务输出新增人数",
                "产业帮扶覆盖率（%）",
            ],
            [
                "縣級·產業",
                "縣級合計",
                "總計",
                "勞務輸出新增人數",
                "產業幫扶覆蓋率（%）",
            ],
            [
                "County · Industry",
                "County, total",
                "Total",
                "Labour sent out, more people",
                "Industry-support coverage (%)",
            ],
            [
                "funds.county.industry",
                "county sum",
                "sum",
                "jobs.outward",
                "coverage",
            ],
        ] {
            let mut block = vec![vec![String::new(), "2025".to_owned()]];
            block.extend(names.map(|name| vec![name.to_owned(), "1".to_owned()]));
            let found = heads(&block, &languages).rows.expect("names");
            let all = lines();
            let found: Vec<Option<GridLine>> = found
                .iter()
                .map(|named| match named {
                    HeadNames::Row(row) => Some(all[*row]),
                    _ => None,
                })
                .collect();
            assert_eq!(found, wanted.map(Some), "{names:?}");
        }
    }
}
