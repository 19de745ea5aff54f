//! The verdict on what a gain is made of: one that public money pays for is never shown as if the market
//! had paid it.

use rust_decimal::Decimal;

use crate::model::gain::{Gain, GainPart};
use crate::number::{Share, YuanPerPerson};

/// Below this gain a share of it says nothing: it would leap with every fen.
const LEAST_YUAN_FOR_A_SHARE: Decimal = Decimal::ONE;

/// A verdict on the gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GainVerdict {
    /// Nothing moves.
    Nothing,
    /// The parts cancel each other.
    Offset,
    /// The market and public money both add, or only one of them; with the share of market income
    /// where the gain is large enough.
    Gain(Option<Share>),
    /// More than the whole gain is public work and transfers: market income falls.
    MarketFalls,
    /// More than the whole gain is market income: public work and transfers together fall.
    PaidFalls,
    /// Income falls, mostly by this part.
    Loss(GainPart),
}

/// The verdict by the amounts that are shown, so that words and figures agree.
pub fn verdict(gain: &Gain) -> GainVerdict {
    let zero = Decimal::ZERO;
    let whole = gain.difference.rounded();
    let parts = gain.parts.map(YuanPerPerson::rounded);
    let [market, public_work, transfer] = parts;
    if whole == zero {
        return match parts == [zero; 3] {
            true => GainVerdict::Nothing,
            false => GainVerdict::Offset,
        };
    }
    if whole < zero {
        let lost = GainPart::ALL
            .into_iter()
            .min_by_key(|part| parts[*part as usize]);
        GainVerdict::Loss(lost.unwrap_or(GainPart::Market))
    } else if market < zero {
        GainVerdict::MarketFalls
    } else if public_work + transfer < zero {
        GainVerdict::PaidFalls
    } else {
        let large_enough = whole >= LEAST_YUAN_FOR_A_SHARE;
        let share = || gain.part(GainPart::Market) / gain.difference;
        GainVerdict::Gain(large_enough.then(share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_of_each_gain_what_is_true() {
        let share = |hundredths| GainVerdict::Gain(Some(Share(Decimal::new(hundredths, 2))));
        for (difference, parts, said) in [
            ("0", ["0", "0", "0"], GainVerdict::Nothing),
            ("0.001", ["0.002", "0", "-0.001"], GainVerdict::Nothing),
            ("0.004", ["-11.996", "4", "8"], GainVerdict::Offset),
            ("100", ["75", "5", "20"], share(75)),
            ("100", ["100", "0", "0"], share(100)),
            ("100", ["0", "60", "40"], share(0)),
            // One paid part falls, both together do not: the market's share holds.
            ("100", ["40", "-20", "80"], share(40)),
            ("0.5", ["0.25", "0", "0.25"], GainVerdict::Gain(None)),
            ("34.48", ["-14.16", "40", "8.64"], GainVerdict::MarketFalls),
            ("34.48", ["36.48", "-4", "2"], GainVerdict::PaidFalls),
            (
                "-5",
                ["-3", "1", "-3.5"],
                GainVerdict::Loss(GainPart::Transfer),
            ),
            ("-5", ["-8", "3", "0"], GainVerdict::Loss(GainPart::Market)),
            (
                "-5",
                ["1", "-6", "0"],
                GainVerdict::Loss(GainPart::PublicWork),
            ),
        ] {
            let yuan = |text| YuanPerPerson(Decimal::from_str_exact(text).expect("a decimal"));
            let gain = Gain {
                difference: yuan(difference),
                parts: parts.map(yuan),
            };
            assert_eq!(verdict(&gain), said, "{difference}, {parts:?}");
        }
    }
}
