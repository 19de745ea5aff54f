//! Quantiles of the beta distribution.

/// Cells in which a density is summed up; the error of a quantile is far below a part in 10⁴ of
/// the range.
const CELLS: usize = 512;

/// The quantiles of a beta distribution on 0–1, `count` of them at the middles of equal steps of probability: its
/// density is summed cell by cell, and the sums are searched for the probabilities.
pub fn beta_quantiles(alpha: f64, beta: f64, count: usize) -> Vec<f64> {
    let place = |cell: usize| (cell as f64 + 0.5) / CELLS as f64;
    let density = |cell: usize| {
        let x = place(cell);
        libm::exp((alpha - 1.0) * libm::log(x) + (beta - 1.0) * libm::log(1.0 - x))
    };
    let weights: Vec<f64> = (0..CELLS).map(density).collect();
    let whole: f64 = weights.iter().sum();
    let mut quantiles = Vec::with_capacity(count);
    let (mut cell, mut below) = (0, 0.0);
    for index in 0..count {
        let wanted = (index as f64 + 0.5) / count as f64 * whole;
        while cell + 1 < CELLS && below + weights[cell] < wanted {
            below += weights[cell];
            cell += 1;
        }
        let within = ((wanted - below) / weights[cell]).clamp(0.0, 1.0);
        quantiles.push((cell as f64 + within) / CELLS as f64);
    }
    quantiles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_known_betas() {
        // The density of alpha 1, beta 5 gives P(x) = 1 − (1 − x)⁵; its mode is the least value.
        let values = beta_quantiles(1.0, 5.0, 9);
        for (index, value) in values.iter().enumerate() {
            let p: f64 = (index as f64 + 0.5) / 9.0;
            let expected = 1.0 - (1.0 - p).powf(0.2);
            assert!(
                (value - expected).abs() < 1e-4,
                "{p}: {value} for {expected}"
            );
        }
        // Symmetric: the middle is the middle.
        assert!((beta_quantiles(3.0, 3.0, 3)[1] - 0.5).abs() < 1e-9);
    }
}
