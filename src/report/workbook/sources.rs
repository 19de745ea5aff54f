//! The publications behind the values, and how the workbook can be checked.

use super::Builder;
use super::book::{Content, Look};
use crate::model;
use crate::report::document::link_cells;
use crate::report::{Facts, Given, checksum};

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>, given: &Given<'_>, facts: &Facts) {
    let words = builder.words;
    let language = words.language();
    let name = words.text("report-sources");
    let note = words.text("report-sources-why");
    let book = &mut builder.book;
    let sheet = book.sheet(&name, &name, &note);
    let titles = [
        "report-source",
        "workbook-publisher",
        "workbook-published",
        "report-source-note",
    ];
    book.head(sheet, titles.map(|id| words.text(id).to_string()), 0..0);
    for source in given.region.sources.values() {
        let row = book.take_row(sheet);
        let note = source
            .note
            .as_ref()
            .map_or("", |note| note.in_language(language));
        let texts = [
            source.title.in_language(language),
            source.publisher.in_language(language),
            &*words.published(source),
            note,
        ];
        for (column, text) in texts.into_iter().enumerate() {
            let content = Content::Text(text.to_owned());
            book.put(sheet, (row, column as u16), content, Look::Wrapped);
        }
    }
    let mut notes = given.scenario.notes().peekable();
    if notes.peek().is_some() {
        book.group(sheet, &words.text("report-table-own-sources"));
    }
    for (key, note) in notes {
        let row = book.take_row(sheet);
        let texts = [&*words.key_name(key), note.text()];
        for (column, text) in texts.into_iter().enumerate() {
            let content = Content::Text(text.to_owned());
            book.put(sheet, (row, column as u16), content, Look::Wrapped);
        }
    }
    book.group(sheet, &words.text("report-proof"));
    let checksum = checksum::checksum(given, facts);
    let link = link_cells(given.link, words);
    let versions = [
        words.format(
            "report-proof-versions",
            &[
                ("model", &model::VERSION.to_string()),
                ("region", &given.region.id),
                ("data", &given.region.version.to_string()),
            ],
        ),
        words.format("report-proof-checksum", &[("checksum", &checksum)]),
    ];
    let prepared = given.own.prepared_by.as_ref();
    let prepared = prepared.map(|name| words.format("report-prepared-by", &[("name", name)]));
    let lines = std::iter::once(words.text("report-proof-link").to_string());
    for line in lines.chain(link).chain(versions).chain(prepared) {
        let row = book.take_row(sheet);
        book.put(sheet, (row, 0), Content::Text(line), Look::Note);
    }
    book.sheets[sheet].widths = vec![64.0, 32.0, 14.0, 70.0];
    book.sheets[sheet].frozen = (super::book::HEAD + 1, 0);
}
