//! The invented projects: their uses, sizes, sources, progress and assets.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou_sheets::{AssetClass, OperatingState, ProjectRow, ProjectState, ProjectType};

use super::{Chance, InventedNames, UNIT, day, yuan};
use crate::counties::shares::{Claim, divide};
use crate::region::key::Year;

/// A use with its published number of projects and their investment, and how many of them are large: 3 % of all are.
struct PublishedUse {
    types: &'static [(ProjectType, u64)],
    projects: usize,
    investment_yuan: u64,
    large: usize,
    most_of_small: u64,
}

/// Industry, infrastructure and other.
const USES: [PublishedUse; 3] = [
    PublishedUse {
        types: &[(ProjectType::Industry, 1)],
        projects: 513,
        investment_yuan: 2_646_000_000,
        large: 70,
        most_of_small: 9_900_000,
    },
    PublishedUse {
        types: &[(ProjectType::RuralConstruction, 1)],
        projects: 1_937,
        investment_yuan: 1_123_000_000,
        large: 5,
        most_of_small: 4_900_000,
    },
    PublishedUse {
        types: &[
            (ProjectType::Employment, 5),
            (ProjectType::RelocationSupport, 2),
            (ProjectType::ThreeGuarantees, 3),
            (ProjectType::Governance, 1),
            (ProjectType::Management, 1),
        ],
        projects: 152,
        investment_yuan: 365_000_000,
        large: 3,
        most_of_small: 9_900_000,
    },
];

/// The least of a large project, and the least of any, in yuan.
const LARGE: u64 = 10_000_000;
const LEAST: u64 = 30_000;
/// Published funds by source, in yuan: central, provincial, city, county; what the investment has beyond them is other.
const SOURCES: [u64; 5] = [
    1_073_000_000,
    1_902_000_000,
    211_000_000,
    496_000_000,
    452_000_000,
];
/// The published money spent, in yuan.
const SPENT: u64 = 2_240_000_000;
/// The published number of completed projects.
const COMPLETED: usize = 142;

/// A project on its way: amounts in units.
struct Draft {
    project_type: ProjectType,
    total: u64,
    sources: [u64; 5],
    state: ProjectState,
    paid: u64,
}

pub fn projects(
    chance: &mut Chance,
    year: Year,
    counties: &[u64],
    names: &InventedNames<'_>,
) -> Vec<ProjectRow> {
    let mut drafts: Vec<Draft> = USES.iter().flat_map(|of| sized(chance, of)).collect();
    give_sources(chance, &mut drafts);
    give_states(chance, &mut drafts);
    pay(chance, &mut drafts);
    let order = chance.order(drafts.len());
    let rows = order.into_iter().enumerate();
    rows.map(|(place, draft)| row(chance, year, counties, names, (place + 1, &drafts[draft])))
        .collect()
}

/// Projects of a use whose investment adds up to the published one.
fn sized(chance: &mut Chance, of: &PublishedUse) -> Vec<Draft> {
    let claims: Vec<Claim> = (0..of.projects)
        .map(|project| {
            // Many are small and few are not: the cube of an even number.
            let size = chance.between(20, 100);
            let size = size * size * size;
            match project < of.large {
                true => Claim {
                    weight: size * 6,
                    floor: LARGE / UNIT,
                    cap: 8 * LARGE / UNIT,
                },
                false => Claim {
                    weight: size,
                    floor: LEAST / UNIT,
                    cap: of.most_of_small / UNIT,
                },
            }
        })
        .collect();
    let totals = divide(of.investment_yuan / UNIT, &claims).unwrap_or_default();
    let weights: Vec<u64> = of.types.iter().map(|(_, weight)| *weight).collect();
    let draft = |total: u64| Draft {
        project_type: of.types[chance.choose(&weights)].0,
        total,
        sources: [0; 5],
        state: ProjectState::UnderConstruction,
        paid: 0,
    };
    totals.into_iter().map(draft).collect()
}

/// Takes the money out of the sources, one after the other. Two rounds in different orders give most projects two sources.
fn give_sources(chance: &mut Chance, drafts: &mut [Draft]) {
    let mut pools = SOURCES.map(|source| source / UNIT);
    let mut wanted: Vec<u64> = drafts.iter().map(|draft| draft.total * 7 / 10).collect();
    for round in 0..2 {
        let whole: u64 = wanted.iter().sum();
        let claims = pools.map(|pool| Claim {
            weight: pool,
            floor: 0,
            cap: pool,
        });
        let mut parts = divide(whole, &claims).unwrap_or_default();
        for (pool, part) in pools.iter_mut().zip(&parts) {
            *pool -= part;
        }
        for draft in chance.order(drafts.len()) {
            let mut missing = wanted[draft];
            for (source, part) in parts.iter_mut().enumerate() {
                let taken = missing.min(*part);
                *part -= taken;
                missing -= taken;
                drafts[draft].sources[source] += taken;
            }
        }
        if round == 0 {
            for (wanted, draft) in wanted.iter_mut().zip(drafts.iter()) {
                *wanted = draft.total - *wanted;
            }
        }
    }
}

