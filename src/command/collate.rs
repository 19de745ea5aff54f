//! The results of many groups on the command line: files of any kind in, one table or one session out.

use std::rc::Rc;

use std::path::PathBuf;

use super::{Lines, Session};
use crate::exercise::Exercise;
use crate::exercise::collation::scan::scan;
use crate::exercise::collation::sheet::{GroupSheet, sheets};
use crate::exercise::collation::statistics::SheetFigures;
use crate::exercise::collation::{GroupSession, KnownExercise, SessionEntry, looks_like_session};
use crate::exercise::judge::Judge;
use crate::region::Region;
use crate::report::csv;
use crate::report::groups::{GroupsPaper, fault_words, other_words, unread_words};

impl Session {
    /// Reads files and puts the results in them together.
    pub(super) fn collated(
        &self,
        exercise: &Exercise,
        region: &Region,
        (files, as_session): (&[PathBuf], bool),
    ) -> Result<String, Lines> {
        let text = exercise.without_notes().write_short();
        let known = KnownExercise::read(&text, region).map_err(|it| self.said("", &it))?;
        let mut session = GroupSession::default();
        session.add_exercise(&known.exercise);
        let mut faults = Lines::new();
        for file in files {
            let name = file.display().to_string();
            let text = self.read_file(file)?;
            if looks_like_session(&text) {
                let other = GroupSession::read(&text).map_err(|it| self.said(&name, &it))?;
                session.merge(other);
                continue;
            }
            let scanned = scan(&text);
            let said = scanned.faults.iter();
            faults.extend(said.map(|fault| fault_words(&self.words, Some(&name), fault)));
            if scanned.is_cut {
                faults.push(format!("{name}: {}", self.words.text("groups-added-cut")));
            }
            session.add(scanned.results.into_iter().map(SessionEntry::Handed));
        }
        if as_session {
            // The file has no place for them.
            for fault in faults {
                eprintln!("{fault}");
            }
            return Ok(session.write());
        }
        let known = [Rc::new(known)];
        let all = sheets(&session, &known);
        let (own, others): (Vec<GroupSheet>, Vec<GroupSheet>) =
            all.into_iter().partition(|sheet| sheet.known.is_some());
        let [own] = own.as_slice() else {
            return Ok(String::new());
        };
        let judge = Judge::new(&known[0].exercise, &known[0].region);
        let paper = GroupsPaper {
            sheet: own,
            judge: &judge,
            figures: &SheetFigures::of(own, &judge),
            words: &self.words,
        };
        let others = others.iter().map(|sheet| other_words(&self.words, sheet));
        faults.extend(unread_words(&self.words, own));
        let document = paper.document(others.collect(), faults);
        Ok(csv::write(&document, &self.words))
    }
}
