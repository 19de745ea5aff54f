//! The incomes of counties, and all together against the region.

use super::{name, number};
use crate::counties::overview::CountyOverview;
use crate::counties::project::{AgainstCity, CountyIncome, CountyIncomes};
use crate::i18n::Catalog;
use crate::report::document::{ReportTable, Writer};
use crate::report::tables::{columns, money, money_if_known, row, signed, signed_if_known, text};

pub fn write(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let Some(incomes) = &of.incomes else {
        return;
    };
    writer.section("counties-incomes", &words.text("counties-section-incomes"));
    if incomes.counties.is_empty() && incomes.without.is_empty() {
        writer.text(&*words.text("counties-no-table"));
        return;
    }
    counties(writer, of, incomes, words);
    let rest = incomes.rest_people();
    let people = |value| words.decimal(value, 0);
    let arguments = [
        ("city", &*people(incomes.city_people)),
        ("reported", &people(incomes.reported_people)),
        ("rest", &people(rest)),
    ];
    writer.text(words.format("counties-people", &arguments));
    against(writer, incomes, words);
    let without = incomes.without.iter();
    let without: Vec<String> = without
        .map(|(row, gap)| {
            let arguments = [
                ("place", &*words.county_place(of.checked.rows, *row)),
                ("why", &words.projection_gap(*gap)),
            ];
            words.format("counties-without", &arguments)
        })
        .collect();
    if !without.is_empty() {
        let list = without.join(&words.text("list-comma"));
        writer.text(words.format("counties-without-income", &[("list", &list)]));
    }
}

fn counties(
    writer: &mut Writer<'_>,
    of: &CountyOverview<'_>,
    incomes: &CountyIncomes,
    words: &Catalog,
) {
    let mut titles = columns(words, &["form-county-name", "form-county-lifted-people"]);
    let year = of.region.years.income.to_string();
    titles.push(words.format("counties-column-known", &[("year", &year)]));
    for year in &incomes.years {
        let year = year.to_string();
        titles.push(words.format("counties-column-plan", &[("year", &year)]));
        titles.push(words.format("counties-column-effect", &[("year", &year)]));
    }
    titles.push(words.text("counties-column-stand-ins").to_string());
    let line = |county: &CountyIncome| {
        let mut cells = vec![
            text(name(of, county.row, words)),
            number(words, county.people),
            money(words, county.known),
        ];
        for pair in &county.years {
            cells.push(money(words, pair.scenario));
            cells.push(signed(words, pair.scenario - pair.plan));
        }
        let stand_ins = county.stand_ins.iter().map(|one| words.stand_in(*one));
        let stand_ins: Vec<_> = stand_ins.map(|one| one.to_string()).collect();
        cells.push(text(stand_ins.join(&words.text("list-comma"))));
        row(cells)
    };
    writer.table(ReportTable {
        name: "counties-incomes",
        caption: words.text("counties-table-incomes").to_string(),
        unit: None,
        columns: titles,
        rows: incomes.counties.iter().map(line).collect(),
        note: Some(words.text("counties-table-incomes-note").to_string()),
    });
}

fn against(writer: &mut Writer<'_>, incomes: &CountyIncomes, words: &Catalog) {
    let line = |against: &AgainstCity| {
        row([
            text(against.year.to_string()),
            money_if_known(words, against.counties),
            money(words, against.city),
            signed_if_known(words, against.difference()),
            against
                .rest
                .map_or_else(|| text("—"), |rest| money(words, rest)),
        ])
    };
    writer.table(ReportTable {
        name: "counties-against",
        caption: words.text("counties-table-against").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "counties-column-year",
                "counties-column-weighted",
                "counties-column-city",
                "counties-column-difference",
                "counties-column-rest",
            ],
        ),
        rows: incomes.against.iter().map(line).collect(),
        note: Some(words.text("counties-table-against-note").to_string()),
    });
}
