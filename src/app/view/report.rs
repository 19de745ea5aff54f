//! The report as a page of its own, as it will be printed, with the ways to take it along. While
//! it is open the rest of the page is hidden, on paper as on the screen.

mod figure;
pub mod paper;
mod workbook;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::use_page;
use super::cover::{use_cover, use_window_title};
use super::planning::answering::use_answering;
use super::shared::Shared;
use crate::app::clock;
use crate::app::effects::{files, storage};
use crate::app::state::{Action, News, State};
use crate::app::view::keys::use_escape;
use crate::app::words::Words;
use crate::planner::{Question, Reply};
use crate::report::document::Document;
use crate::report::own::{MOST_NAME_CHARACTERS, MOST_TITLE_CHARACTERS, Own};
use crate::report::{Facts, Findings, Given, csv, draws, markdown, report_of};
use paper::Paper;
use workbook::ExcelButton;

/// Storage key of the typed title in this tab.
const TITLE: &str = "report-title";
const NAME: &str = "report-name";

/// Properties of the report.
#[derive(Properties)]
pub struct ReportProps {
    /// The state.
    pub state: Rc<State>,
    /// The link of the scenario, as a whole address.
    pub address: AttrValue,
    /// Called when the reader goes back.
    pub on_close: Callback<()>,
}

impl PartialEq for ReportProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.address == other.address
    }
}

/// A state whose results make its facts other ones.
#[derive(Clone)]
struct Of(Rc<State>);

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.results, &other.0.results)
    }
}

/// The report's figures. Many projections are behind them, so that a typed title does not compute them again.
struct Known {
    facts: Facts,
    findings: Findings,
}

impl Known {
    fn of(state: &State) -> Self {
        let facts = Facts::of(&state.region, state.scenario());
        let findings = Findings::of(&state.region, state.scenario(), &facts);
        Self { facts, findings }
    }
}

/// Everything that the report depends on.
#[derive(Clone)]
struct Source {
    state: Rc<State>,
    known: Rc<Known>,
    address: AttrValue,
    own: Own,
    draws: Option<Shared<Reply>>,
    words: Words,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let same_state = Rc::ptr_eq(&self.known, &other.known);
        same_state
            && self.state.shown_name() == other.state.shown_name()
            && self.address == other.address
            && self.own == other.own
            && self.state.prices == other.state.prices
            && self.draws == other.draws
            && self.words == other.words
    }
}

impl Source {
    fn write(&self) -> Document {
        let given = Given {
            region: &self.state.region,
            scenario: self.state.scenario(),
            name: self.state.shown_name(),
            link: &self.address,
            date: clock::today(),
            own: &self.own,
            prices: self.state.prices,
            draws: match self.draws.as_deref() {
                Some(Reply::Chance(answer)) => Some(answer),
                _ => None,
            },
        };
        report_of(&given, &self.known.facts, &self.known.findings, &self.words)
    }
}

