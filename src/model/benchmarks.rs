//! The published series that income is measured against.
//!
//! A benchmark is the known value of a year, else last year's value times one plus the growth
//! of that year if given, else the growth after the years given. Before its first known value it is
//! unknown, which is no zero.

use crate::inputs::Inputs;
use crate::key::{self, Benchmark, ByBenchmark, Fixed, Yearly};
use crate::number::{Share, YuanPerPerson};
use crate::term::{Quantity, Term};
use crate::years::Years;

/// A series of money a head from the income year to the horizon; none before its first known value.
#[inline]
pub fn series<V: Inputs>(
    values: &V,
    years: Years,
    what: Quantity,
    (known, growth, growth_after): (Yearly, Yearly, Fixed),
) -> impl Iterator<Item = Option<YuanPerPerson<V::Number>>> {
    let mut value: Option<YuanPerPerson<V::Number>> = None;
    // Not `..=`, whose end is looked for in every step.
    (years.income..years.horizon + 1).map(move |year| {
        value = match (values.of_year(known, year), value) {
            (Some(known), _) => Some(YuanPerPerson(known)),
            (None, None) => None,
            (None, Some(value)) => {
                let growth = values.of_year(growth, year);
                let growth = growth.unwrap_or_else(|| values.of_key(growth_after));
                Some(value * Share(growth).factor())
            }
        };
        value = value.map(|value| value.named(Term::shared(what, year)));
        value
    })
}

/// A benchmark from the income year to the horizon; none before its first known value.
#[inline]
pub fn benchmark<V: Inputs>(
    values: &V,
    years: Years,
    name: Benchmark,
) -> impl Iterator<Item = Option<YuanPerPerson<V::Number>>> {
    let keys = (
        Yearly::Bench(name),
        Yearly::BenchGrowth(name),
        key::bench_growth_after(name),
    );
    series(values, years, Quantity::Benchmark(name), keys)
}

/// Every benchmark from the income year to the horizon; none in years for which it is unknown.
pub fn all_series<V: Inputs>(
    values: &V,
    years: Years,
) -> ByBenchmark<Vec<Option<YuanPerPerson<V::Number>>>> {
    Benchmark::ALL.map(|name| benchmark(values, years, name).collect())
}

/// The monitoring line (防返贫监测线) from the income year to the horizon.
pub fn risk_line<V: Inputs>(values: &V, years: Years) -> Vec<YuanPerPerson<V::Number>> {
    let keys = (
        Yearly::RiskLine,
        Yearly::RiskLineGrowth,
        Fixed::RiskLineGrowth,
    );
    // Every region gives the line of its income year.
    let line = series(values, years, Quantity::RiskLine, keys);
    line.map(|line| line.unwrap_or(YuanPerPerson::zero()))
        .collect()
}
