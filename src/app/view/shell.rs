//! The page: head, inputs, results, notices and dialogs, and the effects that follow the state.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::bureau::book::use_kept_floor;
use super::bureau::{BureauPage, has_tables, stood_open};
use super::context::Context;
use super::dropped::use_staying_for_files;
use super::embed::{EmbedBar, use_embedding};
use super::exercise::{Broken, BrokenProps, ExercisePage};
use super::exercise_maker::ExerciseMaker;
use super::exercise_papers::{ExercisePapersPage, OpenedPaper};
use super::exercises::ExercisesDialog;
use super::explain::{ExplainDialog, PressedFigure, pressed};
use super::foot::foot;
use super::groups::GroupsPage;
use super::header::Header;
use super::households::{HouseholdsPage, RegisterStrip};
use super::inputs::{Inputs, jump};
use super::keeping::use_keeping;
use super::late_files::use_late_files;
use super::looking_back::LookingBackPage;
use super::notices::Notices;
use super::own_texts::use_own_texts;
use super::page::{PageProps, is_typing, use_keyboard, use_language, use_store, use_words};
use super::planning::PlanningPage;
use super::presentation::{PresentationView, use_presentation_key};
use super::regions::RegionsDialog;
use super::report::ReportPage;
use super::results::ResultsPane;
use super::results::welcome::Ways;
use super::saved_scenarios::SavedScenariosDialog;
use super::session::SessionState;
use super::share::ShareDialog;
use super::shared::Shared;
use super::sheet_bar::SheetBar;
use super::sources::SourcesPage;
use super::stages::use_stage;
use super::store::{Store, StoreMessage};
use super::tools::{self, Tool};
use crate::app::effects::address::{self, Went};
use crate::app::effects::boot;
use crate::app::effects::corrections::{self, use_corrections};
use crate::app::effects::exercises::WantedExercise;
use crate::app::effects::{regions, share};
use crate::app::state::{Action, News, Origin, Panel, State};
use crate::app::view::keys::use_keys;
use crate::app::words::Words;
use crate::link;
use crate::problem::Problem;
use crate::region::Region;
use crate::region::key::Group;

/// Puts the page up with the state to start with.
pub fn mount(start: State) {
    if start.exercise.is_none() {
        corrections::begin(&start);
    }
    let start = Rc::new(start);
    match start.exercise {
        Some(_) => put_up::<ExercisePage>(PageProps { start }),
        None => put_up::<Page>(PageProps { start }),
    }
}

/// Says on the page why an exercise can't be opened.
pub fn mount_broken(words: Words, problems: Vec<Problem>, wanted: Option<WantedExercise>) {
    put_up::<Broken>(BrokenProps {
        words,
        problems,
        wanted,
    });
}

fn put_up<C: BaseComponent>(props: C::Properties) {
    let document = gloo::utils::document();
    let root = document
        .get_element_by_id("app")
        .unwrap_or_else(|| gloo::utils::body().into());
    root.set_inner_html("");
    if address::embedding().is_embedded
        && let Some(whole) = document.document_element()
    {
        let set = whole.set_attribute("data-embedded", "");
        debug_assert!(set.is_ok(), "a page takes an attribute");
    }
    yew::Renderer::<C>::with_root_and_props(root, props).render();
}

