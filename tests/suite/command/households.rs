//! Households on the command line: an invented register, and one's own in every state.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{printed, refused};

/// A file of one's own for a test.
fn file(name: &str, bytes: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("households-{name}.csv"));
    fs::write(&file, bytes).expect("a file");
    file.display().to_string()
}

fn sample(rows: &str) -> String {
    printed(&["households", "sample", "--rows", rows, "--seed", "5"], "")
}

fn run(file: &str, more: &[&str]) -> Value {
    let mut arguments = vec!["households", "run", file, "--json"];
    arguments.extend(more);
    serde_json::from_str(&printed(&arguments, "")).expect("JSON")
}

#[test]
fn a_register_is_computed_the_same_in_any_order_and_code_page() {
    let text = sample("800");
    let plain = file("plain", text.as_bytes());
    let scenario = super::FILE;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("households-scenario.json");
    fs::write(&folder, scenario).expect("a file");
    let scenario = [
        "--scenario",
        folder.to_str().expect("a path"),
        "--year",
        "2024",
    ];
    let found = run(&plain, &scenario);
    assert_eq!(found["read"]["left_out"], 0);
    assert_eq!(found["register"]["households"], 800);
    assert_ne!(found["plan"]["mean"], found["scenario"]["mean"]);
    assert!(
        found["reached"]["newly_covered"].as_u64() > Some(0),
        "{}",
        found["reached"]
    );
    assert!(
        found["reached"]["jobs"].as_u64() > Some(0),
        "{}",
        found["reached"]
    );
    // Rows in another order, in the code page of bureaus.
    let mut lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    lines[1..].reverse();
    let text = lines.join("\r\n") + "\r\n";
    let (bytes, _, has_errors) = encoding_rs::GB18030.encode(&text);
    assert!(!has_errors);
    let mut other = run(&file("gbk", &bytes), &scenario);
    // The rows of problems are others.
    other["read"] = found["read"].clone();
    assert_eq!(other, found);
}

#[test]
fn small_groups_are_not_shown() {
    let found = run(&file("small", sample("60").as_bytes()), &[]);
    for group in found["by"]["county"].as_array().expect("counties") {
        let is_shown = group["suppressed"] == false;
        assert_eq!(
            is_shown,
            group["households"]
                .as_u64()
                .is_some_and(|count| count >= 10),
            "{group}"
        );
    }
    let few = refused(
        &["households", "run", &file("few", sample("9").as_bytes())],
        b"",
    );
    assert!(few[0].contains("Fewer than 10"), "{few:?}");
}

#[test]
fn a_damaged_file_is_refused_whole_and_its_cells_are_not_quoted() {
    let text = sample("40");
    let cut = &text[..text.trim_end().rfind(",").expect("a comma") - 20];
    let cut = cut.trim_end_matches(|sign: char| !sign.is_ascii());
    let lines = refused(&["households", "run", &file("cut", cut.as_bytes())], b"");
    assert!(
        lines[0].contains("ends in the middle of row 41"),
        "{lines:?}"
    );
    let lines = refused(
        &[
            "households",
            "run",
            &file("other", "姓名,成绩\n王某某,7\n".as_bytes()),
        ],
        b"",
    );
    assert!(lines[0].contains("heads of a register"), "{lines:?}");
    assert!(
        lines.iter().all(|line| !line.contains("王某某")),
        "{lines:?}"
    );
    let lines = refused(
        &[
            "households",
            "run",
            &file("year", text.as_bytes()),
            "--year",
            "1999",
        ],
        b"",
    );
    assert!(lines[0].contains("1999"), "{lines:?}");
}

#[test]
fn a_line_is_taken_and_another_year_is_said() {
    let text = sample("300");
    let plain = file("line", text.as_bytes());
    let usual = run(&plain, &[]);
    let high = run(&plain, &["--line", "999999.99"]);
    assert_eq!(high["line"], "999999.99");
    assert_ne!(high["plan"], usual["plan"]);
    for line in ["0", "-5", "1000000.01", "8300.001"] {
        let line = format!("--line={line}");
        let lines = refused(&["households", "run", &plain, &line], b"");
        assert!(lines[0].contains("1,000,000 yuan"), "{lines:?}");
    }
    let said = |text: &str| {
        let output = super::run(
            &["households", "run", &file("other-year", text.as_bytes())],
            b"",
        );
        assert!(output.status.success());
        super::text(&output.stderr).contains("The register is of 2015")
    };
    assert!(!said(&text));
    let lines = text.lines().map(|line| {
        let head = line.rsplit_once(',').map_or(line, |(head, _)| head);
        format!(
            "{head},{}\n",
            if line.contains("年度") {
                "年度"
            } else {
                "2015年"
            }
        )
    });
    assert!(said(&lines.collect::<String>()));
}

#[test]
fn the_pass_is_printed_as_sql_of_whole_numbers() {
    let sql = |engine: &str, more: &[&str]| {
        let words = ["households", "sql", "--engine", engine, "-"];
        printed(&[&words[..], more].concat(), super::FILE)
    };
    for (engine, division, stage) in [
        ("duckdb", " // ", "CREATE OR REPLACE TEMP TABLE"),
        ("spark", " div ", "USING PARQUET AS"),
    ] {
        let text = sql(
            engine,
            &["--cover", "county", "--jobs", "lifted", "--year", "2025"],
        );
        assert!(text.contains(division) && text.contains(stage), "{text}");
        for wrong in ["@", "{", "}", "DOUBLE", "FLOAT", " / "] {
            assert!(!text.contains(wrong), "{engine}: {wrong}");
        }
        assert!(text.trim_end().ends_with(';'));
        assert!(!text.contains("权重") && sql(engine, &["--weighted"]).contains("权重"));
    }
    let words = [
        "households",
        "sql",
        "--engine",
        "duckdb",
        "-",
        "--year",
        "1999",
    ];
    let lines = refused(&words, super::FILE.as_bytes());
    assert!(lines[0].contains("1999"), "{lines:?}");
}
