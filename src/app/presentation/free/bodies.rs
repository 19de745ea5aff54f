//! The slides that are no charts: gaps, the parts of the gain, the changed levers, the years.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Shown, tone};
use crate::analysis::contribution::contributions;
use crate::analysis::gain::verdict;
use crate::app::presentation::slide::{ProjectedBar, ProjectedBody, Slide};
use crate::model::gain::GainPart;
use crate::number::YuanPerPerson;
use crate::scenario::Change;

/// The most bars of a slide; the rest is one more.
const MOST_BARS: usize = 6;
/// The width of a drawing, in thousandths of itself.
const WIDTH: u16 = 1000;

/// A bar before its place is known.
struct Bar {
    label: String,
    remark: Option<String>,
    amount: YuanPerPerson,
}

impl Shown<'_> {
    /// The body of a slide.
    pub(super) fn body(&self, slide: Slide) -> ProjectedBody {
        let body = match slide {
            Slide::Result => Some(self.gaps()),
            Slide::Gain => Some(self.gain()),
            Slide::Changes => self.changes(),
            Slide::Years => Some(self.years()),
            _ => self.chart(slide),
        };
        let nothing = || vec![self.words.text("present-nothing").to_string()];
        body.unwrap_or_else(|| ProjectedBody::Words { lines: nothing() })
    }

    /// The headline income against the benchmarks that are known.
    fn gaps(&self) -> ProjectedBody {
        let words = self.words;
        let outcome = &self.results.outcome;
        let bars = outcome.benchmarks_of_income().filter_map(|benchmark| {
            let lead = outcome.scenario.first()?.lead(benchmark)?;
            let other = benchmark.is_disposable_income();
            Some(Bar {
                label: words.format("present-against", &[("name", &words.benchmark(benchmark))]),
                remark: other.then(|| words.text("result-other-concept").to_string()),
                amount: lead,
            })
        });
        let bars: Vec<Bar> = bars.collect();
        let note = words.text("present-gaps-note").to_string();
        self.bars(bars, Some(note))
    }

    /// The parts of the gain.
    fn gain(&self) -> ProjectedBody {
        let words = self.words;
        let Some(first) = self.results.outcome.scenario.first() else {
            return self.bars(Vec::new(), None);
        };
        let gain = first.gain();
        let bar = |part: GainPart| Bar {
            label: words.gain_label(part).to_string(),
            remark: None,
            amount: gain.part(part),
        };
        let note = words.gain_verdict(verdict(&gain));
        self.bars(GainPart::ALL.map(bar).into(), Some(note))
    }

    /// Each changed value with what it moves, the greatest first.
    fn changes(&self) -> Option<ProjectedBody> {
        let words = self.words;
        let region = &self.state.region;
        let found = contributions(region, &self.scenario)?;
        let deflated = |amount: YuanPerPerson, year| match self.results.deflator {
            Some(deflator) => deflator.amount(amount, year),
            None => amount,
        };
        let mut bars: Vec<Bar> = Vec::new();
        for Change { key, from, to } in self.scenario.changes(region) {
            let Some(part) = found.each.get(&key) else {
                continue;
            };
            let values = [
                ("from", &*words.value_if_known(key, from)),
                ("to", &*words.value(key, to)),
            ];
            bars.push(Bar {
                label: words.key_name(key).to_string(),
                remark: Some(words.format("present-from-to", &values)),
                amount: deflated(part.plan + part.policy, part.year),
            });
        }
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.amount.exact().abs()));
        let rest = bars.len().saturating_sub(MOST_BARS);
        bars.truncate(MOST_BARS);
        let mut note = words.text("present-changes-note").to_string();
        if rest > 0 {
            let more = words.format("present-more", &[("count", &rest.to_string())]);
            let both = [("first", &*more), ("second", &*note)];
            note = words.format("result-two-sentences", &both);
        }
        Some(self.bars(bars, Some(note)))
    }

    /// Every year in numbers.
    fn years(&self) -> ProjectedBody {
        let words = self.words;
        let outcome = &self.results.outcome;
        let years = outcome.plan.iter().zip(&outcome.scenario);
        let rows = years.map(|(plan, scenario)| {
            vec![
                scenario.year.to_string(),
                words.money(plan.income),
                words.money(scenario.income),
                words.signed_money(scenario.difference()),
            ]
        });
        let plan = match self.results.moves_the_plan() {
            true => "chart-plan-own",
            false => "result-plan",
        };
        let head = [
            "result-year",
            plan,
            "result-scenario",
            "result-policy-effect",
        ];
        ProjectedBody::Table {
            head: head.map(|id| words.text(id).to_string()).into(),
            rows: rows.collect(),
        }
    }

    /// Bars on one scale.
    fn bars(&self, bars: Vec<Bar>, note: Option<String>) -> ProjectedBody {
        let amounts = || bars.iter().map(|bar| bar.amount.exact());
        let least = amounts().fold(Decimal::ZERO, Decimal::min);
        let most = amounts().fold(Decimal::ZERO, Decimal::max);
        let place = |amount: Decimal| match (most - least).is_zero() {
            true => 0,
            false => thousandth((amount - least) / (most - least)),
        };
        let zero = place(Decimal::ZERO);
        let rows = bars.iter().map(|bar| {
            let end = place(bar.amount.exact());
            ProjectedBar {
                label: bar.label.clone(),
                remark: bar.remark.clone(),
                from: zero.min(end),
                to: zero.max(end),
                value: self.words.signed_money(bar.amount),
                tone: tone(bar.amount),
            }
        });
        ProjectedBody::Bars {
            zero,
            rows: rows.collect(),
            note,
        }
    }
}

/// A share in thousandths.
fn thousandth(share: Decimal) -> u16 {
    let place = (share * Decimal::from(WIDTH)).round();
    place.to_u16().map_or(0, |place| place.min(WIDTH))
}
