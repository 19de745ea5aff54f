use super::*;
use crate::region::tests::region;
use crate::scenario::note::Note;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

fn scenario(region: &Region, values: &[(&str, &str)]) -> Scenario {
    let pairs = values
        .iter()
        .map(|(name, text)| (Key::parse(name), *name, *text));
    let (scenario, problems) = Scenario::read(region, pairs);
    assert_eq!(problems, []);
    scenario
}

/// Every way to decide a single conflict with its result.
fn decided(region: &Region, one: &Scenario, other: &Scenario) -> Vec<(Take, Scenario)> {
    let found = conflicts(region, one, other);
    let [conflict] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(open(&found, &[]), 1);
    let takes = conflict.takes().iter();
    takes
        .map(|take| {
            let decisions = [(conflict.clone(), *take)];
            assert_eq!(open(&found, &decisions), 0);
            (*take, merge(region, one, other, &decisions).expect("fits"))
        })
        .collect()
}

#[test]
fn what_one_changed_is_taken_and_conflicts_are_decided() {
    let region = region();
    let both = ("execution", "0.9");
    let one = [("coverage", "0.85"), both, ("grants_share", "0.2")];
    let other = [("coverage", "0.9"), both, ("jobs.outward", "500")];
    let (one, other) = (scenario(&region, &one), scenario(&region, &other));
    let found = conflicts(&region, &one, &other);
    let part = ConflictPart {
        key: key("coverage"),
        base: decimal("0.81"),
        first: Some(decimal("0.85")),
        second: Some(decimal("0.9")),
    };
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, &found[0].parts[..]),
        (ConflictKind::Value, &[part][..])
    );
    let undecided = merge(&region, &one, &other, &[]).expect("fits");
    assert_eq!(undecided.changed(key("coverage")), Some(decimal("0.85")));
    let all = decided(&region, &one, &other);
    let expected = [
        (Take::First, Some("0.85")),
        (Take::Second, Some("0.9")),
        (Take::Neither, None),
    ];
    assert_eq!(all.len(), expected.len());
    for ((take, merged), (wanted, coverage)) in all.into_iter().zip(expected) {
        assert_eq!(take, wanted);
        assert_eq!(merged.changed(key("coverage")), coverage.map(decimal));
        for (name, text) in [("jobs.outward", "500"), ("grants_share", "0.2"), both] {
            assert_eq!(merged.changed(key(name)), Some(decimal(text)));
        }
    }
}

#[test]
fn a_decision_counts_for_the_conflict_that_it_was_made_of() {
    let region = region();
    let one = scenario(&region, &[("coverage", "0.85")]);
    let other = scenario(&region, &[("coverage", "0.9")]);
    let found = conflicts(&region, &one, &other);
    let decisions = [(found[0].clone(), Take::Second)];
    let later = scenario(&region, &[("coverage", "0.95")]);
    assert_eq!(open(&conflicts(&region, &one, &later), &decisions), 1);
}

#[test]
fn all_years_against_single_ones_is_a_conflict() {
    let region = region();
    let one = scenario(&region, &[("coverage", "0.9")]);
    let other = scenario(
        &region,
        &[("coverage.2025", "0.85"), ("jobs.outward.2026", "10")],
    );
    let of_year = key("coverage.2025");
    let shown = |merged: &Scenario| (merged.changed(key("coverage")), merged.changed(of_year));
    let (all, single) = (Some(decimal("0.9")), Some(decimal("0.85")));
    let found = decided(&region, &one, &other);
    let expected = [
        (Take::First, (all, None)),
        (Take::Second, (None, single)),
        (Take::Both, (all, single)),
        (Take::Neither, (None, None)),
    ];
    let shown: Vec<_> = found
        .iter()
        .map(|(take, merged)| (*take, shown(merged)))
        .collect();
    assert_eq!(shown, expected);
    assert!(
        found
            .iter()
            .all(|(_, merged)| merged.changed(key("jobs.outward.2026")).is_some())
    );
    // The other way round, and with a lever that both changed: one or the other, not both.
    assert_eq!(
        conflicts(&region, &other, &one)[0].kind,
        ConflictKind::Years
    );
    let both = scenario(&region, &[("coverage", "0.95"), ("coverage.2025", "0.85")]);
    let found = conflicts(&region, &one, &both);
    assert_eq!((found.len(), found[0].kind), (1, ConflictKind::Years));
    assert!(!found[0].takes().contains(&Take::Both));
    // The same single years in both disagree on nothing.
    let same = scenario(&region, &[("coverage", "0.9"), ("coverage.2025", "0.85")]);
    assert_eq!(conflicts(&region, &same, &other), []);
}

