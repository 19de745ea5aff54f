//! The figures of the tables of counties as entries of a campaign, by their days.

use rust_decimal::Decimal;
use zengshou_sheets::{CountyField, CountyRow, SheetDate};

use super::{CampaignEntry, CampaignMeasure, CampaignPoint, CampaignSettings};
use crate::counties::FEWEST_PEOPLE;
use crate::counties::check::CheckedCounties;

/// The points that tables give.
#[derive(Default)]
pub(super) struct Imports {
    /// Of the whole region: a coverage, which counties do not add up to.
    pub whole: Vec<CampaignPoint>,
    /// Of counties, by their names.
    pub counties: Vec<(String, CampaignPoint)>,
}

impl Imports {
    /// The points of tables; days outside the campaign give none.
    pub(super) fn of(
        settings: &CampaignSettings,
        tables: &[&CheckedCounties<'_>],
        usual_day: Option<SheetDate>,
    ) -> Self {
        let mut imports = Self::default();
        for entry in tables
            .iter()
            .flat_map(|table| entries(settings.measure, table, usual_day))
        {
            let Some(point) = point(settings, entry.day, entry.value, None) else {
                continue;
            };
            match entry.county {
                Some(name) => imports.counties.push((name, point)),
                None => imports.whole.push(point),
            }
        }
        imports
    }
}

/// A table's figures as entries of a measure: of each county, and of the region where that is no sum of them. Rows without
/// a day have the usual one; without either they are no entries.
pub fn entries(
    measure: CampaignMeasure,
    table: &CheckedCounties<'_>,
    usual_day: Option<SheetDate>,
) -> Vec<CampaignEntry> {
    let field = measure.field();
    let mut entries = Vec::new();
    let (mut parts, mut wholes) = (Decimal::ZERO, Decimal::ZERO);
    let mut last: Option<SheetDate> = None;
    for (index, row) in table.usable() {
        if table.is_wrong_part(index, field) {
            continue;
        }
        let day = row.day.or(usual_day).filter(|day| day.day.is_some());
        let (Some(day), Some((part, whole))) = (day, parts_of(measure, row)) else {
            continue;
        };
        let Some(value) = part.checked_div(whole) else {
            continue;
        };
        parts += part;
        wholes += whole;
        last = last.max(Some(day));
        if !measure.adds_up() && whole < FEWEST_PEOPLE.into() {
            // A share of so few is not shown; the region's has them in it.
            continue;
        }
        entries.push(CampaignEntry {
            day,
            county: Some(row.name.clone()),
            value,
        });
    }
    if let (false, Some(day), Some(value)) = (measure.adds_up(), last, parts.checked_div(wholes)) {
        entries.push(CampaignEntry {
            day,
            county: None,
            value,
        });
    }
    entries
}

/// The number of a row and what it is divided by.
fn parts_of(measure: CampaignMeasure, row: &CountyRow) -> Option<(Decimal, Decimal)> {
    let part = row.number(measure.field())?;
    match measure {
        CampaignMeasure::Coverage => Some((part, row.number(CountyField::DueHouseholds)?)),
        CampaignMeasure::Jobs | CampaignMeasure::Spending | CampaignMeasure::Solved => {
            Some((part, Decimal::ONE))
        }
    }
}

/// A point on a day of the campaign; none outside it.
pub(super) fn point(
    settings: &CampaignSettings,
    date: SheetDate,
    value: Decimal,
    entry: Option<usize>,
) -> Option<CampaignPoint> {
    let (first, last) = (settings.first.number()?, settings.last.number()?);
    let number = date.number()?;
    let day = number - first + 1;
    (day >= 1 && number <= last).then_some(CampaignPoint {
        day,
        date,
        value,
        is_imported: entry.is_none(),
    })
}
