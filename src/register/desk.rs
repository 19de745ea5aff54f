//! The worker's desk: the one register that is open, the orders about it and their reports. Pure: the bytes of a file are
//! handed in, and the clock; work is done in turns, so that what is called off ends, and a newer year takes an older one's place.

mod arrive;

use std::collections::VecDeque;

use zengshou_households::small::FEWEST;

use super::figures::YearUnderLine;
use super::message::{
    ComputeOrder, ExportWords, MOST_RISK_ROWS, RegisterFault, RegisterOrder, RegisterReport,
    RiskFilter,
};
use super::open::OpenRegister;
use crate::region::Region;
use crate::region::key::Year;
use crate::scenario::{Scenario, file};

pub use arrive::MOST_HOUSEHOLDS;

use arrive::ArrivingRegister;

/// The most line that is computed with, in fen a head: far above any income, and far below what sums hold.
const MOST_LINE: i64 = 100_000_000_000;

/// The desk.
pub struct RegisterDesk {
    clock: fn() -> u64,
    region: Option<Region>,
    incoming: Option<ArrivingRegister>,
    open: Option<OpenRegister>,
    compute: Option<ComputeOrder>,
    years: Option<YearsWork>,
    reports: VecDeque<RegisterReport>,
    file: Option<Vec<u8>>,
}

struct YearsWork {
    id: u32,
    left: VecDeque<Year>,
    done: Vec<YearUnderLine>,
}

impl RegisterDesk {
    /// An empty desk, with a clock that gives microseconds from any beginning.
    pub fn new(clock: fn() -> u64) -> Self {
        Self {
            clock,
            region: None,
            incoming: None,
            open: None,
            compute: None,
            years: None,
            reports: VecDeque::new(),
            file: None,
        }
    }

    /// Takes an order, as JSON.
    pub fn order(&mut self, text: &str) {
        match serde_json::from_str(text) {
            Ok(order) => self.take(order),
            Err(_) => self.refuse(None, RegisterFault::Order),
        }
    }

    /// The order whose file's bytes are wanted next.
    pub fn wants(&self) -> Option<u32> {
        let incoming = self.incoming.as_ref()?;
        incoming.invented.is_none().then_some(incoming.id)
    }

    /// Takes the next bytes of the file of an order, which has `of` in all. Bytes of an order that is no longer read are
    /// let go.
    pub fn feed(&mut self, id: u32, bytes: &[u8], of: u64) {
        if self.wants() != Some(id) {
            return;
        }
        let now = (self.clock)();
        let Some(incoming) = &mut self.incoming else {
            return;
        };
        incoming.bytes += bytes.len() as u64;
        let fed = incoming.feed(bytes);
        if incoming.is_due(now) {
            let (bytes, rows) = (incoming.bytes, incoming.register.row());
            self.reports.push_back(RegisterReport::Progress {
                id,
                bytes,
                of,
                rows,
            });
        }
        if let Err(reason) = fed {
            self.incoming = None;
            self.refuse(Some(id), reason);
        }
    }

    /// The file of an order has ended.
    pub fn end(&mut self, id: u32) {
        if self.wants() == Some(id)
            && let Some(incoming) = self.incoming.take()
        {
            self.arrive(id, incoming.register.finish(), false);
        }
    }

    /// The file of an order can no longer be read.
    pub fn unreadable(&mut self, id: u32) {
        if self.wants() == Some(id) {
            self.incoming = None;
            self.refuse(Some(id), RegisterFault::Unreadable);
        }
    }

    /// True while a turn has something to do.
    pub fn is_busy(&self) -> bool {
        let is_inventing = self
            .incoming
            .as_ref()
            .is_some_and(|it| it.invented.is_some());
        is_inventing || self.compute.is_some() || self.years.is_some()
    }

    /// Does the next piece of work: a year that was asked for before anything else.
    pub fn turn(&mut self) {
        if let Some(order) = self.compute.take() {
            let id = order.id;
            match self.compute(order) {
                Ok(report) => self.reports.push_back(report),
                Err(reason) => self.refuse(Some(id), reason),
            }
        } else if self
            .incoming
            .as_ref()
            .is_some_and(|it| it.invented.is_some())
        {
            self.invent();
        } else if let Some(work) = self.years.take() {
            self.next_year(work);
        }
    }

    /// The next report, as JSON, and the bytes that go beside it.
    pub fn report(&mut self) -> Option<(String, Option<Vec<u8>>)> {
        let report = self.reports.pop_front()?;
        let bytes = match report {
            RegisterReport::File { .. } => self.file.take(),
            _ => None,
        };
        // Texts and numbers: nothing that JSON could not hold.
        Some((serde_json::to_string(&report).unwrap_or_default(), bytes))
    }

