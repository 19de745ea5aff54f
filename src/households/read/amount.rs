//! Amounts and numbers of cells.

use super::RowFault;

/// Fen of an amount in yuan: digits, groups by commas, at most two digits behind the point that are not zero.
///
/// # Errors
/// Whether the cell is empty, no amount, or too large for a column.
pub fn fen(cell: &[u8]) -> Result<i64, RowFault> {
    let cell = cell.trim_ascii();
    if cell.is_empty() {
        return Err(RowFault::Empty);
    }
    let (is_negative, digits) = match cell.strip_prefix(b"-") {
        Some(digits) => (true, digits),
        None => (false, cell),
    };
    let point = digits.iter().position(|byte| *byte == b'.');
    let (whole, behind) = match point {
        Some(point) => (&digits[..point], &digits[point + 1..]),
        None => (digits, &b"0"[..]),
    };
    let behind_two = &behind[..behind.len().min(2)];
    let rest = &behind[behind_two.len()..];
    let is_amount = is_grouped(whole)
        && !behind.is_empty()
        && behind.iter().all(u8::is_ascii_digit)
        && rest.iter().all(|byte| *byte == b'0');
    if !is_amount {
        return Err(RowFault::NotAmount);
    }
    let mut fen = 0_i64;
    for byte in whole.iter().filter(|byte| **byte != b',') {
        fen = fen * 10 + i64::from(byte - b'0');
        if fen > i64::from(i32::MAX) {
            return Err(RowFault::TooLarge);
        }
    }
    fen *= 100;
    let tens = [10, 1];
    for (byte, value) in behind_two.iter().zip(tens) {
        fen += i64::from(byte - b'0') * value;
    }
    if fen > i64::from(i32::MAX) {
        return Err(RowFault::TooLarge);
    }
    Ok(if is_negative { -fen } else { fen })
}

/// True for digits, with commas before each three of them or none at all.
fn is_grouped(whole: &[u8]) -> bool {
    if !whole.contains(&b',') {
        return !whole.is_empty() && whole.iter().all(u8::is_ascii_digit);
    }
    let mut groups = whole.split(|byte| *byte == b',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && first.iter().all(u8::is_ascii_digit)
        && groups.all(|group| group.len() == 3 && group.iter().all(u8::is_ascii_digit))
}

/// A whole number without a sign; none for anything else and beyond nine digits.
pub fn whole(cell: &[u8]) -> Option<u32> {
    let cell = cell.trim_ascii();
    // Spreadsheets write whole numbers with a point, too.
    let digits = cell
        .strip_suffix(b".0")
        .or(cell.strip_suffix(b".00"))
        .unwrap_or(cell);
    let is_whole = (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    is_whole.then(|| {
        digits
            .iter()
            .fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_or_refused() {
        for (cell, expected) in [
            ("0", Ok(0)),
            ("12.5", Ok(1_250)),
            (" 12,345.67 ", Ok(1_234_567)),
            ("-3.010", Ok(-301)),
            ("21474836.47", Ok(2_147_483_647)),
            ("21474836.48", Err(RowFault::TooLarge)),
            ("99999999999999999999999", Err(RowFault::TooLarge)),
            ("", Err(RowFault::Empty)),
            ("1.005", Err(RowFault::NotAmount)),
            ("1,23", Err(RowFault::NotAmount)),
            ("1e5", Err(RowFault::NotAmount)),
            ("5.", Err(RowFault::NotAmount)),
            (".5", Err(RowFault::NotAmount)),
            ("--1", Err(RowFault::NotAmount)),
            ("3万", Err(RowFault::NotAmount)),
        ] {
            assert_eq!(fen(cell.as_bytes()), expected, "{cell}");
        }
        assert_eq!(whole(b"3"), Some(3));
        assert_eq!(whole(b"3.0"), Some(3));
        assert_eq!(whole(b"1000000000"), None);
        assert_eq!(whole(b"-1"), None);
    }
}
