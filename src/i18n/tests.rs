//! Every message exists in every language, with the same arguments, and none is left over.

mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{Catalog, files};
use crate::analysis::ineffective_changes::IneffectiveReason;
use crate::analysis::lever_help::{LEVER_HELP, LeverHelp, PARTS};
use crate::language::Language;
use crate::model::Channel;
use crate::problem::{Fault, JsonKind, Mistyped, Problem};
use crate::region::key::{Benchmark, Category, Component, Fixed, Group, Key, Level, Unit, Yearly};
use crate::region::{Region, Status};
use crate::scenario::examples::Example;

/// Messages of a language with the names of their arguments.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for file in files(language) {
        let mut id = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            // Terms are no messages; each language has its own.
            if let Some((start, _)) = line.split_once(" =")
                && !line.starts_with([' ', '}', '.', '-'])
            {
                id = start.to_owned();
                let twice = messages.insert(id.clone(), BTreeSet::new()).is_some();
                assert!(!twice, "{id} stands twice in {}", language.tag());
            }
            for argument in line.split('$').skip(1) {
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
                let name = argument.chars().take_while(|c| is_part(*c)).collect();
                messages.entry(id.clone()).or_default().insert(name);
            }
        }
    }
    messages
}

/// Identifiers that stand as texts in the program: whatever looks like one in quotes.
fn literals(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            literals(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            found.extend(text.split('"').map(str::to_owned));
        }
    }
}

/// Identifiers that the program puts together from the names of its own types.
fn composed() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut add = |prefix: &str, name: &str| ids.insert(format!("{prefix}-{name}"));
    for fixed in Fixed::ALL
        .iter()
        .filter(|fixed| **fixed > Fixed::FundsCountyOther)
    {
        let name = fixed.row().name.replace('.', "-");
        add("key", &name);
        add("hint", &name);
    }
    for family in Yearly::ALL {
        let name = format!("{}-year", family.prefix().0.replace('.', "-"));
        add("key", &name);
        add("hint", &name);
    }
    Group::LEVERS
        .into_iter()
        .chain(Group::ASSUMPTIONS)
        .for_each(|g| {
            add("group", g.name());
        });
    Group::LEVERS.into_iter().for_each(|g| {
        add("jump", g.name());
    });
    Level::ALL.into_iter().for_each(|level| {
        add("level", level.name());
    });
    Category::ALL.into_iter().for_each(|category| {
        add("category", category.name());
    });
    Component::ALL.into_iter().for_each(|component| {
        add("component", component.name());
    });
    Channel::ALL.into_iter().for_each(|channel| {
        add("channel", channel.name());
    });
    crate::model::gain::GainPart::ALL
        .into_iter()
        .for_each(|part| {
            add("gain", part.name());
            add("result-part", part.name());
        });
    Benchmark::ALL.into_iter().for_each(|benchmark| {
        add("benchmark", benchmark.name());
    });
    for against in ["rural_city", "rural_province", "unknown"] {
        add("target-against", against);
    }
    for series in ["lifted_counties_city", "lifted_counties", "unknown"] {
        add("target-series", series);
    }
    Status::NAMES.into_iter().for_each(|(_, name)| {
        add("status", name);
        add("sources-filter", name);
    });
    Example::ALL.into_iter().for_each(|example| {
        add("example", example.name());
    });
    IneffectiveReason::ALL.into_iter().for_each(|reason| {
        add("idle", reason.name());
    });
    for shape in crate::scenario::input_distributions::DistributionShape::ALL {
        add("plan-shape", shape.name());
    }
    for name in ["all", "open", "own"] {
        add("sources-filter", name);
    }
    for month in crate::analysis::progress::Month::all() {
        add("month", &month.number().to_string());
    }
    for part in PARTS {
        add("note-heading", part);
        LEVER_HELP.iter().for_each(|note| {
            add(&note.identifier(), part);
        });
    }
    ids
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let main = messages(Language::SimplifiedChinese);
    for language in Language::ALL {
        let other = messages(language);
        let missing: Vec<_> = main.keys().filter(|id| !other.contains_key(*id)).collect();
        let extra: Vec<_> = other.keys().filter(|id| !main.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.tag());
        assert!(
            extra.is_empty(),
            "{} has {extra:?} too many",
            language.tag()
        );
        for (id, arguments) in &main {
            assert_eq!(
                Some(arguments),
                other.get(id),
                "arguments of {id} in {}",
                language.tag()
            );
        }
    }
}

#[test]
fn no_message_is_unused_and_none_that_is_used_is_missing() {
    let known: BTreeSet<String> = messages(Language::SimplifiedChinese).into_keys().collect();
    let composed = composed();
    let missing: Vec<_> = composed.difference(&known).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    let mut written = BTreeSet::new();
    literals(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut written,
    );
    let used: BTreeSet<String> = composed.union(&written).cloned().collect();
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}

