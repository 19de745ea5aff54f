//! The time.

use crate::report::Date;

/// Milliseconds since some moment; for spans of time only.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Today's date, where the reader is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: now.get_full_year() as u16,
        month: now.get_month() as u8 + 1,
        day: now.get_date() as u8,
    }
}
