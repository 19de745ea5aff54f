//! The slides of the free demonstration: the scenario on the screen, headline first, one chart at a time.

mod bodies;
mod charts;
mod guess;

use std::rc::Rc;

use super::Presentation;
use super::lesson;
use super::messages::{ProjectedCountdown, ProjectorMessage};
use super::replay::LastChange;
use super::slide::{
    ProjectedBody, ProjectedHeadline, ProjectedMove, ProjectedSlide, ProjectedTerm, ProjectedTone,
    Slide,
};
use crate::analysis::progress;
use crate::analysis::sums;
use crate::app::announcement::announcement;
use crate::app::credit;
use crate::app::presentation::countdown::CountdownPhase;
use crate::app::state::{Results, State};
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::scenario::{Change, Scenario};

/// The most levers that are named large at once.
const MOST_MOVES: usize = 2;

/// The slides that there are now.
pub fn slides(state: &State) -> Vec<Slide> {
    let is_changed = state.scenario().entries().next().is_some();
    let mut slides = vec![Slide::Result];
    if is_changed {
        slides.extend([Slide::Gain, Slide::Changes]);
    }
    slides.push(Slide::Paths);
    if is_changed {
        slides.push(Slide::Steps);
    }
    slides.extend([Slide::Shares, Slide::Flows]);
    if progress::Published::of(&state.region).is_some() {
        slides.push(Slide::Progress);
    }
    slides.extend([Slide::Marginal, Slide::Years]);
    slides
}

/// The title of a slide.
pub fn title(words: &Catalog, slide: Slide) -> Rc<str> {
    words.text(match slide {
        Slide::Result => "present-slide-result",
        Slide::Gain => "present-slide-gain",
        Slide::Paths => "present-slide-paths",
        Slide::Steps => "present-slide-steps",
        Slide::Shares => "present-slide-shares",
        Slide::Flows => "present-slide-flows",
        Slide::Progress => "present-slide-progress",
        Slide::Marginal => "present-slide-marginal",
        Slide::Changes => "present-slide-changes",
        Slide::Years => "present-slide-years",
        Slide::Step(_) => "present-lesson",
    })
}

/// Everything that a slide is written down from.
struct Shown<'a> {
    words: &'a Catalog,
    state: &'a State,
    scenario: Scenario,
    /// Its results in the prices of the screen.
    results: Rc<Results>,
    /// Its results in each year's own prices, for money that has no others.
    nominal: Rc<Results>,
}

/// Everything that the projector shows, around a slide.
pub fn projection(
    words: &Catalog,
    slide: ProjectedSlide,
    presentation: &Presentation,
) -> ProjectorMessage {
    let countdown = &presentation.countdown;
    let countdown = match countdown.phase() {
        CountdownPhase::Set => None,
        phase => Some(ProjectedCountdown {
            text: match phase {
                CountdownPhase::Over => words.text("present-time-up").to_string(),
                _ => countdown.text(),
            },
            phase,
        }),
    };
    ProjectorMessage {
        slide,
        curtain: presentation.curtain,
        countdown,
        language: words.language().tag().to_owned(),
        window_title: words.text("present-window").to_string(),
        region_label: words.text("present-stage").to_string(),
        full_label: words.text("present-full").to_string(),
        lost: words.text("present-lost").to_string(),
    }
}

/// The slide that is shown, written down.
pub fn written(words: &Catalog, state: &State, presentation: &Presentation) -> ProjectedSlide {
    let slide = presentation.shown(&slides(state));
    if let (Slide::Step(index), Some(lesson)) = (presentation.slide, &presentation.lesson)
        && let Some(mut written) = lesson::written(words, state, lesson, index)
    {
        if written.moves.is_empty() {
            let (_, changes) = on_show(state, presentation);
            (written.moves, written.more_moves) = named(words, &changes);
        }
        return written;
    }
    let (scenario, changes) = on_show(state, presentation);
    let results = state.shown_of(&scenario);
    let shown = Shown {
        words,
        state,
        nominal: match state.deflator() {
            None => results.clone(),
            Some(_) => nominal(state, &scenario),
        },
        results,
        scenario,
    };
    let is_hidden = presentation.is_hidden();
    let question = presentation.question.as_ref();
    let (moves, more_moves) = named(words, &changes);
    let headline = shown.headline(is_hidden);
    let title = title(words, slide).to_string();
    let guess = question.map(|question| guess::beside(&shown, question));
    let said = match &guess {
        Some(guess) if is_hidden => guess.question.clone(),
        _ => shown.said(&title),
    };
    ProjectedSlide {
        name: slide.name().to_owned(),
        subject: credit::subject(words, state),
        body: match (is_hidden, &guess) {
            (true, Some(guess)) => ProjectedBody::Words {
                lines: vec![
                    guess.question.clone(),
                    words.text("present-hidden").to_string(),
                ],
            },
            _ => shown.body(slide),
        },
        title,
        text: None,
        headline: Some(headline),
        guess,
        moves,
        more_moves,
        said,
    }
}

