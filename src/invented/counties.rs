//! The invented counties: people by size, progress from the projects, and the rest by chance.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou_sheets::{CountyRow, ProjectRow, ProjectState, ProjectType, SheetDate};

use super::projects::units;
use super::{COUNTIES, Chance, DAY, InventedNames, yuan};
use crate::counties::shares::{Claim, divide};
use crate::number::{MONEY_PLACES, round};
use crate::region::Region;
use crate::region::key::{Component, Fixed, Year, income0};

/// The sizes of the counties, as weights.
pub fn sizes(chance: &mut Chance) -> Vec<u64> {
    (0..COUNTIES).map(|_| chance.between(30, 160)).collect()
}

pub fn counties(
    chance: &mut Chance,
    default: &Region,
    sizes: &[u64],
    projects: &[ProjectRow],
    names: &InventedNames<'_>,
) -> Vec<CountyRow> {
    let value = |key: Fixed| default.values().get(key.into()).unwrap_or_default();
    let people = value(Fixed::Population).to_u64().unwrap_or_default();
    let households = value(Fixed::Population) / value(Fixed::HouseholdSize).max(Decimal::ONE);
    let households = households.trunc().to_u64().unwrap_or_default();
    let people = parted(people, sizes);
    let households = parted(households, sizes);
    let mean: Decimal = Component::ALL
        .into_iter()
        .map(|part| value(income0(part)))
        .sum();
    // Incomes that differ from county to county and have the city's mean.
    let levels: Vec<u64> = sizes.iter().map(|_| chance.between(840, 1_180)).collect();
    let weighted: u64 = people
        .iter()
        .zip(&levels)
        .map(|(own, level)| own * level)
        .sum();
    let all: u64 = people.iter().sum();
    let index = mean * Decimal::from(all) / Decimal::from(weighted.max(1));
    (0..COUNTIES)
        .map(|place| {
            let name = (names.county)(place + 1);
            let income = round(index * Decimal::from(levels[place]), MONEY_PLACES);
            let mut row = with_projects(projects, name);
            row.lifted_people = Some(people[place]);
            row.lifted_households = Some(households[place]);
            row.income = Some(income);
            let growth = Decimal::from(chance.between(1_120, 1_170)) / Decimal::from(1_000);
            row.income_before = Some(round(income / growth, MONEY_PLACES));
            with_chance(chance, &mut row, default.years.first_plan, names);
            row
        })
        .collect()
}

fn parted(whole: u64, weights: &[u64]) -> Vec<u64> {
    let claims: Vec<Claim> = weights
        .iter()
        .map(|weight| Claim {
            weight: *weight,
            floor: 0,
            cap: u64::MAX,
        })
        .collect();
    divide(whole, &claims).unwrap_or_default()
}

/// The columns that follow from a county's projects; its funds are those of the plan, without other ones.
fn with_projects(projects: &[ProjectRow], name: String) -> CountyRow {
    let own = || {
        let is_own = |row: &&ProjectRow| row.county.as_deref() == Some(&name);
        projects.iter().filter(is_own)
    };
    let funds = |row: &ProjectRow| units(row.total) - units(row.other_funds);
    let count = |of: fn(&ProjectRow) -> bool| own().filter(|row| of(row)).count() as u64;
    let sum = |of: &dyn Fn(&ProjectRow) -> u64| Some(yuan(own().map(of).sum()));
    CountyRow {
        granted: sum(&funds),
        granted_industry: sum(&|row| match row.project_type {
            Some(ProjectType::Industry) => funds(row),
            _ => 0,
        }),
        spent: sum(&|row| units(row.paid)),
        projects: Some(own().count() as u64),
        started: Some(count(|row| row.state != Some(ProjectState::NotStarted))),
        completed: Some(count(|row| {
            matches!(
                row.state,
                Some(ProjectState::Completed | ProjectState::Accepted)
            )
        })),
        name,
        ..CountyRow::default()
    }
}

/// The columns that nothing else decides.
fn with_chance(chance: &mut Chance, row: &mut CountyRow, year: Year, names: &InventedNames<'_>) {
    let mut part = |whole: u64, least: u64, most: u64| whole * chance.between(least, most) / 1_000;
    let (people, households) = (
        row.lifted_people.unwrap_or_default(),
        row.lifted_households.unwrap_or_default(),
    );
    let labour = part(people, 520, 600);
    row.labour = Some(labour);
    row.workers = Some(part(labour, 620, 820));
    row.public_jobs = Some(part(labour, 60, 130));
    row.due_households = Some(households);
    row.covered_households = Some(part(households, 740, 890));
    let monitored = part(households, 30, 60);
    row.monitored_households = Some(monitored);
    row.risk_free_households = Some(part(monitored, 480, 760));
    let problems = part(households, 2, 9);
    row.guarantee_problems = Some(problems);
    row.guarantee_solved = Some(part(problems, 820, 1_000));
    let (month, day) = DAY;
    row.day = SheetDate::new(year, month, Some(day));
    row.remark = Some(names.remark.clone());
}
