//! The parts of the page beside its programs: style sheets, messages, the region with its texts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

/// The content of a file of JSON.
pub fn json(file: &Path) -> Result<Value> {
    serde_json::from_slice(&fs::read(file)?)
        .with_context(|| format!("{} is no JSON", file.display()))
}

/// Every shipped exercise by its identifier, and the trainers' notes apart from them: participants are sent none.
pub fn exercises(folder: &Path) -> Result<[Map<String, Value>; 2]> {
    let [mut all, mut notes] = [Map::new(), Map::new()];
    let order = fs::read_to_string(folder.join("order.txt"))?;
    let order = order.lines().filter(|line| !line.starts_with('#'));
    let files: Vec<PathBuf> = order.map(|id| folder.join(format!("{id}.json"))).collect();
    if files.len() != sorted(folder, "json")?.len() {
        bail!("static/exercises/order.txt does not name each exercise once");
    }
    for file in files {
        let id = file.file_stem().context("an exercise's file has a name")?;
        let id = id.to_string_lossy().into_owned();
        let mut exercise = json(&file)?;
        for texts in sorted(&file.with_extension(""), "json")? {
            let tag = texts.file_stem().context("a language has a tag")?;
            put_texts(&mut exercise, json(&texts)?, &tag.to_string_lossy())?;
        }
        let own = exercise
            .as_object_mut()
            .context("an exercise is an object")?;
        if let Some(own) = own.remove("notes") {
            notes.insert(id.clone(), own);
        }
        all.insert(id, exercise);
    }
    Ok([all, notes])
}

/// Puts a language's texts into a region's file, each under the language's tag at its own place. Whether
/// they belong there, the tests of the region say.
pub fn put_texts(place: &mut Value, texts: Value, tag: &str) -> Result<()> {
    match texts {
        Value::Object(texts) => {
            if place.is_null() {
                *place = Value::Object(Map::new());
            }
            let place = place
                .as_object_mut()
                .context("a text where a value stands")?;
            for (name, text) in texts {
                put_texts(place.entry(name).or_insert(Value::Null), text, tag)?;
            }
        }
        Value::Array(texts) => {
            if place.is_null() {
                *place = Value::Array(Vec::new());
            }
            let place = place
                .as_array_mut()
                .context("a text where a value stands")?;
            for (index, text) in texts.into_iter().enumerate() {
                if index == place.len() {
                    place.push(Value::Null);
                }
                put_texts(&mut place[index], text, tag)?;
            }
        }
        text => {
            if place.is_null() {
                *place = Value::Object(Map::new());
            }
            let place = place
                .as_object_mut()
                .context("a text where a value stands")?;
            place.insert(tag.to_owned(), text);
        }
    }
    Ok(())
}

/// A language's texts of a region in two: the names that everything is called after, and what is said of its values.
pub fn parted_texts(texts: Value) -> Result<(Value, Value)> {
    let Value::Object(texts) = texts else {
        bail!("a region's texts are an object");
    };
    let (first, rest): (Map<_, _>, Map<_, _>) = texts
        .into_iter()
        .partition(|(place, _)| place == "name" || place == "terms");
    Ok((first.into(), rest.into()))
}

/// The list of a folder's style sheets.
const ORDER: &str = "order.txt";

/// The style sheets of a folder, one after the other in the order of its list, which names them all.
pub fn style_sheets(folder: &Path) -> Result<Vec<u8>> {
    let list = fs::read_to_string(folder.join(ORDER))
        .with_context(|| format!("the order of the style sheets in {}", folder.display()))?;
    let names: Vec<&str> = list
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    unlisted(folder, folder, &names)?;
    let mut style = String::new();
    for name in names {
        let file = folder.join(format!("{name}.css"));
        style.push_str(&fs::read_to_string(&file).with_context(|| file.display().to_string())?);
    }
    Ok(style.into_bytes())
}

/// Refuses a style sheet that the list of its folder does not name: it would be in no page.
fn unlisted(folder: &Path, list: &Path, names: &[&str]) -> Result<()> {
    for file in sorted(folder, "css")? {
        let inside = file.strip_prefix(list)?.with_extension("");
        if !names.iter().any(|name| Path::new(name) == inside) {
            bail!(
                "add {} to {} at its place in the cascade",
                inside.display(),
                list.join(ORDER).display()
            );
        }
    }
    for inner in folders(folder)? {
        // A folder with a list of its own is read by itself.
        if !inner.join(ORDER).exists() {
            unlisted(&inner, list, names)?;
        }
    }
    Ok(())
}

/// The messages of a folder's files, one after the other, without what is for translators alone.
pub fn words(folder: &Path) -> Result<Vec<u8>> {
    let mut words = String::new();
    for file in sorted(folder, "ftl")? {
        let text = fs::read_to_string(file)?;
        for line in text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            words.push_str(line);
            words.push('\n');
        }
    }
    Ok(words.into_bytes())
}

/// The files of a folder with that ending, in the order of their names.
pub fn sorted(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The folders in a folder, in the order of their names.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        }
    }
    folders.sort();
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_put_under_their_tag_at_their_own_place() {
        let mut region = serde_json::json!({"parameters": {"a.b": {"value": "1"}}});
        for (tag, text) in [("en", "x"), ("zh-Hans", "一")] {
            let texts = serde_json::json!({
                "name": text, "parameters": {"a.b": {"basis": text}}, "divisions": {"counties": [text]}
            });
            put_texts(&mut region, texts, tag).expect("places that are free");
        }
        let both = r#"{"en":"x","zh-Hans":"一"}"#;
        assert_eq!(
            region.to_string(),
            format!(
                r#"{{"parameters":{{"a.b":{{"value":"1","basis":{both}}}}},"name":{both},"divisions":{{"counties":[{both}]}}}}"#
            )
        );
        let misplaced = serde_json::json!({"parameters": {"a.b": {"value": "x"}}});
        assert!(put_texts(&mut region, misplaced, "en").is_err());
    }

    #[test]
    fn style_sheets_stand_in_the_order_of_their_list_which_names_them_all() {
        let folder = std::env::temp_dir().join(format!("zengshou-style-{}", std::process::id()));
        fs::create_dir_all(folder.join("results")).expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
        write(ORDER, "# Why.\nresults\nresults/charts\nabove\n");
        write("results.css", "r");
        write("results/charts.css", "c");
        write("above.css", "a");
        assert_eq!(style_sheets(&folder).expect("all listed"), b"rca");
        write("results/new.css", "n");
        let told = style_sheets(&folder).expect_err("one too many").to_string();
        fs::remove_dir_all(&folder).expect("it was there");
        let new = Path::new("results").join("new");
        assert!(
            told.starts_with(&format!("add {} to", new.display())),
            "{told}"
        );
    }
}
