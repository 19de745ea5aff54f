//! The names of saved work.

use std::cmp::Ordering;

use crate::report::Date;

/// The greatest order that a name may have: no number of changes comes near, and garbage that does must leave room
/// behind it.
const MOST_ORDER: u64 = 1_000_000_000_000;

/// A day as the clock gave it, for labels: `20261129`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// A day of the calendar.
    pub fn of(date: Date) -> Self {
        Self(u32::from(date.year) * 10_000 + u32::from(date.month) * 100 + u32::from(date.day))
    }

    /// The day's date.
    pub fn date(self) -> Date {
        Date {
            year: (self.0 / 10_000) as u16,
            month: (self.0 / 100 % 100) as u8,
            day: (self.0 % 100) as u8,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let day: u32 = text.parse().ok()?;
        let (month, of_month) = (day / 100 % 100, day % 100);
        let is_day = text.len() == 8 && (1..=12).contains(&month) && (1..=31).contains(&of_month);
        is_day.then_some(Self(day))
    }

    /// The day of a moment in milliseconds since 1970, by universal time.
    fn of_moment(milliseconds: u64) -> Option<Self> {
        // Days to a date of the Gregorian calendar, counted in years that begin in March.
        let days = i64::try_from(milliseconds / 86_400_000).ok()? + 719_468;
        let era = days / 146_097;
        let in_era = days % 146_097;
        let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * in_year + 2) / 153;
        let day = in_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let date = Date {
            year: u16::try_from(year).ok()?,
            month: month as u8,
            day: day as u8,
        };
        Some(Self::of(date))
    }
}

/// The name of a slot, `nORDER-DAY-ID`, and what it says. Slots are ordered by ORDER; those of earlier
/// releases, which are named by the time, come before all of them, by that time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    name: String,
    order: u64,
    time: u64,
    day: Option<Day>,
    id: String,
}

impl Mark {
    /// Reads a name; any text counts as a slot's.
    pub fn read(name: &str) -> Self {
        let of_today = || {
            let (order, rest) = name.strip_prefix('n')?.split_once('-')?;
            let (day, id) = rest.split_once('-')?;
            let order = order.parse().ok().filter(|order| *order <= MOST_ORDER)?;
            Some((order, Day::parse(day), id.to_owned()))
        };
        if let Some((order, day, id)) = of_today() {
            return Self {
                name: name.to_owned(),
                order,
                time: 0,
                day,
                id,
            };
        }
        let time = name.split('-').next().unwrap_or_default();
        let time = time.parse().unwrap_or_default();
        Self {
            name: name.to_owned(),
            order: 0,
            time,
            day: Some(time).filter(|time| *time > 0).and_then(Day::of_moment),
            id: name.to_owned(),
        }
    }

    /// A slot's name behind all of those.
    pub fn behind<'a>(others: impl IntoIterator<Item = &'a Self>, day: Day, id: &str) -> Self {
        let last = others.into_iter().map(|mark| mark.order).max();
        let order = (last.unwrap_or_default() + 1).min(MOST_ORDER);
        Self::read(&format!("n{order:010}-{:08}-{id}", day.0))
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The page's identifier.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day, if there is one to be read.
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// True where no other has a higher order.
    pub fn is_newest_of(&self, others: &[Self]) -> bool {
        others
            .iter()
            .all(|other| other.id == self.id || other.order < self.order)
    }
}

impl Ord for Mark {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |mark: &Self| (mark.order, mark.time);
        let by_order = key(self).cmp(&key(other));
        by_order.then_with(|| self.name.cmp(&other.name))
    }
}

impl PartialOrd for Mark {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
