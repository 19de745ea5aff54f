//! Links: a scenario as the fragment of an address, so that no server ever sees it.
//!
//! `v=1&model=1&check=1x2y3z4&region=zhangjiakou-2021.1&income=13600.95&coverage=0.85`
//!
//! `v` is the version of the encoding and `model` that of the arithmetic, the oldest one that gives
//! these numbers: two numbers, since either can change alone. `region` names the region and the version
//! of its data: a link of an earlier version opens with the values of then. `income` is the headline as
//! it was shared, `check` shows whether the rest arrived whole; the differences from
//! the plan follow. The check stands before the region, without which no link is complete, so that
//! a link cut off anywhere shows it. One written by hand needs no check.
//!
//! A longer link writes its keys by their codes and whole ten thousands with a `w` (万):
//! `ca=71593w`. Either way of writing is read everywhere.
//!
//! A user's notes on where values come from make it a link of version 3:
//! `v=3&…&note.coverage=…&region=…`.
//!
//! What travels beside the scenario, drafts and input distributions, makes it one of version 4,
//! a name one of version 5, a bureau's own region one of version 6. What opens an exercise ([`exercise`]) is no
//! scenario, and is refused by [`decode`].
//!
//! The oldest version that holds the whole scenario is written, so that yesterday's programs and
//! yesterday's links go on for as long as can be. There is no version 2: links of that number were
//! kept as links from the future before there was a second one.
//!
//! Every version ever released is read, each by its own frozen module; a later version's module
//! also turns what the one before it read into its own, so that an old link walks up one step at a
//! time and only the last step ends in a [`Link`].

pub mod exercise;
mod extras;
mod own;
pub mod reach;
mod text;
mod v1;
mod v3;
mod v4;
mod v5;
mod v6;

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::language::Language;
use crate::model;
use crate::number::YuanPerPerson;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::drafts::Extras;
use crate::scenario::name::clean_name;
use crate::scenario::{Scenario, file, value_text};

/// The latest version of the encoding.
pub const VERSION: u32 = 6;
/// The version without a bureau's own figures.
const WITHOUT_OWN: u32 = 5;
/// The version without a name.
const WITHOUT_NAME: u32 = 4;
/// The version without anything beside the scenario.
const WITHOUT_EXTRAS: u32 = 3;
/// The version without notes.
const WITHOUT_NOTES: u32 = 1;

/// The longest link that is read, in bytes.
pub use text::MOST_BYTES;

pub use exercise::is_exercise;
pub use own::{carries_own_figures, own_figures_of};

/// The most characters that the readable form may have; beyond it, keys are written by their
/// codes. With an address of forty characters before the `#` this makes just under 200.
pub const MOST_READABLE: usize = 158;

/// The content of a link, as far as it could be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The region's identifier.
    pub region_id: String,
    /// The version of the region's data that the link was made with; today's if it names none.
    pub region_version: u32,
    /// The version of the model that the link was made with; today's if it names none.
    pub model: u32,
    /// The headline as it was shared: the income of the first plan year.
    pub income_as_shared: Option<Decimal>,
    /// The language, if the link carries one.
    pub language: Option<Language>,
    /// The scenario.
    pub scenario: Scenario,
    /// The extras beside it, if the link's version carries them.
    pub extras: Option<Extras>,
    /// The scenario's name, if the link carries one.
    pub name: Option<String>,
    /// Parts that were not understood, and differences between then and now.
    pub problems: Vec<Problem>,
}

/// Writes a scenario as a fragment, without the `#`. `income` is the headline: what the scenario
/// gives in the first plan year.
pub fn encode(
    region: &Region,
    scenario: &Scenario,
    income: YuanPerPerson,
    language: Option<Language>,
) -> String {
    encode_with(region, scenario, &Extras::default(), None, income, language)
}

