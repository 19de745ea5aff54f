//! The wording of comments: documentation begins with what it names, and old-fashioned words are left to old
//! books.

use crate::layers::{root, sources};

/// Folders of sources whose comments are read.
const FOLDERS: [&str; 4] = ["src", "tests", "benches", "xtask"];

/// Words that no documentation begins with: a noun phrase names the item, a question only asks for it.
const QUESTIONS: [&str; 10] = [
    "What", "How", "Whether", "Which", "Who", "Whose", "Whom", "Why", "When", "Where",
];

/// Words and phrases that modern English says otherwise.
const ODD: [&str; 14] = [
    "told", "tell", "tells", "anew", "nought", "aught", "dearest", "for ever", "come to",
    "comes to", "comes of", "came of", "hang on", "hangs on",
];

/// The text of a comment that fills its line, with its mark; none for other lines.
fn comment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let mark = ["///", "//!", "//"]
        .into_iter()
        .find(|mark| line.starts_with(mark))?;
    Some((mark, line[mark.len()..].trim()))
}

/// Faults of the comments of a text, each with the number of its line.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut before = None;
    for (number, line) in (1..).zip(text.lines()) {
        let Some((mark, words)) = comment(line) else {
            before = None;
            continue;
        };
        let is_first = mark != "//" && before != Some(mark);
        before = Some(mark);
        let first = words
            .split(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty());
        if let Some(first) = first.filter(|word| is_first && QUESTIONS.contains(word)) {
            faults.push(format!("{number}: begins with {first}"));
        }
        let plain: String = words
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let plain = format!(" {plain} ");
        for odd in ODD.iter().filter(|odd| plain.contains(&format!(" {odd} "))) {
            faults.push(format!("{number}: says {odd}"));
        }
    }
    faults
}

#[test]
fn comments_are_plain_and_name_what_they_describe() {
    let mut all = Vec::new();
    for folder in FOLDERS {
        for (path, text) in sources(&root().join(folder)) {
            let path = path.strip_prefix(root()).expect("a file of ours");
            // This file names the words.
            if path.ends_with("suite/wording.rs") {
                continue;
            }
            for fault in faults(&text) {
                all.push(format!("{}:{fault}", path.display()));
            }
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_question_or_an_odd_word_is_noticed() {
    for text in [
        "/// Whether it is cut.",
        "//! What holds.",
        "fn f() {}\n    /// How far.",
        "// A plain comment\n/// Where it stands.",
        "/// A name.\n/// It is told apart.",
        "// Made anew.",
        "/// Two amounts; it\n/// comes to nought.",
    ] {
        assert!(!faults(text).is_empty(), "{text}");
    }
    for text in [
        "/// A name.\n/// What holds of it stands in the second line.",
        "// What follows is a plain comment.",
        "let text = \"it is told anew\";",
        "/// Whatever the order.",
        "/// A retold story.",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}
