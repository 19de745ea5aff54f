//! Money by actual sources and uses beside the assumed division, and projects by size between edges of the bureau's own.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::desk::ProjectDesk;
use super::table;
use crate::app::view::bureau::book::BureauHandle;
use crate::app::view::context::use_page;
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::shared::Shared;
use crate::counties::settings::CountySettings;
use crate::region::key::Unit;

/// The greatest edge, in yuan.
const MOST_EDGE: i64 = 1_000_000_000_000;
/// The least distance of two edges, in yuan.
const LEAST_STEP: i64 = 10_000;

/// Properties of the part.
#[derive(Properties, PartialEq)]
pub struct MoneyProps {
    /// The data.
    pub desk: Shared<ProjectDesk>,
    /// The bureau's settings.
    pub book: BureauHandle,
}

/// The part.
#[component]
pub fn MoneyPart(props: &MoneyProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let tables = &props.desk.tables;
    html! {
        <>
            <section class="card" aria-labelledby="projects-money-title">
                <h2 id="projects-money-title">{ words.text("projects-section-money") }</h2>
                { table(words, &tables.division) }
                { table(words, &tables.funds) }
                { table(words, &tables.standings) }
            </section>
            <section class="card" aria-labelledby="projects-sizes-title">
                <h2 id="projects-sizes-title">{ words.text("projects-section-sizes") }</h2>
                <Edges book={props.book.clone()} />
                { table(words, &tables.sizes) }
            </section>
        </>
    }
}

/// Properties of the edges.
#[derive(Properties, PartialEq)]
struct EdgesProps {
    book: BureauHandle,
}

/// The edges of the classes, each between its neighbours.
#[component]
fn Edges(props: &EdgesProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let edges = &props.book.settings().projects.edges;
    let step = Decimal::from(LEAST_STEP);
    let field = |(at, edge): (usize, &Decimal)| {
        let before = at.checked_sub(1).and_then(|at| edges.get(at));
        let least = before.map_or(step, |before| *before + step);
        let most = edges
            .get(at + 1)
            .map_or(Decimal::from(MOST_EDGE), |next| *next - step);
        let number = (at + 1).to_string();
        let book = props.book.clone();
        let on_value = Callback::from(move |value: Decimal| {
            book.edit(None, move |settings| {
                if let Some(edge) = settings.projects.edges.get_mut(at) {
                    *edge = value;
                }
            });
        });
        html! {
            <div class="projects-edge">
                <LimitField id={format!("projects-edge-{number}")} unit={Unit::Yuan} value={*edge} range={Some((least, most))}
                    label={words.format("projects-edge", &[("number", &number)])} {on_value} />
            </div>
        }
    };
    let usual = CountySettings::default().projects.edges;
    let reset = {
        let (book, usual) = (props.book.clone(), usual.clone());
        Callback::from(move |_: MouseEvent| {
            let usual = usual.clone();
            book.edit(None, move |settings| {
                settings.projects.edges.clone_from(&usual)
            });
        })
    };
    html! {
        <fieldset class="projects-edges">
            <legend>{ words.text("projects-edges") }</legend>
            { for edges.iter().enumerate().map(field) }
            <button type="button" class="button" disabled={*edges == usual} data-testid="projects-edges-reset" onclick={reset}>
                { words.text("projects-edges-reset") }
            </button>
        </fieldset>
    }
}
