//! The presentation on a projector: where it stands, and the one function that changes it.
//!
//! Pure like the state: the time comes in with the actions, windows and full screen are the effects'. A presentation
//! is a list of [`Slide`]s; [`free`] makes those of the free demonstration and writes each down as a
//! [`ProjectedSlide`](slide::ProjectedSlide), texts and drawing alone. Whatever else is presented (the steps of an
//! exercise) is a further kind of slide that is written down in the same form; the views and the second window know
//! nothing but the form.

pub mod countdown;
pub mod free;
pub mod keys;
pub mod lesson;
pub mod messages;
pub mod replay;
pub mod slide;

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::app::state::{Ongoing, State};
use crate::exercise::Exercise;
use crate::exercise::judge::PredictedAnswer;
use crate::scenario::Scenario;
use countdown::{Countdown, CountdownAction};
use keys::PresentationKey;
use lesson::Lesson;
use replay::FRAMES;
use slide::Slide;

/// The time that a moved lever stands large, in milliseconds.
pub const IN_HAND_MS: u64 = 8_000;

/// The curtain before the presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Curtain {
    /// None: everything is seen.
    #[default]
    Open,
    /// A black screen.
    Black,
    /// A white screen.
    White,
}

/// The result that the room predicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuessMeasure {
    /// The change of income a head.
    #[default]
    Change,
    /// The income a head itself.
    Income,
}

/// A question to the room. Its answer is no part of it: the model computes it from both scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomQuestion {
    /// The result asked for.
    pub measure: GuessMeasure,
    /// The scenario when the question was asked.
    pub before: Scenario,
    /// The room's prediction, once it was typed.
    pub guess: Option<Decimal>,
    /// True once the result may be seen.
    pub is_revealed: bool,
}

/// A presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// The slide that is shown.
    pub slide: Slide,
    /// The curtain before it.
    pub curtain: Curtain,
    /// The countdown.
    pub countdown: Countdown,
    /// The question to the room, until it is taken away.
    pub question: Option<RoomQuestion>,
    /// The exercise that is gone through with the room; none in a free demonstration.
    pub lesson: Option<Lesson>,
    /// The frame of the last change's replay, while it runs.
    pub replay: Option<u32>,
    /// The time until which the lever that was moved stands large.
    in_hand_until: Option<u64>,
}

/// An action on a presentation.
#[derive(Clone, Debug, PartialEq)]
pub enum PresentationAction {
    /// A key of a keyboard or a remote, or what a button does in its place.
    Press(PresentationKey),
    /// A slide was chosen.
    Show(Slide),
    /// A lever was moved, at that time.
    Moved(u64),
    /// It is that time.
    Tick(u64),
    /// The room is asked for a result; from here on it is hidden.
    Ask(GuessMeasure, Scenario),
    /// The room's prediction was typed, or removed.
    Guess(Option<Decimal>),
    /// Another result is asked for.
    Measure(GuessMeasure),
    /// The question was taken away.
    DropQuestion,
    /// The last change is to be replayed.
    Replay,
    /// The next frame of the replay is due; the reader wants no motion where it is false.
    NextFrame(bool),
    /// An exercise is to be gone through from its first step; none leads back to the free demonstration.
    Teach(Option<Rc<Exercise>>),
    /// An attempt has gone on, or back.
    Follow(Rc<Ongoing>),
    /// The room's answer to the step on the screen, or none.
    Answer(Option<PredictedAnswer>),
    /// Something was done to the countdown.
    Countdown(CountdownAction),
}

impl Default for Presentation {
    fn default() -> Self {
        Self {
            slide: Slide::Result,
            curtain: Curtain::Open,
            countdown: Countdown::default(),
            question: None,
            lesson: None,
            replay: None,
            in_hand_until: None,
        }
    }
}

impl Presentation {
    /// The presentation of an attempt, on its step.
    pub fn of_attempt(ongoing: &Ongoing) -> Self {
        let last = ongoing.exercise.steps.len().saturating_sub(1);
        Self {
            slide: Slide::Step(ongoing.attempt.step.min(last)),
            lesson: Some(Lesson::of_attempt(ongoing)),
            ..Self::default()
        }
    }

    /// True while the room predicts: no slide may show a result then.
    pub fn is_hidden(&self) -> bool {
        self.question.as_ref().is_some_and(|it| !it.is_revealed)
    }

    /// The slides that there are: an exercise's steps, else those of the free demonstration.
    pub fn slides(&self, state: &State) -> Vec<Slide> {
        match &self.lesson {
            Some(lesson) => lesson.slides(),
            None => free::slides(state),
        }
    }

    /// True while the lever that was moved last stands large.
    pub fn is_in_hand(&self) -> bool {
        self.in_hand_until.is_some() || self.replay.is_some() || self.question.is_some()
    }

