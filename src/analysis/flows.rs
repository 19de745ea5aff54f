//! Flows of money and their results: levels → categories in yuan, then the effects of the
//! categories' channels, by component, in yuan a head.
//!
//! Both halves are the model's own figures of one year. They share no unit: money is allocated
//! once and works for years, so that a year's effects come from its own money and from earlier
//! years' alike. The effects are the whole ones of one side, not differences to the plan; only
//! the claw-back, which the model knows as a difference alone, is one.

use crate::model::baseline::baseline;
use crate::model::effects::{YearEffects, effects};
use crate::model::inputs::{Assumptions, Levers};
use crate::model::spending::Spender;
use crate::model::{ByCategory, ByComponent, Channel, YearOutcome, term};
use crate::number::{Yuan, YuanPerPerson};
use crate::region::Years;
use crate::region::key::{Category, Component, Level};
use crate::scenario::Resolved;

/// A source of money for channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowOrigin {
    /// Linking funds of a category, and for industry the part of social help.
    Funds(Category),
    /// Social help that is paid directly.
    Direct,
    /// Pay by employers outside the plan.
    Employers,
    /// Allowances under the law on minimum living.
    Allowances,
}

impl FlowOrigin {
    /// All of them, in the order of drawing.
    pub const ALL: [Self; 6] = [
        Self::Funds(Category::Industry),
        Self::Funds(Category::Infrastructure),
        Self::Funds(Category::Other),
        Self::Direct,
        Self::Employers,
        Self::Allowances,
    ];

    /// The source of money for a channel.
    pub fn of(channel: Channel) -> Self {
        match channel {
            Channel::Industry | Channel::Grants | Channel::Coverage => {
                Self::Funds(Category::Industry)
            }
            Channel::Infrastructure => Self::Funds(Category::Infrastructure),
            Channel::Other => Self::Funds(Category::Other),
            Channel::Employment | Channel::Relocation => Self::Employers,
            Channel::Social => Self::Direct,
            Channel::Clawback => Self::Allowances,
        }
    }
}

/// One year's flows of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// Linking funds allocated for the year, by level and category.
    pub funds: [ByCategory<Yuan>; Level::ALL.len()],
    /// Social help that becomes industry money.
    pub help_to_industry: Yuan,
    /// Social help that is paid directly.
    pub help_direct: Yuan,
    /// Money spent in the year, including money carried over.
    pub spent: ByCategory<Yuan>,
    /// Effects of the channels, by component.
    pub channels: [ByComponent<YuanPerPerson>; Channel::ALL.len()],
}

impl Flows {
    /// The effect of one channel.
    pub fn channel(&self, channel: Channel) -> YuanPerPerson {
        self.channels[channel as usize].iter().copied().sum()
    }

    /// The effect of all channels on one component.
    pub fn component(&self, component: Component) -> YuanPerPerson {
        let column = self.channels.iter().map(|row| row[component as usize]);
        column.sum()
    }
}

/// The side of flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowSide {
    /// The plan.
    Plan,
    /// The scenario.
    Scenario,
}

/// The flows of a plan year, counted from the first; none beyond the horizon.
pub fn flows(
    years: Years,
    resolved: &Resolved,
    side: FlowSide,
    outcome: &YearOutcome,
) -> Option<Flows> {
    let step = usize::from(outcome.year.checked_sub(years.first_plan)?);
    let assumptions = Assumptions::of(&resolved.scenario, years);
    let plan = Levers::with_years(&resolved.plan, years);
    let (named, levers) = match side {
        FlowSide::Plan => (term::Side::Plan, plan.clone()),
        FlowSide::Scenario => (
            term::Side::Scenario,
            Levers::with_years(&resolved.scenario, years),
        ),
    };
    let path = baseline(&assumptions, years);
    let own: YearEffects = effects(named, &levers, &plan, &assumptions, &path)
        .into_iter()
        .nth(step)?;
    let mut channels = own.channels;
    channels[Channel::Clawback as usize] = outcome.channels[Channel::Clawback as usize];
    Some(Flows {
        funds: *funds_by_year(named, &levers, &plan, (&assumptions, years)).get(step)?,
        help_to_industry: levers.social * levers.social_industry,
        help_direct: levers.social * levers.social_industry.rest(),
        spent: own.spending.spent,
        channels,
    })
}

/// The linking funds of each plan year, by level and category.
pub fn funds_by_year(
    side: term::Side,
    levers: &Levers,
    plan: &Levers,
    (assumptions, years): (&Assumptions, Years),
) -> Vec<[ByCategory<Yuan>; Level::ALL.len()]> {
    let mut spender = Spender::new(levers, plan, assumptions, (side, years.base()));
    let of_year = |year| {
        spender.next_year(year);
        spender.cells()
    };
    years.plan().map(of_year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::examples::Example;

    #[test]
    fn scenario_minus_plan_are_the_channels_and_the_funds_are_those_allocated() {
        let region = crate::region::tests::region();
        for example in Example::ALL {
            let scenario = example.scenario(&region);
            let resolved = scenario.resolve(&region);
            let outcome = scenario.project(&region);
            for (plan_year, year) in outcome.plan.iter().zip(&outcome.scenario) {
                let of = |side, outcome| {
                    flows(region.years, &resolved, side, outcome).expect("a plan year")
                };
                let (plan, own) = (of(FlowSide::Plan, plan_year), of(FlowSide::Scenario, year));
                for channel in Channel::ALL {
                    for component in Component::ALL {
                        let (row, column) = (channel as usize, component as usize);
                        assert_eq!(
                            own.channels[row][column] - plan.channels[row][column],
                            year.channels[row][column],
                            "{example:?} {channel:?} {component:?}"
                        );
                    }
                }
                for category in Category::ALL {
                    let mut money: Yuan = own.funds.iter().map(|row| row[category as usize]).sum();
                    if category == Category::Industry {
                        money += own.help_to_industry;
                    }
                    assert_eq!(
                        money,
                        year.spending.allocations[category as usize].allocated
                    );
                }
            }
        }
    }

    #[test]
    fn without_repeat_the_plans_funds_return() {
        use crate::region::key::{Fixed, funds};
        let region = crate::region::tests::region();
        let mut scenario = crate::scenario::Scenario::default();
        let cell = funds(Level::Central, Category::Industry);
        let more = rust_decimal::Decimal::from(900_000_000);
        for (key, value) in [(cell, more), (Fixed::Repeat, rust_decimal::Decimal::ZERO)] {
            scenario.set(&region, key.into(), value).expect("in range");
        }
        let resolved = scenario.resolve(&region);
        let outcome = scenario.project(&region);
        let central = |step: usize| {
            let found = flows(
                region.years,
                &resolved,
                FlowSide::Scenario,
                &outcome.scenario[step],
            );
            found.expect("a plan year").funds[0][0].exact()
        };
        assert_eq!(central(0), more);
        assert_eq!(central(1), region.values().fixed(cell));
    }
}
