//! Numbers as people read them: grouped, with their unit, rounded once.

use rust_decimal::Decimal;

use super::Catalog;
use crate::number::{MONEY_PLACES, People, Share, Yuan, YuanPerPerson, round};
use crate::region::key::{Key, Unit};

/// Writes a decimal with grouping; the browser's own formats in the browser, plain ones else.
pub trait NumberFormat {
    /// The value with exactly `places` decimals, and with a plus sign if `signed` and positive.
    fn decimal(&self, value: Decimal, places: u32, signed: bool) -> String;
}

/// Groups of three parted by commas, a hyphen as the minus sign.
pub struct PlainFormat;

impl NumberFormat for PlainFormat {
    fn decimal(&self, value: Decimal, places: u32, signed: bool) -> String {
        let rounded = round(value, places);
        let text = rounded.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        if rounded.is_sign_negative() {
            grouped.push('-');
        } else if signed && !rounded.is_zero() {
            grouped.push('+');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push('.');
            grouped.push_str(fraction);
        }
        grouped
    }
}

/// The scale of a unit beside a lever: the factor from the value inside to the number that people
/// read, its decimals, and the message of the unit's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Shown number = value · factor.
    pub factor: Decimal,
    /// Decimals that are always shown.
    pub places: u32,
    /// The message identifier of the unit.
    pub unit: &'static str,
}

/// The scale of a unit: shares in per cent, totals of money in ten thousand yuan.
pub fn scale(unit: Unit) -> Scale {
    let one = Decimal::ONE;
    match unit {
        Unit::Yuan => Scale {
            factor: Decimal::new(1, 4),
            places: 0,
            unit: "unit-wan-yuan",
        },
        Unit::YuanPerPerson => Scale {
            factor: one,
            places: 2,
            unit: "unit-yuan",
        },
        Unit::YuanPerHousehold => Scale {
            factor: one,
            places: 0,
            unit: "unit-yuan-household",
        },
        Unit::Share => Scale {
            factor: Decimal::ONE_HUNDRED,
            places: 0,
            unit: "unit-percent",
        },
        Unit::People => Scale {
            factor: one,
            places: 0,
            unit: "unit-people",
        },
        Unit::PeoplePerHousehold => Scale {
            factor: one,
            places: 1,
            unit: "unit-people-household",
        },
        Unit::Projects => Scale {
            factor: one,
            places: 0,
            unit: "unit-projects",
        },
        Unit::Flag => Scale {
            factor: one,
            places: 0,
            unit: "unit-none",
        },
    }
}

impl Catalog {
    /// A decimal with its places.
    pub fn decimal(&self, value: Decimal, places: u32) -> String {
        self.numbers().decimal(value, places, false)
    }

    /// Money a head to the fen, without its unit.
    pub fn money(&self, amount: YuanPerPerson) -> String {
        self.numbers().decimal(amount.exact(), MONEY_PLACES, false)
    }

    /// Money a head to the fen with its sign, without its unit.
    pub fn signed_money(&self, amount: YuanPerPerson) -> String {
        self.numbers().decimal(amount.exact(), MONEY_PLACES, true)
    }

    /// A share in per cent with that many decimals and the sign `%`.
    pub fn percent(&self, share: Share, places: u32) -> String {
        format!(
            "{}%",
            self.numbers()
                .decimal(share.exact() * Decimal::ONE_HUNDRED, places, false)
        )
    }

    /// A difference of shares in percentage points with its sign, without the word.
    pub fn points(&self, share: Share) -> String {
        self.numbers()
            .decimal(share.exact() * Decimal::ONE_HUNDRED, 2, true)
    }

    /// A number of people, whole.
    pub fn people(&self, people: People) -> String {
        self.numbers().decimal(people.exact(), 0, false)
    }

    /// People whose number is estimated, to the ten: what stands behind it is no count.
    pub fn tens(&self, people: People) -> String {
        let tens = round(people.exact() / Decimal::TEN, 0) * Decimal::TEN;
        self.people(People(tens))
    }

    /// A number without decimals, for what is estimated.
    pub fn whole(&self, value: Decimal) -> String {
        self.numbers().decimal(value, 0, false)
    }

    /// A total of money with its unit: 亿元 from a hundred million yuan on, 万元 from ten
    /// thousand on, else yuan to the fen.
    pub fn funds(&self, amount: Yuan) -> String {
        self.funds_beside(amount, &[amount])
    }

    /// A total of money in the unit of the least of its line, so that they can be compared at a glance and none loses its
    /// digits.
    pub fn funds_beside(&self, amount: Yuan, line: &[Yuan]) -> String {
        let seen = line.iter().filter(|other| !other.rounded().is_zero());
        let size = seen.map(|other| other.exact().abs()).min();
        let size = size.unwrap_or_default();
        let (exponent, places, unit) = if size >= Decimal::from(100_000_000) {
            (8, 2, "amount-yi-yuan")
        } else if size >= Decimal::from(10_000) {
            (4, 2, "amount-wan-yuan")
        } else {
            (0, MONEY_PLACES, "amount-yuan")
        };
        let number = self.decimal(amount.exact() * Decimal::new(1, exponent), places);
        self.format(unit, &[("number", &number)])
    }

    /// A value of any key as it is typed: scaled to its unit, with as many decimals as it has.
    pub fn typed(&self, unit: Unit, value: Decimal) -> String {
        let scale = scale(unit);
        let shown = (value * scale.factor).normalize();
        self.decimal(shown, shown.scale().max(scale.places).min(10))
    }

    /// A value of any key with its unit, as lists of changes show it.
    pub fn value(&self, key: Key, value: Decimal) -> String {
        self.value_of_unit(key.unit(), value)
    }

    /// A value of any key with its unit, or the word for unknown.
    pub fn value_if_known(&self, key: Key, value: Option<Decimal>) -> String {
        value.map_or_else(
            || self.text("value-unknown").to_string(),
            |value| self.value(key, value),
        )
    }

    /// A value of any unit with the unit's name.
    pub fn value_of_unit(&self, unit: Unit, value: Decimal) -> String {
        if unit == Unit::Flag {
            let id = if value.is_zero() {
                "flag-no"
            } else {
                "flag-yes"
            };
            return self.text(id).to_string();
        }
        let number = self.typed(unit, value);
        let name = self.text(scale(unit).unit);
        match unit {
            Unit::Share => format!("{number}{name}"),
            _ => format!("{number} {name}"),
        }
    }
}
