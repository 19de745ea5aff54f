//! Figures of sums: each exact, with one rounding at its end.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::columns::{Households, MOST_MEMBERS};
use crate::tally::{BINS, Sums, Tally, bin, fen_a_head, short_bin, yuan_a_head};

/// A million: the unit of shares and of the Gini coefficient.
pub const MILLION: i128 = 1_000_000;

/// A quotient rounded half up; none for nothing below the line.
pub fn rounded_quotient(above: i128, below: i128) -> Option<i128> {
    (below > 0).then(|| (2 * above + below).div_euclid(2 * below))
}

impl Sums {
    /// The mean income a head in fen, rounded half up; none of nobody.
    pub fn mean(&self) -> Option<i128> {
        rounded_quotient(self.income, i128::from(self.people))
    }

    /// The poverty gap in millionths: what is lacking to the line, over all people, in parts of the line.
    pub fn poverty_gap(&self, line: i64) -> Option<i128> {
        rounded_quotient(
            self.gap * MILLION,
            i128::from(self.people) * i128::from(line),
        )
    }
}

/// The Gini coefficient in millionths, of incomes a head in whole yuan: `Σ(v_j − v_i) / (n·Σv)` over pairs with `v_i < v_j`.
/// None where all income together is not above zero.
pub fn gini(tally: &Tally) -> Option<i128> {
    let people: u64 = tally.by_yuan().map(|(_, people)| people).sum();
    let far = |end: Option<(i64, u64)>| end.map_or(0, |(yuan, _)| yuan.unsigned_abs());
    let most = far(tally.by_yuan().next()).max(far(tally.by_yuan().last()));
    // No sum is larger than this: most registers need no more than 64 bits, which are several times as fast.
    let largest = u128::from(people) * u128::from(people) * u128::from(most) * 2;
    let (pairs, people, income) = if largest < 1 << 62 {
        let (mut people, mut income, mut pairs) = (0_i64, 0_i64, 0_i64);
        for (yuan, at) in tally.by_yuan() {
            let at = at as i64;
            pairs += at * (yuan * people - income);
            people += at;
            income += yuan * at;
        }
        (i128::from(pairs), i128::from(people), i128::from(income))
    } else {
        let (mut people, mut income, mut pairs) = (0_i128, 0_i128, 0_i128);
        for (yuan, at) in tally.by_yuan() {
            let (yuan, at) = (i128::from(yuan), i128::from(at));
            pairs += at * (yuan * people - income);
            people += at;
            income += yuan * at;
        }
        (pairs, people, income)
    };
    let whole = people * income;
    if whole <= 0 {
        return None;
    }
    // The sum over pairs of a nation leaves room for millionths: 10⁹ people, 10⁷ yuan, 10⁶.
    rounded_quotient(pairs * MILLION, whole)
}

/// The people at or below a quantile of tenths: the smallest number that is at least that part.
fn rank(people: u64, part: u64, parts: u64) -> u64 {
    let exact = u128::from(people) * u128::from(part);
    u64::try_from(exact.div_ceil(u128::from(parts)))
        .unwrap_or(u64::MAX)
        .max(1)
}

/// The incomes a head at the quantiles `1/parts … (parts − 1)/parts`, exact to the fen: the lowest that such a part of all
/// people does not exceed, of all households and their incomes.
pub fn quantiles(tally: &Tally, parts: u64, households: &Households, incomes: &[i64]) -> Vec<i64> {
    let wanted = wanted(tally, parts);
    let mut is_wanted = vec![false; BINS + 1];
    for (yuan, _) in &wanted {
        is_wanted[bin_of_yuan(*yuan)] = true;
    }
    let members = households.members();
    let rows = (0..incomes.len()).filter(|row| is_wanted[bin(incomes[*row], members[*row])]);
    within(&wanted, households, |row| incomes[row], rows)
}

