//! The start: finds the region, reads the link and the saved work.

use std::rc::Rc;

use super::locales::{self, Extent};
use super::page_regions::{PutTogether, Unread};
use super::{address, entries, regions, storage, work};
use crate::app::clock::next_task;
use crate::app::crash;
use crate::app::shelf::StoredContent;
use crate::app::state::{Action, News, Opened, Origin, State};
use crate::app::words::Words;
use crate::language::Language;
use crate::link;
use crate::problem::{Fault, Problem};
use crate::region::Region;
use crate::region::files::RegionFiles;
use crate::region::texts::merge_all;

/// Storage key of the chosen language.
pub const LANGUAGE_KEY: &str = "language";

/// Everything that a start of the page needs.
pub struct Start {
    /// The words of the chosen language.
    pub words: Words,
    /// The region.
    pub region: Region,
    /// The file of an own region.
    pub own: Option<String>,
    /// The file with the texts of the page's region.
    pub texts: Option<String>,
    /// Faults of the own region that was to be shown; the page's own stands in for it.
    pub refused: Vec<Problem>,
    /// The fragment of the address bar, without its `#`.
    pub fragment: String,
}

/// The ways to read a region. The program of the first numbers has no reader of own ones.
#[derive(Clone, Copy)]
pub struct RegionReader {
    /// The file of the own figures that a link carries.
    pub of_link: fn(&str) -> Option<String>,
    /// The file of own figures that lies in the storage.
    pub of_storage: fn(String) -> String,
    /// The page's own region with its texts, of the files of both. The program of the first numbers reads no texts.
    pub with_texts: Option<PutTogether>,
    /// The region of its files.
    pub of_files: fn(&RegionFiles) -> Result<Region, Vec<Problem>>,
}

/// Reads the words and the region that a fragment asks for, or says on the page why it can't.
pub async fn prepare(extent: Extent, reader: RegionReader, fragment: String) -> Option<Start> {
    let read = reader.of_files;
    let language = link::language_of(&fragment).unwrap_or_else(choose_language);
    let words = match locales::load(language, extent).await {
        Ok(words) => words,
        Err(reason) => {
            // The one sentence that no language file can hold.
            crash::misses_file(
                &format!(
                    "语言文件无法载入，请检查网络后刷新。 The language file could not be loaded; check the network and reload.\n{reason}"
                ),
                &locales::file(language, extent).unwrap_or_default(),
            );
            return None;
        }
    };
    let Some(wanted) = regions::wanted(&fragment, reader.of_link) else {
        crash::cannot_open(&words.text("boot-no-region"));
        return None;
    };
    let built_in = match wanted.page.read(reader.with_texts).await {
        Ok(built_in) => built_in,
        Err(Unread::Missing(file, reason)) => {
            let details = words.format("boot-region-failed", &[("reason", &reason)]);
            crash::misses_file(&details, &file);
            return None;
        }
        Err(Unread::Problems(problems)) => {
            refuse(&words, &problems);
            return None;
        }
    };
    next_task().await;
    let mut files = RegionFiles {
        built_in,
        own: wanted.own.map(reader.of_storage),
    };
    let mut refused = Vec::new();
    let mut read_region = read(&files);
    if let (Err(problems), true) = (&read_region, files.own.is_some()) {
        // Whatever is wrong with an own region, the page opens with the one that it was built with.
        refused.clone_from(problems);
        files.own = None;
        read_region = read(&files);
    }
    match read_region {
        Ok(region) => {
            locales::name_after(&region);
            Some(Start {
                words,
                region,
                own: files.own,
                texts: wanted.page.texts,
                refused,
                fragment,
            })
        }
        Err(problems) => {
            refuse(&words, &problems);
            None
        }
    }
}

/// Says on the page what keeps its own region from being read.
fn refuse(words: &Words, problems: &[Problem]) {
    let lines: Vec<String> = problems.iter().map(|it| words.problem(it)).collect();
    crash::cannot_open(&lines.join("\n"));
}

/// The ways of the whole program to read a region.
pub const WHOLE: RegionReader = RegionReader {
    of_link: regions::carried,
    of_storage: regions::as_kept,
    with_texts: Some(merge_all),
    of_files: RegionFiles::region,
};

/// The state to start with; none where the page can't start, which is then reported on it.
pub async fn begin() -> Option<State> {
    let start = prepare(Extent::Whole, WHOLE, address::current()).await?;
    next_task().await;
    regions::shows(&start.region, start.own);
    let language = start.words.language();
    let state = first_state(Rc::new(start.region), language, &start.fragment);
    if start.refused.is_empty() {
        return Some(state);
    }
    let refused = News::Refused(Origin::Storage, start.refused);
    Some(state.apply(Action::Notify(refused)))
}

