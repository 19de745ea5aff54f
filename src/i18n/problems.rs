//! Problems in words: what is wrong, where, and what to do.

use rust_decimal::Decimal;

use super::Catalog;
use crate::problem::{Fault, JsonKind, Mistyped, Problem};
use crate::region::key::{Key, Unit};
use crate::region::own::years::LAST_YEAR;
use crate::region::own::{LEAST_PLAN_YEARS, MOST_PLAN_YEARS};
use crate::region::parse::MOST_KNOWN_YEARS;

impl Catalog {
    /// A problem in one sentence, its place first where it has one.
    pub fn problem(&self, problem: &Problem) -> String {
        let fault = self.fault(&problem.fault);
        if problem.place.is_empty() {
            return fault;
        }
        // The fault itself names its place.
        if matches!(problem.fault, Fault::NotJson(..)) {
            return fault;
        }
        if let Some((line, column)) = line_and_column(&problem.place) {
            let arguments = [("line", line), ("column", column), ("fault", &*fault)];
            return self.format("problem-at-line", &arguments);
        }
        let name = Key::parse(&problem.place).map(|key| self.key_name(key));
        match name {
            Some(name) => self.format(
                "problem-at-key",
                &[("name", &name), ("key", &problem.place), ("fault", &fault)],
            ),
            None => self.format(
                "problem-at",
                &[("place", &problem.place), ("fault", &fault)],
            ),
        }
    }

    /// A size of a text.
    fn size(&self, bytes: usize) -> String {
        match bytes {
            0..1024 => self.format("size-bytes", &[("count", &bytes.to_string())]),
            _ => format!("{} KB", bytes / 1024),
        }
    }

