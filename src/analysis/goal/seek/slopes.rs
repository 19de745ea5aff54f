//! The goal around a place: how far each lever moves it.

use super::program::Program;
use super::{Means, SLOPE_STEP, Space};
use crate::region::key::Fixed;

/// The effect of a unit of a lever around a place.
#[derive(Clone)]
pub(super) struct Slope {
    /// The goal's margins.
    margins: Vec<f64>,
    /// The coverage that grants can pay for.
    payable: f64,
}

impl Space<'_> {
    /// The goal's margins around a place, as linear functions of the levers.
    pub(super) fn program(&mut self, at: &[f64], means: &Means) -> Program {
        let margins = self.margins(at);
        let coverage = self.levers.iter().position(|own| own.is(Fixed::Coverage));
        let coverage = coverage.filter(|index| means.uses[*index]);
        let is_first = at == self.from;
        // Slopes that other kinds of ways will want know it as well.
        let payable = (is_first || coverage.is_some()).then(|| self.fast.payable(self.last_step));
        let mut slopes = vec![vec![0.0; self.levers.len()]; margins.len()];
        let mut payable_slopes = vec![0.0; self.levers.len()];
        for index in 0..self.levers.len() {
            if !means.uses[index] {
                continue;
            }
            // Money of a category does the same from whichever level that decides the same years.
            if let Some(like) = self.likes[index].filter(|like| means.uses[*like]) {
                for row in &mut slopes {
                    row[index] = row[like];
                }
                payable_slopes[index] = payable_slopes[like];
                continue;
            }
            let known = match is_first {
                true => self.first_slopes[index].take(),
                false => None,
            };
            let slope = known.unwrap_or_else(|| self.slope(index, at, &margins, payable));
            for (row, slope) in slopes.iter_mut().zip(&slope.margins) {
                row[index] = *slope;
            }
            payable_slopes[index] = slope.payable;
            if is_first {
                self.first_slopes[index] = Some(slope);
            }
        }
        Program {
            at: at.to_vec(),
            margins,
            slopes,
            uses: means.uses.clone(),
            new_money: means.new_money,
            coverage,
            payable: payable.unwrap_or_default(),
            payable_slopes,
        }
    }

    /// A lever's slope around a place with these margins and this payable coverage, where that is asked for.
    fn slope(&mut self, index: usize, at: &[f64], margins: &[f64], payable: Option<f64>) -> Slope {
        let lever = &self.levers[index];
        let mut step = lever.room() * SLOPE_STEP;
        // Wanted coverage beyond what grants pay for does nothing: its slope is that on the near side.
        let is_back = lever.is(Fixed::Coverage) && at[index] - step > self.from[index];
        if at[index] + step > lever.most || is_back {
            step = -step;
        }
        let mut probe = at.to_vec();
        probe[index] = at[index] + step;
        let moved = self.margins(&probe);
        let slopes = moved.iter().zip(margins);
        let payable = payable.map(|payable| self.fast.payable(self.last_step) - payable);
        Slope {
            margins: slopes
                .map(|(moved, margin)| (moved - margin) / step)
                .collect(),
            payable: payable.unwrap_or_default() / step,
        }
    }
}
