//! Registers as they come: in any pieces, damaged in every way.

use proptest::prelude::*;

use super::{HouseholdColumn, HouseholdReader, ReadRegister, RegisterRefusal, RowFault};
use crate::columns::HouseholdKind;
use crate::sample::{HouseholdSample, SAMPLE_HEADS};

fn read(text: &str) -> Result<ReadRegister, RegisterRefusal> {
    in_pieces(text, usize::MAX)
}

fn in_pieces(text: &str, length: usize) -> Result<ReadRegister, RegisterRefusal> {
    let mut reader = HouseholdReader::default();
    for piece in text.as_bytes().chunks(length.max(1)) {
        reader.feed(piece)?;
    }
    reader.finish()
}

fn sample(rows: usize, seed: u64) -> String {
    let mut text = format!("{SAMPLE_HEADS}\n").into_bytes();
    let mut sample = HouseholdSample::new(seed, [740_450, 150_600, 43_620, 155_830], 2021);
    (0..rows).for_each(|_| sample.write_row(&mut text));
    String::from_utf8(text).expect("UTF-8")
}

const HEADS: &str =
    "户类型,家庭人口数,工资性收入,生产经营性收入,生产经营性支出,财产性收入,转移性收入";

/// The faults of rows under these heads, by row.
fn faults(rows: &str) -> Vec<(u32, Option<HouseholdColumn>, RowFault)> {
    let read = read(&format!("{HEADS}\n{rows}")).expect("a register");
    read.problems
        .iter()
        .map(|it| (it.row, it.column, it.fault))
        .collect()
}

#[test]
fn a_sample_is_read_without_a_fault_that_leaves_out() {
    let register = read(&sample(3_000, 7)).expect("a register");
    assert_eq!((register.households.len(), register.left_out), (3_000, 0));
    assert!(
        RowFault::ALL
            .iter()
            .all(|fault| !fault.leaves_out() || register.counts[*fault as usize] == 0)
    );
    assert_eq!(register.households.names().len(), 16);
    assert_eq!(register.rows.iter().min(), Some(&2));
    // The means that were handed in come out again, roughly.
    let people: i64 = register
        .households
        .members()
        .iter()
        .map(|it| i64::from(*it))
        .sum();
    let wages: i64 = register
        .households
        .incomes(0)
        .iter()
        .map(|it| i64::from(*it))
        .sum();
    assert!(
        (600_000..850_000).contains(&(wages / people)),
        "{}",
        wages / people
    );
    assert_eq!(sample(50, 3), sample(50, 3));
    assert_ne!(sample(50, 3), sample(50, 4));
}

#[test]
fn the_export_has_a_row_a_person_and_counts_households_once() {
    let text = "某县监测信息\n导出日期,2024\n县(市、区、旗),户编号,人口编号,姓名,户类型,监测对象类别,风险是否已消除,年度家庭人口数,工资性收入(元),生产经营性收入,生产经营性支出,财产性收入,转移性收入,纯收入,银行卡号,到户产业帮扶类型\n\
        甲县,1000000000,1,王某,脱贫户,,,2,20000,3000,1000,0,500.5,22500.50,622,养殖\n\
        甲县,1000000000,2,李某,脱贫户,,,2,20000,3000,1000,0,500.5,22500.50,622,养殖\n\
        乙县,130700000000000000007,3,张某,一般农户,边缘易致贫户,是,1,9000,0,0,0,0,9000,,\n";
    let register = read(text).expect("a register");
    assert!(register.is_of_persons);
    assert_eq!((register.head_row, register.data_rows), (3, 3));
    // Households of a county and a kind stand together, each with the row that it came from.
    assert_eq!(register.rows, [6, 4]);
    assert_eq!(register.problems, []);
    let [one, other] = [1, 0].map(|row| register.households.get(row).expect("a household"));
    assert_eq!(
        (one.incomes, one.members, one.is_covered),
        ([2_000_000, 200_000, 0, 50_050], 2, true)
    );
    assert_eq!(
        (other.kind, other.is_covered),
        (HouseholdKind::Marginal, false)
    );
    assert_eq!(register.cleared[HouseholdKind::Marginal as usize], 1);
    let dropped = register
        .fates
        .iter()
        .filter(|fate| **fate == super::ColumnFate::Dropped);
    assert_eq!(dropped.count(), 2);
    // Another figure on a member's row is reported, and the first row counts.
    let other = text.replacen("2,李某,脱贫户,,,2,20000", "2,李某,脱贫户,,,2,20001", 1);
    let register = read(&other).expect("a register");
    assert_eq!(register.problems.len(), 1);
    assert_eq!(
        (register.problems[0].row, register.problems[0].fault),
        (5, RowFault::OtherFigures)
    );
}

