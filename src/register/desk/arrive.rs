//! Registers on their way onto the desk: files as their bytes come, invented ones a turn after the other.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zengshou_households::columns::MOST_PLACES;
use zengshou_households::read::RowFault;
use zengshou_households::sample::{HouseholdSample, SAMPLE_HEADS};

use super::RegisterDesk;
use crate::analysis::households::known_income;
use crate::region::key::Component;
use crate::register::incoming::{ArrivedRegister, IncomingRegister};
use crate::register::message::{
    FaultCount, MOST_INVENTED, MOST_LISTED_PROBLEMS, RegisterFault, RegisterForm, RegisterPreview,
    RegisterReport,
};
use crate::register::open::OpenRegister;

/// The most households that the page has room for: two gigabytes while the largest is put in order.
pub const MOST_HOUSEHOLDS: u32 = 20_000_000;
/// The shortest time between two reports of progress, in microseconds.
const PROGRESS: u64 = 100_000;
/// Invented rows of one turn.
const ROWS_OF_A_TURN: u32 = 20_000;

/// A register on its way in.
pub(super) struct ArrivingRegister {
    pub(super) id: u32,
    pub(super) register: IncomingRegister,
    pub(super) bytes: u64,
    /// The time of the last report of progress.
    pub(super) told: u64,
    /// The households that are still to be invented; none of a file.
    pub(super) invented: Option<Invented>,
}

/// The households that are still to be invented.
pub(super) struct Invented {
    pub(super) sample: HouseholdSample,
    pub(super) left: u32,
    pub(super) all: u32,
}

impl RegisterDesk {
    /// Begins with another register; the one before is let go, since two large ones need not fit at the same time.
    pub(super) fn begin(&mut self, id: u32, invented: Option<Invented>) {
        if let Some(before) = self.incoming.take() {
            self.reports
                .push_back(RegisterReport::Canceled { id: before.id });
        }
        (self.open, self.compute, self.years) = (None, None, None);
        let mut incoming = ArrivingRegister {
            id,
            register: IncomingRegister::default(),
            bytes: 0,
            told: (self.clock)(),
            invented,
        };
        if incoming.invented.is_some() {
            let head = format!("{SAMPLE_HEADS}\n");
            // A head alone is never refused.
            let _is_read = incoming.register.feed(head.as_bytes());
        }
        self.incoming = Some(incoming);
    }

    pub(super) fn sample(&self, rows: u32, seed: u64) -> Result<Invented, RegisterFault> {
        if rows > MOST_INVENTED {
            return Err(RegisterFault::Invented);
        }
        let region = self.region.as_ref().ok_or(RegisterFault::Region)?;
        let values = region.values();
        let means = Component::ALL.map(|component| {
            (known_income(values, component) * Decimal::ONE_HUNDRED)
                .to_i64()
                .unwrap_or_default()
        });
        Ok(Invented {
            sample: HouseholdSample::new(seed, means, region.years.income),
            left: rows,
            all: rows,
        })
    }

    /// Invents the next rows, which go the way of a file's.
    pub(super) fn invent(&mut self) {
        let now = (self.clock)();
        let Some(incoming) = &mut self.incoming else {
            return;
        };
        let id = incoming.id;
        let mut rows = Vec::new();
        if let Some(invented) = &mut incoming.invented {
            let count = invented.left.min(ROWS_OF_A_TURN);
            invented.left -= count;
            (0..count).for_each(|_| invented.sample.write_row(&mut rows));
        }
        let fed = incoming.feed(&rows);
        let left = incoming.invented.as_ref().map_or(0, |it| it.left);
        let all = incoming.invented.as_ref().map_or(0, |it| it.all);
        if incoming.is_due(now) {
            self.reports.push_back(RegisterReport::Progress {
                id,
                bytes: u64::from(all - left),
                of: u64::from(all),
                rows: all - left,
            });
        }
        match fed {
            Err(reason) => {
                self.incoming = None;
                self.refuse(Some(id), reason);
            }
            Ok(()) if left == 0 => {
                let arrived = self.incoming.take().map(|it| it.register.finish());
                if let Some(arrived) = arrived {
                    self.arrive(id, arrived, true);
                }
            }
            Ok(()) => {}
        }
    }

    pub(super) fn arrive(
        &mut self,
        id: u32,
        arrived: Result<ArrivedRegister, RegisterFault>,
        is_invented: bool,
    ) {
        match arrived {
            Ok(mut arrived) => {
                if is_invented {
                    arrived.form = RegisterForm::Invented;
                }
                let (open, preview) = opened(arrived);
                self.open = Some(open);
                let preview = Box::new(preview);
                self.reports
                    .push_back(RegisterReport::Preview { id, preview });
            }
            Err(reason) => self.refuse(Some(id), reason),
        }
    }
}

impl ArrivingRegister {
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<(), RegisterFault> {
        self.register.feed(bytes)?;
        let most = MOST_HOUSEHOLDS;
        if self.register.households() > most as usize {
            let row = self.register.row();
            return Err(RegisterFault::TooMany { most, row });
        }
        Ok(())
    }

    /// True where progress is to be reported again.
    pub(super) fn is_due(&mut self, now: u64) -> bool {
        let is_due = now.saturating_sub(self.told) >= PROGRESS;
        if is_due {
            self.told = now;
        }
        is_due
    }
}

/// An arrived register as it is kept, and what is shown of it.
fn opened(arrived: ArrivedRegister) -> (OpenRegister, RegisterPreview) {
    let ArrivedRegister {
        mut read,
        form,
        sheet,
    } = arrived;
    let mut problems = std::mem::take(&mut read.problems);
    problems.truncate(MOST_LISTED_PROBLEMS);
    let faults = RowFault::ALL.into_iter().map(|fault| FaultCount {
        fault,
        count: read.counts[fault as usize],
    });
    let mut preview = RegisterPreview {
        form,
        sheet,
        head_row: read.head_row,
        rows_are_persons: read.is_of_persons,
        knows_support: read.knows_support,
        is_weighted: read.households.is_weighted(),
        columns: std::mem::take(&mut read.fates),
        rows: read.data_rows,
        households: 0,
        people: 0,
        counties: read.households.names().to_vec(),
        left_out: read.left_out,
        faults: faults.filter(|fault| fault.count > 0).collect(),
        problems,
    };
    debug_assert!(preview.counties.len() <= MOST_PLACES);
    let open = OpenRegister::new(read);
    let size = open.size();
    (preview.households, preview.people) = (size.households, size.people);
    (open, preview)
}
