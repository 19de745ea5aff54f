//! The results in the prices that amounts a head are shown in.

use std::cell::OnceCell;
use std::rc::Rc;

use super::{Results, State};
use crate::analysis::prices::{Deflator, PriceBasis};
use crate::scenario::Scenario;

impl State {
    /// The results in the prices that amounts a head are shown in. Whatever is computed further, shared or
    /// explained takes [`State::results`].
    pub fn shown(&self) -> Rc<Results> {
        match self.prices {
            PriceBasis::Nominal => self.results.clone(),
            PriceBasis::Constant => self.results.in_constant_prices(),
        }
    }

    /// The results of another scenario on the same data, in the same prices.
    pub fn shown_of(&self, scenario: &Scenario) -> Rc<Results> {
        if scenario.has_values_of(self.scenario()) {
            return self.shown();
        }
        let results = Results::of(&self.region, scenario, self.results.published.clone(), &[]);
        match self.prices {
            PriceBasis::Nominal => Rc::new(results),
            PriceBasis::Constant => results.in_constant_prices(),
        }
    }

    /// The deflator of the amounts on the screen; none where they are in each year's own prices.
    pub fn deflator(&self) -> Option<Deflator> {
        match self.prices {
            PriceBasis::Nominal => None,
            PriceBasis::Constant => Some(self.results.to_constant_prices()),
        }
    }
}

impl Results {
    fn to_constant_prices(&self) -> Deflator {
        Deflator::of(self.outcome.years, &self.resolved.scenario)
    }

    /// The same with every amount a head in constant prices; judgements stay.
    fn in_constant_prices(&self) -> Rc<Self> {
        let made = self.in_constant_prices.get_or_init(|| {
            let deflator = self.to_constant_prices();
            Rc::new(Self {
                outcome: deflator.outcome(&self.outcome),
                published: Rc::new(deflator.outcome(&self.published)),
                summary: deflator.summary(self.outcome.years, self.summary()).into(),
                deflator: Some(deflator),
                in_constant_prices: OnceCell::new(),
                ..self.clone()
            })
        });
        made.clone()
    }
}
