//! One pass over households: their incomes after a change, and every sum of them.

use std::ops::Range;

use crate::columns::{COMPONENTS, Households};
use crate::factors::IncomeChange;
use crate::incomes::changed_incomes;
use crate::order::Ranks;
use crate::statistics::{DecileChange, MovingParts, QuantileParts};
use crate::tally::{HouseholdRun, Sums, Tally, Tallying, runs};

/// Rows whose incomes are worked out before they are added up: what fits the nearest memory.
const BLOCK: usize = 1_024;

/// Households with what no lever moves: the order in which measures reach them, their cells and the sizes of these.
#[derive(Clone, Debug)]
pub struct Register {
    households: Households,
    ranks: Ranks,
    runs: Vec<HouseholdRun>,
    sizes: Vec<Sums>,
    component_sums: [i128; COMPONENTS],
}

impl Register {
    /// The register of households in an order.
    pub fn new(households: Households, ranks: Ranks) -> Self {
        let runs = runs(&households);
        let mut sizes = vec![Sums::default(); households.cells()];
        for (at, run) in runs.iter().enumerate() {
            let end = runs.get(at + 1).map_or(households.len(), |next| next.start);
            let weights = households.weights()[run.start..end].iter();
            let weight: u64 = weights.map(|weight| u64::from(*weight)).sum();
            let sums = &mut sizes[run.cell];
            sums.households += weight;
            sums.people += weight * u64::from(run.members);
        }
        let weights = households.weights();
        let component_sums = std::array::from_fn(|component| {
            let weighted = households.incomes(component).iter().zip(weights);
            weighted
                .map(|(income, weight)| i128::from(*income) * i128::from(*weight))
                .sum()
        });
        Self {
            households,
            ranks,
            runs,
            sizes,
            component_sums,
        }
    }

    /// Takes another order in which measures reach the households, which must be theirs.
    pub fn rank(&mut self, ranks: Ranks) {
        self.ranks = ranks;
    }

    /// The households.
    pub fn households(&self) -> &Households {
        &self.households
    }

    /// The order in which measures reach them.
    pub fn ranks(&self) -> &Ranks {
        &self.ranks
    }

    /// Households and people of every cell.
    pub fn sizes(&self) -> &[Sums] {
        &self.sizes
    }

    /// The known incomes of each kind in fen, by weight.
    pub fn component_sums(&self) -> [i128; COMPONENTS] {
        self.component_sums
    }

    /// Households and people in all.
    pub fn size(&self) -> Sums {
        let mut total = Sums::default();
        self.sizes.iter().for_each(|sums| total.add(sums));
        total
    }

    /// The incomes in fen of some rows after a change.
    pub fn incomes(&self, change: &IncomeChange, rows: Range<usize>) -> Vec<i64> {
        let mut incomes = vec![0; rows.len()];
        changed_incomes(&self.households, &self.ranks, change, rows, &mut incomes);
        incomes
    }

    /// Writes the incomes in fen of all rows after a change.
    ///
    /// # Panics
    /// Where `out` is shorter than the rows.
    pub fn write_incomes(&self, change: &IncomeChange, out: &mut [i64]) {
        let all = 0..self.households.len();
        changed_incomes(&self.households, &self.ranks, change, all, out);
    }

    /// The sums of some rows after a change, beside their incomes before it, which are those of the same rows;
    /// `after` takes the incomes. Sizes of cells are not in it: [`Register::whole`] puts them in.
    ///
    /// # Panics
    /// Where one of both is shorter than the rows.
    pub fn pass(
        &self,
        change: &IncomeChange,
        line: i64,
        rows: Range<usize>,
        before: &[i64],
        after: &mut [i64],
    ) -> Tally {
        let mut tallying = Tallying::new(&self.households, &self.runs, line);
        let (before, after) = (&before[..rows.len()], &mut after[..rows.len()]);
        let blocks = before.chunks(BLOCK).zip(after.chunks_mut(BLOCK));
        let mut start = rows.start;
        for (before, after) in blocks {
            let block = start..start + before.len();
            start = block.end;
            changed_incomes(&self.households, &self.ranks, change, block.clone(), after);
            tallying.add(block, after, before, &mut []);
        }
        tallying.finish()
    }

    /// The sums of all rows after a change and its effect on parts of the people, for which incomes are written nowhere: memory
    /// is slower than the arithmetic. `bins` takes the bin of every row's income a head, by which quantiles are found.
    ///
    /// # Panics
    /// Where incomes before or bins are fewer than the rows.
    pub fn look(
        &self,
        change: &IncomeChange,
        line: i64,
        (before, parts): (&[i64], &QuantileParts),
        bins: &mut [u16],
    ) -> (Tally, Vec<DecileChange>) {
        let count = self.households.len();
        let mut tallying = Tallying::new(&self.households, &self.runs, line);
        let mut moving = MovingParts::new(parts, &self.households);
        let mut after = [0; BLOCK];
        let blocks = before[..count].chunks(BLOCK);
        for (at, (before, bins)) in blocks.zip(bins[..count].chunks_mut(BLOCK)).enumerate() {
            let block = at * BLOCK..at * BLOCK + before.len();
            let after = &mut after[..before.len()];
            changed_incomes(&self.households, &self.ranks, change, block.clone(), after);
            tallying.add(block.clone(), after, before, bins);
            moving.add(block, after, before);
        }
        (self.whole([tallying.finish()]), moving.finish())
    }

    /// The income of one row after a change.
    pub fn income(&self, change: &IncomeChange, row: usize) -> i64 {
        let mut income = [0];
        changed_incomes(
            &self.households,
            &self.ranks,
            change,
            row..row + 1,
            &mut income,
        );
        income[0]
    }

    /// The tally of all parts with the sizes of the cells.
    pub fn whole(&self, parts: impl IntoIterator<Item = Tally>) -> Tally {
        let mut whole = Tally::new(self.sizes.len());
        parts.into_iter().for_each(|part| whole.add(&part));
        for (sums, size) in whole.cells.iter_mut().zip(&self.sizes) {
            sums.households = size.households;
            sums.people = size.people;
        }
        whole
    }
}
