//! The shipped exercises as the page is served them: one file with all of them by their identifiers, and one with the trainers'
//! notes, which no participant is sent.

use super::Exercise;
use super::json::Json;
use crate::problem::{ExerciseFault, Problem, quote};
use crate::region::Region;
use crate::region::parse::{OrderedPairs, json_problem};

/// The file of all shipped exercises, and if it is at hand that of their notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShippedExercises {
    all: OrderedPairs<Json>,
    notes: OrderedPairs<Json>,
}

impl ShippedExercises {
    /// Reads the files as they were served.
    ///
    /// # Errors
    /// The problem, if one of them is no object of JSON.
    pub fn read(all: &str, notes: Option<&str>) -> Result<Self, Problem> {
        let parsed = |text: &str| serde_json::from_str(text).map_err(|it| json_problem(&it));
        Ok(Self {
            all: parsed(all)?,
            notes: notes.map(parsed).transpose()?.unwrap_or_default(),
        })
    }

    /// The identifiers, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.all.0.iter().map(|(id, _)| id.as_str())
    }

    /// The text of the exercise of that name, without notes.
    pub fn text(&self, id: &str) -> Option<String> {
        let (_, json) = self.all.0.iter().find(|(own, _)| own == id)?;
        serde_json::to_string(json).ok()
    }

    /// The exercise of that name, with the notes that are at hand.
    ///
    /// # Errors
    /// That there is none, or the problems of its file.
    pub fn exercise(&self, id: &str, regions: &[&Region]) -> Result<Exercise, Vec<Problem>> {
        let found = self.all.0.iter().find(|(own, _)| own == id);
        let Some((_, json)) = found else {
            let fault = ExerciseFault::Unknown(quote(id));
            return Err(vec![Problem::new("x", fault.into())]);
        };
        let mut json = json.clone();
        let notes = self.notes.0.iter().find(|(own, _)| own == id);
        if let (Json::Object(fields), Some((_, notes))) = (&mut json, notes) {
            fields.0.push(("notes".to_owned(), notes.clone()));
        }
        Exercise::read(&serde_json::to_string(&json).unwrap_or_default(), regions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::tests::SMALL;
    use crate::region::tests::region;

    #[test]
    fn an_exercise_is_found_among_the_shipped_ones() {
        let region = region();
        let whole = Exercise::read(SMALL, &[&region]).expect("an exercise");
        let all = format!(r#"{{"small":{}}}"#, whole.without_notes().write_short());
        let notes = r#"{"small":{"aim":{"zh-Hans":"理解覆盖面的代价。"}}}"#;
        let shipped = ShippedExercises::read(&all, None).expect("a file");
        assert_eq!(
            shipped.exercise("small", &[&region]),
            Ok(whole.without_notes())
        );
        let shipped = ShippedExercises::read(&all, Some(notes)).expect("files");
        assert_eq!(shipped.exercise("small", &[&region]), Ok(whole));
        let unknown = shipped.exercise("large", &[&region]).expect_err("none");
        assert_eq!(
            unknown[0].fault,
            ExerciseFault::Unknown("large".to_owned()).into()
        );
        assert!(ShippedExercises::read("[]", None).is_err());
    }
}
