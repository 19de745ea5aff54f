//! Rows that contradict themselves or each other, by row, apart from all sums.

use yew::prelude::*;

use super::desk::ProjectDesk;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;

/// The faults that are listed at first, and with each press.
const LISTED: usize = 100;

/// Properties of the part.
#[derive(Properties, PartialEq)]
pub struct FaultsProps {
    /// The data.
    pub desk: Shared<ProjectDesk>,
}

/// The part.
#[component]
pub fn FaultsPart(props: &FaultsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let listed = use_state_eq(|| LISTED);
    let (faults, rows) = (&props.desk.faults, props.desk.rows());
    let more = {
        let listed = listed.clone();
        Callback::from(move |_: MouseEvent| listed.set(*listed + LISTED))
    };
    let left = faults.len().saturating_sub(*listed);
    html! {
        <section class="card" aria-labelledby="projects-faults-title" data-testid="projects-faults">
            <h2 id="projects-faults-title">{ words.text("projects-faults-title") }</h2>
            if faults.is_empty() {
                <p>{ words.text("projects-faults-none") }</p>
            } else {
                <p class="hint">{ words.text("projects-faults-hint") }</p>
                <ol>
                    { for faults.iter().take(*listed).map(|fault| html! { <li>{ words.project_fault(rows, fault) }</li> }) }
                </ol>
                if left > 0 {
                    <p>{ words.format("projects-more", &[("count", &words.whole(left.into()))]) }</p>
                    <button type="button" class="button" data-testid="projects-faults-more" onclick={more}>
                        { words.text("projects-faults-more") }
                    </button>
                }
            }
        </section>
    }
}
