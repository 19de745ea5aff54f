//! The parameter tables of the model's document, generated from the table of keys and a
//! region's file, so that the document can't go stale.

use std::fmt::Write;

use crate::i18n::Catalog;
use crate::region::key::{Group, Key};
use crate::region::{EvidencedValue, Region};

/// The marks between which the tables stand.
const BEGIN: &str = "<!-- parameters: begin -->";
const END: &str = "<!-- parameters: end -->";

/// The document with current tables.
///
/// # Errors
/// The mark that is missing.
pub fn with_tables(old: &str, region: &Region, words: &Catalog) -> Result<String, &'static str> {
    let (before, rest) = old.split_once(BEGIN).ok_or(BEGIN)?;
    let (_, after) = rest.split_once(END).ok_or(END)?;
    Ok(format!(
        "{before}{BEGIN}\n\n{}{END}{after}",
        tables(region, words)
    ))
}

/// One table a group of keys, then the publications and the further figures.
pub fn tables(region: &Region, words: &Catalog) -> String {
    let mut text = String::new();
    for group in Group::LEVERS.into_iter().chain(Group::ASSUMPTIONS) {
        let rows: Vec<(&Key, &EvidencedValue)> = region
            .parameters
            .iter()
            .filter(|(key, _)| key.group() == group)
            .collect();
        let head = words.text("document-head");
        heading(&mut text, &words.group(group), &head);
        for (key, figure) in rows {
            let name = words.key_name(*key);
            let cells = [format!("`{key}`"), name.to_string()];
            row(
                &mut text,
                cells.into_iter().chain(figure_cells(figure, words)),
            );
        }
        text.push('\n');
    }
    heading(
        &mut text,
        &words.text("document-figures"),
        &words.text("document-figures-head"),
    );
    for (id, figure) in &region.figures {
        let name = figure
            .name
            .as_ref()
            .map_or(id.as_str(), |n| n.in_language(words.language()));
        let cells = [format!("`{id}`"), name.to_owned()];
        row(
            &mut text,
            cells.into_iter().chain(figure_cells(figure, words)),
        );
    }
    text.push('\n');
    heading(
        &mut text,
        &words.text("document-sources"),
        &words.text("document-sources-head"),
    );
    for (id, source) in &region.sources {
        let language = words.language();
        row(
            &mut text,
            [
                format!("`{id}`"),
                source.title.in_language(language).to_owned(),
                source.publisher.in_language(language).to_owned(),
                source.published.clone(),
            ],
        );
    }
    text.push('\n');
    text
}

/// Value, plausible range, year, status, sources and basis.
fn figure_cells(figure: &EvidencedValue, words: &Catalog) -> [String; 6] {
    let value = |value| words.value_of_unit(figure.unit, value);
    [
        value(figure.value),
        figure.range.map_or_else(String::new, |(least, most)| {
            format!("{} – {}", value(least), value(most))
        }),
        figure.year.to_string(),
        words.status(figure.status).to_string(),
        figure
            .sources
            .iter()
            .map(|id| format!("`{id}`"))
            .collect::<Vec<_>>()
            .join(" "),
        figure
            .basis
            .as_ref()
            .map_or("", |basis| basis.in_language(words.language()))
            .to_owned(),
    ]
}

/// A heading and a table's head, whose columns the message parts by bars.
fn heading(text: &mut String, title: &str, head: &str) {
    let columns = head.split('|').count();
    let line = "---|".repeat(columns);
    let written = write!(text, "### {title}\n\n| {head} |\n|{line}\n");
    debug_assert!(written.is_ok(), "writing to a text never fails");
}

fn row(text: &mut String, cells: impl IntoIterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        text.push_str(&cell.replace('|', "\\|").replace('\n', " "));
        text.push_str(" |");
    }
    text.push('\n');
}
