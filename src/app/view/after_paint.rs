//! Work that does not delay the next frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Time that other threads still need to draw a frame when its layout and paint are done, in milliseconds: work
/// that started at once would take the processor from them, and the frame would be seen later.
const DRAWN_MS: u32 = 8;

/// Something to do after the next frame was painted; dropped, it is not done.
pub struct AfterPaint {
    frame: i32,
    _on_frame: Closure<dyn FnMut()>,
    _after: Rc<RefCell<Option<Timeout>>>,
}

impl AfterPaint {
    /// Waits for the frame. None where the browser gives no frames.
    pub fn new(then: impl FnOnce() + 'static) -> Option<Self> {
        let after = Rc::new(RefCell::new(None));
        let on_frame = {
            let after = after.clone();
            Closure::once(move || {
                // A task of its own comes behind the frame's layout and paint; only then the wait begins.
                let drawn = Rc::downgrade(&after);
                let painted = move || {
                    if let Some(after) = drawn.upgrade() {
                        *after.borrow_mut() = Some(Timeout::new(DRAWN_MS, then));
                    }
                };
                *after.borrow_mut() = Some(Timeout::new(0, painted));
            })
        };
        let frame = gloo::utils::window()
            .request_animation_frame(on_frame.as_ref().unchecked_ref())
            .ok()?;
        Some(Self {
            frame,
            _on_frame: on_frame,
            _after: after,
        })
    }
}

impl Drop for AfterPaint {
    fn drop(&mut self) {
        // A frame that has come can't be cancelled any more, which is no fault.
        let _cancelled = gloo::utils::window().cancel_animation_frame(self.frame);
    }
}