/// The same by the bins that a pass kept, and the income of a row.
pub fn quantiles_by_bins(
    tally: &Tally,
    parts: u64,
    households: &Households,
    (bins, income): (&[u16], impl Fn(usize) -> i64),
) -> Vec<i64> {
    const AT_ONCE: usize = 64;
    let wanted = wanted(tally, parts);
    let mut each: Vec<u16> = wanted
        .iter()
        .map(|(yuan, _)| short_bin(bin_of_yuan(*yuan)))
        .collect();
    each.dedup();
    let mut found = Vec::new();
    for (at, some) in bins.chunks(AT_ONCE).enumerate() {
        if holds_any(some, &each) {
            let rows = some.iter().enumerate();
            let rows = rows.filter(|(_, bin)| each.contains(bin));
            found.extend(rows.map(|(row, _)| at * AT_ONCE + row));
        }
    }
    within(&wanted, households, income, found.into_iter())
}

/// True where any of few bins is one of those that are wanted.
#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn holds_any(bins: &[u16], wanted: &[u16]) -> bool {
    let mut found = false;
    for wanted in wanted {
        found |= bins
            .iter()
            .fold(false, |found, bin| found | (bin == wanted));
    }
    found
}

fn bin_of_yuan(yuan: i64) -> usize {
    usize::try_from(yuan).map_or(BINS, |yuan| yuan.min(BINS))
}

/// The yuan that each quantile falls into, and its rank among the people there.
fn wanted(tally: &Tally, parts: u64) -> Vec<(i64, u64)> {
    let people: u64 = tally.by_yuan().map(|(_, people)| people).sum();
    let mut wanted: Vec<(i64, u64)> = Vec::new();
    let mut before = 0;
    let mut part = 1;
    for (yuan, at) in tally.by_yuan() {
        while part < parts && rank(people, part, parts) <= before + at {
            wanted.push((yuan, rank(people, part, parts) - before));
            part += 1;
        }
        before += at;
    }
    wanted
}

/// The fen of each quantile, by the rows that may be within their yuan.
fn within(
    wanted: &[(i64, u64)],
    households: &Households,
    income: impl Fn(usize) -> i64,
    rows: impl Iterator<Item = usize>,
) -> Vec<i64> {
    let mut within: BTreeMap<i64, BTreeMap<i64, u64>> = wanted
        .iter()
        .map(|(yuan, _)| (*yuan, BTreeMap::new()))
        .collect();
    for row in rows {
        let (income, members) = (income(row), households.members()[row]);
        if let Some(at) = within.get_mut(&yuan_a_head(income, members)) {
            let people = u64::from(households.weights()[row]) * u64::from(members);
            *at.entry(fen_a_head(income, members)).or_default() += people;
        }
    }
    let fen = wanted.iter().filter_map(|(yuan, rank)| {
        let mut left = *rank;
        within.get(yuan)?.iter().find_map(|(fen, people)| {
            let is_it = left <= *people;
            left = left.saturating_sub(*people);
            is_it.then_some(*fen)
        })
    });
    fen.collect()
}

/// The sums of the cells that a group takes together.
pub fn grouped(tally: &Tally, groups: usize, group: impl Fn(usize) -> usize) -> Vec<Sums> {
    let mut all = vec![Sums::default(); groups];
    for (cell, sums) in tally.cells.iter().enumerate() {
        if let Some(own) = all.get_mut(group(cell)) {
            own.add(sums);
        }
    }
    all
}

/// The effect of a change on the people between two quantiles of their incomes before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DecileChange {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// The fen that they had before.
    pub before: i128,
    /// The fen that they have after.
    pub after: i128,
    /// Households that gain a fen or more.
    pub gaining: u64,
    /// Households that lose a fen or more.
    pub losing: u64,
}

/// Rows after which short sums go into long ones: 2¹⁹ incomes of 43 bits stay within 63.
const FLUSHED_ROWS: usize = 1 << 19;

/// The part between quantiles that every household belongs to by its income before a change. It stays while the change moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuantileParts {
    of: Vec<u8>,
    /// Households, people and incomes before of each part.
    sizes: Vec<DecileChange>,
}

/// Sums of a part over few rows.
#[derive(Clone, Copy, Default)]
struct ShortPart {
    after: i64,
    /// Households that gain, and in the upper half those that lose.
    moved: u64,
}

