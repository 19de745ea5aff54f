//! Sensitivity of a result: each lever and each assumption moved alone to both ends of a range, and
//! two values moved together over a map.
//!
//! An assumption goes over the range that draws take it from, the user's own where there is one
//! ([`super::ranges`]); a component of the known income moves the others along, so that its published total
//! holds ([`super::known_total`]). A lever has no such range unless the region's file gives
//! one: money, shares and jobs then go a stated step up and down from where they are, as far as
//! they may; a whole category of funds moves as one, since a level's money does what another's does.

pub mod map;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::analysis::known_total;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::ranges::{moves_incomes, ranges};
use crate::model::Outcome;
use crate::number::{Yuan, YuanPerPerson, round};
use crate::region::key::{Category, Fixed, Key, Level, Unit, Year, funds};
use crate::region::{Region, Values};
use crate::scenario::Scenario;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution};

/// Money is set in whole amounts of this many yuan.
const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Steps of levers without a plausible range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeverSteps {
    /// Money, in yuan.
    pub money: Decimal,
    /// Shares, as a fraction.
    pub share: Decimal,
    /// Jobs.
    pub people: Decimal,
}

impl LeverSteps {
    /// A tenth of all funds of the plan, ten points, a hundredth of the lifted population.
    pub fn usual(values: &Values) -> Self {
        let all: Decimal = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| values.fixed(funds(level, category))))
            .sum();
        Self {
            money: round(all / Decimal::TEN / TEN_THOUSAND, 0) * TEN_THOUSAND,
            share: Decimal::new(1, 1),
            people: round(values.fixed(Fixed::Population) / Decimal::ONE_HUNDRED, 0),
        }
    }
}

/// The inputs that are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TornadoInputs {
    /// The planner's decisions.
    Levers(LeverSteps),
    /// The planner's assumptions.
    Assumptions,
}

/// A request for a tornado.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TornadoRequest {
    /// The inputs that are moved.
    pub over: TornadoInputs,
    /// Ranges that the user changed; the others are the region's.
    pub distributions: Vec<InputDistribution>,
    /// The result.
    pub measure: OutcomeMeasure,
    /// Of which year.
    pub year: Year,
}

/// The subject of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BarSubject {
    /// A key.
    Key(Key),
    /// The funds of all levels for the category that this cell belongs to.
    Column(Key),
}

/// One value at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// The input that is moved.
    pub moved: BarSubject,
    /// Its lower end.
    pub least: Decimal,
    /// Its upper end.
    pub most: Decimal,
    /// The result's change at the lower end, yuan a head; none where that end can't stand beside the
    /// other values.
    pub at_least: Option<Decimal>,
    /// The same at the upper end.
    pub at_most: Option<Decimal>,
}

impl TornadoBar {
    /// The width of the bar: the distance between the lowest and the highest result, the present
    /// one included.
    pub fn width(&self) -> Decimal {
        let ends = [Some(Decimal::ZERO), self.at_least, self.at_most];
        let ends = || ends.into_iter().flatten();
        let most = ends().max().unwrap_or_default();
        most - ends().min().unwrap_or_default()
    }
}

/// A tornado: one-way sensitivities of a result, widest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tornado {
    /// The result as it stands, yuan a head.
    pub now: Decimal,
    /// The bars, the widest first; without those that move nothing.
    pub bars: Vec<TornadoBar>,
    /// The number of values that move nothing.
    pub idle: usize,
}

/// The result that is looked at.
pub(super) fn result(outcome: &Outcome, measure: OutcomeMeasure, year: Year) -> YuanPerPerson {
    let step = usize::from(year.saturating_sub(outcome.years.first_plan));
    let Some(of_year) = outcome.scenario.get(step).or(outcome.scenario.last()) else {
        return YuanPerPerson::ZERO;
    };
    match measure {
        OutcomeMeasure::Income => of_year.income,
        OutcomeMeasure::Difference => of_year.difference(),
    }
}

/// Moves each value alone to both ends of its range.
pub fn tornado(region: &Region, scenario: &Scenario, request: TornadoRequest) -> Tornado {
    let look = |scenario: &Scenario| {
        let outcome = scenario.project_until(region, request.year);
        result(&outcome, request.measure, request.year).exact()
    };
    let now = look(scenario);
    let moves = match request.over {
        TornadoInputs::Assumptions => assumptions(region, scenario, &request.distributions),
        TornadoInputs::Levers(steps) => levers(region, scenario, steps),
    };
    let all = moves.len();
    let change = |moved: BarSubject, end: Decimal| {
        let changed = with(region, scenario, moved, end)?;
        Some(look(&changed) - now)
    };
    let bars = moves.into_iter().map(|(moved, (least, most))| TornadoBar {
        moved,
        least,
        most,
        at_least: change(moved, least),
        at_most: change(moved, most),
    });
    let is_seen = |bar: &TornadoBar| !YuanPerPerson(bar.width()).rounded().is_zero();
    let mut bars: Vec<TornadoBar> = bars.filter(is_seen).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.width()));
    Tornado {
        now,
        idle: all - bars.len(),
        bars,
    }
}

