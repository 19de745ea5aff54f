//! The quantiles of the normal distribution.

use std::f64::consts::{PI, SQRT_2};

/// The value below which the share `p` of a standard normal distribution lies, for `p` between 0 and 1:
/// a rough start and Halley's steps on the library's error function.
pub fn quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -quantile(1.0 - p);
    }
    // Abramowitz and Stegun, 26.2.23: off by less than 4.5·10⁻⁴.
    let root = (-2.0 * libm::log(p)).sqrt();
    let above = 2.515_517 + root * (0.802_853 + root * 0.010_328);
    let below = 1.0 + root * (1.432_788 + root * (0.189_269 + root * 0.001_308));
    let mut value = above / below - root;
    for _ in 0..2 {
        let off = 0.5 * libm::erfc(-value / SQRT_2) - p;
        let step = off * (2.0 * PI).sqrt() * libm::exp(value * value / 2.0);
        value -= step / (1.0 + value * step / 2.0);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_the_table() {
        for (p, expected) in [
            (0.5, 0.0),
            (0.841_344_746_068_542_9, 1.0),
            (0.975, 1.959_963_984_540_054),
            (0.999, 3.090_232_306_167_813_5),
            (0.000_01, -4.264_890_793_922_825),
            (0.1, -1.281_551_565_544_600_4),
        ] {
            let found = quantile(p);
            assert!((found - expected).abs() < 1e-12, "{p}: {found}");
        }
        let rising: Vec<f64> = (0..5_000)
            .map(|index| quantile((f64::from(index) + 0.5) / 5_000.0))
            .collect();
        assert!(rising.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
