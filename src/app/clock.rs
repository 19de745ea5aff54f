//! The time.

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;

use crate::report::Date;

/// Milliseconds since some moment, as finely as there are any; for spans of time only. It never goes back where the
/// browser has such a clock, in the page as in a worker.
pub fn milliseconds() -> f64 {
    thread_local! {
        // Looked up once: a moved lever asks for the time more than once.
        static CLOCK: Option<web_sys::Performance> = {
            let clock = js_sys::Reflect::get(&js_sys::global(), &"performance".into());
            clock.ok().and_then(|it| it.dyn_into().ok())
        };
    }
    CLOCK.with(|clock| {
        clock
            .as_ref()
            .map_or_else(js_sys::Date::now, web_sys::Performance::now)
    })
}

/// The moment, in milliseconds since 1970.
pub fn moment() -> u64 {
    js_sys::Date::now() as u64
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

/// The browser's next task: until then it can draw and answer, which it could not if the start were one long task.
pub async fn next_task() {
    TimeoutFuture::new(0).await;
}

/// A watch.
pub struct Watch {
    start: f64,
}

impl Watch {
    /// Starts it.
    pub fn start() -> Self {
        Self {
            start: milliseconds(),
        }
    }

    /// Milliseconds since the start.
    pub fn elapsed(&self) -> f64 {
        milliseconds() - self.start
    }
}
