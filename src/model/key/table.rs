//! The table of the keys that every region has. Names and codes never change.

use super::kinds::{Group, Unit};

/// One row of the table of fixed keys.
#[derive(Debug)]
pub struct KeyRow {
    /// The dotted name; it never changes.
    pub name: &'static str,
    /// Two letters that stand for the name in long links; they never change.
    pub code: &'static str,
    /// The group.
    pub group: Group,
    /// The unit.
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
            const ROWS: &'static [KeyRow] = &[$(KeyRow {
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
    FundsGrowthCentral "funds_growth.central" "uc" Funds Share "-0.5" "0.5";
    FundsGrowthProvincial "funds_growth.provincial" "up" Funds Share "-0.5" "0.5";
    FundsGrowthCity "funds_growth.city" "uy" Funds Share "-0.5" "0.5";
    FundsGrowthCounty "funds_growth.county" "ux" Funds Share "-0.5" "0.5";
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
    CoverageUpkeep "coverage_upkeep" "cu" Households Share "0" "1";
    CoverageInKind "coverage_in_kind" "ik" Households Share "0" "1";
    CostGrowth "cost_growth" "cg" Households Share "-0.2" "0.5";
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
    DeadweightOutward "deadweight.outward" "eo" Jobs Share "0" "1";
    DeadweightWorkshop "deadweight.workshop" "ew" Jobs Share "0" "1";
    DeadweightRelief "deadweight.relief" "er" Jobs Share "0" "1";
    DeadweightWelfare "deadweight.welfare" "ef" Jobs Share "0" "1";
    DeadweightStartup "deadweight.startup" "es" Jobs Share "0" "1";
    JobFirstYear "job_first_year" "jy" Jobs Share "0" "1";
    IdleLabour "idle_labour" "il" Jobs People "0" "1500000000";
    RelocatedLabour "relocated_labour" "ra" Jobs People "0" "1500000000";
    RelocatedPay "relocated_pay" "rp" Jobs YuanPerPerson "0" "1000000";
    RelocatedDisplacement "relocated_displacement" "rd" Jobs Share "0" "1";
    RelocatedDeadweight "relocated_deadweight" "rw" Jobs Share "0" "1";
    RelocatedEmployed "relocated_employed" "rm" Jobs People "0" "1500000000";
    RiskLineGrowth "risk_line_growth" "rg" Risk Share "-0.5" "1";
    Gini "gini" "gi" Risk Share "0.01" "0.95";
    BenchGrowthLiftedProvince "bench_growth.lifted_province" "hp" Benchmarks Share "-0.5" "1";
    BenchGrowthLiftedNation "bench_growth.lifted_nation" "hn" Benchmarks Share "-0.5" "1";
    BenchGrowthRuralProvince "bench_growth.rural_province" "hr" Benchmarks Share "-0.5" "1";
    BenchGrowthRuralNation "bench_growth.rural_nation" "hu" Benchmarks Share "-0.5" "1";
    BenchGrowthLiftedCounties "bench_growth.lifted_counties" "hc" Benchmarks Share "-0.5" "1";
    BenchGrowthRuralCity "bench_growth.rural_city" "hy" Benchmarks Share "-0.5" "1";
    BenchGrowthLiftedCountiesCity "bench_growth.lifted_counties_city" "hx" Benchmarks Share "-0.5" "1";
    CloseCall "close_call" "cq" Appraisal Share "0" "0.1";
    GrowthTogether "growth_together" "tg" Appraisal Share "0" "1";
    DiscountRate "discount_rate" "di" Appraisal Share "0" "1";
    PriceGrowth "price_growth" "pz" Appraisal Share "-0.5" "1";
}

impl Fixed {
    /// The key's row in the table.
    pub fn row(self) -> &'static KeyRow {
        &Self::ROWS[self as usize]
    }
}
