//! Links to exercises and results: `#v=5&check=…&x=ID&g=GROUP` for a shipped exercise, with the whole of an own one or with
//! the answers beside it.
//!
//! A result is a text of lines. The first is `1.FINGERPRINT.DATA`, the second the final scenario as its differences from the
//! exercise's start, `co=0.85&jo=5000`, with `co=` for what is the plan's again. Then an answer a line: the step, a letter
//! and the answer, `0n120` a number, `1d+` a direction, `2o1 …` an option with its reason, `3t4` tries, and behind a blank
//! their scenario where it is not the final one, `4s…` own words. `m…` are the moves, each as a difference.

use rust_decimal::Decimal;

use super::Exercise;
use super::attempt::{Answer, ExerciseResult, MOST_MOVES, group_name};
use super::judge::{Direction, PredictedAnswer};
use super::read::is_id;
use crate::language::Language;
use crate::link::exercise::{ExerciseParts, exercise_parts, write_exercise};
use crate::number::parse_decimal;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::Region;
use crate::region::key::Key;
use crate::region::parse::{check_range, parse_value};
use crate::scenario::{Scenario, value_text};

/// The version of the form of results.
const RESULT_FORM: &str = "1";
/// The most characters of a link with a result up to which the moves travel in it.
const MOST_WITH_MOVES: usize = 700;

/// A link that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseLink {
    /// The exercise's identifier.
    pub id: String,
    /// The file of an own exercise that the link carries.
    pub file: Option<String>,
    /// The group.
    pub group: Option<String>,
    /// The language, if the link carries one.
    pub language: Option<Language>,
    /// The result that the link carries, to be read with its exercise ([`read_result`]).
    pub result: Option<CarriedResult>,
}

/// A result on its way, before its exercise is at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedResult {
    /// The fingerprint of its exercise.
    pub fingerprint: String,
    /// The version of the region's data.
    pub region_version: u32,
    lines: Vec<String>,
}

/// Reads a link to an exercise or to a result; none for another text.
///
/// # Errors
/// The problems: the link was cut off or altered, or a part of it is not understood.
pub fn read_link(text: &str) -> Option<Result<ExerciseLink, Vec<Problem>>> {
    Some(exercise_parts(text)?.and_then(understood))
}

fn understood(parts: ExerciseParts) -> Result<ExerciseLink, Vec<Problem>> {
    let wrong =
        |place: &str, text: &str| vec![Problem::new(place, Fault::NotUnderstood(quote(text)))];
    if !is_id(&parts.id) {
        let fault = ExerciseFault::Unknown(quote(&parts.id));
        return Err(vec![Problem::new("x", fault.into())]);
    }
    let result = match parts.result {
        None => None,
        Some(text) => Some(carried(&text).ok_or_else(|| wrong("xr", &text))?),
    };
    Ok(ExerciseLink {
        id: parts.id,
        file: parts.file,
        group: parts.group.as_deref().and_then(group_name),
        language: parts.language,
        result,
    })
}

fn carried(text: &str) -> Option<CarriedResult> {
    let mut lines = text.lines().map(str::to_owned);
    let head = lines.next()?;
    let mut head = head.split('.');
    let (form, fingerprint, version) = (head.next()?, head.next()?, head.next()?);
    let is_plain = fingerprint.len() == 8 && fingerprint.bytes().all(|b| b.is_ascii_hexdigit());
    (form == RESULT_FORM && is_plain && head.next().is_none()).then_some(())?;
    Some(CarriedResult {
        fingerprint: fingerprint.to_owned(),
        region_version: version.parse().ok()?,
        lines: lines.collect(),
    })
}

/// Writes the link to a shipped exercise.
pub fn write_shipped(id: &str, group: Option<&str>, language: Option<Language>) -> String {
    write_exercise(&ExerciseParts {
        id: id.to_owned(),
        group: group.and_then(group_name),
        language,
        ..ExerciseParts::default()
    })
}

