//! The region's file: in order as it is, refused with the fault and its place when it is not.

use crate::support::{region, region_file};
use serde_json::{Value, json};
use zengshou::problem::Fault;
use zengshou::region::key::{Category, Key, Level, funds};
use zengshou::region::parse::parse_region;
use zengshou::region::{Region, Status};
use zengshou::scenario::Scenario;

fn number(region: &Region, key: &str) -> i64 {
    let key = Key::parse(key).unwrap_or_else(|| panic!("no key {key}"));
    let value = region.values().get(key).expect("a value");
    value.to_string().parse().expect("a whole number")
}

#[test]
fn the_funds_keep_both_margins_in_whole_ten_thousands() {
    let region = region();
    let cell = |level: Level, category: Category| number(region, funds(level, category).row().name);
    let rows = Level::ALL.map(|level| Category::ALL.map(|c| cell(level, c)).iter().sum::<i64>());
    assert_eq!(
        rows,
        [1_073_000_000, 1_902_000_000, 211_000_000, 496_000_000]
    );
    let columns = Category::ALL.map(|c| Level::ALL.map(|level| cell(level, c)).iter().sum::<i64>());
    // 36.82 × 26.46 : 11.23 : 3.65 of 41.34, by largest remainders.
    assert_eq!(columns, [2_356_690_000, 1_000_220_000, 325_090_000]);
    for level in Level::ALL {
        for category in Category::ALL {
            assert_eq!(cell(level, category) % 10_000, 0);
            let exact =
                rows[level as usize] as f64 * [26.46, 11.23, 3.65][category as usize] / 41.34;
            assert!((cell(level, category) as f64 - exact).abs() < 10_000.0);
        }
    }
}

#[test]
fn published_sums_agree() {
    let region = region();
    let income: rust_decimal::Decimal = ["wage", "operating", "property", "transfer"]
        .iter()
        .filter_map(|part| region.values().get(Key::parse(&format!("income0.{part}"))?))
        .sum();
    assert_eq!(income, rust_decimal::Decimal::from(10_905));
    for (id, figure) in &region.figures {
        assert!(figure.name.is_some(), "{id} has no name");
        assert!(
            figure.status != Status::Source || !figure.sources.is_empty(),
            "{id}"
        );
    }
    let used = |id: &String| {
        let figures = region.figures.iter().map(|(_, figure)| figure);
        region
            .parameters
            .values()
            .chain(figures)
            .any(|figure| figure.sources.contains(id))
    };
    for id in region.sources.keys() {
        assert!(used(id), "nothing cites {id}");
    }
    assert_eq!(region.divisions.len(), 16);
}

/// Faults of the file after a change.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<(String, Fault)> {
    let mut file: Value = serde_json::from_str(region_file()).expect("JSON");
    change(&mut file);
    match parse_region(&file.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.place, p.fault)).collect(),
    }
}

fn refused(what: &str, place: &str, fault: fn(&Fault) -> bool, change: impl FnOnce(&mut Value)) {
    let faults = faults(change);
    let found = faults
        .iter()
        .any(|(at, is)| at.contains(place) && fault(is));
    assert!(found, "{what}: {faults:?}");
}

