//! A bureau's own figures: the form written, filled in, read, and computed.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{printed, refused, run, text};

/// A folder of a test's own files.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The form of a new region with its essential rows filled in, by a clerk who writes what is asked.
fn filled_form(folder: &std::path::Path) -> String {
    let form = folder.join("form.csv");
    let form = form.to_str().expect("a path");
    printed(
        &[
            "template",
            form,
            "--base-year",
            "2025",
            "--first-plan-year",
            "2026",
        ],
        "",
    );
    let typed = |label: &str| {
        Some(match label {
            "Name of the region" => "蔚县",
            "Lifted people" => "42000",
            "Lifted households" => "17500",
            "Net income a head of the lifted population" => "17471.25",
            "of which wages" => "11250.40",
            "of which gross operating income (before costs)" => "4120.50",
            "less operating costs" => "1500.25",
            "of which property income" => "612.35",
            "of which transfer income" => "2988.25",
            "Net income a head of the province’s lifted population" => "18120",
            "Disposable income a head of the province’s rural residents" => "22022",
            "Coverage by industry support" => "92%",
            "Funds spent so far" => "3000",
            "Day of that figure" => "2025-11-30",
            label if label.starts_with("Funds granted") => "876.806513",
            _ => return None,
        })
    };
    let lines = fs::read_to_string(form).expect("the form");
    let lines = lines.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if let Some(value) = typed(cells[0])
            && cells.len() >= 7
        {
            cells[1] = value;
            if cells[0].starts_with("Coverage") {
                return format!(
                    "{},92%,%,2025,,lifted households with a measure by all,",
                    cells[0]
                );
            }
        }
        cells.join(",")
    });
    lines.collect::<Vec<_>>().join("\r\n")
}

