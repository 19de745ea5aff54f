//! The funds matrix: four levels that pay, three categories they pay for, every total; any part
//! can be typed, slid and locked.

mod cell;
mod parts;
pub mod refusal;
mod rule;
mod steer;
mod transfer;

use yew::prelude::*;

use super::evidence::{Badge, Evidence};
use super::row::idle_text;
use super::stake::stake_line;
use crate::analysis::funds_floor::FloorCut;
use crate::analysis::ineffective_changes::IneffectiveReason;
use crate::analysis::lever_effects::LeverEffect;
use crate::analysis::lever_help::LeverHelp;
use crate::analysis::plausible::Unlikely;
use crate::analysis::summary::CentralIndustry;
use crate::app::state::{Action, Carried};
use crate::app::view::context::use_page;
use crate::app::view::note::NoteButton;
use crate::app::view::shared::Shared;
use crate::app::view::tools::{Tool, tool_button};
use crate::app::words::Words;
use crate::number::Yuan;
use crate::problem::Fault;
use crate::region::Region;
use crate::region::key::{Category, Fixed, Group, Key, Level, Year, funds};
use crate::scenario::matrix::transfer::Unmovable;
use crate::scenario::matrix::{Impossible, Locks, Matrix, MatrixPart, reachable};
use cell::{Cell, Read};
use parts::cell_of;
pub use parts::{part_key, part_name};
use rule::Rule;
use steer::Steer;
use transfer::{Transfer, carried_line};

/// The identifier of the sentence that says why a change was refused.
const REFUSAL: &str = "matrix-refusal";
/// The identifier of the evidence.
const EVIDENCE: &str = "evidence-funds";

/// Properties of the matrix.
#[derive(Properties, PartialEq)]
pub struct FundsMatrixProps {
    /// The scenario's funds.
    pub matrix: Matrix,
    /// The plan's funds.
    pub plan: Matrix,
    /// The locked parts.
    pub locks: Locks,
    /// The first year they are for.
    pub year: Year,
    /// The part whose change was refused, and why.
    pub refused: Option<(MatrixPart, Impossible)>,
    /// The cell whose value was refused, and why.
    pub fault: Option<(Key, Fault)>,
    /// The cells whose changes do nothing, and why.
    pub idle: Vec<(Key, IneffectiveReason)>,
    /// Joint effect and cost of all changed cells, once they are found.
    pub stake: Option<LeverEffect>,
    /// Destination of the rest of the last change.
    pub carried: Option<Carried>,
    /// Cells outside what is plausible.
    pub unlikely: Vec<Unlikely>,
    /// The reason why money could not be moved from cell to cell.
    pub unmovable: Option<Unmovable>,
    /// The central funds for industry against their rule.
    pub rule: CentralIndustry,
    /// The parts below what has to come first.
    pub cuts: Vec<FloorCut>,
    /// The region.
    pub region: Shared<Region>,
}

/// A typed text of a part that can't be read, while matrix and locks were these.
type Unread = (MatrixPart, Fault, Matrix, Locks);