/// Writes a scenario with what travels beside it, under its name if it has one.
pub fn encode_with(
    region: &Region,
    scenario: &Scenario,
    extras: &Extras,
    name: Option<&str>,
    income: YuanPerPerson,
    language: Option<Language>,
) -> String {
    let name = name.map(clean_name).filter(|name| !name.is_empty());
    let has_notes = scenario.notes().next().is_some();
    let version = match (&name, extras.is_usual(), has_notes) {
        _ if region.own.is_some() => VERSION,
        (Some(_), _, _) => WITHOUT_OWN,
        (None, false, _) => WITHOUT_NAME,
        (None, true, true) => WITHOUT_EXTRAS,
        (None, true, false) => WITHOUT_NOTES,
    };
    let name = name.map(|name| v5::name(&name));
    let beside: Vec<String> = name
        .into_iter()
        .chain(region.own.as_deref().into_iter().flat_map(own::parts))
        .chain(extras::parts(region, scenario, extras))
        .collect();
    let write = |pair| write(region, scenario, (version, &beside), income, language, pair);
    let readable = write(|key, value| (key.to_string(), value_text(key, value)));
    if readable.len() <= MOST_READABLE {
        return readable;
    }
    write(|key, value| (key.code(), v1::short_value(value_text(key, value))))
}

fn write(
    region: &Region,
    scenario: &Scenario,
    (version, beside): (u32, &[String]),
    income: YuanPerPerson,
    language: Option<Language>,
    pair: fn(Key, Decimal) -> (String, String),
) -> String {
    let data = scenario.vintage().unwrap_or(region.newest());
    let model = model_of(&region.as_of(Some(data)), scenario);
    let versions = format!("v={version}&model={model}");
    let mut rest = String::new();
    for part in beside {
        rest.push_str(part);
        rest.push('&');
    }
    for (key, note) in scenario.notes() {
        // A note is never read by eye, so that the key's code is no loss beside it.
        rest.push_str(&v3::note(&key.code(), note.text()));
        rest.push('&');
    }
    rest.push_str(&format!("region={}.{data}&income={income}", region.id));
    let mut add = |name: &str, value: &str| {
        rest.push('&');
        rest.push_str(name);
        rest.push('=');
        rest.push_str(value);
    };
    if let Some(language) = language {
        add("lang", language.tag());
    }
    for (key, value) in scenario.entries() {
        let (name, text) = pair(key, value);
        add(&name, &text);
    }
    let check = v1::check_of(versions.split('&').chain(rest.split('&')));
    format!("{versions}&check={check}&{rest}")
}

/// The oldest version of the model that gives a scenario's numbers.
fn model_of(region: &Region, scenario: &Scenario) -> u32 {
    let introduced = model::version::INTRODUCED.iter();
    let all = introduced.filter_map(|introduced| {
        let key = Key::Fixed(introduced.key);
        Some((key, scenario.value(region, key)?))
    });
    model::version::oldest_alike(all.chain(scenario.entries()))
}

/// True for a text that claims to be a link, of whatever version.
pub fn looks_like_link(text: &str) -> bool {
    find(text).is_some_and(|found| Encoding::of(&found.link).is_some())
}

/// The link in a text, without what was wrapped around it on its way.
pub fn clean(text: &str) -> Option<String> {
    let found = find(text)?;
    Encoding::of(&found.link)?;
    Some(found.link)
}

/// The region that a link is of, so that its file can be read first.
pub fn region_of(text: &str) -> Option<String> {
    let found = find(text)?;
    Encoding::of(&found.link)?;
    let region = value_of(&found.link, "region")?;
    Some(v1::region_and_version(region).0.to_owned())
}

/// The language that a link asks for, so that its words can be read first.
pub fn language_of(text: &str) -> Option<Language> {
    let found = find(text)?;
    Encoding::of(&found.link)?;
    Language::parse(value_of(&found.link, "lang")?)
}

