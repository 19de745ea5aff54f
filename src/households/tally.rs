//! Sums over households that are exact and can be added up: parts give the same sums in whatever order.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::columns::{Households, MOST_MEMBERS};

/// Bins of incomes a head, a yuan each, from nothing up.
pub const BINS: usize = 1 << 16;
/// Rows after which short sums go into long ones: 2¹⁹ incomes of 43 bits stay within 63.
const FLUSHED_ROWS: usize = 1 << 19;

/// The sums of one cell of households.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Households.
    pub households: u64,
    /// Their members.
    pub people: u64,
    /// Their incomes in fen.
    pub income: i128,
    /// Households under the line.
    pub households_under: u64,
    /// Their members.
    pub people_under: u64,
    /// Fen that lift exactly these households to the line.
    pub gap: i128,
    /// Households that gain a fen or more.
    pub gaining: u64,
    /// Households that lose a fen or more.
    pub losing: u64,
}

impl Sums {
    /// Adds other sums.
    pub fn add(&mut self, other: &Self) {
        self.households += other.households;
        self.people += other.people;
        self.income += other.income;
        self.households_under += other.households_under;
        self.people_under += other.people_under;
        self.gap += other.gap;
        self.gaining += other.gaining;
        self.losing += other.losing;
    }
}

/// The sums of all cells, and the people at each income a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Sums by cell, as [`Households::cell`] numbers them.
    pub cells: Vec<Sums>,
    /// People by income a head in whole yuan, rounded half up, below [`BINS`].
    pub people_at: Vec<u64>,
    /// The same of incomes below nothing and of those from [`BINS`] on.
    pub outside: BTreeMap<i64, u64>,
}

impl Tally {
    /// Nothing yet, for that many cells.
    pub fn new(cells: usize) -> Self {
        Self {
            cells: vec![Sums::default(); cells],
            people_at: vec![0; BINS],
            outside: BTreeMap::new(),
        }
    }

    /// Adds the tally of other households in the same cells.
    pub fn add(&mut self, other: &Self) {
        for (own, theirs) in self.cells.iter_mut().zip(&other.cells) {
            own.add(theirs);
        }
        for (own, theirs) in self.people_at.iter_mut().zip(&other.people_at) {
            *own += theirs;
        }
        for (yuan, people) in &other.outside {
            *self.outside.entry(*yuan).or_default() += people;
        }
    }

    /// The sums of all cells together.
    pub fn total(&self) -> Sums {
        let mut total = Sums::default();
        self.cells.iter().for_each(|sums| total.add(sums));
        total
    }

    /// People by income a head in whole yuan, the poorest first.
    pub fn by_yuan(&self) -> impl Iterator<Item = (i64, u64)> + '_ {
        let below = self
            .outside
            .range(..0)
            .map(|(yuan, people)| (*yuan, *people));
        let inside = (0_i64..).zip(self.people_at.iter().copied());
        let above = self
            .outside
            .range(0..)
            .map(|(yuan, people)| (*yuan, *people));
        below
            .chain(inside.filter(|(_, people)| *people > 0))
            .chain(above)
    }
}

/// The income a head in whole yuan, rounded half up, of a household's fen.
pub fn yuan_a_head(income: i64, members: u8) -> i64 {
    let yuan = 100 * i64::from(members);
    (income + yuan / 2).div_euclid(yuan)
}

/// The income a head in fen, rounded half up.
pub fn fen_a_head(income: i64, members: u8) -> i64 {
    let members = i64::from(members);
    (2 * income + members).div_euclid(2 * members)
}

/// Shifts of the division by multiplication, and its largest numerator: `⌈2⁴⁰/d⌉·n` is right for `n < 2⁴⁰/d`, with
/// `d` up to 2,000, and stays within 64 bits.
const SHIFT: u32 = 40;
const MOST_DIVIDED: u64 = 1 << 29;

/// Multipliers that divide by a hundred times the members.
const RECIPROCALS: [u64; MOST_MEMBERS as usize + 1] = {
    let mut table = [0; MOST_MEMBERS as usize + 1];
    let mut members = 1;
    while members < table.len() {
        table[members] = (1_u64 << SHIFT).div_ceil(100 * members as u64);
        members += 1;
    }
    table
};

