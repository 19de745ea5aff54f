//! The command line of the calculator.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    zengshou::command::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
