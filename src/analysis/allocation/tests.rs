mod conflicts;
mod defaults;
mod downside;
mod floor;
mod goals;
mod market;
mod other;
mod property;

use super::*;
use crate::region::key::{Benchmark, Fixed};
use crate::region::tests::region;

const YEAR: Year = 2027;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn ask(region: &Region, scenario: &Scenario, objective: Objective) -> AllocationRequest {
    AllocationRequest {
        objective,
        parts: usual(region, scenario, Decimal::ONE),
        levers: Vec::new(),
        keeps_rule: true,
        raises_other: true,
        floor: FundsFloor::default(),
        downside: None,
    }
}

fn limits(part: MatrixPart, least: &str, most: &str) -> PartLimits {
    PartLimits {
        part,
        least: decimal(least),
        most: decimal(most),
    }
}

/// The least money with which income of a year reaches that of the nation's rural residents.
fn least(year: Year) -> Objective {
    let benchmark = Benchmark::RuralNation;
    Objective::LeastMoney(Goal::Reach { benchmark, year })
}

/// Checks of an answer all that must hold of any.
fn hold(
    region: &Region,
    scenario: &Scenario,
    request: &AllocationRequest,
    answer: &AllocationAnswer,
) {
    let changed = search::with(region, scenario, &answer.moves).expect("fits");
    let found = matrix(region, &changed);
    if answer.moves.is_empty() {
        return;
    }
    for own in &request.parts {
        let amount = own.part.of(&found).exact();
        assert!(
            own.least <= amount && amount <= own.most,
            "{own:?} {amount}"
        );
    }
    let before = matrix(region, scenario);
    for (now, then) in before.iter().flatten().zip(found.iter().flatten()) {
        let units = (then.exact() - now.exact()) / search::TEN_THOUSAND;
        assert!(units.fract().is_zero(), "money moves in whole units");
        assert!(then.exact() >= Decimal::ZERO);
    }
    let rule = search::central_rule(region, scenario).expect("a rule");
    if request.keeps_rule {
        let central = MatrixPart::Row(Level::Central).of(&found).exact();
        assert!(found[0][0].exact() >= central * rule);
    }
    for own in &request.levers {
        let value = changed.value(region, own.key).expect("a value");
        assert!(own.least <= value && value <= own.most, "{own:?} {value}");
    }
    let best = answer.best.expect("something was found");
    assert_eq!(best, standing(region, &changed, request.objective));
}

/// A scenario of a few units of 10,000 yuan of central money, under which coverage is paid for by a few of them.
fn small(region: &Region, units: i64) -> Scenario {
    let mut scenario = Scenario::default();
    for level in Level::ALL {
        for category in Category::ALL {
            let is_first = level == Level::Central && category == Category::Industry;
            let money = if is_first { units * 10_000 } else { 0 };
            let key = funds(level, category).into();
            scenario
                .set(region, key, Decimal::from(money))
                .expect("in range");
        }
    }
    for (key, value) in [
        (Fixed::CarrySpent, "0"),
        (Fixed::CoverageCost, "1"),
        (Fixed::Coverage, "0.84"),
    ] {
        scenario
            .set(region, key.into(), decimal(value))
            .expect("in range");
    }
    scenario
}

/// Every way to place some units in central funds, by the exact model; and the best of them.
fn by_force(
    region: &Region,
    scenario: &Scenario,
    request: &AllocationRequest,
    units: i64,
) -> Option<Decimal> {
    let mut best = None;
    for total in 0..=units {
        for industry in 0..=total {
            for infrastructure in 0..=total - industry {
                let cells = [industry, infrastructure, total - industry - infrastructure];
                let mut changed = scenario.clone();
                for (category, cell) in Category::ALL.into_iter().zip(cells) {
                    let key = funds(Level::Central, category).into();
                    let money = Decimal::from(cell * 10_000);
                    changed.set(region, key, money).expect("in range");
                }
                let matrix = matrix(region, &changed);
                let fits = request.parts.iter().all(|own| {
                    let amount = own.part.of(&matrix).exact();
                    own.least <= amount && amount <= own.most
                });
                let is_ruled = 10 * industry >= 6 * total || !request.keeps_rule;
                let found = standing(region, &changed, request.objective);
                if fits && is_ruled && found.met {
                    best = best.max(Some(found.value(request.objective)));
                }
            }
        }
    }
    best
}

