//! The kinds of number that the model computes with.
//!
//! There is one set of formulas, generic over [`Arithmetic`]: decimals for every figure shown, a recording
//! that keeps the names of steps so that each figure can be explained by the computation itself, and
//! floating point for questions that need the model ten thousand times. Where names aren't kept,
//! they cost nothing.

use rust_decimal::Decimal;

use crate::number::{Number, People, Share, Yuan, YuanPerPerson};
use crate::term::{Method, Term};

/// A kind of number whose steps can be named.
pub trait Arithmetic: Number {
    /// True where choices are written down with all that was there to choose from.
    const KEEPS_CHOICES: bool = false;

    /// The same value under a name.
    #[inline(always)]
    #[must_use]
    fn named(self, _term: Term) -> Self {
        self
    }

    /// The same value under a name that costs something to find out; it is asked for only where names
    /// are kept.
    #[inline(always)]
    #[must_use]
    fn named_by(self, _term: impl FnOnce() -> Term) -> Self {
        self
    }

    /// One of two values: the first where the flag is anything but nothing.
    #[inline(always)]
    #[must_use]
    fn either(flag: Self, then: Self, other: Self) -> Self {
        if flag != Self::ZERO { then } else { other }
    }

    /// A value that was found from others by a method that is no chain of operations.
    #[inline(always)]
    fn found(value: Decimal, _method: Method, _from: &[Self]) -> Self {
        Self::from_decimal(value)
    }
}

impl Arithmetic for Decimal {}
impl Arithmetic for f64 {}

macro_rules! named {
    ($($name:ident),*) => {$(
        impl<N: Arithmetic> $name<N> {
            /// The same amount under a name.
            #[inline(always)]
            #[must_use]
            pub fn named(self, term: Term) -> Self {
                Self(self.0.named(term))
            }

            /// The same amount under a name that is found out only where names are kept.
            #[inline(always)]
            #[must_use]
            pub fn named_by(self, term: impl FnOnce() -> Term) -> Self {
                Self(self.0.named_by(term))
            }

            /// One of two amounts: the first where the flag is anything but nothing.
            #[inline(always)]
            #[must_use]
            pub fn either(flag: N, then: Self, other: Self) -> Self {
                Self(N::either(flag, then.0, other.0))
            }
        }
    )*};
}
named!(Yuan, YuanPerPerson, Share, People);
