//! Blocks copied from the sheet and pasted into it.

use std::rc::Rc;

use web_sys::DataTransfer;

use super::desk::{Mode, SheetEditor};
use crate::app::effects::locales::loaded;
use crate::app::grid::paste::Block;
use crate::app::grid::{Why, Wrong};
use crate::app::words::Words;
use crate::i18n::Catalog;
use crate::language::Language;

impl SheetEditor {
    /// Copies what is chosen; false where text within the field is.
    pub fn copy(&self, data: &DataTransfer) -> bool {
        if self.mode.get() != Mode::Ready {
            return false;
        }
        let words = self.words();
        let text =
            self.sheet(|sheet| sheet.copy(self.corners(), |unit, value| words.typed(unit, value)));
        // Without a clipboard nothing is copied, as the browser itself reports.
        let _may_fail = data.set_data("text/plain", &text);
        true
    }

    /// Pastes over what is chosen; false where it goes into the field.
    pub fn paste(&self, text: &str) -> bool {
        if self.mode.get() != Mode::Ready {
            return false;
        }
        self.is_used();
        // A table may come from a reader of another language; those not read yet are not known.
        let languages: Vec<Words> = Language::ALL.into_iter().filter_map(loaded).collect();
        let languages: Vec<&Catalog> = languages.iter().map(|words| &**words).collect();
        match self.sheet(|sheet| sheet.paste(self.corners(), text, &languages)) {
            Err(fault) => self.refuse(&[Wrong {
                place: None,
                why: Why::Fault(fault),
            }]),
            Ok(block) if block.fits() => self.take_block(&block),
            Ok(block) => {
                *self.refusal.borrow_mut() = None;
                self.said.borrow_mut().clear();
                *self.block.borrow_mut() = Some(Rc::new(block));
                (self.redraw).emit(());
            }
        }
        true
    }

    /// Puts in what of a block can be put, and chooses it, so that one sees where it went.
    pub fn take_block(&self, block: &Block) {
        *self.block.borrow_mut() = None;
        if self.take(Ok(block.scenario.clone())) {
            self.at.set(block.over.0);
            self.from.set(block.over.1);
            self.show();
            self.say(super::preview::summary(&self.words(), block));
        }
    }

    /// Gives a block up.
    pub fn drop_block(&self) {
        *self.block.borrow_mut() = None;
        (self.redraw).emit(());
    }
}
