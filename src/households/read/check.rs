//! One row: its household, and what is wrong with it.

use super::RowFault;
use super::amount::{fen, whole};
use super::head::{Head, HouseholdColumn as Column};
use crate::columns::{
    COMPONENTS, Household, HouseholdKind, MOST_MEMBERS, OPERATING, PROPERTY, TRANSFER, WAGE,
};

/// A net income a head below which a household is looked at again, in fen.
const LOW_INCOME: i64 = 400_000;
/// Wages in fen below which they are most likely a mistake.
const SMALL_WAGE: i64 = 30_000;
/// Wages in fen above which they are most likely a mistake.
const LARGE_WAGE: i64 = 30_000_000;

/// A household as its row says, without its place.
pub struct CheckedRow {
    /// The household, in place 0.
    pub household: Household,
    /// True or false for a monitored one whose register says whether its risk is eliminated.
    pub is_cleared: Option<bool>,
}

/// A fault at its column.
pub type FoundFault = (Option<Column>, RowFault);

/// Reads the household of a row; faults go to a list. None where it is left out.
pub fn checked<'a>(
    head: &Head,
    cell: impl Fn(usize) -> &'a [u8],
    found: &mut Vec<FoundFault>,
) -> Option<CheckedRow> {
    let of = |column: Column| head.at(column).map(|at| cell(at).trim_ascii());
    let mut amount = |column: Column| -> Option<i64> {
        match fen(of(column)?) {
            Ok(fen) => Some(fen),
            Err(fault) => {
                found.push((Some(column), fault));
                None
            }
        }
    };
    let (wage, property, transfer) = (
        amount(Column::Wage),
        amount(Column::Property),
        amount(Column::Transfer),
    );
    let is_gross = !head.has(Column::OperatingNet);
    let (gross, cost, net) = match is_gross {
        true => (amount(Column::Gross), amount(Column::Cost), None),
        false => (None, None, amount(Column::OperatingNet)),
    };
    let total = head.has(Column::Net).then(|| amount(Column::Net));
    let members = members(of(Column::Members).unwrap_or_default(), found);
    let kind = kind(&of, found);
    let is_cleared = match of(Column::Cleared).map(answer) {
        Some(None) => {
            found.push((Some(Column::Cleared), RowFault::UnknownWord));
            None
        }
        cleared => Some(cleared.flatten().flatten()),
    };
    let weight = match of(Column::Weight).map(whole) {
        Some(None | Some(0)) => {
            found.push((Some(Column::Weight), RowFault::Weight));
            None
        }
        weight => Some(weight.flatten().unwrap_or(1)),
    };
    let operating = net.or_else(|| Some(gross? - cost?));
    let mut incomes = [0; COMPONENTS];
    for (place, fen) in [
        (WAGE, wage?),
        (OPERATING, operating?),
        (PROPERTY, property?),
        (TRANSFER, transfer?),
    ] {
        match i32::try_from(fen) {
            Ok(fen) => incomes[place] = fen,
            Err(_) => {
                found.push((Some(Column::Gross), RowFault::TooLarge));
                return None;
            }
        }
    }
    let household = Household {
        incomes,
        members: members?,
        weight: weight?,
        is_covered: of(Column::Support).is_some_and(is_supported),
        kind: kind?,
        place: 0,
    };
    let is_cleared = is_cleared?;
    let total = match total {
        Some(total) => Some(total?),
        None => None,
    };
    look_again(&household, (gross, cost, total), found);
    Some(CheckedRow {
        household,
        is_cleared,
    })
}

