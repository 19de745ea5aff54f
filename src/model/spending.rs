//! How an allocation becomes spending.
//!
//! `spent(t) = execution(t)·A(t) + carry_spent·(1 − execution(t−1))·A(t−1)`; what is neither
//! spent in its year nor carried into the next has lapsed. The year before the plan is as if
//! the plan had always run.

use super::inputs::{Assumptions, ByCategory, Levers};
use crate::number::{Share, Yuan};
use crate::region::key::Category;

/// What becomes of one year's allocation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Allocation {
    /// Money allocated for the year.
    pub allocated: Yuan,
    /// Of it, spent in the year.
    pub spent_in_year: Yuan,
    /// Of it, carried over and spent in the next year.
    pub carried: Yuan,
    /// Of it, lapsed: neither spent nor carried.
    pub lapsed: Yuan,
}

impl Allocation {
    fn of(allocated: Yuan, execution: Share, carry_spent: Share) -> Self {
        let spent_in_year = allocated * execution;
        let unspent = allocated - spent_in_year;
        let carried = unspent * carry_spent;
        Self {
            allocated,
            spent_in_year,
            carried,
            lapsed: unspent - carried,
        }
    }
}

/// One year's spending by category.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearSpending {
    /// The year's allocation.
    pub allocations: ByCategory<Allocation>,
    /// All money spent in the year: of its own allocation and carried over from the last.
    pub spent: ByCategory<Yuan>,
}

/// The allocation of a category under these levers: the matrix over all levels, and for
/// industry the part of social help that becomes industry money.
fn allocated(levers: &Levers, social: &Levers, category: Category) -> Yuan {
    let funds = levers.category_funds(category);
    match category {
        Category::Industry => funds + social.social * social.social_industry,
        Category::Infrastructure | Category::Other => funds,
    }
}

/// Walks through the years' allocations.
pub struct Spender<'a> {
    levers: &'a Levers,
    plan: &'a Levers,
    carry_spent: Share,
    previous: ByCategory<Allocation>,
    in_first_year: bool,
}

impl<'a> Spender<'a> {
    /// Starts in the year before the plan, in which the plan holds.
    pub fn new(levers: &'a Levers, plan: &'a Levers, assumptions: &Assumptions) -> Self {
        let carry_spent = assumptions.carry_spent;
        let previous = Category::ALL.map(|category| {
            Allocation::of(allocated(plan, plan, category), plan.execution, carry_spent)
        });
        Self {
            levers,
            plan,
            carry_spent,
            previous,
            in_first_year: true,
        }
    }

    /// Spending in the year before the plan: with the plan's money carried over into it.
    pub fn base(&self) -> ByCategory<Yuan> {
        self.previous
            .map(|allocation| allocation.spent_in_year + allocation.carried)
    }

    /// Spending in the next year. Without `repeat`, funds and execution return to the plan
    /// after the first plan year; social help goes on.
    pub fn next_year(&mut self) -> YearSpending {
        let holds = self.in_first_year || self.levers.repeat;
        let in_force = if holds { self.levers } else { self.plan };
        self.in_first_year = false;
        let allocations = Category::ALL.map(|category| {
            let money = allocated(in_force, self.levers, category);
            Allocation::of(money, in_force.execution, self.carry_spent)
        });
        let spent = Category::ALL.map(|category| {
            let c = category as usize;
            allocations[c].spent_in_year + self.previous[c].carried
        });
        self.previous = allocations;
        YearSpending { allocations, spent }
    }
}
