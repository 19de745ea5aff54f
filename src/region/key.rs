//! The one table of keys: every quantity that a region gives and a user may change.
//!
//! Files, links, documents, screens and the command line all read names, ranges and units from
//! here. A key and its short code are never renamed and never reused: old links hold them.
#![deny(clippy::float_arithmetic)]

use std::fmt;

use rust_decimal::Decimal;

/// A calendar year.
pub type Year = u16;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Yuan in total.
    Yuan,
    /// Yuan a head and year.
    YuanPerPerson,
    /// Yuan a household.
    YuanPerHousehold,
    /// A fraction or a rate; people read per cent.
    Share,
    /// People, or jobs.
    People,
    /// People a household.
    PeoplePerHousehold,
    /// 1 for yes, 0 for no; written `true` and `false`.
    Flag,
    /// Projects, in published figures only.
    Projects,
}

impl Unit {
    /// Every unit with its name in region files.
    pub const NAMES: [(Self, &'static str); 8] = [
        (Self::Yuan, "yuan"),
        (Self::YuanPerPerson, "yuan_per_person"),
        (Self::YuanPerHousehold, "yuan_per_household"),
        (Self::Share, "share"),
        (Self::People, "people"),
        (Self::PeoplePerHousehold, "people_per_household"),
        (Self::Flag, "flag"),
        (Self::Projects, "projects"),
    ];

    /// The unit's name in region files.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(unit, _)| *unit == self)
            .map_or("", |(_, name)| name)
    }

    /// The unit of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(unit, _)| *unit)
    }
}

/// Where a key stands on the screen and in documents. The first seven hold levers, which the
/// scenario alone follows; the others hold assumptions, which plan and scenario share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The matrix of linking funds, and whether it repeats each year.
    Funds,
    /// Execution, household grants and work relief.
    Spending,
    /// Operation of the assets and benefit sharing.
    Operation,
    /// Industry-support coverage.
    Coverage,
    /// The five batches of jobs.
    Employment,
    /// Follow-up of relocation.
    Relocation,
    /// Social help.
    Social,
    /// People and households.
    Population,
    /// Income of the known year and its planned growth.
    Baseline,
    /// How money becomes spending.
    Execution,
    /// Industry assets and their returns.
    Assets,
    /// Household grants and coverage in the model.
    Households,
    /// Infrastructure in the model.
    Infrastructure,
    /// Other spending, social help and the claw-back.
    Transfers,
    /// Pay and displacement of jobs, relocation included.
    Jobs,
    /// The people estimated at risk.
    Risk,
    /// The published series that incomes are measured against.
    Benchmarks,
}

impl Group {
    /// The groups of levers, in their order on the screen.
    pub const LEVERS: [Self; 7] = [
        Self::Funds,
        Self::Spending,
        Self::Operation,
        Self::Coverage,
        Self::Employment,
        Self::Relocation,
        Self::Social,
    ];
    /// The groups of assumptions, in their order on the screen.
    pub const ASSUMPTIONS: [Self; 10] = [
        Self::Population,
        Self::Baseline,
        Self::Execution,
        Self::Assets,
        Self::Households,
        Self::Infrastructure,
        Self::Transfers,
        Self::Jobs,
        Self::Risk,
        Self::Benchmarks,
    ];

    /// The group's name in message identifiers and documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Funds => "funds",
            Self::Spending => "spending",
            Self::Operation => "operation",
            Self::Coverage => "coverage",
            Self::Employment => "employment",
            Self::Relocation => "relocation",
            Self::Social => "social",
            Self::Population => "population",
            Self::Baseline => "baseline",
            Self::Execution => "execution",
            Self::Assets => "assets",
            Self::Households => "households",
            Self::Infrastructure => "infrastructure",
            Self::Transfers => "transfers",
            Self::Jobs => "jobs",
            Self::Risk => "risk",
            Self::Benchmarks => "benchmarks",
        }
    }

    /// Whether the group's keys are levers.
    pub fn holds_levers(self) -> bool {
        Self::LEVERS.contains(&self)
    }
}

