//! The lists in a step's form: conditions, outputs, hints and answers, of which there may be one more or one less.

use std::rc::Rc;

use yew::prelude::*;

use super::fields::{
    FieldFaults, FieldName, area, choice, edited, line, pressed, problems, tick, ticked,
};
use super::outputs::Offered;
use super::values::values_choice;
use crate::app::words::Words;
use crate::exercise::draft::{DraftBound, DraftEnd, DraftHint, DraftOption, DraftStep};

/// The messages of the ends, in their order.
const ENDS: [&str; DraftEnd::NAMES.len()] = [
    "maker-end-least",
    "maker-end-most",
    "maker-end-least-plan",
    "maker-end-most-plan",
    "maker-end-least-start",
    "maker-end-most-start",
    "maker-end-between",
];

/// Everything that the lists of a form have in common.
pub struct ListForm<'a> {
    /// The words.
    pub words: &'a Words,
    /// The outputs to choose from.
    pub offered: &'a Offered,
    /// The faults.
    pub faults: &'a FieldFaults,
    /// The step's number in marks; empty for the whole exercise.
    pub mark: String,
}

impl ListForm<'_> {
    fn remove<T: Clone + 'static>(
        &self,
        list: &Vec<T>,
        at: usize,
        change: &Callback<Vec<T>>,
    ) -> Html {
        let onclick = pressed(list, change, move |list| drop(list.remove(at)));
        let number = (at + 1).to_string();
        html! {
            <button type="button" class="button plain maker-less" {onclick}
                aria-label={self.words.format("maker-less", &[("number", &number)])}>{ "✕" }</button>
        }
    }

    fn add<T: Clone + 'static>(
        &self,
        id: &'static str,
        list: &Vec<T>,
        new: T,
        change: &Callback<Vec<T>>,
    ) -> Html {
        let onclick = pressed(list, change, move |list| list.push(new.clone()));
        html! {
            <button type="button" class="button plain maker-more" data-testid={format!("{id}-{}", self.mark)} {onclick}>
                { self.words.text(id) }
            </button>
        }
    }

    /// The outputs to choose from.
    pub fn output(
        &self,
        label: Rc<str>,
        testid: String,
        chosen: &str,
        on: Callback<String>,
    ) -> Html {
        self.offered
            .choice(self.words, label, testid, chosen, None, on)
    }

    /// Conditions under a heading.
    pub fn bounds(
        &self,
        (heading, add, least): (&'static str, &'static str, usize),
        place: &str,
        list: &Vec<DraftBound>,
        change: &Callback<Vec<DraftBound>>,
    ) -> Html {
        let words = self.words;
        let mark = if self.mark.is_empty() {
            "all"
        } else {
            &self.mark
        };
        let row = |(at, bound): (usize, &DraftBound)| {
            let place = format!("{place}.{}", at + 1);
            let id = |id: &str| match at {
                0 => format!("{id}-{mark}"),
                _ => format!("{id}-{mark}-{}", at + 1),
            };
            let edit = |edit: fn(&mut DraftBound, String)| {
                edited(list, change, move |list, text| {
                    if let Some(bound) = list.get_mut(at) {
                        edit(bound, text);
                    }
                })
            };
            let kind = match heading {
                "maker-goals" => "maker-goal",
                _ => "maker-limit",
            };
            let (_, end, ..) = DraftEnd::NAMES[bound.end as usize];
            let ends = DraftEnd::NAMES.iter().zip(ENDS);
            let ends = ends.map(|((_, name, ..), id)| (*name, words.text(id)));
            let set_end = edit(|bound, name| {
                let found = DraftEnd::NAMES.iter().find(|(_, own, ..)| *own == name);
                bound.end = found.map_or(bound.end, |(end, ..)| *end);
            });
            let unit = self.offered.unit_words(words, &bound.output);
            let number = |which: &str, message: &str, place: &str| FieldName {
                label: match &unit {
                    Some(unit) => words
                        .format(
                            "maker-value-unit",
                            &[("label", &words.text(message)), ("unit", unit)],
                        )
                        .into(),
                    None => words.text(message),
                },
                place: format!("{place}.{which}"),
                testid: id(if which == "at_most" && bound.end == DraftEnd::Between {
                    "maker-up-to"
                } else {
                    kind
                }),
            };
            let field = if bound.end == DraftEnd::AtMost {
                "at_most"
            } else {
                "at_least"
            };
            let rest = || FieldFaults::of(&self.faults.take(&place)).rest();
            html! {
                <li>
                    { self.output(words.text("exercise-paper-output"), id(&format!("{kind}-output")), &bound.output, edit(|it, text| it.output = text)) }
                    { choice(words.text("maker-end"), id(&format!("{kind}-end")), ends, end, set_end) }
                    if bound.end.has_number() {
                        { line(number(field, if bound.end == DraftEnd::Between { "maker-from" } else { "maker-value" }, &place), &bound.value, self.faults, edit(|it, text| it.value = text)) }
                    }
                    if bound.end == DraftEnd::Between {
                        { line(number("at_most", "maker-up-to", &place), &bound.up_to, self.faults, edit(|it, text| it.up_to = text)) }
                    }
                    if list.len() > least {
                        { self.remove(list, at, change) }
                    }
                    { problems(&rest()) }
                </li>
            }
        };
        let output = list.last().map(|it| it.output.clone());
        let new = DraftBound {
            output: output.unwrap_or_else(|| self.offered.first()),
            ..DraftBound::default()
        };
        html! {
            <div class="maker-list">
                if !list.is_empty() {
                    <h4>{ words.text(heading) }</h4>
                    <ul>{ for list.iter().enumerate().map(row) }</ul>
                }
                { problems(&self.faults.take(place)) }
                { self.add(add, list, new, change) }
            </div>
        }
    }

    /// The outputs that a step shows.
    pub fn outputs(&self, place: &str, list: &Vec<String>, change: &Callback<Vec<String>>) -> Html {
        let words = self.words;
        let row = |(at, output): (usize, &String)| {
            let id = match at {
                0 => format!("maker-output-{}", self.mark),
                _ => format!("maker-output-{}-{}", self.mark, at + 1),
            };
            let on = edited(list, change, move |list, name| {
                if let Some(output) = list.get_mut(at) {
                    *output = name;
                }
            });
            html! {
                <li>
                    { self.output(words.text("exercise-paper-output"), id, output, on) }
                    { self.remove(list, at, change) }
                    { problems(&self.faults.take(&format!("{place}.{}", at + 1))) }
                </li>
            }
        };
        let new = list.last().cloned().unwrap_or_else(|| self.offered.first());
        html! {
            <div class="maker-list">
                <ul>{ for list.iter().enumerate().map(row) }</ul>
                { self.add("maker-more-outputs", list, new, change) }
            </div>
        }
    }

    /// Hints.
    pub fn hints(
        &self,
        place: &str,
        list: &Vec<DraftHint>,
        change: &Callback<Vec<DraftHint>>,
    ) -> Html {
        let words = self.words;
        let row = |(at, hint): (usize, &DraftHint)| {
            let name = |label: &str, testid: &str, part: &str| FieldName {
                label: words.text(label),
                place: format!("{place}.{}.{part}", at + 1),
                testid: format!("{testid}-{}-{}", self.mark, at + 1),
            };
            let edit = |edit: fn(&mut DraftHint, String)| {
                edited(list, change, move |list, text| {
                    if let Some(hint) = list.get_mut(at) {
                        edit(hint, text);
                    }
                })
            };
            html! {
                <li>
                    { line(name("maker-hint", "maker-hint", "text"), &hint.text.text, self.faults, edit(|it, text| it.text.text = text)) }
                    <span class="maker-small">
                        { line(name("maker-after", "maker-after", "after"), &hint.after, self.faults, edit(|it, text| it.after = text)) }
                    </span>
                    { self.remove(list, at, change) }
                </li>
            }
        };
        html! {
            <div class="maker-list">
                <ul>{ for list.iter().enumerate().map(row) }</ul>
                { self.add("maker-more-hints", list, DraftHint::default(), change) }
            </div>
        }
    }

    /// The answers to choose from, and the best of them.
    pub fn options(&self, place: &str, step: &DraftStep, change: &Callback<DraftStep>) -> Html {
        let words = self.words;
        let list = &step.options;
        let change_list = {
            let (step, change) = (step.clone(), change.clone());
            Callback::from(move |options| {
                change.emit(DraftStep {
                    options,
                    ..step.clone()
                });
            })
        };
        let row = |(at, option): (usize, &DraftOption)| {
            let name = |label: &str, testid: &str, part: &str| FieldName {
                label: words
                    .format(label, &[("number", &(at + 1).to_string())])
                    .into(),
                place: format!("{place}.options.{}.{part}", at + 1),
                testid: format!("{testid}-{}-{}", self.mark, at + 1),
            };
            let edit = |edit: fn(&mut DraftOption, String)| {
                edited(list, &change_list, move |list, text| {
                    if let Some(option) = list.get_mut(at) {
                        edit(option, text);
                    }
                })
            };
            let set_values = {
                let (list, change_list) = (list.clone(), change_list.clone());
                Callback::from(move |values| {
                    let mut list = list.clone();
                    if let Some(option) = list.get_mut(at) {
                        option.change = values;
                    }
                    change_list.emit(list);
                })
            };
            let testid = format!("maker-option-change-{}-{}", self.mark, at + 1);
            html! {
                <li>
                    { line(name("maker-option", "maker-option", "text"), &option.text.text, self.faults, edit(|it, text| it.text.text = text)) }
                    { line(name("maker-option-feedback", "maker-option-feedback", "feedback"), &option.feedback.text, self.faults, edit(|it, text| it.feedback.text = text)) }
                    { values_choice(words, ("maker-option-change", testid), &option.change, set_values) }
                    if list.len() > 2 {
                        { self.remove(list, at, &change_list) }
                    }
                    { problems(&self.faults.take(&format!("{place}.options.{}", at + 1))) }
                </li>
            }
        };
        let best = edited(step, change, |step, name| step.best = name);
        let best_label = words.text("maker-best");
        let testid = format!("maker-best-{}", self.mark);
        let none = Some(words.text("maker-best-none"));
        html! {
            <div class="maker-list">
                <ul>{ for list.iter().enumerate().map(row) }</ul>
                { problems(&self.faults.take(&format!("{place}.options"))) }
                { self.add("maker-more-options", list, DraftOption::default(), &change_list) }
                { self.offered.choice(words, best_label, testid, &step.best, none, best) }
                if !step.best.is_empty() {
                    { tick(words.text("maker-best-least"), format!("maker-best-least-{}", self.mark), step.best_is_least,
                        ticked(step, change, |step, on| step.best_is_least = on)) }
                }
                { tick(words.text("maker-why"), format!("maker-why-{}", self.mark), step.asks_why,
                    ticked(step, change, |step, on| step.asks_why = on)) }
            </div>
        }
    }
}

/// The fields of a step that are areas.
pub fn step_area(
    words: &Words,
    (label, place, mark): (&str, String, &str),
    text: &str,
    faults: &FieldFaults,
    on: Callback<String>,
) -> Html {
    let name = FieldName {
        label: words.text(label),
        place,
        testid: format!("{label}-{mark}"),
    };
    area(name, text, faults, on)
}
