//! Properties of every matrix, every set of locks and every wanted amount.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::{CEILING, Impossible, TEN_THOUSAND, atoms, reachable};
use super::*;

const FEN: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Cells as users make them: often zero, whole 万元, fen, the finest places, the end of range.
fn cell() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        3 => Just(Decimal::ZERO),
        4 => (0..200_000_i64).prop_map(|amount| Decimal::from(amount * 10_000)),
        2 => (0..1_000_000_000_000_i64).prop_map(|fen| Decimal::new(fen, 2)),
        1 => (0..1_000_000_000_000_000_i64).prop_map(|amount| Decimal::new(amount, 12)),
        1 => Just(Decimal::from(1_000_000_000_000_i64)),
    ]
}

fn matrices(cell: impl Strategy<Value = Decimal>) -> impl Strategy<Value = Matrix> {
    proptest::collection::vec(cell, 12).prop_map(|cells| {
        Level::ALL.map(|level| {
            Category::ALL.map(|category| Yuan(cells[level as usize * 3 + category as usize]))
        })
    })
}

fn whole_cell() -> impl Strategy<Value = Decimal> {
    prop_oneof![Just(0), 0..30_i64, 0..200_000_i64].prop_map(|n| Decimal::from(n * 10_000))
}

fn part() -> impl Strategy<Value = MatrixPart> {
    (0..20_usize).prop_map(|index| MatrixPart::all().nth(index).expect("twenty parts"))
}

/// From no lock to almost all.
fn some_locks() -> impl Strategy<Value = Locks> {
    (0..100_u32, proptest::collection::vec(0..100_u32, 20)).prop_map(|(share, chances)| {
        MatrixPart::all()
            .zip(chances)
            .filter(|(_, chance)| *chance < share)
            .map(|(part, _)| part)
            .collect()
    })
}

/// A wanted amount within, at and beyond what can be reached, in whole 万元 if asked.
fn wanted((least, most): (Yuan, Option<Yuan>), thousandth: i64, whole: bool) -> Yuan {
    let width = most.map_or(Decimal::from(5_000_000_000_i64), |most| {
        (most - least).exact()
    });
    let exact = least.exact() + width * Decimal::new(thousandth, 3);
    Yuan(if whole {
        (exact / Decimal::from(10_000)).round() * Decimal::from(10_000)
    } else {
        exact.round_dp(2)
    })
}

