//! Keyboard control of the sheet.

use super::Place;

/// A key that was pressed, and in what.
#[derive(Clone, Copy, Debug)]
pub struct GridPress<'a> {
    /// The key, as browsers name it.
    pub key: &'a str,
    /// True while Shift is held.
    pub shift: bool,
    /// True while Control, Command or Alt is held.
    pub command: bool,
    /// True while a cell is being edited.
    pub is_typing: bool,
}

/// The action of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Goes to another cell, and takes over what is typed.
    Go(Place),
    /// Stretches what is chosen to another cell.
    Stretch(Place),
    /// Opens the cell with its present value.
    Open,
    /// Gives up what is typed.
    GiveUp,
    /// Lets the next Tab leave the sheet.
    Leave,
    /// Takes back what is chosen.
    Clear,
    /// Fills what is chosen to the right.
    Fill,
    /// Leaves the key to the browser.
    Nothing,
}

/// The rows that each group begins at: the levels, the totals of the categories and of all, coverage, jobs.
const GROUPS: [usize; 7] = [0, 4, 8, 12, 16, 20, 21];

/// The action of a key at a place in a sheet of so many rows and columns. Letters and digits do nothing here: the
/// field that has the focus takes them itself.
pub fn does(pressed: GridPress<'_>, (row, column): Place, (rows, columns): (usize, usize)) -> Does {
    let GridPress {
        key,
        shift,
        command,
        is_typing,
    } = pressed;
    let last = (rows - 1, columns - 1);
    let below = ((row + 1).min(last.0), column);
    if key == "Tab" && !command {
        return tab(shift, (row, column), last).map_or(Does::Nothing, Does::Go);
    }
    let next = match key {
        "ArrowUp" if command && !is_typing => Some((before(row), column)),
        "ArrowDown" if command && !is_typing => Some((after(row).min(last.0), column)),
        "ArrowUp" => Some((row.saturating_sub(1), column)),
        "ArrowDown" => Some(below),
        "Enter" if is_typing && shift => Some((row.saturating_sub(1), column)),
        "Enter" if is_typing => Some(below),
        _ if is_typing => None,
        "PageUp" => Some((before(row), column)),
        "PageDown" => Some((after(row).min(last.0), column)),
        "Home" if command => Some((0, 0)),
        "End" if command => Some(last),
        "ArrowLeft" if command => Some((row, 0)),
        "ArrowRight" if command => Some((row, last.1)),
        "ArrowLeft" => Some((row, column.saturating_sub(1))),
        "ArrowRight" => Some((row, (column + 1).min(last.1))),
        "Home" => Some((row, 0)),
        "End" => Some((row, last.1)),
        _ => None,
    };
    match (next, key) {
        (Some(next), _) if shift && !is_typing => Does::Stretch(next),
        (Some(next), _) => Does::Go(next),
        (None, "Escape") if is_typing => Does::GiveUp,
        (None, _) if is_typing => Does::Nothing,
        (None, "Escape") => Does::Leave,
        (None, "Enter" | "F2") => Does::Open,
        (None, "Delete" | "Backspace") => Does::Clear,
        (None, "r" | "R") if command => Does::Fill,
        (None, _) => Does::Nothing,
    }
}

/// First row of the group above.
fn before(row: usize) -> usize {
    let starts = GROUPS.into_iter().rev();
    starts.into_iter().find(|start| *start < row).unwrap_or(0)
}

/// First row of the group below.
fn after(row: usize) -> usize {
    let start = GROUPS.into_iter().find(|start| *start > row);
    start.unwrap_or(usize::MAX)
}

