//! An exercise on paper: the handout for participants, on which nothing stands that they are to find out, and the notes of the
//! trainer with today's results.

use super::document::{
    Document, DocumentBlock, ReportCell, ReportRow, ReportTable, Section, Writer,
};
use crate::exercise::Exercise;
use crate::exercise::judge::{Judge, Truth};
use crate::exercise::output::{OutputName, Outputs};
use crate::exercise::step::{Ask, Choose, Do, Predict, Step, StepKind};
use crate::i18n::Catalog;
use crate::i18n::exercises::{BLANK, StepNumbers, kind_message};

/// The letters of options.
const LETTERS: [&str; 6] = ["A", "B", "C", "D", "E", "F"];

/// The lines for an answer in own words.
const LINES: usize = 3;

/// The material of a paper: the exercise with its results of today, the link that opens it, and the words.
pub struct ExercisePaper<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Its results.
    pub judge: &'a Judge<'a>,
    /// The link as a whole address.
    pub link: &'a str,
    /// The words of a language.
    pub words: &'a Catalog,
}

impl ExercisePaper<'_> {
    /// The handout for participants.
    pub fn handout(&self) -> Document {
        let words = self.words;
        let mut writer = Writer::new(words);
        writer.section("start", &words.text("exercise-paper-start"));
        writer.text(words.text(self.way()).to_string());
        writer.add(DocumentBlock::Link(self.link.to_owned()));
        writer.text(words.text("exercise-paper-group").to_string());
        writer.section("steps", &words.text("exercise-paper-steps"));
        for (index, step) in self.exercise.steps.iter().enumerate() {
            writer.part(&words.text(kind_message(step.kind.name())));
            self.question(&mut writer, index, step);
        }
        self.document("exercise-paper-handout", writer.finish())
    }

    /// The trainer's notes, with the result of each step.
    pub fn trainer_notes(&self) -> Document {
        let words = self.words;
        let mut writer = Writer::new(words);
        let plan = self.judge.plan();
        let notes = self.exercise.notes.iter();
        for (name, text) in notes.flat_map(|notes| notes.parts()) {
            let (Some(text), Some((_, title))) = (text, NOTES.iter().find(|(own, _)| *own == name))
            else {
                continue;
            };
            writer.section("notes", &words.text(title));
            let said = words.exercise_text(text, &self.numbers(plan));
            paragraphs(&mut writer, &said);
        }
        writer.section("results", &words.text("exercise-paper-results"));
        writer.text(words.text("exercise-paper-results-note").to_string());
        for (index, step) in self.exercise.steps.iter().enumerate() {
            writer.part(&words.text(kind_message(step.kind.name())));
            self.result(&mut writer, index, step);
        }
        writer.section("link", &words.text("exercise-paper-link"));
        writer.add(DocumentBlock::Link(self.link.to_owned()));
        self.document("exercise-paper-notes", writer.finish())
    }

    /// The way to the exercise: a link that opens, or without the page's address a text to paste.
    fn way(&self) -> &'static str {
        match self.link.starts_with('#') {
            true => "exercise-paper-how-pasted",
            false => "exercise-paper-how",
        }
    }

    fn document(&self, kind: &str, sections: Vec<Section>) -> Document {
        let (words, exercise) = (self.words, self.exercise);
        let title = words.exercise_text(&exercise.title, &self.numbers(self.judge.plan()));
        let title = words.format(kind, &[("title", &title)]);
        let mut imprint = vec![words.data_version(self.judge.region())];
        imprint.extend(exercise.minutes.map(|minutes| {
            words.format(
                "exercise-paper-minutes",
                &[("minutes", &minutes.to_string())],
            )
        }));
        imprint.push(words.text("exercise-no-examination").to_string());
        if kind == "exercise-paper-notes" {
            imprint.push(words.text("exercise-paper-trainer-only").to_string());
        }
        Document {
            title,
            name: None,
            imprint,
            sections,
            link: self.link.to_owned(),
            checksum: exercise.fingerprint(),
        }
    }

    fn numbers<'n>(&'n self, step: &'n Outputs) -> StepNumbers<'n> {
        StepNumbers {
            judge: self.judge,
            step,
            now: None,
            prediction: None,
        }
    }

    /// The outputs that participants are to find out.
    fn asked(&self) -> Vec<&OutputName> {
        let steps = self.exercise.steps.iter();
        steps
            .filter_map(|step| match &step.kind {
                StepKind::Predict(predict) => Some(&predict.output),
                _ => None,
            })
            .collect()
    }

    fn question(&self, writer: &mut Writer<'_>, index: usize, step: &Step) {
        let words = self.words;
        let outputs = self.judge.step_outputs(index);
        let numbers = self.numbers(&outputs);
        let all_asked = self.asked();
        let asked = |_, name: &OutputName| all_asked.contains(&name);
        if !matches!(step.kind, StepKind::Show(_)) {
            paragraphs(
                writer,
                &words.exercise_question(&step.text, &numbers, asked),
            );
        }
        let own = words.text("exercise-paper-own").to_string();
        match &step.kind {
            StepKind::Predict(predict) => match predict.ask {
                Ask::Number => {
                    writer.text(words.format("exercise-paper-number", &[("blank", BLANK)]))
                }
                Ask::Direction => writer.text(words.text("exercise-paper-direction").to_string()),
            },
            StepKind::Show(show) => {
                writer.text(words.text("exercise-paper-look").to_string());
                let named = show.outputs.iter();
                let named =
                    named.map(|name| format!("{}: {BLANK}", words.output_name(&outputs, name)));
                writer.add(DocumentBlock::Items(named.collect()));
            }
            StepKind::Do(_) => {
                self.conditions(writer, index);
                let moved = words.text("exercise-paper-levers").to_string();
                writer.add(DocumentBlock::Blank(moved, LINES));
            }
            StepKind::Choose(choose) => {
                let options = choose.options.iter().zip(LETTERS);
                for (option, letter) in options {
                    let text = words.exercise_question(&option.text, &numbers, asked);
                    writer.text(format!("□ {letter}. {text}"));
                }
                if choose.asks_why {
                    writer.add(DocumentBlock::Blank(own, LINES));
                }
            }
            StepKind::Say => writer.add(DocumentBlock::Blank(own, LINES)),
        }
    }

    /// Goal and limits of a task as numbered sentences.
    fn conditions(&self, writer: &mut Writer<'_>, index: usize) {
        let words = self.words;
        let Some(verdict) = self.judge.goal(index, self.judge.start()) else {
            return;
        };
        let said = |bound| words.output_bound(self.judge, bound);
        writer.text(words.text("exercise-paper-goal").to_string());
        writer.add(DocumentBlock::Items(
            verdict.goal.iter().map(said).collect(),
        ));
        if !verdict.limits.is_empty() {
            writer.text(words.text("exercise-paper-limits").to_string());
            writer.add(DocumentBlock::Items(
                verdict.limits.iter().map(said).collect(),
            ));
        }
    }

    fn result(&self, writer: &mut Writer<'_>, index: usize, step: &Step) {
        let words = self.words;
        let outputs = self.judge.step_outputs(index);
        let numbers = self.numbers(&outputs);
        paragraphs(writer, &words.exercise_text(&step.text, &numbers));
        match &step.kind {
            StepKind::Predict(predict) => self.prediction(writer, index, predict),
            StepKind::Show(show) => {
                let rows = show.outputs.iter().map(|name| {
                    let value = words.output_value(&outputs, name);
                    self.row(&outputs, name, &value)
                });
                self.table(writer, "exercise-paper-shown", rows.collect());
            }
            StepKind::Do(task) => self.task(writer, index, task),
            StepKind::Choose(choose) => self.choice(writer, index, choose, &numbers),
            StepKind::Say => {}
        }
    }

    fn row(&self, outputs: &Outputs, name: &OutputName, value: &str) -> ReportRow {
        let name = self.words.output_name(outputs, name);
        let cells = [name, value.to_owned()].map(ReportCell::Text);
        ReportRow {
            cells: cells.into(),
            is_sum: false,
        }
    }

    fn table(&self, writer: &mut Writer<'_>, caption: &str, rows: Vec<ReportRow>) {
        let words = self.words;
        let columns = ["exercise-paper-output", "exercise-paper-value"];
        if !rows.is_empty() {
            writer.table(ReportTable {
                name: "exercise-results",
                caption: words.text(caption).to_string(),
                unit: None,
                columns: columns.map(|id| words.text(id).to_string()).into(),
                rows,
                note: None,
            });
        }
    }

    fn prediction(&self, writer: &mut Writer<'_>, index: usize, predict: &Predict) {
        let Some(truth) = self.judge.truth(index, &self.judge.step_outputs(index)) else {
            return;
        };
        writer.text(self.truth(predict, &truth));
    }

    /// A result in a sentence: the value at the start, after the change, and the direction.
    pub fn truth(&self, predict: &Predict, truth: &Truth) -> String {
        let words = self.words;
        let value = |number| words.output_number(truth.measure.value(number));
        let change = truth.measure.value(truth.change);
        let name = words.output_name(self.judge.plan(), &predict.output);
        match predict.change.is_empty() {
            true => {
                let named = [("name", &*name), ("after", &*value(truth.after))];
                words.format("exercise-paper-truth-plain", &named)
            }
            false => words.format(
                "exercise-paper-truth",
                &[
                    ("name", &name),
                    ("start", &value(truth.start)),
                    ("after", &value(truth.after)),
                    ("change", &words.output_change(change)),
                    ("direction", &words.direction(truth.direction)),
                ],
            ),
        }
    }

    fn task(&self, writer: &mut Writer<'_>, index: usize, task: &Do) {
        let words = self.words;
        self.conditions(writer, index);
        if let Some(verdict) = self.judge.goal(index, self.judge.start()) {
            let rows = verdict.goal.iter().map(|bound| {
                let value = words.output_value(self.judge.start(), &bound.output);
                self.row(self.judge.start(), &bound.output, &value)
            });
            self.table(writer, "exercise-paper-at-start", rows.collect());
        }
        let outputs = self.judge.step_outputs(index);
        for hint in &task.hints {
            let text = words.exercise_text(&hint.text, &self.numbers(&outputs));
            let after = hint.after.to_string();
            writer.text(words.format("exercise-paper-hint", &[("after", &after), ("text", &text)]));
        }
    }

    fn choice(
        &self,
        writer: &mut Writer<'_>,
        index: usize,
        choose: &Choose,
        numbers: &StepNumbers<'_>,
    ) {
        let words = self.words;
        let truth = self.judge.choice(index);
        for (at, (option, letter)) in choose.options.iter().zip(LETTERS).enumerate() {
            let mut text = format!("{letter}. {}", words.exercise_text(&option.text, numbers));
            if let Some(truth) = &truth {
                let value = truth.values[at].map(|value| words.output_number(value));
                let value = value.unwrap_or_else(|| words.text("value-unknown").to_string());
                let id = match truth.best.contains(&at) {
                    true => "exercise-paper-option-best",
                    false => "exercise-paper-option",
                };
                text = words.format(id, &[("text", &text), ("value", &value)]);
            }
            writer.text(text);
            if let Some(feedback) = &option.feedback {
                writer.text(words.exercise_text(feedback, numbers));
            }
        }
        if let Some(best) = &choose.best {
            let name = words.output_name(self.judge.plan(), &best.output);
            writer.text(words.format("exercise-paper-measured", &[("name", &name)]));
        }
    }
}

