//! Cases with their arithmetic by hand; amounts in 万元 unless they say otherwise.

use super::super::spread::in_proportion;
use super::super::{Impossible, reachable};
use super::*;
use crate::region::key::{Key, funds};

#[track_caller]
fn check(
    before: Matrix,
    locked: &[MatrixPart],
    part: MatrixPart,
    wanted: i64,
    rows: [[i64; 3]; 4],
) {
    let locks = locked.iter().copied().collect();
    let after = change(&before, &locks, part, ten_thousands(wanted));
    assert_eq!(after, Ok(matrix(rows)));
}

/// Zhangjiakou with some cells changed.
fn with(changes: &[(Level, Category, i64)]) -> [[i64; 3]; 4] {
    let mut rows = [
        [68_678, 29_148, 9_474],
        [121_739, 51_668, 16_793],
        [13_505, 5_732, 1_863],
        [31_747, 13_474, 4_379],
    ];
    for (level, category, amount) in changes {
        rows[*level as usize][*category as usize] = *amount;
    }
    rows
}

#[test]
fn the_range_of_a_cell_is_that_of_its_key() {
    for level in Level::ALL {
        for category in Category::ALL {
            let (least, most) = Key::from(funds(level, category)).range();
            assert_eq!(least, Decimal::ZERO);
            assert_eq!(most, super::super::yuan(super::super::CEILING).exact());
        }
    }
}

#[test]
fn parts_are_twenty_in_order() {
    let parts: Vec<MatrixPart> = MatrixPart::all().collect();
    assert_eq!(parts.len(), 20);
    assert!(parts.is_sorted());
    let sums = [Row(Central), Column(Industry), Total].map(|part| part.of(&zhangjiakou()));
    assert_eq!(sums, [107_300, 235_669, 368_200].map(ten_thousands));
}

#[test]
fn a_free_cell_changes_no_other_cell() {
    let after = with(&[(Central, Industry, 70_000)]);
    check(zhangjiakou(), &[], Cell(Central, Industry), 70_000, after);
    let after = with(&[(City, Other, 0)]);
    check(zhangjiakou(), &[], Cell(City, Other), 0, after);
}

#[test]
fn a_row_total_spreads_over_its_cells_in_proportion() {
    // Twice 107,300.
    check(
        zhangjiakou(),
        &[],
        Row(Central),
        214_600,
        with(&[
            (Central, Industry, 137_356),
            (Central, Infrastructure, 58_296),
            (Central, Other, 18_948),
        ]),
    );
    // 10 less of 21,100: 6.4005, 2.7166 and 0.8829, so the third has the largest remainder, the
    // second the next.
    check(
        zhangjiakou(),
        &[],
        Row(City),
        21_090,
        with(&[
            (City, Industry, 13_499),
            (City, Infrastructure, 5_729),
            (City, Other, 1_862),
        ]),
    );
}

#[test]
fn column_and_grand_totals_spread_over_their_cells_in_proportion() {
    check(
        matrix([[10, 1, 1], [20, 1, 1], [30, 1, 1], [40, 1, 1]]),
        &[],
        Column(Industry),
        50,
        [[5, 1, 1], [10, 1, 1], [15, 1, 1], [20, 1, 1]],
    );
    check(
        matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]),
        &[],
        Total,
        234,
        [[3, 6, 9], [12, 15, 18], [21, 24, 27], [30, 33, 36]],
    );
    check(zhangjiakou(), &[], Total, 0, [[0; 3]; 4]);
}

#[test]
fn totals_of_zero_cells_spread_evenly() {
    let zero = matrix([[0; 3]; 4]);
    check(zero, &[], Total, 24, [[2; 3]; 4]);
    let row = [[0; 3], [2, 1, 1], [0; 3], [0; 3]];
    check(zero, &[], Row(Provincial), 4, row);
    // The only cell with something in it is locked; the others are equally empty.
    check(
        matrix([[5, 0, 0], [1; 3], [1; 3], [1; 3]]),
        &[Cell(Central, Industry)],
        Row(Central),
        9,
        [[5, 2, 2], [1; 3], [1; 3], [1; 3]],
    );
}

#[test]
fn under_a_locked_grand_total_a_cell_takes_from_its_row_first() {
    // 3,862 more in proportion 29,148 : 9,474 takes 2,914.6 and 947.4.
    check(
        zhangjiakou(),
        &[Total],
        Cell(Central, Industry),
        72_540,
        with(&[
            (Central, Industry, 72_540),
            (Central, Infrastructure, 26_233),
            (Central, Other, 8_527),
        ]),
    );
    // The row has 38,622 to give; the next 100 come from the column, as 1,217 : 135 : 317 do:
    // 121,739 of 166,991 is 72.9, then 8.1 and 19.0.
    check(
        zhangjiakou(),
        &[Total],
        Cell(Central, Industry),
        107_400,
        with(&[
            (Central, Industry, 107_400),
            (Central, Infrastructure, 0),
            (Central, Other, 0),
            (Provincial, Industry, 121_666),
            (City, Industry, 13_497),
            (County, Industry, 31_728),
        ]),
    );
}

