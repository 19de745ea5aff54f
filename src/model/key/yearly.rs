//! Keys with a year.

use super::members::Benchmark;
use super::table::Fixed;

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
    /// `LEVER.YEAR`: what a lever is in one plan year after the first, instead of what would hold then. No
    /// region has it; scenarios do. The last of the families, so that it is found quickly.
    Lever(Fixed),
}

impl Yearly {
    /// Every family that a region may give.
    pub const ALL: [Self; 18] = [
        Self::GrowthKnown,
        Self::Bench(Benchmark::LiftedProvince),
        Self::Bench(Benchmark::LiftedNation),
        Self::Bench(Benchmark::RuralProvince),
        Self::Bench(Benchmark::RuralNation),
        Self::Bench(Benchmark::LiftedCounties),
        Self::Bench(Benchmark::RuralCity),
        Self::Bench(Benchmark::LiftedCountiesCity),
        Self::BenchGrowth(Benchmark::LiftedProvince),
        Self::BenchGrowth(Benchmark::LiftedNation),
        Self::BenchGrowth(Benchmark::RuralProvince),
        Self::BenchGrowth(Benchmark::RuralNation),
        Self::BenchGrowth(Benchmark::LiftedCounties),
        Self::BenchGrowth(Benchmark::RuralCity),
        Self::BenchGrowth(Benchmark::LiftedCountiesCity),
        Self::RiskLine,
        Self::RiskLineGrowth,
        Self::RuleCentralIndustry,
    ];

    /// The levers that can be set year by year: funds, coverage and jobs.
    pub fn levers() -> impl Iterator<Item = Fixed> + Clone {
        let funds = Fixed::ALL
            .iter()
            .filter(|key| **key <= Fixed::FundsCountyOther);
        let jobs = Fixed::ALL
            .iter()
            .filter(|key| (Fixed::JobsOutward..=Fixed::JobsStartup).contains(*key));
        funds.copied().chain([Fixed::Coverage]).chain(jobs.copied())
    }

    /// Every family: those that a region may give, then the levers'.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().chain(Self::levers().map(Self::Lever))
    }

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
            Self::Bench(Benchmark::RuralCity) => ("bench.rural_city", "by"),
            Self::Bench(Benchmark::LiftedCountiesCity) => ("bench.lifted_counties_city", "bx"),
            Self::BenchGrowth(Benchmark::RuralCity) => ("bench_growth.rural_city", "hy"),
            Self::BenchGrowth(Benchmark::LiftedCountiesCity) => {
                ("bench_growth.lifted_counties_city", "hx")
            }
            Self::RiskLine => ("risk_line", "rl"),
            Self::RiskLineGrowth => ("risk_line_growth", "rg"),
            Self::RuleCentralIndustry => ("rule.central_industry", "ci"),
            Self::Lever(lever) => (lever.row().name, lever.row().code),
        }
    }
}
