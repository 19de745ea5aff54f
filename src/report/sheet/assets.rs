//! The stocks of assets that spending builds, as `model/capital.rs` has them.

use super::book::Line;
use super::formula::{Formula, zero};
use super::spending::Spending;
use super::{Builder, Side};
use crate::region::key::{Category, Fixed};

/// Where the working stocks stand, by side.
pub struct Assets {
    /// Working industry assets.
    pub industry: [Line; 2],
    /// Working infrastructure.
    pub infrastructure: [Line; 2],
}

/// How a stock forms, wears and starts.
struct Formation {
    title: &'static str,
    lag_now: Formula,
    lag_next: Formula,
    depreciation: Formula,
    start: Formula,
}

/// Writes the sheet.
pub fn sheet(builder: &mut Builder<'_>, spending: &Spending) -> Assets {
    let sheet = builder.year_sheet("sheet-assets", "sheet-assets-note");
    let years = builder.years();
    let industry = Side::BOTH.map(|side| {
        let spent = spending.spent[side as usize][Category::Industry as usize];
        let overhead = builder.assumed(Fixed::OverheadShare);
        let grants = |side| builder.lever(side, Fixed::GrantsShare);
        let (own, plan) = (grants(side), grants(Side::Plan));
        let formation = Formation {
            title: "category-industry",
            lag_now: builder.assumed(Fixed::IndustryLagNow),
            lag_next: builder.assumed(Fixed::IndustryLagNext),
            depreciation: builder.assumed(Fixed::IndustryDepreciation),
            start: builder.assumed(Fixed::ExistingAssets),
        };
        stock(builder, sheet, side, formation, |year| {
            let grants = if year == years.base() { &plan } else { &own };
            spent.at(year) * (grants.clone().rest() - overhead.clone())
        })
    });
    let infrastructure = Side::BOTH.map(|side| {
        let spent = spending.spent[side as usize][Category::Infrastructure as usize];
        let formation = Formation {
            title: "category-infrastructure",
            lag_now: builder.assumed(Fixed::InfraLagNow),
            lag_next: builder.assumed(Fixed::InfraLagNext),
            depreciation: builder.assumed(Fixed::InfraDepreciation),
            start: zero(),
        };
        stock(builder, sheet, side, formation, |year| spent.at(year))
    });
    Assets {
        industry,
        infrastructure,
    }
}

/// A stock's rows; returns the working one.
fn stock(
    builder: &mut Builder<'_>,
    sheet: usize,
    side: Side,
    formation: Formation,
    invested: impl Fn(u16) -> Formula,
) -> Line {
    let (words, years) = (builder.words, builder.years());
    let title = words.format(
        "sheet-of-category",
        &[
            ("category", &words.text(formation.title)),
            ("what", &side.title(words)),
        ],
    );
    builder.book.group(sheet, &title);
    let name = words.text("sheet-invested");
    let invested = builder.yuan(sheet, &name, |_, year| {
        (year >= years.base()).then(|| invested(year))
    });
    let in_plan = |year| year >= years.first_plan;
    let name = words.text("sheet-formed");
    let formed = builder.yuan(sheet, &name, |_, year| {
        in_plan(year).then(|| {
            invested.at(year) * formation.lag_now.clone()
                + invested.at(year - 1) * formation.lag_next.clone()
        })
    });
    // The stock stands two rows below what is kept of it: its last year's cell is earlier.
    let name = words.text("sheet-stock");
    let stock = builder.yuan(sheet, &name, |own, year| {
        if year == years.base() {
            return Some(formation.start.clone());
        }
        let kept = || own.at(year - 1) * formation.depreciation.clone().rest();
        in_plan(year).then(|| kept() + formed.at(year))
    });
    let first_year = builder.assumed(Fixed::FirstYear);
    let name = words.text("sheet-working");
    builder.yuan(sheet, &name, |_, year| {
        let kept = || stock.at(year) - formed.at(year);
        in_plan(year).then(|| kept() + formed.at(year) * first_year.clone())
    })
}
