//! Factors on incomes, in whole numbers: scaled by 2³⁰, with one rounding.

use crate::columns::{COMPONENTS, OPERATING};

/// The bits behind the point of a factor.
pub const SCALE_BITS: u32 = 30;
/// One, scaled.
pub const SCALE: i64 = 1 << SCALE_BITS;
/// The largest factor, scaled, above or below zero: 1,024. With it, and incomes of 32 bits, no sum of one household leaves 43 bits.
pub const MOST_SCALED: i64 = 1 << 40;

/// A factor on incomes, scaled by 2³⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomeFactor(i64);

impl IncomeFactor {
    /// No change.
    pub const ONE: Self = Self(SCALE);

    /// The factor of a scaled number; none beyond [`MOST_SCALED`].
    pub fn of_scaled(scaled: i64) -> Option<Self> {
        (-MOST_SCALED..=MOST_SCALED)
            .contains(&scaled)
            .then_some(Self(scaled))
    }

    /// The factor, scaled.
    pub fn scaled(self) -> i64 {
        self.0
    }

    /// The factor, scaled, where it fits 32 bits: from 0 to almost 2. Its product with an income then fits 64.
    #[inline(always)]
    pub fn narrow(self) -> Option<i32> {
        i32::try_from(self.0).ok().filter(|scaled| *scaled >= 0)
    }

    /// An income times the factor: `(income·F + 2²⁹) >> 30`, in 64 bits. `F` is taken apart into whole and fraction, so
    /// that nothing overflows; the whole is a multiple of 2³⁰ and changes no rounding.
    #[inline(always)]
    pub fn of(self, income: i32) -> i64 {
        let (whole, fraction) = (self.0 >> SCALE_BITS, self.0 & (SCALE - 1));
        let income = i64::from(income);
        income * whole + ((income * fraction + SCALE / 2) >> SCALE_BITS)
    }
}

/// The changes of incomes in one year, for everyone and for those whom measures reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomeChange {
    /// A factor for each kind of income.
    pub factors: [IncomeFactor; COMPONENTS],
    /// The factor on operating income where industry support is new.
    pub newly_covered: IncomeFactor,
    /// The factor on operating income where industry support is lost.
    pub uncovered: IncomeFactor,
    /// Households that support newly reaches, the first of [`crate::order::Ranks`].
    pub gaining_cover: u64,
    /// Households that lose it.
    pub losing_cover: u64,
    /// Households that get a job, the first in the order of jobs.
    pub jobs: u64,
    /// The yearly pay of a job in fen.
    pub pay: i32,
}

impl IncomeChange {
    /// No change at all.
    pub const NONE: Self = Self {
        factors: [IncomeFactor::ONE; COMPONENTS],
        newly_covered: IncomeFactor::ONE,
        uncovered: IncomeFactor::ONE,
        gaining_cover: 0,
        losing_cover: 0,
        jobs: 0,
        pay: 0,
    };

    /// The change without what reaches single households.
    pub fn for_everyone(self) -> Self {
        Self {
            newly_covered: self.factors[OPERATING],
            uncovered: self.factors[OPERATING],
            gaining_cover: 0,
            losing_cover: 0,
            jobs: 0,
            pay: 0,
            ..self
        }
    }

    /// True where single households are reached.
    pub fn is_selective(&self) -> bool {
        self.gaining_cover > 0 || self.losing_cover > 0 || self.jobs > 0
    }
}
