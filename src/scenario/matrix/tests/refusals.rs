//! Changes that can't be made, and what is said of them; amounts in 万元 unless they say
//! otherwise.

use super::super::{Impossible, reachable};
use super::*;

#[track_caller]
fn refused(before: Matrix, locked: &[MatrixPart], part: MatrixPart, wanted: i64) -> Impossible {
    let locks = locked.iter().copied().collect();
    change(&before, &locks, part, ten_thousands(wanted)).expect_err("refused")
}

#[track_caller]
fn check_bound(
    (before, locked, part, wanted): (Matrix, &[MatrixPart], MatrixPart, i64),
    (least, most): (i64, Option<i64>),
    because: &[MatrixPart],
) {
    let bound = Impossible::Bound {
        least: ten_thousands(least),
        most: most.map(ten_thousands),
        because: because.to_vec(),
    };
    assert_eq!(refused(before, locked, part, wanted), bound);
    let range = reachable(&before, &locked.iter().copied().collect(), part);
    assert_eq!(range, (ten_thousands(least), most.map(ten_thousands)));
}

#[test]
fn what_can_never_be_is_refused() {
    let none = Locks::default();
    let before = zhangjiakou();
    let cell = Cell(City, Other);
    assert_eq!(refused(before, &[cell], cell, 1), Impossible::Locked);
    assert_eq!(refused(before, &[], Total, -1), Impossible::Negative);
    for (part, text, why) in [
        (Total, "1.001", Impossible::MoreDigitsThanFen),
        (
            cell,
            "1000000000000.01",
            Impossible::AboveRange(City, Other),
        ),
        (
            Total,
            "12000000000000.01",
            Impossible::AboveRange(Central, Industry),
        ),
        (
            Row(City),
            "79228162514264337593543950335",
            Impossible::AboveRange(City, Industry),
        ),
        (
            cell,
            "0.0000000000000000000000000001",
            Impossible::MoreDigitsThanFen,
        ),
    ] {
        assert_eq!(change(&before, &none, part, yuan(text)), Err(why), "{text}");
    }
    let full = change(&before, &none, Total, yuan("12000000000000")).expect("the end of ranges");
    assert!(full.iter().flatten().all(|c| *c == yuan("1000000000000")));
    // Nothing is asked of a lock by the amount it holds.
    let same = change(&before, &locks([cell]), cell, ten_thousands(1_863));
    assert_eq!(same, Ok(before));
}

#[test]
fn a_matrix_that_breaks_a_rule_is_refused_and_stays() {
    let mut broken = zhangjiakou();
    for (text, why) in [
        ("-1", Impossible::Negative),
        ("1000000000001", Impossible::AboveRange(County, Other)),
        (
            "79228162514264337593543950335",
            Impossible::AboveRange(County, Other),
        ),
        (
            "0.0000000000000000000000000001",
            Impossible::MoreDigitsThanFen,
        ),
    ] {
        broken[3][2] = yuan(text);
        let none = Locks::default();
        assert_eq!(change(&broken, &none, Total, yuan("5")), Err(why), "{text}");
        let present = Total.of(&broken);
        assert_eq!(reachable(&broken, &none, Total), (present, Some(present)));
    }
}

#[test]
fn a_bound_names_the_locks_in_its_way_and_no_others() {
    let before = zhangjiakou();
    let cell = Cell(Central, Industry);
    let locked = [Row(Central), Column(Other), Row(City)];
    check_bound(
        (before, &locked, cell, 107_301),
        (0, Some(107_300)),
        &[Row(Central)],
    );
    // Other funds of central level are locked, so that they would help too.
    let locked = [Row(Central), Cell(Central, Other), Cell(City, Other)];
    let because = [Cell(Central, Other), Row(Central)];
    check_bound((before, &locked, cell, 97_827), (0, Some(97_826)), &because);
    check_bound(
        (before, &[Total], cell, 368_201),
        (0, Some(368_200)),
        &[Total],
    );
    // All columns locked are as good as a locked grand total.
    let columns = Category::ALL.map(Column);
    check_bound(
        (before, &columns, Row(City), 368_201),
        (0, Some(368_200)),
        &columns,
    );
    check_bound(
        (before, &columns, Total, 1),
        (368_200, Some(368_200)),
        &columns,
    );
    // A locked cell is the least of its row.
    let locked = [Cell(City, Industry), Cell(County, Industry)];
    check_bound(
        (before, &locked, Row(City), 13_504),
        (13_505, None),
        &locked[..1],
    );
}

#[test]
fn a_bound_of_zero_cells_blames_no_lock_that_holds_nothing() {
    let before = matrix([[5, 0, 0], [0; 3], [0; 3], [0; 3]]);
    let locked = [Row(Central), Cell(Central, Other), Row(County)];
    check_bound(
        (before, &locked, Cell(Central, Industry), 6),
        (0, Some(5)),
        &[Row(Central)],
    );
}

#[test]
fn locks_that_must_be_freed_together_are_named_together() {
    // The cell's row and its column are each held, so that no single lock frees it.
    let before = matrix([[5, 1, 0], [2, 0, 0], [0; 3], [0; 3]]);
    let locked = [
        Cell(Central, Infrastructure),
        Cell(Central, Other),
        Cell(Provincial, Industry),
        Cell(City, Industry),
        Cell(County, Industry),
        Row(Central),
        Column(Industry),
    ];
    let cell = Cell(Central, Industry);
    let Impossible::Bound { because, .. } = refused(before, &locked, cell, 6) else {
        panic!("a bound");
    };
    assert_eq!(because.len(), 2);
    let freed = locked
        .into_iter()
        .filter(|part| !because.contains(part))
        .collect();
    assert!(change(&before, &freed, cell, ten_thousands(6)).is_ok());
}

#[test]
fn the_range_of_cells_is_to_blame_where_locks_would_leave_room() {
    // 1.5·10¹² yuan in a locked row: no cell of it can take them all.
    let before = matrix([[90_000_000, 60_000_000, 0], [0; 3], [0; 3], [0; 3]]);
    let cell = Cell(Central, Industry);
    let locked = [Row(Central)];
    let range = Impossible::AboveRange(Central, Industry);
    assert_eq!(refused(before, &locked, cell, 120_000_000), range);
    let (_, most) = reachable(&before, &locks(locked), cell);
    assert_eq!(most, Some(ten_thousands(100_000_000)));
    // To lower the one would raise the other beyond its range.
    let locked = [Row(Central), Cell(Central, Other)];
    let range = Impossible::AboveRange(Central, Infrastructure);
    assert_eq!(refused(before, &locked, cell, 40_000_000), range);
}
