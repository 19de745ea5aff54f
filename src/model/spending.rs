//! Spending from allocations.
//!
//! `spent(t) = execution(t)·A(t) + carry_spent·(1 − execution(t−1))·A(t−1)`; what is neither
//! spent in its year nor carried into the next has lapsed. The year before the plan is as if
//! the plan had always run.
//!
//! A cell of the funds in year t is its own value of that year if it has one; else, in the first plan year
//! p or where the levers repeat, `cell·(1 + funds_growth of its level)^(t−p)`; else the plan's cell with the
//! plan's growth.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::inputs::{Assumptions, Levers};
use crate::key::{ByCategory, ByLevel, Category, Level, Year};
use crate::number::{Share, Yuan};
use crate::term::{At, Quantity, Side};

/// The uses of one year's allocation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Allocation<N = Decimal> {
    /// Money allocated for the year.
    pub allocated: Yuan<N>,
    /// Of it, spent in the year.
    pub spent_in_year: Yuan<N>,
    /// Of it, carried over and spent in the next year.
    pub carried: Yuan<N>,
    /// Of it, lapsed: neither spent nor carried.
    pub lapsed: Yuan<N>,
}

impl<N: Arithmetic> Allocation<N> {
    #[inline(always)]
    fn of(
        allocated: Yuan<N>,
        execution: Share<N>,
        carry_spent: Share<N>,
        (at, category): (At, Category),
    ) -> Self {
        let spent_in_year = allocated * execution;
        let spent_in_year = spent_in_year.named(at.term(Quantity::SpentInYear(category)));
        let unspent = (allocated - spent_in_year).named(at.term(Quantity::Unspent(category)));
        let carried = (unspent * carry_spent).named(at.term(Quantity::Carried(category)));
        Self {
            allocated,
            spent_in_year,
            carried,
            lapsed: (unspent - carried).named(at.term(Quantity::Lapsed(category))),
        }
    }
}

/// One year's spending by category.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearSpending<N = Decimal> {
    /// The year's allocation.
    pub allocations: ByCategory<Allocation<N>>,
    /// All money spent in the year: of its own allocation and carried over from the last.
    pub spent: ByCategory<Yuan<N>>,
}

/// The funds of each category over all levels, without social help.
#[inline(always)]
fn funds<N: Arithmetic>(levers: &Levers<N>, side: Side) -> ByCategory<Yuan<N>> {
    Category::each(|category| levers.category_funds(category, side))
}

/// Walks through the years' allocations.
pub struct Spender<'a, N = Decimal> {
    side: Side,
    levers: &'a Levers<N>,
    plan: &'a Levers<N>,
    /// The funds under the levers and under the plan, as far as no year has cells of its own.
    funds: ByCategory<Yuan<N>>,
    plan_funds: ByCategory<Yuan<N>>,
    /// The growth of the funds since the first plan year, under the levers and under the plan.
    index: ByLevel<Share<N>>,
    plan_index: ByLevel<Share<N>>,
    /// True where any funds grow, or where every step is written down.
    grows: bool,
    /// The part of the levers' social help that becomes industry money.
    help: Yuan<N>,
    carry_spent: Share<N>,
    previous: ByCategory<Allocation<N>>,
    /// The number of plan years that are done.
    done: usize,
}

impl<'a, N: Arithmetic> Spender<'a, N> {
    /// Starts in the year before the plan, in which the plan holds.
    #[inline(always)]
    pub fn new(
        levers: &'a Levers<N>,
        plan: &'a Levers<N>,
        assumptions: &Assumptions<N>,
        (side, base): (Side, Year),
    ) -> Self {
        let carry_spent = assumptions.carry_spent;
        let at = At {
            year: base,
            side: Side::Plan,
        };
        let plan_funds = funds(plan, Side::Plan);
        let plan_help = plan.social * plan.social_industry;
        let previous = Category::each(|category| {
            let money = with_help(plan_funds[category as usize], plan_help, category);
            let money = money.named(at.term(Quantity::Allocated(category, false)));
            Allocation::of(money, plan.execution, carry_spent, (at, category))
        });
        Self {
            side,
            levers,
            plan,
            funds: match side {
                Side::Plan => plan_funds,
                _ => funds(levers, side),
            },
            plan_funds,
            index: Level::each(|_| Share::one()),
            plan_index: Level::each(|_| Share::one()),
            grows: N::KEEPS_CHOICES || levers.funds_grow() || plan.funds_grow(),
            help: levers.social * levers.social_industry,
            carry_spent,
            previous,
            done: 0,
        }
    }

    /// Spending in the year before the plan: with the plan's money carried over into it.
    #[inline(always)]
    pub fn base(&self, year: Year) -> ByCategory<Yuan<N>> {
        let at = At {
            year,
            side: Side::Plan,
        };
        Category::each(|category| {
            let allocation = self.previous[category as usize];
            let spent = allocation.spent_in_year + allocation.carried;
            spent.named(at.term(Quantity::Spent(category)))
        })
    }