/// Reads a link of any version: a fragment, a whole address, or either as a chat program
/// mangled it. What is wrong is listed; the rest counts.
///
/// # Errors
/// The problems, if nothing of it can be used: it is no link, it is of another region, or its
/// encoding is newer than this program.
pub fn decode(region: &Region, text: &str) -> Result<Link, Vec<Problem>> {
    decode_by(region, text, own::read)
}

/// Reads a link as [`decode`] does, but none that carries own figures: a program that has no room for their reader
/// does without them.
///
/// # Errors
/// As [`decode`], and that the link carries own figures.
pub fn decode_without_own_figures(region: &Region, text: &str) -> Result<Link, Vec<Problem>> {
    decode_by(region, text, |_, _, _| {
        Err(vec![Problem::new("region", Fault::OtherFigures)])
    })
}

/// A reader of links of version 6.
type OwnReader = fn(&Region, &str, &mut Vec<Problem>) -> Result<Link, Vec<Problem>>;

fn decode_by(region: &Region, text: &str, of_own: OwnReader) -> Result<Link, Vec<Problem>> {
    let Some(found) = find(text) else {
        return Err(vec![Problem::new("", Fault::NotALink)]);
    };
    let mut problems = Vec::new();
    if found.is_cut {
        problems.push(Problem::new("", Fault::TooLong(MOST_BYTES)));
    }
    let read = match Encoding::of(&found.link) {
        Some(Encoding::First) => {
            let content = v3::ContentV3::from(v1::read(&found.link));
            understand(region, content, &mut problems)
        }
        Some(Encoding::Third) => understand(region, v3::read(&found.link), &mut problems),
        Some(Encoding::Fourth) => {
            let content = v5::ContentV5::from(v4::read(&found.link));
            understand_latest(region, content, &mut problems)
        }
        Some(Encoding::Fifth) => {
            let read = understand_latest(region, v5::read(&found.link), &mut problems);
            read.map(|link| Link {
                // A name alone leaves the reader's own drafts where they are.
                extras: link.extras.filter(|extras| !extras.is_usual()),
                ..link
            })
        }
        Some(Encoding::Sixth) => match of_own(region, &found.link, &mut problems) {
            Ok(link) => Ok(link),
            Err(faults) => return Err(faults),
        },
        Some(Encoding::Newer(version)) => {
            Err(Problem::new("v", Fault::UnknownEncoding(quote(version))))
        }
        None => Err(Problem::new("", Fault::NotALink)),
    };
    match read {
        Ok(mut link) => {
            file::shorten(&mut problems);
            link.problems = problems;
            Ok(link)
        }
        Err(fatal) => {
            problems.insert(0, fatal);
            file::shorten(&mut problems);
            Err(problems)
        }
    }
}

/// The headline as shared and what the link gives here, if they differ by a fen or more.
///
/// Only where the link was understood completely: if a part of it was lost or changed on the
/// way, the difference says nothing of the figures, and the list of problems speaks instead.
/// That the model or the data have another version is just what the comparison is for, and the
/// language changes no number.
pub fn compare_headline(link: &Link, today: YuanPerPerson) -> Option<(Decimal, Decimal)> {
    let changes_no_input = |problem: &Problem| {
        let is_version = matches!(
            problem.fault,
            Fault::OtherModel(_) | Fault::OtherRegionVersion(_) | Fault::TableElsewhere { .. }
        );
        is_version || problem.place == "lang"
    };
    let shared = YuanPerPerson(link.income_as_shared?).rounded();
    let today = today.rounded();
    let is_comparable = link.problems.iter().all(changes_no_input);
    (is_comparable && shared != today).then_some((shared, today))
}

/// The encoding that a link names.
enum Encoding<'a> {
    First,
    Third,
    Fourth,
    Fifth,
    Sixth,
    Newer(&'a str),
}

