//! Opening a register: a file or an invented one, its way in, and what was found in it.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;
use zengshou_households::read::ColumnFate;

use super::book::{self, use_book};
use super::said;
use crate::app::households::{OpenedRegister, RegisterReading};
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::register::message::{MOST_INVENTED, RegisterPreview};

/// Households of an invented register, and its seed, to begin with.
const INVENTED: (u32, u64) = (20_000, 1);

/// Properties of the part.
#[derive(Properties, PartialEq)]
pub struct OpeningProps {
    /// The identifier of the region on the screen, whose means an invented register has.
    pub region: AttrValue,
}

/// The part of the page.
#[component]
pub fn OpeningPart(props: &OpeningProps) -> Html {
    let words = use_page().words;
    let book = use_book();
    html! {
        <>
            if let Some(reading) = book.reading {
                { way_in(&words, reading) }
            } else {
                <RegisterWays region={props.region.clone()} />
            }
            if let Some(end) = &book.end {
                <p class="card fault" role="alert" data-testid="register-refused">{ said::end(&words, end) }</p>
            }
            if let Some(opened) = &book.opened {
                { preview(&words, opened) }
            }
        </>
    }
}

/// The two ways to a register.
#[component]
fn RegisterWays(props: &OpeningProps) -> Html {
    let words = use_page().words;
    let rows = use_node_ref();
    let seed = use_node_ref();
    let wrong = use_state_eq(|| false);
    let on_file = Callback::from(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be opened again.
        input.set_value("");
        if let Some(file) = file {
            book::open(file);
        }
    });
    let onsubmit = {
        let (rows, seed, wrong) = (rows.clone(), seed.clone(), wrong.clone());
        let region = props.region.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = |node: &NodeRef| {
                let input = node.cast::<HtmlInputElement>();
                input.map(|input| input.value()).unwrap_or_default()
            };
            let count = typed(&rows).trim().parse::<u32>().ok();
            let count = count.filter(|count| (10..=MOST_INVENTED).contains(count));
            let wish = count.zip(typed(&seed).trim().parse::<u64>().ok());
            wrong.set(wish.is_none());
            if let Some((rows, seed)) = wish {
                book::invent(&region, rows, seed);
            }
        })
    };
    let invalid = wrong.then_some("true");
    html! {
        <div class="register-ways">
            <section class="card" aria-labelledby="register-file-title">
                <h2 id="register-file-title">{ words.text("register-file-title") }</h2>
                <p>{ words.text("register-file-lead") }</p>
                <label class="button primary">
                    { words.text("register-file-open") }
                    <input class="unseen" type="file" accept=".csv,.txt,.xlsx,.xls,text/csv" data-testid="register-file" onchange={on_file} />
                </label>
                <p class="hint">{ words.text("register-file-dropped") }</p>
            </section>
            <section class="card" aria-labelledby="register-invent-title">
                <h2 id="register-invent-title">{ words.text("register-invent-title") }</h2>
                <p>{ words.text("register-invent-lead") }</p>
                <form class="register-line" {onsubmit}>
                    <label class="bureau-setting">
                        <span>{ words.text("register-invent-rows") }</span>
                        <input ref={rows} class="bureau-field" inputmode="numeric" value={INVENTED.0.to_string()}
                            aria-invalid={invalid} data-testid="register-invent-rows" />
                    </label>
                    <label class="bureau-setting">
                        <span>{ words.text("register-invent-seed") }</span>
                        <input ref={seed} class="bureau-field" inputmode="numeric" value={INVENTED.1.to_string()}
                            aria-invalid={invalid} data-testid="register-invent-seed" />
                    </label>
                    <button type="submit" class="button" data-testid="register-invent">{ words.text("register-invent") }</button>
                </form>
                if *wrong {
                    <p class="fault" role="alert">
                        { words.format("register-invent-wrong", &[("most", &words.whole(MOST_INVENTED.into()))]) }</p>
                }
            </section>
        </div>
    }
}

