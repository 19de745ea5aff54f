//! The outputs that an exercise asks for: the figures that can be explained, by their names, and totals of funds.
//! They are read off the recording of the model, so that there is no second set of formulas.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rust_decimal::Decimal;

use crate::analysis::explain::Trace;
use crate::analysis::explain::figure::ScreenFigure;
use crate::analysis::explain::tape::{NodeId, NodeKind};
use crate::model::Channel;
use crate::model::gain::GainPart;
use crate::model::term::{Quantity, Side, Term};
use crate::number::round;
use crate::region::Region;
use crate::region::key::{Benchmark, Unit};
use crate::scenario::Scenario;

/// The total of all funds, as exercises call it.
const FUNDS_TOTAL: &str = "funds.total";
/// The same among the figures.
const ALL_FUNDS: &str = "funds";
/// The places of money that count.
const MONEY_PLACES: u32 = 2;
/// The places of shares and plain factors that count.
const SHARE_PLACES: u32 = 4;

/// The name of an output: that of a figure, as `zengshou explain` takes it, or `funds.total`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutputName(String);

impl OutputName {
    /// The name as a figure's.
    fn figure(&self) -> &str {
        match self.0.as_str() {
            FUNDS_TOTAL => ALL_FUNDS,
            name => name,
        }
    }

    /// True for a difference of two shares.
    fn is_points(&self) -> bool {
        self.0.starts_with("margin.") || self.0.starts_with("coverage_lead.")
    }

    /// The term of an output that a scenario may lack: a share of nothing, a growth that no growth reaches.
    pub fn term_of_absent(&self) -> Option<Term> {
        let mut parts = self.0.split('.');
        let kind = parts.next()?;
        let what = match kind {
            "gain_share" => Quantity::MarketShare,
            "channel_share" => {
                let (channel, part) = (parts.next()?, parts.next()?);
                let channel = Channel::ALL.into_iter().find(|it| it.name() == channel)?;
                let part = GainPart::ALL.into_iter().find(|it| it.name() == part)?;
                Quantity::ChannelShare(channel, part)
            }
            "needed_growth" => {
                let benchmark = parts.next()?;
                let mut all = Benchmark::ALL.into_iter();
                Quantity::NeededGrowth(all.find(|it| it.name() == benchmark)?)
            }
            "average_growth" => Quantity::AverageGrowth,
            "central_share" => Quantity::CentralShare,
            _ => return None,
        };
        let year = self.0.rsplit('.').next().and_then(|year| year.parse().ok());
        Some(Term {
            what,
            year,
            side: Side::Scenario,
        })
    }

    /// The text of the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The names of all outputs of a region.
#[derive(Clone, Debug)]
pub struct OutputNames(BTreeSet<String>);

impl OutputNames {
    /// The names for a region, those among them that a scenario may lack, such as a share of nothing.
    pub fn of(region: &Region) -> Self {
        let trace = Trace::of(region, &Scenario::plan(region));
        let mut names: BTreeSet<String> = trace.figures().map(|(it, _)| it.to_string()).collect();
        let mut add = |figure: ScreenFigure| names.insert(figure.to_string());
        for year in region.years.plan() {
            add(ScreenFigure::MarketShare(year));
            for channel in Channel::ALL {
                for part in [GainPart::PublicWork, GainPart::Transfer] {
                    add(ScreenFigure::ChannelShare(channel, part, year));
                }
            }
        }
        for benchmark in Benchmark::ALL {
            add(ScreenFigure::NeededGrowth(benchmark));
        }
        add(ScreenFigure::AverageGrowth);
        add(ScreenFigure::CentralShare);
        names.insert(FUNDS_TOTAL.to_owned());
        Self(names)
    }

    /// The output of that name.
    pub fn find(&self, name: &str) -> Option<OutputName> {
        self.0.contains(name).then(|| OutputName(name.to_owned()))
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = OutputName> + '_ {
        self.0.iter().map(|name| OutputName(name.clone()))
    }
}

/// The measure of an output's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The unit; none for a plain factor.
    pub unit: Option<Unit>,
    /// True for a difference of two shares, which is counted in points.
    pub is_points: bool,
}

impl Measure {
    /// A number of that measure.
    pub fn value(self, number: Decimal) -> OutputValue {
        OutputValue {
            number,
            measure: self,
        }
    }
}

/// The value of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputValue {
    /// The number, rounded as it is shown.
    pub number: Decimal,
    /// Its measure.
    pub measure: Measure,
}

impl OutputValue {
    /// A number of that measure, rounded as it is shown.
    pub fn new(number: Decimal, measure: Measure) -> Self {
        let places = match measure.unit {
            Some(Unit::Yuan | Unit::YuanPerPerson | Unit::YuanPerHousehold) => MONEY_PLACES,
            Some(Unit::People | Unit::Projects | Unit::Flag) => 0,
            Some(Unit::Share | Unit::PeoplePerHousehold) | None => SHARE_PLACES,
        };
        measure.value(round(number, places))
    }
}

/// The outputs of one scenario.
pub struct Outputs {
    trace: Trace,
    places: BTreeMap<String, NodeId>,
}

impl Outputs {
    /// Computes a scenario, which is of the region as of its version ([`Scenario::region`]).
    pub fn of(region: &Region, scenario: &Scenario) -> Self {
        let trace = Trace::of(region, scenario);
        let places = trace
            .figures()
            .map(|(figure, node)| (figure.to_string(), node))
            .collect();
        Self { trace, places }
    }

    /// The value of an output; none where there is none, as a share of nothing.
    pub fn value(&self, name: &OutputName) -> Option<OutputValue> {
        Some(OutputValue::new(self.exact(name)?, self.measure(name)))
    }

    /// The exact value of an output.
    pub fn exact(&self, name: &OutputName) -> Option<Decimal> {
        Some(self.trace.node(self.step(name)?).value)
    }

    /// The measure of an output, also of one that has no value here.
    pub fn measure(&self, name: &OutputName) -> Measure {
        Measure {
            unit: self.unit(name),
            is_points: name.is_points(),
        }
    }

    fn unit(&self, name: &OutputName) -> Option<Unit> {
        let Some(step) = self.step(name) else {
            return name.term_of_absent()?.what.unit();
        };
        let node = self.trace.node(step);
        match (&node.kind, node.term) {
            (_, Some(term)) => term.what.unit(),
            (NodeKind::Input(key, _), None) => Some(key.unit()),
            _ => None,
        }
    }

    /// The step of the recording that an output is.
    pub fn step(&self, name: &OutputName) -> Option<NodeId> {
        self.places.get(name.figure()).copied()
    }

    /// The recording.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }
}