fn keeps_every_rule(
    before: &Matrix,
    locks: &Locks,
    part: MatrixPart,
    wanted: Yuan,
    after: &Matrix,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(part.of(after), wanted);
    for locked in locks.iter() {
        prop_assert_eq!(locked.of(after), locked.of(before), "{:?}", locked);
    }
    for amount in after.iter().flatten() {
        let amount = atoms(*amount).expect("at most 12 places");
        prop_assert!((0..=CEILING).contains(&amount));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_change_keeps_every_rule_and_a_refusal_is_right(
        before in matrices(cell()), locks in some_locks(), part in part(), thousandth in -100..1_100_i64,
    ) {
        let range = reachable(&before, &locks, part);
        let wanted = wanted(range, thousandth, false);
        let change_to = |wanted| change(&before, &locks, part, wanted);
        let result = change_to(wanted);
        prop_assert_eq!(&result, &change_to(wanted));
        let is_within = range.0 <= wanted && range.1.is_none_or(|most| wanted <= most);
        match &result {
            Ok(after) => {
                prop_assert!(is_within);
                keeps_every_rule(&before, &locks, part, wanted, after)?;
            }
            Err(Impossible::AboveRange(..)) => prop_assert!(!is_within || range.1.is_none()),
            Err(_) => prop_assert!(!is_within),
        }
    }

    #[test]
    fn whole_ten_thousands_stay_whole(
        before in matrices(whole_cell()), locks in some_locks(), part in part(), thousandth in 0..1_001_i64,
    ) {
        let wanted = wanted(reachable(&before, &locks, part), thousandth, true);
        let after = change(&before, &locks, part, wanted).expect("within reach");
        keeps_every_rule(&before, &locks, part, wanted, &after)?;
        for amount in after.iter().flatten() {
            prop_assert_eq!(atoms(*amount).expect("whole") % TEN_THOUSAND, 0);
        }
    }

    #[test]
    fn bounds_are_tight_and_their_locks_to_blame(
        before in matrices(cell()), locks in some_locks(), part in part(), raises in any::<bool>(),
    ) {
        let (least, most) = reachable(&before, &locks, part);
        let bound = if raises { most } else { Some(least) };
        let Some(bound) = bound else { return Ok(()) };
        let after = change(&before, &locks, part, bound).expect("the bound is within reach");
        keeps_every_rule(&before, &locks, part, bound, &after)?;
        // The next whole fen beyond the bound.
        let beyond = Yuan(if raises {
            bound.exact().trunc_with_scale(2) + FEN
        } else {
            (bound.exact() - FEN).round_dp_with_strategy(2, rust_decimal::RoundingStrategy::AwayFromZero)
        });
        let refused = change(&before, &locks, part, beyond).expect_err("beyond the bound");
        let Impossible::Bound { least: told_least, most: told_most, because } = refused else {
            return Ok(());
        };
        prop_assert_eq!((told_least, told_most), (least, most));
        let moves = |freed: &BTreeSet<MatrixPart>| {
            let rest: Locks = locks.iter().filter(|lock| !freed.contains(lock)).collect();
            let (least_then, most_then) = reachable(&before, &rest, part);
            match most_then {
                _ if !raises => least_then < bound,
                Some(most_then) => most_then > bound,
                None => change(&before, &rest, part, beyond).is_ok(),
            }
        };
        let alone: Vec<MatrixPart> = locks.iter().filter(|lock| moves(&BTreeSet::from([*lock]))).collect();
        if alone.is_empty() {
            let together: BTreeSet<MatrixPart> = because.iter().copied().collect();
            prop_assert!(together.is_empty() || moves(&together));
            for part in &because {
                let mut fewer = together.clone();
                fewer.remove(part);
                prop_assert!(!moves(&fewer));
            }
        } else {
            prop_assert_eq!(because, alone);
        }
    }

    #[test]
    fn free_cells_change_alone(before in matrices(cell()), index in 0..12_usize, amount in cell()) {
        let part = MatrixPart::all().nth(index).expect("a cell");
        let after = change(&before, &Locks::default(), part, Yuan(amount.round_dp(2))).expect("in range");
        let moved = |cell: &MatrixPart| cell.of(&after) != cell.of(&before);
        prop_assert!(MatrixPart::all().take(12).filter(moved).all(|cell| cell == part));
    }

    #[test]
    fn any_decimal_is_answered(
        cells in matrices(decimal()), locks in some_locks(), part in part(), wanted in decimal(),
    ) {
        let _ = change(&cells, &locks, part, Yuan(wanted));
        let _ = reachable(&cells, &locks, part);
        let _ = change(&zhangjiakou(), &locks, part, Yuan(wanted));
    }

    /// At most five free cells of up to six units each: few enough to try every matrix.
    #[test]
    fn trying_every_matrix_finds_the_same_amounts_possible(
        units in proptest::collection::vec(0..4_usize, 12),
        free in proptest::collection::btree_set(0..12_usize, 1..6),
        margins in some_locks(),
        part in part(),
    ) {
        const MOST_UNITS: i64 = 6;
        let before = Level::ALL.map(|level| {
            Category::ALL.map(|category| ten_thousands(units[level as usize * 3 + category as usize] as i64))
        });
        let locked_cells = MatrixPart::all().take(12).enumerate().filter(|(index, _)| !free.contains(index));
        let locks: Locks = margins
            .iter()
            .filter(|part| !matches!(part, Cell(..)))
            .chain(locked_cells.map(|(_, cell)| cell))
            .collect();
        if locks.contains(part) {
            return Ok(());
        }
        let free: Vec<usize> = free.into_iter().collect();
        let mut possible = BTreeMap::new();
        let tries = (MOST_UNITS + 1).pow(free.len() as u32);
        for mut code in 0..tries {
            let mut tried = units.iter().map(|unit| *unit as i64).collect::<Vec<_>>();
            for cell in &free {
                tried[*cell] = code % (MOST_UNITS + 1);
                code /= MOST_UNITS + 1;
            }
            if locks.iter().all(|lock| sum(lock, &tried) == units_of(lock, &before)) {
                possible.insert(sum(part, &tried), ());
            }
        }
        // A difference of three units moves no cell by more, so that six units are enough.
        let present = units_of(part, &before);
        for wanted in present - 3..=present + 3 {
            let result = change(&before, &locks, part, ten_thousands(wanted));
            prop_assert_eq!(result.is_ok(), possible.contains_key(&wanted), "{}", wanted);
        }
    }
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        any::<bool>(),
        0..29_u32,
    )
        .prop_map(|(low, middle, high, negative, scale)| {
            Decimal::from_parts(low, middle, high, negative, scale)
        })
}

fn units_of(part: MatrixPart, matrix: &Matrix) -> i64 {
    i64::try_from(atoms(part.of(matrix)).expect("whole") / TEN_THOUSAND).expect("small")
}

fn sum(part: MatrixPart, units: &[i64]) -> i64 {
    let counts = |level: usize, category: usize| match part {
        Cell(l, c) => l as usize == level && c as usize == category,
        Row(l) => l as usize == level,
        Column(c) => c as usize == category,
        Total => true,
    };
    (0..12)
        .filter(|index| counts(index / 3, index % 3))
        .map(|index| units[index])
        .sum()
}
