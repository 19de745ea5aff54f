//! The single file: the whole page in one, opened by a double click, without server or network.
//!
//! Its programs are one (`src/bin/single.rs`), since they share most of their code, packed so that a small one unpacks it
//! (`src/bin/lzip.rs`). Every other file is packed as the browser itself can unpack it. They stand in the page as text: the page is in a character set of bytes, so that a packed byte takes one
//! of the file, where Base64 would take a third more.

use std::fs;
use std::io::Write;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lzma_rust2::{LzipOptions, LzipWriter};
use serde_json::Value;

use crate::assets::style_sheets;
use crate::dist::{self, Effort};
use crate::files::{Names, RegionFiles, announced_texts, integrity, regions, replaced};
use crate::project::{self, command, root, run, step};
use crate::tools::{self, Packages};
use crate::wasm;

/// The largest file that can be passed on everywhere, in bytes.
const MOST_BYTES: usize = 3_200_000;

/// The programs of the page as one, and what unpacks that.
pub const PROGRAMS: [&str; 2] = ["single", "lzip"];

/// The names under which the page has them.
const PROGRAM: &str = "program.lz";
const UNPACKER: &str = "lzip.wasm";

/// The window in which the program is searched for what it repeats, in bytes: about its length. As much is asked of the
/// browser's memory.
const WINDOW_BYTES: u32 = 8 << 20;

/// The single file.
pub struct SingleFile {
    /// Its name, with the versions of the calculator and of the data.
    pub name: String,
    /// The page.
    pub page: Vec<u8>,
}

/// Writes the single file into a folder.
pub fn single(out: &Path) -> Result<()> {
    let made = build(Effort::Best)?;
    let written = write(&root().join(out), &made)?;
    println!(
        "{:.2} MB  {}",
        made.page.len() as f64 / 1e6,
        written.display()
    );
    // It works all the same: whoever passes it on has to know.
    if made.page.len() > MOST_BYTES {
        println!(
            "warning: more than {MOST_BYTES} bytes, which not every way of passing it on takes"
        );
    }
    Ok(())
}

/// Writes it and returns where.
pub fn write(folder: &Path, made: &SingleFile) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(&made.name);
    fs::write(&path, &made.page)?;
    Ok(path)
}

/// Builds the single file.
pub fn build(effort: Effort) -> Result<SingleFile> {
    tools::wasm_target()?;
    let mut built = step("Building the programs as one", || {
        wasm::build(&PROGRAMS, &[], effort)
    })?;
    let mut take = |name: &str| {
        built
            .remove(name)
            .with_context(|| format!("wasm-bindgen made no {name}"))
    };
    let scripts = scripts(&[
        ("single.js", take("single.js")?),
        ("lzip.js", take("lzip.js")?),
    ])?;
    let programs = Programs {
        page: take("single_bg.wasm")?,
        unpacker: take("lzip_bg.wasm")?,
    };
    let charts = dist::charts("iife")?;
    let start = dist::start("src/app/single/start.js", "ascii")?;
    let packed = step("Packing", || Packed::new(programs, scripts, charts, effort))?;
    page(&start, &packed)
}

/// The program of the page, and the small one that unpacks it.
struct Programs {
    page: Vec<u8>,
    unpacker: Vec<u8>,
}

/// The scripts of the page and of its workers, each with all that it imports.
struct Scripts {
    page: Vec<u8>,
    households: Vec<u8>,
    planner: Vec<u8>,
    sheets: Vec<u8>,
}

