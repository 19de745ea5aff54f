//! The names of everything that has one, as message identifiers and as texts.

use std::borrow::Cow;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::Catalog;
use crate::analysis::gain::GainVerdict;
use crate::analysis::ineffective_changes::IneffectiveReason;
use crate::analysis::lever_help::LeverHelp;
use crate::analysis::plausible::Unlikely;
use crate::analysis::prices::Deflator;
use crate::model::gain::GainPart;
use crate::model::targets::Verdict;
use crate::model::years::year_of;
use crate::model::{Channel, Outcome};
use crate::region::key::{
    Batch, Benchmark, Category, Component, Fixed, Group, Key, Level, Unit, Year, Yearly,
};
use crate::region::{EvidencedValue, Footing, Publication, Region, Status};
use crate::scenario::examples::Example;

/// The message identifier of a key's name or hint; a yearly key has one for its family.
fn identifier(prefix: &str, key: Key) -> String {
    let name = match key {
        Key::Fixed(fixed) => fixed.row().name,
        Key::Yearly(family, _) => family.prefix().0,
    };
    let year = if matches!(key, Key::Yearly(..)) {
        "-year"
    } else {
        ""
    };
    format!("{prefix}-{}{year}", name.replace('.', "-"))
}

impl Catalog {
    /// The name of a key, with its year if it has one.
    pub fn key_name(&self, key: Key) -> Rc<str> {
        match key {
            Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther => {
                let cell = fixed as usize;
                let level = Level::ALL[cell / Category::ALL.len()];
                let category = Category::ALL[cell % Category::ALL.len()];
                let (level, category) = (self.level(level), self.category(category));
                self.format("funds-cell", &[("level", &level), ("category", &category)])
                    .into()
            }
            Key::Fixed(fixed) => {
                let name = self.text(&identifier("key", key));
                let years = self.years.get();
                match years.and_then(|years| year_of(fixed, years)) {
                    Some(year) => self.in_year(&name, year),
                    None => name,
                }
            }
            Key::Yearly(Yearly::Lever(lever), year) => {
                self.in_year(&self.key_name(lever.into()), year)
            }
            Key::Yearly(_, year) => self
                .format(&identifier("key", key), &[("year", &year.to_string())])
                .into(),
        }
    }

    /// A name with a year.
    fn in_year(&self, name: &str, year: Year) -> Rc<str> {
        let arguments = [("name", name), ("year", &*year.to_string())];
        self.format("key-in-year", &arguments).into()
    }

    /// One sentence on what a key means and costs.
    pub fn key_hint(&self, key: Key) -> Rc<str> {
        match key {
            Key::Fixed(fixed) if fixed <= Fixed::FundsCountyOther => self.text("hint-funds"),
            Key::Fixed(_) => self.text(&identifier("hint", key)),
            Key::Yearly(Yearly::Lever(lever), _) => self.key_hint(lever.into()),
            Key::Yearly(..) => self.text(&identifier("hint", key)),
        }
    }

    /// A range of a key's values.
    pub fn range(&self, key: Key, (least, most): (Decimal, Decimal)) -> String {
        // Per cent and words are at both ends, other units once.
        let least = match key.unit() {
            Unit::Share | Unit::Flag => self.value(key, least),
            unit => self.typed(unit, least),
        };
        let most = self.value(key, most);
        self.format("input-range", &[("least", &least), ("most", &most)])
    }

    /// A sentence on a value outside what is plausible.
    pub fn unlikely(&self, unlikely: &Unlikely) -> String {
        let Unlikely { key, value, .. } = *unlikely;
        let range = self.range(key, (unlikely.least, unlikely.most));
        let arguments = [("value", &*self.value(key, value)), ("range", &range)];
        self.format("input-unlikely", &arguments)
    }

    /// The name of a published figure: the region's own, or by the reader's words where it gives none.
    pub fn figure_name(&self, id: &str, figure: &EvidencedValue) -> Rc<str> {
        match (&figure.name, id) {
            (Some(name), _) => name.in_language(self.language()).into(),
            (None, "funds.total") => self.text("figure-funds-total"),
            (None, "funds.spent") => self.text("figure-funds-spent"),
            (None, id) => id.into(),
        }
    }

    /// The name of a level of government.
    pub fn level(&self, level: Level) -> Rc<str> {
        self.text(&format!("level-{}", level.name()))
    }

    /// The name of a category of project.
    pub fn category(&self, category: Category) -> Rc<str> {
        self.text(&format!("category-{}", category.name()))
    }

    /// The name of a component of income.
    pub fn component(&self, component: Component) -> Rc<str> {
        self.text(&format!("component-{}", component.name()))
    }

    /// The name of a channel.
    pub fn channel(&self, channel: Channel) -> Rc<str> {
        self.text(&format!("channel-{}", channel.name()))
    }

