//! The league of the contest.

use super::{name, number, share_cell};
use crate::counties::indicator::Indicator;
use crate::counties::league::{LeagueLine, POINT_PLACES};
use crate::counties::overview::CountyOverview;
use crate::i18n::Catalog;
use crate::report::document::{ReportCell, ReportTable, Writer};
use crate::report::tables::{columns, percent, points, row, sum_row, text};

pub fn write(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    writer.section("counties-league", &words.text("counties-section-league"));
    if of.league.lines.is_empty() {
        writer.text(&*words.text("counties-no-table"));
        return;
    }
    ranking(writer, of, words);
    unranked(writer, of, words);
    spending(writer, of, words);
    parts(writer, of, words);
}

/// The share of an indicator with its lamp and the mark of a small denominator, or the word in its place.
fn rate(words: &Catalog, line: &LeagueLine, indicator: Indicator) -> ReportCell {
    let rate = match line.rates[indicator as usize] {
        Ok(rate) => rate,
        Err(gap) => return text(&*words.rate_gap(gap)),
    };
    let mut cell = percent(words, rate.share);
    if let ReportCell::Number { shown, .. } = &mut cell {
        // The lamp of spending has a column of its own beside the schedule.
        let lamp = line.lamps[indicator as usize].filter(|_| indicator != Indicator::Spending);
        if let Some(lamp) = lamp {
            shown.push(' ');
            shown.push_str(&words.lamp(lamp));
        }
        if rate.is_small {
            shown.push_str(&words.text("counties-small-mark"));
        }
    }
    cell
}

fn ranking(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let mut titles = columns(
        words,
        &[
            "counties-column-rank",
            "form-county-name",
            "counties-column-composite",
            "counties-column-change",
        ],
    );
    titles.extend(Indicator::ALL.map(|one| words.indicator(one).to_string()));
    let unranked = text(&*words.text("counties-unranked"));
    let line = |line: &LeagueLine| {
        let change = line.change.map(|change| {
            let composite = words
                .numbers()
                .decimal(change.composite, POINT_PLACES, true);
            let places = words.numbers().decimal(change.places.into(), 0, true);
            let arguments = [("places", &*places), ("composite", &composite)];
            words.format("counties-change", &arguments)
        });
        let rank = line.rank.map(|rank| number(words, rank.into()));
        let composite = line.composite.map(|composite| ReportCell::Number {
            shown: words.decimal(composite, POINT_PLACES),
            plain: composite.to_string(),
            unit: "",
        });
        let head = [
            rank.unwrap_or_else(|| unranked.clone()),
            text(name(of, line.row, words)),
            composite.unwrap_or_else(|| text("—")),
            text(change.unwrap_or_else(|| "—".to_owned())),
        ];
        let rates = Indicator::ALL.map(|one| rate(words, line, one));
        row(head.into_iter().chain(rates))
    };
    let mut rows: Vec<_> = of.league.lines.iter().map(line).collect();
    let together = Indicator::ALL.map(|one| share_cell(words, of.league.together[one as usize]));
    let head = ["", &words.text("counties-together"), "", ""].map(text);
    rows.push(sum_row(head.into_iter().chain(together)));
    writer.table(ReportTable {
        name: "counties-league",
        caption: words.text("counties-table-league").to_string(),
        unit: None,
        columns: titles,
        rows,
        note: Some(words.text("counties-table-league-note").to_string()),
    });
}

fn unranked(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let comma = words.text("list-comma");
    let indicators = |missing: &[Indicator]| {
        let names = missing.iter().map(|one| words.indicator(*one).to_string());
        names.collect::<Vec<_>>().join(&comma)
    };
    for line in of.league.unranked() {
        let arguments = [
            ("name", &*name(of, line.row, words)),
            ("list", &indicators(&line.missing)),
        ];
        // The city itself spends, and has none of a county's other tasks.
        let id = match of.checked.rows[line.row].is_city_itself {
            true => "counties-missing-itself",
            false => "counties-missing",
        };
        writer.text(words.format(id, &arguments));
    }
    if !of.league.unasked.is_empty() {
        let list = indicators(&of.league.unasked);
        writer.text(words.format("counties-unasked", &[("list", &list)]));
    }
    if !of.league.unreported.is_empty() {
        let list = indicators(&of.league.unreported);
        writer.text(words.format("counties-unreported", &[("list", &list)]));
    }
}

fn spending(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let line = |line: &LeagueLine| {
        row([
            text(name(of, line.row, words)),
            text(
                line.day
                    .map_or_else(|| "—".to_owned(), |day| day.to_string()),
            ),
            rate(words, line, Indicator::Spending),
            share_cell(words, line.scheduled),
            line.lead()
                .map_or_else(|| text("—"), |lead| points(words, lead)),
            text(match line.lamps[Indicator::Spending as usize] {
                Some(lamp) => words.lamp(lamp).to_string(),
                None => "—".to_owned(),
            }),
        ])
    };
    writer.table(ReportTable {
        name: "counties-spending",
        caption: words.text("counties-table-spending").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "form-county-name",
                "form-county-day",
                "counties-indicator-spending",
                "counties-column-scheduled",
                "counties-column-lead",
                "counties-column-lamp",
            ],
        ),
        rows: of.league.lines.iter().map(line).collect(),
        note: None,
    });
}

/// Numerators and denominators, so that every share can be checked.
fn parts(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let mut titles = columns(words, &["form-county-name"]);
    titles.extend(Indicator::ALL.map(|one| words.indicator(one).to_string()));
    let line = |line: &LeagueLine| {
        let parts = Indicator::ALL.map(|one| {
            let (field, whole) = one.fields();
            match line.rates[one as usize] {
                Ok(rate) => {
                    let part = words.county_number(field, rate.numerator);
                    let whole = words.county_number(whole, rate.denominator);
                    text(format!("{part} / {whole}"))
                }
                Err(gap) => text(&*words.rate_gap(gap)),
            }
        });
        row(std::iter::once(text(name(of, line.row, words))).chain(parts))
    };
    writer.table(ReportTable {
        name: "counties-parts",
        caption: words.text("counties-table-parts").to_string(),
        unit: None,
        columns: titles,
        rows: of.league.lines.iter().map(line).collect(),
        note: None,
    });
}
