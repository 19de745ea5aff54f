//! Decimal newtypes for money, shares and people, and the one place where figures are rounded.
//!
//! Every type wraps a [`Decimal`]: a 96-bit mantissa with at most 28 decimal places. Sums,
//! differences and products are exact as long as the result fits the mantissa; beyond that the
//! last of 28 digits is rounded. Nothing is rounded to money or shares before the edge, where
//! [`Yuan::rounded`], [`YuanPerPerson::rounded`] and [`Share::rounded`] do it once, half away
//! from zero.
//!
//! The ranges of the key table keep every intermediate below 10²², far from the 7.9·10²⁸ at
//! which a decimal would overflow; a property test walks the corners of those ranges.
#![deny(clippy::float_arithmetic)]

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// Decimal places of a money figure shown to anyone: one fen.
pub const MONEY_PLACES: u32 = 2;
/// Decimal places of a share shown to anyone: a hundredth of a percentage point.
pub const SHARE_PLACES: u32 = 4;

/// A kind of number that the model can compute with: [`Decimal`] for every figure shown, one that
/// records each step, and floating point for questions that need the model ten thousand times.
pub trait Number:
    Copy
    + fmt::Debug
    + PartialEq
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// Nothing.
    const ZERO: Self;
    /// A half.
    const HALF: Self;
    /// One.
    const ONE: Self;

    /// A constant.
    fn from_decimal(value: Decimal) -> Self;
    /// The value, exactly where the kind of number holds it exactly.
    fn to_decimal(self) -> Decimal;

    /// The lesser of two.
    #[inline]
    #[must_use]
    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    /// The greater of two.
    #[inline]
    #[must_use]
    fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
}

impl Number for Decimal {
    const ZERO: Self = Self::ZERO;
    const HALF: Self = Self::from_parts(5, 0, 0, false, 1);
    const ONE: Self = Self::ONE;

    #[inline]
    fn from_decimal(value: Decimal) -> Self {
        value
    }
    #[inline]
    fn to_decimal(self) -> Decimal {
        self
    }
}

impl Number for f64 {
    const ZERO: Self = 0.0;
    const HALF: Self = 0.5;
    const ONE: Self = 1.0;

    fn from_decimal(value: Decimal) -> Self {
        value.to_f64().unwrap_or(Self::NAN)
    }
    fn to_decimal(self) -> Decimal {
        Decimal::from_f64_retain(self).unwrap_or_default()
    }
}

