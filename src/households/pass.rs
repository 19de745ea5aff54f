//! One pass over households: their incomes after a change, and every sum of them.

use std::ops::Range;

use crate::columns::Households;
use crate::factors::IncomeChange;
use crate::incomes::changed_incomes;
use crate::order::Ranks;
use crate::tally::{Sums, Tally, Tallying};

/// Rows whose incomes are worked out before they are added up: what fits the nearest memory.
const BLOCK: usize = 1_024;

/// Households with what no lever moves: the order in which measures reach them, their cells and the sizes of these.
#[derive(Clone, Debug)]
pub struct Register {
    households: Households,
    ranks: Ranks,
    cells: Vec<u32>,
    sizes: Vec<Sums>,
}

impl Register {
    /// The register of households in an order.
    pub fn new(households: Households, ranks: Ranks) -> Self {
        let cells: Vec<u32> = (0..households.len())
            .map(|row| households.cell(row))
            .collect();
        let mut sizes = vec![Sums::default(); households.cells()];
        for (row, cell) in cells.iter().enumerate() {
            let weight = u64::from(households.weights()[row]);
            let sums = &mut sizes[*cell as usize];
            sums.households += weight;
            sums.people += weight * u64::from(households.members()[row]);
        }
        Self {
            households,
            ranks,
            cells,
            sizes,
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
        let mut tallying = Tallying::new(&self.households, &self.cells, line);
        let (before, after) = (&before[..rows.len()], &mut after[..rows.len()]);
        let blocks = before.chunks(BLOCK).zip(after.chunks_mut(BLOCK));
        let mut start = rows.start;
        for (before, after) in blocks {
            let block = start..start + before.len();
            start = block.end;
            changed_incomes(&self.households, &self.ranks, change, block.clone(), after);
            tallying.add(block, after, before);
        }
        tallying.finish()
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
