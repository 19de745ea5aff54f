//! Work relief, and what infrastructure brings for years.
//!
//! Wages at once: `spent·relief_share·labour_share·labour_local·(1 − labour_displaced) / N`. Lasting:
//! `infra_return·infra_reach·stock / rural_residents`, `infra_split_wage` of it as wages, the rest as
//! operating income.

use super::{ChannelYear, WithPublicWork, parts};
use crate::arithmetic::Arithmetic;
use crate::capital::Stock;
use crate::channel::Channel;
use crate::inputs::Assumptions;
use crate::key::{ByCategory, Category, Component};
use crate::number::Yuan;
use crate::term::{Asset, Quantity};

/// Infrastructure on its way through the years.
pub struct Infrastructure<N> {
    stock: Stock<N>,
}

impl<N: Arithmetic> Infrastructure<N> {
    /// Nothing at the end of the year before the plan but what was spent in it.
    #[inline(always)]
    pub fn new(assumptions: &Assumptions<N>, spent: ByCategory<Yuan<N>>) -> Self {
        let (formation, first_year) = (assumptions.infrastructure, assumptions.first_year);
        let invested = spent[Category::Infrastructure as usize];
        let asset = Asset::Infrastructure;
        Self {
            stock: Stock::new(asset, formation, first_year, Yuan::zero(), invested),
        }
    }

    /// The channel in the next year, and the public work in it: all wages of work relief.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>) -> WithPublicWork<N> {
        let (levers, a, at) = (year.levers, year.assumptions, year.at);
        let spent = year.spent[Category::Infrastructure as usize];
        let relief = spent
            * levers.relief_share
            * levers.labour_share
            * a.labour_local
            * a.labour_displaced.rest()
            / year.people();
        let relief = relief.named(at.term(Quantity::ReliefWages));
        let lasting =
            self.stock.next_year(spent, at) * a.infra_return * a.infra_reach / a.rural_residents;
        let lasting = lasting.named(at.term(Quantity::LastingReturns));
        let reached = [
            (Component::Wage, relief + lasting * a.infra_split_wage),
            (Component::Operating, lasting * a.infra_split_wage.rest()),
        ];
        (parts((Channel::Infrastructure, at), reached), relief)
    }
}
