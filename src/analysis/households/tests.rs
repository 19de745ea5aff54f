//! Factors of households against the model that they come from.

use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou_households::columns::{Household, HouseholdKind, Households};
use zengshou_households::order::{CoverRule, JobKinds, Ranks};
use zengshou_households::pass::Register;

use super::{FactorFault, HouseholdChanges, RegisterSize, known_income};
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::{Component, Fixed, Key};
use crate::region::tests::region;
use crate::scenario::Scenario;

const HOUSEHOLDS: usize = 2_000;

/// Households whose mean income is the published one in every component: each has it once a member.
fn average(region: &Region, members: impl Fn(usize) -> u8) -> Register {
    let plan = Scenario::plan(region);
    let values = plan.resolve(region).scenario;
    let mut households = Households::new(vec!["甲县".to_owned()]);
    for row in 0..HOUSEHOLDS {
        let members = members(row);
        let income = |component| {
            let fen = known_income(&values, component) * Decimal::ONE_HUNDRED;
            (fen * Decimal::from(members)).to_i32().expect("32 bits")
        };
        households.push(&Household {
            incomes: Component::ALL.map(income),
            members,
            weight: 1,
            is_covered: row % 100 < 81,
            kind: HouseholdKind::Lifted,
            place: 0,
        });
    }
    let ranks = Ranks::of(&households, CoverRule::LowestOperating, JobKinds::ALL);
    Register::new(households, ranks)
}

fn size(register: &Register) -> RegisterSize {
    let (all, ranks) = (register.size(), register.ranks());
    RegisterSize {
        households: all.households,
        people: all.people,
        uncovered: ranks.uncovered,
        covered: ranks.covered,
        for_jobs: ranks.for_jobs,
    }
}

fn scenario(region: &Region, levers: &[(&str, &str)]) -> Scenario {
    let pairs = levers
        .iter()
        .map(|(key, value)| (Key::parse(key), *key, *value));
    let (scenario, problems) = Scenario::read(region, pairs);
    assert!(problems.is_empty(), "{problems:?}");
    scenario
}

/// The mean income a head in yuan after a change.
fn mean(register: &Register, change: &zengshou_households::factors::IncomeChange) -> Decimal {
    let incomes = register.incomes(change, 0..HOUSEHOLDS);
    let people = Decimal::from(register.size().people);
    Decimal::from(incomes.iter().sum::<i64>()) / people / Decimal::ONE_HUNDRED
}

fn within(one: Decimal, other: YuanPerPerson, yuan: Decimal) -> bool {
    (one - other.exact()).abs() <= yuan
}

#[test]
fn the_plan_alone_changes_everyone_alike() {
    let region = region();
    let register = average(&region, |row| 1 + (row % 5) as u8);
    let plan = Scenario::plan(&region);
    let outcome = plan.project(&region);
    for year in &outcome.plan {
        let found =
            HouseholdChanges::of(&region, &plan, year.year, size(&register)).expect("a plan year");
        assert_eq!(found.plan, found.scenario.for_everyone());
        assert!(!found.scenario.is_selective());
        let mean = mean(&register, &found.plan);
        // A rounding of half a fen in each kind of income.
        assert!(
            within(mean, year.income, Decimal::new(2, 2)),
            "{mean} {}",
            year.income
        );
    }
}

#[test]
fn other_years_have_no_factors() {
    let region = region();
    let plan = Scenario::plan(&region);
    let year = region.years.first_plan - 1;
    let refused = HouseholdChanges::of(&region, &plan, year, RegisterSize::default());
    assert_eq!(refused, Err(FactorFault::NoPlanYear(year)));
    let late = region.years.horizon + 1;
    let refused = HouseholdChanges::of(&region, &plan, late, RegisterSize::default());
    assert_eq!(refused, Err(FactorFault::NoPlanYear(late)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// With all households alike, those whom support and jobs reach are the average ones, so that
    /// the mean is the model's but for whole households and jobs.
    #[test]
    fn the_mean_is_the_models(
        coverage in 60..100_u32,
        jobs in 0..30_000_u32,
        grants in 0..40_u32,
        step in 0..8_u16,
    ) {
        let region = region();
        let register = average(&region, |_| 3);
        let (coverage, jobs, grants) = (format!("0.{coverage}"), jobs.to_string(), format!("0.{grants:02}"));
        let scenario = scenario(&region, &[("coverage", &coverage), ("jobs.outward", &jobs), ("grants_share", &grants)]);
        let year = region.years.first_plan + step;
        let outcome = scenario.project_until(&region, year);
        let moved = outcome.scenario.last().expect("a year");
        let found = HouseholdChanges::of(&region, &scenario, year, size(&register)).expect("a plan year");
        let everyone = mean(&register, &found.scenario.for_everyone());
        let without: YuanPerPerson = {
            let selective = found.scenario.gaining_cover + found.scenario.losing_cover > 0;
            let cover = moved.channel(crate::model::Channel::Coverage);
            let work = moved.channel(crate::model::Channel::Employment);
            // Who is reached has the claw-back of it, too.
            let kept = Decimal::ONE - Scenario::plan(&region).resolve(&region).plan.fixed(Fixed::Clawback);
            let own = |channel: YuanPerPerson| YuanPerPerson(channel.exact() * kept);
            let income = if selective { moved.income - own(cover) } else { moved.income };
            if found.scenario.jobs > 0 { income - own(work) } else { income }
        };
        prop_assert!(within(everyone, without, Decimal::new(2, 2)), "{everyone} {without}");
        prop_assert_eq!(found.unreached, Default::default());
        // Half a household's support and half a job's pay, over 6,000 people.
        let mean = mean(&register, &found.scenario);
        prop_assert!(within(mean, moved.income, Decimal::from(5)), "{mean} {}", moved.income);
    }
}

#[test]
fn nobody_loses_by_what_others_get() {
    let region = region();
    let register = average(&region, |row| 1 + (row % 5) as u8);
    let levers = [
        &[("jobs.outward", "20000")][..],
        // What support uses up in kind is money that others no longer get: a loss of theirs, and none of these.
        &[("coverage", "0.95"), ("coverage_in_kind", "0")],
        &[
            ("jobs.workshop", "9000"),
            ("coverage", "0.9"),
            ("coverage_in_kind", "0"),
        ],
    ];
    for levers in levers {
        let scenario = scenario(&region, levers);
        for step in 0..8 {
            let year = region.years.first_plan + step;
            let found = HouseholdChanges::of(&region, &scenario, year, size(&register))
                .expect("a plan year");
            let before = register.incomes(&found.plan, 0..HOUSEHOLDS);
            let after = register.incomes(&found.scenario, 0..HOUSEHOLDS);
            let pairs = || before.iter().zip(&after);
            let losing = pairs().filter(|(before, after)| after < before).count();
            assert_eq!(losing, 0, "{levers:?} {year}");
            let reached = found.scenario.jobs + found.scenario.gaining_cover;
            let gaining = pairs().filter(|(before, after)| after > before).count();
            assert!(
                gaining > 0 && gaining as u64 <= reached,
                "{gaining} {reached}"
            );
        }
    }
}