type Range = (Decimal, Decimal);

/// The assumptions that can move an income, with the ranges that draws take them from. What is not
/// drawn there is not moved here.
fn assumptions(
    region: &Region,
    scenario: &Scenario,
    own: &[InputDistribution],
) -> Vec<(BarSubject, Range)> {
    let doubted = ranges(region, scenario, own).into_iter();
    doubted
        .filter(|distribution| {
            moves_incomes(distribution.key) && distribution.shape != DistributionShape::Fixed
        })
        .map(|distribution| {
            (
                BarSubject::Key(distribution.key),
                (distribution.least, distribution.most),
            )
        })
        .collect()
}

/// The levers: plausible ranges where the region gives them, steps elsewhere.
fn levers(region: &Region, scenario: &Scenario, steps: LeverSteps) -> Vec<(BarSubject, Range)> {
    let columns = Category::ALL.map(|category| {
        let cell = Key::from(funds(Level::Central, category));
        let now: Decimal = Level::ALL
            .iter()
            .filter_map(|level| scenario.value(region, funds(*level, category).into()))
            .sum();
        let least = (now - steps.money).max(Decimal::ZERO);
        (BarSubject::Column(cell), (least, now + steps.money))
    });
    let single = region
        .parameters
        .iter()
        .filter(|(key, _)| key.is_lever() && key.unit() != Unit::Flag && !is_cell(**key))
        .filter_map(|(key, figure)| {
            let now = scenario.value(region, *key)?;
            let (least, most) = key.range();
            let step = match key.unit() {
                Unit::Share => steps.share,
                Unit::People => steps.people,
                _ => steps.money,
            };
            let around = ((now - step).max(least), (now + step).min(most));
            Some((BarSubject::Key(*key), figure.range.unwrap_or(around)))
        });
    columns.into_iter().chain(single).collect()
}

fn is_cell(key: Key) -> bool {
    matches!(key, Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther)
}

/// The category of the column that a cell stands for.
fn category(cell: Key) -> Category {
    let of = |category: &Category| Key::from(funds(Level::Central, *category)) == cell;
    Category::ALL
        .into_iter()
        .find(of)
        .unwrap_or(Category::Other)
}

/// The scenario with a value moved; none where it can't stand beside the others.
fn with(
    region: &Region,
    scenario: &Scenario,
    moved: BarSubject,
    value: Decimal,
) -> Option<Scenario> {
    let mut changed = scenario.clone();
    match moved {
        BarSubject::Key(key) => return known_total::moved(region, scenario, key, value),
        BarSubject::Column(cell) => {
            let keys = Level::ALL.map(|level| Key::from(funds(level, category(cell))));
            let now = |key: Key| scenario.value(region, key).unwrap_or_default();
            let sum: Decimal = keys.iter().map(|key| now(*key)).sum();
            let mut rest = value;
            for (index, key) in keys.iter().enumerate() {
                // In proportion to what each level gives; the last one takes what is left.
                let part = match sum.is_zero() {
                    true => Decimal::ZERO,
                    false => round(value * now(*key) / sum, 0),
                };
                let part = if index + 1 == keys.len() {
                    rest
                } else {
                    part.min(rest)
                };
                rest -= part;
                changed.set(region, *key, part).ok()?;
            }
        }
    }
    Some(changed)
}

/// All funds of the category that a bar moves.
pub fn column_of(cell: Key) -> Category {
    category(cell)
}

