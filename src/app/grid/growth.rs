//! Rows filled to the right: with the values at their left, or growing from year to year.

use rust_decimal::Decimal;

use super::{GridLine, Place, Why, Wrong, YearSheet, levers_of, lines, ordered};
use crate::number::round;
use crate::problem::Fault;
use crate::region::key::{Category, Fixed, Key, Unit};
use crate::scenario::Scenario;
use crate::scenario::matrix::{self, MatrixPart};

/// The least and the most that a row may grow by in a year: to nothing, to twice as much.
pub const RATES: (Decimal, Decimal) = (Decimal::NEGATIVE_ONE, Decimal::ONE);

/// The result of filling a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The scenario with it.
    pub scenario: Scenario,
    /// The cells that end at their limit instead of what they would have grown to.
    pub at_limit: Vec<Place>,
}

impl YearSheet<'_> {
    /// The scenario with each row's value at the left corner put into the years to its right: those of the
    /// block, or all of them where a single column is chosen.
    ///
    /// # Errors
    /// The cells that can't be filled.
    pub fn fill_right(&self, corners: (Place, Place)) -> Result<Scenario, Vec<Wrong>> {
        let filled = self.fill(corners, |_, value| value)?;
        Ok(filled.scenario)
    }

    /// The same, each year being the year before it times one plus the rate, in whole units of what is shown. A
    /// row that reaches a limit stays there.
    ///
    /// # Errors
    /// The cells that can't be filled; a rate out of [`RATES`] belongs to none.
    pub fn grow(&self, corners: (Place, Place), rate: Decimal) -> Result<Filled, Vec<Wrong>> {
        if rate < RATES.0 || rate > RATES.1 {
            let why = Why::Fault(Fault::OutOfRange {
                value: rate,
                least: RATES.0,
                most: RATES.1,
                unit: Unit::Share,
            });
            return Err(vec![Wrong { place: None, why }]);
        }
        let factor = Decimal::ONE + rate;
        self.fill(corners, |unit, value| {
            whole(unit, value.saturating_mul(factor))
        })
    }

    fn fill(
        &self,
        corners: (Place, Place),
        step: impl Fn(Unit, Decimal) -> Decimal,
    ) -> Result<Filled, Vec<Wrong>> {
        let ((top, left), (bottom, right)) = ordered(corners);
        let years = self.region.years.plan().len();
        let end = if right > left { right + 1 } else { years };
        let rows = filled_rows(top, bottom);
        let is_single = rows
            .iter()
            .filter(|(_, line)| line.part().is_some())
            .count()
            == 1;
        let mut scenario = self.scenario.clone();
        let (mut at_limit, mut wrong) = (Vec::new(), Vec::new());
        for column in left + 1..end.min(years) {
            let now = YearSheet {
                scenario: &scenario,
                ..*self
            };
            let mut wanted = Vec::new();
            for (row, line) in &rows {
                let Some(before) = now.cell((*row, column - 1)) else {
                    continue;
                };
                let value = step(line.unit(), before.value);
                let (least, most) = now.limits(*line, column, is_single);
                let inside = value.clamp(least, most.max(least));
                if inside != value {
                    at_limit.push((*row, column));
                }
                wanted.push((*row, inside));
            }
            let mut next = scenario.clone();
            wrong.extend(self.put_column(&mut next, column, &wanted));
            scenario = next;
        }
        if wrong.is_empty() {
            wrong = self.broken_locks(&scenario);
        }
        if wrong.is_empty() {
            Ok(Filled { scenario, at_limit })
        } else {
            Err(wrong)
        }
    }

    /// Range of a row in a column, from least to most. A locked cell is refused, not kept at a limit.
    fn limits(&self, line: GridLine, column: usize, is_single: bool) -> (Decimal, Decimal) {
        let range = |lever: Fixed| Key::from(lever).range();
        let all = |part: MatrixPart| {
            let most = levers_of(part).into_iter().map(|lever| range(lever).1);
            (Decimal::ZERO, most.sum())
        };
        match (line, line.part()) {
            (_, Some(part)) if self.locks.contains(part) => all(part),
            (GridLine::Lever(lever), Some(_)) if !is_single => range(lever),
            (_, Some(part)) => {
                let (least, most) = matrix::reachable(&self.matrix(column), self.locks, part);
                (least.exact(), most.map_or(all(part).1, |most| most.exact()))
            }
            (GridLine::Lever(lever), None) => range(lever),
            (GridLine::Sum(part), None) => all(part),
        }
    }
}

/// The rows that are filled themselves: a total of which a cell is filled, too, follows.
pub(super) fn filled_rows(top: usize, bottom: usize) -> Vec<(usize, GridLine)> {
    let chosen: Vec<(usize, GridLine)> = lines()
        .into_iter()
        .enumerate()
        .filter(|(row, _)| (top..=bottom).contains(row))
        .collect();
    let own: Vec<_> = chosen
        .iter()
        .filter_map(|(_, line)| match line {
            GridLine::Lever(lever) => Some(*lever),
            GridLine::Sum(_) => None,
        })
        .collect();
    let has = |part: MatrixPart| chosen.iter().any(|(_, line)| *line == GridLine::Sum(part));
    let has_columns = Category::ALL
        .into_iter()
        .all(|of| has(MatrixPart::Column(of)));
    let follows = |line: &GridLine| match line {
        GridLine::Sum(MatrixPart::Total) if has_columns => true,
        GridLine::Sum(part) => levers_of(*part).iter().any(|lever| own.contains(lever)),
        GridLine::Lever(_) => false,
    };
    let rows = chosen.iter().filter(|(_, line)| !follows(line));
    rows.copied().collect()
}

/// A grown value in whole units of what is shown: ten thousand yuan, people, hundredths of a per cent.
fn whole(unit: Unit, value: Decimal) -> Decimal {
    match unit {
        Unit::Yuan => {
            let ten_thousand = Decimal::from(10_000);
            round(value / ten_thousand, 0).saturating_mul(ten_thousand)
        }
        Unit::Share => round(value, 4),
        _ => round(value, 0),
    }
}
