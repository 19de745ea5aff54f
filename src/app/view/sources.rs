//! Sources and assumptions as a page of its own: every value with its origin, its users and its effect on the
//! result; the user can enter own values and sources here.

mod correct;
mod projects;
mod published;
mod row;

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::inputs::matrix::refusal::refusal;
use super::inputs::series::AddFigure;
use super::shared::Shared;
use super::undo::UndoButtons;
use crate::analysis::known_total::component_of;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::one_way_sensitivity::{Swing, no_effect_reason, swings};
use crate::analysis::plausible::Unlikely;
use crate::analysis::policy::in_force;
use crate::analysis::uses::{uses, uses_of_series};
use crate::app::effects::corrections::use_corrections;
use crate::app::effects::files;
use crate::app::state::{Action, News, Refused, State};
use crate::app::view::keys::use_keys;
use crate::app::words::Words;
use crate::number::YuanPerPerson;
use crate::region::key::{Component, Key, Year, income0};
use crate::region::{Region, Status};
use crate::report::register::{
    self, Beside, RegisterEntry, RegisterFilter, RegisterView, by_group, search_texts, used_by,
    write_csv,
};
use crate::scenario::Scenario;
use crate::scenario::matrix::MatrixPart;
use correct::{CorrectDialog, LastCorrectionLine};
use projects::ProjectTypes;
use published::Published;
use row::{Moves, SourceRow, swing_column};

/// Properties of the page.
#[derive(Properties)]
pub struct SourcesProps {
    /// The state.
    pub state: Rc<State>,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
    /// Called with every press, on figures too.
    pub on_press: Callback<MouseEvent>,
}

