//! The command line of the calculator.

fn main() {}
