//! The least surprising of the possible changes.
//!
//! A difference goes around rounds through the changed part, of which there are at most 228
//! that pass no line of the table twice. Those that move the fewest other things go first;
//! among equals it is split in proportion to the cells they pass. When cells run empty, the
//! next go on with what is left.

use super::circulation::{CellPosition, Circulation, CirculationStep, steps_from};
use super::{FEN, Locks, Matrix, MatrixPart, TEN_THOUSAND};

/// The weight of a part in the measure of surprise.
///
/// Another cell is the worst. The grand total is just better, so that a changed cell rather
/// changes it (101) than a second cell of its row (102), but where the row and the column
/// of a changed cell are locked, a third cell moves (300) rather than the grand total against
/// the change (301). Row totals weigh more than column totals: a level that pays more or less
/// than it granted is a greater matter than another use of what it pays.
fn surprise(place: CellPosition) -> u32 {
    match place.part() {
        MatrixPart::Cell(..) => 100,
        MatrixPart::Total => 90,
        MatrixPart::Row(_) => 10,
        MatrixPart::Column(_) => 1,
    }
}

/// Rounds of splitting in one unit, before the rest takes any way that is open. Each of them
/// empties or fills a part or uses up the difference, so that more than a few are rare.
const MOST_SPLITS: usize = 40;

/// A closed walk of money through the changed part.
struct Round {
    surprise: u32,
    /// The changed part first.
    steps: Vec<CirculationStep>,
}

/// Brings a part to an amount that it can reach.
pub(super) fn carry(table: &mut Circulation, usual: &Matrix, part: MatrixPart, target: i128) {
    let place = CellPosition::of(part);
    let first = CirculationStep {
        place,
        raises: target > table.at(place),
    };
    let left = |table: &Circulation| (target - table.at(place)).abs();
    let is_whole = target % TEN_THOUSAND == 0 && left(table) % TEN_THOUSAND == 0;
    let units: &[i128] = if is_whole {
        &[TEN_THOUSAND, FEN, 1]
    } else {
        &[FEN, 1]
    };
    let rounds = rounds(table, first);
    // A usual matrix that breaks a rule says nothing.
    let usual = Circulation::new(usual, &Locks::default()).ok();
    for unit in units {
        for _ in 0..MOST_SPLITS {
            if !split(table, usual.as_ref(), &rounds, left(table) / unit, *unit) {
                break;
            }
        }
    }
    while left(table) > 0 {
        let Some(round) = table.shortest_round(first) else {
            debug_assert!(false, "the target was within reach");
            return;
        };
        let amount = table.room_around(&round).min(left(table));
        table.push(&round, amount);
    }
}

/// All rounds through a first step that pass no lock, the least surprising first.
fn rounds(table: &Circulation, first: CirculationStep) -> Vec<Round> {
    let (goal, start) = first.place.lines();
    let mut rounds = Vec::new();
    let mut steps = vec![first];
    extend(table, goal, start, 1 << start, &mut steps, &mut rounds);
    rounds.sort_by_key(|round| round.surprise);
    rounds
}

fn extend(
    table: &Circulation,
    goal: usize,
    line: usize,
    passed: u32,
    steps: &mut Vec<CirculationStep>,
    rounds: &mut Vec<Round>,
) {
    if line == goal {
        rounds.push(Round {
            surprise: steps[1..].iter().map(|step| surprise(step.place)).sum(),
            steps: steps.clone(),
        });
        return;
    }
    for (step, next) in steps_from(steps[0], line) {
        if passed & (1 << next) == 0 && !table.is_locked(step.place) {
            steps.push(step);
            extend(table, goal, next, passed | (1 << next), steps, rounds);
            steps.pop();
        }
    }
}

