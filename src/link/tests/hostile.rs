//! Links made to break the reader: every one is answered, soon, and with a short list.

use std::time::{Duration, Instant};

use super::*;

const MEGABYTE: usize = 1 << 20;
const HEAD: &str = "v=1&region=zhangjiakou-2021.1&coverage=0.85&";

/// Far beyond what an unoptimized build on a busy machine takes; a reader that is not linear
/// takes minutes.
const LONGEST: Duration = Duration::from_secs(5);

fn attack(region: &Region, text: &str) -> Result<Link, Vec<Problem>> {
    let start = Instant::now();
    let looks = looks_like_link(text);
    let wanted = region_of(text);
    let read = decode(region, text);
    let took = start.elapsed();
    let shown: String = text.chars().take(60).collect();
    assert!(took < LONGEST, "{shown} … took {took:?}");
    let problems = match &read {
        Ok(link) => &link.problems,
        Err(problems) => problems,
    };
    assert!(problems.len() <= file::MOST_PROBLEMS + 1, "{shown}");
    for problem in problems {
        let said = format!("{problem:?}");
        assert!(said.len() < 4_000, "{shown}");
    }
    assert!(looks || read.is_err(), "{shown}");
    assert!(looks || wanted.is_none(), "{shown}");
    read
}

#[test]
fn a_megabyte_of_anything_is_answered() {
    let region = region();
    for unit in [
        "&",
        "%",
        "#",
        "=",
        "?",
        "v=1",
        "v=1&",
        "&v=1",
        "#v=1",
        "=&",
        "&=",
        "%25",
        "%2525",
        "%26",
        "%23v%3D1",
        "&amp;",
        "&amp;amp;",
        "&amp",
        "a",
        "a&",
        "ab=1&",
        "co=0.8&",
        "check=0&",
        "region=",
        "9",
        "0",
        "-",
        ".",
        " ",
        "\n",
        "\0",
        "é",
        "中",
        "𝟙",
        "\u{200b}",
        "\u{feff}",
        "\u{202e}",
        "。",
        ">",
        "%F0%9F",
        "%FF",
        "%00",
        "\u{fffd}",
        "bench.lifted_nation.2022=1&",
    ] {
        let many = unit.repeat(MEGABYTE / unit.len());
        let _ = attack(&region, &many);
        for text in [format!("#{HEAD}{many}"), format!("#{HEAD}jo={many}")] {
            let link = attack(&region, &text).expect("its start is a link");
            let read = values(&link.scenario);
            assert!(read.starts_with("coverage=0.85"), "{unit:?}: {read}");
            // White space around a text is no part of it.
            let is_blank = unit.trim().is_empty();
            let is_too_long = names(&link.problems).first().map(String::as_str) == Some("TooLong");
            assert_eq!(is_too_long, !is_blank, "{unit:?}");
        }
        let _ = attack(&region, &format!("{many}{HEAD}"));
        let _ = attack(&region, &format!("{many}#{HEAD}"));
    }
}

#[test]
fn what_is_cut_away_never_cuts_a_number() {
    let region = region();
    let head = "v=1&region=zhangjiakou-2021.1&nonsense=";
    for spare in 0..40 {
        let filler = "x".repeat(MOST_BYTES - head.len() - spare);
        let text = format!("{head}{filler}&jobs.outward=5000000&coverage=0.85123456789");
        let link = attack(&region, &text).expect("a link");
        let read = values(&link.scenario);
        assert!(
            read.is_empty() || read == "jobs.outward=5000000",
            "{spare}: {read}"
        );
        assert_eq!(names(&link.problems)[0], "TooLong", "{spare}");
    }
}

#[test]
fn odd_texts_are_refused_part_by_part() {
    let region = region();
    let layered = (0..50).fold("&jo=5".to_owned(), |text, _| {
        text.replace('%', "%25")
            .replace('&', "%26")
            .replace('=', "%3D")
    });
    let nines = "9".repeat(10_000);
    for (tail, problem) in [
        (format!("jo={nines}"), "jo TooManyDigits"),
        (format!("jo=-{nines}"), "jo TooManyDigits"),
        (format!("jo=0.{nines}"), "jo TooManyDigits"),
        (
            "jo=79228162514264337593543950336".to_owned(),
            "jo TooManyDigits",
        ),
        ("jo=-0.0000000000001".to_owned(), "jo TooManyDigits"),
        ("jo=1e9".to_owned(), "jo NotANumber"),
        ("jo=0x10".to_owned(), "jo NotANumber"),
        ("jo=+5".to_owned(), "jo NotANumber"),
        ("jo=--5".to_owned(), "jo NotANumber"),
        ("jo=1.2.3".to_owned(), "jo NotANumber"),
        ("jo=NaN".to_owned(), "jo NotANumber"),
        ("jo=Infinity".to_owned(), "jo NotANumber"),
        ("jo=".to_owned(), "jo NotANumber"),
        ("jo==5".to_owned(), "jo NotANumber"),
        ("jo=٥".to_owned(), "jo NotANumber"),
        ("jo=𝟝".to_owned(), "jo NotANumber"),
        ("jo=五".to_owned(), "jo NotANumber"),
        ("jo=5\0".to_owned(), "jo NotANumber"),
        ("jo\0=5".to_owned(), "jo⟨U+0000⟩ UnknownKey"),
        ("JO=5".to_owned(), "JO UnknownKey"),
        ("=5".to_owned(), "UnknownKey"),
        ("jo%".to_owned(), "NotUnderstood"),
        ("%ff=5".to_owned(), "\u{fffd} UnknownKey"),
        ("jo=%ff".to_owned(), "jo NotANumber"),
        ("bl99=5".to_owned(), "bl99 UnknownKey"),
        ("bn99=5".to_owned(), "bn99 NoYearOfSeries"),
        ("gk2022=0.1".to_owned(), "gk2022 UnknownKey"),
        ("<script>alert(1)</script>".to_owned(), "NotUnderstood"),
        (layered, "NotUnderstood"),
    ] {
        let link = attack(&region, &format!("{HEAD}{tail}")).expect("its start is a link");
        assert_eq!(values(&link.scenario), "coverage=0.85", "{tail}");
        assert_eq!(names(&link.problems), [problem], "{tail}");
    }
}

#[test]
fn a_check_can_not_be_talked_away() {
    let region = region();
    let link = shared(&region, &coverage_and_jobs(&region));
    for text in [
        format!("{link}&check=0"),
        format!("check=0&{link}"),
        link.replacen("check=", "check=0&check=", 1),
        format!("{link}&coverage=0.9"),
        link.replacen("coverage=0.85", "coverage=0.86", 1),
        link.to_uppercase().replacen("V=1", "v=1", 1),
    ] {
        let (_, problems) = read(&region, &text);
        assert!(!problems.is_empty(), "{text}");
    }
}

#[test]
fn every_scrap_of_a_link_is_answered() {
    let region = region();
    let text = format!("看：https://h/%3Fa%3Db%23{HEAD}%E4%B8%AD&amp;jo=5。\u{200b}");
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for (count, from) in borders.iter().enumerate() {
        for to in &borders[count..] {
            let _ = attack(&region, &text[*from..*to]);
        }
    }
}
