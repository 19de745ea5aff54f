//! The library of projects: the list, money, progress, figures offered in the place of assumptions, faults, and all of it as
//! paper.

mod chosen;
mod desk;
mod faults;
mod filters;
mod grid;
mod listing;
mod money;
mod offers;
mod pace;
mod paper;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;
use zengshou_sheets::SheetDate;

use super::book::BureauHandle;
use super::props::BureauPartProps;
use crate::app::effects::bureau;
use crate::app::view::context::{use_page, use_session_state};
use crate::app::view::keys::{turned_tab, use_keys};
use crate::app::view::parts::focus;
use crate::app::view::planning::status_bar::StatusBar;
use crate::app::view::report_table::report_table;
use crate::app::view::session::SessionState;
use crate::app::view::shared::Shared;
use crate::app::words::Words;
use crate::projects::selection::ProjectSelection;
use crate::region::key::Year;
use crate::report::document::ReportTable;
use desk::ProjectDesk;
use faults::FaultsPart;
use listing::Listing;
use money::MoneyPart;
use offers::OffersPart;
use pace::PacePart;
use paper::PaperPart;

/// The name of the part among the settings of views that were left.
const PART: &str = "projects-part";

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ProjectsPart {
    /// The list.
    List,
    /// Money and sizes.
    Money,
    /// Progress and funds at risk.
    Pace,
    /// Assets and offers.
    Offers,
    /// Faults.
    Faults,
    /// All of it as paper.
    Paper,
}

impl ProjectsPart {
    const ALL: [Self; 6] = [
        Self::List,
        Self::Money,
        Self::Pace,
        Self::Offers,
        Self::Faults,
        Self::Paper,
    ];

    /// The identifier and the message of its tab.
    fn id(self) -> &'static str {
        match self {
            Self::List => "projects-tab-list",
            Self::Money => "projects-tab-money",
            Self::Pace => "projects-tab-pace",
            Self::Offers => "projects-tab-offers",
            Self::Faults => "projects-tab-faults",
            Self::Paper => "projects-tab-paper",
        }
    }
}

/// Opens the part that was shown when the page began again, be it by a figure that was taken.
pub fn open_again(session: &SessionState, part: &str) {
    let part = ProjectsPart::ALL.into_iter().find(|it| it.id() == part);
    session.put(PART, part.unwrap_or(ProjectsPart::List));
}

/// The projects.
#[component]
pub fn ProjectsTab(props: &BureauPartProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let part = use_session_state(PART, || ProjectsPart::List);
    // A figure that is taken begins the page again: then it stands as it was.
    use_effect_with(*part, |part| {
        bureau::stay_at(part.id());
        bureau::leave
    });
    let year = use_session_state("projects-year", || None::<Year>);
    let selection = use_session_state("projects-chosen", Rc::<ProjectSelection>::default);
    let desk = use_memo(
        (
            Shared(props.state.region.clone()),
            Shared(props.book.settings().clone()),
            *year,
            words.clone(),
        ),
        |(region, settings, year, words)| {
            ProjectDesk::of(&region.0, settings, *year, words).map(Rc::new)
        },
    );
    let tabs = use_node_ref();
    use_keys(&tabs, turning(&part));
    let on_select = {
        let selection = selection.setter();
        use_callback((), move |next: Rc<ProjectSelection>, ()| {
            selection.set(next)
        })
    };
    let on_risk = {
        let (selection, part) = (selection.setter(), part.setter());
        use_callback((), move |next: Rc<ProjectSelection>, ()| {
            selection.set(next);
            part.set(ProjectsPart::List);
            let focused = focus(ProjectsPart::List.id());
            debug_assert!(focused.is_some(), "a tab takes the focus");
        })
    };
    let on_year = {
        let year = year.setter();
        use_callback((), move |chosen: Option<Year>, ()| year.set(chosen))
    };
    let shown = desk.as_ref().clone().map(Shared);
    let tab = |which: ProjectsPart| {
        let is_chosen = *part == which;
        let part = part.clone();
        let onclick = Callback::from(move |_: MouseEvent| part.set(which));
        let faults = shown.as_ref().map_or(0, |desk| desk.faults.len());
        html! {
            <button type="button" role="tab" class="tab" id={which.id()} data-testid={which.id()}
                aria-selected={is_chosen.to_string()} aria-controls="projects-panel"
                tabindex={if is_chosen { "0" } else { "-1" }} {onclick}>
                { words.text(which.id()) }
                if which == ProjectsPart::Faults && faults > 0 {
                    <span class="count">{ words.whole(faults.into()) }</span>
                }
            </button>
        }
    };
    html! {
        <div class="projects-page" data-testid="projects-page">
            <StatusBar state={props.state.clone()} is_refused={false} />
            if let Some(desk) = &shown {
                { as_of(words, desk, &on_year, &props.book) }
            }
            <div class="segments projects-tabs" role="tablist" ref={tabs} aria-label={words.text("projects-parts")}>
                { for ProjectsPart::ALL.map(tab) }
            </div>
            <div id="projects-panel" class="projects-panel" role="tabpanel" tabindex="-1" aria-labelledby={part.id()} key={part.id()}>
                { match &shown {
                    None => html! { <p class="card">{ words.text("projects-no-table") }</p> },
                    Some(desk) => panel(props, *part, desk, &selection, [&on_select, &on_risk]),
                } }
            </div>
        </div>
    }
}

