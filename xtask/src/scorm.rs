//! A package of one exercise for learning platforms, after SCORM 1.2: the single file, the page that holds it in a frame and
//! talks with the platform, and the manifest that names them.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::checks::command_line;
use crate::dist::Effort;
use crate::project::{command, output, root, run};
use crate::single::{self, SingleFile};

/// Options of the package.
#[derive(clap::Args)]
pub struct Options {
    /// The name of a shipped exercise, or the file of one.
    exercise: String,
    /// The language of the title on the platform.
    #[arg(long, default_value = "zh-Hans")]
    language: String,
    /// The folder that it is written into.
    #[arg(long, default_value = "target/scorm")]
    out: PathBuf,
}

/// The parts of the page around the exercise, by their names in the package.
const PARTS: [(&str, &str); 3] = [
    ("index.html", "src/app/scorm/index.html"),
    ("scorm.css", "src/app/scorm/scorm.css"),
    ("scorm.js", "src/app/scorm/scorm.js"),
];

/// An exercise as a package needs it.
pub struct PackedExercise {
    id: String,
    title: String,
    /// The link that opens it, without the `#`.
    link: String,
    /// The identifier of its region.
    region: String,
}

impl PackedExercise {
    /// Has the command line read and check the exercise.
    pub fn read(input: &str, language: &str) -> Result<Self> {
        run(command("cargo").args(["build", "--quiet", "--bin", "zengshou"]))?;
        let program = command_line();
        let mut asked = command(&program.to_string_lossy());
        let told = output(asked.args(["--language", language, "exercise", input, "--json"]))?;
        Self::of_overview(&serde_json::from_str(&told)?)
    }

    fn of_overview(overview: &Value) -> Result<Self> {
        let text = |name: &str| {
            let text = overview[name].as_str();
            text.with_context(|| format!("the command line gave no {name}"))
        };
        let region = text("region")?;
        Ok(Self {
            id: text("id")?.to_owned(),
            title: text("title")?.to_owned(),
            link: text("link")?.trim_start_matches('#').to_owned(),
            region: region.rsplit_once('.').map_or(region, |it| it.0).to_owned(),
        })
    }
}

/// Writes the package of an exercise into a folder.
pub fn scorm(options: &Options) -> Result<()> {
    // A fault of the exercise shows before the minutes of the build.
    let exercise = PackedExercise::read(&options.exercise, &options.language)?;
    let written = write(
        &root().join(&options.out),
        &exercise,
        &single::build(Effort::Best)?,
    )?;
    let bytes = fs::metadata(&written)?.len();
    println!("{:.2} MB  {}", bytes as f64 / 1e6, written.display());
    Ok(())
}

/// Writes it and returns where.
pub fn write(folder: &Path, exercise: &PackedExercise, single: &SingleFile) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("zengshou-scorm-{}.zip", exercise.id));
    fs::write(&path, zipped(&files(exercise, single)?)?)?;
    Ok(path)
}

/// The files of a package, the manifest first.
fn files(exercise: &PackedExercise, single: &SingleFile) -> Result<Vec<(String, Vec<u8>)>> {
    if !single.name.contains(&format!("-{}.", exercise.region)) {
        bail!(
            "the exercise is of the region {}, which the single file {} does not hold",
            exercise.region,
            single.name
        );
    }
    let mut files = vec![(single.name.clone(), single.page.clone())];
    for (name, path) in PARTS {
        let mut text = fs::read_to_string(root().join(path))?;
        if name == "index.html" {
            text = text
                .replace("zengshou:title", &escaped(&exercise.title))
                .replace("zengshou:file", &escaped(&single.name))
                .replace("zengshou:link", &escaped(&exercise.link));
        }
        files.push((name.to_owned(), text.into_bytes()));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let manifest = manifest(exercise, &names);
    files.insert(0, ("imsmanifest.xml".to_owned(), manifest.into_bytes()));
    Ok(files)
}

/// The manifest: one lesson, which is the page around the exercise.
fn manifest(exercise: &PackedExercise, files: &[&str]) -> String {
    let (id, title) = (&exercise.id, escaped(&exercise.title));
    let files = files.iter();
    let files: Vec<String> = files
        .map(|name| format!(r#"      <file href="{}"/>"#, escaped(name)))
        .collect();
    let files = files.join("\n");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="zengshou-{id}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>{title}</title>
      <item identifier="item" identifierref="resource" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}
    </resource>
  </resources>
</manifest>
"#
    )
}

/// A text as markup has it, in attributes too.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Files as an archive that is the same each time: without the hour at which it was made.
fn zipped(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    fn exercise() -> PackedExercise {
        let overview = serde_json::json!({
            "id": "own-1", "title": "Q&A <\"一\">", "region": "zhangjiakou-2021.2", "link": "#v=5&check=ab12&x=own-1"
        });
        PackedExercise::of_overview(&overview).expect("an exercise")
    }

    fn single() -> SingleFile {
        SingleFile {
            name: "zengshou-0.1.0-zhangjiakou-2021.2.html".to_owned(),
            page: b"<!doctype html>\x80".to_vec(),
        }
    }

    #[test]
    fn a_package_holds_what_its_manifest_names_and_is_the_same_each_time() {
        let files = files(&exercise(), &single()).expect("files");
        let packed = zipped(&files).expect("an archive");
        assert_eq!(packed, zipped(&files).expect("an archive"));
        let mut archive = ZipArchive::new(Cursor::new(packed)).expect("an archive");
        let mut manifest = String::new();
        let mut file = archive.by_name("imsmanifest.xml").expect("at the root");
        file.read_to_string(&mut manifest).expect("text");
        drop(file);
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.expect("a name").into_owned())
            .collect();
        assert_eq!(names.len(), 5, "{names:?}");
        for name in names.iter().filter(|name| *name != "imsmanifest.xml") {
            let line = format!(r#"<file href="{name}"/>"#);
            assert!(manifest.contains(&line), "{line}");
        }
        assert!(manifest.contains(r#"adlcp:scormtype="sco" href="index.html""#));
        assert!(manifest.contains("<title>Q&amp;A &lt;&quot;一&quot;&gt;</title>"));
        let page = &files[2].1;
        let page = String::from_utf8_lossy(page);
        assert!(
            page.contains(r#"data-link="v=5&amp;check=ab12&amp;x=own-1""#)
                && page.contains(r#"data-file="./zengshou-0.1.0-zhangjiakou-2021.2.html""#)
                && !page.contains("zengshou:"),
            "{page}"
        );
    }

    #[test]
    fn the_page_around_has_a_strict_policy_and_nothing_inline() {
        let page = fs::read_to_string(root().join(PARTS[0].1)).expect("the page");
        assert!(page.contains("default-src 'none'; script-src 'self'; style-src 'self'"));
        for inline in ["unsafe-", "<style", " style=", "<script>", " on"] {
            assert!(!page.contains(inline), "{inline}");
        }
    }

    #[test]
    fn an_exercise_of_a_region_that_is_not_in_the_file_is_refused() {
        let elsewhere = PackedExercise {
            region: "elsewhere".to_owned(),
            ..exercise()
        };
        assert!(files(&elsewhere, &single()).is_err());
        assert!(PackedExercise::of_overview(&serde_json::json!({"id": "a"})).is_err());
    }
}