    /// The name of a part of a gain, within a sentence.
    pub fn gain_part(&self, part: GainPart) -> Rc<str> {
        self.text(&format!("gain-{}", part.name()))
    }

    /// The name of a part of a gain with what it is made of.
    pub fn gain_label(&self, part: GainPart) -> Rc<str> {
        self.text(&format!("result-part-{}", part.name()))
    }

    /// The verdict on a gain, in a sentence.
    pub fn gain_verdict(&self, verdict: GainVerdict) -> String {
        match verdict {
            GainVerdict::Nothing => self.text("result-gain-nothing").to_string(),
            GainVerdict::Offset => self.text("result-gain-offset").to_string(),
            GainVerdict::Gain(None) => self.text("result-gain-small").to_string(),
            GainVerdict::Gain(Some(share)) => {
                self.format("result-gain-share", &[("share", &self.percent(share, 1))])
            }
            GainVerdict::MarketFalls => self.text("result-gain-market-falls").to_string(),
            GainVerdict::PaidFalls => self.text("result-gain-paid-falls").to_string(),
            GainVerdict::Loss(part) => {
                self.format("result-loss-most", &[("name", &self.gain_part(part))])
            }
        }
    }

    /// The name of a batch of employment.
    pub fn batch(&self, batch: Batch) -> Rc<str> {
        self.text(&format!("key-jobs-{}", batch.name()))
    }

    /// The name of a benchmark.
    pub fn benchmark(&self, benchmark: Benchmark) -> Rc<str> {
        self.text(&format!("benchmark-{}", benchmark.name()))
    }

    /// The judgement of a higher-than in a word.
    pub fn verdict(&self, verdict: Verdict) -> Rc<str> {
        self.text(match verdict {
            Verdict::Met => "result-met",
            Verdict::NotMet => "result-missed",
            Verdict::TooClose => "result-too-close",
        })
    }

    /// The first higher-than as a goal of draws, against that benchmark.
    pub fn first_goal(&self, benchmark: Benchmark) -> Rc<str> {
        self.text(match benchmark {
            Benchmark::RuralCity => "plan-chance-first-city",
            _ => "plan-chance-first",
        })
    }

    /// The second higher-than as a goal of draws, of that series.
    pub fn second_goal(&self, series: Benchmark) -> Rc<str> {
        self.text(match series {
            Benchmark::LiftedCountiesCity => "plan-chance-second-city",
            _ => "plan-chance-second",
        })
    }

    /// By which series each of the two higher-thans is judged, in two sentences: a proxy is named as one.
    pub fn measured_against(&self, first: Option<Benchmark>, second: Option<Benchmark>) -> String {
        let name = |of: Option<Benchmark>| of.map_or("unknown", Benchmark::name);
        let first = self.text(&format!("target-against-{}", name(first)));
        let second = self.text(&format!("target-series-{}", name(second)));
        let both = [("first", &*first), ("second", &*second)];
        self.format("result-two-sentences", &both)
    }

    /// A sentence on the benchmarks of income that nobody knows up to the horizon: those of the city wait to be
    /// entered, others were never published.
    pub fn unknown_benchmarks(&self, outcome: &Outcome) -> Option<String> {
        let last = outcome.scenario.last()?;
        let unknown = |of_city: bool| {
            let all = Benchmark::OF_INCOME.into_iter();
            let names = all.filter(|name| last.benchmark(*name).is_none());
            let names = names.filter(|name| (*name == Benchmark::RuralCity) == of_city);
            let names: Vec<Rc<str>> = names.map(|name| self.benchmark(name)).collect();
            let id = match of_city {
                true => "result-gaps-unknown",
                false => "result-gaps-unknown-other",
            };
            let list = names.join(&self.text("result-join"));
            (!names.is_empty()).then(|| self.format(id, &[("benchmarks", &list)]))
        };
        match (unknown(false), unknown(true)) {
            (Some(first), Some(second)) => {
                let both = [("first", &*first), ("second", &*second)];
                Some(self.format("result-two-sentences", &both))
            }
            (one, other) => one.or(other),
        }
    }

    /// The name of a group of keys.
    pub fn group(&self, group: Group) -> Rc<str> {
        self.text(&format!("group-{}", group.name()))
    }

    /// The name of a status.
    pub fn status(&self, status: Status) -> Rc<str> {
        self.text(&format!("status-{}", status.name()))
    }

    /// The name of an example.
    pub fn example(&self, example: Example) -> Rc<str> {
        self.text(&format!("example-{}", example.name()))
    }

    /// A part of a lever's note, with the region's own figures.
    pub fn note_part(&self, note: &LeverHelp, part: &str, region: &Region) -> String {
        self.note(note, part, region, |(key, figure)| {
            self.value(key, figure.value)
        })
    }