#[test]
fn small_cases_are_as_good_as_every_case_tried() {
    let region = region();
    let units = 10;
    let scenario = small(&region, units);
    let most = "100000";
    let cell = |category| MatrixPart::Cell(Level::Central, category);
    let cases: [(&str, Vec<PartLimits>, bool); 5] = [
        (
            "the rule alone",
            vec![limits(MatrixPart::Total, most, most)],
            true,
        ),
        (
            "no rule",
            vec![limits(MatrixPart::Total, most, most)],
            false,
        ),
        (
            "some for each",
            vec![
                limits(MatrixPart::Total, most, most),
                limits(cell(Category::Infrastructure), "15000", "30000"),
                limits(MatrixPart::Column(Category::Other), "10000", "100000"),
            ],
            true,
        ),
        (
            "money may be left",
            vec![limits(MatrixPart::Total, "0", "73000")],
            true,
        ),
        (
            "little industry",
            vec![
                limits(MatrixPart::Total, most, most),
                limits(cell(Category::Industry), "0", "70000"),
            ],
            false,
        ),
    ];
    for objective in [
        Objective::Market,
        Objective::Earned(2023),
        Objective::Earned(YEAR),
        Objective::Income(2023),
        Objective::Income(YEAR),
    ] {
        for (name, parts, keeps_rule) in &cases {
            let request = AllocationRequest {
                objective,
                parts: parts
                    .iter()
                    .copied()
                    .chain(
                        Level::ALL[1..]
                            .iter()
                            .map(|level| limits(MatrixPart::Row(*level), "0", "0")),
                    )
                    .collect(),
                levers: Vec::new(),
                keeps_rule: *keeps_rule,
                raises_other: true,
                floor: FundsFloor::default(),
                downside: None,
            };
            let answer = allocate(&region, &scenario, &request);
            hold(&region, &scenario, &request, &answer);
            let best = answer.best.expect("it can hold").value(objective);
            let forced = by_force(&region, &scenario, &request, units);
            assert_eq!(Some(best), forced, "{objective:?}: {name}");
        }
    }
}

#[test]
fn the_least_money_is_as_little_as_every_case_tried() {
    let region = region();
    let units = 12;
    let mut scenario = small(&region, units);
    // A benchmark between what no money and all money brings.
    let income = |scenario: &Scenario| scenario.project(&region).scenario[0].income.exact();
    let all = income(&scenario);
    let mut none = scenario.clone();
    none.set(
        &region,
        funds(Level::Central, Category::Industry).into(),
        Decimal::ZERO,
    )
    .expect("in range");
    let benchmark = Key::parse("bench.rural_nation.2023").expect("a key");
    let between = income(&none) + (all - income(&none)) * decimal("0.6");
    scenario
        .set(&region, benchmark, between.round_dp(8))
        .expect("in range");
    let objective = least(2023);
    for keeps_rule in [true, false] {
        let request = AllocationRequest {
            objective,
            parts: Level::ALL[1..]
                .iter()
                .map(|level| limits(MatrixPart::Row(*level), "0", "0"))
                .chain([limits(MatrixPart::Total, "0", "120000")])
                .collect(),
            levers: Vec::new(),
            keeps_rule,
            raises_other: true,
            floor: FundsFloor::default(),
            downside: None,
        };
        let answer = allocate(&region, &scenario, &request);
        assert_eq!(answer.verdict, AllocationVerdict::Found);
        hold(&region, &scenario, &request, &answer);
        let best = answer.best.expect("found");
        assert!(best.met);
        let forced = by_force(&region, &scenario, &request, units);
        assert_eq!(Some(-best.money), forced);
    }
    let mut request = ask(&region, &scenario, least(2030));
    request.parts = vec![limits(MatrixPart::Total, "0", "120000")];
    let answer = allocate(&region, &scenario, &request);
    assert_eq!(answer.verdict, AllocationVerdict::OutOfReach);
    let best = answer.best.expect("what gets furthest");
    let line = best.goal.expect("a goal");
    assert!(!best.met && line.missing() > Decimal::ZERO);
    let shadows = answer.shadows.iter().map(|own| own.condition);
    assert!(
        shadows
            .into_iter()
            .any(|own| own == Condition::Most(MatrixPart::Total)),
        "what holds it is named"
    );
}

