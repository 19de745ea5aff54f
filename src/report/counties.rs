//! Counties on paper: the overview with incomes, league and division, and the notice (通报) that a bureau sends out.
//!
//! Both are documents, for Markdown and for a workbook with a sheet a table. Their day is that of the figures: nothing here
//! asks a clock.

pub mod campaigns;
mod division;
mod guarantees;
mod incomes;
mod league;
mod notice;
pub mod workbook;

use zengshou_sheets::SheetDate;

use super::document::{Document, DocumentBlock, ReportCell, Writer};
use super::tables;
use crate::counties::indicator::Indicator;
use crate::counties::overview::CountyOverview;
use crate::counties::settings::CountySettings;
use crate::i18n::Catalog;
use crate::number::Share;
use rust_decimal::Decimal;

/// The overview: every county's projection, the league, the division, and what is wrong with the table.
pub fn overview(of: &CountyOverview<'_>, words: &Catalog) -> Document {
    let mut writer = Writer::new(words);
    incomes::write(&mut writer, of, words);
    league::write(&mut writer, of, words);
    campaigns::write(&mut writer, of, words);
    guarantees::write(&mut writer, of, words);
    division::write(&mut writer, of, words);
    faults(&mut writer, of, words);
    method(&mut writer, of, words);
    document("counties-title", writer, of, words)
}

/// The notice: where the region stands, who is below it, and what each county has to do a month.
pub fn notice(of: &CountyOverview<'_>, words: &Catalog) -> Document {
    let mut writer = Writer::new(words);
    notice::overall(&mut writer, of, words);
    league::write(&mut writer, of, words);
    notice::below(&mut writer, of, words);
    notice::pace(&mut writer, of, words);
    campaigns::write(&mut writer, of, words);
    guarantees::write(&mut writer, of, words);
    faults(&mut writer, of, words);
    method(&mut writer, of, words);
    document("counties-notice-title", writer, of, words)
}

fn document(title: &str, writer: Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) -> Document {
    let region = of.region.name.in_language(words.language());
    Document {
        title: words.format(title, &[("region", region)]),
        name: None,
        imprint: vec![as_of(of, words)],
        sections: writer.finish(),
        link: String::new(),
        checksum: String::new(),
    }
}

/// The day or the days of the figures.
fn as_of(of: &CountyOverview<'_>, words: &Catalog) -> String {
    match of.league.days() {
        None => words.text("counties-as-of-unknown").to_string(),
        Some((first, last)) if first == last => {
            words.format("counties-as-of", &[("day", &day(words, first))])
        }
        Some((first, last)) => {
            let days = [("first", &*day(words, first)), ("last", &day(words, last))];
            words.format("counties-as-of-between", &days)
        }
    }
}

/// A day as the language writes it; a month without a day as the figures do.
fn day(words: &Catalog, date: SheetDate) -> String {
    match date.day {
        None => date.to_string(),
        Some(day) => super::date(
            words,
            super::Date {
                year: date.year,
                month: date.month,
                day,
            },
        ),
    }
}

/// The name of a row's county.
fn name(of: &CountyOverview<'_>, row: usize, words: &Catalog) -> String {
    words.county_name(&of.checked.rows[row])
}

/// A whole or a decimal number, with as many places as it has, two at most.
fn number(words: &Catalog, value: Decimal) -> ReportCell {
    let rounded = crate::number::round(value, 2).normalize();
    ReportCell::Number {
        shown: words.decimal(rounded, rounded.scale()),
        plain: rounded.to_string(),
        unit: "",
    }
}

fn faults(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    if of.checked.faults.is_empty() {
        return;
    }
    writer.section("counties-faults", &words.text("counties-section-faults"));
    writer.text(&*words.text("counties-faults-about"));
    let said = of.checked.faults.iter();
    let said = said.map(|fault| words.county_fault(of.checked.rows, fault));
    writer.add(DocumentBlock::Items(said.collect()));
}

/// The formulas, the weights and the schedule, and what of them nobody has confirmed.
fn method(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    writer.section("counties-method", &words.text("counties-section-method"));
    let mut lines: Vec<String> = Indicator::ALL
        .into_iter()
        .map(|one| words.indicator_formula(one))
        .collect();
    let comma = words.text("list-comma");
    let weights = Indicator::ALL.into_iter().map(|one| {
        let weight = of.settings.weights[one as usize].normalize().to_string();
        let named = [("name", &*words.indicator(one)), ("weight", &weight)];
        words.format("counties-weight", &named)
    });
    let weights: Vec<String> = weights.collect();
    lines.push(words.format(
        "counties-method-points",
        &[("weights", &weights.join(&comma))],
    ));
    let usual = CountySettings::default();
    if of.settings.weights == usual.weights {
        lines.push(words.text("counties-method-assumed").to_string());
    }
    let schedule = of.settings.schedule.iter();
    let schedule: Vec<String> = schedule
        .map(|share| words.percent(Share(*share), 1))
        .collect();
    let yellow = words.decimal(of.settings.yellow * Decimal::ONE_HUNDRED, 0);
    let named = [("months", &*schedule.join(&comma)), ("yellow", &yellow)];
    lines.push(words.format("counties-method-schedule", &named));
    let (few, small) = (
        crate::counties::FEWEST_PEOPLE.to_string(),
        of.settings.small.to_string(),
    );
    let named = [("few", &*few), ("small", &small)];
    lines.push(words.format("counties-method-small", &named));
    lines.push(words.text("counties-method-open").to_string());
    writer.add(DocumentBlock::Items(lines));
}

/// A share in per cent, or the word in its place.
fn share_cell(words: &Catalog, share: Option<Share>) -> ReportCell {
    share.map_or_else(|| tables::text("—"), |share| tables::percent(words, share))
}
