//! Sums that agree to the fen: every figure is rounded once from its exact value, and what the
//! rounded parts then differ by from the rounded total stands in a line of its own (尾差).

use rust_decimal::Decimal;

use crate::number::YuanPerPerson;

/// The rounding difference: the shown total minus the shown parts.
pub fn rounding(
    total: YuanPerPerson,
    parts: impl IntoIterator<Item = YuanPerPerson>,
) -> YuanPerPerson {
    let parts: Decimal = parts.into_iter().map(|part| part.rounded()).sum();
    YuanPerPerson(total.rounded() - parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> YuanPerPerson {
        YuanPerPerson(Decimal::from_str_exact(text).expect("a decimal"))
    }

    #[test]
    fn closes_what_rounding_leaves_open() {
        for (parts, rest) in [
            (vec!["0.004", "0.004", "0.004"], "0.01"),
            (vec!["0.006", "0.006", "0.006"], "-0.01"),
            (vec!["1.00", "2.50"], "0.00"),
            (vec!["-0.005", "0.005"], "0.00"),
            (vec![], "0.00"),
        ] {
            let parts: Vec<_> = parts.into_iter().map(yuan).collect();
            let total = parts.iter().copied().sum();
            assert_eq!(rounding(total, parts).to_string(), rest);
        }
    }
}
