//! How an allocation becomes spending, as `model/spending.rs` has it.

use super::book::{Format, Line};
use super::formula::{Formula, Operator, one};
use super::{Builder, Side};
use crate::model::ByCategory;
use crate::region::key::{Category, Fixed, Level, funds};

/// Where spending stands, for the plan and for the scenario.
pub struct Spending {
    /// All money spent in the year, by side and category.
    pub spent: [ByCategory<Line>; 2],
}

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>) -> Spending {
    let sheet = builder.year_sheet("sheet-spending", "sheet-spending-note");
    let spent = Side::BOTH.map(|side| of_side(builder, sheet, side));
    Spending { spent }
}

fn of_side(builder: &mut Builder<'_>, sheet: usize, side: Side) -> ByCategory<Line> {
    let (words, years) = (builder.words, builder.years());
    let repeat = builder
        .lever(side, Fixed::Repeat)
        .with(Operator::Equal, one());
    // Without repetition the plan returns after the first plan year.
    let in_force = move |year: u16, own: &Formula, plan: &Formula| {
        if year < years.first_plan || side == Side::Plan {
            plan.clone()
        } else if year == years.first_plan {
            own.clone()
        } else {
            Formula::choose(repeat.clone(), own.clone(), plan.clone())
        }
    };
    builder.book.group(sheet, &side.title(words));
    let (own, plan) = (
        builder.lever(side, Fixed::Execution),
        builder.lever(Side::Plan, Fixed::Execution),
    );
    let name = words.key_name(Fixed::Execution.into());
    let execution = builder.share(sheet, &name, |_, year| {
        (year >= years.base()).then(|| in_force(year, &own, &plan))
    });
    let carry = builder.assumed(Fixed::CarrySpent);
    Category::ALL.map(|category| {
        let cells = |side| Level::ALL.map(|level| builder.lever(side, funds(level, category)));
        let sum = |side| Formula::Sum(cells(side).into());
        let (own, plan) = (sum(side), sum(Side::Plan));
        let (own_cells, plan_cells) = (cells(side), cells(Side::Plan));
        // Years in which a cell of the category has a value of its own.
        let apart: Vec<(u16, Formula)> = years
            .plan()
            .filter(|year| {
                let has =
                    |level: &Level| builder.has_lever_in(side, funds(*level, category), *year);
                Level::ALL.iter().any(has)
            })
            .map(|year| {
                let cell = |level: Level| {
                    let (own, plan) = (&own_cells[level as usize], &plan_cells[level as usize]);
                    let otherwise = in_force(year, own, plan);
                    builder.lever_in(side, funds(level, category), year, otherwise)
                };
                (year, Formula::Sum(Level::ALL.map(cell).into()))
            })
            .collect();
        let help =
            |side| builder.lever(side, Fixed::Social) * builder.lever(side, Fixed::SocialIndustry);
        let (own_help, plan_help) = (help(side), help(Side::Plan));
        let title = |id: &str| {
            words.format(
                "sheet-of-category",
                &[
                    ("category", &words.category(category)),
                    ("what", &words.text(id)),
                ],
            )
        };
        let allocated = builder.yuan(sheet, &title("sheet-allocated"), |_, year| {
            if year < years.base() {
                return None;
            }
            let found = apart.iter().find(|(known, _)| *known == year);
            let money = found.map_or_else(|| in_force(year, &own, &plan), |(_, sum)| sum.clone());
            Some(match category {
                Category::Industry if year < years.first_plan => money + plan_help.clone(),
                Category::Industry => money + own_help.clone(),
                Category::Infrastructure | Category::Other => money,
            })
        });
        let in_year = builder.yuan(sheet, &title("sheet-spent-in-year"), |_, year| {
            (year >= years.base()).then(|| allocated.at(year) * execution.at(year))
        });
        let carried = builder.yuan(sheet, &title("sheet-carried"), |_, year| {
            let unspent = allocated.at(year) - in_year.at(year);
            (year >= years.base()).then(|| unspent * carry.clone())
        });
        builder.yuan(sheet, &title("sheet-lapsed"), |_, year| {
            let rest = allocated.at(year) - in_year.at(year) - carried.at(year);
            (year >= years.base()).then_some(rest)
        });
        let unit = words.text("unit-wan-yuan");
        let name = title("sheet-spent");
        let look = (Format::Wan, super::Look::Result);
        // The year before the plan is as if the plan had always run.
        builder.book.line(sheet, (&name, &unit), look, |_, year| {
            let from = if year == years.base() { year } else { year - 1 };
            (year >= years.base()).then(|| in_year.at(year) + carried.at(from))
        })
    })
}