/// Money as the sum of a column shows it.
pub fn column_total(region: &Region, scenario: &Scenario, category: Category) -> Yuan {
    let cells = Level::ALL.iter();
    Yuan(
        cells
            .filter_map(|level| scenario.value(region, funds(*level, category).into()))
            .sum(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::tests::region;
    use crate::scenario::examples::Example;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn ask(over: TornadoInputs) -> TornadoRequest {
        TornadoRequest {
            over,
            distributions: Vec::new(),
            measure: OutcomeMeasure::Income,
            year: 2023,
        }
    }

    #[test]
    fn every_bar_is_what_the_model_says_at_its_ends() {
        let region = region();
        let scenario = Example::Together.scenario(&region);
        let asked = TornadoRequest {
            measure: OutcomeMeasure::Difference,
            year: 2030,
            over: TornadoInputs::Assumptions,
            distributions: Vec::new(),
        };
        let found = tornado(&region, &scenario, asked);
        assert!(found.bars.len() > 30, "{}", found.bars.len());
        assert!(
            found
                .bars
                .is_sorted_by(|one, other| one.width() >= other.width())
        );
        let now = scenario.project(&region).scenario[7].difference().exact();
        assert_eq!(found.now, now);
        for bar in &found.bars {
            let BarSubject::Key(key) = bar.moved else {
                panic!("an assumption is a key");
            };
            let changed = known_total::moved(&region, &scenario, key, bar.most);
            let exact = changed
                .map(|changed| changed.project(&region).scenario[7].difference().exact() - now);
            assert_eq!(bar.at_most, exact, "{key}");
        }
    }

    #[test]
    fn the_known_total_holds_whatever_is_moved() {
        let region = region();
        let found = tornado(
            &region,
            &Scenario::default(),
            ask(TornadoInputs::Assumptions),
        );
        // Moved alone, transfers would bring −1,388 and +2,007 yuan: more than any assumption.
        for bar in &found.bars {
            let BarSubject::Key(key) = bar.moved else {
                panic!("an assumption is a key");
            };
            let is_of_total = known_total::component_of(key).is_some();
            assert!(
                !is_of_total || bar.width() < decimal("60"),
                "{key}: {bar:?}"
            );
        }
        assert!(found.bars.iter().any(|bar| bar.width() > decimal("100")));
    }

    #[test]
    fn bars_go_over_the_users_own_ranges_and_hold_the_users_value() {
        let region = region();
        let mut scenario = Example::Together.scenario(&region);
        let key = Key::from(Fixed::AssetReturn);
        let set = scenario.set(&region, key, decimal("0.3"));
        set.expect("in range");
        let own = |shape| InputDistribution {
            key,
            least: decimal("0.02"),
            most: decimal("0.12"),
            shape,
        };
        let bar = |distributions: Vec<InputDistribution>| {
            let asked = TornadoRequest {
                distributions,
                ..ask(TornadoInputs::Assumptions)
            };
            let found = tornado(&region, &scenario, asked);
            let bar = found
                .bars
                .iter()
                .find(|bar| bar.moved == BarSubject::Key(key))
                .copied();
            bar.map(|bar| (bar.least, bar.most))
        };
        assert_eq!(bar(Vec::new()), Some((decimal("0.04"), decimal("0.3"))));
        let mine = bar(vec![own(DistributionShape::Pert)]);
        assert_eq!(mine, Some((decimal("0.02"), decimal("0.3"))));
        assert_eq!(
            bar(vec![own(DistributionShape::Fixed)]),
            None,
            "beyond doubt"
        );
    }

    #[test]
    fn money_moves_by_its_step_and_its_category_as_one() {
        let region = region();
        let plan = Scenario::default();
        let steps = LeverSteps::usual(region.values());
        // A tenth of 36.82 亿元, ten points, a hundredth of 500,000 people.
        assert_eq!(steps.money, decimal("368200000"));
        assert_eq!(steps.people, decimal("5000"));
        let found = tornado(&region, &plan, ask(TornadoInputs::Levers(steps)));
        let industry = funds(Level::Central, Category::Industry);
        let bar = found
            .bars
            .iter()
            .find(|bar| bar.moved == BarSubject::Column(industry.into()))
            .expect("industry money moves incomes");
        assert_eq!(bar.most - bar.least, steps.money * Decimal::TWO);
        assert_eq!(bar.at_least.map(|_| ()), Some(()));
        let changed = with(&region, &plan, bar.moved, bar.most).expect("fits");
        let total = column_total(&region, &changed, Category::Industry);
        assert_eq!(total.exact(), bar.most);
        let income = changed.project(&region).scenario[0].difference().exact();
        assert_eq!(bar.at_most, Some(income));
        // More money brings more, less brings less.
        assert!(bar.at_most > Some(Decimal::ZERO) && bar.at_least < Some(Decimal::ZERO));
    }

    #[test]
    fn a_lever_stays_within_its_range() {
        let region = region();
        let steps = LeverSteps {
            money: decimal("900000000000"),
            share: Decimal::ONE,
            people: decimal("9000000"),
        };
        for (moved, (least, most)) in levers(&region, &Scenario::default(), steps) {
            if let BarSubject::Key(key) = moved {
                let (lowest, highest) = key.range();
                assert!(lowest <= least && least < most && most <= highest, "{key}");
            } else {
                assert_eq!(least, Decimal::ZERO);
            }
        }
    }
}
