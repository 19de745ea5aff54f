//! Problems of something that came in: a region file, a scenario file, a link, a typed value. A
//! problem names its place and its fault; the words are made from it in the reader's language, so
//! that a link that holds markup or a megabyte of text can't speak to anyone.

mod counties;

use rust_decimal::Decimal;

pub use counties::CountiesFault;

use crate::model::key::{Unit, Year};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key, or the path in the file, as it stood there; shortened, never trusted.
    pub place: String,
    /// The fault.
    pub fault: Fault,
}

/// The most characters of foreign text that a problem repeats.
const MOST_QUOTED: usize = 60;

/// Foreign text without control characters and without those that turn the direction of
/// writing or hide: they could make a shown text say something else than it holds.
pub fn without_tricks(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

/// Foreign text as one line without what can't be seen; nothing if nothing of it can.
pub fn one_line(text: &str) -> String {
    let words = text.split_whitespace().map(without_tricks);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// True for an invisible character: control characters, marks of direction, joiners, selectors of
/// variants, tags, fillers, annotations, breaks of lines. A common blank is visible.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Foreign text cut to a length that can be shown. What can't be seen in it is named, so that a text which
/// was refused for it does not look right.
pub fn quote(text: &str) -> String {
    let mut shown = String::new();
    let mut room = MOST_QUOTED;
    // The text may be a megabyte long.
    for c in text.chars() {
        let next = if is_hidden(c) {
            code_point(c)
        } else {
            c.to_string()
        };
        let length = next.chars().count();
        if length > room {
            shown.push('…');
            break;
        }
        room -= length;
        shown.push_str(&next);
    }
    shown
}

/// A character's number in Unicode, `⟨U+202C⟩`.
fn code_point(c: char) -> String {
    format!("⟨U+{:04X}⟩", u32::from(c))
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

/// Kinds of JSON values.
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

/// The reason for refusing a typed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistyped {
    /// Nothing was typed.
    Nothing,
    /// Neither a number nor a sum of numbers.
    NotANumber,
    /// A character that is none of a number's but may look like it.
    Strange(char),
    /// Digits parted by a blank that parts no thousands: one number or several?
    Blank,
    /// A comma that parts no thousands: a decimal point?
    Grouping,
    /// A cell or a function of a spreadsheet.
    CellReference,
    /// Shares are not computed.
    Share,
    /// A sign or a bracket lacks its other part.
    Unfinished,
    /// A division by zero.
    OverNothing,
    /// A per cent of nobody knows what.
    PercentOfWhat,
    /// A per cent of the present value where there is none.
    NoPresent,
    /// Two amounts with a unit, multiplied or divided so that the result would have another unit.
    Units,
    /// The unit of something else.
    OtherUnit,
    /// More parts or brackets than are worked out.
    TooLong,
    /// More digits than are kept exactly.
    TooManyDigits,
}

/// A fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is longer than this many bytes; the rest was not read.
    TooLong(usize),
    /// The text is not JSON from this line and column on.
    NotJson(usize, usize),
    /// The JSON has another shape that none of the next four describes.
    Shape,
    /// The JSON lacks this field.
    FieldMissing(String),
    /// The JSON has this field, which nothing here has.
    FieldUnknown(String),
    /// The JSON has this field twice.
    FieldTwice(String),
    /// The JSON has one kind of thing where another belongs.
    OtherKind {
        /// The kind found.
        found: JsonKind,
        /// The kind expected.
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
    /// A published series can have values in these years alone.
    NoYearOfSeries {
        /// The first.
        least: Year,
        /// The last.
        most: Year,
    },
    /// The key stands there more than once; the first one counts.
    Duplicate,
    /// A publication is cited for a figure that its record does not have for that year.
    NotGiven {
        /// The publication.
        source: String,
        /// The year.
        year: Year,
    },
    /// A value that stands in for an unknown one is called published.
    StandInAsSource,
    /// Not a plain decimal number.
    NotANumber(String),
    /// A typed number that can't be taken, and why; what its field counts.
    Mistyped(Mistyped, Unit, String),
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
        /// The unit of the numbers.
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
    /// The file is neither UTF-8 nor anything else that is read as text.
    NotUtf8,
    /// More scenarios side by side than there is room for: how many there can be, and the names of
    /// those left out.
    DraftsLeftOut(usize, Vec<String>),
    /// Of a scenario file: neither a text nor a number.
    NotText,
    /// The link has no version, so nothing of it can be trusted.
    NotALink,
    /// The link's encoding is newer than this program.
    UnknownEncoding(String),
    /// The link opens an exercise and no scenario.
    NoExercise,
    /// The link was made with another version of the model.
    OtherModel(String),
    /// It was made with a version of the region's data that is not known here.
    OtherRegionVersion(String),
    /// The version of the data that it was made with has no value for that year, though today's has.
    NoValueThen {
        /// The version.
        version: u32,
        /// The value given.
        value: String,
    },
    /// The link is of a region of that name with other figures than those at hand.
    OtherFigures,
    /// A table of the region is not here: it does not fit into a link.
    TableElsewhere {
        /// The table.
        table: String,
        /// The number of its rows.
        rows: usize,
    },
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

    /// A share that may be meant as a percentage: neither a sign nor a unit says so.
    ShareUnclear(String),
    /// An amount of money without a unit.
    UnitMissing,
    /// Not a year of four digits.
    NotAYear(String),
    /// Not a day.
    NotADay(String),
    /// A name that is empty or longer than this many characters.
    NameTooLong(usize),
    /// A value of another year than the row wants.
    OtherYear {
        /// The year given.
        year: Year,
        /// The year wanted.
        wanted: Year,
    },
    /// A share without its definition, which nobody could compare.
    WithoutDefinition,
    /// Parts that do not add up to their whole, in yuan a head.
    PartsDiffer {
        /// The whole as it is stated.
        stated: Decimal,
        /// The sum of the parts.
        sum: Decimal,
    },

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
        /// Its unit.
        unit: Unit,
    },
    /// A text lacks this language.
    MissingText(&'static str),
    /// The years are not in order: income year, then plan, then horizon.
    BadYears(Year, Year, Year),
    /// The value must equal that of another key.
    MustEqual(String),
    /// A value said to be the same as itself, or as one that is tied to yet another.
    TieGoesOn,
    /// A published value, a lever or a further figure, said to be the same as another.
    CannotBeTied,
    /// The file is of another schema than this program reads.
    UnknownSchema(u32),
    /// An earlier version of the data must have a number from 1 to below the file's own.
    NotEarlier(u32),
    /// An earlier version lists what differs from today; this is the same.
    SameAsToday,
    /// A fault of an exercise.
    Exercise(ExerciseFault),
    /// A fault of the settings of counties.
    Counties(CountiesFault),
}

impl From<CountiesFault> for Fault {
    fn from(fault: CountiesFault) -> Self {
        Self::Counties(fault)
    }
}

/// A fault of an exercise or of a result of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExerciseFault {
    /// The exercise's form is newer than this program.
    Newer(u32),
    /// No exercise of that name is here.
    Unknown(String),
    /// A result of an own exercise that is not here: its identifier and its fingerprint.
    FileNeeded(String, String),
    /// No output of that name.
    UnknownOutput(String),
    /// A word that is none of a closed list.
    NotOneOf {
        /// The word.
        text: String,
        /// The list.
        allowed: String,
    },
    /// A number, or the length of a list, out of its bounds.
    Count {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A text that is empty or longer than this many characters.
    TextLength(usize),
    /// A text in no language.
    NoLanguage,
    /// A brace in a text that encloses no number.
    OpenBrace,
    /// The result of another exercise, or of another edition of it.
    OtherExercise,
    /// The link opens a scenario where the result of an exercise is wanted.
    NoResult,
}

impl From<ExerciseFault> for Fault {
    fn from(fault: ExerciseFault) -> Self {
        Self::Exercise(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_left_out_of_names_and_named_in_quotes() {
        for hidden in [
            '\u{61c}',
            '\u{ad}',
            '\u{180e}',
            '\u{e0041}',
            '\u{fe0f}',
            '\u{e0100}',
            '\u{fff9}',
            '\u{fffb}',
            '\u{2028}',
            '\u{3164}',
            '\u{2800}',
            '\u{202c}',
            '\u{200b}',
            '\u{0}',
            '\u{1b}',
            '\u{feff}',
        ] {
            assert_eq!(one_line(&format!("{hidden} \n{hidden}")), "", "{hidden:?}");
            let line = one_line(&format!(" 产{hidden}业{hidden} "));
            // A break of lines parts words.
            assert_eq!(line.replace(' ', ""), "产业", "{hidden:?}");
            let quoted = quote(&format!("85{hidden}"));
            assert_eq!(quoted, format!("85⟨U+{:04X}⟩", u32::from(hidden)));
        }
        assert_eq!(one_line(" 增收\n\t方案 é 👍 "), "增收 方案 é 👍");
    }

    #[test]
    fn a_quote_is_bounded_whatever_it_quotes() {
        for c in ['x', '好', '\u{e0041}', '\u{202e}'] {
            let quoted = quote(&c.to_string().repeat(100_000));
            assert!(quoted.chars().count() <= MOST_QUOTED + 1);
            assert!(quoted.ends_with('…'));
        }
    }
}
