//! What is assumed of the world, as plain numbers side by side.

use rust_decimal::prelude::ToPrimitive;

use crate::region::key::{Benchmark, Fixed, Key, Yearly, bench_growth_after};
use crate::region::{Values, Years};

/// Where a world holds the value of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(usize);

/// How a benchmark comes by the value of a year.
#[derive(Clone, Copy)]
enum Step {
    /// It is known.
    Known(usize),
    /// It grows from the year before.
    Grows(usize),
}

/// Which years there are and where each key's value lies; the same for every world of a region.
pub struct Layout {
    /// The years.
    pub years: Years,
    yearly: Vec<Key>,
    /// The steps of each benchmark from the income year on.
    steps: [Vec<Step>; Benchmark::ALL.len()],
    known_years: usize,
}

impl Layout {
    /// The layout of a region's values.
    pub fn of(values: &Values, years: Years) -> Self {
        let all = years.income..=years.horizon;
        let families = Benchmark::ALL
            .into_iter()
            .flat_map(|name| [Yearly::Bench(name), Yearly::BenchGrowth(name)]);
        let benchmarks = families
            .flat_map(|family| all.clone().map(move |year| (family, year)))
            .filter(|(family, year)| values.yearly(*family, *year).is_some());
        // Growth of the known years comes first, so that it is one stretch.
        let known = (years.income + 1..=years.base()).map(|year| (Yearly::GrowthKnown, year));
        let known_years = known.len();
        let yearly: Vec<Key> = known
            .chain(benchmarks)
            .map(|(family, year)| Key::Yearly(family, year))
            .collect();
        let mut layout = Self {
            years,
            yearly,
            steps: Default::default(),
            known_years,
        };
        layout.steps = Benchmark::ALL.map(|name| {
            let at = |family, year| layout.slot(Key::Yearly(family, year));
            all.clone()
                .map(|year| match at(Yearly::Bench(name), year) {
                    Some(slot) => Step::Known(slot.0),
                    None => {
                        let growth = at(Yearly::BenchGrowth(name), year);
                        let after = bench_growth_after(name) as usize;
                        Step::Grows(growth.map_or(after, |slot| slot.0))
                    }
                })
                .collect()
        });
        layout
    }

    /// Where the value of a key lies; nothing for a key that moves no income and no benchmark.
    pub fn slot(&self, key: Key) -> Option<Slot> {
        match key {
            Key::Fixed(Fixed::Gini | Fixed::RiskLineGrowth | Fixed::CoverageProvince) => None,
            Key::Fixed(fixed) if Key::Fixed(fixed).is_lever() => None,
            Key::Fixed(fixed) => Some(Slot(fixed as usize)),
            Key::Yearly(..) => {
                let place = self.yearly.iter().position(|known| *known == key)?;
                Some(Slot(Fixed::ALL.len() + place))
            }
        }
    }

    /// The benchmarks from the year before the plan on.
    pub(super) fn benchmarks(&self, world: &World, out: &mut [Vec<f64>; Benchmark::ALL.len()]) {
        let before = usize::from(self.years.base() - self.years.income);
        for (steps, series) in self.steps.iter().zip(out) {
            series.clear();
            let mut value = 0.0;
            for (index, step) in steps.iter().enumerate() {
                value = match *step {
                    Step::Known(slot) => world.values[slot],
                    Step::Grows(slot) => value * (1.0 + world.values[slot]),
                };
                if index >= before {
                    series.push(value);
                }
            }
        }
    }
}

/// One set of assumptions.
#[derive(Clone)]
pub struct World {
    values: Vec<f64>,
    known_years: usize,
}

impl World {
    /// The assumptions that values hold.
    pub fn of(layout: &Layout, values: &Values) -> Self {
        let fixed = Fixed::ALL.iter().map(|fixed| values.fixed(*fixed));
        let yearly = layout
            .yearly
            .iter()
            .map(|key| values.get(*key).unwrap_or_default());
        Self {
            values: fixed
                .chain(yearly)
                .map(|value| value.to_f64().unwrap_or(f64::NAN))
                .collect(),
            known_years: layout.known_years,
        }
    }

    /// The value in a slot.
    pub fn get(&self, slot: Slot) -> f64 {
        self.values[slot.0]
    }

    /// Puts a value into a slot.
    pub fn set(&mut self, slot: Slot, value: f64) {
        self.values[slot.0] = value;
    }

    /// The value of a key that every region has.
    pub fn at(&self, fixed: Fixed) -> f64 {
        self.values[fixed as usize]
    }

    /// Puts the value of a key that every region has.
    pub fn put(&mut self, fixed: Fixed, value: f64) {
        self.values[fixed as usize] = value;
    }

    pub(super) fn growth_known(&self) -> &[f64] {
        let start = Fixed::ALL.len();
        &self.values[start..start + self.known_years]
    }
}
