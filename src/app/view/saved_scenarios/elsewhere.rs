//! Entries of other regions that can be chosen here: opening one goes to its region.

use std::rc::Rc;

use yew::prelude::*;

use super::row::Row;
use super::unreadable;
use crate::app::effects::address;
use crate::app::effects::entries::{Entry, Folder};
use crate::app::effects::regions::{self, Listed};
use crate::app::shelf::StoredContent;
use crate::app::state::{Action, News};
use crate::app::view::context::use_page;
use crate::region::Region;

/// The region of an entry, where it is one that can be chosen here.
pub fn listed_of<'a>(known: &'a [Listed], entry: &Entry) -> Option<&'a Listed> {
    let StoredContent::Elsewhere(id, _) = &entry.content else {
        return None;
    };
    known.iter().find(|listed| listed.id == *id)
}

/// Properties of the row.
#[derive(Properties, PartialEq)]
pub struct ElsewhereRowProps {
    /// The region on the screen.
    pub region: Rc<Region>,
    /// The entry.
    pub entry: Entry,
    /// Its region.
    pub listed: Listed,
    /// The day of its slot.
    pub day: String,
    /// Saves it to a file unchanged.
    pub on_save: Callback<()>,
    /// Deletes it.
    pub on_delete: Callback<()>,
}

/// A row of an entry of another region.
#[component]
pub fn ElsewhereRow(props: &ElsewhereRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let (called, _) = unreadable::told(words, &props.entry, props.day.clone());
    let region = match &props.listed.region {
        Ok(region) => region.name.in_language(words.language()).to_owned(),
        Err(_) => props.listed.id.clone(),
    };
    let has_day = props.entry.folder != Folder::Named && props.day != called;
    let about = match has_day {
        true => format!("{region} · {}", props.day),
        false => region,
    };
    let on_open = {
        let (region, text) = (props.region.clone(), props.entry.text.clone());
        let act = page.act.clone();
        Callback::from(move |()| {
            let (region, text, act) = (region.clone(), text.clone(), act.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match regions::file_elsewhere(&region, &text).await {
                    Some(link) => address::leave_for(&link),
                    None => act.emit(Action::Notify(News::Failed("library-elsewhere-failed"))),
                }
            });
        })
    };
    html! {
        <Row label={called} {about} {on_open} on_save={props.on_save.clone()}
            on_delete={props.on_delete.clone()} />
    }
}
