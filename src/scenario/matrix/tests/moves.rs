//! Money moved from cell to cell, and where a change of one cell sends the rest.

use super::super::change;
use super::super::transfer::{Unmovable, elsewhere, transfer};
use super::{Category, Decimal, Level, Locks, Matrix, MatrixPart, Yuan, ten_thousands};

#[test]
fn money_moves_from_cell_to_cell_in_one_step() {
    let from = (Level::Central, Category::Infrastructure);
    let to = (Level::Central, Category::Industry);
    let across = (Level::City, Category::Other);
    let start: Matrix = [[ten_thousands(5000); 3]; 4];
    let amount = Yuan(Decimal::from(12_120_000));
    let row = Locks::from_iter([MatrixPart::Row(Level::Central), MatrixPart::Total]);
    let moved = transfer(&start, &row, from, to, amount).expect("within the row");
    for part in MatrixPart::all() {
        let change = part.of(&moved) - part.of(&start);
        let expected = match part {
            MatrixPart::Cell(Level::Central, Category::Infrastructure)
            | MatrixPart::Column(Category::Infrastructure) => -amount,
            MatrixPart::Cell(Level::Central, Category::Industry)
            | MatrixPart::Column(Category::Industry) => amount,
            _ => Yuan::ZERO,
        };
        assert_eq!(change, expected, "{part:?}");
    }
    let refused = |locks: &Locks, from, to, amount| transfer(&start, locks, from, to, amount).err();
    let held = Some(Unmovable::Locked(vec![MatrixPart::Row(Level::Central)]));
    assert_eq!(refused(&row, from, across, amount), held);
    let none = Locks::default();
    assert_eq!(
        refused(&none, from, from, amount),
        Some(Unmovable::SameCell)
    );
    assert_eq!(
        refused(&none, from, to, Yuan::ZERO),
        Some(Unmovable::NoAmount)
    );
    assert_eq!(refused(&none, from, to, -amount), Some(Unmovable::NoAmount));
    let has = start[0][1];
    let more = Yuan(has.exact() + Decimal::ONE);
    assert_eq!(refused(&none, from, to, more), Some(Unmovable::Short(has)));
    let fraction = Yuan(Decimal::new(1, 3));
    assert_eq!(
        refused(&none, from, to, fraction),
        Some(Unmovable::MoreDigitsThanFen)
    );
    let full = Yuan(Decimal::from(1_000_000_000_000_u64));
    let mut rich = start;
    rich[0][0] = full;
    assert_eq!(
        transfer(&rich, &none, from, to, amount),
        Err(Unmovable::AboveRange)
    );

    // A changed cell under a locked row total takes from its neighbours, and that is reported.
    let part = MatrixPart::Cell(Level::Central, Category::Industry);
    let after = change(&start, &start, &row, part, Yuan(Decimal::from(62_120_000))).expect("room");
    let (moved, because) = elsewhere(&start, &after, &row, part);
    let sum: Yuan = moved.iter().map(|(_, amount)| *amount).sum();
    assert_eq!((sum, moved.len()), (-amount, 2));
    assert_eq!(
        because,
        [MatrixPart::Row(Level::Central), MatrixPart::Total]
    );
    let alone = change(&start, &start, &none, part, Yuan(Decimal::from(62_120_000))).expect("room");
    assert_eq!(elsewhere(&start, &alone, &none, part).0, []);
}