    fn take(&mut self, order: RegisterOrder) {
        match order {
            RegisterOrder::Region(files) => {
                self.region = files.region().ok();
                if self.region.is_none() {
                    self.refuse(None, RegisterFault::Region);
                }
            }
            RegisterOrder::Open { id } => self.begin(id, None),
            RegisterOrder::Sample { id, rows, seed } => match self.sample(rows, seed) {
                Ok(invented) => self.begin(id, Some(invented)),
                Err(reason) => self.refuse(Some(id), reason),
            },
            RegisterOrder::Cancel { id } => self.cancel(id),
            RegisterOrder::Compute(order) => self.compute = Some(*order),
            RegisterOrder::Years { id } => match self.years_of(id) {
                Ok(work) => self.years = Some(work),
                Err(reason) => self.refuse(Some(id), reason),
            },
            RegisterOrder::AtRisk {
                id,
                filter,
                offset,
                count,
            } => match self.computed().map(|open| {
                let count = count.min(MOST_RISK_ROWS);
                open.rows_at_risk(&filter, offset as usize, count as usize)
            }) {
                Ok((of, rows)) => self
                    .reports
                    .push_back(RegisterReport::Rows { id, of, rows }),
                Err(reason) => self.refuse(Some(id), reason),
            },
            RegisterOrder::Export { id, filter, words } => self.export(id, &filter, &words),
            RegisterOrder::Forget => {
                (self.incoming, self.open, self.compute, self.years) = (None, None, None, None);
            }
        }
    }

    fn cancel(&mut self, id: u32) {
        let is_it = |known: Option<u32>| known == Some(id);
        let mut is_found = false;
        if is_it(self.incoming.as_ref().map(|it| it.id)) {
            self.incoming = None;
            is_found = true;
        }
        if is_it(self.compute.as_ref().map(|it| it.id)) {
            self.compute = None;
            is_found = true;
        }
        if is_it(self.years.as_ref().map(|it| it.id)) {
            self.years = None;
            is_found = true;
        }
        // What is done already has its report.
        if is_found {
            self.reports.push_back(RegisterReport::Canceled { id });
        }
    }

    fn compute(&mut self, order: ComputeOrder) -> Result<RegisterReport, RegisterFault> {
        let region = self.region.as_ref().ok_or(RegisterFault::Region)?;
        let open = self.open.as_mut().ok_or(RegisterFault::NoRegister)?;
        if open.size().households < FEWEST {
            return Err(RegisterFault::Few { fewest: FEWEST });
        }
        let fits = |line: i64| (1..=MOST_LINE).contains(&line);
        if !order.line.is_none_or(fits) {
            return Err(RegisterFault::Line);
        }
        let scenario = scenario(region, &order.scenario)?;
        let own = scenario.region(region);
        let clock = self.clock;
        let (figures, microseconds) = open.compute(&own, &scenario, &order, clock)?;
        // The years before belong to another scenario.
        if let Some(years) = self.years.take() {
            self.reports
                .push_back(RegisterReport::Canceled { id: years.id });
        }
        Ok(RegisterReport::Computed {
            id: order.id,
            figures: Box::new(figures),
            microseconds,
        })
    }

    fn computed(&mut self) -> Result<&mut OpenRegister, RegisterFault> {
        let open = self.open.as_mut().ok_or(RegisterFault::NoRegister)?;
        if open.order().is_none() {
            return Err(RegisterFault::NotComputed);
        }
        Ok(open)
    }

    fn years_of(&mut self, id: u32) -> Result<YearsWork, RegisterFault> {
        let text = self.computed()?.order().map(|order| order.scenario.clone());
        let region = self.region.as_ref().ok_or(RegisterFault::Region)?;
        let scenario = scenario(region, &text.unwrap_or_default())?;
        let years = scenario.region(region).years;
        if let Some(before) = self.years.take() {
            self.reports
                .push_back(RegisterReport::Canceled { id: before.id });
        }
        Ok(YearsWork {
            id,
            left: years.plan().collect(),
            done: Vec::new(),
        })
    }

    fn next_year(&mut self, mut work: YearsWork) {
        let Some(year) = work.left.pop_front() else {
            let (id, years) = (work.id, work.done);
            self.reports.push_back(RegisterReport::Years { id, years });
            return;
        };
        let id = work.id;
        let done = self.year_under_line(year);
        match done {
            Ok(done) => {
                work.done.push(done);
                self.years = Some(work);
            }
            Err(reason) => self.refuse(Some(id), reason),
        }
    }

    fn year_under_line(&self, year: Year) -> Result<YearUnderLine, RegisterFault> {
        let region = self.region.as_ref().ok_or(RegisterFault::Region)?;
        let open = self.open.as_ref().ok_or(RegisterFault::NoRegister)?;
        let order = open.order().ok_or(RegisterFault::NotComputed)?;
        let scenario = scenario(region, &order.scenario)?;
        open.year_under_line(&scenario.region(region), &scenario, year)
    }

    fn export(&mut self, id: u32, filter: &RiskFilter, words: &ExportWords) {
        match self.computed().map(|open| open.export(filter, words)) {
            Ok((rows, bytes)) => {
                self.file = Some(bytes);
                self.reports.push_back(RegisterReport::File { id, rows });
            }
            Err(reason) => self.refuse(Some(id), reason),
        }
    }

    fn refuse(&mut self, id: Option<u32>, reason: RegisterFault) {
        self.reports
            .push_back(RegisterReport::Refused { id, reason });
    }
}

fn scenario(region: &Region, text: &str) -> Result<Scenario, RegisterFault> {
    file::read(region, text)
        .map(|file| file.scenario)
        .map_err(|_| RegisterFault::Scenario)
}
