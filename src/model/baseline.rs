//! The planned path of income: `income_k(t) = income_k(t−1)·(1 + growth_k(t))`.
//!
//! Up to the year before the plan, growth is the known growth of the year; from the first plan
//! year p on it fades from near to far:
//! `growth_k(t) = far_k + (near_k − far_k)·fade^(t−p)`.

use rust_decimal::Decimal;

use crate::arithmetic::Arithmetic;
use crate::inputs::Assumptions;
use crate::key::{ByComponent, Component, Year};
use crate::number::{People, Share, YuanPerPerson};
use crate::term::{Quantity, Term};
use crate::years::Years;

/// The planned path, and what grows along with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline<N = Decimal> {
    /// Income by component in the year before the plan.
    pub base: ByComponent<YuanPerPerson<N>>,
    /// The plan years.
    pub plan: Vec<PathYear<N>>,
}

/// One plan year of the planned path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathYear<N = Decimal> {
    /// The year.
    pub year: Year,
    /// Income by component.
    pub income: ByComponent<YuanPerPerson<N>>,
    /// Baseline wages against those of the first plan year: pay of further jobs grows with them.
    /// It is the product of the growth factors, which is the quotient without a division.
    pub wage_index: Share<N>,
    /// The lifted population: `population·(1 + growth)^(t−b)`.
    pub population: People<N>,
}

/// Computes the planned path.
pub fn baseline<N: Arithmetic>(assumptions: &Assumptions<N>, years: Years) -> Baseline<N> {
    let mut path = Path::start(assumptions, years);
    Baseline {
        base: path.income,
        plan: years.plan().map(|year| path.next_year(year)).collect(),
    }
}

/// The walk along the planned path.
pub struct Path<'a, N> {
    /// Income by component in the last year.
    pub income: ByComponent<YuanPerPerson<N>>,
    assumptions: &'a Assumptions<N>,
    first_plan: Year,
    fade: Share<N>,
    wage_index: Share<N>,
    population: People<N>,
}

impl<'a, N: Arithmetic> Path<'a, N> {
    /// The walk's start in the year before the plan.
    #[inline]
    pub fn start(assumptions: &'a Assumptions<N>, years: Years) -> Self {
        let mut income = assumptions.income0;
        for (growth, year) in assumptions.growth_known.iter().zip(years.income + 1..) {
            income = Component::each(|component| {
                let amount = income[component as usize] * growth.factor();
                amount.named(Term::shared(Quantity::Baseline(component), year))
            });
        }
        Self {
            income,
            assumptions,
            first_plan: years.first_plan,
            fade: Share::one(),
            wage_index: Share::one(),
            population: assumptions.population,
        }
    }

    /// A step into the next year.
    #[inline]
    pub fn next_year(&mut self, year: Year) -> PathYear<N> {
        let assumptions = self.assumptions;
        if year > self.first_plan {
            let fade = self.fade * assumptions.growth_fade;
            self.fade = fade.named(Term::shared(Quantity::Fade, year));
        }
        for component in Component::ALL {
            let k = component as usize;
            let (near, far) = (assumptions.growth_near[k], assumptions.growth_far[k]);
            let growth = far + (near - far) * self.fade;
            let factor = growth
                .named(Term::shared(Quantity::Growth(component), year))
                .factor();
            let amount = self.income[k] * factor;
            self.income[k] = amount.named(Term::shared(Quantity::Baseline(component), year));
            if component == Component::Wage && year > self.first_plan {
                let index = self.wage_index * factor;
                self.wage_index = index.named(Term::shared(Quantity::WageIndex, year));
            }
        }
        let population = self.population * assumptions.population_growth.factor();
        self.population = population.named(Term::shared(Quantity::Population, year));
        PathYear {
            year,
            income: self.income,
            wage_index: self.wage_index,
            population: self.population,
        }
    }
}
