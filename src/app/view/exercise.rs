//! An exercise as its participants see it: the steps, the levers that are open, and of the results what is not hidden.
//!
//! Saved work, and links of the scenario have no place here, and pages that show every figure open only where nothing is
//! hidden or asked for ([`State::opens`]). What is hidden is not made at all ([`State::hides`]).

mod broken;
mod finish;
mod goal;
mod keeping;
mod levers;
mod props;
mod step;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::context::{Context, use_page};
use super::embed::use_embedding_of_exercise;
use super::explain::{ExplainDialog, PressedFigure, pressed};
use super::header::PresentButton;
use super::languages::Languages;
use super::late_files::use_late_files;
use super::looking_back::LookingBackPage;
use super::notices::Notices;
use super::own_texts::use_own_texts;
use super::page::{PageProps, use_keyboard, use_language, use_store, use_words};
use super::parts::focus;
use super::planning::PlanningPage;
use super::presentation::{PresentationView, use_presentation_key};
use super::report::ReportPage;
use super::results::ResultsPane;
use super::results::welcome::Ways;
use super::session::SessionState;
use super::sources::SourcesPage;
use super::store::StoreMessage;
use super::tools::{self, Tool};
use crate::app::effects::address;
use crate::app::state::{Action, ExerciseAction, News, Ongoing};
use crate::app::words::Words;
use crate::exercise::card::Card;
pub use broken::{Broken, BrokenProps};
use finish::Finish;
use keeping::use_keeping;
use levers::ExerciseLevers;
use step::StepPanel;

/// A page over the exercise.
#[derive(Clone, Copy, PartialEq)]
enum Cover {
    Planning(Tool),
    Sources,
    Report,
    LookingBack,
}

impl Cover {
    fn card(self) -> Card {
        match self {
            Self::Planning(_) => Card::Planning,
            Self::Sources => Card::Sources,
            Self::Report => Card::Report,
            Self::LookingBack => Card::LookingBack,
        }
    }
}

/// The page of an exercise.
#[component]
pub fn ExercisePage(props: &PageProps) -> Html {
    let store = use_store(&props.start);
    let state = store.newest();
    let Some(words) = use_words(&props.start, state.language) else {
        return html! {};
    };
    let act = {
        let store = store.clone();
        use_callback((), move |action: Action, ()| {
            store.dispatch(StoreMessage::Act(action));
        })
    };
    let explained = use_state_eq(|| None::<PressedFigure>);
    let is_presenting = use_state_eq(|| false);
    let cover = use_state_eq(|| None::<Cover>);
    let open = {
        let (cover, store, act) = (cover.setter(), store.clone(), act.clone());
        use_callback((), move |wanted: Cover, ()| {
            match store.newest().opens(wanted.card()) {
                true => cover.set(Some(wanted)),
                false => act.emit(Action::Notify(News::Done("exercise-no-tools"))),
            }
        })
    };
    let on_press = {
        let (explained, store, act) = (explained.setter(), store.clone(), act.clone());
        let open = open.clone();
        use_callback((), move |event: MouseEvent, ()| {
            let figure = pressed(&event);
            match figure {
                Some(figure) if store.newest().opens(Card::Explanations) => {
                    explained.set(Some(figure));
                }
                Some(_) => act.emit(Action::Notify(News::Done("exercise-no-explanations"))),
                None => {}
            }
            if let Some(tool) = tools::asked_for(&event) {
                open.emit(Cover::Planning(tool));
            }
            if tools::asks_to_look_back(&event) {
                open.emit(Cover::LookingBack);
            }
        })
    };
    let on_figure = {
        let explained = explained.setter();
        use_callback((), move |figure: PressedFigure, ()| {
            explained.set(Some(figure))
        })
    };
    let close = {
        let cover = cover.setter();
        use_callback((), move |(), ()| cover.set(None))
    };
    let end_explaining = {
        let explained = explained.setter();
        Callback::from(move |()| explained.set(None))
    };
    use_language(&words, &state.region);
    use_late_files(state.language, words.language(), &act);
    let drawing = use_own_texts(&act);
    use_keyboard(&act);
    use_keeping(&store, &state, &act);
    use_address();
    let present = {
        let is_presenting = is_presenting.setter();
        use_callback((), move |(), ()| is_presenting.set(true))
    };
    let end_presenting = {
        let is_presenting = is_presenting.setter();
        use_callback((), move |(), ()| is_presenting.set(false))
    };
    let is_free = cover.is_none() && explained.is_none() && !*is_presenting;
    let can_present = is_free && !address::embedding().is_embedded;
    use_presentation_key(can_present, &present);
    use_embedding_of_exercise(&store, &state, &words);
    let ways = use_memo((), |()| Ways {
        coverage: Callback::noop(),
        sources: Callback::noop(),
    });
    let session = use_memo((), |()| SessionState::default());
    let context = Context {
        words: words.clone(),
        act,
        store,
        session,
    };
    let Some(ongoing) = state.exercise.clone() else {
        return html! {};
    };
    // What was explained before something was hidden must not stay.
    let explained = (*explained)
        .clone()
        .filter(|_| state.opens(Card::Explanations));
    let cover = cover.filter(|cover| state.opens(cover.card()));
    let way = |which: Cover, id: &'static str| {
        let open = open.clone();
        let onclick = Callback::from(move |_: MouseEvent| open.emit(which));
        html! {
            if state.opens(which.card()) {
                <button type="button" class="button" data-testid={format!("exercise-{id}")} {onclick}>{ words.text(id) }</button>
            }
        }
    };
    html! {
        <ContextProvider<Context> key={drawing} {context}>
            <Head ongoing={ongoing.clone()} region={state.region.name.in_language(words.language()).to_owned()}
                on_present={present} />
            <Notices notices={state.notices.clone()} is_covered={cover.is_some()}
                on_compare={Callback::noop()} on_saved_scenarios={Callback::noop()} />
            <main class={classes!("exercise-page", state.hides_all_results().then_some("alone"))} onclick={on_press.clone()}>
                <div class="exercise-side">
                    if ongoing.step().is_some() {
                        <StepPanel state={state.clone()} />
                    } else {
                        <Finish state={state.clone()} />
                    }
                    <ExerciseLevers state={state.clone()} />
                </div>
                <section id="results" class="exercise-results" tabindex="0" aria-label={words.text("results")}>
                    if state.hides_results() {
                        <p class="exercise-hidden" data-testid="exercise-hidden">
                            { words.text(if ongoing.step().is_some() { "exercise-some-hidden" } else { "exercise-stay-hidden" }) }
                        </p>
                    }
                    <ResultsPane state={state.clone()} ways={(*ways).clone()} />
                    <div class="exercise-ways">
                        { way(Cover::Planning(Tool::Compare), "plan-open") }
                        { way(Cover::Sources, "sources") }
                        { way(Cover::Report, "report") }
                        { way(Cover::LookingBack, "result-looking-back") }
                    </div>
                </section>
            </main>
            { match cover {
                Some(Cover::Planning(first)) => html! {
                    <PlanningPage state={state.clone()} {first} on_close={close} {on_figure} />
                },
                Some(Cover::Sources) => html! {
                    <SourcesPage state={state.clone()} on_close={close} {on_press} />
                },
                Some(Cover::Report) => html! {
                    <ReportPage address={address::address(&state)} state={state.clone()} on_close={close} />
                },
                Some(Cover::LookingBack) => html! {
                    <LookingBackPage state={state.clone()} on_close={close}
                        on_sources={open.reform(|()| Cover::Sources)} />
                },
                None => html! {},
            } }
            if *is_presenting {
                <PresentationView state={state.clone()} on_close={end_presenting} />
            }
            if let Some(pressed) = explained {
                <ExplainDialog {pressed} state={state.clone()} on_close={end_explaining} />
            }
        </ContextProvider<Context>>
    }
}

