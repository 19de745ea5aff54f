//! Messages for the user: announced politely, closed by hand, with a way to act on them. A message that something
//! was done leaves by itself.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::context::use_page;
use crate::app::state::{Action, Brought, News, Notice, Origin, StorageFault};
use crate::app::words::Words;

/// The notices.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The notices, newest last.
    pub notices: Vec<Notice>,
    /// True while a page of its own covers the rest.
    pub is_covered: bool,
    /// Opens the comparison of drafts.
    pub on_compare: Callback<()>,
    /// Opens the list of everything that is saved.
    pub on_saved_scenarios: Callback<()>,
}

/// Display time of a message that something was done, in milliseconds; it waits while somebody uses it.
const DONE_MS: u32 = 6_000;

/// Publishes the height of the notices to the style sheet: the page is lower by it, and what is stuck to the top of a
/// page that covers all is placed below them.
fn publish_height(list: &NodeRef) {
    // With its border, which takes its part of the window, too.
    let height = list.cast::<HtmlElement>().map(|list| list.offset_height());
    let root = gloo::utils::document().document_element();
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let height = format!("{}px", height.unwrap_or_default());
        let set = root.style().set_property("--notices-height", &height);
        debug_assert!(set.is_ok(), "a length is a value");
    }
}

/// The list of notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let page = use_page();
    let list = use_node_ref();
    use_effect_with((props.notices.clone(), props.is_covered), {
        let list = list.clone();
        move |_| {
            publish_height(&list);
            // A narrower window changes their line breaks.
            let resized = EventListener::new(&gloo::utils::window(), "resize", {
                let list = list.clone();
                move |_| publish_height(&list)
            });
            // Once they are where they will stay: what covers the page comes after them.
            let timer = Timeout::new(0, move || publish_height(&list));
            move || drop((timer, resized))
        }
    });
    html! {
        <div ref={list} class="notices" role="status" aria-label={page.words.text("notices")}>
            { for props.notices.iter().map(|notice| html! {
                <NoticeCard key={notice.id} notice={notice.clone()} on_compare={props.on_compare.clone()}
                    on_saved_scenarios={props.on_saved_scenarios.clone()} />
            }) }
        </div>
    }
}

/// The drafts that a link or a file brought, and those that were left out.
fn drafts_added(words: &Words, brought: &Brought) -> Html {
    let count = brought.added.to_string();
    let names = brought.left_out.join(&words.text("list-and"));
    html! {
        <div data-testid="drafts-added">
            if brought.added > 0 { <p>{ words.format("notice-drafts-added", &[("count", &count)]) }</p> }
            if !brought.left_out.is_empty() { <p>{ words.format("notice-drafts-left", &[("names", &names)]) }</p> }
            if brought.without_doubts { <p>{ words.text("notice-doubts-left") }</p> }
        </div>
    }
}

/// One notice.
#[derive(Properties, PartialEq)]
struct NoticeProps {
    notice: Notice,
    on_compare: Callback<()>,
    on_saved_scenarios: Callback<()>,
}

/// Closes a notice that something was done after some seconds; returns a callback that says whether somebody uses
/// it, with the pointer or the focus.
#[hook]
fn use_leaving(leaves: bool, id: u64) -> Callback<bool> {
    let act = use_page().act;
    let is_looked_at = use_state_eq(|| false);
    use_effect_with((leaves && !*is_looked_at, act), move |(leaves, act)| {
        let act = act.clone();
        let timer = leaves.then(|| Timeout::new(DONE_MS, move || act.emit(Action::Close(id))));
        move || drop(timer)
    });
    let setter = is_looked_at.setter();
    use_callback((), move |looked_at: bool, ()| setter.set(looked_at))
}

