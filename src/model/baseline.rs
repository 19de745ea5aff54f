//! The planned path of income: `income_k(t) = income_k(t−1)·(1 + growth_k(t))`.
//!
//! Up to the year before the plan, growth is the known growth of the year; from the first plan
//! year p on it fades from near to far:
//! `growth_k(t) = far_k + (near_k − far_k)·fade^(t−p)`.

use super::ByComponent;
use super::inputs::Assumptions;
use crate::number::{People, Share, YuanPerPerson};
use crate::region::Years;
use crate::region::key::Component;

/// The planned path, and what grows along with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// Income by component in the year before the plan.
    pub base: ByComponent<YuanPerPerson>,
    /// Income by component in the plan years.
    pub plan: Vec<ByComponent<YuanPerPerson>>,
    /// Baseline wages against those of the first plan year: pay of further jobs grows with them.
    /// It is the product of the growth factors, which is the quotient without a division.
    pub wage_index: Vec<Share>,
    /// The lifted population in the plan years: `population·(1 + growth)^(t−b)`.
    pub population: Vec<People>,
}

/// Computes the planned path.
pub fn baseline(assumptions: &Assumptions, years: Years) -> Baseline {
    let mut income = assumptions.income0;
    for growth in &assumptions.growth_known {
        income = income.map(|amount| amount * growth.factor());
    }
    let base = income;
    let mut fade = Share::ONE;
    let mut index = Share::ONE;
    let mut population = assumptions.population;
    let mut result = Baseline {
        base,
        plan: vec![],
        wage_index: vec![],
        population: vec![],
    };
    for (step, _) in years.plan().enumerate() {
        for component in Component::ALL {
            let k = component as usize;
            let (near, far) = (assumptions.growth_near[k], assumptions.growth_far[k]);
            let factor = (far + (near - far) * fade).factor();
            income[k] = income[k] * factor;
            if component == Component::Wage && step > 0 {
                index = index * factor;
            }
        }
        fade = fade * assumptions.growth_fade;
        population = population * assumptions.population_growth.factor();
        result.plan.push(income);
        result.wage_index.push(index);
        result.population.push(population);
    }
    result
}