/// Any other address is another start of the page.
#[hook]
fn use_address() {
    use_effect_with((), |()| {
        let listener = EventListener::new(&gloo::utils::window(), "popstate", |_| {
            address::start_again();
        });
        move || drop(listener)
    });
}

/// Properties of the head.
#[derive(Properties)]
struct HeadProps {
    ongoing: Rc<Ongoing>,
    region: AttrValue,
    on_present: Callback<()>,
}

impl PartialEq for HeadProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.ongoing, &other.ongoing) && self.region == other.region
    }
}

/// The title, the region, the language and the way out.
#[component]
fn Head(props: &HeadProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let exercise = &props.ongoing.exercise;
    let title = exercise.title.filled(words.language(), |_| String::new());
    let is_asked = use_state_eq(|| false);
    let ask = |asked: bool| {
        let is_asked = is_asked.clone();
        Callback::from(move |_: MouseEvent| is_asked.set(asked))
    };
    let restart = {
        let (act, is_asked) = (page.act.clone(), is_asked.clone());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            act.emit(Action::Exercise(ExerciseAction::Restart));
            let _may_fail = focus("exercise-step");
        })
    };
    let leave = Callback::from(|_: MouseEvent| address::leave_for(""));
    html! {
        <header class="head exercise-head">
            <div class="brand">
                <h1>{ title }</h1>
                <span class="soft">{ &props.region }</span>
            </div>
            if let Some(minutes) = exercise.minutes {
                <span class="soft exercise-minutes">
                    { words.format("exercise-minutes", &[("minutes", &minutes.to_string())]) }
                </span>
            }
            <div class="head-actions">
                if *is_asked {
                    <span role="alert">{ words.text("exercise-restart-sure") }</span>
                    <button type="button" class="button primary" data-testid="exercise-restart-yes" onclick={restart}>
                        { words.text("exercise-restart") }
                    </button>
                    <button type="button" class="button" onclick={ask(false)}>{ words.text("exercise-restart-no") }</button>
                } else if !props.ongoing.is_result {
                    <button type="button" class="button" data-testid="exercise-restart" onclick={ask(true)}>
                        { words.text("exercise-restart") }
                    </button>
                }
                // In a frame the exercise is all that there is.
                if !address::embedding().is_embedded {
                    <button type="button" class="button" data-testid="exercise-leave" onclick={leave}>
                        { words.text("exercise-leave") }
                    </button>
                    <PresentButton on_present={props.on_present.clone()} />
                }
                <Languages />
            </div>
        </header>
    }
}

/// A text of several lines as paragraphs.
fn paragraphs(text: &str) -> Html {
    let lines = text.lines().filter(|line| !line.is_empty());
    html! { { for lines.map(|line| html! { <p>{ line.to_owned() }</p> }) } }
}

/// A button of the exercise that sends an action.
fn action_button(
    page: &Context,
    words: &Words,
    (id, class): (&'static str, &'static str),
    action: ExerciseAction,
) -> Html {
    let act = page.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Exercise(action.clone()));
        let _may_fail = focus("exercise-step");
    });
    html! {
        <button type="button" class={classes!("button", class)} data-testid={id} {onclick}>{ words.text(id) }</button>
    }
}
