//! Makes the Traditional Chinese texts from the Simplified ones, which are the only ones written by
//! hand: message files become files of their own, texts of a region become a language more beside
//! them. What was made, and from what, is noted, so that a test without npm sees what is stale.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::checks::scripts;
use crate::project::{command, root};

/// The tags of the language that is written and of the one that is made.
const FROM: &str = "zh-Hans";
const TO: &str = "zh-Hant";
/// What every made file of messages starts with.
const HEAD: &str = "# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。\n";
/// The corrections, in the project.
const TERMS: &str = "xtask/traditional/terms.txt";
/// The note of what was made from what, in the project.
const NOTE: &str = "static/locales/zh-Hant/made-from.txt";

/// Makes every Traditional Chinese text anew.
pub fn traditional() -> Result<()> {
    let sources = sources()?;
    let texts: Vec<&String> = sources.iter().flat_map(|source| &source.texts).collect();
    let mut converted = convert(&texts)?.into_iter();
    fs::remove_dir_all(root().join("static/locales").join(TO)).or_else(|error| {
        let is_first = error.kind() == std::io::ErrorKind::NotFound;
        if is_first { Ok(()) } else { Err(error) }
    })?;
    for source in &sources {
        let made: Vec<String> = converted.by_ref().take(source.texts.len()).collect();
        source.write(&made)?;
        println!("{}: {} texts", source.made.display(), made.len());
    }
    fs::write(root().join(NOTE), note()?)?;
    Ok(())
}

/// A file with texts in Simplified Chinese, and the file that their conversion goes to.
struct Source {
    /// Where the texts stand, in the project.
    path: PathBuf,
    /// Where the made ones go; for a region the same file.
    made: PathBuf,
    /// The texts in order: the whole file, or each text of a region.
    texts: Vec<String>,
}

impl Source {
    fn write(&self, made: &[String]) -> Result<()> {
        let file = root().join(&self.made);
        fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
        let text = if self.path == self.made {
            let mut region: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
            let mut made = made.iter().cloned();
            put(&mut region, &mut made);
            serde_json::to_string_pretty(&region)? + "\n"
        } else {
            HEAD.to_owned() + &made.concat()
        };
        fs::write(file, text)?;
        Ok(())
    }

    /// What this file is made from and what was made, each as a sum.
    fn note(&self) -> Result<String> {
        let made = fs::read_to_string(root().join(&self.made))
            .with_context(|| format!("{} is missing", self.made.display()))?;
        let made = if self.path == self.made {
            texts_of(&serde_json::from_str(&made)?, TO)
        } else {
            vec![made]
        };
        let (source, made) = (sum(&self.texts), sum(&made));
        let path = self.path.to_string_lossy().replace('\\', "/");
        Ok(format!("{path} {source} {made}\n"))
    }
}

/// Every file with texts to convert, in the order of their names.
fn sources() -> Result<Vec<Source>> {
    let mut found = Vec::new();
    for folder in ["", "later"] {
        let folder = Path::new("static/locales").join(FROM).join(folder);
        for path in files(&folder, "ftl")? {
            let inside = path.strip_prefix(Path::new("static/locales").join(FROM))?;
            found.push(Source {
                made: Path::new("static/locales").join(TO).join(inside),
                texts: vec![fs::read_to_string(root().join(&path))?],
                path,
            });
        }
    }
    for path in files(Path::new("static/regions"), "json")? {
        let region = serde_json::from_str(&fs::read_to_string(root().join(&path))?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        found.push(Source {
            texts: texts_of(&region, FROM),
            made: path.clone(),
            path,
        });
    }
    Ok(found)
}

/// The files of a folder of the project with that ending, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let path = folder.join(entry?.file_name());
        if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The texts of one language in a region's file, in order.
fn texts_of(value: &Value, tag: &str) -> Vec<String> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(name, value)| match value {
                Value::String(text) if name == tag => vec![text.clone()],
                other => texts_of(other, tag),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| texts_of(item, tag)).collect(),
        _ => Vec::new(),
    }
}

