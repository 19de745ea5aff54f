//! The headline in words for screen readers.

use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// The headline as one sentence; where the user has changed assumptions, their effect and the effect of policy are
/// stated separately.
pub fn announcement(
    words: &Catalog,
    year: Year,
    income: YuanPerPerson,
    difference: YuanPerPerson,
    assumed: Option<YuanPerPerson>,
) -> String {
    let (year, income) = (year.to_string(), words.money(income));
    let difference = words.signed_money(difference);
    let mut arguments = vec![
        ("year", &*year),
        ("income", &*income),
        ("difference", &*difference),
    ];
    let Some(assumed) = assumed.map(|assumed| words.signed_money(assumed)) else {
        return words.format("result-announced", &arguments);
    };
    arguments.push(("assumed", &assumed));
    words.format("result-announced-apart", &arguments)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::language::Language;
    use rust_decimal::Decimal;

    #[test]
    fn says_apart_what_assumptions_and_what_policy_do() {
        let words = Catalog::new(Language::SimplifiedChinese);
        let yuan = |cents| YuanPerPerson(Decimal::new(cents, 2));
        let (income, difference) = (yuan(1_394_974), yuan(47_429));
        let said = announcement(&words, 2023, income, difference, Some(yuan(-9_274)));
        assert!(said.contains("假设变动的影响 -92.74 元"), "{said}");
        assert!(said.contains("政策效果 +474.29 元"), "{said}");
        let said = announcement(&words, 2023, income, difference, None);
        assert!(said.contains("比计划 +474.29 元"), "{said}");
    }
}