/// A register on its way in.
fn way_in(words: &Words, reading: RegisterReading) -> Html {
    let (done, of) = reading.bytes;
    let share = done
        .saturating_mul(100)
        .checked_div(of)
        .unwrap_or(0)
        .min(100);
    let id = match reading.is_invented {
        true => "register-inventing",
        false => "register-reading",
    };
    let rows = words.whole(reading.rows.into());
    html! {
        <section class="card" aria-label={words.text("register-tab-opening")} data-testid="register-reading">
            <p role="status">{ words.format(id, &[("share", &share.to_string()), ("rows", &rows)]) }</p>
            <progress max="100" value={share.to_string()} aria-label={words.text("register-tab-opening")}></progress>
            <button type="button" class="button" data-testid="register-cancel" onclick={|_: MouseEvent| book::cancel()}>
                { words.text("register-cancel") }</button>
        </section>
    }
}

/// The content of the file that is open.
fn preview(words: &Words, opened: &OpenedRegister) -> Html {
    let preview = &*opened.preview;
    let rows = match preview.rows_are_persons {
        true => "register-rows-persons",
        false => "register-rows-households",
    };
    let number = |value: u64| words.whole(value.into());
    let dropped = preview
        .columns
        .iter()
        .filter(|it| **it == ColumnFate::Dropped);
    html! {
        <section class="card" aria-labelledby="register-preview-title" data-testid="register-preview">
            <h2 id="register-preview-title">{ words.text("register-preview-title") }</h2>
            <dl class="register-facts">
                { fact(&words.text("register-fact-form"), said::form(words, preview.form)) }
                { fact(&words.text("register-fact-rows"), words.format(rows, &[("rows", &number(preview.rows.into())), ("head", &preview.head_row.to_string())])) }
                { fact(&words.text("register-households"), number(preview.households)) }
                { fact(&words.text("register-people"), number(preview.people)) }
                { fact(&words.text("register-fact-left-out"), number(preview.left_out)) }
                { fact(&words.text("register-fact-dropped"), dropped.count().to_string()) }
            </dl>
            if !preview.knows_support {
                <p class="hint">{ words.text("households-no-support") }</p>
            }
            if preview.is_weighted {
                <p class="hint">{ words.text("register-weighted") }</p>
            }
            if !preview.columns.is_empty() {
                <details class="bureau-method" open={true}>
                    <summary>{ words.text("register-columns") }</summary>
                    <p class="hint">{ words.text("register-columns-hint") }</p>
                    <ol class="register-columns" data-testid="register-columns">
                        { for preview.columns.iter().map(|fate| html! {
                            <li class={(*fate == ColumnFate::Dropped).then_some("dropped")}>{ said::fate(words, *fate) }</li>
                        }) }
                    </ol>
                </details>
            }
            { faults(words, preview) }
        </section>
    }
}

fn fact(name: &str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// Everything that is wrong, with its number and the first places.
fn faults(words: &Words, preview: &RegisterPreview) -> Html {
    if preview.faults.is_empty() {
        return html! { <p>{ words.text("register-no-faults") }</p> };
    }
    let column = |id: &str, class: Option<&'static str>| html! { <th scope="col" {class}>{ words.text(id) }</th> };
    html! {
        <>
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("register-faults")}>
                <table class="bureau-table" data-testid="register-faults">
                    <caption>{ words.text("register-faults") }</caption>
                    <thead><tr>
                        { column("register-fault", None) }
                        { column("register-fault-done", None) }
                        { column("register-fault-count", Some("number")) }
                    </tr></thead>
                    <tbody>
                        { for preview.faults.iter().map(|it| html! {
                            <tr>
                                <th scope="row">{ said::row_fault(words, it.fault) }</th>
                                <td>{ words.text(if it.fault.leaves_out() { "register-fault-left-out" } else { "register-fault-taken" }) }</td>
                                <td class="number">{ words.whole(it.count.into()) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <details class="bureau-method">
                <summary>{ words.format("register-problems", &[("count", &preview.problems.len().to_string())]) }</summary>
                <ol class="register-problems" data-testid="register-problems">
                    { for preview.problems.iter().map(|problem| {
                        let named = [
                            ("row", &*words.whole(problem.row.into())),
                            ("column", problem.column.map_or("—", |column| column.head())),
                            ("fault", &said::row_fault(words, problem.fault)),
                        ];
                        html! { <li>{ words.format("register-problem", &named) }</li> }
                    }) }
                </ol>
            </details>
        </>
    }
}
