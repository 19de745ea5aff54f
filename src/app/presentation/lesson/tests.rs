//! The shipped exercises before a room.

use std::fs;
use std::path::Path;

use rust_decimal::Decimal;

use super::*;
use crate::app::presentation::keys::PresentationKey;
use crate::app::presentation::{Presentation, PresentationAction, free};
use crate::app::state::Action;
use crate::exercise::attempt::Attempt;
use crate::exercise::merge::merge;
use crate::language::Language;
use crate::region::Region;
use crate::region::key::Fixed;

fn exercise(id: &str, region: &Region) -> Rc<Exercise> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/exercises");
    let text =
        |name: String| fs::read_to_string(folder.join(name)).expect("a file of the exercise");
    let texts = Language::ALL.map(|it| (it.tag(), text(format!("{id}/{}.json", it.tag()))));
    let whole = merge(&text(format!("{id}.json")), &texts).expect("numbers and texts");
    Rc::new(Exercise::read(&whole, &[region]).expect("a shipped exercise"))
}

fn start() -> (State, Catalog) {
    let region = Rc::new(crate::region::tests::region());
    let language = Language::SimplifiedChinese;
    (State::new(region, language), Catalog::new(language))
}

fn taught(state: &State, id: &str) -> Presentation {
    let exercise = exercise(id, &state.region);
    Presentation::default().apply(PresentationAction::Teach(Some(exercise)), &[])
}

fn next(presentation: &Presentation, state: &State) -> Presentation {
    let slides = presentation.slides(state);
    presentation.apply(PresentationAction::Press(PresentationKey::Next), &slides)
}

#[test]
fn each_step_is_a_slide_and_what_is_asked_is_hidden_until_the_next_key() {
    let (state, words) = start();
    for id in [
        "zjk-gap-1",
        "zjk-coverage-1",
        "zjk-earned-1",
        "zjk-targets-1",
    ] {
        let mut at = taught(&state, id);
        let lesson = at.lesson.clone().expect("a lesson");
        let judge = Judge::new(&lesson.exercise, &state.region);
        let mut seen = 0;
        for index in 0..lesson.exercise.steps.len() {
            assert_eq!(at.slide, Slide::Step(index), "{id}");
            let slide = free::written(&words, &state, &at);
            assert!(
                slide.text.as_ref().is_some_and(|text| !text.is_empty()),
                "{id} {index}"
            );
            if let Some(truth) = judge.truth(index, &judge.step_outputs(index)) {
                let result = words.output_number(truth.measure.value(truth.after));
                let shown = |slide: &ProjectedSlide| {
                    serde_json::to_string(slide)
                        .expect("JSON")
                        .contains(&result)
                };
                assert!(!shown(&slide), "{id} {index}: {result}");
                assert!(slide.headline.is_some_and(|it| it.number.is_none()));
                at = next(&at, &state);
                assert_eq!(at.slide, Slide::Step(index), "revealed first");
                assert!(
                    shown(&free::written(&words, &state, &at)),
                    "{id} {index}: {result}"
                );
                seen += 1;
            } else if at.lesson.as_ref().is_some_and(|it| it.hides(index)) {
                at = next(&at, &state);
            }
            at = next(&at, &state);
        }
        assert!(seen > 0, "{id}");
    }
}

