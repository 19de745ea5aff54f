//! The list of projects: found while typing, sorted by a column, chosen, and added up.

use std::rc::Rc;

use yew::prelude::*;

use super::chosen::ChosenPanel;
use super::desk::ProjectDesk;
use super::filters::Filters;
use super::grid::ProjectGrid;
use crate::app::state::State;
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::number::Share;
use crate::projects::filter::{FoundProjects, ListSorting, ProjectFilter};
use crate::projects::selection::ProjectSelection;

/// Properties of the list.
#[derive(Properties)]
pub struct ListingProps {
    /// The state.
    pub state: Rc<State>,
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The projects that are chosen.
    pub selection: Rc<ProjectSelection>,
    /// Called with another choice.
    pub on_select: Callback<Rc<ProjectSelection>>,
}

impl PartialEq for ListingProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.desk == other.desk
            && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// The list.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let filter = use_session_state("projects-filter", || Rc::new(ProjectFilter::default()));
    let sorting = use_session_state("projects-sorting", || ListSorting {
        column: None,
        is_falling: false,
    });
    let order = use_memo((props.desk.clone(), *sorting), |(desk, sorting)| {
        desk.list.order(desk.rows(), *sorting)
    });
    // What is chosen moves nothing that is found, unless it is asked for.
    let seen = filter.is_chosen.then(|| Shared(props.selection.clone()));
    let found = {
        let selection = props.selection.clone();
        use_memo(
            (props.desk.clone(), Shared(order), (*filter).clone(), seen),
            move |(desk, order, filter, _)| desk.list.found(order, filter, &selection),
        )
    };
    let on_filter = {
        let filter = filter.setter();
        use_callback((), move |next: Rc<ProjectFilter>, ()| filter.set(next))
    };
    let on_sort = {
        let sorting = sorting.setter();
        use_callback((), move |next: ListSorting, ()| sorting.set(next))
    };
    let on_choose = {
        let on_select = props.on_select.clone();
        use_callback(
            Shared(props.selection.clone()),
            move |(rows, is_chosen): (Rc<[usize]>, bool), selection| {
                let mut next = ProjectSelection::clone(selection);
                next.set(rows.iter().copied(), is_chosen);
                on_select.emit(Rc::new(next));
            },
        )
    };
    html! {
        <div class="projects-work">
            <section class="card projects-list" aria-labelledby="projects-list-title">
                <h2 id="projects-list-title">{ words.text("projects-list-title") }</h2>
                <Filters desk={props.desk.clone()} filter={(*filter).clone()} {on_filter} />
                <p class="projects-found" role="status" data-testid="projects-found">
                    { sums(words, &found, props.desk.list.lines.len()) }
                </p>
                <ProjectGrid desk={props.desk.clone()} found={Shared(found)} selection={props.selection.clone()}
                    sorting={*sorting} {on_sort} {on_choose} />
            </section>
            <ChosenPanel state={props.state.clone()} desk={props.desk.clone()} selection={props.selection.clone()}
                on_select={props.on_select.clone()} />
        </div>
    }
}

/// The sums of what was found, in a sentence.
fn sums(words: &Words, found: &FoundProjects, all: usize) -> String {
    let money = found.total.money;
    let share = (!money.is_zero()).then(|| words.percent(Share(found.paid / money), 1));
    let named = [
        ("count", &*words.whole(found.total.projects.into())),
        ("all", &*words.whole(all.into())),
        ("money", &*words.wan(money)),
        ("paid", &*words.wan(found.paid)),
        ("share", share.as_deref().unwrap_or("—")),
    ];
    let said = words.format("projects-found", &named);
    match found.total.without_money {
        0 => said,
        without => {
            let count = words.whole(without.into());
            said + &words.format("projects-found-without", &[("count", &count)])
        }
    }
}