    /// A part of a lever's note, with figures written in some way.
    pub(crate) fn note(
        &self,
        note: &LeverHelp,
        part: &str,
        region: &Region,
        write: impl Fn((Key, &EvidencedValue)) -> String,
    ) -> String {
        let figures = note.about.iter().filter_map(|fixed| {
            let key = Key::Fixed(*fixed);
            let figure = region.parameters.get(&key)?;
            Some((LeverHelp::argument(*fixed), write((key, figure))))
        });
        let figures: Vec<(String, String)> = figures.collect();
        let arguments: Vec<(&str, &str)> = figures
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        self.format(&note.message(part), &arguments)
    }

    /// A publication in a line. A description is no title and stands without a title's marks; what
    /// has no date says so.
    pub fn citation(&self, source: &Publication) -> String {
        let language = self.language();
        let id = if source.is_untitled {
            "input-evidence-source-untitled"
        } else {
            "input-evidence-source"
        };
        self.format(
            id,
            &[
                ("title", source.title.in_language(language)),
                ("publisher", source.publisher.in_language(language)),
                ("published", &self.published(source)),
            ],
        )
    }

    /// The version of a region's data, and whether it is today's.
    pub fn data_version(&self, region: &Region) -> String {
        let (version, newest) = (region.version.to_string(), region.newest().to_string());
        let id = match region.vintage() {
            Some(_) => "data-version-earlier",
            None => "data-version-today",
        };
        self.format(id, &[("version", &version), ("newest", &newest)])
    }

    /// The constant prices that amounts a head are in, with the growth of prices behind them.
    pub fn constant_prices(&self, deflator: Deflator) -> String {
        self.of_prices("prices-mark", deflator)
    }

    /// A message on the year and the growth of constant prices.
    pub fn of_prices(&self, id: &str, deflator: Deflator) -> String {
        let growth = deflator.growth.exact() * Decimal::ONE_HUNDRED;
        let growth = growth.normalize();
        let growth = format!("{}%", self.decimal(growth, growth.scale()));
        let named = [("year", &*deflator.year.to_string()), ("growth", &growth)];
        self.format(id, &named)
    }

    /// The unit of amounts a head, in whichever prices they are.
    pub fn yuan_a_head(&self, deflator: Option<Deflator>) -> String {
        let unit = self.text("result-yuan-a-head");
        match deflator {
            None => unit.to_string(),
            Some(Deflator { year, .. }) => self.format(
                "prices-unit",
                &[("unit", &unit), ("year", &year.to_string())],
            ),
        }
    }

    /// The name of something that is of an earlier version of the data.
    pub fn of_version(&self, name: &str, version: u32) -> String {
        let named = [("name", name), ("version", &*version.to_string())];
        self.format("data-version-of", &named)
    }

    /// The arithmetic of a derived value, the reason for an assumed one; for a value that was replaced since,
    /// that it was, and by what.
    pub fn basis<'f>(&self, figure: &'f EvidencedValue) -> Option<Cow<'f, str>> {
        let Some(replaced) = figure.replaced else {
            let basis = figure.basis.as_ref();
            let basis = basis.map(|basis| basis.in_language(self.language()));
            return match (figure.footing, basis) {
                (None, basis) => basis.map(Cow::from),
                (Some(footing), None) => Some(self.footing(footing).to_string().into()),
                (Some(footing), Some(basis)) => {
                    let both = [("footing", &*self.footing(footing)), ("basis", basis)];
                    Some(self.format("footing-with-basis", &both).into())
                }
            };
        };
        let version = replaced.version.to_string();
        let today = replaced.today;
        let today = today.map(|value| self.value_of_unit(figure.unit, value));
        let text = match today {
            Some(today) => self.format(
                "evidence-replaced",
                &[("version", &version), ("today", &today)],
            ),
            None => self.format("evidence-withdrawn", &[("version", &version)]),
        };
        Some(text.into())
    }

    /// The way in which a value stands there that has neither a source nor a reason of its own.
    fn footing(&self, footing: Footing) -> Rc<str> {
        self.text(match footing {
            Footing::Default => "footing-default",
            Footing::InProportion => "footing-in-proportion",
            Footing::Carried => "footing-carried",
            Footing::NoneKnown => "footing-none-known",
            Footing::Kept => "footing-kept",
            Footing::Unsourced => "footing-unsourced",
        })
    }

    /// The date of a publication, as far as known.
    pub fn published(&self, source: &Publication) -> Rc<str> {
        let is_known = source.published.contains(|c: char| c.is_ascii_digit());
        if is_known {
            source.published.as_str().into()
        } else {
            self.text("input-evidence-undated")
        }
    }

    /// The reason for a change without effect.
    pub fn idle(&self, reason: IneffectiveReason) -> Rc<str> {
        self.text(&format!("idle-{}", reason.name()))
    }
}