/// The matrix of linking funds.
#[component]
pub fn FundsMatrix(props: &FundsMatrixProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let selected = use_state_eq(|| MatrixPart::Cell(Level::Central, Category::Industry));
    let unread = use_state(|| None::<Unread>);
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_select = {
        let selected = selected.clone();
        use_callback((), move |part: MatrixPart, ()| selected.set(part))
    };
    let on_read = {
        let unread = unread.clone();
        // It reads the state itself: a callback that changed with it would redraw every cell.
        use_callback(page.clone(), move |(part, read): Read, page| match read {
            Ok(amount) => {
                unread.set(None);
                page.act.emit(Action::Seal);
                page.act.emit(Action::SetFunds(part, Yuan(amount)));
                page.act.emit(Action::Seal);
            }
            Err(fault) => {
                let state = page.store.newest();
                unread.set(Some((part, fault, state.matrix(), state.locks.clone())));
            }
        })
    };
    // What can't be read is a matter of its own until anything changes.
    let unread = (*unread)
        .as_ref()
        .filter(|(_, _, matrix, locks)| *matrix == props.matrix && *locks == props.locks);
    let refusal = refusal(words, props, unread);
    let refused_part = refusal.as_ref().map(|(part, _)| *part);
    let cell = |part: MatrixPart| {
        html! {
            <Cell key={part_key(part)} {part} amount={part.of(&props.matrix)}
                plan={part.of(&props.plan)} locked={props.locks.contains(part)}
                selected={*selected == part} refused={refused_part == Some(part)}
                refusal={REFUSAL} unlikely={unlikely_id(props, part)} on_select={on_select.clone()} on_read={on_read.clone()} />
        }
    };
    let changed = props.matrix != props.plan;
    let revert = {
        let act = page.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::RevertFunds);
            super::row::focus(steer::SLIDER);
        })
    };
    let part = *selected;
    let key = cell_of(part).map(|(level, category)| Key::Fixed(funds(level, category)));
    let figure = key.and_then(|key| props.region.parameters.get(&key));
    let own = part.of(&props.matrix) != part.of(&props.plan);
    html! {
        <div class="matrix">
            <div class="matrix-head">
                <h2 id="group-funds">{ words.group(Group::Funds) }</h2>
                <p id="matrix-caption">
                    { words.format("matrix-caption", &[("year", &props.year.to_string())]) }
                </p>
                if let Some(note) = LeverHelp::of(Fixed::FundsCentralIndustry.into()) {
                    <NoteButton {note} name={words.group(Group::Funds)}
                        region={props.region.clone()} />
                }
                <button type="button" class={classes!("icon", (!changed).then_some("kept-free"))}
                    data-revert="funds" title={words.text("matrix-revert")}
                    aria-label={words.text("matrix-revert")} onclick={revert}>
                    <span aria-hidden="true">{ "↺" }</span>
                </button>
            </div>
            <table aria-labelledby="matrix-caption">
                <thead>
                    <tr>
                        <td></td>
                        { for Category::ALL.map(|category| html! {
                            <th scope="col">{ words.category(category) }</th>
                        }) }
                        <th scope="col">{ words.text("matrix-sum") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for Level::ALL.map(|level| html! {
                        <tr key={level.name()}>
                            <th scope="row">{ words.level(level) }</th>
                            { for Category::ALL.map(|category| cell(MatrixPart::Cell(level, category))) }
                            { cell(MatrixPart::Row(level)) }
                        </tr>
                    }) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{ words.text("matrix-sum") }</th>
                        { for Category::ALL.map(|category| cell(MatrixPart::Column(category))) }
                        { cell(MatrixPart::Total) }
                    </tr>
                </tfoot>
            </table>
            if let Some((_, text)) = refusal {
                <p class="remark refused" role="alert" id={REFUSAL}>{ text }</p>
            }
            { for props.unlikely.iter().map(|unlikely| {
                let about = words.format("input-about", &[
                    ("name", &words.key_name(unlikely.key)),
                    ("text", &words.unlikely(unlikely)),
                ]);
                html! {
                    <p class="remark idle" role="status" id={remark_id(unlikely.key)}
                        data-testid={format!("unlikely-{}", unlikely.key)}>{ about }</p>
                }
            }) }
            { for props.cuts.iter().map(|cut| html! {
                <p class="remark idle" role="status" data-testid={format!("floor-cut-{}", cut.part.name())}>
                    { words.floor_cut(&props.year.to_string(), cut) }</p>
            }) }
            { carried_line(words, props.carried.as_ref(), &props.matrix, &props.locks) }
            <Steer {part} amount={part.of(&props.matrix)} plan={part.of(&props.plan)}
                reach={reachable(&props.matrix, &props.locks, part)}
                locked={props.locks.contains(part)}>
                if let Some(figure) = figure {
                    <Badge status={(!own).then_some(figure.status)} open={*open}
                        controls={EVIDENCE} {on_toggle} />
                }
            </Steer>
            if let Some(of) = key.filter(|_| *open) {
                <Evidence id={EVIDENCE} {of} region={props.region.clone()}
                    note={page.store.newest().scenario().note(of).cloned()} />
            }
            { for props.idle.iter().map(|(key, reason)| html! {
                <p class="remark idle">
                    { words.format("input-about", &[
                        ("name", &words.key_name(*key)),
                        ("text", &idle_text(words, *reason)),
                    ]) }
                </p>
            }) }
            if changed {
                { stake_line(words, "funds", props.stake.as_ref()) }
            }
            <div class="matrix-foot">
                <Rule rule={props.rule} />
                { tool_button(words, Tool::Allocation, "tool-allocation") }
            </div>
            <Transfer matrix={props.matrix} unmovable={props.unmovable.clone()} />
        </div>
    }
}

/// The identifier of the remark on a cell.
fn remark_id(key: Key) -> String {
    format!("unlikely-{}", key.to_string().replace('.', "-"))
}

/// The identifier of the remark on a part, if there is one.
fn unlikely_id(props: &FundsMatrixProps, part: MatrixPart) -> Option<AttrValue> {
    let (level, category) = cell_of(part)?;
    let key = Key::Fixed(funds(level, category));
    let found = props.unlikely.iter().any(|unlikely| unlikely.key == key);
    found.then(|| remark_id(key).into())
}

/// The part whose change was refused, and why, in words.
fn refusal(
    words: &Words,
    props: &FundsMatrixProps,
    unread: Option<&Unread>,
) -> Option<(MatrixPart, String)> {
    if let Some((part, fault, ..)) = unread {
        return Some((*part, words.fault(fault)));
    }
    if let Some((part, impossible)) = &props.refused {
        return Some((*part, refusal::refusal(words, *part, impossible)));
    }
    let (key, fault) = props.fault.as_ref()?;
    let part = MatrixPart::of_key(*key)?;
    let text = words.format(
        "input-about",
        &[
            ("name", &part_name(words, part)),
            ("text", &words.fault(fault)),
        ],
    );
    Some((part, text))
}
