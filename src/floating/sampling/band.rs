//! The band in which eight of ten draws lie.

use serde::{Deserialize, Serialize};

/// The 10th, 50th and 90th percentile of the draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Ten per cent.
    pub p10: f64,
    /// Half.
    pub p50: f64,
    /// Ninety per cent.
    pub p90: f64,
}

impl Band {
    /// The band of some values; nothing of none.
    pub fn of(mut values: Vec<f64>) -> Self {
        let count = values.len();
        if count == 0 {
            return Self::default();
        }
        let place = |share: f64| ((count as f64 * share) as usize).min(count - 1);
        let (low, middle, high) = (place(0.1), place(0.5), place(0.9));
        let (below, median, above) = values.select_nth_unstable_by(middle, f64::total_cmp);
        let p50 = *median;
        let p10 = match low < middle {
            true => *below.select_nth_unstable_by(low, f64::total_cmp).1,
            false => p50,
        };
        let p90 = match high > middle {
            true => {
                let place = high - middle - 1;
                *above.select_nth_unstable_by(place, f64::total_cmp).1
            }
            false => p50,
        };
        Self { p10, p50, p90 }
    }
}
