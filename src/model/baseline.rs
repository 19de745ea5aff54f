//! The planned path of income: `income_k(t) = income_k(t−1)·(1 + growth_k(t))`.
//!
//! Up to the year before the plan, growth is the known growth of the year; from the first plan
//! year p on it fades from near to far:
//! `growth_k(t) = far_k + (near_k − far_k)·fade^(t−p)`.

use rust_decimal::Decimal;

use super::ByComponent;
use super::inputs::Assumptions;
use super::term::{Arithmetic, Term, What};
use crate::number::{People, Share, YuanPerPerson};
use crate::region::Years;
use crate::region::key::Component;

/// The planned path, and what grows along with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline<N = Decimal> {
    /// Income by component in the year before the plan.
    pub base: ByComponent<YuanPerPerson<N>>,
    /// Income by component in the plan years.
    pub plan: Vec<ByComponent<YuanPerPerson<N>>>,
    /// Baseline wages against those of the first plan year: pay of further jobs grows with them.
    /// It is the product of the growth factors, which is the quotient without a division.
    pub wage_index: Vec<Share<N>>,
    /// The lifted population in the plan years: `population·(1 + growth)^(t−b)`.
    pub population: Vec<People<N>>,
}

/// Computes the planned path.
pub fn baseline<N: Arithmetic>(assumptions: &Assumptions<N>, years: Years) -> Baseline<N> {
    let mut income = assumptions.income0;
    for (growth, year) in assumptions.growth_known.iter().zip(years.income + 1..) {
        income = Component::ALL.map(|component| {
            let amount = income[component as usize] * growth.factor();
            amount.named(Term::shared(What::Baseline(component), year))
        });
    }
    let base = income;
    let mut fade = Share::one();
    let mut index = Share::one();
    let mut population = assumptions.population;
    let mut result = Baseline {
        base,
        plan: vec![],
        wage_index: vec![],
        population: vec![],
    };
    for (step, year) in years.plan().enumerate() {
        for component in Component::ALL {
            let k = component as usize;
            let (near, far) = (assumptions.growth_near[k], assumptions.growth_far[k]);
            let growth = far + (near - far) * fade;
            let factor = growth
                .named(Term::shared(What::Growth(component), year))
                .factor();
            let amount = income[k] * factor;
            income[k] = amount.named(Term::shared(What::Baseline(component), year));
            if component == Component::Wage && step > 0 {
                index = (index * factor).named(Term::shared(What::WageIndex, year));
            }
        }
        fade = (fade * assumptions.growth_fade).named(Term::shared(What::Fade, year + 1));
        population = population * assumptions.population_growth.factor();
        population = population.named(Term::shared(What::Population, year));
        result.plan.push(income);
        result.wage_index.push(index);
        result.population.push(population);
    }
    result
}