/// One row of the table of fixed keys.
#[derive(Debug)]
pub struct Row {
    /// The dotted name, for ever.
    pub name: &'static str,
    /// Two letters that stand for the name in long links, for ever.
    pub code: &'static str,
    /// Where it belongs.
    pub group: Group,
    /// What it counts.
    pub unit: Unit,
    /// The least value allowed.
    pub least: &'static str,
    /// The greatest value allowed.
    pub most: &'static str,
}

macro_rules! fixed_keys {
    ($($variant:ident $name:literal $code:literal $group:ident $unit:ident $least:literal $most:literal;)*) => {
        /// A key that every region has, whatever its years.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Fixed {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Fixed {
            /// Every fixed key, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            const ROWS: &'static [Row] = &[$(Row {
                name: $name,
                code: $code,
                group: Group::$group,
                unit: Unit::$unit,
                least: $least,
                most: $most,
            },)*];
        }
    };
}

fixed_keys! {
    FundsCentralIndustry "funds.central.industry" "ca" Funds Yuan "0" "1000000000000";
    FundsCentralInfrastructure "funds.central.infrastructure" "cb" Funds Yuan "0" "1000000000000";
    FundsCentralOther "funds.central.other" "cc" Funds Yuan "0" "1000000000000";
    FundsProvincialIndustry "funds.provincial.industry" "pa" Funds Yuan "0" "1000000000000";
    FundsProvincialInfrastructure "funds.provincial.infrastructure" "pb" Funds Yuan "0" "1000000000000";
    FundsProvincialOther "funds.provincial.other" "pc" Funds Yuan "0" "1000000000000";
    FundsCityIndustry "funds.city.industry" "ya" Funds Yuan "0" "1000000000000";
    FundsCityInfrastructure "funds.city.infrastructure" "yb" Funds Yuan "0" "1000000000000";
    FundsCityOther "funds.city.other" "yc" Funds Yuan "0" "1000000000000";
    FundsCountyIndustry "funds.county.industry" "xa" Funds Yuan "0" "1000000000000";
    FundsCountyInfrastructure "funds.county.infrastructure" "xb" Funds Yuan "0" "1000000000000";
    FundsCountyOther "funds.county.other" "xc" Funds Yuan "0" "1000000000000";
    Repeat "repeat" "re" Funds Flag "0" "1";
    Execution "execution" "ex" Spending Share "0" "1";
    GrantsShare "grants_share" "gs" Spending Share "0" "0.9";
    ReliefShare "relief_share" "rs" Spending Share "0" "1";
    LabourShare "labour_share" "ls" Spending Share "0" "1";
    OperatingRate "operating_rate" "op" Operation Share "0" "1";
    BenefitShare "benefit_share" "be" Operation Share "0" "1";
    Coverage "coverage" "co" Coverage Share "0" "1";
    JobsOutward "jobs.outward" "jo" Employment People "0" "10000000";
    JobsWorkshop "jobs.workshop" "jw" Employment People "0" "10000000";
    JobsRelief "jobs.relief" "jr" Employment People "0" "10000000";
    JobsWelfare "jobs.welfare" "jf" Employment People "0" "10000000";
    JobsStartup "jobs.startup" "js" Employment People "0" "10000000";
    RelocatedEmployment "relocated_employment" "le" Relocation Share "-1" "1";
    Social "social" "so" Social Yuan "0" "100000000000";
    SocialIndustry "social_industry" "si" Social Share "0" "1";

    Population "population" "po" Population People "1" "1500000000";
    PopulationGrowth "population_growth" "pg" Population Share "-0.2" "0.2";
    RuralResidents "rural_residents" "rr" Population People "1" "1500000000";
    HouseholdSize "household_size" "hs" Population PeoplePerHousehold "1" "20";
    Income0Wage "income0.wage" "iw" Baseline YuanPerPerson "0" "1000000";
    Income0Operating "income0.operating" "io" Baseline YuanPerPerson "0" "1000000";
    Income0Property "income0.property" "ip" Baseline YuanPerPerson "0" "1000000";
    Income0Transfer "income0.transfer" "it" Baseline YuanPerPerson "0" "1000000";
    GrowthNearWage "growth_near.wage" "nw" Baseline Share "-0.5" "1";
    GrowthNearOperating "growth_near.operating" "no" Baseline Share "-0.5" "1";
    GrowthNearProperty "growth_near.property" "np" Baseline Share "-0.5" "1";
    GrowthNearTransfer "growth_near.transfer" "nt" Baseline Share "-0.5" "1";
    GrowthFarWage "growth_far.wage" "fw" Baseline Share "-0.5" "1";
    GrowthFarOperating "growth_far.operating" "fo" Baseline Share "-0.5" "1";
    GrowthFarProperty "growth_far.property" "fp" Baseline Share "-0.5" "1";
    GrowthFarTransfer "growth_far.transfer" "ft" Baseline Share "-0.5" "1";
    GrowthFade "growth_fade" "gf" Baseline Share "0" "1";
    CarrySpent "carry_spent" "cs" Execution Share "0" "1";
    OverheadShare "overhead_share" "ov" Execution Share "0" "1";
    ExistingAssets "existing_assets" "ea" Assets Yuan "0" "1000000000000";
    FirstYear "first_year" "fy" Assets Share "0" "1";
    IndustryLagNow "industry_lag_now" "ln" Assets Share "0" "1";
    IndustryLagNext "industry_lag_next" "lx" Assets Share "0" "1";
    IndustryDepreciation "industry_depreciation" "de" Assets Share "0" "1";
    AssetReturn "asset_return" "ar" Assets Share "0" "1";
    Targeting "targeting" "ta" Assets Share "0" "1";
    SplitWage "split_wage" "sw" Assets Share "0" "1";
    SplitOperating "split_operating" "sp" Assets Share "0" "1";
    DisplacedWage "displaced_wage" "dw" Assets Share "0" "1";
    Overlap "overlap" "ol" Assets Share "0" "1";
    GrantsCounted "grants_counted" "gc" Households Share "0" "1";
    GrantsTargeting "grants_targeting" "gt" Households Share "0" "1";
    Coverage0 "coverage0" "cz" Households Share "0" "1";
    CoverageProvince "coverage_province" "cp" Households Share "0" "1";
    CoverageCost "coverage_cost" "ck" Households YuanPerHousehold "1" "1000000";
    CoverageEffect "coverage_effect" "ce" Households Share "0" "5";
    CoverageSaturation "coverage_saturation" "ct" Households Share "0" "1";
    CoverageNow "coverage_now" "cn" Households Share "0" "1";
    InfraLagNow "infra_lag_now" "mn" Infrastructure Share "0" "1";
    InfraLagNext "infra_lag_next" "mx" Infrastructure Share "0" "1";
    InfraDepreciation "infra_depreciation" "md" Infrastructure Share "0" "1";
    InfraReturn "infra_return" "mr" Infrastructure Share "0" "1";
    InfraReach "infra_reach" "mh" Infrastructure Share "0" "1";
    InfraSplitWage "infra_split_wage" "mw" Infrastructure Share "0" "1";
    LabourLocal "labour_local" "ll" Infrastructure Share "0" "1";
    LabourDisplaced "labour_displaced" "ld" Infrastructure Share "0" "1";
    OtherTransfer "other_transfer" "ot" Transfers Share "0" "1";
    OtherWage "other_wage" "ow" Transfers Share "0" "1";
    OtherTargeting "other_targeting" "og" Transfers Share "0" "1";
    OtherDisplaced "other_displaced" "od" Transfers Share "0" "1";
    SocialDirect "social_direct" "sd" Transfers Share "0" "1";
    Clawback "clawback" "cl" Transfers Share "0" "1";
    PayOutward "pay.outward" "ao" Jobs YuanPerPerson "0" "1000000";
    PayWorkshop "pay.workshop" "aw" Jobs YuanPerPerson "0" "1000000";
    PayRelief "pay.relief" "ae" Jobs YuanPerPerson "0" "1000000";
    PayWelfare "pay.welfare" "af" Jobs YuanPerPerson "0" "1000000";
    PayStartup "pay.startup" "as" Jobs YuanPerPerson "0" "1000000";
    DisplacementOutward "displacement.outward" "do" Jobs Share "0" "1";
    DisplacementWorkshop "displacement.workshop" "dk" Jobs Share "0" "1";
    DisplacementRelief "displacement.relief" "dr" Jobs Share "0" "1";
    DisplacementWelfare "displacement.welfare" "df" Jobs Share "0" "1";
    DisplacementStartup "displacement.startup" "ds" Jobs Share "0" "1";
    RelocatedLabour "relocated_labour" "ra" Jobs People "0" "1500000000";
    RelocatedPay "relocated_pay" "rp" Jobs YuanPerPerson "0" "1000000";
    RelocatedDisplacement "relocated_displacement" "rd" Jobs Share "0" "1";
    RiskLineGrowth "risk_line_growth" "rg" Risk Share "-0.5" "1";
    Gini "gini" "gi" Risk Share "0.01" "0.95";
    BenchGrowthLiftedProvince "bench_growth.lifted_province" "hp" Benchmarks Share "-0.5" "1";
    BenchGrowthLiftedNation "bench_growth.lifted_nation" "hn" Benchmarks Share "-0.5" "1";
    BenchGrowthRuralProvince "bench_growth.rural_province" "hr" Benchmarks Share "-0.5" "1";
    BenchGrowthRuralNation "bench_growth.rural_nation" "hu" Benchmarks Share "-0.5" "1";
    BenchGrowthLiftedCounties "bench_growth.lifted_counties" "hc" Benchmarks Share "-0.5" "1";
}

