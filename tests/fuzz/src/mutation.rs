//! Inputs made from others by chance: what runs everywhere, without a look into the program.

/// Numbers by chance, the same for the same seed (xorshift64*).
pub struct Chance(u64);

impl Chance {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        // A state of zero would give zeros alone.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below a bound that is not nothing.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or_default()
    }
}

/// The longest input that is made, in bytes.
const MOST_BYTES: usize = 4_096;

/// An input made of one of the seeds by a few changes.
pub fn mutated(chance: &mut Chance, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let mut input = pick(chance, seeds).to_vec();
    for _ in 0..=chance.below(6) {
        change(chance, &mut input, seeds, words);
    }
    input.truncate(MOST_BYTES);
    input
}

fn pick<'a>(chance: &mut Chance, from: &'a [Vec<u8>]) -> &'a [u8] {
    from.get(chance.below(from.len()))
        .map_or(&[], |bytes| bytes)
}

fn change(chance: &mut Chance, input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[Vec<u8>]) {
    let at = chance.below(input.len() + 1);
    let end = at + chance.below((input.len() - at).min(40) + 1);
    match chance.below(8) {
        0 if at < input.len() => input[at] ^= 1 << chance.below(8),
        1 => drop(input.drain(at..end)),
        2 => {
            let again = input[at..end].to_vec();
            input.splice(at..at, again);
        }
        3 => {
            let other = pick(chance, seeds);
            let from = chance.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
        4 => {
            let digits =
                chance.next() % 10_u64.pow(1 + u32::try_from(chance.below(12)).unwrap_or(0));
            input.splice(at..end, digits.to_string().into_bytes());
        }
        5 => {
            // Any character, more often one that is close to what programs handle by name.
            let code = chance.next() % [0x80, 0x3000, 0x2_0000, 0x11_0000][chance.below(4)];
            let c = u32::try_from(code)
                .ok()
                .and_then(char::from_u32)
                .unwrap_or('\u{fffd}');
            input.splice(at..at, c.to_string().into_bytes());
        }
        6 => drop(input.splice(at..end, pick(chance, words).iter().copied())),
        _ => drop(input.splice(at..at, pick(chance, words).iter().copied())),
    }
}
