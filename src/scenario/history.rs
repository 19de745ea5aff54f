//! Undo and redo of anything that can be compared.

use std::rc::Rc;

/// The most steps that can be taken back.
const MOST_STEPS: usize = 200;

/// A present state between what can be taken back and what can be done again. A copy shares the states: a long past
/// must not make every move of a lever slower.
#[derive(Debug, PartialEq)]
pub struct UndoHistory<T> {
    past: Vec<Rc<T>>,
    present: Rc<T>,
    future: Vec<Rc<T>>,
    last_mark: Option<u64>,
    steps: u64,
}

// Derived, it would ask that a state can be copied.
impl<T> Clone for UndoHistory<T> {
    fn clone(&self) -> Self {
        Self {
            past: self.past.clone(),
            present: self.present.clone(),
            future: self.future.clone(),
            last_mark: self.last_mark,
            steps: self.steps,
        }
    }
}

impl<T: PartialEq> UndoHistory<T> {
    /// Starts without a past.
    pub fn new(present: T) -> Self {
        Self {
            past: Vec::new(),
            present: Rc::new(present),
            future: Vec::new(),
            last_mark: None,
            steps: 0,
        }
    }

    /// The present state.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// Makes a new present. Changes in a row that carry the same mark are one step, so that a
    /// dragged lever is taken back at once; no mark is always a step of its own. A state equal
    /// to the present is no step.
    pub fn change(&mut self, next: T, mark: Option<u64>) {
        if next == *self.present {
            return;
        }
        let same_step = mark.is_some() && mark == self.last_mark;
        let before = std::mem::replace(&mut self.present, Rc::new(next));
        if !same_step {
            self.steps += 1;
            self.past.push(before);
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last_mark = mark;
    }

    /// Ends a row of changes: the next one is a step of its own, whatever its mark.
    pub fn seal(&mut self) {
        self.last_mark = None;
    }

    /// Goes one step back, if there is one.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            let present = std::mem::replace(&mut self.present, before);
            self.future.push(present);
            self.steps += 1;
            self.last_mark = None;
        }
    }

    /// Goes one step forward again, if there is one.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            let present = std::mem::replace(&mut self.present, after);
            self.past.push(present);
            self.steps += 1;
            self.last_mark = None;
        }
    }

    /// Other states: those that undo reaches, the nearest first, then those that redo reaches.
    pub fn others(&self) -> impl Iterator<Item = &T> {
        let past = self.past.iter().rev();
        past.chain(self.future.iter().rev()).map(|state| &**state)
    }

    /// The number of steps ever begun, undone or redone: while the number stays, the present only
    /// moves within one step.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The number of steps that can be undone.
    pub fn depth(&self) -> usize {
        self.past.len()
    }

    /// True where there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True where there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_equal_marks_is_one_step() {
        let mut history = UndoHistory::new(0);
        history.change(1, Some(7));
        history.change(2, Some(7));
        history.change(3, Some(8));
        history.undo();
        assert_eq!(*history.present(), 2);
        history.undo();
        assert_eq!(*history.present(), 0);
        assert!(!history.can_undo());
        history.redo();
        history.redo();
        assert_eq!(*history.present(), 3);
        assert!(!history.can_redo());
    }

    #[test]
    fn a_new_change_drops_what_was_undone_and_a_seal_parts_steps() {
        let mut history = UndoHistory::new(0);
        history.change(1, Some(7));
        history.seal();
        history.change(2, Some(7));
        history.undo();
        assert_eq!(*history.present(), 1);
        history.change(5, None);
        history.redo();
        assert_eq!(*history.present(), 5);
        history.change(5, None);
        history.undo();
        assert_eq!(*history.present(), 1);
    }

    #[test]
    fn a_copy_shares_its_states() {
        #[derive(Debug, PartialEq)]
        struct NotToBeCopied(u8);
        let mut history = UndoHistory::new(NotToBeCopied(0));
        history.change(NotToBeCopied(1), None);
        let mut copy = history.clone();
        copy.undo();
        assert_eq!(*copy.present(), NotToBeCopied(0));
        assert_eq!(*history.present(), NotToBeCopied(1));
    }

    #[test]
    fn the_past_is_bounded() {
        let mut history = UndoHistory::new(0);
        for state in 1..=(MOST_STEPS + 50) {
            history.change(state, None);
        }
        for _ in 0..MOST_STEPS + 50 {
            history.undo();
        }
        assert_eq!(*history.present(), 50);
    }
}
