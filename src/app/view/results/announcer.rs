//! Says the headline to those who hear the page: when changes have settled, not at each move.

use yew::prelude::*;

use crate::app::view::context::use_page;
use crate::app::view::pause::Pause;
use crate::i18n::Catalog;
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// How long the headline must stay as it is until it is said, in milliseconds.
const SETTLED_MS: u32 = 700;

/// The headline.
#[derive(Properties, PartialEq)]
pub struct AnnouncerProps {
    /// The first plan year.
    pub year: Year,
    /// The scenario's income.
    pub income: YuanPerPerson,
    /// Scenario minus plan.
    pub difference: YuanPerPerson,
    /// What the user's own assumptions do to the plan; none where there are no such assumptions.
    pub assumed: Option<YuanPerPerson>,
}

/// What is said: with assumptions of the user's own, what they do and what policy does, apart.
fn announcement(
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

/// A polite live region; silent until the first change.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let page = use_page();
    let said = use_state_eq(|| AttrValue::Static(""));
    let is_first = use_mut_ref(|| true);
    {
        let said = said.setter();
        let (year, words, store) = (props.year, page.words.clone(), page.store.clone());
        use_effect_with(
            (
                props.income.rounded(),
                props.difference.rounded(),
                props.assumed.map(YuanPerPerson::rounded),
            ),
            move |(income, difference, assumed)| {
                let skip = is_first.replace(false);
                let (income, difference) = (YuanPerPerson(*income), YuanPerPerson(*difference));
                let assumed = assumed.map(YuanPerPerson);
                let timer = (!skip).then(|| {
                    Pause::at_rest(&store, SETTLED_MS, move || {
                        said.set(announcement(&words, year, income, difference, assumed).into());
                    })
                });
                move || drop(timer)
            },
        );
    }
    html! { <p class="unseen" role="status" data-testid="announced">{ &*said }</p> }
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
