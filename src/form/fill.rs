//! A filled form as a region of one's own: every row in its place, or a reason why not.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use zengshou_sheets::{
    CellPlace, FigureRow, FormKind, Operating, Reading, SheetCell, SheetQuestion, TypeMap,
};

use super::FormRow;
use super::cells;
use super::labels::RowLabels;
use super::prefilled::Prefilled;
use crate::i18n::number::PlainFormat;
use crate::i18n::{Catalog, built_in};
use crate::language::Language;
use crate::problem::{Fault, Problem, quote};
use crate::region::key::{Component, Fixed, Key, Unit, Year, income0};
use crate::region::own::raw::may_be_given;
use crate::region::own::years::{fault_of_years, last_plan_years};
use crate::region::own::{
    DefaultUsed, GivenFigure, MOST_NAME, MOST_TEXT, OwnFigure, OwnRegion, USUAL_PLAN_YEARS,
};
use crate::region::parse::check_range;
use crate::region::{Region, Years};

/// The most rows without a place that are listed.
const MOST_UNUSED: usize = 50;

/// A filled form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilledForm {
    /// The region; none while something stands in the way.
    pub own: Option<OwnRegion>,
    /// Essential rows that are not there, or blank.
    pub missing: Vec<FormRow>,
    /// Problems, each with its cell.
    pub problems: Vec<Problem>,
    /// Names of rows with a value that mean nothing here.
    pub unused: Vec<String>,
    /// Rows that were changed against the region before.
    pub changes: Vec<FormChange>,
    /// Values to look at once more.
    pub remarks: Vec<FormRemark>,
    /// The number of values given without a source.
    pub unsourced: usize,
}

/// A row that differs from the region before.
#[derive(Clone, Debug, PartialEq)]
pub struct FormChange {
    /// The row.
    pub row: FormRow,
    /// The value before, if there was one; a name or a year is none.
    pub before: Option<Decimal>,
    /// The value now.
    pub after: Option<Decimal>,
}

/// A value that is hardly plausible.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRemark {
    /// The cell.
    pub place: String,
    /// The row.
    pub row: FormRow,
    /// The value.
    pub value: Decimal,
    /// The plausible range.
    pub range: (Decimal, Decimal),
}

impl FormRemark {
    /// The remark in words.
    pub fn in_words(&self, words: &Catalog) -> String {
        let number = |value| match self.row.unit() {
            Some(unit) => words.value_of_unit(unit, value),
            None => value.to_string(),
        };
        let (least, most) = self.range;
        let [value, least, most] = [self.value, least, most].map(number);
        let named = [
            ("place", &*self.place),
            ("value", &value),
            ("least", &least),
            ("most", &most),
        ];
        words.format("form-remark", &named)
    }
}

/// The region that a filled form means. `before` is the bureau's region that the form may have come from.
pub fn fill(reading: &Reading, before: Option<&OwnRegion>, default: &Region) -> FilledForm {
    // Whoever filled the form in may have had it in another language than its reader.
    let catalogs = Language::ALL
        .map(|language| Catalog::read(language, &built_in(language), Box::new(PlainFormat)));
    let mut filling = Filling {
        labels: RowLabels::new(&catalogs),
        questions: &reading.questions,
        rows: BTreeMap::new(),
        filled: FilledForm::default(),
    };
    filling.take_rows(&reading.figures);
    let years = filling.years(before);
    let prefilled = years.map(|years| Prefilled::new(years, before, default, &catalogs));
    let own = match (years, prefilled) {
        (Some(years), Some(prefilled)) => {
            Some(filling.own(years, before, &prefilled, (reading, default)))
        }
        _ => None,
    };
    filling.missing(before, own.as_ref());
    let is_open = !reading.problems.is_empty() || !reading.questions.is_empty();
    let mut filled = filling.filled;
    let Some(own) = own.filter(|_| filled.missing.is_empty() && filled.problems.is_empty()) else {
        return filled;
    };
    // An answer may be the value that is lacking.
    if is_open {
        return filled;
    }
    match own.region(default) {
        Err(problems) => filled.problems = problems,
        Ok(region) => {
            filled.changes = super::changes::changes(&own, &region, before, default);
            filled.own = Some(own);
        }
    }
    filled
}

/// The uses that types of projects are counted as: as in the region before, whatever its year, but for what is said now.
pub fn types_said(reading: &Reading, before: Option<&OwnRegion>) -> TypeMap {
    let mut types = before.map_or_else(TypeMap::default, |before| before.types.clone());
    for (name, of) in &reading.uses {
        types.set(name.clone(), *of);
    }
    types
}

