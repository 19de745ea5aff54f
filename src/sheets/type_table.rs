//! Projects by their types: how many there are, for how much money, and what they are counted as.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::project_type::{FundUse, ProjectType};
use crate::rows::ProjectRow;
use crate::type_map::{TypeMap, TypeName};

/// The most lines that a table lists.
pub const MOST_TYPE_LINES: usize = 100;

/// Some projects and their money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectSum {
    /// The number of projects.
    pub projects: u32,
    /// Their planned money in yuan, as far as it is known.
    pub money: Decimal,
    /// Projects without an amount.
    pub without_amount: u32,
}

impl ProjectSum {
    fn add(&mut self, project: &ProjectRow) {
        self.projects = self.projects.saturating_add(1);
        match project.planned() {
            Some(money) => self.money = self.money.saturating_add(money),
            None => self.without_amount = self.without_amount.saturating_add(1),
        }
    }
}

/// A line: a type, or a second level of the type above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeLine {
    /// The type, or the second level.
    pub name: TypeName,
    /// Its projects.
    pub sum: ProjectSum,
    /// The use that they are counted as.
    pub counted_as: FundUse,
    /// True where it is said for this line, and not the usual.
    pub is_said: bool,
}

/// Projects by their types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeTable {
    /// The types that are there in the form's order, each with its second levels behind it.
    pub lines: Vec<TypeLine>,
    /// Lines past those.
    pub more_lines: u32,
    /// Projects without a type, which are counted as nothing.
    pub untyped: ProjectSum,
    /// The projects of each use, in the order of [`FundUse::ALL`].
    pub by_use: [ProjectSum; 3],
}

impl TypeTable {
    /// The table of some projects.
    pub fn new(projects: &[ProjectRow], map: &TypeMap) -> Self {
        let mut table = Self::default();
        let mut types: BTreeMap<ProjectType, (ProjectSum, BTreeMap<&str, ProjectSum>)> =
            BTreeMap::new();
        for project in projects {
            let Some(project_type) = project.project_type else {
                table.untyped.add(project);
                continue;
            };
            let second = project.second_level.as_deref();
            let (whole, seconds) = types.entry(project_type).or_default();
            whole.add(project);
            if let Some(second) = second {
                seconds.entry(second).or_default().add(project);
            }
            table.by_use[map.use_of(project_type, second) as usize].add(project);
        }
        let line = |name: TypeName, sum: ProjectSum| TypeLine {
            counted_as: map.use_of(name.project_type, name.second_level.as_deref()),
            is_said: map.said(&name).is_some(),
            name,
            sum,
        };
        let mut lines = Vec::new();
        for (project_type, (sum, seconds)) in types {
            lines.push(line(TypeName::whole(project_type), sum));
            lines.extend(seconds.into_iter().filter_map(|(second, sum)| {
                // A text that can be no name of a line is counted as its type.
                let name = TypeName::parse(&format!("{}/{second}", project_type.official_name()))?;
                Some(line(name, sum))
            }));
        }
        table.more_lines = lines.len().saturating_sub(MOST_TYPE_LINES) as u32;
        lines.truncate(MOST_TYPE_LINES);
        table.lines = lines;
        table
    }

    /// True where there are no projects.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.untyped.projects == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(of: Option<ProjectType>, second: &str, total: Option<i64>) -> ProjectRow {
        ProjectRow {
            project_type: of,
            second_level: Some(second.to_owned()).filter(|text| !text.is_empty()),
            total: total.map(Decimal::from),
            ..ProjectRow::default()
        }
    }

    /// Two of industry, 30 and unknown; two of employment, 7 and 5, of which the subsidies, 5, are counted as
    /// industry; one without a type.
    #[test]
    fn projects_are_counted_by_type_and_by_what_they_are_counted_as() {
        let (industry, employment) = (ProjectType::Industry, ProjectType::Employment);
        let of_sources = ProjectRow {
            central: Some(10.into()),
            city: Some(20.into()),
            ..project(Some(industry), "", None)
        };
        let projects = [
            project(Some(employment), "技能培训", Some(7)),
            of_sources,
            project(Some(employment), "务工补助", Some(5)),
            project(Some(industry), "", None),
            project(None, "", Some(1)),
        ];
        let mut map = TypeMap::default();
        let subsidies = TypeName::parse("就业项目/务工补助").expect("a name");
        map.set(subsidies, Some(FundUse::Industry));
        let table = TypeTable::new(&projects, &map);
        let lines: Vec<_> = table
            .lines
            .iter()
            .map(|line| {
                let sum = line.sum;
                let counts = (sum.projects, sum.without_amount, line.is_said);
                (
                    line.name.to_string(),
                    sum.money.to_string(),
                    counts,
                    line.counted_as,
                )
            })
            .collect();
        let line =
            |name: &str, money: &str, counts, of| (name.to_owned(), money.to_owned(), counts, of);
        assert_eq!(
            lines,
            [
                line("产业发展", "30", (2, 1, false), FundUse::Industry),
                line("就业项目", "12", (2, 0, false), FundUse::Other),
                line("就业项目/务工补助", "5", (1, 0, true), FundUse::Industry),
                line("就业项目/技能培训", "7", (1, 0, false), FundUse::Other),
            ]
        );
        let by_use = table
            .by_use
            .map(|sum| (sum.projects, sum.money.to_string()));
        assert_eq!(
            by_use,
            [
                (3, "35".to_owned()),
                (0, "0".to_owned()),
                (1, "7".to_owned())
            ]
        );
        assert_eq!(table.untyped.projects, 1);
    }

    #[test]
    fn many_second_levels_are_cut_and_large_amounts_do_not_overflow() {
        let many = (0..300).map(|at| ProjectRow {
            total: Some(Decimal::MAX),
            ..project(Some(ProjectType::Other), &format!("第{at}类"), None)
        });
        let projects: Vec<ProjectRow> = many.collect();
        let table = TypeTable::new(&projects, &TypeMap::default());
        assert_eq!(table.lines.len(), MOST_TYPE_LINES);
        assert_eq!(table.more_lines, 201);
        assert_eq!(table.by_use[2].money, Decimal::MAX);
    }
}
