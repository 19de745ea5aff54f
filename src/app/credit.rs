//! The credit line of a picture that has left the page: its region and scenario, its data, the program that made
//! it and the date.

use crate::app::state::State;
use crate::i18n::Catalog;
use crate::report::{Date, date};

/// The line below the title: region and scenario.
pub fn subject(words: &Catalog, state: &State) -> String {
    let region = state.region.name.in_language(words.language());
    let scenario = match (&state.name, state.results.example) {
        (Some(name), _) => name.clone(),
        (None, Some(example)) => words.example(example).to_string(),
        (None, None) => words.text("result-is-own").to_string(),
    };
    let arguments = [("region", region), ("scenario", &*scenario)];
    words.format("chart-credit", &arguments)
}

/// The line at the foot: data, day, tool.
pub fn source(words: &Catalog, state: &State, today: Date) -> String {
    let region = &state.region;
    let arguments = [
        ("known", &*region.years.income.to_string()),
        ("data", &*region.version.to_string()),
        ("date", &*date(words, today)),
        ("tool", &*words.text("app-title")),
    ];
    words.format("chart-credit-source", &arguments)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use rust_decimal::Decimal;

    use super::*;
    use crate::app::state::Action;
    use crate::language::Language;
    use crate::region::key::Fixed;

    #[test]
    fn a_picture_says_of_which_region_and_scenario_it_is() {
        let region = crate::region::tests::region();
        let state = State::new(Rc::new(region), Language::SimplifiedChinese);
        let words = Catalog::new(Language::SimplifiedChinese);
        assert_eq!(subject(&words, &state), "河北省张家口市 · 计划原样");
        let own = state.apply(Action::Set(Fixed::Coverage.into(), Decimal::new(9, 1)));
        assert_eq!(subject(&words, &own), "河北省张家口市 · 自定方案");
        let day = Date {
            year: 2026,
            month: 11,
            day: 27,
        };
        let source = source(&words, &state, day);
        for part in ["2021 年", "2026 年 11 月 27 日", "增收"] {
            assert!(source.contains(part), "{source}");
        }
    }
}
