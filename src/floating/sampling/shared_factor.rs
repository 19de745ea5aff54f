//! The factor that growths share: a good decade for the nation is one for the city too. Each growth is
//! `z = √ρ·z₀ + √(1−ρ)·e` on the normal scale, with one `z₀` for all and an `e` of its own, and its
//! rank among the draws is its step: a Gaussian copula by ranks (Iman and Conover, 1982), so that each
//! value still runs through every step of its own distribution once.

use super::latin_hypercube;
use super::normal;
use zengshou_model::key::{Benchmark, Component, Fixed, Key, Yearly};
use zengshou_model::key::{bench_growth_after, growth_far, growth_near};

/// True for a growth that shares the factor: planned and known growth of incomes, and that of the
/// benchmarks.
pub fn is_shared(key: Key) -> bool {
    match key {
        Key::Fixed(fixed) => {
            let components = Component::ALL.into_iter();
            let of_city = components.flat_map(|name| [growth_near(name), growth_far(name)]);
            let benchmarks = Benchmark::ALL.into_iter().map(bench_growth_after);
            of_city.chain(benchmarks).any(|growth| growth == fixed)
        }
        Key::Yearly(Yearly::GrowthKnown | Yearly::BenchGrowth(_), _) => true,
        Key::Yearly(..) => false,
    }
}

/// The factor in every draw.
pub struct SharedFactor {
    steps: Vec<u16>,
    /// Its part of each growth, by draw.
    part: Vec<f64>,
    /// The part that each growth has of its own, by step.
    own: Vec<f64>,
}

impl SharedFactor {
    /// The factor of growths that go together as far as `together` says; none where they don't.
    pub fn of(together: f64, seed: u64, count: u16) -> Option<Self> {
        if together <= 0.0 {
            return None;
        }
        let together = together.min(1.0);
        let name = Key::from(Fixed::GrowthTogether).to_string();
        let steps = latin_hypercube::steps(seed, &name, count);
        let scores: Vec<f64> = (0..count)
            .map(|step| normal::quantile((f64::from(step) + 0.5) / f64::from(count)))
            .collect();
        let (of_factor, of_own) = (together.sqrt(), (1.0 - together).sqrt());
        let part = steps.iter();
        Some(Self {
            part: part
                .map(|step| of_factor * scores[usize::from(*step)])
                .collect(),
            own: scores.iter().map(|score| of_own * score).collect(),
            steps,
        })
    }

    /// The factor's own step in each draw.
    pub fn steps(&self) -> &[u16] {
        &self.steps
    }

    /// The steps of a growth that had these steps alone.
    pub fn join(&self, alone: &[u16]) -> Vec<u16> {
        let own = alone.iter().map(|step| self.own[usize::from(*step)]);
        let parts = self.part.iter().zip(own);
        ranks(&parts.map(|(part, own)| part + own).collect::<Vec<f64>>())
    }
}

/// The number of slices that scores are sorted into first.
const SLICES: usize = 16_384;

