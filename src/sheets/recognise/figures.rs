//! Rows of the form of figures.

use rust_decimal::Decimal;

use super::Reader;
use crate::category;
use crate::cell::{SheetCell, SheetRow};
use crate::fault::{Wanted, quoted};
use crate::field::{Field, FigureField as F};
use crate::header::Plan;
use crate::place::CellPlace;
use crate::reading::SheetQuestion;
use crate::rows::FigureRow;
use crate::synonyms::folded;
use crate::typed::{self, NumberCell, TypedCell};
use crate::unit::{AmountScale, Operating};
use crate::values::{RowFindings, RowValues};

impl Reader<'_> {
    /// Takes a row; false for one that names no figure.
    pub(super) fn figure(
        &mut self,
        row: &SheetRow,
        values: &RowValues,
        plans: &[Plan],
        findings: &mut RowFindings<'_>,
    ) -> bool {
        let plan_of = |field: F| plans.iter().find(|plan| plan.field == Field::Figure(field));
        let column = plan_of(F::Value).map_or(0, |plan| plan.column);
        let Some(indicator) = values.text(F::Indicator) else {
            let first = plan_of(F::Indicator).map_or(0, |plan| plan.column);
            findings.wrong(row.number, first, "", Wanted::Indicator);
            return false;
        };
        let place = CellPlace::new(findings.sheet, row.number, column);
        let mut unit = values.text(F::Unit);
        let raw = row.cell(column);
        let mut value = match typed::number(raw) {
            NumberCell::Nothing => SheetCell::Empty,
            NumberCell::Typed(TypedCell {
                number,
                is_percent: true,
                ..
            }) => SheetCell::Percent(number),
            NumberCell::Typed(typed) => {
                // 12.5万元 in a cell says its unit itself.
                if let Some(own) = typed.unit {
                    unit = Some(own.official_name().to_owned());
                }
                SheetCell::Number(typed.number)
            }
            // Errors and formulas without a result were said while the row was read.
            NumberCell::Else if matches!(raw, SheetCell::Error(_) | SheetCell::Uncomputed) => {
                SheetCell::Empty
            }
            NumberCell::Else => match (typed::date(raw), raw) {
                (Some(date), _) => SheetCell::Date(date),
                (None, SheetCell::Text(_)) => values
                    .text(F::Value)
                    .map_or(SheetCell::Empty, SheetCell::Text),
                (None, _) => raw.clone(),
            },
        };
        if let SheetCell::Number(number) = value
            && is_share(&indicator, unit.as_deref())
        {
            value = self.share(&place, &indicator, unit.as_deref(), number);
        }
        let operating = self.operating(&place, &indicator, &value);
        let status = values.text(F::Status).and_then(|text| {
            let found = category::figure_status(&text);
            if found.is_none() {
                let column = values.column(F::Status).unwrap_or_default();
                findings.wrong(row.number, column, &text, Wanted::FigureStatus);
            }
            found
        });
        self.reading.figures.push(FigureRow {
            indicator,
            value,
            unit,
            year: values.year(F::Year),
            source: values.text(F::Source),
            definition: values.text(F::Definition),
            status,
            operating,
            place,
        });
        true
    }

    /// A share as it is meant: by its unit where that is plain, else by an answer, else asked.
    fn share(
        &mut self,
        place: &CellPlace,
        indicator: &str,
        unit: Option<&str>,
        number: Decimal,
    ) -> SheetCell {
        let says_percent =
            unit.is_some_and(|unit| is_percent_sign(unit) && number.abs() > Decimal::ONE);
        let answer = self.answers.scales.get(&place.to_string()).copied();
        let scale = if number.is_zero() {
            Some(AmountScale::Share)
        } else {
            answer
        };
        match scale.or(says_percent.then_some(AmountScale::Percent)) {
            Some(AmountScale::Share) => SheetCell::Percent(number),
            Some(AmountScale::Percent) => SheetCell::Percent(number / Decimal::ONE_HUNDRED),
            None => {
                let label = quoted(indicator);
                self.reading.questions.push(SheetQuestion::AmountScale {
                    place: place.clone(),
                    label,
                    number,
                });
                SheetCell::Number(number)
            }
        }
    }

    /// The kind of operating income, gross or net: by its name, by an answer, else asked.
    fn operating(
        &mut self,
        place: &CellPlace,
        indicator: &str,
        value: &SheetCell,
    ) -> Option<Operating> {
        let name = folded(indicator);
        let holds = |words: &str| words.split('|').any(|word| name.contains(word));
        let is_income = holds("经营性收入|经营净收入|经营收入|operatingincome")
            && !holds("占比|增速|增长|比重|share");
        // A share or a rate of it is no amount, gross or net.
        if !is_income || value.is_empty() || matches!(value, SheetCell::Percent(_)) {
            return None;
        }
        let answer = self.answers.operating.get(&place.to_string()).copied();
        if answer.is_some() {
            return answer;
        }
        if holds("净|纯|net") {
            return Some(Operating::Net);
        }
        if holds("毛|总收入|gross|未扣|扣除前") {
            return Some(Operating::Gross);
        }
        let label = quoted(indicator);
        self.reading.questions.push(SheetQuestion::Operating {
            place: place.clone(),
            label,
        });
        None
    }
}

fn is_percent_sign(unit: &str) -> bool {
    let unit = typed::narrow(unit).to_lowercase();
    ["%", "百分比", "百分点", "percent", "per cent", "pct"].contains(&&*unit)
}

/// True for a figure that is a share by its unit or, without one, by its name.
fn is_share(indicator: &str, unit: Option<&str>) -> bool {
    if let Some(unit) = unit {
        return is_percent_sign(unit);
    }
    let name = folded(indicator);
    [
        "率",
        "占比",
        "比例",
        "比重",
        "覆盖面",
        "份额",
        "rate",
        "share",
        "percent",
        "coverage",
        "ratio",
    ]
    .iter()
    .any(|word| name.contains(word))
}
