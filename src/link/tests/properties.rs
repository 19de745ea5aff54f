//! Properties of every scenario, every text and every accident on the way.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::region::key::Yearly;

static REGION: LazyLock<Region> = LazyLock::new(region);
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let years = REGION.years;
    let by_year = Yearly::levers().flat_map(move |lever| {
        let later = years.plan().skip(1);
        later.map(move |year| Key::Yearly(Yearly::Lever(lever), year))
    });
    REGION.parameters.keys().copied().chain(by_year).collect()
});

/// A value within a key's range: its ends, or somewhere between, as fine as a typed one.
fn value_in_range(key: Key, place: u32, places: u32) -> Decimal {
    let (least, most) = key.range();
    match (place, key.unit()) {
        (0, _) => least,
        (1_000_000, _) => most,
        (_, crate::region::key::Unit::Flag) => Decimal::from(place % 2),
        _ => {
            let between = least + (most - least) * Decimal::new(i64::from(place), 6);
            between.round_dp(places).clamp(least, most)
        }
    }
}

/// Any scenario that can be set: values that would break a whole are left out, as a user's are.
fn scenarios() -> impl Strategy<Value = Scenario> {
    let change = (any::<Index>(), 0..=1_000_000_u32, 0..=12_u32);
    proptest::collection::vec(change, 0..200).prop_map(|changes| {
        let mut scenario = Scenario::default();
        for (index, place, places) in changes {
            let key = *index.get(&KEYS);
            let _ = scenario.set(&REGION, key, value_in_range(key, place, places));
        }
        scenario
    })
}

/// Any scenario with any notes.
fn scenarios_with_notes() -> impl Strategy<Value = Scenario> {
    let notes = proptest::collection::vec((any::<Index>(), any::<String>()), 0..20);
    (scenarios(), notes).prop_map(|(mut scenario, notes)| {
        for (index, text) in notes {
            let (note, _) = Note::read(&text);
            let set = scenario.set_note(&REGION, *index.get(&KEYS), note);
            set.expect("a key of the region");
        }
        scenario
    })
}

fn languages() -> impl Strategy<Value = Option<Language>> {
    prop_oneof![
        2 => Just(None),
        1 => Just(Some(Language::English)),
        1 => Just(Some(Language::SimplifiedChinese)),
        1 => Just(Some(Language::TraditionalChinese)),
    ]
}

/// A text with enough of a link in it to get past the first door.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => any::<Index>().prop_map(|index| index.get(&KEYS).to_string()),
        3 => any::<Index>().prop_map(|index| index.get(&KEYS).code()),
        2 => prop::sample::select(vec!["v=1", "#v=1&", "region=zhangjiakou-2021.1", "check=", "model=2",
            "income=1", "lang=en", "&amp;", "%26", "%3D", "%25", "%", "。", "\u{200b}", "\n", "\0",
            "true", "-", "."]).prop_map(str::to_owned),
        3 => Just("=".to_owned()),
        4 => Just("&".to_owned()),
        3 => "[0-9]{1,20}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

/// True where a damaged link was recognised, or says the same as before.
fn is_noticed_or_harmless(before: &Link, text: &str) -> bool {
    match decode(&REGION, text) {
        Err(problems) => !problems.is_empty(),
        Ok(after) => !after.problems.is_empty() || after == *before,
    }
}

/// Reads a text; what was read can be written and read again.
fn answers(text: &str) {
    let _ = (looks_like_link(text), region_of(text));
    if let Ok(link) = decode(&REGION, text) {
        let again = decode(&REGION, &shared(&REGION, &link.scenario)).expect("a link");
        assert_eq!(again.scenario, link.scenario);
    }
}

