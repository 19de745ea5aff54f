//! The league of the quarterly contest (擂台赛): every county's indicators, weighted to one number and ranked.
//!
//! An indicator's points are 100 × its value ÷ the best value of all, and none below zero; of spending, the value is the
//! share spent ÷ the share that the schedule asks for on the county's own day. The composite is the weighted mean of the
//! points over the indicators that apply. A county that does not report one of them is listed below the others, without a
//! rank: what is not reported is never counted as zero, and nobody gains by it.

use std::cmp::Reverse;
use std::collections::HashMap;

use rust_decimal::Decimal;
use zengshou_sheets::{CountyRow, SheetDate};

use super::check::CheckedCounties;
use super::index::CountyIndex;
use super::indicator::{ByIndicator, Indicator, IndicatorRate, RateGap, rate};
use super::settings::CountySettings;
use crate::analysis::progress::Month;
use crate::number::{SHARE_PLACES, Share, round};

/// The places of points and composites.
pub const POINT_PLACES: u32 = 2;

/// A lamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lamp {
    /// At the target or above.
    Green,
    /// Close below it.
    Yellow,
    /// Beyond that.
    Red,
}

/// A county in the league.
#[derive(Clone, Debug, PartialEq)]
pub struct LeagueLine {
    /// Its row in the table.
    pub row: usize,
    /// The day of its figures.
    pub day: Option<SheetDate>,
    /// The share that the schedule asks for on that day.
    pub scheduled: Option<Share>,
    /// Its indicators.
    pub rates: ByIndicator<Result<IndicatorRate, RateGap>>,
    /// Their lamps, where there is a target.
    pub lamps: ByIndicator<Option<Lamp>>,
    /// Their ranks.
    pub ranks: ByIndicator<Option<u32>>,
    /// Their points.
    pub points: ByIndicator<Option<Decimal>>,
    /// The weighted mean of the points; none where a report is missing.
    pub composite: Option<Decimal>,
    /// Its rank.
    pub rank: Option<u32>,
    /// The indicators that keep it from being ranked.
    pub missing: Vec<Indicator>,
    /// The change against the last import, where it was ranked then and is now.
    pub change: Option<LeagueChange>,
}

/// A change against the last import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeagueChange {
    /// The places gained.
    pub places: i64,
    /// The rise of the composite.
    pub composite: Decimal,
}

/// The league.
#[derive(Clone, Debug, PartialEq)]
pub struct League {
    /// Ranked counties, the best first, then the others in the table's order.
    pub lines: Vec<LeagueLine>,
    /// All counties together by indicator: of all that report.
    pub together: ByIndicator<Option<Share>>,
    /// Indicators with a weight that no county reports: they count for nobody.
    pub unreported: Vec<Indicator>,
    /// Indicators with a weight that nothing is asked of yet, as of spending in January: they count for nobody either.
    pub unasked: Vec<Indicator>,
}

impl League {
    /// The league of a table; `before` is the table of the last import.
    pub fn of(
        checked: &CheckedCounties<'_>,
        settings: &CountySettings,
        before: Option<&CheckedCounties<'_>>,
    ) -> Self {
        let mut league = Self::without_change(checked, settings);
        let Some(before) = before else {
            return league;
        };
        let last = Self::without_change(before, settings);
        let by_row: HashMap<usize, &LeagueLine> =
            last.lines.iter().map(|line| (line.row, line)).collect();
        let earlier = CountyIndex::of(before.rows);
        for line in &mut league.lines {
            let row = earlier.of_county(&checked.rows[line.row]);
            let earlier = row.and_then(|row| by_row.get(&row));
            line.change = earlier.and_then(|earlier| line.change_from(earlier));
        }
        league
    }

