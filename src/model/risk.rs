//! People at risk of a return to poverty: an estimate, in floating point, and marked so.
//!
//! Incomes are taken as log-normal with the projected mean and an assumed Gini coefficient G:
//! `σ = 2·erf⁻¹(G)`, `μ = ln(mean) − σ²/2`. The share below the monitoring line is
//! `Φ((ln line − μ)/σ)`; their mean shortfall is the line minus their mean income. The formulas are those of
//! Aitchison and Brown, *The Lognormal Distribution* (1957): `G = 2·Φ(σ/√2) − 1 = erf(σ/2)`.

use libm::{erf, exp, log, sqrt};
use rust_decimal::prelude::ToPrimitive;

use crate::number::{People, Share, YuanPerPerson};

/// The people below the monitoring line in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtRisk {
    /// Their share of the lifted population.
    pub share: f64,
    /// Their number.
    pub people: f64,
    /// Their mean distance from the line, yuan a head and year.
    pub mean_shortfall_yuan: f64,
    /// σ: the standard deviation of the logarithms of incomes.
    pub sigma: f64,
    /// z: the distance of the line's logarithm from μ, in σ.
    pub z: f64,
}

/// Estimates the people at risk; none where the mean income is not above zero.
pub fn at_risk(
    mean_income: YuanPerPerson,
    line: YuanPerPerson,
    gini: Share,
    population: People,
) -> Option<AtRisk> {
    let mean = mean_income.exact().to_f64().filter(|mean| *mean > 0.0)?;
    let line = line.exact().to_f64().filter(|line| *line > 0.0)?;
    let sigma = 2.0 * inverse_erf(gini.exact().to_f64()?);
    let mu = log(mean) - sigma * sigma / 2.0;
    let z = (log(line) - mu) / sigma;
    let share = normal_cumulative(z);
    // The mean income below the line of a log-normal: mean·Φ(z − σ)/Φ(z).
    let below = if share > 0.0 {
        mean * normal_cumulative(z - sigma) / share
    } else {
        line
    };
    Some(AtRisk {
        share,
        people: share * population.exact().to_f64()?,
        mean_shortfall_yuan: (line - below).max(0.0),
        sigma,
        z,
    })
}

fn normal_cumulative(z: f64) -> f64 {
    0.5 * (1.0 + erf(z / sqrt(2.0)))
}

/// The inverse of the error function on (0, 1), by Newton's steps from the linear guess.
fn inverse_erf(y: f64) -> f64 {
    let slope_at_zero = 2.0 / sqrt(std::f64::consts::PI);
    let mut x = y / slope_at_zero;
    for _ in 0..60 {
        let step = (erf(x) - y) / (slope_at_zero * exp(-x * x));
        x -= step;
        if step.abs() < 1e-15 {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn the_inverse_leads_back() {
        for y in [0.01, 0.19, 0.35, 0.6, 0.9, 0.95] {
            assert!((erf(inverse_erf(y)) - y).abs() < 1e-12, "{y}");
        }
    }

    /// With G = 0.19: σ = 2·erf⁻¹(0.19) = 0.340197…; mean 12,000 and line 6,000 give
    /// z = (ln 0.5 + σ²/2)/σ = −1.8674, Φ(z) = 0.0309.
    #[test]
    fn agrees_with_a_hand_computed_case() {
        let risk = at_risk(
            YuanPerPerson(Decimal::from(12_000)),
            YuanPerPerson(Decimal::from(6_000)),
            Share(Decimal::new(19, 2)),
            People(Decimal::from(500_000)),
        )
        .expect("a positive mean");
        assert!((risk.share - 0.0309).abs() < 0.0002, "{}", risk.share);
        assert!((risk.people - risk.share * 500_000.0).abs() < 1e-6);
        assert!(risk.mean_shortfall_yuan > 0.0 && risk.mean_shortfall_yuan < 6_000.0);
    }

    #[test]
    fn a_higher_line_means_more_people_at_risk() {
        let share = |line: i64| {
            at_risk(
                YuanPerPerson(Decimal::from(12_000)),
                YuanPerPerson(Decimal::from(line)),
                Share(Decimal::new(19, 2)),
                People(Decimal::ONE),
            )
            .map(|risk| risk.share)
        };
        assert!(share(7_000) > share(6_000));
        assert_eq!(share(0), None);
    }
}