/// Writes the link to an own exercise, which carries it whole but for the trainer's notes.
pub fn write_own(exercise: &Exercise, group: Option<&str>, language: Option<Language>) -> String {
    write_exercise(&ExerciseParts {
        id: exercise.id.clone(),
        file: Some(exercise.without_notes().write_short()),
        group: group.and_then(group_name),
        language,
        ..ExerciseParts::default()
    })
}

/// Writes the link to a result. The moves travel in it where they leave it short enough.
pub fn write_result(exercise: &Exercise, result: &ExerciseResult) -> String {
    let write = |with_moves: bool| {
        write_exercise(&ExerciseParts {
            id: exercise.id.clone(),
            result: Some(result_text(exercise, result, with_moves)),
            group: result.group.as_deref().and_then(group_name),
            ..ExerciseParts::default()
        })
    };
    let whole = write(true);
    match whole.len() <= MOST_WITH_MOVES {
        true => whole,
        false => write(false),
    }
}

fn result_text(exercise: &Exercise, result: &ExerciseResult, with_moves: bool) -> String {
    let (fingerprint, version) = (&result.fingerprint, result.region_version);
    let mut lines = vec![format!("{RESULT_FORM}.{fingerprint}.{version}")];
    lines.push(differences(&exercise.start, &result.scenario));
    for (index, answer) in result.answers.iter().enumerate() {
        if let Some(answer) = answer {
            lines.push(format!("{index}{}", answer_text(exercise, result, answer)));
        }
    }
    if with_moves && !result.moves.is_empty() {
        let moves = result.moves.iter();
        let moves: Vec<String> = moves.map(|(key, value)| pair(*key, *value)).collect();
        lines.push(format!("m{}", moves.join("&")));
    }
    lines.join("\n")
}

fn pair(key: Key, value: Decimal) -> String {
    format!("{}={}", key.code(), value_text(key, value))
}

fn differences(start: &Scenario, scenario: &Scenario) -> String {
    let set = scenario.entries();
    let set = set.filter(|(key, value)| start.changed(*key) != Some(*value));
    let set = set.map(|(key, value)| pair(key, value));
    let back = start.entries();
    let back = back.filter(|(key, _)| scenario.changed(*key).is_none());
    let back = back.map(|(key, _)| format!("{}=", key.code()));
    set.chain(back).collect::<Vec<_>>().join("&")
}

fn answer_text(exercise: &Exercise, result: &ExerciseResult, answer: &Answer) -> String {
    match answer {
        Answer::Predicted(PredictedAnswer::Number(number)) => format!("n{}", number.normalize()),
        Answer::Predicted(PredictedAnswer::Direction(direction)) => {
            format!("d{}", direction_mark(*direction))
        }
        Answer::Chosen { option, why } if why.is_empty() => format!("o{option}"),
        Answer::Chosen { option, why } => format!("o{option} {why}"),
        Answer::Said(text) => format!("s{text}"),
        Answer::Tried { tries, scenario } if *scenario == result.scenario => format!("t{tries}"),
        Answer::Tried { tries, scenario } => {
            format!("t{tries} {}", differences(&exercise.start, scenario))
        }
    }
}

const DIRECTIONS: [(Direction, char); 3] = [
    (Direction::Up, '+'),
    (Direction::Down, '-'),
    (Direction::Same, '='),
];

fn direction_mark(direction: Direction) -> char {
    let mark = DIRECTIONS.iter().find(|(own, _)| *own == direction);
    mark.map_or('=', |(_, mark)| *mark)
}

