//! The tests that a filter names: files of cases and links, cases in them, specs and their titles.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The filter of a file's cases: those whose name holds the setting's value.
const CASE: &str = "ZENGSHOU_CASE";

/// The filters for libtest and the settings for the tests that a name asks for on the host.
pub type OnTheHost = (Vec<String>, Vec<(&'static str, String)>);

/// The tests that a name selects on the host: functions, data files (whose hyphens are no part of a
/// function's name), and cases within a file.
pub fn on_the_host(name: &str) -> Result<OnTheHost> {
    let folder = crate::project::root().join("tests/cases");
    let mut cases = Vec::new();
    for file in names_in(&folder, ".case")? {
        let text = fs::read_to_string(folder.join(&file))?;
        cases.push((file, text));
    }
    Ok(among(name, &cases))
}

fn among(name: &str, cases: &[(String, String)]) -> OnTheHost {
    // A data file's test is named after it, without hyphens, in the module of its kind.
    for (ending, module) in [(".case", "cases"), (".json", "golden")] {
        if let Some(stem) = name.strip_suffix(ending) {
            let test = format!("{module}::{}", stem.replace('-', "_"));
            return (vec![test], Vec::new());
        }
    }
    let stem = name.replace('-', "_");
    let mut filters = vec![name.to_owned()];
    if stem != name {
        filters.push(stem.clone());
    }
    let mut settings = Vec::new();
    let names_a_file = cases.iter().any(|(file, _)| file.contains(&*stem));
    if !names_a_file {
        for (file, text) in cases {
            let holds = |line: &str| {
                let case = line.trim().strip_prefix("case ");
                case.is_some_and(|case| case.contains(name))
            };
            if text.lines().any(holds) {
                filters.push(format!("cases::{}", file.trim_end_matches(".case")));
                settings = vec![(CASE, name.to_owned())];
            }
        }
    }
    (filters, settings)
}

/// Specs of a folder, and the part of a title that narrows them.
#[derive(Debug, PartialEq)]
pub struct Chosen {
    /// The names of the files.
    pub names: Vec<String>,
    /// The part that a test's title must hold, where no file's name does.
    pub title: Option<String>,
}

/// The specs that a filter leaves of a folder.
pub fn specs(folder: &Path, filter: Option<&str>) -> Result<Chosen> {
    let mut specs = Vec::new();
    for name in names_in(folder, ".spec.mjs")? {
        let text = fs::read_to_string(folder.join(&name))?;
        specs.push((name, text));
    }
    Ok(chosen(&specs, filter))
}

fn chosen(specs: &[(String, String)], filter: Option<&str>) -> Chosen {
    let those = |wanted: &dyn Fn(&(String, String)) -> bool| -> Vec<String> {
        let found = specs.iter().filter(|spec| wanted(spec));
        found.map(|(name, _)| name.clone()).collect()
    };
    let named = those(&|(name, _)| filter.is_none_or(|filter| name.contains(filter)));
    match filter {
        Some(filter) if named.is_empty() => Chosen {
            names: those(&|(_, text)| text.contains(filter)),
            title: Some(filter.to_owned()),
        },
        _ => Chosen {
            names: named,
            title: None,
        },
    }
}

/// The names of a folder's files with that ending, in their order.
fn names_in(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        list.iter().map(owned).collect()
    }

    #[test]
    fn a_spec_is_asked_for_by_its_file_or_by_a_title() {
        let specs = files(&[
            ("links.spec.mjs", r#"test("a cut link is told", …)"#),
            ("load.spec.mjs", r#"test("links open", …)"#),
        ]);
        assert_eq!(chosen(&specs, None).names.len(), 2);
        let by_file = chosen(&specs, Some("links"));
        assert_eq!((by_file.names.len(), by_file.title), (1, None));
        let by_title = chosen(&specs, Some("a cut link"));
        assert_eq!(by_title.names, ["links.spec.mjs"]);
        assert_eq!(by_title.title.as_deref(), Some("a cut link"));
        assert!(chosen(&specs, Some("nothing")).names.is_empty());
    }

    #[test]
    fn a_case_is_asked_for_by_its_file_or_by_its_own_name() {
        let cases = files(&[
            ("coverage.case", "case more households\ncase fewer"),
            ("jobs.case", "# households\ncase coverage unchanged"),
        ]);
        let (filters, settings) = among("coverage.case", &cases);
        assert_eq!(filters, ["cases::coverage"]);
        assert!(settings.is_empty());
        let (filters, settings) = among("coverage", &cases);
        assert_eq!(filters, ["coverage"]);
        assert!(settings.is_empty());
        let (filters, settings) = among("more house", &cases);
        assert_eq!(filters, ["more house", "cases::coverage"]);
        assert_eq!(settings, [(CASE, "more house".to_owned())]);
        let (filters, _) = among("appended-by-chat", &cases);
        assert_eq!(filters, ["appended-by-chat", "appended_by_chat"]);
    }
}