#[component]
fn NoticeCard(props: &NoticeProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let id = props.notice.id;
    let close = {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Close(id)))
    };
    let see_kept = {
        let on_saved_scenarios = props.on_saved_scenarios.clone();
        let onclick = Callback::from(move |_: MouseEvent| on_saved_scenarios.emit(()));
        html! { <button type="button" class="button" data-testid="see-kept" {onclick}>{ words.text("notice-see-kept") }</button> }
    };
    let looked_at = use_leaving(matches!(props.notice.news, News::Done(_)), id);
    let (class, content) = match &props.notice.news {
        News::Problems(origin, problems) => {
            let head = match origin {
                Origin::Link => words.text("notice-problems-link"),
                Origin::File => words.text("notice-problems-file"),
                Origin::Storage => words.text("notice-problems-storage"),
            };
            let list = problems
                .iter()
                .map(|problem| html! { <li>{ words.problem(problem) }</li> });
            (
                "warn",
                html! { <><p><strong>{ head }</strong></p><ul>{ for list }</ul></> },
            )
        }
        News::Refused(origin, problems) => {
            let head = match origin {
                Origin::Link => words.text("notice-refused-link"),
                Origin::File => words.text("notice-refused-file"),
                Origin::Storage => words.text("notice-refused-storage"),
            };
            let list = problems
                .iter()
                .map(|problem| html! { <li>{ words.problem(problem) }</li> });
            (
                "warn",
                html! { <div data-testid="refused"><p><strong>{ head }</strong></p><ul>{ for list }</ul></div> },
            )
        }
        News::DraftsAdded(brought) => {
            let is_whole = brought.left_out.is_empty() && !brought.without_doubts;
            let class = if is_whole { "info" } else { "warn" };
            (class, drafts_added(words, brought))
        }
        News::LeftBehind(problems) => {
            let list = problems
                .iter()
                .map(|problem| html! { <li>{ words.problem(problem) }</li> });
            (
                "warn",
                html! { <><p><strong>{ words.text("notice-left-behind") }</strong></p><ul>{ for list }</ul></> },
            )
        }
        News::FiguresChanged(shared, today, vintage) => {
            let text = words.changed_headline(*shared, *today, *vintage);
            (
                "warn",
                html! { <p data-testid="figures-changed">{ text }</p> },
            )
        }
        News::WorkKept(scenario, name) => {
            let bring_back = {
                let (act, scenario, name) = (page.act.clone(), scenario.clone(), name.clone());
                Callback::from(move |_: MouseEvent| {
                    act.emit(Action::Restore(scenario.clone(), name.clone()));
                })
            };
            let compare = {
                let (act, scenario) = (page.act.clone(), scenario.clone());
                let usual = words.text("compare-mine-name").to_string();
                let (name, on_compare) = (name.clone().unwrap_or(usual), props.on_compare.clone());
                Callback::from(move |_: MouseEvent| {
                    act.emit(Action::AddDraft(name.clone(), scenario.clone()));
                    on_compare.emit(());
                })
            };
            let content = html! {
                <>
                    <p>{ words.text("notice-work-kept") }</p>
                    <div class="notice-ways">
                        <button type="button" class="button" data-testid="bring-back"
                            onclick={bring_back}>{ words.text("notice-bring-back") }</button>
                        <button type="button" class="button" data-testid="compare-mine"
                            onclick={compare}>{ words.text("notice-compare-mine") }</button>
                    </div>
                </>
            };
            ("info", content)
        }
        News::ExtrasKept(extras) => {
            let bring_back = {
                let (act, extras) = (page.act.clone(), extras.clone());
                Callback::from(move |_: MouseEvent| {
                    act.emit(Action::RestoreExtras(extras.clone()));
                })
            };
            let content = html! {
                <>
                    <p>{ words.text("notice-tray-kept") }</p>
                    <button type="button" class="button" data-testid="bring-tray-back"
                        onclick={bring_back}>{ words.text("notice-bring-back") }</button>
                </>
            };
            ("info", content)
        }
        News::StorageFailed(fault) => {
            let text = match fault {
                StorageFault::Blocked => words.text("notice-storage-blocked"),
                StorageFault::Full => words.text("notice-storage-full"),
            };
            let can_help = matches!(fault, StorageFault::Full);
            (
                "warn",
                html! { <><p>{ text }</p>if can_help { { see_kept } }</> },
            )
        }
        News::Unreadable(count) => {
            let said = words.format("notice-unreadable", &[("count", &count.to_string())]);
            ("warn", html! { <><p>{ said }</p>{ see_kept }</> })
        }
        News::MuchKept(count) => {
            let said = words.format("notice-much-kept", &[("count", &count.to_string())]);
            ("info", html! { <><p>{ said }</p>{ see_kept }</> })
        }
        News::Done(id) => ("info", html! { <p>{ words.text(id) }</p> }),
        News::Failed(id) => ("warn", html! { <p>{ words.text(id) }</p> }),
    };
    html! {
        <section class={classes!("notice", class)}
            onpointerover={looked_at.reform(|_: PointerEvent| true)} onpointerout={looked_at.reform(|_: PointerEvent| false)}
            onfocusin={looked_at.reform(|_: FocusEvent| true)} onfocusout={looked_at.reform(|_: FocusEvent| false)}>
            <div class="notice-content">{ content }</div>
            <button type="button" class="button plain" onclick={close}
                aria-label={words.text("close")}>{ "✕" }</button>
        </section>
    }
}
