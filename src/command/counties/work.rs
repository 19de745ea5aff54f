//! The checklist of guarantees and the campaigns as JSON: amounts exact, shares and paces with six digits.

use serde_json::{Map, Value, json};

use crate::counties::campaigns::{Campaign, CampaignPace, CampaignStanding};
use crate::counties::guarantees::{CheckedGuarantee, GuaranteePlace, NeededMoney};
use crate::counties::overview::CountyOverview;
use crate::i18n::Catalog;
use crate::number::round;
use rust_decimal::Decimal;

/// The digits of paces and of what an even pace would have brought.
const PLACES: u32 = 6;

/// An exact number without zeros at its end.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The checklist; null where nothing is entered.
pub fn checklist(of: &CountyOverview<'_>, words: &Catalog) -> Value {
    let Some(list) = &of.checklist else {
        return Value::Null;
    };
    let settings = &of.settings.guarantees;
    let guarantee = |one: &CheckedGuarantee| {
        let lines = one.lines.iter().map(|line| {
            json!({
                "place": match line.place {
                    GuaranteePlace::Whole => "region",
                    GuaranteePlace::Rest => "rest",
                    GuaranteePlace::County(_) => "county",
                },
                "name": words.guarantee_place(settings, one.guarantee, line.place),
                "found": line.count.found,
                "solved": line.count.solved,
                "left": line.count.left(),
                "unit_cost": line.unit_cost.map(plain),
                "money": line.money.map(plain),
            })
        });
        json!({
            "guarantee": one.guarantee.name(),
            "from": one.source.name(),
            "found": one.count.found,
            "solved": one.count.solved,
            "left": one.count.left(),
            "money": needed(one.money),
            "lines": lines.collect::<Vec<_>>(),
        })
    };
    let faults = list.faults.iter();
    let faults = faults.map(|fault| words.guarantee_fault(settings, fault));
    let mut floor = Map::new();
    for (part, bound) in list.floor.parts() {
        let cut = of.cuts.iter().find(|cut| cut.part == part);
        let said = json!({"least": plain(bound), "missing": cut.map(|cut| plain(cut.missing()))});
        floor.insert(part.name().to_owned(), said);
    }
    json!({
        "guarantees": list.guarantees.iter().map(guarantee).collect::<Vec<_>>(),
        "unreported": list.unreported.iter().map(|one| one.name()).collect::<Vec<_>>(),
        "money": needed(list.money),
        "elsewhere": needed(list.elsewhere),
        "floor": {"year": of.region.years.first_plan, "parts": floor},
        "faults": faults.collect::<Vec<_>>(),
    })
}

fn needed(money: NeededMoney) -> Value {
    json!({
        "whole": money.whole().map(plain),
        "known": plain(money.known),
        "unknown_lines": money.unknown,
    })
}

/// The campaigns in their order.
pub fn campaigns(of: &CountyOverview<'_>, words: &Catalog) -> Value {
    let campaigns = of.campaigns.iter();
    campaigns.map(|own| campaign(own, words)).collect()
}

fn campaign(own: &Campaign<'_>, words: &Catalog) -> Value {
    let counties = own.counties.iter().map(|county| {
        let mut standing = standing(&county.standing);
        if let Value::Object(standing) = &mut standing {
            standing.insert("name".to_owned(), json!(county.name));
        }
        standing
    });
    let faults = own.faults.iter();
    let faults = faults.map(|fault| words.campaign_fault(own.settings, fault));
    json!({
        "name": own.settings.name,
        "measure": own.settings.measure.name(),
        "first": own.settings.first.to_string(),
        "last": own.settings.last.to_string(),
        "days": own.days,
        "today": own.today,
        "date": own.date.map(|date| date.to_string()),
        "whole": standing(&own.whole),
        "counties": counties.collect::<Vec<_>>(),
        "faults": faults.collect::<Vec<_>>(),
    })
}

fn standing(standing: &CampaignStanding) -> Value {
    if standing.is_hidden {
        return json!({"gap": "too_few"});
    }
    let rounded = |value: Option<Decimal>| value.map(|value| plain(round(value, PLACES)));
    let points = standing.points.iter().map(|point| {
        json!({
            "day": point.date.to_string(),
            "value": plain(round(point.value, PLACES)),
            "imported": point.is_imported,
        })
    });
    let (pace, each, days_left) = match standing.pace {
        CampaignPace::Unknown => ("unknown", None, None),
        CampaignPace::Reached => ("reached", None, None),
        CampaignPace::TooLate => ("too_late", None, None),
        CampaignPace::Daily { amount, days } => ("daily", Some(amount), Some(days)),
    };
    json!({
        "start": rounded(standing.aim.start),
        "goal": rounded(standing.aim.goal),
        "done": rounded(standing.done),
        "short": rounded(standing.short),
        "expected": rounded(standing.expected),
        "lead": rounded(standing.lead()),
        "pace": pace,
        "each_day": rounded(each),
        "days_left": days_left,
        "points": points.collect::<Vec<_>>(),
    })
}
