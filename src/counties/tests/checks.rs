use zengshou_sheets::CountyField;

use super::*;
use crate::counties::check::{CheckedCounties, CountyFault};

fn faults(rows: Vec<CountyRow>) -> Vec<CountyFault> {
    CheckedCounties::of(&city(rows)).faults
}

fn named(name: &str, code: Option<&str>) -> CountyRow {
    CountyRow {
        name: name.to_owned(),
        code: code.map(str::to_owned),
        ..CountyRow::default()
    }
}

#[test]
fn a_table_in_order_has_no_faults() {
    assert_eq!(faults(rows()), []);
}

#[test]
fn a_county_under_two_spellings_is_found_and_both_rows_are_set_apart() {
    for (names, is_twice) in [
        (["张北", "张北县"], true),
        (["张北縣", "张北县"], true),
        (["张北 县", "张北"], true),
        (["宽城满族自治县", "宽城县"], true),
        (["围场满族蒙古族自治县", "围场"], true),
        (["Zhangbei County", "zhangbei"], true),
        (["宣化区", "宣化县"], false),
        (["桥东区", "桥西区"], false),
    ] {
        let rows: Vec<CountyRow> = names.map(|name| named(name, None)).into();
        let checked = CheckedCounties::rows_alone(&rows);
        let found = CountyFault::Twice { row: 1, earlier: 0 };
        let expected: Vec<CountyFault> = is_twice.then_some(found).into_iter().collect();
        assert_eq!(checked.faults, expected, "{names:?}");
        assert_eq!([checked.is_apart(0), checked.is_apart(1)], [is_twice; 2]);
    }
    let same_code = [
        named("宣化区", Some("130705")),
        named("宣化县", Some("130705")),
    ];
    let checked = CheckedCounties::rows_alone(&same_code);
    assert_eq!(checked.faults.len(), 1);
}

#[test]
fn a_row_that_contradicts_itself_is_named_with_its_numbers() {
    let mut table = rows();
    table[0].spent = Some(decimal("20000001"));
    table[1].workers = Some(9_001);
    table[2].lifted_people = Some(0);
    let above = |row, part, whole, value: &str, most: &str| CountyFault::AboveWhole {
        row,
        part,
        whole,
        value: decimal(value),
        most: decimal(most),
    };
    assert_eq!(
        faults(table),
        [
            above(
                0,
                CountyField::Spent,
                CountyField::Granted,
                "20000001",
                "20000000"
            ),
            above(1, CountyField::Workers, CountyField::Labour, "9001", "9000"),
            CountyFault::Nobody { row: 2 },
        ]
    );
}

#[test]
fn numbers_that_no_county_has_set_their_row_apart() {
    let mut table = rows();
    table[0].income = Some(decimal("1000001"));
    table[1].granted = Some(decimal("-1"));
    let region = city(table);
    let checked = CheckedCounties::of(&region);
    let impossible = |row, field, value: &str| CountyFault::Impossible {
        row,
        field,
        value: decimal(value),
    };
    let negative = impossible(1, CountyField::Granted, "-1");
    assert_eq!(
        checked.faults[0],
        impossible(0, CountyField::Income, "1000001")
    );
    assert!(checked.faults.contains(&negative), "{:?}", checked.faults);
    assert_eq!(
        checked.usable().map(|(row, _)| row).collect::<Vec<_>>(),
        [2, 3]
    );
}

#[test]
fn an_income_that_more_than_doubles_is_no_growth() {
    let mut table = rows();
    table[0].income_before = Some(decimal("1600"));
    let leap = CountyFault::Leap {
        row: 0,
        income: decimal("18000"),
        before: decimal("1600"),
    };
    assert_eq!(faults(table), [leap]);
}

#[test]
fn counties_that_have_more_than_the_city_are_said_with_both_sums() {
    let mut table = rows();
    table[0].lifted_people = Some(22_001);
    table[1].granted = Some(decimal("24000000"));
    table[2].granted = Some(decimal("11000001"));
    assert_eq!(
        faults(table),
        [
            CountyFault::AboveCity {
                field: CountyField::LiftedPeople,
                sum: decimal("42001"),
                city: decimal("42000"),
            },
            CountyFault::AboveCity {
                field: CountyField::Granted,
                sum: decimal("60000001"),
                city: decimal("60000000"),
            },
        ]
    );
}
