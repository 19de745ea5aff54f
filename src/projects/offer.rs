//! Figures of the projects in the place of assumptions: each is offered, none is taken by itself.

use rust_decimal::Decimal;

use super::assets::{KnownPart, ProjectAssets};
use super::library::ProjectLibrary;
use super::money::ProjectMoney;
use crate::number::{SHARE_PLACES, round};
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, funds};
use crate::region::own::correct::Correction;
use crate::region::parse::check_range;

/// A figure of the projects for a key.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectOffer {
    /// The key.
    pub key: Key,
    /// The value, as precise as the key takes it.
    pub value: Decimal,
    /// The region's own value.
    pub present: Option<Decimal>,
    /// The sums that it follows from; a sum alone has no whole.
    pub part: Decimal,
    /// The whole that the part is held against.
    pub whole: Option<Decimal>,
    /// The projects behind it.
    pub projects: usize,
    /// The projects that do not say enough for it.
    pub left_out: usize,
}

/// Offers that are taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferSet {
    /// A figure of the assets by itself.
    Alone,
    /// All cells of the funds.
    Funds,
}

impl ProjectOffer {
    /// The set that it is taken with.
    pub fn set(&self) -> OfferSet {
        match self.key {
            Key::Fixed(fixed) if fixed.cell_of_funds().is_some() => OfferSet::Funds,
            _ => OfferSet::Alone,
        }
    }

    /// The offer as a correction of the region, with where it comes from and how it follows in the reader's words.
    pub fn correction(&self, source: String, basis: String) -> Correction {
        Correction::derived(self.key, self.value, source, basis)
    }
}

/// The offers of a region's projects: the assets' figures first, then the cells of the funds. What no row says is not
/// offered, nor what no region could have.
pub fn offers(
    region: &Region,
    library: &ProjectLibrary<'_>,
    assets: &ProjectAssets,
    money: &ProjectMoney,
) -> Vec<ProjectOffer> {
    let mut offers = of_assets(region, assets);
    // Another year's projects say nothing of the plan's funds.
    if library
        .year
        .is_none_or(|year| year == region.years.first_plan)
    {
        offers.extend(of_funds(region, library.total().projects, money));
    }
    offers.retain(|offer| check_range(offer.key, offer.value).is_ok());
    offers
}

fn of_assets(region: &Region, assets: &ProjectAssets) -> Vec<ProjectOffer> {
    let value = (assets.operating_projects > 0).then(|| ProjectOffer {
        key: Fixed::ExistingAssets.into(),
        value: assets.operating.normalize(),
        present: present(region, Fixed::ExistingAssets),
        part: assets.operating,
        whole: None,
        projects: assets.operating_projects,
        left_out: 0,
    });
    let share = |key: Fixed, known: &KnownPart| {
        let share = known.share()?;
        Some(ProjectOffer {
            key: key.into(),
            value: round(share.exact(), SHARE_PLACES).normalize(),
            present: present(region, key),
            part: known.part,
            whole: Some(known.whole),
            projects: known.projects,
            left_out: known.left_out,
        })
    };
    let shares = [
        share(Fixed::OperatingRate, &assets.in_good_operation),
        share(Fixed::AssetReturn, &assets.returned),
        share(Fixed::BenefitShare, &assets.to_households),
    ];
    value
        .into_iter()
        .chain(shares.into_iter().flatten())
        .collect()
}

/// All cells together: one alone would leave money counted twice.
fn of_funds(region: &Region, projects: usize, money: &ProjectMoney) -> Vec<ProjectOffer> {
    if money.of_government().is_zero() {
        return Vec::new();
    }
    let left_out = money.untyped_projects + money.without_source_projects;
    let cell = |(level, category): (Level, Category)| {
        let key = funds(level, category);
        ProjectOffer {
            key: key.into(),
            value: money.cell(level, category).normalize(),
            present: present(region, key),
            part: money.cell(level, category),
            whole: None,
            projects: projects - left_out,
            left_out,
        }
    };
    let cells = Level::ALL.into_iter().flat_map(|level| {
        let categories = Category::ALL.into_iter();
        categories.map(move |category| (level, category))
    });
    cells.map(cell).collect()
}

fn present(region: &Region, key: Fixed) -> Option<Decimal> {
    region
        .values()
        .get(key.into())
        .map(|value| value.normalize())
}