/// Reads a result with its exercise.
///
/// # Errors
/// The problems: it is of another exercise, or a part of it is not understood.
pub fn read_result(
    exercise: &Exercise,
    region: &Region,
    link: &ExerciseLink,
) -> Result<ExerciseResult, Vec<Problem>> {
    let Some(carried) = &link.result else {
        return Err(vec![Problem::new("xr", Fault::Altered)]);
    };
    let is_of = exercise.id == link.id
        && exercise.fingerprint() == carried.fingerprint
        && exercise.region_version == carried.region_version;
    if !is_of {
        return Err(vec![Problem::new("x", ExerciseFault::OtherExercise.into())]);
    }
    let region = exercise.region(region);
    let reading = ResultReading {
        exercise,
        region: &region,
    };
    let mut result = ExerciseResult {
        id: exercise.id.clone(),
        fingerprint: carried.fingerprint.clone(),
        region_version: carried.region_version,
        group: link.group.clone(),
        answers: vec![None; exercise.steps.len()],
        scenario: exercise.start.clone(),
        moves: Vec::new(),
    };
    for (number, line) in carried.lines.iter().enumerate() {
        let wrong = || vec![Problem::new("xr", Fault::NotUnderstood(quote(line)))];
        if number == 0 {
            result.scenario = reading.scenario(line)?;
        } else if let Some(moves) = line.strip_prefix('m') {
            result.moves = reading.moves(moves).ok_or_else(wrong)?;
        } else {
            let (index, answer) = reading.answer(line, &result.scenario).ok_or_else(wrong)?;
            let place = result.answers.get_mut(index).ok_or_else(wrong)?;
            if place.replace(answer).is_some() {
                return Err(wrong());
            }
        }
    }
    Ok(result)
}

struct ResultReading<'a> {
    exercise: &'a Exercise,
    region: &'a Region,
}

impl ResultReading<'_> {
    /// A scenario of its differences from the start.
    fn scenario(&self, text: &str) -> Result<Scenario, Vec<Problem>> {
        let start = &self.exercise.start;
        let mut values: Vec<(Key, Decimal)> = start.entries().collect();
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let wrong = || vec![Problem::new("xr", Fault::NotUnderstood(quote(part)))];
            let (code, value) = part.split_once('=').ok_or_else(wrong)?;
            let key = Key::parse_code(code).ok_or_else(wrong)?;
            values.retain(|(own, _)| *own != key);
            if !value.is_empty() {
                values.push((key, value_of(key, value).ok_or_else(wrong)?));
            }
        }
        let plan = Scenario::plan(self.region);
        match super::step::changed(self.region, &plan, &values) {
            (scenario, problems) if problems.is_empty() => Ok(scenario),
            (_, problems) => Err(problems),
        }
    }

    fn moves(&self, text: &str) -> Option<Vec<(Key, Decimal)>> {
        let moves = text.split('&').map(|part| {
            let (code, value) = part.split_once('=')?;
            let key = Key::parse_code(code)?;
            let is_taken = self.exercise.start.takes(self.region, key);
            Some((key, value_of(key, value)?)).filter(|_| is_taken)
        });
        let moves: Vec<_> = moves.collect::<Option<_>>()?;
        (moves.len() <= MOST_MOVES).then_some(moves)
    }

    fn answer(&self, line: &str, last: &Scenario) -> Option<(usize, Answer)> {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let (index, rest) = line.split_at_checked(digits)?;
        let index: usize = index.parse().ok()?;
        let (kind, rest) = rest.split_at_checked(1)?;
        let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
        let answer = match kind {
            "n" => Answer::Predicted(PredictedAnswer::Number(parse_decimal(rest).ok()?)),
            "d" => {
                let direction = DIRECTIONS
                    .iter()
                    .find(|(_, mark)| rest == mark.to_string())?;
                Answer::Predicted(PredictedAnswer::Direction(direction.0))
            }
            "o" => Answer::Chosen {
                option: first.parse().ok()?,
                why: second.to_owned(),
            },
            "t" => Answer::Tried {
                tries: first.parse().ok()?,
                scenario: match rest.contains(' ') {
                    true => self.scenario(second).ok()?,
                    false => last.clone(),
                },
            },
            "s" => Answer::Said(rest.to_owned()),
            _ => return None,
        };
        let fits = answer.fits(self.exercise.steps.get(index)?);
        fits.then(|| (index, answer.clean()))
    }
}

fn value_of(key: Key, text: &str) -> Option<Decimal> {
    let value = parse_value(key.unit(), text).ok()?;
    check_range(key, value).ok()?;
    Some(value)
}