/// The dialogs over the page.
#[derive(Clone, Copy, PartialEq)]
enum Dialog {
    Regions,
    Exercises,
    Groups,
    Bureau,
    Households,
    Share,
    MakeExercise,
    SavedScenarios,
    Planning(Tool),
    Sources,
    Report,
    LookingBack,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let store = use_store(&props.start);
    let state = store.newest();
    let language = state.language;
    let Some(words) = use_words(&props.start, language) else {
        return html! {};
    };
    let act = {
        let store = store.clone();
        use_callback((), move |action: Action, ()| {
            let action = match corrections::walk(&store.newest(), &action) {
                None => action,
                Some(Ok(())) => return,
                Some(Err(_)) => Action::Notify(News::Failed("regions-storage-blocked")),
            };
            store.dispatch(StoreMessage::Act(action))
        })
    };
    use_staying_for_files();
    let corrections = use_corrections(&state.region);
    let session = use_memo((), |()| SessionState::default());
    let dialog = {
        let (session, region) = (session.clone(), state.region.clone());
        use_state_eq(move || {
            (has_tables(&region) && stood_open(&session)).then_some(Dialog::Bureau)
        })
    };
    let explained = use_state_eq(|| None::<PressedFigure>);
    // Figures and names of tools are buttons all over the page: one listener serves them all.
    let pressed_within = {
        let (explained, dialog) = (explained.setter(), dialog.setter());
        use_callback((), move |event: MouseEvent, ()| {
            if let Some(pressed) = pressed(&event) {
                explained.set(Some(pressed));
            }
            if let Some(tool) = tools::asked_for(&event) {
                dialog.set(Some(Dialog::Planning(tool)));
            }
            if tools::asks_to_look_back(&event) {
                dialog.set(Some(Dialog::LookingBack));
            }
            if tools::asks_for_bureau(&event) {
                dialog.set(Some(Dialog::Bureau));
            }
            if tools::asks_for_households(&event) {
                dialog.set(Some(Dialog::Households));
            }
        })
    };
    let on_figure = {
        let explained = explained.setter();
        use_callback((), move |pressed: PressedFigure, ()| {
            explained.set(Some(pressed))
        })
    };
    let end_explaining = {
        let explained = explained.setter();
        use_callback((), move |(), ()| explained.set(None))
    };
    let sheet = use_state_eq(|| false);
    let open = |which: Dialog| {
        let dialog = dialog.clone();
        Callback::from(move |()| dialog.set(Some(which)))
    };
    let close = {
        let dialog = dialog.clone();
        use_callback((), move |(), ()| dialog.set(None))
    };
    // It covers the dialog that it came from, and leads back there.
    let paper = use_state_eq(|| None::<OpenedPaper>);
    let open_paper = {
        let paper = paper.setter();
        use_callback((), move |opened: OpenedPaper, ()| paper.set(Some(opened)))
    };
    let close_paper = {
        let paper = paper.setter();
        use_callback((), move |(), ()| paper.set(None))
    };
    let is_presenting = use_state_eq(|| false);
    let present = {
        let is_presenting = is_presenting.setter();
        use_callback((), move |(), ()| is_presenting.set(true))
    };
    let end_presenting = {
        let is_presenting = is_presenting.setter();
        use_callback((), move |(), ()| is_presenting.set(false))
    };
    let can_present = dialog.is_none() && explained.is_none() && !*is_presenting;
    use_presentation_key(can_present, &present);
    let toggle_sheet = {
        let sheet = sheet.clone();
        Callback::from(move |()| sheet.set(!*sheet))
    };
    let ways = use_memo((), |()| Ways {
        coverage: {
            let (sheet, act) = (sheet.setter(), act.clone());
            Callback::from(move |()| {
                act.emit(Action::OpenPanel(Panel::Levers));
                // On a phone the levers are in the sheet, which opens first.
                if has_sheet() {
                    sheet.set(true);
                }
                Timeout::new(0, || jump::to_group(Group::Coverage)).forget();
            })
        },
        sources: {
            let dialog = dialog.setter();
            Callback::from(move |()| dialog.set(Some(Dialog::Sources)))
        },
    });
    let close_sheet = {
        let sheet = sheet.clone();
        Callback::from(move |event: KeyboardEvent| {
            // A field that was being typed in takes the key for itself first.
            if *sheet && event.key() == "Escape" && !is_typing() {
                sheet.set(false);
            }
        })
    };

