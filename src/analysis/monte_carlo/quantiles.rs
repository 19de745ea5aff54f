//! Quantiles of an assumption's distribution at equal steps of probability.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::floating::sampling::beta_quantiles;
use crate::scenario::input_distributions::{DistributionShape, InputDistribution};

/// Values at the middles of `count` equal steps of probability, in rising order.
pub fn quantiles(distribution: &InputDistribution, likeliest: Decimal, count: usize) -> Vec<f64> {
    let number = |value: Decimal| value.to_f64().unwrap_or(f64::NAN);
    let (least, most) = (number(distribution.least), number(distribution.most));
    let width = most - least;
    let flat = |value: f64| vec![value; count];
    if distribution.shape == DistributionShape::Fixed {
        return flat(number(likeliest));
    }
    if width <= 0.0 {
        return flat(least);
    }
    let mode = (number(likeliest) - least) / width;
    let middle = |index: usize| (index as f64 + 0.5) / count as f64;
    match distribution.shape {
        DistributionShape::Uniform | DistributionShape::Fixed => (0..count)
            .map(|index| least + width * middle(index))
            .collect(),
        DistributionShape::Triangular => {
            let at = |p: f64| match p < mode {
                true => (p * mode).sqrt(),
                false => 1.0 - ((1.0 - p) * (1.0 - mode)).sqrt(),
            };
            (0..count)
                .map(|index| least + width * at(middle(index)))
                .collect()
        }
        DistributionShape::Pert => {
            let places = beta_quantiles(1.0 + 4.0 * mode, 5.0 - 4.0 * mode, count);
            places
                .into_iter()
                .map(|place| least + width * place)
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::key::Fixed;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a decimal")
    }

    fn distribution(least: &str, most: &str, shape: DistributionShape) -> InputDistribution {
        InputDistribution {
            key: Fixed::Clawback.into(),
            least: decimal(least),
            most: decimal(most),
            shape,
        }
    }

    fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    #[test]
    fn means_are_those_of_the_textbook() {
        // PERT: (0 + 4·0.1 + 0.28) / 6; triangular: (0 + 0.1 + 0.28) / 3; uniform: the middle.
        for (shape, expected) in [
            (DistributionShape::Pert, 0.68 / 6.0),
            (DistributionShape::Triangular, 0.38 / 3.0),
            (DistributionShape::Uniform, 0.14),
            (DistributionShape::Fixed, 0.1),
        ] {
            let values = quantiles(&distribution("0", "0.28", shape), decimal("0.1"), 10_000);
            let found = mean(&values);
            assert!((found - expected).abs() < 1e-5, "{shape:?}: {found}");
            assert!(values.is_sorted(), "{shape:?}");
            assert!(
                values.iter().all(|value| (0.0..=0.28).contains(value)),
                "{shape:?}"
            );
        }
    }

    #[test]
    fn a_range_of_one_point_is_that_point() {
        let values = quantiles(
            &distribution("0.1", "0.1", DistributionShape::Pert),
            decimal("0.1"),
            5,
        );
        assert_eq!(values, [0.1; 5]);
    }
}
