//! The change that was applied last, as long as the scenario is still its result.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::goal::check::GoalCondition;
use crate::app::words::Words;
use crate::model::Outcome;
use crate::model::gain::GainPart;
use crate::number::YuanPerPerson;
use crate::region::Region;
use crate::region::key::Year;
use crate::scenario::Scenario;

/// A change that was applied, with its results by the exact model.
#[derive(Clone, PartialEq)]
pub struct Taken {
    scenario: Scenario,
    year: Year,
    /// Income before and after, yuan a head.
    income: (Decimal, Decimal),
    /// The change of market income.
    market: Decimal,
    /// Income against the goal, where one was sought.
    line: Option<GoalCondition>,
}

impl Taken {
    /// The results of applying a scenario.
    pub fn new(
        region: &Region,
        before: &Scenario,
        after: &Scenario,
        year: Year,
        line: Option<GoalCondition>,
    ) -> Self {
        let (was, is) = (before.project(region), after.project(region));
        let step = usize::from(year.saturating_sub(region.years.first_plan));
        let of = |outcome: &Outcome| {
            let own = &outcome.scenario[step.min(outcome.scenario.len() - 1)];
            let market = own.gain().part(GainPart::Market);
            (own.income.exact(), market.exact())
        };
        let ((income, market), (then, more)) = (of(&was), of(&is));
        Self {
            scenario: after.clone(),
            year,
            income: (income, then),
            market: more - market,
            line,
        }
    }
}

/// Says what was applied.
pub fn taken(words: &Words, taken: Option<&Taken>, scenario: &Scenario) -> Html {
    let Some(own) = taken.filter(|own| own.scenario == *scenario) else {
        return html! {};
    };
    let money = |amount: Decimal| words.money(YuanPerPerson(amount));
    let signed = |amount: Decimal| words.signed_money(YuanPerPerson(amount));
    let arguments = [
        ("year", &*own.year.to_string()),
        ("from", &*money(own.income.0)),
        ("to", &*money(own.income.1)),
        ("change", &*signed(own.income.1 - own.income.0)),
        ("market", &*signed(own.market)),
    ];
    html! {
        <p class="planning-taken" role="status" data-testid="plan-taken">
            { words.format("plan-taken", &arguments) }
            if let Some(line) = own.line {
                { " " }
                { words.format(
                    match line.met {
                        true if money(line.income) == money(line.needed) => "plan-taken-just",
                        true => "plan-taken-met",
                        false => "plan-taken-missed",
                    },
                    &[
                        ("year", &*line.year.to_string()),
                        ("needed", &*money(line.needed)),
                        ("amount", &*money(line.missing().abs())),
                    ],
                ) }
            }
            { " " }{ words.text("plan-taken-undo") }
        </p>
    }
}
