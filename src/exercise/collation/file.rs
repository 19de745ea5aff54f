//! The file of a session: written whole, and read strictly, each fault with its place. It says of itself that it is a record of
//! practice.
//!
//! `{"session":1,"record":"…","exercises":[{"mark":"ID.FINGERPRINT.DATA","file":{…},"revealed":[1]}],"entries":[{"link":"v=5&…"},
//! {"mark":"…","step":1,"group":"第一组","number":"120"}]}`; a called direction stands as `"direction":"up"`. Steps are counted
//! from one.

use std::collections::BTreeSet;

use super::scan::handed;
use super::{
    CalledAnswer, ExerciseMark, GroupSession, MOST_CALLED, MOST_EXERCISES, MOST_RESULTS,
    MOST_SESSION_BYTES, SessionEntry, SessionExercise,
};
use crate::exercise::MOST_STEPS;
use crate::exercise::attempt::group_name;
use crate::exercise::json::{Faults, Fields, Json};
use crate::exercise::judge::{Direction, PredictedAnswer};
use crate::number::parse_decimal;
use crate::problem::{ExerciseFault, Fault, Problem, quote};
use crate::region::parse::json_problem;
use crate::scenario::file::shorten;

/// The version of the form of sessions.
const VERSION: u32 = 1;
/// The words on what a session is, in every language at once: whoever opens the file as text reads them.
const RECORD: &str =
    "练习记录，不作考核依据。練習記錄，不作考核依據。A record of practice, no examination.";
/// Directions with their names in files.
const DIRECTIONS: [(Direction, &str); 3] = [
    (Direction::Up, "up"),
    (Direction::Down, "down"),
    (Direction::Same, "same"),
];

/// True for a text that is meant as the file of a session.
pub fn looks_like_session(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c == '{' || c.is_whitespace());
    text.contains('{') && start.starts_with("\"session\"")
}

impl GroupSession {
    /// The file.
    pub fn write(&self) -> String {
        let exercises = self.exercises.iter().map(exercise_json).collect();
        let entries = self.entries.iter().map(entry_json).collect();
        let json = Json::object([
            ("session", Some(Json::Number(VERSION.into()))),
            ("record", Some(Json::text(RECORD))),
            ("exercises", Some(Json::List(exercises))),
            ("entries", Some(Json::List(entries))),
        ]);
        // Texts, numbers and lists: nothing that JSON could not hold.
        let mut text = serde_json::to_string(&json).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Every problem found, each with its place in the file.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > MOST_SESSION_BYTES {
            return Err(vec![Problem::new("", Fault::TooLong(MOST_SESSION_BYTES))]);
        }
        let text = text.trim_start_matches('\u{feff}');
        let json = serde_json::from_str(text).map_err(|error| vec![json_problem(&error)])?;
        let mut faults = Faults::default();
        let session = session(&mut faults, &json);
        let Faults(mut problems) = faults;
        match session {
            Some(session) if problems.is_empty() => Ok(session),
            _ => {
                shorten(&mut problems);
                Err(problems)
            }
        }
    }
}

fn exercise_json(exercise: &SessionExercise) -> Json {
    let file = serde_json::from_str(&exercise.text).unwrap_or(Json::Null(()));
    let revealed = exercise.revealed.iter();
    let revealed = revealed.map(|step| Json::Number((step + 1).into()));
    Json::object([
        ("mark", Some(Json::text(exercise.mark.to_string()))),
        ("file", Some(file)),
        ("revealed", Some(Json::List(revealed.collect()))),
    ])
}

fn entry_json(entry: &SessionEntry) -> Json {
    let called = match entry {
        SessionEntry::Handed(handed) => {
            return Json::object([("link", Some(Json::text(&*handed.link)))]);
        }
        SessionEntry::Called(called) => called,
    };
    let (number, direction) = match called.answer {
        PredictedAnswer::Number(number) => (Some(number.normalize().to_string()), None),
        PredictedAnswer::Direction(direction) => {
            let name = DIRECTIONS.iter().find(|(own, _)| *own == direction);
            (None, name.map(|(_, name)| (*name).to_owned()))
        }
    };
    Json::object([
        ("mark", Some(Json::text(called.mark.to_string()))),
        ("step", Some(Json::Number((called.step + 1).into()))),
        ("group", Some(Json::text(&*called.group))),
        ("number", number.map(Json::Text)),
        ("direction", direction.map(Json::Text)),
    ])
}

