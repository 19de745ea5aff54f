//! Invented households to try everything with: seeded, streamed, and plainly artificial.
//!
//! What is assumed: members 1 to 6 in the shares 36, 38, 15, 8, 2, 1 of a hundred (2.05 on average); incomes a head log-normal around
//! the means that are handed in, with σ = 0.34 (a Gini coefficient of about 0.19); parts of the income scattered by σ = 0.4
//! each around those of the means; of a hundred households 92 lifted, 2.5 and 2.5 and 0.5 of the monitored kinds with three quarters of
//! the income, and 2.5 ordinary; 81 of a hundred with industry support; costs of 20 to 60 % of gross operating income, and in
//! three of a hundred a loss. Nothing of it is anybody's.
#![allow(clippy::float_arithmetic)]
// A register is invented by real numbers; only what is written down is whole.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use crate::columns::{COMPONENTS, HouseholdKind, OPERATING, PROPERTY, TRANSFER, WAGE};

/// The scatter of incomes a head.
const SIGMA: f64 = 0.34;
/// The scatter of the parts of an income.
const PART_SIGMA: f64 = 0.4;
/// Households of a thousand by members.
const BY_MEMBERS: [u64; 6] = [360, 380, 150, 80, 20, 10];
/// Households of a thousand by kind.
const BY_KIND: [u64; 5] = [920, 25, 25, 5, 25];
/// Invented counties.
const COUNTIES: u64 = 16;
/// The largest part of an income in fen: far from what a household's column holds.
const MOST_FEN: f64 = 1e9;

/// The heads of the columns, in their order.
pub const SAMPLE_HEADS: &str = "县,户类型,监测对象类别,风险是否已消除,家庭人口数,工资性收入,生产经营性收入,生产经营性支出,财产性收入,转移性收入,纯收入,人均纯收入,到户产业帮扶类型,年度";

/// Invented households, one row each.
pub struct HouseholdSample {
    chance: Xoshiro256PlusPlus,
    means: [f64; COMPONENTS],
    year: u16,
}

impl HouseholdSample {
    /// Households of a seed, with mean incomes a head in fen, of a year.
    pub fn new(seed: u64, means: [i64; COMPONENTS], year: u16) -> Self {
        Self {
            chance: Xoshiro256PlusPlus::seed_from_u64(seed),
            means: means.map(|mean| mean.max(0) as f64),
            year,
        }
    }

    /// Writes the next row with its end of line.
    pub fn write_row(&mut self, out: &mut Vec<u8>) {
        let county = self.below(COUNTIES) + 1;
        let kind = HouseholdKind::ALL[self.choose(&BY_KIND)];
        let members = self.choose(&BY_MEMBERS) as i64 + 1;
        let fen = self.incomes(kind, members);
        let is_loss = self.below(100) < 3;
        let percent = 20 + self.below(41) as i64;
        // Net is gross without costs; of a loss, costs are more than what comes in.
        let gross = fen[OPERATING] * 100 / (100 - percent);
        let cost = if is_loss {
            gross + gross / 10
        } else {
            gross - fen[OPERATING]
        };
        let net = fen[WAGE] + gross - cost + fen[PROPERTY] + fen[TRANSFER];
        let (of_kind, monitored) = match kind {
            HouseholdKind::Lifted => ("脱贫户", ""),
            HouseholdKind::Unstable => ("脱贫户", "脱贫不稳定户"),
            HouseholdKind::Marginal => ("一般农户", "边缘易致贫户"),
            HouseholdKind::Sudden => ("一般农户", "突发严重困难户"),
            HouseholdKind::Ordinary => ("一般农户", ""),
        };
        let is_cleared = self.below(10) < 6;
        let cleared = match (monitored.is_empty(), is_cleared) {
            (true, _) => "",
            (false, true) => "是",
            (false, false) => "否",
        };
        let support = if self.below(100) < 81 {
            "种植养殖"
        } else {
            ""
        };
        let text = |text: &str, out: &mut Vec<u8>| {
            out.extend_from_slice(text.as_bytes());
            out.push(b',');
        };
        text(&format!("虚构{county:02}县"), out);
        text(of_kind, out);
        text(monitored, out);
        text(cleared, out);
        text(&members.to_string(), out);
        for amount in [fen[WAGE], gross, cost, fen[PROPERTY], fen[TRANSFER], net] {
            yuan(amount, out);
        }
        yuan((2 * net + members).div_euclid(2 * members), out);
        text(support, out);
        out.extend_from_slice(self.year.to_string().as_bytes());
        out.push(b'\n');
    }

    /// Yearly incomes of a household in fen, in whole yuan.
    fn incomes(&mut self, kind: HouseholdKind, members: i64) -> [i64; COMPONENTS] {
        let level = libm::exp(SIGMA * self.normal() - SIGMA * SIGMA / 2.0);
        let is_monitored = !matches!(kind, HouseholdKind::Lifted | HouseholdKind::Ordinary);
        let level = level * if is_monitored { 0.75 } else { 1.0 } * members as f64;
        let parts = self
            .means
            .map(|mean| mean * libm::exp(PART_SIGMA * self.normal()));
        let (all, scattered) = (self.means.iter().sum::<f64>(), parts.iter().sum::<f64>());
        let scale = if scattered > 0.0 {
            all / scattered
        } else {
            0.0
        };
        parts.map(|part| (part * scale * level).min(MOST_FEN) as i64 / 100 * 100)
    }

    /// A draw of the normal distribution, after Box and Muller.
    fn normal(&mut self) -> f64 {
        let mut uniform = || ((self.chance.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64;
        let (one, other) = (uniform(), uniform());
        libm::sqrt(-2.0 * libm::log(one)) * libm::cos(2.0 * std::f64::consts::PI * other)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.chance.next_u64() % count
    }

    /// The place of one of some weights that are a thousand together.
    fn choose(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(1_000);
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        0
    }
}

/// Writes fen as yuan, and a comma.
fn yuan(fen: i64, out: &mut Vec<u8>) {
    let sign = if fen < 0 { "-" } else { "" };
    let (whole, rest) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
    out.extend_from_slice(format!("{sign}{whole}.{rest:02},").as_bytes());
}
