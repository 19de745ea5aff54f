//! Tables as comma-separated values that a spreadsheet opens as they are meant: UTF-8 with a
//! byte-order mark, without which Excel would read Chinese as something else; lines end in CRLF;
//! a text that a spreadsheet would take for a formula gets an apostrophe before it.

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, whoever wrote them.
    Text(String),
    /// A plain decimal number.
    Number(String),
}

/// Writes rows.
pub fn write(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => quoted(number),
        Cell::Text(text) if could_be_formula(text) => quoted(&format!("'{text}")),
        Cell::Text(text) => quoted(text),
    }
}

/// Whether a spreadsheet could run the text: leading blanks are skipped by some of them.
fn could_be_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
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
            (Cell::Text("增收".to_owned()), "增收"),
            (Cell::Text("=1+1".to_owned()), "'=1+1"),
            (Cell::Text(" =1".to_owned()), "' =1"),
            (Cell::Text("+1".to_owned()), "'+1"),
            (Cell::Text("-1".to_owned()), "'-1"),
            (Cell::Text("@a".to_owned()), "'@a"),
            (Cell::Text("＝cmd".to_owned()), "'＝cmd"),
            (Cell::Text("\t=1".to_owned()), "\"'\t=1\""),
            (Cell::Text("a,\"b\"".to_owned()), "\"a,\"\"b\"\"\""),
            (Cell::Text("a\nb".to_owned()), "\"a\nb\""),
            (Cell::Number("-12.50".to_owned()), "-12.50"),
        ] {
            assert_eq!(write(&[vec![given]]), format!("\u{feff}{written}\r\n"));
        }
    }

    #[test]
    fn rows_end_as_spreadsheets_expect() {
        let row = |one: &str, other: &str| {
            vec![Cell::Text(one.to_owned()), Cell::Number(other.to_owned())]
        };
        let text = write(&[row("a", "1"), row("b", "2")]);
        assert_eq!(text, "\u{feff}a,1\r\nb,2\r\n");
    }
}
