//! Figures of sums: each exact, with one rounding at its end.

use std::collections::BTreeMap;

use crate::columns::Households;
use crate::tally::{BINS, Sums, Tally, bin, fen_a_head, yuan_a_head};

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
    let (mut people, mut income, mut pairs) = (0_i128, 0_i128, 0_i128);
    for (yuan, at) in tally.by_yuan() {
        let (yuan, at) = (i128::from(yuan), i128::from(at));
        pairs += at * (yuan * people - income);
        people += at;
        income += yuan * at;
    }
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
/// people does not exceed. `parts_of` gives the rows in any order and number of parts: the columns and the incomes.
pub fn quantiles(tally: &Tally, parts: u64, households: &Households, incomes: &[i64]) -> Vec<i64> {
    let people: u64 = tally.by_yuan().map(|(_, people)| people).sum();
    if people == 0 {
        return Vec::new();
    }
    // The yuan that each quantile falls into, and the people before it.
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
    let within = people_by_fen(&wanted, households, incomes);
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

/// The people at each fen within some yuan.
fn people_by_fen(
    wanted: &[(i64, u64)],
    households: &Households,
    incomes: &[i64],
) -> BTreeMap<i64, BTreeMap<i64, u64>> {
    let mut within: BTreeMap<i64, BTreeMap<i64, u64>> = wanted
        .iter()
        .map(|(yuan, _)| (*yuan, BTreeMap::new()))
        .collect();
    let mut is_wanted = vec![false; BINS + 1];
    for (yuan, _) in wanted {
        is_wanted[usize::try_from(*yuan).map_or(BINS, |yuan| yuan.min(BINS))] = true;
    }
    let members = &households.members()[..incomes.len()];
    for (row, income) in incomes.iter().enumerate() {
        if !is_wanted[bin(*income, members[row])] {
            continue;
        }
        if let Some(at) = within.get_mut(&yuan_a_head(*income, members[row])) {
            let people = u64::from(households.weights()[row]) * u64::from(members[row]);
            *at.entry(fen_a_head(*income, members[row])).or_default() += people;
        }
    }
    within
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

/// The effect of a change between the quantiles of incomes before it; who is at a quantile is below it.
pub fn by_quantile(
    households: &Households,
    before: &[i64],
    after: &[i64],
    quantiles: &[i64],
) -> Vec<DecileChange> {
    let mut all = vec![DecileChange::default(); quantiles.len() + 1];
    for (row, (before, after)) in before.iter().zip(after).enumerate() {
        let members = households.members()[row];
        let weight = u64::from(households.weights()[row]);
        let head = fen_a_head(*before, members);
        let own = &mut all[quantiles.partition_point(|quantile| *quantile < head)];
        own.households += weight;
        own.people += weight * u64::from(members);
        own.before += i128::from(*before) * i128::from(weight);
        own.after += i128::from(*after) * i128::from(weight);
        own.gaining += if after > before { weight } else { 0 };
        own.losing += if after < before { weight } else { 0 };
    }
    all
}