/// The rank of each score. Scores lie as normal ones do, so that each of many equal slices holds but a
/// few; put into their slices they are almost in order, which is several times as fast as to sort them.
fn ranks(scores: &[f64]) -> Vec<u16> {
    // Normal scores of the most draws lie within ±4.3, their sums within ±6.1.
    let slice = |score: f64| {
        let place = (score + 6.5) * (SLICES as f64 / 13.0);
        (place.max(0.0) as usize).min(SLICES - 1)
    };
    let mut starts = vec![0u16; SLICES + 1];
    for score in scores {
        starts[slice(*score) + 1] += 1;
    }
    for at in 0..SLICES {
        starts[at + 1] += starts[at];
    }
    let mut order = vec![0u16; scores.len()];
    for (draw, score) in scores.iter().enumerate() {
        let start = &mut starts[slice(*score)];
        order[usize::from(*start)] = draw as u16;
        *start += 1;
    }
    for at in 1..order.len() {
        let draw = order[at];
        let score = scores[usize::from(draw)];
        let mut place = at;
        while place > 0 && scores[usize::from(order[place - 1])] > score {
            order[place] = order[place - 1];
            place -= 1;
        }
        order[place] = draw;
    }
    let mut ranks = vec![0; scores.len()];
    for (rank, draw) in order.into_iter().enumerate() {
        ranks[usize::from(draw)] = rank as u16;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::super::rank_correlation::CentredRanks;
    use super::*;

    fn correlation(one: &[u16], other: &[u16]) -> f64 {
        CentredRanks::of(other.iter().map(|step| f64::from(*step)).collect()).correlation(one)
    }

    #[test]
    fn growths_share_the_factor_and_nothing_else_does() {
        let shared = |name: &str| is_shared(Key::parse(name).expect("a key"));
        for name in [
            "growth_near.wage",
            "growth_far.transfer",
            "growth_known.2022",
            "bench_growth.rural_nation",
            "bench_growth.lifted_province.2023",
        ] {
            assert!(shared(name), "{name}");
        }
        for name in [
            "growth_fade",
            "growth_together",
            "population_growth",
            "risk_line_growth",
            "cost_growth",
            "funds_growth.county",
            "bench.rural_nation.2023",
            "asset_return",
        ] {
            assert!(!shared(name), "{name}");
        }
    }

    #[test]
    fn every_step_comes_once_and_ranks_go_together_as_far_as_said() {
        let count = 10_000;
        let alone = |name: &str| latin_hypercube::steps(1, name, count);
        for (together, tolerance) in [(0.2, 0.02), (0.5, 0.02), (0.8, 0.01)] {
            let factor = SharedFactor::of(together, 1, count).expect("a factor");
            let names = [
                "growth_near.wage",
                "growth_far.wage",
                "bench_growth.rural_nation",
            ];
            let joined = names.map(|name| factor.join(&alone(name)));
            for steps in &joined {
                let mut sorted = steps.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, (0..count).collect::<Vec<u16>>());
            }
            // Spearman's correlation of a normal copula (Pearson, 1907).
            let expected = 6.0 / std::f64::consts::PI * (together / 2.0_f64).asin();
            for (one, other) in [(0, 1), (0, 2), (1, 2)] {
                let found = correlation(&joined[one], &joined[other]);
                assert!(
                    (found - expected).abs() < tolerance,
                    "{together}: {found} for {expected}"
                );
            }
            // With the factor itself as with one that goes together by its root.
            let with_factor = 6.0 / std::f64::consts::PI * (together.sqrt() / 2.0_f64).asin();
            let found = correlation(&joined[0], factor.steps());
            assert!((found - with_factor).abs() < tolerance, "{found}");
        }
    }

    #[test]
    fn ranks_are_those_of_sorting() {
        let count = 3_000;
        let factor = SharedFactor::of(0.8, 3, count).expect("a factor");
        let alone = latin_hypercube::steps(3, "growth_far.wage", count);
        let mut scores: Vec<f64> = factor
            .part
            .iter()
            .zip(&alone)
            .map(|(part, step)| part + factor.own[usize::from(*step)])
            .collect();
        // Beyond every slice, and equal ones, too.
        scores.extend([-70.0, 70.0, 0.25, 0.25]);
        let sorted = super::super::rank_correlation::ranks(&scores);
        for (rank, sorted) in ranks(&scores).into_iter().zip(sorted) {
            assert!(
                (f64::from(rank) - sorted).abs() <= 0.5,
                "{rank} and {sorted}"
            );
        }
        assert_eq!(ranks(&[]), Vec::<u16>::new());
    }

    #[test]
    fn apart_there_is_no_factor_and_as_one_there_is_nothing_else() {
        assert!(SharedFactor::of(0.0, 1, 1_000).is_none());
        let factor = SharedFactor::of(1.0, 1, 1_000).expect("a factor");
        let alone = latin_hypercube::steps(1, "growth_near.wage", 1_000);
        assert_eq!(factor.join(&alone), factor.steps());
    }

    #[test]
    fn the_most_draws_keep_their_order() {
        let count = u16::MAX;
        let factor = SharedFactor::of(1.0, 7, count).expect("a factor");
        assert_eq!(
            factor.join(&latin_hypercube::steps(7, "x", count)),
            factor.steps()
        );
    }
}
