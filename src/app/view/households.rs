//! Households one by one as a page of its own: a register is opened, computed and let go. All that is seen here is in this tab's
//! memory alone.

mod averages;
mod book;
mod chart_card;
mod choices;
mod gains;
mod opening;
mod overview;
mod risks;
mod said;
mod strip;

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::context::{use_page, use_session_state};
use super::cover::{use_cover, use_window_title};
use super::keys::{turned_tab, use_keys};
use super::page::is_typing;
use super::parts::focus;
use super::shared::Shared;
use crate::app::households::RegisterBook;
use crate::app::state::State;
use crate::app::words::Words;
use crate::register::message::RegisterForm;
use averages::AveragesPart;
use book::use_book;
use choices::ChoicesCard;
use gains::GainsPart;
use opening::OpeningPart;
use overview::OverviewPart;
use risks::RisksPart;

pub use strip::RegisterStrip;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum RegisterTab {
    Opening,
    Overview,
    Gains,
    Risks,
    Averages,
}

impl RegisterTab {
    const ALL: [Self; 5] = [
        Self::Opening,
        Self::Overview,
        Self::Gains,
        Self::Risks,
        Self::Averages,
    ];

    /// The message of its tab, which is its identifier in the page, too.
    fn label(self) -> &'static str {
        match self {
            Self::Opening => "register-tab-opening",
            Self::Overview => "register-tab-overview",
            Self::Gains => "register-tab-gains",
            Self::Risks => "register-tab-risks",
            Self::Averages => "register-tab-averages",
        }
    }
}

/// Properties of the page.
#[derive(Properties)]
pub struct HouseholdsProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
}

impl PartialEq for HouseholdsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The page.
#[component]
pub fn HouseholdsPage(props: &HouseholdsProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    let title = use_node_ref();
    let cover = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("register-title"), &words);
    use_keys(&cover, {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_typing() {
                on_close.emit(());
            }
        })
    });
    let tab = use_session_state("register-tab", || RegisterTab::Opening);
    // The next register is seen as it was read before its figures are.
    use_effect_with(book.opened.is_some(), {
        let tab = tab.setter();
        move |is_open: &bool| {
            if !is_open {
                tab.set(RegisterTab::Opening);
            }
        }
    });
    let tabs = use_node_ref();
    use_keys(&tabs, turning(&tab));
    let shown = match book.opened {
        Some(_) => *tab,
        None => RegisterTab::Opening,
    };
    let button = |which: RegisterTab| {
        let is_chosen = shown == which;
        let tab = tab.clone();
        let onclick = Callback::from(move |_: MouseEvent| tab.set(which));
        html! {
            <button type="button" role="tab" class="tab" id={which.label()} data-testid={which.label()}
                aria-selected={is_chosen.to_string()} aria-controls="register-panel" disabled={book.opened.is_none() && which != RegisterTab::Opening}
                tabindex={if is_chosen { "0" } else { "-1" }} {onclick}>{ words.text(which.label()) }</button>
        }
    };
    let region = props.state.region.name.in_language(words.language());
    html! {
        <div ref={cover} class="cover-page bureau-page households-page">
            <header class="report-tools" aria-label={words.text("register-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="register-close"
                        onclick={props.on_close.reform(|_: MouseEvent| ())}>{ words.text("register-close") }</button>
                    if book.is_loaded() {
                        <button type="button" class="button" data-testid="register-forget"
                            onclick={|_: MouseEvent| book::forget()}>{ words.text("register-forget") }</button>
                    }
                </div>
                <div class="segments bureau-tabs" role="tablist" ref={tabs} aria-label={words.text("register-title")}>
                    { for RegisterTab::ALL.map(button) }
                </div>
            </header>
            <main class="bureau-desk" aria-labelledby="register-title">
                <h1 id="register-title" ref={title} tabindex="-1">{ words.format("register-title-of", &[("region", region)]) }</h1>
                <p class="register-private" data-testid="register-private">{ words.text("register-private") }</p>
                { standing(&words, &book) }
                <div id="register-panel" class="register-panel" role="tabpanel" tabindex="-1" aria-labelledby={shown.label()} key={shown.label()}>
                    { panel(shown, &props.state, &book) }
                </div>
            </main>
        </div>
    }
}

/// The keys that turn tabs.
fn turning(tab: &UseStateHandle<RegisterTab>) -> Callback<KeyboardEvent> {
    let tab = tab.clone();
    Callback::from(move |event: KeyboardEvent| {
        if book::book().opened.is_none() {
            return;
        }
        let Some(next) = turned_tab(&event, &RegisterTab::ALL, *tab) else {
            return;
        };
        tab.set(next);
        let focused = focus(next.label());
        debug_assert!(focused.is_some(), "a tab takes the focus");
    })
}

/// The marks of an invented register, of figures that are computed, and of those that cannot be.
fn standing(words: &Words, book: &RegisterBook) -> Html {
    let is_invented = book
        .opened
        .as_ref()
        .is_some_and(|opened| opened.preview.form == RegisterForm::Invented);
    let computed = book.figures.as_ref().map(|_| {
        let tenths =
            rust_decimal::Decimal::from(book.microseconds) / rust_decimal::Decimal::ONE_THOUSAND;
        words.format(
            "register-computed",
            &[("milliseconds", &words.decimal(tenths, 1))],
        )
    });
    html! {
        <>
            if is_invented {
                <p class="register-invented" role="note" data-testid="register-is-invented">{ words.text("register-is-invented") }</p>
            }
            <p class="soft register-standing" role="status" data-testid="register-standing">
                if book.is_slow { { words.text("register-computing") } } else { { computed } }
            </p>
            if let Some(fault) = &book.fault {
                <p class="card fault" role="alert" data-testid="register-fault">{ said::fault(words, fault) }</p>
            }
        </>
    }
}

/// A part of the page; figures come when they are there.
fn panel(tab: RegisterTab, state: &Rc<State>, book: &RegisterBook) -> Html {
    let state = Shared(state.clone());
    if tab == RegisterTab::Opening {
        return html! { <OpeningPart region={state.region.id.clone()} /> };
    }
    let choices = html! { <ChoicesCard state={state.clone()} /> };
    let Some(figures) = book.figures.clone().map(Shared) else {
        return choices;
    };
    let part = match tab {
        RegisterTab::Opening => html! {},
        RegisterTab::Overview => html! { <OverviewPart {state} {figures} /> },
        RegisterTab::Gains => html! { <GainsPart {state} {figures} /> },
        RegisterTab::Risks => html! { <RisksPart {state} {figures} /> },
        RegisterTab::Averages => html! { <AveragesPart {state} {figures} /> },
    };
    html! { <>{ choices }{ part }</> }
}
