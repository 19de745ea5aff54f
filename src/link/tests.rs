//! Links survive their way, or say that they did not.

mod beside;
mod hostile;
mod named;
mod notes;
mod own;
mod properties;

use super::*;
use crate::region::key::Fixed;
use crate::region::tests::region;
use crate::scenario::examples::Example;
use crate::scenario::note::Note;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

/// The link of a scenario as the address bar has it.
fn shared(region: &Region, scenario: &Scenario) -> String {
    let region = scenario.region(region);
    let income = scenario.project(&region).scenario[0].income;
    encode(&region, scenario, income, None)
}

fn coverage_and_jobs(region: &Region) -> Scenario {
    let mut scenario = Scenario::default();
    for (key, value) in [(Fixed::Coverage, "0.85"), (Fixed::JobsOutward, "5000")] {
        scenario
            .set(region, key.into(), decimal(value))
            .expect("a value in range");
    }
    scenario
}

/// The same with the user's words on where values come from, one of them with everything that
/// links must survive.
fn with_notes(region: &Region) -> Scenario {
    let mut scenario = coverage_and_jobs(region);
    for (key, text) in [
        (
            Fixed::Coverage,
            "市农业农村局台账，2023年3月 <b>&v=1#?%41 _`。",
        ),
        (Fixed::Population, "公安局户籍数"),
    ] {
        let (note, fault) = Note::read(text);
        assert_eq!(fault, None);
        let set = scenario.set_note(region, key.into(), note);
        set.expect("a key of the region");
    }
    scenario
}

/// The content of a link: the values as texts, and the problems' place and name.
fn read(region: &Region, text: &str) -> (String, Vec<String>) {
    match decode(region, text) {
        Ok(link) => (values(&link.scenario), names(&link.problems)),
        Err(problems) => ("refused".to_owned(), names(&problems)),
    }
}

fn values(scenario: &Scenario) -> String {
    let values: Vec<String> = scenario
        .entries()
        .map(|(key, value)| format!("{key}={}", value_text(key, value)))
        .collect();
    values.join(" ")
}

fn names(problems: &[Problem]) -> Vec<String> {
    let name = |problem: &Problem| {
        let fault = format!("{:?}", problem.fault);
        let end = fault.find([' ', '(']).unwrap_or(fault.len());
        format!("{} {}", problem.place, &fault[..end])
            .trim()
            .to_owned()
    };
    problems.iter().map(name).collect()
}

#[test]
fn a_link_reads_as_it_was_written() {
    let region = region();
    let scenario = coverage_and_jobs(&region);
    let text = shared(&region, &scenario);
    let check = value_of(&text, "check").expect("every link has a check");
    let income = scenario.project(&region).scenario[0].income;
    assert_eq!(
        text,
        format!(
            "v=1&model=2&check={check}&region=zhangjiakou-2021.2&income={income}\
             &coverage=0.85&jobs.outward=5000"
        )
    );
    assert!(looks_like_link(&text));
    assert_eq!(region_of(&text).as_deref(), Some("zhangjiakou-2021"));
    let link = decode(&region, &text).expect("a link");
    assert_eq!(
        link,
        Link {
            region_id: "zhangjiakou-2021".to_owned(),
            region_version: 2,
            model: 2,
            income_as_shared: Some(income.rounded().normalize()),
            language: None,
            scenario,
            extras: None,
            name: None,
            problems: Vec::new(),
        }
    );
}

#[test]
fn the_language_travels_only_if_asked() {
    let region = region();
    for language in [
        None,
        Some(Language::English),
        Some(Language::SimplifiedChinese),
        Some(Language::TraditionalChinese),
    ] {
        let text = encode(
            &region,
            &Scenario::default(),
            YuanPerPerson(decimal("13568.19")),
            language,
        );
        assert_eq!(text.contains("lang="), language.is_some());
        assert_eq!(decode(&region, &text).expect("a link").language, language);
    }
}

#[test]
fn usual_links_stay_short() {
    let region = region();
    let base = "https://zengshou.example.org/calculator/#".len();
    for example in Example::ALL {
        let text = shared(&region, &example.scenario(&region));
        println!(
            "{}: {} with its address: {text}",
            example.name(),
            base + text.len()
        );
        let most = match example {
            // Eight cells of the matrix and every other kind of lever.
            Example::Together => 225,
            _ => 200,
        };
        assert!(base + text.len() < most, "{}: {text}", example.name());
    }
}

