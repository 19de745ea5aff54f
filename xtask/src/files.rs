//! The files of the page under names with a hash of their content, and what stands of them in its head.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::assets::{exercises, folders, json, parted_texts, put_texts, sorted, words};
use crate::project::root;

/// The files of the page by their relative path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Collects files under names with a hash, and remembers what they were called.
#[derive(Default)]
pub struct Names {
    /// The files so far.
    pub files: Files,
}

impl Names {
    /// Adds a file `folder/stem.HASH.ending` and returns that name.
    pub fn add(&mut self, name: &str, content: Vec<u8>) -> String {
        let hashed = with_hash(name, &content);
        self.files.insert(hashed.clone(), content);
        hashed
    }

    /// The attribute by which a browser takes that file only as it was built.
    pub fn integrity(&self, name: &str) -> String {
        let content = self.files.get(name).map_or(&[][..], Vec::as_slice);
        format!(r#"integrity="{}""#, integrity(content))
    }
}

/// The digest that a browser compares a script or a style with before it takes it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// A name with a hash of the content before its ending.
fn with_hash(name: &str, content: &[u8]) -> String {
    let hash = crc32fast::hash(content);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash:08x}.{ending}"),
        None => format!("{name}.{hash:08x}"),
    }
}

/// Replaces a mark that must stand in the text.
pub fn replaced(text: &str, mark: &str, with: &str) -> Result<String> {
    if !text.contains(mark) {
        bail!("the mark {mark} is missing");
    }
    Ok(text.replace(mark, with))
}

/// A region's files as the page has them, without the spaces of the written form: the names that are needed for the first
/// numbers stand in the first one, the other texts come later.
pub struct RegionFiles {
    /// Its identifier.
    pub id: String,
    /// Its content.
    pub content: Value,
    /// Its texts by language.
    pub texts: Map<String, Value>,
}

/// The regions that the page is built with, the default first: the page takes that where a link names none.
pub fn regions() -> Result<Vec<RegionFiles>> {
    let folder = root().join("static/regions");
    let default = fs::read_to_string(folder.join("default.txt"))?;
    let default = default.trim();
    let mut regions = Vec::new();
    for file in sorted(&folder, "json")? {
        let id = file.file_stem().context("a region's file has a name")?;
        let id = id.to_string_lossy().into_owned();
        let mut content = json(&file)?;
        let mut later = Map::new();
        let folder = file.with_extension("");
        let texts = if folder.is_dir() {
            sorted(&folder, "json")?
        } else {
            Vec::new()
        };
        for texts in texts {
            let tag = texts.file_stem().context("a language has a tag")?;
            let tag = tag.to_string_lossy();
            let (first, rest) = parted_texts(json(&texts)?)?;
            put_texts(&mut content, first, &tag)?;
            later.insert(tag.into_owned(), rest);
        }
        regions.push(RegionFiles {
            id,
            content,
            texts: later,
        });
    }
    regions.sort_by_key(|region| region.id != default);
    if regions.first().is_none_or(|region| region.id != default) {
        bail!("static/regions/default.txt names {default}, which has no file");
    }
    Ok(regions)
}

/// Adds the regions, the exercises and the words of every language, and returns the lines of the page's head that name
/// them.
pub fn announced_texts(
    names: &mut Names,
    regions: &[RegionFiles],
    is_preloaded: bool,
) -> Result<Vec<String>> {
    let mut head = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        let id = &region.id;
        let content = serde_json::to_vec(&region.content)?;
        let name = names.add(&format!("regions/{id}.json"), content);
        let rel = if index == 0 && is_preloaded {
            r#"rel="preload" as="fetch" crossorigin="anonymous""#
        } else {
            r#"rel="alternate" type="application/json""#
        };
        let mut texts = String::new();
        if !region.texts.is_empty() {
            let content = serde_json::to_vec(&region.texts)?;
            let name = names.add(&format!("regions/{id}.texts.json"), content);
            texts = format!(r#"data-texts="./{name}" "#);
        }
        head.push(format!(
            r#"<link {rel} href="./{name}" data-region="{id}" {texts}/>"#
        ));
    }
    let [exercises, notes] = exercises(&root().join("static/exercises"))?;
    let exercises = names.add("exercises.json", serde_json::to_vec(&exercises)?);
    let notes = names.add("exercises.notes.json", serde_json::to_vec(&notes)?);
    head.push(format!(
        r#"<link rel="alternate" type="application/json" href="./{exercises}" data-exercises="./{notes}" />"#
    ));
    for folder in folders(&root().join("static/locales"))? {
        let tag = folder.file_name().context("a language has a tag")?;
        let tag = tag.to_string_lossy();
        let first = names.add(&format!("locales/{tag}.ftl"), words(&folder)?);
        let later = words(&folder.join("later"))?;
        let later = names.add(&format!("locales/{tag}.later.ftl"), later);
        for (name, file) in [("locale", first), ("locale-later", later)] {
            head.push(format!(
                r#"<link rel="alternate" type="text/plain" href="./{file}" data-{name}="{tag}" />"#
            ));
        }
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_its_content_alone() {
        let name = with_hash("regions/a.b.json", b"1");
        assert!(
            name.starts_with("regions/a.b.") && name.ends_with(".json"),
            "{name}"
        );
        assert_eq!(name, with_hash("regions/a.b.json", b"1"));
        assert_ne!(name, with_hash("regions/a.b.json", b"2"));
    }

    #[test]
    fn a_missing_mark_is_an_error() {
        assert!(replaced("<head></head>", "<!-- x -->", "y").is_err());
        assert_eq!(replaced("a x b", "x", "y").ok().as_deref(), Some("a y b"));
    }
}
