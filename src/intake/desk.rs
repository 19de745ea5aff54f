//! The worker's desk: the one file that is open, and what is asked about it, as texts of JSON.

use std::cell::RefCell;

use zengshou_sheets::ReadFault;

use super::{Intake, IntakeChoices, IntakeReply, SheetFilling};

thread_local! {
    static OPEN: RefCell<Option<Intake>> = const { RefCell::new(None) };
}

/// Opens a file in the place of the one that was open, and looks at it.
///
/// # Errors
/// Choices that can't be understood; the page writes them itself, so that this is a fault of the program.
pub fn open(bytes: &[u8], name: &str, choices: &str, setting: &str) -> Result<String, String> {
    put(
        |filling| Intake::file(bytes, name, filling),
        choices,
        setting,
    )
}

/// Opens a pasted block.
///
/// # Errors
/// As [`open`].
pub fn paste(text: &str, choices: &str, setting: &str) -> Result<String, String> {
    put(|filling| Intake::pasted(text, filling), choices, setting)
}

/// Looks at what is open under other choices.
///
/// # Errors
/// As [`open`].
pub fn look(choices: &str) -> Result<String, String> {
    let choices = read(choices)?;
    let reply = OPEN.with_borrow_mut(|open| match open {
        Some(intake) => IntakeReply::Preview(Box::new(intake.look(&choices))),
        None => IntakeReply::Nothing,
    });
    written(&reply)
}

/// The region that the last look found ready.
///
/// # Errors
/// As [`open`].
pub fn take() -> Result<String, String> {
    let taken = OPEN.with_borrow(|open| open.as_ref()?.taken().cloned());
    written(&taken.map_or(IntakeReply::Nothing, IntakeReply::Taken))
}

fn put(
    intake: impl FnOnce(SheetFilling) -> Result<Intake, ReadFault>,
    choices: &str,
    setting: &str,
) -> Result<String, String> {
    let choices = read(choices)?;
    let setting = serde_json::from_str(setting).map_err(|error| error.to_string())?;
    let filling = SheetFilling::new(&setting)?;
    // The file before is let go first: two large ones need not fit at the same time.
    OPEN.set(None);
    let reply = match intake(filling) {
        Ok(mut intake) => {
            let preview = intake.look(&choices);
            OPEN.set(Some(intake));
            IntakeReply::Preview(Box::new(preview))
        }
        Err(fault) => IntakeReply::Unread(fault),
    };
    written(&reply)
}

fn read(choices: &str) -> Result<IntakeChoices, String> {
    serde_json::from_str(choices).map_err(|error| error.to_string())
}

fn written(reply: &IntakeReply) -> Result<String, String> {
    serde_json::to_string(reply).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::IntakeSetting;
    use crate::region::files::RegionFiles;
    use crate::region::tests::region_file;

    fn reply(text: Result<String, String>) -> IntakeReply {
        serde_json::from_str(&text.expect("a reply")).expect("a reply's text")
    }

    #[test]
    fn a_file_takes_the_place_of_the_one_before_and_a_fault_leaves_none() {
        let choices = serde_json::to_string(&IntakeChoices::default()).expect("text");
        let region = RegionFiles {
            built_in: region_file(),
            own: None,
        };
        let setting = IntakeSetting {
            language: "en".to_owned(),
            region,
        };
        let setting = serde_json::to_string(&setting).expect("text");
        assert_eq!(reply(look(&choices)), IntakeReply::Nothing);
        let counties = "县区,脱贫户数,脱贫人口\n蔚县,1,2\n";
        let opened = reply(open(counties.as_bytes(), "县区.csv", &choices, &setting));
        let IntakeReply::Preview(preview) = &opened else {
            panic!("it can be read: {opened:?}");
        };
        assert_eq!(preview.counties, 1);
        assert_eq!(reply(look(&choices)), opened);
        let pasted = reply(paste(
            "县区\t脱贫户数\t脱贫人口\n甲\t1\t2\n乙\t1\t2\n",
            &choices,
            &setting,
        ));
        assert!(matches!(pasted, IntakeReply::Preview(it) if it.counties == 2));
        let cut = reply(open(b"PK\x03\x04", "a.xlsx", &choices, &setting));
        assert!(
            matches!(cut, IntakeReply::Unread(ReadFault::Damaged)),
            "{cut:?}"
        );
        assert_eq!(reply(look(&choices)), IntakeReply::Nothing);
        assert_eq!(reply(take()), IntakeReply::Nothing);
        assert!(look("{}").is_err());
    }
}
