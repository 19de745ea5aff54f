//! The groups of one edition of an exercise, with their results and predictions; the last of each counts.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    CalledAnswer, ExerciseMark, GroupSession, HandedResult, KnownExercise, SessionEntry, group,
};
use crate::exercise::attempt::{Answer, ExerciseResult};
use crate::exercise::judge::PredictedAnswer;
use crate::exercise::link::read_result;
use crate::exercise::step::StepKind;
use crate::problem::Problem;

/// A prediction of a group with where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupPrediction {
    /// The prediction.
    pub answer: PredictedAnswer,
    /// True where it was called out and typed.
    pub is_called: bool,
}

/// A group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupRecord {
    /// The identity of its name.
    pub key: String,
    /// Its name as it was first written; none where its link has none.
    pub name: Option<String>,
    /// Its results in the order in which they came; the last counts.
    pub results: Vec<ExerciseResult>,
    /// Its predictions by step, in the same order; the last of each counts.
    pub predictions: BTreeMap<usize, Vec<GroupPrediction>>,
}

impl GroupRecord {
    /// The result that counts.
    pub fn last(&self) -> Option<&ExerciseResult> {
        self.results.last()
    }

    /// The prediction that counts.
    pub fn prediction(&self, step: usize) -> Option<GroupPrediction> {
        self.predictions.get(&step)?.last().copied()
    }

    /// The answer to a step that counts.
    pub fn answer(&self, step: usize) -> Option<&Answer> {
        self.last()?.answers.get(step)?.as_ref()
    }
}

/// All that came for one edition of an exercise.
#[derive(Clone, Debug)]
pub struct GroupSheet {
    /// The edition.
    pub mark: ExerciseMark,
    /// The exercise; none where it is not at hand, so that nothing of its results can be counted.
    pub known: Option<Rc<KnownExercise>>,
    /// The groups, in the order in which they first answered.
    pub groups: Vec<GroupRecord>,
    /// Entries that say nothing here: their groups' names and the first problem.
    pub unread: Vec<(Option<String>, Problem)>,
}

impl GroupSheet {
    /// The results that count, with the place of their group.
    pub fn results(&self) -> impl Iterator<Item = (usize, &ExerciseResult)> {
        let groups = self.groups.iter().enumerate();
        groups.filter_map(|(index, group)| Some((index, group.last()?)))
    }

    /// The steps of the exercise that ask for a prediction.
    pub fn predict_steps(&self) -> Vec<usize> {
        let steps = self.known.iter().flat_map(|known| &known.exercise.steps);
        let steps = steps.enumerate();
        steps
            .filter(|(_, step)| matches!(step.kind, StepKind::Predict(_)))
            .map(|(index, _)| index)
            .collect()
    }
}

/// The sheets of a session: one for each of its exercises, then one for each other edition of which something came.
pub fn sheets(session: &GroupSession, known: &[Rc<KnownExercise>]) -> Vec<GroupSheet> {
    let marks = session.exercises.iter().map(|exercise| &exercise.mark);
    let marks = marks.chain(session.entries.iter().map(SessionEntry::mark));
    let mut sheets: Vec<GroupSheet> = Vec::new();
    for mark in marks {
        if sheets.iter().all(|sheet| sheet.mark != *mark) {
            sheets.push(GroupSheet {
                mark: mark.clone(),
                known: known.iter().find(|known| known.mark == *mark).cloned(),
                groups: Vec::new(),
                unread: Vec::new(),
            });
        }
    }
    let keys = group::keys(session.entries.iter());
    for (entry, key) in session.entries.iter().zip(keys) {
        let own = sheets.iter_mut().find(|sheet| sheet.mark == *entry.mark());
        if let Some(sheet) = own {
            sheet.take(entry, key);
        }
    }
    sheets
}

impl GroupSheet {
    fn take(&mut self, entry: &SessionEntry, key: String) {
        let read = match (entry, &self.known) {
            (SessionEntry::Handed(handed), Some(known)) => result(known, handed).map(Some),
            _ => Ok(None),
        };
        let result = match read {
            Ok(result) => result,
            Err(problems) => {
                let problem = problems.into_iter().next();
                let name = entry.group().map(str::to_owned);
                self.unread.extend(problem.map(|problem| (name, problem)));
                return;
            }
        };
        let at = self.groups.iter().position(|group| group.key == key);
        let at = at.unwrap_or_else(|| {
            self.groups.push(GroupRecord {
                key,
                name: entry.group().map(str::to_owned),
                ..GroupRecord::default()
            });
            self.groups.len() - 1
        });
        let known = self.known.as_deref();
        let group = &mut self.groups[at];
        if let Some(result) = result {
            for (step, answer) in result.answers.iter().enumerate() {
                if let Some(Answer::Predicted(answer)) = answer {
                    let all = group.predictions.entry(step).or_default();
                    all.push(GroupPrediction {
                        answer: *answer,
                        is_called: false,
                    });
                }
            }
            group.results.push(result);
        }
        if let SessionEntry::Called(called) = entry
            && known.is_none_or(|known| fits(known, called))
        {
            let all = group.predictions.entry(called.step).or_default();
            all.push(GroupPrediction {
                answer: called.answer,
                is_called: true,
            });
        }
    }
}

fn result(known: &KnownExercise, handed: &HandedResult) -> Result<ExerciseResult, Vec<Problem>> {
    read_result(&known.exercise, &known.region, &handed.read)
}

/// True where a called answer is of the kind that its step asks for.
fn fits(known: &KnownExercise, called: &CalledAnswer) -> bool {
    let step = known.exercise.steps.get(called.step);
    step.is_some_and(|step| Answer::Predicted(called.answer).fits(step))
}
