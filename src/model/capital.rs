//! The stock of assets that spending builds.
//!
//! `M(t) = lag_now·invested(t) + lag_next·invested(t−1)`; what is in neither is lost.
//! `Kept(t) = (1 − depreciation)·K(t−1)`, `working(t) = Kept + first_year·M`, `K(t) = Kept + M`.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::inputs::Formation;
use crate::number::{Share, Yuan};
use crate::term::{Asset, At, Quantity};

/// A stock of assets on its way through the years.
#[derive(Clone, Debug)]
pub struct Stock<N = Decimal> {
    asset: Asset,
    formation: Formation<N>,
    first_year: Share<N>,
    stock: Yuan<N>,
    invested_last_year: Yuan<N>,
}

impl<N: Arithmetic> Stock<N> {
    /// A stock at the end of the year before the plan, and what was invested in that year.
    #[inline(always)]
    pub fn new(
        asset: Asset,
        formation: Formation<N>,
        first_year: Share<N>,
        stock: Yuan<N>,
        invested: Yuan<N>,
    ) -> Self {
        Self {
            asset,
            formation,
            first_year,
            stock,
            invested_last_year: invested,
        }
    }

    /// Invests in the next year and returns the stock that works in it.
    #[inline(always)]
    pub fn next_year(&mut self, invested: Yuan<N>, at: At) -> Yuan<N> {
        let asset = self.asset;
        let formed =
            invested * self.formation.lag_now + self.invested_last_year * self.formation.lag_next;
        let formed = formed.named(at.term(Quantity::Formed(asset)));
        let kept = self.stock * self.formation.depreciation.rest();
        let kept = kept.named(at.term(Quantity::Kept(asset)));
        self.stock = (kept + formed).named(at.term(Quantity::Stock(asset)));
        self.invested_last_year = invested;
        (kept + formed * self.first_year).named(at.term(Quantity::Working(asset)))
    }
}
