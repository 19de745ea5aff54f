//! The terms of the contest: weights, targets, goals, the schedule by month, the distance of yellow lamps.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::book::BureauHandle;
use super::props::BureauPartProps;
use super::setting::Setting;
use crate::app::view::context::use_page;
use crate::app::words::Words;
use crate::counties::indicator::Indicator;
use crate::counties::settings::CountySettings;
use crate::region::key::Unit;

/// A field of the settings at a place.
pub struct SettingAt<'a> {
    /// The settings and the way to change them.
    pub book: &'a BureauHandle,
    /// The place in the file.
    pub place: String,
    /// The name.
    pub label: String,
    /// True where the label is seen beside it.
    pub is_labelled: bool,
    /// The unit.
    pub unit: Unit,
}

impl SettingAt<'_> {
    /// The field of a value that may be missing.
    pub fn maybe(
        self,
        value: Option<Decimal>,
        placeholder: &str,
        set: impl Fn(&mut CountySettings, Option<Decimal>) + Clone + 'static,
    ) -> Html {
        let book = self.book.clone();
        let on_value = Callback::from(move |value: Option<Decimal>| {
            let set = set.clone();
            book.edit(None, move |settings| set(settings, value));
        });
        html! {
            <Setting key={self.place.clone()} place={self.place.clone()} label={self.label} is_labelled={self.is_labelled} unit={self.unit} {value}
                can_be_empty=true placeholder={placeholder.to_owned()} refusal={self.book.refusal_at(&self.place).cloned()} {on_value} />
        }
    }

    /// The field of a value that is always there.
    pub fn always(
        self,
        value: Decimal,
        set: impl Fn(&mut CountySettings, Decimal) + Clone + 'static,
    ) -> Html {
        let book = self.book.clone();
        let on_value = Callback::from(move |value: Option<Decimal>| {
            if let Some(value) = value {
                let set = set.clone();
                book.edit(None, move |settings| set(settings, value));
            }
        });
        html! {
            <Setting key={self.place.clone()} place={self.place.clone()} label={self.label} is_labelled={self.is_labelled} unit={self.unit} {value}
                refusal={self.book.refusal_at(&self.place).cloned()} {on_value} />
        }
    }
}

/// The terms.
#[component]
pub fn ContestSettings(props: &BureauPartProps) -> Html {
    let words = use_page().words;
    let book = &props.book;
    let settings = book.settings();
    let is_usual = settings.weights == CountySettings::default().weights;
    let yellow = SettingAt {
        book,
        place: "lamps.yellow".to_owned(),
        label: words.text("bureau-yellow").to_string(),
        is_labelled: true,
        unit: Unit::Share,
    };
    let small = SettingAt {
        book,
        place: "small".to_owned(),
        label: words.text("bureau-small-below").to_string(),
        is_labelled: true,
        unit: Unit::PeoplePerHousehold,
    };
    html! {
        <section class="card" aria-labelledby="contest-settings" data-testid="contest-settings">
            <h2 id="contest-settings">{ words.text("bureau-contest-settings") }</h2>
            if is_usual {
                <p><span class="status assumption">{ words.text("status-assumption") }</span>{ " " }{ words.text("counties-method-assumed") }</p>
            }
            <div class="scroller" role="region" tabindex="0" aria-label={words.text("bureau-contest-table")}>
                <table class="bureau-table">
                    <caption>{ words.text("bureau-contest-table") }</caption>
                    <thead><tr>
                        { for ["counties-column-indicator", "bureau-weight", "bureau-target", "counties-column-goal"]
                            .map(|id| html! { <th scope="col">{ words.text(id) }</th> }) }
                    </tr></thead>
                    <tbody>{ for Indicator::ALL.map(|one| line(&words, book, one)) }</tbody>
                </table>
            </div>
            <fieldset class="bureau-months">
                <legend>{ words.text("bureau-schedule") }</legend>
                { for settings.schedule.iter().enumerate().map(|(month, share)| {
                    let number = (month + 1).to_string();
                    let field = SettingAt {
                        book,
                        place: format!("schedule.{number}"),
                        label: words.format("bureau-month", &[("month", &number)]),
                        is_labelled: true,
                        unit: Unit::Share,
                    };
                    html! { <div key={month}>{ field.always(share.round_dp(6), move |settings, value| settings.schedule[month] = value) }</div> }
                }) }
            </fieldset>
            <div class="bureau-line">
                { yellow.always(settings.yellow, |settings, value| settings.yellow = value) }
                { small.always(settings.small.into(), |settings, value| {
                    if let Some(small) = value.to_u64() {
                        settings.small = small;
                    }
                }) }
            </div>
        </section>
    }
}

fn line(words: &Words, book: &BureauHandle, one: Indicator) -> Html {
    let settings = book.settings();
    let name = words.indicator(one);
    let at = one as usize;
    let field = |part: &str, label: &str, unit: Unit| SettingAt {
        book,
        place: format!("{part}.{}", one.name()),
        label: format!("{name}：{}", words.text(label)),
        is_labelled: false,
        unit,
    };
    let weight = field("weights", "bureau-weight", Unit::PeoplePerHousehold);
    let target = field("targets", "bureau-target", Unit::Share);
    let goal = field("goals", "counties-column-goal", Unit::Share);
    let none = words.text("bureau-unset");
    html! {
        <tr key={one.name()}>
            <th scope="row">{ &*name }</th>
            <td>{ weight.always(settings.weights[at], move |settings, value| settings.weights[at] = value) }</td>
            <td>
                if one == Indicator::Spending {
                    <span class="soft">{ words.text("bureau-target-schedule") }</span>
                } else {
                    { target.maybe(settings.targets[at], &none, move |settings, value| settings.targets[at] = value) }{ " %" }
                }
            </td>
            <td>{ goal.maybe(settings.goals[at], &none, move |settings, value| settings.goals[at] = value) }{ " %" }</td>
        </tr>
    }
}
