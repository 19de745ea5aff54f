//! Formulas as a spreadsheet computes them: built from cells and numbers, written as text, and
//! worked out here too, so that the file shows its numbers before anything recomputes it.

use std::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

/// A cell of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    /// The sheet's index.
    pub sheet: usize,
    /// The row, from zero.
    pub row: u32,
    /// The column, from zero.
    pub column: u16,
}

/// A formula or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A number that is no figure of anyone's: one, a half, zero.
    Number(Decimal),
    /// Words, quoted.
    Text(String),
    /// The content of a cell.
    Cell(Address),
    /// Two parts and what is between them.
    Both(Box<Self>, Operator, Box<Self>),
    /// All of them together.
    Sum(Vec<Self>),
    /// The first, if the condition holds, else the second.
    If(Box<Self>, Box<Self>, Box<Self>),
    /// True if all of them hold.
    All(Vec<Self>),
    /// The smallest.
    Least(Vec<Self>),
    /// The greatest.
    Most(Vec<Self>),
    /// Rounded to so many places, half away from zero.
    Rounded(Box<Self>, u32),
}

/// The operator between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// +
    Plus,
    /// −
    Minus,
    /// ×
    Times,
    /// ÷
    Over,
    /// Equality.
    Equal,
    /// Inequality.
    NotEqual,
    /// True if the first is greater.
    Greater,
    /// True if the first is at most the second.
    AtMost,
}

impl Operator {
    fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Greater => ">",
            Self::AtMost => "<=",
        }
    }

    /// The higher, the tighter it binds.
    fn rank(self) -> u8 {
        match self {
            Self::Equal | Self::NotEqual | Self::Greater | Self::AtMost => 1,
            Self::Plus | Self::Minus => 2,
            Self::Times | Self::Over => 3,
        }
    }
}

/// The value that a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number; an empty cell counts as zero.
    Number(Decimal),
    /// True or false.
    Flag(bool),
    /// Words.
    Text(String),
}

impl Value {
    /// The number; words and truth are none.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Flag(_) | Self::Text(_) => None,
        }
    }
}

/// The number one.
pub fn one() -> Formula {
    Formula::Number(Decimal::ONE)
}

/// The factor from ten thousand yuan, in which totals stand, to yuan.
pub fn in_yuan() -> Formula {
    Formula::Number(YUAN_IN_WAN)
}

/// The yuan of a 万元.
pub const YUAN_IN_WAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Nothing.
pub fn zero() -> Formula {
    Formula::Number(Decimal::ZERO)
}

macro_rules! operators {
    ($($trait:ident $function:ident $operator:ident;)*) => {$(
        impl $trait for Formula {
            type Output = Self;
            fn $function(self, other: Self) -> Self {
                self.with(Operator::$operator, other)
            }
        }
    )*};
}
operators! {
    Add add Plus;
    Sub sub Minus;
    Mul mul Times;
    Div div Over;
}

impl Neg for Formula {
    type Output = Self;
    fn neg(self) -> Self {
        zero() - self
    }
}

impl Formula {
    /// This and another with an operator between them.
    pub fn with(self, operator: Operator, other: Self) -> Self {
        Self::Both(Box::new(self), operator, Box::new(other))
    }

    /// One of two, by a condition.
    pub fn choose(condition: Self, then: Self, other: Self) -> Self {
        Self::If(Box::new(condition), Box::new(then), Box::new(other))
    }

    /// Rounded to so many places.
    pub fn rounded(self, places: u32) -> Self {
        Self::Rounded(Box::new(self), places)
    }