    fn without_change(checked: &CheckedCounties<'_>, settings: &CountySettings) -> Self {
        let rows = checked.usable();
        let lines = rows.map(|row| LeagueLine::of(checked, row, settings));
        let mut lines: Vec<LeagueLine> = lines.collect();
        for indicator in Indicator::ALL {
            put_points(&mut lines, indicator);
        }
        let is_counted = |one: Indicator| !settings.weights[one as usize].is_zero();
        let (unasked, unreported): (Vec<Indicator>, Vec<Indicator>) = Indicator::ALL
            .into_iter()
            .filter(|one| is_counted(*one) && lines.iter().all(|line| line.value(*one).is_err()))
            .partition(|one| {
                let mut gaps = lines.iter().filter_map(|line| line.value(*one).err());
                gaps.any(|gap| gap == RateGap::NothingToDo)
            });
        for line in &mut lines {
            line.weigh(settings, &[&*unreported, &*unasked].concat());
        }
        rank(&mut lines);
        let together = Indicator::ALL.map(|one| together(&lines, checked.rows, one));
        Self {
            lines,
            together,
            unreported,
            unasked,
        }
    }

    /// The counties that have a rank, the best first.
    pub fn ranked(&self) -> impl Iterator<Item = &LeagueLine> {
        self.lines.iter().filter(|line| line.rank.is_some())
    }

    /// The counties that have none.
    pub fn unranked(&self) -> impl Iterator<Item = &LeagueLine> {
        self.lines.iter().filter(|line| line.rank.is_none())
    }

    /// The counties below all together in an indicator, the furthest first.
    pub fn below(&self, indicator: Indicator) -> Vec<(&LeagueLine, Share)> {
        let Some(together) = self.together[indicator as usize] else {
            return Vec::new();
        };
        let share = |line: &LeagueLine| Some(line.rates[indicator as usize].ok()?.share);
        let lines = self.lines.iter();
        let shares = lines.filter_map(|line| Some((line, share(line)?)));
        let mut below: Vec<_> = shares.filter(|(_, share)| *share < together).collect();
        below.sort_by_key(|(line, share)| (*share, line.row));
        below
    }

    /// The days of the figures, the earliest and the latest.
    pub fn days(&self) -> Option<(SheetDate, SheetDate)> {
        let days = || self.lines.iter().filter_map(|line| line.day);
        days().min().zip(days().max())
    }
}

impl LeagueLine {
    fn of(
        checked: &CheckedCounties<'_>,
        (index, row): (usize, &CountyRow),
        settings: &CountySettings,
    ) -> Self {
        let day = row.day.or(settings.day);
        let scheduled = day.map(|day| scheduled(settings, day));
        let rates = Indicator::ALL.map(|one| rate(checked, (index, row), one, settings.small));
        let target = |one: Indicator| match one {
            Indicator::Spending => scheduled.map(Share::exact),
            _ => settings.targets[one as usize],
        };
        let lamp = |one: Indicator| {
            let share = rates[one as usize].as_ref().ok()?.share.exact();
            Some(lamp(share, target(one)?, settings.yellow))
        };
        Self {
            row: index,
            day,
            scheduled,
            lamps: Indicator::ALL.map(lamp),
            rates,
            ranks: Default::default(),
            points: Default::default(),
            composite: None,
            rank: None,
            missing: Vec::new(),
            change: None,
        }
    }

    /// The points of spending above the schedule; below zero behind it.
    pub fn lead(&self) -> Option<Share> {
        let rate = self.rates[Indicator::Spending as usize].as_ref().ok()?;
        Some(rate.share - self.scheduled?)
    }

    /// The value by which counties are compared.
    fn value(&self, indicator: Indicator) -> Result<Decimal, RateGap> {
        let share = self.rates[indicator as usize]?.share.exact();
        if indicator != Indicator::Spending {
            return Ok(share);
        }
        // Days differ: what has been done is held against what that day asks for.
        let asked = self.scheduled.ok_or(RateGap::NotReported)?.exact();
        match asked.is_zero() {
            true => Err(RateGap::NothingToDo),
            false => share.checked_div(asked).ok_or(RateGap::Faulty),
        }
    }

