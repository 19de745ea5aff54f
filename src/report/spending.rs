//! Money in the report: its uses, the progress of spending, and the gain from more of it.

use rust_decimal::Decimal;

use super::document::{ReportCell, ReportTable, Writer};
use super::{Facts, Findings, Given, tables};
use crate::analysis::flows::{FlowSide, flows};
use crate::analysis::marginal::Marginal;
use crate::analysis::progress::{Month, Published};
use crate::chart;
use crate::chart::marginal::{MarginalSpan, place_name};
use crate::chart::progress::Asked;
use crate::i18n::Catalog;
use crate::model::Channel;
use crate::number::{MONEY_PLACES, Share, Yuan, YuanPerPerson};
use crate::region::key::{Component, Fixed};

/// The published progress, in a sentence.
pub fn known(words: &Catalog, published: &Published) -> String {
    let said = words.format(
        "chart-progress-known",
        &[
            ("year", &published.year.to_string()),
            ("spent", &words.funds(published.spent)),
            ("funds", &words.funds(published.funds)),
            ("share", &words.percent(published.spending().share(), 2)),
            ("completed", &words.decimal(published.completed, 0)),
            ("projects", &words.decimal(published.projects, 0)),
            (
                "completion",
                &words.percent(published.completion().share(), 2),
            ),
        ],
    );
    said.trim_end().to_owned()
}

/// The published progress against the calendar, while the day of the report is unknown: until when it kept the
/// even schedule, what is at risk and what pace is needed after that.
pub fn calendar(words: &Catalog, published: &Published, target: Share) -> String {
    let spending = published.spending();
    let name = |month: Month| words.text(&format!("month-{}", month.number()));
    let Some(on_schedule) = spending.on_schedule_until() else {
        return words.text("report-progress-never").to_string();
    };
    let next = Month::new(on_schedule.number() + 1).unwrap_or(on_schedule);
    let pace = spending.pace(next, target);
    let needed = match pace.needed {
        Some(needed) => words.funds(Yuan(needed)),
        None => "—".to_owned(),
    };
    words.format(
        "report-progress-calendar",
        &[
            ("until", &name(on_schedule)),
            ("month", &name(next)),
            ("rest", &words.funds(Yuan(pace.left_over))),
            ("target", &words.percent(target, 2)),
            ("needed", &needed),
        ],
    )
}

/// The part on progress; nothing for a region that published none.
pub fn progress(writer: &mut Writer<'_>, given: &Given<'_>, facts: &Facts, words: &Catalog) {
    let Some(published) = Published::of(given.region) else {
        return;
    };
    let target = Share(facts.resolved.scenario.fixed(Fixed::Execution));
    let year = published.year.to_string();
    writer.part(&words.format("report-part-progress", &[("year", &year)]));
    let (known, calendar) = (
        known(words, &published),
        calendar(words, &published, target),
    );
    let both = [("first", &*known), ("second", &*calendar)];
    let said = words.format("report-two-sentences", &both);
    writer.text(said.clone());
    let asked = Asked {
        month: None,
        target,
    };
    let drawn = chart::progress::chart_model(words, &published, asked).drawing;
    let title = words.format("report-progress", &[("year", &year)]);
    let note = words.text("report-progress-note").to_string();
    let reading = words.text("report-progress-reading").to_string();
    writer.figure("progress", &title, said, drawn, Some(reading), Some(note));
}

/// The uses of the first plan year's money, and the gains through the channels.
pub fn money_flows(writer: &mut Writer<'_>, given: &Given<'_>, facts: &Facts, words: &Catalog) {
    let Some(outcome) = facts.outcome.scenario.first() else {
        return;
    };
    let years = given.region.years;
    let Some(flows) = flows(years, &facts.resolved, FlowSide::Scenario, outcome) else {
        return;
    };
    let year = outcome.year.to_string();
    writer.part(&words.format("report-part-flows", &[("year", &year)]));
    let parts = Component::ALL.map(|component| {
        let amount = words.money(flows.component(component));
        let name = words.component(component);
        let arguments = [("name", &*name), ("amount", &*amount)];
        words.format("chart-named-amount", &arguments)
    });
    let channels = Channel::ALL.map(|channel| flows.channel(channel));
    let whole: YuanPerPerson = channels.into_iter().sum();
    let allocated: Yuan = flows.funds.iter().flatten().copied().sum();
    let said = words.format(
        "chart-flows-description",
        &[
            ("year", &year),
            ("allocated", &words.funds(allocated)),
            ("spent", &words.funds(flows.spent.iter().copied().sum())),
            ("whole", &words.money(whole)),
            ("parts", &parts.join(&words.text("chart-list-comma"))),
        ],
    );
    writer.text(said.clone());
    // What falls has no width: the figure's nodes and what it draws differ by it.
    let falls: Vec<String> = Channel::ALL
        .into_iter()
        .flat_map(|channel| Component::ALL.map(|component| (channel, component)))
        .filter_map(|(channel, component)| {
            let amount = flows.channels[channel as usize][component as usize];
            let is_fall = amount.rounded() < Decimal::ZERO;
            is_fall.then(|| {
                let (from, to) = (words.channel(channel), words.component(component));
                format!("{from} → {to} {}", words.money(amount))
            })
        })
        .collect();
    let list = falls.join(&words.text("chart-list-comma"));
    let undrawn =
        (!falls.is_empty()).then(|| words.format("report-flows-undrawn", &[("list", &list)]));
    let reading = words.text("report-flows-reading");
    let reading = match undrawn {
        Some(undrawn) => {
            let both = [("first", &*reading), ("second", &*undrawn)];
            words.format("report-two-sentences", &both)
        }
        None => reading.to_string(),
    };
    let title = words.format("report-flows", &[("year", &year)]);
    let note = words.text("report-flows-note").to_string();
    let drawn = chart::flows::chart_model(words, &flows, outcome.year).drawing;
    let drawn = chart::flows::on_paper(drawn);
    writer.figure("flows", &title, said, drawn, Some(reading), Some(note));
}

