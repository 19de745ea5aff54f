//! Ranks and how far two of them go together.

/// The rank of each value, the least first; equal values share the mean of theirs.
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

/// The correlation of steps with ranks; nothing where one of them doesn't vary.
pub fn correlation(steps: &[u16], ranks: &[f64]) -> f64 {
    let count = steps.len() as f64;
    let mean_step = steps.iter().map(|step| f64::from(*step)).sum::<f64>() / count;
    let mean_rank = ranks.iter().sum::<f64>() / count;
    let (mut both, mut of_steps, mut of_ranks) = (0.0, 0.0, 0.0);
    for (step, rank) in steps.iter().zip(ranks) {
        let (step, rank) = (f64::from(*step) - mean_step, rank - mean_rank);
        both += step * rank;
        of_steps += step * step;
        of_ranks += rank * rank;
    }
    let size = (of_steps * of_ranks).sqrt();
    if size > 0.0 { both / size } else { 0.0 }
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
        assert_eq!(correlation(&[0, 1, 2], &[0.0, 1.0, 2.0]), 1.0);
        assert_eq!(correlation(&[0, 1, 2], &[2.0, 1.0, 0.0]), -1.0);
        assert_eq!(correlation(&[0, 1, 2], &[1.0; 3]), 0.0);
        // Spearman for (1, 2, 3, 4, 5) and (2, 1, 4, 3, 5): 1 − 6·4 / (5·24).
        let found = correlation(&[0, 1, 2, 3, 4], &[1.0, 0.0, 3.0, 2.0, 4.0]);
        assert!((found - 0.8).abs() < 1e-12);
    }
}
