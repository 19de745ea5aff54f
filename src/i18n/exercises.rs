//! Exercises in words: their faults, outputs by name and value, and texts with their numbers put in.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::Catalog;
use crate::analysis::explain::tape::NodeKind;
use crate::exercise::judge::{
    BoundVerdict, Direction, Judge, PredictedAnswer, PredictionVerdict, Truth,
};
use crate::exercise::output::{OutputName, OutputValue, Outputs};
use crate::exercise::step::Ask;
use crate::exercise::text::{NumberOf, TextPiece, Texts};
use crate::number::{People, Share, Yuan, YuanPerPerson};
use crate::problem::ExerciseFault;
use crate::region::key::Unit;

/// A place on paper for a number to be written into.
pub const BLANK: &str = "＿＿＿＿";

/// The sources of the numbers in a step's texts.
pub struct StepNumbers<'a> {
    /// The exercise computed.
    pub judge: &'a Judge<'a>,
    /// The step's own scenario.
    pub step: &'a Outputs,
    /// The participant's scenario, where there is one.
    pub now: Option<&'a Outputs>,
    /// The prediction with what the model says to it.
    pub prediction: Option<(PredictedAnswer, PredictionVerdict)>,
}

/// The message on a kind of step, by its name in files.
pub fn kind_message(kind: &str) -> &'static str {
    match kind {
        "predict" => "exercise-kind-predict",
        "show" => "exercise-kind-show",
        "do" => "exercise-kind-do",
        "choose" => "exercise-kind-choose",
        _ => "exercise-kind-say",
    }
}

impl Catalog {
    /// A fault of an exercise.
    pub(super) fn exercise_fault(&self, fault: &ExerciseFault) -> String {
        let with = |id: &str, arguments: &[(&str, &str)]| self.format(id, arguments);
        match fault {
            ExerciseFault::Newer(version) => {
                with("fault-exercise-newer", &[("version", &version.to_string())])
            }
            ExerciseFault::Unknown(id) => with("fault-exercise-unknown", &[("id", id)]),
            ExerciseFault::FileNeeded(id, sum) => {
                with("fault-exercise-file-needed", &[("id", id), ("sum", sum)])
            }
            ExerciseFault::UnknownOutput(name) => with("fault-exercise-output", &[("name", name)]),
            ExerciseFault::NotOneOf { text, allowed } => {
                let arguments = [("text", &**text), ("allowed", &**allowed)];
                with("fault-exercise-not-one-of", &arguments)
            }
            ExerciseFault::Count { least, most } => {
                let (least, most) = (least.to_string(), most.to_string());
                with(
                    "fault-exercise-count",
                    &[("least", &least), ("most", &most)],
                )
            }
            ExerciseFault::TextLength(most) => {
                with("fault-exercise-text", &[("most", &most.to_string())])
            }
            ExerciseFault::NoLanguage => with("fault-exercise-no-language", &[]),
            ExerciseFault::OpenBrace => with("fault-exercise-brace", &[]),
            ExerciseFault::OtherExercise => with("fault-exercise-other", &[]),
            ExerciseFault::NoResult => with("fault-exercise-no-result", &[]),
        }
    }

    /// The name of an output with its year, and that it is the plan's where its own name says so.
    pub fn output_name(&self, outputs: &Outputs, name: &OutputName) -> String {
        let node = outputs.step(name).map(|step| outputs.trace().node(step));
        let (said, year) = match node.map(|node| (&node.kind, node.term)) {
            None => match name.term_of_absent() {
                Some(term) => (self.what(term.what), term.year),
                None => (name.to_string(), None),
            },
            Some((_, Some(term))) => (self.what(term.what), term.year),
            Some((NodeKind::Input(key, _), None)) => (self.key_name(*key).to_string(), None),
            Some((_, None)) => (name.to_string(), None),
        };
        let mut marks: Vec<String> = year.map(|year| year.to_string()).into_iter().collect();
        let parts = || name.as_str().split('.');
        if parts().any(|part| part == "plan") {
            marks.push(self.text("explain-plan").to_string());
        } else if parts().any(|part| part == "published") {
            marks.push(self.text("explain-published").to_string());
        }
        if marks.is_empty() {
            return said;
        }
        let marks = marks.join(&self.text("explain-mark-between"));
        self.format("explain-named", &[("name", &said), ("marks", &marks)])
    }

    /// The value of an output with its unit, as the screen shows it.
    pub fn output_value(&self, outputs: &Outputs, name: &OutputName) -> String {
        match outputs.step(name) {
            Some(step) => self.step_value(outputs.trace(), step),
            None => self.text("value-unknown").to_string(),
        }
    }

    /// A number of an output's measure.
    pub fn output_number(&self, value: OutputValue) -> String {
        let number = value.number;
        if value.measure.is_points {
            return self.output_change(value);
        }
        match value.measure.unit {
            Some(Unit::Yuan) => self.funds(Yuan(number)),
            Some(Unit::YuanPerPerson) => {
                let number = self.money(YuanPerPerson(number));
                self.format("amount-yuan", &[("number", &number)])
            }
            Some(Unit::Share) => self.percent(Share(number), 2),
            Some(Unit::People) => {
                let unit = self.text("unit-people");
                format!("{} {unit}", self.people(People(number)))
            }
            Some(unit) => self.value_of_unit(unit, number),
            None => self.decimal(number.normalize(), number.normalize().scale()),
        }
    }

