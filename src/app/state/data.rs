//! The version of the region's data that the work on the screen is of.

use std::rc::Rc;

use super::{News, State};
use crate::model::Outcome;
use crate::number::YuanPerPerson;
use crate::problem::Problem;
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::examples::Example;

impl State {
    /// Takes up the values that the scenario on the screen was made under; returns their plan.
    pub(super) fn follow_data(&mut self) -> Rc<Outcome> {
        let vintage = self.scenario().vintage();
        if vintage == self.region.vintage() {
            return self.results.published.clone();
        }
        let region = Rc::new(self.region.as_of(vintage).into_owned());
        self.examples = Rc::new(
            Example::ALL
                .map(|example| (example, example.scenario(&region)))
                .into(),
        );
        let published = Rc::new(Scenario::plan(&region).project(&region));
        self.region = region;
        published
    }

    /// Puts the changes on the values of another version: today's, or those that the work was shared
    /// or saved with.
    pub(super) fn take_data(&mut self, vintage: Option<u32>) {
        let (scenario, problems) = self.on_data(&self.region.as_of(vintage));
        self.refused = None;
        self.step(scenario, None);
        if !problems.is_empty() {
            self.notify(News::LeftBehind(problems));
        }
    }

    /// The scenario on the values of another version, and what does not fit there.
    fn on_data(&self, region: &Region) -> (Scenario, Vec<Problem>) {
        match self.as_it_began() {
            Some(begun) if begun.vintage() == region.vintage() => (begun.clone(), Vec::new()),
            _ => self.scenario().moved_to(region),
        }
    }

    /// The headline income of the scenario on the values of another version.
    pub fn income_on(&self, region: &Region) -> YuanPerPerson {
        let (scenario, _) = self.on_data(region);
        scenario.project(region).scenario[0].income
    }

    /// The work as it was opened, where nothing but the version of the data was changed since.
    fn as_it_began(&self) -> Option<&Scenario> {
        let begun = &self.begun.scenario;
        let (moved, _) = begun.moved_to(&self.region);
        (moved == *self.scenario()).then_some(begun)
    }

    /// The version that the work was shared or saved with, where today's values have taken its place.
    pub fn former_vintage(&self) -> Option<u32> {
        match self.scenario().vintage() {
            Some(_) => None,
            None => self.begun.scenario.vintage(),
        }
    }
}
