//! The moves of a group, step by step, with the headline after each.

use rust_decimal::Decimal;

use super::KnownExercise;
use crate::exercise::attempt::ExerciseResult;
use crate::exercise::step::changed;
use crate::number::YuanPerPerson;
use crate::region::key::Key;
use crate::scenario::Scenario;

/// A state on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayFrame {
    /// The lever that was moved, with the value that it was moved to; none at the start and where moves are missing.
    pub moved: Option<(Key, Decimal)>,
    /// The income of the first plan year.
    pub income: YuanPerPerson,
}

/// The frames of a result: the start, each move, and the final scenario where the moves do not lead there. A long link leaves
/// the moves out, and of very many the last are kept.
pub fn replay(known: &KnownExercise, result: &ExerciseResult) -> Vec<ReplayFrame> {
    let start = &known.exercise.start;
    let income = |scenario: &Scenario| {
        let outcome = scenario.project_until(&known.region, known.region.years.first_plan);
        outcome.scenario[0].income
    };
    let mut frames = vec![ReplayFrame {
        moved: None,
        income: income(start),
    }];
    let mut moves: Vec<(Key, Decimal)> = Vec::new();
    let mut last = start.clone();
    for (key, value) in &result.moves {
        moves.retain(|(own, _)| own != key);
        moves.push((*key, *value));
        // What would not fit beside the others on the way is left out there.
        last = changed(&known.region, start, &moves).0;
        frames.push(ReplayFrame {
            moved: Some((*key, *value)),
            income: income(&last),
        });
    }
    if last != result.scenario {
        frames.push(ReplayFrame {
            moved: None,
            income: income(&result.scenario),
        });
    }
    frames
}
