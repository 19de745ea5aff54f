//! Feasibility: the matrix with its margins as a circulation of money.
//!
//! Put the margins beside the cells as a fourth column and a fifth row. Cells and the grand
//! total count up, row and column totals count down, and every line of this 5×4 table balances
//! to zero. Money that goes around any closed walk along the lines keeps the balance, and every
//! change that keeps it is made of such rounds. So the bound of a part is a maximal flow from
//! one of its two lines to the other, and the locks in the way are those on the minimal cut.
//!
//! Amounts are whole units of 10⁻¹² yuan, so that nothing is ever rounded here.

use super::{Impossible, Locks, Matrix, MatrixPart, YUAN, Yuan, atoms, yuan};
use crate::region::key::{Category, Level};

/// The end of the range of a cell, as the key table has it.
pub(super) const CEILING: i128 = 1_000_000_000_000 * YUAN;
/// Stands for no end at all; small enough that sums of it stay in an `i128`.
const ENDLESS: i128 = i128::MAX / 8;

const ROWS: usize = Level::ALL.len() + 1;
const COLUMNS: usize = Category::ALL.len() + 1;
/// Lines of the table: its rows, then its columns.
const LINES: usize = ROWS + COLUMNS;

/// A part's position in the table: its row and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellPosition(pub(super) usize, pub(super) usize);

impl CellPosition {
    pub(super) fn of(part: MatrixPart) -> Self {
        match part {
            MatrixPart::Cell(level, category) => Self(level as usize, category as usize),
            MatrixPart::Row(level) => Self(level as usize, COLUMNS - 1),
            MatrixPart::Column(category) => Self(ROWS - 1, category as usize),
            MatrixPart::Total => Self(ROWS - 1, COLUMNS - 1),
        }
    }

    pub(super) fn part(self) -> MatrixPart {
        match (Level::ALL.get(self.0), Category::ALL.get(self.1)) {
            (Some(level), Some(category)) => MatrixPart::Cell(*level, *category),
            (Some(level), None) => MatrixPart::Row(*level),
            (None, Some(category)) => MatrixPart::Column(*category),
            (None, None) => MatrixPart::Total,
        }
    }

    /// Row and column totals balance the cells of their line, so they count down.
    fn counts_up(self) -> bool {
        (self.0 == ROWS - 1) == (self.1 == COLUMNS - 1)
    }

    pub(super) fn lines(self) -> (usize, usize) {
        (self.0, ROWS + self.1)
    }
}

/// One part on a round of money, and whether the round raises it.
#[derive(Clone, Copy, Debug)]
pub(super) struct CirculationStep {
    pub(super) place: CellPosition,
    pub(super) raises: bool,
}

/// Cells and margins with their locks.
#[derive(Clone, Debug)]
pub(super) struct Circulation {
    amounts: [[i128; COLUMNS]; ROWS],
    locked: [[bool; COLUMNS]; ROWS],
    ceiling: i128,
}

/// The limit of a part in one direction.
pub(super) struct Limit {
    /// The part's amount there.
    pub(super) amount: i128,
    /// The part's amount if cells had no range; none if nothing else ends it.
    without_range: Option<i128>,
    raises: bool,
    /// The table with the part at that amount.
    table: Circulation,
}

impl Circulation {
    pub(super) fn new(matrix: &Matrix, locks: &Locks) -> Result<Self, Impossible> {
        let mut table = Self {
            amounts: [[0; COLUMNS]; ROWS],
            locked: [[false; COLUMNS]; ROWS],
            ceiling: CEILING,
        };
        for level in Level::ALL {
            for category in Category::ALL {
                let cell = matrix[level as usize][category as usize];
                if cell < Yuan::ZERO {
                    return Err(Impossible::Negative);
                }
                if cell.exact() > yuan(CEILING).exact() {
                    return Err(Impossible::AboveRange(level, category));
                }
                let amount = atoms(cell).ok_or(Impossible::MoreDigitsThanFen)?;
                let (row, column) = (level as usize, category as usize);
                for place in [
                    CellPosition(row, column),
                    CellPosition(row, COLUMNS - 1),
                    CellPosition(ROWS - 1, column),
                    CellPosition(ROWS - 1, COLUMNS - 1),
                ] {
                    table.amounts[place.0][place.1] += amount;
                }
            }
        }
        for part in locks.iter() {
            let place = CellPosition::of(part);
            table.locked[place.0][place.1] = true;
        }
        Ok(table)
    }

