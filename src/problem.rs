//! What is wrong with something that came in: a region file, a scenario file, a link, a typed
//! value. A problem names its place and its fault; the words are made from it in the reader's
//! language, so that a link that holds markup or a megabyte of text can't speak to anyone.

use rust_decimal::Decimal;

use crate::region::key::{Unit, Year};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key, or the path in the file, as it stood there; shortened, never trusted.
    pub place: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// The most characters of foreign text that a problem repeats.
const MOST_QUOTED: usize = 60;

/// Foreign text without control characters and without those that turn the direction of
/// writing or hide: they could make a shown text say something else than it holds.
pub fn without_tricks(text: &str) -> String {
    let is_trick = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_trick(*c)).collect()
}

/// Foreign text cut to a length that can be shown.
pub fn quote(text: &str) -> String {
    // Cut first: the text may be a megabyte long.
    let start: String = text.chars().take(MOST_QUOTED * 4).collect();
    let clean = without_tricks(&start);
    let mut shown: String = clean.chars().take(MOST_QUOTED).collect();
    if shown.len() < text.len() && shown.len() < clean.len() {
        shown.push('…');
    }
    shown
}

impl Problem {
    /// A problem at a place of foreign text.
    pub fn new(place: &str, fault: Fault) -> Self {
        Self {
            place: quote(place),
            fault,
        }
    }
}

/// What JSON is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is longer than this many bytes; the rest was not read.
    TooLong(usize),
    /// The text is not JSON from this line and column on.
    NotJson(usize, usize),
    /// The JSON has another shape that none of the next four tells.
    Shape,
    /// The JSON lacks this field.
    FieldMissing(String),
    /// The JSON has this field, which nothing here has.
    FieldUnknown(String),
    /// The JSON has this field twice.
    FieldTwice(String),
    /// The JSON has one kind of thing where another belongs.
    OtherKind {
        /// What it has.
        found: JsonKind,
        /// What belongs there.
        expected: JsonKind,
    },
    /// No such key.
    UnknownKey,
    /// The key exists, but the region gives nothing for that year.
    UnknownYear,
    /// A lever can have a value of its own in these years alone.
    YearOutside {
        /// The first.
        least: Year,
        /// The last.
        most: Year,
    },
    /// The key stands there more than once; the first one counts.
    Duplicate,
    /// Not a plain decimal number.
    NotANumber(String),
    /// More digits than are kept exactly.
    TooManyDigits(String),
    /// Neither `true` nor `false`.
    NotAFlag(String),
    /// Outside the range allowed.
    OutOfRange {
        /// The value given.
        value: Decimal,
        /// The least value allowed.
        least: Decimal,
        /// The greatest value allowed.
        most: Decimal,
        /// What the numbers count.
        unit: Unit,
    },
    /// Shares of one whole that add up to more than it.
    MoreThanWhole(Vec<String>),

    /// The scenario is of a region that is not here.
    UnknownRegion(String),
    /// A part of the text that is neither a header nor `key=value`.
    NotUnderstood(String),
    /// A number of a scenario file stands without quotes; with the number.
    Unquoted(String),
    /// Of a scenario file: neither a text nor a number.
    NotText,
    /// The link has no version, so nothing of it can be trusted.
    NotALink,
    /// The link's encoding is newer than this program.
    UnknownEncoding(String),
    /// The link opens an exercise, which this program has none of.
    NoExercise,
    /// The link was made with another version of the model.
    OtherModel(String),
    /// The link was made with another version of the region's data.
    OtherRegionVersion(String),
    /// The link was cut off or altered on its way.
    Altered,
    /// A text that is no row of values, such as `coverage=0.8..0.9/10`.
    NotARow(String),
    /// No whole number of steps from one to this many.
    Steps(usize),
    /// The key moves already: each has one row of values.
    SameKey,
    /// So many further problems that they are only counted.
    More(usize),

    /// The region gives no value for a key that the model needs.
    MissingKey,
    /// The unit is not the key's.
    WrongUnit(Unit),
    /// No unit of that name.
    UnknownUnit(String),
    /// Neither `source`, `derived` nor `assumption`.
    UnknownStatus(String),
    /// A published value without a source.
    WithoutSource,
    /// A source that the file does not describe.
    UnknownSource(String),
    /// A derived or assumed value that does not say how or why.
    WithoutBasis,
    /// An assumption without a plausible range.
    WithoutRange,
    /// The range is upside down.
    BadRange,
    /// The range does not hold the value.
    BesideRange {
        /// The value that it should hold.
        value: Decimal,
        /// What it counts.
        unit: Unit,
    },
    /// A text lacks this language.
    MissingText(&'static str),
    /// The years are not in order: income year, then plan, then horizon.
    BadYears(Year, Year, Year),
    /// The value must equal that of another key.
    MustEqual(String),
    /// The file is of another schema than this program reads.
    UnknownSchema(u32),
}
