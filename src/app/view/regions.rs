//! The regions: one is chosen, opened from a file, saved to one, kept or removed.

mod columns;
mod findings;
mod intake;
mod invented_city;
mod new_region;
mod open;
mod questions;
mod take;
mod template;
pub mod types;

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::modal::Modal;
use super::saved_scenarios::row::Row;
use crate::app::effects::files;
use crate::app::effects::regions::{self, Listed, NotAdded};
use crate::app::effects::sheets::SheetOrder;
use crate::app::state::{State, StorageFault};
use crate::app::words::Words;
use crate::problem::Problem;
use crate::region::Region;
use intake::IntakeView;
use invented_city::InventedCity;
use new_region::NewRegionForm;
use open::OpenSheet;
use template::SaveForm;

/// Separator between two facts.
const DOT: &str = " · ";

/// Properties of the dialog.
#[derive(Properties)]
pub struct RegionsProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the dialog closes.
    pub on_close: Callback<()>,
}

impl PartialEq for RegionsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state.region, &other.state.region) && self.on_close == other.on_close
    }
}

/// A message of the dialog: a sentence and what it is about.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    sentence: String,
    details: Vec<String>,
}

impl Said {
    fn of(words: &Words, id: &str, details: Vec<String>) -> Self {
        Self {
            sentence: words.text(id).to_string(),
            details,
        }
    }

    fn problems(words: &Words, id: &str, problems: &[Problem]) -> Self {
        let told = problems.iter().map(|problem| words.problem(problem));
        Self::of(words, id, told.collect())
    }

    fn storage(words: &Words, fault: &StorageFault) -> Self {
        let id = match fault {
            StorageFault::Blocked => "regions-storage-blocked",
            StorageFault::Full => "regions-storage-full",
        };
        Self::of(words, id, Vec::new())
    }
}

/// The dialog of the regions.
#[component]
pub fn RegionsDialog(props: &RegionsProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let list = use_state_eq(|| None::<Result<Vec<Listed>, String>>);
    let said = use_state_eq(|| None::<Said>);
    let opened = use_state_eq(|| None::<(SheetOrder, String)>);
    let refresh = {
        let list = list.setter();
        use_callback((), move |(), ()| {
            let list = list.clone();
            wasm_bindgen_futures::spawn_local(async move { list.set(Some(regions::list().await)) });
        })
    };
    {
        let refresh = refresh.clone();
        use_effect_with((), move |()| refresh.emit(()));
    }
    let tell = {
        let said = said.setter();
        Callback::from(move |what: Option<Said>| said.set(what))
    };
    let unkept = match &*list {
        Some(Ok(list)) => list
            .iter()
            .find(|listed| !listed.is_kept)
            .and_then(|listed| listed.own.clone()),
        _ => None,
    };
    // What the default region has for a new one's years is filled in.
    let default = match &*list {
        Some(Ok(list)) => list
            .first()
            .filter(|listed| listed.own.is_none())
            .and_then(|listed| {
                Some((listed.id.clone(), listed.region.as_ref().ok()?.years.income))
            }),
        _ => None,
    };
    let built_in = match &*list {
        Some(Ok(list)) => list.iter().find(|listed| listed.own.is_none()).cloned(),
        _ => None,
    };
    let keep = |own: String| {
        let (words, tell, refresh) = (words.clone(), tell.clone(), refresh.clone());
        Callback::from(move |_: MouseEvent| {
            let (own, words) = (own.clone(), words.clone());
            let (tell, refresh) = (tell.clone(), refresh.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let failed = regions::add(&own).await.err();
                tell.emit(Some(match failed {
                    None => Said::of(&words, "regions-kept", Vec::new()),
                    Some(failed) => not_added(&words, failed),
                }));
                refresh.emit(());
            });
        })
    };
    let rows = match &*list {
        None => html! { <p class="soft">{ words.text("regions-loading") }</p> },
        Some(Err(reason)) => {
            let reason = words.format("boot-region-failed", &[("reason", reason)]);
            html! { <p>{ reason }</p> }
        }
        Some(Ok(list)) => html! {
            <ul class="library-list region-list" data-testid="region-list">
                { for list.iter().map(|listed| html! {
                    <RegionRow key={listed.id.clone()} listed={listed.clone()}
                        is_current={listed.id == props.state.region.id}
                        tell={tell.clone()} on_changed={refresh.clone()} />
                }) }
            </ul>
        },
    };
    if let Some((order, name)) = &*opened {
        let on_back = {
            let opened = opened.setter();
            Callback::from(move |()| opened.set(None))
        };
        return html! {
            <Modal title={words.text("sheets-title")} on_close={props.on_close.clone()}>
                <IntakeView order={order.clone()} name={name.clone()} region={props.state.region.id.clone()} {on_back} />
            </Modal>
        };
    }
    let on_sheet = {
        let (opened, tell) = (opened.setter(), tell.clone());
        Callback::from(move |order: (SheetOrder, String)| {
            tell.emit(None);
            opened.set(Some(order));
        })
    };
    html! {
        <Modal title={words.text("regions-title")} on_close={props.on_close.clone()}>
            <p class="soft">{ words.text("regions-about") }</p>
            { rows }
            if let Some(own) = unkept {
                <p>{ words.text("regions-unkept-about") }</p>
                <button type="button" class="button" data-testid="keep-region" onclick={keep(own)}>
                    { words.text("regions-keep") }
                </button>
            }
            <SaveForm region={props.state.region.id.clone()} tell={tell.clone()}
                name={props.state.region.name.in_language(words.language()).to_owned()} />
            if let Some((default, least_base)) = default {
                <NewRegionForm {default} {least_base} tell={tell.clone()} />
            }
            <OpenSheet {on_sheet} tell={tell.clone()} />
            if let Some(built_in) = built_in {
                <InventedCity {built_in} tell={tell.clone()} />
            }
            <div role="alert" data-testid="regions-said">
                if let Some(said) = &*said {
                    <p><strong>{ &said.sentence }</strong></p>
                    if !said.details.is_empty() {
                        <ul class="region-faults">{ for said.details.iter().map(|it| html! { <li>{ it }</li> }) }</ul>
                    }
                }
            </div>
        </Modal>
    }
}

