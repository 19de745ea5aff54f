//! Progress of a year's projects and funds against the calendar.
//!
//! A publication says how far things had come on the day of its report, and may not say which day
//! that was. Nothing here invents one: with a month from the reader there is a pace, without one
//! there is what each month would mean.

use rust_decimal::Decimal;

use crate::number::{Share, Yuan};
use crate::region::Region;
use crate::region::key::Year;
use crate::region::own::GivenFigure;

/// The months of a year.
pub const MONTHS: u8 = 12;

/// A month of the year, taken at its end: 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u8);

impl Month {
    /// Every month.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=MONTHS).map(Self)
    }

    /// December.
    pub const LAST: Self = Self(MONTHS);

    /// The month of that number.
    pub fn new(number: u8) -> Option<Self> {
        (1..=MONTHS).contains(&number).then_some(Self(number))
    }

    /// The last month that has ended on a day: a day before a month's last belongs to the month before. Without a day, the
    /// month itself. None in January.
    pub fn ended(month: u8, day: Option<u8>) -> Option<Self> {
        // Schedules are of the ends of months; the last days of one are its end.
        let is_end = day.is_none_or(|day| day >= 25);
        Self::new(if is_end { month } else { month.checked_sub(1)? })
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The part of the year that has passed: what an even pace would have done by then.
    pub fn schedule(self) -> Share {
        Share(Decimal::from(self.0) / Decimal::from(MONTHS))
    }

    /// The share of a schedule, which has one for the end of each month.
    pub fn of(self, schedule: &[Decimal; MONTHS as usize]) -> Share {
        Share(schedule[usize::from(self.0) - 1])
    }

    /// The months that are left.
    pub fn left(self) -> u8 {
        MONTHS - self.0
    }
}

/// Published figures of a year's progress.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The year that it speaks of.
    pub year: Year,
    /// All projects.
    pub projects: Decimal,
    /// Projects completed on the day of the report.
    pub completed: Decimal,
    /// All funds.
    pub funds: Yuan,
    /// Funds spent on the day of the report.
    pub spent: Yuan,
    /// The month of the report, where a bureau says the day.
    pub month: Option<Month>,
}

/// Progress of one matter: done of a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Done on the day of the report.
    pub done: Decimal,
    /// The whole, above zero.
    pub whole: Decimal,
}

/// The pace of spending if a month is the report's date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Ahead of the even schedule (positive) or behind it.
    pub lead: Share,
    /// Done in a month so far, on average.
    pub monthly: Decimal,
    /// The share done at the end of the year at this pace; never above the whole.
    pub year_end: Share,
    /// Left undone at the end of the year at this pace: for funds, at risk of being carried over.
    pub left_over: Decimal,
    /// The amount that each remaining month must bring for the target; none where no month is left
    /// and the target is missed, zero where it is reached.
    pub needed: Option<Decimal>,
}

impl Published {
    /// The figures of a region's file; none where it lacks one of the four or has no total.
    pub fn of(region: &Region) -> Option<Self> {
        let figure = |id: &str| {
            let found = region.figures.iter().find(|(known, _)| known == id);
            found.map(|(_, figure)| figure)
        };
        let (funds, spent) = (figure("funds.total")?, figure("funds.spent")?);
        let published = Self {
            year: spent.year,
            projects: figure("projects.total")?.value,
            completed: figure("projects.completed")?.value,
            funds: Yuan(funds.value),
            spent: Yuan(spent.value),
            month: month_of(region),
        };
        let is_whole = published.projects > Decimal::ZERO && funds.value > Decimal::ZERO;
        is_whole.then_some(published)
    }

    /// Progress of the funds, in yuan.
    pub fn spending(&self) -> Progress {
        Progress {
            done: self.spent.exact(),
            whole: self.funds.exact(),
        }
    }

    /// Progress of the projects, in projects.
    pub fn completion(&self) -> Progress {
        Progress {
            done: self.completed,
            whole: self.projects,
        }
    }
}

/// The month in which a bureau counted what it has spent: a day before its last belongs to the month before.
fn month_of(region: &Region) -> Option<Month> {
    let own = region.own.as_deref()?;
    let day = own.figures.get(&GivenFigure::FundsSpent)?.day?;
    Month::ended(day.month, day.day)
}

impl Progress {
    /// The share done.
    pub fn share(&self) -> Share {
        Share(self.done / self.whole)
    }

    /// The pace if the report was made at the end of that month.
    pub fn pace(&self, month: Month, target: Share) -> Pace {
        let monthly = self.done / Decimal::from(month.number());
        let year_end = (self.done + monthly * Decimal::from(month.left())).min(self.whole);
        let missing = (target.exact() * self.whole - self.done).max(Decimal::ZERO);
        let needed = match month.left() {
            _ if missing.is_zero() => Some(Decimal::ZERO),
            0 => None,
            left => Some(missing / Decimal::from(left)),
        };
        Pace {
            lead: self.share() - month.schedule(),
            monthly,
            year_end: Share(year_end / self.whole),
            left_over: self.whole - year_end,
            needed,
        }
    }

    /// The share done at the end of a month after the report's, at the same pace.
    pub fn share_at(&self, report: Month, month: Month) -> Share {
        let monthly = self.done / Decimal::from(report.number());
        let done = monthly * Decimal::from(month.number());
        Share(done.min(self.whole) / self.whole)
    }

    /// The first month in which an even pace would have come as far: a report of that month or
    /// before was on schedule. None where not even the whole year would do.
    pub fn on_schedule_until(&self) -> Option<Month> {
        Month::all()
            .filter(|month| month.schedule() <= self.share())
            .last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn published() -> Published {
        let region = crate::region::tests::region();
        Published::of(&region).expect("progress is published")
    }

    #[test]
    fn the_region_gives_what_was_published() {
        let published = published();
        assert_eq!(published.year, 2022);
        assert_eq!(published.completion().share().to_string(), "0.0546");
        assert_eq!(published.spending().share().to_string(), "0.6084");
    }

    /// 22.4 of 36.82 by the end of August: 2.8 a month, 33.6 by December, 3.22 left over; 95 %
    /// are 34.979, so that 12.579 are missing: 3.14475 in each of four months.
    #[test]
    fn a_month_gives_a_pace() {
        let august = Month::new(8).expect("a month");
        let pace = published().spending().pace(august, Share(decimal("0.95")));
        assert_eq!(pace.monthly, decimal("280000000"));
        assert_eq!(pace.year_end.to_string(), "0.9125");
        assert_eq!(pace.left_over, decimal("322000000"));
        assert_eq!(pace.needed, Some(decimal("314475000")));
        assert_eq!(pace.lead.to_string(), "-0.0583");
    }

    #[test]
    fn nobody_does_more_than_the_whole_and_december_leaves_no_month() {
        let spending = published().spending();
        let target = Share(decimal("0.95"));
        let early = spending.pace(Month(5), target);
        assert_eq!(early.year_end, Share::ONE);
        assert_eq!(early.left_over, Decimal::ZERO);
        let late = spending.pace(Month(12), target);
        assert_eq!(late.needed, None);
        assert_eq!(late.year_end, spending.share());
        let reached = spending.pace(Month(12), Share(decimal("0.5")));
        assert_eq!(reached.needed, Some(Decimal::ZERO));
    }

    #[test]
    fn the_calendar_says_until_when_it_was_on_schedule() {
        let published = published();
        assert_eq!(published.spending().on_schedule_until(), Month::new(7));
        assert_eq!(published.completion().on_schedule_until(), None);
        assert_eq!(Month::new(0), None);
        assert_eq!(Month::new(13), None);
    }
}
