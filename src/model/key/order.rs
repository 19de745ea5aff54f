//! In which order people look for keys.

use super::{Benchmark, Fixed, Group, Key, Year, Yearly, bench_growth_after};

impl Key {
    /// A key's place among all: its group, in it the series, in that the part, then the year. A
    /// series is read from its published values over the growth of single years to the growth
    /// afterwards.
    pub fn place_in_order(self) -> (Group, usize, u8, Year) {
        let (series, part, year) = place(self);
        (self.group(), series, part, year)
    }
}

fn place(key: Key) -> (usize, u8, Year) {
    let last = Fixed::ALL.len();
    match key {
        Key::Yearly(Yearly::GrowthKnown, year) => (Fixed::Income0Transfer as usize, 1, year),
        Key::Yearly(Yearly::RiskLine, year) => (0, 0, year),
        Key::Yearly(Yearly::RiskLineGrowth, year) => (0, 1, year),
        Key::Fixed(Fixed::RiskLineGrowth) => (0, 2, 0),
        Key::Yearly(Yearly::Bench(benchmark), year) => (benchmark as usize, 0, year),
        Key::Yearly(Yearly::BenchGrowth(benchmark), year) => (benchmark as usize, 1, year),
        Key::Yearly(Yearly::RuleCentralIndustry, year) => (last, 0, year),
        Key::Yearly(Yearly::Lever(lever), year) => (lever as usize, 1, year),
        Key::Fixed(fixed) => Benchmark::ALL
            .into_iter()
            .find(|benchmark| bench_growth_after(*benchmark) == fixed)
            .map_or((fixed as usize, 0, 0), |benchmark| {
                (benchmark as usize, 2, 0)
            }),
    }
}
