//! Sources of a gain: a gain paid by grants is not earned, and is never shown as if it were.

use rust_decimal::Decimal;

use crate::number::{Share, YuanPerPerson};

/// Below this gain a share of it says nothing: it would leap with every fen.
const LEAST_YUAN_FOR_A_SHARE: Decimal = Decimal::ONE;

/// A difference to the plan by where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// Scenario minus plan.
    pub difference: YuanPerPerson,
    /// The part that is transfer income: received.
    pub received: YuanPerPerson,
    /// The part that is wage, operating or property income: earned.
    pub earned: YuanPerPerson,
}

/// A verdict on the gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GainVerdict {
    /// Nothing moves.
    Nothing,
    /// Transfers and earnings cancel each other.
    Offset,
    /// Both add, or only one of them; with the share received where the gain is large enough.
    Gain(Option<Share>),
    /// More than the whole gain is received: earnings fall.
    EarningsFall,
    /// More than the whole gain is earned: transfers fall.
    TransfersFall,
    /// Income falls.
    Loss,
}

impl Gain {
    /// Splits a difference.
    pub fn new(difference: YuanPerPerson, received: YuanPerPerson) -> Self {
        Self {
            difference,
            received,
            earned: difference - received,
        }
    }

    /// Judged by the amounts that are shown, so that words and figures agree.
    pub fn verdict(&self) -> GainVerdict {
        let zero = Decimal::ZERO;
        let [whole, received, earned] =
            [self.difference, self.received, self.earned].map(YuanPerPerson::rounded);
        if whole == zero {
            return if received == zero && earned == zero {
                GainVerdict::Nothing
            } else {
                GainVerdict::Offset
            };
        }
        if whole < zero {
            GainVerdict::Loss
        } else if earned < zero {
            GainVerdict::EarningsFall
        } else if received < zero {
            GainVerdict::TransfersFall
        } else {
            let large_enough = whole >= LEAST_YUAN_FOR_A_SHARE;
            GainVerdict::Gain(large_enough.then(|| self.received / self.difference))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(difference: &str, received: &str) -> GainVerdict {
        let yuan = |text| YuanPerPerson(Decimal::from_str_exact(text).expect("a decimal"));
        Gain::new(yuan(difference), yuan(received)).verdict()
    }

    #[test]
    fn says_of_each_gain_what_is_true() {
        let share = |hundredths| GainVerdict::Gain(Some(Share(Decimal::new(hundredths, 2))));
        for (difference, received, said) in [
            ("0", "0", GainVerdict::Nothing),
            ("0.001", "-0.001", GainVerdict::Nothing),
            ("0.004", "12", GainVerdict::Offset),
            ("100", "25", share(25)),
            ("100", "0", share(0)),
            ("100", "100", share(100)),
            ("0.5", "0.25", GainVerdict::Gain(None)),
            ("34.48", "48.64", GainVerdict::EarningsFall),
            ("34.48", "-2", GainVerdict::TransfersFall),
            ("-5", "3", GainVerdict::Loss),
        ] {
            assert_eq!(
                verdict(difference, received),
                said,
                "{difference}, {received}"
            );
        }
    }
}