/// The language that was chosen here before, else the best of the browser's preferences.
fn choose_language() -> Language {
    let chosen = storage::read(LANGUAGE_KEY).ok().flatten();
    if let Some(language) = chosen.as_deref().and_then(Language::parse) {
        return language;
    }
    let wishes = gloo::utils::window().navigator().languages();
    let wishes: Vec<String> = wishes.iter().filter_map(|wish| wish.as_string()).collect();
    Language::choose(wishes.iter().map(String::as_str))
}

/// The state to start with: the link's scenario if there is a link, else the work saved here. Saved work that a
/// link hides is offered back.
fn first_state(region: Rc<Region>, language: Language, fragment: &str) -> State {
    let memory = work::memory();
    let mut state = State::new(region.clone(), language);
    let (found, news) = match work::first(&region, &memory) {
        Ok((found, 0)) => (found, None),
        Ok((found, unreadable)) => (found, Some(News::Unreadable(unreadable))),
        Err(fault) => (None, Some(News::StorageFailed(fault))),
    };
    if let Some(found) = found {
        state = state.apply(Action::Open(Box::new(entries::opened(&region, found.file))));
    }
    if !fragment.is_empty() {
        state = open_link(&state, fragment);
        state = under_its_name(state);
    }
    if let (Some(_), Some(hidden)) = (&memory.slot, &memory.hidden)
        && let Some(file) = work::of_slot(&region, hidden)
    {
        // What a link had hidden before it was changed is offered after a reload, too.
        if file.scenario != *state.scenario() && !file.scenario.is_plan() {
            state = state.apply(Action::Notify(News::WorkKept(file.scenario, file.name)));
        }
        if file.extras != state.extras && !file.extras.is_usual() {
            state = state.apply(Action::Notify(News::ExtrasKept(file.extras)));
        }
    }
    match news {
        Some(news) => state.apply(Action::Notify(news)),
        None => state,
    }
}

/// A saved scenario that was opened in this tab has its name after a reload, too, though its link has none.
fn under_its_name(state: State) -> State {
    let Some(name) = work::remembered_name().filter(|_| state.name.is_none()) else {
        return state;
    };
    let saved = entries::saved(&state.region, &name).ok().flatten();
    match saved.as_ref().and_then(StoredContent::whole) {
        Some(file) if file.scenario == *state.scenario() => {
            let opened = entries::opened_saved(&name, file.clone());
            state.apply(Action::Open(Box::new(opened)))
        }
        _ => state,
    }
}

/// The state after a link from outside was opened. One that leads to what is on the screen already changes
/// nothing.
pub fn open_link(state: &State, text: &str) -> State {
    match read_link(&state.region, text) {
        Ok((opened, language)) => {
            let state = match language {
                Some(language) => state
                    .apply(Action::SetLanguage(language))
                    .apply(Action::PutLanguageInLink(true)),
                None => state.clone(),
            };
            let same_extras = opened.extras.as_ref().is_none_or(|it| *it == state.extras);
            if opened.scenario != *state.scenario() || !same_extras {
                return state.apply(Action::Open(Box::new(opened)));
            }
            let problems = Some(opened.problems).filter(|problems| !problems.is_empty());
            let problems = problems.map(|problems| News::Problems(opened.origin, problems));
            let (figures, vintage) = (opened.figures_changed, opened.scenario.vintage());
            let figures =
                figures.map(|(shared, today)| News::FiguresChanged(shared, today, vintage));
            let news = figures.into_iter().chain(problems);
            news.fold(state, |state, news| state.apply(Action::Notify(news)))
        }
        Err(problems) => state.apply(Action::Notify(News::Refused(Origin::Link, problems))),
    }
}

/// Reads a link into what the state can open.
///
/// # Errors
/// The problems, if nothing of the link can be used.
pub fn read_link(region: &Region, text: &str) -> Result<(Opened, Option<Language>), Vec<Problem>> {
    if !link::looks_like_link(text) {
        return Err(vec![Problem::new("", Fault::NotALink)]);
    }
    let link = link::decode(region, text)?;
    let region = link.scenario.region(region);
    let today = link.scenario.project(&region).scenario[0].income;
    let figures_changed = link::compare_headline(&link, today);
    let opened = Opened {
        saved: link.scenario.clone(),
        saved_extras: None,
        scenario: link.scenario,
        extras: link.extras,
        name: None,
        given: link.name,
        origin: Origin::Link,
        problems: link.problems,
        figures_changed,
    };
    Ok((opened, link.language))
}