    /// The same without its countdown, which no slide shows.
    #[must_use]
    pub fn without_countdown(&self) -> Self {
        Self {
            countdown: Countdown::default(),
            ..self.clone()
        }
    }

    /// The slide that is shown of those that there are: the first where the chosen one is gone.
    pub fn shown(&self, slides: &[Slide]) -> Slide {
        let is_there = slides.contains(&self.slide);
        let first = slides.first().copied();
        if is_there {
            self.slide
        } else {
            first.unwrap_or(Slide::Result)
        }
    }

    /// The presentation after an action, with the slides that there are.
    #[must_use]
    pub fn apply(&self, action: PresentationAction, slides: &[Slide]) -> Self {
        let mut next = self.clone();
        match action {
            PresentationAction::Press(key) => next.press(key, slides),
            PresentationAction::Show(slide) => next.show(slide),
            PresentationAction::Moved(now) => {
                next.replay = None;
                next.in_hand_until = Some(now + IN_HAND_MS);
            }
            PresentationAction::Tick(now) => {
                next.countdown = next.countdown.apply(CountdownAction::Tick(now));
                next.in_hand_until = next.in_hand_until.filter(|until| *until > now);
            }
            PresentationAction::Ask(measure, before) => {
                next.replay = None;
                next.question = Some(RoomQuestion {
                    measure,
                    before,
                    guess: None,
                    is_revealed: false,
                });
            }
            PresentationAction::Guess(guess) => {
                if let Some(question) = &mut next.question {
                    question.guess = guess;
                }
            }
            PresentationAction::Measure(measure) => {
                if let Some(question) = &mut next.question {
                    question.measure = measure;
                    question.guess = None;
                }
            }
            PresentationAction::DropQuestion => next.question = None,
            // A replay would show what is to be predicted.
            PresentationAction::Replay if next.is_hidden() => {}
            PresentationAction::Replay => next.replay = Some(0),
            PresentationAction::NextFrame(moves) => {
                next.replay = next.replay.and_then(|frame| match (frame, moves) {
                    (FRAMES.., _) => None,
                    (_, true) => Some(frame + 1),
                    (_, false) => Some(FRAMES),
                });
            }
            PresentationAction::Teach(exercise) => {
                next.question = None;
                next.lesson = exercise.map(Lesson::new);
                next.show(match next.lesson {
                    Some(_) => Slide::Step(0),
                    None => Slide::Result,
                });
            }
            PresentationAction::Follow(ongoing) => {
                let of_attempt = Self::of_attempt(&ongoing);
                next.lesson = of_attempt.lesson;
                if next.slide != of_attempt.slide {
                    next.show(of_attempt.slide);
                }
            }
            PresentationAction::Answer(answer) => {
                if let (Slide::Step(at), Some(lesson)) = (next.slide, &mut next.lesson) {
                    match answer {
                        Some(answer) => lesson.answers.insert(at, answer),
                        None => lesson.answers.remove(&at),
                    };
                }
            }
            PresentationAction::Countdown(action) => next.countdown = next.countdown.apply(action),
        }
        next
    }

    fn show(&mut self, slide: Slide) {
        self.slide = slide;
        self.replay = None;
        self.in_hand_until = None;
    }

    fn press(&mut self, key: PresentationKey, slides: &[Slide]) {
        if self.curtain != Curtain::Open {
            // Whatever was pressed: it opens the curtain and does nothing else.
            self.curtain = Curtain::Open;
            return;
        }
        if let (PresentationKey::Next, Slide::Step(at), Some(lesson)) =
            (key, self.slide, &mut self.lesson)
            && lesson.hides(at)
        {
            lesson.revealed.insert(at);
            return;
        }
        let at = slides.iter().position(|slide| *slide == self.shown(slides));
        let at = at.unwrap_or_default();
        match key {
            PresentationKey::Black => self.curtain = Curtain::Black,
            PresentationKey::White => self.curtain = Curtain::White,
            PresentationKey::Next => match &mut self.question {
                Some(question) if !question.is_revealed => question.is_revealed = true,
                _ => {
                    if let Some(slide) = slides.get(at + 1) {
                        self.show(*slide);
                    }
                }
            },
            // What is hidden stays so.
            PresentationKey::Back | PresentationKey::First if self.is_hidden() => {}
            PresentationKey::Back => {
                if let Some(slide) = at.checked_sub(1).and_then(|before| slides.get(before)) {
                    self.show(*slide);
                }
            }
            PresentationKey::First => {
                if let Some(slide) = slides.first() {
                    self.show(*slide);
                }
            }
            PresentationKey::End | PresentationKey::Any => {}
        }
    }
}

#[cfg(test)]
mod tests;
