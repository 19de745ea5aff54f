//! The published series that income is measured against.
//!
//! A benchmark is the known value of a year, else last year's value times one plus the growth
//! of that year if given, else the growth after the years given.

use crate::inputs::Inputs;
use crate::key::{self, Benchmark, ByBenchmark, Fixed, Yearly};
use crate::number::{Share, YuanPerPerson};
use crate::term::{Quantity, Term};
use crate::years::Years;

/// A series of money a head from the income year to the horizon.
#[inline]
pub fn series<V: Inputs>(
    values: &V,
    years: Years,
    what: Quantity,
    (known, growth, growth_after): (Yearly, Yearly, Fixed),
) -> impl Iterator<Item = YuanPerPerson<V::Number>> {
    let mut value = YuanPerPerson::zero();
    // Not `..=`, whose end is looked for in every step.
    (years.income..years.horizon + 1).map(move |year| {
        value = match values.of_year(known, year) {
            Some(known) => YuanPerPerson(known),
            None => {
                let growth = values.of_year(growth, year);
                value * Share(growth.unwrap_or_else(|| values.of_key(growth_after))).factor()
            }
        };
        value = value.named(Term::shared(what, year));
        value
    })
}

/// A benchmark from the income year to the horizon.
#[inline]
pub fn benchmark<V: Inputs>(
    values: &V,
    years: Years,
    name: Benchmark,
) -> impl Iterator<Item = YuanPerPerson<V::Number>> {
    let keys = (
        Yearly::Bench(name),
        Yearly::BenchGrowth(name),
        key::bench_growth_after(name),
    );
    series(values, years, Quantity::Benchmark(name), keys)
}

/// Every benchmark from the income year to the horizon.
pub fn all_series<V: Inputs>(
    values: &V,
    years: Years,
) -> ByBenchmark<Vec<YuanPerPerson<V::Number>>> {
    Benchmark::ALL.map(|name| benchmark(values, years, name).collect())
}

/// The monitoring line (防返贫监测线) from the income year to the horizon.
pub fn risk_line<V: Inputs>(values: &V, years: Years) -> Vec<YuanPerPerson<V::Number>> {
    let keys = (
        Yearly::RiskLine,
        Yearly::RiskLineGrowth,
        Fixed::RiskLineGrowth,
    );
    series(values, years, Quantity::RiskLine, keys).collect()
}
