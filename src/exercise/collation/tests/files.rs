use super::super::{GroupSession, looks_like_session};
use super::{called, known, link, region, session};
use crate::problem::{ExerciseFault, Fault};

fn usual() -> GroupSession {
    let region = region();
    let known = known(&region);
    let text = [("1", 120), ("二组", 80)]
        .map(|(group, number)| link(&region, &known.exercise, (Some(group), number, 6000)));
    let mut session = session(&known, &text.join("\n"));
    session.add([called(&known, "=3", -12)]);
    session.reveal(&known.mark, 0, true);
    session
}

#[test]
fn a_session_opens_as_it_was_saved_and_says_what_it_is() {
    let session = usual();
    let text = session.write();
    assert!(looks_like_session(&text));
    assert!(
        text.contains("练习记录，不作考核依据")
            && text.contains("A record of practice, no examination.")
    );
    assert_eq!(GroupSession::read(&text).as_ref(), Ok(&session));
    assert_eq!(GroupSession::read(&format!("\u{feff}{text}")), Ok(session));
    assert!(!text.contains("notes"), "no trainer's notes");
}

#[test]
fn a_session_cut_anywhere_is_refused() {
    let text = usual().write();
    let text = text.trim_end();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(
            GroupSession::read(&text[..end]).is_err(),
            "{}",
            &text[..end]
        );
    }
}

#[test]
fn each_fault_is_named_at_its_place() {
    let text = usual().write();
    for (old, new, place) in [
        ("\"session\":1", "\"session\":2", "session"),
        ("\"session\":1", "\"session\":1,\"more\":2", ""),
        ("\"step\":1", "\"step\":0", "entries.3.step"),
        ("\"number\":\"-12\"", "\"number\":-12", "entries.3.number"),
        (
            "\"number\":\"-12\"",
            "\"number\":\"-1x\"",
            "entries.3.number",
        ),
        (
            "\"number\":\"-12\"",
            "\"direction\":\"left\"",
            "entries.3.direction",
        ),
        ("\"group\":\"=3\"", "\"group\":\" =3\"", "entries.3.group"),
        ("v=5&check=", "v=5&check=0", "entries.1.link"),
        (
            "\"mark\":\"small.",
            "\"mark\":\"../small.",
            "exercises.1.mark",
        ),
        (
            "\"revealed\":[1]",
            "\"revealed\":[0]",
            "exercises.1.revealed.1",
        ),
    ] {
        assert!(text.contains(old), "{old}");
        let problems = GroupSession::read(&text.replacen(old, new, 1)).expect_err(new);
        assert_eq!(problems[0].place, place, "{new}: {problems:?}");
    }
    let newer = GroupSession::read(&text.replace("\"session\":1", "\"session\":2"));
    assert_eq!(
        newer.expect_err("newer")[0].fault,
        ExerciseFault::Newer(2).into()
    );
    let long = format!("{{\"session\":1,\"record\":\"{}\"}}", "x".repeat(3 << 20));
    assert!(matches!(
        GroupSession::read(&long).expect_err("long")[0].fault,
        Fault::TooLong(_)
    ));
}