/// The report's page.
#[component]
pub fn ReportPage(props: &ReportProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let typed = use_state_eq(|| {
        let remembered = |key| storage::recall_in_tab(key).unwrap_or_default();
        (remembered(TITLE), remembered(NAME))
    });
    let known = use_memo(Of(props.state.clone()), |of| Known::of(&of.0));
    let source = Source {
        draws: use_draws(&props.state),
        state: props.state.clone(),
        known,
        address: props.address.clone(),
        own: Own::of(&typed.0, &typed.1),
        words: words.clone(),
    };
    let document = use_memo(source.clone(), Source::write);
    let title = use_node_ref();
    use_cover(&title);
    use_window_title(&document.title, words);
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    let cover = use_node_ref();
    use_escape(&cover, &props.on_close);
    let print = Callback::from(|_: MouseEvent| {
        // A browser without a printer has no dialog to show; the other forms remain.
        let _may_fail = gloo::utils::window().print();
    });
    let on_title = typing(TITLE, {
        let typed = typed.clone();
        move |text| typed.set((text, typed.1.clone()))
    });
    let on_name = typing(NAME, {
        let typed = typed.clone();
        move |text| typed.set((typed.0.clone(), text))
    });
    let save_markdown = saver(&page.act, &document, words, "md", markdown::write);
    let save_csv = saver(&page.act, &document, words, "csv", csv::write);
    html! {
        <div ref={cover} class="cover-page report-page">
            <header class="report-tools" aria-label={words.text("report-tools")}>
                <div class="report-actions">
                    <button type="button" class="button" data-testid="report-close" onclick={close}>
                        { words.text("report-close") }
                    </button>
                    <button type="button" class="button primary" data-testid="report-print"
                        onclick={print}>{ words.text("report-print") }</button>
                    <button type="button" class="button" data-testid="report-markdown"
                        onclick={save_markdown}>{ words.text("report-save-markdown") }</button>
                    <button type="button" class="button" data-testid="report-csv"
                        onclick={save_csv}>{ words.text("report-save-csv") }</button>
                    <ExcelButton state={props.state.clone()} address={props.address.clone()}
                        own={source.own.clone()} />
                </div>
                <div class="report-own">
                    <label>
                        <span>{ words.text("report-own-title") }</span>
                        <input type="text" data-testid="report-own-title" value={typed.0.clone()}
                            maxlength={MOST_TITLE_CHARACTERS.to_string()} oninput={on_title} />
                    </label>
                    <label>
                        <span>{ words.text("report-own-name") }</span>
                        <input type="text" data-testid="report-own-name" value={typed.1.clone()}
                            maxlength={MOST_NAME_CHARACTERS.to_string()} oninput={on_name} />
                    </label>
                    <p class="soft">{ words.text("report-own-hint") }</p>
                </div>
            </header>
            <main class="report-desk" aria-labelledby="report-title">
                <Paper document={paper::Written(document.clone())} {title} />
            </main>
        </div>
    }
}

/// The draws of the report, which a worker makes.
#[hook]
fn use_draws(state: &Rc<State>) -> Option<Shared<Reply>> {
    let answering = use_answering("report-draws");
    let request = draws::request(&state.region, &state.extras.distributions);
    let question = Question::Chance(request);
    {
        let (answering, state) = (answering.clone(), state.clone());
        let asked = (state.scenario().clone(), question.clone());
        use_effect_with(asked, move |(_, question)| {
            answering.ask(&state, question.clone());
        });
    }
    let answered = answering.answer_to(&question, state.scenario())?;
    Some(Shared(answered.reply.clone()))
}

/// Takes a typed text over and remembers it for this tab.
fn typing(key: &'static str, set: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let most = MOST_TITLE_CHARACTERS.max(MOST_NAME_CHARACTERS);
        let text: String = input.value().chars().take(most).collect();
        storage::remember_in_tab(key, &text);
        set(text);
    })
}

/// Saves the report in a form.
fn saver(
    act: &Callback<Action>,
    document: &Rc<Document>,
    words: &Words,
    ending: &'static str,
    write: fn(&Document, &crate::i18n::Catalog) -> String,
) -> Callback<MouseEvent> {
    let (act, document, words) = (act.clone(), document.clone(), words.clone());
    Callback::from(move |_: MouseEvent| {
        let text = write(&document, &words);
        let media_type = match ending {
            "csv" => "text/csv;charset=utf-8",
            _ => "text/markdown;charset=utf-8",
        };
        let saved = files::save(
            &file_name(&words, document.name.as_deref(), ending),
            media_type,
            &text,
        );
        notify_failure(&act, saved);
    })
}

/// The name of a file of the report of today, the scenario's own first.
fn file_name(words: &Words, scenario: Option<&str>, ending: &str) -> String {
    let date = clock::today();
    let date = format!("{}-{:02}-{:02}", date.year, date.month, date.day);
    let report = words.format("report-file-name", &[("date", &date)]);
    let name: Vec<&str> = scenario.into_iter().chain([&*report]).collect();
    files::file_name(&name.join("-"), ending)
}

fn notify_failure(act: &Callback<Action>, saved: Result<(), JsValue>) {
    if saved.is_err() {
        act.emit(Action::Notify(News::Failed("library-save-failed")));
    }
}
