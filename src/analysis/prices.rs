//! Amounts a head in the prices of one year. A way to look at results, no part of the model: growth,
//! shares, coverage and the verdicts of the two higher-thans stay those of the amounts in each year's own
//! prices, and so does the money of the funds.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::history::IncomeHistory;
use super::monte_carlo::{Band, MonteCarloAnswer};
use super::summary::Summary;
use crate::model::{Outcome, YearOutcome};
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{Fixed, Year};
use crate::region::{Values, Years};

/// The prices that amounts a head are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PriceBasis {
    /// Of each year itself.
    #[default]
    Nominal,
    /// Of the first plan year.
    Constant,
}

impl PriceBasis {
    /// The other of both.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Nominal => Self::Constant,
            Self::Constant => Self::Nominal,
        }
    }
}

/// The way from each year's prices to those of one year: prices grow by the same share every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deflator {
    /// The year whose prices are used.
    pub year: Year,
    /// The yearly growth of prices.
    pub growth: Share,
}

impl Deflator {
    /// To the prices of the first plan year.
    pub fn of(years: Years, values: &Values) -> Self {
        Self {
            year: years.first_plan,
            growth: Share(values.fixed(Fixed::PriceGrowth)),
        }
    }

    /// The prices of a year over those of the deflator's, by which its amounts are divided; before that
    /// year, its inverse, so that both are whole powers.
    fn power(self, of: Year) -> Decimal {
        let factor = self.growth.factor().exact();
        let years = self.year.abs_diff(of);
        (0..years).fold(Decimal::ONE, |power, _| power * factor)
    }

    /// The prices of a year over those of the deflator's.
    pub fn level(self, of: Year) -> Share {
        Share(match of < self.year {
            true => Decimal::ONE / self.power(of),
            false => self.power(of),
        })
    }

    /// An amount of a year.
    pub fn amount(self, amount: YuanPerPerson, of: Year) -> YuanPerPerson {
        YuanPerPerson(match of < self.year {
            true => amount.exact() * self.power(of),
            false => amount.exact() / self.power(of),
        })
    }

    /// Every amount a head of an outcome, plan and scenario alike.
    pub fn outcome(self, nominal: &Outcome) -> Outcome {
        let base = nominal.years.base();
        let years = |all: &[YearOutcome]| all.iter().map(|year| self.year_outcome(year)).collect();
        Outcome {
            plan: years(&nominal.plan),
            scenario: years(&nominal.scenario),
            base_income: self.amount(nominal.base_income, base),
            base_benchmarks: nominal
                .base_benchmarks
                .map(|value| Some(self.amount(value?, base))),
            ..nominal.clone()
        }
    }

    fn year_outcome(self, nominal: &YearOutcome) -> YearOutcome {
        let amount = |amount| self.amount(amount, nominal.year);
        YearOutcome {
            income: amount(nominal.income),
            components: nominal.components.map(amount),
            channels: nominal.channels.map(|channel| channel.map(amount)),
            public_work: nominal.public_work.map(amount),
            earned: amount(nominal.earned),
            benchmarks: nominal.benchmarks.map(|value| Some(amount(value?))),
            ..nominal.clone()
        }
    }

    /// The years before the plan.
    pub fn history(self, years: Years, nominal: &IncomeHistory) -> IncomeHistory {
        let series = |amounts: &[YuanPerPerson]| {
            let years = amounts.iter().zip(years.income..);
            years.map(|(of, year)| self.amount(*of, year)).collect()
        };
        IncomeHistory {
            own: series(&nominal.own),
            published: series(&nominal.published),
            benchmarks: nominal.benchmarks.each_ref().map(|benchmark| {
                let years = benchmark.iter().zip(years.income..);
                let amount =
                    |(of, year): (&Option<YuanPerPerson>, _)| Some(self.amount((*of)?, year));
                years.map(amount).collect()
            }),
        }
    }

    /// The amounts a head of a summary: the monitoring line and the distance from it. All judgements stay.
    pub fn summary(self, years: Years, nominal: &Summary) -> Summary {
        let mut summary = nominal.clone();
        for (line, year) in summary.risk_line.iter_mut().zip(years.plan()) {
            *line = self.amount(*line, year);
        }
        for risks in [&mut summary.at_risk, &mut summary.at_risk_in_plan] {
            for (risk, year) in risks.iter_mut().zip(years.plan()) {
                if let Some(risk) = risk {
                    risk.mean_shortfall_yuan /= self.estimated_level(year);
                }
            }
        }
        summary
    }

    /// The incomes of draws; the shares of draws stay.
    pub fn draws(self, nominal: &MonteCarloAnswer) -> MonteCarloAnswer {
        let mut answer = nominal.clone();
        for year in &mut answer.years {
            let level = self.estimated_level(year.year);
            let band = |band: Band| Band {
                p10: band.p10 / level,
                p50: band.p50 / level,
                p90: band.p90 / level,
            };
            year.plan = band(year.plan);
            year.scenario = band(year.scenario);
            year.difference = band(year.difference);
            year.plan_single /= level;
            year.scenario_single /= level;
        }
        answer
    }

    /// The level for what is estimated in floating point.
    fn estimated_level(self, of: Year) -> f64 {
        self.level(of).exact().to_f64().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests;