#[test]
fn an_attempt_before_a_room_shows_nothing_that_it_has_not_come_to() {
    let region = Rc::new(crate::region::tests::region());
    let exercise = Rc::new(crate::exercise::tests::small(&region));
    let attempt = Attempt::new(&exercise, None);
    let fresh = Ongoing::new(exercise.clone(), attempt.clone(), BTreeMap::new(), false);
    let at_start = Presentation::of_attempt(&fresh);
    let lesson = at_start.lesson.as_ref().expect("a lesson");
    assert_eq!(lesson.slides(), [Slide::Step(0)]);
    assert!(lesson.is_of_attempt() && lesson.hides(0));
    let own = PredictedAnswer::Number(Decimal::TEN);
    let attempt = attempt.answered(&exercise, 0, Answer::Predicted(own));
    let committed = attempt.committed(&exercise);
    let ongoing = Ongoing::new(exercise.clone(), committed.clone(), BTreeMap::new(), false);
    let followed = at_start.apply(PresentationAction::Follow(Rc::new(ongoing)), &[]);
    let lesson = followed.lesson.as_ref().expect("a lesson");
    assert_eq!(followed.slide, Slide::Step(0));
    assert!(!lesson.hides(0) && lesson.hides(1));
    assert_eq!(lesson.answers.get(&0), Some(&own));
    let forward = committed.forward(&exercise);
    let ongoing = Ongoing::new(exercise, forward, BTreeMap::new(), false);
    let followed = followed.apply(PresentationAction::Follow(Rc::new(ongoing)), &[]);
    assert_eq!(followed.slide, Slide::Step(1));
}

#[test]
fn the_rooms_answer_stands_beside_the_result_and_the_words_on_it_come_with_it() {
    let (state, words) = start();
    let asked = taught(&state, "zjk-gap-1");
    let guess = PredictedAnswer::Number(Decimal::from(500));
    let answered = asked.apply(PresentationAction::Answer(Some(guess)), &[]);
    let hidden = free::written(&words, &state, &answered)
        .guess
        .expect("a prediction");
    assert_eq!(hidden.parts[0].value.as_deref(), Some("500.00 元"));
    assert_eq!(
        (&hidden.parts[1].value, &hidden.parts[2].value),
        (&None, &None)
    );
    assert_eq!(hidden.verdict, None);
    let revealed = next(&answered, &state);
    let slide = free::written(&words, &state, &revealed);
    let seen = slide.guess.expect("a prediction");
    assert!(seen.parts.iter().all(|part| part.value.is_some()));
    assert!(seen.verdict.is_some());
    let ProjectedBody::Words { lines } = slide.body else {
        panic!("words on the result");
    };
    assert!(lines[0].contains("500.00"), "{lines:?}");
    let lesson = revealed.lesson.as_ref().expect("a lesson");
    assert_eq!(
        lesson.asks(&state, 0),
        Some((Ask::Number, Some(Unit::YuanPerPerson)))
    );
    assert_eq!(lesson.asks(&state, 2), None);
    let free = revealed.apply(PresentationAction::Teach(None), &[]);
    assert_eq!((free.slide, free.lesson), (Slide::Result, None));
}

#[test]
fn a_goal_is_held_against_the_calculators_scenario_and_options_show_the_best() {
    let (state, words) = start();
    let at = taught(&state, "zjk-gap-1").apply(PresentationAction::Show(Slide::Step(2)), &[]);
    let ProjectedBody::Rows { rows, .. } = free::written(&words, &state, &at).body else {
        panic!("conditions");
    };
    assert!(
        rows.iter().any(|row| row.is_good == Some(false)),
        "the plan reaches no goal"
    );
    assert!(rows.iter().all(|row| row.value.is_some()));
    assert!(
        rows.iter().all(|row| !row.label.contains("gain_share")),
        "{rows:?}"
    );
    assert!(free::written(&words, &state, &at).moves.is_empty());
    let moved = state.apply(Action::Set(Fixed::JobsOutward.into(), Decimal::from(5000)));
    let at = at.apply(PresentationAction::Moved(0), &[]);
    assert_eq!(
        free::written(&words, &moved, &at).moves.len(),
        1,
        "the lever in hand"
    );
    let choice = taught(&state, "zjk-earned-1");
    let good = |at: &Presentation| {
        let ProjectedBody::Rows { rows, .. } = free::written(&words, &state, at).body else {
            panic!("options");
        };
        rows.iter()
            .filter(|row| row.is_good.is_some() || row.value.is_some())
            .count()
    };
    assert_eq!(good(&choice), 0);
    assert_eq!(good(&next(&choice, &state)), 3);
}
