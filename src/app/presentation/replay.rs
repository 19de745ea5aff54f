//! The last change, and the scenarios on the way to it: each is computed by the model like any other.

use rust_decimal::Decimal;

use crate::app::state::State;
use crate::region::Region;
use crate::region::key::{Key, Unit};
use crate::scenario::{Change, Scenario};

/// The number of steps of a replay.
pub const FRAMES: u32 = 8;

/// A change: the scenarios before and after it.
#[derive(Clone, Debug, PartialEq)]
pub struct LastChange {
    /// The scenario before.
    pub from: Scenario,
    /// The scenario after.
    pub to: Scenario,
}

impl LastChange {
    /// The last step on the screen; none where nothing was changed or the data themselves are others.
    pub fn of(state: &State) -> Option<Self> {
        if !state.history.can_undo() {
            return None;
        }
        let before = state.history.others().next()?;
        Self::between(&before.scenario, state.scenario())
    }

    /// The change between two scenarios, where there is one.
    pub fn between(from: &Scenario, to: &Scenario) -> Option<Self> {
        let is_of_same_data = from.vintage() == to.vintage();
        (is_of_same_data && !from.has_values_of(to)).then(|| Self {
            from: from.clone(),
            to: to.clone(),
        })
    }

    /// The values that differ, in the order of the keys.
    pub fn changes(&self, region: &Region) -> Vec<Change> {
        let mut keys: Vec<Key> = self.from.entries().map(|(key, _)| key).collect();
        keys.extend(self.to.entries().map(|(key, _)| key));
        keys.sort_unstable();
        keys.dedup();
        let change = |key: Key| {
            let (from, to) = (self.from.value(region, key), self.to.value(region, key)?);
            (from != Some(to)).then_some(Change { key, from, to })
        };
        keys.into_iter().filter_map(change).collect()
    }

    /// The scenario at a frame: that many of the steps from before to after.
    pub fn frame(&self, region: &Region, frame: u32) -> Scenario {
        if frame >= FRAMES {
            return self.to.clone();
        }
        let mut scenario = self.from.clone();
        if frame == 0 {
            return scenario;
        }
        let done = Decimal::from(frame) / Decimal::from(FRAMES);
        for Change { key, from, to } in self.changes(region) {
            // Yes and no have nothing between them.
            let Some(from) = from.filter(|_| key.unit() != Unit::Flag) else {
                continue;
            };
            let value = from + (to - from) * done;
            let whole = key.unit() == Unit::People;
            let value = if whole { value.round() } else { value };
            // Parts of one whole may exceed it while only some have moved; such a step waits for the last frame.
            let _may_wait = scenario.set(region, key, value);
        }
        scenario
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::state::Action;
    use crate::language::Language;
    use crate::number::YuanPerPerson;
    use crate::region::key::Fixed;

    fn income(region: &Region, scenario: &Scenario) -> YuanPerPerson {
        scenario.project(region).scenario[0].income
    }

    #[test]
    fn frames_go_from_before_to_after_and_each_is_the_models() {
        let region = Rc::new(crate::region::tests::region());
        let start = State::new(region.clone(), Language::SimplifiedChinese);
        assert_eq!(LastChange::of(&start), None);
        let first = start
            .apply(Action::Set(Fixed::Coverage.into(), Decimal::new(84, 2)))
            .apply(Action::Seal);
        let moved = first.apply(Action::Set(Fixed::JobsOutward.into(), Decimal::from(8000)));
        let change = LastChange::of(&moved).expect("a change");
        let changes = change.changes(&region);
        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].key, changes[0].to),
            (Fixed::JobsOutward.into(), Decimal::from(8000))
        );
        assert_eq!(change.frame(&region, 0), *first.scenario());
        assert_eq!(change.frame(&region, FRAMES), *moved.scenario());
        let half = change.frame(&region, FRAMES / 2);
        let plan = first
            .scenario()
            .value(&region, Fixed::JobsOutward.into())
            .expect("a value");
        let middle = (plan + Decimal::from(8000)) / Decimal::TWO;
        assert_eq!(
            half.value(&region, Fixed::JobsOutward.into()),
            Some(middle.round())
        );
        let incomes: Vec<YuanPerPerson> = (0..=FRAMES)
            .map(|frame| income(&region, &change.frame(&region, frame)))
            .collect();
        assert!(incomes.is_sorted());
        assert!(incomes[0] < incomes[4] && incomes[4] < incomes[8]);
    }

    #[test]
    fn a_reverted_lever_and_a_flag_have_their_way_too() {
        let region = Rc::new(crate::region::tests::region());
        let start = State::new(region.clone(), Language::SimplifiedChinese);
        let moved = start
            .apply(Action::Set(Fixed::Coverage.into(), Decimal::new(9, 1)))
            .apply(Action::Set(Fixed::Repeat.into(), Decimal::ZERO));
        let back = moved.apply(Action::ResetLevers);
        let change = LastChange::of(&back).expect("a change");
        assert_eq!(change.changes(&region).len(), 2);
        let nearly = change.frame(&region, FRAMES - 1);
        assert_eq!(
            nearly.value(&region, Fixed::Repeat.into()),
            Some(Decimal::ZERO)
        );
        assert!(change.frame(&region, FRAMES).is_plan());
    }
}
