//! The checklists of `CONTRIBUTING.md`, as far as a machine can check them: a lever, a channel or a language that
//! lacks something fails with the file to write.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use zengshou::analysis::lever_help::{LeverHelp, PARTS};
use zengshou::language::Language;
use zengshou::model::Channel;
use zengshou::region::key::{Fixed, Key};

/// The project's texts that the checklists speak of, by path.
struct Project {
    /// The identifiers of each language's messages, by the tag.
    messages: BTreeMap<String, BTreeSet<String>>,
    /// The names of each language's files, by the tag.
    files: BTreeMap<String, BTreeSet<String>>,
    cases: String,
    ends: String,
    region: String,
    documents: [String; 2],
}

/// The files of a language, with those of its folder `later`.
const FOLDERS: [&str; 2] = ["", "later/"];
const LOCALES: &str = "static/locales";
const REGION: &str = "static/regions/zhangjiakou-2021.json";
const DOCUMENTS: [&str; 2] = ["docs/model.zh-Hans.md", "docs/model.en.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn names_in(folder: &str) -> BTreeSet<String> {
    let entries =
        fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

impl Project {
    fn read() -> Self {
        let mut messages = BTreeMap::new();
        let mut files = BTreeMap::new();
        for tag in names_in(LOCALES) {
            let mut ids = BTreeSet::new();
            let mut own = BTreeSet::new();
            for folder in FOLDERS {
                let folder_path = format!("{LOCALES}/{tag}/{folder}");
                for name in names_in(&folder_path)
                    .iter()
                    .filter(|name| name.ends_with(".ftl"))
                {
                    let text = read(&format!("{folder_path}{name}"));
                    let defined = text.lines().filter_map(|line| line.split_once(" ="));
                    ids.extend(defined.map(|(id, _)| id.to_owned()));
                    own.insert(format!("{folder}{name}"));
                }
            }
            messages.insert(tag.clone(), ids);
            files.insert(tag, own);
        }
        let cases = names_in("tests/cases");
        Self {
            messages,
            files,
            cases: cases
                .iter()
                .map(|name| read(&format!("tests/cases/{name}")))
                .collect(),
            ends: read("tests/cases/ends.case"),
            region: read(REGION),
            documents: DOCUMENTS.map(read),
        }
    }

    /// Faults of the languages that lack a message, each with the file to write it in.
    fn lacks_message(&self, id: &str, file: &str) -> Vec<String> {
        let lacking = self.messages.iter().filter(|(_, ids)| !ids.contains(id));
        lacking
            .map(|(tag, _)| self.write_message(tag, id, file))
            .collect()
    }

    /// The remedy for a message that a language lacks: the Traditional one is made.
    fn write_message(&self, tag: &str, id: &str, file: &str) -> String {
        if tag == "zh-Hant" {
            format!("{id}: run cargo xtask traditional, which makes {LOCALES}/{tag}/{file}")
        } else {
            format!("{id}: write it in {LOCALES}/{tag}/{file}")
        }
    }
}

/// The file of the messages of levers' help.
const HELP: &str = "later/notes.ftl";

/// Faults of a key that is incomplete, by its name.
fn key_faults(project: &Project, name: &str, is_lever: bool, help: Option<&str>) -> Vec<String> {
    let id = name.replace('.', "-");
    let mut faults = Vec::new();
    let is_cell = name.starts_with("funds.");
    if !is_cell {
        for kind in ["key", "hint"] {
            faults.extend(project.lacks_message(&format!("{kind}-{id}"), "parameters.ftl"));
        }
    }
    if !project.region.contains(&format!("\"{name}\": {{")) {
        faults.push(format!(
            "{name}: write its value with its evidence in {REGION}"
        ));
    }
    for (text, path) in project.documents.iter().zip(DOCUMENTS) {
        if !text.contains(&format!("`{name}`")) {
            faults.push(format!(
                "{name}: make the tables of {path} anew: zengshou document"
            ));
        }
    }
    if !is_lever {
        return faults;
    }
    match help {
        None => faults.push(format!(
            "{name}: name the figures of its help in src/analysis/lever_help.rs"
        )),
        Some(help) => {
            for part in PARTS {
                faults.extend(project.lacks_message(&format!("{help}-{part}"), HELP));
            }
        }
    }
    if !project.cases.contains(&format!("set {name} ")) {
        faults.push(format!(
            "{name}: work out a case by hand in a file of tests/cases"
        ));
    }
    if !project.ends.contains(&format!("set {name} ")) {
        faults.push(format!(
            "{name}: try both ends of its range in tests/cases/ends.case"
        ));
    }
    faults
}

/// Faults of a channel that is incomplete, by its name.
fn channel_faults(project: &Project, name: &str) -> Vec<String> {
    let mut faults = project.lacks_message(&format!("channel-{name}"), "results.ftl");
    let file = format!(
        "src/model/channels/{}.rs",
        name.replace("clawback", "claw_back")
    );
    if !root().join(&file).exists() {
        faults.push(format!("{name}: write its formula in {file}"));
    }
    if !project.cases.contains(&format!(" channel.{name} ")) {
        faults.push(format!(
            "{name}: expect channel.{name} in a case of tests/cases, worked out by hand"
        ));
    }
    if !read("benches/peers/shape.mjs").contains(&format!("\"{name}\"")) {
        faults.push(format!(
            "{name}: write it in the second model, benches/peers/decimaljs.mjs, and its name in \
             benches/peers/shape.mjs"
        ));
    }
    faults
}

/// Faults of a language's folder, compared with the main language's.
fn language_faults(project: &Project, tag: &str) -> Vec<String> {
    let empty = BTreeSet::new();
    let main = Language::SimplifiedChinese.tag();
    let own = project.files.get(tag).unwrap_or(&empty);
    let mut faults = Vec::new();
    for file in project.files[main].difference(own) {
        faults.push(format!(
            "{tag}: write {LOCALES}/{tag}/{file}, as in {LOCALES}/{main}"
        ));
    }
    for file in own.difference(&project.files[main]) {
        faults.push(format!(
            "{tag}: {LOCALES}/{tag}/{file} has no twin in {LOCALES}/{main}"
        ));
    }
    let region = REGION.replace(".json", &format!("/{tag}.json"));
    if !root().join(&region).exists() {
        faults.push(format!("{tag}: write the region's texts in {region}"));
    }
    if Language::parse(tag).is_none() {
        faults.push(format!(
            "{tag}: add its line to the table in src/language.rs"
        ));
    }
    faults
}

fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "see the checklists in CONTRIBUTING.md:\n{}",
        faults.join("\n")
    );
}

