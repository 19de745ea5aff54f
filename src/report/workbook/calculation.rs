//! The sheets of calculation, written from the recording of the model's own computation: a row for
//! each named step under its name, a column for each year, each cell the formula of its step.
//!
//! Nothing here knows a channel or a step. What the model names has a row, on the sheet of the
//! calculation that it belongs to; totals of money stand in ten thousand yuan.

use std::collections::HashMap;

use super::Builder;
use super::book::{BookLine, Format, Look};
use super::cells::CellMap;
use crate::analysis::explain::table::{Row, RowName, Table};
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::model::term::{Quantity, Side};
use crate::model::topic::Topic;
use crate::region::key::Unit;

/// A sheet of calculation, in the order of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Baseline,
    Spending,
    Channel(Channel),
    Channels,
    Income,
    Benchmarks,
}

impl Part {
    /// The sheet that a row stands on.
    fn of(name: RowName) -> Self {
        if name.is_published {
            return Self::Baseline;
        }
        match name.what.topic() {
            Topic::Baseline => Self::Baseline,
            Topic::Spending => Self::Spending,
            Topic::Channel(channel) => Self::Channel(channel),
            Topic::Parts | Topic::Channels => Self::Channels,
            Topic::Income | Topic::Changes => Self::Income,
            Topic::Benchmarks | Topic::Gaps | Topic::Targets | Topic::Risk => Self::Benchmarks,
        }
    }

    /// The sheet's name and what is said on it.
    fn texts(self, words: &Catalog) -> [std::rc::Rc<str>; 2] {
        let [name, note] = match self {
            Self::Channel(channel) => {
                return [words.channel(channel), words.text("workbook-channel-note")];
            }
            Self::Baseline => ["workbook-baseline", "workbook-baseline-note"],
            Self::Spending => ["workbook-spending", "workbook-spending-note"],
            Self::Channels => ["workbook-channels", "workbook-channels-note"],
            Self::Income => ["workbook-income", "workbook-income-note"],
            Self::Benchmarks => ["workbook-benchmarks", "result-other-concept-hint"],
        };
        [words.text(name), words.text(note)]
    }
}

/// Rows that stand together under a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    part: Part,
    is_published: bool,
    topic: Topic,
    side: Side,
}

impl Block {
    /// The block of a row. Some topics are one, whosever the rows are, as is what is only compared with.
    fn of(name: RowName) -> Self {
        let part = Part::of(name);
        let topic = match name.is_published {
            true => Topic::Baseline,
            false => name.what.topic(),
        };
        let mut block = Self {
            part,
            is_published: name.is_published,
            topic,
            side: Side::Shared,
        };
        if block.title_of_whole().is_none() {
            block.side = name.side;
        }
        block
    }

    /// The title of a block that is not divided by side.
    fn title_of_whole(self) -> Option<&'static str> {
        match self.topic {
            _ if self.is_published => Some("report-plan-published"),
            Topic::Parts => Some("workbook-by-part"),
            Topic::Channels => Some("workbook-by-channel"),
            Topic::Changes => Some("result-assumption-effect"),
            Topic::Benchmarks => Some("result-benchmark-value"),
            Topic::Gaps => Some("workbook-gaps"),
            Topic::Targets => Some("report-part-targets"),
            Topic::Risk => Some("workbook-risk"),
            Topic::Baseline | Topic::Spending | Topic::Channel(_) | Topic::Income => None,
        }
    }

    fn title(self, words: &Catalog) -> std::rc::Rc<str> {
        let of_side = match self.side {
            Side::Shared => "workbook-shared",
            Side::Plan => "result-plan",
            Side::Scenario => "result-scenario",
        };
        words.text(self.title_of_whole().unwrap_or(of_side))
    }
}

/// The places of the rows.
pub struct Calculation {
    /// By name.
    pub lines: HashMap<RowName, BookLine>,
    /// The sheet of benchmarks and gaps.
    pub benchmarks: usize,
}

impl Calculation {
    /// The row of that name.
    pub fn line(&self, what: Quantity, side: Side) -> Option<BookLine> {
        self.lines.get(&RowName::of(what, side)).copied()
    }

    /// The same of the plan under the region's own assumptions.
    pub fn published(&self, what: Quantity) -> Option<BookLine> {
        let name = RowName {
            is_published: true,
            ..RowName::of(what, Side::Plan)
        };
        self.lines.get(&name).copied()
    }
}

/// Writes the sheets: first every row takes its place, then the formulas can point to them.
pub fn sheets(builder: &mut Builder<'_>, table: &Table) -> Calculation {
    let mut rows: Vec<&Row> = table.rows().iter().collect();
    rows.sort_by_key(|row| Block::of(row.name));
    let mut lines = HashMap::new();
    let mut last: Option<Block> = None;
    let mut sheet = 0;
    let horizon = builder.region.years.horizon.to_string();
    for row in &rows {
        let block = Block::of(row.name);
        if last.is_none_or(|last| last.part != block.part) {
            let [name, note] = block.part.texts(builder.words);
            let after = builder
                .words
                .format("workbook-in-words", &[("year", &horizon)]);
            sheet = builder.year_sheet(&name, &note, &after);
        }
        if last != Some(block) {
            let title = block.title(builder.words);
            builder.book.group(sheet, &title);
        }
        last = Some(block);
        lines.insert(row.name, builder.book.take_line(sheet));
    }
    for row in &rows {
        if let Some(line) = lines.get(&row.name) {
            write(builder, (row, *line), (table, &lines));
        }
    }
    Calculation {
        benchmarks: sheet,
        lines,
    }
}

/// Writes a row: name, unit, a formula for each year, and in words how the last one is worked out.
fn write(
    builder: &mut Builder<'_>,
    (row, line): (&Row, BookLine),
    (table, lines): (&Table, &HashMap<RowName, BookLine>),
) {
    let (words, years) = (builder.words, builder.region.years);
    let cells = CellMap {
        table,
        lines,
        inputs: &builder.inputs,
    };
    let what = row.name.what;
    let (unit, format) = unit(what.unit(), words);
    let look = match what {
        Quantity::Income | Quantity::Difference => Look::Result,
        _ => Look::Body,
    };
    let name = words.what(what);
    let label = (&*name, &*unit);
    builder.book.fill(line, label, (format, look), |year| {
        // What has no year stands in each from the one before the plan.
        let step = row
            .step(year)
            .filter(|_| year >= years.base() || row.has_years())?;
        cells.formula(step, year, what.unit())
    });
    let last = (years.first_plan..=years.horizon)
        .rev()
        .find_map(|year| row.step(year));
    if let Some(step) = last.or_else(|| row.step(years.base())) {
        let text = words.table_formula(table.trace(), step);
        builder.book.put_after_years(line, text);
    }
}

/// The written form of a unit: beside the name and in the cells.
pub fn unit(unit: Option<Unit>, words: &Catalog) -> (std::rc::Rc<str>, Format) {
    match unit {
        None => (words.text("unit-none"), Format::Factor),
        // The cells say that they are per cent.
        Some(Unit::Share) => (words.text("unit-none"), Format::Percent),
        Some(unit) => {
            let format = match unit {
                // What is worked out has more places than anyone reads.
                Unit::Yuan => Format::Money,
                unit => Format::of(unit),
            };
            (crate::report::tables::unit_name(words, unit), format)
        }
    }
}
