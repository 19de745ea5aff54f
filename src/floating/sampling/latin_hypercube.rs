//! The order in which a value runs through its steps of probability: one of its own for each key,
//! drawn from the seed and the key's name, so that neither another key nor another order of keys
//! changes it, and scenarios that are compared meet the same draws.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// The step of each draw, every step once: a Latin hypercube sample (McKay, Beckman and Conover, 1979).
pub fn steps(seed: u64, name: &str, count: u16) -> Vec<u16> {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed ^ hash(name));
    let mut steps: Vec<u16> = (0..count).collect();
    // Fisher and Yates: each place gets one of those not yet placed.
    for place in (1..steps.len()).rev() {
        let chosen = below(&mut generator, place as u64 + 1);
        steps.swap(place, chosen as usize);
    }
    steps
}

/// A number below a bound of at most 2¹⁶: the 64 high bits of a product, whose bias is below 2⁻⁴⁸. The
/// product is taken half by half, since a browser has no numbers of 128 bits.
fn below(generator: &mut Xoshiro256PlusPlus, bound: u64) -> u64 {
    high(generator.next_u64(), bound)
}

fn high(number: u64, bound: u64) -> u64 {
    let (upper, lower) = (number >> 32, number & u64::from(u32::MAX));
    (upper * bound + ((lower * bound) >> 32)) >> 32
}

/// A number for a name: FNV-1a.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_comes_once_and_the_same_seed_brings_the_same() {
        let one = steps(7, "clawback", 1000);
        let mut sorted = one.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..1000).collect::<Vec<u16>>());
        assert_eq!(one, steps(7, "clawback", 1000));
        assert_ne!(one, steps(8, "clawback", 1000));
        assert_ne!(one, steps(7, "targeting", 1000));
    }

    #[test]
    fn the_halves_make_the_whole_product() {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(1);
        for bound in (1..=65_536).step_by(97) {
            for number in [0, 1, u64::MAX, u64::MAX - 1, generator.next_u64()] {
                let whole = (u128::from(number) * u128::from(bound)) >> 64;
                assert_eq!(u128::from(high(number, bound)), whole);
            }
        }
    }

    #[test]
    fn orders_never_change() {
        // Links carry a seed: the numbers behind it may never change.
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        let mut generator = Xoshiro256PlusPlus::from_seed({
            let mut seed = [0; 32];
            for (word, bytes) in seed.chunks_exact_mut(8).enumerate() {
                bytes.copy_from_slice(&(word as u64 + 1).to_le_bytes());
            }
            seed
        });
        // The first numbers of the generator's reference for the state 1, 2, 3, 4.
        let numbers = [(); 4].map(|()| generator.next_u64());
        assert_eq!(
            numbers,
            [
                41_943_041,
                58_720_359,
                3_588_806_011_781_223,
                3_591_011_842_654_386
            ]
        );
    }
}
