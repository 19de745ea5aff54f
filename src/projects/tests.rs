mod listing;
mod offering;

use std::sync::Arc;

use rust_decimal::Decimal;
use zengshou_sheets::{
    ProjectField, ProjectRow, ProjectState, ProjectType, SheetDate, TypeMap, TypeName,
};

use super::check::{CheckedProjects, ProjectFault};
use super::library::{ProjectLibrary, ProjectStanding, ProjectTotal};
use super::money::ProjectMoney;
use super::pace::{PaceTerms, ProjectGroup, RiskReason, at_risk, progress};
use super::sizes::ProjectSizes;
use crate::analysis::progress::Month;
use crate::counties::settings::CountySettings;
use crate::region::Region;
use crate::region::key::{Category, Level};
use crate::region::own::tests::county;

fn yuan(amount: i64) -> Option<Decimal> {
    Some(Decimal::from(amount))
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn day(month: u8, day: u8) -> Option<SheetDate> {
    SheetDate::new(2026, month, Some(day))
}

/// A project of 2026: county, type, state, and money by source in units of 10,000 yuan, with what is paid.
fn project(
    number: &str,
    county: &str,
    of: ProjectType,
    state: ProjectState,
    sources: [i64; 5],
    paid: i64,
) -> ProjectRow {
    let amount = |wan: i64| (wan != 0).then(|| Decimal::from(wan * 10_000));
    let [central, province, city, county_funds, other_funds] = sources.map(amount);
    ProjectRow {
        number: Some(number.to_owned()),
        county: Some(county.to_owned()),
        year: Some(2026),
        project_type: Some(of),
        state: Some(state),
        total: amount(sources.iter().sum()),
        central,
        province,
        city,
        county_funds,
        other_funds,
        paid: yuan(paid * 10_000),
        ..ProjectRow::default()
    }
}

/// Six projects of two counties: one in reserve, one given up.
fn rows() -> Vec<ProjectRow> {
    use ProjectState::{Completed, Ended, NotStarted, Reserve, UnderConstruction};
    use ProjectType::{Employment, Industry, RuralConstruction};
    vec![
        project(
            "1",
            "张北县",
            Industry,
            Completed,
            [300, 100, 0, 0, 100],
            500,
        ),
        project("2", "张北", Industry, NotStarted, [0, 200, 0, 0, 0], 0),
        project(
            "3",
            "蔚县",
            RuralConstruction,
            UnderConstruction,
            [0, 50, 30, 20, 0],
            20,
        ),
        project(
            "4",
            "蔚县",
            Employment,
            UnderConstruction,
            [1000, 0, 0, 0, 0],
            700,
        ),
        project("5", "蔚县", Industry, Reserve, [9000, 0, 0, 0, 0], 0),
        project("6", "蔚县", Industry, Ended, [10, 0, 0, 0, 0], 0),
    ]
}

fn terms(month: u8) -> PaceTerms {
    PaceTerms::of(&CountySettings::default(), Month::new(month))
}

fn region(rows: Vec<ProjectRow>) -> Region {
    let mut own = county();
    own.projects = rows;
    let default = crate::region::tests::region();
    let mut region = own.region(&default).expect("a region");
    region.own = Some(Arc::new(own));
    region
}

#[test]
fn a_years_plan_is_apart_from_reserve_and_from_what_was_given_up() {
    let (rows, map) = (rows(), TypeMap::default());
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    assert_eq!(library.planned, [0, 1, 2, 3]);
    let total = |projects, wan: i64| ProjectTotal {
        projects,
        money: Decimal::from(wan * 10_000),
        without_money: 0,
    };
    assert_eq!(library.total(), total(4, 1800));
    assert_eq!(library.standings[&ProjectStanding::Reserve], total(1, 9000));
    assert_eq!(library.standings[&ProjectStanding::Ended], total(1, 10));
    let other = ProjectLibrary::new(&rows, &map, Some(2025));
    assert_eq!(other.standings[&ProjectStanding::OtherYear].projects, 4);
    assert_eq!(library.years(), [2026]);
}

#[test]
fn without_a_year_it_is_the_plans_first_or_the_latest() {
    let region_2026 = region(rows());
    let library = ProjectLibrary::of(&region_2026, None).expect("projects");
    assert_eq!(library.year, Some(2026));
    let mut earlier = rows();
    for row in &mut earlier {
        row.year = Some(2024);
    }
    earlier[0].year = Some(2023);
    let region_2024 = region(earlier);
    let library = ProjectLibrary::of(&region_2024, None).expect("projects");
    assert_eq!((library.year, library.planned.len()), (Some(2024), 3));
    assert!(ProjectLibrary::of(&region(Vec::new()), None).is_none());
}

#[test]
fn money_has_its_sources_and_uses_and_adds_up() {
    let (mut rows, mut map) = (rows(), TypeMap::default());
    rows[1].total = yuan(2_600_000);
    rows[3].project_type = None;
    let money = |rows: &[ProjectRow], map: &TypeMap| {
        ProjectMoney::of(&ProjectLibrary::new(rows, map, Some(2026)))
    };
    let found = money(&rows, &map);
    let cell = |level, category| found.cell(level, category) / Decimal::from(10_000);
    assert_eq!(cell(Level::Central, Category::Industry), decimal("300"));
    assert_eq!(cell(Level::Provincial, Category::Industry), decimal("300"));
    assert_eq!(
        cell(Level::Provincial, Category::Infrastructure),
        decimal("50")
    );
    assert_eq!(cell(Level::County, Category::Infrastructure), decimal("20"));
    assert_eq!(found.other[0], decimal("1000000"));
    assert_eq!(found.without_source[0], decimal("600000"));
    assert_eq!(
        (found.untyped, found.untyped_projects),
        (decimal("10000000"), 1)
    );
    assert_eq!(found.total(), decimal("18600000"));
    // What a type is counted as can be said.
    map.set(
        TypeName::whole(ProjectType::RuralConstruction),
        Some(zengshou_sheets::FundUse::Other),
    );
    let other = money(&rows, &map);
    assert_eq!(other.cell(Level::City, Category::Other), decimal("300000"));
    assert_eq!(other.total(), found.total());
}

#[test]
fn sizes_have_edges_that_belong_to_the_class_above() {
    let (mut rows, map) = (rows(), TypeMap::default());
    rows[1].total = None;
    rows[1].province = None;
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    let edges = CountySettings::default().projects.edges;
    let sizes = ProjectSizes::of(&library, &edges);
    let counts: Vec<usize> = sizes
        .classes
        .iter()
        .map(|class| class.total.projects)
        .collect();
    // 500 is one of 500 to 1,000; 1,000 is one of the largest; 100 is one of 50 to 200.
    assert_eq!(counts, [0, 1, 0, 1, 1]);
    assert_eq!(sizes.unknown, 1);
    let last = sizes.classes.last().expect("a class");
    assert_eq!(
        sizes.share(last).map(|share| share.to_string()).as_deref(),
        Some("0.3333")
    );
    let none = ProjectSizes::of(&library, &[]);
    assert_eq!(none.classes.len(), 1);
}

/// By the end of June: 1,220 of 1,800 paid; 580 are left for six months, 96.67 each. One of four is completed.
#[test]
fn the_pace_needed_follows_from_the_calendar() {
    let (rows, map) = (rows(), TypeMap::default());
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    let lines = progress(&library, &terms(6));
    let all = &lines[0];
    assert_eq!(all.group, ProjectGroup::All);
    assert_eq!((all.projects, all.begun, all.completed), (4, 3, 1));
    let spending = all.spending.expect("a pace");
    assert_eq!(spending.share.to_string(), "0.6778");
    assert_eq!(spending.lead.to_string(), "0.1778");
    let needed = spending.pace.and_then(|pace| pace.needed);
    let needed = needed.expect("months are left");
    assert_eq!(needed.round_dp(2), decimal("966666.67"));
    let completion = all.completion.expect("a pace");
    assert_eq!(completion.lead.to_string(), "-0.2500");
    let needed = completion.pace.and_then(|pace| pace.needed);
    assert_eq!(needed, Some(decimal("0.5")));
    let mut without = terms(6);
    without.spending_goal = None;
    let pace = progress(&library, &without)[0].spending.expect("a share");
    assert_eq!((pace.share, pace.pace), (spending.share, None));
    // 张北 and 张北县 are one.
    let names: Vec<&ProjectGroup> = lines.iter().map(|line| &line.group).collect();
    assert!(names.contains(&&ProjectGroup::County(Some("张北县".to_owned()))));
    assert_eq!(names.len(), 1 + 2 + 3);
    let zhangbei = lines
        .iter()
        .find(|line| line.group == ProjectGroup::County(Some("张北县".to_owned())));
    assert_eq!(zhangbei.map(|line| line.projects), Some(2));
    let unknown_day = PaceTerms {
        month: None,
        ..terms(6)
    };
    let lines = progress(&library, &unknown_day);
    assert_eq!(lines[0].spending, None);
    assert!(at_risk(&library, &unknown_day).is_empty());
}

#[test]
fn money_at_risk_is_of_what_is_not_begun_or_lags() {
    let (rows, map) = (rows(), TypeMap::default());
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    let found = |month| {
        let at_risk = at_risk(&library, &terms(month));
        let parts = at_risk.iter().map(|it| (it.row, it.unpaid, it.reason));
        parts.collect::<Vec<_>>()
    };
    // By the end of June half should be paid, and at least 30 per cent: of the third it is 20.
    assert_eq!(
        found(6),
        [
            (1, decimal("2000000"), RiskReason::NotBegun),
            (2, decimal("800000"), RiskReason::Behind),
        ]
    );
    assert_eq!(found(2), []);
}

#[test]
fn a_state_follows_from_days_where_it_is_not_said() {
    let (mut rows, map) = (rows(), TypeMap::default());
    for row in &mut rows {
        row.state = None;
    }
    rows[0].started = day(2, 1);
    rows[0].completed = day(5, 30);
    rows[1].started = day(3, 1);
    // Completed before it was begun: its days say nothing.
    rows[2].started = day(6, 1);
    rows[2].completed = day(5, 1);
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    let all = &progress(&library, &terms(6))[0];
    assert_eq!(
        (all.projects, all.begun, all.completed, all.unknown_state),
        (6, 2, 1, 4)
    );
    assert_eq!(
        library.checked.faults,
        [ProjectFault::CompletedFirst {
            row: 2,
            started: day(6, 1).expect("a day"),
            completed: day(5, 1).expect("a day"),
        }]
    );
}

#[test]
fn faults_are_said_by_row_and_kept_out_of_sums() {
    let mut rows = rows();
    rows[0].paid = yuan(5_000_001);
    rows[1].county = None;
    rows[2].number = Some("２".to_owned());
    rows[3].city = yuan(-1);
    rows[4].province = yuan(90_000_001);
    rows[5].yearly_return = yuan(5);
    rows[5].asset_value = yuan(4);
    let checked = CheckedProjects::new(&rows);
    let above = |row, part, whole, value: i64, most: i64| ProjectFault::AboveWhole {
        row,
        part,
        whole,
        value: Decimal::from(value),
        most: Decimal::from(most),
    };
    let total = ProjectField::Total;
    assert_eq!(
        checked.faults,
        [
            above(0, ProjectField::Paid, total, 5_000_001, 5_000_000),
            ProjectFault::NoCounty { row: 1 },
            ProjectFault::Twice { row: 2, earlier: 1 },
            ProjectFault::Impossible {
                row: 3,
                field: ProjectField::City,
                value: Decimal::NEGATIVE_ONE,
            },
            above(4, ProjectField::Province, total, 90_000_001, 90_000_000),
            above(
                5,
                ProjectField::YearlyReturn,
                ProjectField::AssetValue,
                5,
                4
            ),
        ]
    );
    let apart: Vec<usize> = (0..rows.len())
        .filter(|row| checked.is_apart(*row))
        .collect();
    assert_eq!(apart, [2, 3]);
    assert_eq!(checked.amount(0, ProjectField::Paid), None);
    assert_eq!(checked.amount(4, ProjectField::Province), yuan(90_000_001));
    let map = TypeMap::default();
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    let all = &progress(&library, &terms(6))[0];
    assert_eq!((all.projects, all.without_paid), (2, 1));
}

#[test]
fn sources_that_are_together_more_than_the_total_are_a_fault() {
    let mut rows = rows();
    rows[0].total = yuan(4_000_000);
    rows[0].paid = yuan(0);
    let faults = CheckedProjects::new(&rows).faults;
    assert!(matches!(
        faults[..],
        [ProjectFault::AboveWhole { row: 0, part: ProjectField::Total, value, .. }]
            if value == decimal("5000000")
    ));
    // The total is in doubt, and the sources count everywhere alike.
    let map = TypeMap::default();
    let library = ProjectLibrary::new(&rows, &map, Some(2026));
    assert_eq!(library.total().money, ProjectMoney::of(&library).total());
    let all = &progress(&library, &terms(6))[0];
    assert_eq!(all.planned, decimal("18000000"));
}
