//! Tables as comma-separated values that a spreadsheet opens as they are meant: UTF-8 with a
//! byte-order mark, without which Excel would read Chinese as something else; lines end in CRLF;
//! a text that a spreadsheet would take for a formula gets an apostrophe before it.

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvCell {
    /// Words, whoever wrote them.
    Text(String),
    /// A plain decimal number.
    Number(String),
}

/// Writes rows.
pub fn write(rows: &[Vec<CsvCell>]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(cell: &CsvCell) -> String {
    match cell {
        CsvCell::Number(number) => quoted(number),
        CsvCell::Text(text) if could_be_formula(text) => quoted(&format!("'{text}")),
        CsvCell::Text(text) => quoted(text),
    }
}

/// True where a spreadsheet could run the text: some of them skip leading blanks. A number and a
/// range of numbers are no formulas, whatever their sign.
fn could_be_formula(text: &str) -> bool {
    let start = text.trim_start();
    let is_marked = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    text.starts_with(['\t', '\r']) || (is_marked && !is_of_numbers(start))
}

/// True for a number or a range of two, as reports write them: `-2%—0`, `-1,234.5`.
fn is_of_numbers(text: &str) -> bool {
    let number = |text: &str| {
        let digits = text
            .trim()
            .strip_prefix(['-', '−', '+'])
            .unwrap_or(text.trim());
        let digits = digits.strip_suffix(['%', '％']).unwrap_or(digits);
        let is_plain = digits
            .chars()
            .all(|c| c.is_ascii_digit() || ",.".contains(c));
        is_plain && digits.starts_with(|c: char| c.is_ascii_digit())
    };
    let (first, last) = text.split_once(['—', '–', '～']).unwrap_or((text, "0"));
    number(first) && number(last)
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_a_formula_and_a_number_stays_one() {
        for (given, written) in [
            (CsvCell::Text("增收".to_owned()), "增收"),
            (CsvCell::Text("=1+1".to_owned()), "'=1+1"),
            (CsvCell::Text(" =1".to_owned()), "' =1"),
            (CsvCell::Text("+1".to_owned()), "+1"),
            (CsvCell::Text("-1".to_owned()), "-1"),
            (CsvCell::Text("-2%—0".to_owned()), "-2%—0"),
            (CsvCell::Text("-0.05 – 0.1".to_owned()), "-0.05 – 0.1"),
            (CsvCell::Text("-1,234.50".to_owned()), "\"-1,234.50\""),
            (CsvCell::Text("-1+1".to_owned()), "'-1+1"),
            (
                CsvCell::Text("-1—cmd|' /C calc'!A0".to_owned()),
                "'-1—cmd|' /C calc'!A0",
            ),
            (CsvCell::Text("-2—0—1".to_owned()), "'-2—0—1"),
            (CsvCell::Text("-".to_owned()), "'-"),
            (CsvCell::Text("--1".to_owned()), "'--1"),
            (CsvCell::Text("-A1".to_owned()), "'-A1"),
            (CsvCell::Text("@a".to_owned()), "'@a"),
            (CsvCell::Text("＝cmd".to_owned()), "'＝cmd"),
            (CsvCell::Text("\t=1".to_owned()), "\"'\t=1\""),
            (CsvCell::Text("a,\"b\"".to_owned()), "\"a,\"\"b\"\"\""),
            (CsvCell::Text("a\nb".to_owned()), "\"a\nb\""),
            (CsvCell::Number("-12.50".to_owned()), "-12.50"),
        ] {
            assert_eq!(write(&[vec![given]]), format!("\u{feff}{written}\r\n"));
        }
    }

    #[test]
    fn rows_end_as_spreadsheets_expect() {
        let row = |one: &str, other: &str| {
            vec![
                CsvCell::Text(one.to_owned()),
                CsvCell::Number(other.to_owned()),
            ]
        };
        let text = write(&[row("a", "1"), row("b", "2")]);
        assert_eq!(text, "\u{feff}a,1\r\nb,2\r\n");
    }
}
