//! Everything that is saved, in lists: named scenarios, work by day, drafts, others' links and files.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::elsewhere::{ElsewhereRow, listed_of};
use super::row::Row;
use super::unreadable;
use crate::app::effects::entries::{self, Entry, Folder};
use crate::app::effects::regions::Listed;
use crate::app::effects::{files, work};
use crate::app::shelf::{self, Day, MUCH_WORK};
use crate::app::state::{Action, Aside, News, Opened, Origin, State, StorageFault};
use crate::app::view::context::{Context, use_page};
use crate::app::words::Words;
use crate::problem::quote;
use crate::region::Region;
use crate::scenario::Scenario;
use crate::scenario::drafts::Extras;
use crate::scenario::file::ScenarioFile;

/// Separator between two facts.
const DOT: &str = " · ";

/// Properties of the lists.
#[derive(Properties)]
pub struct ListsProps {
    /// The state.
    pub state: Rc<State>,
    /// Everything in the storage.
    pub list: Vec<Entry>,
    /// The slots that other open pages use.
    pub in_use: BTreeSet<String>,
    /// The regions that can be chosen here.
    pub known_regions: Vec<Listed>,
    /// Called when something was opened.
    pub on_close: Callback<()>,
    /// Called when something was changed.
    pub on_changed: Callback<()>,
}

impl PartialEq for ListsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.list == other.list
            && self.in_use == other.in_use
            && self.known_regions == other.known_regions
    }
}

/// The label of a scenario without a name: its income, and how much was changed.
fn label(words: &Words, region: &Region, scenario: &Scenario) -> String {
    let region = scenario.region(region);
    let income = words.money(scenario.project(&region).scenario[0].income);
    let count = scenario.entries().count().to_string();
    words.format("library-unnamed", &[("income", &income), ("count", &count)])
}

/// The number of drafts beside it in words; none where there are no drafts.
fn beside(words: &Words, extras: &Extras) -> Option<String> {
    let count = extras.drafts.entries().len();
    let count = (count > 0).then(|| count.to_string())?;
    Some(words.format("library-beside", &[("count", &count)]))
}

/// A day as the browser's clock gave it.
fn day_text(words: &Words, day: Option<Day>) -> String {
    match day.map(Day::date) {
        Some(date) => format!("{}-{:02}-{:02}", date.year, date.month, date.day),
        None => words.text("library-day-unknown").to_string(),
    }
}

/// Context and callbacks of the rows.
#[derive(Clone)]
struct Hands {
    page: Context,
    region: Rc<Region>,
    on_close: Callback<()>,
    on_changed: Callback<()>,
}

impl Hands {
    fn notify(&self, news: News) {
        self.page.act.emit(Action::Notify(news));
    }

    fn open(&self, opened: impl Fn() -> Opened + 'static) -> Callback<()> {
        let (act, on_close) = (self.page.act.clone(), self.on_close.clone());
        Callback::from(move |()| {
            act.emit(Action::Open(Box::new(opened())));
            on_close.emit(());
        })
    }

    fn changed<T>(&self, done: Result<T, StorageFault>) -> Option<T> {
        let done = match done {
            Ok(done) => Some(done),
            Err(fault) => {
                self.notify(News::StorageFailed(fault));
                None
            }
        };
        self.on_changed.emit(());
        done
    }

    fn delete(&self, entry: &Entry) -> Callback<()> {
        let (hands, entry) = (self.clone(), entry.clone());
        Callback::from(move |()| {
            hands.changed(entries::delete(&entry));
        })
    }

    fn name(&self, entry: &Entry, is_in_use: bool) -> Callback<String> {
        let (hands, entry) = (self.clone(), entry.clone());
        Callback::from(move |name: String| {
            let renamed = entries::rename(&hands.region, &entry, &name, is_in_use);
            let given = hands.changed(renamed).flatten();
            if given.is_some_and(|given| given != name) {
                hands.notify(News::Done("library-name-taken"));
            }
        })
    }

