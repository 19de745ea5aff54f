//! Uses that types of projects are counted as, given on the command line.

use std::collections::BTreeMap;

use zengshou_sheets::{FundUse, ProjectType, Reading, TypeName};

use super::figures::OwnersWord;
use super::{Lines, Session};
use crate::problem::quote;

impl Session {
    /// The uses of some texts such as `就业项目=industry`.
    pub(super) fn type_uses(
        &self,
        given: &[String],
    ) -> Result<BTreeMap<TypeName, Option<FundUse>>, Lines> {
        let mut uses = BTreeMap::new();
        let mut refused = Vec::new();
        for text in given {
            match self.type_use(text) {
                Ok((name, of)) => drop(uses.insert(name, Some(of))),
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
    pub(super) fn faults_of_types(&self, reading: &Reading, word: &OwnersWord) -> Lines {
        let has = |name: &TypeName| {
            name.second_level.is_none()
                || reading.projects.iter().any(|project| {
                    project.project_type == Some(name.project_type)
                        && project.second_level == name.second_level
                })
        };
        let named = word.types.iter().filter_map(|text| {
            let (name, _) = text.rsplit_once('=')?;
            Some((text, TypeName::parse(name.trim())?))
        });
        let unknown = named.filter(|(_, name)| !has(name));
        let lines = unknown.map(|(text, name)| {
            let given = quote(text);
            let kind = self.words.project_type(name.project_type);
            let second = self.words.type_name(&name);
            let arguments = [("given", &*given), ("type", &kind), ("second", &second)];
            self.words.format("command-type-second", &arguments)
        });
        lines.collect()
    }
}
