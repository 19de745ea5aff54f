//! The page's side of an open register of households, pure: what was asked of the worker, and what it has answered. It holds
//! sums and the rows of the list that is shown, in memory alone.

use std::rc::Rc;

use zengshou_households::columns::HouseholdKind;
use zengshou_households::order::CoverRule;

use crate::region::key::Year;
use crate::register::figures::{RegisterFigures, YearUnderLine};
use crate::register::message::{
    RegisterFault, RegisterPreview, RegisterReport, RiskFilter, RiskRow,
};
use crate::report::Date;

/// Rows of the list of households at risk on one page.
pub const LISTED: u32 = 50;

/// A choice of the reader that figures depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterChoices {
    /// The plan year; none stands for the first one.
    pub year: Option<Year>,
    /// A line of one's own in fen a head; none stands for the region's.
    pub line: Option<i64>,
    /// The rule by which support reaches households.
    pub cover: CoverRule,
    /// Kinds that further jobs are for; none stands for all.
    pub jobs: Vec<HouseholdKind>,
}

impl Default for RegisterChoices {
    fn default() -> Self {
        Self {
            year: None,
            line: None,
            cover: CoverRule::LowestOperating,
            jobs: Vec::new(),
        }
    }
}

/// A register on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterReading {
    /// The number of the order.
    pub id: u32,
    /// True where it is invented here.
    pub is_invented: bool,
    /// Bytes that were read, and those of the file.
    pub bytes: (u64, u64),
    /// Rows that were read.
    pub rows: u32,
}

/// A register that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedRegister {
    /// The number of the order that opened it.
    pub id: u32,
    /// The content of its file.
    pub preview: Rc<RegisterPreview>,
    /// The day on which it was opened.
    pub day: Date,
}

/// A part of the list of households at risk.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedRisks {
    /// Rows before the first.
    pub offset: u32,
    /// All rows that the filter lets through.
    pub of: u32,
    /// The rows.
    pub rows: Vec<RiskRow>,
}

/// An end that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterEnd {
    /// The reason for which a file was not taken.
    Refused(RegisterFault),
    /// The reader called it off.
    Canceled,
    /// A file of the page did not load.
    Missing(String),
    /// The worker fell: most likely for want of memory.
    Fallen,
}

/// The page's memory of a register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterBook {
    /// A register on its way in.
    pub reading: Option<RegisterReading>,
    /// The register that is open.
    pub opened: Option<OpenedRegister>,
    /// The end of the last one, where none is open.
    pub end: Option<RegisterEnd>,
    /// The choices that figures depend on.
    pub choices: RegisterChoices,
    /// The newest figures.
    pub figures: Option<Rc<RegisterFigures>>,
    /// Thousandths of a millisecond that they took in the worker.
    pub microseconds: u64,
    /// The number of the order whose figures are awaited.
    pub computing: Option<u32>,
    /// True where they are awaited long enough to say so.
    pub is_slow: bool,
    /// The reason for which there are no figures.
    pub fault: Option<RegisterFault>,
    /// The share under the line by year.
    pub years: Option<Rc<Vec<YearUnderLine>>>,
    /// The list of households at risk.
    pub list: Option<Rc<ListedRisks>>,
    /// The rows that are asked for.
    pub filter: RiskFilter,
    /// Rows before the first that is asked for.
    pub offset: u32,
    asked_years: Option<u32>,
    asked_list: Option<u32>,
    asked_file: Option<u32>,
}

/// A change of the page's memory of a register.
#[derive(Clone, Debug, PartialEq)]
pub enum RegisterAction {
    /// A file or an invented register is being opened.
    Open(u32, bool),
    /// Figures are asked for.
    Compute(u32),
    /// The figures of an order are still awaited after a while.
    Slow(u32),
    /// The years are asked for.
    AskYears(u32),
    /// The list is asked for.
    AskList(u32),
    /// The list as a file is asked for.
    AskFile(u32),
    /// Other choices.
    Choose(RegisterChoices),
    /// Other rows of the list, after so many.
    Filter(RiskFilter, u32),
    /// A report of the worker, and today.
    Report(Box<RegisterReport>, Date),
    /// The worker is gone.
    End(RegisterEnd),
    /// The reader let the register go.
    Forget,
}

impl RegisterBook {
    /// True where something of a register is in memory.
    pub fn is_loaded(&self) -> bool {
        self.opened.is_some() || self.reading.is_some()
    }

    /// True where the list's file is being made.
    pub fn is_exporting(&self) -> bool {
        self.asked_file.is_some()
    }

    /// True for the report that brings the list's file.
    pub fn awaits_file(&self, id: u32) -> bool {
        self.asked_file == Some(id)
    }

    /// The book after an action. An answer that is no longer awaited changes nothing.
    #[must_use]
    pub fn apply(&self, action: RegisterAction) -> Self {
        let mut next = self.clone();
        match action {
            RegisterAction::Open(id, is_invented) => {
                next = self.emptied();
                next.reading = Some(RegisterReading {
                    id,
                    is_invented,
                    bytes: (0, 0),
                    rows: 0,
                });
            }
            RegisterAction::Compute(id) => next.computing = Some(id),
            RegisterAction::Slow(id) => next.is_slow |= next.computing == Some(id),
            RegisterAction::AskYears(id) => next.asked_years = Some(id),
            RegisterAction::AskList(id) => next.asked_list = Some(id),
            RegisterAction::AskFile(id) => next.asked_file = Some(id),
            RegisterAction::Choose(choices) => next.choices = choices,
            RegisterAction::Filter(filter, offset) => {
                (next.filter, next.offset) = (filter, offset);
            }
            RegisterAction::Report(report, today) => next.take(*report, today),
            RegisterAction::End(end) => {
                next = self.emptied();
                next.end = Some(end);
            }
            RegisterAction::Forget => next = Self::default(),
        }
        next
    }

