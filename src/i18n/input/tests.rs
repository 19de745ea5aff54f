use rust_decimal::Decimal;

use super::*;
use crate::i18n::Catalog;
use crate::i18n::number::scale;
use crate::language::Language;
use crate::number::{Share, Yuan, YuanPerPerson};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn why(read: Result<Typed, Fault>) -> Option<Mistyped> {
    match read {
        Err(Fault::Mistyped(why, ..)) => Some(why),
        _ => None,
    }
}

#[test]
fn reads_what_people_type_and_paste() {
    for (unit, text, value) in [
        (Unit::Share, "85", "0.85"),
        (Unit::Share, "85%", "0.85"),
        (Unit::Share, " ８５．５ ％", "0.855"),
        (Unit::Share, "-4", "-0.04"),
        (Unit::Share, "+3", "0.03"),
        (Unit::Share, "-5%", "-0.05"),
        (Unit::Share, "4个百分点", "0.04"),
        (Unit::Share, "=85%", "0.85"),
        (Unit::Yuan, "107300", "1073000000"),
        (Unit::Yuan, "10.73亿", "1073000000"),
        (Unit::Yuan, "10.73 亿元", "1073000000"),
        (Unit::Yuan, "10.73億元", "1073000000"),
        (Unit::Yuan, "107300萬元", "1073000000"),
        (Unit::Yuan, "1,234.5", "12345000"),
        (Unit::Yuan, "500元", "500"),
        (Unit::Yuan, "5千万元", "50000000"),
        (Unit::Yuan, "10⁴ yuan", "10000"),
        (Unit::Yuan, "41,668 × 10⁴ yuan", "416680000"),
        (Unit::Yuan, "5.17×10⁸", "517000000"),
        (Unit::Yuan, "41668 x", ""),
        (Unit::People, "5,000", "5000"),
        (Unit::People, "1万", "10000"),
        (Unit::People, "1.5万人", "15000"),
        (Unit::People, "1.5萬人", "15000"),
        (Unit::People, "5,000 people", "5000"),
        (Unit::YuanPerPerson, "6761.10", "6761.1"),
        (Unit::YuanPerHousehold, "5,000 元/户", "5000"),
        (Unit::PeoplePerHousehold, "2。1", "2.1"),
        (Unit::PeoplePerHousehold, "2.1人/户", "2.1"),
        // Digits without a whole or a part, and thousands parted as the page parts them.
        (Unit::Share, ".85", "0.0085"),
        (Unit::Share, "85.", "0.85"),
        (Unit::People, "1 234", "1234"),
        (Unit::People, "1\u{202f}234\u{202f}567", "1234567"),
        (Unit::People, "1\u{a0}234", "1234"),
        // As spreadsheets copy.
        (Unit::YuanPerPerson, "(1,234)", "-1234"),
        (Unit::YuanPerPerson, "（1,234）", "-1234"),
        (Unit::YuanPerPerson, "￥1,234.00", "1234"),
        (Unit::YuanPerPerson, "¥ 1,234.00", "1234"),
        (Unit::YuanPerPerson, "￥(1,234.00)", "-1234"),
        (Unit::YuanPerPerson, "-￥1,234.00", "-1234"),
        (Unit::YuanPerPerson, "元 1,234", "1234"),
        (Unit::YuanPerPerson, " - ", "0"),
        (Unit::YuanPerPerson, "-", "0"),
        (Unit::Yuan, " ￥-   ", "0"),
        (Unit::Yuan, "￥1,234.00", "12340000"),
        // What can't be seen.
        (Unit::People, "\u{202d}5000\u{202c}", "5000"),
        (Unit::People, "5\u{200b}000\u{61c}", "5000"),
        (Unit::People, "\u{feff}50\u{ad}00\u{180e}\u{e0041}", "5000"),
    ] {
        if value.is_empty() {
            assert!(read_typed(unit, text).is_err(), "{text}");
        } else {
            assert_eq!(read_typed(unit, text), Ok(decimal(value)), "{text}");
        }
    }
}

