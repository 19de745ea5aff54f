//! Corrections of a region's figures: the region of before, a version on.

use rust_decimal::Decimal;

use super::raw::{fingerprint, may_be_given};
use super::{DefaultUsed, GivenFigure, OWN_SOURCE, OwnFigure, OwnRegion, essential_keys};
use crate::language::Language;
use crate::region::key::{Component, Fixed, Key, income0};
use crate::region::{EvidencedValue, Footing, Region, Status};

/// A figure of a region as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The key.
    pub key: Key,
    /// The figure.
    pub figure: OwnFigure,
}

impl Correction {
    /// A figure that follows from data at hand, with where it comes from and how it follows in the reader's words.
    pub fn derived(key: Key, value: Decimal, source: String, basis: String) -> Self {
        let figure = OwnFigure {
            status: Some(Status::Derived),
            source: Some(source),
            basis: Some(basis),
            ..OwnFigure::bare(value)
        };
        Self { key, figure }
    }
}

impl OwnRegion {
    /// The figures of a region as differences from the default one; of the default region itself, those of its place.
    /// A whole region's texts are taken in one language.
    pub fn of_region(region: &Region, default: &Region, language: Language) -> Self {
        if let Some(own) = &region.own {
            return Self::clone(own);
        }
        let mut own = Self::empty(region.years);
        region.name.in_language(language).clone_into(&mut own.name);
        own.id = format!("r{}-{}", fingerprint(&own.name), region.years.income);
        own.default = Some(DefaultUsed {
            id: default.id.clone(),
            version: default.newest(),
        });
        let figure = |figure: &EvidencedValue| own_figure(region, figure, language);
        let essential = essential_keys(region.years.income);
        let always = [Fixed::HouseholdSize, income0(Component::Operating)].map(Key::Fixed);
        for key in essential.into_iter().chain(always) {
            if let Some(value) = region.parameters.get(&key) {
                own.values.insert(key, figure(value));
            }
        }
        // The others only where they differ from what would stand in.
        let stand_ins = own.parameters(default);
        for (key, value) in &region.parameters {
            let stand_in = stand_ins.get(key);
            let is_same = stand_in.is_some_and(|stand_in| {
                stand_in.value == value.value
                    && stand_in.range == value.range
                    && stand_in.status == value.status
            });
            if may_be_given(*key) && !is_same {
                own.values.insert(*key, figure(value));
            }
        }
        let spent = region.figures.iter().find(|(id, _)| id == "funds.spent");
        if let Some((_, spent)) = spent {
            own.figures.insert(GivenFigure::FundsSpent, figure(spent));
        }
        own
    }

    /// The region with corrected figures, a version on. A part of income that is corrected takes the place of the
    /// two figures that it followed from.
    pub fn corrected(&self, corrections: &[Correction]) -> Self {
        let mut own = self.clone();
        for Correction { key, figure } in corrections {
            if !may_be_given(*key) {
                continue;
            }
            own.values.insert(*key, figure.clone());
            if *key == Key::Fixed(income0(Component::Operating)) {
                own.figures.remove(&GivenFigure::OperatingGross);
                own.figures.remove(&GivenFigure::OperatingCosts);
            }
            if Component::ALL
                .map(|part| Key::Fixed(income0(part)))
                .contains(key)
            {
                own.figures.remove(&GivenFigure::Income);
            }
        }
        if own != *self {
            own.version += 1;
        }
        own
    }
}

/// A figure of a region in the words of a file of own figures.
fn own_figure(region: &Region, figure: &EvidencedValue, language: Language) -> OwnFigure {
    let titles = figure.sources.iter().filter_map(|id| {
        let source = region.sources.get(id)?;
        let title = source.title.in_language(language);
        Some(match id.starts_with(OWN_SOURCE) {
            true => title.to_owned(),
            false => format!("{title} — {}", source.publisher.in_language(language)),
        })
    });
    let titles: Vec<String> = titles.collect();
    let source = Some(cut(&titles.join("; "))).filter(|text| !text.is_empty());
    let basis = figure
        .basis
        .as_ref()
        .map(|basis| cut(basis.in_language(language)));
    // Without a source or a reason of its own, a figure can't be called published or derived.
    let status = match figure.status {
        Status::Source if source.is_none() => None,
        Status::Derived if basis.is_none() => None,
        _ if figure.footing == Some(Footing::Unsourced) => None,
        status => Some(status),
    };
    OwnFigure {
        value: figure.value.normalize(),
        year: Some(figure.year),
        day: None,
        status,
        source,
        basis,
        range: figure
            .range
            .map(|(least, most)| (least.normalize(), most.normalize())),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(super::MOST_TEXT).collect()
}
