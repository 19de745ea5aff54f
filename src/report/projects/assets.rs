//! Assets, and figures of the projects in the place of assumptions.

use super::{count, share, wan};
use crate::i18n::Catalog;
use crate::projects::assets::KnownPart;
use crate::projects::overview::ProjectOverview;
use crate::report::document::{ReportTable, Writer};
use crate::report::tables::{columns, row, text, value};

/// The section of this part.
pub fn write(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.section("projects-assets", &words.text("projects-section-assets"));
    writer.table(assets_table(of, words));
    writer.table(rates_table(of, words));
    offers(writer, of, words);
}

/// The registered value of assets by class.
pub fn assets_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let assets = &of.assets;
    let classes = [
        ("projects-asset-operating", assets.operating),
        ("projects-asset-public-welfare", assets.public_welfare),
        ("projects-asset-household", assets.household),
        ("projects-without-class", assets.without_class),
    ];
    let rows = classes.map(|(name, amount)| row([text(&*words.text(name)), wan(words, amount)]));
    ReportTable {
        name: "projects-assets",
        caption: words.text("projects-table-assets").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &["form-project-asset-class", "form-project-asset-value"],
        ),
        rows: rows.to_vec(),
        note: None,
    }
}

/// The operation of operating assets, and what they return to whom.
pub fn rates_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let assets = &of.assets;
    let known = |name: &str, known: &KnownPart| {
        row([
            text(&*words.text(name)),
            wan(words, known.part),
            wan(words, known.whole),
            share(words, known.share()),
            count(words, known.projects),
            count(words, known.left_out),
        ])
    };
    ReportTable {
        name: "projects-rates",
        caption: words.text("projects-table-rates").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-rate",
                "projects-column-part",
                "projects-column-whole",
                "projects-column-share",
                "types-column-projects",
                "projects-column-left-out",
            ],
        ),
        rows: vec![
            known("projects-rate-operating", &assets.in_good_operation),
            known("projects-rate-return", &assets.returned),
            known("projects-rate-households", &assets.to_households),
        ],
        note: Some(words.text("projects-table-rates-note").to_string()),
    }
}

fn offers(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.part(&words.text("projects-part-offers"));
    let rows = of.offers.iter().map(|offer| {
        let present = offer
            .present
            .map(|present| value(words, offer.key, present));
        row([
            text(&*words.key_name(offer.key)),
            value(words, offer.key, offer.value),
            present.unwrap_or_else(|| text("—")),
            count(words, offer.projects),
            count(words, offer.left_out),
        ])
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        writer.text(&*words.text("projects-no-offers"));
        return;
    }
    writer.table(ReportTable {
        name: "projects-offers",
        caption: words.text("projects-table-offers").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "projects-column-figure",
                "projects-column-of-projects",
                "projects-column-present",
                "types-column-projects",
                "projects-column-left-out",
            ],
        ),
        rows,
        note: Some(words.text("projects-table-offers-note").to_string()),
    });
}
