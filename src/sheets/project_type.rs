//! Types of projects by the national form, and the categories of the plan's money.

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

impl FundUse {
    /// Every use, in the order of the plan.
    pub const ALL: [Self; 3] = [Self::Industry, Self::Infrastructure, Self::Other];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Infrastructure => "infrastructure",
            Self::Other => "other",
        }
    }

    /// The use of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.name() == name)
    }
}
