//! Evidence of a report: remarks on reading its figures, sources, assumptions that nobody has replaced yet, and
//! ways to check the report.

use std::collections::BTreeMap;

use super::document::{DocumentBlock, ReportTable, Writer};
use super::tables::{columns, money, row, text, unit_name, value};
use super::{Findings, Given};
use crate::i18n::Catalog;
use crate::link::reach::Reach;
use crate::model;
use crate::number::{Yuan, YuanPerPerson};
use crate::region::key::Key;
use crate::region::{EvidencedValue, Region, Status};

/// Remarks on reading the figures: answers to an expert's first questions.
pub fn caveats(writer: &mut Writer<'_>, region: &Region, words: &Catalog) {
    writer.section("caveats", &words.text("report-caveats"));
    let published = |id: &str| {
        let figure = region.figures.iter().find(|(name, _)| name == id);
        figure.map(|(_, figure)| figure.value)
    };
    let mut items: Vec<String> = [
        "report-caveat-path",
        "report-caveat-apart",
        "report-caveat-concepts",
        "report-caveat-grants",
    ]
    .map(|id| words.text(id).to_string())
    .into();
    if let (Some(funds), Some(investment)) =
        (published("funds.total"), published("investment.total"))
    {
        items.push(words.format(
            "report-caveat-investment",
            &[
                ("funds", &words.funds(Yuan(funds))),
                ("investment", &words.funds(Yuan(investment))),
            ],
        ));
    }
    if let (Some(least), Some(most)) = (
        published("population.count_low"),
        published("population.count_high"),
    ) {
        let people = |count| words.people(crate::number::People(count));
        items.push(words.format(
            "report-caveat-population",
            &[("least", &people(least)), ("most", &people(most))],
        ));
    }
    items.extend(
        [
            "report-caveat-beyond-income",
            "report-caveat-risk",
            "report-caveat-digits",
        ]
        .map(|id| words.text(id).to_string()),
    );
    writer.add(DocumentBlock::Items(items));
}

/// Uses of a publication.
#[derive(Default)]
struct Used {
    names: Vec<String>,
    published: usize,
    derived: usize,
}

impl Used {
    fn count(&mut self, status: Status) {
        match status {
            Status::Source => self.published += 1,
            Status::Derived => self.derived += 1,
            Status::Assumption => {}
        }
    }

    /// Weight for sorting: the source of most of the region's figures comes first.
    fn weight(&self) -> (usize, usize, usize) {
        (self.published, self.derived, self.names.len())
    }
}

/// The publications that figures in force come from: those that carry most figures first, studies
/// last.
pub fn sources(writer: &mut Writer<'_>, given: &Given<'_>, words: &Catalog) {
    writer.section("sources", &words.text("report-sources"));
    let mut used: BTreeMap<&str, Used> = BTreeMap::new();
    for (key, figure) in in_force(given) {
        for id in &figure.sources {
            let of = used.entry(id).or_default();
            of.names.push(words.key_name(key).to_string());
            of.count(figure.status);
        }
    }
    for (_, figure) in &given.region.figures {
        for id in &figure.sources {
            if let Some(of) = used.get_mut(id.as_str()) {
                of.count(figure.status);
            }
        }
    }
    writer.text(words.text("report-sources-why").to_string());
    let language = words.language();
    let mut used: Vec<(&str, Used)> = used.into_iter().collect();
    let is_study = |id: &str| {
        let source = given.region.sources.get(id);
        source.is_some_and(|source| source.is_study)
    };
    used.sort_by_key(|(id, of)| (is_study(id), std::cmp::Reverse(of.weight()), *id));
    let rows = used.into_iter().filter_map(|(id, of)| {
        let source = given.region.sources.get(id)?;
        let note = source.note.as_ref().map_or("", |n| n.in_language(language));
        Some(row([
            text(words.citation(source)),
            text(shortened(&of.names, words)),
            text(note),
        ]))
    });
    writer.table(ReportTable {
        name: "sources",
        caption: words.text("report-table-sources").to_string(),
        unit: None,
        columns: columns(
            words,
            &["report-source", "report-source-for", "report-source-note"],
        ),
        rows: rows.collect(),
        note: None,
    });
}

/// The user's own words on where values come from; nothing where there are none.
pub fn own_sources(writer: &mut Writer<'_>, given: &Given<'_>, words: &Catalog) {
    let rows: Vec<_> = given
        .scenario
        .notes()
        .filter_map(|(key, note)| {
            let in_force = given.scenario.value(given.region, key)?;
            Some(row([
                text(&*words.key_name(key)),
                value(words, key, in_force),
                text(&*unit_name(words, key.unit())),
                text(note.text()),
            ]))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    writer.text(words.text("report-own-sources-why").to_string());
    writer.table(ReportTable {
        name: "own-sources",
        caption: words.text("report-table-own-sources").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "report-open-name",
                "report-open-value",
                "report-change-unit",
                "sources-column-note",
            ],
        ),
        rows,
        note: None,
    });
}

