//! The planned path, as `model/baseline.rs` has it: under the values in force and, for the
//! effect of assumptions, under the region's own.

use super::Builder;
use super::book::{Format, Line};
use super::formula::{Formula, one};
use crate::model::ByComponent;
use crate::region::key::{self, Component, Fixed, Key, Yearly};

/// Where the planned path stands.
pub struct Baseline {
    /// Income by component.
    pub income: ByComponent<Line>,
    /// Its sum.
    pub total: Line,
    /// Its sum under the region's own values.
    pub published: Line,
    /// What pay of further jobs grows with.
    pub wage_index: Line,
    /// The lifted population.
    pub population: Line,
}

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>) -> Baseline {
    let sheet = builder.year_sheet("sheet-baseline", "sheet-baseline-note");
    let words = builder.words;
    builder.book.group(sheet, &words.text("sheet-in-force"));
    let (income, growth, total) = path(builder, sheet, false);
    let years = builder.years();
    let wage = growth[Component::Wage as usize];
    let name = words.text("sheet-wage-index");
    let wage_index = builder.line(sheet, &name, "unit-none", Format::Factor, |own, year| {
        if year < years.first_plan {
            None
        } else if year == years.first_plan {
            Some(one())
        } else {
            Some(own.at(year - 1) * wage.at(year).factor())
        }
    });
    let (people, growth) = (
        builder.assumed(Fixed::Population),
        builder.assumed(Fixed::PopulationGrowth),
    );
    let name = words.key_name(Fixed::Population.into());
    let population = builder.line(sheet, &name, "unit-people", Format::People, |own, year| {
        if year < years.base() {
            None
        } else if year == years.base() {
            Some(people.clone())
        } else {
            Some(own.at(year - 1) * growth.clone().factor())
        }
    });
    builder
        .book
        .group(sheet, &words.text("report-plan-published"));
    let (_, _, published) = path(builder, sheet, true);
    Baseline {
        income,
        total,
        published,
        wage_index,
        population,
    }
}

/// Fade, growth and income by component, and their sum.
fn path(
    builder: &mut Builder<'_>,
    sheet: usize,
    is_published: bool,
) -> (ByComponent<Line>, ByComponent<Line>, Line) {
    let (words, years) = (builder.words, builder.years());
    let value = |builder: &Builder<'_>, key: Key| -> Formula {
        if is_published {
            builder.inputs.plan(key)
        } else {
            builder.inputs.in_force(key)
        }
    };
    let left = value(builder, Fixed::GrowthFade.into());
    let name = words.text("sheet-fade");
    let fade = builder.share(sheet, &name, |own, year| {
        if year < years.first_plan {
            None
        } else if year == years.first_plan {
            Some(one())
        } else {
            Some(own.at(year - 1) * left.clone())
        }
    });
    let growth = Component::ALL.map(|component| {
        let near = value(builder, key::growth_near(component).into());
        let far = value(builder, key::growth_far(component).into());
        let known: Vec<(u16, Formula)> = (years.income + 1..years.first_plan)
            .map(|year| (year, value(builder, Key::Yearly(Yearly::GrowthKnown, year))))
            .collect();
        let name = words.format(
            "sheet-growth",
            &[("component", &words.component(component))],
        );
        builder.share(sheet, &name, |_, year| {
            if year >= years.first_plan {
                let distance = near.clone() - far.clone();
                Some(far.clone() + distance * fade.at(year))
            } else {
                let found = known.iter().find(|(known, _)| *known == year);
                found.map(|(_, growth)| growth.clone())
            }
        })
    });
    let income = Component::ALL.map(|component| {
        let start = value(builder, key::income0(component).into());
        let growth = growth[component as usize];
        builder.money(sheet, &words.component(component), |own, year| {
            Some(if year == years.income {
                start.clone()
            } else {
                own.at(year - 1) * growth.at(year).factor()
            })
        })
    });
    let name = words.text("result-sum");
    let total = builder.result(sheet, &name, |_, year| {
        Some(Formula::Sum(income.map(|line| line.at(year)).into()))
    });
    (income, growth, total)
}
