//! The bureau's settings on the pages of counties and projects, with steps of their own that can be taken back.
//!
//! They are the settings that the command line reads from a file: whatever a page changes is held against the rules of that
//! file first, so that nothing can be kept here that could not be opened there.

use std::rc::Rc;

use crate::counties::settings::CountySettings;
use crate::problem::Problem;
use crate::scenario::history::UndoHistory;

/// A change of the settings as a page makes it.
pub type SettingsEdit = Rc<dyn Fn(&mut CountySettings)>;

/// An action on the settings.
#[derive(Clone)]
pub enum BureauAction {
    /// A change; changes in a row with the same mark are one step.
    Edit(SettingsEdit, Option<u64>),
    /// The settings of a file take the place of all, in one step.
    Put(Box<CountySettings>),
    /// A step is taken back.
    Undo,
    /// A step is done again.
    Redo,
}

/// The settings, what can be taken back, and what was refused last.
#[derive(Clone, Debug)]
pub struct BureauBook {
    history: UndoHistory<Rc<CountySettings>>,
    refused: Rc<Vec<Problem>>,
}

impl Default for BureauBook {
    fn default() -> Self {
        Self::of(CountySettings::default())
    }
}

impl PartialEq for BureauBook {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(self.history.present(), other.history.present())
            && self.history.steps() == other.history.steps()
            && self.refused == other.refused
    }
}

impl BureauBook {
    /// Settings without a past.
    pub fn of(settings: CountySettings) -> Self {
        Self {
            history: UndoHistory::new(Rc::new(settings)),
            refused: Rc::default(),
        }
    }

    /// The settings that hold.
    pub fn settings(&self) -> &Rc<CountySettings> {
        self.history.present()
    }

    /// The reasons why the last change was refused; none where it was taken.
    pub fn refused(&self) -> &[Problem] {
        &self.refused
    }

    /// The reason that speaks of a place in the file, such as `weights.spending`.
    pub fn refusal_at(&self, place: &str) -> Option<&Problem> {
        let mut refused = self.refused.iter();
        refused.find(|problem| problem.place == place)
    }

    /// True where a step can be taken back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// True where a step can be done again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The book after an action. A change that a file of settings could not hold changes nothing and is said.
    #[must_use]
    pub fn apply(&self, action: &BureauAction) -> Self {
        let mut next = self.clone();
        next.refused = Rc::default();
        match action {
            BureauAction::Edit(edit, mark) => {
                let mut settings = (**self.settings()).clone();
                edit(&mut settings);
                match CountySettings::read(&settings.write()) {
                    Ok(read) => next.history.change(Rc::new(read), *mark),
                    Err(problems) => next.refused = Rc::new(problems),
                }
            }
            BureauAction::Put(settings) => {
                next.history.change(Rc::new((**settings).clone()), None);
            }
            BureauAction::Undo => next.history.undo(),
            BureauAction::Redo => next.history.redo(),
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counties::indicator::Indicator;
    use rust_decimal::Decimal;

    fn weigh(book: &BureauBook, weight: i64) -> BureauBook {
        let edit = move |settings: &mut CountySettings| {
            settings.weights[Indicator::Spending as usize] = weight.into();
        };
        book.apply(&BureauAction::Edit(Rc::new(edit), None))
    }

    fn weight(book: &BureauBook) -> Decimal {
        book.settings().weights[Indicator::Spending as usize]
    }

    #[test]
    fn a_change_is_a_step_that_can_be_taken_back_and_done_again() {
        let book = weigh(&weigh(&BureauBook::default(), 40), 50);
        assert_eq!(weight(&book), Decimal::from(50));
        let back = book.apply(&BureauAction::Undo);
        assert_eq!(weight(&back), Decimal::from(40));
        assert!(back.can_undo() && back.can_redo());
        assert_eq!(weight(&back.apply(&BureauAction::Redo)), Decimal::from(50));
        let opened = book.apply(&BureauAction::Put(Box::default()));
        assert_eq!(**opened.settings(), CountySettings::default());
        assert_eq!(
            weight(&opened.apply(&BureauAction::Undo)),
            Decimal::from(50)
        );
    }

    #[test]
    fn what_no_file_could_hold_changes_nothing_and_is_said_by_its_place() {
        let book = weigh(&BureauBook::default(), 40);
        let refused = weigh(&book, 1_001);
        assert_eq!(weight(&refused), Decimal::from(40));
        assert!(refused.refusal_at("weights.spending").is_some());
        assert!(refused.refusal_at("weights.growth").is_none());
        let falls = |settings: &mut CountySettings| settings.schedule[5] = Decimal::ZERO;
        let refused = book.apply(&BureauAction::Edit(Rc::new(falls), None));
        assert!(refused.refusal_at("schedule.6").is_some());
        // The next change that is taken ends what was said.
        assert!(weigh(&refused, 30).refused().is_empty());
    }
}
