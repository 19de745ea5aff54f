//! How an allocation becomes spending.
//!
//! `spent(t) = execution(t)·A(t) + carry_spent·(1 − execution(t−1))·A(t−1)`; what is neither
//! spent in its year nor carried into the next has lapsed. The year before the plan is as if
//! the plan had always run.

use rust_decimal::Decimal;

use super::inputs::{Assumptions, ByCategory, Levers};
use super::term::{Arithmetic, At, Side, What};
use crate::number::{Share, Yuan};
use crate::region::key::{Category, Year};

/// What becomes of one year's allocation.
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
    fn of(
        allocated: Yuan<N>,
        execution: Share<N>,
        carry_spent: Share<N>,
        (at, category): (At, Category),
    ) -> Self {
        let spent_in_year = allocated * execution;
        let spent_in_year = spent_in_year.named(at.term(What::SpentInYear(category)));
        let unspent = (allocated - spent_in_year).named(at.term(What::Unspent(category)));
        let carried = (unspent * carry_spent).named(at.term(What::Carried(category)));
        Self {
            allocated,
            spent_in_year,
            carried,
            lapsed: (unspent - carried).named(at.term(What::Lapsed(category))),
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

/// The allocation of a category under these levers: the matrix over all levels, and for
/// industry the part of social help that becomes industry money.
fn allocated<N: Arithmetic>(
    levers: &Levers<N>,
    social: &Levers<N>,
    category: Category,
    (at, in_force): (At, Side),
    step: Option<usize>,
) -> Yuan<N> {
    let own = step.and_then(|step| social.category_cells_in(step, category, levers));
    let funds = match own {
        Some(cells) => cells.into_iter().sum(),
        None => levers.category_funds(category, in_force),
    };
    let allocated = match category {
        Category::Industry => funds + social.social * social.social_industry,
        Category::Infrastructure | Category::Other => funds,
    };
    let returned = at.side != in_force;
    allocated.named(at.term(What::Allocated(category, returned)))
}

/// Walks through the years' allocations.
pub struct Spender<'a, N = Decimal> {
    side: Side,
    levers: &'a Levers<N>,
    plan: &'a Levers<N>,
    carry_spent: Share<N>,
    previous: ByCategory<Allocation<N>>,
    /// How many plan years are done.
    done: usize,
}

impl<'a, N: Arithmetic> Spender<'a, N> {
    /// Starts in the year before the plan, in which the plan holds.
    pub fn new(
        levers: &'a Levers<N>,
        plan: &'a Levers<N>,
        assumptions: &Assumptions<N>,
        (side, base): (Side, Year),
    ) -> Self {
        let carry_spent = assumptions.carry_spent;
        let previous = Category::ALL.map(|category| {
            let at = At {
                year: base,
                side: Side::Plan,
            };
            let money = allocated(plan, plan, category, (at, Side::Plan), None);
            Allocation::of(money, plan.execution, carry_spent, (at, category))
        });
        Self {
            side,
            levers,
            plan,
            carry_spent,
            previous,
            done: 0,
        }
    }

    /// Spending in the year before the plan: with the plan's money carried over into it.
    pub fn base(&self, year: Year) -> ByCategory<Yuan<N>> {
        let at = At {
            year,
            side: Side::Plan,
        };
        Category::ALL.map(|category| {
            let allocation = self.previous[category as usize];
            let spent = allocation.spent_in_year + allocation.carried;
            spent.named(at.term(What::Spent(category)))
        })
    }

    /// Spending in the next year. Without `repeat`, funds and execution return to the plan
    /// after the first plan year; social help goes on.
    pub fn next_year(&mut self, year: Year) -> YearSpending<N> {
        let step = self.done;
        let holds = step == 0 || self.levers.repeat;
        let (in_force, whose) = if holds {
            (self.levers, self.side)
        } else {
            (self.plan, Side::Plan)
        };
        let at = At {
            year,
            side: self.side,
        };
        self.done += 1;
        let allocations = Category::ALL.map(|category| {
            let money = allocated(in_force, self.levers, category, (at, whose), Some(step));
            let execution = in_force.execution;
            Allocation::of(money, execution, self.carry_spent, (at, category))
        });
        let spent = Category::ALL.map(|category| {
            let c = category as usize;
            let spent = allocations[c].spent_in_year + self.previous[c].carried;
            spent.named(at.term(What::Spent(category)))
        });
        self.previous = allocations;
        YearSpending { allocations, spent }
    }
}
