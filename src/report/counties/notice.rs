//! The parts of the notice (通报) that the overview does not have.

use super::{name, share_cell};
use crate::counties::goals::{CountyGoal, GoalPace, goals};
use crate::counties::indicator::Indicator;
use crate::counties::league::LeagueLine;
use crate::counties::overview::CountyOverview;
use crate::i18n::Catalog;
use crate::number::Share;
use crate::region::key::Unit;
use crate::report::document::{DocumentBlock, ReportTable, Writer};
use crate::report::tables::{columns, row, text};
use rust_decimal::Decimal;
use zengshou_sheets::Kind;

/// All counties together by indicator, against the goals of the year.
pub fn overall(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    writer.section("notice-overall", &words.text("counties-section-overall"));
    let (units, ranked) = (of.checked.rows.len(), of.league.ranked().count());
    let arguments = [
        ("units", &*units.to_string()),
        ("ranked", &ranked.to_string()),
    ];
    writer.text(words.format("counties-overall", &arguments));
    let line = |one: Indicator| {
        let lines = of.league.lines.iter();
        let reported = lines
            .filter(|line| line.rates[one as usize].is_ok())
            .count();
        let best = of
            .league
            .lines
            .iter()
            .filter(|line| line.ranks[one as usize] == Some(1));
        let best: Vec<String> = best.map(|line| name(of, line.row, words)).collect();
        row([
            text(&*words.indicator(one)),
            share_cell(words, of.league.together[one as usize]),
            share_cell(words, of.settings.goals[one as usize].map(Share)),
            super::number(words, Decimal::from(reported)),
            super::number(words, Decimal::from(of.league.below(one).len())),
            text(best.join(&words.text("list-comma"))),
        ])
    };
    writer.table(ReportTable {
        name: "notice-overall",
        caption: words.text("counties-table-overall").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "counties-column-indicator",
                "counties-together",
                "counties-column-goal",
                "counties-column-reported",
                "counties-column-below",
                "counties-column-best",
            ],
        ),
        rows: Indicator::ALL.map(line).into(),
        note: Some(words.text("counties-table-overall-note").to_string()),
    });
}

/// The counties below all together, by indicator.
pub fn below(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    writer.section("notice-below", &words.text("counties-section-below"));
    let comma = words.text("list-comma");
    let said = Indicator::ALL.into_iter().filter_map(|one| {
        let below = of.league.below(one);
        let together = of.league.together[one as usize]?;
        let counties = below.iter().map(|(line, share)| {
            let share = words.percent(*share, 2);
            let arguments = [("name", &*name(of, line.row, words)), ("share", &share)];
            words.format("counties-named-share", &arguments)
        });
        let counties: Vec<String> = counties.collect();
        let arguments = [
            ("indicator", &*words.indicator(one)),
            ("together", &words.percent(together, 2)),
            ("list", &counties.join(&comma)),
        ];
        (!counties.is_empty()).then(|| words.format("counties-below", &arguments))
    });
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => writer.text(&*words.text("counties-below-none")),
        false => writer.add(DocumentBlock::Items(said)),
    }
}

/// The tasks of each county in a month to reach the year's goals.
pub fn pace(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    writer.section("notice-pace", &words.text("counties-section-pace"));
    let asked: Vec<Indicator> = Indicator::ALL
        .into_iter()
        .filter(|one| *one != Indicator::Growth && of.settings.goals[*one as usize].is_some())
        .collect();
    if asked.is_empty() {
        writer.text(&*words.text("counties-pace-none"));
        return;
    }
    let line = |line: &LeagueLine| {
        let goals = goals(line, of.settings);
        let cell = |one: &Indicator| {
            let goal = goals.iter().find(|goal| goal.indicator == *one);
            text(match (goal, line.rates[*one as usize]) {
                (Some(goal), _) => said(words, goal),
                (None, Err(gap)) => words.rate_gap(gap).to_string(),
                (None, Ok(_)) => "—".to_owned(),
            })
        };
        row(std::iter::once(text(name(of, line.row, words))).chain(asked.iter().map(cell)))
    };
    let mut titles = columns(words, &["form-county-name"]);
    titles.extend(asked.iter().map(|one| {
        let goal = of.settings.goals[*one as usize].unwrap_or_default();
        let goal = words.percent(Share(goal), 0);
        let arguments = [("name", &*words.indicator(*one)), ("goal", &goal)];
        words.format("counties-column-pace", &arguments)
    }));
    writer.table(ReportTable {
        name: "notice-pace",
        caption: words.text("counties-table-pace").to_string(),
        unit: None,
        columns: titles,
        rows: of.league.lines.iter().map(line).collect(),
        note: Some(words.text("counties-table-pace-note").to_string()),
    });
}

/// The way to a goal, in a few words.
fn said(words: &Catalog, goal: &CountyGoal) -> String {
    let amount = |value: Decimal| {
        let (part, _) = goal.indicator.fields();
        match part.kind() {
            // Up to the next hundred yuan, so that the sum of the months is enough.
            Kind::Amount => {
                let hundreds = (value / Decimal::ONE_HUNDRED).ceil();
                words.value_of_unit(Unit::Yuan, hundreds * Decimal::ONE_HUNDRED)
            }
            // Half a project is none: each month needs the next whole one.
            _ => words.decimal(value.ceil(), 0),
        }
    };
    match goal.pace {
        GoalPace::Reached => words.text("counties-pace-reached").to_string(),
        GoalPace::Monthly {
            amount: each,
            months,
        } => {
            let arguments = [("amount", &*amount(each)), ("months", &months.to_string())];
            words.format("counties-pace-monthly", &arguments)
        }
        GoalPace::TooLate { missing } => {
            words.format("counties-pace-late", &[("amount", &amount(missing))])
        }
        GoalPace::NoDay { missing } => {
            words.format("counties-pace-no-day", &[("amount", &amount(missing))])
        }
    }
}