/// The bin of an income a head; [`BINS`] for one outside.
#[inline(always)]
pub fn bin(income: i64, members: u8) -> usize {
    let yuan = 100 * i64::from(members);
    let above = (income + yuan / 2) as u64;
    // A negative number is a large one here.
    if above < MOST_DIVIDED {
        let bin = (above * RECIPROCALS[usize::from(members)]) >> SHIFT;
        return (bin as usize).min(BINS);
    }
    usize::try_from(yuan_a_head(income, members)).map_or(BINS, |bin| bin.min(BINS))
}

/// The bin that stands for itself and all outside where bins have 16 bits.
pub const LAST_BIN: u16 = u16::MAX;

/// A bin in 16 bits.
#[inline(always)]
pub fn short_bin(bin: usize) -> u16 {
    bin.min(usize::from(LAST_BIN)) as u16
}

/// Rows beside each other of the same cell and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HouseholdRun {
    /// The first row.
    pub start: usize,
    /// The cell, as [`Households::cell`] numbers it.
    pub cell: usize,
    /// Members of each.
    pub members: u8,
}

/// The runs of households, from the first row to the last; fewest where they were gathered.
pub fn runs(households: &Households) -> Vec<HouseholdRun> {
    let mut runs: Vec<HouseholdRun> = Vec::new();
    for (start, members) in households.members().iter().enumerate() {
        let (cell, members) = (households.cell(start) as usize, *members);
        let is_same = |last: &HouseholdRun| last.cell == cell && last.members == members;
        if !runs.last().is_some_and(is_same) {
            runs.push(HouseholdRun {
                start,
                cell,
                members,
            });
        }
    }
    runs
}

/// Adds households to a tally: their incomes after a change beside those before it.
pub struct Tallying<'a> {
    households: &'a Households,
    runs: &'a [HouseholdRun],
    line: i64,
    tally: Tally,
    people_at: Vec<u32>,
    rows: usize,
}

/// Sums of a part of a run.
#[derive(Clone, Copy, Default)]
struct Short {
    income: i64,
    gaining: i64,
    losing: i64,
    under: i64,
    gap: i64,
}

impl<'a> Tallying<'a> {
    /// Nothing yet, with the line in fen a head; `runs` are those of all households.
    pub fn new(households: &'a Households, runs: &'a [HouseholdRun], line: i64) -> Self {
        Self {
            households,
            runs,
            line,
            tally: Tally::new(households.cells()),
            people_at: vec![0; BINS + 1],
            rows: 0,
        }
    }

    /// Adds some rows by their incomes after and before. `bins` takes the income a head of each, as [`bin`] says and at most
    /// [`LAST_BIN`]; nothing where it is empty.
    pub fn add(&mut self, rows: Range<usize>, after: &[i64], before: &[i64], bins: &mut [u16]) {
        let mut at = self.runs.partition_point(|run| run.start <= rows.start);
        let mut start = rows.start;
        while start < rows.end {
            let run = self.runs[at - 1];
            let end = self.runs.get(at).map_or(rows.end, |next| next.start);
            let end = end.min(rows.end);
            let part = start - rows.start..end - rows.start;
            let (after, before) = (&after[part.clone()], &before[part.clone()]);
            let bins = if bins.is_empty() {
                &mut [][..]
            } else {
                &mut bins[part]
            };
            if self.households.is_weighted() {
                self.add_weighted(run, start..end, after, before);
                for (bin_of, income) in bins.iter_mut().zip(after) {
                    *bin_of = short_bin(bin(*income, run.members));
                }
            } else {
                self.add_plain(run, after, before, bins);
            }
            (start, at) = (end, at + 1);
        }
    }

    /// The tally of all that was added. Households and people of every cell are counted with it.
    pub fn finish(mut self) -> Tally {
        self.flush();
        self.tally
    }

