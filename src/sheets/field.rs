//! The columns that the three forms know.

use serde::{Deserialize, Serialize};

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FormKind {
    /// 基本情况: a row a figure.
    Figures,
    /// 县区: a row a county.
    Counties,
    /// 项目: a row a project.
    Projects,
}

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text.
    Text,
    /// An identifier: text whose digits all count.
    Id,
    /// Money of a budget, in the unit that the table says; kept in yuan.
    Amount,
    /// Money a head, in yuan unless the header says otherwise.
    PerHead,
    /// People, households, projects.
    Count,
    /// A year.
    Year,
    /// A date.
    Date,
    /// One of a few words.
    Category,
    /// Whatever the row is about.
    Any,
}

macro_rules! fields {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $kind:ident $official:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $(#[doc = $official] $(#[$doc])* $variant,)*
        }

        impl $name {
            /// Every column, in the form's order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The form's own header.
            pub fn official_name(self) -> &'static str {
                match self {
                    $(Self::$variant => $official,)*
                }
            }

            /// The content of the column.
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$variant => Kind::$kind,)*
                }
            }
        }
    };
}

fields! {
    /// A column of the form of figures.
    FigureField {
        Indicator Text "指标",
        Value Any "数值",
        Unit Text "单位",
        Year Year "年份",
        Source Text "来源",
        Definition Text "口径",
        Status Category "性质",
    }
}

fields! {
    /// A column of the form of counties.
    CountyField {
        Name Text "县区",
        Code Id "代码",
        LiftedHouseholds Count "脱贫户数",
        LiftedPeople Count "脱贫人口",
        Income PerHead "人均纯收入",
        IncomeBefore PerHead "上年人均纯收入",
        RuralIncome PerHead "农村居民可支配收入",
        Granted Amount "下达资金",
        GrantedIndustry Amount "其中产业",
        Spent Amount "已支出",
        Projects Count "项目数",
        Started Count "开工",
        Completed Count "完工",
        Workers Count "务工人数",
        Labour Count "劳动力数",
        PublicJobs Count "公益岗位",
        CoveredHouseholds Count "覆盖户数",
        DueHouseholds Count "应覆盖户数",
        MonitoredHouseholds Count "累计监测户",
        RiskFreeHouseholds Count "已消除户",
        GuaranteeProblems Count "三保障问题数",
        GuaranteeSolved Count "已整改",
        Credit Amount "小额信贷余额",
        Day Date "截至日期",
        Remark Text "备注",
    }
}

fields! {
    /// A column of the form of projects.
    ProjectField {
        Number Id "项目编号",
        County Text "县区",
        Township Text "乡镇",
        Village Text "村",
        Name Text "项目名称",
        Year Year "年度",
        Type Category "项目类型",
        SecondLevel Category "二级类型",
        Nature Text "建设性质",
        Total Amount "总投资",
        Central Amount "中央",
        Province Amount "省",
        City Amount "市",
        CountyFunds Amount "县",
        OtherFunds Amount "其他",
        OtherName Text "其他资金名称",
        Paid Amount "已支付",
        State Category "状态",
        Started Date "开工日",
        Completed Date "完工日",
        AssetValue Amount "资产原值",
        AssetClass Category "资产类别",
        Ownership Text "权属",
        Operation Category "运营状况",
        YearlyReturn Amount "年收益",
        ReturnToHouseholds Amount "其中到户",
        LiftedHouseholds Count "受益脱贫户",
        MonitoredHouseholds Count "受益监测户",
        Workers Count "吸纳务工人数",
    }
}

/// A column of any form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Of figures.
    Figure(FigureField),
    /// Of counties.
    County(CountyField),
    /// Of projects.
    Project(ProjectField),
}

impl Field {
    /// The form that the column belongs to.
    pub fn form(self) -> FormKind {
        match self {
            Self::Figure(_) => FormKind::Figures,
            Self::County(_) => FormKind::Counties,
            Self::Project(_) => FormKind::Projects,
        }
    }

    /// The content of the column.
    pub fn kind(self) -> Kind {
        match self {
            Self::Figure(field) => field.kind(),
            Self::County(field) => field.kind(),
            Self::Project(field) => field.kind(),
        }
    }

    /// The form's own header.
    pub fn official_name(self) -> &'static str {
        match self {
            Self::Figure(field) => field.official_name(),
            Self::County(field) => field.official_name(),
            Self::Project(field) => field.official_name(),
        }
    }
}

impl FormKind {
    /// The sheet's own name in the template.
    pub fn official_name(self) -> &'static str {
        match self {
            Self::Figures => "基本情况",
            Self::Counties => "县区",
            Self::Projects => "项目",
        }
    }

    /// The form's columns, in order.
    pub fn fields(self) -> Vec<Field> {
        match self {
            Self::Figures => FigureField::ALL
                .iter()
                .copied()
                .map(Field::Figure)
                .collect(),
            Self::Counties => CountyField::ALL
                .iter()
                .copied()
                .map(Field::County)
                .collect(),
            Self::Projects => ProjectField::ALL
                .iter()
                .copied()
                .map(Field::Project)
                .collect(),
        }
    }
}

impl From<CountyField> for Field {
    fn from(field: CountyField) -> Self {
        Self::County(field)
    }
}

impl From<ProjectField> for Field {
    fn from(field: ProjectField) -> Self {
        Self::Project(field)
    }
}

impl From<FigureField> for Field {
    fn from(field: FigureField) -> Self {
        Self::Figure(field)
    }
}
