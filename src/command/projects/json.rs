//! The overview of projects as JSON: decimal strings, money in yuan, shares with four digits.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use zengshou_sheets::ProjectType;

use crate::i18n::Catalog;
use crate::number::{Share, round};
use crate::projects::assets::KnownPart;
use crate::projects::check::ProjectFault;
use crate::projects::library::{ProjectStanding, ProjectTotal};
use crate::projects::overview::ProjectOverview;
use crate::projects::pace::{LinePace, ProjectGroup, ProjectProgress, RiskReason};
use crate::region::key::{Category, Level};

/// The overview as indented JSON.
pub fn write(of: &ProjectOverview<'_>, words: &Catalog) -> String {
    let standings = of.library.standings.iter();
    let standings =
        standings.map(|(standing, it)| (standing_name(*standing).to_owned(), total(it)));
    let sizes = of.sizes.classes.iter().map(|class| {
        json!({
            "least": class.least.map(plain),
            "below": class.below.map(plain),
            "total": total(&class.total),
            "share": of.sizes.share(class).map(share),
        })
    });
    let offers = of.offers.iter().map(|offer| {
        json!({
            "key": offer.key.to_string(),
            "value": plain(offer.value),
            "present": offer.present.map(plain),
            "part": plain(offer.part),
            "whole": offer.whole.map(plain),
            "projects": offer.projects,
            "left_out": offer.left_out,
        })
    });
    let whole = json!({
        "region": of.region.id,
        "region_version": of.region.version,
        "year": of.library.year,
        "years": of.library.years(),
        "as_of": of.day.map(|day| day.to_string()),
        "month": of.terms.month.map(|month| month.number()),
        "standings": standings.collect::<Map<_, _>>(),
        "funds": funds(of),
        "sizes": {"classes": sizes.collect::<Vec<_>>(), "unknown": of.sizes.unknown},
        "progress": of.progress.iter().map(progress).collect::<Vec<_>>(),
        "at_risk": at_risk(of),
        "assets": assets(of),
        "offers": offers.collect::<Vec<_>>(),
        "faults": of.library.checked.faults.iter().map(|it| fault(of, it, words)).collect::<Vec<_>>(),
    });
    // Texts and numbers: nothing that JSON could not hold.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

fn share(share: Share) -> String {
    share.to_string()
}

fn total(total: &ProjectTotal) -> Value {
    json!({
        "projects": total.projects,
        "money": plain(total.money),
        "without_money": total.without_money,
    })
}

fn standing_name(standing: ProjectStanding) -> &'static str {
    match standing {
        ProjectStanding::Planned => "planned",
        ProjectStanding::Reserve => "reserve",
        ProjectStanding::Ended => "ended",
        ProjectStanding::OtherYear => "other_year",
        ProjectStanding::Apart => "apart",
    }
}

fn by_category(cells: [Decimal; 3]) -> Value {
    let named = Category::ALL.into_iter().zip(cells);
    let named = named.map(|(category, yuan)| (category.name().to_owned(), json!(plain(yuan))));
    Value::Object(named.collect())
}

fn funds(of: &ProjectOverview<'_>) -> Value {
    let levels = Level::ALL.into_iter();
    let mut rows: Map<String, Value> = levels
        .map(|level| {
            (
                level.name().to_owned(),
                by_category(of.money.cells[level as usize]),
            )
        })
        .collect();
    rows.insert("other_funds".to_owned(), by_category(of.money.other));
    rows.insert(
        "without_source".to_owned(),
        by_category(of.money.without_source),
    );
    json!({
        "sources": rows,
        "untyped": {"projects": of.money.untyped_projects, "money": plain(of.money.untyped)},
        "total": plain(of.money.total()),
    })
}

fn pace(pace: &LinePace) -> Value {
    json!({
        "share": share(pace.share),
        "lead": share(pace.lead),
        "needed_a_month": pace.pace.and_then(|it| it.needed).map(|it| plain(round(it, 4))),
        "year_end": pace.pace.map(|it| share(it.year_end)),
    })
}

fn progress(line: &ProjectProgress) -> Value {
    let (kind, name) = match &line.group {
        ProjectGroup::All => ("all", None),
        ProjectGroup::County(name) => ("county", name.as_deref()),
        ProjectGroup::Type(of) => ("type", of.map(ProjectType::official_name)),
    };
    json!({
        "of": kind,
        "name": name,
        "projects": line.projects,
        "begun": line.begun,
        "completed": line.completed,
        "unknown_state": line.unknown_state,
        "planned": plain(line.planned),
        "paid": plain(line.paid),
        "without_paid": line.without_paid,
        "spending": line.spending.as_ref().map(pace),
        "completion": line.completion.as_ref().map(pace),
    })
}

fn at_risk(of: &ProjectOverview<'_>) -> Vec<Value> {
    let risks = of.at_risk.iter();
    let one = risks.map(|risk| {
        let row = &of.library.checked.rows[risk.row];
        json!({
            "row": risk.row + 1,
            "number": row.number,
            "county": row.county,
            "unpaid": plain(risk.unpaid),
            "reason": match risk.reason {
                RiskReason::NotBegun => "not_begun",
                RiskReason::Behind => "behind",
            },
        })
    });
    one.collect()
}

fn known(part: &KnownPart) -> Value {
    json!({
        "part": plain(part.part),
        "whole": plain(part.whole),
        "share": part.share().map(share),
        "projects": part.projects,
        "left_out": part.left_out,
    })
}

fn assets(of: &ProjectOverview<'_>) -> Value {
    let assets = &of.assets;
    json!({
        "operating": plain(assets.operating),
        "public_welfare": plain(assets.public_welfare),
        "household": plain(assets.household),
        "without_class": plain(assets.without_class),
        "operating_rate": known(&assets.in_good_operation),
        "asset_return": known(&assets.returned),
        "benefit_share": known(&assets.to_households),
    })
}

fn fault(of: &ProjectOverview<'_>, fault: &ProjectFault, words: &Catalog) -> Value {
    let kind = match fault {
        ProjectFault::Twice { .. } => "twice",
        ProjectFault::NoCounty { .. } => "no_county",
        ProjectFault::Impossible { .. } => "impossible",
        ProjectFault::AboveWhole { .. } => "above_whole",
        ProjectFault::CompletedFirst { .. } => "completed_first",
    };
    json!({
        "kind": kind,
        "row": fault.row() + 1,
        "text": words.project_fault(of.library.checked.rows, fault),
    })
}
