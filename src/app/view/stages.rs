//! A page that is drawn in pieces: what is seen first comes first, and the browser can answer
//! between the pieces.

use yew::prelude::*;

use super::after_paint::AfterPaint;

/// Counts from nothing to the last stage, a stage after each painted frame.
#[hook]
pub fn use_stage(last: u32) -> u32 {
    let stage = use_state_eq(|| 0_u32);
    {
        let stage = stage.clone();
        use_effect_with(*stage, move |now| {
            let next = *now + 1;
            let wait = (next <= last).then(|| AfterPaint::new(move || stage.set(next)));
            move || drop(wait)
        });
    }
    *stage
}
