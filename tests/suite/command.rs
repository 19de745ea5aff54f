//! The command line as others call it: what it prints, what it refuses, and with which exit code.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs the command line in English, with a text for its standard input.
pub fn run(arguments: &[&str], input: &[u8]) -> Output {
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

/// The output for input that is in order.
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

mod counties;
mod exercise;
mod figures;
mod households;
mod projects;
mod region;

#[test]
fn a_projection_says_what_labour_is_not_there() {
    let file =
        r#"{"region":"zhangjiakou-2021","values":{"idle_labour":"20000","jobs.outward":"20001"}}"#;
    let json: Value = serde_json::from_str(&printed(&["project", "-"], file)).expect("JSON");
    assert_eq!(
        json["labour"]["jobs"],
        serde_json::json!({ "year": 2023, "planned": "20001", "there": "20000" })
    );
}

#[test]
fn a_projection_has_the_fields_that_others_read() {
    let json: Value = serde_json::from_str(&printed(&["project", "-"], FILE)).expect("JSON");
    assert_eq!(json["model"], 2);
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
    assert_eq!(json["plan"][0]["income"], "13892.27");
    // A gap is the benchmark less the income: positive while behind.
    assert_eq!(json["plan"][0]["gaps"]["lifted_province"], "325.44");
    assert!(json.get("closing_years").is_some());
    assert_eq!(
        json["labour"],
        serde_json::json!({ "jobs": null, "relocated": null })
    );
    let first = &json["targets"]["T1"][0];
    assert_eq!(first["verdict"], "met");
    assert_eq!(first["against"], "rural_province");
    assert_eq!(json["targets"]["T2"][0]["series"], "lifted_counties");
}

#[test]
fn a_file_becomes_a_link_and_a_link_the_same_file() {
    let link = printed(&["link", "-"], FILE);
    assert!(link.starts_with("#v=1&model=2&"), "{link}");
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
fn unreadable_input_is_reported_in_words() {
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
    let other_text = refused(&["project", "-"], b"{\xff}");
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

/// Runs the command line as it is, with variables of its environment.
fn bare(arguments: &[&str], variables: &[(&str, &str)], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zengshou"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let _may_be_closed = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

#[test]
fn the_address_of_a_link_ends_where_another_link_begins() {
    let other = "https://example.org/calculator/#v=1&region=zhangjiakou-2021&coverage=0.5";
    let link = printed(&["link", "-", "--base", other], FILE);
    assert!(link.starts_with("https://example.org/calculator/#v=1&"));
    assert_eq!(link.matches('#').count(), 1, "{link}");
    let read: Value = serde_json::from_str(&printed(&["read", link.trim()], "")).expect("JSON");
    assert_eq!(read["values"]["coverage"], "0.85");
    let report = printed(&["report", "-", "--base", other], FILE);
    assert!(report.contains(link.trim()), "{report}");
    assert!(!report.contains("coverage=0.5"));
}

#[test]
fn a_file_with_a_link_in_a_note_is_the_file() {
    let text = "\u{feff}{\"region\":\"zhangjiakou-2021\",\"values\":{\"coverage\":\"0.85\"},\
        \"notes\":{\"coverage\":\"见 https://h/#v=1&region=zhangjiakou-2021&coverage=0.5\"}}";
    for command in ["project", "read"] {
        let with_mark = printed(&[command, "-"], text);
        assert_eq!(with_mark, printed(&[command, "-"], &text[3..]));
    }
    let file: Value = serde_json::from_str(&printed(&["read", "-"], text)).expect("JSON");
    assert_eq!(file["values"]["coverage"], "0.85");
}

#[test]
fn all_that_travels_goes_there_and_back() {
    let text = r#"{"region":"zhangjiakou-2021","region_version":1,"name":"多就业","values":{"coverage":"0.85"},
        "notes":{"coverage":"台账"},"tray":[{"name":"甲","values":{"jobs.outward":"5000"},"notes":{"jobs.outward":"人社局"}},
        {"name":"乙","values":{}}],"tray_reference":"2","draws":{"asset_return":"uniform_0_0.2","seed":"7"}}"#;
    let link = printed(&["link", "-"], text);
    assert!(link.starts_with("#v=5&"), "{link}");
    let file = printed(&["read", link.trim()], "");
    let [there, given]: [Value; 2] =
        [&file, text].map(|text| serde_json::from_str(text).expect("JSON"));
    assert_eq!(there, given);
    assert_eq!(printed(&["link", "-"], &file), link);
    let report = printed(&["report", "-"], &file);
    assert!(report.contains("Scenario: 多就业") && report.contains(link.trim()));
}

#[test]
fn a_headline_that_has_moved_on_is_reported() {
    let link = "v=1&region=zhangjiakou-2021&income=13000&coverage=0.85";
    let output = run(&["project", link], b"");
    assert!(output.status.success());
    let said = text(&output.stderr);
    assert!(
        said.contains("13,000.00") && said.contains("13,878.46"),
        "{said}"
    );
    let whole = printed(&["link", "-"], FILE);
    assert_eq!(text(&run(&["project", whole.trim()], b"").stderr), "");
}

#[test]
fn a_link_that_was_cut_off_is_reported_as_such() {
    let link = format!(
        "https://example.org/{}",
        printed(&["link", "-"], FILE).trim()
    );
    let from = link.find("&region=zh").expect("a region") + 10;
    for end in [from, from + 6, link.len() - 20, link.len() - 1] {
        let lines = refused(&["project", &link[..end]], b"");
        assert!(
            lines.iter().any(|line| line.contains("cut off")),
            "{lines:?}"
        );
        assert_eq!(refused(&["project", "-"], &link.as_bytes()[..end]), lines);
    }
    for bare in [
        "https://example.org/calculator/",
        "https://example.org/#",
        "#",
    ] {
        let lines = refused(&["project", bare], b"");
        assert!(
            lines.len() == 1 && lines[0].contains("no scenario link"),
            "{lines:?}"
        );
    }
}

#[test]
fn a_ninth_draft_is_named() {
    let entry = |name: usize| format!(r#"{{"name":"草案{name}","values":{{}}}}"#);
    let entries: Vec<String> = (1..=9).map(entry).collect();
    let text = format!(
        r#"{{"region":"zhangjiakou-2021","values":{{}},"tray":[{}]}}"#,
        entries.join(",")
    );
    let lines = refused(&["read", "-"], text.as_bytes());
    assert_eq!(
        lines,
        ["-: There is room for 8 drafts at most; left out: 草案9."]
    );
}

#[test]
fn a_report_has_the_date_of_the_place() {
    // Twenty-six hours apart, so that the days always differ.
    let dates = ["<+14>-14", "<-12>12"].map(|zone| {
        let report = bare(
            &["--language", "en", "report", "-"],
            &[("TZ", zone)],
            FILE.as_bytes(),
        );
        let report = text(&report.stdout);
        report.lines().nth(3).map(str::to_owned).expect("a date")
    });
    assert!(dates.iter().all(|date| date.contains("20")), "{dates:?}");
    assert_ne!(dates[0], dates[1]);
}

#[test]
fn a_language_is_what_systems_call_it() {
    let said = |language: &str| {
        let output = bare(
            &["--language", language, "read", "hello"],
            &[("LC_ALL", "C")],
            b"",
        );
        (output.status.code(), text(&output.stderr))
    };
    for (language, part) in [
        ("zh-Hans", "这不是方案链接"),
        ("zh-CN", "这不是方案链接"),
        ("zh", "这不是方案链接"),
        ("zh_CN.GB18030", "这不是方案链接"),
        ("zh_TW.UTF-8", "這不是方案連結"),
        ("zh_HK", "這不是方案連結"),
        ("en_US.UTF-8", "no scenario link"),
        ("C", "no scenario link"),
    ] {
        let (code, line) = said(language);
        assert_eq!(code, Some(2));
        assert!(line.contains(part), "{language}: {line}");
    }
    let (code, line) = said("fr");
    assert_eq!(code, Some(2));
    assert!(
        line.contains("“fr”") && line.contains("zh-Hans, zh-Hant, en"),
        "{line}"
    );
}

#[test]
fn a_file_of_another_encoding_is_read_as_what_it_is() {
    let with_note = FILE.replace("}}", "},\"notes\":{\"coverage\":\"县级台账\"}}");
    let utf8 = printed(&["read", "-"], &with_note);
    let (gbk, _, _) = encoding_rs::GBK.encode(&with_note);
    let utf16 = with_note.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
    for bytes in [&gbk[..], &utf16] {
        let output = run(&["read", "-"], bytes);
        assert_eq!(text(&output.stdout), utf8, "{}", text(&output.stderr));
    }
    let lines = refused(&["read", "-"], b"{\"region\":\"\xff\"}");
    assert!(lines[0].contains("save it as UTF-8"), "{lines:?}");
}

#[test]
fn a_report_in_constant_prices_says_so_and_a_projection_has_none() {
    let constant = printed(&["report", "-", "--prices", "constant"], FILE);
    assert!(constant.contains("constant prices of 2023 (prices growing 2% a year"));
    assert!(constant.contains("yuan a head, in 2023 prices"));
    let nominal = printed(&["report", "-"], FILE);
    assert!(!nominal.contains("constant prices"));
    let lines = refused(
        &["report", "-", "--prices", "constant", "--form", "excel"],
        FILE.as_bytes(),
    );
    assert!(lines[0].contains("own prices only"), "{lines:?}");
    let asked = run(&["project", "-", "--prices", "constant"], FILE.as_bytes());
    assert!(!asked.status.success());
}

#[test]
fn a_figure_is_found_by_the_name_that_it_once_had() {
    for (old, new) in [
        ("received.2023", "gain.transfer.2023"),
        ("earned.2024", "gain.market.2024"),
        (
            "channel_received_share.grants.2023",
            "channel_share.grants.transfer.2023",
        ),
    ] {
        let file = r#"{"region":"zhangjiakou-2021","values":{"grants_share":"0.2"}}"#;
        let explained = |name: &str| printed(&["explain", "-", name], file);
        assert_eq!(explained(old), explained(new), "{old}");
    }
}
