//! Blocks of cells that are pasted into the sheet of years.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use zengshou::app::grid::paste::{Block, Comes};
use zengshou::app::grid::{GridLine, Place, YearSheet, lines};
use zengshou::i18n::number::scale;
use zengshou::region::key::Unit;
use zengshou::scenario::Scenario;
use zengshou::scenario::matrix::Locks;

use crate::fixtures::{REGION, is_plain, is_sound, text, with_words};

/// Pastes the text over a block that the first two bytes choose.
pub fn check(data: &[u8]) {
    let [at, size, rest @ ..] = data else {
        return;
    };
    let text = text(rest);
    let (before, locks) = (Scenario::default(), Locks::default());
    let sheet = YearSheet {
        region: &REGION,
        scenario: &before,
        locks: &locks,
    };
    let (rows, columns) = sheet.size();
    let top_left: Place = (usize::from(*at) % rows, usize::from(*at) / rows % columns);
    let (height, width) = (usize::from(*size & 15), usize::from(*size >> 4));
    let bottom_right = (
        (top_left.0 + height).min(rows - 1),
        (top_left.1 + width).min(columns - 1),
    );
    let corners = (top_left, bottom_right);
    match with_words(text.len(), |words| sheet.paste(corners, &text, &[words])) {
        Ok(block) => {
            is_readable(&block);
            is_put(&sheet, &block);
            // Another paste, which depends little on the text.
            if text.len().is_multiple_of(8) {
                is_copied(&block.scenario, corners);
            }
        }
        Err(fault) => is_plain(&with_words(text.len(), |words| words.fault(&fault))),
    }
}

/// Every cell that can't be put says so; nothing that is shown hides.
fn is_readable(block: &Block) {
    for cell in &block.cells {
        is_plain(&cell.text);
        assert!(cell.text.chars().count() < 100, "{:?}", cell.text);
    }
    let refused = block.refused().count();
    assert_eq!(block.put() + block.agreeing() + refused, block.cells.len());
    assert!(!block.fits() || refused == 0);
}

/// Checks that every cell reported as put holds its value, and that no other year was changed.
fn is_put(sheet: &YearSheet<'_>, block: &Block) {
    is_sound(&block.scenario);
    let after = YearSheet {
        scenario: &block.scenario,
        ..*sheet
    };
    let mut years = BTreeSet::new();
    for cell in &block.cells {
        let (Comes::Put(value), Some(place)) = (&cell.comes, cell.to) else {
            continue;
        };
        years.insert(place.1);
        if matches!(lines()[place.0], GridLine::Lever(_)) && block.refused().next().is_none() {
            let stands = after.cell(place).map(|cell| cell.value);
            assert_eq!(stands, Some(value.normalize()), "{place:?} {:?}", cell.text);
        }
    }
    let (rows, columns) = sheet.size();
    for column in (0..columns).filter(|column| !years.contains(column)) {
        for key in (0..rows).flat_map(|row| sheet.keys((row, column))) {
            assert_eq!(block.scenario.changed(key), None, "{key} was changed");
        }
    }
}

/// Checks that a copy of the sheet can be pasted where it came from and changes no value there.
fn is_copied(scenario: &Scenario, corners: (Place, Place)) {
    let locks = Locks::default();
    let sheet = YearSheet {
        region: &REGION,
        scenario,
        locks: &locks,
    };
    let write = |unit: Unit, value: Decimal| {
        let shown = value.checked_mul(scale(unit).factor);
        shown.unwrap_or_default().normalize().to_string()
    };
    let copied = sheet.copy(corners, write);
    let pasted = with_words(0, |words| sheet.paste(corners, &copied, &[words]));
    let block = pasted.unwrap_or_else(|fault| panic!("{fault:?} in {copied:?}"));
    // Numbers at the edge may look like years; then the reader has to confirm.
    if !block.fits() {
        return;
    }
    let after = YearSheet {
        scenario: &block.scenario,
        ..sheet
    };
    let (rows, columns) = sheet.size();
    for place in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        let value = |sheet: &YearSheet<'_>| sheet.cell(place).map(|cell| cell.value);
        assert_eq!(value(&after), value(&sheet), "{place:?}: {copied:?}");
    }
}
