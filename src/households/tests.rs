//! The kernel against the plainest way to write it, and what must not change its results.

use proptest::prelude::*;

use crate::columns::{Household, HouseholdKind, Households};
use crate::factors::{IncomeChange, IncomeFactor, MOST_SCALED, SCALE};
use crate::order::{CoverRule, JobKinds, Ranks};
use crate::pass::Register;
use crate::statistics::{QuantileParts, by_quantile, gini, grouped, quantiles, quantiles_by_bins};
use crate::tally::{Tally, bin, fen_a_head, yuan_a_head};

fn household() -> impl Strategy<Value = Household> {
    let usual = -500_000..6_000_000_i32;
    let income = prop_oneof![8 => usual, 1 => any::<i32>(), 2 => Just(0)];
    let incomes = [income.clone(), income.clone(), income.clone(), income];
    let weight = prop_oneof![9 => Just(1_u32), 1 => 1..50_u32];
    (
        incomes,
        1..=20_u8,
        weight,
        any::<bool>(),
        0..5_usize,
        0..3_u16,
    )
        .prop_map(
            |(incomes, members, weight, is_covered, kind, place)| Household {
                incomes,
                members,
                weight,
                is_covered,
                kind: HouseholdKind::ALL[kind],
                place,
            },
        )
}

fn factor() -> impl Strategy<Value = IncomeFactor> {
    let scaled = prop_oneof![6 => SCALE / 2..3 * SCALE, 1 => -MOST_SCALED..=MOST_SCALED];
    scaled.prop_map(|scaled| IncomeFactor::of_scaled(scaled).expect("within the bounds"))
}

fn change() -> impl Strategy<Value = IncomeChange> {
    let factors = [factor(), factor(), factor(), factor()];
    (
        factors,
        factor(),
        factor(),
        0..30_u64,
        0..10_u64,
        0..10_u64,
        0..5_000_000_i32,
    )
        .prop_map(
            |(factors, newly_covered, uncovered, gaining_cover, losing_cover, jobs, pay)| {
                IncomeChange {
                    factors,
                    newly_covered,
                    uncovered,
                    gaining_cover,
                    losing_cover,
                    jobs,
                    pay,
                }
            },
        )
}

fn register(rows: &[Household]) -> Register {
    let mut households = Households::new(["甲县", "乙县", "丙县"].map(str::to_owned).to_vec());
    rows.iter().for_each(|row| households.push(row));
    ranked(households)
}

fn ranked(households: Households) -> Register {
    let kinds = JobKinds::of(&[HouseholdKind::Lifted, HouseholdKind::Unstable]);
    let ranks = Ranks::of(&households, CoverRule::LowestOperating, kinds);
    Register::new(households, ranks)
}

const LINE: i64 = 830_000;

/// The tally and the incomes of both, in parts of a number of rows.
fn passed(register: &Register, change: &IncomeChange, part: usize) -> (Tally, Vec<i64>, Vec<i64>) {
    let count = register.households().len();
    let before = register.incomes(&IncomeChange::NONE, 0..count);
    let mut after = vec![0; count];
    let parts: Vec<Tally> = (0..count)
        .step_by(part)
        .map(|start| {
            let rows = start..(start + part).min(count);
            register.pass(
                change,
                LINE,
                rows.clone(),
                &before[rows.clone()],
                &mut after[rows],
            )
        })
        .collect();
    (register.whole(parts), before, after)
}

/// Every figure that is made of sums.
fn figures(
    register: &Register,
    change: &IncomeChange,
    part: usize,
) -> impl PartialEq + std::fmt::Debug {
    let (tally, before, after) = passed(register, change, part);
    let households = register.households();
    let no_tally = passed(register, &IncomeChange::NONE, part).0;
    let old = quantiles(&no_tally, 10, households, &before);
    let deciles = by_quantile(households, &before, &after, &old);
    // What the screen looks at is the same, with incomes that are kept nowhere.
    let parts = QuantileParts::new(households, &before, &old);
    let mut bins = vec![0; households.len()];
    let looked = register.look(change, LINE, (&before, &parts), &mut bins);
    assert_eq!((&looked.0, &looked.1), (&tally, &deciles));
    let income = |row| register.income(change, row);
    let by_bins = quantiles_by_bins(&tally, 10, households, (&bins, income));
    let quantiles = quantiles(&tally, 10, households, &after);
    assert_eq!(by_bins, quantiles);
    (gini(&tally), quantiles, deciles, tally)
}

/// An income times a factor, as it is written down.
fn plainly(factor: IncomeFactor, income: i32) -> i64 {
    let product = i128::from(income) * i128::from(factor.scaled());
    i64::try_from((product + (1 << 29)) >> 30).expect("43 bits")
}

