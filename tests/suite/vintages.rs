//! Earlier versions of a region's data: what was shared then shows its numbers, today's are one step away.

mod carried;
mod opened;

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::{env, fs};

use crate::later;
use crate::support::{coverage, decimal, region, region_file};
use serde_json::{Value, json};
use zengshou::analysis::compare::Comparison;
use zengshou::app::state::{Action, News, Opened, Origin, State};
use zengshou::i18n::Catalog;
use zengshou::language::Language;
use zengshou::link;
use zengshou::model::version::is_neutral;
use zengshou::problem::{Fault, Problem};
use zengshou::region::Region;
use zengshou::region::key::{Fixed, Key, Yearly};
use zengshou::region::parse::parse_region;
use zengshou::scenario::drafts::{Drafts, Extras};
use zengshou::scenario::merge::merge;
use zengshou::scenario::{Scenario, file, value_text};

/// A key that only the later version has a value of.
const NEW: &str = "risk_line.2026";

fn later_file() -> String {
    let changed = [("coverage_effect", "0.55"), ("growth_near.wage", "0.111")];
    later::released(region_file(), &changed, &[(NEW, "8400", "risk_line.2021")])
}

/// The shipped region after its next release.
fn later() -> Region {
    parse_region(&later_file()).expect("the later file is in order")
}

fn key(name: &str) -> Key {
    Key::parse(name).unwrap_or_else(|| panic!("no key {name}"))
}

fn income(region: &Region, scenario: &Scenario) -> String {
    scenario.project(region).scenario[0].income.to_string()
}

/// The shipped version's link of a scenario with changes.
fn shared(changes: &[(&str, &str)]) -> (String, String) {
    let mut scenario = Scenario::default();
    for (name, value) in changes {
        scenario
            .set(region(), key(name), decimal(value))
            .expect("fits");
    }
    let outcome = scenario.project(region());
    let headline = outcome.scenario[0].income;
    (
        link::encode(region(), &scenario, headline, None),
        headline.to_string(),
    )
}

fn opened(region: &Region, text: &str) -> Opened {
    let link = link::decode(region, text).expect("a link");
    let own = link.scenario.region(region);
    let today = link.scenario.project(&own).scenario[0].income;
    Opened {
        saved: link.scenario.clone(),
        saved_extras: None,
        figures_changed: link::compare_headline(&link, today),
        scenario: link.scenario,
        extras: link.extras,
        name: None,
        given: link.name,
        origin: Origin::Link,
        problems: link.problems,
    }
}

fn start() -> State {
    State::new(Rc::new(later()), Language::English)
}

fn headline(state: &State) -> String {
    state.results.outcome.scenario[0].income.to_string()
}

/// A released version never changes: its values were written down when it was the newest.
#[test]
fn every_released_version_still_has_the_values_of_its_release() {
    for entry in fs::read_dir(root().join("tests/links/regions")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let stem = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let (id, version) = stem.split_once('.').expect("a region and a version");
        assert_eq!(id, region().id);
        let version: u32 = version.parse().expect("a number");
        assert!(
            region().knows(version),
            "keep the values of version {version} in the region's file"
        );
        let text = fs::read_to_string(&path).expect("a readable file");
        let released: BTreeMap<String, String> = serde_json::from_str(&text).expect("texts");
        let own = region().as_of(Some(version));
        assert_eq!(own.version, version);
        for (name, value) in &released {
            let key = key(name);
            let now = own.values().get(key).map(|value| value_text(key, value));
            let released =
                zengshou::region::parse::parse_value(key.unit(), value).expect("a value");
            assert_eq!(
                now,
                Some(value_text(key, released)),
                "{name} in version {version}"
            );
        }
        for (key, figure) in &own.parameters {
            let was_there = released.contains_key(&key.to_string());
            assert!(
                was_there || is_neutral(*key, figure.value),
                "{key} came after version {version}: it stands there at its neutral value, which \
                 src/model/version.rs knows, or as null"
            );
        }
    }
}

/// The list above is complete: every version up to the one before today's.
#[test]
fn no_version_was_forgotten() {
    let region = region();
    let earlier: Vec<u32> = region.vintages().collect();
    assert_eq!(earlier, (1..region.newest()).collect::<Vec<u32>>());
    for version in earlier {
        let file = format!("tests/links/regions/{}.{version}.json", region.id);
        assert!(
            root().join(&file).exists(),
            "write down the values of {version} in {file}"
        );
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_region_goes_to_an_earlier_version_and_back() {
    let now = later();
    let version = region().version;
    assert_eq!((now.newest(), now.vintage()), (version + 1, None));
    let then = now.as_of(Some(version)).into_owned();
    assert_eq!((then.version, then.vintage()), (version, Some(version)));
    assert_eq!(then.values(), region().values());
    assert_eq!(then.as_of(None).into_owned(), now);
    assert_eq!(
        now.as_of(Some(99)).into_owned(),
        now,
        "an unknown one is today's"
    );

    let effect = &then.parameters[&key("coverage_effect")];
    let replaced = effect.replaced.expect("a mark");
    assert_eq!(
        (replaced.version, replaced.today),
        (version, Some(decimal("0.55")))
    );
    assert_eq!(
        (effect.sources.len(), &effect.basis),
        (0, &None),
        "today's evidence is not its own"
    );
    assert!(
        now.parameters
            .values()
            .all(|figure| figure.replaced.is_none())
    );
    let kept = then
        .parameters
        .values()
        .filter(|figure| figure.replaced.is_some());
    assert_eq!(kept.count(), 2);
    assert!(!then.parameters.contains_key(&key(NEW)));
}

/// Faults of the later file after a change of what it keeps of the version before.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<(String, Fault)> {
    let mut file: Value = serde_json::from_str(&later_file()).expect("JSON");
    change(&mut file);
    match parse_region(&file.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.place, p.fault)).collect(),
    }
}

