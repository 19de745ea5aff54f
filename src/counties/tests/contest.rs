use super::*;
use crate::counties::check::CheckedCounties;
use crate::counties::goals::{GoalPace, goals};
use crate::counties::indicator::{Indicator, RateGap};
use crate::counties::league::{Lamp, League, LeagueChange, lamp, scheduled};
use crate::counties::settings::CountySettings;

fn league(rows: &[CountyRow], settings: &CountySettings) -> League {
    League::of(&CheckedCounties::rows_alone(rows), settings, None)
}

/// Settings under which these indicators count, each with its weight.
fn weights(weights: &[(Indicator, i64)]) -> CountySettings {
    let mut settings = CountySettings {
        weights: Default::default(),
        ..CountySettings::default()
    };
    for (indicator, weight) in weights {
        settings.weights[*indicator as usize] = Decimal::from(*weight);
    }
    settings
}

#[test]
fn shares_have_their_parts_and_the_schedule_their_day() {
    let league = league(&rows(), &CountySettings::default());
    let line = |row: usize| {
        league
            .lines
            .iter()
            .find(|line| line.row == row)
            .expect("a line")
    };
    let shares = |row: usize| {
        line(row).rates.map(|rate| match rate {
            Ok(rate) => rate.share.to_string(),
            Err(gap) => format!("{gap:?}"),
        })
    };
    // 9 of 20 million; 10 of 40; 18,000 after 16,000; 4,500 of 5,000; 3,000 of 5,000; 150 of 200; 8 of 10.
    assert_eq!(
        shares(0),
        [
            "0.4500", "1.0000", "0.2500", "0.1250", "0.9000", "0.6000", "0.7500", "0.8000"
        ]
    );
    // 17,000 after 15,625 is 8.8 %; no problems found are none to solve.
    assert_eq!(
        shares(1),
        [
            "0.5000",
            "0.9000",
            "0.4000",
            "0.0880",
            "0.9500",
            "0.8000",
            "0.9000",
            "NothingToDo"
        ]
    );
    assert_eq!(line(2).rates[1], Err(RateGap::NotReported));
    // Half of the year has gone: 45 % are five points behind, 30 % twenty, 80 % thirty ahead.
    let lamps: Vec<_> = (0..4).map(|row| line(row).lamps[0]).collect();
    let expected = [Lamp::Yellow, Lamp::Green, Lamp::Red, Lamp::Green];
    assert_eq!(lamps, expected.map(Some));
    let leads: Vec<_> = (0..4)
        .map(|row| line(row).lead().expect("a day").to_string())
        .collect();
    assert_eq!(leads, ["-0.0500", "0.0000", "-0.2000", "0.3000"]);
    // Ten problems are few, 40 projects are not.
    let small = |indicator: Indicator| line(0).rates[indicator as usize].expect("a share").is_small;
    assert!(small(Indicator::Solved) && !small(Indicator::Started));
    // Together 28 of 59 million, and growth by people: 2,000 yuan of 10,000 and 1,375 of 20,000.
    let together = |indicator: Indicator| league.together[indicator as usize].expect("some");
    assert_eq!(together(Indicator::Spending).to_string(), "0.4746");
    assert_eq!(together(Indicator::Growth).to_string(), "0.1005");
    assert_eq!(together(Indicator::Work).to_string(), "0.7286");
}

/// Of begun projects the first has 100 %, the second 90 %; of completed ones 25 % and 40 %.
#[test]
fn points_are_weighed_and_what_is_not_reported_is_listed_below() {
    let settings = weights(&[(Indicator::Started, 30), (Indicator::Completed, 10)]);
    let league = league(&rows(), &settings);
    let composites: Vec<_> = league
        .lines
        .iter()
        .map(|line| (line.row, line.rank, line.composite.map(|it| it.to_string())))
        .collect();
    // (30 × 100 + 10 × 62.5) ÷ 40, and (30 × 90 + 10 × 100) ÷ 40.
    assert_eq!(
        composites,
        [
            (1, Some(1), Some("92.50".to_owned())),
            (0, Some(2), Some("90.63".to_owned())),
            (2, None, None),
            (3, None, None),
        ]
    );
    assert_eq!(
        league.lines[2].missing,
        [Indicator::Started, Indicator::Completed]
    );
    assert_eq!(league.ranked().count() + league.unranked().count(), 4);
}

