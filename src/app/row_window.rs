//! The rows of a long list that are in view: only they are in the page.

use std::ops::Range;

/// Rows above and below those in view, so that a turn of the wheel finds them there.
const BESIDE: usize = 6;
/// Rows that begin a window: it moves by so many at a time, so that not each pixel draws it.
const STEP: usize = 4;

/// The rows to be drawn of so many, each as high as the other, by the part that is scrolled away and the part that is seen.
/// Heights in pixels; a height of nothing shows the first rows.
pub fn rows_in_view(rows: usize, height: u32, scrolled: u32, seen: u32) -> Range<usize> {
    let height = height.max(1);
    let first = (scrolled / height) as usize;
    let count = (seen / height) as usize + 2;
    let start = first.saturating_sub(BESIDE) / STEP * STEP;
    let end = (first + count + BESIDE).min(rows);
    start.min(end.saturating_sub(1).min(rows))..end
}

/// The place to scroll to so that a row is seen whole: where it is now, where it is seen already.
pub fn scrolled_to(row: usize, height: u32, scrolled: u32, seen: u32) -> u32 {
    let top = u32::try_from(row)
        .unwrap_or(u32::MAX)
        .saturating_mul(height);
    let bottom = top.saturating_add(height);
    if top < scrolled {
        top
    } else if bottom > scrolled.saturating_add(seen) {
        bottom.saturating_sub(seen)
    } else {
        scrolled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_drawn_and_little_more() {
        for rows in [0, 1, 7, 30, 10_000] {
            for scrolled in [0, 1, 35, 36, 1_000, 100_000, 359_400, 400_000] {
                let window = rows_in_view(rows, 36, scrolled, 600);
                assert!(
                    window.end <= rows && window.start <= window.end,
                    "{window:?}"
                );
                assert!(window.len() <= 40, "{window:?}");
                let last = ((scrolled + 599) / 36) as usize;
                for row in (scrolled / 36) as usize..=last {
                    assert!(row >= rows || window.contains(&row), "{row} {window:?}");
                }
            }
        }
        assert_eq!(rows_in_view(5, 0, 0, 0), 0..5);
    }

    #[test]
    fn a_row_is_scrolled_to_only_where_it_is_out_of_view() {
        assert_eq!(scrolled_to(3, 36, 0, 600), 0);
        assert_eq!(scrolled_to(20, 36, 0, 600), 21 * 36 - 600);
        assert_eq!(scrolled_to(2, 36, 500, 600), 72);
    }
}
