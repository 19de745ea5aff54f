//! A presentation from key to key.

use rust_decimal::Decimal;

use super::*;

const SLIDES: [Slide; 3] = [Slide::Result, Slide::Paths, Slide::Years];

fn pressed(presentation: &Presentation, keys: &[PresentationKey]) -> Presentation {
    keys.iter().fold(presentation.clone(), |it, key| {
        it.apply(PresentationAction::Press(*key), &SLIDES)
    })
}

#[test]
fn slides_go_forward_and_back_and_end_at_both_ends() {
    use PresentationKey::{Back, First, Next};
    let start = Presentation::default();
    assert_eq!(start.shown(&SLIDES), Slide::Result);
    assert_eq!(pressed(&start, &[Next]).slide, Slide::Paths);
    assert_eq!(
        pressed(&start, &[Next, Next, Next, Next]).slide,
        Slide::Years
    );
    assert_eq!(pressed(&start, &[Next, Next, Back]).slide, Slide::Paths);
    assert_eq!(pressed(&start, &[Next, Back, Back]).slide, Slide::Result);
    assert_eq!(pressed(&start, &[Next, Next, First]).slide, Slide::Result);
    let gone = start.apply(PresentationAction::Show(Slide::Steps), &SLIDES);
    assert_eq!(gone.shown(&SLIDES), Slide::Result);
    assert_eq!(pressed(&gone, &[Next]).slide, Slide::Paths);
}

#[test]
fn any_key_opens_the_curtain_and_does_nothing_else() {
    use PresentationKey::{Any, Back, Black, End, Next, White};
    let start = pressed(&Presentation::default(), &[Next]);
    for (close, curtain) in [(Black, Curtain::Black), (White, Curtain::White)] {
        let closed = pressed(&start, &[close]);
        assert_eq!(closed.curtain, curtain);
        for key in [Any, Next, Back, Black, White, End] {
            assert_eq!(pressed(&closed, &[key]), start, "{key:?}");
        }
    }
}

#[test]
fn a_result_is_hidden_until_the_next_key_and_no_way_leads_around() {
    use PresentationKey::{Back, First, Next};
    let start = pressed(&Presentation::default(), &[Next]);
    let ask = PresentationAction::Ask(GuessMeasure::Change, Scenario::default());
    let asked = start.apply(ask, &SLIDES);
    assert!(asked.is_hidden());
    let tried = pressed(&asked, &[Back, First]).apply(PresentationAction::Replay, &SLIDES);
    assert!(tried.is_hidden());
    assert_eq!((tried.slide, tried.replay), (Slide::Paths, None));
    let guessed = tried.apply(PresentationAction::Guess(Some(Decimal::TEN)), &SLIDES);
    let revealed = pressed(&guessed, &[Next]);
    assert!(!revealed.is_hidden());
    assert_eq!(revealed.slide, Slide::Paths);
    assert_eq!(
        revealed.question.as_ref().and_then(|it| it.guess),
        Some(Decimal::TEN)
    );
    assert_eq!(pressed(&revealed, &[Next]).slide, Slide::Years);
    let other = guessed.apply(PresentationAction::Measure(GuessMeasure::Income), &SLIDES);
    assert_eq!(other.question.and_then(|it| it.guess), None);
    let dropped = revealed.apply(PresentationAction::DropQuestion, &SLIDES);
    assert_eq!(dropped.question, None);
}

#[test]
fn a_moved_lever_stands_large_for_a_while() {
    let start = Presentation::default();
    assert!(!start.is_in_hand());
    let moved = start.apply(PresentationAction::Moved(1_000), &SLIDES);
    assert!(moved.is_in_hand());
    let still = moved.apply(PresentationAction::Tick(1_000 + IN_HAND_MS - 1), &SLIDES);
    assert!(still.is_in_hand());
    assert!(
        !still
            .apply(PresentationAction::Tick(1_000 + IN_HAND_MS), &SLIDES)
            .is_in_hand()
    );
    assert!(!pressed(&moved, &[PresentationKey::Next]).is_in_hand());
}

#[test]
fn a_replay_runs_to_its_end_and_takes_one_step_where_motion_is_unwanted() {
    let start = Presentation::default().apply(PresentationAction::Replay, &SLIDES);
    let mut seen = Vec::new();
    let mut at = start.clone();
    while let Some(frame) = at.replay {
        seen.push(frame);
        at = at.apply(PresentationAction::NextFrame(true), &SLIDES);
    }
    assert_eq!(seen, (0..=FRAMES).collect::<Vec<_>>());
    let still = start.apply(PresentationAction::NextFrame(false), &SLIDES);
    assert_eq!(still.replay, Some(FRAMES));
    assert_eq!(
        still
            .apply(PresentationAction::NextFrame(false), &SLIDES)
            .replay,
        None
    );
    let moved = start.apply(PresentationAction::Moved(0), &SLIDES);
    assert_eq!(moved.replay, None);
}
