//! The register: every value that the model reads, with its evidence, its users, its effect on the result, and the
//! user's own value in its place.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::one_way_sensitivity::Swing;
use crate::analysis::uses::{Use, uses_of_series};
use crate::export::csv::{self, CsvCell};
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::model::Channel;
use crate::region::key::{Benchmark, Group, Key, Year, Yearly};
use crate::region::{EvidencedValue, Region, Status};
use crate::scenario::Scenario;
use crate::scenario::note::Note;

/// One value of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterEntry {
    /// The key.
    pub key: Key,
    /// The value that holds; none for an unknown figure of the city.
    pub value: Option<Decimal>,
    /// The value without the user's change; none where the region has none.
    pub default: Option<Decimal>,
    /// The region's own status; none where the region has no value.
    pub status: Option<Status>,
    /// The user's word on where it comes from.
    pub note: Option<Note>,
    /// True where the user answers for it.
    pub is_own: bool,
}

impl RegisterEntry {
    /// Every value of a region in the order of their groups.
    pub fn all(region: &Region, scenario: &Scenario) -> Vec<Self> {
        let of_region = region.parameters.keys().copied();
        let keys = of_region.chain(beyond_region(region, scenario));
        let mut entries: Vec<Self> = keys
            .map(|key| Self {
                key,
                value: scenario.value(region, key),
                default: scenario.default_of(region, key),
                status: region.parameters.get(&key).map(|figure| figure.status),
                note: scenario.note(key).cloned(),
                is_own: scenario.is_own(key),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key.place_in_order());
        entries
    }

    /// True for an assumption that nobody has replaced or confirmed.
    pub fn is_open(&self) -> bool {
        self.status == Some(Status::Assumption) && !self.is_own
    }
}

/// The figures of published series that the region does not give: those of the city up to the year
/// before the plan, which wait to be entered, and whatever the user entered or wrote a note on.
pub fn beyond_region(region: &Region, scenario: &Scenario) -> BTreeSet<Key> {
    let years = region.years;
    let of_city = [Benchmark::RuralCity, Benchmark::LiftedCountiesCity];
    let waiting = of_city.into_iter().flat_map(|name| {
        (years.income..=years.base()).map(move |year| Key::Yearly(Yearly::Bench(name), year))
    });
    let own = scenario.entries().map(|(key, _)| key);
    let noted = scenario.notes().map(|(key, _)| key);
    let is_beyond = |key: &Key| {
        let is_series = matches!(
            key,
            Key::Yearly(Yearly::Bench(_) | Yearly::BenchGrowth(_), _)
        );
        is_series && !region.parameters.contains_key(key)
    };
    waiting.chain(own).chain(noted).filter(is_beyond).collect()
}

/// Filter of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterFilter {
    /// All of them.
    All,
    /// Assumptions that nobody has replaced.
    Open,
    /// Those that the user answers for.
    Own,
    /// Those of one status, whether replaced or not.
    Status(Status),
}

impl RegisterFilter {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Open,
        Self::Own,
        Self::Status(Status::Source),
        Self::Status(Status::Derived),
        Self::Status(Status::Assumption),
    ];

    /// The name in message identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Own => "own",
            Self::Status(status) => status.name(),
        }
    }

    /// True where a value is among them.
    pub fn holds(self, entry: &RegisterEntry) -> bool {
        match self {
            Self::All => true,
            Self::Open => entry.is_open(),
            Self::Own => entry.is_own,
            Self::Status(status) => entry.status == Some(status),
        }
    }
}

/// View of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterView {
    /// The filter.
    pub filter: RegisterFilter,
    /// Text that their names, evidence or notes must contain.
    pub search: String,
    /// True where the values are sorted by the result's movement over their ranges, largest first.
    pub by_swing: bool,
    /// The year of the swing, counted from the first plan year.
    pub step: usize,
    /// The measure of the swing.
    pub of: OutcomeMeasure,
}