/// The cell after or before, row by row; none where the sheet ends.
fn tab(back: bool, (row, column): Place, last: Place) -> Option<Place> {
    match back {
        false if column < last.1 => Some((row, column + 1)),
        false if row < last.0 => Some((row + 1, 0)),
        true if column > 0 => Some((row, column - 1)),
        true if row > 0 => Some((row - 1, last.1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (usize, usize) = (26, 8);

    fn press(key: &str, modifier: &str, is_typing: bool, at: Place) -> Does {
        let pressed = GridPress {
            key,
            shift: modifier == "shift",
            command: modifier == "command",
            is_typing,
        };
        does(pressed, at, SIZE)
    }

    #[test]
    fn tab_goes_on_row_by_row_and_leaves_at_the_ends() {
        assert_eq!(press("Tab", "", false, (3, 2)), Does::Go((3, 3)));
        assert_eq!(press("Tab", "", true, (3, 7)), Does::Go((4, 0)));
        assert_eq!(press("Tab", "", true, (25, 7)), Does::Nothing);
        assert_eq!(press("Tab", "shift", false, (3, 0)), Does::Go((2, 7)));
        assert_eq!(press("Tab", "shift", false, (0, 0)), Does::Nothing);
    }

    #[test]
    fn shift_with_arrows_stretches_what_is_chosen() {
        assert_eq!(
            press("ArrowRight", "shift", false, (3, 2)),
            Does::Stretch((3, 3))
        );
        assert_eq!(press("End", "shift", false, (3, 2)), Does::Stretch((3, 7)));
        assert_eq!(press("ArrowDown", "", false, (25, 2)), Does::Go((25, 2)));
        // Within a text, they choose text.
        assert_eq!(press("ArrowRight", "shift", true, (3, 2)), Does::Nothing);
        assert_eq!(press("Home", "", true, (3, 2)), Does::Nothing);
    }

    #[test]
    fn groups_of_rows_are_jumped_over() {
        assert_eq!(press("PageDown", "", false, (5, 2)), Does::Go((8, 2)));
        assert_eq!(press("PageDown", "", false, (16, 2)), Does::Go((20, 2)));
        assert_eq!(press("PageDown", "", false, (22, 2)), Does::Go((25, 2)));
        assert_eq!(press("PageUp", "", false, (21, 2)), Does::Go((20, 2)));
        assert_eq!(
            press("ArrowDown", "command", false, (0, 1)),
            Does::Go((4, 1))
        );
        assert_eq!(press("ArrowUp", "command", false, (6, 1)), Does::Go((4, 1)));
        assert_eq!(
            press("ArrowLeft", "command", false, (6, 3)),
            Does::Go((6, 0))
        );
        assert_eq!(press("End", "command", false, (6, 3)), Does::Go((25, 7)));
        assert_eq!(press("PageDown", "", true, (5, 2)), Does::Nothing);
        let lines = super::super::lines();
        assert_eq!(lines.len(), SIZE.0);
        for start in &GROUPS[1..4] {
            assert!(lines[*start - 1].unit() == crate::region::key::Unit::Yuan);
            assert!(matches!(lines[*start - 1], super::super::GridLine::Sum(_)));
        }
    }

    #[test]
    fn cells_are_opened_with_what_stands_there_and_typed_into_by_the_field_itself() {
        for key in ["Enter", "F2"] {
            assert_eq!(press(key, "", false, (1, 1)), Does::Open);
        }
        assert_eq!(press("9", "", false, (1, 1)), Does::Nothing);
        assert_eq!(press("9", "", true, (1, 1)), Does::Nothing);
        assert_eq!(press("F2", "", true, (1, 1)), Does::Nothing);
        assert_eq!(press("Enter", "", true, (1, 1)), Does::Go((2, 1)));
        assert_eq!(press("Escape", "", true, (1, 1)), Does::GiveUp);
        assert_eq!(press("Escape", "", false, (1, 1)), Does::Leave);
        assert_eq!(press("c", "command", false, (1, 1)), Does::Nothing);
        assert_eq!(press("r", "command", false, (1, 1)), Does::Fill);
        assert_eq!(press("Delete", "", false, (1, 1)), Does::Clear);
        assert_eq!(press("Delete", "", true, (1, 1)), Does::Nothing);
    }
}
