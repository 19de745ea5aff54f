//! The program that the browser loads.

fn main() {
    #[cfg(target_arch = "wasm32")]
    zengshou::app::start();
}
