//! The tables of groups: complete for the trainer, silent on results before they are revealed, harmless in a spreadsheet.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::GroupsPaper;
use crate::exercise::attempt::{Answer, Attempt};
use crate::exercise::collation::scan::scan;
use crate::exercise::collation::sheet::sheets;
use crate::exercise::collation::statistics::{RankedBy, SheetFigures};
use crate::exercise::collation::{CalledAnswer, GroupSession, KnownExercise, SessionEntry};
use crate::exercise::judge::{Judge, PredictedAnswer};
use crate::exercise::link::write_result;
use crate::exercise::tests::SMALL;
use crate::i18n::Catalog;
use crate::language::Language;
use crate::region::key::Fixed;
use crate::region::tests::region;
use crate::report::csv;
use crate::report::document::{ReportCell, ReportTable};

fn known() -> KnownExercise {
    KnownExercise::read(SMALL, &region()).expect("an exercise")
}

/// Groups that predicted, chose and moved jobs; `=1+1` is the first one's name, the second answered twice.
fn session(known: &KnownExercise) -> GroupSession {
    let mut session = GroupSession::default();
    session.add_exercise(&known.exercise);
    let links = [("=1+1", 120, 6000), ("2", 10, 6000), ("2", -40, 8000)];
    let links = links.map(|(group, number, jobs)| {
        let mut attempt = Attempt::new(&known.exercise, Some(group));
        let mut last = known.exercise.start.clone();
        last.set(&known.region, Fixed::JobsOutward.into(), jobs.into())
            .expect("jobs");
        let number = PredictedAnswer::Number(Decimal::from(number));
        attempt.answers[0] = Some(Answer::Predicted(number));
        attempt.answers[3] = Some(Answer::Tried {
            tries: 2,
            scenario: last.clone(),
        });
        attempt.answers[5] = Some(Answer::Said("算清账".to_owned()));
        write_result(&known.exercise, &attempt.result(&known.exercise, &last))
    });
    let scanned = scan(&links.join("\n"));
    session.add(scanned.results.into_iter().map(SessionEntry::Handed));
    session.add([SessionEntry::Called(CalledAnswer {
        mark: known.mark.clone(),
        step: 0,
        group: "三组".to_owned(),
        answer: PredictedAnswer::Number(Decimal::from(55)),
    })]);
    session
}

fn with_paper(check: impl Fn(&GroupsPaper<'_>)) {
    let known = [Rc::new(known())];
    let session = session(&known[0]);
    let sheets = sheets(&session, &known);
    let judge = Judge::new(&known[0].exercise, &known[0].region);
    for language in [Language::SimplifiedChinese, Language::English] {
        check(&GroupsPaper {
            sheet: &sheets[0],
            judge: &judge,
            figures: &SheetFigures::of(&sheets[0], &judge),
            words: &Catalog::new(language),
        });
    }
}

fn texts(table: &ReportTable) -> String {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let shown: Vec<&str> = cells.map(ReportCell::shown).collect();
    format!("{} {:?} {:?}", table.caption, shown, table.note)
}

#[test]
fn nothing_of_a_result_stands_in_a_prediction_before_it_is_revealed() {
    with_paper(|paper| {
        let truth = paper.truth(0).expect("a result");
        let number = truth.number.abs().to_string();
        let before = paper.prediction_table(0, false).expect("a table");
        assert_eq!(before.rows.len(), 3);
        assert!(!texts(&before).contains(&number) && !paper.step_title(0).contains(&number));
        let after = paper.prediction_table(0, true).expect("a table");
        assert_eq!(after.columns.len(), before.columns.len() + 1);
        assert!(paper.truth_words(0).is_some_and(|it| it.contains(&number)));
        assert!(paper.prediction_table(2, true).is_none(), "no prediction");
    });
}

#[test]
fn the_last_result_of_a_group_counts_and_the_first_is_listed() {
    with_paper(|paper| {
        let levers = paper.lever_table();
        assert_eq!(levers.rows.len(), 1, "one lever was touched");
        let shown: Vec<&str> = levers.rows[0].cells[1..]
            .iter()
            .map(ReportCell::shown)
            .collect();
        assert_eq!(shown[1..4], ["6,000", "7,000", "8,000"]);
        assert!(shown[4].starts_with('2'), "{shown:?}");
        let repeats = paper.repeats(true);
        assert_eq!(repeats.len(), 2, "{repeats:?}");
        assert!(repeats[0].contains("+10.00") && repeats[1].contains("-40.00"));
        assert_ne!(paper.repeats(false), repeats, "incomes are results");
    });
}

#[test]
fn groups_stand_in_an_order_of_results_only_where_it_was_chosen() {
    with_paper(|paper| {
        let names = |table: &ReportTable| -> Vec<String> {
            let rows = table.rows.iter();
            rows.map(|row| row.cells[0].shown().to_owned()).collect()
        };
        let second = paper.words.format("groups-numbered", &[("number", "2")]);
        assert_eq!(names(&paper.output_table(None)), ["=1+1", &*second]);
        let ranked = paper.output_table(Some(&RankedBy::Output(0)));
        assert_eq!(names(&ranked), [&*second, "=1+1"]);
        assert_eq!(ranked.rows[0].cells[1].shown(), "1");
        let near = paper.output_table(Some(&RankedBy::Distance(0)));
        assert_eq!(near.columns.len(), ranked.columns.len());
        let ranks: Vec<&str> = near.rows.iter().map(|row| row.cells[1].shown()).collect();
        // Whoever called the nearest number out stands in the table, without a result.
        assert_eq!(ranks[0], "1");
        assert_eq!(near.rows.len(), paper.sheet.groups.len());
    });
}

#[test]
fn a_spreadsheet_runs_nothing_and_hears_that_it_is_practice() {
    with_paper(|paper| {
        let text = csv::write(
            &paper.document(vec!["other".to_owned()], Vec::new()),
            paper.words,
        );
        assert!(text.starts_with('\u{feff}'));
        let practice = paper.words.text("exercise-no-examination");
        assert!(text.contains(&*practice));
        assert!(text.contains("'=1+1") && !text.contains("\n=1+1"));
        assert!(text.contains("算清账") && text.contains("8000"));
    });
}
