//! The policy whose effect is looked at.

use super::monte_carlo::OutcomeMeasure;
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::examples::Example;

/// The scenario whose result is looked at: one that is the plan has no policy effect, so that an example's
/// levers are put in force under its assumptions.
pub fn in_force(
    region: &Region,
    scenario: &Scenario,
    of: OutcomeMeasure,
) -> (Scenario, Option<Example>) {
    let has_policy = scenario.entries().any(|(key, _)| key.is_lever());
    if of == OutcomeMeasure::Income || has_policy {
        return (scenario.clone(), None);
    }
    let example = Example::Together;
    let mut with = scenario.clone();
    for (key, value) in example.scenario(region).entries() {
        // What the user's assumptions leave no room for stays as the plan has it.
        let _may_fail = with.set(region, key, value);
    }
    (with, Some(example))
}
