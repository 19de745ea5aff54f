//! The predictions of groups as a table, with the distance from the result once it is revealed.

use super::{GroupsPaper, number_cell};
use crate::exercise::collation::statistics::{predicted_numbers, spread};
use crate::exercise::judge::{PredictedAnswer, Truth};
use crate::exercise::output::OutputValue;
use crate::report::document::{ReportCell, ReportTable};
use crate::report::tables::{row, text};

impl GroupsPaper<'_> {
    /// The predictions of a step, a group a row; distances only where they are revealed.
    pub fn prediction_table(&self, index: usize, is_revealed: bool) -> Option<ReportTable> {
        let words = self.words;
        let truth = self.truth(index)?;
        let mut columns = vec!["groups-group", "groups-prediction", "groups-came"];
        if is_revealed {
            columns.push("groups-off");
        }
        let rows = self.sheet.groups.iter().filter_map(|group| {
            let last = group.prediction(index)?;
            let came = match last.is_called {
                true => "groups-came-called",
                false => "groups-came-handed",
            };
            let mut cells = vec![
                text(self.group_name(group)),
                self.prediction_cell(&truth, last.answer),
                text(&*words.text(came)),
            ];
            if is_revealed {
                cells.push(self.distance_cell(index, last.answer));
            }
            Some(row(cells))
        });
        Some(ReportTable {
            name: "groups-predictions",
            caption: self.asked_name(index),
            unit: None,
            columns: self.heads(&columns),
            rows: rows.collect(),
            note: self.spread_words(index, &truth),
        })
    }

    fn prediction_cell(&self, truth: &Truth, answer: PredictedAnswer) -> ReportCell {
        let shown = self.words.prediction(answer, truth);
        match answer {
            PredictedAnswer::Direction(_) => text(shown),
            PredictedAnswer::Number(number) => number_cell(shown, number, truth.measure.unit),
        }
    }

    fn distance_cell(&self, index: usize, answer: PredictedAnswer) -> ReportCell {
        let words = self.words;
        let Some(verdict) =
            self.judge
                .prediction(index, self.figures.step(self.judge, index), answer)
        else {
            return text(&*words.text("value-unknown"));
        };
        match (verdict.distance, verdict.is_right) {
            (Some(distance), _) => {
                let shown = words.prediction_distance(&verdict).unwrap_or_default();
                number_cell(shown, distance.abs(), verdict.truth.measure.unit)
            }
            (None, Some(true)) => text(&*words.text("groups-right")),
            (None, _) => text(&*words.text("groups-not-right")),
        }
    }

    /// The least, mean and most of the numbers that are predicted.
    fn spread_words(&self, index: usize, truth: &Truth) -> Option<String> {
        let numbers = predicted_numbers(self.sheet, index);
        let spread = spread(numbers.into_iter().map(|(_, number)| number))?;
        let said = |number| {
            let value = OutputValue::new(number, truth.measure);
            self.words
                .prediction(PredictedAnswer::Number(value.number), truth)
        };
        let (least, mean, most) = (said(spread.least), said(spread.mean), said(spread.most));
        let arguments = [("least", &*least), ("mean", &*mean), ("most", &*most)];
        Some(self.words.format("groups-spread", &arguments))
    }
}