#[test]
fn every_key_has_what_its_checklist_asks_for() {
    let project = Project::read();
    let faults: Vec<String> = Fixed::ALL
        .iter()
        .flat_map(|fixed| {
            let key = Key::Fixed(*fixed);
            let help = LeverHelp::of(key).map(LeverHelp::identifier);
            key_faults(&project, fixed.row().name, key.is_lever(), help.as_deref())
        })
        .collect();
    assert_none(&faults);
}

#[test]
fn a_lever_that_lacks_everything_is_told_every_file_to_write() {
    let project = Project::read();
    let without_help = key_faults(&project, "new_lever", true, None).join("\n");
    for file in [
        "static/locales/zh-Hans/parameters.ftl",
        "static/locales/en/parameters.ftl",
        "cargo xtask traditional",
        REGION,
        DOCUMENTS[0],
        "src/analysis/lever_help.rs",
        "tests/cases/ends.case",
    ] {
        assert!(
            without_help.contains(file),
            "{file} is not told:\n{without_help}"
        );
    }
    let help = key_faults(&project, "new_lever", true, Some("note-new_lever")).join("\n");
    assert!(
        help.contains("note-new_lever-costs: write it in static/locales/en/later/notes.ftl"),
        "{help}"
    );
    let assumption = key_faults(&project, "new_assumption", false, None).join("\n");
    assert!(!assumption.contains("tests/cases"), "{assumption}");
}

#[test]
fn every_channel_has_what_its_checklist_asks_for() {
    let project = Project::read();
    let channels = Channel::ALL.into_iter();
    let faults: Vec<String> = channels
        .flat_map(|channel| channel_faults(&project, channel.name()))
        .collect();
    assert_none(&faults);
}

#[test]
fn a_channel_that_lacks_everything_is_told_every_file_to_write() {
    let faults = channel_faults(&Project::read(), "tourism").join("\n");
    for file in [
        "channel-tourism: write it in static/locales/en/results.ftl",
        "src/model/channels/tourism.rs",
        "tests/cases",
        "benches/peers/decimaljs.mjs",
    ] {
        assert!(faults.contains(file), "{file} is not told:\n{faults}");
    }
}

#[test]
fn every_language_is_a_whole_folder_and_a_line() {
    let project = Project::read();
    let tags = Language::ALL.map(|language| language.tag().to_owned());
    let all: BTreeSet<String> = project.files.keys().cloned().chain(tags).collect();
    let faults: Vec<String> = all
        .iter()
        .flat_map(|tag| language_faults(&project, tag))
        .collect();
    assert_none(&faults);
}

#[test]
fn a_language_that_lacks_files_or_its_line_is_told_so() {
    let mut project = Project::read();
    let mut files = project.files["en"].clone();
    files.remove("levers.ftl");
    files.insert("extra.ftl".to_owned());
    project.files.insert("mn".to_owned(), files);
    let faults = language_faults(&project, "mn").join("\n");
    for told in [
        "write static/locales/mn/levers.ftl",
        "static/locales/mn/extra.ftl has no twin",
        "static/regions/zhangjiakou-2021/mn.json",
        "src/language.rs",
    ] {
        assert!(faults.contains(told), "{told}:\n{faults}");
    }
}

/// The specs that an index of browser specs lacks, and those that it names in vain.
fn index_faults(index: &str, specs: &BTreeSet<String>) -> Vec<String> {
    let links = index.split("](").skip(1);
    let named: BTreeSet<String> = links
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name.to_owned())
        .collect();
    let missing = specs.difference(&named);
    let vain = named.difference(specs);
    missing
        .map(|name| format!("{name}: give it a row in tests/browser/README.md"))
        .chain(vain.map(|name| format!("tests/browser/README.md names {name}, which is not there")))
        .collect()
}

#[test]
fn every_browser_spec_stands_in_the_index_under_its_subject() {
    let mut specs = names_in("tests/browser");
    specs.retain(|name| name.ends_with(".spec.mjs"));
    let index = read("tests/browser/README.md");
    assert_none(&index_faults(&index, &specs));
    specs.insert("new.spec.mjs".to_owned());
    specs.remove("load.spec.mjs");
    let faults = index_faults(&index, &specs).join("\n");
    assert!(
        faults.contains("new.spec.mjs: give it a row") && faults.contains("names load.spec.mjs"),
        "{faults}"
    );
}
