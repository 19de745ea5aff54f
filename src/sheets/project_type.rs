//! Types of projects by the national form, and what each is counted as.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A type of the national form of the project library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProjectType {
    /// 产业发展.
    Industry,
    /// 就业项目.
    Employment,
    /// 乡村建设行动.
    RuralConstruction,
    /// 易地搬迁后扶.
    RelocationSupport,
    /// 巩固三保障成果.
    ThreeGuarantees,
    /// 乡村治理和精神文明建设.
    Governance,
    /// 项目管理费.
    Management,
    /// 其他.
    Other,
}

impl ProjectType {
    /// Every type, in the national form's order.
    pub const ALL: [Self; 8] = [
        Self::Industry,
        Self::Employment,
        Self::RuralConstruction,
        Self::RelocationSupport,
        Self::ThreeGuarantees,
        Self::Governance,
        Self::Management,
        Self::Other,
    ];

    /// The national form's own name.
    pub fn official_name(self) -> &'static str {
        match self {
            Self::Industry => "产业发展",
            Self::Employment => "就业项目",
            Self::RuralConstruction => "乡村建设行动",
            Self::RelocationSupport => "易地搬迁后扶",
            Self::ThreeGuarantees => "巩固三保障成果",
            Self::Governance => "乡村治理和精神文明建设",
            Self::Management => "项目管理费",
            Self::Other => "其他",
        }
    }
}

/// The category that the money of a project is counted as in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FundUse {
    /// Industry.
    Industry,
    /// Infrastructure.
    Infrastructure,
    /// Everything else.
    Other,
}

/// The table of what types are counted as: shown to whoever uses it, and changed where a county counts otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeMap {
    /// The use of each type.
    pub types: BTreeMap<ProjectType, FundUse>,
    /// Second levels, by their text, that are counted otherwise than their type.
    pub second_levels: BTreeMap<String, FundUse>,
}

impl Default for TypeMap {
    fn default() -> Self {
        let use_of = |project_type| match project_type {
            ProjectType::Industry => FundUse::Industry,
            ProjectType::RuralConstruction => FundUse::Infrastructure,
            _ => FundUse::Other,
        };
        let types = ProjectType::ALL.map(|each| (each, use_of(each)));
        Self {
            types: types.into(),
            second_levels: BTreeMap::new(),
        }
    }
}

impl TypeMap {
    /// The category that a project is counted as. A type that the table lacks is counted as other money.
    pub fn use_of(&self, project_type: ProjectType, second_level: Option<&str>) -> FundUse {
        let second = second_level.and_then(|text| self.second_levels.get(text));
        let of_type = second.or_else(|| self.types.get(&project_type));
        of_type.copied().unwrap_or(FundUse::Other)
    }
}
