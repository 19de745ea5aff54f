//! Filters of the list: typed words, and a choice each of county, type, source, state, size and standing.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;
use zengshou_sheets::{ProjectState, ProjectType};

use super::desk::ProjectDesk;
use crate::app::view::context::use_page;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::projects::filter::{MoneySource, ProjectFilter, SizeBounds};
use crate::projects::library::ProjectStanding;

/// The states that the filter offers.
const STATES: [ProjectState; 6] = [
    ProjectState::Reserve,
    ProjectState::NotStarted,
    ProjectState::UnderConstruction,
    ProjectState::Completed,
    ProjectState::Accepted,
    ProjectState::Ended,
];

/// Properties of the filters.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The projects that are looked for.
    pub filter: Rc<ProjectFilter>,
    /// Called with something else to look for.
    pub on_filter: Callback<Rc<ProjectFilter>>,
}

/// The filters.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let field = use_node_ref();
    let oninput = {
        let (filter, on_filter) = (props.filter.clone(), props.on_filter.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on_filter.emit(Rc::new(ProjectFilter {
                text: input.value(),
                ..(*filter).clone()
            }));
        })
    };
    let clear = {
        let (on_filter, field) = (props.on_filter.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            on_filter.emit(Rc::default());
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let focused = field.focus();
                debug_assert!(focused.is_ok(), "a field takes the focus");
            }
        })
    };
    // The choices have hundreds of entries, and typing changes none.
    let chosen = ProjectFilter {
        text: String::new(),
        ..(*props.filter).clone()
    };
    let on_choice = {
        let (filter, on_filter) = (props.filter.clone(), props.on_filter.clone());
        // It never changes its face while somebody types.
        let latest = use_mut_ref(|| filter.clone());
        *latest.borrow_mut() = filter;
        use_callback(on_filter, move |next: ProjectFilter, on_filter| {
            let text = latest.borrow().text.clone();
            on_filter.emit(Rc::new(ProjectFilter { text, ..next }));
        })
    };
    html! {
        <div class="projects-filters" role="search" aria-label={words.text("projects-filters")}>
            <label class="projects-search">
                <span>{ words.text("projects-search") }</span>
                <input ref={field} type="search" value={props.filter.text.clone()} {oninput} autocomplete="off" spellcheck="false"
                    placeholder={words.text("projects-search-hint")} maxlength="200" data-testid="projects-search" />
            </label>
            <Choices desk={props.desk.clone()} {chosen} {on_choice} />
            <button type="button" class="button" disabled={!props.filter.asks()} data-testid="projects-clear" onclick={clear}>
                { words.text("projects-filters-clear") }
            </button>
        </div>
    }
}

/// Properties of the choices.
#[derive(Properties, PartialEq)]
struct ChoicesProps {
    desk: Shared<ProjectDesk>,
    chosen: ProjectFilter,
    on_choice: Callback<ProjectFilter>,
}

#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let chosen = &props.chosen;
    let of = |field: &'static str,
              entries: Vec<(String, bool)>,
              set: fn(&mut ProjectFilter, &ProjectDesk, Option<usize>)| {
        Choice {
            field,
            entries,
            set,
        }
        .view(words, props)
    };
    html! {
        <>
            { of("projects-filter-county", counties(words, &props.desk, chosen), |filter, desk, at| {
                filter.county = at.map(|at| (at < desk.list.counties.len()).then_some(at));
            }) }
            { of("projects-filter-type", types(words, chosen), |filter, _, at| {
                filter.project_type = at.map(|at| ProjectType::ALL.get(at).copied());
            }) }
            { of("projects-filter-source", sources(words, chosen), |filter, _, at| {
                filter.source = at.and_then(|at| MoneySource::ALL.get(at).copied());
            }) }
            { of("projects-filter-state", states(words, chosen), |filter, _, at| {
                filter.state = at.map(|at| STATES.get(at).copied());
            }) }
            { of("projects-filter-size", sizes(words, &props.desk, chosen), |filter, desk, at| {
                filter.size = at.and_then(|at| bounds(desk, at));
            }) }
            { of("projects-filter-standing", standings(words, chosen), |filter, _, at| {
                filter.standing = at.and_then(|at| ProjectStanding::ALL.get(at).copied());
            }) }
            <label class="projects-check">
                <input type="checkbox" checked={chosen.is_chosen} data-testid="projects-only-chosen" onchange={
                    let (chosen, on_choice) = (chosen.clone(), props.on_choice.clone());
                    Callback::from(move |event: Event| {
                        let input: HtmlInputElement = event.target_unchecked_into();
                        on_choice.emit(ProjectFilter { is_chosen: input.checked(), ..chosen.clone() });
                    })
                } />
                { words.text("projects-only-chosen") }
            </label>
        </>
    }
}

