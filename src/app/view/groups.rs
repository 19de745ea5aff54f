//! The trainer's page for the results of groups, without a server: chats, files and called numbers in, predictions, levers and
//! results side by side out. What is not revealed is not made at all.

mod called;
mod collect;
mod dots;
mod invitation;
mod loading;
mod news;
mod overview;
mod props;
mod ranking;
mod record;
mod replay;
mod sheet;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::exercises::load;
use super::keys::use_escape;
use super::parts::focus;
use super::shared::Shared;
use crate::app::effects::{files, groups};
use crate::app::state::{Action, News};
use crate::exercise::Exercise;
use crate::exercise::collation::sheet::sheets;
use crate::exercise::collation::{ExerciseMark, KnownExercise};
use collect::Collect;
use invitation::Invitation;
use record::{CollectAction, Collecting, RecordHandle};
use sheet::{SheetView, csv_of};

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct GroupsProps {
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
}

/// Properties of the parts of the page.
#[derive(Properties, PartialEq)]
pub struct RecordProps {
    /// The record.
    pub record: RecordHandle,
}

/// The page.
#[component]
pub fn GroupsPage(props: &GroupsProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let record = RecordHandle::new(&use_reducer(Collecting::default));
    let shipped = use_state(|| Rc::new(Vec::<Exercise>::new()));
    let title = use_node_ref();
    let cover = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("groups-title"), &words);
    use_escape(&cover, &props.on_close);
    use_record(&record, &page.act);
    {
        let shipped = shipped.setter();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                shipped.set(Rc::new(load().await.unwrap_or_default()));
            });
        });
    }
    let sheets = use_memo(
        (Shared(record.session.clone()), Shared(record.known.clone())),
        |(session, known)| sheets(session, known),
    );
    let chosen = record.chosen.as_ref();
    let at = sheets
        .iter()
        .position(|sheet| Some(&sheet.mark) == chosen && sheet.known.is_some());
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let name = |ending: &str| {
        let exercise = record.exercise().map(|it| it.mark.id.clone());
        let parts = [Some(words.text("groups-file").to_string()), exercise];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        files::file_name(&parts.join("-"), ending)
    };
    let saved = {
        let act = page.act.clone();
        move |is_saved: bool| {
            if !is_saved {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        }
    };
    let save = {
        let (session, name, saved) = (record.session.clone(), name("json"), saved.clone());
        Callback::from(move |_: MouseEvent| {
            saved(files::save(&name, "application/json", &session.write()).is_ok());
        })
    };
    let save_csv = {
        let (sheets, words, name) = (sheets.clone(), words.clone(), name("csv"));
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = at.and_then(|at| csv_of(&words, &sheets, at)) {
                saved(files::save(&name, "text/csv;charset=utf-8", &text).is_ok());
            }
        })
    };
    let is_empty = record.session.is_empty();
    html! {
        <div ref={cover} class="cover-page groups-page">
            <header class="report-tools" aria-label={words.text("groups-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="groups-close" onclick={close}>
                        { words.text("groups-back") }</button>
                    if !is_empty {
                        <button type="button" class="button" data-testid="groups-save" onclick={save}>
                            { words.text("groups-save") }</button>
                        if at.is_some() {
                            <button type="button" class="button" data-testid="groups-csv" onclick={save_csv}>
                                { words.text("groups-csv") }</button>
                        }
                    }
                    if !is_empty || !record.session.exercises.is_empty() {
                        <ForgetButton record={record.clone()} />
                    }
                </div>
            </header>
            <main class="groups-desk" aria-labelledby="groups-title">
                <h1 id="groups-title" ref={title} tabindex="-1">{ words.text("groups-title") }</h1>
                <p><strong data-testid="groups-practice">{ words.text("exercise-no-examination") }</strong>{ " " }{ words.text("groups-lead") }</p>
                <ChooseExercise record={record.clone()} shipped={(*shipped).clone()} />
                <Collect record={record.clone()} />
                if is_empty {
                    <section class="card" aria-labelledby="groups-empty" data-testid="groups-empty">
                        <h2 id="groups-empty">{ words.text("groups-empty") }</h2>
                        <ol>
                            { for ["groups-empty-link", "groups-empty-send", "groups-empty-paste", "groups-empty-call"]
                                .map(|id| html! { <li>{ words.text(id) }</li> }) }
                        </ol>
                    </section>
                }
                if let Some(known) = record.exercise() {
                    <Invitation known={known.clone()} is_open={is_empty} />
                }
                if !is_empty {
                    <SheetView record={record.clone()} {sheets} {at} />
                }
            </main>
        </div>
    }
}

/// Reads the record that is kept, and keeps every change.
#[hook]
fn use_record(record: &RecordHandle, act: &Callback<Action>) {
    {
        let dispatcher = record.dispatcher();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                let taken = loading::kept().await;
                dispatcher.dispatch(CollectAction::Open(Box::new(taken), groups::chosen()));
            });
        });
    }
    let act = act.clone();
    let session = Shared(record.session.clone());
    let chosen = record.chosen.clone();
    use_effect_with(
        (session, chosen, record.is_ready),
        move |(session, chosen, is_ready)| {
            if !is_ready {
                return;
            }
            if let Some(mark) = chosen {
                groups::choose(mark);
            }
            // An empty one takes the place of nothing: what can't be read here may be read elsewhere.
            let is_empty = session.is_empty() && session.exercises.is_empty();
            if !is_empty && let Err(fault) = groups::keep(session) {
                act.emit(Action::Notify(News::StorageFailed(fault)));
            }
        },
    );
}

