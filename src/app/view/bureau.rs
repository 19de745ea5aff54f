//! Counties and projects of a bureau as a page of its own: parts under tabs, and the bureau's settings that all of them
//! share, with steps of their own.

pub mod book;
mod campaigns;
mod contest;
mod contest_settings;
mod division;
mod division_table;
mod dots;
mod guarantees;
mod incomes;
mod league;
mod no_table;
mod notice;
mod optional_field;
mod paper_tools;
mod projected;
mod projects;
mod props;
mod setting;
pub mod tab;
mod windowed;

use std::rc::Rc;

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::keys::{turned_tab, use_keys};
use super::page::{is_typing, use_keyboard};
use super::parts::focus;
use super::session::SessionState;
use crate::app::bureau::BureauAction;
use crate::app::effects::{bureau, files};
use crate::app::state::{Action, News, Origin, State};
use crate::app::words::Words;
use crate::counties::settings::CountySettings;
use crate::region::Region;
use book::{BureauHandle, use_bureau};
use campaigns::CampaignsTab;
use division::DivisionTab;
use guarantees::GuaranteesTab;
use incomes::IncomesTab;
use league::LeagueTab;
use no_table::NoTable;
use notice::NoticeTab;
use projects::ProjectsTab;
use tab::BureauTab;

/// The name of the tab among the settings of views that were left.
const TAB: &str = "bureau-tab";

/// Properties of the page.
#[derive(Properties)]
pub struct BureauProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
    /// Opens the dialog of the regions.
    pub on_regions: Callback<()>,
}

impl PartialEq for BureauProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Opens the page of projects at the part where it stood before the page began again; false where it was not open.
pub fn stood_open(session: &SessionState) -> bool {
    let Some(part) = bureau::stayed_at() else {
        return false;
    };
    session.put(TAB, BureauTab::Projects);
    projects::open_again(session, &part);
    true
}

/// True where a region has a table of counties or of projects.
pub fn has_tables(region: &Region) -> bool {
    let own = region.own.as_deref();
    own.is_some_and(|own| !own.counties.is_empty() || !own.projects.is_empty())
}

/// A part of the page; where the region has no table for it, the ways to one.
fn panel(tab: BureauTab, props: &BureauProps, book: &BureauHandle) -> Html {
    let (state, book) = (props.state.clone(), book.clone());
    let own = state.region.own.as_deref();
    // Numbers of the whole region need no table.
    let needs_none = matches!(tab, BureauTab::Guarantees | BureauTab::Campaigns);
    let has_table = own.is_some_and(|own| match tab.is_of_projects() {
        true => !own.projects.is_empty(),
        false => !own.counties.is_empty(),
    });
    if !has_table && !needs_none {
        return html! { <NoTable {tab} on_regions={props.on_regions.clone()} /> };
    }
    match tab {
        BureauTab::League => html! { <LeagueTab {state} {book} /> },
        BureauTab::Incomes => html! { <IncomesTab {state} {book} /> },
        BureauTab::Division => html! { <DivisionTab {state} {book} /> },
        BureauTab::Guarantees => html! { <GuaranteesTab {state} {book} /> },
        BureauTab::Campaigns => html! { <CampaignsTab {state} {book} /> },
        BureauTab::Notice => html! { <NoticeTab {state} {book} /> },
        BureauTab::Projects => html! { <ProjectsTab {state} {book} /> },
    }
}