    fn save_text(&self, entry: &Entry) -> Callback<()> {
        let (page, entry) = (self.page.clone(), entry.clone());
        Callback::from(move |()| {
            let name = files::file_name(&quote(&entry.name), "json");
            if files::save(&name, "application/json", &entry.text).is_err() {
                page.act
                    .emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    }
}

/// The lists.
#[component]
pub fn Lists(props: &ListsProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let state = &props.state;
    let hands = Hands {
        page: page.clone(),
        region: state.region.clone(),
        on_close: props.on_close.clone(),
        on_changed: props.on_changed.clone(),
    };
    let of = |folder: Folder| {
        props
            .list
            .iter()
            .filter(move |entry| entry.folder == folder)
    };
    let readable = |folder| of(folder).filter(|entry| entry.content.whole().is_some());
    let own = work::memory().slot;
    let saved: Vec<Html> = readable(Folder::Named)
        .filter_map(|entry| {
            let found = entry.content.whole()?.clone();
            let name = entry.name.clone();
            let open = hands.open(move || entries::opened_saved(&name, found.clone()));
            let about = beside(&words, &entry.content.whole()?.extras).map(AttrValue::from);
            Some(html! {
                <Row key={entry.name.clone()} label={entry.name.clone()} {about} name={entry.name.clone()}
                    is_current={state.name.as_ref() == Some(&entry.name)} on_open={open}
                    on_name={hands.name(entry, false)} on_delete={hands.delete(entry)} />
            })
        })
        .collect();
    let slot_row = |entry: &Entry| {
        let found = entry.content.whole()?;
        let mark = entry.mark();
        let is_current = entry.folder == Folder::Work && own.as_deref() == Some(mark.id());
        let is_in_use = entry.folder == Folder::Work && props.in_use.contains(mark.id());
        let unnamed = label(&words, &state.region, &found.scenario);
        // Under its name alone it could be taken for what is saved under that name.
        let label = match &found.name {
            Some(name) => format!("{name}{DOT}{unnamed}"),
            None => unnamed,
        };
        let notes = [
            beside(&words, &found.extras),
            is_current.then(|| words.text("library-here").to_string()),
            is_in_use.then(|| words.text("library-in-use").to_string()),
        ];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        let about = (!notes.is_empty()).then(|| AttrValue::from(notes.join(DOT)));
        let is_own = entry.folder == Folder::Work;
        let open = {
            let (region, found) = (state.region.clone(), found.clone());
            hands.open(move || opened_entry(&region, found.clone(), is_own))
        };
        Some(html! {
            <Row key={entry.name.clone()} {label} {about} {is_current} name={found.name.clone().unwrap_or_default()}
                on_open={(!is_current).then_some(open)} on_name={(!is_current).then(|| hands.name(entry, is_in_use))}
                on_delete={(!is_current && !is_in_use).then(|| hands.delete(entry))} />
        })
    };
    let mut work_rows: Vec<Html> = Vec::new();
    let mut last_day = None;
    for entry in readable(Folder::Work).filter(|entry| !is_saved(&props.list, entry)) {
        let day = day_text(&words, entry.mark().day());
        if last_day.as_ref() != Some(&day) {
            work_rows.push(html! { <li class="kept-day" key={format!("day {day}")}>{ &day }</li> });
            last_day = Some(day);
        }
        work_rows.extend(slot_row(entry));
    }
    let aside = state.aside.iter().rev().filter(|aside| {
        !props.list.iter().any(|entry| {
            let found = entry.content.whole();
            found.is_some_and(|it| it.scenario == aside.scenario && it.extras == aside.extras)
        })
    });
    let aside: Vec<Html> = aside
        .map(|aside| aside_row(&hands, &words, aside))
        .collect();
    let drafts = state.extras.drafts.entries().iter().enumerate();
    let drafts: Vec<Html> = drafts
        .map(|(at, draft)| draft_row(&hands, &words, state, at, &draft.name, &draft.scenario))
        .collect();
    let seen: Vec<Html> = readable(Folder::Seen).filter_map(slot_row).collect();
    let others = props
        .list
        .iter()
        .filter(|entry| entry.content.whole().is_none());
    let (elsewhere, unreadable): (Vec<&Entry>, Vec<&Entry>) =
        others.partition(|entry| listed_of(&props.known_regions, entry).is_some());
    let elsewhere: Vec<Html> = elsewhere
        .into_iter()
        .filter_map(|entry| {
            let listed = listed_of(&props.known_regions, entry)?.clone();
            Some(html! {
                <ElsewhereRow key={entry.folder.key(&entry.name)} region={state.region.clone()}
                    entry={entry.clone()} {listed} day={day_text(&words, entry.mark().day())}
                    on_save={hands.save_text(entry)} on_delete={hands.delete(entry)} />
            })
        })
        .collect();
    let unreadable: Vec<Html> = unreadable
        .into_iter()
        .map(|entry| unreadable_row(&hands, &words, entry))
        .collect();
    let section = |id: &str, test: &'static str, rows: Vec<Html>| {
        html! {
            if !rows.is_empty() {
                <section data-testid={test}>
                    <h3>{ words.text(id) }</h3>
                    <ul class="library-list">{ for rows }</ul>
                </section>
            }
        }
    };
    html! {
        <>
            <section data-testid="kept-saved">
                <h3>{ words.text("library-kept") }</h3>
                if saved.is_empty() {
                    <p class="soft">{ words.text("library-empty") }</p>
                } else {
                    <ul class="library-list">{ for saved }</ul>
                }
            </section>
            { section("library-work", "kept-work", work_rows) }
            <MuchWork list={props.list.clone()} in_use={props.in_use.clone()} own={own.clone()} on_changed={props.on_changed.clone()} />
            { section("library-aside", "kept-aside", aside) }
            { section("library-drafts", "kept-drafts", drafts) }
            { section("library-seen", "kept-seen", seen) }
            { section("library-elsewhere", "kept-elsewhere", elsewhere) }
            { section("library-unreadable", "kept-unreadable", unreadable) }
        </>
    }
}

/// True where all that an entry holds is saved under its name, where it is listed.
fn is_saved(list: &[Entry], entry: &Entry) -> bool {
    let Some(found) = entry.content.whole() else {
        return false;
    };
    let mut saved = list.iter().filter(|it| it.folder == Folder::Named);
    saved.any(|saved| {
        let whole = saved.content.whole();
        found.name.as_ref() == Some(&saved.name)
            && whole.is_some_and(|it| it.scenario == found.scenario && it.extras == found.extras)
    })
}

/// The state to open for an entry: own work as it was, others' work as their link.
fn opened_entry(region: &Region, found: ScenarioFile, is_own: bool) -> Opened {
    if is_own {
        return entries::opened(region, found);
    }
    Opened {
        saved: found.scenario.clone(),
        saved_extras: None,
        scenario: found.scenario,
        extras: Some(found.extras).filter(|extras| !extras.is_usual()),
        name: None,
        given: found.name,
        origin: Origin::Link,
        problems: found.problems,
        figures_changed: None,
    }
}

/// Work that something opened in this tab has set aside, and that the storage does not hold.
fn aside_row(hands: &Hands, words: &Words, aside: &Aside) -> Html {
    let unnamed = label(words, &hands.region, &aside.scenario);
    let open = {
        let aside = aside.clone();
        hands.open(move || Opened {
            scenario: aside.scenario.clone(),
            name: aside.name.clone(),
            given: None,
            saved: aside.saved.clone(),
            saved_extras: Some(aside.saved_extras.clone()),
            extras: Some(aside.extras.clone()),
            origin: Origin::Storage,
            problems: Vec::new(),
            figures_changed: None,
        })
    };
    let on_name = {
        let (hands, found) = (hands.clone(), aside.clone());
        Callback::from(move |name: String| {
            let found = ScenarioFile {
                name: None,
                scenario: found.scenario.clone(),
                extras: found.extras.clone(),
                problems: Vec::new(),
            };
            hands.changed(entries::save_file(&hands.region, &found, &name));
        })
    };
    let about = beside(words, &aside.extras).map(AttrValue::from);
    let name = aside.name.clone().unwrap_or_default();
    html! { <Row label={aside.name.clone().unwrap_or(unnamed)} {about} {name} on_open={open} {on_name} /> }
}

/// A draft.
fn draft_row(
    hands: &Hands,
    words: &Words,
    state: &Rc<State>,
    at: usize,
    name: &str,
    scenario: &Scenario,
) -> Html {
    let on_name = {
        let (act, state) = (hands.page.act.clone(), state.clone());
        Callback::from(move |name: String| {
            let mut drafts = state.extras.drafts.clone();
            drafts.rename(at, &name);
            act.emit(Action::SetTray(drafts));
        })
    };
    let on_delete = {
        let (act, state) = (hands.page.act.clone(), state.clone());
        Callback::from(move |()| {
            let mut drafts = state.extras.drafts.clone();
            drafts.remove(at);
            act.emit(Action::SetTray(drafts));
        })
    };
    let open = {
        let scenario = scenario.clone();
        hands.open(move || Opened::draft(scenario.clone()))
    };
    let about = AttrValue::from(label(words, &state.region, scenario));
    html! {
        <Row key={name.to_owned()} label={name.to_owned()} {about} name={name.to_owned()} on_open={open} {on_name} {on_delete} />
    }
}

/// An entry that can't be read here, with what is known of it.
fn unreadable_row(hands: &Hands, words: &Words, entry: &Entry) -> Html {
    let day = day_text(words, entry.mark().day());
    let (called, notes) = unreadable::told(words, entry, day);
    html! {
        <Row key={entry.folder.key(&entry.name)} label={called} about={notes.join(DOT)}
            on_save={hands.save_text(entry)} on_delete={hands.delete(entry)} />
    }
}

/// The list, whose oldest may go.
#[derive(Properties, PartialEq)]
struct MuchProps {
    list: Vec<Entry>,
    in_use: BTreeSet<String>,
    own: Option<String>,
    on_changed: Callback<()>,
}

/// Offers to delete the oldest of too much work: how many, and of which days.
#[component]
fn MuchWork(props: &MuchProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let asked = use_state_eq(|| false);
    let marks = props
        .list
        .iter()
        .filter(|entry| entry.folder == Folder::Work);
    let going = shelf::surplus(marks.map(Entry::mark).collect(), |mark| {
        props.in_use.contains(mark.id()) || props.own.as_deref() == Some(mark.id())
    });
    let (Some(first), Some(last)) = (going.first(), going.last()) else {
        return html! {};
    };
    let said = words.format(
        "library-much",
        &[
            ("most", &MUCH_WORK.to_string()),
            ("count", &going.len().to_string()),
            ("first", &day_text(&words, first.day())),
            ("last", &day_text(&words, last.day())),
        ],
    );
    let delete = {
        let (page, on_changed, asked) = (page.clone(), props.on_changed.clone(), asked.clone());
        let names: BTreeSet<String> = going.iter().map(|mark| mark.name().to_owned()).collect();
        let list = props.list.clone();
        Callback::from(move |_: MouseEvent| {
            if !*asked {
                asked.set(true);
                return;
            }
            let is_going =
                |entry: &&Entry| entry.folder == Folder::Work && names.contains(&entry.name);
            for entry in list.iter().filter(is_going) {
                if let Err(fault) = entries::delete(entry) {
                    page.act.emit(Action::Notify(News::StorageFailed(fault)));
                }
            }
            asked.set(false);
            on_changed.emit(());
        })
    };
    html! {
        <p>
            { said }{ " " }
            <button type="button" class="button" data-testid="delete-oldest" onclick={delete}>
                { words.text(if *asked { "library-delete-sure" } else { "library-much-delete" }) }
            </button>
        </p>
    }
}
