//! A lever that is either on or off.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::evidence::{Badge, Evidence};
use super::row::{Ids, LeverRowProps, remarks, revert, revert_button};
use crate::analysis::lever_help::LeverHelp;
use crate::app::state::Action;
use crate::app::view::context::use_page;
use crate::app::view::note::NoteButton;

/// A box to tick.
#[component]
pub fn FlagRow(props: &LeverRowProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let data = &props.data;
    let key = data.key;
    let ids = use_memo(key, |key| Ids::of(&key.to_string()));
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onchange = {
        let act = page.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            act.emit(Action::Seal);
            act.emit(Action::Set(key, Decimal::from(u8::from(input.checked()))));
            act.emit(Action::Seal);
        })
    };
    let Some(figure) = props.region.parameters.get(&key) else {
        return html! {};
    };
    let changed = data.is_changed();
    let on_revert = revert(&page, key, &ids.control);
    html! {
        <div class={classes!("lever", changed.then_some("changed"))}>
            <div class="lever-head flag-head">
                <span class="lever-title">
                    <label class="lever-name flag" id={ids.name.clone()}>
                        <input type="checkbox" id={ids.control.clone()} data-key={key.to_string()}
                            checked={!data.value.is_zero()} {onchange}
                            aria-describedby={ids.hint.clone()} />
                        { words.key_name(key) }
                    </label>
                    { " " }
                    <Badge status={(!changed).then_some(figure.status)} open={*open}
                        controls={ids.evidence.clone()} {on_toggle} />
                    if let Some(note) = LeverHelp::of(key) {
                        <NoteButton {note} name={words.key_name(key)} region={props.region.clone()} />
                    }
                </span>
                { revert_button(words, data, on_revert) }
            </div>
            <p class="hint" id={ids.hint.clone()}>{ words.key_hint(key) }</p>
            { remarks(&page, data, &ids) }
            if *open {
                <Evidence id={ids.evidence.clone()} of={key} region={props.region.clone()}
                    note={data.note.clone()} />
            }
        </div>
    }
}