#[test]
fn locked_margins_choose_who_gives() {
    let before = matrix([[40, 30, 10], [40, 20, 20], [40, 10, 10], [40, 0, 0]]);
    let cell = Cell(Central, Industry);
    // The row keeps its sum: 30 : 10 give.
    let row = [[48, 24, 8], [40, 20, 20], [40, 10, 10], [40, 0, 0]];
    check(before, &[Row(Central)], cell, 48, row);
    // The column keeps its sum: 40 : 40 : 40 give.
    let column = [[52, 30, 10], [36, 20, 20], [36, 10, 10], [36, 0, 0]];
    check(before, &[Column(Industry)], cell, 52, column);
    // Both keep theirs, so that the grand total moves least: money goes around rectangles.
    let locked = [Row(Central), Column(Industry)];
    let after = change(&before, &locks(locked), cell, ten_thousands(48)).expect("possible");
    for part in locked.into_iter().chain([Total]) {
        assert_eq!(part.of(&after), part.of(&before), "{part:?}");
    }
    assert_eq!(cell.of(&after), ten_thousands(48));
}

#[test]
fn under_a_locked_grand_total_a_row_keeps_its_mix_and_others_give_what_they_have() {
    // All levels have the mix 6 : 3 : 1. 10 more come 7 : 2 : 1 from the others.
    check(
        matrix([
            [600, 300, 100],
            [4_200, 2_100, 700],
            [1_200, 600, 200],
            [600, 300, 100],
        ]),
        &[Total],
        Row(Central),
        1_100,
        [
            [660, 330, 110],
            [4_158, 2_079, 693],
            [1_188, 594, 198],
            [594, 297, 99],
        ],
    );
    // Into empty cells others give in proportion to all they have.
    check(
        matrix([[0; 3], [50, 30, 20], [0; 3], [0; 3]]),
        &[Total],
        Row(Central),
        10,
        [[5, 3, 2], [45, 27, 18], [0; 3], [0; 3]],
    );
}

#[test]
fn a_locked_column_leaves_the_change_to_the_others() {
    check(
        matrix([[10, 20, 30], [1; 3], [1; 3], [1; 3]]),
        &[Column(Industry)],
        Row(Central),
        110,
        [[10, 40, 60], [1; 3], [1; 3], [1; 3]],
    );
}

#[test]
fn whole_ten_thousands_stay_whole_and_fen_are_exact() {
    let third = matrix([[1; 3], [0; 3], [0; 3], [0; 3]]);
    check(
        third,
        &[],
        Row(Central),
        4,
        [[2, 1, 1], [0; 3], [0; 3], [0; 3]],
    );
    let after = change(&third, &Locks::default(), Row(Central), yuan("40000.01")).expect("fen");
    let thirds = ["13333.34", "13333.34", "13333.33"].map(yuan);
    assert_eq!(after[0], thirds);
    // 1.5 万元 more isn't whole although the wanted amount is.
    let mut half = third;
    half[0][0] = yuan("5000");
    let after = change(&half, &Locks::default(), Row(Central), ten_thousands(4)).expect("fen");
    assert_eq!(after[0], ["8000", "16000", "16000"].map(yuan));
}

#[test]
fn cells_with_more_places_than_fen_are_carried_exactly() {
    let mut before = matrix([[1; 3], [1; 3], [1; 3], [1; 3]]);
    before[0][0] = yuan("0.000000000001");
    let locked = locks([Cell(Central, Industry)]);
    let after = change(&before, &locked, Total, yuan("120000")).expect("possible");
    assert_eq!(after[0][0], before[0][0]);
    assert_eq!(Total.of(&after), yuan("120000"));
    // The locked cell's own places are part of the least that its row can be.
    let (least, _) = reachable(&before, &locked, Row(Central));
    assert_eq!(least, yuan("0.000000000001"));
    assert!(change(&before, &locked, Row(Central), least).is_ok());
    before[0][0] = yuan("0.0000000000001");
    let refused = change(&before, &locked, Total, yuan("1"));
    assert_eq!(refused, Err(Impossible::MoreDigitsThanFen));
}

#[test]
fn largest_remainders_go_first_and_nothing_is_lost() {
    assert_eq!(in_proportion(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(in_proportion(5, &[0, 0]), [3, 2]);
    assert_eq!(in_proportion(0, &[3, 1]), [0, 0]);
    assert_eq!(in_proportion(7, &[6, 3, 1]), [4, 2, 1]);
}

#[test]
fn empty_cells_fill_as_the_plan_has_them() {
    let plan = zhangjiakou();
    let none = Locks::default();
    let to = |before: &Matrix, part, wanted| {
        super::super::change(before, &plan, &none, part, ten_thousands(wanted)).expect("possible")
    };
    // All money taken away and given back leads to where it was.
    let empty = to(&plan, Total, 0);
    assert_eq!(Total.of(&empty), Yuan::ZERO);
    assert_eq!(to(&empty, Total, 368_200), plan);
    // So does one level's, while what others have is left alone.
    let without_city = to(&plan, Row(City), 0);
    assert_eq!(to(&without_city, Row(City), 21_100), plan);
    // Half of it comes back in the same proportions, in whole 万元: 184,100 × 68,678 ÷ 368,200 = 34,339.
    let half = to(&empty, Total, 184_100);
    assert_eq!(Cell(Central, Industry).of(&half), ten_thousands(34_339));
}
