//! The scenario's name, on its way through links of version 5, and what that version keeps for later.

use super::*;

/// The link of a scenario under a name.
fn named(region: &Region, scenario: &Scenario, name: &str) -> String {
    let income = scenario.project(region).scenario[0].income;
    let extras = Extras::default();
    encode_with(region, scenario, &extras, Some(name), income, None)
}

#[test]
fn a_name_travels_as_it_is_written() {
    let region = region();
    let scenario = with_notes(&region);
    for (name, read) in [
        ("压减基建、扩大覆盖", "压减基建、扩大覆盖"),
        ("<b>&v=1#?%41 _`。", "<b>&v=1#?%41 _`。"),
        (" a\u{202e}b\n c ", "ab c"),
    ] {
        let text = named(&region, &scenario, name);
        assert!(text.starts_with("v=5&model=2&check="), "{text}");
        let link = decode(&region, &text).expect("a link");
        assert_eq!(link.name.as_deref(), Some(read));
        assert_eq!((link.scenario, link.problems), (scenario.clone(), vec![]));
    }
    let long = "长".repeat(10_000);
    let link = decode(&region, &named(&region, &scenario, &long)).expect("a link");
    let length = link.name.map(|name| name.chars().count());
    assert_eq!(length, Some(crate::scenario::name::MOST_NAME_CHARACTERS));
}

#[test]
fn what_is_no_name_leaves_the_older_version() {
    let region = region();
    for name in ["", " \n", "\u{202e}\u{200b}"] {
        let scenario = coverage_and_jobs(&region);
        assert_eq!(named(&region, &scenario, name), shared(&region, &scenario));
        let scenario = with_notes(&region);
        assert_eq!(named(&region, &scenario, name), shared(&region, &scenario));
    }
}

#[test]
fn a_name_that_makes_no_sense_is_reported_and_the_rest_counts() {
    let region = region();
    for (parts, name, problem) in [
        ("name=", None, None),
        ("name=%%", None, Some("name NotUnderstood")),
        ("name=_w", None, Some("name NotUnderstood")),
        ("name=5aW9&name=eA", Some("好"), Some("name Duplicate")),
    ] {
        let text = format!("v=5&{parts}&region=zhangjiakou-2021&coverage=0.85");
        let link = decode(&region, &text).expect("a link");
        assert_eq!(link.name.as_deref(), name, "{parts}");
        let found: Vec<String> = problem.into_iter().map(str::to_owned).collect();
        assert_eq!(names(&link.problems), found, "{parts}");
        assert_eq!(values(&link.scenario), "coverage=0.85");
    }
    // Versions before the fifth know no such part.
    let older = "v=4&region=zhangjiakou-2021&name=5aW9&x=1&g=1";
    let link = decode(&region, older).expect("a link");
    assert_eq!(link.name, None);
    assert_eq!(
        names(&link.problems),
        ["name UnknownKey", "x UnknownKey", "g UnknownKey"]
    );
}

#[test]
fn an_exercise_never_opens_the_plain_calculator() {
    let region = region();
    for parts in ["x=goal-1", "g=3", "x=", "x=1&g=2&name=5aW9"] {
        let text = format!("v=5&{parts}&region=zhangjiakou-2021.1&coverage=0.85");
        assert!(looks_like_link(&text));
        let refused = decode(&region, &text).expect_err("no exercise is here");
        assert_eq!(names(&refused), ["NoExercise"], "{parts}");
    }
}