/// Keeps the region of a text and goes to it; the obstacle, if there is one.
async fn added(words: &Words, text: &str) -> Option<Said> {
    match regions::add(text).await {
        Ok(id) => regions::choose(&id)
            .err()
            .map(|fault| Said::storage(words, &fault)),
        Err(failed) => Some(not_added(words, failed)),
    }
}

fn not_added(words: &Words, failed: NotAdded) -> Said {
    match failed {
        NotAdded::Problems(problems) => Said::problems(words, "regions-refused", &problems),
        NotAdded::BuiltIn(id) => Said {
            sentence: words.format("regions-built-in", &[("id", &id)]),
            details: Vec::new(),
        },
        NotAdded::Storage(fault) => Said::storage(words, &fault),
        NotAdded::Missing(reason) => Said {
            sentence: words.format("boot-region-failed", &[("reason", &reason)]),
            details: Vec::new(),
        },
    }
}

/// The reasons why a region could not be kept, in lines.
pub fn not_added_lines(words: &Words, failed: NotAdded) -> Vec<String> {
    let said = not_added(words, failed);
    [vec![said.sentence], said.details].concat()
}

/// Properties of a row.
#[derive(Properties, PartialEq)]
struct RowProps {
    listed: Listed,
    is_current: bool,
    tell: Callback<Option<Said>>,
    on_changed: Callback<()>,
}

/// The years of a region in words.
fn years(words: &Words, region: &Region) -> String {
    let arguments = [
        ("known", region.years.income.to_string()),
        ("from", region.years.first_plan.to_string()),
        ("to", region.years.horizon.to_string()),
    ];
    let arguments = arguments.each_ref().map(|(name, text)| (*name, &**text));
    words.format("regions-years", &arguments)
}

#[component]
fn RegionRow(props: &RowProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let listed = &props.listed;
    let name = match &listed.region {
        Ok(region) => region.name.in_language(words.language()).to_owned(),
        Err(_) => words.format(
            "library-of-region",
            &[("region", &crate::problem::quote(&listed.id))],
        ),
    };
    let kind = match (&listed.own, listed.is_kept) {
        (None, _) => "regions-example",
        (Some(_), true) => "regions-own",
        (Some(_), false) => "regions-unkept",
    };
    let mut notes = vec![words.text(kind).to_string()];
    match &listed.region {
        Ok(region) => notes.push(years(&words, region)),
        Err(problems) => notes.extend(problems.iter().take(1).map(|it| words.problem(it))),
    }
    if props.is_current {
        notes.push(words.text("regions-here").to_string());
    }
    let open = {
        let (listed, tell, words) = (listed.clone(), props.tell.clone(), words.clone());
        Callback::from(move |()| {
            if let Err(fault) = regions::choose(&listed.id) {
                tell.emit(Some(Said::storage(&words, &fault)));
            }
        })
    };
    let save = listed.own.clone().map(|own| {
        let (name, tell, words) = (name.clone(), props.tell.clone(), words.clone());
        Callback::from(move |()| {
            let name = files::file_name(&name, "json");
            if files::save(&name, "application/json", &own).is_err() {
                tell.emit(Some(Said::of(&words, "library-save-failed", Vec::new())));
            }
        })
    });
    let remove = {
        let (id, is_current, on_changed) = (
            listed.id.clone(),
            props.is_current,
            props.on_changed.clone(),
        );
        let (tell, words) = (props.tell.clone(), words.clone());
        Callback::from(move |()| match regions::remove(&id) {
            Ok(()) if is_current => regions::choose_default(),
            Ok(()) => on_changed.emit(()),
            Err(fault) => tell.emit(Some(Said::storage(&words, &fault))),
        })
    };
    let can_open = listed.region.is_ok() && !props.is_current;
    let can_remove = listed.own.is_some() && listed.is_kept;
    html! {
        <Row label={name} about={notes.join(DOT)} is_current={props.is_current}
            on_open={can_open.then_some(open)} on_save={save}
            on_delete={can_remove.then_some(remove)} />
    }
}
