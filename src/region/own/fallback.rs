//! Values that stand in for those that a bureau did not give: each is an assumption with a range.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{LOCAL_BENCHMARKS, OwnRegion};
use crate::region::key::{
    Benchmark, Component, Fixed, Key, Year, Yearly, growth_far, growth_near, income0,
};
use crate::region::{EvidencedValue, Footing, Region, Status};

/// The default region's values as they stand in for those of a region of one's own.
pub struct Fallback<'a> {
    default: &'a Region,
    own: &'a OwnRegion,
}

impl<'a> Fallback<'a> {
    /// The values of a default region for a region of one's own.
    pub fn new(default: &'a Region, own: &'a OwnRegion) -> Self {
        Self { default, own }
    }

    /// The value that stands in for a key that every region has; none where there can be none.
    pub fn fixed(&self, key: Fixed) -> Option<EvidencedValue> {
        let figure = self.default.parameters.get(&Key::Fixed(key))?;
        match key {
            Fixed::Population | Fixed::HouseholdSize | Fixed::Coverage0 => None,
            key if key <= Fixed::FundsCountyOther => None,
            key if Component::ALL.map(income0).contains(&key) => None,
            Fixed::Coverage => {
                let known = self.own.values.get(&Key::Fixed(Fixed::Coverage0))?;
                Some(EvidencedValue {
                    value: known.value,
                    sources: Vec::new(),
                    basis: None,
                    footing: Some(Footing::Kept),
                    ..self.moved(figure)
                })
            }
            Fixed::RuralResidents | Fixed::IdleLabour | Fixed::ExistingAssets => {
                self.in_proportion(figure)
            }
            // Whether anybody was relocated there is not known, so that nobody is counted.
            Fixed::RelocatedLabour | Fixed::RelocatedEmployed => Some(EvidencedValue {
                value: Decimal::ZERO,
                range: Some((Decimal::ZERO, Decimal::ZERO)),
                status: Status::Assumption,
                sources: Vec::new(),
                basis: None,
                footing: Some(Footing::NoneKnown),
                ..self.moved(figure)
            }),
            key => {
                let near = Component::ALL
                    .into_iter()
                    .find(|component| growth_near(*component) == key);
                Some(match near {
                    Some(component) => self.near_growth(component, figure),
                    None => self.as_default(figure),
                })
            }
        }
    }

    /// The default region's figure, of the years of this one.
    fn moved(&self, figure: &EvidencedValue) -> EvidencedValue {
        let (from, to) = (self.default.years, self.own.years);
        let moved = [
            (from.income, to.income),
            (from.base(), to.base()),
            (from.first_plan, to.first_plan),
            (from.horizon, to.horizon),
        ];
        let year = moved.iter().find(|(year, _)| *year == figure.year);
        EvidencedValue {
            year: year.map_or(figure.year, |(_, year)| *year),
            ..figure.clone()
        }
    }

    /// The default region's figure as it is. What rests on publications of its place alone is kept as a
    /// mere assumption.
    fn as_default(&self, figure: &EvidencedValue) -> EvidencedValue {
        let is_local = self.is_local(figure);
        let moved = if figure.status == Status::Source {
            figure.clone()
        } else {
            self.moved(figure)
        };
        let value = figure.value;
        let status = match figure.status {
            status if !is_local => status,
            _ => Status::Assumption,
        };
        let is_assumed = status == Status::Assumption;
        EvidencedValue {
            status,
            sources: self.national(figure),
            basis: figure.basis.clone().filter(|_| !is_local),
            range: figure.range.or(is_assumed.then_some((value, value))),
            footing: is_assumed.then_some(Footing::Default),
            ..moved
        }
    }

    /// True for a figure that rests on a publication of the default region's place alone.
    pub fn is_local(&self, figure: &EvidencedValue) -> bool {
        let mut sources = figure.sources.iter();
        sources.any(|id| self.default.sources.get(id).is_some_and(|it| it.is_local))
    }

    /// The publications of a figure that are not of the default region's place alone.
    fn national(&self, figure: &EvidencedValue) -> Vec<String> {
        let sources = figure.sources.iter();
        let national = sources.filter(|id| {
            let source = self.default.sources.get(*id);
            source.is_some_and(|source| !source.is_local)
        });
        national.cloned().collect()
    }

