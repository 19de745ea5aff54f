//! What is assumed of the world, as plain numbers side by side.

use rust_decimal::prelude::ToPrimitive;

use zengshou_kernel::{Assumptions, Formation, Series, Step};

use crate::region::key::{
    Batch, Benchmark, Component, Fixed, Key, Yearly, bench_growth_after, displacement, growth_far,
    growth_near, income0, pay,
};
use crate::region::{Values, Years};

/// Where a world holds the value of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(usize);

/// Which years there are and where each key's value lies; the same for every world of a region.
pub struct Layout {
    /// The years.
    pub years: Years,
    yearly: Vec<Key>,
    benchmarks: [Series; Benchmark::ALL.len()],
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
            benchmarks: Default::default(),
            known_years,
        };
        layout.benchmarks = Benchmark::ALL.map(|name| {
            let at = |family, year| layout.slot(Key::Yearly(family, year));
            let steps = all.clone().map(|year| match at(Yearly::Bench(name), year) {
                Some(slot) => Step::Known(slot.0),
                None => {
                    let growth = at(Yearly::BenchGrowth(name), year);
                    let after = bench_growth_after(name) as usize;
                    Step::Grows(growth.map_or(after, |slot| slot.0))
                }
            });
            Series {
                steps: steps.collect(),
                before: usize::from(years.base() - years.income),
            }
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

    /// The benchmarks from the year before the plan on, yuan a head.
    pub fn benchmarks(&self, world: &World, out: &mut [Vec<f64>; Benchmark::ALL.len()]) {
        for (series, values) in self.benchmarks.iter().zip(out) {
            series.walk(&world.values, values);
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

    /// The assumptions as the kernel takes them.
    pub fn assumptions(&self) -> Assumptions {
        let at = |fixed: Fixed| self.at(fixed);
        let start = Fixed::ALL.len();
        let known = &self.values[start..start + self.known_years];
        Assumptions {
            population: at(Fixed::Population),
            population_growth: at(Fixed::PopulationGrowth),
            rural_residents: at(Fixed::RuralResidents),
            household_size: at(Fixed::HouseholdSize),
            income0: Component::ALL.map(|k| at(income0(k))),
            known_factor: known.iter().map(|growth| 1.0 + growth).product(),
            growth_near: Component::ALL.map(|k| at(growth_near(k))),
            growth_far: Component::ALL.map(|k| at(growth_far(k))),
            growth_fade: at(Fixed::GrowthFade),
            carry_spent: at(Fixed::CarrySpent),
            overhead_share: at(Fixed::OverheadShare),
            existing_assets: at(Fixed::ExistingAssets),
            first_year: at(Fixed::FirstYear),
            industry: Formation {
                lag_now: at(Fixed::IndustryLagNow),
                lag_next: at(Fixed::IndustryLagNext),
                depreciation: at(Fixed::IndustryDepreciation),
            },
            infrastructure: Formation {
                lag_now: at(Fixed::InfraLagNow),
                lag_next: at(Fixed::InfraLagNext),
                depreciation: at(Fixed::InfraDepreciation),
            },
            asset_return: at(Fixed::AssetReturn),
            targeting: at(Fixed::Targeting),
            split_wage: at(Fixed::SplitWage),
            split_operating: at(Fixed::SplitOperating),
            displaced_wage: at(Fixed::DisplacedWage),
            overlap: at(Fixed::Overlap),
            grants_counted: at(Fixed::GrantsCounted),
            grants_targeting: at(Fixed::GrantsTargeting),
            coverage0: at(Fixed::Coverage0),
            coverage_cost: at(Fixed::CoverageCost),
            coverage_effect: at(Fixed::CoverageEffect),
            coverage_saturation: at(Fixed::CoverageSaturation),
            coverage_now: at(Fixed::CoverageNow),
            infra_return: at(Fixed::InfraReturn),
            infra_reach: at(Fixed::InfraReach),
            infra_split_wage: at(Fixed::InfraSplitWage),
            labour_local: at(Fixed::LabourLocal),
            labour_displaced: at(Fixed::LabourDisplaced),
            other_transfer: at(Fixed::OtherTransfer),
            other_wage: at(Fixed::OtherWage),
            other_targeting: at(Fixed::OtherTargeting),
            other_displaced: at(Fixed::OtherDisplaced),
            social_direct: at(Fixed::SocialDirect),
            clawback: at(Fixed::Clawback),
            batch_pay: Batch::ALL.map(|batch| at(pay(batch)) * (1.0 - at(displacement(batch)))),
            relocated_pay: at(Fixed::RelocatedPay)
                * at(Fixed::RelocatedLabour)
                * (1.0 - at(Fixed::RelocatedDisplacement)),
        }
    }
}