/// Completes the published number, leaves some not begun, and builds the others.
fn give_states(chance: &mut Chance, drafts: &mut [Draft]) {
    let order = chance.order(drafts.len());
    let (completed, others) = order.split_at(COMPLETED);
    for (place, draft) in completed.iter().enumerate() {
        drafts[*draft].state = match place % 3 {
            0 => ProjectState::Accepted,
            _ => ProjectState::Completed,
        };
    }
    for draft in others {
        if chance.between(1, 100) <= 7 {
            drafts[*draft].state = ProjectState::NotStarted;
        }
    }
}

/// Pays what was published: all of what is completed, nothing of what is not begun, and a part of the others.
fn pay(chance: &mut Chance, drafts: &mut [Draft]) {
    let claims: Vec<Claim> = drafts
        .iter()
        .map(|draft| {
            // Other funds are not of the plan, and not of what was published as spent.
            let funds = draft.total - draft.sources[4];
            let (floor, cap) = match draft.state {
                ProjectState::NotStarted => (0, 0),
                ProjectState::UnderConstruction => (0, funds),
                _ => (funds, funds),
            };
            Claim {
                weight: funds * chance.between(20, 100),
                floor,
                cap,
            }
        })
        .collect();
    let paid = divide(SPENT / UNIT, &claims).unwrap_or_default();
    for (draft, paid) in drafts.iter_mut().zip(paid) {
        draft.paid = paid;
    }
}

fn row(
    chance: &mut Chance,
    year: Year,
    counties: &[u64],
    names: &InventedNames<'_>,
    (number, draft): (usize, &Draft),
) -> ProjectRow {
    let amount = |units: u64| (units > 0).then(|| yuan(units));
    let [central, province, city, county_funds, other_funds] = draft.sources.map(amount);
    let is_done = matches!(
        draft.state,
        ProjectState::Completed | ProjectState::Accepted
    );
    let is_begun = draft.state != ProjectState::NotStarted;
    let (month, of_month) = (chance.between(2, 5), chance.between(1, 28));
    let county = chance.choose(counties) + 1;
    let mut row = ProjectRow {
        number: Some(format!("XG{year}-{number:04}")),
        county: Some((names.county)(county)),
        name: Some((names.project)(number)),
        year: Some(year),
        project_type: Some(draft.project_type),
        total: Some(yuan(draft.total)),
        central,
        province,
        city,
        county_funds,
        other_funds,
        paid: Some(yuan(draft.paid)),
        state: Some(draft.state),
        started: is_begun.then(|| day(year, month, of_month)).flatten(),
        completed: is_done
            .then(|| day(year, chance.between(6, 8), of_month))
            .flatten(),
        lifted_households: Some(chance.between(10, 240)),
        monitored_households: Some(chance.between(0, 9)),
        ..ProjectRow::default()
    };
    if is_done {
        give_asset(chance, &mut row, draft);
    }
    row
}

/// The asset of a completed project.
fn give_asset(chance: &mut Chance, row: &mut ProjectRow, draft: &Draft) {
    let value = draft.total * chance.between(80, 95) / 100;
    row.asset_value = Some(yuan(value));
    if draft.project_type != ProjectType::Industry {
        row.asset_class = Some(AssetClass::PublicWelfare);
        return;
    }
    row.asset_class = Some(AssetClass::Operating);
    row.workers = Some(chance.between(3, 60));
    let states = [
        OperatingState::Good,
        OperatingState::Poor,
        OperatingState::Idle,
    ];
    let state = states[chance.choose(&[82, 12, 6])];
    row.operation = Some(state);
    let rate = match state {
        OperatingState::Good => chance.between(50, 90),
        OperatingState::Poor => chance.between(5, 25),
        OperatingState::Idle => 0,
    };
    let returned = value * rate / 1_000;
    row.yearly_return = Some(yuan(returned));
    row.return_to_households = Some(yuan(returned * chance.between(50, 80) / 100));
}

/// An amount of a row in units, for sums over rows.
pub fn units(amount: Option<Decimal>) -> u64 {
    let units = amount.unwrap_or_default() / Decimal::from(UNIT);
    units.to_u64().unwrap_or_default()
}
