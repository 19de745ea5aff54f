//! Actions of the user and of effects.

use std::collections::BTreeSet;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::news::{News, Origin};
use super::{ExerciseAction, Panel};
use crate::analysis::funds_floor::FundsFloor;
use crate::analysis::prices::PriceBasis;
use crate::language::Language;
use crate::number::Yuan;
use crate::problem::{Fault, Problem};
use crate::region::key::Key;
use crate::scenario::Scenario;
use crate::scenario::drafts::{Drafts, Extras};
use crate::scenario::examples::Example;
use crate::scenario::input_distributions::InputDistributions;
use crate::scenario::matrix::MatrixPart;
use crate::scenario::matrix::transfer::MatrixCell;
use crate::scenario::note::Note;

/// An action of the user or of an effect.
#[derive(Clone, Debug)]
pub enum Action {
    /// A value was changed; changes of one key in a row, while it is dragged, are one step.
    Set(Key, Decimal),
    /// The user stated where a value comes from, or withdrew the statement.
    SetNote(Key, Option<Note>),
    /// A value was typed that could not be read.
    Refuse(Key, Fault),
    /// A drag or a row of key presses ended.
    Seal,
    /// Nothing has changed for a moment: time to find out which changes do nothing.
    Rest,
    /// A part of the funds matrix was changed.
    SetFunds(MatrixPart, Yuan),
    /// Money was moved from one cell of the funds matrix to another.
    MoveFunds {
        /// The cell that gives.
        from: MatrixCell,
        /// The cell that gets.
        to: MatrixCell,
        /// The amount.
        amount: Yuan,
    },
    /// A part of the funds matrix was typed that could not be read.
    RefuseFunds(MatrixPart, Fault),
    /// A part of the funds matrix was locked or unlocked.
    ToggleLock(MatrixPart),
    /// The change of a key was taken back.
    Revert(Key),
    /// The changes of the whole funds matrix were taken back.
    RevertFunds,
    /// All changes of levers were taken back.
    ResetLevers,
    /// All changes of assumptions were taken back.
    ResetAssumptions,
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// An example was chosen.
    ChooseExample(Example),
    /// The values of another version of the region's data were chosen: an earlier one's, or today's.
    TakeData(Option<u32>),
    /// Seed, number or ranges of the draws were chosen.
    SetDoubts(InputDistributions),
    /// The drafts were changed.
    SetTray(Drafts),
    /// The money that has to come first was entered or changed; it is no step, since it belongs to the bureau's settings.
    KeepFloor(FundsFloor),
    /// Another panel was opened.
    OpenPanel(Panel),
    /// Amounts a head are to be shown in other prices.
    ShowIn(PriceBasis),
    /// Another language was chosen.
    SetLanguage(Language),
    /// The link is to carry the language, or not to.
    PutLanguageInLink(bool),
    /// A scenario came in over what is there.
    Open(Box<Opened>),
    /// The address bar went to another of this tab's own scenarios (Back and Forward).
    Navigate(Scenario),
    /// The scenario was saved under a name.
    Saved(String),
    /// The name was given up: what follows is a new, unnamed scenario.
    Unnamed,
    /// Work that an opened link had set aside was brought back.
    Restore(Scenario, Option<String>),
    /// A scenario is to be added as a draft of that name, next to the one on the screen.
    AddDraft(String, Scenario),
    /// The drafts and the ranges that an opened link had set aside were brought back.
    RestoreExtras(Extras),
    /// Something was done in an exercise.
    Exercise(ExerciseAction),
    /// A message for the user.
    Notify(News),
    /// A notice was closed.
    Close(u64),
    /// An exercise before a room leaves these levers free and no others; none where it leaves all.
    Teach(Option<Rc<BTreeSet<Key>>>),
}

/// A scenario that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The scenario.
    pub scenario: Scenario,
    /// Its name, if it is saved under one here.
    pub name: Option<String>,
    /// The name that whoever sent it gave it.
    pub given: Option<String>,
    /// The part of it that is safe elsewhere: a link or a file holds it whole, the browser's storage what was
    /// saved under the name.
    pub saved: Scenario,
    /// The extras that are safe there; none where they are those that will be on the screen.
    pub saved_extras: Option<Extras>,
    /// The extras that came with it, if any.
    pub extras: Option<Extras>,
    /// Its origin.
    pub origin: Origin,
    /// The parts that were not understood.
    pub problems: Vec<Problem>,
    /// The headline as shared and today, if they differ.
    pub figures_changed: Option<(Decimal, Decimal)>,
}

impl Opened {
    /// A draft laid on the screen: the drafts hold it whole, so that nothing of it is lost when it is left.
    pub fn draft(scenario: Scenario) -> Self {
        Self {
            saved: scenario.clone(),
            saved_extras: None,
            scenario,
            extras: None,
            name: None,
            given: None,
            origin: Origin::Storage,
            problems: Vec::new(),
            figures_changed: None,
        }
    }
}
