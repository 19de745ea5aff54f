use proptest::prelude::*;
use zengshou_sheets::CountyRow;

use super::*;

fn day(month: u8, day: u8) -> SheetDate {
    SheetDate::new(2026, month, Some(day)).expect("a day")
}

fn aim(start: Option<i64>, goal: Option<i64>) -> CampaignAim {
    CampaignAim {
        start: start.map(Decimal::from),
        goal: goal.map(Decimal::from),
    }
}

/// A hundred days from the first of July to the eighth of October, from 0 to 3,000 people.
fn jobs(entries: &[(SheetDate, Option<&str>, i64)]) -> CampaignSettings {
    let entry = |(day, county, value): &(SheetDate, Option<&str>, i64)| CampaignEntry {
        day: *day,
        county: county.map(str::to_owned),
        value: (*value).into(),
    };
    CampaignSettings {
        name: "百日行动".to_owned(),
        first: day(7, 1),
        last: day(10, 8),
        measure: CampaignMeasure::Jobs,
        aim: aim(Some(0), Some(3_000)),
        counties: Vec::new(),
        entries: entries.iter().map(entry).collect(),
        takes_imports: false,
    }
}

fn of(settings: &CampaignSettings) -> Campaign<'_> {
    Campaign::of(settings, &[], None, None)
}

#[test]
fn pace_is_what_is_missing_over_the_days_that_are_left() {
    let settings = jobs(&[(day(7, 20), None, 500), (day(7, 10), None, 240)]);
    let own = of(&settings);
    assert_eq!((own.days, own.today, own.date), (100, 20, Some(day(7, 20))));
    let whole = &own.whole;
    assert_eq!(whole.done, Some(500.into()));
    assert_eq!(whole.short, Some(2_500.into()));
    assert_eq!(whole.expected, Some(600.into()));
    assert_eq!(whole.lead(), Some((-100).into()));
    let amount = Decimal::new(3_125, 2);
    assert_eq!(whole.pace, CampaignPace::Daily { amount, days: 80 });
    // On a later day without an entry the same is missing, and fewer days are left.
    let later = Campaign::of(&settings, &[], None, Some(day(8, 19)));
    assert_eq!(later.today, 50);
    assert_eq!(
        later.whole.pace,
        CampaignPace::Daily {
            amount: 50.into(),
            days: 50
        }
    );
    // An earlier day than the last entry's is not gone back to.
    let earlier = Campaign::of(&settings, &[], None, Some(day(7, 1)));
    assert_eq!(earlier.today, 20);
    let over = Campaign::of(&settings, &[], None, Some(day(12, 1)));
    assert_eq!((over.today, over.whole.pace), (100, CampaignPace::TooLate));
    let reached = jobs(&[(day(9, 1), None, 3_100)]);
    assert_eq!(of(&reached).whole.pace, CampaignPace::Reached);
    assert_eq!(of(&reached).whole.short, Some(Decimal::ZERO));
}

#[test]
fn nothing_is_known_without_a_goal_or_an_entry() {
    let mut settings = jobs(&[]);
    let amount = 30.into();
    assert_eq!(
        of(&settings).whole.pace,
        CampaignPace::Daily { amount, days: 100 }
    );
    settings.aim = aim(None, Some(3_000));
    assert_eq!(of(&settings).whole.pace, CampaignPace::Unknown);
    settings.aim = aim(Some(0), None);
    let own = of(&settings);
    assert_eq!(
        (own.whole.pace, own.whole.expected),
        (CampaignPace::Unknown, None)
    );
}

#[test]
fn what_contradicts_itself_is_said_by_row() {
    let settings = jobs(&[
        (day(6, 30), None, 10),
        (day(7, 10), None, 240),
        (day(7, 11), None, 200),
        (day(7, 12), None, 260),
        (day(7, 12), None, 270),
        (day(10, 9), None, 3_000),
    ]);
    let own = of(&settings);
    assert_eq!(
        own.faults,
        [
            CampaignFault::Outside { entry: 0 },
            CampaignFault::Twice {
                entry: 4,
                earlier: 3
            },
            CampaignFault::Outside { entry: 5 },
            CampaignFault::Falling {
                entry: 2,
                before: 240.into()
            },
        ]
    );
    assert_eq!(own.whole.done, Some(240.into()));
    let mut upside = jobs(&[]);
    upside.last = day(6, 30);
    assert_eq!(of(&upside).faults, [CampaignFault::UpsideDown]);
    assert_eq!(of(&upside).days, 0);
    let mut below = jobs(&[(day(7, 10), None, 240)]);
    below.aim = aim(None, Some(200));
    let fault = CampaignFault::GoalBelow {
        county: None,
        goal: 200.into(),
        done: 240.into(),
    };
    assert_eq!(of(&below).faults, [fault]);
}

