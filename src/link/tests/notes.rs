//! The user's notes on where values come from, on their way through links.

use super::*;

#[test]
fn a_note_travels_and_changes_no_number() {
    let region = region();
    let scenario = with_notes(&region);
    let text = shared(&region, &scenario);
    assert!(text.starts_with("v=3&"), "{text}");
    assert!(coverage_and_jobs(&region).has_values_of(&scenario));
    let link = decode(&region, &text).expect("a link");
    assert_eq!((&link.scenario, link.problems), (&scenario, vec![]));
    let key = Fixed::Population.into();
    assert_eq!(
        link.scenario.note(key).map(Note::text),
        Some("公安局户籍数")
    );

    let mut without = scenario.clone();
    for key in [Fixed::Population, Fixed::Coverage] {
        let taken = without.set_note(&region, key.into(), None);
        taken.expect("a key of the region");
    }
    assert_eq!(
        shared(&region, &without),
        shared(&region, &coverage_and_jobs(&region))
    );
}

#[test]
fn a_note_that_makes_no_sense_is_reported_and_the_rest_works() {
    let region = region();
    let long = "好".repeat(300);
    for (part, kept, problem) in [
        ("note.coverage=5aW9", Some("好"), None),
        ("note.co=5aW9", Some("好"), None),
        ("note.coverage=", None, None),
        (
            "note.coverage=5aW",
            None,
            Some("note.coverage NotUnderstood"),
        ),
        (
            "note.coverage=_w",
            None,
            Some("note.coverage NotUnderstood"),
        ),
        ("note.nothing=5aW9", None, Some("note.nothing UnknownKey")),
        ("note.=5aW9", None, Some("note. UnknownKey")),
        (
            "note.risk_line.1990=5aW9",
            None,
            Some("note.risk_line.1990 UnknownYear"),
        ),
        (
            "note.coverage=5aW9&note.co=eA",
            Some("好"),
            Some("note.co Duplicate"),
        ),
        (
            &v3::note("coverage", &long),
            Some(&*long.chars().take(200).collect::<String>()),
            Some("note.coverage TooLong"),
        ),
    ] {
        let text = format!("v=3&region=zhangjiakou-2021.1&coverage=0.85&{part}");
        let link = decode(&region, &text).expect("a link");
        assert_eq!(values(&link.scenario), "coverage=0.85", "{part}");
        let note = link.scenario.note(Fixed::Coverage.into());
        assert_eq!(note.map(Note::text), kept, "{part}");
        let found: Vec<String> = problem.into_iter().map(str::to_owned).collect();
        assert_eq!(names(&link.problems), found, "{part}");
    }
}

#[test]
fn a_note_on_every_value_fits_a_link() {
    let region = region();
    let mut scenario = coverage_and_jobs(&region);
    for key in region.parameters.keys() {
        let (note, _) = Note::read(&"好".repeat(300));
        let set = scenario.set_note(&region, *key, note);
        set.expect("a key of the region");
    }
    let text = shared(&region, &scenario);
    println!("{} bytes", text.len());
    assert!(text.len() < MOST_BYTES);
    assert_eq!(decode(&region, &text).expect("a link").scenario, scenario);
}