#[test]
fn vintages_that_can_not_be_are_refused_with_their_place() {
    let version = region().version.to_string();
    let last = version.as_str();
    let place = |name: &str| format!("vintages.{last}{name}");
    let one = |name: &str, value: Value| faults(|file| file["vintages"][last][name] = value);

    assert_eq!(faults(|_| {}), []);
    assert_eq!(
        one("tourism", json!("1")),
        [(place(".tourism"), Fault::UnknownKey)]
    );
    assert_eq!(
        one("coverage_effect", json!(null)),
        [(place(".coverage_effect"), Fault::MissingKey)]
    );
    assert_eq!(
        one("coverage_effect", json!("0.55")),
        [(place(".coverage_effect"), Fault::SameAsToday)]
    );
    let never = "bench.rural_nation.2029";
    assert_eq!(
        one(never, json!(null)),
        [(place(&format!(".{never}")), Fault::SameAsToday)]
    );
    let told = one("coverage_effect", json!("x"));
    assert!(
        matches!(&told[..], [(at, Fault::NotANumber(_))] if *at == place(".coverage_effect")),
        "{told:?}"
    );
    let told = one("coverage_effect", json!("70"));
    assert!(
        matches!(&told[..], [(_, Fault::OutOfRange { .. })]),
        "{told:?}"
    );
    let told = one("industry_lag_now", json!("0.9"));
    assert!(
        matches!(&told[..], [(at, Fault::MoreThanWhole(_))] if *at == place("")),
        "{told:?}"
    );
    let told = one("coverage0", json!("0.5"));
    assert!(
        matches!(&told[..], [(at, Fault::MustEqual(_))] if *at == place(".coverage")),
        "{told:?}"
    );
    let first = format!("risk_line.{}", region().years.income);
    assert_eq!(
        one(&first, json!(null)),
        [(place(&format!(".{first}")), Fault::MissingKey)]
    );
    for number in ["0", "01", "x", "999"] {
        let told = faults(|file| file["vintages"][number] = json!({}));
        let fault = Fault::NotEarlier(region().version + 1);
        assert_eq!(told, [(format!("vintages.{number}"), fault)]);
    }
    let twice = later_file().replacen(
        &format!("\"{last}\":{{"),
        &format!("\"{last}\":{{}},\"{last}\":{{"),
        1,
    );
    let told = parse_region(&twice).expect_err("twice");
    assert!(
        told.contains(&Problem::new(&place(""), Fault::Duplicate)),
        "{told:?}"
    );
}

/// Today's source is not given for a value of before: the version stands in its place, and today's value.
#[test]
fn a_replaced_value_says_so_instead_of_a_source() {
    let version = region().version;
    let then = later().as_of(Some(version)).into_owned();
    let effect = &then.parameters[&key("coverage_effect")];
    for (language, today) in [
        (Language::English, "55%"),
        (Language::SimplifiedChinese, "55%"),
    ] {
        let words = Catalog::new(language);
        let said = words.basis(effect).expect("words");
        assert!(
            said.contains(&version.to_string()) && said.contains(today),
            "{said}"
        );
        assert!(
            words
                .data_version(&then)
                .contains(&(version + 1).to_string())
        );
    }
    let own = then
        .parameters
        .values()
        .find(|figure| figure.basis.is_some());
    let own = own.expect("a basis");
    let words = Catalog::new(Language::English);
    assert_eq!(
        words.basis(own).as_deref(),
        own.basis
            .as_ref()
            .map(|it| it.in_language(Language::English))
    );
}

#[test]
fn a_range_may_be_kept_with_its_value() {
    let version = region().version;
    let file = |range: Value| {
        let mut file: Value = serde_json::from_str(&later_file()).expect("JSON");
        let kept = json!({ "value": "0.3", "range": range });
        file["vintages"][version.to_string()]["coverage_effect"] = kept;
        parse_region(&file.to_string())
    };
    let then = file(json!(["0.1", "0.4"])).expect("in order");
    let then = then.as_of(Some(version));
    let range = then.parameters[&key("coverage_effect")].range;
    assert_eq!(range, Some((decimal("0.1"), decimal("0.4"))));
    let told = file(json!(["0.4", "0.1"])).expect_err("upside down");
    assert_eq!(told[0].fault, Fault::BadRange);
    let told = file(json!(["0.4", "0.5"])).expect_err("beside");
    assert!(matches!(told[0].fault, Fault::BesideRange { .. }));
}
