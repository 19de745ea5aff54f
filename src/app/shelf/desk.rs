//! Storage decisions of one loaded page.

use super::mark::{Day, Mark};

/// A change that a page is to make in the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Nothing.
    Nothing,
    /// Write the work; where that succeeded, take another slot away.
    Write {
        /// The slot.
        name: String,
        /// The slot that it replaces.
        instead_of: Option<String>,
    },
    /// Take a slot away: none of the user's own work is left in it.
    Remove(String),
}

/// The work on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// Number of times that something was opened.
    pub count: u64,
    /// True for the plan, with nothing to save.
    pub is_nothing: bool,
    /// True where anything was changed since something was opened.
    pub is_changed: bool,
    /// True where the work came from a link or a file.
    pub began_outside: bool,
    /// The text that keeps it.
    pub text: &'a str,
}

/// A slot that a page has, or had.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    mark: Mark,
    text: String,
}

/// The slots that one loaded page has written or goes on from.
#[derive(Clone, Debug)]
pub struct SlotKeeper {
    page: String,
    made: u32,
    count: u64,
    own: Option<Slot>,
    /// True where the own slot was made for the present work, and not taken up again.
    is_of_this_work: bool,
    from: Option<Slot>,
    left: Vec<Slot>,
}

impl SlotKeeper {
    /// A page that has written nothing; `page` is its own identifier, `count` the number of times that something
    /// was opened by then.
    pub fn new(page: &str, count: u64) -> Self {
        Self {
            page: page.to_owned(),
            made: 0,
            count,
            own: None,
            is_of_this_work: false,
            from: None,
            left: Vec::new(),
        }
    }

    /// The page goes on from a slot that some page wrote before.
    pub fn go_on_from(&mut self, mark: Mark, text: String) {
        self.from = Some(Slot { mark, text });
    }

    /// The slot that holds the work on the screen: the page's own, or the one that it goes on from.
    pub fn slot(&self) -> Option<&str> {
        let slot = self.own.as_ref().or(self.from.as_ref());
        slot.map(|slot| slot.mark.id())
    }

    /// True where this page made the slot.
    pub fn has_made(&self, id: &str) -> bool {
        id.strip_prefix(&*self.page)
            .is_some_and(|rest| rest.starts_with('.'))
    }

    /// The change to make for the work on the screen, given the slots in the storage.
    pub fn decide(&mut self, now: &Now<'_>, marks: &[Mark], today: Day) -> Deed {
        if now.count != self.count {
            // Something was opened over it, which leaves the work before it as it is.
            self.count = now.count;
            self.from = None;
            self.leave();
        }
        let is_own_work = !now.is_nothing && (now.is_changed || !now.began_outside);
        if !is_own_work {
            return match self.own.take() {
                Some(own) if self.is_of_this_work => {
                    // Once nothing is left, there is nothing to go on from.
                    self.from = None;
                    Deed::Remove(own.mark.name().to_owned())
                }
                own => {
                    self.left.extend(own);
                    Deed::Nothing
                }
            };
        }
        if self.own.is_none() && !now.is_changed {
            return Deed::Nothing;
        }
        if self.own.as_ref().is_some_and(|own| own.text == now.text) {
            let is_there = |mark: &Mark| self.own.as_ref().is_some_and(|own| own.mark == *mark);
            if marks.iter().any(is_there) {
                return Deed::Nothing;
            }
        }
        let known = self.left.iter().position(|left| left.text == now.text);
        if let Some(at) = known {
            // The same work that was left: it goes on in its slot.
            let left = self.left.remove(at);
            let meanwhile = self.own.take().filter(|_| self.is_of_this_work);
            let name = left.mark.name().to_owned();
            self.own = Some(left);
            self.is_of_this_work = false;
            return Deed::Write {
                name,
                instead_of: meanwhile.map(|slot| slot.mark.name().to_owned()),
            };
        }
        let (mark, instead_of) = match self.own.take() {
            Some(own) if own.mark.is_newest_of(marks) && own.mark.day() == Some(today) => {
                (own.mark, None)
            }
            Some(own) => {
                let others = marks.iter().filter(|mark| mark.id() != own.mark.id());
                let mark = Mark::behind(others, today, own.mark.id());
                (mark, Some(own.mark.name().to_owned()))
            }
            None => {
                self.made += 1;
                self.is_of_this_work = true;
                let id = format!("{}.{}", self.page, self.made);
                (Mark::behind(marks, today, &id), None)
            }
        };
        let name = mark.name().to_owned();
        let instead_of = instead_of.filter(|old| *old != name);
        self.own = Some(Slot {
            mark,
            text: now.text.to_owned(),
        });
        Deed::Write { name, instead_of }
    }

    /// The work could be written under its former name alone.
    pub fn stayed(&mut self, name: &str) {
        if let Some(own) = &mut self.own {
            own.mark = Mark::read(name);
        }
    }

    /// The work could not be written: the next time is to try again.
    pub fn failed(&mut self) {
        if let Some(own) = &mut self.own {
            own.text.clear();
        }
    }

    /// The slot that this page went on from and that holds nothing more than the page began with, once the page's
    /// own work has a slot: name and text. It may go if nobody has it open and it is still the same.
    pub fn outlived(&mut self) -> Option<(Mark, String)> {
        let own = self.own.as_ref()?;
        let from = self.from.take()?;
        let is_same_day = from.mark.day() == own.mark.day();
        (is_same_day && from.mark.id() != own.mark.id()).then_some((from.mark, from.text))
    }

    fn leave(&mut self) {
        self.left.extend(self.own.take());
        self.is_of_this_work = false;
    }
}
