//! Makes the Traditional Chinese texts from the Simplified ones, which are the only ones written by
//! hand: each file of messages, of a region's texts and of an exercise's becomes one beside it. What was made, and from what, is noted, so that a test without npm sees what is stale.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::checks::scripts;
use crate::project::{command, root};

/// The tags of the language that is written and of the one that is made.
const FROM: &str = "zh-Hans";
const TO: &str = "zh-Hant";
/// The beginning of every made file of messages.
const HEAD: &str = "# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。\n";
/// The corrections, in the project.
const TERMS: &str = "xtask/traditional/terms.txt";
/// The note of what was made from what, in the project.
const NOTE: &str = "static/locales/zh-Hant/made-from.txt";

/// Makes every Traditional Chinese text again.
pub fn traditional() -> Result<()> {
    let sources = sources()?;
    let texts: Vec<&String> = sources.iter().map(|source| &source.text).collect();
    let converted = convert(&texts)?;
    fs::remove_dir_all(root().join("static/locales").join(TO)).or_else(|error| {
        let is_first = error.kind() == std::io::ErrorKind::NotFound;
        if is_first { Ok(()) } else { Err(error) }
    })?;
    for (source, made) in sources.iter().zip(&converted) {
        source.write(made)?;
        println!("{}", source.made.display());
    }
    fs::write(root().join(NOTE), note()?)?;
    Ok(())
}

/// A file with texts in Simplified Chinese, and the file that their conversion goes to.
struct Source {
    /// The path of the texts, in the project.
    path: PathBuf,
    /// The path of the made ones.
    made: PathBuf,
    text: String,
}

impl Source {
    fn read(path: PathBuf, made: PathBuf) -> Result<Self> {
        let text =
            fs::read_to_string(root().join(&path)).with_context(|| path.display().to_string())?;
        Ok(Self { path, made, text })
    }

    fn write(&self, made: &str) -> Result<()> {
        let file = root().join(&self.made);
        fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
        // JSON has no place for a remark.
        let is_messages = self.made.extension().is_some_and(|ending| ending == "ftl");
        let head = if is_messages { HEAD } else { "" };
        fs::write(file, format!("{head}{made}"))?;
        Ok(())
    }

    /// The checksums of this file's origin and of its result.
    fn note(&self) -> Result<String> {
        let made = fs::read_to_string(root().join(&self.made))
            .with_context(|| format!("{} is missing", self.made.display()))?;
        let path = self.path.to_string_lossy().replace('\\', "/");
        Ok(format!("{path} {} {}\n", sum(&self.text), sum(&made)))
    }
}

/// Every file with texts to convert, in the order of their names.
fn sources() -> Result<Vec<Source>> {
    let mut found = Vec::new();
    for folder in ["", "later"] {
        let folder = Path::new("static/locales").join(FROM).join(folder);
        for path in files(&folder, "ftl")? {
            let inside = path.strip_prefix(Path::new("static/locales").join(FROM))?;
            let made = Path::new("static/locales").join(TO).join(inside);
            found.push(Source::read(path, made)?);
        }
    }
    for folder in ["static/regions", "static/exercises"] {
        for numbers in files(Path::new(folder), "json")? {
            let texts = numbers.with_extension("");
            let [from, made] = [FROM, TO].map(|tag| texts.join(format!("{tag}.json")));
            found.push(Source::read(from, made)?);
        }
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

/// The origin of the made texts, one file a line: its path, the checksum of the texts that were
/// converted and that of the result; the corrections first.
fn note() -> Result<String> {
    let mut note = format!(
        "{TERMS} {}\n",
        sum(&fs::read_to_string(root().join(TERMS))?)
    );
    for source in sources()? {
        note += &source.note()?;
    }
    Ok(note)
}

fn sum(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
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
        let is_messages = |source: &&Source| source.made.starts_with("static/locales");
        let wanted = sources.iter().filter(is_messages);
        assert_eq!(made("") + made("later"), wanted.count(), "a file too many");
    }

    #[test]
    fn a_text_that_changed_is_noticed() {
        assert_ne!(sum("a"), sum("b"));
    }
}