    /// A fault in words.
    pub fn fault(&self, fault: &Fault) -> String {
        let with = |id: &str, arguments: &[(&str, &str)]| self.format(id, arguments);
        let unit_name = |unit: &Unit| unit.name();
        match fault {
            Fault::TooLong(bytes) => with("fault-too-long", &[("size", &self.size(*bytes))]),
            Fault::OtherFigures => with("fault-other-figures", &[]),
            Fault::TableElsewhere { table, rows } => {
                let id = match table.as_str() {
                    "counties" => "fault-counties-elsewhere",
                    _ => "fault-projects-elsewhere",
                };
                with(id, &[("rows", &rows.to_string())])
            }
            Fault::ShareUnclear(text) => with("fault-share-unclear", &[("text", text)]),
            Fault::UnitMissing => with("fault-unit-missing", &[]),
            Fault::NotAYear(text) => with("fault-not-a-year", &[("text", text)]),
            Fault::NotADay(text) => with("fault-not-a-day", &[("text", text)]),
            Fault::NameTooLong(most) => with("fault-name", &[("most", &most.to_string())]),
            Fault::OtherYear { year, wanted } => {
                let (year, wanted) = (year.to_string(), wanted.to_string());
                with("fault-other-year", &[("year", &year), ("wanted", &wanted)])
            }
            Fault::WithoutDefinition => with("fault-without-definition", &[]),
            Fault::PartsDiffer { stated, sum } => {
                let [stated, sum, difference] =
                    [*stated, *sum, *stated - *sum].map(|amount| self.decimal(amount, 2));
                let amounts = [
                    ("stated", &*stated),
                    ("sum", &sum),
                    ("difference", &difference),
                ];
                with("fault-parts-differ", &amounts)
            }
            Fault::NotJson(line, column) => with(
                "fault-not-json",
                &[("line", &line.to_string()), ("column", &column.to_string())],
            ),
            Fault::Shape => with("fault-shape", &[]),
            Fault::FieldMissing(name) => with("fault-field-missing", &[("name", name)]),
            Fault::FieldUnknown(name) => with("fault-field-unknown", &[("name", name)]),
            Fault::FieldTwice(name) => with("fault-field-twice", &[("name", name)]),
            Fault::OtherKind { found, expected } => with(
                "fault-other-kind",
                &[
                    ("found", &self.text(kind(*found))),
                    ("expected", &self.text(kind(*expected))),
                ],
            ),
            Fault::UnknownKey => with("fault-unknown-key", &[]),
            Fault::UnknownYear => with("fault-unknown-year", &[]),
            Fault::YearOutside { least, most } => with(
                "fault-year-outside",
                &[("least", &least.to_string()), ("most", &most.to_string())],
            ),
            Fault::NoYearOfSeries { least, most } => with(
                "fault-no-year-of-series",
                &[("least", &least.to_string()), ("most", &most.to_string())],
            ),
            Fault::Duplicate => with("fault-duplicate", &[]),
            Fault::NotANumber(text) if text.is_empty() => with("fault-no-number", &[]),
            Fault::NotANumber(text) => with("fault-not-a-number", &[("text", text)]),
            Fault::Mistyped(why, unit, text) => self.mistyped(*why, *unit, text),
            Fault::TooManyDigits(text) => with("fault-too-many-digits", &[("text", text)]),
            Fault::NotAFlag(text) => with("fault-not-a-flag", &[("text", text)]),
            Fault::OutOfRange {
                value,
                least,
                most,
                unit,
            } => with(
                "fault-out-of-range",
                &[
                    ("value", &self.value_of_unit(*unit, *value)),
                    ("least", &self.value_of_unit(*unit, *least)),
                    ("most", &self.value_of_unit(*unit, *most)),
                ],
            ),
            Fault::MoreThanWhole(names) => {
                let names: Vec<String> = names
                    .iter()
                    .map(|name| match Key::parse(name) {
                        Some(key) => self.key_name(key).to_string(),
                        None => name.clone(),
                    })
                    .collect();
                with(
                    "fault-more-than-whole",
                    &[("names", &names.join(&self.text("list-and")))],
                )
            }
            Fault::UnknownRegion(id) => with("fault-unknown-region", &[("id", id)]),
            Fault::NotUnderstood(text) => with("fault-not-understood", &[("text", text)]),
            Fault::Unquoted(text) => with("fault-unquoted", &[("text", text)]),
            Fault::NotUtf8 => with("fault-not-utf8", &[]),
            Fault::DraftsLeftOut(most, names) => with(
                "fault-drafts-left-out",
                &[
                    ("most", &most.to_string()),
                    ("names", &names.join(&self.text("list-and"))),
                ],
            ),
            Fault::NotText => with("fault-not-text", &[]),
            Fault::NotALink => with("fault-not-a-link", &[]),
            Fault::NoExercise => with("fault-no-exercise", &[]),
            Fault::UnknownEncoding(version) => {
                with("fault-unknown-encoding", &[("version", version)])
            }
            Fault::OtherModel(version) => with("fault-other-model", &[("version", version)]),
            Fault::OtherRegionVersion(version) => {
                with("fault-other-region-version", &[("version", version)])
            }
            Fault::NoValueThen { version, value } => with(
                "fault-no-value-then",
                &[("version", &version.to_string()), ("value", value)],
            ),
            Fault::NotARow(text) => with("fault-not-a-row", &[("text", text)]),
            Fault::Steps(most) => with("fault-steps", &[("most", &most.to_string())]),
            Fault::SameKey => with("fault-same-key", &[]),
            Fault::Altered => with("fault-altered", &[]),
            Fault::More(count) => with("fault-more", &[("count", &count.to_string())]),
            Fault::MissingKey => with("fault-missing-key", &[]),
            Fault::WrongUnit(unit) => with("fault-wrong-unit", &[("unit", unit_name(unit))]),
            Fault::UnknownUnit(text) => with("fault-unknown-unit", &[("text", text)]),
            Fault::UnknownStatus(text) => with("fault-unknown-status", &[("text", text)]),
            Fault::WithoutSource => with("fault-without-source", &[]),
            Fault::UnknownSource(text) => with("fault-unknown-source", &[("text", text)]),
            Fault::NotGiven { source, year } => with(
                "fault-not-given",
                &[("source", source), ("year", &year.to_string())],
            ),
            Fault::StandInAsSource => with("fault-stand-in-as-source", &[]),
            Fault::WithoutBasis => with("fault-without-basis", &[]),
            Fault::WithoutRange => with("fault-without-range", &[]),
            Fault::BadRange => with("fault-bad-range", &[]),
            Fault::BesideRange { value, unit } => with(
                "fault-beside-range",
                &[("value", &self.value_of_unit(*unit, *value))],
            ),
            Fault::MissingText(tag) => with("fault-missing-text", &[("language", tag)]),
            Fault::BadYears(income, first_plan, horizon) => with(
                "fault-bad-years",
                &[
                    ("income", &income.to_string()),
                    ("plan", &first_plan.to_string()),
                    ("horizon", &horizon.to_string()),
                    ("known", &MOST_KNOWN_YEARS.to_string()),
                    ("last", &LAST_YEAR.to_string()),
                    ("least", &LEAST_PLAN_YEARS.to_string()),
                    ("most", &MOST_PLAN_YEARS.to_string()),
                ],
            ),
            Fault::TieGoesOn => with("fault-tie-goes-on", &[]),
            Fault::CannotBeTied => with("fault-cannot-be-tied", &[]),
            Fault::MustEqual(key) => {
                let name =
                    Key::parse(key).map_or_else(|| key.as_str().into(), |key| self.key_name(key));
                with("fault-must-equal", &[("key", &name)])
            }
            Fault::UnknownSchema(schema) => {
                with("fault-unknown-schema", &[("schema", &schema.to_string())])
            }
            Fault::NotEarlier(newest) => {
                with("fault-not-earlier", &[("newest", &newest.to_string())])
            }
            Fault::SameAsToday => with("fault-same-as-today", &[]),
            Fault::Exercise(fault) => self.exercise_fault(fault),
            Fault::Counties(fault) => self.counties_fault(fault),
        }
    }
}

