//! The progress of a campaign (百日行动) by day: done against the line of an even pace, and the way that is left.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::options::{
    ChartModel, Drawing, base, category_axis, legend, narrow_legend, pixel, put, value_axis,
};
use crate::counties::campaigns::{Campaign, CampaignMeasure, CampaignPace, CampaignStanding};
use crate::export::table::{DataTable, TableCell, TableRow};
use crate::i18n::Catalog;
use crate::number::round;
use crate::problem::quote;

/// A place of a campaign: its name, and its standing.
pub type CampaignPlace<'a> = (&'a str, &'a CampaignStanding);

/// The progress of a place of a campaign that has days.
pub fn chart_model(
    words: &Catalog,
    campaign: &Campaign<'_>,
    place: CampaignPlace<'_>,
) -> ChartModel {
    let mut drawing = drawing(words, campaign, place.1);
    drawing.narrow = narrow_legend(&drawing.option);
    ChartModel {
        drawing,
        table: table(words, campaign, place.1),
        description: description(words, campaign, place),
    }
}

/// A standing as it is drawn: money in 10,000 yuan, a coverage in per cent.
fn drawn(measure: CampaignMeasure, value: Decimal) -> Decimal {
    match measure {
        CampaignMeasure::Spending => round(value * Decimal::new(1, 4), 2),
        CampaignMeasure::Coverage => round(value * Decimal::ONE_HUNDRED, 2),
        CampaignMeasure::Jobs | CampaignMeasure::Solved => round(value, 1),
    }
}

/// The unit of the drawing.
fn unit(words: &Catalog, measure: CampaignMeasure) -> String {
    match measure {
        CampaignMeasure::Spending => words.text("unit-wan-yuan").to_string(),
        CampaignMeasure::Coverage => "%".to_owned(),
        CampaignMeasure::Jobs | CampaignMeasure::Solved => String::new(),
    }
}

