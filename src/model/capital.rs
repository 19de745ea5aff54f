//! The stock of assets that spending builds.
//!
//! `M(t) = lag_now·invested(t) + lag_next·invested(t−1)`; what is in neither is lost.
//! `Kept(t) = (1 − depreciation)·K(t−1)`, `working(t) = Kept + first_year·M`, `K(t) = Kept + M`.

use super::inputs::Formation;
use crate::number::{Share, Yuan};

/// A stock of assets on its way through the years.
#[derive(Clone, Debug)]
pub struct Stock {
    formation: Formation,
    first_year: Share,
    stock: Yuan,
    invested_last_year: Yuan,
}

impl Stock {
    /// A stock at the end of the year before the plan, and what was invested in that year.
    pub fn new(formation: Formation, first_year: Share, stock: Yuan, invested: Yuan) -> Self {
        Self {
            formation,
            first_year,
            stock,
            invested_last_year: invested,
        }
    }

    /// Invests in the next year and returns the stock that works in it.
    pub fn next_year(&mut self, invested: Yuan) -> Yuan {
        let formed =
            invested * self.formation.lag_now + self.invested_last_year * self.formation.lag_next;
        let kept = self.stock * self.formation.depreciation.rest();
        self.stock = kept + formed;
        self.invested_last_year = invested;
        kept + formed * self.first_year
    }
}
