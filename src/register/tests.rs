//! The desk from the page's side: orders in, bytes in any pieces, reports out.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zengshou_households::columns::HouseholdKind;
use zengshou_households::order::CoverRule;
use zengshou_households::read::{ColumnFate, RegisterRefusal};
use zengshou_households::sample::{HouseholdSample, SAMPLE_HEADS};

use super::desk::RegisterDesk;
use super::message::{
    ComputeOrder, ExportWords, RegisterFault, RegisterForm, RegisterOrder, RegisterPreview,
    RegisterReport, RiskFilter, UnderWhere,
};
use super::offer::offers;
use crate::region::files::RegionFiles;
use crate::region::key::{Fixed, Key};
use crate::region::tests::{region, region_file};
use crate::scenario::{Scenario, file};

/// A clock that stands.
fn no_time() -> u64 {
    0
}

fn desk() -> RegisterDesk {
    let mut desk = RegisterDesk::new(no_time);
    order(
        &mut desk,
        RegisterOrder::Region(Box::new(RegionFiles {
            built_in: region_file(),
            own: None,
        })),
    );
    desk
}

fn order(desk: &mut RegisterDesk, order: RegisterOrder) {
    desk.order(&serde_json::to_string(&order).expect("JSON"));
}

/// All reports, once nothing is to be done.
fn reports(desk: &mut RegisterDesk) -> Vec<(RegisterReport, Option<Vec<u8>>)> {
    while desk.is_busy() {
        desk.turn();
    }
    std::iter::from_fn(|| desk.report())
        .map(|(text, bytes)| (serde_json::from_str(&text).expect("a report"), bytes))
        .collect()
}

fn only(desk: &mut RegisterDesk) -> RegisterReport {
    let mut reports = reports(desk);
    assert_eq!(reports.len(), 1, "{reports:?}");
    reports.remove(0).0
}

/// Opens a file in pieces of a length; the last report.
fn opened(desk: &mut RegisterDesk, bytes: &[u8], piece: usize) -> RegisterReport {
    order(desk, RegisterOrder::Open { id: 7 });
    for piece in bytes.chunks(piece) {
        desk.feed(7, piece, bytes.len() as u64);
    }
    desk.end(7);
    only(desk)
}

fn refused(report: RegisterReport) -> RegisterFault {
    match report {
        RegisterReport::Refused { reason, .. } => reason,
        other => panic!("{other:?}"),
    }
}

fn preview(report: RegisterReport) -> RegisterPreview {
    match report {
        RegisterReport::Preview { preview, .. } => *preview,
        other => panic!("{other:?}"),
    }
}

fn sample(rows: usize) -> String {
    let mut sample = HouseholdSample::new(3, [900_000, 300_000, 20_000, 200_000], 2021);
    let mut text = format!("{SAMPLE_HEADS}\n").into_bytes();
    (0..rows).for_each(|_| sample.write_row(&mut text));
    String::from_utf8(text).expect("UTF-8")
}

/// A scenario whose lever moves incomes.
fn moved() -> String {
    let region = region();
    let mut scenario = Scenario::plan(&region);
    let key = Key::Fixed(Fixed::JobsRelief);
    scenario
        .set(&region, key, rust_decimal::Decimal::from(40_000))
        .expect("a lever");
    file::write(&region, &scenario, None)
}

fn compute(id: u32) -> ComputeOrder {
    ComputeOrder {
        id,
        scenario: moved(),
        year: region().years.first_plan,
        line: None,
        cover: CoverRule::LowestOperating,
        jobs: vec![HouseholdKind::Lifted],
    }
}

fn words() -> ExportWords {
    ExportWords {
        heads: std::array::from_fn(|at| format!("head {at}")),
        kinds: HouseholdKind::ALL.map(|kind| kind.name().to_owned()),
    }
}

