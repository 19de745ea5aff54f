//! The checklist of guarantees: what is left to be put right, and the money that has to come first.

use super::number;
use crate::counties::guarantees::{CheckedGuarantee, Checklist, GuaranteeLine, NeededMoney};
use crate::counties::overview::CountyOverview;
use crate::i18n::Catalog;
use crate::number::Yuan;
use crate::region::key::Unit;
use crate::report::document::{DocumentBlock, ReportCell, ReportRow, ReportTable, Writer};
use crate::report::tables::{columns, row, sum_row, text, unknown};
use rust_decimal::Decimal;

pub fn write(writer: &mut Writer<'_>, of: &CountyOverview<'_>, words: &Catalog) {
    let Some(list) = &of.checklist else {
        return;
    };
    writer.section("guarantees", &words.text("guarantee-section"));
    writer.text(first(words, list));
    floor(writer, of, list, words);
    let mut rows = Vec::new();
    for one in &list.guarantees {
        rows.extend(one.lines.iter().map(|line| of_line(words, of, one, line)));
    }
    let blank = || text("");
    rows.push(sum_row([
        text(&*words.text("counties-sum")),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        needed(words, list.money),
        blank(),
    ]));
    writer.table(ReportTable {
        name: "guarantees",
        caption: words.text("guarantee-table").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "guarantee-column-name",
                "guarantee-column-place",
                "guarantee-column-found",
                "guarantee-column-solved",
                "guarantee-column-left",
                "guarantee-column-cost",
                "guarantee-column-money",
                "guarantee-column-from",
            ],
        ),
        rows,
        note: Some(words.text("guarantee-table-note").to_string()),
    });
    if !list.faults.is_empty() {
        let faults = list.faults.iter();
        let said = faults.map(|fault| words.guarantee_fault(&of.settings.guarantees, fault));
        writer.add(DocumentBlock::Items(said.collect()));
    }
}

/// The money that has to come first, and what of it nobody knows.
fn first(words: &Catalog, list: &Checklist) -> String {
    let money = words.needed_money(list.money);
    let mut said = words.format("guarantee-first", &[("money", &money)]);
    if !list.unreported.is_empty() {
        let names = list
            .unreported
            .iter()
            .map(|one| words.guarantee(*one).to_string());
        let names: Vec<String> = names.collect();
        let names = names.join(&words.text("list-comma"));
        said.push_str(&words.format("guarantee-unreported", &[("names", &names)]));
    }
    said
}

/// The funds of the first plan year against what has to come first.
fn floor(writer: &mut Writer<'_>, of: &CountyOverview<'_>, list: &Checklist, words: &Catalog) {
    if list.floor.is_empty() {
        return;
    }
    let year = of.region.years.first_plan.to_string();
    if of.cuts.is_empty() {
        writer.text(words.format("floor-kept", &[("year", &year)]));
    }
    for cut in &of.cuts {
        writer.text(words.floor_cut(&year, cut));
    }
}

fn of_line(
    words: &Catalog,
    of: &CountyOverview<'_>,
    one: &CheckedGuarantee,
    line: &GuaranteeLine,
) -> ReportRow {
    let count = |count: Option<u64>| {
        count.map_or_else(|| unknown(words), |count| number(words, count.into()))
    };
    let cost = line.unit_cost;
    row([
        text(&*words.guarantee(one.guarantee)),
        text(words.guarantee_place(&of.settings.guarantees, one.guarantee, line.place)),
        count(line.count.found),
        count(line.count.solved),
        count(line.count.left()),
        cost.map_or_else(|| unknown(words), |cost| yuan(words, cost)),
        line.money
            .map_or_else(|| unknown(words), |money| yuan(words, money)),
        text(&*words.guarantee_source(one.source)),
    ])
}

fn yuan(words: &Catalog, amount: Decimal) -> ReportCell {
    ReportCell::Number {
        shown: words.value_of_unit(Unit::Yuan, amount),
        plain: Yuan(amount).to_string(),
        unit: "unit-yuan",
    }
}

fn needed(words: &Catalog, money: NeededMoney) -> ReportCell {
    match money.whole() {
        Some(whole) => yuan(words, whole),
        None => text(words.needed_money(money)),
    }
}