/// The gain from 10,000 yuan more in each place.
pub fn marginal(writer: &mut Writer<'_>, facts: &Facts, findings: &Findings, words: &Catalog) {
    let places = &findings.marginal;
    let Some((first, _)) = facts.ends() else {
        return;
    };
    let horizon = facts.outcome.years.horizon.to_string();
    let year = first.scenario.year.to_string();
    writer.part(&words.text("report-part-marginal"));
    let repeats = !facts.resolved.scenario.fixed(Fixed::Repeat).is_zero();
    let how = if repeats {
        "chart-marginal-each-year"
    } else {
        "chart-marginal-once"
    };
    let how = words.text(how);
    if places.is_empty() {
        writer.text(words.text("chart-marginal-nowhere").to_string());
        return;
    }
    let parts: Vec<String> = places.iter().map(|place| part(words, place)).collect();
    let said = words.format(
        "report-marginal-said",
        &[
            ("how", how.trim_end()),
            ("year", &year),
            ("to", &horizon),
            ("parts", &parts.join(&words.text("report-semicolon"))),
        ],
    );
    writer.text(said.clone());
    let title = words.format("report-marginal", &[("from", &year), ("to", &horizon)]);
    let note = words.text("report-marginal-note").to_string();
    let last = facts.outcome.years.plan().count().saturating_sub(1);
    let spans = [MarginalSpan::Year(0), MarginalSpan::UpTo(last)];
    let drawn = chart::marginal::chart_model(words, places, &spans).drawing;
    writer.figure("marginal", &title, said, drawn, None, Some(note));
}

/// The income over a lifetime for a yuan spent, by its use.
pub fn lifetime(writer: &mut Writer<'_>, given: &Given<'_>, findings: &Findings, words: &Catalog) {
    let lifetime = &findings.lifetime;
    writer.part(&words.text("lifetime-title"));
    writer.text(chart::lifetime::lead(words, lifetime));
    let said = lifetime.capital.as_ref().zip(lifetime.study(given.region));
    let said = said.and_then(|(capital, study)| {
        chart::lifetime::disagreement(words, capital, lifetime.far, &words.citation(study))
    });
    if let Some(said) = said {
        writer.text(said);
    }
    let table = chart::lifetime::table(words, lifetime);
    let rows = lifetime.rows.iter().map(|row| {
        let name = tables::text(chart::lifetime::use_name(words, row.place).to_string());
        let all = [row.horizon, row.far];
        let all = all.into_iter().flat_map(|own| [own.plain, own.discounted]);
        let cells = all.map(|amount| {
            let shown = chart::lifetime::yuan(words, amount);
            let plain = format!("{amount:.2}");
            ReportCell::Number {
                shown,
                plain,
                unit: "",
            }
        });
        tables::row(std::iter::once(name).chain(cells))
    });
    writer.table(ReportTable {
        name: "lifetime",
        caption: words.text("lifetime-title").to_string(),
        unit: Some(words.text("unit-yuan").to_string()),
        columns: table.heads,
        rows: rows.collect(),
        note: Some(chart::lifetime::note(words, lifetime)),
    });
}

fn part(words: &Catalog, place: &Marginal) -> String {
    let yuan = |amount: Yuan| words.numbers().decimal(amount.exact(), MONEY_PLACES, false);
    let (income, [market, ..]) = place.up_to(0);
    let (all, [all_market, ..]) = place.up_to(place.years.len().saturating_sub(1));
    words.format(
        "report-marginal-part",
        &[
            ("name", &place_name(words, place.place)),
            ("income", &yuan(income)),
            ("market", &yuan(market)),
            ("all", &yuan(all)),
            ("all_market", &yuan(all_market)),
        ],
    )
}