#[test]
fn counties_have_their_own_pace_and_add_up_from_the_day_all_are_known() {
    let mut settings = jobs(&[
        (day(7, 10), Some("张北"), 100),
        (day(7, 20), Some("张北县"), 300),
        (day(7, 15), Some("康保县"), 50),
        (day(7, 20), Some("沽源县"), 4),
    ]);
    settings.aim = CampaignAim::default();
    let county = |name: &str, start, goal| CountyAim {
        name: name.to_owned(),
        aim: aim(start, Some(goal)),
    };
    settings.counties = vec![
        county("张北县", Some(0), 1_000),
        county("康保", None, 500),
        county("沽源县", Some(0), 100),
        county("沽源", Some(0), 100),
    ];
    let own = of(&settings);
    assert_eq!(
        own.faults,
        [CampaignFault::CountyTwice {
            county: 3,
            earlier: 2
        }]
    );
    let names: Vec<&str> = own.counties.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["张北县", "康保", "沽源县"]);
    let amount = Decimal::from(700) / Decimal::from(80);
    assert_eq!(
        own.counties[0].standing.pace,
        CampaignPace::Daily { amount, days: 80 }
    );
    assert!(own.counties[2].standing.is_hidden, "4 people are not shown");
    // 沽源's aim is set apart and so its start: all three are known on the 20th alone.
    let points: Vec<_> = own
        .whole
        .points
        .iter()
        .map(|own| (own.day, own.value))
        .collect();
    assert_eq!(points, [(20, 354.into())]);
    assert_eq!(own.whole.aim.goal, None, "one county has none");
}

#[test]
fn tables_are_entries_by_their_days() {
    let row = |name: &str, workers, covered, due, date| CountyRow {
        name: name.to_owned(),
        workers: Some(workers),
        covered_households: Some(covered),
        due_households: Some(due),
        day: Some(date),
        ..CountyRow::default()
    };
    let before = [
        row("甲县", 90, 40, 100, day(7, 10)),
        row("乙县", 30, 30, 100, day(7, 10)),
    ];
    let after = [
        row("甲县", 120, 60, 100, day(7, 20)),
        row("乙县", 20, 5, 8, day(7, 20)),
    ];
    let (before, after) = (
        CheckedCounties::rows_alone(&before),
        CheckedCounties::rows_alone(&after),
    );
    let mut settings = jobs(&[(day(7, 10), Some("甲"), 95)]);
    settings.takes_imports = true;
    let own = Campaign::of(&settings, &[&after, &before], None, None);
    assert_eq!(
        own.faults,
        [
            CampaignFault::Differs {
                entry: 0,
                table: 90.into()
            },
            CampaignFault::ImportFalls {
                county: Some("乙县".to_owned()),
                date: day(7, 10),
                value: 30.into()
            },
        ]
    );
    assert_eq!(own.whole.done, Some(140.into()));
    settings.measure = CampaignMeasure::Coverage;
    settings.entries.clear();
    let own = Campaign::of(&settings, &[&after, &before], None, None);
    // Eight households are too few to be shown alone; the region's share has them in it.
    let share = Decimal::from(65) / Decimal::from(108);
    assert_eq!(own.whole.done, Some(share));
    assert_eq!(own.counties[1].standing.points.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_pace_of_the_days_left_reaches_the_goal(
        start in 0..1_000_i64,
        more in 0..5_000_i64,
        done in prop::collection::vec((0..100_u8, 0..2_000_i64), 0..20),
    ) {
        let mut settings = jobs(&[]);
        settings.aim = aim(Some(start), Some(start + more));
        for (offset, value) in &done {
            let date = match offset {
                0..=30 => day(7, offset + 1),
                31..=61 => day(8, offset - 30),
                62..=91 => day(9, offset - 61),
                _ => day(10, (offset - 91).min(8)),
            };
            settings.entries.push(CampaignEntry { day: date, county: None, value: (*value).into() });
        }
        let own = of(&settings);
        let values: Vec<Decimal> = own.whole.points.iter().map(|point| point.value).collect();
        prop_assert!(values.is_sorted());
        let kept = values.len();
        // Two entries of a day are one fault.
        prop_assert!(kept + 2 * own.faults.len() >= settings.entries.len());
        let (done, goal) = (own.whole.done.expect("the start"), Decimal::from(start + more));
        match own.whole.pace {
            CampaignPace::Daily { amount, days } => {
                prop_assert_eq!(days, 100 - own.today);
                let reached = done + amount * Decimal::from(days);
                prop_assert!((reached - goal).abs() < Decimal::new(1, 20));
            }
            CampaignPace::Reached => prop_assert!(done >= goal),
            CampaignPace::TooLate => prop_assert!(own.today == 100 && done < goal),
            CampaignPace::Unknown => prop_assert!(false),
        }
    }
}
