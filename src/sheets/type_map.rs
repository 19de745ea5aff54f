//! The map from types of projects to what they are counted as.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::category;
use crate::fault::is_hidden;
use crate::project_type::{FundUse, ProjectType};

/// The most characters of a second level's name.
const MOST_SECOND_LEVEL: usize = 200;

/// A line of the map: a type, or a second level of one. It is written `就业项目`, or `就业项目/务工补助`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TypeName {
    /// The type.
    pub project_type: ProjectType,
    /// The second level, as projects have it; none for the type as a whole.
    pub second_level: Option<String>,
}

impl TypeName {
    /// A type as a whole.
    pub fn whole(project_type: ProjectType) -> Self {
        Self {
            project_type,
            second_level: None,
        }
    }

    /// A type by its official name or another that is in use, with or without a second level behind a stroke.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, second) = match text.split_once('/') {
            None => (text, None),
            Some((whole, second)) => (whole, Some(second.trim())),
        };
        let is_name = |text: &str| {
            !text.is_empty()
                && text.chars().count() <= MOST_SECOND_LEVEL
                && !text.chars().any(is_hidden)
        };
        if second.is_some_and(|second| !is_name(second)) {
            return None;
        }
        Some(Self {
            project_type: category::project_type(whole)?,
            second_level: second.map(str::to_owned),
        })
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.project_type.official_name())?;
        match &self.second_level {
            None => Ok(()),
            Some(second) => write!(f, "/{second}"),
        }
    }
}

impl From<TypeName> for String {
    fn from(name: TypeName) -> Self {
        name.to_string()
    }
}

impl TryFrom<String> for TypeName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or(text)
    }
}

/// The table of what types are counted as: shown to whoever uses it, and changed where a county counts otherwise.
/// It holds only what differs from the usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeMap(BTreeMap<TypeName, FundUse>);

impl TypeMap {
    /// The use that a type usually has.
    pub fn usual(project_type: ProjectType) -> FundUse {
        match project_type {
            ProjectType::Industry => FundUse::Industry,
            ProjectType::RuralConstruction => FundUse::Infrastructure,
            _ => FundUse::Other,
        }
    }

    /// True where everything is counted as usual.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything that is counted otherwise than usual.
    pub fn changes(&self) -> impl Iterator<Item = (&TypeName, FundUse)> {
        self.0.iter().map(|(name, of)| (name, *of))
    }

    /// The use said for a line, if it is another than the usual.
    pub fn said(&self, name: &TypeName) -> Option<FundUse> {
        self.0.get(name).copied()
    }

    /// Says what a line is counted as; nothing lets it be the usual, and for a second level that of its type.
    pub fn set(&mut self, name: TypeName, of: Option<FundUse>) {
        match of {
            Some(of) => self.0.insert(name, of),
            None => self.0.remove(&name),
        };
        let usual = |name: &TypeName| match name.second_level {
            None => Self::usual(name.project_type),
            Some(_) => self.use_of(name.project_type, None),
        };
        let without: Vec<TypeName> = self
            .changes()
            .filter(|(name, of)| usual(name) == *of)
            .map(|(name, _)| name.clone())
            .collect();
        for name in without {
            self.0.remove(&name);
        }
    }

    /// The category that a project is counted as.
    pub fn use_of(&self, project_type: ProjectType, second_level: Option<&str>) -> FundUse {
        let said = |second_level: Option<&str>| {
            self.said(&TypeName {
                project_type,
                second_level: second_level.map(str::to_owned),
            })
        };
        let of_second = second_level.and_then(|text| said(Some(text)));
        of_second
            .or_else(|| said(None))
            .unwrap_or_else(|| Self::usual(project_type))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> TypeName {
        TypeName::parse(text).expect("a name")
    }

    #[test]
    fn names_are_written_as_they_are_read_and_never_guessed() {
        for text in ["就业项目", "就业项目/务工补助", "产业发展/生产项目/大棚"]
        {
            assert_eq!(name(text).to_string(), text);
        }
        assert_eq!(name("就业").to_string(), "就业项目");
        for text in [
            "",
            "就业大项目",
            "/务工补助",
            "就业项目/",
            "就业项目/务\u{202e}工",
        ] {
            assert_eq!(TypeName::parse(text), None, "{text}");
        }
        assert!(TypeName::try_from("没有的类型".to_owned()).is_err());
    }

    #[test]
    fn the_map_holds_what_differs_and_a_second_level_goes_before_its_type() {
        let mut map = TypeMap::default();
        map.set(name("就业项目"), Some(FundUse::Other));
        assert!(map.is_empty(), "that is the usual");
        map.set(name("就业项目"), Some(FundUse::Industry));
        map.set(name("就业项目/务工补助"), Some(FundUse::Other));
        let employment = ProjectType::Employment;
        assert_eq!(map.use_of(employment, Some("技能培训")), FundUse::Industry);
        assert_eq!(map.use_of(employment, Some("务工补助")), FundUse::Other);
        assert_eq!(
            map.use_of(ProjectType::Other, Some("务工补助")),
            FundUse::Other
        );
        assert_eq!(map.changes().count(), 2);
        map.set(name("就业项目"), None);
        assert!(
            map.is_empty(),
            "the second level is counted as its type again"
        );
    }
}