impl Fixed {
    /// The key's row in the table.
    pub fn row(self) -> &'static Row {
        &Self::ROWS[self as usize]
    }
}

macro_rules! named {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $type {
            $($(#[$doc])* $variant,)*
        }

        impl $type {
            /// All of them, in their usual order.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant,)*];

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
    }
}

impl Benchmark {
    /// The four that the headline income is measured against; the lifted counties serve only
    /// the second of the two higher-thans.
    pub const OF_INCOME: [Self; 4] = [
        Self::LiftedProvince,
        Self::LiftedNation,
        Self::RuralProvince,
        Self::RuralNation,
    ];

    /// Whether the series is disposable income (可支配收入) of rural residents: related to the
    /// net income of the lifted population, but another concept.
    pub fn is_disposable_income(self) -> bool {
        !matches!(self, Self::LiftedProvince | Self::LiftedNation)
    }
}

/// A family of keys with one member a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Yearly {
    /// `growth_known.YEAR`: growth of every component up to the year before the plan.
    GrowthKnown,
    /// `bench.NAME.YEAR`: a published value.
    Bench(Benchmark),
    /// `bench_growth.NAME.YEAR`: growth in a year without a published value.
    BenchGrowth(Benchmark),
    /// `risk_line.YEAR`: the monitoring line.
    RiskLine,
    /// `risk_line_growth.YEAR`: growth of the monitoring line.
    RiskLineGrowth,
    /// `rule.central_industry.YEAR`: least share of central funds for industry, from that year.
    RuleCentralIndustry,
}

impl Yearly {
    /// Every family.
    pub const ALL: [Self; 14] = [
        Self::GrowthKnown,
        Self::Bench(Benchmark::LiftedProvince),
        Self::Bench(Benchmark::LiftedNation),
        Self::Bench(Benchmark::RuralProvince),
        Self::Bench(Benchmark::RuralNation),
        Self::Bench(Benchmark::LiftedCounties),
        Self::BenchGrowth(Benchmark::LiftedProvince),
        Self::BenchGrowth(Benchmark::LiftedNation),
        Self::BenchGrowth(Benchmark::RuralProvince),
        Self::BenchGrowth(Benchmark::RuralNation),
        Self::BenchGrowth(Benchmark::LiftedCounties),
        Self::RiskLine,
        Self::RiskLineGrowth,
        Self::RuleCentralIndustry,
    ];

    /// The family's name before the dot and the year, and its two-letter code.
    pub fn prefix(self) -> (&'static str, &'static str) {
        match self {
            Self::GrowthKnown => ("growth_known", "gk"),
            Self::Bench(Benchmark::LiftedProvince) => ("bench.lifted_province", "bp"),
            Self::Bench(Benchmark::LiftedNation) => ("bench.lifted_nation", "bn"),
            Self::Bench(Benchmark::RuralProvince) => ("bench.rural_province", "br"),
            Self::Bench(Benchmark::RuralNation) => ("bench.rural_nation", "bu"),
            Self::Bench(Benchmark::LiftedCounties) => ("bench.lifted_counties", "bc"),
            Self::BenchGrowth(Benchmark::LiftedProvince) => ("bench_growth.lifted_province", "hp"),
            Self::BenchGrowth(Benchmark::LiftedNation) => ("bench_growth.lifted_nation", "hn"),
            Self::BenchGrowth(Benchmark::RuralProvince) => ("bench_growth.rural_province", "hr"),
            Self::BenchGrowth(Benchmark::RuralNation) => ("bench_growth.rural_nation", "hu"),
            Self::BenchGrowth(Benchmark::LiftedCounties) => ("bench_growth.lifted_counties", "hc"),
            Self::RiskLine => ("risk_line", "rl"),
            Self::RiskLineGrowth => ("risk_line_growth", "rg"),
            Self::RuleCentralIndustry => ("rule.central_industry", "ci"),
        }
    }
}

/// The name of one quantity that a region gives and a user may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A key that every region has.
    Fixed(Fixed),
    /// A key with a year; which years there are, the region says.
    Yearly(Yearly, Year),
}

