//! The answers of groups in an exercise, as tables: for the trainer's page, and as a document for spreadsheets.

mod outcomes;
mod predictions;
mod repeats;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use super::document::{Document, DocumentBlock, ReportCell, ReportRow, ReportTable, Writer};
use super::tables::{row, text};
use crate::exercise::attempt::Answer;
use crate::exercise::collation::scan::ScanFault;
use crate::exercise::collation::sheet::{GroupPrediction, GroupRecord, GroupSheet};
use crate::exercise::collation::statistics::SheetFigures;
use crate::exercise::judge::{Judge, Truth};
use crate::exercise::output::OutputName;
use crate::exercise::step::{Step, StepKind};
use crate::i18n::Catalog;
use crate::i18n::exercises::StepNumbers;
use crate::i18n::number::scale;
use crate::number::YuanPerPerson;
use crate::region::key::Unit;

/// A sheet with all that its words are made from.
pub struct GroupsPaper<'a> {
    /// The sheet.
    pub sheet: &'a GroupSheet,
    /// Its exercise, computed.
    pub judge: &'a Judge<'a>,
    /// Its figures.
    pub figures: &'a SheetFigures,
    /// The words.
    pub words: &'a Catalog,
}

impl GroupsPaper<'_> {
    fn step(&self, index: usize) -> Option<&Step> {
        self.sheet.known.as_ref()?.exercise.steps.get(index)
    }

    /// The result of a step's predictions.
    pub fn truth(&self, index: usize) -> Option<Truth> {
        self.figures.truth(self.judge, index)
    }

    /// A group's name; a number where its link has none.
    pub fn group_name(&self, group: &GroupRecord) -> String {
        group_name(self.words, group)
    }

    /// The text of a step, without the numbers that are asked for.
    pub fn step_text(&self, index: usize) -> String {
        let Some(step) = self.step(index) else {
            return String::new();
        };
        let outputs = self.figures.step(self.judge, index);
        let numbers = StepNumbers {
            judge: self.judge,
            step: outputs,
            now: None,
            prediction: None,
        };
        let asked = self.asked();
        self.words
            .exercise_question(&step.text, &numbers, |_, name| asked.contains(&name))
    }

    /// The outputs that the exercise asks for.
    fn asked(&self) -> Vec<&OutputName> {
        let steps = self.sheet.known.iter().flat_map(|it| &it.exercise.steps);
        let asked = steps.filter_map(|step| match &step.kind {
            StepKind::Predict(predict) => Some(&predict.output),
            _ => None,
        });
        asked.collect()
    }

    /// The name of what a step asks to predict.
    pub fn asked_name(&self, index: usize) -> String {
        let Some(StepKind::Predict(predict)) = self.step(index).map(|step| &step.kind) else {
            return String::new();
        };
        let name = self.words.output_name(self.judge.plan(), &predict.output);
        match predict.is_of_change {
            true => self.words.format("exercise-change-of", &[("name", &name)]),
            false => name,
        }
    }

    /// The result of a step in words.
    pub fn truth_words(&self, index: usize) -> Option<String> {
        let StepKind::Predict(predict) = &self.step(index)?.kind else {
            return None;
        };
        let truth = self.truth(index)?;
        Some(self.words.result_asked(predict.ask, &truth))
    }

    /// A prediction in words.
    pub fn prediction_words(&self, truth: &Truth, prediction: GroupPrediction) -> String {
        self.words.prediction(prediction.answer, truth)
    }

    fn heads(&self, ids: &[&str]) -> Vec<String> {
        ids.iter()
            .map(|id| self.words.text(id).to_string())
            .collect()
    }

    /// The choices and own words of each group, where a step asks for them.
    pub fn word_table(&self, index: usize) -> Option<ReportTable> {
        let step = self.step(index)?;
        matches!(step.kind, StepKind::Choose(_) | StepKind::Say).then_some(())?;
        let rows = self.sheet.groups.iter().filter_map(|group| {
            let said = self.said(step, index, group.answer(index)?)?;
            Some(row([text(self.group_name(group)), text(said)]))
        });
        let rows: Vec<ReportRow> = rows.collect();
        Some(ReportTable {
            name: "groups-words",
            caption: self.step_title(index),
            unit: None,
            columns: self.heads(&["groups-group", "groups-answer"]),
            rows,
            note: None,
        })
    }

    fn said(&self, step: &Step, index: usize, answer: &Answer) -> Option<String> {
        match (answer, &step.kind) {
            (Answer::Said(said), _) => Some(said.clone()),
            (Answer::Chosen { option, why }, StepKind::Choose(choose)) => {
                let outputs = self.figures.step(self.judge, index);
                let numbers = StepNumbers {
                    judge: self.judge,
                    step: outputs,
                    now: None,
                    prediction: None,
                };
                let chosen = &choose.options.get(*option)?.text;
                let asked = self.asked();
                let chosen = self
                    .words
                    .exercise_question(chosen, &numbers, |_, name| asked.contains(&name));
                Some(match why.is_empty() {
                    true => chosen,
                    false => self
                        .words
                        .format("exercise-answer-why", &[("option", &chosen), ("why", why)]),
                })
            }
            _ => None,
        }
    }

    /// The title of a step: its number and its text.
    pub fn step_title(&self, index: usize) -> String {
        let number = (index + 1).to_string();
        let said = self.step_text(index);
        let line = said.lines().next().unwrap_or_default();
        self.words
            .format("exercise-answer", &[("step", &number), ("answer", line)])
    }

    /// The whole sheet as a document, with every result.
    pub fn document(&self, others: Vec<String>, faults: Vec<String>) -> Document {
        let words = self.words;
        let mut writer = Writer::new(words);
        writer.section(
            "groups-predictions",
            &words.text("groups-predictions-title"),
        );
        for index in self.sheet.predict_steps() {
            writer.text(self.step_title(index));
            if let Some(truth) = self.truth_words(index) {
                writer.text(words.format("groups-truth", &[("truth", &truth)]));
            }
            let table = self.prediction_table(index, true);
            table
                .into_iter()
                .for_each(|table| writer.add(DocumentBlock::Table(table)));
        }
        writer.section("groups-levers", &words.text("groups-levers-title"));
        writer.add(DocumentBlock::Table(self.lever_table()));
        writer.section("groups-outputs", &words.text("groups-outputs-title"));
        writer.add(DocumentBlock::Table(self.output_table(None)));
        let steps = self
            .sheet
            .known
            .as_ref()
            .map_or(0, |it| it.exercise.steps.len());
        let tables = (0..steps).filter_map(|index| self.word_table(index));
        let tables: Vec<ReportTable> = tables.filter(|table| !table.rows.is_empty()).collect();
        if !tables.is_empty() {
            writer.section("groups-words", &words.text("groups-words-title"));
            let blocks = tables.into_iter().map(DocumentBlock::Table);
            blocks.for_each(|block| writer.add(block));
        }
        for (name, title, lines) in [
            ("groups-repeats", "groups-repeats-title", self.repeats(true)),
            ("groups-others", "groups-others-title", others),
            ("groups-faults", "groups-faults-title", faults),
        ] {
            if !lines.is_empty() {
                writer.section(name, &words.text(title));
                writer.add(DocumentBlock::Items(lines));
            }
        }
        let title = self.sheet.known.as_ref().map(|it| &it.exercise.title);
        let title = title.map(|it| it.filled(words.language(), |_| String::new()));
        let count = self.sheet.groups.len().to_string();
        Document {
            title: words.format(
                "groups-paper",
                &[("title", &title.unwrap_or_default()), ("count", &count)],
            ),
            name: None,
            imprint: vec![
                words.text("exercise-no-examination").to_string(),
                words.data_version(self.judge.region()),
            ],
            sections: writer.finish(),
            link: String::new(),
            checksum: self.sheet.mark.fingerprint.clone(),
        }
    }
}