/// The values that were shown when a view was chosen, in the order they had, with those that came under it
/// since. One that was replaced stays where it is, so that its source can be typed beside it, until the view
/// is chosen again.
pub fn kept<'e>(
    view: &RegisterView,
    chosen: &[Key],
    now: &[&'e RegisterEntry],
    entries: &'e [RegisterEntry],
) -> Vec<&'e RegisterEntry> {
    let place = |entry: &RegisterEntry| chosen.iter().position(|known| *known == entry.key);
    let is_now = |entry: &RegisterEntry| now.iter().any(|known| known.key == entry.key);
    let mut kept: Vec<&RegisterEntry> = entries
        .iter()
        .filter(|entry| place(entry).is_some() || is_now(entry))
        .collect();
    if view.by_swing {
        kept.sort_by_key(|entry| place(entry).unwrap_or(usize::MAX));
    }
    kept
}

/// The values that a view shows, in its order.
pub fn shown<'e>(
    view: &RegisterView,
    entries: &'e [RegisterEntry],
    swings: &BTreeMap<Key, Swing>,
    texts: &BTreeMap<Key, String>,
) -> Vec<&'e RegisterEntry> {
    let search = view.search.trim().to_lowercase();
    let is_found = |entry: &&RegisterEntry| {
        let note = entry.note.as_ref().map_or("", Note::text).to_lowercase();
        // A figure beyond the region has no text of its own there, but its key.
        let key = entry.key.to_string();
        let text = texts.get(&entry.key).unwrap_or(&key);
        text.contains(&search) || note.contains(&search)
    };
    let mut shown: Vec<&RegisterEntry> = entries
        .iter()
        .filter(|entry| view.filter.holds(entry))
        .filter(is_found)
        .collect();
    if view.by_swing {
        let width =
            |entry: &RegisterEntry| swings.get(&entry.key).map(|swing| swing.width(view.step));
        shown.sort_by_key(|entry| std::cmp::Reverse(width(entry)));
    }
    shown
}

/// Text of each value for the search, in lower case: key, name, group and evidence.
pub fn search_texts(region: &Region, words: &Catalog) -> BTreeMap<Key, String> {
    let of_series = |name: Benchmark| {
        let years = region.years.income..=region.years.horizon;
        years.flat_map(move |year| {
            [Yearly::Bench(name), Yearly::BenchGrowth(name)].map(|of| Key::Yearly(of, year))
        })
    };
    let series = Benchmark::ALL.into_iter().flat_map(of_series);
    let keys: BTreeSet<Key> = region.parameters.keys().copied().chain(series).collect();
    keys.into_iter()
        .map(|key| {
            let figure = region.parameters.get(&key);
            let text = [
                key.to_string(),
                words.key_name(key).to_string(),
                words.group(key.group()).to_string(),
                figure
                    .and_then(|figure| words.basis(figure))
                    .unwrap_or_default()
                    .into_owned(),
                figure.map_or(String::new(), |figure| {
                    citations(figure, region, words).join(" ")
                }),
            ];
            (key, text.join("\n").to_lowercase())
        })
        .collect()
}

/// The publications that a figure comes from.
pub fn citations(figure: &EvidencedValue, region: &Region, words: &Catalog) -> Vec<String> {
    let sources = figure.sources.iter();
    sources
        .filter_map(|id| region.sources.get(id))
        .map(|source| words.citation(source))
        .collect()
}

/// The users of a value, in words; channels and benchmarks that all use it are named together.
pub fn used_by(used: &BTreeSet<Use>, words: &Catalog) -> String {
    if used.is_empty() {
        return words.text("sources-unused").to_string();
    }
    let of_baseline = |of: &&Use| matches!(of, Use::Baseline(_));
    let is_baseline_whole = used.iter().filter(of_baseline).count() > 1;
    let mut names: Vec<String> = Vec::new();
    if is_baseline_whole {
        names.push(words.text("sources-use-baseline-whole").to_string());
    }
    for of in used {
        names.push(match of {
            Use::Baseline(_) if is_baseline_whole => continue,
            Use::Baseline(component) => {
                let component = words.component(*component);
                words.format("sources-use-baseline", &[("component", &component)])
            }
            Use::Channel(channel) => words.channel(*channel).to_string(),
            Use::Benchmark(benchmark) => words.benchmark(*benchmark).to_string(),
            Use::Coverage if used.contains(&Use::Channel(Channel::Coverage)) => continue,
            Use::Coverage => words.channel(Channel::Coverage).to_string(),
            Use::Targets => words.text("sources-use-targets").to_string(),
            Use::Risk => words.text("sources-use-risk").to_string(),
            Use::Rule => words.text("sources-use-rule").to_string(),
            Use::Appraisal => words.text("sources-use-appraisal").to_string(),
        });
    }
    names.join(&words.text("report-between"))
}