/// The notes with the messages of their titles.
const NOTES: [(&str, &str); 4] = [
    ("aim", "exercise-paper-aim"),
    ("plan", "exercise-paper-plan"),
    ("mistakes", "exercise-paper-mistakes"),
    ("ask", "exercise-paper-ask"),
];

fn paragraphs(writer: &mut Writer<'_>, text: &str) {
    for line in text.lines().filter(|line| !line.is_empty()) {
        writer.text(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::tests::{shipped, small};
    use crate::language::Language;
    use crate::region::tests::region;
    use crate::report::markdown;

    #[test]
    fn a_handout_gives_no_result_away_that_is_asked_for() {
        let region = region();
        let mut exercises = shipped::all(&region);
        exercises.push(small(&region));
        for exercise in &exercises {
            let judge = Judge::new(exercise, &region);
            for language in Language::ALL {
                let words = Catalog::new(language);
                let paper = ExercisePaper {
                    exercise,
                    judge: &judge,
                    link: "https://a.example/#v=5&x=a",
                    words: &words,
                };
                let handout = markdown::write(&paper.handout(), &words);
                let notes = markdown::write(&paper.trainer_notes(), &words);
                for (index, step) in exercise.steps.iter().enumerate() {
                    let StepKind::Predict(predict) = &step.kind else {
                        continue;
                    };
                    let truth = judge
                        .truth(index, &judge.step_outputs(index))
                        .expect("a result");
                    let told = paper.truth(predict, &truth);
                    assert!(
                        notes.contains(&markdown::escaped(&told)),
                        "{}: {told}",
                        exercise.id
                    );
                    assert!(!handout.contains(&told), "{}: {told}", exercise.id);
                    if predict.ask == Ask::Number && !truth.number.is_zero() {
                        let number = words.decimal(truth.number.abs(), 2);
                        assert!(!handout.contains(&number), "{}: {number}", exercise.id);
                        let said = words.output_number(truth.measure.value(truth.number));
                        assert!(!handout.contains(&said), "{}: {said}", exercise.id);
                    }
                }
                let notes_of = exercise.notes.iter().flat_map(|notes| notes.parts());
                for text in notes_of.filter_map(|(_, text)| text?.written(language)) {
                    let start: String = text.chars().take(24).collect();
                    assert!(!handout.contains(&start), "{}: {start}", exercise.id);
                }
            }
        }
    }

    #[test]
    fn without_an_address_participants_paste_a_text_and_own_words_have_lines() {
        let region = region();
        let exercise = small(&region);
        let judge = Judge::new(&exercise, &region);
        let words = Catalog::new(Language::SimplifiedChinese);
        let handout = |link| {
            let paper = ExercisePaper {
                exercise: &exercise,
                judge: &judge,
                link,
                words: &words,
            };
            markdown::write(&paper.handout(), &words)
        };
        let (pasted, opened) = (handout("#v=5&x=a"), handout("https://a.example/#v=5&x=a"));
        assert!(pasted.contains("在页面上粘贴") && !pasted.contains("扫码"));
        assert!(opened.contains("扫码") && !opened.contains("在页面上粘贴"));
        let lines = opened.matches(&BLANK.repeat(8)).count();
        assert_eq!(
            lines,
            3 * LINES,
            "a goal, a choice with a reason, own words"
        );
    }
}
