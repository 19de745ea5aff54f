//! Files that are dropped on the page: whoever waits for one takes it wherever it falls, and otherwise nothing happens. Left
//! to itself the browser would leave the page for the file, and unsaved work with it.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, File, FileList};
use yew::prelude::*;

/// The type that a browser announces while files are dragged.
const FILES: &str = "Files";

/// Calls `on` with every event of a kind in which files are dragged; texts are moved as ever.
fn with_files(
    kind: &'static str,
    on: impl Fn(&DragEvent, &DataTransfer) + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::window(), kind, options, move |event| {
        if let Some(event) = event.dyn_ref::<DragEvent>()
            && let Some(data) = event.data_transfer()
            && data.types().includes(&FILES.into(), 0)
        {
            event.prevent_default();
            on(event, &data);
        }
    })
}

/// Keeps the page where it is when a file is dropped on it.
#[hook]
pub fn use_staying_for_files() {
    use_effect_with((), |()| {
        let over = with_files("dragover", |_, data| data.set_drop_effect("none"));
        let dropped = with_files("drop", |_, _| {});
        move || drop((over, dropped))
    });
}

/// Takes the first file that is dropped anywhere, as long as the component is there. `on_over` hears when files are
/// above the page.
#[hook]
pub fn use_dropped_file(on_over: Callback<bool>, on_file: Callback<File>) {
    let on_files = Callback::from(move |files: Vec<File>| {
        if let Some(first) = files.into_iter().next() {
            on_file.emit(first);
        }
    });
    use_dropped_files(on_over, on_files);
}

/// Takes all of them.
#[hook]
pub fn use_dropped_files(on_over: Callback<bool>, on_files: Callback<Vec<File>>) {
    let latest = use_mut_ref(|| (on_over.clone(), on_files.clone()));
    *latest.borrow_mut() = (on_over, on_files);
    use_effect_with((), move |()| {
        let tell = {
            let latest = latest.clone();
            move |is_over: bool| {
                // Held no longer than for the copy: what it does may draw this very component again.
                let on_over = latest.borrow().0.clone();
                on_over.emit(is_over);
            }
        };
        let over = with_files("dragover", {
            let tell = tell.clone();
            move |_, data| {
                data.set_drop_effect("copy");
                tell(true);
            }
        });
        let left = with_files("dragleave", {
            let tell = tell.clone();
            move |event, _| {
                // From one element to another it has not left the page.
                if event.related_target().is_none() {
                    tell(false);
                }
            }
        });
        let dropped = with_files("drop", move |_, data| {
            tell(false);
            let all = data.files().map(files).unwrap_or_default();
            if !all.is_empty() {
                let on_files = latest.borrow().1.clone();
                on_files.emit(all);
            }
        });
        move || drop((over, left, dropped))
    });
}

/// The files of a list.
pub fn files(list: FileList) -> Vec<File> {
    (0..list.length())
        .filter_map(|index| list.get(index))
        .collect()
}
