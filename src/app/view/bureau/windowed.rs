//! A table of which only the rows that are seen are made, where it has many: three thousand counties scroll as sixteen do.

use web_sys::HtmlElement;
use yew::prelude::*;

/// The most rows that are all made.
const MOST_WHOLE: usize = 60;
/// The height of a row in pixels, which the style sheet gives each of many.
const ROW: i32 = 48;
/// The rows that are made at once.
const MADE: usize = 18;

/// Properties of the table.
#[derive(Properties, PartialEq)]
pub struct WindowedProps {
    /// Its name in the page.
    pub name: AttrValue,
    /// Its caption.
    pub caption: AttrValue,
    /// The number of columns.
    pub columns: usize,
    /// The cells of the head.
    pub head: Html,
    /// The number of rows.
    pub count: usize,
    /// The cells of a row, by its place.
    pub row: Callback<usize, Html>,
    /// A row that closes the table.
    #[prop_or_default]
    pub foot: Html,
}

/// The table.
#[component]
pub fn Windowed(props: &WindowedProps) -> Html {
    let scroller = use_node_ref();
    let first = use_state_eq(|| 0_usize);
    let is_long = props.count > MOST_WHOLE;
    let onscroll = {
        let (first, scroller) = (first.clone(), scroller.clone());
        let most = props.count.saturating_sub(MADE);
        Callback::from(move |_: Event| {
            if let Some(element) = scroller.cast::<HtmlElement>() {
                let above = usize::try_from(element.scroll_top() / ROW).unwrap_or(0);
                // By fours, so that not every pixel makes other rows.
                first.set((above.saturating_sub(1) / 4 * 4).min(most));
            }
        })
    };
    let (from, to) = match is_long {
        true => {
            let from = (*first).min(props.count.saturating_sub(MADE));
            (from, (from + MADE).min(props.count))
        }
        false => (0, props.count),
    };
    let space = |rows: usize| {
        let height = i32::try_from(rows).unwrap_or(0) * ROW;
        html! {
            if rows > 0 {
                <tr aria-hidden="true" class="bureau-space"><td colspan={props.columns.to_string()} height={height.to_string()}></td></tr>
            }
        }
    };
    html! {
        <div ref={scroller} class={classes!("scroller", "bureau-scroller", is_long.then_some("long"))} role="region" tabindex="0"
            aria-label={props.caption.clone()} onscroll={is_long.then_some(onscroll)} data-testid={format!("{}-scroller", props.name)}>
            <table class="bureau-table numbers" data-testid={props.name.clone()} aria-rowcount={is_long.then(|| (props.count + 1).to_string())}>
                <caption>{ &props.caption }</caption>
                <thead><tr>{ props.head.clone() }</tr></thead>
                <tbody>
                    { space(from) }
                    { for (from..to).map(|at| html! {
                        <tr aria-rowindex={is_long.then(|| (at + 2).to_string())}>{ props.row.emit(at) }</tr>
                    }) }
                    { space(props.count - to) }
                </tbody>
                { props.foot.clone() }
            </table>
        </div>
    }
}