#[test]
fn a_form_is_written_filled_in_and_computed() {
    let folder = folder("own-figures");
    let filled = filled_form(&folder);
    let file = folder.join("filled.csv");
    fs::write(&file, &filled).expect("written");
    let file = file.to_str().expect("a path");

    let output = run(&["region", file], b"");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let json = text(&output.stdout);
    let own: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(own["zengshou-region"], 1);
    assert_eq!(
        (&own["name"], &own["base_year"]),
        (&"蔚县".into(), &2025.into())
    );
    assert_eq!(own["values"]["funds.city.other"]["value"], "8768065.13");
    assert_eq!(own["figures"]["funds.spent"]["day"]["month"], 11);
    assert!(
        text(&output.stderr).contains("have no source"),
        "{}",
        text(&output.stderr)
    );

    // The same region of the form itself and of its file.
    let region = folder.join("own.json");
    fs::write(&region, &json).expect("written");
    let region = region.to_str().expect("a path");
    let id = own["id"].as_str().expect("an identifier");
    let plan = format!(r#"{{"region":"{id}","values":{{}}}}"#);
    let of_file = printed(&["--region", region, "project", "-"], &plan);
    assert_eq!(printed(&["--region", file, "project", "-"], &plan), of_file);
    let projection: Value = serde_json::from_str(&of_file).expect("JSON");
    assert_eq!(projection["region"], id);
    assert_eq!(projection["plan"][0]["year"], 2026);

    // Its link and its scenario file carry it, so that nobody needs another file.
    let link = printed(&["--region", region, "link", "-"], &plan);
    let of_link = printed(&["project", link.trim()], "");
    assert_eq!(of_link, of_file);
    let scenario = printed(&["read", link.trim()], "");
    assert!(scenario.contains("own_region"), "{scenario}");
    assert_eq!(printed(&["project", "-"], &scenario), of_file);
    // Another region than the one that is wanted is refused.
    let other = refused(
        &["--region", "zhangjiakou-2021", "project", link.trim()],
        b"",
    );
    assert!(other.join("").contains("other figures"), "{other:?}");

    // A report and a workbook of it, and its own form again.
    let report = printed(&["--region", region, "report", "-"], &plan);
    assert!(
        report.contains("蔚县") && !report.contains("Zhangjiakou"),
        "{report}"
    );
    let again = folder.join("again.xlsx");
    let again = again.to_str().expect("a path");
    printed(&["--region", region, "template", again], "");
    let read = printed(&["region", again, "--before", region], "");
    assert_eq!(read, json);
}

#[test]
fn a_form_that_is_not_in_order_is_refused_with_every_reason() {
    let folder = folder("own-figures-refused");
    let filled = filled_form(&folder);
    let file = folder.join("filled.csv");
    let path = file.to_str().expect("a path");
    let said = |from: &str, to: &str| {
        assert!(filled.contains(from), "{from}");
        fs::write(&file, filled.replacen(from, to, 1)).expect("written");
        refused(&["region", path], b"").join("\n")
    };
    let missing = said("of which wages,11250.40", "of which wages,—");
    assert!(
        missing.contains("Essential and not filled in: of which wages"),
        "{missing}"
    );
    let sum = said("17471.25", "17000");
    assert!(
        sum.contains("filled!B8 Net income a head") && sum.contains("471.25"),
        "{sum}"
    );
    let people = said("Lifted people,42000", "Lifted people,many");
    assert!(
        people.contains("filled!B6") && people.contains("many"),
        "{people}"
    );
    let nothing = folder.join("nothing.csv");
    fs::write(&nothing, "a,b\r\n1,2\r\n").expect("written");
    let nothing = refused(&["region", nothing.to_str().expect("a path")], b"").join("\n");
    assert!(nothing.contains("none of the tables"), "{nothing}");
    let ending = refused(&["template", "form.doc"], b"").join("\n");
    assert!(ending.contains(".xlsx or .csv"), "{ending}");
}

#[test]
fn questions_are_asked_and_answered() {
    let folder = folder("own-figures-questions");
    let filled = filled_form(&folder);
    let file = folder.join("filled.csv");
    let path = file.to_str().expect("a path");
    // A coverage without a sign may be a share or a percentage.
    let unclear = filled.replacen(",92%,%,", ",0.92,,", 1);
    fs::write(&file, unclear).expect("written");
    let asked = refused(&["region", path], b"").join("\n");
    assert!(
        asked.contains("--answer \"filled!B17=share|percent\""),
        "{asked}"
    );
    let wrong = refused(&["region", path, "--answer", "filled!B17=half"], b"").join("\n");
    assert!(wrong.contains("no such question"), "{wrong}");
    let json = printed(&["region", path, "--answer", "filled!B17=share"], "");
    let own: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(own["values"]["coverage0"]["value"], "0.92");

    // Totals that do not add up are taken knowingly, or not at all.
    let counties = folder.join("counties.csv");
    let table = "单位：万元\r\n县区,代码,脱贫户数,脱贫人口\r\n甲县,130701,500,1200\r\n乙县,130702,300,800\r\n合计,,800,2100\r\n";
    fs::write(&counties, table).expect("written");
    let counties = counties.to_str().expect("a path");
    let before = folder.join("own.json");
    fs::write(&before, &json).expect("written");
    let before = before.to_str().expect("a path");
    let differs = refused(&["region", counties, "--before", before], b"").join("\n");
    assert!(
        differs.contains("2,100") && differs.contains("--accept-totals"),
        "{differs}"
    );
    let taken = printed(
        &["region", counties, "--before", before, "--accept-totals"],
        "",
    );
    let taken: Value = serde_json::from_str(&taken).expect("JSON");
    assert_eq!(taken["counties"]["rows"].as_array().map(Vec::len), Some(2));
    assert_eq!(taken["version"], 2);
}

/// Of 12 in ten thousands, 5 are subsidies of employment: 7 + 5 are counted as other, unless something else is said.
#[test]
fn types_of_projects_are_printed_and_counted_as_is_said() {
    let folder = folder("own-figures-types");
    let filled = filled_form(&folder);
    let file = folder.join("filled.csv");
    fs::write(&file, filled).expect("written");
    let own = folder.join("own.json");
    let path = file.to_str().expect("a path");
    fs::write(&own, printed(&["region", path], "")).expect("written");
    let before = own.to_str().expect("a path");
    let projects = folder.join("projects.csv");
    let table = "单位：万元\r\n项目名称,项目类型,二级类型,总投资\r\n培训,就业项目,技能培训,7\r\n补助,就业项目,务工补助,5\r\n";
    fs::write(&projects, table).expect("written");
    let projects = projects.to_str().expect("a path");
    let import = ["region", projects, "--before", before];
    let said = |types: &[&str]| {
        let output = run(&[&import[..], types].concat(), b"");
        let own: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let lines = text(&output.stderr);
        let line = lines.lines().find(|line| line.starts_with("Employment"));
        (line.unwrap_or_default().to_owned(), own["types"].clone())
    };
    let (line, types) = said(&[]);
    assert!(
        line.ends_with("2 projects, 12 × 10⁴ yuan planned, counted as Other"),
        "{line}"
    );
    assert_eq!(types, Value::Null);
    let (line, types) = said(&[
        "--type",
        "就业项目=industry",
        "--type",
        "就业项目/务工补助=other",
    ]);
    assert!(line.ends_with("counted as Industry"), "{line}");
    let expected = serde_json::json!({"就业项目": "industry", "就业项目/务工补助": "other"});
    assert_eq!(types, expected);
    for (given, reason) in [
        ("耕地=industry", "no such type of projects"),
        (
            "就业项目=farming",
            "must be industry, infrastructure or other",
        ),
        ("就业项目", "must be TYPE=CATEGORY"),
        ("就业项目/没有的=other", "has the second level “没有的”"),
    ] {
        let lines = refused(&[&import[..], &["--type", given]].concat(), b"");
        assert!(lines.len() == 1 && lines[0].contains(reason), "{lines:?}");
    }
    let twice = ["--type", "就业=other", "--type", "就业项目=industry"];
    let lines = refused(&[&import[..], &twice].concat(), b"");
    assert!(
        lines.len() == 1 && lines[0].contains("contradicts --type 就业=other;"),
        "{lines:?}"
    );
    // The same once more is no contradiction.
    let (line, _) = said(&["--type", "就业=industry", "--type", "就业项目=industry"]);
    assert!(line.ends_with("counted as Industry"), "{line}");
}

#[test]
fn years_that_nothing_can_count_are_refused_in_words() {
    let years = [
        "template",
        "never-written.xlsx",
        "--base-year",
        "2025",
        "--first-plan-year",
        "2026",
        "--last-plan-year",
        "65535",
    ];
    let lines = refused(&years, b"");
    assert!(
        lines.len() == 1 && lines[0].contains("a region of your own has 3 to 15 plan years"),
        "{lines:?}"
    );
}
