//! Outputs and goals of the groups; ranks only where the trainer asks for them.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::record::RecordHandle;
use crate::app::view::context::use_page;
use crate::app::view::report_table::report_table;
use crate::exercise::collation::sheet::GroupSheet;
use crate::exercise::collation::statistics::{RankedBy, SheetFigures, predicted_numbers};
use crate::exercise::judge::Judge;
use crate::report::groups::GroupsPaper;

/// Properties of the outcomes.
#[derive(Properties)]
pub struct OutcomesProps {
    /// The record.
    pub record: RecordHandle,
    /// All sheets.
    pub sheets: Rc<Vec<GroupSheet>>,
    /// The place of the one on the screen.
    pub at: Option<usize>,
    /// Its figures.
    pub figures: Rc<SheetFigures>,
}

impl PartialEq for OutcomesProps {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record
            && Rc::ptr_eq(&self.sheets, &other.sheets)
            && self.at == other.at
            && Rc::ptr_eq(&self.figures, &other.figures)
    }
}

/// The outcomes.
#[component]
pub fn Outcomes(props: &OutcomesProps) -> Html {
    let page = use_page();
    let words = page.words.clone();
    let is_ranked = use_state_eq(|| false);
    let by = use_state_eq(|| 0_usize);
    let sheet = props.at.and_then(|at| props.sheets.get(at));
    let Some((sheet, known)) = sheet.and_then(|it| Some((it, it.known.clone()?))) else {
        return html! {};
    };
    let judge = Judge::new(&known.exercise, &known.region);
    let paper = GroupsPaper {
        sheet,
        judge: &judge,
        figures: &props.figures,
        words: &words,
    };
    let outputs = props.figures.outputs.iter().enumerate();
    let outputs = outputs.map(|(at, name)| {
        let name = words.output_name(judge.plan(), name);
        (RankedBy::Output(at), name)
    });
    let steps = sheet.predict_steps().into_iter();
    let steps = steps.filter(|step| !predicted_numbers(sheet, *step).is_empty());
    let steps = steps.map(|step| {
        let number = (step + 1).to_string();
        let name = words.format("groups-ranked-distance", &[("step", &number)]);
        (RankedBy::Distance(step), name)
    });
    let measures: Vec<(RankedBy, String)> = outputs.chain(steps).collect();
    let measure = measures.get(*by).or(measures.first());
    let ranked = measure.map(|(by, _)| by).filter(|_| *is_ranked);
    let toggle = {
        let is_ranked = is_ranked.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            is_ranked.set(input.checked());
        })
    };
    let choose = {
        let by = by.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            by.set(select.value().parse().unwrap_or_default());
        })
    };
    html! {
        <section class="card" aria-labelledby="groups-outputs" data-testid="groups-outputs-card">
            <h2 id="groups-outputs">{ words.text("groups-outputs-title") }</h2>
            <div class="groups-line">
                <label>
                    <input type="checkbox" checked={*is_ranked} data-testid="groups-ranking" onchange={toggle} />
                    { " " }{ words.text("groups-ranking") }
                </label>
                if *is_ranked {
                    <label class="groups-field">
                        <span>{ words.text("groups-ranked-by") }</span>
                        <select data-testid="groups-ranked-by" onchange={choose}>
                            { for measures.iter().enumerate().map(|(at, (_, name))| html! {
                                <option key={at} value={at.to_string()} selected={at == *by}>{ name }</option>
                            }) }
                        </select>
                    </label>
                }
            </div>
            { report_table(&words, &paper.output_table(ranked)) }
        </section>
    }
}
