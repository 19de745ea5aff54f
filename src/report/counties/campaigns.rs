//! The campaigns (百日行动): done and short, and what each day that is left has to bring.

use crate::counties::campaigns::{Campaign, CampaignStanding};
use crate::counties::overview::CountyOverview;
use crate::i18n::Catalog;
use crate::report::document::{DocumentBlock, ReportRow, ReportTable, Writer};
use crate::report::tables::{columns, row, sum_row, text};
use rust_decimal::Decimal;

/// The name of the section; its tables are counted from it.
const SECTION: &str = "campaigns";

/// The columns of a campaign's table, on the screen and on paper.
pub const CAMPAIGN_COLUMNS: [&str; 7] = [
    "guarantee-column-place",
    "campaign-column-start",
    "campaign-column-goal",
    "campaign-column-done",
    "campaign-column-short",
    "campaign-column-lead",
    "campaign-column-pace",
];

/// The section of this part.
pub fn write(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    if of.campaigns.is_empty() {
        return;
    }
    writer.section(SECTION, &words.text("campaign-section"));
    for campaign in &of.campaigns {
        writer.text(about(words, campaign));
        if campaign.days > 0 {
            writer.table(table(words, campaign));
        }
        if !campaign.faults.is_empty() {
            let faults = campaign.faults.iter();
            let said = faults.map(|fault| words.campaign_fault(campaign.settings, fault));
            writer.add(DocumentBlock::Items(said.collect()));
        }
    }
}

/// The campaign's name, its days and the day of the look.
fn about(words: &Catalog, campaign: &Campaign<'_>) -> String {
    let own = campaign.settings;
    let days = [own.first, own.last].map(|day| super::day(words, day));
    let said = [
        ("name", &*crate::problem::quote(&own.name)),
        ("measure", &*words.campaign_measure(own.measure)),
        ("first", &days[0]),
        ("last", &days[1]),
        ("days", &campaign.days.to_string()),
        ("today", &campaign.today.to_string()),
    ];
    words.format("campaign-about", &said)
}

fn table(words: &Catalog, campaign: &Campaign<'_>) -> ReportTable {
    let measure = campaign.settings.measure;
    let cells = |name: String, standing: &CampaignStanding| {
        let amount = |value: Option<Decimal>| {
            let shown = value.filter(|_| !standing.is_hidden);
            let shown = shown.map(|value| words.campaign_amount(measure, value));
            text(match (shown, standing.is_hidden) {
                (Some(shown), _) => shown,
                (None, true) => words.text("counties-gap-few").to_string(),
                (None, false) => words.text("value-unknown").to_string(),
            })
        };
        let lead = standing.lead().filter(|_| !standing.is_hidden);
        let lead = lead.map(|lead| words.campaign_lead(measure, lead));
        let pace = match standing.is_hidden {
            true => "—".to_owned(),
            false => words.campaign_pace(measure, standing.pace),
        };
        [
            text(name),
            amount(standing.aim.start),
            amount(standing.aim.goal),
            amount(standing.done),
            amount(standing.short),
            text(lead.unwrap_or_else(|| "—".to_owned())),
            text(pace),
        ]
    };
    let counties = campaign.counties.iter();
    let mut rows: Vec<ReportRow> = counties
        .map(|county| {
            let name = crate::problem::quote(&county.name);
            row(cells(name, &county.standing))
        })
        .collect();
    rows.push(sum_row(cells(words.campaign_place(None), &campaign.whole)));
    ReportTable {
        name: SECTION,
        caption: words.format(
            "campaign-table",
            &[("name", &crate::problem::quote(&campaign.settings.name))],
        ),
        unit: None,
        columns: columns(words, &CAMPAIGN_COLUMNS),
        rows,
        note: Some(words.text("campaign-table-note").to_string()),
    }
}
