//! Levers, outputs and goals of groups as tables.

use rust_decimal::Decimal;

use super::{GroupsPaper, number_cell};
use crate::exercise::collation::statistics::{
    GoalFigures, RankedBy, levers, ranked_numbers, ranks,
};
use crate::exercise::output::OutputValue;
use crate::exercise::step::StepKind;
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::number::round;
use crate::region::key::{Key, Unit};
use crate::report::document::{ReportCell, ReportRow, ReportTable};
use crate::report::tables::{row, text};

impl GroupsPaper<'_> {
    /// The levers that a group touched, with least, mean and most over all results.
    pub fn lever_table(&self) -> ReportTable {
        let words = self.words;
        let all = levers(self.sheet);
        let touched = all.iter().filter(|lever| lever.touched > 0);
        let count = self.sheet.results().count().to_string();
        let rows = touched.map(|lever| {
            let unit = lever.key.unit();
            let cell = |number: Decimal| lever_cell(words, unit, number);
            let of = lever.touched.to_string();
            row([
                text(lever_name(words, lever.key)),
                cell(lever.start),
                cell(lever.spread.least),
                cell(lever.spread.mean),
                cell(lever.spread.most),
                ReportCell::Number {
                    shown: words
                        .format("groups-touched-of", &[("touched", &of), ("count", &count)]),
                    plain: of,
                    unit: "",
                },
            ])
        });
        let idle: Vec<String> = all
            .iter()
            .filter(|lever| lever.touched == 0)
            .map(|lever| words.key_name(lever.key).to_string())
            .collect();
        let columns = [
            "groups-lever",
            "groups-at-start",
            "groups-least",
            "groups-mean",
            "groups-most",
            "groups-touched",
        ];
        ReportTable {
            name: "groups-levers",
            caption: words.format("groups-levers-caption", &[("count", &count)]),
            unit: None,
            columns: self.heads(&columns),
            rows: rows.collect(),
            note: (!idle.is_empty()).then(|| {
                let names = idle.join(&words.text("report-between"));
                words.format("groups-untouched", &[("names", &names)])
            }),
        }
    }

    /// The steps that set a goal.
    fn goal_steps(&self) -> Vec<usize> {
        let steps = self.sheet.known.iter().flat_map(|it| &it.exercise.steps);
        let steps = steps.enumerate();
        steps
            .filter(|(_, step)| matches!(step.kind, StepKind::Do(_)))
            .map(|(index, _)| index)
            .collect()
    }

    /// The outputs and goals of the results that count; in the order of a rank where that was chosen.
    pub fn output_table(&self, ranked_by: Option<&RankedBy>) -> ReportTable {
        let words = self.words;
        let goals = self.goal_steps();
        let mut columns = self.heads(&["groups-group"]);
        let outputs = self.figures.outputs.iter();
        columns.extend(outputs.map(|name| words.output_name(self.judge.plan(), name)));
        columns.extend(
            goals
                .iter()
                .map(|step| words.format("groups-goal", &[("step", &(step + 1).to_string())])),
        );
        let ranks = ranked_by.map(|by| {
            let numbers = ranked_numbers(self.sheet, self.judge, self.figures, by);
            ranks(&numbers)
        });
        let mut rows: Vec<(Option<usize>, ReportRow)> = Vec::new();
        for (group, record) in self.sheet.groups.iter().enumerate() {
            let figures = self.figures.group(group);
            let rank = ranks.as_ref().and_then(|ranks| ranks[group]);
            // Who only called a number out has no result, and may have a rank.
            if figures.is_none() && rank.is_none() {
                continue;
            }
            let mut cells = vec![text(self.group_name(record))];
            cells.extend((0..self.figures.outputs.len()).map(|at| {
                let value = figures.and_then(|it| it.values.get(at).copied().flatten());
                self.value_cell(value)
            }));
            for step in &goals {
                let goals = figures.map(|it| it.goals.iter());
                let goal = goals.and_then(|mut goals| goals.find(|goal| goal.step == *step));
                cells.push(text(self.goal_words(goal)));
            }
            if ranks.is_some() {
                let plain = rank.map_or_else(String::new, |rank| rank.to_string());
                cells.insert(
                    1,
                    ReportCell::Number {
                        shown: plain.clone(),
                        plain,
                        unit: "",
                    },
                );
            }
            rows.push((rank, row(cells)));
        }
        if ranks.is_some() {
            columns.insert(1, words.text("groups-rank").to_string());
            rows.sort_by_key(|(rank, _)| rank.unwrap_or(usize::MAX));
        }
        ReportTable {
            name: "groups-outputs",
            caption: words.text("groups-outputs-caption").to_string(),
            unit: None,
            columns,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            note: None,
        }
    }

    fn value_cell(&self, value: Option<OutputValue>) -> ReportCell {
        match value {
            Some(value) => {
                let shown = self.words.output_number(value);
                number_cell(shown, value.number, value.measure.unit)
            }
            None => text(&*self.words.text("value-unknown")),
        }
    }

    fn goal_words(&self, goal: Option<&GoalFigures>) -> String {
        let Some(goal) = goal else {
            return self.words.text("groups-no-answer").to_string();
        };
        let id = match goal.is_met {
            true => "exercise-answer-met",
            false => "exercise-answer-missed",
        };
        self.words.format(id, &[("tries", &goal.tries.to_string())])
    }
}

/// A lever's name with its unit, which its numbers stand without.
fn lever_name(words: &Catalog, key: Key) -> String {
    let name = words.key_name(key);
    match key.unit() {
        Unit::Flag => name.to_string(),
        unit => {
            let unit = words.text(scale(unit).unit);
            words.format("groups-lever-unit", &[("name", &name), ("unit", &unit)])
        }
    }
}

/// A lever's value or a mean of values, to as many places as say something.
fn lever_cell(words: &Catalog, unit: Unit, number: Decimal) -> ReportCell {
    let shown = number * scale(unit).factor;
    let number = round(shown, 2).normalize() / scale(unit).factor;
    ReportCell::Number {
        shown: words.typed(unit, number),
        plain: (number * scale(unit).factor).normalize().to_string(),
        unit: "",
    }
}