    /// The formula as the sheet at that index writes it, without the equals sign. `names` are
    /// the sheets' names.
    pub fn text(&self, sheet: usize, names: &[String]) -> String {
        let list = |function: &str, parts: &[Self]| {
            let parts: Vec<String> = parts.iter().map(|part| part.text(sheet, names)).collect();
            format!("{function}({})", parts.join(","))
        };
        match self {
            Self::Number(number) => number.normalize().to_string(),
            Self::Text(text) => format!("\"{}\"", text.replace('"', "\"\"")),
            Self::Cell(address) => address.text(sheet, names),
            Self::Both(nothing, Operator::Minus, right) if **nothing == zero() => {
                let text = right.text(sheet, names);
                match &**right {
                    Self::Both(_, inner, _) if needs_brackets(*inner, Operator::Minus, true) => {
                        format!("-({text})")
                    }
                    _ => format!("-{text}"),
                }
            }
            Self::Both(left, operator, right) => {
                let side = |part: &Self, is_right: bool| {
                    let text = part.text(sheet, names);
                    match part {
                        Self::Both(_, inner, _) if needs_brackets(*inner, *operator, is_right) => {
                            format!("({text})")
                        }
                        _ => text,
                    }
                };
                format!(
                    "{}{}{}",
                    side(left, false),
                    operator.sign(),
                    side(right, true)
                )
            }
            Self::Sum(parts) => format!("SUM({})", ranges(parts, sheet, names).join(",")),
            Self::All(parts) => list("AND", parts),
            Self::Least(parts) => list("MIN", parts),
            Self::Most(parts) => list("MAX", parts),
            Self::If(condition, then, other) => format!(
                "IF({},{},{})",
                condition.text(sheet, names),
                then.text(sheet, names),
                other.text(sheet, names)
            ),
            Self::Rounded(part, places) => {
                format!("ROUND({},{places})", part.text(sheet, names))
            }
        }
    }

    /// Works the formula out; `of` gives the value of a cell. None where a part is no number or
    /// divides by zero: the cell then shows an error, as it would in the spreadsheet.
    pub fn value(&self, of: &mut dyn FnMut(Address) -> Option<Value>) -> Option<Value> {
        let mut numbers = |parts: &[Self]| -> Option<Vec<Decimal>> {
            parts
                .iter()
                .map(|part| part.value(of).as_ref().and_then(Value::number))
                .collect()
        };
        match self {
            Self::Number(number) => Some(Value::Number(*number)),
            Self::Text(text) => Some(Value::Text(text.clone())),
            Self::Cell(address) => of(*address),
            Self::Sum(parts) => Some(Value::Number(numbers(parts)?.into_iter().sum())),
            Self::Least(parts) => numbers(parts)?.into_iter().min().map(Value::Number),
            Self::Most(parts) => numbers(parts)?.into_iter().max().map(Value::Number),
            Self::All(parts) => {
                let mut all = true;
                for part in parts {
                    all &= part.value(of)? == Value::Flag(true);
                }
                Some(Value::Flag(all))
            }
            Self::If(condition, then, other) => {
                let chosen = match condition.value(of)? {
                    Value::Flag(true) => then,
                    Value::Flag(false) => other,
                    Value::Number(_) | Value::Text(_) => return None,
                };
                chosen.value(of)
            }
            Self::Rounded(part, places) => {
                let number = part.value(of)?.number()?;
                let strategy = RoundingStrategy::MidpointAwayFromZero;
                Some(Value::Number(
                    number.round_dp_with_strategy(*places, strategy),
                ))
            }
            Self::Both(left, operator, right) => {
                let (left, right) = (left.value(of)?.number()?, right.value(of)?.number()?);
                Some(match operator {
                    Operator::Plus => Value::Number(left.checked_add(right)?),
                    Operator::Minus => Value::Number(left.checked_sub(right)?),
                    Operator::Times => Value::Number(left.checked_mul(right)?),
                    Operator::Over => Value::Number(left.checked_div(right)?),
                    Operator::Equal => Value::Flag(left == right),
                    Operator::NotEqual => Value::Flag(left != right),
                    Operator::Greater => Value::Flag(left > right),
                    Operator::AtMost => Value::Flag(left <= right),
                })
            }
        }
    }
}

