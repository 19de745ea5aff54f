//! Drafts and ranges that travel with a scenario, in a file and in a link.

use zengshou::link;
use zengshou::scenario::drafts::{Drafts, Extras, Reference};
use zengshou::scenario::file;

use crate::fixtures::{REGION, are_readable, are_sound, is_sound, survives_a_file, text};

/// Reads the text as the drafts of a file and as those of a link; then adds what was read and takes it out again.
pub fn check(data: &[u8]) {
    let text = text(data);
    let quoted = |part: &str| serde_json::Value::from(part).to_string();
    let lines: Vec<&str> = text.split('\n').collect();
    let name = quoted(lines[0]);
    let pairs = |separator: char| {
        let pairs = lines
            .iter()
            .skip(1)
            .filter_map(|line| line.split_once(separator));
        let texts = pairs.map(|(key, value)| format!("{}:{}", quoted(key), quoted(value)));
        texts.collect::<Vec<_>>().join(",")
    };
    let of_file = format!(
        r#"{{"region":"{}","values":{{}},"tray":[{{"name":{name},"values":{{{}}},"notes":{{{}}}}},{{"name":{name},"values":{{}}}}],"tray_reference":{},"draws":{{{}}}}}"#,
        REGION.id,
        pairs('='),
        pairs(':'),
        quoted(lines.last().copied().unwrap_or_default()),
        pairs('~'),
    );
    let read = file::read(&REGION, &of_file).expect("the file's own form is right");
    are_readable(&read.problems);
    are_sound(&read.extras);
    assert_eq!(read.extras.drafts.entries().len(), 2);
    survives_a_file(&read.scenario, None, &read.extras);
    is_carried(&read.extras);
    moves_and_returns(&read.extras.drafts);

    let of_link = format!("v=4&model=1&{}&region={}", lines.join("&"), REGION.id);
    if let Ok(read) = link::decode(&REGION, &of_link) {
        are_readable(&read.problems);
        is_sound(&read.scenario);
        let extras = read.extras.unwrap_or_default();
        are_sound(&extras);
        survives_a_file(&read.scenario, None, &extras);
        is_carried(&extras);
    }
}

/// A link carries what a file does.
fn is_carried(extras: &Extras) {
    let plan = zengshou::scenario::Scenario::default();
    let income = zengshou::number::YuanPerPerson(1.into());
    let written = link::encode_with(&REGION, &plan, extras, None, income, None);
    if written.len() > link::MOST_BYTES {
        return;
    }
    let read = link::decode(&REGION, &written).expect("a link that was written");
    assert_eq!(read.problems, [], "{written}");
    assert_eq!(&read.extras.unwrap_or_default(), extras, "{written}");
}

/// Checks that an entry that was taken out comes back to its place.
fn moves_and_returns(drafts: &Drafts) {
    for at in 0..drafts.entries().len() {
        let mut changed = drafts.clone();
        let removed = changed.remove(at).expect("an entry");
        if let Reference::Draft(reference) = changed.reference() {
            assert!(reference < changed.entries().len());
        }
        assert!(changed.put_back(removed));
        assert_eq!(&changed, drafts);
    }
}
