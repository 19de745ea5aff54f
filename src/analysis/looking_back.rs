//! Looking back: each rule that leads beyond the last known figure, applied to years whose figure is
//! known by now.
//!
//! The rules are today's with today's values, which nobody had in the years they are applied to. So
//! the errors say how far such rules go astray, and not how well anybody foresaw.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::model::baseline::baseline;
use crate::model::inputs::Assumptions;
use crate::number::{Share, YuanPerPerson};
use crate::region::key::{Benchmark, Component, Key, Year, Yearly, bench_growth_after, income0};
use crate::region::{Region, Values, Years};
use crate::scenario::Scenario;

/// The least assumed excess over a followed series that makes a rule of its own: what rounding a
/// growth to a tenth of a point can make is none.
const LEAST_EXCESS: Decimal = Decimal::from_parts(5, 0, 0, false, 4);

/// A series of incomes a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// The region's own lifted population, whose income is the headline.
    Own,
    /// A series that it is measured against.
    Benchmark(Benchmark),
}

impl Series {
    /// Every series.
    pub fn all() -> impl Iterator<Item = Self> {
        let benchmarks = Benchmark::ALL.into_iter().map(Self::Benchmark);
        std::iter::once(Self::Own).chain(benchmarks)
    }

    /// True for disposable income, another concept than the headline's net income.
    pub fn is_disposable_income(self) -> bool {
        matches!(self, Self::Benchmark(benchmark) if benchmark.is_disposable_income())
    }

    /// The rule that stands for the series in the history of errors: the headline's own for the
    /// headline's concept of income, else growth at one rate.
    fn main_rule(self) -> Rule {
        match self.is_disposable_income() {
            true => Rule::GrowthAfter,
            false => Rule::NearToFar,
        }
    }

    /// The growth of a year in which the series' figure is assumed.
    fn growth_of(self, year: Year) -> Key {
        match self {
            Self::Own => Key::Yearly(Yearly::GrowthKnown, year),
            Self::Benchmark(name) => Key::Yearly(Yearly::BenchGrowth(name), year),
        }
    }
}

/// A way beyond the last known figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Growth by component that fades from near to far: the headline's rule.
    NearToFar,
    /// The growth that a benchmark has after the years with figures of their own.
    GrowthAfter,
    /// The growth of another series.
    Follows(Benchmark),
    /// The same with the excess that today's assumptions have over it.
    FollowsWithExcess(Benchmark),
}

impl Rule {
    /// The name in the program.
    pub fn name(self) -> &'static str {
        match self {
            Self::NearToFar => "near-to-far",
            Self::GrowthAfter => "growth-after",
            Self::Follows(_) => "follows",
            Self::FollowsWithExcess(_) => "follows-with-excess",
        }
    }

    /// The series whose growth it takes.
    pub fn followed(self) -> Option<Benchmark> {
        match self {
            Self::Follows(other) | Self::FollowsWithExcess(other) => Some(other),
            Self::NearToFar | Self::GrowthAfter => None,
        }
    }
}

/// A figure that a rule gives for a known year from an earlier known one, beside the published figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// The year whose figure it starts from.
    pub from: Year,
    /// That figure.
    pub start: YuanPerPerson,
    /// The year that it is of.
    pub year: Year,
    /// The rule's figure.
    pub predicted: YuanPerPerson,
    /// The published figure.
    pub published: YuanPerPerson,
}

impl Prediction {
    /// The years ahead.
    pub fn ahead(self) -> Year {
        self.year - self.from
    }

    /// Predicted minus published: negative where the rule was too low.
    pub fn error(self) -> YuanPerPerson {
        self.predicted - self.published
    }

    /// The error as a share of the published figure.
    pub fn relative_error(self) -> Share {
        self.error() / self.published
    }

    /// The published figure's distance from the predicted one, as a share of the latter: what a path
    /// would have to be moved by.
    fn deviation(self) -> Share {
        (self.published - self.predicted) / self.predicted
    }
}

/// A rule applied to the known years of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The series.
    pub of: Series,
    /// The rule.
    pub rule: Rule,
    /// The excess over the followed series, for the first year after a known one, the second, and so on; none
    /// in other rules.
    pub excess: Vec<Share>,
    /// Every known year from every earlier one, as far as the rule reaches.
    pub predictions: Vec<Prediction>,
}

