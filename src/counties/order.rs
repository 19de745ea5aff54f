//! The order in which a league's lines are shown: by any of its columns, and what has no value always last.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use zengshou_sheets::CountyRow;

use super::indicator::Indicator;
use super::league::{League, LeagueLine};

/// A column that a league can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeagueColumn {
    /// The rank.
    Rank,
    /// The county's name.
    Name,
    /// The places gained since the last import.
    Change,
    /// The share of an indicator.
    Share(Indicator),
}

/// An order: a column, its best at the top or at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeagueOrder {
    /// The column.
    pub by: LeagueColumn,
    /// True where the last comes first.
    pub is_reversed: bool,
}

impl Default for LeagueOrder {
    fn default() -> Self {
        Self {
            by: LeagueColumn::Rank,
            is_reversed: false,
        }
    }
}

impl LeagueOrder {
    /// The order after its column's head was pressed: once more turns it round.
    #[must_use]
    pub fn pressed(self, by: LeagueColumn) -> Self {
        Self {
            by,
            is_reversed: self.by == by && !self.is_reversed,
        }
    }

    /// The places of a league's lines in this order; the rows are those of its table.
    pub fn of(self, league: &League, rows: &[CountyRow]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..league.lines.len()).collect();
        let keys: Vec<Option<Decimal>> =
            league.lines.iter().map(|line| key(line, self.by)).collect();
        order.sort_by(|own, other| {
            if self.by == LeagueColumn::Name {
                let name = |at: &usize| &rows[league.lines[*at].row].name;
                return self.turned(name(own).cmp(name(other)));
            }
            match (keys[*own], keys[*other]) {
                (Some(own), Some(other)) => self.turned(own.cmp(&other)),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            }
        });
        order
    }

    fn turned(self, order: Ordering) -> Ordering {
        match self.is_reversed {
            true => order.reverse(),
            false => order,
        }
    }
}

/// The number by which a line stands in an order, the least first: of shares and places the greatest is first.
fn key(line: &LeagueLine, by: LeagueColumn) -> Option<Decimal> {
    match by {
        LeagueColumn::Rank => Some(line.rank?.into()),
        LeagueColumn::Name => None,
        LeagueColumn::Change => Some(-Decimal::from(line.change?.places)),
        LeagueColumn::Share(one) => Some(-line.rates[one as usize].ok()?.share.exact()),
    }
}
