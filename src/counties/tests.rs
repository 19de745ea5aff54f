//! Tests of counties: a table of three counties whose numbers can be followed by hand, and everything that can be wrong
//! with one.

mod checks;
mod contest;
mod dividing;
mod finding;
mod incomes;
mod settings;

use std::sync::Arc;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyRow, SheetDate};

use crate::region::Region;
use crate::region::own::OwnRegion;
use crate::region::own::tests::county;
use crate::region::tests::region;

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// Three counties and the city itself, of a city with 42,000 people, 17,471.25 yuan a head and 60 million yuan of funds.
pub fn rows() -> Vec<CountyRow> {
    let june = SheetDate::new(2026, 6, Some(30));
    let first = CountyRow {
        name: "甲县".to_owned(),
        code: Some("130701".to_owned()),
        lifted_households: Some(5_000),
        lifted_people: Some(10_000),
        income: Some(decimal("18000")),
        income_before: Some(decimal("16000")),
        granted: Some(decimal("20000000")),
        granted_industry: Some(decimal("12000000")),
        spent: Some(decimal("9000000")),
        projects: Some(40),
        started: Some(40),
        completed: Some(10),
        workers: Some(3_000),
        labour: Some(5_000),
        covered_households: Some(4_500),
        due_households: Some(5_000),
        monitored_households: Some(200),
        risk_free_households: Some(150),
        guarantee_problems: Some(10),
        guarantee_solved: Some(8),
        day: june,
        ..CountyRow::default()
    };
    let second = CountyRow {
        name: "乙县".to_owned(),
        code: Some("130702".to_owned()),
        lifted_households: Some(8_000),
        lifted_people: Some(20_000),
        income: Some(decimal("17000")),
        income_before: Some(decimal("15625")),
        granted: Some(decimal("24000000")),
        granted_industry: None,
        spent: Some(decimal("12000000")),
        projects: Some(50),
        started: Some(45),
        completed: Some(20),
        workers: Some(7_200),
        labour: Some(9_000),
        covered_households: Some(7_600),
        due_households: Some(8_000),
        monitored_households: Some(300),
        risk_free_households: Some(270),
        guarantee_problems: Some(0),
        guarantee_solved: Some(0),
        ..first.clone()
    };
    let silent = CountyRow {
        name: "丙县".to_owned(),
        granted: Some(decimal("10000000")),
        spent: Some(decimal("3000000")),
        day: june,
        ..CountyRow::default()
    };
    let itself = CountyRow {
        name: "市本级".to_owned(),
        is_city_itself: true,
        granted: Some(decimal("5000000")),
        spent: Some(decimal("4000000")),
        day: june,
        ..CountyRow::default()
    };
    vec![first, second, silent, itself]
}

/// The city of some rows.
pub fn city(rows: Vec<CountyRow>) -> Region {
    let own = OwnRegion {
        counties: rows,
        ..county()
    };
    let mut whole = own.region(&region()).expect("a region in order");
    whole.own = Some(Arc::new(own));
    whole
}
