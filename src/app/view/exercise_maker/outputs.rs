//! The outputs that a trainer may point at, by year and with their names, and numbers as they are typed for them.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::words::Words;
use crate::exercise::draft::{DraftBound, ExerciseDraft};
use crate::exercise::output::{OutputName, OutputNames, Outputs};
use crate::i18n::input::read_number;
use crate::i18n::number::scale;
use crate::number::parse_decimal;
use crate::region::Region;
use crate::region::key::Unit;
use crate::scenario::Scenario;

/// The beginnings of the names that are offered.
const OFFERED: [&str; 12] = [
    "income.scenario.",
    "difference.",
    "gap.",
    "lead.",
    "gain.",
    "gain_share.market.",
    "coverage.",
    "coverage_missing.",
    "margin.",
    "channel.",
    "average_growth",
    "funds.total",
];

/// The outputs that are offered.
#[derive(PartialEq)]
pub struct Offered {
    all: Vec<OfferedOutput>,
}

/// An output with its name in words.
#[derive(PartialEq)]
struct OfferedOutput {
    name: String,
    label: String,
    /// The year; empty where it has none.
    year: String,
    unit: Option<Unit>,
}

impl Offered {
    /// The outputs of a region, with those that a draft names already.
    pub fn of(words: &Words, region: &Region, used: &BTreeSet<String>) -> Self {
        let outputs = Outputs::of(region, &Scenario::plan(region));
        let names = OutputNames::of(region);
        let is_there = |name: &OutputName| is_offered(name) || used.contains(name.as_str());
        let all = names.all().filter(is_there).map(|name| {
            let last = name.as_str().rsplit('.').next().unwrap_or_default();
            let is_year = last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
            OfferedOutput {
                label: words.output_name(&outputs, &name),
                year: if is_year {
                    last.to_owned()
                } else {
                    String::new()
                },
                unit: outputs.measure(&name).unit,
                name: name.to_string(),
            }
        });
        let mut all: Vec<OfferedOutput> = all.collect();
        let place = |name: &str| OFFERED.iter().position(|start| name.starts_with(start));
        all.sort_by_key(|output| (output.year.clone(), place(&output.name)));
        Self { all }
    }

    /// The name of the first one.
    pub fn first(&self) -> String {
        let first = self.all.first();
        first.map_or_else(String::new, |output| output.name.clone())
    }

    /// The unit of an output.
    pub fn unit(&self, name: &str) -> Option<Unit> {
        let mut all = self.all.iter();
        all.find(|output| output.name == name)?.unit
    }

    /// Its unit in words.
    pub fn unit_words(&self, words: &Words, name: &str) -> Option<Rc<str>> {
        self.unit(name).map(|unit| words.text(scale(unit).unit))
    }

    /// A choice among them, by year, and of none where that has a name.
    pub fn choice(
        &self,
        words: &Words,
        label: Rc<str>,
        testid: String,
        chosen: &str,
        none: Option<Rc<str>>,
        on: Callback<String>,
    ) -> Html {
        let groups = self.all.chunk_by(|one, other| one.year == other.year);
        let groups = groups.map(|outputs| {
            let options = outputs.iter().map(|output| html! {
                <option value={output.name.clone()} selected={output.name == chosen}>{ &output.label }</option>
            });
            let year = outputs.first().map(|output| output.year.clone()).unwrap_or_default();
            let label = if year.is_empty() { words.text("maker-no-year").to_string() } else { year };
            html! { <optgroup {label}>{ for options }</optgroup> }
        });
        let onchange = on.reform(|event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            select.value()
        });
        let none = none
            .map(|none| html! { <option value="" selected={chosen.is_empty()}>{ none }</option> });
        html! {
            <label>
                { label }
                <select data-testid={testid} {onchange}>{ none.unwrap_or_default() }{ for groups }</select>
            </label>
        }
    }

    /// A draft with its typed numbers as the decimals that they mean.
    pub fn with_decimals(&self, draft: &ExerciseDraft) -> ExerciseDraft {
        self.with_numbers(draft, |unit, text| {
            let number = read_number(unit, text);
            // A text that means none stays, and is refused with its own words.
            number.map_or_else(|_| text.to_owned(), |it| it.normalize().to_string())
        })
    }

    /// A draft with the decimals of a file as they are typed.
    pub fn with_typed(&self, draft: &ExerciseDraft, words: &Words) -> ExerciseDraft {
        self.with_numbers(draft, |unit, text| match (unit, parse_decimal(text)) {
            (Some(unit), Ok(number)) => words.typed(unit, number),
            _ => text.to_owned(),
        })
    }

    fn with_numbers(
        &self,
        draft: &ExerciseDraft,
        turn: impl Fn(Option<Unit>, &str) -> String,
    ) -> ExerciseDraft {
        let mut draft = draft.clone();
        let bounds = |bounds: &mut Vec<DraftBound>| {
            for bound in bounds {
                let unit = self.unit(&bound.output);
                bound.value = turn(unit, &bound.value);
                bound.up_to = turn(unit, &bound.up_to);
            }
        };
        bounds(&mut draft.limits);
        for step in &mut draft.steps {
            step.within = turn(self.unit(&step.output), &step.within);
            bounds(&mut step.goal);
            bounds(&mut step.limits);
        }
        draft
    }
}

/// The outputs that a draft names.
pub fn used(draft: &ExerciseDraft) -> BTreeSet<String> {
    let bounds = draft
        .steps
        .iter()
        .flat_map(|step| step.goal.iter().chain(&step.limits));
    let bounds = bounds.chain(&draft.limits).map(|bound| &bound.output);
    let others = draft.steps.iter().flat_map(|step| {
        let single = [&step.output, &step.best];
        step.outputs.iter().chain(single)
    });
    bounds.chain(others).cloned().collect()
}

/// Channels as a whole, and everything else whose name begins as it should.
fn is_offered(name: &OutputName) -> bool {
    let text = name.as_str();
    let is_part = text.starts_with("channel.") && text.split('.').count() > 3;
    !is_part && OFFERED.iter().any(|start| text.starts_with(start))
}
