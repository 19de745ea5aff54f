//! The picture for the room: a slide as it was written down, the countdown, the curtain. Both windows draw it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::app::presentation::Curtain;
use crate::app::presentation::countdown::CountdownPhase;
use crate::app::presentation::messages::{ProjectedCountdown, ProjectorMessage};
use crate::app::presentation::slide::{
    ProjectedBar, ProjectedBody, ProjectedGuess, ProjectedHeadline, ProjectedMove, ProjectedRow,
    ProjectedSlide, ProjectedTone,
};
use crate::app::view::results::chart_loader::{
    self, ChartLibrary, ChartSize, use_chart_library, use_disposal,
};

/// The sign in the place of a number that is hidden or not known yet.
const HIDDEN: &str = "？";

/// Properties of the picture.
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// Everything that is shown.
    pub projection: Rc<ProjectorMessage>,
    /// Its element, which takes the focus.
    pub node: NodeRef,
    /// A press on the curtain.
    pub on_curtain: Callback<()>,
    /// The sentence on the curtain for those who don't see it.
    pub curtain_label: AttrValue,
}

/// The picture.
#[component]
pub fn ProjectedStage(props: &StageProps) -> Html {
    let projection = &props.projection;
    let slide = &projection.slide;
    let is_alone = has_text_alone(slide);
    let on_curtain = {
        let on_curtain = props.on_curtain.clone();
        Callback::from(move |_: MouseEvent| on_curtain.emit(()))
    };
    let curtain = match projection.curtain {
        Curtain::Open => None,
        Curtain::Black => Some("black"),
        Curtain::White => Some("white"),
    };
    html! {
        <>
            <section ref={props.node.clone()} class="projected" tabindex="0" data-slide={slide.name.clone()}
                aria-label={projection.region_label.clone()} data-testid="projected">
                <div class={classes!("projected-slide", (!is_alone && is_dense(slide)).then_some("dense"))}>
                    <header class="projected-head">
                        <div>
                            <p class="projected-subject">{ &slide.subject }</p>
                            <h1>{ &slide.title }</h1>
                        </div>
                        { countdown(projection.countdown.as_ref()) }
                    </header>
                    { slide.headline.as_ref().map(|headline| lead(headline, slide.guess.as_ref())).unwrap_or_default() }
                    if let Some(text) = slide.text.as_ref().filter(|_| !is_alone) {
                        <p class="projected-text">{ text }</p>
                    }
                    { moves(slide) }
                    if let Some(text) = slide.text.as_ref().filter(|_| is_alone) {
                        // A question alone has the whole room, as large as it is short.
                        <div class="projected-body of-question">
                            <div class={size(text)}>{ for text.lines().map(|line| html! { <p>{ line }</p> }) }</div>
                        </div>
                    } else {
                        <div class={classes!("projected-body", format!("of-{}", kind(&slide.body)))}>{ body(&slide.body) }</div>
                    }
                </div>
            </section>
            if let Some(colour) = curtain {
                <button type="button" class={classes!("curtain", colour)} data-testid="curtain"
                    aria-label={props.curtain_label.clone()} onclick={on_curtain}></button>
            }
        </>
    }
}

fn kind(body: &ProjectedBody) -> &'static str {
    match body {
        ProjectedBody::Chart { .. } => "chart",
        ProjectedBody::Bars { .. } => "bars",
        ProjectedBody::Table { .. } => "table",
        ProjectedBody::Rows { .. } => "rows",
        ProjectedBody::Words { .. } => "words",
    }
}

fn countdown(countdown: Option<&ProjectedCountdown>) -> Html {
    let Some(countdown) = countdown else {
        return html! {};
    };
    let phase = match countdown.phase {
        CountdownPhase::Set | CountdownPhase::Running => "running",
        CountdownPhase::Paused => "paused",
        CountdownPhase::Over => "over",
    };
    html! {
        <p class={classes!("projected-countdown", phase)} role="timer" data-testid="countdown">{ &countdown.text }</p>
    }
}

