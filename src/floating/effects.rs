//! The effects of levers by channel, for years beyond those that are projected.

use zengshou_model::baseline::{self, Baseline};
use zengshou_model::effects::{self, YearEffects};
use zengshou_model::inputs::{Assumptions, Levers};
use zengshou_model::term::Side;
use zengshou_model::years::Years;

/// The planned path of some years.
#[inline(never)]
pub fn baseline(assumptions: &Assumptions<f64>, years: Years) -> Baseline<f64> {
    baseline::baseline(assumptions, years)
}

/// The effects of levers in every year of a planned path, without the claw-back.
#[inline(never)]
pub fn effects(
    levers: &Levers<f64>,
    plan: &Levers<f64>,
    assumptions: &Assumptions<f64>,
    path: &Baseline<f64>,
) -> Vec<YearEffects<f64>> {
    effects::effects(Side::Scenario, levers, plan, assumptions, path)
}
