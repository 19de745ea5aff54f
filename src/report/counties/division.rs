//! Money divided among counties, and what that does to their incomes.

use super::{name, number};
use crate::counties::divide::{DividedPart, Division};
use crate::counties::effect::MoneyEffect;
use crate::counties::overview::CountyOverview;
use crate::counties::settings::{CountySettings, Factor};
use crate::i18n::Catalog;
use crate::number::{Share, Yuan};
use crate::region::key::Unit;
use crate::report::document::{ReportCell, ReportTable, Writer};
use crate::report::tables::{columns, money, percent, row, signed, sum_row, text};
use rust_decimal::Decimal;

pub fn write(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let Some((division, effects)) = &of.division else {
        return;
    };
    writer.section(
        "counties-division",
        &words.text("counties-section-division"),
    );
    let weights = of.settings.division.weights;
    let weight = |factor: Factor| weights[factor as usize].normalize().to_string();
    let arguments = [
        ("people", &*weight(Factor::People)),
        ("income", &weight(Factor::Income)),
        ("policy", &weight(Factor::Policy)),
    ];
    writer.text(words.format("counties-division-about", &arguments));
    if weights == CountySettings::default().division.weights {
        writer.text(&*words.text("counties-division-assumed"));
    }
    parts(writer, of, division, words);
    effect(writer, of, effects, words);
    let without = division.without.iter();
    let without = without.filter(|(row, _)| !of.checked.rows[*row].is_city_itself);
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
        writer.text(words.format("counties-without-money", &[("list", &list)]));
    }
}

/// Money in 10,000 yuan.
fn wan(words: &Catalog, amount: Yuan) -> ReportCell {
    ReportCell::Number {
        shown: words.typed(Unit::Yuan, amount.exact()),
        plain: (amount.exact() * Decimal::new(1, 4))
            .normalize()
            .to_string(),
        unit: "",
    }
}

fn parts(writer: &mut Writer<'_>, of: &CountyOverview<'_>, division: &Division, words: &Catalog) {
    let line = |part: &DividedPart| {
        let mut cells = vec![text(name(of, part.row, words))];
        cells.extend(part.factors.map(|share| percent(words, share)));
        cells.extend([
            number(words, part.appraisal),
            percent(words, part.weight),
            wan(words, part.amount()),
            text(match part.limit {
                Some(limit) => words.money_limit(limit).to_string(),
                None => String::new(),
            }),
        ]);
        row(cells)
    };
    let mut rows: Vec<_> = division.parts.iter().map(line).collect();
    let blank = || text("");
    let all = percent(words, Share::ONE);
    let whole: Yuan = division.parts.iter().map(DividedPart::amount).sum();
    rows.push(sum_row([
        text(&*words.text("counties-sum")),
        all.clone(),
        all.clone(),
        all.clone(),
        blank(),
        all,
        wan(words, whole),
        blank(),
    ]));
    let mut titles = columns(words, &["form-county-name"]);
    titles.extend(Factor::ALL.map(|factor| words.division_factor(factor).to_string()));
    titles.extend(columns(
        words,
        &[
            "counties-column-appraisal",
            "counties-column-weight",
            "counties-column-money",
            "counties-column-limit",
        ],
    ));
    writer.table(ReportTable {
        name: "counties-division",
        caption: words.text("counties-table-division").to_string(),
        unit: None,
        columns: titles,
        rows,
        note: None,
    });
}

fn effect(
    writer: &mut Writer<'_>,
    of: &CountyOverview<'_>,
    effects: &[MoneyEffect],
    words: &Catalog,
) {
    let mut titles = columns(
        words,
        &[
            "form-county-name",
            "counties-column-present",
            "counties-column-after",
        ],
    );
    for year in of.incomes.iter().flat_map(|incomes| &incomes.years) {
        let year = year.to_string();
        titles.push(words.format("counties-column-before", &[("year", &year)]));
        titles.push(words.format("counties-column-divided", &[("year", &year)]));
        titles.push(words.format("counties-column-moved", &[("year", &year)]));
    }
    let line = |effect: &MoneyEffect| {
        let mut cells = vec![
            text(name(of, effect.row, words)),
            wan(words, effect.present),
            wan(words, effect.after),
        ];
        for pair in &effect.years {
            cells.push(money(words, pair.before));
            cells.push(money(words, pair.after));
            cells.push(signed(words, pair.after - pair.before));
        }
        row(cells)
    };
    writer.table(ReportTable {
        name: "counties-effect",
        caption: words.text("counties-table-effect").to_string(),
        unit: None,
        columns: titles,
        rows: effects.iter().map(line).collect(),
        note: Some(
            words
                .text(if of.settings.division.is_added {
                    "counties-table-effect-added"
                } else {
                    "counties-table-effect-instead"
                })
                .to_string(),
        ),
    });
}