/// Clears the record, once that was confirmed.
#[component]
fn ForgetButton(props: &RecordProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let is_asked = use_state_eq(|| false);
    let ask = |asked: bool| {
        let is_asked = is_asked.clone();
        Callback::from(move |_: MouseEvent| is_asked.set(asked))
    };
    let forget = {
        let (record, is_asked) = (props.record.clone(), is_asked.clone());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            groups::forget();
            record.dispatch(CollectAction::Forget);
            let _may_fail = focus("groups-title");
        })
    };
    if !*is_asked {
        return html! {
            <button type="button" class="button" data-testid="groups-forget" onclick={ask(true)}>
                { words.text("groups-forget") }</button>
        };
    }
    html! {
        <>
            <span role="alert">{ words.text("groups-forget-sure") }</span>
            <button type="button" class="button primary" data-testid="groups-forget-yes" onclick={forget}>
                { words.text("groups-forget-yes") }</button>
            <button type="button" class="button" onclick={ask(false)}>{ words.text("groups-forget-no") }</button>
        </>
    }
}

/// Properties of the choice of an exercise.
#[derive(Properties)]
struct ChooseProps {
    record: RecordHandle,
    shipped: Rc<Vec<Exercise>>,
}

impl PartialEq for ChooseProps {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record && Rc::ptr_eq(&self.shipped, &other.shipped)
    }
}

/// The exercise on the screen, out of those of the record and those that come with the page.
#[component]
fn ChooseExercise(props: &ChooseProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let record = &props.record;
    let title = |exercise: &Exercise| exercise.title.filled(words.language(), |_| String::new());
    let known = record.known.iter();
    let mut options: Vec<(String, String)> = known
        .map(|known| (known.mark.to_string(), title(&known.exercise)))
        .collect();
    for exercise in props.shipped.iter() {
        let mark = ExerciseMark::of(exercise).to_string();
        if options.iter().all(|(own, _)| *own != mark) {
            options.push((mark, title(exercise)));
        }
    }
    let onchange = {
        let (record, shipped) = (record.clone(), props.shipped.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let Some(mark) = ExerciseMark::parse(&select.value()) else {
                return;
            };
            if record.known.iter().any(|known| known.mark == mark) {
                record.dispatch(CollectAction::Choose(mark));
            } else if let Some(exercise) = shipped.iter().find(|it| ExerciseMark::of(it) == mark) {
                let (text, dispatcher) = (exercise.write_short(), record.dispatcher());
                wasm_bindgen_futures::spawn_local(async move {
                    if let Ok(known) = loading::known_of(&text).await {
                        dispatcher.dispatch(CollectAction::Begin(Rc::new(known)));
                    }
                });
            }
        })
    };
    let chosen = record.exercise().map(|known| known.mark.to_string());
    html! {
        <label class="groups-field">
            <span>{ words.text("groups-exercise") }</span>
            <select data-testid="groups-exercise" {onchange}>
                if chosen.is_none() {
                    <option value="" selected=true>{ words.text("groups-exercise-choose") }</option>
                }
                { for options.into_iter().map(|(mark, title)| {
                    let selected = chosen.as_ref() == Some(&mark);
                    html! { <option key={mark.clone()} value={mark} {selected}>{ title }</option> }
                }) }
            </select>
        </label>
    }
}

/// Equality of exercises by what they are.
fn is_same(one: &KnownExercise, other: &KnownExercise) -> bool {
    one.mark == other.mark
}
