//! The points of a campaign: entries that contradict its days or each other are said by row and set apart.

use std::collections::HashMap;

use rust_decimal::Decimal;
use zengshou_sheets::SheetDate;

use super::imports::{Imports, point};
use super::{
    CampaignAim, CampaignEntry, CampaignFault, CampaignPoint, CampaignScope, CampaignSettings,
};
use crate::counties::check::CheckedCounties;
use crate::counties::index::{CountyIndex, NameFault};
use crate::counties::name::CountyName;

/// The points of the whole region and of each county with an aim, an entry or a figure in a table.
pub(super) fn gather(
    faults: &mut Vec<CampaignFault>,
    settings: &CampaignSettings,
    tables: &[&CheckedCounties<'_>],
    usual_day: Option<SheetDate>,
) -> (Vec<CampaignPoint>, Vec<CampaignScope>) {
    let mut scopes = Scopes::new(tables);
    for (number, county) in settings.counties.iter().enumerate() {
        let at = scopes.of(&county.name);
        let scope = &mut scopes.all[at];
        if let Some(earlier) = scope.number {
            let county = number;
            faults.push(CampaignFault::CountyTwice { county, earlier });
            // Nobody knows which of the two holds.
            scope.aim = CampaignAim::default();
            continue;
        }
        (scope.number, scope.aim) = (Some(number), county.aim);
        if !scopes.is_known(&county.name) {
            faults.push(CampaignFault::UnknownCounty { county: number });
        }
    }
    let mut by_place: Vec<(Option<usize>, Vec<usize>)> = vec![(None, Vec::new())];
    let mut places: HashMap<Option<usize>, usize> = HashMap::from([(None, 0)]);
    for (number, entry) in settings.entries.iter().enumerate() {
        let scope = entry.county.as_deref().map(|name| {
            if !scopes.is_known(name) {
                faults.push(CampaignFault::UnknownPlace { entry: number });
            }
            scopes.of(name)
        });
        let place = *places.entry(scope).or_insert_with(|| {
            by_place.push((scope, Vec::new()));
            by_place.len() - 1
        });
        by_place[place].1.push(number);
    }
    let imports = match settings.takes_imports {
        true => Imports::of(settings, tables, usual_day),
        false => Imports::default(),
    };
    let imported: Vec<usize> = imports
        .counties
        .iter()
        .map(|(name, _)| scopes.of(name))
        .collect();
    let mut whole = typed(faults, settings, settings.aim.start, &by_place[0].1);
    for (scope, entries) in &by_place[1..] {
        if let Some(scope) = scope {
            let start = scopes.all[*scope].aim.start;
            scopes.all[*scope].points = typed(faults, settings, start, entries);
        }
    }
    for (scope, (name, point)) in imported.into_iter().zip(&imports.counties) {
        let points = &mut scopes.all[scope].points;
        faults.extend(add(settings, points, Some(name), *point));
    }
    for point in &imports.whole {
        faults.extend(add(settings, &mut whole, None, *point));
    }
    (whole, scopes.all)
}

/// The points of a place's entries, by day.
fn typed(
    faults: &mut Vec<CampaignFault>,
    settings: &CampaignSettings,
    start: Option<Decimal>,
    entries: &[usize],
) -> Vec<CampaignPoint> {
    let mut by_day: HashMap<i64, (usize, bool)> = HashMap::new();
    let mut kept: Vec<(usize, CampaignPoint)> = Vec::new();
    for number in entries {
        let entry = &settings.entries[*number];
        let Some(point) = point(settings, entry.day, entry.value, Some(*number)) else {
            faults.push(CampaignFault::Outside { entry: *number });
            continue;
        };
        match by_day.get_mut(&point.day) {
            Some((earlier, is_twice)) => {
                faults.push(CampaignFault::Twice {
                    entry: *number,
                    earlier: *earlier,
                });
                *is_twice = true;
            }
            None => {
                by_day.insert(point.day, (*number, false));
                kept.push((*number, point));
            }
        }
    }
    kept.retain(|(_, point)| {
        by_day
            .get(&point.day)
            .is_some_and(|(_, is_twice)| !is_twice)
    });
    kept.sort_by_key(|(_, point)| point.day);
    rising(faults, start, kept)
}

/// The points without those that fall, below the start or an earlier one.
fn rising(
    faults: &mut Vec<CampaignFault>,
    start: Option<Decimal>,
    points: Vec<(usize, CampaignPoint)>,
) -> Vec<CampaignPoint> {
    let mut rising: Vec<CampaignPoint> = Vec::new();
    for (entry, point) in points {
        let before = rising.last().map(|last| last.value).or(start);
        match before.filter(|before| point.value < *before) {
            Some(before) => faults.push(CampaignFault::Falling { entry, before }),
            None => rising.push(point),
        }
    }
    rising
}

/// Adds a table's figure where the place has no entry of its day and where it does not fall; else says so.
fn add(
    settings: &CampaignSettings,
    points: &mut Vec<CampaignPoint>,
    county: Option<&String>,
    point: CampaignPoint,
) -> Option<CampaignFault> {
    let place = points.partition_point(|own| own.day < point.day);
    let same_day = points.get(place).filter(|own| own.day == point.day);
    if let Some(own) = same_day {
        let same = |entry: &CampaignEntry| entry.day == own.date && entry.value == own.value;
        let entry = settings.entries.iter().position(same);
        let table = point.value;
        let differs = own.value != table && !own.is_imported;
        return entry
            .filter(|_| differs)
            .map(|entry| CampaignFault::Differs { entry, table });
    }
    let is_above = |own: &CampaignPoint| own.value > point.value;
    let falls = points[..place].last().is_some_and(is_above)
        || points.get(place).is_some_and(|own| own.value < point.value);
    if falls {
        return Some(CampaignFault::ImportFalls {
            county: county.cloned(),
            date: point.date,
            value: point.value,
        });
    }
    points.insert(place, point);
    None
}

/// The sums of all counties, on each day from which every one of them is known.
pub(super) fn sums(scopes: &[CampaignScope]) -> Vec<CampaignPoint> {
    let mut moves: Vec<(CampaignPoint, usize)> = Vec::new();
    for (index, scope) in scopes.iter().enumerate() {
        moves.extend(scope.points.iter().map(|point| (*point, index)));
    }
    moves.sort_by_key(|(point, _)| point.day);
    let mut standings: Vec<Option<Decimal>> = scopes.iter().map(|scope| scope.aim.start).collect();
    let mut unknown = standings.iter().filter(|own| own.is_none()).count();
    let mut sum: Decimal = standings.iter().flatten().sum();
    let mut points: Vec<CampaignPoint> = Vec::new();
    for (point, index) in moves {
        let before = standings[index].replace(point.value);
        sum += point.value - before.unwrap_or_default();
        unknown -= usize::from(before.is_none());
        if unknown > 0 {
            continue;
        }
        let is_imported = point.is_imported;
        match points.last_mut().filter(|last| last.day == point.day) {
            Some(last) => {
                last.value = sum;
                last.is_imported &= is_imported;
            }
            None => points.push(CampaignPoint {
                value: sum,
                ..point
            }),
        }
    }
    points
}

/// The counties of a campaign, in the order in which they come up.
struct Scopes<'a, 'b> {
    all: Vec<CampaignScope>,
    by_stem: HashMap<String, Vec<usize>>,
    table: Option<(&'a CheckedCounties<'b>, CountyIndex)>,
}

impl<'a, 'b> Scopes<'a, 'b> {
    fn new(tables: &[&'a CheckedCounties<'b>]) -> Self {
        let table = tables.first().filter(|table| !table.rows.is_empty());
        Self {
            all: Vec::new(),
            by_stem: HashMap::new(),
            table: table.map(|table| (*table, CountyIndex::of(table.rows))),
        }
    }

    /// True where the table has it, or where there is none to ask.
    fn is_known(&self, name: &str) -> bool {
        let index = self.table.as_ref().map(|(_, index)| index);
        index.is_none_or(|index| index.of_name(name) != Err(NameFault::Unknown))
    }

    /// The place of a county, made where it has none.
    fn of(&mut self, name: &str) -> usize {
        let spelled = CountyName::of(name);
        let alike = self.by_stem.entry(spelled.stem.clone()).or_default();
        let found = alike
            .iter()
            .find(|own| self.all[**own].spelled.may_be(&spelled));
        if let Some(found) = found {
            return *found;
        }
        alike.push(self.all.len());
        let of_table = self.table.as_ref().and_then(|(table, index)| {
            let row = index.of_name(name).ok()?;
            Some(table.rows[row].name.clone())
        });
        self.all.push(CampaignScope {
            name: of_table.unwrap_or_else(|| name.to_owned()),
            spelled,
            aim: CampaignAim::default(),
            number: None,
            points: Vec::new(),
        });
        self.all.len() - 1
    }
}