/// The page.
#[component]
pub fn BureauPage(props: &BureauProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let title = use_node_ref();
    let cover = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("bureau-title"), words);
    use_keys(&cover, {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            // In a field Escape gives up what was typed there.
            if event.key() == "Escape" && !is_typing() {
                on_close.emit(());
            }
        })
    });
    let book = use_bureau(&props.state.region);
    use_keyboard(&steps(&book));
    let tab = super::context::use_session_state(TAB, || BureauTab::ALL[0]);
    let tabs = use_node_ref();
    use_keys(&tabs, {
        let tab = tab.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = turned_tab(&event, &BureauTab::ALL, *tab) else {
                return;
            };
            tab.set(next);
            let focused = focus(&next.id());
            debug_assert!(focused.is_some(), "a tab takes the focus");
        })
    });
    let button = |which: BureauTab| {
        let is_chosen = *tab == which;
        let tab = tab.clone();
        let onclick = Callback::from(move |_: MouseEvent| tab.set(which));
        html! {
            <button type="button" role="tab" class="tab" id={which.id()} data-testid={which.id()}
                aria-selected={is_chosen.to_string()} aria-controls="bureau-panel"
                tabindex={if is_chosen { "0" } else { "-1" }} {onclick}>
                { words.text(which.label()) }
            </button>
        }
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    let region = props.state.region.name.in_language(words.language());
    html! {
        <div ref={cover} class="cover-page bureau-page">
            <header class="report-tools" aria-label={words.text("bureau-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="bureau-close" onclick={close}>
                        { words.text("bureau-close") }</button>
                    <StepButtons book={book.clone()} />
                    <SettingsFile book={book.clone()} region={props.state.region.name.in_language(words.language()).to_owned()} />
                </div>
                <div class="segments bureau-tabs" role="tablist" ref={tabs} aria-label={words.text("bureau-title")}>
                    { for BureauTab::ALL.map(button) }
                </div>
                { refusal(words, &book) }
            </header>
            <main class="bureau-desk" aria-labelledby="bureau-title">
                <h1 id="bureau-title" ref={title} tabindex="-1">
                    { words.format("bureau-title-of", &[("region", region)]) }</h1>
                <div id="bureau-panel" role="tabpanel" tabindex="-1" aria-labelledby={tab.id()} key={tab.name()}>
                    { panel(*tab, props, &book) }
                </div>
            </main>
        </div>
    }
}

/// Undo and redo from the keyboard, which belong to the settings as long as the page is there.
fn steps(book: &BureauHandle) -> Callback<Action> {
    let book = book.clone();
    Callback::from(move |action: Action| match action {
        Action::Undo => book.act(BureauAction::Undo),
        Action::Redo => book.act(BureauAction::Redo),
        _ => {}
    })
}

/// The reasons why the last change of the settings was refused.
fn refusal(words: &Words, book: &BureauHandle) -> Html {
    html! {
        <div class="bureau-refused" role="alert" data-testid="bureau-refused">
            { for book.refused().iter().map(|problem| html! { <p class="fault">{ words.problem(problem) }</p> }) }
        </div>
    }
}

/// Properties of what acts on the settings.
#[derive(Properties, PartialEq)]
struct BookProps {
    book: BureauHandle,
}

/// The buttons that take a step of the settings back and do it again.
#[component]
fn StepButtons(props: &BookProps) -> Html {
    let words = use_page().words;
    let button = |id: &'static str, sign: &str, (can, action): (bool, BureauAction)| {
        let book = props.book.clone();
        let onclick = Callback::from(move |_: MouseEvent| book.act(action.clone()));
        html! {
            <button type="button" class="button" data-testid={format!("bureau-{id}")} disabled={!can} {onclick}
                title={words.text(&format!("{id}-keys"))} aria-label={words.text(id)}>{ sign }</button>
        }
    };
    html! {
        <>
            { button("undo", "↶", (props.book.can_undo(), BureauAction::Undo)) }
            { button("redo", "↷", (props.book.can_redo(), BureauAction::Redo)) }
        </>
    }
}

/// Properties of the ways to a file of settings.
#[derive(Properties, PartialEq)]
struct SettingsFileProps {
    book: BureauHandle,
    region: AttrValue,
}

/// Settings are opened from a file and saved to one: the same that the command line reads.
#[component]
fn SettingsFile(props: &SettingsFileProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let save = {
        let (book, act) = (props.book.clone(), page.act.clone());
        let parts = [&*words.text("bureau-settings-file"), &*props.region];
        let name = files::file_name(&parts.join("-"), "json");
        Callback::from(move |_: MouseEvent| {
            let text = book.settings().write();
            if files::save(&name, "application/json", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let open = {
        let (book, act) = (props.book.clone(), page.act.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            // The same file may be opened again.
            input.set_value("");
            let (book, act) = (book.clone(), act.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let read = match files::read_settings(&file).await {
                    Ok(text) => CountySettings::read(&text)
                        .map_err(|problems| News::Refused(Origin::File, problems)),
                    Err(news) => Err(news),
                };
                match read {
                    Ok(settings) => {
                        book.act(BureauAction::Put(Box::new(settings)));
                        act.emit(Action::Notify(News::Done("bureau-settings-opened")));
                    }
                    Err(news) => act.emit(Action::Notify(news)),
                }
            });
        })
    };
    html! {
        <>
            <label class="button">
                { words.text("bureau-settings-open") }
                <input class="unseen" type="file" accept=".json,application/json" data-testid="bureau-settings-open" onchange={open} />
            </label>
            <button type="button" class="button" data-testid="bureau-settings-save" onclick={save}>
                { words.text("bureau-settings-save") }</button>
        </>
    }
}
