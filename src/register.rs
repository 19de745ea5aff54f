//! A register of households as page and worker exchange it: orders and reports ([`message`]), the figures of one year with
//! small groups hidden ([`figures`]), the worker's desk ([`desk`]) with a file on its way in ([`incoming`]), and what a register offers in the place of assumptions ([`offer`]). Nothing that is one
//! household's is in any of these but the rows that the list of those at risk asks for, by number alone.

pub mod desk;
pub mod figures;
pub mod incoming;
pub mod message;
pub mod offer;
mod open;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
