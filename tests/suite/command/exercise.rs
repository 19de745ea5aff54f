//! Exercises on the command line: checked, printed, on paper, and results judged.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{printed, refused};

/// The link of a file of `tests/links/exercises`.
fn golden(name: &str) -> String {
    let file = format!(
        "{}/tests/links/exercises/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = fs::read_to_string(file).expect("a golden link");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    json["link"].as_str().expect("a link").to_owned()
}

#[test]
fn an_exercise_is_printed_with_the_results_of_today() {
    let json: Value = serde_json::from_str(&printed(&["exercise", "zjk-coverage-1", "--json"], ""))
        .expect("JSON");
    assert_eq!(json["title"], "Industry-support coverage and what it costs");
    assert_eq!(json["steps"][0]["kind"], "predict");
    assert_eq!(json["steps"][5]["goal"][0]["output"], "coverage.2023");
    let link = json["link"].as_str().expect("a link");
    assert!(
        link.starts_with("#v=5&check=") && link.ends_with("&x=zjk-coverage-1"),
        "{link}"
    );
    // What is printed is what the model computes, not what a file says.
    let change = printed(
        &["explain", "-", "income.scenario.2023", "--depth", "0"],
        r#"{"region":"zhangjiakou-2021","values":{"coverage":"0.85"}}"#,
    );
    let truth: f64 = json["steps"][0]["truth"]
        .as_str()
        .and_then(|it| it.parse().ok())
        .expect("a number");
    let whole = format!("{:.0}", truth.floor());
    let grouped = format!(
        "{},{}",
        &whole[..whole.len() - 3],
        &whole[whole.len() - 3..]
    );
    assert!(change.contains(&grouped), "{change} {truth}");
    let text = printed(&["exercise", "zjk-coverage-1"], "");
    assert!(text.contains(&format!("{grouped}.")), "{text}");
    // The link leads back to the exercise.
    assert_eq!(printed(&["exercise", link], ""), text);
}

#[test]
fn papers_are_written_and_the_handout_gives_nothing_away() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("exercise-papers");
    fs::create_dir_all(&folder).expect("a folder");
    let [handout, notes] = ["handout.md", "notes.md"].map(|name| folder.join(name));
    let [hand, note] = [&handout, &notes].map(|path| path.to_str().expect("a path"));
    let address = "https://a.example/zs/#v=1&old";
    let said = printed(
        &[
            "exercise",
            "zjk-gap-1",
            "--handout",
            hand,
            "--notes",
            note,
            "--base",
            address,
            "--group",
            "3",
        ],
        "",
    );
    assert_eq!(said, "");
    let [handout, notes] = [handout, notes].map(|path| fs::read_to_string(path).expect("a paper"));
    for paper in [&handout, &notes] {
        assert!(
            paper.contains("<https://a.example/zs/#v=5&check="),
            "{paper}"
        );
        assert!(paper.contains("&x=zjk-gap-1&g=3>"), "{paper}");
        assert!(paper.contains("no examination"), "{paper}");
    }
    assert!(
        notes.contains("382.57") && notes.contains("Usual mistakes"),
        "{notes}"
    );
    assert!(
        !handout.contains("382.57") && !handout.contains("Usual mistakes"),
        "{handout}"
    );
}

#[test]
fn a_result_is_judged() {
    let (own, result) = (golden("own"), golden("result"));
    let text = printed(&["exercise", &own, "--result", &result], "");
    assert!(text.starts_with("Group 2\n"), "{text}");
    assert!(text.contains("record of practice"), "{text}");
    let json: Value = serde_json::from_str(&printed(
        &["exercise", &own, "--result", &result, "--json"],
        "",
    ))
    .expect("JSON");
    assert_eq!(json["values"]["jobs.outward"], "8000");
    assert_eq!(json["answers"][1]["is_right"], false);
    assert_eq!(json["answers"][4]["is_right"], true);
    let refused = refused(&["exercise", "zjk-gap-1", "--result", &result], b"");
    assert!(refused[0].contains("another exercise"), "{refused:?}");
}

#[test]
fn bad_exercises_are_told() {
    let unknown = refused(&["exercise", "zjk-none-1"], b"");
    assert!(unknown[0].contains("zjk-none-1"), "{unknown:?}");
    let own = golden("own");
    let cut = refused(&["exercise", &own[..own.len() - 40]], b"");
    assert_eq!(cut.len(), 1, "{cut:?}");
    let file = r#"{"exercise":1,"id":"a","model":2,"region":"zhangjiakou-2021.2","title":{"en":"A"},
        "steps":[{"kind":"predict","text":{"en":"?"},"output":"income.2023"}],"colour":1}"#;
    let faults = refused(&["exercise", "-"], file.as_bytes());
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].contains("steps.1.output") && faults[0].contains("income.2023"),
        "{faults:?}"
    );
    assert!(faults[1].contains("colour"), "{faults:?}");
}

#[test]
fn results_of_groups_are_put_together_from_chats_and_records() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("collated");
    fs::create_dir_all(&folder).expect("a folder");
    let [chat, record] = ["chat.txt", "record.json"].map(|name| folder.join(name));
    let (result, cut) = (golden("result"), golden("cut"));
    let text = format!("张三 10:32\n{result}\n李四 10:33\n{cut}\n");
    fs::write(&chat, text).expect("a chat");
    let [chat, record_file] = [&chat, &record].map(|path| path.to_str().expect("a path"));
    let own = golden("own");
    let csv = printed(&["exercise", &own, "--collate", chat], "");
    assert!(csv.starts_with('\u{feff}') && csv.contains("A record of practice, no examination."));
    assert!(csv.contains("Group 2,120.5,link,134.3"), "{csv}");
    assert!(csv.contains("line 4"), "the cut link is named: {csv}");
    assert!(!csv.contains("张三"), "no names of people");
    let session = printed(&["exercise", &own, "--json", "--collate", chat], "");
    fs::write(&record, session).expect("a record");
    // The same message once more counts once.
    let again = printed(&["exercise", &own, "--collate", record_file, chat], "");
    assert_eq!(again, csv);
}