/// The part itself.
fn panel(
    props: &BureauPartProps,
    part: ProjectsPart,
    desk: &Shared<ProjectDesk>,
    selection: &Rc<ProjectSelection>,
    [on_select, on_risk]: [&Callback<Rc<ProjectSelection>>; 2],
) -> Html {
    let (desk, state, book) = (desk.clone(), props.state.clone(), props.book.clone());
    match part {
        ProjectsPart::List => html! {
            <Listing {state} {desk} selection={selection.clone()} on_select={on_select.clone()} />
        },
        ProjectsPart::Money => html! { <MoneyPart {desk} {book} /> },
        ProjectsPart::Pace => {
            html! { <PacePart {desk} {book} on_risk={on_risk.clone()} /> }
        }
        ProjectsPart::Offers => html! { <OffersPart {state} {desk} /> },
        ProjectsPart::Faults => html! { <FaultsPart {desk} /> },
        ProjectsPart::Paper => html! { <PaperPart {state} {book} /> },
    }
}

/// The keys that turn tabs.
fn turning(part: &UseStateHandle<ProjectsPart>) -> Callback<KeyboardEvent> {
    let part = part.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(next) = turned_tab(&event, &ProjectsPart::ALL, *part) else {
            return;
        };
        part.set(next);
        let focused = focus(next.id());
        debug_assert!(focused.is_some(), "a tab takes the focus");
    })
}

/// The year of the plan and the day of the figures.
fn as_of(
    words: &Words,
    desk: &ProjectDesk,
    on_year: &Callback<Option<Year>>,
    book: &BureauHandle,
) -> Html {
    let year = desk.year.map_or_else(
        || words.text("projects-no-year").to_string(),
        |year| year.to_string(),
    );
    let said = match desk.day {
        Some(day) => {
            let named = [("year", &*year), ("day", &day.to_string())];
            words.format("projects-as-of", &named)
        }
        None => words.format("projects-as-of-unknown", &[("year", &year)]),
    };
    let onchange = {
        let on_year = on_year.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            on_year.emit(select.value().parse().ok());
        })
    };
    let on_day = {
        let book = book.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let (text, day) = (input.value(), day_of(&input.value()));
            // A year that is being typed begins as one of long ago.
            if day.is_none() && !text.is_empty() {
                return;
            }
            book.edit(None, move |settings| settings.day = day);
        })
    };
    let day = book.settings().day.filter(|day| day.day.is_some());
    html! {
        <div class="projects-as-of">
            <span data-testid="projects-as-of">{ said }</span>
            <label>
                { words.text("projects-day") }
                <input type="date" value={day.map(|day| day.to_string())} data-testid="projects-day" onchange={on_day} />
            </label>
            if desk.years.len() > 1 {
                <label>
                    { words.text("projects-year") }
                    <select data-testid="projects-year" {onchange}>
                        { for desk.years.iter().map(|year| html! {
                            <option value={year.to_string()} selected={desk.year == Some(*year)}>{ year.to_string() }</option>
                        }) }
                    </select>
                </label>
            }
        </div>
    }
}

/// The day of a date field: year, month and day with lines between.
fn day_of(text: &str) -> Option<SheetDate> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    SheetDate::new(year, month, Some(day))
}

/// A table of the report with its note.
fn table(words: &Words, table: &ReportTable) -> Html {
    html! {
        <>
            { report_table(words, table) }
            if let Some(note) = &table.note { <p class="hint">{ note }</p> }
        </>
    }
}