    /// The matrix of this table; a cell that didn't change keeps the digits it came with.
    pub(super) fn write(&self, before: &Matrix) -> Matrix {
        let mut matrix = *before;
        for (row, amounts) in matrix.iter_mut().zip(&self.amounts) {
            for (cell, amount) in row.iter_mut().zip(amounts) {
                let after = yuan(*amount);
                if after != *cell {
                    *cell = after;
                }
            }
        }
        matrix
    }

    pub(super) fn amount(&self, part: MatrixPart) -> i128 {
        self.at(CellPosition::of(part))
    }

    pub(super) fn at(&self, place: CellPosition) -> i128 {
        self.amounts[place.0][place.1]
    }

    pub(super) fn is_locked(&self, place: CellPosition) -> bool {
        self.locked[place.0][place.1]
    }

    /// The room of a part, were it free.
    fn room_if_free(&self, step: CirculationStep) -> i128 {
        match (step.raises, step.place.part()) {
            (false, _) => self.at(step.place),
            (true, MatrixPart::Cell(..)) => self.ceiling - self.at(step.place),
            (true, _) => ENDLESS,
        }
    }

    /// The room of a part.
    pub(super) fn room(&self, step: CirculationStep) -> i128 {
        if self.is_locked(step.place) {
            0
        } else {
            self.room_if_free(step)
        }
    }

    /// The amount that can go around all these steps at once.
    pub(super) fn room_around(&self, steps: &[CirculationStep]) -> i128 {
        steps.iter().map(|step| self.room(*step)).min().unwrap_or(0)
    }

    pub(super) fn push(&mut self, steps: &[CirculationStep], amount: i128) {
        for CirculationStep { place, raises } in steps {
            let present = &mut self.amounts[place.0][place.1];
            *present += if *raises { amount } else { -amount };
        }
    }

    /// The limit to which a part can be raised or lowered.
    pub(super) fn limit(&self, part: MatrixPart, raises: bool) -> Limit {
        let first = CirculationStep {
            place: CellPosition::of(part),
            raises,
        };
        let mut table = self.clone();
        table.exhaust(first);
        let mut without_range = self.clone();
        without_range.ceiling = ENDLESS;
        let has_end = without_range.exhaust(first);
        Limit {
            amount: table.amount(part),
            without_range: has_end.then(|| without_range.amount(part)),
            raises,
            table,
        }
    }

    /// Moves a part as far as it goes; false if there's no end to it.
    fn exhaust(&mut self, first: CirculationStep) -> bool {
        while let Some(round) = self.shortest_round(first) {
            let room = self.room_around(&round);
            // Cells without range leave a little less than no end at all.
            if room > ENDLESS / 2 {
                return false;
            }
            self.push(&round, room);
        }
        true
    }

    /// The round through a first step that has room and the fewest other steps, if any has.
    /// Taking always the shortest keeps the number of rounds small (Edmonds and Karp).
    pub(super) fn shortest_round(&self, first: CirculationStep) -> Option<Vec<CirculationStep>> {
        self.round(first, false)
    }