    // The numbers come first, the inputs behind their frame.
    let stage = use_stage(1);
    let inputs_pane = use_node_ref();
    use_keys(&inputs_pane, close_sheet);
    use_language(&words, &state.region);
    use_late_files(language, words.language(), &act);
    use_kept_floor(&state.region, state.exercise.is_none(), &act);
    let drawing = use_own_texts(&act);
    // The page of counties and projects has steps of its own.
    let is_bureau = *dialog == Some(Dialog::Bureau);
    use_keyboard(&if is_bureau {
        Callback::noop()
    } else {
        act.clone()
    });
    use_address_bar(
        {
            let store = store.clone();
            move |went, region| match went {
                Went::ToForeign(text) | Went::ToOwn(text)
                    if link::is_exercise(&text)
                        || regions::link_elsewhere(region, &text).is_some() =>
                {
                    address::start_again();
                }
                Went::ToForeign(text) => {
                    store.dispatch(StoreMessage::OpenLink(text));
                    // At once and in its place: also where nothing of it could be used, the bar is the link.
                    address::write(&address::fragment(&store.newest()), false);
                }
                Went::ToOwn(text) => match boot::read_link(region, &text) {
                    Ok((opened, _)) => {
                        store.dispatch(StoreMessage::Act(Action::Navigate(opened.scenario)));
                    }
                    Err(problems) => {
                        let news = News::Refused(Origin::Link, problems);
                        store.dispatch(StoreMessage::Act(Action::Notify(news)));
                    }
                },
            }
        },
        &props.start,
    );
    use_keeping(&store, &state, &act);
    use_pasting(&store);
    use_embedding(&store, &state, &words);
    let is_embedded = address::embedding().is_embedded;