#[test]
fn a_register_is_read_computed_listed_and_forgotten() {
    let mut desk = desk();
    let shown = preview(opened(&mut desk, sample(3_000).as_bytes(), 1_000));
    assert_eq!((shown.form, shown.households), (RegisterForm::Utf8, 3_000));
    assert_eq!(
        shown
            .columns
            .iter()
            .filter(|it| **it == ColumnFate::Dropped)
            .count(),
        0
    );
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(8))));
    let RegisterReport::Computed { figures, .. } = only(&mut desk) else {
        panic!("computed");
    };
    assert!(figures.reached.jobs > 0);
    assert!(figures.scenario.mean > figures.plan.mean);
    let under = figures.scenario.under.expect("enough under the line");
    let ask = |filter: RiskFilter, offset, count| RegisterOrder::AtRisk {
        id: 9,
        filter,
        offset,
        count,
    };
    order(&mut desk, ask(RiskFilter::default(), 0, 5));
    let RegisterReport::Rows { of, rows, .. } = only(&mut desk) else {
        panic!("rows");
    };
    assert_eq!(u64::from(of), under.households);
    assert!(rows.windows(2).all(|two| two[0].gap >= two[1].gap));
    // What lifting exactly those would cost is what each of them lacks.
    order(&mut desk, ask(RiskFilter::default(), 0, 500));
    let RegisterReport::Rows { rows, .. } = only(&mut desk) else {
        panic!("rows");
    };
    let lacking: rust_decimal::Decimal = rows.iter().map(|row| row.gap).sum();
    assert_eq!(lacking, under.gap);
    assert_eq!(rows.len() as u64, under.households);
    // Each row is in the file where it is said to be.
    let numbers: BTreeSet<u32> = rows.iter().map(|row| row.row).collect();
    assert!(numbers.len() == rows.len() && numbers.iter().all(|row| (2..=3_001).contains(row)));
    let filter = RiskFilter {
        county: Some("虚构01县".to_owned()),
        kind: Some(HouseholdKind::Unstable),
        under: UnderWhere::Plan,
    };
    order(
        &mut desk,
        RegisterOrder::Export {
            id: 10,
            filter: filter.clone(),
            words: Box::new(words()),
        },
    );
    let (report, bytes) = reports(&mut desk).remove(0);
    let RegisterReport::File { rows, .. } = report else {
        panic!("{report:?}");
    };
    let text = String::from_utf8(bytes.expect("a file")).expect("UTF-8");
    assert_eq!(text.lines().count(), rows as usize + 1);
    assert!(text.starts_with("\u{feff}head 0,"), "{text}");
    assert!(
        text.lines()
            .skip(1)
            .all(|line| line.contains("虚构01县,unstable,"))
    );
    order(&mut desk, RegisterOrder::Years { id: 11 });
    let RegisterReport::Years { years, .. } = only(&mut desk) else {
        panic!("years");
    };
    assert_eq!(years.len(), region().years.plan().count());
    order(&mut desk, RegisterOrder::Forget);
    order(&mut desk, ask(filter, 0, 5));
    assert_eq!(refused(only(&mut desk)), RegisterFault::NoRegister);
}

#[test]
fn the_newest_year_is_computed_and_what_is_called_off_says_so() {
    let mut desk = desk();
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(1))));
    assert_eq!(refused(only(&mut desk)), RegisterFault::NoRegister);
    order(
        &mut desk,
        RegisterOrder::Sample {
            id: 2,
            rows: 50_000,
            seed: 1,
        },
    );
    desk.turn();
    order(&mut desk, RegisterOrder::Cancel { id: 2 });
    assert_eq!(only(&mut desk), RegisterReport::Canceled { id: 2 });
    order(
        &mut desk,
        RegisterOrder::Sample {
            id: 3,
            rows: 500,
            seed: 1,
        },
    );
    let shown = preview(only(&mut desk));
    assert_eq!(
        (shown.form, shown.households),
        (RegisterForm::Invented, 500)
    );
    order(&mut desk, RegisterOrder::Years { id: 4 });
    assert_eq!(refused(only(&mut desk)), RegisterFault::NotComputed);
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(5))));
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(6))));
    let report = only(&mut desk);
    assert!(
        matches!(report, RegisterReport::Computed { id: 6, .. }),
        "{report:?}"
    );
    // A file that is called off leaves nothing, and its late bytes nothing either.
    order(&mut desk, RegisterOrder::Open { id: 7 });
    let text = sample(20);
    desk.feed(7, text.as_bytes(), text.len() as u64);
    order(&mut desk, RegisterOrder::Cancel { id: 7 });
    desk.feed(7, text.as_bytes(), text.len() as u64);
    desk.end(7);
    assert_eq!(only(&mut desk), RegisterReport::Canceled { id: 7 });
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(8))));
    assert_eq!(refused(only(&mut desk)), RegisterFault::NoRegister);
    desk.order("{}");
    assert_eq!(refused(only(&mut desk)), RegisterFault::Order);
}