fn lead(headline: &ProjectedHeadline, guess: Option<&ProjectedGuess>) -> Html {
    let beside = match guess {
        Some(guess) => html! {
            <div class={classes!("projected-guess", is_long(guess).then_some("long"))} data-testid="projected-guess">
                <dl>
                    { for guess.parts.iter().map(|part| html! {
                        <div>
                            <dt>{ &part.label }</dt>
                            <dd>{ part.value.as_deref().unwrap_or(HIDDEN) }</dd>
                        </div>
                    }) }
                </dl>
                if let Some(verdict) = &guess.verdict { <p>{ verdict }</p> }
            </div>
        },
        None => html! {
            <dl class="projected-terms">
                { for headline.terms.iter().map(|term| html! {
                    <div>
                        <dt>{ &term.label }</dt>
                        <dd class={tone(term.tone)}>{ &term.value }</dd>
                    </div>
                }) }
            </dl>
        },
    };
    html! {
        <div class="projected-lead">
            <p class="projected-label">{ &headline.label }</p>
            <p class="projected-number">
                <strong data-testid="projected-number">{ headline.number.as_deref().unwrap_or(HIDDEN) }</strong>
                <span>{ &headline.unit }</span>
            </p>
            { beside }
        </div>
    }
}

/// The widest texts that are drawn largest and large where they stand alone, in letters; others than Latin ones are twice as
/// wide.
const WIDEST_ALONE: [(usize, &str); 2] = [(90, "short"), (220, "middling")];
/// The widest texts of a slide, together, that leave room for their usual size.
const WIDEST_TEXTS: usize = 200;

/// The width of a text in letters.
fn width(text: &str) -> usize {
    let letters = text.chars();
    letters.map(|it| if it.is_ascii() { 1 } else { 2 }).sum()
}

/// True where a step has nothing but its text, as one that asks for own words.
fn has_text_alone(slide: &ProjectedSlide) -> bool {
    let is_empty = matches!(&slide.body, ProjectedBody::Words { lines } if lines.is_empty());
    is_empty && slide.headline.is_none()
}

/// The size of a text that stands alone.
fn size(text: &str) -> &'static str {
    let size = WIDEST_ALONE.iter().find(|(most, _)| width(text) <= *most);
    size.map_or("long", |(_, class)| class)
}

/// True where a step has much to be read.
fn is_dense(slide: &ProjectedSlide) -> bool {
    let Some(text) = &slide.text else {
        return false;
    };
    let lines: usize = match &slide.body {
        ProjectedBody::Words { lines } => lines.iter().map(|line| width(line)).sum(),
        ProjectedBody::Rows { rows, notes } => {
            let rows = rows.iter().map(|row| width(&row.label));
            rows.chain(notes.iter().map(|note| width(note))).sum()
        }
        _ => 0,
    };
    width(text) + lines > WIDEST_TEXTS
}

/// The most lines that are drawn in their usual size.
const MOST_ROWS: usize = 5;
/// The most letters of the numbers of a prediction that are drawn in their usual size.
const MOST_LETTERS: usize = 26;

/// True where the numbers of a prediction take more room than usual.
fn is_long(guess: &ProjectedGuess) -> bool {
    let texts = guess.parts.iter().filter_map(|part| part.value.as_deref());
    texts.map(|text| text.chars().count()).sum::<usize>() > MOST_LETTERS
}

fn moves(slide: &ProjectedSlide) -> Html {
    if slide.moves.is_empty() {
        return html! {};
    }
    let one = |moved: &ProjectedMove| {
        html! {
            <p>
                <span class="projected-lever">{ &moved.name }</span>
                <span class="projected-values">
                    <span class="soft">{ &moved.from }</span>
                    <span aria-hidden="true">{ "→" }</span>
                    <strong>{ &moved.to }</strong>
                </span>
            </p>
        }
    };
    html! {
        <div class="projected-moves" data-testid="projected-moves">
            { for slide.moves.iter().map(one) }
            if let Some(more) = &slide.more_moves { <p class="soft">{ more }</p> }
        </div>
    }
}

