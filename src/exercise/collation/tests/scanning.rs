use super::super::called;
use super::super::scan::{MOST_TEXT_BYTES, scan};
use super::{known, link, region};
use crate::exercise::collation::HandedResult;
use crate::exercise::judge::Direction;
use crate::exercise::link::{read_link, write_own, write_shipped};
use crate::problem::{ExerciseFault, Fault};

const ADDRESS: &str = "https://xczx.zhangjiakou.gov.cn/zengshou/index.html#";

#[test]
fn every_link_of_a_chat_is_found_whatever_stands_around_it() {
    let region = region();
    let known = known(&region);
    let one =
        |group, predicted, jobs| link(&region, &known.exercise, (Some(group), predicted, jobs));
    let [first, second, third] = [
        one("1", 120, 6000),
        one("第二组", -30, 8000),
        one("3", 50, 7000),
    ];
    let (start, end) = third.split_at(third.len() / 2);
    let encoded = second.replace('&', "%26").replace('=', "%3D");
    let chat = format!(
        "张三 10:32\n【增收练习】小练习 · 小组：1\n第 1 步：预测 +120.00 元\n{ADDRESS}{first}\n\n\
         Li Lei 2026-11-30 10:33:07\n发了，v=我们组的结果 v=2 请看 https://t.example/go?v=3#top\n\
         {ADDRESS}{encoded}，谢谢老师！\n\
         王五：\n> {ADDRESS}{start}\n> {end}\n收到 {ADDRESS}{}",
        write_shipped("small", None, None)
    );
    let scanned = scan(&chat);
    assert_eq!(scanned.faults, [], "{chat}");
    let found: Vec<_> = scanned.results.iter().map(|it| &*it.link).collect();
    assert_eq!(found, [&*first, &*second, &*third]);
    let groups = scanned.results.iter().map(|it| it.read.group.as_deref());
    assert!(groups.eq([Some("1"), Some("第二组"), Some("3")]));
    assert!(scanned.results.iter().all(|it| it.mark == known.mark));
    assert!(!scanned.is_cut && scanned.exercises.is_empty());
}

#[test]
fn a_link_in_another_address_or_a_mail_is_found() {
    let region = region();
    let known = known(&region);
    let own = link(&region, &known.exercise, (Some("2"), 5, 6000));
    let whole = format!("{ADDRESS}{own}");
    let percent = |text: &str| {
        text.replace('%', "%25")
            .replace('&', "%26")
            .replace('=', "%3D")
            .replace('#', "%23")
    };
    for text in [
        format!(
            "https://mail.example/jump?url={}&from=chat",
            percent(&whole)
        ),
        format!("https://a.example/?u={}", percent(&percent(&whole))),
        whole.replace('=', "=3D"),
        whole.replace('&', "\\u0026").replace('=', "\\u003d"),
        whole.replace('&', "&amp;"),
        format!("（{whole}）。"),
        format!("#{own}"),
        own.clone(),
    ] {
        let scanned = scan(&text);
        let found: Vec<_> = scanned.results.iter().map(|it| &*it.link).collect();
        assert_eq!(found, [&*own], "{text}: {:?}", scanned.faults);
    }
}

#[test]
fn what_gives_no_result_is_named_with_its_line_and_words() {
    let region = region();
    let known = known(&region);
    let own = link(&region, &known.exercise, (Some("1"), 120, 6000));
    let cut = &own[..own.len() - 12];
    let text = format!(
        "第一组\n{ADDRESS}{cut}\n第二组\n看这个 {ADDRESS}v=1&region=zhangjiakou-2021.2&coverage=0.9\n{ADDRESS}{own}"
    );
    let scanned = scan(&text);
    assert_eq!(scanned.results.len(), 1);
    let faults: Vec<_> = scanned
        .faults
        .iter()
        .map(|it| (it.line, &it.problem.fault))
        .collect();
    let no_result = Fault::from(ExerciseFault::NoResult);
    assert_eq!(faults, [(2, &Fault::Altered), (4, &no_result)]);
    assert!(scanned.faults[1].words.starts_with("看这个 https://"));
    assert!(scanned.faults[1].words.chars().count() <= 41);
}

#[test]
fn an_exercise_that_a_link_carries_is_taken_along() {
    let region = region();
    let known = known(&region);
    let scanned = scan(&format!(
        "请做：{ADDRESS}{}",
        write_own(&known.exercise, None, None)
    ));
    assert_eq!(scanned.exercises, [known.exercise.write_short()]);
    assert_eq!(scanned.results, []);
}

#[test]
fn any_text_is_read_in_bounded_time_without_a_panic() {
    let region = region();
    let known = known(&region);
    let own = link(&region, &known.exercise, (Some("第一组"), 120, 6000));
    let whole = read_link(&own).expect("a result").expect("whole");
    // A small generator of numbers that look like chance.
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % 1_000_003).unwrap_or(0) % below
    };
    let signs: Vec<char> = "v=5&#%3D组增 \n\u{202e}\u{0}ｖ＝🀄\"\\{}=+-"
        .chars()
        .collect();
    for _ in 0..300 {
        let mut chars: Vec<char> = format!("{own}\n{own}").chars().collect();
        for _ in 0..=next(6) {
            let at = next(chars.len());
            match next(3) {
                0 => chars[at] = signs[next(signs.len())],
                1 => chars.insert(at, signs[next(signs.len())]),
                _ => drop(chars.drain(at..(at + next(20)).min(chars.len()))),
            }
        }
        let text: String = chars.into_iter().collect();
        let scanned = scan(&text);
        // A result is whole or it is none.
        let is_whole = |it: &HandedResult| it.read == whole;
        assert!(scanned.results.iter().all(is_whole), "{text}");
        called::parts(&text);
    }
    let long = "v=5&check=1&x=a&".repeat(MOST_TEXT_BYTES / 10);
    let scanned = scan(&long);
    assert!(scanned.is_cut && scanned.results.is_empty());
    assert!(scanned.faults.len() <= 50);
}

#[test]
fn a_called_number_stands_behind_its_group() {
    for (line, group, rest) in [
        ("第一组 120", "第一组", "120"),
        ("第一组120", "第一组", "120"),
        ("3 95", "3", "95"),
        ("三组：-40 元", "三组", "-40 元"),
        ("Group 2 +30", "Group 2", "+30"),
        ("张北县，12.5%", "张北县", "12.5%"),
        ("1组=1,200", "1组", "1,200"),
        ("甲 ↑", "甲", "↑"),
    ] {
        let found = called::parts(line);
        assert_eq!(found, Some((group.to_owned(), rest)), "{line}");
    }
    for line in ["", "120", "第一组", "第一组 ", " : 5", &"组 1".repeat(50)] {
        assert_eq!(called::parts(line), None, "{line}");
    }
    let all: Vec<&str> = called::lines("一组 1；二组 2\n\n 三组 3").collect();
    assert_eq!(all, ["一组 1", "二组 2", "三组 3"]);
    for (word, direction) in [
        ("上升", Direction::Up),
        ("↓", Direction::Down),
        ("Same", Direction::Same),
    ] {
        assert_eq!(called::direction(word), Some(direction));
    }
    assert_eq!(called::direction("12"), None);
}
