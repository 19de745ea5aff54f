//! Files that leave the calculator for other programs.

pub mod csv;