impl Trial {
    /// The predictions for the next year.
    pub fn next_years(&self) -> impl Iterator<Item = Prediction> + Clone + '_ {
        let all = self.predictions.iter().copied();
        all.filter(|prediction| prediction.ahead() == 1)
    }

    /// The most years ahead.
    pub fn most_ahead(&self) -> Year {
        let ahead = self.predictions.iter().map(|one| one.ahead());
        ahead.max().unwrap_or_default()
    }

    /// The prediction from one year for another.
    pub fn at(&self, from: Year, ahead: Year) -> Option<Prediction> {
        let mut all = self.predictions.iter().copied();
        all.find(|one| one.from == from && one.ahead() == ahead)
    }

    /// The mean size of the relative errors one year ahead; none without a prediction.
    pub fn mean_error(&self) -> Option<Share> {
        let sizes = self
            .next_years()
            .map(|one| one.relative_error().exact().abs());
        let count = Decimal::from(sizes.clone().count());
        let sum: Decimal = sizes.sum();
        (!count.is_zero()).then(|| Share(sum / count))
    }

    /// The greatest relative error one year ahead, whatever its sign.
    pub fn greatest(&self) -> Option<Prediction> {
        self.next_years()
            .max_by_key(|one| one.relative_error().exact().abs())
    }
}

/// The deviations of published figures from predicted ones some years ahead, over every series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErrorsAhead {
    /// The years ahead.
    pub ahead: Year,
    /// The number of predictions so far ahead.
    pub count: usize,
    /// The lowest deviation up to so many years ahead, as a share of the predicted figure.
    pub lowest: Share,
    /// The highest one.
    pub highest: Share,
}

/// Every rule applied to what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct LookingBack {
    /// The rules with a year to be held against.
    pub trials: Vec<Trial>,
    /// Series that follow another one without a second known year of their own, so that nothing can be said of the
    /// rule.
    pub untested: Vec<(Series, Rule)>,
    /// The errors by years ahead, as far as the predictions reach without a gap. A later year's are
    /// never narrower than those of the years before, since fewer predictions are no better ones.
    pub errors: Vec<ErrorsAhead>,
}

/// Applies every rule of a scenario's assumptions to the years that are known. A figure of the reader's own
/// counts as known where a note says where it comes from.
pub fn looking_back(region: &Region, scenario: &Scenario) -> LookingBack {
    let values = scenario.resolve(region).plan;
    let past = Past {
        region,
        scenario,
        values: &values,
    };
    let mut trials = Vec::new();
    let mut untested = Vec::new();
    for of in Series::all() {
        let known = past.known(of);
        for rule in past.rules(of) {
            let predictions = past.predictions(of, rule, &known);
            match predictions.is_empty() {
                false => trials.push(Trial {
                    of,
                    rule,
                    excess: match rule {
                        Rule::FollowsWithExcess(other) => past.excess(of, other),
                        _ => Vec::new(),
                    },
                    predictions,
                }),
                true if known.len() < 2 => untested.push((of, rule)),
                true => {}
            }
        }
    }
    LookingBack {
        errors: errors(&trials),
        trials,
        untested,
    }
}

fn errors(trials: &[Trial]) -> Vec<ErrorsAhead> {
    let main = trials
        .iter()
        .filter(|trial| trial.rule == trial.of.main_rule());
    let all: Vec<Prediction> = main.flat_map(|trial| trial.predictions.clone()).collect();
    let mut errors: Vec<ErrorsAhead> = Vec::new();
    for ahead in 1.. {
        let deviations = all.iter().filter(|one| one.ahead() == ahead);
        let deviations: Vec<Decimal> = deviations.map(|one| one.deviation().exact()).collect();
        let before = errors
            .last()
            .map(|last| (last.lowest.exact(), last.highest.exact()));
        let (Some(lowest), Some(highest)) = (deviations.iter().min(), deviations.iter().max())
        else {
            break;
        };
        let (least, most) = before.unwrap_or((*lowest, *highest));
        errors.push(ErrorsAhead {
            ahead,
            count: deviations.len(),
            lowest: Share(least.min(*lowest)),
            highest: Share(most.max(*highest)),
        });
    }
    errors
}

type KnownYears = BTreeMap<Year, YuanPerPerson>;

struct Past<'a> {
    region: &'a Region,
    scenario: &'a Scenario,
    values: &'a Values,
}