#[test]
fn shares_of_draws_are_never_called_anything_more() {
    // What the draws count is a share of draws under stated ranges. Texts that deny to be more may name it.
    const DENIALS: [&str; 3] = ["no probabilit", "不是概率", "不是機率"];
    const MORE: [&str; 13] = [
        "概率",
        "機率",
        "可能性",
        "几率",
        "幾率",
        "机率",
        "把握",
        "probab",
        "chance",
        "likelihood",
        "how likely",
        "how sure",
        "odds",
    ];
    for language in Language::ALL {
        let lines = files(language).iter().flat_map(|file| file.lines());
        for line in lines.filter(|line| !line.starts_with('#')) {
            let Some((id, text)) = line.split_once(" = ") else {
                continue;
            };
            let text = text.to_lowercase();
            if !DENIALS.iter().any(|denial| text.contains(denial)) {
                let found = MORE.into_iter().find(|word| text.contains(word));
                assert_eq!(found, None, "{id} in {}", language.tag());
            }
        }
    }
}

#[test]
fn every_used_identifier_exists() {
    let known: BTreeSet<String> = messages(Language::SimplifiedChinese).into_keys().collect();
    let mut sources = String::new();
    fn read(folder: &Path, sources: &mut String) {
        for entry in fs::read_dir(folder).expect("the sources").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read(&path, sources);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push_str(&fs::read_to_string(&path).expect("a source file"));
            }
        }
    }
    read(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut sources,
    );
    let squeezed: String = sources.split_whitespace().collect();
    for call in [
        "words.text(\"",
        "words.format(\"",
        "News::Done(\"",
        "News::Failed(\"",
    ] {
        for rest in squeezed.split(call).skip(1) {
            let id = rest.split('"').next().unwrap_or_default();
            assert!(known.contains(id), "{call}{id}\" names no message");
        }
    }
}

/// Formats every fault: an argument that is not handed over would be an error of Fluent, which
/// the catalog refuses in debug builds.
#[test]
fn every_fault_has_its_words() {
    let text = || "x".to_owned();
    let one = rust_decimal::Decimal::ONE;
    let faults = [
        Fault::TooLong(1 << 20),
        Fault::NotJson(1, 2),
        Fault::Shape,
        Fault::FieldMissing(text()),
        Fault::FieldUnknown(text()),
        Fault::FieldTwice(text()),
        Fault::OtherKind {
            found: JsonKind::Null,
            expected: JsonKind::Flag,
        },
        Fault::NotARow(text()),
        Fault::Steps(9),
        Fault::SameKey,
        Fault::UnknownKey,
        Fault::UnknownYear,
        Fault::NoYearOfSeries {
            least: 2021,
            most: 2030,
        },
        Fault::NotANumber(String::new()),
        Fault::YearOutside {
            least: 2024,
            most: 2030,
        },
        Fault::Duplicate,
        Fault::NotANumber(text()),
        Fault::TooManyDigits(text()),
        Fault::NotAFlag(text()),
        Fault::OutOfRange {
            value: one,
            least: one,
            most: one,
            unit: Unit::Share,
        },
        Fault::MoreThanWhole(vec!["split_wage".to_owned(), "split_operating".to_owned()]),
        Fault::UnknownRegion(text()),
        Fault::NotUnderstood(text()),
        Fault::Unquoted(text()),
        Fault::NotText,
        Fault::NotUtf8,
        Fault::DraftsLeftOut(8, vec!["甲".to_owned(), "乙".to_owned()]),
        Fault::NotALink,
        Fault::NoExercise,
        Fault::UnknownEncoding(text()),
        Fault::OtherModel(text()),
        Fault::OtherRegionVersion(text()),
        Fault::Altered,
        Fault::More(3),
        Fault::MissingKey,
        Fault::WrongUnit(Unit::Yuan),
        Fault::UnknownUnit(text()),
        Fault::UnknownStatus(text()),
        Fault::WithoutSource,
        Fault::UnknownSource(text()),
        Fault::WithoutBasis,
        Fault::WithoutRange,
        Fault::BadRange,
        Fault::MissingText("en"),
        Fault::BadYears(2021, 2023, 2030),
        Fault::MustEqual(text()),
        Fault::TieGoesOn,
        Fault::CannotBeTied,
        Fault::UnknownSchema(2),
        Fault::NoValueThen {
            version: 1,
            value: text(),
        },
        Fault::NotEarlier(2),
        Fault::SameAsToday,
        Fault::NotGiven {
            source: "x".to_owned(),
            year: 2021,
        },
        Fault::StandInAsSource,
    ];
    use Mistyped as M;
    let mistyped = [
        M::Nothing,
        M::NotANumber,
        M::Strange('О'),
        M::Blank,
        M::Grouping,
        M::CellReference,
        M::Share,
        M::Unfinished,
        M::OverNothing,
        M::PercentOfWhat,
        M::NoPresent,
        M::Units,
        M::OtherUnit,
        M::TooLong,
        M::TooManyDigits,
    ];
    let typed = mistyped.map(|why| Unit::NAMES.map(|(unit, _)| Fault::Mistyped(why, unit, text())));
    let faults: Vec<Fault> = faults
        .into_iter()
        .chain(typed.into_iter().flatten())
        .collect();
    for language in Language::ALL {
        let words = Catalog::new(language);
        for fault in &faults {
            for place in ["", "coverage", "line 3"] {
                let said = words.problem(&Problem::new(place, fault.clone()));
                assert!(said.chars().count() > 5, "{said}");
            }
        }
        for fixed in Fixed::ALL {
            assert!(!words.key_name(Key::Fixed(*fixed)).is_empty());
            assert!(!words.key_hint(Key::Fixed(*fixed)).is_empty());
        }
        for family in Yearly::ALL {
            let name = words.key_name(Key::Yearly(family, 2024));
            assert!(name.contains("2024"), "{name}");
            assert!(!words.key_hint(Key::Yearly(family, 2024)).is_empty());
        }
    }
}

