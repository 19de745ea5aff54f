//! A spreadsheet before it is taken: what goes where, what is asked, what is wrong, and what would change.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;
use zengshou_sheets::{Field, FormKind, ReadFault, Synonyms};

use super::columns::{ColumnChoice, Tables};
use super::findings::{Filled, Findings};
use super::questions::Questions;
use super::take::Take;
use super::types::{ChosenUse, Types};
use crate::app::effects::sheets::{self, NoAnswer, SheetOrder};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::intake::{IntakeChoices, IntakeReply, Preview};

/// Properties of the preview.
#[derive(Properties, PartialEq)]
pub struct IntakeProps {
    /// The order that opens the file or the block.
    pub order: SheetOrder,
    /// Its name, as sentences have it.
    pub name: AttrValue,
    /// The identifier of the region on the screen.
    pub region: AttrValue,
    /// Called when nothing is taken.
    pub on_back: Callback<()>,
}

/// The state of reading.
#[derive(Clone, PartialEq)]
enum Stage {
    Reading,
    Shown(Rc<Preview>),
    Failed(String),
}

/// The preview.
#[component]
pub fn IntakeView(props: &IntakeProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let stage = use_state_eq(|| Stage::Reading);
    let is_busy = use_state_eq(|| true);
    let choices = use_state_eq(|| IntakeChoices {
        synonyms: sheets::remembered(),
        ..IntakeChoices::default()
    });
    let learnt = use_mut_ref(Vec::<(FormKind, String, Option<Field>)>::new);
    let turn = use_mut_ref(|| 0_u32);
    let status = use_node_ref();
    let run = {
        let (stage, is_busy) = (stage.setter(), is_busy.setter());
        let (words, name, region) = (words.clone(), props.name.clone(), props.region.clone());
        Callback::from(move |(order, choices): (SheetOrder, IntakeChoices)| {
            *turn.borrow_mut() += 1;
            let (turn, now) = (turn.clone(), *turn.borrow());
            let (stage, is_busy) = (stage.clone(), is_busy.clone());
            let (words, name, region) = (words.clone(), name.clone(), region.clone());
            is_busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                let answer = sheets::ask(order, &choices, (words.language(), &region)).await;
                // A later choice is on its way.
                if *turn.borrow() != now {
                    return;
                }
                is_busy.set(false);
                stage.set(match answer {
                    Ok(IntakeReply::Preview(preview)) => Stage::Shown(Rc::new(*preview)),
                    Ok(IntakeReply::Unread(fault)) => Stage::Failed(unread(&words, &name, &fault)),
                    Ok(IntakeReply::Taken(_) | IntakeReply::Nothing) => {
                        Stage::Failed(no_answer(&words, &NoAnswer::Ended))
                    }
                    Err(none) => Stage::Failed(no_answer(&words, &none)),
                });
            });
        })
    };
    {
        let (run, status) = (run.clone(), status.clone());
        let begin = (props.order.clone(), (*choices).clone());
        use_effect_with((), move |()| {
            // What was pressed to come here is gone from the page.
            if let Some(status) = status.cast::<HtmlElement>() {
                let _may_fail = status.focus();
            }
            run.emit(begin);
            sheets::close
        });
    }
    let choose = {
        let choices = choices.setter();
        Callback::from(move |changed: IntakeChoices| {
            choices.set(changed.clone());
            run.emit((SheetOrder::Look, changed));
        })
    };
    let on_column = {
        let (choices, choose, learnt) = (choices.clone(), choose.clone(), learnt.clone());
        Callback::from(move |choice: ColumnChoice| {
            let mut changed = (*choices).clone();
            let answers = &mut changed.answers.columns;
            answers.insert(choice.place, choice.field);
            // Two columns can't be the same: the one before gives way.
            answers.extend(choice.gives_way.map(|place| (place, None)));
            let word = (choice.form, choice.header, choice.field);
            learnt.borrow_mut().push(word);
            choose.emit(changed);
        })
    };
    let on_use = {
        let (choices, choose) = (choices.clone(), choose.clone());
        Callback::from(move |(name, of): ChosenUse| {
            let mut changed = (*choices).clone();
            changed.answers.uses.insert(name, of);
            choose.emit(changed);
        })
    };
    let on_take = Callback::from(move |()| {
        let mut synonyms: Synonyms = sheets::remembered();
        for (form, header, field) in learnt.borrow().iter() {
            synonyms.remember(*form, header, *field);
        }
        sheets::remember(&synonyms);
    });
    let said = match &*stage {
        Stage::Reading => words.format("sheets-reading", &[("name", &props.name)]),
        Stage::Failed(sentence) => sentence.clone(),
        Stage::Shown(_) if *is_busy => words.text("sheets-working").to_string(),
        Stage::Shown(_) => words.format("sheets-about", &[("name", &props.name)]),
    };
    let on_back = props.on_back.reform(|_: MouseEvent| ());
    html! {
        <div class="intake" data-testid="intake" aria-busy={is_busy.to_string()}>
            <p ref={status} role="status" tabindex="-1" data-testid="intake-said">{ said }</p>
            if let Stage::Shown(preview) = &*stage {
                <Questions preview={preview.clone()} choices={(*choices).clone()} on_choose={choose} />
                <Findings preview={preview.clone()} />
                <Filled preview={preview.clone()} />
                <Types table={preview.types.clone()} on_use={Some(on_use)} />
                <Tables preview={preview.clone()} {on_column} />
                <Take preview={preview.clone()} region={props.region.clone()} is_busy={*is_busy} {on_take} on_back={props.on_back.clone()} />
            } else {
                <div class="intake-buttons">
                    <button type="button" class="button" data-testid="intake-back" onclick={on_back}>
                        { words.text("sheets-cancel") }
                    </button>
                </div>
            }
        </div>
    }
}

fn unread(words: &Words, name: &str, fault: &ReadFault) -> String {
    // What the file is shows in its name alone: its content looks like that of an older workbook.
    let ends = |ending: &str| name.to_lowercase().contains(ending);
    if ends(".et”") || ends(".ett”") {
        return words.format("sheets-et", &[("name", name)]);
    }
    let reason = words.read_fault(fault);
    words.format("sheets-unread", &[("name", name), ("reason", &reason)])
}

fn no_answer(words: &Words, none: &NoAnswer) -> String {
    match none {
        NoAnswer::Missing(reason) => words.format("sheets-missing", &[("reason", reason)]),
        NoAnswer::Ended => words.text("sheets-ended").to_string(),
    }
}