impl QuantileParts {
    /// The parts of households by their incomes; who is at a quantile is below it.
    ///
    /// # Panics
    /// Where there are more than 255 quantiles.
    pub fn new(households: &Households, before: &[i64], quantiles: &[i64]) -> Self {
        assert!(quantiles.len() < 256, "quantiles");
        // A head is above a quantile where `2·income ≥ 2·members·(quantile + 1) − members`: no division of each.
        let above: Vec<Vec<i64>> = (0..=i64::from(MOST_MEMBERS))
            .map(|members| {
                let least = |quantile: &i64| 2 * members * (quantile + 1) - members;
                quantiles.iter().map(least).collect()
            })
            .collect();
        let mut parts = Self {
            of: vec![0; before.len()],
            sizes: vec![DecileChange::default(); quantiles.len() + 1],
        };
        let members = &households.members()[..before.len()];
        let weights = &households.weights()[..before.len()];
        for (row, income) in before.iter().enumerate() {
            let least = &above[usize::from(members[row])];
            let part = least.iter().filter(|least| 2 * income >= **least).count();
            parts.of[row] = part as u8;
            let weight = u64::from(weights[row]);
            let own = &mut parts.sizes[part];
            own.households += weight;
            own.people += weight * u64::from(members[row]);
            own.before += i128::from(*income) * i128::from(weight);
        }
        parts
    }

    /// The effect of a change on each part.
    pub fn moved(
        &self,
        households: &Households,
        before: &[i64],
        after: &[i64],
    ) -> Vec<DecileChange> {
        let mut moving = MovingParts::new(self, households);
        moving.add(0..after.len(), after, before);
        moving.finish()
    }
}

/// Adds up what a change does to each part, some rows after the other.
pub struct MovingParts<'a> {
    parts: &'a QuantileParts,
    households: &'a Households,
    all: Vec<DecileChange>,
    // Every other row goes into a sum of its own, so that none waits for the one before.
    short: Box<[[ShortPart; 256]; 2]>,
    rows: usize,
}

impl<'a> MovingParts<'a> {
    /// Nothing yet.
    pub fn new(parts: &'a QuantileParts, households: &'a Households) -> Self {
        Self {
            parts,
            households,
            all: parts.sizes.clone(),
            short: Box::new([[ShortPart::default(); 256]; 2]),
            rows: 0,
        }
    }

    /// Adds some rows by their incomes after and before.
    pub fn add(&mut self, rows: Range<usize>, after: &[i64], before: &[i64]) {
        let of = &self.parts.of[rows.clone()];
        if self.households.is_weighted() {
            let weights = &self.households.weights()[rows];
            for (row, (before, after)) in before.iter().zip(after).enumerate() {
                let weight = u64::from(weights[row]);
                let own = &mut self.all[usize::from(of[row])];
                own.after += i128::from(*after) * i128::from(weight);
                own.gaining += if after > before { weight } else { 0 };
                own.losing += if after < before { weight } else { 0 };
            }
            return;
        }
        let rows = before.chunks(FLUSHED_ROWS).zip(after.chunks(FLUSHED_ROWS));
        for ((before, after), of) in rows.zip(of.chunks(FLUSHED_ROWS)) {
            if self.rows + after.len() > FLUSHED_ROWS {
                self.flush();
            }
            self.rows += after.len();
            self.add_plain(of, after, before);
        }
    }

    fn add_plain(&mut self, of: &[u8], after: &[i64], before: &[i64]) {
        let (before, of) = (&before[..after.len()], &of[..after.len()]);
        for (row, after) in after.iter().enumerate() {
            let part = &mut self.short[row & 1][usize::from(of[row])];
            part.after += after;
            let is_less = u64::from(*after < before[row]);
            part.moved += u64::from(*after > before[row]) | is_less << 32;
        }
    }

    /// The effect on each part.
    pub fn finish(mut self) -> Vec<DecileChange> {
        self.flush();
        self.all
    }

    /// Puts short sums into long ones.
    fn flush(&mut self) {
        self.rows = 0;
        for short in self.short.iter_mut() {
            for (long, short) in self.all.iter_mut().zip(short) {
                long.after += i128::from(short.after);
                long.gaining += short.moved & u64::from(u32::MAX);
                long.losing += short.moved >> 32;
                *short = ShortPart::default();
            }
        }
    }
}

/// The effect of a change between the quantiles of incomes before it; who is at a quantile is below it.
pub fn by_quantile(
    households: &Households,
    before: &[i64],
    after: &[i64],
    quantiles: &[i64],
) -> Vec<DecileChange> {
    QuantileParts::new(households, before, quantiles).moved(households, before, after)
}