#[test]
fn the_real_funds_earn_more_and_each_condition_has_its_price() {
    let region = region();
    let scenario = Scenario::default();
    let mut request = ask(&region, &scenario, Objective::Earned(YEAR));
    let answer = allocate(&region, &scenario, &request);
    assert_eq!(answer.verdict, AllocationVerdict::Found);
    hold(&region, &scenario, &request, &answer);
    let (now, best) = (answer.now.expect("now"), answer.best.expect("found"));
    assert!(best.part(GainPart::Market) > now.part(GainPart::Market));
    assert_eq!(best.money, now.money, "to the fen");
    assert!(
        answer
            .shadows
            .iter()
            .any(|own| own.condition == Condition::Most(MatrixPart::Total)
                || matches!(own.condition, Condition::Most(MatrixPart::Row(_))))
    );
    // With levers there is more still.
    let levers = movable();
    request.levers = levers
        .iter()
        .map(|key| search::usual(&region, &scenario, *key))
        .collect();
    let more = allocate(&region, &scenario, &request);
    hold(&region, &scenario, &request, &more);
    let more = more.best.expect("found");
    assert!(more.part(GainPart::Market) > best.part(GainPart::Market));
}

#[test]
fn one_unit_more_brings_what_its_price_says() {
    let region = region();
    let scenario = Scenario::default();
    let request = ask(&region, &scenario, Objective::Earned(YEAR));
    let row = MatrixPart::Row(Level::Central);
    let mut wider = request.clone();
    let units = decimal("1000");
    for own in &mut wider.parts {
        if own.part == row {
            own.most += search::TEN_THOUSAND * units;
        }
    }
    let best = |request: &AllocationRequest| {
        let answer = allocate(&region, &scenario, request);
        answer.best.expect("found").part(GainPart::Market)
    };
    let answer = allocate(&region, &scenario, &request);
    let mut prices = answer.shadows.iter();
    let price = prices.find(|own| own.condition == Condition::Most(row));
    let price = price.expect("the row binds").price;
    let gained = (best(&wider) - best(&request)) * decimal("500000") / units;
    assert!(
        (gained - price).abs() < price * decimal("0.01"),
        "{gained} {price}"
    );
}

#[test]
fn what_can_not_be_asked_is_said() {
    let region = region();
    let scenario = Scenario::default();
    let verdict = |request: &AllocationRequest| allocate(&region, &scenario, request).verdict;
    let mut request = ask(&region, &scenario, Objective::Earned(2022));
    assert_eq!(verdict(&request), AllocationVerdict::NotUnderstood);
    request.objective = Objective::Earned(YEAR);
    request.parts.push(request.parts[0]);
    assert_eq!(verdict(&request), AllocationVerdict::NotUnderstood);
    request.parts.pop();
    let key = Key::from(Fixed::Social);
    request.levers = vec![LeverLimits {
        key,
        least: Decimal::ZERO,
        most: Decimal::ONE,
    }];
    assert_eq!(
        verdict(&request),
        AllocationVerdict::Unfit(vec![(key, LimitsFault::NoLever)])
    );
    let key = Key::from(Fixed::Coverage);
    request.levers = vec![LeverLimits {
        key,
        least: Decimal::ONE,
        most: Decimal::ZERO,
    }];
    assert_eq!(
        verdict(&request),
        AllocationVerdict::Unfit(vec![(key, LimitsFault::UpsideDown)])
    );
}