/// Puts the made texts beside those they were made from.
fn put(value: &mut Value, made: &mut impl Iterator<Item = String>) {
    match value {
        Value::Object(map) => {
            let mut with = Map::new();
            for (name, mut value) in std::mem::take(map) {
                let is_source = name == FROM && value.is_string();
                put(&mut value, made);
                if name != TO {
                    with.insert(name, value);
                }
                if let Some(text) = is_source.then(|| made.next()).flatten() {
                    with.insert(TO.to_owned(), Value::String(text));
                }
            }
            *map = with;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put(item, made)),
        _ => {}
    }
}

/// Converts texts by OpenCC's port and the project's own corrections.
fn convert(texts: &[&String]) -> Result<Vec<String>> {
    let script = scripts("xtask/traditional")?.join("convert.mjs");
    let input = serde_json::json!({ "terms": terms()?, "texts": texts }).to_string();
    let mut child = command("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start node")?;
    let mut stdin = child.stdin.take().context("node has an input")?;
    stdin.write_all(input.as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("the conversion ended with {}", output.status);
    }
    let converted: Vec<String> = serde_json::from_slice(&output.stdout)?;
    if converted.len() != texts.len() {
        bail!("{} texts became {}", texts.len(), converted.len());
    }
    Ok(converted)
}

/// The corrections: pairs of what the conversion writes and what is wanted.
fn terms() -> Result<Vec<(String, String)>> {
    let text = fs::read_to_string(root().join(TERMS))?;
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (from, to) = line
                .split_once(' ')
                .with_context(|| format!("{TERMS}: “{line}” is no pair"))?;
            Ok((from.to_owned(), to.to_owned()))
        })
        .collect()
}

/// What the made texts are made from, one file a line: its path, the sum of the texts that were
/// converted and the sum of what was made of them; the corrections first.
fn note() -> Result<String> {
    let mut note = format!(
        "{TERMS} {}\n",
        sum(&[fs::read_to_string(root().join(TERMS))?])
    );
    for source in sources()? {
        note += &source.note()?;
    }
    Ok(note)
}

fn sum(texts: &[String]) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for text in texts {
        hasher.update(text.as_bytes());
        // Parts the texts, so that a word that moves from one to the next is noticed.
        hasher.update(&[0]);
    }
    format!("{:08x}", hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_traditional_texts_are_current() {
        let noted = fs::read_to_string(root().join(NOTE)).expect("the note of what was made");
        let now = note().expect("every file that was made");
        assert!(
            noted == now,
            "run cargo xtask traditional: made were\n{noted}but there are\n{now}"
        );
        let made = |folder: &str| {
            files(&Path::new("static/locales").join(TO).join(folder), "ftl")
                .expect("a folder")
                .len()
        };
        let sources = sources().expect("the sources");
        let wanted = sources.iter().filter(|source| source.path != source.made);
        assert_eq!(made("") + made("later"), wanted.count(), "a file too many");
    }

    #[test]
    fn texts_are_put_beside_their_source_and_replace_older_ones() {
        let mut region = serde_json::json!({
            "name": {"zh-Hans": "张", "zh-Hant": "old", "en": "Z"},
            "divisions": {"counties": [{"zh-Hans": "县", "en": "county"}]}
        });
        assert_eq!(texts_of(&region, FROM), ["张", "县"]);
        put(
            &mut region,
            &mut ["張", "縣"].map(str::to_owned).into_iter(),
        );
        assert_eq!(
            region.to_string(),
            r#"{"name":{"zh-Hans":"张","zh-Hant":"張","en":"Z"},"divisions":{"counties":[{"zh-Hans":"县","zh-Hant":"縣","en":"county"}]}}"#
        );
    }

    #[test]
    fn a_text_that_changed_is_noticed() {
        let texts = |list: &[&str]| sum(&list.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        assert_ne!(texts(&["ab", "c"]), texts(&["a", "bc"]));
        assert_ne!(texts(&["a"]), texts(&["b"]));
    }
}