/// Figures that bureaus look at again; the household is taken.
fn look_again(
    household: &Household,
    (gross, cost, total): (Option<i64>, Option<i64>, Option<i64>),
    found: &mut Vec<FoundFault>,
) {
    let sum: i64 = household
        .incomes
        .iter()
        .map(|income| i64::from(*income))
        .sum();
    let wage = i64::from(household.incomes[WAGE]);
    let mut note = |column, fault, holds: bool| {
        if holds {
            found.push((column, fault));
        }
    };
    note(
        Some(Column::Net),
        RowFault::NetDiffers,
        total.is_some_and(|total| total != sum),
    );
    note(
        None,
        RowFault::LowIncome,
        sum < LOW_INCOME * i64::from(household.members),
    );
    note(
        Some(Column::Wage),
        RowFault::SmallWage,
        wage > 0 && wage < SMALL_WAGE,
    );
    note(Some(Column::Wage), RowFault::LargeWage, wage > LARGE_WAGE);
    note(
        Some(Column::Cost),
        RowFault::NoCost,
        gross.is_some_and(|gross| gross > 0) && cost == Some(0),
    );
    note(Some(Column::Wage), RowFault::Negative, wage < 0);
    note(
        Some(Column::Property),
        RowFault::Negative,
        household.incomes[PROPERTY] < 0,
    );
    note(
        Some(Column::Transfer),
        RowFault::Negative,
        household.incomes[TRANSFER] < 0,
    );
    note(
        Some(Column::Gross),
        RowFault::Negative,
        gross.is_some_and(|gross| gross < 0),
    );
    note(
        Some(Column::Cost),
        RowFault::Negative,
        cost.is_some_and(|cost| cost < 0),
    );
}

fn members(cell: &[u8], found: &mut Vec<FoundFault>) -> Option<u8> {
    let members = whole(cell).and_then(|members| u8::try_from(members).ok());
    let members = members.filter(|members| (1..=MOST_MEMBERS).contains(members));
    if members.is_none() {
        let fault = if cell.is_empty() {
            RowFault::Empty
        } else {
            RowFault::Members
        };
        found.push((Some(Column::Members), fault));
    }
    members
}

/// The kind of a household: its monitored kind where it has one.
fn kind<'a>(
    of: &impl Fn(Column) -> Option<&'a [u8]>,
    found: &mut Vec<FoundFault>,
) -> Option<HouseholdKind> {
    let text = |cell: &'a [u8]| std::str::from_utf8(cell).unwrap_or("\u{fffd}");
    let monitored = match of(Column::Monitored).map(text) {
        None | Some("" | "无" | "否" | "非监测对象") => None,
        Some("脱贫不稳定户" | "脱贫不稳定") => Some(HouseholdKind::Unstable),
        Some("边缘易致贫户" | "边缘易致贫") => Some(HouseholdKind::Marginal),
        Some("突发严重困难户" | "突发严重困难") => Some(HouseholdKind::Sudden),
        Some(_) => {
            found.push((Some(Column::Monitored), RowFault::UnknownWord));
            return None;
        }
    };
    let own = match of(Column::Kind).map(text) {
        Some("脱贫户") => HouseholdKind::Lifted,
        Some("普通农户" | "一般农户" | "一般户") => HouseholdKind::Ordinary,
        Some("脱贫不稳定户") => HouseholdKind::Unstable,
        Some("边缘易致贫户") => HouseholdKind::Marginal,
        Some("突发严重困难户") => HouseholdKind::Sudden,
        Some("") | None => {
            found.push((Some(Column::Kind), RowFault::Empty));
            return None;
        }
        Some(_) => {
            found.push((Some(Column::Kind), RowFault::UnknownWord));
            return None;
        }
    };
    Some(monitored.unwrap_or(own))
}

/// Yes, no, or nothing said; none for any other word.
fn answer(cell: &[u8]) -> Option<Option<bool>> {
    match std::str::from_utf8(cell).ok()? {
        "" => Some(None),
        "是" | "已消除" => Some(Some(true)),
        "否" | "未消除" => Some(Some(false)),
        _ => None,
    }
}

/// True for a cell that names support.
fn is_supported(cell: &[u8]) -> bool {
    !matches!(
        std::str::from_utf8(cell),
        Ok("" | "无" | "否" | "0" | "未帮扶")
    )
}
