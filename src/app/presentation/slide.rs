//! A slide as it is projected: texts and one drawing, nothing that would have to be computed. So that a second
//! window can show no more than the first, and nothing that is hidden.

use serde::{Deserialize, Serialize};

/// The slides of a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The headline and its gaps.
    Result,
    /// The sources of the gain.
    Gain,
    /// The paths over the years.
    Paths,
    /// The way from plan to scenario.
    Steps,
    /// The components.
    Shares,
    /// Money and what becomes of it.
    Flows,
    /// Progress of projects and funds.
    Progress,
    /// The worth of 10,000 yuan more.
    Marginal,
    /// The changed levers, one by one.
    Changes,
    /// Every year in numbers.
    Years,
    /// A step of an exercise, counted from the first.
    Step(usize),
}

impl Slide {
    /// The name in identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Gain => "gain",
            Self::Paths => "paths",
            Self::Steps => "steps",
            Self::Shares => "shares",
            Self::Flows => "flows",
            Self::Progress => "progress",
            Self::Marginal => "marginal",
            Self::Changes => "changes",
            Self::Years => "years",
            Self::Step(_) => "step",
        }
    }
}

/// A slide written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedSlide {
    /// Its name in identifiers.
    pub name: String,
    /// Region and scenario.
    pub subject: String,
    /// Its title.
    pub title: String,
    /// The number that leads; none on slides without one.
    pub headline: Option<ProjectedHeadline>,
    /// A text to be read: what is asked or to be done.
    pub text: Option<String>,
    /// The room's prediction beside the result.
    pub guess: Option<ProjectedGuess>,
    /// The levers in hand, named large.
    pub moves: Vec<ProjectedMove>,
    /// The rest of them in a line.
    pub more_moves: Option<String>,
    /// The part that differs from slide to slide.
    pub body: ProjectedBody,
    /// The slide in a sentence, for those who don't see it.
    pub said: String,
}

/// The number that leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedHeadline {
    /// Its name.
    pub label: String,
    /// The number; none while it is hidden.
    pub number: Option<String>,
    /// Its unit.
    pub unit: String,
    /// The numbers that it comes from.
    pub terms: Vec<ProjectedTerm>,
}

/// A named number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedTerm {
    /// Its name.
    pub label: String,
    /// The number as text.
    pub value: String,
    /// The direction that it is shown in.
    pub tone: ProjectedTone,
}

/// Gain, loss or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectedTone {
    /// Neither.
    Plain,
    /// A gain.
    Gain,
    /// A loss.
    Loss,
}

/// The room's prediction beside the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedGuess {
    /// The question.
    pub question: String,
    /// Prediction, result and difference; without a value while it is unknown or hidden.
    pub parts: Vec<ProjectedPart>,
    /// The verdict on the direction, once the result is seen.
    pub verdict: Option<String>,
}

/// A part of a prediction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedPart {
    /// Its name.
    pub label: String,
    /// The number as text.
    pub value: Option<String>,
}

/// A moved lever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedMove {
    /// Its name.
    pub name: String,
    /// The value before.
    pub from: String,
    /// The value now.
    pub to: String,
}

/// The body of a slide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProjectedBody {
    /// A chart.
    Chart {
        /// The options for the chart library, as JSON.
        drawing: String,
        /// The same in words.
        description: String,
    },
    /// Bars from a common zero.
    Bars {
        /// The zero line, in thousandths of the width.
        zero: u16,
        /// The bars.
        rows: Vec<ProjectedBar>,
        /// A remark.
        note: Option<String>,
    },
    /// A table.
    Table {
        /// The names of its columns.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// Lines of a text and a number.
    Rows {
        /// The lines.
        rows: Vec<ProjectedRow>,
        /// Sentences below them.
        notes: Vec<String>,
    },
    /// Sentences.
    Words {
        /// Each in a line of its own.
        lines: Vec<String>,
    },
}

/// A line of a text and a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedRow {
    /// The text.
    pub label: String,
    /// The number as text.
    pub value: Option<String>,
    /// True for what is reached or best, false for what is missed.
    pub is_good: Option<bool>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedBar {
    /// Its name.
    pub label: String,
    /// A remark on the name.
    pub remark: Option<String>,
    /// Its left end, in thousandths of the width.
    pub from: u16,
    /// Its right end.
    pub to: u16,
    /// Its number as text.
    pub value: String,
    /// Its direction.
    pub tone: ProjectedTone,
}
