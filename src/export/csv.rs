//! Tables as text for spreadsheets: UTF-8 with the mark by which they know it, values parted by
//! commas, lines ended as RFC 4180 asks.
//!
//! A text that a spreadsheet would compute is written with a leading apostrophe, so that nobody's
//! name of a scenario becomes a formula; numbers stay numbers, without grouping and without unit.

use super::table::{Cell, Table};
use crate::number::round;

/// By this mark spreadsheets know the text for UTF-8.
pub const MARK: char = '\u{feff}';

/// A table with lines above it, such as a title and a source.
pub fn write(above: &[&str], table: &Table) -> String {
    let mut text = String::from(MARK);
    for line in above {
        row(&mut text, [field(line)]);
    }
    row(&mut text, table.heads.iter().map(|head| field(head)));
    for line in &table.rows {
        let cells = line.cells.iter().map(cell);
        row(&mut text, std::iter::once(field(&line.name)).chain(cells));
    }
    text
}

/// One value as it stands between commas.
pub fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => field(text),
        Cell::Number { value, places, .. } => round(*value, *places).to_string(),
    }
}

/// A text as it stands between commas: no formula, quoted where it must be.
pub fn field(text: &str) -> String {
    let computes = text
        .trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\t' | '\r'))
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let plain = if computes {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if plain.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain
    }
}

fn row(text: &mut String, fields: impl IntoIterator<Item = String>) {
    let line: Vec<String> = fields.into_iter().collect();
    text.push_str(&line.join(","));
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::export::table::Row;

    #[test]
    fn a_text_never_becomes_a_formula() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-3", "'-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1", "' =1"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("计划", "计划"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(field(text), written, "{text}");
        }
    }

    #[test]
    fn quotes_what_would_break_the_line() {
        for (text, written) in [
            ("one, two", "\"one, two\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(field(text), written, "{text}");
        }
    }

    #[test]
    fn numbers_stay_numbers_rounded_once() {
        let number = |text: &str, places| {
            let value = Decimal::from_str_exact(text).expect("a decimal");
            cell(&Cell::number(value, places))
        };
        assert_eq!(number("-34.4757286842", 2), "-34.48");
        assert_eq!(number("13568.1908976", 2), "13568.19");
        assert_eq!(number("-0.001", 2), "0.00");
    }

    #[test]
    fn a_table_begins_with_the_mark_and_ends_each_line() {
        let table = Table {
            heads: vec!["年份".to_owned(), "元/人".to_owned()],
            rows: vec![
                Row::new("2023", vec![Cell::number(Decimal::ONE, 2)]),
                Row::new("2024", vec![Cell::Empty]),
            ],
        };
        assert_eq!(
            write(&["=题目"], &table),
            "\u{feff}'=题目\r\n年份,元/人\r\n2023,1.00\r\n2024,\r\n"
        );
    }
}