/// A choice of one entry, or of none.
struct Choice {
    field: &'static str,
    entries: Vec<(String, bool)>,
    set: fn(&mut ProjectFilter, &ProjectDesk, Option<usize>),
}

impl Choice {
    fn view(self, words: &Words, props: &ChoicesProps) -> Html {
        let onchange = {
            let (desk, chosen, on_choice) = (
                props.desk.clone(),
                props.chosen.clone(),
                props.on_choice.clone(),
            );
            let set = self.set;
            Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let mut next = chosen.clone();
                set(&mut next, &desk, select.value().parse().ok());
                on_choice.emit(next);
            })
        };
        let is_any = self.entries.iter().all(|(_, is_chosen)| !is_chosen);
        html! {
            <label>
                <span>{ words.text(self.field) }</span>
                <select data-testid={self.field} {onchange}>
                    <option value="" selected={is_any}>{ words.text("projects-filter-any") }</option>
                    { for self.entries.into_iter().enumerate().map(|(at, (name, selected))| html! {
                        <option value={at.to_string()} {selected}>{ name }</option>
                    }) }
                </select>
            </label>
        }
    }
}

fn counties(words: &Words, desk: &ProjectDesk, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let names = desk.list.counties.iter().enumerate();
    let names = names.map(|(at, name)| (name.clone(), chosen.county == Some(Some(at))));
    let none = words.text("projects-no-county").to_string();
    names.chain([(none, chosen.county == Some(None))]).collect()
}

fn types(words: &Words, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let types = ProjectType::ALL.into_iter();
    let types = types.map(|it| {
        (
            words.project_type(it),
            chosen.project_type == Some(Some(it)),
        )
    });
    let none = words.text("projects-no-type").to_string();
    types
        .chain([(none, chosen.project_type == Some(None))])
        .collect()
}

fn sources(words: &Words, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let sources = MoneySource::ALL.into_iter();
    sources
        .map(|it| (words.money_source(it), chosen.source == Some(it)))
        .collect()
}

fn states(words: &Words, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let states = STATES.into_iter();
    let states = states.map(|it| {
        let name = words.project_state(it).to_string();
        (name, chosen.state == Some(Some(it)))
    });
    let none = words.text("projects-column-unknown-state").to_string();
    states.chain([(none, chosen.state == Some(None))]).collect()
}

fn bounds(desk: &ProjectDesk, at: usize) -> Option<SizeBounds> {
    let class = desk.sizes.classes.get(at)?;
    Some(SizeBounds {
        least: class.least,
        below: class.below,
    })
}

fn sizes(words: &Words, desk: &ProjectDesk, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let classes = desk.sizes.classes.iter().enumerate();
    classes
        .map(|(at, class)| {
            let is_chosen = chosen.size.is_some() && chosen.size == bounds(desk, at);
            (words.size_class(class), is_chosen)
        })
        .collect()
}

fn standings(words: &Words, chosen: &ProjectFilter) -> Vec<(String, bool)> {
    let standings = ProjectStanding::ALL.into_iter();
    standings
        .map(|it| {
            let name = words.project_standing(it).to_string();
            (name, chosen.standing == Some(it))
        })
        .collect()
}
