//! The published series that income is measured against.
//!
//! A benchmark is the known value of a year, else last year's value times one plus the growth
//! of that year if given, else the growth after the years given.

use super::ByBenchmark;
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{self, Benchmark, Fixed, Yearly};
use crate::region::{Values, Years};

/// A series of money a head from the income year to the horizon.
pub fn series(
    values: &Values,
    years: Years,
    known: Yearly,
    growth: Yearly,
    growth_after: Fixed,
) -> Vec<YuanPerPerson> {
    let mut value = YuanPerPerson::ZERO;
    (years.income..=years.horizon)
        .map(|year| {
            value = match values.yearly(known, year) {
                Some(known) => YuanPerPerson(known),
                None => {
                    let growth = values.yearly(growth, year);
                    value * Share(growth.unwrap_or(values.fixed(growth_after))).factor()
                }
            };
            value
        })
        .collect()
}

/// Every benchmark from the income year to the horizon.
pub fn all_series(values: &Values, years: Years) -> ByBenchmark<Vec<YuanPerPerson>> {
    Benchmark::ALL.map(|name| {
        let (known, growth) = (Yearly::Bench(name), Yearly::BenchGrowth(name));
        series(values, years, known, growth, key::bench_growth_after(name))
    })
}

/// The monitoring line (防返贫监测线) from the income year to the horizon.
pub fn risk_line(values: &Values, years: Years) -> Vec<YuanPerPerson> {
    series(
        values,
        years,
        Yearly::RiskLine,
        Yearly::RiskLineGrowth,
        Fixed::RiskLineGrowth,
    )
}