impl<'a> Encoding<'a> {
    /// None where the version is no number: then nothing shows that the text is a link.
    fn of(link: &'a str) -> Option<Self> {
        let version = value_of(link, "v").filter(|version| v1::is_digits(version))?;
        match version.trim_start_matches('0') {
            "" => None,
            "1" => Some(Self::First),
            "3" => Some(Self::Third),
            "4" => Some(Self::Fourth),
            "5" => Some(Self::Fifth),
            "6" => Some(Self::Sixth),
            newer => Some(Self::Newer(newer)),
        }
    }
}

fn find(text: &str) -> Option<text::FoundLink> {
    let marks = text::Marks {
        is_whole: |candidate| v1::seal_of(candidate) == v1::Seal::Whole,
        is_link: |candidate| Encoding::of(candidate).is_some(),
        is_own: |name| {
            const PARTS: [&str; 11] = [
                "v", "model", "check", "region", "income", "lang", "name", "x", "xf", "xr", "g",
            ];
            const BESIDE: [&str; 4] = ["note.", "tray.", "draw.", "o."];
            let is_beside = || BESIDE.iter().any(|start| name.starts_with(start));
            PARTS.contains(&name) || is_beside() || key_of(name).is_some()
        },
    };
    text::find(text, &marks)
}

/// The key of a name or a code, as links have them.
fn key_of(name: &str) -> Option<Key> {
    Key::parse(name).or_else(|| Key::parse_code(name))
}

/// The value of the first part of that name.
fn value_of<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    link.split('&')
        .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

/// Holds a link with all that travels beside the scenario against a region.
fn understand_latest(
    region: &Region,
    content: v5::ContentV5<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Link, Problem> {
    if content.is_exercise {
        return Err(Problem::new("", Fault::NoExercise));
    }
    let named = content.fourth.third.first.region;
    let own = region.as_of(named.and_then(|(_, version)| version));
    let extras = extras::read(&own, &content.fourth, problems);
    let link = understand(region, content.fourth.third, problems)?;
    let name = content.name.map(|name| clean_name(&name));
    Ok(Link {
        extras: Some(extras),
        name: name.filter(|name| !name.is_empty()),
        ..link
    })
}

/// Holds what was read against a region. Grave problems stand before the many small ones, so
/// that shortening the list never hides them.
fn understand(
    region: &Region,
    all: v3::ContentV3<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Link, Problem> {
    let content = &all.first;
    // Once is enough, and a link that was too long is known to lack its end.
    let mut is_altered = content.is_altered && problems.is_empty();
    let mut region_version = region.newest();
    let mut versions = Vec::new();
    match content.region {
        Some((id, _)) if id != region.id => {
            if is_altered {
                problems.push(Problem::new("", Fault::Altered));
            }
            return Err(Problem::new("region", Fault::UnknownRegion(quote(id))));
        }
        Some((_, Some(version))) => {
            region_version = version;
            versions.extend(file::not_known(region, "region", Some(version)));
        }
        // A link by hand may leave the version of the data out.
        Some((_, None)) => {}
        // Every link names its region, so that without one a part must be missing.
        None => is_altered = problems.is_empty(),
    }
    let own = region.as_of(Some(region_version));
    let (scenario, faults) = extras::scenario(&own, &all);
    let model = content.model.unwrap_or(model::VERSION);
    // A later model with the keys that it brought at neutral values is the earlier one.
    if !(model_of(&own, &scenario)..=model::VERSION).contains(&model) {
        versions.push(Problem::new("model", Fault::OtherModel(model.to_string())));
    }
    if is_altered {
        problems.push(Problem::new("", Fault::Altered));
    }
    problems.extend(versions);
    problems.extend(content.problems.iter().cloned());
    problems.extend(faults);
    Ok(Link {
        region_id: region.id.clone(),
        region_version,
        model,
        income_as_shared: content.income,
        language: content.language,
        scenario,
        extras: None,
        name: None,
        problems: Vec::new(),
    })
}