impl From<Fixed> for Key {
    fn from(fixed: Fixed) -> Self {
        Self::Fixed(fixed)
    }
}

impl Key {
    /// The key of that dotted name.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(fixed) = Fixed::ALL.iter().find(|fixed| fixed.row().name == name) {
            return Some(Self::Fixed(*fixed));
        }
        let (prefix, year) = name.rsplit_once('.')?;
        let family = Yearly::ALL
            .into_iter()
            .find(|family| family.prefix().0 == prefix)?;
        Some(Self::Yearly(family, parse_year(year, 4)?))
    }

    /// The key of that short code, as long links write it.
    pub fn parse_code(code: &str) -> Option<Self> {
        if let Some(fixed) = Fixed::ALL.iter().find(|fixed| fixed.row().code == code) {
            return Some(Self::Fixed(*fixed));
        }
        let (prefix, year) = code.split_at_checked(2)?;
        let family = Yearly::ALL
            .into_iter()
            .find(|family| family.prefix().1 == prefix)?;
        Some(Self::Yearly(family, 2000 + parse_year(year, 2)?))
    }

    /// The short code: two letters, and two digits of the year where the key has one.
    pub fn code(self) -> String {
        match self {
            Self::Fixed(fixed) => fixed.row().code.to_owned(),
            Self::Yearly(family, year) => format!("{}{:02}", family.prefix().1, year % 100),
        }
    }

    /// Where the key belongs.
    pub fn group(self) -> Group {
        match self {
            Self::Fixed(fixed) => fixed.row().group,
            Self::Yearly(Yearly::GrowthKnown, _) => Group::Baseline,
            Self::Yearly(Yearly::Bench(_) | Yearly::BenchGrowth(_), _) => Group::Benchmarks,
            Self::Yearly(Yearly::RiskLine | Yearly::RiskLineGrowth, _) => Group::Risk,
            Self::Yearly(Yearly::RuleCentralIndustry, _) => Group::Benchmarks,
        }
    }

    /// Whether only the scenario follows the key; the plan keeps its own value.
    pub fn is_lever(self) -> bool {
        self.group().holds_levers()
    }

    /// What the key counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::Fixed(fixed) => fixed.row().unit,
            Self::Yearly(Yearly::Bench(_) | Yearly::RiskLine, _) => Unit::YuanPerPerson,
            Self::Yearly(_, _) => Unit::Share,
        }
    }

    /// The least and the greatest value allowed.
    pub fn range(self) -> (Decimal, Decimal) {
        match self {
            Self::Fixed(fixed) => {
                let bound = |text| Decimal::from_str_exact(text).unwrap_or_default();
                (bound(fixed.row().least), bound(fixed.row().most))
            }
            Self::Yearly(Yearly::Bench(_) | Yearly::RiskLine, _) => {
                (Decimal::ONE, Decimal::from(10_000_000))
            }
            Self::Yearly(Yearly::RuleCentralIndustry, _) => (Decimal::ZERO, Decimal::ONE),
            Self::Yearly(_, _) => (Decimal::new(-5, 1), Decimal::ONE),
        }
    }
}

