//! The command line as others call it: what it prints, what it refuses, and with which exit code.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs the command line in English, with a text for its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zengshou"))
        .args(["--language", "en"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses early reads no more, which is its right.
    let _may_be_closed = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// What it prints where the input is in order.
fn printed(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The lines in which it says what is wrong; nothing is printed then.
fn refused(arguments: &[&str], input: &[u8]) -> Vec<String> {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    text(&output.stderr).lines().map(str::to_owned).collect()
}

const FILE: &str =
    r#"{"region":"zhangjiakou-2021","values":{"coverage":"0.85","jobs.outward":"5000"}}"#;

fn keys(value: &Value) -> Vec<&str> {
    let map = value.as_object().expect("an object");
    let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_projection_has_the_fields_that_others_read() {
    let json: Value = serde_json::from_str(&printed(&["project", "-"], FILE)).expect("JSON");
    assert_eq!(json["model"], 1);
    assert_eq!(json["region"], "zhangjiakou-2021");
    for side in ["plan", "scenario"] {
        let years = json[side].as_array().expect("years");
        assert_eq!(years.len(), 8);
        for (year, expected) in years.iter().zip(2023..) {
            assert_eq!(year["year"], expected);
            let fields = keys(year);
            for field in [
                "income",
                "components",
                "channels",
                "coverage",
                "coverage_missing",
                "benchmarks",
                "gaps",
            ] {
                assert!(fields.contains(&field), "{field}");
            }
            assert_eq!(
                keys(&year["components"]),
                ["operating", "property", "transfer", "wage"]
            );
            assert_eq!(
                keys(&year["channels"]),
                [
                    "clawback",
                    "coverage",
                    "employment",
                    "grants",
                    "industry",
                    "infrastructure",
                    "other",
                    "relocation",
                    "social"
                ]
            );
            for of_benchmarks in ["benchmarks", "gaps"] {
                assert_eq!(
                    keys(&year[of_benchmarks]),
                    [
                        "lifted_counties",
                        "lifted_nation",
                        "lifted_province",
                        "rural_nation",
                        "rural_province"
                    ]
                );
            }
            let income = year["income"].as_str().expect("a text");
            assert_eq!(income.split_once('.').map(|(_, fen)| fen.len()), Some(2));
            assert_eq!(year["coverage_missing"], "0.00");
        }
    }
    assert_eq!(json["plan"][0]["income"], "13568.19");
    // A gap is the benchmark less the income: positive while behind.
    assert_eq!(json["plan"][0]["gaps"]["lifted_province"], "266.98");
    assert!(json.get("closing_years").is_some() && json.get("targets").is_some());
}

#[test]
fn a_file_becomes_a_link_and_a_link_the_same_file() {
    let link = printed(&["link", "-"], FILE);
    assert!(link.starts_with("#v=1&model=1&"), "{link}");
    let from_link = printed(&["project", link.trim()], "");
    assert_eq!(from_link, printed(&["project", "-"], FILE));
    let file: Value = serde_json::from_str(&printed(&["read", link.trim()], "")).expect("JSON");
    let given: Value = serde_json::from_str(FILE).expect("JSON");
    assert_eq!(file["values"], given["values"]);
    assert_eq!(
        printed(&["read", "-"], &link),
        printed(&["read", link.trim()], "")
    );
}

#[test]
fn bad_input_ends_with_a_line_for_each_problem() {
    let two = r#"{"region":"zhangjiakou-2021","values":{"coverage":"7","no.such":"1"}}"#;
    let lines = refused(&["project", "-"], two.as_bytes());
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines.iter().any(|line| line.contains("coverage"))
            && lines.iter().any(|line| line.contains("no.such"))
    );
    for (input, said) in [
        ("", "JSON"),
        ("{\"region\":\"nowhere\",\"values\":{}}", "nowhere"),
        (
            "{\"region\":\"../zhangjiakou-2021\",\"values\":{}}",
            "region",
        ),
        (
            "{\"region\":\"zhangjiakou-2021\",\"values\":{\"coverage.2023\":\"0.9\"}}",
            "2024",
        ),
    ] {
        let lines = refused(&["project", "-"], input.as_bytes());
        assert!(
            lines.len() == 1 && lines[0].contains(said),
            "{input}: {lines:?}"
        );
    }
    for link in ["#v=99&x=1", "hello"] {
        assert_eq!(refused(&["read", link], b"").len(), 1, "{link}");
    }
}

/// Whoever writes a file by hand forgets quotes: each such value is named, with the way to write it.
#[test]
fn a_number_without_quotes_is_named_with_its_key() {
    let file = br#"{"region":"zhangjiakou-2021",
        "values":{"coverage":0.85,"jobs.outward":5000,"repeat":true,"nonsense":"1"}}"#;
    let lines = refused(&["project", "-"], file);
    assert_eq!(lines.len(), 4, "{lines:?}");
    let said = |key: &str, text: &str| {
        let mut lines = lines.iter();
        assert!(
            lines.any(|line| line.contains(key) && line.contains(text)),
            "{key}: {text} in {lines:?}"
        );
    };
    said("coverage", "\"0.85\"");
    said("jobs.outward", "\"5000\"");
    said("repeat", "text in quotes");
    said("nonsense", "");
}

#[test]
fn what_can_not_be_read_is_said_in_words() {
    let missing = refused(&["project", "no-such-file.json"], b"");
    assert!(
        missing.len() == 1 && missing[0].contains("no such file"),
        "{missing:?}"
    );
    let folder = refused(&["project", "static"], b"");
    assert!(
        folder.len() == 1 && folder[0].contains("folder"),
        "{folder:?}"
    );
    let other_text = refused(&["project", "-"], b"\xff\xfe{\x00");
    assert!(
        other_text.len() == 1 && other_text[0].contains("UTF-8"),
        "{other_text:?}"
    );
}

/// Without a bound this would never end.
#[cfg(unix)]
#[test]
fn no_more_is_read_than_can_be_used() {
    let endless = refused(&["project", "/dev/zero"], b"");
    assert!(
        endless.len() == 1 && endless[0].contains("4096 KB"),
        "{endless:?}"
    );
}