    /// Nothing but the reader's choices.
    fn emptied(&self) -> Self {
        Self {
            choices: self.choices.clone(),
            ..Self::default()
        }
    }

    fn is_reading(&self, id: u32) -> bool {
        self.reading.is_some_and(|reading| reading.id == id)
    }

    fn take(&mut self, report: RegisterReport, today: Date) {
        match report {
            RegisterReport::Progress {
                id,
                bytes,
                of,
                rows,
            } => {
                if let Some(reading) = self.reading.as_mut().filter(|reading| reading.id == id) {
                    (reading.bytes, reading.rows) = ((bytes, of), rows);
                }
            }
            RegisterReport::Preview { id, preview } if self.is_reading(id) => {
                self.reading = None;
                self.opened = Some(OpenedRegister {
                    id,
                    preview: Rc::new(*preview),
                    day: today,
                });
            }
            RegisterReport::Computed {
                id,
                figures,
                microseconds,
            } if self.opened.is_some() => {
                // One that is older than the newest order is shown meanwhile: a lever that moves on is followed.
                (self.figures, self.fault) = (Some(Rc::new(*figures)), None);
                self.microseconds = microseconds;
                if self.computing == Some(id) {
                    (self.computing, self.is_slow) = (None, false);
                }
            }
            RegisterReport::Years { id, years } if self.asked_years == Some(id) => {
                (self.years, self.asked_years) = (Some(Rc::new(years)), None);
            }
            RegisterReport::Rows { id, of, rows } if self.asked_list == Some(id) => {
                let offset = self.offset;
                self.list = Some(Rc::new(ListedRisks { offset, of, rows }));
                self.asked_list = None;
            }
            RegisterReport::File { id, .. } if self.asked_file == Some(id) => {
                self.asked_file = None;
            }
            RegisterReport::Canceled { id } if self.is_reading(id) => {
                *self = self.emptied();
                self.end = Some(RegisterEnd::Canceled);
            }
            RegisterReport::Refused { id, reason } => self.refuse(id, reason),
            _ => {}
        }
    }

    fn refuse(&mut self, id: Option<u32>, reason: RegisterFault) {
        if self.reading.map(|reading| reading.id) == id && id.is_some() {
            *self = self.emptied();
            self.end = Some(RegisterEnd::Refused(reason));
        } else if id.is_none() || id == self.computing {
            (self.computing, self.is_slow) = (None, false);
            (self.figures, self.fault) = (None, Some(reason));
        } else if id == self.asked_file {
            self.asked_file = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::message::RegisterForm;

    const TODAY: Date = Date {
        year: 2026,
        month: 5,
        day: 4,
    };

    fn report(book: &RegisterBook, report: RegisterReport) -> RegisterBook {
        book.apply(RegisterAction::Report(Box::new(report), TODAY))
    }

    fn preview(id: u32) -> RegisterReport {
        let preview = RegisterPreview {
            form: RegisterForm::Invented,
            sheet: None,
            head_row: 1,
            rows_are_persons: false,
            knows_support: true,
            is_weighted: false,
            columns: Vec::new(),
            rows: 20,
            households: 20,
            people: 60,
            counties: Vec::new(),
            left_out: 0,
            faults: Vec::new(),
            problems: Vec::new(),
        };
        RegisterReport::Preview {
            id,
            preview: Box::new(preview),
        }
    }

    #[test]
    fn a_register_is_open_when_the_order_that_is_awaited_says_so() {
        let book = RegisterBook::default().apply(RegisterAction::Open(7, true));
        assert!(book.is_loaded());
        assert!(report(&book, preview(6)).opened.is_none());
        let open = report(&book, preview(7));
        assert!(open.reading.is_none());
        assert_eq!(open.opened.as_ref().map(|it| it.day), Some(TODAY));
        assert_eq!(open.apply(RegisterAction::Forget), RegisterBook::default());
    }

    #[test]
    fn what_is_called_off_or_refused_leaves_nothing_but_the_choices() {
        let choices = RegisterChoices {
            line: Some(870_000),
            ..RegisterChoices::default()
        };
        let book = RegisterBook::default().apply(RegisterAction::Choose(choices.clone()));
        let book = book.apply(RegisterAction::Open(1, false));
        let canceled = report(&book, RegisterReport::Canceled { id: 1 });
        assert!(!canceled.is_loaded());
        assert_eq!(canceled.end, Some(RegisterEnd::Canceled));
        assert_eq!(canceled.choices, choices);
        let reason = RegisterFault::NotText(3);
        let refused = report(
            &book,
            RegisterReport::Refused {
                id: Some(1),
                reason: reason.clone(),
            },
        );
        assert_eq!(refused.end, Some(RegisterEnd::Refused(reason)));
    }

    #[test]
    fn a_late_list_is_not_shown_in_the_place_of_the_one_that_is_awaited() {
        let book = report(
            &RegisterBook::default().apply(RegisterAction::Open(1, true)),
            preview(1),
        );
        let book = book.apply(RegisterAction::AskList(2));
        let book = book.apply(RegisterAction::AskList(3));
        let rows = |id, of| RegisterReport::Rows {
            id,
            of,
            rows: Vec::new(),
        };
        let late = report(&book, rows(2, 9));
        assert!(late.list.is_none());
        assert_eq!(report(&late, rows(3, 4)).list.map(|it| it.of), Some(4));
        let slow = book.apply(RegisterAction::Compute(5));
        assert!(!slow.apply(RegisterAction::Slow(4)).is_slow);
        assert!(slow.apply(RegisterAction::Slow(5)).is_slow);
    }
}
