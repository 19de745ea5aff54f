//! Units and ways of writing that only the file's owner can settle.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A share as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AmountScale {
    /// 0.85 is 85 %.
    Share,
    /// 0.85 is 0.85 %.
    Percent,
}

/// Operating income before or after its costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operating {
    /// Before.
    Gross,
    /// After.
    Net,
}

/// A unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// 元.
    Yuan,
    /// 千元.
    Thousand,
    /// 万元.
    TenThousand,
    /// 百万元.
    Million,
    /// 亿元.
    HundredMillion,
}

impl MoneyUnit {
    /// Every unit.
    pub const ALL: [Self; 5] = [
        Self::Yuan,
        Self::Thousand,
        Self::TenThousand,
        Self::Million,
        Self::HundredMillion,
    ];

    /// Yuan in one of it.
    pub fn yuan(self) -> Decimal {
        Decimal::from(match self {
            Self::Yuan => 1,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::HundredMillion => 100_000_000,
        })
    }

    /// The unit's own name.
    pub fn official_name(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::Thousand => "千元",
            Self::TenThousand => "万元",
            Self::Million => "百万元",
            Self::HundredMillion => "亿元",
        }
    }
}

impl MoneyUnit {
    /// The unit that a text names, in Chinese or English, alone or for a head.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Some(match &*text {
            "元" | "圆" | "人民币元" | "元/人" | "元/年" | "元/人年" | "yuan" | "cny" | "rmb" => {
                Self::Yuan
            }
            "千元" | "仟元" | "thousand yuan" | "1,000 yuan" => Self::Thousand,
            "万元" | "萬元" | "万" | "萬" | "ten thousand yuan" | "10,000 yuan" | "10000 yuan" => {
                Self::TenThousand
            }
            "百万元" | "百萬元" | "million yuan" => Self::Million,
            "亿元" | "億元" | "亿" | "100 million yuan" => Self::HundredMillion,
            _ => return None,
        })
    }
}
