//! The levels, categories, components, batches and benchmarks that families of keys are made of.

/// One amount for each category of project.
pub type ByCategory<T> = [T; Category::ALL.len()];
/// One amount for each component of income.
pub type ByComponent<T> = [T; Component::ALL.len()];
/// One amount for each of the five batches.
pub type ByBatch<T> = [T; Batch::ALL.len()];
/// One amount for each benchmark.
pub type ByBenchmark<T> = [T; Benchmark::ALL.len()];
/// One amount for each level of government.
pub type ByLevel<T> = [T; Level::ALL.len()];

macro_rules! named {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize,
        )]
        #[repr(u8)]
        pub enum $type {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl $type {
            /// All of them, in their usual order.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant,)*];

            /// A value for each of them.
            #[inline(always)]
            pub fn each<T>(mut value: impl FnMut(Self) -> T) -> [T; Self::ALL.len()] {
                [$(value(Self::$variant),)*]
            }

            /// The name in keys, files and message identifiers.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

named! {
    /// A level of government that gives linking funds.
    Level {
        /// 中央
        Central "central",
        /// 省级
        Provincial "provincial",
        /// 市级
        City "city",
        /// 县级
        County "county",
    }
}
named! {
    /// A category of project that linking funds pay for.
    Category {
        /// 产业
        Industry "industry",
        /// 基础设施
        Infrastructure "infrastructure",
        /// 其他
        Other "other",
    }
}
named! {
    /// A component of income, as household surveys publish it.
    Component {
        /// 工资性
        Wage "wage",
        /// 生产经营性
        Operating "operating",
        /// 财产性
        Property "property",
        /// 转移性
        Transfer "transfer",
    }
}
named! {
    /// One of the five batches of employment (五个一批).
    Batch {
        /// Labour sent out, 劳务输出.
        Outward "outward",
        /// Workshops, 帮扶车间.
        Workshop "workshop",
        /// Work relief, 以工代赈.
        Relief "relief",
        /// Public-welfare posts, 公益岗位.
        Welfare "welfare",
        /// Own businesses, 自主创业.
        Startup "startup",
    }
}
named! {
    /// A published series that income is measured against.
    Benchmark {
        /// Lifted population of the province.
        LiftedProvince "lifted_province",
        /// Lifted population of the nation.
        LiftedNation "lifted_nation",
        /// Rural residents of the province.
        RuralProvince "rural_province",
        /// Rural residents of the nation.
        RuralNation "rural_nation",
        /// Farmers of the lifted counties.
        LiftedCounties "lifted_counties",
        /// Rural residents of the city itself.
        RuralCity "rural_city",
        /// Farmers of the city's own lifted counties.
        LiftedCountiesCity "lifted_counties_city",
    }
}

impl Batch {
    /// Those that public money pays for: no market income ([`crate::gain`]).
    pub const PUBLIC_WORK: [Self; 2] = [Self::Relief, Self::Welfare];
}

impl Benchmark {
    /// Those that the headline income is measured against, as far as they are known; the lifted
    /// counties serve only the second of the two higher-thans.
    pub const OF_INCOME: [Self; 5] = [
        Self::LiftedProvince,
        Self::LiftedNation,
        Self::RuralCity,
        Self::RuralProvince,
        Self::RuralNation,
    ];

    /// True for disposable income (可支配收入) of rural residents: related to the net income of the
    /// lifted population, but another concept.
    pub fn is_disposable_income(self) -> bool {
        !matches!(self, Self::LiftedProvince | Self::LiftedNation)
    }
}