fn scripts(glue: &[(&str, Vec<u8>)]) -> Result<Scripts> {
    // Beside each other lie the page's own scripts and what stands in for the programs that they load.
    let folder = project::target().join("single-scripts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, content) in glue {
        fs::write(folder.join(name), content)?;
    }
    let own = root().join("src/app");
    for name in ["boot", "households", "planner", "sheets", "workbook"] {
        let name = &format!("{name}.mjs");
        fs::copy(own.join(name), folder.join(name))?;
    }
    for entry in fs::read_dir(own.join("single"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    let modules = tools::packages(Packages::Page)?;
    let bundled = folder.join("bundled");
    let mut esbuild = command("node");
    esbuild
        .arg(modules.join("esbuild/bin/esbuild"))
        .args(
            ["page.mjs", "households.mjs", "planner.mjs", "sheets.mjs"]
                .map(|name| folder.join(name)),
        )
        .args(["--bundle", "--minify", "--format=iife", "--target=es2020"])
        .arg("--log-level=warning")
        // What is at that address is in the page itself.
        .arg("--define:import.meta.url=document.baseURI")
        .arg(format!("--outdir={}", bundled.display()));
    step("Bundling the scripts", || run(&mut esbuild))?;
    let script = |name: &str| fs::read(bundled.join(name)).context("a bundled script");
    Ok(Scripts {
        page: script("page.js")?,
        households: script("households.js")?,
        planner: script("planner.js")?,
        sheets: script("sheets.js")?,
    })
}

/// The packed content of the page.
struct Packed {
    /// The lines of the head.
    head: Vec<String>,
    /// The packed files: their names and their content as characters.
    files: Vec<(String, Vec<u8>)>,
    /// The sources of scripts and of styles in the page’s policy.
    scripts: Vec<String>,
    styles: Vec<String>,
    region: RegionFiles,
}

impl Packed {
    fn new(programs: Programs, scripts: Scripts, charts: Vec<u8>, effort: Effort) -> Result<Self> {
        let mut names = Names::default();
        let mut regions = regions()?;
        regions.truncate(1);
        let mut head = announced_texts(&mut names, &regions, false)?;
        let region = regions.pop().context("a region")?;
        let source = |content: &[u8]| format!("'{}'", integrity(content));
        let styles = [
            ("style.css", style("static/style")?),
            ("later.css", style("static/style/later")?),
        ];
        let mut allowed = vec![source(&scripts.page), source(&charts)];
        allowed.sort();
        for (name, script) in [
            ("charts", charts),
            ("households", scripts.households),
            ("planner", scripts.planner),
            ("sheets", scripts.sheets),
        ] {
            let file = names.add(&format!("{name}.js"), script);
            head.push(format!(r#"<meta name="{name}" content="./{file}" />"#));
        }
        let mut packed = Self {
            head,
            files: vec![(
                PROGRAM.to_owned(),
                characters(&lzip(&programs.page, effort)?),
            )],
            scripts: allowed,
            styles: styles.iter().map(|(_, style)| source(style)).collect(),
            region,
        };
        let named = names
            .files
            .into_iter()
            .map(|(name, content)| (format!("./{name}"), content));
        let rest = [
            (UNPACKER.to_owned(), programs.unpacker),
            ("page.js".to_owned(), scripts.page),
        ];
        let styles = styles
            .into_iter()
            .map(|(name, style)| (name.to_owned(), style));
        for (name, content) in rest.into_iter().chain(styles).chain(named) {
            packed
                .files
                .push((name, characters(&gzip(&content, effort)?)));
        }
        Ok(packed)
    }
}

/// The style sheets of a folder in ASCII alone, since browsers differ in which bytes they take a hash of.
fn style(folder: &str) -> Result<Vec<u8>> {
    let style = String::from_utf8(style_sheets(&root().join(folder))?)?;
    let ascii = ascii(&style, |sign| format!("\\{sign:x} "));
    Ok(ascii.into_bytes())
}

/// A text whose other characters are written as numbers.
fn ascii(text: &str, number: impl Fn(u32) -> String) -> String {
    let mut ascii = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_ascii() {
            ascii.push(sign);
        } else {
            ascii.push_str(&number(u32::from(sign)));
        }
    }
    ascii
}

/// Bytes as characters of windows-1252. Those that markup would not keep stand 64 higher behind an equals sign.
fn characters(bytes: &[u8]) -> Vec<u8> {
    let mut characters = Vec::with_capacity(bytes.len() + bytes.len() / 32);
    for byte in bytes {
        if matches!(byte, 0 | b'\r' | b'<' | b'=') {
            characters.extend([b'=', byte.wrapping_add(64)]);
        } else {
            characters.push(*byte);
        }
    }
    characters
}

/// Compresses as every browser can unpack; the best is a matter of minutes.
fn gzip(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    match effort {
        Effort::Best => {
            let options = zopfli::Options {
                iteration_count: NonZeroU64::MIN.saturating_add(4),
                ..zopfli::Options::default()
            };
            zopfli::compress(options, zopfli::Format::Gzip, content, &mut packed)?;
        }
        Effort::None => packed = dist::gzip(content)?,
    }
    Ok(packed)
}

/// Compresses as the page's own program unpacks: a quarter smaller than gzip.
fn lzip(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let mut options = LzipOptions::with_preset(match effort {
        Effort::Best => 9,
        Effort::None => 1,
    });
    options.lzma_options.dict_size = WINDOW_BYTES;
    let mut writer = LzipWriter::new(Vec::new(), options);
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

/// Puts everything into the page.
fn page(start: &str, packed: &Packed) -> Result<SingleFile> {
    if !start.is_ascii() {
        bail!("the script would be read in another character set");
    }
    let template = fs::read_to_string(root().join("index.html"))?;
    let content = &packed.region.content;
    let data = format!(
        "{}.{}",
        packed.region.id,
        content["version"].as_u64().context("a region's version")?
    );
    let version = version()?;
    let newest = newest_source(content).context("the date of a region's sources")?;
    let policy = format!(
        "default-src 'none'; script-src '{}' {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
        integrity(start.as_bytes()),
        packed.scripts.join(" "),
        packed.styles.join(" ")
    );
    let policy = format!("content=\"{policy}\"");
    let page = between(&template, "content=\"default-src", "\"", &policy)?;
    let first = format!(
        "<meta name=\"renderer\" content=\"webkit\" />\n    {}\n    \
         <meta name=\"generator\" content=\"zengshou {version}, data {data}, newest source {newest}\" />",
        dist::script_element(start)?
    );
    let page = replaced(&page, "<!-- zengshou:start -->", &first)?;
    let icon = BASE64_STANDARD.encode(fs::read(root().join("static/icons/icon.svg"))?);
    let icon = format!(
        r#"<link rel="icon" href="data:image/svg+xml;base64,{icon}" type="image/svg+xml" />"#
    );
    let head = std::iter::once(&icon).chain(&packed.head);
    let head: Vec<&str> = head.map(String::as_str).collect();
    let page = replaced(&page, "<!-- zengshou:files -->", &head.join("\n    "))?;
    // What is said of missing files is of no use where there are none.
    let page = between(&page, "<p class=\"late\">", "</p>", "")?;
    let page = between(&page, "<div id=\"crash-files\"", "</div>", "")?;
    let page = replaced(&page, "charset=\"utf-8\"", "charset=\"windows-1252\"")?;
    let page = ascii(&page, |sign| format!("&#{sign};"));
    let (before, after) = page
        .split_once("</body>")
        .context("the page has no end of its body")?;
    let mut page = before.as_bytes().to_vec();
    for (name, content) in &packed.files {
        page.extend(format!("<script type=\"text/plain\" data-file=\"{name}\">").bytes());
        page.extend(content);
        page.extend(b"</script>\n");
    }
    page.extend(format!("<i id=\"zengshou-end\" hidden></i>\n</body>{after}").bytes());
    Ok(SingleFile {
        name: format!("zengshou-{version}-{data}.html"),
        page,
    })
}

/// Replaces what stands from one mark to the next other one, both included.
fn between(text: &str, start: &str, end: &str, with: &str) -> Result<String> {
    let from = text
        .find(start)
        .with_context(|| format!("the mark {start} is missing"))?;
    let length = text[from + start.len()..]
        .find(end)
        .with_context(|| format!("nothing ends what {start} begins"))?;
    let to = from + start.len() + length + end.len();
    Ok(format!("{}{with}{}", &text[..from], &text[to..]))
}

/// The calculator's version.
fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    let package = manifest.split("[package]").nth(1).unwrap_or_default();
    let line = package
        .lines()
        .find_map(|line| line.strip_prefix("version = "));
    let version = line.context("the package's version")?;
    Ok(version.trim_matches('"').to_owned())
}

/// The day on which the newest source of a region was published.
fn newest_source(region: &Value) -> Option<&str> {
    let sources = region["sources"].as_object()?.values();
    sources
        .filter_map(|source| source["published"].as_str())
        .filter(|published| published.starts_with(|sign: char| sign.is_ascii_digit()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bytes_become_characters_that_markup_keeps() {
        let all: Vec<u8> = (0..=255).collect();
        let characters = characters(&all);
        assert!(!characters.iter().any(|sign| b"\0\r<".contains(sign)));
        assert_eq!(characters.len(), 256 + 4);
        assert!(characters.starts_with(b"=@\x01"));
        let mut signs = characters.iter();
        let mut back = Vec::new();
        while let Some(sign) = signs.next() {
            back.push(match sign {
                b'=' => signs.next().expect("one behind it").wrapping_sub(64),
                sign => *sign,
            });
        }
        assert_eq!(back, all);
    }

    #[test]
    fn the_page_is_read_the_same_in_every_character_set() {
        assert_eq!(ascii("a增b", |sign| format!("&#{sign};")), "a&#22686;b");
        assert_eq!(
            between("a<b>c</b>d", "<b>", "</b>", "").ok().as_deref(),
            Some("ad")
        );
        assert!(between("a<b>c", "<b>", "</b>", "").is_err());
    }

    #[test]
    fn the_newest_source_is_one_with_a_date() {
        let region = serde_json::json!({"sources": {
            "a": {"published": "2022"}, "b": {"published": "2025-01-17"}, "c": {"published": "undated"}
        }});
        assert_eq!(newest_source(&region), Some("2025-01-17"));
    }
}