/// A group's name; a number alone is said to be one of a group, as is that of a group without a name.
pub fn group_name(words: &Catalog, group: &GroupRecord) -> String {
    match &group.name {
        Some(name) if name.bytes().all(|b| b.is_ascii_digit()) => {
            words.format("groups-numbered", &[("number", name)])
        }
        Some(name) => name.clone(),
        None => words.format("groups-unnamed", &[("number", group.key.trim())]),
    }
}

/// A sheet whose results can't be counted here, in words: which edition, and of whom.
pub fn other_words(words: &Catalog, sheet: &GroupSheet) -> String {
    let names = sheet.groups.iter().map(|group| group_name(words, group));
    let names: Vec<String> = names.collect();
    let names = names.join(&words.text("report-between"));
    let version = sheet.mark.region_version.to_string();
    words.format(
        "groups-other",
        &[
            ("id", &sheet.mark.id),
            ("edition", &sheet.mark.fingerprint),
            ("data", &version),
            ("groups", &names),
        ],
    )
}

/// Results of a sheet that say nothing here, in words.
pub fn unread_words(words: &Catalog, sheet: &GroupSheet) -> Vec<String> {
    let unread = sheet.unread.iter().map(|(name, problem)| {
        let name = match name {
            Some(name) => name.clone(),
            None => words.text("exercise-group-none").to_string(),
        };
        let problem = words.problem(problem);
        words.format("groups-unread", &[("group", &name), ("problem", &problem)])
    });
    unread.collect()
}

/// A fault of a text with its place.
pub fn fault_words(words: &Catalog, source: Option<&str>, fault: &ScanFault) -> String {
    let line = fault.line.to_string();
    let problem = words.problem(&fault.problem);
    let arguments = [
        ("line", &*line),
        ("words", &*fault.words),
        ("problem", &*problem),
        ("file", source.unwrap_or_default()),
    ];
    match source {
        None => words.format("groups-fault", &arguments),
        Some(_) => words.format("groups-fault-in-file", &arguments),
    }
}

/// The income of the first plan year in words.
pub fn income_words(words: &Catalog, income: YuanPerPerson) -> String {
    let number = words.money(income);
    let amount = words.format("amount-yuan", &[("number", &number)]);
    words.format("groups-income", &[("income", &amount)])
}

/// A number with the unit that it is counted in; shares are counted in per cent.
fn number_cell(shown: String, number: Decimal, unit: Option<Unit>) -> ReportCell {
    let factor = unit.map_or(Decimal::ONE, |unit| scale(unit).factor);
    ReportCell::Number {
        shown,
        plain: (number * factor).normalize().to_string(),
        unit: unit.map_or("", |unit| scale(unit).unit),
    }
}
