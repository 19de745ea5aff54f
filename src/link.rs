//! Links: a scenario as the fragment of an address, so that no server ever sees it.
//!
//! `v=1&model=1&region=zhangjiakou-2021.1&income=13602.67&check=1a2b3c&coverage=0.85`
//!
//! `v` is the version of the encoding and `model` that of the arithmetic: two numbers, since
//! either can change alone. `region` names the region and the version of its data, `income` is
//! the headline as it was shared, `check` tells whether the rest arrived whole; then comes only
//! what differs from the plan. The latest version is written; every version ever released is
//! read, each by its own frozen module.

mod clean;
#[cfg(test)]
mod tests;
mod v1;

use rust_decimal::Decimal;

use crate::language::Language;
use crate::model;
use crate::number::YuanPerPerson;
use crate::problem::{Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::scenario::{Scenario, file, value_text};

/// The version of the encoding that is written.
pub const VERSION: u32 = 1;

/// The most characters that the readable form may have; longer ones write keys by their codes.
const MOST_READABLE: usize = 1_000;

/// What a link holds, as far as it could be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The region's identifier.
    pub region_id: String,
    /// The version of the region's data that the link was made with.
    pub region_version: u32,
    /// The version of the model that the link was made with.
    pub model: u32,
    /// The headline as it was shared.
    pub income_as_shared: Option<Decimal>,
    /// The language, if the link carries one.
    pub language: Option<Language>,
    /// The scenario.
    pub scenario: Scenario,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// Writes a scenario as a fragment, without the `#`.
pub fn encode(
    region: &Region,
    scenario: &Scenario,
    income: YuanPerPerson,
    language: Option<Language>,
) -> String {
    let write = |name: fn(Key) -> String| {
        let mut body = format!("&income={}", income.rounded());
        if let Some(language) = language {
            body.push_str("&lang=");
            body.push_str(language.tag());
        }
        for (key, value) in scenario.entries() {
            body.push('&');
            body.push_str(&name(key));
            body.push('=');
            body.push_str(&value_text(key, value));
        }
        let head = format!(
            "v={VERSION}&model={}&region={}.{}",
            model::VERSION,
            region.id,
            region.version
        );
        let check = v1::check_of(&format!("{head}{body}"));
        format!("{head}&check={check}{body}")
    };
    let readable = write(|key| key.to_string());
    if readable.len() <= MOST_READABLE {
        readable
    } else {
        write(Key::code)
    }
}

/// Whether a text claims to be a link: it has a version.
pub fn looks_like_link(text: &str) -> bool {
    version_of(&clean::clean(text).0).is_some()
}

/// The region that a link is of, so that its file can be read first.
pub fn region_of(text: &str) -> Option<String> {
    let (fragment, _) = clean::clean(text);
    version_of(&fragment)?;
    let region = fragment
        .split('&')
        .find_map(|part| part.strip_prefix("region="))?;
    Some(
        region
            .rsplit_once('.')
            .map_or(region, |(id, _)| id)
            .to_owned(),
    )
}

fn version_of(fragment: &str) -> Option<&str> {
    fragment.split('&').find_map(|part| part.strip_prefix("v="))
}

/// Reads a link of any version: a fragment, a whole address, or either as a chat program
/// mangled it.
///
/// # Errors
/// The problems, if nothing of it can be used: it is no link, it is of another region, or its
/// encoding is newer than this program.
pub fn decode(region: &Region, text: &str) -> Result<Link, Vec<Problem>> {
    let (fragment, too_long) = clean::clean(text);
    let Some(version) = version_of(&fragment) else {
        return Err(vec![Problem::new("", Fault::NotALink)]);
    };
    let mut link = match version {
        "1" => v1::decode(region, &fragment)?,
        other => {
            return Err(vec![Problem::new(
                "v",
                Fault::UnknownEncoding(quote(other)),
            )]);
        }
    };
    if too_long {
        link.problems
            .insert(0, Problem::new("", Fault::TooLong(clean::MOST_BYTES)));
    }
    file::shorten(&mut link.problems);
    Ok(link)
}

/// The headline as shared and today's, if they differ by a fen or more. Where parts of the link
/// were lost or changed on the way, the difference says nothing of the figures, and the list of
/// problems speaks instead; that a version differs is just what the comparison is for.
pub fn compare_headline(link: &Link, today: YuanPerPerson) -> Option<(Decimal, Decimal)> {
    let is_about_versions = |problem: &Problem| {
        matches!(
            problem.fault,
            Fault::OtherModel(_) | Fault::OtherRegionVersion(_)
        )
    };
    let shared = link.income_as_shared?;
    let today = today.rounded();
    let comparable = link.problems.iter().all(is_about_versions);
    (comparable && shared != today).then_some((shared, today))
}