impl PartialEq for SourcesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The page of sources.
#[component]
pub fn SourcesPage(props: &SourcesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let state = &props.state;
    let region = Shared(state.region.clone());
    let scenario = state.scenario();
    let title = use_node_ref();
    use_cover(&title);
    use_window_title(&words.text("sources-title"), words);
    let view = use_state_eq(|| RegisterView {
        filter: RegisterFilter::All,
        search: String::new(),
        by_swing: false,
        step: 0,
        of: OutcomeMeasure::Income,
    });
    let uses = use_memo(region.clone(), |region| uses(region));
    let texts = use_memo((region.clone(), words.clone()), |(region, words)| {
        search_texts(region, words)
    });
    let swings = {
        let region = region.clone();
        let deps = (Values(scenario.clone()), view.of);
        use_memo(deps, move |(scenario, of)| {
            swings(&region, &scenario.0, *of)
        })
    };
    let (_, example) = in_force(&region, scenario, view.of);
    let entries = RegisterEntry::all(&region, scenario);
    let now = register::shown(&view, &entries, &swings, &texts);
    // What was shown when the view was chosen stays, in its order.
    let chosen = use_mut_ref(|| None::<(RegisterView, Vec<Key>)>);
    let kept: Vec<Key> = {
        let mut chosen = chosen.borrow_mut();
        match &mut *chosen {
            Some((of, keys)) if *of == *view => keys.clone(),
            other => {
                let keys: Vec<Key> = now.iter().map(|entry| entry.key).collect();
                *other = Some(((*view).clone(), keys.clone()));
                keys
            }
        }
    };
    let shown = register::kept(&view, &kept, &now, &entries);
    let widest = swings.values().map(|swing| swing.width(view.step)).max();
    let total = words.money(YuanPerPerson(known_total(&region, scenario)));
    let year = AttrValue::from((region.years.first_plan + view.step as u16).to_string());
    let unlikely = Unlikely::all(&region, scenario);
    let row = |entry: &RegisterEntry| {
        let swing = swings.get(&entry.key);
        let of_series = uses_of_series(entry.key);
        let used = uses.get(&entry.key).unwrap_or(&of_series);
        let moves = swing.map(|swing| Moves {
            still: no_effect_reason(&region, scenario, view.of, (swing, used), view.step),
            total: component_of(entry.key).map(|_| total.clone().into()),
            ..moves(swing, &view, &region, widest)
        });
        html! {
            <SourceRow key={entry.key.to_string()} entry={entry.clone()} region={region.clone()} year={year.clone()}
                {moves} used={used_by(used, words)} is_replaced={!view.filter.holds(entry)}
                unlikely={unlikely.iter().find(|unlikely| unlikely.key == entry.key).copied()}
                fault={fault(words, state, entry.key)} />
        }
    };
    let rows = if view.by_swing {
        html! { <tbody>{ for shown.iter().map(|entry| row(entry)) }</tbody> }
    } else {
        by_group(&shown)
            .into_iter()
            .map(|(group, entries)| {
                html! {
                    <tbody key={group.name()}>
                        <tr class="sources-group">
                            <th colspan="6" scope="rowgroup">{ words.group(group) }</th>
                        </tr>
                        { for entries.into_iter().map(row) }
                    </tbody>
                }
            })
            .collect()
    };
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let corrections = use_corrections(&state.region);
    let corrects = use_state_eq(|| false);
    let open_corrections = {
        let corrects = corrects.setter();
        Callback::from(move |_: MouseEvent| corrects.set(true))
    };
    let close_corrections = {
        let corrects = corrects.setter();
        Callback::from(move |()| corrects.set(false))
    };
    let cover = use_node_ref();
    use_keys(&cover, {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            // In a field Escape gives up what was typed there.
            let in_field = event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| !input.value().is_empty());
            if event.key() == "Escape" && !in_field {
                on_close.emit(());
            }
        })
    });
    let save = {
        let beside = Beside {
            region: &region,
            swings: &swings,
            uses: &uses,
            step: view.step,
            of: view.of,
        };
        let text = Rc::new(write_csv(&shown, &beside, words));
        let name = files::file_name(&words.text("sources-file-name"), "csv");
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            if files::save(&name, "text/csv;charset=utf-8", &text).is_err() {
                act.emit(Action::Notify(News::Failed("library-save-failed")));
            }
        })
    };
    html! {
        <div ref={cover} class="cover-page sources-page">
            <header class="report-tools" aria-label={words.text("sources-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="sources-close" onclick={close}>
                        { words.text("sources-close") }
                    </button>
                    <button type="button" class="button" data-testid="sources-csv" onclick={save}>
                        { words.text("sources-save-csv") }
                    </button>
                    <button type="button" class="button" data-testid="sources-correct" onclick={open_corrections}>
                        { words.text("correct-open") }
                    </button>
                    <UndoButtons can_undo={corrections.has_step_back(state)} can_redo={state.history.can_redo()}
                        corrections={corrections.in_reach(state)} />
                </div>
                { tools(words, &view, &entries, &region) }
            </header>
            if *corrects {
                <CorrectDialog state={state.clone()} on_close={close_corrections} />
            }
            <main class="sources-desk" aria-labelledby="sources-title" onclick={props.on_press.clone()}>
                <h1 id="sources-title" ref={title} tabindex="-1">{ words.text("sources-title") }</h1>
                <p>{ words.text("sources-lead") }</p>
                if let Some(count) = corrections.back {
                    <LastCorrectionLine version={region.version} {count} />
                }
                <p class="soft" data-testid="sources-count">{ counts(words, &entries) }</p>
                if let Some(example) = example {
                    <p data-testid="sources-example">
                        { words.format("sources-in-example", &[("name", &words.text(&format!("example-{}", example.name())))]) }
                    </p>
                }
                <p class="unseen" role="status" data-testid="sources-shown">
                    { words.format("sources-shown", &[("count", &shown.len().to_string())]) }
                </p>
                if shown.is_empty() {
                    <p class="empty">{ words.text("sources-none") }</p>
                } else {
                    <table class="sources-table parameters" data-testid="sources-table">
                        <caption class="unseen">{ words.text("sources-table") }</caption>
                        <thead><tr>
                            { for columns(view.of).map(|id| html! {
                                <th scope="col">{ words.format(id, &[("year", &year)]) }</th>
                            }) }
                        </tr></thead>
                        { rows }
                    </table>
                }
                <AddFigure place="sources" years={region.years} />
                <ProjectTypes region={region.clone()} />
                <Published {region} />
            </main>
        </div>
    }
}

fn columns(of: OutcomeMeasure) -> [&'static str; 6] {
    [
        "sources-column-name",
        "sources-column-own",
        "sources-column-status",
        "sources-column-range",
        swing_column(of),
        "sources-column-evidence",
    ]
}

/// The sum of the known income's components.
fn known_total(region: &Region, scenario: &Scenario) -> Decimal {
    let values = Component::ALL.map(|component| scenario.value(region, income0(component).into()));
    values.into_iter().flatten().sum()
}

/// A scenario that is compared by its values: notes change no number.
#[derive(Clone)]
struct Values(Scenario);

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.0.has_values_of(&other.0)
    }
}

fn moves(
    swing: &Swing,
    view: &RegisterView,
    region: &Region,
    widest: Option<YuanPerPerson>,
) -> Moves {
    let at = |way: &Option<Vec<YuanPerPerson>>| way.as_ref()?.get(view.step).copied();
    Moves {
        of: view.of,
        year: region.years.first_plan + view.step as Year,
        at_least: at(&swing.at_least),
        at_most: at(&swing.at_most),
        widest: widest.unwrap_or(YuanPerPerson::ZERO),
        still: None,
        total: None,
    }
}

