//! The people at risk, step by step. The model computes them in floating point; its own values are
//! the steps' values, so that the explanation matches the figures shown.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::Figures;
use super::figure::ScreenFigure;
use super::tape::{Traced, TracedValues};
use crate::analysis::summary::population;
use crate::model::arithmetic::Arithmetic;
use crate::model::inputs::Inputs;
use crate::model::risk::{self, AtRisk};
use crate::model::term::{Method, Quantity, Side, Term};
use crate::model::{Outcome, benchmarks};
use crate::number::{People, Share, YuanPerPerson};
use crate::region::Years;
use crate::region::key::{Fixed, Year};

/// Inputs of a year's and side's estimate.
struct Given<'t> {
    income: YuanPerPerson<Traced<'t>>,
    line: YuanPerPerson<Traced<'t>>,
    gini: Share<Traced<'t>>,
    people: People<Traced<'t>>,
}

impl<'t> Figures<'t> {
    pub(super) fn risks(
        &mut self,
        outcome: &Outcome<Traced<'t>>,
        values: &TracedValues<'t, '_>,
        years: Years,
    ) {
        let first = usize::from(years.first_plan - years.income);
        let lines = benchmarks::risk_line(values, years);
        let gini = Share(values.of_key(Fixed::Gini));
        let plan_years = outcome.plan.iter().zip(&outcome.scenario).enumerate();
        for ((step, (plan, scenario)), line) in plan_years.zip(&lines[first..]) {
            let year = plan.year;
            let term = Term::shared(Quantity::RiskLine, year);
            self.add(ScreenFigure::RiskLine(year), line.exact(), term);
            let people: People<Traced<'t>> = population(values, step);
            let people = people.named(Term::shared(Quantity::Population, year));
            for (side, of) in [(Side::Plan, plan), (Side::Scenario, scenario)] {
                let given = Given {
                    income: of.income,
                    line: *line,
                    gini,
                    people,
                };
                // What is too large or too small for a decimal is not shown either.
                let _is_shown = self.risk((side, year), given);
            }
        }
    }

    fn risk(&mut self, (side, year): (Side, Year), given: Given<'t>) -> Option<()> {
        let Given {
            income,
            line,
            gini,
            people,
        } = given;
        let AtRisk {
            share,
            people: at_risk,
            mean_shortfall_yuan,
            sigma,
            z,
        } = risk::at_risk(income.plain(), line.plain(), gini.plain(), people.plain())?;
        let name = |what| Term {
            what,
            year: Some(year),
            side,
        };
        let found = |value: f64, method, from: &[Traced<'t>], term| {
            let value = Decimal::from_f64(value)?;
            Some(Traced::found(value, method, from).named(term))
        };
        let (income, line) = (income.exact(), line.exact());
        let term = Term::timeless(Quantity::LogSpread, Side::Shared);
        let sigma = found(sigma, Method::LogSpread, &[gini.exact()], term)?;
        let from = [line, income, sigma];
        let z = found(z, Method::LinePlace, &from, name(Quantity::LinePlace))?;
        let share = found(share, Method::ShareBelow, &[z], name(Quantity::ShareAtRisk))?;
        let (from, term) = ([people.exact(), share], name(Quantity::PeopleAtRisk));
        let at_risk = found(at_risk, Method::PeopleBelow, &from, term)?;
        self.add(ScreenFigure::PeopleAtRisk(side, year), at_risk, term);
        if side == Side::Scenario {
            self.add(
                ScreenFigure::ShareAtRisk(year),
                share,
                name(Quantity::ShareAtRisk),
            );
            let (from, term) = ([line, income, z, sigma], name(Quantity::MeanShortfall));
            let shortfall = found(mean_shortfall_yuan, Method::Shortfall, &from, term)?;
            self.add(ScreenFigure::MeanShortfall(year), shortfall, term);
        }
        Some(())
    }
}
