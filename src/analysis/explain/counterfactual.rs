//! Figures that come from a second run of the model: the same scenario with one change taken back, or with
//! one value at an end of its plausible range.

use super::Figures;
use super::figure::{RangeEnd, ScreenFigure};
use super::tape::{CounterfactualRun, Traced, TracedValues};
use crate::analysis::known_total;
use crate::analysis::monte_carlo::OutcomeMeasure;
use crate::analysis::policy::in_force;
use crate::model::term::{Quantity, Side, Term};
use crate::model::{self, Outcome};
use crate::region::Region;
use crate::region::key::{Key, Year, Yearly};
use crate::scenario::Scenario;

impl<'t> Figures<'t> {
    /// Records what such a figure needs; nothing where the scenario has no such figure.
    pub(super) fn counterfactual(
        &mut self,
        (region, scenario): (&Region, &Scenario),
        now: &Outcome<Traced<'t>>,
        figure: ScreenFigure,
    ) -> Option<()> {
        let years = region.years;
        match figure {
            ScreenFigure::Contribution(of, key) => {
                scenario.changed(key)?;
                let mut without = scenario.clone();
                without.revert(region, key);
                let with = Some((key, without.value(region, key)?));
                let run = CounterfactualRun {
                    example: None,
                    with,
                };
                let year = match key {
                    Key::Yearly(Yearly::Lever(_), year) => year,
                    _ => years.first_plan,
                };
                let what = match of {
                    OutcomeMeasure::Income => Quantity::PlanContribution(key),
                    OutcomeMeasure::Difference => Quantity::Contribution(key),
                };
                let side = match of {
                    OutcomeMeasure::Income => Side::Plan,
                    OutcomeMeasure::Difference => Side::Scenario,
                };
                let of = |outcome: &Outcome<Traced<'t>>| result(outcome, of, side, year);
                let then = self.run((region, &without), run, of)?;
                let moved = of(now)? - then;
                self.add(figure, moved, Term::scenario(what, year));
            }
            ScreenFigure::Swing(of, end, year, key) => {
                let (least, most) = region.parameters.get(&key)?.range?;
                let end = match end {
                    RangeEnd::Least => least,
                    RangeEnd::Most => most,
                };
                let (base, example) = in_force(region, scenario, of);
                let moved = known_total::moved(region, &base, key, end)?;
                let run = |with| CounterfactualRun { example, with };
                let what = match of {
                    OutcomeMeasure::Income => Quantity::IncomeMove(key),
                    OutcomeMeasure::Difference => Quantity::DifferenceMove(key),
                };
                let of = |outcome: &Outcome<Traced<'t>>| result(outcome, of, Side::Scenario, year);
                let now = match example {
                    Some(_) => self.run((region, &base), run(None), of)?,
                    None => of(now)?,
                };
                let then = self.run((region, &moved), run(Some((key, end))), of)?;
                let moved = then - now;
                self.add(figure, moved, Term::scenario(what, year));
            }
            _ => return None,
        }
        Some(())
    }

    /// A result of another run of the model.
    fn run(
        &self,
        (region, scenario): (&Region, &Scenario),
        run: CounterfactualRun,
        result: impl Fn(&Outcome<Traced<'t>>) -> Option<Traced<'t>>,
    ) -> Option<Traced<'t>> {
        let resolved = scenario.resolve(region);
        let values = |values, side| TracedValues {
            tape: self.tape,
            values,
            side,
        };
        self.tape.record_run(run);
        let plan = values(&resolved.plan, Side::Plan);
        let changed = values(&resolved.scenario, Side::Scenario);
        let found = result(&model::project(region.years, &plan, &changed));
        self.tape.record_run(CounterfactualRun::default());
        found
    }
}

fn result<'t>(
    outcome: &Outcome<Traced<'t>>,
    of: OutcomeMeasure,
    side: Side,
    year: Year,
) -> Option<Traced<'t>> {
    let step = usize::from(year.checked_sub(outcome.years.first_plan)?);
    let whose = match side {
        Side::Plan => &outcome.plan,
        _ => &outcome.scenario,
    };
    let of_year = whose.get(step)?;
    Some(match of {
        OutcomeMeasure::Income => of_year.income.exact(),
        OutcomeMeasure::Difference => of_year.difference().exact(),
    })
}
