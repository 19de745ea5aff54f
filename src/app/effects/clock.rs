//! The time.

use wasm_bindgen::JsCast;

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

/// A watch of the finest time that there is, in the page as in a worker.
pub struct Watch {
    clock: Option<web_sys::Performance>,
    start: f64,
}

impl Watch {
    /// Starts it.
    pub fn start() -> Self {
        let clock = js_sys::Reflect::get(&js_sys::global(), &"performance".into());
        let clock: Option<web_sys::Performance> = clock.ok().and_then(|it| it.dyn_into().ok());
        let start = now(clock.as_ref());
        Self { clock, start }
    }

    /// Milliseconds since the start.
    pub fn elapsed(&self) -> f64 {
        now(self.clock.as_ref()) - self.start
    }
}

fn now(clock: Option<&web_sys::Performance>) -> f64 {
    clock.map_or_else(milliseconds, web_sys::Performance::now)
}
