//! The words that headers use for the columns of the forms.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fault::is_hidden;
use crate::field::{Field, FigureField, FormKind};
use crate::typed::narrowed;

mod words;

/// Headers that are known: the built-in ones, and those that a reader once said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Synonyms {
    /// Fields by the form and the header as [`folded`] writes it; nothing leaves the column out.
    pub remembered: BTreeMap<String, Option<Field>>,
}

impl Synonyms {
    /// Remembers what a header means in a form.
    pub fn remember(&mut self, form: FormKind, header: &str, field: Option<Field>) {
        self.remembered.insert(remembered_key(form, header), field);
    }
}

/// The key by which a header of a form is remembered.
fn remembered_key(form: FormKind, header: &str) -> String {
    format!("{}:{}", form.official_name(), folded(header))
}

/// Every known header, made ready for many look-ups.
pub struct KnownTerm<'a> {
    built_in: HashMap<String, Vec<(FormKind, Field)>>,
    synonyms: &'a Synonyms,
}

impl<'a> KnownTerm<'a> {
    /// The built-in headers and the remembered ones.
    pub fn new(synonyms: &'a Synonyms) -> Self {
        let mut built_in: HashMap<String, Vec<(FormKind, Field)>> = HashMap::new();
        let mut add = |form: FormKind, word: String, field: Field| {
            let fields = built_in.entry(word).or_default();
            if fields.iter().all(|(other, _)| *other != form) {
                fields.push((form, field));
            }
        };
        for form in [FormKind::Figures, FormKind::Counties, FormKind::Projects] {
            // The form's own headers come before other words for a column.
            for field in form.fields() {
                add(form, folded(field.official_name()), field);
            }
            for field in form.fields() {
                let words = match field {
                    Field::Figure(field) => figure_words(field),
                    Field::County(field) => words::county(field),
                    Field::Project(field) => words::project(field),
                };
                for word in words.split('|').filter(|word| !word.is_empty()) {
                    add(form, folded(word), field);
                }
            }
        }
        Self { built_in, synonyms }
    }

    /// The field that a folded header means in a form; the inner nothing leaves the column out.
    pub fn find(&self, form: FormKind, header: &str) -> Option<Option<Field>> {
        let remembered = &self.synonyms.remembered;
        if !remembered.is_empty()
            && let Some(field) = remembered.get(&format!("{}:{header}", form.official_name()))
        {
            return Some(*field);
        }
        let fields = self.built_in.get(header)?;
        let field = fields.iter().find(|(own, _)| *own == form);
        field.map(|(_, field)| Some(*field))
    }

    /// True for a word that is a header of some form.
    pub fn is_header(&self, word: &str) -> bool {
        let forms = [FormKind::Figures, FormKind::Counties, FormKind::Projects];
        let word = folded(word);
        forms.iter().any(|form| self.find(*form, &word).is_some())
    }
}

/// A header without what differs between writers: width, blanks, signs, capitals, traditional characters.
pub fn folded(text: &str) -> String {
    // In one pass: it is asked of every row, and blanks at the ends fall away with all others.
    text.chars()
        .map(narrowed)
        .filter(|c| c.is_alphanumeric() || *c == '%')
        .filter(|c| !is_hidden(*c))
        .flat_map(char::to_lowercase)
        .map(simplified)
        .collect()
}

/// The simplified form of a traditional character that headers and categories use.
pub fn simplified(c: char) -> char {
    static FORMS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let pairs = words::TRADITIONAL.chars().zip(words::SIMPLIFIED.chars());
        let mut pairs: Vec<(char, char)> = pairs.collect();
        pairs.sort_unstable();
        pairs
    });
    if c.is_ascii() {
        return c;
    }
    let found = FORMS.binary_search_by_key(&c, |(traditional, _)| *traditional);
    found
        .ok()
        .and_then(|at| FORMS.get(at))
        .map_or(c, |(_, simplified)| *simplified)
}

fn figure_words(field: FigureField) -> &'static str {
    match field {
        FigureField::Indicator => "指标名称|项目|名称|指标项|内容|indicator|figure|item|name",
        FigureField::Value => "值|数据|指标值|数值|本年|value|amount|number",
        FigureField::Unit => "计量单位|单位名称|unit",
        FigureField::Year => "年度|数据年份|所属年份|year",
        FigureField::Source => "数据来源|资料来源|出处|依据|source",
        FigureField::Definition => "统计口径|指标口径|指标解释|说明|定义|definition|basis|notes",
        FigureField::Status => "数据性质|类别|状态|status|kind",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{CountyField, ProjectField};

    #[test]
    fn every_official_header_is_found_in_both_scripts_and_widths() {
        let synonyms = Synonyms::default();
        let known = KnownTerm::new(&synonyms);
        for form in [FormKind::Figures, FormKind::Counties, FormKind::Projects] {
            for field in form.fields() {
                let name = folded(field.official_name());
                assert_eq!(known.find(form, &name), Some(Some(field)), "{name}");
            }
        }
        let county = |header: &str| known.find(FormKind::Counties, &folded(header)).flatten();
        assert_eq!(county("縣 區"), Some(Field::County(CountyField::Name)));
        assert_eq!(
            county("Lifted households"),
            Some(Field::County(CountyField::LiftedHouseholds))
        );
        let project = |header: &str| known.find(FormKind::Projects, &folded(header)).flatten();
        assert_eq!(
            project("項目類型"),
            Some(Field::Project(ProjectField::Type))
        );
        assert_eq!(
            words::TRADITIONAL.chars().count(),
            words::SIMPLIFIED.chars().count()
        );
    }

    #[test]
    fn a_remembered_header_wins() {
        let mut synonyms = Synonyms::default();
        let field = Field::County(CountyField::Spent);
        synonyms.remember(FormKind::Counties, "花了（万元）", Some(field));
        synonyms.remember(FormKind::Counties, "备注", None);
        let known = KnownTerm::new(&synonyms);
        assert_eq!(
            known.find(FormKind::Counties, "花了万元"),
            Some(Some(field))
        );
        assert_eq!(known.find(FormKind::Counties, "备注"), Some(None));
    }
}
