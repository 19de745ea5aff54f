//! Announcement of the headline to screen readers: when changes have settled, not at each move.

use yew::prelude::*;

use crate::app::announcement::announcement;
use crate::app::view::context::use_page;
use crate::app::view::pause::Pause;
use crate::number::YuanPerPerson;
use crate::region::key::Year;

/// Time that the headline must stay as it is before it is announced, in milliseconds.
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
    /// Effect of the user's own assumptions on the plan; none where there are no such assumptions.
    pub assumed: Option<YuanPerPerson>,
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