    /// A change of an output with its sign.
    pub fn output_change(&self, value: OutputValue) -> String {
        let number = value.number;
        match value.measure.unit {
            Some(Unit::YuanPerPerson) => {
                let number = self.signed_money(YuanPerPerson(number));
                self.format("amount-yuan", &[("number", &number)])
            }
            Some(Unit::Share) => {
                let number = self.points(Share(number));
                self.format("amount-points", &[("number", &number)])
            }
            _ => {
                let size = self.output_number(value.measure.value(number.abs()));
                match number.is_zero() {
                    true => size,
                    false if number.is_sign_negative() => format!("-{size}"),
                    false => format!("+{size}"),
                }
            }
        }
    }

    /// A direction in words.
    pub fn direction(&self, direction: Direction) -> Rc<str> {
        self.text(match direction {
            Direction::Up => "exercise-direction-up",
            Direction::Down => "exercise-direction-down",
            Direction::Same => "exercise-direction-same",
        })
    }

    /// A prediction in words.
    pub fn prediction(&self, prediction: PredictedAnswer, truth: &Truth) -> String {
        match prediction {
            PredictedAnswer::Direction(direction) => self.direction(direction).to_string(),
            PredictedAnswer::Number(number) => self.predicted_number(number, truth),
        }
    }

    /// The result in words, as it was asked for.
    pub fn result_asked(&self, ask: Ask, truth: &Truth) -> String {
        match ask {
            Ask::Direction => self.direction(truth.direction).to_string(),
            Ask::Number => self.predicted_number(truth.number, truth),
        }
    }

    fn predicted_number(&self, number: Decimal, truth: &Truth) -> String {
        let value = truth.measure.value(number);
        match truth.is_of_change {
            true => self.output_change(value),
            false => self.output_number(value),
        }
    }

    /// The distance of a prediction from the result, without a sign but for points; none for a direction.
    pub fn prediction_distance(&self, verdict: &PredictionVerdict) -> Option<String> {
        let measure = verdict.truth.measure;
        let distance = measure.value(verdict.distance?.abs());
        Some(match measure.unit {
            Some(Unit::Share) => self.output_change(distance),
            _ => self.output_number(distance),
        })
    }

    /// A bound of an output in words, with its numbers.
    pub fn output_bound(&self, judge: &Judge<'_>, verdict: &BoundVerdict) -> String {
        let name = self.output_name(judge.plan(), &verdict.output);
        let number = |number| self.output_number(verdict.measure.value(number));
        let (least, most) = (verdict.least.map(number), verdict.most.map(number));
        match (least, most) {
            (Some(least), Some(most)) if least == most => {
                let named = [("name", &*name), ("value", &*least)];
                self.format("exercise-bound-equal", &named)
            }
            (Some(least), Some(most)) => {
                let named = [("name", &*name), ("least", &*least), ("most", &*most)];
                self.format("exercise-bound-between", &named)
            }
            (Some(least), None) => {
                let named = [("name", &*name), ("value", &*least)];
                self.format("exercise-bound-least", &named)
            }
            (None, most) => {
                let most = most.unwrap_or_default();
                let named = [("name", &*name), ("value", &*most)];
                self.format("exercise-bound-most", &named)
            }
        }
    }

    /// A text of an exercise with its numbers, but for the results that are asked for: they are blanks.
    pub fn exercise_question(
        &self,
        texts: &Texts,
        numbers: &StepNumbers<'_>,
        is_asked: impl Fn(NumberOf, &OutputName) -> bool,
    ) -> String {
        let is_blank = |piece: &TextPiece| match piece {
            TextPiece::Number(of, name) => is_asked(*of, name),
            TextPiece::Answer | TextPiece::Distance => numbers.prediction.is_none(),
            TextPiece::Plain(_) => false,
        };
        texts.filled(self.language(), |piece| match is_blank(piece) {
            true => BLANK.to_owned(),
            false => self.exercise_piece(piece, numbers),
        })
    }

    /// A text of an exercise with its numbers.
    pub fn exercise_text(&self, texts: &Texts, numbers: &StepNumbers<'_>) -> String {
        texts.filled(self.language(), |piece| self.exercise_piece(piece, numbers))
    }

    fn exercise_piece(&self, piece: &TextPiece, numbers: &StepNumbers<'_>) -> String {
        let unknown = || self.text("value-unknown").to_string();
        match piece {
            TextPiece::Plain(text) => text.clone(),
            TextPiece::Number(of @ NumberOf::Change, name) => {
                let value = numbers.judge.number((*of, name), numbers.step, numbers.now);
                value.map_or_else(unknown, |value| self.output_change(value))
            }
            TextPiece::Number(of, name) => {
                let outputs = match of {
                    NumberOf::Start => numbers.judge.start(),
                    NumberOf::Plan => numbers.judge.plan(),
                    NumberOf::Now => numbers.now.unwrap_or(numbers.step),
                    NumberOf::Step | NumberOf::Change => numbers.step,
                };
                self.output_value(outputs, name)
            }
            TextPiece::Answer => numbers.prediction.map_or_else(unknown, |(own, verdict)| {
                self.prediction(own, &verdict.truth)
            }),
            TextPiece::Distance => {
                let verdict = numbers.prediction.map(|(_, verdict)| verdict);
                let distance = verdict.and_then(|it| self.prediction_distance(&it));
                distance.unwrap_or_else(unknown)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::output::Measure;
    use crate::language::Language;

    #[test]
    fn a_difference_of_shares_is_counted_in_points_wherever_it_stands() {
        let words = Catalog::new(Language::English);
        let measure = |is_points| Measure {
            unit: Some(Unit::Share),
            is_points,
        };
        let said = |is_points| words.output_number(measure(is_points).value(Decimal::new(372, 4)));
        assert_eq!(said(false), "3.72%");
        assert_eq!(
            said(true),
            words.output_change(measure(false).value(Decimal::new(372, 4)))
        );
        assert!(said(true).starts_with("+3.72 "), "{}", said(true));
    }
}