    /// Spending in the next year. Without `repeat`, funds and execution return to the plan
    /// after the first plan year; social help goes on.
    #[inline(always)]
    pub fn next_year(&mut self, year: Year) -> YearSpending<N> {
        let step = self.done;
        let (levers, plan) = (self.levers, self.plan);
        let returned = || step > 0 && !levers.repeats() && self.side != Side::Plan;
        // One choice a year is quickest; only a recording needs one for each value.
        let is_recorded = N::KEEPS_CHOICES && step > 0;
        let execution = if is_recorded {
            Share::either(levers.repeat, levers.execution, plan.execution)
        } else if self.is_in_force(step) {
            levers.execution
        } else {
            plan.execution
        };
        let at = At {
            year,
            side: self.side,
        };
        let grows = self.grows && step > 0;
        if grows {
            self.plan_index = grown(self.plan_index, plan, (Side::Plan, year));
            self.index = match self.side {
                Side::Plan => self.plan_index,
                side => grown(self.index, levers, (side, year)),
            };
        }
        self.done += 1;
        let funds = if self.is_in_force(step) {
            &self.funds
        } else {
            &self.plan_funds
        };
        let allocations = Category::each(|category| {
            let cell = |level| {
                let cell = self.cell_in_force(step, level, category);
                if is_recorded {
                    cell.named(at.term(Quantity::CellFunds(level, category)))
                } else {
                    cell
                }
            };
            let funds = match levers.category_cells_in(step, category, cell) {
                Some(cells) => Yuan::total(cells),
                None if grows => Yuan::total(Level::each(cell)),
                None => funds[category as usize],
            };
            let money = with_help(funds, self.help, category);
            let money = money.named_by(|| at.term(Quantity::Allocated(category, returned())));
            Allocation::of(money, execution, self.carry_spent, (at, category))
        });
        let spent = Category::each(|category| {
            let c = category as usize;
            let spent = allocations[c].spent_in_year + self.previous[c].carried;
            spent.named(at.term(Quantity::Spent(category)))
        });
        self.previous = allocations;
        YearSpending { allocations, spent }
    }

    /// True where the levers hold in a plan year, counted from the first, and not the plan.
    #[inline(always)]
    fn is_in_force(&self, step: usize) -> bool {
        step == 0 || self.levers.repeats()
    }

    /// A cell of the funds in a plan year that has none of its own there.
    #[inline(always)]
    fn cell_in_force(&self, step: usize, level: Level, category: Category) -> Yuan<N> {
        let (row, column) = (level as usize, category as usize);
        let grows = self.grows && step > 0;
        let grown = |levers: &Levers<N>, index: ByLevel<Share<N>>| {
            let (cell, growth) = (levers.funds[row][column], levers.funds_growth[row]);
            if grows {
                Yuan::either(growth.exact(), cell * index[row], cell)
            } else {
                cell
            }
        };
        if N::KEEPS_CHOICES && step > 0 {
            let returned = grown(self.plan, self.plan_index);
            Yuan::either(self.levers.repeat, grown(self.levers, self.index), returned)
        } else if self.is_in_force(step) {
            grown(self.levers, self.index)
        } else {
            grown(self.plan, self.plan_index)
        }
    }

    /// The funds of the plan year that was done last, by level and category, without social help.
    pub fn cells(&self) -> [ByCategory<Yuan<N>>; Level::ALL.len()] {
        let step = self.done.saturating_sub(1);
        let by_category = Category::each(|category| {
            let cell = |level| self.cell_in_force(step, level, category);
            let own = self.levers.category_cells_in(step, category, cell);
            own.unwrap_or_else(|| Level::each(cell))
        });
        Level::each(|level| Category::each(|c| by_category[c as usize][level as usize]))
    }
}

/// The growth of each level's funds since the first plan year, one year on.
#[inline(always)]
fn grown<N: Arithmetic>(
    index: ByLevel<Share<N>>,
    levers: &Levers<N>,
    (side, year): (Side, Year),
) -> ByLevel<Share<N>> {
    Level::each(|level| {
        let l = level as usize;
        let index = index[l] * levers.funds_growth[l].factor();
        index.named(At { year, side }.term(Quantity::FundsIndex(level)))
    })
}

/// The allocation of a category: its funds, and for industry the part of social help that becomes
/// industry money.
#[inline(always)]
fn with_help<N: Arithmetic>(funds: Yuan<N>, help: Yuan<N>, category: Category) -> Yuan<N> {
    match category {
        Category::Industry => funds + help,
        Category::Infrastructure | Category::Other => funds,
    }
}
