//! Progress of the published projects and funds, and the lever that follows from it.

use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choices::{Choices, RegionPanelProps};
use super::frame::Frame;
use crate::analysis::progress::{Month, Published};
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::app::view::inputs::limit::LimitField;
use crate::app::view::parts::Shared;
use crate::chart::progress::{Asked, chart_model};
use crate::i18n::number::scale;
use crate::number::Share;
use crate::region::key::{Fixed, Unit};

/// Progress against the calendar.
#[component]
pub fn ProgressPanel(props: &RegionPanelProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let lever = Share(props.results.resolved.scenario.fixed(Fixed::Execution));
    let published = Published::of(&props.region);
    let known = published.and_then(|published| published.month);
    let asked = Asked {
        month: props.choices.month.or(known),
        target: props.choices.target.unwrap_or(lever),
    };
    let made = use_memo(
        (words.clone(), published, asked),
        |(words, published, asked)| {
            published
                .as_ref()
                .map(|published| std::rc::Rc::new(chart_model(words, published, *asked)))
        },
    );
    let Some((published, model)) = published.zip((*made).clone()) else {
        return html! { <p class="soft note">{ words.text("chart-progress-nothing") }</p> };
    };
    let set_month = {
        let (choices, choose) = (props.choices.clone(), props.choose.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let number = u8::try_from(select.selected_index()).ok();
            // Where the month is known there is no line for an unknown one.
            let number = number.map(|number| number + u8::from(known.is_some()));
            choose.emit(Choices {
                month: number.and_then(Month::new),
                ..(*choices).clone()
            });
        })
    };
    let set_target = {
        let (choices, choose) = (props.choices.clone(), props.choose.clone());
        Callback::from(move |share: Decimal| {
            choose.emit(Choices {
                target: Some(Share(share)),
                ..(*choices).clone()
            });
        })
    };
    let months = Month::all().map(|month| {
        let name = words.text(&format!("month-{}", month.number()));
        html! { <option selected={asked.month == Some(month)}>{ name }</option> }
    });
    let target = words.text("chart-progress-target-label");
    let controls = html! {
        <>
            <label class="year-choice">
                <span>{ words.text("chart-progress-month") }</span>
                <select data-testid="progress-month" onchange={set_month}>
                    if known.is_none() {
                        <option selected={asked.month.is_none()}>{ words.text("chart-progress-unknown") }</option>
                    }
                    { for months }
                </select>
            </label>
            <label class="year-choice">
                <span>{ target.clone() }{ " " }<span class="soft">{ words.text(scale(Unit::Share).unit) }</span></span>
                <LimitField id="progress-target" unit={Unit::Share} value={asked.target.exact()} label={target}
                    range={Some((Decimal::ZERO, Decimal::ONE))} on_value={set_target} />
            </label>
        </>
    };
    let year_end = asked.month.map(|month| {
        let end = published.spending().pace(month, asked.target).year_end;
        Share(end.rounded().normalize())
    });
    let caveat = words.format(
        "chart-progress-note",
        &[
            ("year", &published.year.to_string()),
            ("plan", &props.region.years.first_plan.to_string()),
        ],
    );
    let note = html! {
        <>
            <p class="progress-said" data-testid="progress-said">{ &model.description }</p>
            if let Some(end) = year_end {
                <p>
                    <button type="button" class="button" data-testid="progress-use"
                        disabled={end == lever}
                        onclick={use_it(&page.act, end)}>
                        { words.format("chart-progress-use", &[("end", &words.percent(end, 2))]) }
                    </button>
                </p>
            }
            <p>{ &caveat }</p>
        </>
    };
    let title = words.format(
        "chart-progress-title",
        &[("year", &published.year.to_string())],
    );
    html! {
        <Frame name="progress" {title} unit={AttrValue::from(words.text("unit-percent"))}
            model={Shared(model)} host={props.host.clone()} {controls} {note}
            caveats={vec![caveat]} />
    }
}

/// Makes the year's end at the present pace the lever's value, in a step of its own.
fn use_it(act: &Callback<Action>, end: Share) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_: MouseEvent| {
        act.emit(Action::Set(Fixed::Execution.into(), end.exact()));
        act.emit(Action::Seal);
    })
}