#[test]
fn whether_funds_repeat_is_asked_where_the_other_changed_funds() {
    let region = region();
    let one = scenario(&region, &[("repeat", "false")]);
    for name in ["funds.central.other", "funds.central.other.2025"] {
        let other = scenario(&region, &[(name, "1000000")]);
        for (first, second) in [(&one, &other), (&other, &one)] {
            assert_eq!(
                conflicts(&region, first, second)[0].kind,
                ConflictKind::Repeat
            );
        }
        let repeats: Vec<bool> = decided(&region, &one, &other)
            .iter()
            .map(|(_, merged)| merged.changed(key("repeat")).is_none())
            .collect();
        assert_eq!(repeats, [false, true]);
    }
    let beside = scenario(&region, &[("coverage", "0.9")]);
    assert_eq!(conflicts(&region, &one, &beside), []);
}

#[test]
fn shares_that_exceed_their_whole_together_are_decided_together() {
    let region = region();
    let one = scenario(&region, &[("split_wage", "0.7")]);
    let other = scenario(
        &region,
        &[("split_operating", "0.6"), ("split_wage", "0.35")],
    );
    let found = decided(&region, &one, &other);
    let wage: Vec<_> = found
        .iter()
        .map(|(take, merged)| (*take, merged.changed(key("split_wage"))))
        .collect();
    assert_eq!(
        wage,
        [
            (Take::First, Some(decimal("0.7"))),
            (Take::Second, Some(decimal("0.35"))),
            (Take::Neither, None)
        ]
    );
    assert!(
        merge(&region, &one, &other, &[]).is_ok(),
        "never a dead end"
    );
    let fits = scenario(&region, &[("split_operating", "0.3")]);
    assert_eq!(conflicts(&region, &one, &fits), []);
}

#[test]
fn money_that_neither_had_is_found() {
    let region = region();
    let value = |name: &str| region.values().get(key(name)).expect("a value");
    let moved = |to: &str| {
        let mut scenario = Scenario::default();
        let amount = Decimal::from(100_000_000);
        let from = "funds.central.infrastructure";
        scenario
            .set(&region, key(from), value(from) - amount)
            .expect("fits");
        scenario
            .set(&region, key(to), value(to) + amount)
            .expect("fits");
        scenario
    };
    let one = moved("funds.central.industry");
    let other = moved("funds.central.other");
    assert_eq!(conflicts(&region, &one, &other), []);
    let merged = merge(&region, &one, &other, &[]).expect("fits");
    let first = region.years.first_plan;
    let central = |scenario: &Scenario| funds_of(&region, scenario, Level::Central, first);
    let more = central(&merged) - central(&one);
    assert_eq!(more, Yuan(Decimal::from(100_000_000)));
    assert_eq!(central(&one), central(&other));
    let years = years_of_other_money(&region, &one, &other, &merged);
    assert_eq!(years.len(), region.years.plan().len());
    assert!(years_of_other_money(&region, &one, &other, &one).is_empty());
    // Of a single year only that year is reported.
    let beside = scenario(&region, &[("funds.city.other.2026", "0")]);
    let merged = merge(&region, &one, &beside, &[]).expect("fits");
    let plan = Scenario::default();
    assert_eq!(years_of_other_money(&region, &one, &plan, &merged), [2026]);
}

#[test]
fn notes_come_with_their_values() {
    let region = region();
    let key = Key::from(Fixed::Population);
    let note = |text: &str| Note::read(text).0;
    let mut one = scenario(&region, &[("population", "400000")]);
    one.set_note(&region, key, note("甲")).expect("known");
    let mut other = scenario(&region, &[("population", "450000")]);
    other.set_note(&region, key, note("乙")).expect("known");
    let texts: Vec<_> = decided(&region, &one, &other)
        .iter()
        .map(|(take, merged)| (*take, merged.note(key).map(|note| note.text().to_owned())))
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        texts,
        [
            (Take::First, text("甲")),
            (Take::Second, text("乙")),
            (Take::Neither, None)
        ]
    );
}
