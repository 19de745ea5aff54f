//! The names of rows, in every language, and other words for them.

use std::collections::BTreeMap;

use zengshou_sheets::folded;

use super::FormRow;
use crate::i18n::Catalog;
use crate::region::key::{Benchmark, Fixed, Key, Year, Yearly};
use crate::region::own::GivenFigure;

/// Rows by the words that name them.
pub struct RowLabels {
    rows: BTreeMap<String, FormRow>,
    /// Series by their names without the year.
    series: BTreeMap<String, Yearly>,
}

/// Other words for rows, parted by strokes.
const OTHER_WORDS: [(FormRow, &str); 12] = [
    (
        FormRow::Name,
        "地区|区域|区域名称|县区名称|县名|单位名称|填报地区|region|name",
    ),
    (FormRow::BaseYear, "基期|基年|基准年|数据年份|base year"),
    (
        FormRow::FirstPlanYear,
        "计划年|计划年度|首个计划年份|计划首年|first plan year|plan year",
    ),
    (FormRow::Horizon, "推演末年|测算末年|截止年份|horizon"),
    (
        FormRow::Value(Key::Fixed(Fixed::Population)),
        "脱贫人口|脱贫人口总数|脱贫人数|lifted people|lifted population",
    ),
    (
        FormRow::Given(GivenFigure::LiftedHouseholds),
        "脱贫户数|脱贫户|脱贫户总数|lifted households",
    ),
    (
        FormRow::Given(GivenFigure::Income),
        "脱贫人口人均纯收入|人均纯收入|脱贫户人均纯收入|net income per head",
    ),
    (
        FormRow::Given(GivenFigure::OperatingCosts),
        "生产经营性支出|经营性支出|经营费用|生产经营费用|operating costs",
    ),
    (
        FormRow::InBaseYear(Benchmark::LiftedProvince),
        "全省脱贫人口人均纯收入|全省脱贫人口收入|本省脱贫人口人均纯收入",
    ),
    (
        FormRow::InBaseYear(Benchmark::RuralProvince),
        "全省农村居民人均可支配收入|全省农村居民收入|全省农民收入|本省农村居民人均可支配收入",
    ),
    (
        FormRow::Value(Key::Fixed(Fixed::Coverage0)),
        "产业帮扶覆盖率|产业覆盖率|覆盖率|industry coverage",
    ),
    (
        FormRow::Given(GivenFigure::FundsSpent),
        "已支出资金|已支出|累计支出|支出金额|funds spent",
    ),
];

/// Words for operating income, gross or net: a mark or an answer says which.
const OPERATING: [&str; 6] = [
    "生产经营性收入",
    "经营性收入",
    "生产经营收入",
    "经营收入",
    "生产经营净收入",
    "operating income",
];

impl RowLabels {
    /// Every name of every row, in every language.
    pub fn new(catalogs: &[Catalog]) -> Self {
        let mut labels = Self {
            rows: BTreeMap::new(),
            series: BTreeMap::new(),
        };
        let fixed = Fixed::ALL.iter().map(|fixed| Key::Fixed(*fixed));
        let mut rows = FormRow::essentials();
        rows.push(FormRow::Horizon);
        rows.extend(fixed.map(FormRow::Value));
        for words in catalogs {
            for row in &rows {
                labels.take(&row.label(words), *row);
                if let FormRow::Value(key) = row {
                    labels.take(&words.key_name(*key), *row);
                }
            }
            for family in Yearly::ALL {
                // A year that no name has by itself is where the year stands.
                let name = folded(&words.key_name(Key::Yearly(family, YEAR_MARK)));
                let name = without_year(&name, YEAR_MARK);
                labels.series.entry(name).or_insert(family);
            }
        }
        for row in &rows {
            if let FormRow::Value(key) = row {
                labels.take(&key.to_string(), *row);
            }
        }
        for (row, words) in OTHER_WORDS {
            for word in words.split('|') {
                labels.take(word, row);
            }
        }
        labels
    }

    fn take(&mut self, name: &str, row: FormRow) {
        self.rows.entry(folded(name)).or_insert(row);
    }

    /// The row of a name, with the year of its column, if it has one.
    pub fn find(&self, name: &str, year: Option<Year>) -> Option<FormRow> {
        if let Some(key) = Key::parse(name.trim()) {
            return Some(FormRow::Value(key));
        }
        let whole = folded(name);
        let plain = folded(without_brackets(name));
        let named = year_in(&whole);
        for text in [&whole, &plain] {
            if let Some(row) = self.rows.get(text) {
                return Some(*row);
            }
            let bare = match named {
                Some(year) => without_year(text, year),
                None => text.clone(),
            };
            if let Some(row) = self.rows.get(&bare) {
                return Some(*row);
            }
            let family = self.series.get(&bare);
            if let (Some(family), Some(year)) = (family, named.or(year)) {
                return Some(FormRow::Value(Key::Yearly(*family, year)));
            }
        }
        let is_operating = OPERATING.iter().any(|word| {
            let word = folded(word);
            whole == word || plain == word
        });
        is_operating.then_some(FormRow::Given(GivenFigure::OperatingGross))
    }
}

/// A year that stands in no name.
const YEAR_MARK: Year = 2999;

/// A folded name without its year and the word for it.
fn without_year(folded: &str, year: Year) -> String {
    let year = year.to_string();
    let with_word = format!("{year}年");
    if folded.contains(&with_word) {
        folded.replacen(&with_word, "", 1)
    } else {
        folded.replacen(&year, "", 1)
    }
}

/// The year that stands in a folded name.
fn year_in(folded: &str) -> Option<Year> {
    let digits: String = folded
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1900..=2200).contains(&year).then_some(year)
}

/// A name without what stands in brackets at its end.
fn without_brackets(name: &str) -> &str {
    let at = name.find(['（', '(', '【', '[']).filter(|at| *at > 0);
    at.map_or(name, |at| &name[..at])
}
