//! The outcome of the last reading, in words.

use std::rc::Rc;

use yew::prelude::*;

use super::record::CollectNews;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::exercise::collation::MOST_RESULTS;
use crate::report::groups::fault_words;

/// Properties of the words.
#[derive(Properties, PartialEq)]
pub struct NewsProps {
    /// The news.
    pub news: Rc<CollectNews>,
}

/// The words.
#[component]
pub fn ReadNews(props: &NewsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let news = &props.news;
    let faults = faults(words, news);
    let count = (faults.len() + news.further).to_string();
    html! {
        <>
            { for lines(words, news).into_iter().map(|line| html! { <p>{ line }</p> }) }
            if !faults.is_empty() {
                <p class="remark refused">{ words.format("groups-added-faults", &[("count", &count)]) }</p>
                <ul class="groups-faults" data-testid="groups-faults">
                    { for faults.into_iter().map(|fault| html! { <li>{ fault }</li> }) }
                </ul>
            }
        </>
    }
}

fn lines(words: &Words, news: &CollectNews) -> Vec<String> {
    let said = |id: &str, count: usize| words.format(id, &[("count", &count.to_string())]);
    let mut lines = Vec::new();
    for title in &news.exercises {
        let title = title.filled(words.language(), |_| String::new());
        lines.push(words.format("groups-added-exercise", &[("title", &title)]));
    }
    let added = news.added;
    if added.new > 0 {
        lines.push(words.format("groups-added", &[("new", &added.new.to_string())]));
    }
    if added.repeated > 0 {
        lines.push(said("groups-added-repeated", added.repeated));
    }
    if added.left_out > 0 {
        let (count, most) = (added.left_out.to_string(), MOST_RESULTS.to_string());
        let arguments = [("count", &*count), ("most", &*most)];
        lines.push(words.format("groups-added-full", &arguments));
    }
    if news.is_cut {
        lines.push(words.text("groups-added-cut").to_string());
    }
    if lines.is_empty() && news.faults.is_empty() && news.files.is_empty() {
        lines.push(words.text("groups-added-none").to_string());
    }
    if news.further > 0 {
        lines.push(said("groups-added-more-faults", news.further));
    }
    lines
}

fn faults(words: &Words, news: &CollectNews) -> Vec<String> {
    let of_files = news.files.iter().map(|(name, problem)| {
        let problem = words.problem(problem);
        match name.as_str() {
            "" => words.format("groups-kept-unreadable", &[("problem", &problem)]),
            name => words.format(
                "groups-fault-of-file",
                &[("file", name), ("problem", &problem)],
            ),
        }
    });
    let of_texts = news.faults.iter();
    let of_texts = of_texts.map(|(name, fault)| fault_words(words, name.as_deref(), fault));
    of_files.chain(of_texts).collect()
}
