//! Other drafts in the same draws: the levers of each, under the assumptions of the scenario on the
//! screen, so that they differ by policy alone.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::decision_variables::DecisionVariables;
use super::rescaling::rescale_shares;
use crate::floating::sampling::{Band, Benchmarks, HigherThans, SampleStatistics};
use crate::floating::{self, Assumptions, Floating, Levers, Projection};
use crate::region::key::{Benchmark, Fixed, Key, Year};
use crate::region::{Region, Years};
use crate::scenario::Scenario;

/// Distributions of a draft's results in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftYearDistribution {
    /// The year.
    pub year: Year,
    /// Its income, yuan a head.
    pub income: Band,
    /// Its income minus that of the scenario on the screen, draw by draw.
    pub beyond: Band,
    /// The share of draws in which it brings more than the scenario on the screen.
    pub ahead: f64,
    /// The share of draws in which it reaches each benchmark.
    pub reaches: [f64; Benchmark::ALL.len()],
    /// The share of draws in which it meets the first higher-than.
    pub first: f64,
}

/// Distributions of a draft's results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftDistribution {
    /// By plan year.
    pub years: Vec<DraftYearDistribution>,
}

/// The levers of a scenario: its decision variables.
pub fn levers_of(scenario: &Scenario) -> Vec<(Key, Decimal)> {
    let entries = scenario.entries();
    entries.filter(|(key, _)| key.is_lever()).collect()
}

/// A draft on its way through the draws.
pub struct DraftSample {
    decided: DecisionVariables,
    statistics: SampleStatistics,
    /// The sample where its grants leave less room for other shares than the scenario's do.
    sample: Option<floating::FloatingValues>,
    assumptions: Assumptions<f64>,
}

impl DraftSample {
    /// A draft's levers under the scenario's assumptions; none where they don't go together.
    pub fn of(
        region: &Region,
        scenario: &Scenario,
        decided: &[(Key, Decimal)],
        draws: usize,
    ) -> Option<Self> {
        let mut own = scenario.clone();
        own.reset_levers();
        for (key, value) in decided.iter().filter(|(key, _)| key.is_lever()) {
            own.set(region, *key, *value).ok()?;
        }
        let resolved = own.resolve(region);
        let follows = own.changed(Fixed::Coverage.into()).is_none();
        let years = region.years;
        Some(Self {
            decided: DecisionVariables::of(&resolved.scenario, years, follows),
            statistics: SampleStatistics::new(years.plan().len(), draws),
            sample: None,
            assumptions: Assumptions::of(&Floating(&resolved.plan), years),
        })
    }

    /// Adds one draw, in which the plan was projected and shares leave room for grants of
    /// `grants_share`.
    pub fn add_draw(
        &mut self,
        (sample, assumptions): (&floating::FloatingValues, &Assumptions<f64>),
        grants_share: f64,
        plan: &Levers<f64>,
        projection: &mut Projection,
        (benchmarks, targets): (&Benchmarks, HigherThans),
    ) {
        let own_share = self.decided.grants_share();
        if own_share > grants_share {
            let own = self.sample.get_or_insert_with(|| sample.clone());
            own.clone_from(sample);
            rescale_shares(own, own_share);
            own.assumptions(&mut self.assumptions);
            projection.run(&self.assumptions, plan, self.decided.in_draw(own));
            let incomes = (projection.base, &*projection.scenario);
            self.statistics.add(incomes, benchmarks, targets);
            projection.run_plan(assumptions, plan);
        } else {
            projection.run_scenario(assumptions, plan, self.decided.in_draw(sample));
            let incomes = (projection.base, &*projection.scenario);
            self.statistics.add(incomes, benchmarks, targets);
        }
    }

    /// Distributions from the draws made so far.
    pub fn distribution(&self, years: Years, scenario: &SampleStatistics) -> DraftDistribution {
        let of_year = |(step, year): (usize, Year)| {
            let beyond = self.statistics.beyond(scenario, step);
            let ahead = beyond.iter().filter(|amount| **amount > 0.0).count();
            DraftYearDistribution {
                year,
                income: self.statistics.band(step),
                ahead: ahead as f64 / beyond.len().max(1) as f64,
                beyond: Band::of(beyond),
                reaches: self.statistics.reaches(step),
                first: self.statistics.first(step),
            }
        };
        DraftDistribution {
            years: years.plan().enumerate().map(of_year).collect(),
        }
    }
}