fn parse_year(text: &str, digits: usize) -> Option<Year> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(fixed) => formatter.write_str(fixed.row().name),
            Self::Yearly(family, year) => write!(formatter, "{}.{year}", family.prefix().0),
        }
    }
}

/// The key of a cell of the funds matrix.
pub fn funds(level: Level, category: Category) -> Fixed {
    Fixed::ALL[level as usize * Category::ALL.len() + category as usize]
}

macro_rules! keys_of {
    ($($(#[$doc:meta])* $function:ident($type:ident) $first:ident;)*) => {$(
        $(#[$doc])*
        pub fn $function(member: $type) -> Fixed {
            Fixed::ALL[Fixed::$first as usize + member as usize]
        }
    )*};
}
keys_of! {
    /// The key of a batch's jobs.
    jobs(Batch) JobsOutward;
    /// The key of a batch's yearly pay.
    pay(Batch) PayOutward;
    /// The key of the share of a batch's pay that replaces earlier earnings.
    displacement(Batch) DisplacementOutward;
    /// The key of a component's income in the known year.
    income0(Component) Income0Wage;
    /// The key of a component's growth at the start of the plan.
    growth_near(Component) GrowthNearWage;
    /// The key of a component's growth far ahead.
    growth_far(Component) GrowthFarWage;
    /// The key of a benchmark's growth after the years given.
    bench_growth_after(Benchmark) BenchGrowthLiftedProvince;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_and_codes_lead_back_to_their_key() {
        let mut names = BTreeSet::new();
        let mut codes = BTreeSet::new();
        let yearly = Yearly::ALL
            .into_iter()
            .map(|family| Key::Yearly(family, 2024));
        for key in Fixed::ALL
            .iter()
            .map(|fixed| Key::Fixed(*fixed))
            .chain(yearly)
        {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
            assert_eq!(Key::parse_code(&key.code()), Some(key));
            assert!(names.insert(key.to_string()), "{key} twice");
            assert!(codes.insert(key.code()), "code {} twice", key.code());
            let (least, most) = key.range();
            assert!(least < most, "{key} has no range");
        }
    }

    #[test]
    fn families_of_keys_stand_in_the_order_of_their_members() {
        for level in Level::ALL {
            for category in Category::ALL {
                let name = format!("funds.{}.{}", level.name(), category.name());
                assert_eq!(funds(level, category).row().name, name);
            }
        }
        for batch in Batch::ALL {
            assert_eq!(jobs(batch).row().name, format!("jobs.{}", batch.name()));
            assert_eq!(pay(batch).row().name, format!("pay.{}", batch.name()));
            assert_eq!(
                displacement(batch).row().name,
                format!("displacement.{}", batch.name())
            );
        }
        for component in Component::ALL {
            assert_eq!(
                income0(component).row().name,
                format!("income0.{}", component.name())
            );
            assert_eq!(
                growth_near(component).row().name,
                format!("growth_near.{}", component.name())
            );
            assert_eq!(
                growth_far(component).row().name,
                format!("growth_far.{}", component.name())
            );
        }
        for benchmark in Benchmark::ALL {
            let name = format!("bench_growth.{}", benchmark.name());
            assert_eq!(bench_growth_after(benchmark).row().name, name);
        }
    }

    #[test]
    fn names_that_are_almost_right_are_unknown() {
        for name in [
            "",
            "funds",
            "growth_known",
            "growth_known.22",
            "bench.lifted_province.20x1",
            "Coverage",
            "coverage ",
        ] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
        for code in ["", "c", "中", "gk", "gk2", "gk2022"] {
            assert_eq!(Key::parse_code(code), None, "{code}");
        }
    }
}