/// The reason why the last change of a value was refused.
fn fault(words: &Words, state: &State, key: Key) -> Option<AttrValue> {
    let of = |part| MatrixPart::of_key(key) == Some(part);
    let text = match state.refused.as_ref()? {
        Refused::Value(refused, fault) if *refused == key => words.fault(fault),
        Refused::Funds(part, impossible) if of(*part) => refusal(words, *part, impossible),
        Refused::FundsText(part, fault) if of(*part) => words.fault(fault),
        _ => return None,
    };
    Some(text.into())
}

fn counts(words: &Words, entries: &[RegisterEntry]) -> String {
    let count =
        |holds: fn(&RegisterEntry) -> bool| entries.iter().filter(|entry| holds(entry)).count();
    let is_assumption = |entry: &RegisterEntry| entry.status == Some(Status::Assumption);
    words.format(
        "sources-count",
        &[
            ("all", &entries.len().to_string()),
            ("assumptions", &count(is_assumption).to_string()),
            ("open", &count(RegisterEntry::is_open).to_string()),
            ("own", &count(|entry| entry.is_own).to_string()),
        ],
    )
}

/// Filter, search, order and year.
fn tools(
    words: &Words,
    view: &UseStateHandle<RegisterView>,
    entries: &[RegisterEntry],
    region: &Region,
) -> Html {
    let change = |edit: fn(&mut RegisterView, String)| {
        let view = view.clone();
        move |value: String| {
            let mut next = (*view).clone();
            edit(&mut next, value);
            view.set(next);
        }
    };
    let on_select = |edit: fn(&mut RegisterView, String)| {
        let change = change(edit);
        Callback::from(move |event: Event| {
            change(event.target_unchecked_into::<HtmlSelectElement>().value());
        })
    };
    let on_search = {
        let change = change(|view, value| view.search = value);
        Callback::from(move |event: InputEvent| {
            change(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let on_filter = on_select(|view, value| {
        let chosen = RegisterFilter::ALL
            .into_iter()
            .find(|one| one.name() == value);
        view.filter = chosen.unwrap_or(view.filter);
    });
    let on_order = on_select(|view, value| view.by_swing = value == "swing");
    let on_of = on_select(|view, value| {
        view.of = match value == OutcomeMeasure::Difference.name() {
            true => OutcomeMeasure::Difference,
            false => OutcomeMeasure::Income,
        };
    });
    let measures = [OutcomeMeasure::Income, OutcomeMeasure::Difference].map(|of| {
        let name = match of {
            OutcomeMeasure::Income => "sources-of-income",
            OutcomeMeasure::Difference => "sources-of-difference",
        };
        html! { <option value={of.name()} selected={view.of == of}>{ words.text(name) }</option> }
    });
    let on_year = on_select(|view, value| view.step = value.parse().unwrap_or(view.step));
    let filters = RegisterFilter::ALL.map(|filter| {
        let count = entries.iter().filter(|entry| filter.holds(entry)).count();
        let name = words.text(&format!("sources-filter-{}", filter.name()));
        let parts = [("name", &*name), ("count", &*count.to_string())];
        html! {
            <option value={filter.name()} selected={view.filter == filter}>
                { words.format("sources-filter-option", &parts) }
            </option>
        }
    });
    let years = region.years.plan().enumerate().map(|(step, year)| {
        html! { <option value={step.to_string()} selected={view.step == step}>{ year }</option> }
    });
    html! {
        <div class="sources-tools">
            <label>
                <span>{ words.text("sources-filter") }</span>
                <select data-testid="sources-filter" onchange={on_filter}>{ for filters }</select>
            </label>
            <label>
                <span>{ words.text("sources-order") }</span>
                <select data-testid="sources-order" onchange={on_order}>
                    <option value="group" selected={!view.by_swing}>{ words.text("sources-order-group") }</option>
                    <option value="swing" selected={view.by_swing}>{ words.text("sources-order-swing") }</option>
                </select>
            </label>
            <label>
                <span>{ words.text("sources-of") }</span>
                <select data-testid="sources-of" onchange={on_of}>{ for measures }</select>
            </label>
            <label>
                <span>{ words.text("sources-year") }</span>
                <select data-testid="sources-year" onchange={on_year}>{ for years }</select>
            </label>
            <label>
                <span>{ words.text("sources-search") }</span>
                <input type="search" data-testid="sources-search" value={view.search.clone()}
                    placeholder={words.text("sources-search-hint")} maxlength="80" oninput={on_search} />
            </label>
        </div>
    }
}
