//! Stored work: whatever stands in the browser's storage after other programs, other versions and
//! a full disk.

use zengshou::problem::Fault;
use zengshou::scenario::{Scenario, file};

use crate::world::{REGION, are_sound, are_told, is_sound, survives_a_file, text};

/// Reads an entry. What is read is kept as it is; what can't be read is told.
pub fn check(data: &[u8]) {
    let text = text(data);
    match file::read(&REGION, &text) {
        Ok(read) => {
            are_told(&read.problems);
            is_sound(&read.scenario);
            are_sound(&read.extras);
            survives_a_file(&read.scenario, read.name.as_deref(), &read.extras);
        }
        Err(problem) => {
            are_told(std::slice::from_ref(&problem));
            // Of another region is in order; it must never be taken for the plan of this one.
            if matches!(problem.fault, Fault::UnknownRegion(_)) {
                assert_ne!(file::region_id(&text).as_deref(), Ok(&*REGION.id));
            }
            let own = Scenario::default();
            assert!(own.is_plan(), "nothing was read");
        }
    }
}
