//! Projects that wait: what the plan is without them, and what it is if they slip a year.

use rust_decimal::Decimal;

use super::library::{ProjectStanding, ProjectTotal};
use super::list::ProjectList;
use super::money::ProjectMoney;
use crate::number::{MONEY_PLACES, round};
use crate::problem::{CountiesFault, Fault, Problem};
use crate::region::Region;
use crate::region::key::{
    Category, Fixed, Key, Level, Year, Yearly, cells_of_funds, funds, funds_growth,
};
use crate::scenario::{Scenario, value_text};

/// The plan's projects in two parts: those that go on and those that wait.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectChoice {
    /// Those that go on.
    pub kept: ProjectTotal,
    /// Those that wait.
    pub deferred: ProjectTotal,
    /// Their money.
    pub deferred_money: ProjectMoney,
    year: Option<Year>,
}

impl ProjectChoice {
    /// Parts a year's plan by the rows that wait; other rows are none of it.
    pub fn new(list: &ProjectList, waits: impl Fn(usize) -> bool) -> Self {
        let mut choice = Self {
            kept: ProjectTotal::default(),
            deferred: ProjectTotal::default(),
            deferred_money: ProjectMoney::default(),
            year: list.year,
        };
        let planned = list.lines.iter().enumerate();
        let planned = planned.filter(|(_, line)| line.standing == ProjectStanding::Planned);
        for (row, line) in planned {
            if waits(row) {
                choice.deferred.add(line.planned);
                choice.deferred_money.add(&line.money);
            } else {
                choice.kept.add(line.planned);
            }
        }
        choice
    }

    /// The scenario in which the funds of what waits are spent in the second plan year in the place of the first. The
    /// other years keep their money, and so does every other value.
    ///
    /// # Errors
    /// A table of another year than the plan's first, a region without a second year, money that is in no cell of the funds,
    /// and the cells that have less than what waits would need.
    pub fn slipped(&self, region: &Region, scenario: &Scenario) -> Result<Scenario, Vec<Problem>> {
        let years = region.years;
        let refused = |place: &str, fault: Fault| Err(vec![Problem::new(place, fault)]);
        if years.horizon <= years.first_plan || self.year.is_some_and(|it| it != years.first_plan) {
            let (least, most) = (years.first_plan, years.first_plan);
            return refused("projects.year", Fault::YearOutside { least, most });
        }
        let money = &self.deferred_money;
        let of_government = money.of_government();
        if of_government.is_zero() || of_government + money.other_funds() != money.total() {
            let fault = Fault::Counties(CountiesFault::NoCellOfFunds);
            return refused("projects", fault);
        }
        let mut given = Vec::new();
        let mut problems = Vec::new();
        for level in Level::ALL {
            for category in Category::ALL {
                let later = self.deferred_money.cell(level, category);
                if later.is_zero() {
                    continue;
                }
                let cell = funds(level, category);
                let now = scenario.value(region, cell.into()).unwrap_or_default();
                if later > now {
                    let fault = Fault::OutOfRange {
                        value: later,
                        least: Decimal::ZERO,
                        most: now,
                        unit: Key::from(cell).unit(),
                    };
                    problems.push(Problem::new(&Key::from(cell).to_string(), fault));
                    continue;
                }
                given.extend(slipped_cell(region, scenario, (level, cell), now, later));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let (next, problems) = scenario.with(region, given);
        match problems.is_empty() {
            true => Ok(next),
            false => Err(problems),
        }
    }
}

/// The scenario whose funds are the money that some projects need: each cell becomes what they need of it, in one step.
/// Money that no source or type is said for, and funds of no government, are in no cell.
///
/// # Errors
/// Cells beyond what a scenario takes, and projects that need nothing of any cell.
pub fn funded(
    region: &Region,
    scenario: &Scenario,
    money: &ProjectMoney,
) -> Result<Scenario, Vec<Problem>> {
    if money.of_government().is_zero() {
        let fault = Fault::Counties(CountiesFault::NoCellOfFunds);
        return Err(vec![Problem::new("projects", fault)]);
    }
    let cells = cells_of_funds().map(|(level, category)| {
        let key = Key::from(funds(level, category));
        let value = round(money.cell(level, category), MONEY_PLACES).normalize();
        (Some(key), key.to_string(), value_text(key, value))
    });
    let (next, problems) = scenario.with(region, cells.collect());
    match problems.is_empty() {
        true => Ok(next),
        false => Err(problems),
    }
}

/// The values of one cell: less in the first plan year, more in the second, and as before after that.
fn slipped_cell(
    region: &Region,
    scenario: &Scenario,
    (level, cell): (Level, Fixed),
    now: Decimal,
    later: Decimal,
) -> Vec<(Option<Key>, String, String)> {
    let years = region.years;
    let second = years.first_plan + 1;
    // Levers that do not repeat leave the later years to the plan, and to its growth.
    let repeats = scenario.value(region, Fixed::Repeat.into());
    let growth = match repeats.is_none_or(|repeats| repeats.is_zero()) {
        true => region.values().get(funds_growth(level).into()),
        false => scenario.value(region, funds_growth(level).into()),
    };
    let factor = Decimal::ONE + growth.unwrap_or_default();
    let mut index = Decimal::ONE;
    let mut all = vec![(Key::from(cell), now - later)];
    for year in second..=years.horizon {
        index *= factor;
        let key = Key::Yearly(Yearly::Lever(cell), year);
        // A year's own value is what it says; the others follow from the first year's, which now is less.
        let own = scenario.changed(key);
        let before = own.or_else(|| Some(scenario.default_of(region, key)? * index));
        let more = if year == second { later } else { Decimal::ZERO };
        if let Some(before) = before {
            all.push((key, round(before + more, MONEY_PLACES)));
        }
    }
    let all = all.into_iter();
    all.map(|(key, value)| (Some(key), key.to_string(), value_text(key, value)))
        .collect()
}
