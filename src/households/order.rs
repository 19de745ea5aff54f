//! The order in which measures reach households: a stated rule, and every column as the last word, so that the order of rows decides
//! nothing.

use std::cmp::Ordering;

use crate::columns::{Household, HouseholdKind, Households, OPERATING};

/// A rule by which industry support reaches households.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverRule {
    /// The lowest operating income first.
    LowestOperating,
    /// One place after the other, by name; the lowest operating income first in each.
    ByPlace,
}

/// Kinds of households that jobs are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobKinds(u8);

impl JobKinds {
    /// Every kind.
    pub const ALL: Self = Self(u8::MAX);

    /// Those kinds.
    pub fn of(kinds: &[HouseholdKind]) -> Self {
        Self(kinds.iter().fold(0, |bits, kind| bits | 1 << *kind as u8))
    }

    /// True for a kind that jobs are for.
    pub fn holds(self, kind: HouseholdKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

/// The number of households that come before each one: in the order of support among those with or without it, and
/// in the order of jobs. A measure for `n` households reaches those before whom fewer than `n` come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// Before each, of the uncovered the ones that support reaches first, of the covered the ones that lose it first.
    pub cover: Vec<u32>,
    /// Before each, the ones that get a job first; the greatest number where jobs are for other kinds.
    pub job: Vec<u32>,
    /// Households without support, by weight.
    pub uncovered: u64,
    /// Households with support, by weight.
    pub covered: u64,
    /// Households of the kinds that jobs are for, by weight.
    pub for_jobs: u64,
}

/// The rank of a household that no measure reaches.
pub const UNREACHED: u32 = u32::MAX;

impl Ranks {
    /// The ranks of all households.
    pub fn of(households: &Households, rule: CoverRule, kinds: JobKinds) -> Self {
        let mut ranks = Self {
            cover: vec![UNREACHED; households.len()],
            job: vec![UNREACHED; households.len()],
            ..Self::default()
        };
        let rows = || households.iter_rows();
        let sorted = |mut rows: Vec<(u32, Household)>,
                      compare: &dyn Fn(&Household, &Household) -> Ordering| {
            // Equal households are the same in every column, so that it does not matter which comes first.
            rows.sort_unstable_by(|(_, one), (_, other)| {
                compare(one, other).then_with(|| one.cmp(other))
            });
            rows
        };
        let cover = |one: &Household, other: &Household| by_rule(rule, one, other);
        let uncovered = sorted(rows().filter(|(_, it)| !it.is_covered).collect(), &cover);
        ranks.uncovered = number(&uncovered, &mut ranks.cover);
        let covered = sorted(
            rows().filter(|(_, it)| it.is_covered).collect(),
            &|one, other| cover(other, one),
        );
        ranks.covered = number(&covered, &mut ranks.cover);
        let for_jobs = sorted(
            rows().filter(|(_, it)| kinds.holds(it.kind)).collect(),
            &by_income_a_head,
        );
        ranks.for_jobs = number(&for_jobs, &mut ranks.job);
        ranks
    }
}

fn by_rule(rule: CoverRule, one: &Household, other: &Household) -> Ordering {
    let lowest = one.incomes[OPERATING].cmp(&other.incomes[OPERATING]);
    match rule {
        CoverRule::LowestOperating => lowest,
        CoverRule::ByPlace => one.place.cmp(&other.place).then(lowest),
    }
}

/// The lower income a head first, without a division.
fn by_income_a_head(one: &Household, other: &Household) -> Ordering {
    let total = |it: &Household| {
        it.incomes
            .iter()
            .map(|income| i64::from(*income))
            .sum::<i64>()
    };
    let (mine, theirs) = (
        total(one) * i64::from(other.members),
        total(other) * i64::from(one.members),
    );
    mine.cmp(&theirs)
}

/// Writes before each the weight of those that come first; returns the weight of all.
fn number(order: &[(u32, Household)], ranks: &mut [u32]) -> u64 {
    let mut before = 0_u64;
    for (row, household) in order {
        ranks[*row as usize] = u32::try_from(before)
            .unwrap_or(UNREACHED - 1)
            .min(UNREACHED - 1);
        before += u64::from(household.weight);
    }
    before
}
