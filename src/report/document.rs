//! The report as a document: titles, sentences, tables and figures in the reader's language, in
//! the one order in which the page, Markdown and CSV all write it.

use crate::chart::Drawing;
use crate::i18n::Catalog;

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The title; the reader's own where one was typed.
    pub title: String,
    /// The scenario's name, if it has one.
    pub name: Option<String>,
    /// Lines below the title: name, region, date, author.
    pub imprint: Vec<String>,
    /// The sections in their order.
    pub sections: Vec<Section>,
    /// The link that opens the scenario, as a whole address.
    pub link: String,
    /// The checksum over figures and link.
    pub checksum: String,
}

/// A section with a number of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in the program.
    pub name: &'static str,
    /// The title with its number.
    pub title: String,
    /// Its content.
    pub blocks: Vec<DocumentBlock>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentBlock {
    /// A title below the section's, with its number.
    Title(String),
    /// A paragraph.
    Text(String),
    /// Sentences one below the other, each numbered.
    Items(Vec<String>),
    /// A table.
    Table(ReportTable),
    /// A figure.
    Figure(Box<ReportFigure>),
    /// A word and behind it so many lines for an answer by hand.
    Blank(String, usize),
    /// The link, with a code to be photographed where that can be drawn.
    Link(String),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportTable {
    /// Its name in the program.
    pub name: &'static str,
    /// The number and the title.
    pub caption: String,
    /// The unit of its figures, where all have the same.
    pub unit: Option<String>,
    /// The titles of the columns; the first column names the rows.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<ReportRow>,
    /// A note below it.
    pub note: Option<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// Its cells, the name first.
    pub cells: Vec<ReportCell>,
    /// True where it is the sum of those above.
    pub is_sum: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportCell {
    /// Words.
    Text(String),
    /// A number.
    Number {
        /// As people read it: grouped, with its sign.
        shown: String,
        /// As a machine reads it.
        plain: String,
        /// The message of what the machine's number counts, where neither the table nor the
        /// column's title says it; else empty.
        unit: &'static str,
    },
}

impl ReportCell {
    /// The cell as people read it.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number { shown: text, .. } => text,
        }
    }

    /// True for a number.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number { .. })
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportFigure {
    /// The name in the program.
    pub name: &'static str,
    /// The number and the title.
    pub caption: String,
    /// The figure in a sentence, for those who don't see it.
    pub description: String,
    /// The options of the chart, as on the screen.
    pub drawing: Drawing,
    /// An explanation of the drawing, given only where it is drawn.
    pub reading: Option<String>,
    /// A note on the figure's numbers, given in every form.
    pub note: Option<String>,
}

/// The most characters of a link in one cell; the cells of spreadsheets hold 32,767 and cut the rest.
const MOST_IN_CELL: usize = 30_000;

/// A link as the cells of a spreadsheet hold it: itself, or a sentence and its parts in order.
pub fn link_cells(link: &str, words: &Catalog) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = link;
    while rest.len() > MOST_IN_CELL {
        // No part begins with a sign that a spreadsheet would take for a formula.
        let borders = rest[..rest.floor_char_boundary(MOST_IN_CELL)].char_indices();
        let end = borders.rev().find(|(_, c)| c.is_ascii_alphanumeric());
        let end = end.map_or(0, |(at, _)| at);
        if end == 0 {
            break;
        }
        parts.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    parts.push(rest.to_owned());
    if parts.len() > 1 {
        let count = parts.len().to_string();
        parts.insert(
            0,
            words.format("report-proof-link-parts", &[("count", &count)]),
        );
    }
    parts
}

/// Writes a document and numbers what has a number: sections, their parts, tables, figures.
pub struct Writer<'a> {
    words: &'a Catalog,
    sections: Vec<Section>,
    parts: usize,
    tables: usize,
    figures: usize,
}

impl<'a> Writer<'a> {
    /// Starts an empty document.
    pub fn new(words: &'a Catalog) -> Self {
        Self {
            words,
            sections: Vec::new(),
            parts: 0,
            tables: 0,
            figures: 0,
        }
    }

    /// The number as the language writes it before titles; digits beyond those it names.
    fn numeral(&self, number: usize) -> String {
        let named = self.words.text("report-numerals");
        named
            .split_whitespace()
            .nth(number.saturating_sub(1))
            .map_or_else(|| number.to_string(), str::to_owned)
    }

    /// Starts a section.
    pub fn section(&mut self, name: &'static str, title: &str) {
        let number = self.numeral(self.sections.len() + 1);
        let title = self
            .words
            .format("report-section", &[("number", &number), ("title", title)]);
        self.parts = 0;
        self.sections.push(Section {
            name,
            title,
            blocks: Vec::new(),
        });
    }

    /// Starts a part of the section.
    pub fn part(&mut self, title: &str) {
        self.parts += 1;
        let number = self.numeral(self.parts);
        let title = self
            .words
            .format("report-part", &[("number", &number), ("title", title)]);
        self.add(DocumentBlock::Title(title));
    }

    /// Adds a paragraph.
    pub fn text(&mut self, text: impl Into<String>) {
        self.add(DocumentBlock::Text(text.into()));
    }

    /// Adds a block as it is.
    pub fn add(&mut self, block: DocumentBlock) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// Adds a table under the next number.
    pub fn table(&mut self, mut table: ReportTable) {
        self.tables += 1;
        table.caption = self.words.format(
            "report-table",
            &[
                ("number", &self.tables.to_string()),
                ("title", &table.caption),
            ],
        );
        self.add(DocumentBlock::Table(table));
    }

    /// Adds a figure under the next number.
    pub fn figure(
        &mut self,
        name: &'static str,
        title: &str,
        description: String,
        drawing: Drawing,
        reading: Option<String>,
        note: Option<String>,
    ) {
        self.figures += 1;
        let number = self.figures.to_string();
        let caption = self
            .words
            .format("report-figure", &[("number", &number), ("title", title)]);
        self.add(DocumentBlock::Figure(Box::new(ReportFigure {
            name,
            caption,
            description,
            drawing: drawing.on_paper(),
            reading,
            note,
        })));
    }

    /// The sections.
    pub fn finish(self) -> Vec<Section> {
        self.sections
    }
}
