//! The answers of groups that answered more than once.

use super::{GroupsPaper, income_words};
use crate::exercise::attempt::{Answer, ExerciseResult};

impl GroupsPaper<'_> {
    /// The answers of groups that answered more than once, the last at the end: it alone counts. Incomes only where results are shown.
    pub fn repeats(&self, with_results: bool) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        for group in &self.sheet.groups {
            let name = self.group_name(group);
            let results = group.results.iter().enumerate();
            for (number, result) in results.filter(|_| group.results.len() > 1) {
                let said = self.result_words(result, with_results);
                let is_last = number + 1 == group.results.len();
                lines.push(self.repeat(&name, (number + 1, &said), is_last));
            }
            for (step, all) in &group.predictions {
                let truth = self.truth(*step);
                let Some(truth) = truth
                    .filter(|_| all.len() > 1 && all.iter().any(|prediction| prediction.is_called))
                else {
                    continue;
                };
                let said = all.iter().map(|it| self.prediction_words(&truth, *it));
                let said: Vec<String> = said.collect();
                let step = (step + 1).to_string();
                let said = said.join(&words.text("groups-then"));
                let arguments = [("group", &*name), ("step", &*step), ("predictions", &*said)];
                lines.push(words.format("groups-again", &arguments));
            }
        }
        lines
    }

    fn repeat(&self, group: &str, (number, said): (usize, &str), is_last: bool) -> String {
        let id = match is_last {
            true => "groups-result-counts",
            false => "groups-result-replaced",
        };
        let number = number.to_string();
        let arguments = [("group", group), ("number", &number), ("result", said)];
        self.words.format(id, &arguments)
    }

    fn result_words(&self, result: &ExerciseResult, with_results: bool) -> String {
        let words = self.words;
        let mut parts = Vec::new();
        for (index, answer) in result.answers.iter().enumerate() {
            let step = (index + 1).to_string();
            let said = match answer {
                Some(Answer::Predicted(answer)) => {
                    let truth = self.truth(index);
                    truth.map(|truth| words.prediction(*answer, &truth))
                }
                Some(Answer::Tried { tries, .. }) => {
                    Some(words.format("groups-tries", &[("tries", &tries.to_string())]))
                }
                _ => None,
            };
            parts.extend(said.map(|said| {
                words.format("exercise-answer", &[("step", &step), ("answer", &said)])
            }));
        }
        if with_results {
            let region = self.judge.region();
            let until = region.years.first_plan;
            let outcome = result.scenario.project_until(region, until);
            parts.push(income_words(words, outcome.scenario[0].income));
        }
        parts.join(&words.text("groups-between"))
    }
}
