//! Income over a lifetime for a yuan spent, by its use, and the values that turn the order of uses.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::lifetime::switching::LifetimeSwitch;
use crate::analysis::lifetime::{LifetimeAnswer, LifetimeTable};
use crate::app::effects::files;
use crate::app::state::{Action, News, State};
use crate::app::view::context::{Context, use_page};
use crate::app::view::planning::answering::use_answering;
use crate::app::words::Words;
use crate::chart::lifetime as said;
use crate::planner::{Question, Reply};
use crate::region::Region;
use crate::region::key::Year;

/// Most switching values that are shown.
const SWITCHES_SHOWN: usize = 10;

/// Properties of the part.
#[derive(Properties)]
pub struct LifetimeProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for LifetimeProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The part, folded until opened; it is worked out when it is asked for.
#[component]
pub fn Lifetime(props: &LifetimeProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let answering = use_answering("lifetime-answer");
    let question = Question::Lifetime;
    let run = {
        let (answering, state) = (answering.clone(), state.clone());
        Callback::from(move |_: MouseEvent| answering.ask(&state, Question::Lifetime))
    };
    let answered = answering.answer_to(&question, state.scenario());
    html! {
        <details class="bounds" data-testid="lifetime">
            <summary>{ words.text("lifetime-title") }</summary>
            <p class="soft">{ words.text("lifetime-about") }</p>
            <button type="button" class="button" data-testid="lifetime-run" onclick={run}>
                { words.text("lifetime-run") }
            </button>
            { answering.waiting() }
            { answering.outdated(words, &question, state.scenario()) }
            if let Some(answered) = answered {
                if let Reply::Lifetime(answer) = &*answered.reply {
                    { shown(&page, &state.region, answer) }
                }
            }
        </details>
    }
}

fn shown(page: &Context, region: &Region, answer: &LifetimeAnswer) -> Html {
    let words = &page.words;
    let lifetime = &answer.table;
    let title = words.text("lifetime-title");
    let (lead, note) = (said::lead(words, lifetime), said::note(words, lifetime));
    let disagreement = disagreement(words, region, lifetime);
    let table = said::table(words, lifetime);
    let save = {
        let act = page.act.clone();
        let name = files::file_name(&words.text("lifetime-file-name"), "csv");
        let lines = [title.to_string(), lead.clone(), note.clone()];
        let above: Vec<&str> = lines.iter().map(String::as_str).collect();
        let text = table.csv(&above);
        Callback::from(move |_: MouseEvent| {
            if files::save(&name, "text/csv;charset=utf-8", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    let rows = lifetime.rows.iter();
    html! {
        <div class="goal-answer" data-testid="lifetime-answer" aria-live="polite">
            <p>{ lead }</p>
            if let Some(disagreement) = disagreement {
                <p class="planning-caution" data-testid="lifetime-disagrees">{ disagreement }</p>
            }
            <div class="scroller" role="region" tabindex="0" aria-label={title}>
                <table class="planning-table" data-testid="lifetime-table">
                    <thead><tr>
                        { for table.heads.iter().enumerate().map(|(place, head)| html! {
                            <th scope="col" class={classes!((place > 0).then_some("number"))}>{ head.clone() }</th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for rows.map(|row| html! {
                            <tr>
                                <th scope="row">{ said::use_name(words, row.place) }</th>
                                { for [row.horizon, row.far].into_iter().flat_map(|own| [own.plain, own.discounted])
                                    .map(|amount| html! { <td class="number">{ said::yuan(words, amount) }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="soft">{ note }</p>
            { switches(words, lifetime, &answer.switching) }
            <div>
                <button type="button" class="button" data-testid="lifetime-csv" onclick={save}>
                    { words.text("lifetime-save") }
                </button>
            </div>
        </div>
    }
}

/// A sentence where the model disagrees with the study that the region cites.
fn disagreement(words: &Words, region: &Region, lifetime: &LifetimeTable) -> Option<String> {
    let capital = lifetime.capital.as_ref()?;
    let study = lifetime.study(region)?;
    said::disagreement(words, capital, lifetime.far, &words.citation(study))
}

/// The values that turn the order of two uses; where both columns turn at the same value, once.
fn switches(words: &Words, lifetime: &LifetimeTable, all: &[LifetimeSwitch]) -> Html {
    if all.is_empty() {
        return html! { <p class="soft" data-testid="lifetime-firm">{ words.text("lifetime-firm") }</p> };
    }
    let year = |turn: &LifetimeSwitch| match turn.is_far {
        true => lifetime.far,
        false => lifetime.horizon,
    };
    let mut told: Vec<(LifetimeSwitch, Vec<Year>)> = Vec::new();
    for turn in all {
        let same = told.iter_mut().find(|(own, _)| {
            let other = LifetimeSwitch {
                is_far: own.is_far,
                ..*turn
            };
            *own == other
        });
        match same {
            Some((_, years)) => years.push(year(turn)),
            None => told.push((*turn, vec![year(turn)])),
        }
    }
    let more = told.len().saturating_sub(SWITCHES_SHOWN);
    html! {
        <div data-testid="lifetime-switching">
            <h3>{ words.text("lifetime-switching") }</h3>
            <ul class="goal-others">
                { for told.iter().take(SWITCHES_SHOWN).map(|(turn, years)| html! {
                    <li>{ said::switch(words, turn, years) }</li>
                }) }
            </ul>
            if more > 0 {
                <p class="soft">{ words.format("lifetime-more", &[("count", &more.to_string())]) }</p>
            }
        </div>
    }
}
