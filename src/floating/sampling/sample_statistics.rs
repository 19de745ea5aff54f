//! Statistics of one path of incomes over the draws.

use super::Band;
use zengshou_model::key::Benchmark;

/// The benchmarks of one draw: the known year first, then the plan years.
pub type Benchmarks = [Vec<f64>; Benchmark::ALL.len()];

/// The benchmarks of the higher-thans as far as they are known, and the margin below which their
/// judgement is too close to call.
#[derive(Clone, Copy)]
pub struct HigherThans {
    /// That of the first.
    pub first: Option<Benchmark>,
    /// The series of the second.
    pub second: Option<Benchmark>,
    /// The margin of growth.
    pub close_call: f64,
}

impl HigherThans {
    /// True where the one grows faster than the other by no less than the margin.
    fn is_met(&self, (from, to): (f64, f64), (other_from, other_to): (f64, f64)) -> bool {
        let ahead = to * other_from - other_to * from;
        ahead > 0.0 && ahead >= self.close_call * from * other_from
    }

    /// True where the first is met in a year, counted from the first plan year, by that growth.
    fn first_is_met(&self, step: usize, own: (f64, f64), benchmarks: &Benchmarks) -> bool {
        self.first.is_some_and(|name| {
            let series = &benchmarks[name as usize];
            self.is_met(own, (series[step], series[step + 1]))
        })
    }

    /// True where the second is met in a year.
    pub fn second_is_met(&self, step: usize, benchmarks: &Benchmarks) -> bool {
        self.second.is_some_and(|name| {
            let of = |name: Benchmark| {
                let series = &benchmarks[name as usize];
                (series[step], series[step + 1])
            };
            self.is_met(of(name), of(Benchmark::RuralNation))
        })
    }
}

/// Incomes and goals reached, by plan year.
pub struct SampleStatistics {
    incomes: Vec<Vec<f64>>,
    counts: Vec<Counts>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    reaches: [u32; Benchmark::ALL.len()],
    first: u32,
}

impl SampleStatistics {
    /// Room for that many years and draws.
    pub fn new(years: usize, draws: usize) -> Self {
        Self {
            incomes: vec![Vec::with_capacity(draws); years],
            counts: vec![Counts::default(); years],
        }
    }

    /// Adds one draw: the known year's income, the plan years', the benchmarks.
    pub fn add(
        &mut self,
        (base, incomes): (f64, &[f64]),
        benchmarks: &Benchmarks,
        targets: HigherThans,
    ) {
        let mut before = base;
        let rooms = self.incomes.iter_mut().zip(&mut self.counts);
        for (step, (room, counts)) in rooms.enumerate() {
            let income = incomes[step];
            room.push(income);
            for (reaches, series) in counts.reaches.iter_mut().zip(benchmarks) {
                *reaches += u32::from(income >= series[step + 1]);
            }
            let is_met = targets.first_is_met(step, (before, income), benchmarks);
            counts.first += u32::from(is_met);
            before = income;
        }
    }

    /// The incomes of a year, a draw each.
    pub fn incomes(&self, step: usize) -> &[f64] {
        &self.incomes[step]
    }

    /// Differences of a year's incomes from another path's, draw by draw.
    pub fn beyond(&self, other: &Self, step: usize) -> Vec<f64> {
        let pairs = self.incomes[step].iter().zip(&other.incomes[step]);
        pairs.map(|(own, other)| own - other).collect()
    }

    /// The band of a year's incomes.
    pub fn band(&self, step: usize) -> Band {
        Band::of(self.incomes[step].clone())
    }

    /// The share of draws that reach each benchmark in a year.
    pub fn reaches(&self, step: usize) -> [f64; Benchmark::ALL.len()] {
        self.counts[step].reaches.map(|count| self.share(count))
    }

    /// The share of draws in which the first higher-than is met.
    pub fn first(&self, step: usize) -> f64 {
        self.share(self.counts[step].first)
    }

    fn share(&self, count: u32) -> f64 {
        let drawn = self.incomes.first().map_or(0, Vec::len);
        f64::from(count) / drawn.max(1) as f64
    }
}