impl Past<'_> {
    /// The known years of a series: published ones, and those that the reader gives with a note.
    fn known(&self, of: Series) -> KnownYears {
        let years = self.region.years;
        let mut known = match of {
            Series::Own => {
                let parts = Component::ALL.map(|k| YuanPerPerson(self.values.fixed(income0(k))));
                KnownYears::from([(years.income, parts.into_iter().sum())])
            }
            Series::Benchmark(name) => {
                let figures = self.region.figures.iter().map(|(_, figure)| figure);
                let figures = figures.filter(|figure| figure.series == Some(name));
                let figures = figures.map(|figure| (figure.year, figure.value));
                let entered = (years.income..=years.horizon).filter_map(|year| {
                    let value = self.values.yearly(Yearly::Bench(name), year)?;
                    Some((year, value))
                });
                let all = figures.chain(entered);
                all.map(|(year, value)| (year, YuanPerPerson(value)))
                    .collect()
            }
        };
        // Growth that the reader gives with a note leads on from year to year.
        let mut last = known.last_key_value().map(|(year, value)| (*year, *value));
        while let Some((year, value)) = last {
            let key = of.growth_of(year + 1);
            let noted = self.scenario.note(key).and_then(|_| self.values.get(key));
            last = noted.map(|growth| (year + 1, value * Share(growth).factor()));
            known.extend(last);
        }
        known
    }

    /// The rules that lead a series on.
    fn rules(&self, of: Series) -> Vec<Rule> {
        let mut followed = BTreeSet::new();
        for (key, figure) in &self.region.parameters {
            if let (Key::Yearly(_, year), Some(other)) = (*key, figure.follows)
                && of.growth_of(year) == *key
            {
                followed.insert(other);
            }
        }
        let mut rules = vec![];
        if !of.is_disposable_income() {
            rules.push(Rule::NearToFar);
        }
        for other in followed {
            rules.push(Rule::Follows(other));
            let is_excess = |excess: &Share| excess.exact().abs() >= LEAST_EXCESS;
            if self.excess(of, other).iter().any(is_excess) {
                rules.push(Rule::FollowsWithExcess(other));
            }
        }
        if matches!(of, Series::Benchmark(_)) {
            rules.push(Rule::GrowthAfter);
        }
        rules
    }

    /// The excess over a followed series in today's assumptions: for the first year after the last known
    /// one, for the second, and so on.
    fn excess(&self, of: Series, other: Benchmark) -> Vec<Share> {
        let followed = self.known(Series::Benchmark(other));
        let assumed = |(key, figure): (&Key, &crate::region::EvidencedValue)| {
            let Key::Yearly(_, year) = *key else {
                return None;
            };
            let follows = figure.follows == Some(other) && of.growth_of(year) == *key;
            (follows && self.scenario.note(*key).is_none()).then_some((*key, year))
        };
        let years = self.region.parameters.iter().filter_map(assumed);
        let excess = years.map_while(|(key, year)| {
            let growth = growth(&followed, year)?;
            Some(Share(self.values.get(key)?) - growth)
        });
        excess.collect()
    }

    fn predictions(&self, of: Series, rule: Rule, known: &KnownYears) -> Vec<Prediction> {
        let mut predictions = Vec::new();
        for (from, start) in known {
            for (year, published) in known.range(from + 1..) {
                let predicted = self.predict(of, rule, *start, (*from, *year));
                if let Some(predicted) = predicted
                    && predicted > YuanPerPerson::ZERO
                    && *published > YuanPerPerson::ZERO
                {
                    predictions.push(Prediction {
                        from: *from,
                        start: *start,
                        year: *year,
                        predicted,
                        published: *published,
                    });
                }
            }
        }
        predictions
    }

    /// The figure that a rule gives from one year for another; none where it does not reach so far.
    fn predict(
        &self,
        of: Series,
        rule: Rule,
        start: YuanPerPerson,
        (from, year): (Year, Year),
    ) -> Option<YuanPerPerson> {
        match rule {
            Rule::NearToFar => self.near_to_far(start, from, year),
            Rule::GrowthAfter => {
                let Series::Benchmark(name) = of else {
                    return None;
                };
                let factor = Share(self.values.fixed(bench_growth_after(name))).factor();
                Some((from..year).fold(start, |amount, _| amount * factor))
            }
            Rule::Follows(other) => {
                let followed = self.known(Series::Benchmark(other));
                let factor = *followed.get(&year)? / *followed.get(&from)?;
                Some(start * factor)
            }
            Rule::FollowsWithExcess(other) => {
                let followed = self.known(Series::Benchmark(other));
                let excess = self.excess(of, other);
                let mut amount = start;
                for (step, year) in (from + 1..=year).enumerate() {
                    let growth = growth(&followed, year)? + *excess.get(step)?;
                    amount = amount * growth.factor();
                }
                Some(amount)
            }
        }
    }

    /// The planned path of the model from a year's income, divided like the region's own.
    fn near_to_far(&self, start: YuanPerPerson, from: Year, year: Year) -> Option<YuanPerPerson> {
        let years = Years {
            income: from,
            first_plan: from + 1,
            horizon: year,
        };
        let mut assumptions = Assumptions::of(self.values, years);
        let own: YuanPerPerson = assumptions.income0.iter().copied().sum();
        if own <= YuanPerPerson::ZERO {
            return None;
        }
        let scale = start / own;
        assumptions.income0 = assumptions.income0.map(|part| part * scale);
        assumptions.growth_known.clear();
        let path = baseline(&assumptions, years);
        let last = path.plan.last()?;
        Some(last.income.iter().copied().sum())
    }
}

/// The growth of a known year on the known year before.
fn growth(known: &KnownYears, year: Year) -> Option<Share> {
    let (now, before) = (*known.get(&year)?, *known.get(&(year - 1))?);
    Some((now - before) / before)
}

#[cfg(test)]
mod tests;
