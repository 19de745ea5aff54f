//! The time, where only its passing counts.

/// Milliseconds since some moment; for spans of time only.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}