    /// The round through a first step by the fewest locks, then by the fewest steps, then in
    /// the order of lines.
    fn round(&self, first: CirculationStep, passes_locks: bool) -> Option<Vec<CirculationStep>> {
        const LOCK: usize = LINES;
        if self.room(first) == 0 {
            return None;
        }
        let (goal, start) = first.place.lines();
        let mut reached: [Option<(usize, Vec<CirculationStep>)>; LINES] = Default::default();
        let mut settled = [false; LINES];
        reached[start] = Some((0, vec![first]));
        loop {
            let (cost, line) = (0..LINES)
                .filter(|line| !settled[*line])
                .filter_map(|line| reached[line].as_ref().map(|(cost, _)| (*cost, line)))
                .min()?;
            if line == goal {
                return reached[goal].take().map(|(_, steps)| steps);
            }
            settled[line] = true;
            for (step, next) in steps_from(first, line) {
                let is_locked = self.is_locked(step.place);
                if (is_locked && !passes_locks) || self.room_if_free(step) == 0 {
                    continue;
                }
                let cost = cost + 1 + if is_locked { LOCK } else { 0 };
                if reached[next]
                    .as_ref()
                    .is_none_or(|(known, _)| cost < *known)
                {
                    let mut steps = reached[line].as_ref().map_or(vec![], |(_, s)| s.clone());
                    steps.push(step);
                    reached[next] = Some((cost, steps));
                }
            }
        }
    }

    fn without_lock(&self, place: CellPosition) -> Self {
        let mut table = self.clone();
        table.locked[place.0][place.1] = false;
        table
    }

    fn locked_places(&self) -> impl Iterator<Item = CellPosition> + '_ {
        MatrixPart::all()
            .map(CellPosition::of)
            .filter(|place| self.is_locked(*place))
    }
}

/// The steps that lead on from a line of the table, each with the line it leads to. Along a
/// round, parts are raised and lowered in turn as the table counts them.
pub(super) fn steps_from(
    first: CirculationStep,
    line: usize,
) -> impl Iterator<Item = (CirculationStep, usize)> {
    let first_counts_more = first.raises == first.place.counts_up();
    let across = if line < ROWS { ROWS..LINES } else { 0..ROWS };
    across
        .map(move |next| {
            let place = CellPosition(line.min(next), line.max(next) - ROWS);
            // The first step led from a row to a column, as do all that count like it.
            let counts_more = (line < ROWS) == first_counts_more;
            let raises = counts_more == place.counts_up();
            (CirculationStep { place, raises }, next)
        })
        .filter(move |(step, _)| step.place != first.place)
}

impl Limit {
    /// The limit as it is shown: none if only the range of cells makes it.
    pub(super) fn shown(&self) -> Option<Yuan> {
        self.without_range.map(|_| yuan(self.amount))
    }

    /// True where a target couldn't be reached even if cells had no range.
    pub(super) fn is_beyond_locks(&self, target: i128) -> bool {
        self.without_range.is_some_and(|end| {
            if self.raises {
                target > end
            } else {
                target < end
            }
        })
    }

    /// The obstacles to going further: a cell at the end of its range, and the locks each of which
    /// moves the limit once it is free; if none does alone, the fewest that do together.
    pub(super) fn obstacles(
        &self,
        part: MatrixPart,
    ) -> (Option<(Level, Category)>, Vec<MatrixPart>) {
        let first = CirculationStep {
            place: CellPosition::of(part),
            raises: self.raises,
        };
        let mut because: Vec<CellPosition> = self
            .table
            .locked_places()
            .filter(|place| {
                let freed = self.table.without_lock(*place);
                freed.round(first, false).is_some()
            })
            .collect();
        if because.is_empty() {
            let round = self.table.round(first, true).unwrap_or_default();
            because = self
                .table
                .locked_places()
                .filter(|place| round.iter().any(|step| step.place == *place))
                .collect();
        }
        let mut endless = self.table.clone();
        endless.ceiling = ENDLESS;
        // Where no locks are to blame alone, the range may be to blame together with some.
        let cell = endless
            .round(first, because.is_empty())
            .unwrap_or_default()
            .into_iter()
            .filter(|step| self.table.room_if_free(*step) == 0)
            .find_map(|step| match step.place.part() {
                MatrixPart::Cell(level, category) => Some((level, category)),
                _ => None,
            });
        (cell, because.into_iter().map(CellPosition::part).collect())
    }
}