/// Columns beside the values in a file of the register.
pub struct Beside<'a> {
    /// The region.
    pub region: &'a Region,
    /// Movement of the result over each value's range.
    pub swings: &'a BTreeMap<Key, Swing>,
    /// Users of each value.
    pub uses: &'a BTreeMap<Key, BTreeSet<Use>>,
    /// The year of the swing, counted from the first plan year.
    pub step: usize,
    /// The measure of the swing.
    pub of: OutcomeMeasure,
}

/// The register as comma-separated values.
pub fn write_csv(entries: &[&RegisterEntry], beside: &Beside<'_>, words: &Catalog) -> String {
    let text = |text: &str| CsvCell::Text(text.to_owned());
    let year: Year = beside.region.years.first_plan + beside.step as Year;
    let year = year.to_string();
    let [swing_least, swing_most] = match beside.of {
        OutcomeMeasure::Income => ["sources-column-swing-least", "sources-column-swing-most"],
        OutcomeMeasure::Difference => [
            "sources-column-swing-difference-least",
            "sources-column-swing-difference-most",
        ],
    };
    let mut rows = vec![
        [
            "sources-column-key",
            "sources-column-group",
            "sources-column-name",
            "sources-column-value",
            "sources-column-default",
            "sources-column-unit",
            "sources-column-year",
            "sources-column-status",
            "sources-column-least",
            "sources-column-most",
            swing_least,
            swing_most,
            "sources-column-basis",
            "sources-column-sources",
            "sources-column-used",
            "sources-column-note",
        ]
        .map(|id| CsvCell::Text(words.format(id, &[("year", &year)])))
        .to_vec(),
    ];
    for entry in entries {
        let figure = beside.region.parameters.get(&entry.key);
        let year_of = figure.map_or_else(
            || match entry.key {
                Key::Yearly(_, year) => year.to_string(),
                Key::Fixed(_) => String::new(),
            },
            |figure| figure.year.to_string(),
        );
        let range = figure.and_then(|figure| figure.range);
        let scale = scale(entry.key.unit());
        let number =
            |value: Decimal| CsvCell::Number((value * scale.factor).normalize().to_string());
        let end = |value: Option<Decimal>| value.map_or_else(|| text(""), number);
        let swing = beside.swings.get(&entry.key);
        let income = |way: Option<&Vec<crate::number::YuanPerPerson>>| {
            let amount = way.and_then(|way| way.get(beside.step));
            amount.map_or_else(|| text(""), |amount| CsvCell::Number(amount.to_string()))
        };
        let status = match entry.status {
            _ if entry.is_own => words.text("status-own"),
            Some(status) => words.status(status),
            None => words.text("value-unknown"),
        };
        rows.push(vec![
            text(&entry.key.to_string()),
            text(&words.group(entry.key.group())),
            text(&words.key_name(entry.key)),
            end(entry.value),
            end(entry.default),
            text(&words.text(scale.unit)),
            CsvCell::Number(year_of),
            text(&status),
            end(range.map(|(least, _)| least)),
            end(range.map(|(_, most)| most)),
            income(swing.and_then(|swing| swing.at_least.as_ref())),
            income(swing.and_then(|swing| swing.at_most.as_ref())),
            text(
                &figure
                    .and_then(|figure| words.basis(figure))
                    .unwrap_or_default(),
            ),
            text(&figure.map_or_else(String::new, |figure| {
                citations(figure, beside.region, words).join(" ")
            })),
            text(&used_by(
                beside
                    .uses
                    .get(&entry.key)
                    .unwrap_or(&uses_of_series(entry.key)),
                words,
            )),
            text(entry.note.as_ref().map_or("", Note::text)),
        ]);
    }
    csv::write(&rows)
}

/// The values by group, where they are not ordered otherwise.
pub fn by_group<'e>(entries: &[&'e RegisterEntry]) -> Vec<(Group, Vec<&'e RegisterEntry>)> {
    entries
        .chunk_by(|one, other| one.key.group() == other.key.group())
        .filter_map(|chunk| Some((chunk.first()?.key.group(), chunk.to_vec())))
        .collect()
}

#[cfg(test)]
mod tests;
