//! Questions that only the file's owner can answer, as groups of choices whose answers are used at once.

use std::rc::Rc;

use yew::prelude::*;
use zengshou_sheets::{AmountScale, Answers, MoneyUnit, Operating, ProjectType, SheetQuestion};

use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::intake::{IntakeChoices, Preview};

/// Properties of the questions.
#[derive(Properties, PartialEq)]
pub struct QuestionsProps {
    /// The preview.
    pub preview: Rc<Preview>,
    /// The choices so far.
    pub choices: IntakeChoices,
    /// Called with the choices after an answer.
    pub on_choose: Callback<IntakeChoices>,
}

/// The questions.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    let page = use_page();
    let words = &page.words;
    let preview = &props.preview;
    if preview.questions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="intake-questions" data-testid="intake-questions">
            <h3>{ words.text("sheets-questions") }</h3>
            { for preview.questions.iter().map(|question| html! {
                <fieldset key={key(question)}>
                    <legend>{ words.sheet_question(question) }</legend>
                    { for answers(words, question).into_iter().map(|(label, answer)| {
                        let is_chosen = answer.is_given(&props.choices.answers);
                        let onchange = {
                            let (choices, on_choose) = (props.choices.clone(), props.on_choose.clone());
                            Callback::from(move |_: Event| {
                                let mut choices = choices.clone();
                                answer.give(&mut choices.answers);
                                on_choose.emit(choices);
                            })
                        };
                        html! {
                            <label class="intake-choice">
                                <input type="radio" name={key(question)} checked={is_chosen} {onchange} />
                                <span>{ label }</span>
                            </label>
                        }
                    }) }
                </fieldset>
            }) }
            if preview.more_questions > 0 {
                <p>{ words.format("sheets-more-questions", &[("count", &preview.more_questions.to_string())]) }</p>
            }
        </section>
    }
}

/// An answer with the key under which it is kept.
#[derive(Clone)]
enum Answer {
    Scale(String, AmountScale),
    Operating(String, Operating),
    Unit(String, MoneyUnit),
    Type(String, ProjectType),
}

impl Answer {
    fn give(&self, answers: &mut Answers) {
        match self.clone() {
            Self::Scale(key, scale) => drop(answers.scales.insert(key, scale)),
            Self::Operating(key, operating) => drop(answers.operating.insert(key, operating)),
            Self::Unit(key, unit) => drop(answers.units.insert(key, unit)),
            Self::Type(key, project_type) => drop(answers.types.insert(key, project_type)),
        }
    }

    fn is_given(&self, answers: &Answers) -> bool {
        match self {
            Self::Scale(key, scale) => answers.scales.get(key) == Some(scale),
            Self::Operating(key, operating) => answers.operating.get(key) == Some(operating),
            Self::Unit(key, unit) => answers.units.get(key) == Some(unit),
            Self::Type(key, project_type) => answers.types.get(key) == Some(project_type),
        }
    }
}

/// The name of a question's group.
fn key(question: &SheetQuestion) -> String {
    match question {
        SheetQuestion::AmountScale { place, .. } => format!("scale {place}"),
        SheetQuestion::Operating { place, .. } => format!("operating {place}"),
        SheetQuestion::Unit { place, .. } => format!("unit {place}"),
        SheetQuestion::Type { text, .. } => format!("type {text}"),
    }
}

fn answers(words: &Words, question: &SheetQuestion) -> Vec<(String, Answer)> {
    match question {
        SheetQuestion::AmountScale { place, number, .. } => {
            let scales = [AmountScale::Share, AmountScale::Percent];
            let answer = |scale| {
                let label = words.share_written(*number, scale);
                (label, Answer::Scale(place.to_string(), scale))
            };
            scales.map(answer).into()
        }
        SheetQuestion::Operating { place, .. } => {
            let kinds = [Operating::Gross, Operating::Net];
            let answer = |kind| {
                (
                    words.operating(kind),
                    Answer::Operating(place.to_string(), kind),
                )
            };
            kinds.map(answer).into()
        }
        SheetQuestion::Unit { place, .. } => {
            let answer = |unit| {
                (
                    words.money_unit(unit),
                    Answer::Unit(place.to_string(), unit),
                )
            };
            MoneyUnit::ALL.map(answer).into()
        }
        SheetQuestion::Type { text, .. } => {
            let answer = |each| (words.project_type(each), Answer::Type(text.clone(), each));
            ProjectType::ALL.map(answer).into()
        }
    }
}