/// Splits so many units among the least surprising rounds that have room for one; false if
/// none has or none is left to split.
fn split(
    table: &mut Circulation,
    usual: Option<&Circulation>,
    rounds: &[Round],
    amount: i128,
    unit: i128,
) -> bool {
    if amount == 0 {
        return false;
    }
    let mut open = rounds
        .iter()
        .filter(|round| table.room_around(&round.steps) >= unit)
        .peekable();
    let Some(least) = open.peek().map(|round| round.surprise) else {
        return false;
    };
    let open: Vec<&Round> = open.take_while(|round| round.surprise == least).collect();
    let shares = in_proportion(amount, &weights(table, usual, &open));
    for (round, share) in open.iter().zip(shares) {
        // Rounds may share a cell, so that the later find less room than they had.
        let room = table.room_around(&round.steps) / unit;
        table.push(&round.steps, share.min(room) * unit);
    }
    true
}

/// The weights by which rounds share a difference.
///
/// Money that walks a round parts at every line in proportion to the cells there. So the weight
/// of one cell is the cell, and of two that meet in a line their product over the line's sum:
/// a raised row total keeps its mix of categories while other levels give in proportion to what
/// they have. Where that is nothing, because the cells to be raised are empty, the cells that
/// give count alone, then the cells of the usual table; without any all rounds count the same.
fn weights(table: &Circulation, usual: Option<&Circulation>, open: &[&Round]) -> Vec<i128> {
    let weigh = |table: &Circulation, only_givers: bool| -> Vec<i128> {
        open.iter()
            .map(|round| weight(table, round, only_givers))
            .collect()
    };
    let tells = |weights: &[i128]| weights.iter().any(|weight| *weight > 0);
    let gives = |round: &&Round| {
        let others = round.steps[1..].iter();
        others
            .filter(|step| matches!(step.place.part(), MatrixPart::Cell(..)))
            .any(|step| !step.raises)
    };
    let all = weigh(table, false);
    if tells(&all) {
        return all;
    }
    match usual {
        Some(usual) if !open.iter().any(gives) => weigh(usual, false),
        _ => weigh(table, true),
    }
}

fn weight(table: &Circulation, round: &Round, only_givers: bool) -> i128 {
    let mut weight = None;
    let mut last: Option<CellPosition> = None;
    for step in &round.steps[1..] {
        let is_cell = matches!(step.place.part(), MatrixPart::Cell(..));
        if !is_cell || (only_givers && step.raises) {
            continue;
        }
        // Weights only compare, so whole fen are fine enough, and products of two amounts in
        // fen stay far within an i128.
        let cell = fen(table.at(step.place));
        weight = Some(match weight.zip(last) {
            None => cell,
            Some((weight, last)) => {
                let sum = fen(table.at(meeting(last, step.place))).max(1);
                (weight * cell + sum - 1) / sum
            }
        });
        last = Some(step.place);
    }
    weight.unwrap_or(1)
}

/// The total of the line in which two cells meet; of all cells if they don't.
fn meeting(one: CellPosition, other: CellPosition) -> CellPosition {
    let CellPosition(rows, columns) = CellPosition::of(MatrixPart::Total);
    CellPosition(
        if one.0 == other.0 { one.0 } else { rows },
        if one.1 == other.1 { one.1 } else { columns },
    )
}

/// An amount in fen, up to the next whole one, so that something never counts as nothing.
fn fen(amount: i128) -> i128 {
    (amount + FEN - 1) / FEN
}

/// Parts of a whole in proportion to weights, by largest remainders, the first of equals first.
/// If all weights are zero, the parts are equal.
pub(super) fn in_proportion(whole: i128, weights: &[i128]) -> Vec<i128> {
    let even = vec![1; weights.len()];
    let weights = if weights.iter().all(|weight| *weight == 0) {
        &even
    } else {
        weights
    };
    let sum: i128 = weights.iter().sum();
    // The whole is split by quotient and remainder of the sum first, so that no product leaves
    // an i128: sums of weights are below 10¹⁷.
    let (quotient, rest) = (whole / sum, whole % sum);
    let mut shares: Vec<i128> = weights
        .iter()
        .map(|weight| quotient * weight + rest * weight / sum)
        .collect();
    let missing = whole - shares.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse(rest * weights[*index] % sum));
    for index in by_remainder.into_iter().take(missing as usize) {
        shares[index] += 1;
    }
    shares
}