#[test]
fn what_can_not_be_defended_is_refused() {
    let at = "parameters.execution";
    let parameter = |file: &mut Value, name: &str, value: Value| {
        file["parameters"]["execution"][name] = value;
    };
    refused(
        "no status",
        at,
        |f| matches!(f, Fault::UnknownStatus(_)),
        |file| {
            file["parameters"]["execution"]
                .as_object_mut()
                .expect("an object")
                .remove("status");
        },
    );
    refused(
        "an unknown status",
        at,
        |f| matches!(f, Fault::UnknownStatus(_)),
        |file| {
            parameter(file, "status", json!("sure"));
        },
    );
    refused(
        "a source without citation",
        at,
        |f| *f == Fault::WithoutSource,
        |file| {
            parameter(file, "status", json!("source"));
            parameter(file, "sources", json!([]));
        },
    );
    refused(
        "a citation of nothing",
        at,
        |f| matches!(f, Fault::UnknownSource(_)),
        |file| {
            parameter(file, "sources", json!(["hearsay"]));
        },
    );
    refused(
        "an assumption without basis",
        at,
        |f| *f == Fault::WithoutBasis,
        |file| {
            file["parameters"]["execution"]
                .as_object_mut()
                .expect("an object")
                .remove("basis");
        },
    );
    refused(
        "an assumption without range",
        at,
        |f| *f == Fault::WithoutRange,
        |file| {
            file["parameters"]["execution"]
                .as_object_mut()
                .expect("an object")
                .remove("range");
        },
    );
    refused(
        "a range upside down",
        at,
        |f| *f == Fault::BadRange,
        |file| {
            parameter(file, "range", json!(["1", "0.8"]));
        },
    );
    refused(
        "a range beside the value",
        at,
        |f| matches!(f, Fault::BesideRange { .. }),
        |file| {
            parameter(file, "range", json!(["0.99", "1"]));
        },
    );
    refused(
        "a unit of something else",
        at,
        |f| matches!(f, Fault::WrongUnit(_)),
        |file| {
            parameter(file, "unit", json!("yuan"));
        },
    );
    refused(
        "an unknown unit",
        at,
        |f| matches!(f, Fault::UnknownUnit(_)),
        |file| {
            parameter(file, "unit", json!("percent"));
        },
    );
    refused(
        "no number",
        at,
        |f| matches!(f, Fault::NotANumber(_)),
        |file| {
            parameter(file, "value", json!("95%"));
        },
    );
    refused(
        "out of range",
        at,
        |f| matches!(f, Fault::OutOfRange { .. }),
        |file| {
            parameter(file, "value", json!("9.5"));
        },
    );
    refused(
        "a text in one language",
        at,
        |f| *f == Fault::MissingText("en"),
        |file| {
            parameter(file, "basis", json!({"zh-Hans": "假设", "zh-Hant": "假設"}));
        },
    );
    refused(
        "a text that was not converted",
        at,
        |f| *f == Fault::MissingText("zh-Hant"),
        |file| {
            parameter(file, "basis", json!({"zh-Hans": "假设", "en": "assumed"}));
        },
    );
    refused(
        "a missing key",
        at,
        |f| *f == Fault::MissingKey,
        |file| {
            file["parameters"]
                .as_object_mut()
                .expect("an object")
                .remove("execution");
        },
    );
    refused(
        "an unknown key",
        "parameters.luck",
        |f| *f == Fault::UnknownKey,
        |file| {
            file["parameters"]["luck"] = file["parameters"]["execution"].clone();
        },
    );
    refused(
        "another coverage",
        "coverage",
        |f| matches!(f, Fault::MustEqual(_)),
        |file| {
            file["parameters"]["coverage"]["value"] = json!("0.9");
        },
    );
    refused(
        "one figure as two",
        "figures.nation.rural.2022",
        |f| matches!(f, Fault::MustEqual(key) if key == "bench.rural_nation.2022"),
        |file| {
            file["figures"]["nation.rural.2022"]["value"] = json!("20134");
        },
    );
    refused(
        "a citation of what the publication does not give",
        "figures.studies.growth_most",
        |f| matches!(f, Fault::NotGiven { source, year: 2002 } if source == "meng-2013"),
        |file| {
            let cited = json!(["park-wang-wu-2002", "meng-2013"]);
            file["figures"]["studies.growth_most"]["sources"] = cited;
        },
    );
    refused(
        "an outcome of another year",
        "figures.returns.high",
        |f| matches!(f, Fault::NotGiven { source, year: 2022 } if source == "qingyang-anhui-2020"),
        |file| {
            file["figures"]["returns.high"]["year"] = json!(2022);
        },
    );
    refused(
        "a stand-in that is called published",
        "parameters.growth_known.2022",
        |f| *f == Fault::StandInAsSource,
        |file| {
            file["parameters"]["growth_known.2022"]["status"] = json!("source");
        },
    );
    refused(
        "a series of nobody",
        "parameters.growth_known.2022.follows",
        |f| matches!(f, Fault::NotUnderstood(_)),
        |file| {
            file["parameters"]["growth_known.2022"]["follows"] = json!("the_moon");
        },
    );
    refused(
        "more than a whole",
        "",
        |f| matches!(f, Fault::MoreThanWhole(_)),
        |file| {
            file["parameters"]["split_wage"]["value"] = json!("0.9");
            file["parameters"]["split_wage"]["range"] = json!(["0", "1"]);
        },
    );
    refused(
        "years upside down",
        "horizon",
        |f| matches!(f, Fault::BadYears(..)),
        |file| {
            file["horizon"] = json!(2020);
        },
    );
    refused(
        "another schema",
        "schema",
        |f| matches!(f, Fault::UnknownSchema(9)),
        |file| {
            file["schema"] = json!(9);
        },
    );
    refused(
        "an identifier that no link holds",
        "id",
        |f| matches!(f, Fault::NotUnderstood(_)),
        |file| {
            file["id"] = json!("a.b&c");
        },
    );
    refused(
        "a field that is not known",
        "",
        |f| matches!(f, Fault::FieldUnknown(name) if name == "colour"),
        |file| {
            file["colour"] = json!("red");
        },
    );
    assert_eq!(faults(|_| {}), vec![], "the file as it is");
}