#[test]
fn a_text_of_an_earlier_version_is_answered() {
    answers("region=zhangjiakou-2021.1&v=1&");
    answers("v=1&region=zhangjiakou-2021.1&coverage=0.85");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scenario_survives(scenario in scenarios_with_notes(), language in languages()) {
        let income = scenario.project(&REGION).scenario[0].income;
        let text = encode(&REGION, &scenario, income, language);
        let link = decode(&REGION, &text).expect("a link");
        prop_assert_eq!(&link.problems, &[]);
        prop_assert_eq!(&link.scenario, &scenario);
        prop_assert_eq!(link.language, language);
        prop_assert_eq!(compare_headline(&link, income), None);
        // What a browser does to an address it shows.
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"=&._-".contains(&b);
        prop_assert!(text.bytes().all(is_plain), "{}", text);
    }

    #[test]
    fn any_text_is_answered(text in texts()) {
        answers(&text);
    }

    #[test]
    fn any_noise_is_answered(text in any::<String>()) {
        let _ = decode(&REGION, &text);
        let _ = decode(&REGION, &format!("v=1&{text}"));
    }

    #[test]
    fn a_changed_character_is_noticed(scenario in scenarios_with_notes(), at in any::<Index>(), other in any::<char>()) {
        let text = shared(&REGION, &scenario);
        let before = decode(&REGION, &text).expect("a link");
        let at = at.index(text.len());
        let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        prop_assert!(is_noticed_or_harmless(&before, &changed), "{}", changed);
        let inserted = format!("{}{other}{}", &text[..at], &text[at..]);
        prop_assert!(is_noticed_or_harmless(&before, &inserted), "{}", inserted);
    }
}

fn everything_changed() -> Scenario {
    let mut scenario = Scenario::default();
    for key in REGION.parameters.keys().copied() {
        let own = REGION.values().get(key).unwrap_or_default();
        let (least, most) = key.range();
        // Typical of what people type: a step from the region's value, as fine as that.
        let step = Decimal::new(1, own.scale().max(2)).max(own.trunc() / Decimal::from(100));
        let step = step.round_dp(if own.abs() >= Decimal::TEN {
            0
        } else {
            own.scale().max(2)
        });
        let value = match key.unit() {
            crate::region::key::Unit::Flag => Decimal::ONE - own,
            _ if own + step <= most => own + step,
            _ => (own - step).max(least),
        };
        // Of two shares of one whole, the second may have to go down instead.
        if scenario.set(&REGION, key, value).is_err() {
            scenario
                .set(&REGION, key, own - step)
                .expect("less of a whole fits");
        }
    }
    // The wanted coverage must differ from the known one, which was changed after it.
    scenario
        .set(&REGION, Fixed::Coverage.into(), decimal("0.85"))
        .expect("a value in range");
    scenario
}

#[test]
fn everything_changed_stays_under_two_thousand_characters() {
    let scenario = everything_changed();
    let keys = REGION.parameters.len();
    assert_eq!(scenario.entries().count(), keys);
    let text = shared(&REGION, &scenario);
    println!("{keys} keys: {} characters: {text}", text.len());
    assert!(text.len() < 1_960, "{}", text.len());
    let link = decode(&REGION, &text).expect("a link");
    assert_eq!(link.problems, []);
    assert_eq!(link.scenario, scenario);
}

#[test]
fn every_lost_character_and_every_cut_is_noticed() {
    let scenarios = Example::ALL.map(|example| example.scenario(&REGION));
    for scenario in scenarios.into_iter().chain([everything_changed()]) {
        let text = shared(&REGION, &scenario);
        let before = decode(&REGION, &text).expect("a link");
        for at in 0..text.len() {
            let without = format!("{}{}", &text[..at], &text[at + 1..]);
            assert!(is_noticed_or_harmless(&before, &without), "{without}");
            let cut = &text[..at];
            assert!(is_noticed_or_harmless(&before, cut), "{cut}");
            // Cut short for show, with or without an ellipsis.
            let shown = format!("https://h/#{cut}…");
            assert!(is_noticed_or_harmless(&before, &shown), "{shown}");
            let dotted = format!("https://h/#{cut}...");
            assert!(is_noticed_or_harmless(&before, &dotted), "{dotted}");
            let headless = &text[at..];
            assert!(is_noticed_or_harmless(&before, headless), "{headless}");
        }
    }
}
