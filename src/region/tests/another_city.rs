//! A region of another city with later years, made of the shipped file: whatever of the shipped region or of
//! its years shows up in it was written into the program.

use serde_json::{Value, json};

use super::{Region, parse_region, region_file};
use crate::model::years::Years;

/// The years of the usual one: what is known is of 2025, the plan begins the year after.
pub const YEARS: Years = Years {
    income: 2025,
    first_plan: 2026,
    horizon: 2035,
};

/// The only publications that are kept: they name no city and no year that the plan has left behind.
const KEPT: [&str; 3] = ["yicai-2026", "trabajar", "green-book"];

/// The net income a head and its parts, with benchmarks: what a bureau enters.
const ENTERED: [(&str, &str); 9] = [
    ("income0.wage", "11500"),
    ("income0.operating", "3100"),
    ("income0.property", "600"),
    ("income0.transfer", "2800"),
    ("population", "86000"),
    ("bench.lifted_province", "18600"),
    ("bench.rural_province", "23000"),
    ("bench.rural_nation", "24456"),
    ("risk_line", "8700"),
];

/// Publications cited and a basis, in every language.
fn words(text: &str) -> Value {
    json!({ "zh-Hans": text, "zh-Hant": text, "en": text })
}

/// A value of the new region: under the new years, without the former sources and their words.
fn moved(mut figure: Value, year: u16) -> Value {
    let sources = figure["sources"].as_array().cloned().unwrap_or_default();
    let kept: Vec<Value> = sources
        .into_iter()
        .filter(|id| KEPT.iter().any(|kept| id == kept))
        .collect();
    if figure["status"] == "source" {
        figure["status"] = json!("derived");
    }
    if figure["basis"].is_object() || figure["status"] == "derived" {
        figure["basis"] = words("X");
    }
    figure["sources"] = Value::Array(kept);
    figure["year"] = json!(year);
    for tie in ["same_as", "series", "follows"] {
        figure[tie] = Value::Null;
    }
    figure
}

/// The file of the region with those years. Nothing is known of the nation's lifted population, of counties or
/// of a rule on central funds.
pub fn file(years: Years) -> String {
    let mut file: Value = serde_json::from_str(&region_file()).expect("JSON");
    file["id"] = json!("yunzhou");
    file["version"] = json!(1);
    file["name"] = json!({ "zh-Hans": "云州市", "zh-Hant": "雲州市", "en": "Yunzhou City" });
    file["income_year"] = json!(years.income);
    file["first_plan_year"] = json!(years.first_plan);
    file["horizon"] = json!(years.horizon);
    let sources = file["sources"].as_object_mut().expect("an object");
    sources.retain(|id, _| KEPT.contains(&id.as_str()));
    let former = file["parameters"].as_object_mut().expect("an object");
    let former = std::mem::take(former);
    let mut parameters = serde_json::Map::new();
    for (name, figure) in former {
        let last = name.rsplit('.').next().unwrap_or_default();
        if last.parse::<u16>().is_ok() {
            continue;
        }
        let year = match name.split('.').next() {
            Some("income0" | "coverage0" | "coverage_province" | "population" | "gini") => {
                years.income
            }
            _ => years.first_plan,
        };
        parameters.insert(name, moved(figure, year));
    }
    for (name, value) in ENTERED {
        let unit = match name {
            "population" => "people",
            _ => "yuan_per_person",
        };
        let is_yearly = !parameters.contains_key(name);
        let name = match is_yearly {
            true => format!("{name}.{}", years.income),
            false => name.to_owned(),
        };
        let entered = json!({
            "value": value, "unit": unit, "year": years.income, "status": "derived", "sources": [], "basis": words("X"),
        });
        parameters.insert(name, entered);
    }
    for year in years.income + 1..years.first_plan {
        let grown = json!({
            "value": "0.07", "unit": "share", "year": year, "status": "derived", "sources": [], "basis": words("X"),
        });
        parameters.insert(format!("growth_known.{year}"), grown);
    }
    file["parameters"] = Value::Object(parameters);
    let file = file.as_object_mut().expect("an object");
    for name in ["figures", "divisions", "vintages"] {
        file.remove(name);
    }
    Value::Object(file.clone()).to_string()
}

/// The region of those years.
pub fn region_of(years: Years) -> Region {
    parse_region(&file(years)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The region with the usual years.
pub fn region() -> Region {
    region_of(YEARS)
}

#[test]
fn the_other_city_has_its_own_years_and_nothing_of_the_shipped_one() {
    let region = region();
    assert_eq!(region.years, YEARS);
    assert!(region.figures.is_empty() && region.divisions.is_empty());
    let text = file(YEARS);
    for part in [
        "张家口",
        "張家口",
        "Zhangjiakou",
        "河北",
        "Hebei",
        "2021",
        "2022",
        "2023",
    ] {
        assert!(!text.contains(part), "{part}");
    }
}
