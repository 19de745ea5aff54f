//! Uses that types of projects are counted as, in a file of own figures.

use super::*;

#[test]
fn types_of_projects_are_counted_as_the_file_says_or_it_is_refused() {
    let file = county().write();
    let read = |types: &str| -> Vec<String> {
        let with = file.replacen("\"values\"", &format!("\"types\":{types},\"values\""), 1);
        match OwnRegion::read(&with) {
            Ok(own) => own
                .types
                .changes()
                .map(|(name, of)| format!("{name}={}", of.name()))
                .collect(),
            Err(problems) => {
                let said = problems.iter();
                said.map(|problem| format!("{}: {:?}", problem.place, problem.fault))
                    .collect()
            }
        }
    };
    // The usual is not kept.
    let usual = r#"{"就业项目/务工补助":"industry","就业项目":"other","产业发展":"industry"}"#;
    assert_eq!(read(usual), ["就业项目/务工补助=industry"]);
    assert_eq!(
        read(r#"{"没有的":"industry","就业项目":"farming","其他/\u202e":"other"}"#),
        [
            "types.没有的: NotUnderstood(\"没有的\")",
            "types.就业项目: NotUnderstood(\"farming\")",
            "types.其他/⟨U+202E⟩: NotUnderstood(\"其他/⟨U+202E⟩\")"
        ]
    );
    assert_eq!(
        read(r#"{"就业":"industry","就业项目":"other"}"#),
        ["types.就业项目: Duplicate"]
    );
}
