//! Reads the steps of an exercise.

use super::{MOST_ENTRIES, OPTIONS, Reading};
use crate::exercise::MOST_STEPS;
use crate::exercise::json::{Fields, Json};
use crate::exercise::step::{
    Ask, Best, ChoiceOption, Choose, Do, Hint, Predict, Show, Step, StepKind,
};
use crate::problem::Fault;

/// The most hints of a step.
const MOST_HINTS: u32 = 6;
/// The most tries before a hint.
const MOST_TRIES: u32 = 20;
/// The measures of a prediction: true for the change against the start.
pub const OF: [(bool, &str); 2] = [(false, "value"), (true, "change")];
/// The measures of a best answer: true for the most.
pub const BEST: [(bool, &str); 2] = [(true, "most"), (false, "least")];

/// The kinds of steps before their fields are read.
#[derive(Clone, Copy)]
enum Kind {
    Predict,
    Show,
    Do,
    Choose,
    Say,
}

impl Reading<'_> {
    pub(super) fn steps(&mut self, place: &str, json: &Json) -> Vec<Step> {
        let entries = self.faults.list(place, json, 1..=MOST_STEPS);
        let steps = entries.into_iter();
        steps
            .filter_map(|(place, json)| self.step(&place, json))
            .collect()
    }

    fn step(&mut self, place: &str, json: &Json) -> Option<Step> {
        let kinds = [
            (Kind::Predict, "predict"),
            (Kind::Show, "show"),
            (Kind::Do, "do"),
            (Kind::Choose, "choose"),
            (Kind::Say, "say"),
        ];
        let mut fields = Fields::of(self.faults, place, json)?;
        let kind = fields.must(self.faults, "kind");
        let kind = kind.and_then(|(place, json)| self.faults.word(&place, json, &kinds))?;
        let text = fields.must(self.faults, "text");
        let text = self.text(text);
        let kind = match kind {
            Kind::Predict => self.predict(&mut fields).map(StepKind::Predict),
            Kind::Show => Some(StepKind::Show(self.show(&mut fields))),
            Kind::Do => Some(StepKind::Do(self.task(&mut fields))),
            Kind::Choose => Some(StepKind::Choose(self.choose(&mut fields))),
            Kind::Say => Some(StepKind::Say),
        };
        fields.finish(self.faults);
        Some(Step {
            text: text?,
            kind: kind?,
        })
    }

    fn predict(&mut self, fields: &mut Fields<'_>) -> Option<Predict> {
        let output = fields.must(self.faults, "output");
        let output = output.and_then(|(place, json)| self.output(&place, json));
        let change = self.change(fields.may("change"));
        let ask = fields.may("ask");
        let ask = ask.map(|(place, json)| self.faults.word(&place, json, &Ask::NAMES));
        let of = fields.may("of");
        let of = of.map(|(place, json)| self.faults.word(&place, json, &OF));
        let within = fields.may("within");
        let within = within.and_then(|(place, json)| {
            let within = self.number(&place, json)?;
            if within.is_sign_negative() {
                self.faults
                    .report(&place, Fault::NotANumber(within.to_string()));
                return None;
            }
            Some(within)
        });
        let feedback = self.text(fields.may("feedback"));
        Some(Predict {
            output: output?,
            change,
            ask: ask.unwrap_or(Some(Ask::Number))?,
            is_of_change: of.unwrap_or(Some(false))?,
            within,
            feedback,
        })
    }

    fn show(&mut self, fields: &mut Fields<'_>) -> Show {
        let change = self.change(fields.may("change"));
        let outputs = match fields.may("outputs") {
            Some((place, json)) => {
                let entries = self.faults.list(&place, json, 0..=MOST_ENTRIES);
                let outputs = entries.into_iter();
                outputs
                    .filter_map(|(place, json)| self.output(&place, json))
                    .collect()
            }
            None => Vec::new(),
        };
        let reveal = fields.may("reveal");
        let reveal = reveal.map(|(place, json)| self.cards(&place, json));
        Show {
            change,
            outputs,
            reveal: reveal.unwrap_or_default(),
        }
    }

    fn task(&mut self, fields: &mut Fields<'_>) -> Do {
        let goal = fields.must(self.faults, "goal");
        let goal = goal.map(|(place, json)| self.bounds(&place, json, 1));
        let limits = fields.may("limits");
        let limits = limits.map(|(place, json)| self.bounds(&place, json, 0));
        let hints = match fields.may("hints") {
            Some((place, json)) => {
                let entries = self.faults.list(&place, json, 0..=MOST_HINTS);
                let hints = entries.into_iter();
                hints
                    .filter_map(|(place, json)| self.hint(&place, json))
                    .collect()
            }
            None => Vec::new(),
        };
        Do {
            goal: goal.unwrap_or_default(),
            limits: limits.unwrap_or_default(),
            hints,
            feedback: self.text(fields.may("feedback")),
        }
    }

    fn hint(&mut self, place: &str, json: &Json) -> Option<Hint> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let after = fields.must(self.faults, "after");
        let after = after.and_then(|(place, json)| self.faults.whole(&place, json, 1..=MOST_TRIES));
        let text = fields.must(self.faults, "text");
        let text = self.text(text);
        fields.finish(self.faults);
        Some(Hint {
            after: after?,
            text: text?,
        })
    }

    fn choose(&mut self, fields: &mut Fields<'_>) -> Choose {
        let options = match fields.must(self.faults, "options") {
            Some((place, json)) => {
                let entries = self.faults.list(&place, json, OPTIONS);
                let options = entries.into_iter();
                options
                    .filter_map(|(place, json)| self.option(&place, json))
                    .collect()
            }
            None => Vec::new(),
        };
        let best = fields.may("best");
        let best = best.and_then(|(place, json)| self.best(&place, json));
        let asks_why = fields.may("why");
        let asks_why = asks_why.and_then(|(place, json)| self.faults.flag(&place, json));
        Choose {
            options,
            best,
            asks_why: asks_why.unwrap_or_default(),
        }
    }

    fn option(&mut self, place: &str, json: &Json) -> Option<ChoiceOption> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let text = fields.must(self.faults, "text");
        let text = self.text(text);
        let change = self.change(fields.may("change"));
        let feedback = self.text(fields.may("feedback"));
        fields.finish(self.faults);
        Some(ChoiceOption {
            text: text?,
            change,
            feedback,
        })
    }

    fn best(&mut self, place: &str, json: &Json) -> Option<Best> {
        let mut fields = Fields::of(self.faults, place, json)?;
        let output = fields.must(self.faults, "output");
        let output = output.and_then(|(place, json)| self.output(&place, json));
        let is_most = fields.must(self.faults, "is");
        let is_most = is_most.and_then(|(place, json)| self.faults.word(&place, json, &BEST));
        fields.finish(self.faults);
        Some(Best {
            output: output?,
            is_most: is_most?,
        })
    }
}
