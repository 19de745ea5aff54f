//! Units and magnitudes as people write them, and as the page writes them in each of its languages.

use rust_decimal::Decimal;

use crate::region::key::Unit;

/// The kind of a written unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Money,
    PerPerson,
    PerHousehold,
    People,
    Households,
    Projects,
    Points,
}

/// Ten to the power of what each word means.
const MAGNITUDES: [(&str, u32); 14] = [
    ("万亿", 12),
    ("萬億", 12),
    ("千万", 7),
    ("千萬", 7),
    ("百万", 6),
    ("百萬", 6),
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
];

/// The units, the longer of two that begin alike first.
const UNITS: [(&str, Kind); 37] = [
    ("元/人", Kind::PerPerson),
    ("元每人", Kind::PerPerson),
    ("元/户", Kind::PerHousehold),
    ("元/戶", Kind::PerHousehold),
    ("元每户", Kind::PerHousehold),
    ("元每戶", Kind::PerHousehold),
    ("元", Kind::Money),
    ("圆", Kind::Money),
    ("圓", Kind::Money),
    ("yuan a household", Kind::PerHousehold),
    ("yuan per household", Kind::PerHousehold),
    ("yuan/household", Kind::PerHousehold),
    ("yuan a head", Kind::PerPerson),
    ("yuan a person", Kind::PerPerson),
    ("yuan per person", Kind::PerPerson),
    ("yuan/person", Kind::PerPerson),
    ("yuan", Kind::Money),
    ("rmb", Kind::Money),
    ("cny", Kind::Money),
    ("人/户", Kind::Households),
    ("人/戶", Kind::Households),
    ("人每户", Kind::Households),
    ("人每戶", Kind::Households),
    ("人", Kind::People),
    ("people a household", Kind::Households),
    ("people per household", Kind::Households),
    ("people/household", Kind::Households),
    ("people", Kind::People),
    ("persons", Kind::People),
    ("个百分点", Kind::Points),
    ("個百分點", Kind::Points),
    ("百分点", Kind::Points),
    ("百分點", Kind::Points),
    ("points", Kind::Points),
    ("个", Kind::Projects),
    ("個", Kind::Projects),
    ("projects", Kind::Projects),
];

/// Marks of money before a number.
const CURRENCIES: [&str; 7] = ["￥", "¥", "人民币", "人民幣", "元", "rmb", "cny"];

/// The unit behind a number.
pub(super) enum Behind {
    /// Neither magnitude nor unit.
    Nothing,
    /// A factor to the value inside, and how many characters it took.
    Factor(Decimal, usize),
    /// A unit of something else.
    Other,
}

/// Reads magnitude and unit at the start of a text.
pub(super) fn behind(unit: Unit, text: &[char]) -> Behind {
    let magnitude = MAGNITUDES
        .iter()
        .find_map(|(word, power)| Some((*power, starts(text, word)?)));
    let (power, taken) = magnitude.unwrap_or((0, 0));
    let blanks = blanks(&text[taken..]);
    let rest = &text[taken + blanks..];
    let named = UNITS
        .iter()
        .find_map(|(word, kind)| Some((*kind, starts(rest, word)?)));
    let taken = taken + named.map_or(0, |(_, length)| blanks + length);
    if taken == 0 {
        return Behind::Nothing;
    }
    let kind = named.map(|(kind, _)| kind);
    let fits = match kind {
        None => counts_in_ten_thousands(unit),
        Some(Kind::Money) => is_money(unit),
        Some(Kind::PerPerson) => unit == Unit::YuanPerPerson,
        Some(Kind::PerHousehold) => unit == Unit::YuanPerHousehold,
        Some(Kind::People) => unit == Unit::People || unit == Unit::PeoplePerHousehold,
        Some(Kind::Households) => unit == Unit::PeoplePerHousehold,
        Some(Kind::Projects) => unit == Unit::Projects || unit == Unit::People,
        Some(Kind::Points) => unit == Unit::Share && power == 0,
    };
    match (fits, kind) {
        (false, _) => Behind::Other,
        (true, Some(Kind::Points)) => Behind::Factor(Decimal::new(1, 2), taken),
        (true, _) => Behind::Factor(Decimal::from(10_u64.pow(power)), taken),
    }
}

/// The length of a currency's mark at the start of a text.
pub(super) fn currency(text: &[char]) -> Option<usize> {
    CURRENCIES.iter().find_map(|mark| starts(text, mark))
}

/// True for a unit of money.
pub(super) fn is_money(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Yuan | Unit::YuanPerPerson | Unit::YuanPerHousehold
    )
}

/// True where 万 and 亿 may stand for the unit itself.
pub(super) fn counts_in_ten_thousands(unit: Unit) -> bool {
    is_money(unit) || unit == Unit::People
}

/// The number of blanks at the beginning of a text.
pub(super) fn blanks(text: &[char]) -> usize {
    text.iter().take_while(|c| is_blank(**c)).count()
}

/// True for a blank in a prepared text.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// The length of a word if a text begins with it, whatever its case; a word of letters must end there.
fn starts(text: &[char], word: &str) -> Option<usize> {
    let mut length = 0;
    for (at, wanted) in word.chars().enumerate() {
        let found = text.get(at)?;
        if !found.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        length = at + 1;
    }
    let goes_on = text.get(length).is_some_and(char::is_ascii_alphanumeric);
    let is_latin = word.ends_with(|c: char| c.is_ascii_alphabetic());
    (!(is_latin && goes_on)).then_some(length)
}
