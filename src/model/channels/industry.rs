//! Returns on industry assets.
//!
//! The share `1 − grants_share − overhead_share` of industry spending forms assets. Of what the working
//! stock earns, `operating_rate·asset_return·benefit_share·targeting·stock / N` reaches people:
//! `split_wage·(1 − displaced_wage)` of it as wages, `split_operating·(1 − overlap)` as operating
//! income, the rest of the split as property income.

use super::{ChannelYear, parts};
use crate::arithmetic::Arithmetic;
use crate::capital::Stock;
use crate::channel::Channel;
use crate::inputs::{Assumptions, Levers};
use crate::key::{ByCategory, ByComponent, Category, Component};
use crate::number::{Share, Yuan, YuanPerPerson};
use crate::term::{Asset, At, Quantity};

/// Industry assets on their way through the years.
pub struct Industry<N> {
    stock: Stock<N>,
}

impl<N: Arithmetic> Industry<N> {
    /// The assets at the end of the year before the plan, in which the plan was spent.
    #[inline(always)]
    pub fn new(
        plan: &Levers<N>,
        assumptions: &Assumptions<N>,
        spent: ByCategory<Yuan<N>>,
        before: At,
    ) -> Self {
        let invested = invested(plan, assumptions, spent, before);
        let (formation, first_year) = (assumptions.industry, assumptions.first_year);
        let stock = assumptions.existing_assets;
        Self {
            stock: Stock::new(Asset::Industry, formation, first_year, stock, invested),
        }
    }

    /// The channel in the next year.
    #[inline(always)]
    pub fn next_year(&mut self, year: &ChannelYear<N>) -> ByComponent<YuanPerPerson<N>> {
        let (levers, a, at) = (year.levers, year.assumptions, year.at);
        let invested = invested(levers, a, year.spent, at);
        let returned = self.stock.next_year(invested, at)
            * levers.operating_rate
            * a.asset_return
            * levers.benefit_share
            * a.targeting
            / year.people();
        let returned = returned.named(at.term(Quantity::Returns));
        let property = a.split_wage.rest() - a.split_operating;
        let reached = [
            (
                Component::Wage,
                returned * a.split_wage * a.displaced_wage.rest(),
            ),
            (
                Component::Operating,
                returned * a.split_operating * a.overlap.rest(),
            ),
            (Component::Property, returned * property),
        ];
        parts((Channel::Industry, at), reached)
    }
}

/// Industry spending that becomes assets.
#[inline(always)]
fn invested<N: Arithmetic>(
    levers: &Levers<N>,
    assumptions: &Assumptions<N>,
    spent: ByCategory<Yuan<N>>,
    at: At,
) -> Yuan<N> {
    let share: Share<N> = levers.grants_share.rest() - assumptions.overhead_share;
    let invested = spent[Category::Industry as usize] * share;
    invested.named(at.term(Quantity::Invested(Asset::Industry)))
}
