//! A region as of later: its file with a version more, whose former values it keeps.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The file of a region after its next release, in which these values changed; a value for a year that
/// had none is new, and takes its evidence from another key.
pub fn released(file: &str, changes: &[(&str, &str)], new: &[(&str, &str, &str)]) -> String {
    let mut file: Value = serde_json::from_str(file).expect("JSON");
    let version = file["version"].as_u64().expect("a version");
    let mut former: Map<String, Value> = Map::new();
    for (key, value) in changes {
        let figure = &mut file["parameters"][key];
        assert!(figure.is_object(), "{key}");
        former.insert((*key).to_owned(), figure["value"].take());
        figure["value"] = json!(value);
        assumed(figure);
        widen(figure);
    }
    for (key, value, like) in new {
        let mut figure = file["parameters"][like].clone();
        figure["value"] = json!(value);
        assumed(&mut figure);
        widen(&mut figure);
        let parameters = file["parameters"].as_object_mut().expect("parameters");
        assert!(parameters.insert((*key).to_owned(), figure).is_none());
        former.insert((*key).to_owned(), Value::Null);
    }
    if file.get("vintages").is_none() {
        file["vintages"] = json!({});
    }
    // Earlier versions differ from the new one where the last one does, too.
    let today = file["parameters"].clone();
    let vintages = file["vintages"].as_object_mut().expect("vintages");
    for vintage in vintages.values_mut() {
        let vintage = vintage.as_object_mut().expect("values");
        for (key, value) in &former {
            vintage.entry(key).or_insert(value.clone());
        }
        vintage.retain(|key, value| *value != today[key]["value"]);
    }
    vintages.insert(version.to_string(), Value::Object(former));
    file["version"] = json!(version + 1);
    file.to_string()
}

/// The file as it was when a version was the newest.
pub fn as_released(file: &str, version: u64) -> String {
    let mut file: Value = serde_json::from_str(file).expect("JSON");
    if file["version"].as_u64() == Some(version) {
        return file.to_string();
    }
    let all = file["vintages"].take();
    let former = all[&version.to_string()].as_object();
    let former = former.unwrap_or_else(|| panic!("no values of version {version} are kept"));
    for (key, value) in former {
        let parameters = file["parameters"].as_object_mut().expect("parameters");
        let value = match value {
            Value::Null => {
                parameters.remove(key);
                continue;
            }
            Value::Object(ranged) => &ranged["value"],
            value => value,
        };
        parameters[key]["value"] = value.clone();
        assumed(&mut parameters[key]);
        widen(&mut parameters[key]);
    }
    // What is drawn with what is of no matter here, and ties ask for equal ranges.
    let parameters = file["parameters"].as_object_mut().expect("parameters");
    for figure in parameters.values_mut() {
        figure.as_object_mut().expect("a figure").remove("same_as");
    }
    let earlier: BTreeMap<&String, &Value> = all
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| name.parse::<u64>().is_ok_and(|other| other < version))
        .collect();
    assert!(
        earlier.is_empty(),
        "put the versions before {version} in relation to it"
    );
    file.as_object_mut().expect("an object").remove("vintages");
    file["version"] = json!(version);
    file.to_string()
}

/// Makes an assumption of a published figure, since no publication gives the value that it has now.
fn assumed(figure: &mut Value) {
    if figure["status"] == json!("source") {
        figure["status"] = json!("assumption");
        figure["range"] = json!([figure["value"], figure["value"]]);
        if figure["basis"].is_null() {
            figure["basis"] = json!({"zh-Hans": "假设", "zh-Hant": "假設", "en": "assumed"});
        }
    }
}

/// Widens a figure's range to hold its value.
fn widen(figure: &mut Value) {
    let number = |value: &Value| -> f64 {
        value
            .as_str()
            .and_then(|it| it.parse().ok())
            .expect("a number")
    };
    let Some([least, most]) = figure["range"].as_array().map(Vec::as_slice) else {
        return;
    };
    let (least, most, value) = (least.clone(), most.clone(), figure["value"].clone());
    if number(&value) < number(&least) {
        figure["range"] = json!([value, most]);
    } else if number(&value) > number(&most) {
        figure["range"] = json!([least, value]);
    }
}