#[test]
fn a_text_around_the_link_does_no_harm() {
    let region = region();
    for scenario in [coverage_and_jobs(&region), with_notes(&region)] {
        survives_what_is_around_it(&region, scenario);
    }
}

fn survives_what_is_around_it(region: &Region, scenario: Scenario) {
    let link = shared(region, &scenario);
    let url = format!("https://example.org/zengshou/?v=2#{link}");
    let encoded: String = link.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let twice = format!("%23{}", link.replace('=', "%3D").replace('&', "%26")).replace('%', "%25");
    let broken = link.replacen("jobs.out", "jobs.out\r\n  ", 1);
    let hidden = link
        .replace('&', "\u{200b}&\u{feff}")
        .replace('.', ".\u{ad}");
    let (first, second) = link.split_at(40);
    let moved = {
        let mut parts: Vec<&str> = link.split('&').collect();
        parts.reverse();
        parts.join("&")
    };
    for text in [
        link.clone(),
        format!("#{link}"),
        format!("  \n{url}\r\n"),
        format!("看看这个方案：{url}。大家觉得怎么样？"),
        format!("看看这个方案：{url}大家觉得怎么样？"),
        format!("(see {url}), please; #1 of 2"),
        format!("「{url}」"),
        format!("<a href=\"{url}\">{url}</a>"),
        format!("[方案]({url})，**{url}**"),
        format!("{url}#wechat_redirect"),
        format!("{url}&"),
        url.replace('&', "&amp;"),
        url.replace('&', "&amp;amp;"),
        url.replace('&', "%26amp%3B"),
        format!("https%3A%2F%2Fexample.org%2F%23{encoded}"),
        format!("https://example.org/{twice}"),
        format!("#{broken}"),
        format!("#{hidden}"),
        format!("> {first}\n> {second}").replace("> ", ""),
        moved.clone(),
        format!("https://example.org/#{moved}"),
        format!("{url} {}", "长文".repeat(50_000)),
    ] {
        let shown: String = text.chars().take(300).collect();
        assert!(looks_like_link(&text), "{shown}");
        assert_eq!(
            region_of(&text).as_deref(),
            Some("zhangjiakou-2021"),
            "{shown}"
        );
        let link = decode(region, &text).unwrap_or_else(|p| panic!("{shown}: {p:?}"));
        assert_eq!(link.problems, [], "{shown}");
        assert_eq!(link.scenario, scenario, "{shown}");
    }
}