#[test]
fn nothing_to_do_weighs_nothing_and_a_report_of_nobody_counts_for_nobody() {
    let settings = weights(&[(Indicator::Solved, 10), (Indicator::Started, 10)]);
    let mut table = rows();
    table.truncate(2);
    let league_of = league(&table, &settings);
    // The first: 8 of 10 problems are the best of all, and all projects; the second: 90 % of the projects alone.
    let composite = |line: usize| league_of.lines[line].composite.expect("one").to_string();
    assert_eq!([composite(0), composite(1)], ["100.00", "90.00"]);
    for row in &mut table {
        row.guarantee_solved = None;
    }
    let silent = league(&table, &settings);
    assert_eq!(silent.unreported, [Indicator::Solved]);
    assert_eq!(silent.lines[1].composite.expect("one").to_string(), "90.00");
}

#[test]
fn ties_share_a_rank_and_the_next_is_third() {
    let table: Vec<CountyRow> = [20, 30, 30, 10, 30]
        .into_iter()
        .zip(["甲县", "乙县", "丙县", "丁县", "戊县"])
        .map(|(started, name)| CountyRow {
            name: name.to_owned(),
            projects: Some(40),
            started: Some(started),
            ..CountyRow::default()
        })
        .collect();
    let league = league(&table, &weights(&[(Indicator::Started, 1)]));
    let ranks: Vec<_> = league
        .lines
        .iter()
        .map(|line| (line.row, line.rank))
        .collect();
    let expected = [(1, 1), (2, 1), (4, 1), (0, 4), (3, 5)];
    assert_eq!(ranks, expected.map(|(row, rank)| (row, Some(rank))));
    let of_indicator: Vec<_> = league
        .lines
        .iter()
        .map(|line| line.ranks[Indicator::Started as usize])
        .collect();
    assert_eq!(of_indicator, [1, 1, 1, 4, 5].map(Some));
}

#[test]
fn fewer_than_ten_people_are_not_shown_and_keep_nobody_from_a_rank() {
    let mut table = rows();
    table.truncate(2);
    table[0].labour = Some(9);
    table[0].workers = Some(4);
    let settings = weights(&[(Indicator::Work, 10), (Indicator::Started, 10)]);
    let league = league(&table, &settings);
    let line = league
        .lines
        .iter()
        .find(|line| line.row == 0)
        .expect("a line");
    assert_eq!(line.rates[Indicator::Work as usize], Err(RateGap::TooFew));
    assert_eq!(line.composite.expect("one").to_string(), "100.00");
    assert_eq!(
        league.together[Indicator::Work as usize]
            .expect("one")
            .to_string(),
        "0.8000"
    );
}

#[test]
fn a_faulty_row_is_in_no_average() {
    let mut table = rows();
    table[0].spent = Some(decimal("99000000"));
    let league = league(&table, &CountySettings::default());
    let line = league
        .lines
        .iter()
        .find(|line| line.row == 0)
        .expect("a line");
    assert_eq!(line.rates[0], Err(RateGap::Faulty));
    assert!(line.rank.is_none() && line.missing.contains(&Indicator::Spending));
    // 12, 3 and 4 of 24, 10 and 5 million.
    assert_eq!(league.together[0].expect("some").to_string(), "0.4872");
}

