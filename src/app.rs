//! The calculator in the browser: its [`state`], the effects on the world outside, the views.
//!
//! The state and what is kept of it ([`shelf`]) are pure and compiled for every target, so that it is tested on the host.

pub mod announcement;
pub mod bureau;
pub mod correction_steps;
pub mod credit;
pub mod embedding;
pub mod exercise;
pub mod grid;
pub mod households;
pub mod packed;
pub mod presentation;
pub mod row_window;
pub mod shelf;
pub mod state;
pub mod whole;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod crash;
#[cfg(target_arch = "wasm32")]
pub mod effects;
#[cfg(target_arch = "wasm32")]
pub mod first;
#[cfg(target_arch = "wasm32")]
pub mod intl;
#[cfg(target_arch = "wasm32")]
pub mod planner;
#[cfg(target_arch = "wasm32")]
pub mod view;

/// Puts the calculator on the page.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    crash::install();
    if let Some(calculator) = effects::projector::calculator() {
        view::presentation::screen::mount(calculator);
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        let fragment = effects::address::current();
        if crate::link::is_exercise(&fragment) {
            match effects::exercises::begin(&fragment).await {
                Some(effects::exercises::OpenedExercise::Exercise(state)) => {
                    view::shell::mount(*state)
                }
                Some(effects::exercises::OpenedExercise::Refused(words, problems, wanted)) => {
                    view::shell::mount_broken(words, problems, wanted);
                }
                None => {}
            }
        } else if let Some(state) = effects::boot::begin().await {
            clock::next_task().await;
            view::shell::mount(state);
        }
    });
}