    /// A number of people or an amount in the default region's proportion to its lifted population.
    fn in_proportion(&self, figure: &EvidencedValue) -> Option<EvidencedValue> {
        let people = Key::Fixed(Fixed::Population);
        let own = self.own.values.get(&people)?.value;
        let theirs = self.default.parameters.get(&people)?;
        let scaled = |amount: Decimal, by: Decimal| {
            let scaled = amount.checked_mul(own)?.checked_div(by)?;
            Some(scaled.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
        };
        let value = scaled(figure.value, theirs.value)?;
        let range = match (figure.range, theirs.range) {
            // Neither number of the default region is known well: the widest that both allow.
            (Some((least, most)), Some((fewest, greatest))) => {
                Some((scaled(least, greatest)?, scaled(most, fewest)?))
            }
            (Some((least, most)), None) => {
                Some((scaled(least, theirs.value)?, scaled(most, theirs.value)?))
            }
            (None, _) => Some((value, value)),
        };
        Some(EvidencedValue {
            value,
            range,
            status: Status::Assumption,
            sources: Vec::new(),
            basis: None,
            footing: Some(Footing::InProportion),
            ..self.moved(figure)
        })
    }

    /// Growth of a component in the first plan year: the default region's own path, which fades from near
    /// to far, at that year.
    fn near_growth(&self, component: Component, near: &EvidencedValue) -> EvidencedValue {
        let (since, first) = (self.default.years.first_plan, self.own.years.first_plan);
        let far = self.default.parameters.get(&growth_far(component).into());
        let fade = self.default.values().fixed(Fixed::GrowthFade);
        let (Some(far), true) = (far, since < first) else {
            return self.as_default(near);
        };
        let ahead = near.value - far.value;
        let faded = (since..first).fold(ahead, |ahead, _| (ahead * fade).round_dp(12));
        let value = (far.value + faded).round_dp(3);
        let range = far
            .range
            .map(|(least, most)| (least.min(value), most.max(value)));
        EvidencedValue {
            value,
            range: range.or(Some((value, value))),
            status: Status::Assumption,
            sources: Vec::new(),
            basis: None,
            footing: Some(Footing::Carried),
            ..self.moved(near)
        }
    }

    /// The values with a year that stand in for those that the region does not give.
    pub fn yearly(&self, key: (Yearly, Year)) -> Option<EvidencedValue> {
        let years = self.own.years;
        let (family, year) = key;
        let figure = self.default.parameters.get(&Key::Yearly(family, year));
        match family {
            Yearly::GrowthKnown => self.known_growth(year),
            Yearly::RiskLine => self.risk_line(year),
            Yearly::Bench(one) if LOCAL_BENCHMARKS.contains(&one) => None,
            Yearly::Bench(_) => figure.map(|figure| self.as_default(figure)),
            Yearly::BenchGrowth(Benchmark::RuralCity | Benchmark::LiftedCountiesCity) => None,
            Yearly::BenchGrowth(_) | Yearly::RiskLineGrowth if year > years.income => {
                figure.map(|figure| self.as_default(figure))
            }
            Yearly::BenchGrowth(_) | Yearly::RiskLineGrowth | Yearly::Lever(_) => None,
            Yearly::RuleCentralIndustry => figure.cloned(),
        }
    }

    /// Growth of income in a year between the base year and the plan: that of the nation's lifted
    /// population, as far as it is known or assumed.
    fn known_growth(&self, year: Year) -> Option<EvidencedValue> {
        let nation = Yearly::BenchGrowth(Benchmark::LiftedNation);
        let parameters = &self.default.parameters;
        let figure = parameters
            .get(&Key::Yearly(Yearly::GrowthKnown, year))
            .or_else(|| parameters.get(&Key::Yearly(nation, year)))
            .or_else(|| parameters.get(&Key::Fixed(Fixed::BenchGrowthLiftedNation)))?;
        Some(EvidencedValue {
            year,
            status: Status::Assumption,
            follows: Some(Benchmark::LiftedNation),
            footing: Some(Footing::Default),
            ..self.as_default(figure)
        })
    }

    /// The monitoring line of a year: the default region's, grown along its own path.
    fn risk_line(&self, year: Year) -> Option<EvidencedValue> {
        let since = self.default.years.income;
        let first = self
            .default
            .parameters
            .get(&Key::Yearly(Yearly::RiskLine, since))?;
        if year == since {
            return Some(self.as_default(first));
        }
        let parameters = &self.default.parameters;
        let after = parameters.get(&Key::Fixed(Fixed::RiskLineGrowth))?;
        let (mut value, mut least, mut most) = (first.value, first.value, first.value);
        for step in since + 1..=year {
            let growth = parameters.get(&Key::Yearly(Yearly::RiskLineGrowth, step));
            let growth = growth.unwrap_or(after);
            let range = growth.range.unwrap_or((growth.value, growth.value));
            value *= Decimal::ONE + growth.value;
            least *= Decimal::ONE + range.0;
            most *= Decimal::ONE + range.1;
        }
        Some(EvidencedValue {
            value: value.round_dp(0),
            year,
            range: Some((least.round_dp(0), most.round_dp(0))),
            status: Status::Assumption,
            sources: self.national(first),
            basis: None,
            footing: Some(Footing::Carried),
            ..first.clone()
        })
    }
}
