//! Checks of a filled form as a whole: sums, and rows that nobody filled in.

use rust_decimal::Decimal;

use super::FormRow;
use super::fill::{Filling, FormRemark, place};
use crate::problem::Fault;
use crate::region::key::{Component, Fixed, Key, income0};
use crate::region::own::{GivenFigure, OwnRegion};

/// The most by which the parts of income may differ from the whole: each is rounded to the fen.
const ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

impl Filling<'_> {
    /// Income is the sum of its parts, and what was spent is a part of the funds.
    pub(super) fn check_sums(&mut self, own: &OwnRegion) {
        let value = |key: Fixed| Some(own.values.get(&Key::Fixed(key))?.value);
        let given = |given: GivenFigure| Some(own.figures.get(&given)?.value);
        let net = || {
            let gross = given(GivenFigure::OperatingGross)?;
            Some(gross - given(GivenFigure::OperatingCosts)?)
        };
        let operating = value(income0(Component::Operating)).or_else(net);
        let sum = (|| {
            Some(
                value(income0(Component::Wage))?
                    + operating?
                    + value(income0(Component::Property))?
                    + value(income0(Component::Transfer))?,
            )
        })();
        let stated = given(GivenFigure::Income);
        let cell = self.cell(FormRow::Given(GivenFigure::Income));
        if let (Some(sum), Some(stated), Some(cell)) = (sum, stated, cell)
            && (sum - stated).abs() > ROUNDING
        {
            self.report(cell, Fault::PartsDiffer { stated, sum });
        }
        let funds: Option<Decimal> = Fixed::ALL
            .iter()
            .filter(|key| **key <= Fixed::FundsCountyOther)
            .map(|key| value(*key))
            .sum();
        let cell = self.cell(FormRow::Given(GivenFigure::FundsSpent));
        if let (Some(funds), Some(spent), Some(cell)) =
            (funds, given(GivenFigure::FundsSpent), cell)
            && spent > funds
        {
            self.filled.remarks.push(FormRemark {
                place: place(cell),
                row: FormRow::Given(GivenFigure::FundsSpent),
                value: spent,
                range: (Decimal::ZERO, funds),
            });
        }
    }

    /// Essential rows that nobody filled in.
    pub(super) fn missing(&mut self, before: Option<&OwnRegion>, own: Option<&OwnRegion>) {
        let net = FormRow::Value(income0(Component::Operating).into());
        let has_net = self.cell(net).is_some()
            || own.is_some_and(|own| {
                own.values
                    .contains_key(&income0(Component::Operating).into())
            });
        let base_year = own.or(before).map_or(0, |own| own.years.income);
        let is_there = |row: &FormRow| {
            if self.cell(*row).is_some() {
                return true;
            }
            // A form of tables alone leaves the figures as they are.
            let is_asked = self.rows.contains_key(row);
            match row {
                FormRow::Given(GivenFigure::OperatingGross | GivenFigure::OperatingCosts)
                    if has_net =>
                {
                    true
                }
                _ if is_asked => false,
                // A corrected part of income has taken the whole away, which is the sum of its parts.
                FormRow::Given(GivenFigure::Income) => own.is_some_and(|own| {
                    let parts = [Component::Wage, Component::Property, Component::Transfer];
                    own.figures.contains_key(&GivenFigure::Income)
                        || parts
                            .into_iter()
                            .all(|part| own.values.contains_key(&income0(part).into()))
                }),
                FormRow::Given(given) => own.is_some_and(|own| own.figures.contains_key(given)),
                FormRow::Name => own.is_some_and(|own| !own.name.is_empty()),
                FormRow::SpentDay => own.is_some_and(|own| {
                    let spent = own.figures.get(&GivenFigure::FundsSpent);
                    spent.is_some_and(|spent| spent.day.is_some())
                }),
                row => match row.key(base_year) {
                    Some(key) => own.is_some_and(|own| own.values.contains_key(&key)),
                    None => own.is_some(),
                },
            }
        };
        let rows = FormRow::essentials().into_iter();
        let missing = rows.filter(|row| !is_there(row)).collect();
        self.filled.missing = missing;
        // A cell with a fault is said already, and is not missing as well.
        let faulty: Vec<String> = self
            .filled
            .problems
            .iter()
            .map(|it| it.place.clone())
            .collect();
        let rows = &self.rows;
        self.filled.missing.retain(|row| {
            let cell = rows.get(row);
            cell.is_none_or(|cell| !faulty.contains(&place(cell)))
        });
    }
}
