//! What the user should know: announced politely, closed by hand, with a way to act on it.

use yew::prelude::*;

use super::context::{Words, use_page};
use crate::app::state::{Action, Brought, News, Notice, Origin, StorageFault};

/// The notices.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The notices, newest last.
    pub notices: Vec<Notice>,
}

/// The list of notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let page = use_page();
    html! {
        <div class="notices" role="status" aria-label={page.words.text("notices")}>
            { for props.notices.iter().map(|notice| html! {
                <NoticeCard key={notice.id} notice={notice.clone()} />
            }) }
        </div>
    }
}

/// What a link or a file brought into the tray, and what of it was left out.
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
                Origin::Storage => words.text("notice-problems-storage"),
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
        News::FiguresChanged(shared, today) => {
            let shared = words.decimal(*shared, 2);
            let today = words.decimal(*today, 2);
            let text = words.format("notice-figures", &[("shared", &shared), ("today", &today)]);
            (
                "warn",
                html! { <p data-testid="figures-changed">{ text }</p> },
            )
        }
        News::WorkKept(scenario, name) => {
            let bring_back = {
                let (act, scenario, name) = (page.act.clone(), scenario.clone(), name.clone());
                Callback::from(move |_: MouseEvent| {
                    act.emit(Action::BringBack(scenario.clone(), name.clone()));
                })
            };
            let content = html! {
                <>
                    <p>{ words.text("notice-work-kept") }</p>
                    <button type="button" class="button" data-testid="bring-back"
                        onclick={bring_back}>{ words.text("notice-bring-back") }</button>
                </>
            };
            ("info", content)
        }
        News::ExtrasKept(extras) => {
            let bring_back = {
                let (act, extras) = (page.act.clone(), extras.clone());
                Callback::from(move |_: MouseEvent| {
                    act.emit(Action::BringExtrasBack(extras.clone()));
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
            ("warn", html! { <p>{ text }</p> })
        }
        News::Done(id) => ("info", html! { <p>{ words.text(id) }</p> }),
        News::Failed(id) => ("warn", html! { <p>{ words.text(id) }</p> }),
    };
    html! {
        <section class={classes!("notice", class)}>
            <div class="notice-content">{ content }</div>
            <button type="button" class="button plain" onclick={close}
                aria-label={words.text("close")}>{ "✕" }</button>
        </section>
    }
}
