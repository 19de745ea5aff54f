//! Industry-support coverage, as `model/channels/coverage.rs` has it.

use rust_decimal::Decimal;

use super::baseline::Baseline;
use super::book::{Format, Line};
use super::formula::{Formula, Operator, in_yuan, one, zero};
use super::spending::Spending;
use super::{Builder, Side};
use crate::region::key::{Category, Component, Fixed};

/// Where coverage stands, by side.
pub struct Coverage {
    /// Household grants.
    pub grants: [Line; 2],
    /// Coverage reached.
    pub reached: [Line; 2],
    /// What the wanted coverage lacks in money.
    pub missing: [Line; 2],
    /// Change of operating income.
    pub operating: [Line; 2],
}

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>, spending: &Spending, baseline: &Baseline) -> Coverage {
    let sheet = builder.year_sheet("sheet-coverage", "sheet-coverage-note");
    let sides = Side::BOTH.map(|side| of_side(builder, sheet, side, spending, baseline));
    let pick = |index: usize| sides.map(|lines| lines[index]);
    Coverage {
        grants: pick(0),
        reached: pick(1),
        missing: pick(2),
        operating: pick(3),
    }
}

fn of_side(
    builder: &mut Builder<'_>,
    sheet: usize,
    side: Side,
    spending: &Spending,
    baseline: &Baseline,
) -> [Line; 4] {
    let (words, years) = (builder.words, builder.years());
    let in_plan = |year| year >= years.first_plan;
    let spent = spending.spent[side as usize][Category::Industry as usize];
    builder.book.group(sheet, &side.title(words));

    let share = builder.lever(side, Fixed::GrantsShare);
    let name = words.text("channel-grants");
    let grants = builder.yuan(sheet, &name, |_, year| {
        in_plan(year).then(|| spent.at(year) * share.clone())
    });
    let (cost, size) = (
        builder.assumed(Fixed::CoverageCost),
        builder.assumed(Fixed::HouseholdSize),
    );
    let name = words.text("sheet-cost-of-all");
    let whole = builder.yuan(sheet, &name, |_, year| {
        in_plan(year)
            .then(|| cost.clone() * baseline.population.at(year) / size.clone() / in_yuan())
    });
    let general = builder.lever(side, Fixed::Coverage);
    let by_year: Vec<(u16, Formula)> = years
        .plan()
        .map(|year| {
            (
                year,
                builder.lever_in(side, Fixed::Coverage, year, general.clone()),
            )
        })
        .collect();
    let wanted = |year: u16| {
        let found = by_year.iter().find(|(known, _)| *known == year);
        found.map_or_else(|| general.clone(), |(_, formula)| formula.clone())
    };
    let known = builder.assumed(Fixed::Coverage0);
    let name = words.text("sheet-reached");
    let reached = builder.share(sheet, &name, |own, year| {
        if year == years.base() {
            return Some(known.clone());
        }
        // A fall is immediate; a rise is at most what the year's grants pay for.
        let before = || own.at(year - 1);
        let paid = || before() + grants.at(year) / whole.at(year);
        in_plan(year).then(|| {
            Formula::choose(
                wanted(year).with(Operator::AtMost, before()),
                wanted(year),
                Formula::Least(vec![wanted(year), paid()]),
            )
        })
    });
    let name = words.text("result-coverage-missing");
    let missing = builder.yuan(sheet, &name, |_, year| {
        let rise = || wanted(year) - reached.at(year - 1);
        let lacks = || whole.at(year) * rise() - grants.at(year);
        in_plan(year).then(|| {
            Formula::choose(
                wanted(year).with(Operator::Greater, reached.at(year - 1)),
                Formula::Most(vec![zero(), lacks()]),
                zero(),
            )
        })
    });
    let now = builder.assumed(Fixed::CoverageNow);
    let name = words.text("sheet-effective");
    let effective = builder.share(sheet, &name, |_, year| {
        in_plan(year)
            .then(|| reached.at(year) * now.clone() + reached.at(year - 1) * now.clone().rest())
    });
    let (effect, saturation) = (
        builder.assumed(Fixed::CoverageEffect),
        builder.assumed(Fixed::CoverageSaturation),
    );
    let half = || Formula::Number(Decimal::new(5, 1));
    let name = words.text("sheet-multiplier");
    let multiplier = builder.line(sheet, &name, "unit-none", Format::Factor, |_, year| {
        let coverage = if year == years.base() {
            reached.at(year)
        } else if in_plan(year) {
            effective.at(year)
        } else {
            return None;
        };
        let slack = saturation.clone() * coverage.clone() * coverage.clone() * half();
        Some(one() + effect.clone() * (coverage - slack))
    });
    let income = baseline.income[Component::Operating as usize];
    let name = words.text("sheet-operating-change");
    let operating = builder.money(sheet, &name, |_, year| {
        in_plan(year)
            .then(|| income.at(year) * (multiplier.at(year) / multiplier.at(years.base()) - one()))
    });
    [grants, reached, missing, operating]
}
