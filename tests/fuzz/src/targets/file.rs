//! Scenario files: any text that somebody opens.

use zengshou::scenario::file;

use crate::fixtures::{
    REGION, are_readable, are_sound, can_be_taken_back, is_name, is_sound, survives_a_file, text,
};

/// Reads the text as a file, and what was read once more after it was written.
pub fn check(data: &[u8]) {
    let text = text(data);
    let region = file::region_id(&text);
    match file::read(&REGION, &text) {
        Err(problem) => are_readable(&[problem]),
        Ok(read) => {
            assert_eq!(region.as_deref(), Ok(&*REGION.id));
            are_readable(&read.problems);
            is_sound(&read.scenario);
            are_sound(&read.extras);
            if let Some(name) = &read.name {
                is_name(name);
            }
            survives_a_file(&read.scenario, read.name.as_deref(), &read.extras);
            can_be_taken_back(&read.scenario, Some(&read.extras), &read.problems);
        }
    }
}