fn session(faults: &mut Faults, json: &Json) -> Option<GroupSession> {
    let mut fields = Fields::of(faults, "", json)?;
    let version = fields.must(faults, "session");
    let version = version.and_then(|(place, it)| faults.whole(&place, it, 1..=u32::MAX))?;
    if version != VERSION {
        // Whatever a later form means by its fields, this program does not know.
        let fault = ExerciseFault::Newer(version);
        faults.report("session", fault.into());
        return None;
    }
    let record = fields.may("record");
    record.and_then(|(place, it)| faults.text(&place, it).map(str::len));
    let exercises = fields.must(faults, "exercises");
    let entries = fields.must(faults, "entries");
    fields.finish(faults);
    let mut session = GroupSession::default();
    if let Some((place, json)) = exercises {
        let most = u32::try_from(MOST_EXERCISES).unwrap_or(u32::MAX);
        for (place, json) in faults.list(&place, json, 0..=most) {
            if let Some(exercise) = exercise(faults, &place, json) {
                session.put_exercise(exercise);
            }
        }
    }
    if let Some((place, json)) = entries {
        let most = u32::try_from(MOST_RESULTS + MOST_CALLED).unwrap_or(u32::MAX);
        let all = faults.list(&place, json, 0..=most);
        let read: Vec<SessionEntry> = all
            .into_iter()
            .filter_map(|(place, json)| entry(faults, &place, json))
            .collect();
        if session.add(read).left_out > 0 {
            let most = u32::try_from(MOST_RESULTS).unwrap_or(u32::MAX);
            faults.count(&place, 0..=most);
        }
    }
    Some(session)
}

fn mark(faults: &mut Faults, (place, json): (String, &Json)) -> Option<ExerciseMark> {
    let text = faults.text(&place, json)?;
    let mark = ExerciseMark::parse(text);
    if mark.is_none() {
        faults.report(&place, Fault::NotUnderstood(quote(text)));
    }
    mark
}

fn exercise(faults: &mut Faults, place: &str, json: &Json) -> Option<SessionExercise> {
    let mut fields = Fields::of(faults, place, json)?;
    let own = fields.must(faults, "mark");
    let own = own.and_then(|found| mark(faults, found));
    let file = fields.must(faults, "file");
    let revealed = fields.may("revealed");
    fields.finish(faults);
    let mut steps = BTreeSet::new();
    if let Some((place, json)) = revealed {
        for (place, json) in faults.list(&place, json, 0..=MOST_STEPS) {
            let step = faults.whole(&place, json, 1..=MOST_STEPS);
            steps.extend(step.map(|step| step as usize - 1));
        }
    }
    let (place, file) = file?;
    if !matches!(file, Json::Object(_)) {
        faults.report(&place, Fault::Shape);
        return None;
    }
    Some(SessionExercise {
        mark: own?,
        text: serde_json::to_string(file).unwrap_or_default(),
        revealed: steps,
    })
}

fn entry(faults: &mut Faults, place: &str, json: &Json) -> Option<SessionEntry> {
    let mut fields = Fields::of(faults, place, json)?;
    if let Some((place, json)) = fields.may("link") {
        fields.finish(faults);
        let link = faults.text(&place, json)?;
        let handed = handed(link);
        if handed.is_none() {
            faults.report(&place, Fault::Altered);
        }
        return handed.map(SessionEntry::Handed);
    }
    let own = fields.must(faults, "mark");
    let own = own.and_then(|found| mark(faults, found));
    let step = fields.must(faults, "step");
    let step = step.and_then(|(place, json)| faults.whole(&place, json, 1..=MOST_STEPS));
    let group = fields.must(faults, "group");
    let group = group.and_then(|(place, json)| named(faults, &place, json));
    let number = fields.may("number");
    let number = number.and_then(|(place, json)| called_number(faults, &place, json));
    let direction = fields.may("direction");
    let direction = direction
        .and_then(|(place, json)| faults.word(&place, json, &DIRECTIONS))
        .map(PredictedAnswer::Direction);
    fields.finish(faults);
    let answer = match (number, direction) {
        (Some(answer), None) | (None, Some(answer)) => Some(answer),
        _ => {
            faults.report(place, Fault::Shape);
            None
        }
    };
    Some(SessionEntry::Called(CalledAnswer {
        mark: own?,
        step: step? as usize - 1,
        group: group?,
        answer: answer?,
    }))
}

fn named(faults: &mut Faults, place: &str, json: &Json) -> Option<String> {
    let text = faults.text(place, json)?;
    let name = group_name(text).filter(|name| name == text);
    if name.is_none() {
        faults.report(place, Fault::NotUnderstood(quote(text)));
    }
    name
}

fn called_number(faults: &mut Faults, place: &str, json: &Json) -> Option<PredictedAnswer> {
    let text = faults.decimal(place, json)?;
    let number = parse_decimal(text);
    if number.is_err() {
        faults.report(place, Fault::NotANumber(quote(text)));
    }
    number.ok().map(PredictedAnswer::Number)
}