#[test]
fn money_of_a_line_has_one_unit_in_which_none_loses_its_digits() {
    use crate::number::Yuan;
    let words = Catalog::new(Language::SimplifiedChinese);
    let written = |line: &[i64]| -> Vec<String> {
        let line: Vec<Yuan> = line.iter().map(|amount| Yuan((*amount).into())).collect();
        line.iter()
            .map(|amount| words.funds_beside(*amount, &line))
            .collect()
    };
    assert_eq!(
        written(&[3_682_000_000, 3_672_000_000, -10_000_000]),
        ["368,200.00 万元", "367,200.00 万元", "-1,000.00 万元"]
    );
    assert_eq!(written(&[0, 420_000_000]), ["0.00 亿元", "4.20 亿元"]);
    assert_eq!(written(&[0, 0]), ["0.00 元", "0.00 元"]);
}

#[test]
fn money_is_written_in_the_unit_that_people_read() {
    use crate::number::{Share, Yuan, YuanPerPerson};
    let words = Catalog::new(Language::SimplifiedChinese);
    let decimal = |text: &str| rust_decimal::Decimal::from_str_exact(text).expect("a decimal");
    assert!(
        words
            .funds(Yuan(decimal("3682000000")))
            .starts_with("36.82")
    );
    assert!(words.funds(Yuan(decimal("368200000"))).starts_with("3.68"));
    assert!(words.funds(Yuan(decimal("123456"))).starts_with("12.35"));
    assert!(
        words
            .funds(Yuan(decimal("-9999.999")))
            .starts_with("-10,000.00")
    );
    assert_eq!(
        words.money(YuanPerPerson(decimal("13568.1908976"))),
        "13,568.19"
    );
    assert_eq!(
        words.signed_money(YuanPerPerson(decimal("34.4757"))),
        "+34.48"
    );
    assert_eq!(words.signed_money(YuanPerPerson(decimal("-0.001"))), "0.00");
    assert_eq!(words.percent(Share(decimal("0.85")), 0), "85%");
    assert_eq!(words.points(Share(decimal("-0.012"))), "-1.20");
    assert_eq!(words.typed(Unit::Share, decimal("0.125")), "12.5");
    assert_eq!(words.typed(Unit::Yuan, decimal("1073000000")), "107,300");
}

fn zhangjiakou() -> Region {
    crate::region::tests::region()
}

/// A figure in a text would go stale with the region's data: each comes as an argument.
#[test]
fn the_texts_hold_no_numbers_of_their_own() {
    let region = zhangjiakou();
    for language in Language::ALL {
        let words = Catalog::new(language);
        for note in &LEVER_HELP {
            for part in PARTS {
                let text = words.note(note, part, &region, |_| "…".to_owned());
                let digit = text.chars().find(|c| c.is_ascii_digit());
                assert_eq!(digit, None, "{}: {text}", note.message(part));
                assert!(text.chars().count() > 15, "{}", note.message(part));
            }
        }
    }
}

#[test]
fn numbers_in_the_texts_are_the_regions() {
    let words = Catalog::new(Language::English);
    let note = LeverHelp::of(Fixed::JobsOutward.into()).expect("a note");
    let region = zhangjiakou();
    let text = words.note_part(note, "does", &region);
    assert!(
        text.contains("42,000.00 yuan") && text.contains("40%"),
        "{text}"
    );
}