/// Incomes of all households in the plainest way: sorted lists instead of ranks.
fn plain_incomes(rows: &[Household], change: &IncomeChange) -> Vec<i64> {
    let mut incomes: Vec<i64> = rows
        .iter()
        .map(|it| {
            (0..4)
                .map(|k| plainly(change.factors[k], it.incomes[k]))
                .sum()
        })
        .collect();
    let reached = |of: &dyn Fn(&Household) -> bool,
                   compare: &dyn Fn(&Household, &Household) -> std::cmp::Ordering,
                   most: u64| {
        let mut order: Vec<usize> = (0..rows.len()).filter(|row| of(&rows[*row])).collect();
        order.sort_by(|one, other| {
            compare(&rows[*one], &rows[*other]).then(rows[*one].cmp(&rows[*other]))
        });
        let mut before = 0;
        order.retain(|row| {
            let is_reached = before < most;
            before += u64::from(rows[*row].weight);
            is_reached
        });
        order
    };
    let lowest = |one: &Household, other: &Household| one.incomes[1].cmp(&other.incomes[1]);
    let regained =
        |rows: Vec<usize>, factor: IncomeFactor, all: &[Household], incomes: &mut [i64]| {
            for row in rows {
                let operating = all[row].incomes[1];
                incomes[row] += plainly(factor, operating) - plainly(change.factors[1], operating);
            }
        };
    let gaining = reached(&|it| !it.is_covered, &lowest, change.gaining_cover);
    regained(gaining, change.newly_covered, rows, &mut incomes);
    let losing = reached(
        &|it| it.is_covered,
        &|one, other| lowest(other, one),
        change.losing_cover,
    );
    regained(losing, change.uncovered, rows, &mut incomes);
    let total = |it: &Household| {
        it.incomes
            .iter()
            .map(|income| i128::from(*income))
            .sum::<i128>()
    };
    let a_head = |one: &Household, other: &Household| {
        (total(one) * i128::from(other.members)).cmp(&(total(other) * i128::from(one.members)))
    };
    let with_job =
        |it: &Household| matches!(it.kind, HouseholdKind::Lifted | HouseholdKind::Unstable);
    for row in reached(&with_job, &a_head, change.jobs) {
        incomes[row] += i64::from(change.pay);
    }
    incomes
}

