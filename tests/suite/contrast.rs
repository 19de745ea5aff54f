//! Every colour can be distinguished from its background, in light and in dark: text by 4.5 : 1, graphics by 3 : 1
//! (WCAG 2.2, success criteria 1.4.3 and 1.4.11).

use std::collections::{BTreeMap, BTreeSet};

const TOKENS: &str = include_str!("../../static/style/tokens.css");

/// Text: the colour, and the grounds that it is written on.
const TEXT: [(&str, &[&str]); 10] = [
    (
        "ink",
        &[
            "ground",
            "surface",
            "surface-soft",
            "brand-soft",
            "error-soft",
            "warn-soft",
        ],
    ),
    (
        "ink-soft",
        &["ground", "surface", "surface-soft", "brand-soft"],
    ),
    ("brand", &["ground", "surface", "surface-soft"]),
    ("brand-ink", &["brand"]),
    ("gain", &["surface", "surface-soft", "brand-soft"]),
    ("loss", &["surface", "surface-soft", "error-soft"]),
    ("warn-ink", &["ground", "surface", "warn-soft"]),
    ("status-source", &["surface", "surface-soft"]),
    ("status-derived", &["surface", "surface-soft"]),
    ("status-assumption", &["surface", "surface-soft"]),
];

/// Borders of controls, the ring of the focus, and what charts draw.
const GRAPHICS: [(&str, &[&str]); 10] = [
    ("line-strong", &["ground", "surface", "surface-soft"]),
    (
        "focus",
        &["ground", "surface", "surface-soft", "brand-soft"],
    ),
    ("series-published", &["surface"]),
    ("series-plan", &["surface"]),
    ("series-scenario", &["surface"]),
    ("series-benchmark-1", &["surface"]),
    ("series-benchmark-2", &["surface"]),
    ("series-benchmark-3", &["surface"]),
    ("series-benchmark-4", &["surface"]),
    ("series-benchmark-5", &["surface"]),
];

/// Colours of separators without meaning: lines between rows and around cards.
const DECORATION: [&str; 1] = ["line"];

type Colours = BTreeMap<String, [u8; 3]>;

/// The colours of a block of declarations.
fn colours(block: &str) -> Colours {
    let mut found = Colours::new();
    for declaration in block.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let Some((_, name)) = name.rsplit_once("--") else {
            continue;
        };
        let Some(digits) = value.trim().strip_prefix('#') else {
            continue;
        };
        assert_eq!(digits.len(), 6, "--{name} is {value}");
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits");
        found.insert(name.trim().to_owned(), [part(0), part(2), part(4)]);
    }
    found
}

/// The tokens in light, and in dark.
fn schemes() -> [Colours; 2] {
    let block = |after: &str| {
        let rest = TOKENS.split_once(after).expect("the block").1;
        rest.split_once('}').expect("its end").0.to_owned()
    };
    let light = colours(&block(":root {"));
    let dark = colours(&block(
        "(prefers-color-scheme: dark) {\n  :root:not(:where(.light)) {",
    ));
    [light, dark]
}

/// The relative luminance of WCAG.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_in_use_can_be_distinguished() {
    let mut faint = Vec::new();
    for (scheme, colours) in ["light", "dark"].into_iter().zip(schemes()) {
        let of = |name: &str| *colours.get(name).unwrap_or_else(|| panic!("no --{name}"));
        let pairs = |list: &[(&'static str, &'static [&'static str])], least: f64| {
            let all = list.iter();
            all.flat_map(|(ink, grounds)| grounds.iter().map(move |ground| (*ink, *ground, least)))
                .collect::<Vec<_>>()
        };
        for (ink, ground, least) in [pairs(&TEXT, 4.5), pairs(&GRAPHICS, 3.0)].concat() {
            let found = contrast(of(ink), of(ground));
            if found < least {
                faint.push(format!(
                    "{scheme}: --{ink} on --{ground} is {found:.2} : 1, less than {least}"
                ));
            }
        }
    }
    assert!(faint.is_empty(), "\n{}", faint.join("\n"));
}

#[test]
fn every_colour_is_judged_and_stands_in_both_schemes() {
    let [light, dark] = schemes();
    let names = |colours: &Colours| colours.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&light), names(&dark));
    let judged: BTreeSet<&str> = TEXT
        .iter()
        .chain(&GRAPHICS)
        .flat_map(|(ink, grounds)| std::iter::once(*ink).chain(grounds.iter().copied()))
        .chain(DECORATION)
        .collect();
    for name in names(&light) {
        assert!(
            judged.contains(&*name),
            "nothing says what --{name} stands on"
        );
    }
}

#[test]
fn the_measure_is_that_of_wcag() {
    let near = |found: f64, wanted: f64| (found - wanted).abs() < 0.005;
    assert!(near(contrast([0; 3], [255; 3]), 21.0));
    assert!(near(contrast([0x76; 3], [255; 3]), 4.54));
    assert!(contrast([0x77; 3], [255; 3]) < 4.5);
}