/// 30 % in March asks for the same as 60 % in June.
#[test]
fn spending_is_held_against_the_countys_own_day() {
    let mut table = rows();
    table.truncate(2);
    table[0].day = SheetDate::new(2026, 3, Some(31));
    table[0].spent = Some(decimal("6000000"));
    table[1].spent = Some(decimal("14400000"));
    let league = league(&table, &weights(&[(Indicator::Spending, 1)]));
    let ranks: Vec<_> = league.lines.iter().map(|line| line.rank).collect();
    assert_eq!(ranks, [Some(1), Some(1)]);
    assert_eq!(
        league.days().map(|(first, last)| (first.month, last.month)),
        Some((3, 6))
    );
}

#[test]
fn the_schedule_counts_months_that_have_ended() {
    let mut settings = CountySettings::default();
    settings.schedule[2] = decimal("0.3");
    let of = |month, day| {
        let day = SheetDate::new(2026, month, day).expect("a day");
        scheduled(&settings, day).to_string()
    };
    assert_eq!(of(1, Some(24)), "0.0000");
    assert_eq!(of(3, Some(31)), "0.3000");
    assert_eq!(of(4, Some(20)), "0.3000");
    assert_eq!(of(6, None), "0.5000");
    assert_eq!(of(12, Some(31)), "1.0000");
    let five = decimal("0.05");
    let of = |share: &str| lamp(decimal(share), decimal("0.5"), five);
    assert_eq!(
        [of("0.5"), of("0.4999"), of("0.45"), of("0.4499")],
        [Lamp::Green, Lamp::Yellow, Lamp::Yellow, Lamp::Red]
    );
}

#[test]
fn changes_against_the_last_import_are_by_county_not_by_row() {
    let settings = weights(&[(Indicator::Started, 1)]);
    let mut before = rows();
    before.truncate(2);
    before[0].started = Some(30);
    before.reverse();
    before[1].name = "甲".to_owned();
    before[1].code = None;
    let now = rows();
    let last = CheckedCounties::rows_alone(&before);
    let league = League::of(&CheckedCounties::rows_alone(&now), &settings, Some(&last));
    // 75 of 90 % before, second; 100 % now, first. The other: first with 100 points, second with 90.
    let change = |line: usize| league.lines[line].change;
    let expected = |places, composite: &str| {
        Some(LeagueChange {
            places,
            composite: decimal(composite),
        })
    };
    assert_eq!(change(0), expected(1, "16.67"));
    assert_eq!(change(1), expected(-1, "-10.00"));
    assert_eq!(change(2), None);
}

#[test]
fn each_month_has_to_bring_a_part_of_the_goal() {
    let settings = CountySettings::default();
    let league = league(&rows(), &settings);
    let line = league
        .lines
        .iter()
        .find(|line| line.row == 0)
        .expect("a line");
    let pace = |indicator: Indicator| {
        let goals = goals(line, &settings);
        goals
            .iter()
            .find(|goal| goal.indicator == indicator)
            .map(|goal| goal.pace)
    };
    let monthly = |amount: &str| {
        Some(GoalPace::Monthly {
            amount: decimal(amount),
            months: 6,
        })
    };
    // 11 million yuan and 30 projects in six months.
    assert_eq!(pace(Indicator::Completed), monthly("5"));
    let Some(GoalPace::Monthly { amount, months: 6 }) = pace(Indicator::Spending) else {
        panic!("a pace");
    };
    assert_eq!(amount.round_dp(2), decimal("1833333.33"));
    assert_eq!(pace(Indicator::Started), Some(GoalPace::Reached));
    assert_eq!(pace(Indicator::Growth), None);
    let mut december = line.clone();
    december.day = SheetDate::new(2026, 12, Some(31));
    let late = goals(&december, &settings)[0].pace;
    assert_eq!(
        late,
        GoalPace::TooLate {
            missing: decimal("11000000")
        }
    );
    december.day = None;
    let open = goals(&december, &settings)[0].pace;
    assert_eq!(
        open,
        GoalPace::NoDay {
            missing: decimal("11000000")
        }
    );
}