    let context = Context {
        words: words.clone(),
        act,
        store,
        session,
    };
    let region = state.region.name.in_language(language).to_owned();
    html! {
        <ContextProvider<Context> key={drawing} {context}>
            <a class="skip" href="#results" onclick={skip_to_results()}>{ words.text("skip-to-results") }</a>
            if is_embedded {
            <EmbedBar {region} address={address::address(&state)}
                can_undo={corrections.has_step_back(&state)} can_redo={state.history.can_redo()} {corrections} />
            } else {
            <Header
                {region}
                name={state.name.clone().map(AttrValue::from)}
                given={state.shown_name().map(|name| AttrValue::from(name.to_owned()))}
                unkept={state.name.is_some() && state.differs_from_kept()}
                example={state.results.example}
                can_undo={corrections.has_step_back(&state)}
                can_redo={state.history.can_redo()}
                corrections={corrections.in_reach(&state)}
                on_exercises={open(Dialog::Exercises)}
                on_region={open(Dialog::Regions)}
                on_share={open(Dialog::Share)}
                on_bureau={has_tables(&state.region).then(|| open(Dialog::Bureau))}
                on_planning={open(Dialog::Planning(Tool::Compare))}
                on_sources={open(Dialog::Sources)}
                on_report={open(Dialog::Report)}
                on_present={present}
                on_saved_scenarios={open(Dialog::SavedScenarios)}
            />
            }
            <Notices notices={state.notices.clone()}
                is_covered={paper.is_some() || matches!(*dialog, Some(Dialog::Planning(_) | Dialog::Sources | Dialog::Report | Dialog::LookingBack | Dialog::Groups | Dialog::Bureau | Dialog::Households))}
                on_compare={open(Dialog::Planning(Tool::Compare))}
                on_saved_scenarios={open(Dialog::SavedScenarios)} />
            <main class={classes!("page", sheet.then_some("sheet-open"))} onclick={pressed_within.clone()}>
                <section ref={inputs_pane} class="pane inputs-pane" aria-label={words.text("inputs")}>
                    <SheetBar open={*sheet} on_toggle={toggle_sheet} />
                    <div class="inputs-content">
                        if stage >= 1 {
                            <Inputs state={state.clone()} />
                        }
                    </div>
                </section>
                <section id="results" class="pane results-pane" tabindex="-1"
                    aria-label={words.text("results")}>
                    <ResultsPane state={state.clone()} ways={(*ways).clone()} />
                    <RegisterStrip state={Shared(state.clone())} />
                    { foot(&words, &state.region) }
                </section>
            </main>
            { match *dialog {
                _ if paper.is_some() => html! {},
                Some(Dialog::Regions) => html! {
                    <RegionsDialog state={state.clone()} on_close={close} />
                },
                Some(Dialog::Exercises) => html! {
                    <ExercisesDialog on_close={close} on_paper={open_paper} on_groups={open(Dialog::Groups)} />
                },
                Some(Dialog::Groups) => html! { <GroupsPage on_close={close} /> },
                Some(Dialog::Bureau) => html! {
                    <BureauPage state={state.clone()} on_close={close} on_regions={open(Dialog::Regions)} />
                },
                Some(Dialog::Households) => html! { <HouseholdsPage state={state.clone()} on_close={close} /> },
                Some(Dialog::Share) => html! {
                    <ShareDialog state={state.clone()} address={address::address(&state)}
                        language_in_link={state.language_in_link} on_close={close} on_exercise={open(Dialog::MakeExercise)} />
                },
                Some(Dialog::MakeExercise) => html! {
                    <ExerciseMaker state={state.clone()} address={address::address(&state)} on_close={close} on_paper={open_paper}
                        on_groups={open(Dialog::Groups)} />
                },
                Some(Dialog::SavedScenarios) => html! {
                    <SavedScenariosDialog state={state.clone()} on_close={close} />
                },
                Some(Dialog::Planning(first)) => html! {
                    <PlanningPage state={state.clone()} {first} on_close={close} {on_figure} />
                },
                Some(Dialog::Sources) => html! {
                    <SourcesPage state={state.clone()} on_close={close} on_press={pressed_within} />
                },
                Some(Dialog::Report) => html! {
                    <ReportPage address={address::address(&state)} state={state.clone()}
                        on_close={close} />
                },
                Some(Dialog::LookingBack) => html! {
                    <LookingBackPage state={state.clone()} on_close={close} on_sources={open(Dialog::Sources)} />
                },
                None => html! {},
            } }
            if let Some(paper) = (*paper).clone() {
                <ExercisePapersPage {paper} on_close={close_paper} />
            }
            if *is_presenting {
                <PresentationView state={state.clone()} on_close={end_presenting} />
            }
            if let Some(pressed) = (*explained).clone() {
                <ExplainDialog {pressed} state={state.clone()} on_close={end_explaining} />
            }
        </ContextProvider<Context>>
    }
}

/// True where the levers are in a sheet, as on a phone.
fn has_sheet() -> bool {
    let bar = gloo::utils::document().query_selector(".sheet-toggle");
    let bar = bar.ok().flatten();
    bar.is_some_and(|bar| bar.get_bounding_client_rect().height() > 0.0)
}

/// Moves the focus to the results without touching the address bar, which holds the scenario.
fn skip_to_results() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let results = gloo::utils::document().get_element_by_id("results");
        if let Some(results) = results.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let focused = results.focus();
            debug_assert!(focused.is_ok(), "an element of the page takes the focus");
        }
    })
}

/// Follows the address bar where this program did not write it.
#[hook]
fn use_address_bar(follow: impl Fn(Went, &Region) + 'static, start: &Rc<State>) {
    let region = start.region.clone();
    use_effect_with((), move |()| {
        let listener = address::listen(move |went| follow(went, &region));
        move || drop(listener)
    });
}

/// Opens a link that is pasted anywhere on the page, as after a program that stripped it from the address.
#[hook]
fn use_pasting(store: &Rc<Store>) {
    let store = store.clone();
    use_effect_with((), move |()| {
        let listener = share::on_paste(move |text| {
            let is_link = link::looks_like_link(&text);
            if is_link {
                store.dispatch(StoreMessage::OpenLink(text));
            }
            is_link
        });
        move || drop(listener)
    });
}