/// The parts of a sum; cells that stand below each other are one range.
fn ranges(parts: &[Formula], sheet: usize, names: &[String]) -> Vec<String> {
    let follows = |one: &Formula, next: &Formula| match (one, next) {
        (Formula::Cell(one), Formula::Cell(next)) => {
            let below = Address {
                row: one.row + 1,
                ..*one
            };
            below == *next
        }
        _ => false,
    };
    let run = |run: &[Formula]| match run {
        [first, .., Formula::Cell(last)] => {
            format!("{}:{}", first.text(sheet, names), last.in_sheet())
        }
        _ => run.iter().map(|part| part.text(sheet, names)).collect(),
    };
    parts.chunk_by(follows).map(run).collect()
}

/// True for a part that must stand in brackets beside an operator.
fn needs_brackets(inner: Operator, outer: Operator, is_right: bool) -> bool {
    let regroups = matches!(outer, Operator::Minus | Operator::Over);
    inner.rank() < outer.rank() || (is_right && inner.rank() == outer.rank() && regroups)
}

impl Address {
    /// The cell as its own sheet writes it.
    fn in_sheet(self) -> String {
        format!("{}{}", letters(self.column), self.row + 1)
    }

    /// The cell as the sheet at that index writes it.
    fn text(self, sheet: usize, names: &[String]) -> String {
        let cell = self.in_sheet();
        match names.get(self.sheet) {
            Some(name) if self.sheet != sheet => {
                format!("'{}'!{cell}", name.replace('\'', "''"))
            }
            _ => cell,
        }
    }
}

/// The letters of a column.
fn letters(column: u16) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    if column < 26 {
        letter.to_string()
    } else {
        format!("{}{letter}", letters(column / 26 - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: i64) -> Formula {
        Formula::Number(Decimal::from(value))
    }

    fn cell(sheet: usize, row: u32, column: u16) -> Formula {
        Formula::Cell(Address { sheet, row, column })
    }

    #[test]
    fn brackets_stand_where_they_must() {
        let names = ["A".to_owned(), "B's".to_owned()];
        let [a, b, c] = [0, 1, 2].map(|column| cell(0, 0, column));
        for (formula, text) in [
            (a.clone() + b.clone() * c.clone(), "A1+B1*C1"),
            ((a.clone() + b.clone()) * c.clone(), "(A1+B1)*C1"),
            (a.clone() - (b.clone() - c.clone()), "A1-(B1-C1)"),
            (a.clone() - b.clone() - c.clone(), "A1-B1-C1"),
            (a.clone() / (b.clone() * c.clone()), "A1/(B1*C1)"),
            (a.clone() * b.clone() / c.clone(), "A1*B1/C1"),
            (cell(1, 4, 27) * (one() - a.clone()), "'B''s'!AB5*(1-A1)"),
            (-(a.clone() * b.clone()), "-A1*B1"),
            (c.clone() - (-a.clone()), "C1-(-A1)"),
            (
                Formula::Sum(vec![cell(0, 3, 1), cell(0, 4, 1), cell(0, 5, 1)]),
                "SUM(B4:B6)",
            ),
            (
                Formula::Sum(vec![a.clone(), cell(0, 3, 1), cell(0, 4, 1)]),
                "SUM(A1,B4:B5)",
            ),
            (
                Formula::choose(a.with(Operator::AtMost, b), one(), zero()).rounded(2),
                "ROUND(IF(A1<=B1,1,0),2)",
            ),
        ] {
            assert_eq!(formula.text(0, &names), text);
        }
    }

    #[test]
    fn is_worked_out_as_it_is_written() {
        let mut none = |_: Address| None;
        let formula = (number(7) - number(2) - number(1)) / number(8);
        let half = Decimal::new(5, 1);
        assert_eq!(formula.value(&mut none), Some(Value::Number(half)));
        let rounded = Formula::Number(Decimal::new(-5, 3)).rounded(2);
        let cent = Decimal::new(-1, 2);
        assert_eq!(rounded.value(&mut none), Some(Value::Number(cent)));
        assert_eq!((one() / zero()).value(&mut none), None);
        assert_eq!(cell(0, 0, 0).value(&mut none), None);
    }
}