#[test]
fn computes_money_and_people() {
    let present = decimal("516680000");
    for (unit, text, value) in [
        (Unit::Yuan, "51668-10000", "416680000"),
        (Unit::Yuan, "49600*0.95", "471200000"),
        (Unit::Yuan, "=49600*95%", "471200000"),
        (Unit::Yuan, "100+20", "1200000"),
        (Unit::Yuan, "100 + 20", "1200000"),
        (Unit::Yuan, "100－20×２÷（1+1）", "800000"),
        (Unit::Yuan, "1.2亿元+500万元", "125000000"),
        (Unit::Yuan, "1.2亿 - 500", "115000000"),
        (Unit::Yuan, "3亿/2", "150000000"),
        (Unit::Yuan, "-5%", "490846000"),
        (Unit::Yuan, "+5%", "542514000"),
        (Unit::Yuan, "－５％", "490846000"),
        (Unit::Yuan, "-5", "-50000"),
        (Unit::Yuan, "100/3", "333333.33"),
        (Unit::Yuan, "(1+2)*(3+4)", "210000"),
        (Unit::Yuan, "2*-3+10", "40000"),
        (Unit::People, "3000+1500人", "4500"),
        (Unit::People, "1万/3", "3333"),
        (Unit::PeoplePerHousehold, "2.5-0.4", "2.1"),
        (Unit::YuanPerPerson, "12000*1.05", "12600"),
        (Unit::YuanPerHousehold, "5000元/户*1.2", "6000"),
    ] {
        let read = read_over(unit, text, present);
        assert_eq!(
            read.as_ref().map(|typed| typed.value),
            Ok(decimal(value)),
            "{text}"
        );
        assert_eq!(read.map(|typed| typed.is_plain), Ok(text == "-5"), "{text}");
    }
    let read = read_over(Unit::Yuan, "100/3", present);
    assert_eq!(read.map(|typed| typed.is_rounded), Ok(true));
    let read = read_over(Unit::Yuan, "1,234", present);
    assert_eq!(read.map(|typed| typed.is_plain), Ok(true));
}

#[test]
fn refuses_what_could_mean_two_things_and_says_why() {
    for (unit, text, fault) in [
        (Unit::Share, "abc", Mistyped::NotANumber),
        (Unit::Share, "8+5", Mistyped::Share),
        (Unit::Share, "80*1.05", Mistyped::Share),
        (Unit::Share, "80%+5%", Mistyped::Share),
        (Unit::Share, "80+5%", Mistyped::Share),
        (Unit::Share, "(80+5)", Mistyped::Share),
        (Unit::Share, "=B10*0.95", Mistyped::CellReference),
        (Unit::Share, "85万", Mistyped::OtherUnit),
        (Unit::People, "85元", Mistyped::OtherUnit),
        (Unit::People, "85%", Mistyped::PercentOfWhat),
        (Unit::Yuan, "500+5%", Mistyped::PercentOfWhat),
        (Unit::Yuan, "5人", Mistyped::OtherUnit),
        (Unit::Yuan, "=B10*0.95", Mistyped::CellReference),
        (Unit::Yuan, "=$B$10", Mistyped::CellReference),
        (Unit::Yuan, "=SUM(B1:B3)", Mistyped::CellReference),
        (Unit::Yuan, "=sheet1!A1+2", Mistyped::CellReference),
        (Unit::Yuan, "5000 12", Mistyped::Blank),
        (Unit::Yuan, "0.8 5", Mistyped::Blank),
        (Unit::Share, "8 5", Mistyped::Blank),
        (Unit::Yuan, "1  234", Mistyped::Blank),
        (Unit::Yuan, "1\t234", Mistyped::Blank),
        (Unit::Yuan, "1　234", Mistyped::Blank),
        (Unit::Yuan, "1 2345", Mistyped::Blank),
        (Unit::Yuan, "1,234 567", Mistyped::Blank),
        (Unit::Yuan, "1,5", Mistyped::Grouping),
        (Unit::Yuan, "0,850", Mistyped::Grouping),
        (Unit::Yuan, "12,34,567", Mistyped::Grouping),
        (Unit::Yuan, "1.234,5", Mistyped::Grouping),
        (Unit::Yuan, ",123", Mistyped::Grouping),
        (Unit::Yuan, "1e9", Mistyped::NotANumber),
        (Unit::Yuan, "1_000", Mistyped::NotANumber),
        (Unit::Yuan, "1.2.3", Mistyped::NotANumber),
        (Unit::Yuan, "--5", Mistyped::Unfinished),
        (Unit::Yuan, "5+", Mistyped::Unfinished),
        (Unit::Yuan, "(5+3", Mistyped::Unfinished),
        (Unit::Yuan, "5+3)", Mistyped::Unfinished),
        (Unit::Yuan, "=", Mistyped::Unfinished),
        (Unit::Yuan, "-", Mistyped::Unfinished),
        (Unit::Yuan, "5/0", Mistyped::OverNothing),
        (Unit::Yuan, "5/(2-2)", Mistyped::OverNothing),
        (Unit::Yuan, "3亿*2亿", Mistyped::Units),
        (Unit::People, "<b>5</b>", Mistyped::NotANumber),
        (Unit::People, "1O0", Mistyped::Strange('O')),
        (Unit::People, "٨٥", Mistyped::Strange('٨')),
        (Unit::People, "𝟖𝟓", Mistyped::Strange('𝟖')),
    ] {
        let read = read_over(unit, text, Decimal::ONE);
        assert_eq!(why(read.clone()), Some(fault), "{text}: {read:?}");
    }
    assert_eq!(
        why(read(Unit::Yuan, "-5%", None, true)),
        Some(Mistyped::NoPresent)
    );
    let nothing = Err(Fault::NotANumber(String::new()));
    assert_eq!(read_typed(Unit::Yuan, " \u{200b}"), nothing);
    for long in [
        "9".repeat(500),
        "9".repeat(20),
        "0.0000000000001".to_owned(),
    ] {
        let read = read_typed(Unit::Yuan, &long);
        assert!(matches!(read, Err(Fault::TooManyDigits(_))), "{long}");
    }
    let deep = format!("{}1{}", "(".repeat(25), ")".repeat(25));
    assert_eq!(
        why(read_over(Unit::Yuan, &deep, Decimal::ONE)),
        Some(Mistyped::TooLong)
    );
    let long = "1+".repeat(60) + "1";
    assert_eq!(
        why(read_over(Unit::Yuan, &long, Decimal::ONE)),
        Some(Mistyped::TooLong)
    );
}

