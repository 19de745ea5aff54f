//! Uses that types of projects are counted as, given on the command line.

use std::collections::BTreeMap;

use zengshou_sheets::{FundUse, ProjectType, Reading, TypeName};

use super::{Lines, Session};
use crate::problem::quote;

/// A use that is said of a type, as it was written.
pub(super) struct WrittenUse<'a> {
    text: &'a str,
    name: TypeName,
    of: FundUse,
}

/// The uses by their types.
pub(super) fn uses_by_name(written: &[WrittenUse<'_>]) -> BTreeMap<TypeName, Option<FundUse>> {
    let uses = written.iter();
    uses.map(|written| (written.name.clone(), Some(written.of)))
        .collect()
}

impl Session {
    /// The uses of some texts such as `就业项目=industry`. Two uses of one type are refused: nobody knows which was meant.
    pub(super) fn type_uses<'a>(&self, given: &'a [String]) -> Result<Vec<WrittenUse<'a>>, Lines> {
        let mut uses: Vec<WrittenUse<'a>> = Vec::new();
        let mut refused = Vec::new();
        for text in given {
            match self.type_use(text) {
                Ok((name, of)) => {
                    let other = uses
                        .iter()
                        .find(|earlier| earlier.name == name && earlier.of != of);
                    if let Some(other) = other {
                        let named = [("given", &*quote(text)), ("other", &*quote(other.text))];
                        refused.push(self.words.format("command-type-twice", &named));
                    }
                    uses.push(WrittenUse { text, name, of });
                }
                Err(line) => refused.push(line),
            }
        }
        match refused.is_empty() {
            true => Ok(uses),
            false => Err(refused),
        }
    }

    fn type_use(&self, text: &str) -> Result<(TypeName, FundUse), String> {
        let words = &self.words;
        let given = quote(text);
        let (name, of) = text
            .rsplit_once('=')
            .ok_or_else(|| words.format("command-type-shape", &[("given", &given)]))?;
        let name = TypeName::parse(name.trim()).ok_or_else(|| {
            let types = ProjectType::ALL.map(ProjectType::official_name);
            let types = types.join(&words.text("list-comma"));
            words.format(
                "command-type-unknown",
                &[("given", &given), ("types", &types)],
            )
        })?;
        let of = FundUse::parse(of.trim())
            .ok_or_else(|| words.format("command-type-category", &[("given", &given)]))?;
        Ok((name, of))
    }

    /// Second levels that no project has: most likely another was meant.
    pub(super) fn faults_of_types(&self, reading: &Reading, uses: &[WrittenUse<'_>]) -> Lines {
        let has = |name: &TypeName| {
            name.second_level.is_none()
                || reading.projects.iter().any(|project| {
                    project.project_type == Some(name.project_type)
                        && project.second_level == name.second_level
                })
        };
        let unknown = uses.iter().filter(|written| !has(&written.name));
        let lines = unknown.map(|WrittenUse { text, name, .. }| {
            let given = quote(text);
            let kind = self.words.project_type(name.project_type);
            let second = self.words.type_name(name);
            let arguments = [("given", &*given), ("type", &kind), ("second", &second)];
            self.words.format("command-type-second", &arguments)
        });
        lines.collect()
    }
}