#[test]
fn what_is_wrong_is_told_by_row_and_column_and_never_filled_in() {
    use HouseholdColumn as Column;
    let wage = Some(Column::Wage);
    for (row, expected) in [
        ("脱贫户,2,20000,0,0,0,0", vec![]),
        ("脱贫户,2,,0,0,0,0", vec![(wage, RowFault::Empty)]),
        ("脱贫户,2,两万,0,0,0,0", vec![(wage, RowFault::NotAmount)]),
        (
            "脱贫户,2,99999999,0,0,0,0",
            vec![(wage, RowFault::TooLarge)],
        ),
        (
            "脱贫户,0,20000,0,0,0,0",
            vec![(Some(Column::Members), RowFault::Members)],
        ),
        (
            "脱贫户,21,20000,0,0,0,0",
            vec![(Some(Column::Members), RowFault::Members)],
        ),
        (
            "贫困户,2,20000,0,0,0,0",
            vec![(Some(Column::Kind), RowFault::UnknownWord)],
        ),
        (
            ",2,20000,0,0,0,0",
            vec![(Some(Column::Kind), RowFault::Empty)],
        ),
        ("脱贫户,2,20000,0", vec![(None, RowFault::Cells)]),
        ("脱贫户,2,20000,0,0,0,0,7", vec![(None, RowFault::Cells)]),
        ("脱贫户,2,7000,0,0,0,0", vec![(None, RowFault::LowIncome)]),
        ("脱贫户,2,299,9000,1,0,0", vec![(wage, RowFault::SmallWage)]),
        (
            "脱贫户,2,300000.01,0,0,0,0",
            vec![(wage, RowFault::LargeWage)],
        ),
        (
            "脱贫户,2,20000,5,0,0,0",
            vec![(Some(Column::Cost), RowFault::NoCost)],
        ),
        (
            "脱贫户,2,20000,0,0,0,-1",
            vec![(Some(Column::Transfer), RowFault::Negative)],
        ),
    ] {
        let rows = format!("{row}\n脱贫户,1,9000,0,0,0,0\n");
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(column, fault)| (2, column, fault))
            .collect();
        assert_eq!(faults(&rows), expected, "{row}");
    }
}

#[test]
fn a_file_that_is_no_whole_register_is_refused() {
    let row = "脱贫户,2,20000,0,0,0,0\n";
    let long = format!("{HEADS}\n{row}\"{}", row.repeat(100_000));
    let years = format!("{HEADS},年度\n{0},2023\n{0},2024\n", row.trim());
    let doubled = format!("{HEADS},工资性收入\n");
    for (text, expected) in [
        ("", RegisterRefusal::Empty),
        ("姓名,成绩\n甲,90\n", RegisterRefusal::NoHead),
        (&"x,y\n".repeat(20), RegisterRefusal::NoHead),
        (
            &format!("{HEADS}\n{row}脱贫户,2,200"),
            RegisterRefusal::Cut(3),
        ),
        (&long, RegisterRefusal::LongRow(3)),
        (&years, RegisterRefusal::OtherYear(3)),
        (&doubled, RegisterRefusal::HeadTwice(HouseholdColumn::Wage)),
        (
            "户类型,家庭人口数,工资性收入,生产经营性收入,财产性收入\n",
            RegisterRefusal::Missing(vec![HouseholdColumn::Transfer, HouseholdColumn::Cost]),
        ),
    ] {
        assert_eq!(read(text).err(), Some(expected), "{:.60}", text);
    }
    for (cell, expected) in [
        ("2023", Some(2023)),
        ("2023年", Some(2023)),
        ("", None),
        ("20230101", None),
        ("本年", None),
    ] {
        let text = format!("{HEADS},年度\n{},{cell}\n", row.trim());
        assert_eq!(read(&text).expect("a register").year, expected, "{cell}");
    }
    let twice = format!("户编号,{HEADS}\n7,{row}7,{row}");
    let register = read(&twice).expect("a register");
    assert_eq!((register.households.len(), register.left_out), (1, 1));
    assert_eq!(register.problems[0].fault, RowFault::Twice);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn pieces_change_nothing(rows in 1..60_usize, seed in any::<u64>(), length in 1..5_000_usize, cut in 0..9_000_usize, mark in any::<bool>()) {
        let mut text = sample(rows, seed).replace('\n', if seed % 2 == 0 { "\r\n" } else { "\n" });
        let cut = cut.min(text.len());
        let cut = (0..=cut).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        if cut > 6_000 {
            text.truncate(cut);
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let (whole, pieces) = (read(&text), in_pieces(&text, length));
        prop_assert_eq!(format!("{whole:?}"), format!("{pieces:?}"));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..3_000), is_headed in any::<bool>()) {
        let mut reader = HouseholdReader::default();
        let head = if is_headed { HEADS.as_bytes() } else { b"" };
        if reader.feed(head).and_then(|()| reader.feed(b"\n")).and_then(|()| reader.feed(&bytes)).is_ok() {
            let _any = reader.finish();
        }
    }
}