/// A line's name, colour, dashes, symbol and values.
struct DayLine(&'static str, &'static str, Value, &'static str, Vec<Value>);

fn line(words: &Catalog, DayLine(id, colour, dashes, symbol, data): DayLine) -> Value {
    let colour = format!("var({colour})");
    json!({
        "type": "line", "name": words.text(id).as_ref(), "data": data, "connectNulls": true,
        "symbol": symbol, "symbolSize": 6, "showSymbol": symbol != "none", "color": colour,
        "lineStyle": { "color": colour, "width": 2, "type": dashes },
        "itemStyle": { "color": colour },
        "emphasis": { "disabled": true },
    })
}

fn drawing(words: &Catalog, campaign: &Campaign<'_>, standing: &CampaignStanding) -> Drawing {
    let measure = campaign.settings.measure;
    let (days, today) = (campaign.days, campaign.today);
    // The eve of the first day is where the start stands.
    let blank = || vec![Value::Null; usize::try_from(days + 1).unwrap_or_default()];
    let put_at = |line: &mut Vec<Value>, day: i64, value: Decimal| {
        let place = usize::try_from(day).ok().and_then(|day| line.get_mut(day));
        if let Some(place) = place {
            *place = pixel(drawn(measure, value));
        }
    };
    let (mut even, mut done, mut left) = (blank(), blank(), blank());
    if let (Some(start), Some(goal)) = (standing.aim.start, standing.aim.goal) {
        put_at(&mut even, 0, start);
        put_at(&mut even, days, goal);
    }
    if let Some(start) = standing.aim.start {
        put_at(&mut done, 0, start);
    }
    for point in &standing.points {
        put_at(&mut done, point.day, point.value);
    }
    if let (CampaignPace::Daily { .. }, Some(now), Some(goal)) =
        (standing.pace, standing.done, standing.aim.goal)
    {
        put_at(&mut left, today, now);
        put_at(&mut left, days, goal);
    }
    let lines = [
        DayLine(
            "campaign-chart-even",
            "--series-published",
            json!([2, 3]),
            "none",
            even,
        ),
        DayLine(
            "campaign-chart-left",
            "--series-benchmark-2",
            json!([7, 4]),
            "none",
            left,
        ),
        DayLine(
            "campaign-chart-done",
            "--series-scenario",
            json!("solid"),
            "circle",
            done,
        ),
    ];
    let names = lines.iter().map(|line| words.text(line.0).to_string());
    let legend = legend(names.collect(), true);
    let series = lines.map(|own| line(words, own)).into();
    let axis = put(
        category_axis(labels(campaign)),
        json!({ "boundaryGap": false }),
    );
    let option = base(
        axis,
        put(value_axis(), json!({ "scale": false })),
        false,
        series,
    );
    let option = put(option, json!({ "legend": legend, "grid": { "top": 52 } }));
    let mut drawing = Drawing::new(words, option);
    drawing.unit = unit(words, measure);
    drawing
}

/// Months and days from the eve of the first day to the last.
fn labels(campaign: &Campaign<'_>) -> Vec<String> {
    let mut labels = vec![String::new()];
    let mut date = Some(campaign.settings.first);
    for _ in 0..campaign.days {
        let label = date.and_then(|date| Some(format!("{}-{}", date.month, date.day?)));
        labels.push(label.unwrap_or_default());
        date = date.and_then(zengshou_sheets::SheetDate::next_day);
    }
    labels
}

fn table(words: &Catalog, campaign: &Campaign<'_>, standing: &CampaignStanding) -> DataTable {
    let measure = campaign.settings.measure;
    let cell = |value: Decimal| match measure {
        CampaignMeasure::Jobs | CampaignMeasure::Solved => TableCell::number(value, 0),
        CampaignMeasure::Spending | CampaignMeasure::Coverage => {
            TableCell::number(drawn(measure, value), 2)
        }
    };
    let even = |day: i64| {
        let (start, goal) = standing.aim.start.zip(standing.aim.goal)?;
        let part = Decimal::from(day).checked_div(Decimal::from(campaign.days))?;
        Some(start + (goal - start) * part)
    };
    let rows = standing.points.iter().map(|point| {
        let expected = even(point.day);
        let lead = expected.map(|expected| drawn(measure, point.value) - drawn(measure, expected));
        let cells = vec![
            TableCell::number(point.day.into(), 0),
            cell(point.value),
            expected.map_or(TableCell::Empty, cell),
            lead.map_or(TableCell::Empty, |lead| TableCell::signed(lead, 2)),
        ];
        TableRow::new(point.date.to_string(), cells)
    });
    let heads = [
        "campaign-chart-head-date",
        "campaign-chart-head-day",
        "campaign-column-done",
        "campaign-chart-even",
        "campaign-column-lead",
    ];
    DataTable {
        heads: heads.map(|id| words.text(id).to_string()).into(),
        rows: rows.collect(),
    }
}

fn description(
    words: &Catalog,
    campaign: &Campaign<'_>,
    (name, standing): CampaignPlace<'_>,
) -> String {
    let measure = campaign.settings.measure;
    let amount = |value: Option<Decimal>| match value {
        Some(value) => words.campaign_amount(measure, value),
        None => words.text("value-unknown").to_string(),
    };
    let said = [
        ("place", &*quote(name)),
        ("measure", &*words.campaign_measure(measure)),
        ("today", &campaign.today.to_string()),
        ("days", &campaign.days.to_string()),
        ("done", &amount(standing.done)),
        ("goal", &amount(standing.aim.goal)),
        ("short", &amount(standing.short)),
        ("pace", &words.campaign_pace(measure, standing.pace)),
    ];
    words.format("campaign-chart-said", &said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counties::campaigns::{CampaignAim, CampaignEntry, CampaignSettings};
    use crate::language::Language;
    use zengshou_sheets::SheetDate;

    #[test]
    fn the_chart_has_a_day_for_every_day_and_a_row_for_every_entry() {
        let day = |month, day| SheetDate::new(2026, month, Some(day)).expect("a day");
        let entry = |date, value: i64| CampaignEntry {
            day: date,
            county: None,
            value: value.into(),
        };
        let settings = CampaignSettings {
            name: "百日行动".to_owned(),
            first: day(7, 1),
            last: day(10, 8),
            measure: CampaignMeasure::Jobs,
            aim: CampaignAim {
                start: Some(Decimal::ZERO),
                goal: Some(3_000.into()),
            },
            counties: Vec::new(),
            entries: vec![entry(day(7, 10), 240), entry(day(7, 20), 500)],
            takes_imports: false,
        };
        let campaign = Campaign::of(&settings, &[], None, None);
        for language in Language::ALL {
            let words = Catalog::new(language);
            let model = chart_model(&words, &campaign, ("全市", &campaign.whole));
            let option = &model.drawing.option;
            let labels = option["xAxis"]["data"].as_array().expect("labels");
            assert_eq!((labels.len(), &labels[100]), (101, &json!("10-8")));
            for line in option["series"].as_array().expect("lines") {
                assert_eq!(line["data"].as_array().map(Vec::len), Some(101));
            }
            assert_eq!(option["series"][1]["data"][20], json!(500.0));
            assert_eq!(model.table.rows.len(), 2);
            assert!(model.description.contains("2,500"), "{}", model.description);
        }
    }
}
