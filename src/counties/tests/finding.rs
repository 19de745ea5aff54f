//! Counties found by what somebody wrote, and the order in which they are shown.

use super::*;
use crate::counties::check::CheckedCounties;
use crate::counties::divide::{Division, DivisionRefusal};
use crate::counties::index::{CountyIndex, NameFault};
use crate::counties::indicator::Indicator;
use crate::counties::league::League;
use crate::counties::order::{LeagueColumn, LeagueOrder};
use crate::counties::project::CountyProjector;
use crate::counties::settings::{CountySettings, CountyTerms};
use crate::scenario::Scenario;

fn named(names: &[&str]) -> Vec<CountyRow> {
    let row = |name: &&str| CountyRow {
        name: (*name).to_owned(),
        code: Some(" ".to_owned()),
        ..CountyRow::default()
    };
    names.iter().map(row).collect()
}

#[test]
fn a_name_means_one_county_or_is_said_to_mean_several() {
    let rows = named(&["宣化区", "宣化县", "张北县"]);
    let index = CountyIndex::of(&rows);
    assert_eq!(index.of_name("张北"), Ok(2));
    assert_eq!(index.of_name("宣化县"), Ok(1));
    assert_eq!(index.of_name("宣化"), Err(NameFault::Ambiguous(vec![0, 1])));
    assert_eq!(index.of_name("蔚县"), Err(NameFault::Unknown));
    // Blank codes are no codes: nobody is found by them.
    let other = CountyRow {
        name: "蔚县".to_owned(),
        code: Some(" ".to_owned()),
        ..CountyRow::default()
    };
    assert_eq!(index.of_county(&other), None);
    assert!(CheckedCounties::rows_alone(&rows).faults.is_empty());
}

#[test]
fn terms_that_may_be_of_several_counties_or_are_there_twice_are_refused() {
    let mut settings = CountySettings::default();
    let mut put = |name: &str| {
        let terms = CountyTerms {
            policy: decimal("1.2"),
            ..CountyTerms::default()
        };
        settings.division.counties.insert(name.to_owned(), terms);
    };
    put("甲");
    put("甲县");
    let rows = rows();
    let refused = Division::of(&CheckedCounties::rows_alone(&rows), &settings, 100);
    assert_eq!(
        refused,
        Err(DivisionRefusal::TermsTwice(vec![(0, "甲县".to_owned())]))
    );
    let mut two = rows.clone();
    two[1].name = "甲区".to_owned();
    settings.division.counties.remove("甲县");
    let refused = Division::of(&CheckedCounties::rows_alone(&two), &settings, 100);
    assert_eq!(
        refused,
        Err(DivisionRefusal::AmbiguousCounties(vec![(
            "甲".to_owned(),
            vec![0, 1]
        )]))
    );
}

#[test]
fn counties_without_a_weight_leave_money_and_that_is_said() {
    let mut settings = CountySettings::default();
    settings.division.cap = Some(60);
    let nothing = CountyTerms {
        appraisal: Decimal::ZERO,
        ..CountyTerms::default()
    };
    settings
        .division
        .counties
        .insert("甲县".to_owned(), nothing);
    let rows = rows();
    let refused = Division::of(&CheckedCounties::rows_alone(&rows), &settings, 100);
    assert_eq!(refused, Err(DivisionRefusal::WithoutWeight(40)));
}

#[test]
fn in_january_nothing_is_asked_of_spending_yet_and_nobody_is_said_to_be_silent() {
    let mut january = rows();
    for row in &mut january {
        row.day = SheetDate::new(2026, 1, Some(20));
    }
    let league = League::of(
        &CheckedCounties::rows_alone(&january),
        &CountySettings::default(),
        None,
    );
    assert_eq!(league.unasked, [Indicator::Spending]);
    assert!(league.unreported.is_empty());
    assert!(league.ranked().count() > 0);
}

#[test]
fn a_league_is_shown_in_any_order_and_what_has_no_value_comes_last() {
    let rows = rows();
    let league = League::of(
        &CheckedCounties::rows_alone(&rows),
        &CountySettings::default(),
        None,
    );
    let names = |order: LeagueOrder| -> Vec<&str> {
        let places = order.of(&league, &rows).into_iter();
        places.map(|at| &*rows[league.lines[at].row].name).collect()
    };
    let by = |by| LeagueOrder::default().pressed(by);
    let growth = by(LeagueColumn::Share(Indicator::Growth));
    assert_eq!(names(growth)[..2], ["甲县", "乙县"]);
    let turned = growth.pressed(LeagueColumn::Share(Indicator::Growth));
    assert!(turned.is_reversed);
    assert_eq!(names(turned)[..2], ["乙县", "甲县"]);
    // 丙县 and the city itself report no growth: last in both.
    for order in [growth, turned] {
        assert_eq!(names(order)[2..], names(LeagueOrder::default())[2..]);
    }
}

#[test]
fn a_division_that_was_taken_over_moves_the_projected_incomes_of_its_counties() {
    let city = city(rows());
    let checked = CheckedCounties::of(&city);
    let mut settings = CountySettings::default();
    settings.division.taken.insert("甲县".to_owned(), 4_000);
    let years = [city.years.first_plan];
    let projector = CountyProjector::new(&city, &Scenario::default(), &years);
    let money = settings.division.taken_money(&checked, &projector);
    assert_eq!(
        money.get(&0).map(|it| it.exact()),
        Some(decimal("40000000"))
    );
    let before = projector.all(&checked);
    let after = projector.all_with(&checked, &money);
    assert!(after.counties[0].years[0].scenario > before.counties[0].years[0].scenario);
    assert_eq!(after.counties[1], before.counties[1]);
    settings.division.is_added = true;
    let money = settings.division.taken_money(&checked, &projector);
    assert_eq!(
        money.get(&0).map(|it| it.exact()),
        Some(decimal("60000000"))
    );
}