#[test]
fn a_link_by_hand_is_read_part_by_part() {
    let region = region();
    for (text, values, problems) in [
        ("v=1&region=zhangjiakou-2021", "", &[][..]),
        (
            "v=1&region=zhangjiakou-2021.1&coverage=0.85",
            "coverage=0.85",
            &[],
        ),
        (
            "#region=zhangjiakou-2021.1&v=1&co=0.85。",
            "coverage=0.85",
            &[],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&repeat=false",
            "repeat=false",
            &[],
        ),
        ("v=1&region=zhangjiakou-2021.1&coverage=0.81", "", &[]),
        ("v=1&coverage=0.85", "coverage=0.85", &["Altered"]),
        (
            "v=1&region=zhangjiakou-2021.1&coverage=0.85&co=0.9&nonsense=1&bench.lifted_nation.2090=5&gini=.2&jobs.outward=-1&repeat=1&so=0.1234567890123",
            "coverage=0.85",
            &[
                "co Duplicate",
                "nonsense UnknownKey",
                "bench.lifted_nation.2090 NoYearOfSeries",
                "gini NotANumber",
                "jobs.outward OutOfRange",
                "repeat NotAFlag",
                "so TooManyDigits",
            ],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jobs.outward=2w&repeat=1w&gini=0.1w&social=w",
            "jobs.outward=20000",
            &["repeat NotAFlag", "gini NotANumber", "social NotANumber"],
        ),
        // A number must not lose its unit or its end, so that the whole of it is refused.
        (
            "v=1&region=zhangjiakou-2021.1&jo=5万",
            "",
            &["jo NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jo=5,000",
            "",
            &["jo NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&co=0.85 %",
            "",
            &["co NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jo=５０００",
            "",
            &["jo NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jo=5e3",
            "",
            &["jo NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jo=5 000",
            "",
            &["jo NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jobs.outward=5000 12&coverage=0.8 5",
            "",
            &["jobs.outward NotANumber", "coverage NotANumber"],
        ),
        // A name and a value may be broken, a number not.
        (
            "v=1&region=zhangjia\nkou-2021.1&jobs.out\r\n ward=\n5000 &repeat=fal\nse",
            "repeat=false jobs.outward=5000",
            &[],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&jo=50\r\n00&gini=0. 3&social=3 w",
            "",
            &["jo NotANumber", "gini NotANumber", "social NotANumber"],
        ),
        (
            "v=1&region=zhangjiakou-2021.1&coverage",
            "",
            &["NotUnderstood"],
        ),
        (
            "v=1&region=zhangjiakou-2021.x&model=+1&lang=fr&income=much",
            "",
            &[
                "region NotUnderstood",
                "model NotUnderstood",
                "lang NotUnderstood",
                "income NotANumber",
            ],
        ),
        (
            "v=1&v=1&region=zhangjiakou-2021.1&region=elsewhere.1",
            "",
            &["v Duplicate", "region Duplicate"],
        ),
        (
            "v=1&region=zhangjiakou-2021.7&model=3",
            "",
            &["region OtherRegionVersion", "model OtherModel"],
        ),
        // Of two shares that exceed their whole, the first is taken back.
        (
            "v=1&region=zhangjiakou-2021.1&split_wage=0.7&sp=0.6",
            "split_operating=0.6",
            &["split_wage MoreThanWhole"],
        ),
        (
            "v=1&region=elsewhere.1&coverage=0.85",
            "refused",
            &["region UnknownRegion"],
        ),
        (
            "v=2&region=zhangjiakou-2021.1",
            "refused",
            &["v UnknownEncoding"],
        ),
        (
            "v=18446744073709551616&region=zhangjiakou-2021.1",
            "refused",
            &["v UnknownEncoding"],
        ),
        ("v=0&region=zhangjiakou-2021.1", "refused", &["NotALink"]),
        ("v=1x&region=zhangjiakou-2021.1", "refused", &["NotALink"]),
        (
            "region=zhangjiakou-2021.1&coverage=0.85",
            "refused",
            &["NotALink"],
        ),
        (
            "https://example.org/watch?v=dQw4w9WgXcQ",
            "refused",
            &["NotALink"],
        ),
        ("", "refused", &["NotALink"]),
    ] {
        let (read_values, read_problems) = read(&region, text);
        assert_eq!(read_values, values, "{text}");
        assert_eq!(read_problems, problems, "{text}");
    }
}

#[test]
fn a_cut_link_of_another_region_says_both() {
    let region = region();
    let link = shared(&region, &Scenario::default());
    let cut = link.split("-2021").next().expect("a first part");
    let (values, problems) = read(&region, cut);
    assert_eq!(
        (values.as_str(), problems.as_slice()),
        (
            "refused",
            &["region UnknownRegion".to_owned(), "Altered".to_owned()][..],
        )
    );
}

#[test]
fn the_headline_is_compared_only_where_the_link_was_understood() {
    let region = region();
    let today = YuanPerPerson(decimal("13568.1908976"));
    let shared_then = Some((decimal("13500.00"), decimal("13568.19")));
    let head = "v=1&region=zhangjiakou-2021.1";
    for (text, expected) in [
        ("&income=13500", shared_then),
        ("&income=13500&lang=xx", shared_then),
        (
            "&income=13568.18",
            Some((decimal("13568.18"), decimal("13568.19"))),
        ),
        ("&income=13568.19", None),
        ("&income=13568.194", None),
        ("", None),
        ("&model=2&income=13500", shared_then),
        ("&income=13500&coverage=7", None),
        ("&income=13500&check=abc", None),
    ] {
        let link = decode(&region, &format!("{head}{text}")).expect("a link");
        assert_eq!(compare_headline(&link, today), expected, "{text}");
    }
    let older = decode(&region, "v=1&region=zhangjiakou-2021.2&income=13500").expect("a link");
    assert_eq!(compare_headline(&older, today), shared_then);
}

/// No value is finer than links and files keep, so that what is passed on is what was seen.
#[test]
fn what_is_finer_than_a_link_can_say_is_never_set() {
    let region = region();
    let mut scenario = Scenario::default();
    let third = Decimal::ONE / Decimal::from(3);
    let set = scenario.set(&region, Fixed::SplitOperating.into(), third);
    assert!(matches!(set, Err(Fault::TooManyDigits(_))), "{set:?}");
    assert!(scenario.is_plan());
}