impl Catalog {
    /// Says that a link's headline was another when it was shared, or that it is not what the earlier version
    /// of the data gives that the link names.
    pub fn changed_headline(&self, shared: Decimal, here: Decimal, vintage: Option<u32>) -> String {
        let [shared, here] = [shared, here].map(|income| self.decimal(income, 2));
        let version = vintage.map(|version| version.to_string());
        match version {
            Some(version) => self.format(
                "notice-figures-vintage",
                &[("shared", &shared), ("here", &here), ("version", &version)],
            ),
            None => self.format("notice-figures", &[("shared", &shared), ("today", &here)]),
        }
    }

    /// The reason for refusing a typed number, and examples that can be typed.
    fn mistyped(&self, why: Mistyped, unit: Unit, text: &str) -> String {
        let id = match why {
            Mistyped::Nothing => return self.format("fault-no-number", &[]),
            Mistyped::TooManyDigits => {
                return self.format("fault-too-many-digits", &[("text", text)]);
            }
            Mistyped::NotANumber => "typed-not-a-number",
            Mistyped::Strange(_) => "typed-strange",
            Mistyped::Blank => "typed-blank",
            Mistyped::Grouping => "typed-grouping",
            Mistyped::CellReference => "typed-cell",
            Mistyped::Share => "typed-share",
            Mistyped::Unfinished => "typed-unfinished",
            Mistyped::OverNothing => "typed-over-nothing",
            Mistyped::PercentOfWhat => "typed-percent",
            Mistyped::NoPresent => "typed-no-present",
            Mistyped::Units => "typed-units",
            Mistyped::OtherUnit => "typed-other-unit",
            Mistyped::TooLong => "typed-too-long",
        };
        let said = match why {
            Mistyped::Strange(c) => {
                let code = format!("U+{:04X}", u32::from(c));
                let character = c.to_string();
                let arguments = [("text", text), ("character", &character), ("code", &code)];
                self.format(id, &arguments)
            }
            _ => self.format(id, &[("text", text)]),
        };
        let help = self.text(typed_help(unit));
        self.format("typed-with-help", &[("said", &said), ("help", &help)])
    }
}

/// The message that shows what can be typed in a field of a unit.
pub fn typed_help(unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "typed-help-money",
        Unit::YuanPerPerson => "typed-help-income",
        Unit::YuanPerHousehold => "typed-help-household",
        Unit::People => "typed-help-people",
        Unit::PeoplePerHousehold => "typed-help-size",
        Unit::Share => "typed-help-share",
        Unit::Projects | Unit::Flag => "typed-help-count",
    }
}

/// A place in a file of JSON, `line:column`.
fn line_and_column(place: &str) -> Option<(&str, &str)> {
    let (line, column) = place.split_once(':')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(line) && is_number(column)).then_some((line, column))
}

fn kind(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "json-null",
        JsonKind::Flag => "json-flag",
        JsonKind::Number => "json-number",
        JsonKind::Text => "json-text",
        JsonKind::List => "json-list",
        JsonKind::Object => "json-object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::scenario::file;

    #[test]
    fn what_is_wrong_with_json_is_said_in_the_readers_language() {
        let said = |language: Language, text: &str| {
            let problem = file::region_id(text).expect_err("bad");
            Catalog::new(language).problem(&problem)
        };
        let cases = [
            (
                r#"{"values":{"coverage":"0.85"}}"#,
                "第 1 行第 30 列：缺少字段“region”",
            ),
            (r#"{"region":"x","colour":"red"}"#, "没有字段“colour”"),
            (r#"{"region":"x","region":"y"}"#, "字段“region”出现了两次"),
            (r#"{"region":5,"values":{}}"#, "是数字，应为文字"),
            (r#"{"region":"x","values":[]}"#, "是列表，应为对象"),
            (
                r#"{"region":"x","values":{},"notes":{"coverage":0.85}}"#,
                "是数字，应为文字",
            ),
            (r#"{"region":null,"values":{}}"#, "是空值，应为文字"),
            (r#"{"region":"x","region_version":-1}"#, "文件结构不符"),
            ("[]", "是列表，应为对象"),
            ("hello", "第 1 行第 1 列起不是合法的 JSON"),
        ];
        for (text, part) in cases {
            let chinese = said(Language::SimplifiedChinese, text);
            assert!(chinese.contains(part), "{text}: {chinese}");
            for english in ["field", "expected", "invalid", "line", "column"] {
                assert!(!chinese.contains(english), "{text}: {chinese}");
            }
            let english = said(Language::English, text);
            assert!(english.contains("ine 1, column"), "{text}: {english}");
        }
    }
}