macro_rules! quantity {
    ($(#[$meta:meta])* $name:ident, $places:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name<N = Decimal>(pub N);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// The value as it is shown: rounded once, half away from zero, with all its
            /// decimal places and never as a negative zero.
            pub fn rounded(self) -> Decimal {
                round(self.0, $places)
            }
        }

        impl<N: Number> $name<N> {
            /// Nothing of it, in any kind of number.
            #[inline]
            pub fn zero() -> Self {
                Self(N::ZERO)
            }

            /// The lesser of two.
            #[inline]
            #[must_use]
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// The greater of two.
            #[inline]
            #[must_use]
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }

            /// The sum of some parts.
            #[inline(always)]
            #[must_use]
            pub fn total<const PARTS: usize>(parts: [Self; PARTS]) -> Self {
                let mut total = Self::zero();
                for (index, part) in parts.into_iter().enumerate() {
                    // Adding to nothing costs an addition.
                    total = if index == 0 { part } else { total + part };
                }
                total
            }

            /// The exact value.
            #[inline]
            pub const fn exact(self) -> N {
                self.0
            }

            /// The same as a plain decimal.
            #[inline]
            pub fn plain(self) -> $name {
                $name(self.0.to_decimal())
            }
        }

        impl<N: Number> Add for $name<N> {
            type Output = Self;
            #[inline]
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl<N: Number> AddAssign for $name<N> {
            #[inline]
            fn add_assign(&mut self, other: Self) {
                self.0 = self.0 + other.0;
            }
        }
        impl<N: Number> Sub for $name<N> {
            type Output = Self;
            #[inline]
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl<N: Number> Neg for $name<N> {
            type Output = Self;
            #[inline]
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl<N: Number> Sum for $name<N> {
            #[inline]
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.reduce(Add::add).unwrap_or_else(Self::zero)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.rounded().fmt(formatter)
            }
        }
    };
}

quantity! {
    /// An amount of money in yuan: funds, costs, stocks of assets.
    Yuan, MONEY_PLACES
}
quantity! {
    /// Money per head and year in yuan: incomes and what moves them. Apart from [`Yuan`], so
    /// that a total can't be read as an income.
    YuanPerPerson, MONEY_PLACES
}
quantity! {
    /// A fraction or a rate of growth: 0.85 is 85 %.
    Share, SHARE_PLACES
}
quantity! {
    /// A number of people or households; not whole where it comes from a rate.
    People, 0
}

impl Share {
    /// The whole: 100 %.
    pub const ONE: Self = Self(Decimal::ONE);
}

impl<N: Number> Share<N> {
    /// The whole, in any kind of number.
    #[inline]
    pub fn one() -> Self {
        Self(N::ONE)
    }

    /// The rest of the whole: 1 − share.
    #[inline]
    pub fn rest(self) -> Self {
        Self::one() - self
    }

    /// The factor of a growth rate: 1 + rate.
    #[inline]
    pub fn factor(self) -> Self {
        Self::one() + self
    }
}

impl<N: Number> Mul for Share<N> {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}
impl<N: Number> Div for Share<N> {
    type Output = Self;
    /// The caller keeps the divisor from zero.
    #[inline]
    fn div(self, other: Self) -> Self {
        Self(self.0 / other.0)
    }
}

macro_rules! part_of {
    ($($name:ident),*) => {$(
        impl<N: Number> Mul<Share<N>> for $name<N> {
            type Output = Self;
            #[inline]
            fn mul(self, share: Share<N>) -> Self {
                Self(self.0 * share.0)
            }
        }
    )*};
}
part_of!(Yuan, YuanPerPerson, People);

impl<N: Number> Div<People<N>> for Yuan<N> {
    type Output = YuanPerPerson<N>;
    /// The caller keeps the number of people above zero, as the key table's ranges do.
    #[inline]
    fn div(self, people: People<N>) -> YuanPerPerson<N> {
        YuanPerPerson(self.0 / people.0)
    }
}
impl<N: Number> Mul<People<N>> for YuanPerPerson<N> {
    type Output = Yuan<N>;
    #[inline]
    fn mul(self, people: People<N>) -> Yuan<N> {
        Yuan(self.0 * people.0)
    }
}
impl<N: Number> Div for Yuan<N> {
    type Output = Share<N>;
    /// The caller keeps the divisor from zero.
    #[inline]
    fn div(self, other: Self) -> Share<N> {
        Share(self.0 / other.0)
    }
}
impl<N: Number> Div for YuanPerPerson<N> {
    type Output = Share<N>;
    /// The caller keeps the divisor from zero.
    #[inline]
    fn div(self, other: Self) -> Share<N> {
        Share(self.0 / other.0)
    }
}

/// Rounds half away from zero to `places` decimals and writes all of them; a zero has no sign.
pub fn round(value: Decimal, places: u32) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() {
        rounded = Decimal::ZERO;
    }
    rounded.rescale(places);
    rounded
}

/// The reason for refusing a text as a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Nothing but digits, one point and a leading minus is a number here.
    NotANumber,
    /// More than [`MOST_PLACES`] digits behind the point, or more than 28 in all.
    TooManyDigits,
}

/// The most digits behind the point that an input may have.
pub const MOST_PLACES: u32 = 12;

/// Reads a plain decimal text such as `-0.05` exactly: no exponent, no grouping, no plus sign,
/// at most [`MOST_PLACES`] places.
///
/// # Errors
/// [`DecimalError`] says whether the text is no number or has more digits than can be kept.
pub fn parse_decimal(text: &str) -> Result<Decimal, DecimalError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return Err(DecimalError::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > MOST_PLACES as usize || whole.trim_start_matches('0').len() > 16 {
        return Err(DecimalError::TooManyDigits);
    }
    Decimal::from_str_exact(text)
        .map(|value| value.normalize())
        .map_err(|_| DecimalError::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    #[test]
    fn rounds_half_away_from_zero_and_shows_every_place() {
        for (exact, shown) in [
            ("0.005", "0.01"),
            ("-0.005", "-0.01"),
            ("0.0049", "0.00"),
            ("-0.0049", "0.00"),
            ("34.4757286842", "34.48"),
            ("12", "12.00"),
        ] {
            assert_eq!(YuanPerPerson(decimal(exact)).to_string(), shown, "{exact}");
        }
        assert_eq!(Share(decimal("0.60845")).to_string(), "0.6085");
    }

    #[test]
    fn reads_plain_decimals_only() {
        for good in ["0", "-0.05", "12.50", "1000000000000", "0.000000000001"] {
            assert_eq!(
                parse_decimal(good).map(|v| v == decimal(good)),
                Ok(true),
                "{good}"
            );
        }
        for bad in [
            "", "-", "+1", "1e5", "1,000", ".5", "5.", "0x10", "NaN", "∞", "１２", "1 2", "--1",
        ] {
            assert_eq!(parse_decimal(bad), Err(DecimalError::NotANumber), "{bad}");
        }
        for long in ["0.0000000000001", "99999999999999999"] {
            assert_eq!(
                parse_decimal(long),
                Err(DecimalError::TooManyDigits),
                "{long}"
            );
        }
    }
}
