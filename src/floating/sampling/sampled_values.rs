//! The values of one assumption in every draw.

use crate::values::{FloatingValues, Slot};

/// The values of one assumption in every draw, in the order of the draws, so that a draw reads them one after
/// the other; and the places of all that are the same figure.
pub struct SampledValues {
    slots: Vec<Slot>,
    values: Vec<f64>,
}

impl SampledValues {
    /// Each draw's value: that of its step of probability.
    pub fn of(slots: Vec<Slot>, quantiles: &[f64], steps: &[u16]) -> Self {
        let values = steps.iter().map(|step| quantiles[usize::from(*step)]);
        Self {
            slots,
            values: values.collect(),
        }
    }

    /// The value in a draw.
    pub fn in_draw(&self, draw: usize) -> f64 {
        self.values[draw]
    }
}

/// Puts the values of a draw into their places.
pub fn put_draw(sampled: &[SampledValues], draw: usize, into: &mut FloatingValues) {
    for one in sampled {
        let value = one.values[draw];
        for slot in &one.slots {
            into.set(*slot, value);
        }
    }
}
