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

/// Adds households to a tally: their incomes after a change beside those before it.
pub struct Tallying<'a> {
    households: &'a Households,
    cells: &'a [u32],
    line: i64,
    tally: Tally,
    short: Vec<Short>,
    people_at: Vec<u32>,
    rows: usize,
}

/// Sums of a cell over few rows.
#[derive(Clone, Copy, Default)]
struct Short {
    income: i64,
    /// Households that gain, and in the upper half those that lose.
    moved: u64,
}

impl<'a> Tallying<'a> {
    /// Nothing yet, with the line in fen a head; `cells` are the cells of all households.
    pub fn new(households: &'a Households, cells: &'a [u32], line: i64) -> Self {
        let count = households.cells();
        Self {
            households,
            cells,
            line,
            tally: Tally::new(count),
            short: vec![Short::default(); count],
            people_at: vec![0; BINS + 1],
            rows: 0,
        }
    }

    /// Adds some rows by their incomes after and before.
    pub fn add(&mut self, rows: Range<usize>, after: &[i64], before: &[i64]) {
        if self.households.is_weighted() {
            self.add_weighted(rows, after, before);
        } else {
            self.add_plain(rows, after, before);
        }
    }

    /// The tally of all that was added. Households and people of every cell are counted with it.
    pub fn finish(mut self) -> Tally {
        self.flush();
        self.tally
    }

    #[inline(never)]
    fn add_plain(&mut self, rows: Range<usize>, after: &[i64], before: &[i64]) {
        if self.rows + rows.len() > FLUSHED_ROWS {
            self.flush();
        }
        self.rows += rows.len();
        let count = rows.len();
        let members = &self.households.members()[rows.clone()][..count];
        let cells = &self.cells[rows][..count];
        let (after, before) = (&after[..count], &before[..count]);
        for row in 0..count {
            let (income, size) = (after[row], members[row]);
            let cell = cells[row] as usize;
            let short = &mut self.short[cell];
            short.income += income;
            let is_less = u64::from(income < before[row]);
            short.moved += u64::from(income > before[row]) | is_less << 32;
            let at = bin(income, size);
            self.people_at[at] += u32::from(size);
            if at == BINS {
                let yuan = yuan_a_head(income, size);
                *self.tally.outside.entry(yuan).or_default() += u64::from(size);
            }
            let needed = self.line * i64::from(size);
            if income < needed {
                let sums = &mut self.tally.cells[cell];
                sums.households_under += 1;
                sums.people_under += u64::from(size);
                sums.gap += i128::from(needed - income);
            }
        }
    }

    #[inline(never)]
    fn add_weighted(&mut self, rows: Range<usize>, after: &[i64], before: &[i64]) {
        for ((row, income), before) in rows.zip(after).zip(before) {
            let size = self.households.members()[row];
            let weight = u64::from(self.households.weights()[row]);
            let people = weight * u64::from(size);
            let sums = &mut self.tally.cells[self.cells[row] as usize];
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
        for (long, short) in self.tally.cells.iter_mut().zip(&mut self.short) {
            long.income += i128::from(short.income);
            long.gaining += short.moved & u64::from(u32::MAX);
            long.losing += short.moved >> 32;
            *short = Short::default();
        }
        for (long, short) in self.tally.people_at.iter_mut().zip(&mut self.people_at) {
            *long += u64::from(*short);
            *short = 0;
        }
        self.people_at[BINS] = 0;
    }
}