/// A form on its way into a region.
pub(super) struct Filling<'a> {
    labels: RowLabels,
    /// The questions that are open.
    questions: &'a [SheetQuestion],
    /// The rows that have a place, the first of each.
    pub(super) rows: BTreeMap<FormRow, &'a FigureRow>,
    pub(super) filled: FilledForm,
}

/// A cell with the name of its row.
pub(super) fn place(cell: &FigureRow) -> String {
    format!("{} {}", cell.place, quote(&cell.indicator))
}

impl<'a> Filling<'a> {
    pub(super) fn report(&mut self, cell: &FigureRow, fault: Fault) {
        self.filled.problems.push(Problem::new(&place(cell), fault));
    }

    fn take_rows(&mut self, figures: &'a [FigureRow]) {
        for figure in figures {
            let Some(row) = self.labels.find(&figure.indicator, figure.year) else {
                if !figure.value.is_empty() && self.filled.unused.len() < MOST_UNUSED {
                    self.filled.unused.push(quote(&figure.indicator));
                }
                continue;
            };
            let row = match (row, figure.operating) {
                (FormRow::Given(GivenFigure::OperatingGross), Some(Operating::Net)) => {
                    FormRow::Value(income0(Component::Operating).into())
                }
                (row, _) => row,
            };
            match self.rows.entry(row) {
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(figure);
                }
                std::collections::btree_map::Entry::Occupied(mut first) => {
                    if first.get().value.is_empty() {
                        first.insert(figure);
                    } else if !figure.value.is_empty() {
                        self.report(figure, Fault::Duplicate);
                    }
                }
            }
        }
    }

    /// The cell of a row, if something stands in it.
    pub(super) fn cell(&self, row: FormRow) -> Option<&'a FigureRow> {
        self.rows
            .get(&row)
            .copied()
            .filter(|cell| !cell.value.is_empty())
    }

    fn year_of(&mut self, row: FormRow) -> Option<Year> {
        let cell = self.cell(row)?;
        match cells::year(cell) {
            Ok(year) => Some(year),
            Err(fault) => {
                self.report(cell, fault);
                None
            }
        }
    }

    fn years(&mut self, before: Option<&OwnRegion>) -> Option<Years> {
        let (income, first_plan) = (
            self.year_of(FormRow::BaseYear),
            self.year_of(FormRow::FirstPlanYear),
        );
        let horizon = self.year_of(FormRow::Horizon);
        let before = before.map(|before| before.years);
        let income = income.or(before.map(|years| years.income))?;
        let first_plan = first_plan.or(before.map(|years| years.first_plan))?;
        // The horizon of the form before goes along with a plan that begins later.
        let usual = match before {
            Some(years) => years.horizon - years.first_plan,
            None => USUAL_PLAN_YEARS - 1,
        };
        let horizon = horizon
            .filter(|horizon| horizon >= last_plan_years(first_plan).start())
            .or_else(|| first_plan.checked_add(usual));
        Some(Years {
            income,
            first_plan,
            horizon: horizon?,
        })
    }

    fn own(
        &mut self,
        years: Years,
        before: Option<&OwnRegion>,
        prefilled: &Prefilled,
        (reading, default): (&Reading, &Region),
    ) -> OwnRegion {
        // What a form does not ask stays as it was; another base year is another region.
        let kept = before.filter(|before| before.years.income == years.income);
        let mut own = kept.cloned().unwrap_or_else(|| OwnRegion::empty(years));
        own.years = years;
        own.types = types_said(reading, before);
        if let Some(fault) = fault_of_years(years, 2000) {
            let cell = self
                .cell(FormRow::Horizon)
                .or(self.cell(FormRow::FirstPlanYear));
            let place = cell.map_or_else(String::new, place);
            self.filled.problems.push(Problem::new(&place, fault));
        }
        if let Some(cell) = self.cell(FormRow::Name) {
            let name = crate::problem::one_line(&cell.value.text());
            if name.is_empty() || name.chars().count() > MOST_NAME {
                self.report(cell, Fault::NameTooLong(MOST_NAME));
            }
            own.name = name;
        }
        let rows: Vec<FormRow> = self.rows.keys().copied().collect();
        for row in rows {
            let (key, given) = match row {
                FormRow::Given(given) => (None, Some(given)),
                row => (row.key(years.income), None),
            };
            let Some(unit) = row.unit() else {
                continue;
            };
            let Some(cell) = self.cell(row) else {
                // A row that was left blank is unknown, whatever stood there before.
                match (key, given) {
                    (Some(key), _) => drop(own.values.remove(&key)),
                    (None, Some(given)) => drop(own.figures.remove(&given)),
                    (None, None) => {}
                }
                continue;
            };
            match (key, given) {
                (Some(key), _) => self.take_value(&mut own, (row, key, unit), cell, prefilled),
                (None, Some(given)) => {
                    if let Some(mut figure) = self.figure((row, unit), cell, prefilled) {
                        let usual = match given {
                            GivenFigure::FundsSpent => years.base(),
                            _ => years.income,
                        };
                        figure.year = figure.year.filter(|year| *year != usual);
                        own.figures.insert(given, figure);
                    }
                }
                (None, None) => {}
            }
        }
        if let Some(cell) = self.cell(FormRow::SpentDay) {
            match cells::day(cell) {
                Ok(day) => {
                    if let Some(spent) = own.figures.get_mut(&GivenFigure::FundsSpent) {
                        spent.day = Some(day);
                    }
                }
                Err(fault) => self.report(cell, fault),
            }
        }
        self.check_sums(&own);
        let has = |form: FormKind| reading.tables.iter().any(|table| table.form == form);
        if has(FormKind::Counties) {
            own.counties.clone_from(&reading.counties);
            // The same rows are the same table, whatever file they came from.
            own.counties
                .iter_mut()
                .for_each(|row| row.place = CellPlace::default());
        }
        if has(FormKind::Projects) {
            own.projects.clone_from(&reading.projects);
            own.projects
                .iter_mut()
                .for_each(|row| row.place = CellPlace::default());
        }
        self.filled.unsourced = own
            .values
            .values()
            .filter(|figure| figure.source.is_none() && figure.basis.is_none())
            .count();
        own.default = Some(DefaultUsed {
            id: default.id.clone(),
            version: default.newest(),
        });
        super::identity::settle(&mut own, before);
        own
    }

    fn take_value(
        &mut self,
        own: &mut OwnRegion,
        (row, key, unit): (FormRow, Key, Unit),
        cell: &FigureRow,
        prefilled: &Prefilled,
    ) {
        if !may_be_given(key) {
            return;
        }
        let Some(mut figure) = self.figure((row, unit), cell, prefilled) else {
            return;
        };
        if let Err(fault) = check_range(key, figure.value) {
            return self.report(cell, fault);
        }
        let is_of_base_year = matches!(row, FormRow::InBaseYear(_))
            || matches!(key, Key::Fixed(fixed) if Component::ALL.map(income0).contains(&fixed));
        if let Some(year) = figure
            .year
            .filter(|year| is_of_base_year && *year != own.years.income)
        {
            let base = own.years.income;
            return self.report(cell, Fault::OtherYear { year, wanted: base });
        }
        if figure.year == Some(own.implied_year(key)) || matches!(key, Key::Yearly(..)) {
            figure.year = None;
        }
        if key == Key::Fixed(Fixed::Coverage0) && figure.basis.is_none() {
            return self.report(cell, Fault::WithoutDefinition);
        }
        if let Some(range) = prefilled.plausible(key)
            && !(range.0..=range.1).contains(&figure.value)
        {
            self.filled.remarks.push(FormRemark {
                place: place(cell),
                row,
                value: figure.value,
                range,
            });
        }
        // What stands in for an unknown value is no value given.
        if prefilled.stands_in(key, &figure) {
            own.values.remove(&key);
        } else {
            own.values.insert(key, figure);
        }
    }

    /// The figure of a row, without what the form itself had written beside it.
    fn figure(
        &mut self,
        (row, unit): (FormRow, Unit),
        cell: &FigureRow,
        prefilled: &Prefilled,
    ) -> Option<OwnFigure> {
        // An open question keeps it unknown.
        if matches!((unit, &cell.value), (Unit::Share, SheetCell::Number(_))) && self.is_asked(cell)
        {
            return None;
        }
        let value = match cells::number(row, unit, cell) {
            Ok(value) => value,
            Err(fault) => {
                self.report(cell, fault);
                return None;
            }
        };
        let line = |text: &Option<String>| {
            let text = text.as_deref().map(crate::problem::one_line);
            text.filter(|text| !text.is_empty())
        };
        let (basis, range) = match line(&cell.definition) {
            None => (None, None),
            Some(text) => {
                let (basis, range) = cells::with_range(unit, &text);
                (Some(basis).filter(|basis| !basis.is_empty()), range)
            }
        };
        let figure = OwnFigure {
            value,
            year: cell.year,
            day: None,
            status: cells::status(cell),
            source: line(&cell.source),
            basis,
            range: range.filter(|(least, most)| (*least..=*most).contains(&value)),
        };
        let mut figure = prefilled.without_prefilled(row, figure);
        for text in [&mut figure.source, &mut figure.basis]
            .into_iter()
            .flatten()
        {
            *text = text.chars().take(MOST_TEXT).collect();
        }
        Some(figure)
    }

    fn is_asked(&self, cell: &FigureRow) -> bool {
        self.questions.iter().any(|question| {
            matches!(question, SheetQuestion::AmountScale { place, .. } if *place == cell.place)
        })
    }
}