/// The scenario that is shown, and the changes that are named large.
fn on_show(state: &State, presentation: &Presentation) -> (Scenario, Vec<Change>) {
    let region = &state.region;
    if let (Some(frame), Some(last)) = (presentation.replay, LastChange::of(state)) {
        let scenario = last.frame(region, frame);
        // The value on the way stands beside the one at the start.
        let now = |change: Change| Change {
            to: scenario.value(region, change.key).unwrap_or(change.to),
            ..change
        };
        let changes = last.changes(region).into_iter().map(now).collect();
        return (scenario, changes);
    }
    let change = match &presentation.question {
        Some(question) => LastChange::between(&question.before, state.scenario()),
        None if presentation.is_in_hand() => LastChange::of(state),
        None => None,
    };
    let changes = change.map(|change| change.changes(region));
    (state.scenario().clone(), changes.unwrap_or_default())
}

fn nominal(state: &State, scenario: &Scenario) -> Rc<Results> {
    if scenario.has_values_of(state.scenario()) {
        return state.results.clone();
    }
    let published = state.results.published.clone();
    Rc::new(Results::of(&state.region, scenario, published, &[]))
}

/// The levers in hand, and how many more there are.
fn named(words: &Catalog, changes: &[Change]) -> (Vec<ProjectedMove>, Option<String>) {
    let named = changes.iter().take(MOST_MOVES).map(|change| ProjectedMove {
        name: words.key_name(change.key).to_string(),
        from: words.value_if_known(change.key, change.from),
        to: words.value(change.key, change.to),
    });
    let more = changes.len().saturating_sub(MOST_MOVES);
    let more = (more > 0).then(|| words.format("present-more", &[("count", &more.to_string())]));
    (named.collect(), more)
}

/// The direction that an amount is shown in.
fn tone(amount: YuanPerPerson) -> ProjectedTone {
    match amount.rounded().cmp(&rust_decimal::Decimal::ZERO) {
        std::cmp::Ordering::Less => ProjectedTone::Loss,
        std::cmp::Ordering::Equal => ProjectedTone::Plain,
        std::cmp::Ordering::Greater => ProjectedTone::Gain,
    }
}

impl Shown<'_> {
    /// The income of the first plan year.
    fn income(&self) -> YuanPerPerson {
        let first = self.results.outcome.scenario.first();
        first.map_or(YuanPerPerson::ZERO, |year| year.income)
    }

    /// Scenario minus plan in the first plan year.
    fn difference(&self) -> YuanPerPerson {
        let first = self.results.outcome.scenario.first();
        first.map_or(YuanPerPerson::ZERO, |year| year.difference())
    }

    fn headline(&self, is_hidden: bool) -> ProjectedHeadline {
        let words = self.words;
        let year = self.results.outcome.years.first_plan.to_string();
        let label = words.format("present-headline", &[("year", &year)]);
        let number = (!is_hidden).then(|| words.money(self.income()));
        let mut label = vec![label];
        let deflator = self.results.deflator;
        label.extend(deflator.map(|deflator| words.constant_prices(deflator)));
        if let Some(rounding) = self.rounding().filter(|_| !is_hidden) {
            let amount = words.signed_money(rounding);
            label.push(words.format("result-with-rounding", &[("amount", &amount)]));
        }
        ProjectedHeadline {
            label: label.join(" · "),
            number,
            unit: words.text("result-yuan").to_string(),
            terms: if is_hidden { Vec::new() } else { self.terms() },
        }
    }

    /// The difference between the headline and the rounded numbers beside it; none where they add up.
    fn rounding(&self) -> Option<YuanPerPerson> {
        let plan = self.results.outcome.plan.first()?.income;
        let published = self.results.published.plan.first()?.income;
        let parts = match self.has_own_assumptions() {
            true => vec![published, plan - published, self.difference()],
            false => vec![plan, self.difference()],
        };
        let rounding = sums::rounding(self.income(), parts);
        (!rounding.rounded().is_zero()).then_some(rounding)
    }

    fn has_own_assumptions(&self) -> bool {
        self.scenario.entries().any(|(key, _)| !key.is_lever())
    }

    /// From the plan to the scenario, with what assumptions do apart from what policy does.
    fn terms(&self) -> Vec<ProjectedTerm> {
        let words = self.words;
        let results = &self.results;
        let firsts = results
            .published
            .plan
            .first()
            .zip(results.outcome.plan.first());
        let Some((published, plan)) = firsts else {
            return Vec::new();
        };
        let plain = |id: &str, amount: YuanPerPerson| ProjectedTerm {
            label: words.text(id).to_string(),
            value: words.money(amount),
            tone: ProjectedTone::Plain,
        };
        let moved = |id: &str, amount: YuanPerPerson| ProjectedTerm {
            label: words.text(id).to_string(),
            value: words.signed_money(amount),
            tone: tone(amount),
        };
        let mut terms = Vec::new();
        if self.has_own_assumptions() {
            terms.push(plain("result-plan-published", published.income));
            terms.push(moved(
                "result-assumption-effect",
                plan.income - published.income,
            ));
        } else {
            terms.push(plain("result-plan", plan.income));
        }
        terms.push(moved("result-policy-effect", self.difference()));
        terms
    }

    /// The effect of changed assumptions in the first plan year; none where all are as published.
    fn assumed(&self) -> Option<YuanPerPerson> {
        let plan = self.results.outcome.plan.first()?.income;
        let published = self.results.published.plan.first()?.income;
        self.has_own_assumptions().then_some(plan - published)
    }

    fn said(&self, title: &str) -> String {
        let (words, year) = (self.words, self.results.outcome.years.first_plan);
        let (income, difference) = (self.income(), self.difference());
        let result = announcement(words, year, income, difference, self.assumed());
        words.format("present-said", &[("title", title), ("result", &result)])
    }
}

#[cfg(test)]
mod tests;
