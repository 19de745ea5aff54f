//! The values of all keys as plain numbers side by side, changed in place ten thousand times.

use rust_decimal::Decimal;

use zengshou_model::benchmarks::benchmark;
use zengshou_model::inputs::{Assumptions, Inputs};
use zengshou_model::key::{Benchmark, ByBenchmark, Fixed, Key, Year, Yearly};
use zengshou_model::number::Number;
use zengshou_model::years::Years;

/// The place of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(usize);

/// The assumptions that neither an income nor a benchmark depends on.
const MOVES_NO_INCOME: [Fixed; 9] = [
    Fixed::Gini,
    Fixed::RiskLineGrowth,
    Fixed::CoverageProvince,
    Fixed::IdleLabour,
    Fixed::RelocatedEmployed,
    Fixed::CloseCall,
    Fixed::GrowthTogether,
    Fixed::DiscountRate,
    Fixed::PriceGrowth,
];

/// The number of keys that every region has.
const FIXED: usize = Fixed::ALL.len();

/// The families of keys with a year that move an income or a benchmark, as rows of a table.
const FAMILIES: usize = 1 + 2 * Benchmark::ALL.len();

/// The row of a family; none for one that moves neither.
#[inline(always)]
fn row(family: Yearly) -> Option<usize> {
    match family {
        Yearly::GrowthKnown => Some(0),
        Yearly::Bench(name) => Some(1 + name as usize),
        Yearly::BenchGrowth(name) => Some(1 + Benchmark::ALL.len() + name as usize),
        _ => None,
    }
}

/// The years and the keys with a value; the same for every set of values of a region.
pub struct Layout {
    years: Years,
    /// For every place, whether there is a value.
    present: Vec<bool>,
}

impl Layout {
    /// The layout of a region's values.
    pub fn of(values: &impl Inputs<Number = Decimal>, years: Years) -> Self {
        let all = FloatingValues::of(values, years);
        Self {
            years,
            present: all.places.iter().map(|value| !value.is_nan()).collect(),
        }
    }

    /// The place of a key's value; none for a key that moves no income and no benchmark, and for
    /// levers, which are decided.
    pub fn slot(&self, key: Key) -> Option<Slot> {
        match key {
            Key::Fixed(fixed) if MOVES_NO_INCOME.contains(&fixed) => None,
            Key::Fixed(fixed) if Key::Fixed(fixed).is_lever() => None,
            Key::Fixed(fixed) => Some(Slot(fixed as usize)),
            Key::Yearly(family, year) => {
                let place = place(self.years, family, year)?;
                self.present[place].then_some(Slot(place))
            }
        }
    }
}

/// The place of a key with a year.
#[inline(always)]
fn place(years: Years, family: Yearly, year: Year) -> Option<usize> {
    let count = usize::from(years.horizon - years.income) + 1;
    let column = usize::from(year.checked_sub(years.income)?);
    (column < count).then_some(FIXED + row(family)? * count + column)
}

/// The value of every key, without keys of single years that are levers.
#[derive(Clone)]
pub struct FloatingValues {
    years: Years,
    /// The keys that every region has, in the order of their table, then row by row the families of
    /// keys with a year; not a number where there is no value.
    places: Vec<f64>,
}

impl FloatingValues {
    /// The values in floating point.
    pub fn of(values: &impl Inputs<Number = Decimal>, years: Years) -> Self {
        let mut own = Self {
            years,
            places: Vec::new(),
        };
        own.fill(values);
        own
    }

    /// Takes other values of the same region, in the same room.
    pub fn fill(&mut self, values: &impl Inputs<Number = Decimal>) {
        let years = self.years;
        let floating = Floating(values);
        let fixed = Fixed::ALL.iter().map(|fixed| floating.of_key(*fixed));
        let known = [Yearly::GrowthKnown].into_iter();
        let families = known
            .chain(Benchmark::ALL.map(Yearly::Bench))
            .chain(Benchmark::ALL.map(Yearly::BenchGrowth));
        let yearly = families.flat_map(|family| {
            (years.income..=years.horizon)
                .map(move |year| floating.of_year(family, year).unwrap_or(f64::NAN))
        });
        self.places.clear();
        self.places.extend(fixed.chain(yearly));
        debug_assert_eq!(
            self.places.len(),
            FIXED + FAMILIES * (usize::from(years.horizon - years.income) + 1)
        );
    }

    /// The value in a slot.
    pub fn get(&self, slot: Slot) -> f64 {
        self.places[slot.0]
    }

    /// Puts a value into a slot.
    pub fn set(&mut self, slot: Slot, value: f64) {
        self.places[slot.0] = value;
    }

    /// The value of a key that every region has.
    #[inline]
    pub fn at(&self, fixed: Fixed) -> f64 {
        self.places[fixed as usize]
    }

    /// Puts the value of a key that every region has.
    pub fn put(&mut self, fixed: Fixed, value: f64) {
        self.places[fixed as usize] = value;
    }

    /// Puts the value of any key; one that moves no income and no benchmark has no place.
    pub fn put_key(&mut self, key: Key, value: f64) {
        let place = match key {
            Key::Fixed(fixed) => Some(fixed as usize),
            Key::Yearly(family, year) => place(self.years, family, year),
        };
        if let Some(place) = place {
            self.places[place] = value;
        }
    }

    /// Reads the assumptions, in the room of earlier ones.
    #[inline(never)]
    pub fn assumptions(&self, into: &mut Assumptions<f64>) {
        into.read(self, self.years);
    }

    /// The benchmarks from the year before the plan on, yuan a head; not a number where unknown.
    #[inline(never)]
    pub fn benchmarks(&self, out: &mut ByBenchmark<Vec<f64>>) {
        let years = self.years;
        let before = usize::from(years.base() - years.income);
        Benchmark::each(|name| {
            let room = &mut out[name as usize];
            room.clear();
            let known = benchmark(self, years, name);
            // What is unknown is above and below nothing.
            room.extend(known.map(|value| value.map_or(f64::NAN, |value| value.exact())));
            room.drain(..before);
        });
    }
}

impl Inputs for FloatingValues {
    type Number = f64;
    #[inline(always)]
    fn of_key(&self, key: Fixed) -> f64 {
        self.at(key)
    }
    #[inline(always)]
    fn of_year(&self, family: Yearly, year: Year) -> Option<f64> {
        let value = self.places[place(self.years, family, year)?];
        (!value.is_nan()).then_some(value)
    }
    fn has_levers_by_year(&self) -> bool {
        false
    }
}

/// Other values in floating point, each as it is asked for.
pub struct Floating<'a, V>(pub &'a V);

impl<V> Clone for Floating<'_, V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Floating<'_, V> {}

impl<V: Inputs<Number = Decimal>> Inputs for Floating<'_, V> {
    type Number = f64;
    fn of_key(&self, key: Fixed) -> f64 {
        f64::from_decimal(self.0.of_key(key))
    }
    fn of_year(&self, family: Yearly, year: Year) -> Option<f64> {
        self.0.of_year(family, year).map(f64::from_decimal)
    }
    fn has_levers_by_year(&self) -> bool {
        self.0.has_levers_by_year()
    }
}