#[test]
fn what_is_no_region_at_all_is_refused() {
    let twice = region_file().replacen("\"execution\":{", "\"execution\": {\"value\":\"0.9\",\"unit\":\"share\",\"year\":2023,\"status\":\"derived\",\"basis\":{\"zh-Hans\":\"x\",\"zh-Hant\":\"x\",\"en\":\"x\"}},\"execution\":{", 1);
    let fault = |text: &str| {
        parse_region(text)
            .map_err(|problems| problems[0].fault.clone())
            .err()
    };
    assert_eq!(fault(&twice), Some(Fault::Duplicate));
    assert!(matches!(fault(""), Some(Fault::NotJson(..))));
    assert!(matches!(
        fault(region_file().split_once("\"figures\"").expect("figures").0),
        Some(Fault::NotJson(..))
    ));
    assert!(matches!(
        fault(&format!("{} x", region_file())),
        Some(Fault::NotJson(..))
    ));
    assert!(matches!(
        fault("[]"),
        Some(Fault::Shape | Fault::FieldMissing(_) | Fault::OtherKind { .. })
    ));
    assert!(matches!(
        fault(&" ".repeat(5 << 20)),
        Some(Fault::TooLong(_))
    ));
}

/// Another city is another file: other years, another name, the same program.
#[test]
fn another_region_with_other_years_projects_too() {
    let mut file: Value = serde_json::from_str(region_file()).expect("JSON");
    file["id"] = json!("elsewhere-2022");
    file["income_year"] = json!(2022);
    file["first_plan_year"] = json!(2024);
    file["horizon"] = json!(2029);
    // Its published figures are of other years.
    file["figures"] = json!({});
    let parameters = file["parameters"].as_object_mut().expect("an object");
    let renamed: Vec<String> = parameters
        .keys()
        .filter(|key| key.ends_with(".2021"))
        .cloned()
        .collect();
    for key in renamed {
        let figure = parameters.remove(&key).expect("it was there");
        parameters.insert(key.replace("2021", "2022"), figure);
    }
    let known = parameters
        .remove("growth_known.2022")
        .expect("the known growth");
    parameters.insert("growth_known.2023".to_owned(), known);
    parameters["bench_growth.lifted_province.2022"]["same_as"] = json!("growth_known.2023");
    let region = parse_region(&file.to_string()).expect("in order");
    let outcome = Scenario::default().project(&region);
    let years: Vec<u16> = outcome.scenario.iter().map(|year| year.year).collect();
    assert_eq!(years, [2024, 2025, 2026, 2027, 2028, 2029]);
    assert_eq!(outcome.scenario[0].income.to_string(), "13892.27");
}

#[test]
fn nothing_in_the_program_knows_a_particular_city() {
    fn read(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("the sources").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let code = text
                .split("#[cfg(test)]")
                .next()
                .unwrap_or_default()
                .to_lowercase();
            let is_test = path.to_string_lossy().contains("tests");
            let in_prose = |line: &str| line.trim_start().starts_with("//");
            let knows = code.lines().any(|line| {
                !in_prose(line) && (line.contains("zhangjiakou") || line.contains("张家口"))
            });
            if knows && !is_test {
                found.push(path.display().to_string());
            }
        }
    }
    let mut found = Vec::new();
    read(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert_eq!(found, Vec::<String>::new());
}
