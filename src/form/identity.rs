//! The identifier and the version of a region that a form means.

use crate::region::own::OwnRegion;

/// Gives the region the identifier of the region before, or one of its own, and raises its version where
/// something changed.
pub fn settle(own: &mut OwnRegion, before: Option<&OwnRegion>) {
    let same =
        before.filter(|before| before.name == own.name && before.years.income == own.years.income);
    match same {
        Some(before) => {
            own.id.clone_from(&before.id);
            own.version = before.version;
            if own != before {
                own.version = before.version + 1;
            }
        }
        None => {
            own.id = identifier(own);
            own.version = 1;
        }
    }
}

/// An identifier in plain letters: the code of the division where a county's table gives it for the region's
/// own name, else a sum of the name's characters; and the base year.
fn identifier(own: &OwnRegion) -> String {
    let unit = own.counties.iter().find(|county| county.name == own.name);
    let code = unit.and_then(|county| county.code.clone());
    let code = code.filter(|code| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit()));
    let code = code.unwrap_or_else(|| crate::region::own::raw::fingerprint(&own.name));
    format!("r{code}-{}", own.years.income)
}
