//! Ranks and how far two of them go together.

/// The rank of each value, the least first, from 0; equal values share the mean of their ranks, as in
/// Spearman's correlation.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|one, other| values[*one as usize].total_cmp(&values[*other as usize]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let value = values[order[start] as usize];
        let alike = order[start..]
            .iter()
            .take_while(|at| values[**at as usize] == value)
            .count();
        let mean = start as f64 + (alike as f64 - 1.0) / 2.0;
        for at in &order[start..start + alike] {
            ranks[*at as usize] = mean;
        }
        start += alike;
    }
    ranks
}

/// Ranks as distances from their mean, with the sum of their squares: what every correlation with them
/// needs.
pub struct CentredRanks {
    distances: Vec<f64>,
    squares: f64,
}

impl CentredRanks {
    /// The distances of some ranks.
    pub fn of(mut ranks: Vec<f64>) -> Self {
        let mean = ranks.iter().sum::<f64>() / ranks.len() as f64;
        ranks.iter_mut().for_each(|rank| *rank -= mean);
        Self {
            squares: ranks.iter().map(|distance| distance * distance).sum(),
            distances: ranks,
        }
    }

    /// The correlation of steps with the ranks; nothing where one of them doesn't vary.
    pub fn correlation(&self, steps: &[u16]) -> f64 {
        // Distances add up to nothing, so that the steps need not be distances themselves; sums of
        // whole numbers are exact.
        let (mut both, mut sum, mut squares) = (0.0, 0u64, 0u64);
        for (step, distance) in steps.iter().zip(&self.distances) {
            both += f64::from(*step) * distance;
            let step = u64::from(*step);
            sum += step;
            squares += step * step;
        }
        let of_steps = squares as f64 - sum as f64 * sum as f64 / steps.len() as f64;
        let size = (of_steps * self.squares).sqrt();
        if size > 0.0 { both / size } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [2.5, 0.0, 2.5, 1.0]);
        assert_eq!(ranks(&[5.0; 3]), [1.0; 3]);
        assert!(ranks(&[]).is_empty());
    }

    #[test]
    fn correlations_of_the_textbook() {
        let correlation =
            |steps: &[u16], ranks: &[f64]| CentredRanks::of(ranks.to_vec()).correlation(steps);
        assert_eq!(correlation(&[0, 1, 2], &[0.0, 1.0, 2.0]), 1.0);
        assert_eq!(correlation(&[0, 1, 2], &[2.0, 1.0, 0.0]), -1.0);
        assert_eq!(correlation(&[0, 1, 2], &[1.0; 3]), 0.0);
        // Spearman for (1, 2, 3, 4, 5) and (2, 1, 4, 3, 5): 1 − 6·4 / (5·24).
        let found = correlation(&[0, 1, 2, 3, 4], &[1.0, 0.0, 3.0, 2.0, 4.0]);
        assert!((found - 0.8).abs() < 1e-12);
    }
}