/// Whatever the page writes, in any of its languages, it reads.
#[test]
fn every_number_that_the_page_writes_is_read_back() {
    let values = [
        "0",
        "1",
        "2.1",
        "85",
        "999",
        "1000",
        "12345.5",
        "516680000",
        "1073000000",
        "-3",
        "0.04",
        "0.8",
    ];
    for language in Language::ALL {
        let words = Catalog::new(language);
        for (unit, _) in Unit::NAMES {
            if unit == Unit::Flag {
                continue;
            }
            for value in values.map(decimal) {
                let unit_name = words.text(scale(unit).unit);
                let typed = words.typed(unit, value);
                for text in [
                    typed.clone(),
                    words.value_of_unit(unit, value),
                    format!("{typed}{unit_name}"),
                ] {
                    assert_eq!(
                        read_typed(unit, &text),
                        Ok(value),
                        "{language:?} {unit:?} {text}"
                    );
                }
            }
        }
        for value in values.map(decimal) {
            let text = words.funds(Yuan(value));
            // From ten thousand yuan on the page rounds: the text itself is what is read back.
            let read = read_typed(Unit::Yuan, &text).expect("what the page writes");
            assert_eq!(words.funds(Yuan(read)), text);
            let close = (read - value).abs() <= decimal("500000");
            assert!(close, "{text}");
            let yi = words.decimal(value * Decimal::new(1, 8), 2);
            let yi = words.format("amount-yi-yuan", &[("number", &yi)]);
            let read = read_typed(Unit::Yuan, &yi).expect("what the page writes");
            assert!((read - value).abs() <= decimal("500000"), "{yi}");
            let money = words.money(YuanPerPerson(value));
            assert_eq!(
                read_typed(Unit::YuanPerPerson, &money),
                Ok(value),
                "{money}"
            );
            let money = words.signed_money(YuanPerPerson(value));
            assert_eq!(
                read_typed(Unit::YuanPerPerson, &money),
                Ok(value),
                "{money}"
            );
            let percent = words.percent(Share(value), 2);
            assert_eq!(read_typed(Unit::Share, &percent), Ok(value), "{percent}");
            let points = words.format("amount-points", &[("number", &words.points(Share(value)))]);
            assert_eq!(read_typed(Unit::Share, &points), Ok(value), "{points}");
        }
    }
}

/// Whatever stands in a text, digits that are apart are never read as one number.
#[test]
fn digits_are_never_glued() {
    let between = [
        " ", "  ", "\t", "\n", "+", " + ", "-", "*", "/", "(", ")", "=", "%", "、", "；", "x",
        "万 ", "元",
    ];
    for unit in [
        Unit::Yuan,
        Unit::Share,
        Unit::People,
        Unit::PeoplePerHousehold,
    ] {
        for (left, right) in [("8", "5"), ("0.8", "5"), ("5000", "12"), ("100", "20")] {
            let glued = read_typed(unit, &format!("{left}{right}")).ok();
            for mark in between {
                let text = format!("{left}{mark}{right}");
                let read = read_typed(unit, &text).ok();
                assert!(read.is_none() || read != glued, "{text:?} {unit:?}");
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[0-9.,+*/()%= \\-万亿元人B$eO⁴×。￥\u{200b}]{0,40}") {
        for (unit, _) in Unit::NAMES {
            let read = read_over(unit, &text, Decimal::ONE_THOUSAND);
            if let Err(fault) = read {
                let said = Catalog::new(Language::English).fault(&fault);
                proptest::prop_assert!(!said.is_empty());
            }
        }
    }
}