proptest! {
    // A tally has tens of thousands of bins, which a debug build adds up slowly.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_factor_is_the_formula(income in any::<i32>(), factor in factor()) {
        prop_assert_eq!(factor.of(income), plainly(factor, income));
    }

    #[test]
    fn a_bin_is_the_division(income in prop_oneof![any::<i32>().prop_map(i64::from), 0..1_i64 << 31, -(1_i64 << 43)..1_i64 << 43], members in 1..=20_u8) {
        let yuan = yuan_a_head(income, members);
        let expected = usize::try_from(yuan).map_or(1 << 16, |yuan| yuan.min(1 << 16));
        prop_assert_eq!(bin(income, members), expected);
        // Rounded half up, both.
        prop_assert_eq!(yuan, (2 * i128::from(income) + 100 * i128::from(members)).div_euclid(200 * i128::from(members)) as i64);
        prop_assert_eq!(fen_a_head(income, members), (2 * income + i64::from(members)).div_euclid(2 * i64::from(members)));
    }

    #[test]
    fn every_sum_is_that_of_the_plainest_way(rows in prop::collection::vec(household(), 1..60), change in change()) {
        let register = register(&rows);
        let (tally, before, after) = passed(&register, &change, rows.len());
        let expected = plain_incomes(&rows, &change);
        prop_assert_eq!(&after, &expected);
        let total = tally.total();
        let sum = |of: &dyn Fn(usize) -> i128| (0..rows.len()).map(of).sum::<i128>();
        let weight = |row: usize| i128::from(rows[row].weight);
        let people = |row: usize| weight(row) * i128::from(rows[row].members);
        let lacking = |row: usize| (i128::from(LINE) * i128::from(rows[row].members) - i128::from(expected[row])).max(0);
        prop_assert_eq!(i128::from(total.households), sum(&weight));
        prop_assert_eq!(i128::from(total.people), sum(&people));
        prop_assert_eq!(total.income, sum(&|row| weight(row) * i128::from(expected[row])));
        prop_assert_eq!(total.gap, sum(&|row| weight(row) * lacking(row)));
        prop_assert_eq!(i128::from(total.people_under), sum(&|row| if lacking(row) > 0 { people(row) } else { 0 }));
        prop_assert_eq!(i128::from(total.households_under), sum(&|row| if lacking(row) > 0 { weight(row) } else { 0 }));
        prop_assert_eq!(i128::from(total.gaining), sum(&|row| if expected[row] > before[row] { weight(row) } else { 0 }));
        prop_assert_eq!(i128::from(total.losing), sum(&|row| if expected[row] < before[row] { weight(row) } else { 0 }));
        // Quantiles: of everybody's fen in order, that of the person at the rounded-up rank.
        let mut heads: Vec<i64> = Vec::new();
        let mut yuan: Vec<i128> = Vec::new();
        for row in 0..rows.len() {
            let repeated = people(row) as usize;
            heads.extend(std::iter::repeat_n(fen_a_head(expected[row], rows[row].members), repeated));
            yuan.extend(std::iter::repeat_n(i128::from(yuan_a_head(expected[row], rows[row].members)), repeated));
        }
        heads.sort_unstable();
        let deciles: Vec<i64> = (1..10).map(|tenth| heads[(heads.len() * tenth).div_ceil(10) - 1]).collect();
        prop_assert_eq!(quantiles(&tally, 10, register.households(), &after), deciles);
        // The Gini coefficient by its definition over sorted people: Σ(2i − n − 1)·v_i / (n·Σv).
        yuan.sort_unstable();
        let n = yuan.len() as i128;
        let above: i128 = (1..).zip(&yuan).map(|(i, v)| (2 * i - n - 1) * v).sum();
        let below = n * yuan.iter().sum::<i128>();
        let expected = (below > 0).then(|| (2 * above * 1_000_000 + below).div_euclid(2 * below));
        prop_assert_eq!(gini(&tally), expected);
        // Groups add up to the whole.
        let by_band = grouped(&tally, 6, |cell| cell % 6);
        prop_assert_eq!(by_band.iter().map(|it| it.income).sum::<i128>(), total.income);
    }

    #[test]
    fn neither_order_nor_parts_change_a_bit(
        (rows, shuffled) in prop::collection::vec(household(), 1..80).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        change in change(),
        part in 1..40_usize,
    ) {
        let (one, other) = (register(&rows), register(&shuffled));
        // As readers hand them over.
        let mut gathered = other.households().clone();
        let order = gathered.gather();
        let moved = |row: &u32| other.households().get(*row as usize);
        prop_assert!(order.iter().map(moved).eq((0..rows.len()).map(|row| gathered.get(row))));
        let gathered = ranked(gathered);
        prop_assert_eq!(figures(&gathered, &change, part), figures(&other, &change, part));
        prop_assert_eq!(figures(&one, &change, rows.len()), figures(&other, &change, part));
    }

    #[test]
    fn places_are_numbered_by_their_names(rows in prop::collection::vec((household(), 0..5_usize), 1..30)) {
        let names = ["丁县", "乙县", "甲县", "戊县", "丙县"];
        let read = |rows: &mut dyn Iterator<Item = &(Household, usize)>| {
            let mut households = Households::default();
            for (household, name) in rows {
                let place = households.place(names[*name]).expect("few places");
                households.push(&Household { place, ..*household });
            }
            households.sort_places();
            let mut all: Vec<Household> = households.iter_rows().map(|(_, it)| it).collect();
            all.sort();
            (all, households.names().to_vec())
        };
        prop_assert_eq!(read(&mut rows.iter()), read(&mut rows.iter().rev()));
    }
}

#[test]
fn a_hand_checked_household() {
    // 3 people: wages 30,000.00 yuan by 1.1, operating 2,000.00 by 0.5, no property, transfers 1,000.01 by 1.
    let scaled = |above: i64, below: i64| {
        IncomeFactor::of_scaled((SCALE * above + below / 2) / below).expect("small")
    };
    let row = Household {
        incomes: [3_000_000, 200_000, 0, 100_001],
        members: 3,
        weight: 1,
        is_covered: false,
        kind: HouseholdKind::Lifted,
        place: 0,
    };
    let change = IncomeChange {
        factors: [
            scaled(11, 10),
            scaled(1, 2),
            IncomeFactor::ONE,
            IncomeFactor::ONE,
        ],
        newly_covered: IncomeFactor::ONE,
        gaining_cover: 1,
        ..IncomeChange::NONE
    };
    let register = register(&[row]);
    // With support, operating income is what it was: 33,000.00 + 2,000.00 + 1,000.01.
    assert_eq!(register.incomes(&change, 0..1), [3_600_001]);
    assert_eq!(register.incomes(&change.for_everyone(), 0..1), [3_500_001]);
    let (tally, ..) = passed(&register, &change, 1);
    assert_eq!(tally.total().mean(), Some(1_200_000));
    assert_eq!(tally.total().households_under, 0);
    assert_eq!(gini(&tally), Some(0));
}