#[test]
fn the_same_scenario_gives_the_same_figures_whatever_was_computed_before() {
    let mut one = desk();
    preview(opened(&mut one, sample(1_500).as_bytes(), 4_000));
    let figures = |desk: &mut RegisterDesk, what: ComputeOrder| {
        order(desk, RegisterOrder::Compute(Box::new(what)));
        match only(desk) {
            RegisterReport::Computed { figures, .. } => *figures,
            other => panic!("{other:?}"),
        }
    };
    let first = figures(&mut one, compute(1));
    let region = region();
    let plan = ComputeOrder {
        scenario: file::write(&region, &Scenario::plan(&region), None),
        cover: CoverRule::ByPlace,
        jobs: Vec::new(),
        line: Some(1_500_000),
        ..compute(2)
    };
    let unmoved = figures(&mut one, plan);
    assert_eq!(unmoved.plan, unmoved.scenario);
    assert_eq!(unmoved.line.to_string(), "15000.00");
    assert_eq!(figures(&mut one, compute(3)), first);
    // And what is offered is the register's own.
    let offers = offers(&region, &first.register);
    assert_eq!(offers.len(), 7, "{offers:?}");
    let population = offers.iter().find(|it| it.key == Fixed::Population.into());
    let people = first.register.people.to_string();
    assert_eq!(population.map(|it| it.value.to_string()), Some(people));
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_row() {
    let mut desk = desk();
    let text = sample(40);
    let (gbk, _, _) = encoding_rs::GB18030.encode(&text);
    assert_eq!(
        preview(opened(&mut desk, &gbk, 999)).form,
        RegisterForm::Gb18030
    );
    for (bytes, reason) in [
        (&b""[..], RegisterFault::Refused(RegisterRefusal::Empty)),
        (
            "姓名,成绩\n王某某,7\n".as_bytes(),
            RegisterFault::Refused(RegisterRefusal::NoHead),
        ),
        (
            &text.as_bytes()[..text.len() - 30],
            RegisterFault::Refused(RegisterRefusal::Cut(41)),
        ),
        (
            &[&gbk[..], b"\xb1"].concat(),
            RegisterFault::CutCharacter(42),
        ),
        (
            &[text.as_bytes(), b"\xff\xff\n"].concat(),
            RegisterFault::NotText(42),
        ),
    ] {
        assert_eq!(refused(opened(&mut desk, bytes, 1_000)), reason);
    }
    let report = opened(&mut desk, b"PK\x03\x04 and nothing behind it", 5);
    assert!(matches!(refused(report), RegisterFault::Workbook(_)));
    // Too few to show anything of.
    preview(opened(&mut desk, sample(9).as_bytes(), 64));
    order(&mut desk, RegisterOrder::Compute(Box::new(compute(1))));
    assert_eq!(refused(only(&mut desk)), RegisterFault::Few { fewest: 10 });
}

#[test]
fn a_workbook_is_read_as_its_text_would_be() {
    let text = sample(60);
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .write_string(0, 0, "Nothing of it here")
        .expect("a cell");
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "2021 年户名册").expect("a title");
    for (row, line) in (2..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            let written = match cell.parse::<f64>() {
                Ok(number) if row > 2 => sheet.write_number(row, column, number),
                _ => sheet.write_string(row, column, cell),
            };
            written.expect("a cell");
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut desk = desk();
    let of_book = preview(opened(&mut desk, &bytes, 700));
    assert_eq!(
        (of_book.form, of_book.sheet),
        (RegisterForm::Workbook, Some(2))
    );
    assert_eq!(of_book.head_row, 3);
    let of_text = preview(opened(&mut desk, text.as_bytes(), 700));
    assert_eq!(of_book.people, of_text.people);
    assert_eq!(of_book.faults, of_text.faults);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// However a file is cut into pieces and whatever its bytes, the desk says the same, and never falls.
    #[test]
    fn pieces_do_not_matter_and_no_bytes_fell_the_desk(
        piece in 1_usize..3_000,
        at in 0_usize..4_000,
        byte in any::<u8>(),
        is_gbk in any::<bool>(),
    ) {
        let text = sample(30);
        let mut bytes = match is_gbk {
            true => encoding_rs::GB18030.encode(&text).0.into_owned(),
            false => text.into_bytes(),
        };
        let at = at.min(bytes.len() - 1);
        bytes[at] = byte;
        // No region is needed to read.
        let mut desk = RegisterDesk::new(no_time);
        let whole = opened(&mut desk, &bytes, bytes.len());
        prop_assert_eq!(opened(&mut desk, &bytes, piece), whole);
    }
}