    fn weigh(&mut self, settings: &CountySettings, without: &[Indicator]) {
        let (mut sum, mut weights) = (Decimal::ZERO, Decimal::ZERO);
        for one in Indicator::ALL {
            let weight = settings.weights[one as usize];
            if weight.is_zero() || without.contains(&one) {
                continue;
            }
            match (self.points[one as usize], self.value(one)) {
                (Some(points), _) => {
                    sum += points * weight;
                    weights += weight;
                }
                (None, Err(gap)) if gap.keeps_from_rank() => self.missing.push(one),
                (None, _) => {}
            }
        }
        if self.missing.is_empty() && !weights.is_zero() {
            self.composite = Some(round(sum / weights, POINT_PLACES));
        }
    }

    fn change_from(&self, earlier: &Self) -> Option<LeagueChange> {
        Some(LeagueChange {
            places: i64::from(earlier.rank?) - i64::from(self.rank?),
            composite: self.composite? - earlier.composite?,
        })
    }
}

/// The share that the schedule asks for on a day: that of the last month that has ended.
pub fn scheduled(settings: &CountySettings, day: SheetDate) -> Share {
    let month = Month::ended(day.month, day.day);
    month.map_or(Share::default(), |month| month.of(&settings.schedule))
}

/// The lamp of a share beside its target.
pub fn lamp(share: Decimal, target: Decimal, yellow: Decimal) -> Lamp {
    if share >= target {
        Lamp::Green
    } else if share >= target - yellow {
        Lamp::Yellow
    } else {
        Lamp::Red
    }
}

/// Points and ranks of an indicator. Shares that are shown alike are alike.
fn put_points(lines: &mut [LeagueLine], indicator: Indicator) {
    let values: Vec<Option<Decimal>> = lines
        .iter()
        .map(|line| line.value(indicator).ok())
        .map(|value| value.map(|value| round(value, SHARE_PLACES)))
        .collect();
    let Some(best) = values.iter().flatten().max().copied() else {
        return;
    };
    let mut sorted: Vec<Decimal> = values.iter().flatten().copied().collect();
    sorted.sort_unstable_by_key(|value| Reverse(*value));
    for (line, value) in lines.iter_mut().zip(values) {
        let Some(value) = value else {
            continue;
        };
        let better = sorted.partition_point(|other| *other > value);
        line.ranks[indicator as usize] = u32::try_from(better + 1).ok();
        let points = match best > Decimal::ZERO {
            true => value.max(Decimal::ZERO) * Decimal::ONE_HUNDRED / best,
            false => Decimal::ZERO,
        };
        line.points[indicator as usize] = Some(points);
    }
}

/// Ranks the lines by their composites, ties 1-1-3, and puts them in that order.
fn rank(lines: &mut [LeagueLine]) {
    lines.sort_by_key(|line| (Reverse(line.composite), line.row));
    let mut last: Option<(Decimal, u32)> = None;
    for (line, place) in lines.iter_mut().zip(1_u32..) {
        let Some(composite) = line.composite else {
            continue;
        };
        let rank = match last {
            Some((same, rank)) if same == composite => rank,
            _ => place,
        };
        line.rank = Some(rank);
        last = Some((composite, rank));
    }
}

/// An indicator of all counties together: the sum of the numerators by that of the denominators, growth by people.
fn together(lines: &[LeagueLine], rows: &[CountyRow], indicator: Indicator) -> Option<Share> {
    let (mut numerator, mut denominator) = (Decimal::ZERO, Decimal::ZERO);
    for line in lines {
        let Ok(rate) = &line.rates[indicator as usize] else {
            continue;
        };
        let weight = match indicator {
            Indicator::Growth => match rows[line.row].lifted_people {
                Some(people) => Decimal::from(people),
                None => continue,
            },
            _ => Decimal::ONE,
        };
        numerator += rate.numerator * weight;
        denominator += rate.denominator * weight;
    }
    numerator.checked_div(denominator).map(Share)
}
