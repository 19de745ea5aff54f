//! The groups of which something came, and how far each has answered.

use yew::prelude::*;

use super::props::SheetProps;
use super::record::CollectAction;
use crate::app::view::context::use_page;
use crate::app::view::parts::focus;
use crate::app::words::Words;
use crate::exercise::collation::sheet::GroupRecord;
use crate::exercise::step::StepKind;
use crate::report::groups::group_name;

/// The groups.
#[component]
pub fn Overview(props: &SheetProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let Some(sheet) = props.at.and_then(|at| props.sheets.get(at)) else {
        return html! {};
    };
    // What is only shown asks for no answer.
    let steps = sheet.known.iter().flat_map(|known| &known.exercise.steps);
    let asked = steps.filter(|step| !matches!(step.kind, StepKind::Show(_)));
    let asked = asked.count();
    let line = |group: &GroupRecord| {
        let name = group_name(words, group);
        let remove = {
            let (record, key) = (props.record.clone(), group.key.clone());
            Callback::from(move |_: MouseEvent| {
                record.dispatch(CollectAction::Remove(key.clone()));
                let _may_fail = focus("groups-overview");
            })
        };
        html! {
            <li key={group.key.clone()}>
                <strong>{ &name }</strong>{ " " }<span class="soft">{ state_of(words, group, asked) }</span>
                <button type="button" class="button plain" onclick={remove}
                    aria-label={words.format("groups-remove", &[("group", &name)])}>{ "✕" }</button>
            </li>
        }
    };
    let count = sheet.groups.len().to_string();
    html! {
        <section class="card" aria-labelledby="groups-overview">
            <h2 id="groups-overview" tabindex="-1">{ words.format("groups-answered", &[("count", &count)]) }</h2>
            <ul class="groups-list" data-testid="groups-list">{ for sheet.groups.iter().map(line) }</ul>
        </section>
    }
}

/// The state of a group: the number of its answers.
fn state_of(words: &Words, group: &GroupRecord, asked: usize) -> String {
    let Some(last) = group.last() else {
        return words.text("groups-answered-called").to_string();
    };
    let done = last.answers.iter().flatten().count().to_string();
    let arguments = [("done", &*done), ("count", &*asked.to_string())];
    words.format("groups-answered-steps", &arguments)
}
