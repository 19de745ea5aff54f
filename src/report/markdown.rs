//! The report as Markdown. Texts are escaped, so that nobody's name is taken for markup.

use super::document::{Document, DocumentBlock, ReportCell, ReportTable};
use crate::i18n::Catalog;
use crate::i18n::exercises::BLANK;

/// Writes the report.
pub fn write(document: &Document, words: &Catalog) -> String {
    let mut parts = vec![format!("# {}", escaped(&document.title))];
    let imprint: Vec<String> = document.imprint.iter().map(|line| escaped(line)).collect();
    // Two blanks before the line's end break it.
    parts.push(imprint.join("  \n"));
    for section in &document.sections {
        parts.push(format!("## {}", marks_escaped(&section.title)));
        for (index, block) in section.blocks.iter().enumerate() {
            match block {
                DocumentBlock::Title(title) => parts.push(format!("### {}", marks_escaped(title))),
                DocumentBlock::Text(text)
                    if is_description_of(section.blocks.get(index + 1), text) => {}
                DocumentBlock::Text(text) => parts.push(escaped(text)),
                DocumentBlock::Items(items) => {
                    let items = items.iter().enumerate();
                    let lines: Vec<String> = items
                        .map(|(index, item)| format!("{}. {}", index + 1, escaped(item)))
                        .collect();
                    parts.push(lines.join("\n"));
                }
                DocumentBlock::Table(table) => parts.extend(table_parts(table, words)),
                // Nothing is drawn here: the figure's sentence says the main thing.
                DocumentBlock::Figure(figure) => {
                    let caption =
                        words.format("report-figure-told", &[("caption", &figure.caption)]);
                    parts.push(format!(
                        "*{}*  \n{}",
                        escaped(&caption),
                        escaped(&figure.description)
                    ));
                    parts.extend(figure.note.as_deref().map(escaped));
                }
                DocumentBlock::Blank(label, lines) => {
                    let rules = vec![BLANK.repeat(8); *lines].join("  \n");
                    parts.push(format!("{}  \n{rules}", escaped(label)));
                }
                DocumentBlock::Link(link) => {
                    parts.push(format!("<{}>", link.replace(['<', '>', ' '], "")))
                }
            }
        }
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// True for a paragraph that equals the description of the figure below it.
fn is_description_of(next: Option<&DocumentBlock>, text: &str) -> bool {
    matches!(next, Some(DocumentBlock::Figure(figure)) if figure.description == text)
}

fn table_parts(table: &ReportTable, words: &Catalog) -> Vec<String> {
    let mut caption = format!("**{}**", escaped(&table.caption));
    if let Some(unit) = &table.unit {
        let unit = words.format("report-unit", &[("unit", unit)]);
        caption.push_str(&format!(" {}", escaped(&unit)));
    }
    let mut lines = vec![line(table.columns.iter().map(|title| marks_escaped(title)))];
    let has_number = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.any(|cell| cell.is_number())
    };
    lines.push(line((0..table.columns.len()).map(|column| {
        if has_number(column) { "---:" } else { "---" }.to_owned()
    })));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| {
            let text = match cell {
                ReportCell::Text(text) => marks_escaped(text),
                ReportCell::Number { shown, .. } => shown.clone(),
            };
            if row.is_sum && !text.is_empty() {
                format!("**{text}**")
            } else {
                text
            }
        });
        lines.push(line(cells));
    }
    let mut parts = vec![caption, lines.join("\n")];
    parts.extend(table.note.as_deref().map(escaped));
    parts
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

/// A text as Markdown that reads as the text: every sign that means something is escaped, also
/// those that mean something at the start of a line.
pub fn escaped(text: &str) -> String {
    let escaped = marks_escaped(text);
    if escaped.starts_with(['#', '+', '-', '=']) {
        return format!("\\{escaped}");
    }
    match escaped.split_once('.') {
        // `1.` would become a list's first entry.
        Some((number, rest))
            if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            format!("{number}\\.{rest}")
        }
        _ => escaped,
    }
}

/// Escapes the signs that mean something anywhere in a line. Bare addresses are written as code: a
/// renderer would make links of them, and nobody here vouches for where they lead.
fn marks_escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // What ends an address for renderers ends it here, so that nothing else hides in the code.
        let is_of_address = |c: char| c.is_ascii_graphic() && !"\"<>|()".contains(c);
        let end = rest.find(|c| !is_of_address(c)).unwrap_or(rest.len());
        let (run, others) = rest.split_at(end);
        if is_address(run) {
            written.push_str(&as_code(run));
        } else {
            written.push_str(&signs_escaped(run));
        }
        let end = others.find(is_of_address).unwrap_or(others.len());
        written.push_str(&signs_escaped(&others[..end]));
        rest = &others[end..];
    }
    written
}

/// True where a renderer could take a text without blanks for an address.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_letter = |c: char| c.is_ascii_alphabetic();
    // `example.org` and `a@b.cn`: two letters or more behind a point, a letter or a digit before it.
    let is_host = lower.match_indices('.').any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let behind = lower[at + 1..]
            .chars()
            .take_while(|c| is_letter(*c))
            .count();
        before.is_some_and(|c| c.is_ascii_alphanumeric()) && behind > 1
    });
    lower.contains("://") || lower.contains("mailto:") || is_host
}

/// A text as code, within more signs of code than it has itself.
fn as_code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if longest > 0 { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

fn signs_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, written) in [
            ("增收 a.b", "增收 a.b"),
            (
                "<img src=x onerror=alert(1)>",
                "\\<img src=x onerror=alert(1)\\>",
            ),
            ("a|b`c`", "a\\|b\\`c\\`"),
            ("[x](javascript:y)", "\\[x\\](javascript:y)"),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("1. a", "1\\. a"),
            ("12.5", "12\\.5"),
            ("a\nb", "a b"),
            ("&lt;", "\\&lt;"),
            ("见 https://e.org/a_b?c=1。", "见 `https://e.org/a_b?c=1`。"),
            ("www.example.org", "`www.example.org`"),
            ("（a@b.cn）", "（`a@b.cn`）"),
            ("e.g. 3.5 v1.2", "e.g. 3.5 v1.2"),
            ("x`://`y|z", "`` x`://`y ``\\|z"),
            (
                "=HYPERLINK(\"http://x\")|<img src=x",
                "\\=HYPERLINK(\"`http://x`\")\\|\\<img src=x",
            ),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
