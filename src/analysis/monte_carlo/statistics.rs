//! Statistics of one path of incomes over the draws.

use super::Band;
use crate::region::key::Benchmark;

/// The benchmarks of one draw: the known year first, then the plan years.
pub type Benchmarks = [Vec<f64>; Benchmark::ALL.len()];

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
    pub fn add(&mut self, base: f64, incomes: &[f64], benchmarks: &Benchmarks) {
        let province = &benchmarks[Benchmark::RuralProvince as usize];
        let mut before = base;
        let rooms = self.incomes.iter_mut().zip(&mut self.counts);
        for (step, (room, counts)) in rooms.enumerate() {
            let income = incomes[step];
            room.push(income);
            for (reaches, series) in counts.reaches.iter_mut().zip(benchmarks) {
                *reaches += u32::from(income >= series[step + 1]);
            }
            let gains = income * province[step] > province[step + 1] * before;
            counts.first += u32::from(gains);
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

    /// The share of draws in which the income grows faster than that of the province's rural residents.
    pub fn first(&self, step: usize) -> f64 {
        self.share(self.counts[step].first)
    }

    fn share(&self, count: u32) -> f64 {
        let drawn = self.incomes.first().map_or(0, Vec::len);
        f64::from(count) / drawn.max(1) as f64
    }
}