/// The most names that a source is listed with.
const MOST_NAMES: usize = 6;

/// The first few names, and how many more there are.
fn shortened(names: &[String], words: &Catalog) -> String {
    let separator = words.text("report-between");
    let shown = names[..names.len().min(MOST_NAMES)].join(&separator);
    match names.len().checked_sub(MOST_NAMES) {
        None | Some(0) => shown,
        Some(more) => words.format(
            "report-and-more",
            &[("names", &shown), ("count", &more.to_string())],
        ),
    }
}

/// The values that the user has not replaced, with their evidence.
fn in_force<'a>(given: &'a Given<'_>) -> impl Iterator<Item = (Key, &'a EvidencedValue)> {
    let parameters = given.region.parameters.iter();
    parameters
        .filter(|(key, _)| !given.scenario.is_own(**key))
        .map(|(key, figure)| (*key, figure))
}

/// The assumptions that nobody has replaced yet, those first over whose plausible range the
/// result moves most.
pub fn open_assumptions(
    writer: &mut Writer<'_>,
    given: &Given<'_>,
    findings: &Findings,
    words: &Catalog,
) {
    writer.section("open", &words.text("report-open"));
    let years = given.region.years;
    let last = usize::from(years.horizon - years.first_plan);
    let swing = |key: &Key, step| {
        let swing = findings.swings.get(key);
        swing.map_or(YuanPerPerson::ZERO, |swing| swing.width(step))
    };
    let mut open: Vec<(Key, &EvidencedValue, [YuanPerPerson; 2])> = in_force(given)
        .filter(|(_, figure)| figure.status == Status::Assumption)
        .map(|(key, figure)| (key, figure, [swing(&key, 0), swing(&key, last)]))
        .collect();
    if open.is_empty() {
        writer.text(words.text("report-open-none").to_string());
        return;
    }
    open.sort_by_key(|(key, _, widths)| (std::cmp::Reverse(*widths), key.group(), *key));
    writer.text(words.format("report-open-why", &[("count", &open.len().to_string())]));
    // A value without effect at present is named, so that the table shows what to look up.
    let (moving, idle): (Vec<_>, Vec<_>) = open
        .into_iter()
        .partition(|(_, _, widths)| widths.iter().any(|width| !width.rounded().is_zero()));
    let rows = moving.into_iter().map(|(key, figure, widths)| {
        let range = figure.range.map_or_else(String::new, |(least, most)| {
            words.format(
                "input-range",
                &[
                    ("least", value(words, key, least).shown()),
                    ("most", value(words, key, most).shown()),
                ],
            )
        });
        row([
            text(&*words.key_name(key)),
            text(&*words.group(key.group())),
            value(words, key, figure.value),
            text(range),
            text(&*unit_name(words, key.unit())),
            money(words, widths[0]),
            money(words, widths[1]),
        ])
    });
    let mut titles = columns(
        words,
        &[
            "report-open-name",
            "report-open-group",
            "report-open-value",
            "report-open-range",
            "report-change-unit",
        ],
    );
    titles.extend(
        [years.first_plan, years.horizon]
            .map(|year| words.format("report-open-swing", &[("year", &year.to_string())])),
    );
    writer.table(ReportTable {
        name: "open",
        caption: words.text("report-table-open").to_string(),
        unit: None,
        columns: titles,
        rows: rows.collect(),
        note: Some(words.text("report-open-note").to_string()),
    });
    if !idle.is_empty() {
        let named = |(key, figure, _): &(Key, &EvidencedValue, _)| {
            let (name, value) = (words.key_name(*key), words.value(*key, figure.value));
            let arguments = [("name", &*name), ("value", &*value)];
            words.format("report-open-idle-value", &arguments)
        };
        let list: Vec<String> = idle.iter().map(named).collect();
        writer.text(words.format(
            "report-open-idle",
            &[
                ("count", &idle.len().to_string()),
                ("list", &list.join(&words.text("report-between"))),
            ],
        ));
    }
}

/// Ways to check the report: link, versions, checksum.
pub fn proof(writer: &mut Writer<'_>, given: &Given<'_>, checksum: &str, words: &Catalog) {
    writer.section("proof", &words.text("report-proof"));
    // The command line knows no address unless it is given one.
    let said = if given.link.starts_with('#') {
        "report-proof-link-bare"
    } else {
        "report-proof-link"
    };
    writer.text(words.text(said).to_string());
    writer.add(DocumentBlock::Link(given.link.to_owned()));
    if Reach::of_address(given.link) != Reach::Others {
        writer.text(words.text("report-proof-link-local").to_string());
    }
    writer.text(words.format(
        "report-proof-versions",
        &[
            ("model", &model::VERSION.to_string()),
            ("region", &given.region.id),
            ("data", &given.region.version.to_string()),
        ],
    ));
    writer.text(words.format("report-proof-checksum", &[("checksum", checksum)]));
}