    fn add_plain(&mut self, run: HouseholdRun, after: &[i64], before: &[i64], bins: &mut [u16]) {
        if self.rows + after.len() > FLUSHED_ROWS {
            self.flush();
        }
        self.rows += after.len();
        let members = i64::from(run.members);
        for (after, before) in after.chunks(FLUSHED_ROWS).zip(before.chunks(FLUSHED_ROWS)) {
            let short = short(after, before, self.line * members);
            let sums = &mut self.tally.cells[run.cell];
            sums.income += i128::from(short.income);
            sums.gaining += short.gaining as u64;
            sums.losing += short.losing as u64;
            sums.households_under += short.under as u64;
            sums.people_under += short.under as u64 * u64::from(run.members);
            sums.gap += i128::from(short.gap);
        }
        let size = u32::from(run.members);
        let mut outside = 0_u32;
        let (half, reciprocal) = (50 * members, RECIPROCALS[usize::from(run.members)]);
        let people_at = &mut self.people_at[..=BINS];
        let mut put = |income: i64| {
            let above = (income + half) as u64;
            let bin = ((above & (MOST_DIVIDED - 1)) * reciprocal) >> SHIFT;
            // A negative number is a large one here.
            let is_inside = above < MOST_DIVIDED && bin < BINS as u64;
            let bin = if is_inside { bin as usize } else { BINS };
            people_at[bin] += size;
            outside += u32::from(!is_inside);
            short_bin(bin)
        };
        if bins.is_empty() {
            for income in after {
                put(*income);
            }
        } else {
            for (bin_of, income) in bins.iter_mut().zip(after) {
                *bin_of = put(*income);
            }
        }
        if outside > 0 {
            self.add_outside(run, after);
        }
    }

    /// Adds those of a run whose income is below nothing or above the bins.
    #[cold]
    fn add_outside(&mut self, run: HouseholdRun, after: &[i64]) {
        let outside = after
            .iter()
            .filter(|income| bin(**income, run.members) == BINS);
        for income in outside {
            let yuan = yuan_a_head(*income, run.members);
            *self.tally.outside.entry(yuan).or_default() += u64::from(run.members);
        }
    }

    #[inline(never)]
    fn add_weighted(
        &mut self,
        run: HouseholdRun,
        rows: Range<usize>,
        after: &[i64],
        before: &[i64],
    ) {
        let size = run.members;
        let weights = &self.households.weights()[rows];
        for ((weight, income), before) in weights.iter().zip(after).zip(before) {
            let weight = u64::from(*weight);
            let people = weight * u64::from(size);
            let sums = &mut self.tally.cells[run.cell];
            let weighted = |fen: i64| i128::from(fen) * i128::from(weight);
            sums.income += weighted(*income);
            sums.gaining += if income > before { weight } else { 0 };
            sums.losing += if income < before { weight } else { 0 };
            let at = bin(*income, size);
            match self.tally.people_at.get_mut(at) {
                Some(known) => *known += people,
                None => {
                    let yuan = yuan_a_head(*income, size);
                    *self.tally.outside.entry(yuan).or_default() += people;
                }
            }
            let needed = self.line * i64::from(size);
            if *income < needed {
                sums.households_under += weight;
                sums.people_under += people;
                sums.gap += weighted(needed - income);
            }
        }
    }

    /// Puts short sums into long ones.
    fn flush(&mut self) {
        self.rows = 0;
        for (long, short) in self.tally.people_at.iter_mut().zip(&mut self.people_at) {
            *long += u64::from(*short);
            *short = 0;
        }
        self.people_at[BINS] = 0;
    }
}

/// The sums of rows of one size that the incomes needed by it are the same for.
#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn short(after: &[i64], before: &[i64], needed: i64) -> Short {
    let before = &before[..after.len()];
    let mut all = Short::default();
    for (row, income) in after.iter().enumerate() {
        all.income += income;
        all.gaining += i64::from(*income > before[row]);
        all.losing += i64::from(*income < before[row]);
        let lacks = needed - income;
        all.under += i64::from(lacks > 0);
        all.gap += lacks.max(0);
    }
    all
}