fn tone(tone: ProjectedTone) -> Option<&'static str> {
    match tone {
        ProjectedTone::Plain => None,
        ProjectedTone::Gain => Some("gain"),
        ProjectedTone::Loss => Some("loss"),
    }
}

fn body(body: &ProjectedBody) -> Html {
    match body {
        ProjectedBody::Chart {
            drawing,
            description,
        } => html! {
            <ProjectedChart drawing={drawing.clone()} description={description.clone()} />
        },
        ProjectedBody::Bars { zero, rows, note } => html! {
            <>
                <table class="projected-bars">
                    <tbody>{ for rows.iter().map(|row| bar(*zero, row)) }</tbody>
                </table>
                if let Some(note) = note { <p class="projected-note">{ note }</p> }
            </>
        },
        ProjectedBody::Table { head, rows } => html! {
            <table class="projected-table">
                <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>{ for row.iter().enumerate().map(|(at, cell)| match at {
                            0 => html! { <th scope="row">{ cell }</th> },
                            _ => html! { <td>{ cell }</td> },
                        }) }</tr>
                    }) }
                </tbody>
            </table>
        },
        ProjectedBody::Rows { rows, notes } => html! {
            <>
                <ul class={classes!("projected-rows", (rows.len() > MOST_ROWS).then_some("many"))}>{ for rows.iter().map(row) }</ul>
                { for notes.iter().map(|note| html! { <p class="projected-note">{ note }</p> }) }
            </>
        },
        ProjectedBody::Words { lines } => html! {
            { for lines.iter().map(|line| html! { <p>{ line }</p> }) }
        },
    }
}

/// A place in thousandths as a coordinate.
fn place(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

fn bar(zero: u16, row: &ProjectedBar) -> Html {
    let zero = place(zero);
    html! {
        <tr>
            <th scope="row">
                { &row.label }
                if let Some(remark) = &row.remark { <small>{ remark }</small> }
            </th>
            <td class="projected-drawing">
                <svg aria-hidden="true">
                    <rect class={tone(row.tone)} x={place(row.from)} width={place(row.to.saturating_sub(row.from))}
                        y="15%" height="70%" />
                    <line x1={zero.clone()} x2={zero} y1="0" y2="100%" />
                </svg>
            </td>
            <td class={classes!("projected-value", tone(row.tone))}>{ &row.value }</td>
        </tr>
    }
}

fn row(row: &ProjectedRow) -> Html {
    let (class, sign) = match row.is_good {
        Some(true) => (Some("gain"), Some("✓")),
        Some(false) => (Some("loss"), Some("✗")),
        None => (None, None),
    };
    html! {
        <li>
            <span>{ &row.label }</span>
            <span class={classes!("projected-value", class)}>
                { row.value.as_deref().unwrap_or_default() }
                if let Some(sign) = sign { { " " }{ sign } }
            </span>
        </li>
    }
}

/// Properties of a chart.
#[derive(Properties, PartialEq)]
struct ProjectedChartProps {
    drawing: AttrValue,
    description: AttrValue,
}

#[component]
fn ProjectedChart(props: &ProjectedChartProps) -> Html {
    let library = use_chart_library();
    let node = use_node_ref();
    {
        let (node, library) = (node.clone(), library.clone());
        let is_ready = *library == ChartLibrary::Ready;
        use_effect_with(
            (props.drawing.clone(), is_ready),
            move |(drawing, is_ready)| {
                let element = node.cast::<Element>().filter(|_| *is_ready);
                let drawn =
                    element.map(|it| chart_loader::draw(&it, drawing, ChartSize::Projected));
                if let Some(None) = drawn {
                    library.set(ChartLibrary::Failed);
                }
            },
        );
    }
    use_disposal(&node);
    html! {
        <>
            <div ref={node} class="projected-canvas" role="img" aria-label={props.description.clone()}></div>
            if *library == ChartLibrary::Failed { <p class="projected-note">{ &props.description }</p> }
        </>
    }
}
