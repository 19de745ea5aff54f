//! The program of the worker that has a register of households, loaded when somebody opens its page.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::prelude::wasm_bindgen;
    use zengshou::app::clock;
    use zengshou::register::desk::RegisterDesk;

    thread_local! {
        static DESK: RefCell<RegisterDesk> = RefCell::new(RegisterDesk::new(microseconds));
    }

    fn microseconds() -> u64 {
        (clock::milliseconds() * 1_000.0) as u64
    }

    /// Takes an order, as JSON.
    #[wasm_bindgen]
    pub fn register_order(order: &str) {
        DESK.with_borrow_mut(|desk| desk.order(order));
    }

    /// The order whose file's bytes are wanted next.
    #[wasm_bindgen]
    pub fn register_wants() -> Option<u32> {
        DESK.with_borrow(|desk| desk.wants())
    }

    /// Takes the next bytes of the file of an order, which has `of` in all.
    #[wasm_bindgen]
    pub fn register_feed(id: u32, bytes: &[u8], of: f64) {
        DESK.with_borrow_mut(|desk| desk.feed(id, bytes, of as u64));
    }

    /// The file of an order has ended.
    #[wasm_bindgen]
    pub fn register_end(id: u32) {
        DESK.with_borrow_mut(|desk| desk.end(id));
    }

    /// The file of an order can no longer be read.
    #[wasm_bindgen]
    pub fn register_unreadable(id: u32) {
        DESK.with_borrow_mut(|desk| desk.unreadable(id));
    }

    /// True while a turn has something to do.
    #[wasm_bindgen]
    pub fn register_is_busy() -> bool {
        DESK.with_borrow(|desk| desk.is_busy())
    }

    /// Does the next piece of work.
    #[wasm_bindgen]
    pub fn register_turn() {
        DESK.with_borrow_mut(|desk| desk.turn());
    }

    /// The next report: its JSON, and the bytes that go beside it.
    #[wasm_bindgen]
    pub fn register_report() -> Option<Array> {
        let (report, bytes) = DESK.with_borrow_mut(|desk| desk.report())?;
        let bytes = bytes.map(|bytes| Uint8Array::from(&*bytes).into());
        Some(Array::of2(&report.into(), &bytes.unwrap_or_default()))
    }
}
