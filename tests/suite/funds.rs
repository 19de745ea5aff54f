//! The funds matrix and its levers on the screen: drags, locks, moved money, what it costs.

use crate::support::{coverage, decimal, start};
use rust_decimal::Decimal;
use zengshou::app::state::{Action, Refused, State};
use zengshou::number::Yuan;
use zengshou::region::key::{Category, Fixed, Key, Level};
use zengshou::scenario::matrix::MatrixPart;

fn ten_thousands(amount: i64) -> Yuan {
    Yuan(Decimal::from(amount * 10_000))
}

/// Inside one drag everything comes from where it began.
#[test]
fn a_drag_of_a_total_and_back_leaves_no_trace() {
    let begun = start();
    let total = MatrixPart::Total.of(&begun.matrix());
    for way in [
        vec![total.exact() / Decimal::TWO],
        vec![Decimal::from(10_000_000), Decimal::ONE_HUNDRED],
    ] {
        let mut state = begun.clone();
        for amount in way {
            state = state.apply(Action::SetFunds(MatrixPart::Total, Yuan(amount.round())));
        }
        state = state.apply(Action::SetFunds(MatrixPart::Total, total));
        assert_eq!(state.matrix(), begun.matrix());
        assert!(state.scenario().is_plan());
    }
    // A row with a split of its own keeps it through nothing.
    let row = MatrixPart::Row(Level::City);
    let own = begun
        .apply(Action::SetFunds(
            MatrixPart::Cell(Level::City, Category::Other),
            ten_thousands(9000),
        ))
        .apply(Action::Seal);
    let was = row.of(&own.matrix());
    let back = own
        .apply(Action::SetFunds(row, Yuan::ZERO))
        .apply(Action::Rest)
        .apply(Action::SetFunds(row, was));
    assert_eq!(back.matrix(), own.matrix());
    // What was sealed is the past: the next row of moves begins where this one ended.
    let sealed = own
        .apply(Action::SetFunds(row, Yuan::ZERO))
        .apply(Action::Seal);
    let again = sealed.apply(Action::SetFunds(row, was));
    assert_ne!(again.matrix(), own.matrix());
    // Another lever or an undo in between ends the row, too.
    let undone = own
        .apply(Action::SetFunds(row, Yuan::ZERO))
        .apply(Action::Undo);
    assert_eq!(undone.matrix(), own.matrix());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]
    #[test]
    fn any_way_of_a_drag_ends_as_its_last_value_alone(
        part in 0_usize..20,
        locked in proptest::collection::vec(0_usize..20, 0..3),
        way in proptest::collection::vec(0_i64..250_000, 1..6),
    ) {
        let part = MatrixPart::all().nth(part).expect("a part");
        let mut begun = start();
        for lock in locked {
            let lock = MatrixPart::all().nth(lock).expect("a part");
            if lock != part {
                begun = begun.apply(Action::ToggleLock(lock));
            }
        }
        let mut dragged = begun.clone();
        for amount in &way {
            dragged = dragged.apply(Action::SetFunds(part, ten_thousands(*amount)));
        }
        // A value that can't be reached leaves the last one that could.
        let alone = way.iter().rev().find_map(|amount| {
            let state = begun.apply(Action::SetFunds(part, ten_thousands(*amount)));
            state.refused.is_none().then_some(state)
        });
        let expected = alone.map_or(begun.matrix(), |state| state.matrix());
        proptest::prop_assert_eq!(dragged.matrix(), expected);
    }
}

#[test]
fn undo_brings_locks_back_as_they_were() {
    let row = MatrixPart::Row(Level::Central);
    let locked = start().apply(Action::ToggleLock(row));
    assert!(locked.locks.contains(row) && locked.history.can_undo());
    assert!(!locked.apply(Action::Undo).locks.contains(row));
    assert!(
        locked
            .apply(Action::Undo)
            .apply(Action::Redo)
            .locks
            .contains(row)
    );
    let freed = locked
        .apply(Action::Set(coverage(), decimal("0.9")))
        .apply(Action::ToggleLock(row));
    let back = freed.apply(Action::Undo);
    assert!(!freed.locks.contains(row) && back.locks.contains(row));
    assert_eq!(back.scenario(), freed.scenario());
    assert!(back.apply(Action::Undo).scenario().is_plan());
}

#[test]
fn money_moves_from_cell_to_cell_as_one_step_that_is_taken_back() {
    let begun = start().apply(Action::ToggleLock(MatrixPart::Row(Level::Provincial)));
    let (from, to) = (
        (Level::Provincial, Category::Infrastructure),
        (Level::Provincial, Category::Industry),
    );
    let amount = ten_thousands(10_000);
    let moved = begun.apply(Action::MoveFunds { from, to, amount });
    assert_eq!(moved.refused, None);
    let of = |state: &State, cell: (Level, Category)| {
        MatrixPart::Cell(cell.0, cell.1).of(&state.matrix())
    };
    assert_eq!(of(&moved, to), of(&begun, to) + amount);
    assert_eq!(of(&moved, from), of(&begun, from) - amount);
    assert_eq!(
        MatrixPart::Total.of(&moved.matrix()),
        MatrixPart::Total.of(&begun.matrix())
    );
    assert_eq!(moved.apply(Action::Undo).matrix(), begun.matrix());
    let far = (Level::City, Category::Other);
    let refused = begun.apply(Action::MoveFunds {
        from,
        to: far,
        amount,
    });
    assert!(matches!(refused.refused, Some(Refused::Move(_))));
    assert_eq!(refused.matrix(), begun.matrix());
    // The destination of a locked row's rest is remembered until the next change.
    let cell = MatrixPart::Cell(Level::Provincial, Category::Industry);
    let carried = begun.apply(Action::SetFunds(cell, of(&begun, to) + amount));
    assert!(carried.carried.is_some());
    assert!(
        carried
            .apply(Action::Set(coverage(), decimal("0.9")))
            .carried
            .is_none()
    );
}

#[test]
fn what_levers_move_and_cost_is_found_at_rest() {
    let jobs = Key::from(Fixed::JobsOutward);
    let rested = start()
        .apply(Action::Set(coverage(), decimal("0.85")))
        .apply(Action::Set(jobs, decimal("5000")))
        .apply(Action::Rest);
    assert_eq!(rested.stakes.levers.len(), 2);
    let moved = rested.apply(Action::Set(coverage(), decimal("0.86")));
    assert_eq!(
        moved.stakes.levers.keys().collect::<Vec<_>>(),
        [&Fixed::JobsOutward]
    );
    assert!(rested.apply(Action::Undo).stakes.levers.is_empty());
    let funds = rested.apply(Action::SetFunds(MatrixPart::Total, ten_thousands(400_000)));
    assert_eq!(funds.stakes.funds, None);
    assert!(funds.apply(Action::Rest).stakes.funds.is_some());
}
