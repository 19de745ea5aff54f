//! Marginal results of 10,000 yuan in each use, computed with the model itself: a projection with
//! the money, minus one without.
//!
//! The money is added in every plan year, or in the first alone where the levers don't repeat;
//! social help goes on in every year. The result is given as all people's income together, in yuan:
//! a head it would be fractions of a fen.

use rust_decimal::Decimal;

use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::model::{ByComponent, YearOutcome, project};
use crate::number::{People, Yuan};
use crate::region::Years;
use crate::region::key::{Category, Component, Fixed, Level, Year, funds};
use crate::region::{Values, key};
use crate::scenario::Resolved;

/// The money that is added.
pub const ADDED: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// A place where money can be put. Which level gives it makes no difference to income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarginalUse {
    /// Funds of a category, used as the scenario uses them: industry money is parted into
    /// assets, grants and overheads by its own share of grants.
    Funds(Category),
    /// Social help that is paid directly.
    Social,
}

impl MarginalUse {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Funds(Category::Industry),
        Self::Funds(Category::Infrastructure),
        Self::Funds(Category::Other),
        Self::Social,
    ];

    /// The values with the money added; none where the place can take no more.
    fn with_money(self, values: &Values) -> Option<Values> {
        match self {
            Self::Funds(category) => Level::ALL
                .into_iter()
                .rev()
                .find_map(|level| added(values, funds(level, category))),
            Self::Social => {
                let mut next = added(values, Fixed::Social)?;
                let before = values.fixed(Fixed::Social);
                // What becomes industry money stays as it was, so that all of it is direct.
                let to_industry = values.fixed(Fixed::SocialIndustry) * before;
                next.set(Fixed::SocialIndustry.into(), to_industry / (before + ADDED));
                Some(next)
            }
        }
    }
}

/// The result of one year of money added to one use.
#[derive(Clone, Debug, PartialEq)]
pub struct MarginalYear {
    /// The year.
    pub year: Year,
    /// Effects of the channels on all people together, by component, yuan.
    pub channels: [ByComponent<Yuan>; Channel::ALL.len()],
    /// The whole of it by where it comes from.
    pub parts: [Yuan; GainPart::ALL.len()],
}

impl MarginalYear {
    /// The effect of one channel.
    pub fn channel(&self, channel: Channel) -> Yuan {
        self.channels[channel as usize].iter().copied().sum()
    }

    /// The effect of all channels.
    pub fn income(&self) -> Yuan {
        Channel::ALL
            .into_iter()
            .map(|channel| self.channel(channel))
            .sum()
    }

    /// A part of it by where it comes from.
    pub fn part(&self, part: GainPart) -> Yuan {
        self.parts[part as usize]
    }
}

/// A place and what money added to it brings, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Marginal {
    /// The place.
    pub place: MarginalUse,
    /// The plan years.
    pub years: Vec<MarginalYear>,
}

impl Marginal {
    /// The total result of the years up to one, counted from the first, and its parts.
    pub fn up_to(&self, step: usize) -> (Yuan, [Yuan; GainPart::ALL.len()]) {
        let years = || self.years.iter().take(step + 1);
        (
            years().map(MarginalYear::income).sum(),
            GainPart::ALL.map(|part| years().map(|year| year.part(part)).sum()),
        )
    }
}

/// Marginal results of 10,000 yuan in each use. A use that can take no more is left out.
pub fn marginal(years: Years, resolved: &Resolved, scenario: &[YearOutcome]) -> Vec<Marginal> {
    let people = population(years, &resolved.scenario);
    MarginalUse::ALL
        .into_iter()
        .filter_map(|place| {
            let values = place.with_money(&resolved.scenario)?;
            let outcome = project(years, &resolved.plan, &values);
            let more = outcome.scenario.iter().zip(scenario).zip(&people);
            let years = more
                .map(|((with, without), people)| {
                    let (more, less) = (with.gain(), without.gain());
                    MarginalYear {
                        year: with.year,
                        channels: Channel::ALL.map(|channel| {
                            Component::ALL.map(|component| {
                                let (row, column) = (channel as usize, component as usize);
                                let (with, without) = (&with.channels, &without.channels);
                                (with[row][column] - without[row][column]) * *people
                            })
                        }),
                        parts: GainPart::ALL
                            .map(|part| (more.part(part) - less.part(part)) * *people),
                    }
                })
                .collect();
            Some(Marginal { place, years })
        })
        .collect()
}

/// The people of each plan year.
fn population(years: Years, values: &Values) -> Vec<People> {
    let assumptions = crate::model::inputs::Assumptions::of(values, years);
    let path = crate::model::baseline::baseline(&assumptions, years).plan;
    path.into_iter().map(|year| year.population).collect()
}

/// The values with the money added to a key; none where that is more than the key allows.
fn added(values: &Values, fixed: Fixed) -> Option<Values> {
    let value = values.fixed(fixed) + ADDED;
    let (_, most) = key::Key::from(fixed).range();
    let mut next = values.clone();
    next.set(fixed.into(), value);
    (value <= most).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::round;
    use crate::scenario::Scenario;

    fn of(scenario: &Scenario) -> Vec<Marginal> {
        let region = crate::region::tests::region();
        let outcome = scenario.project(&region);
        marginal(region.years, &scenario.resolve(&region), &outcome.scenario)
    }

    /// By hand, first year, 10,000 yuan at an execution of 0.95. Industry: 9,500 · 0.15 · 0.5 ·
    /// 0.9 = 641.25 in grants. Other: 9,500 · 0.8 · (0.3 + 0.3·0.8) = 4,104, less a tenth of the
    /// 1,824 of wages, which are public work. Social: 10,000 · 0.9.
    #[test]
    fn agrees_with_arithmetic_by_hand() {
        let all = of(&Scenario::default());
        let first = |place: MarginalUse| {
            let found = all.iter().find(|marginal| marginal.place == place);
            &found.expect("every place").years[0]
        };
        let shown = |yuan: Yuan| round(yuan.exact(), 6).to_string();
        let industry = first(MarginalUse::Funds(Category::Industry));
        assert_eq!(shown(industry.channel(Channel::Grants)), "641.250000");
        let other = first(MarginalUse::Funds(Category::Other));
        assert_eq!(shown(other.channel(Channel::Other)), "4104.000000");
        let of = |part| shown(other.part(part));
        assert_eq!(of(GainPart::Market), "0.000000");
        assert_eq!(of(GainPart::PublicWork), "1824.000000");
        assert_eq!(of(GainPart::Transfer), "2097.600000");
        assert_eq!(shown(other.income()), "3921.600000");
        let social = first(MarginalUse::Social);
        assert_eq!(shown(social.income()), "9000.000000");
    }

    #[test]
    fn a_place_that_is_full_is_left_out() {
        let region = crate::region::tests::region();
        let mut scenario = Scenario::default();
        let most = key::Key::from(Fixed::Social).range().1;
        scenario
            .set(&region, Fixed::Social.into(), most)
            .expect("in range");
        assert!(
            of(&scenario)
                .iter()
                .all(|marginal| marginal.place != MarginalUse::Social)
        );
    }

    #[test]
    fn what_comes_until_a_year_adds_up() {
        for marginal in of(&Scenario::default()) {
            let sum: Yuan = marginal.years.iter().map(MarginalYear::income).sum();
            assert_eq!(marginal.up_to(7).0, sum);
            assert_eq!(marginal.up_to(0).0, marginal.years[0].income());
        }
    }
}
