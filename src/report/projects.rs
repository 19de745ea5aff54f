//! The library of projects on paper: money by source and use, sizes, progress and what it still takes, funds at risk,
//! assets, and what all of that offers in the place of assumptions.

pub mod assets;
pub mod progress;

use rust_decimal::Decimal;

use super::document::{Document, DocumentBlock, ReportCell, ReportTable, Writer};
use super::tables::{columns, points, row, sum_row, text};
use crate::i18n::Catalog;
use crate::number::Share;
use crate::projects::library::{ProjectStanding, ProjectTotal};
use crate::projects::money::ProjectMoney;
use crate::projects::overview::ProjectOverview;
use crate::region::key::{Category, Level, funds};

/// The most faults and projects at risk that a document lists; more are counted.
const MOST_LINES: usize = 50;

/// The overview as a document.
pub fn overview(of: &ProjectOverview<'_>, words: &Catalog) -> Document {
    let mut writer = Writer::new(words);
    money(&mut writer, of, words);
    sizes(&mut writer, of, words);
    progress::write(&mut writer, of, words);
    assets::write(&mut writer, of, words);
    faults(&mut writer, of, words);
    method(&mut writer, of, words);
    let region = of.region.name.in_language(words.language());
    Document {
        title: words.format("projects-title", &[("region", region)]),
        name: None,
        imprint: vec![imprint(of, words)],
        sections: writer.finish(),
        link: String::new(),
        checksum: String::new(),
    }
}

/// The year of the plan and the day of the figures.
fn imprint(of: &ProjectOverview<'_>, words: &Catalog) -> String {
    let year = match of.library.year {
        Some(year) => year.to_string(),
        None => words.text("projects-no-year").to_string(),
    };
    match of.day {
        Some(day) => {
            let named = [("year", &*year), ("day", &day.to_string())];
            words.format("projects-as-of", &named)
        }
        None => words.format("projects-as-of-unknown", &[("year", &year)]),
    }
}

/// An amount in units of 10,000 yuan, with the yuan for machines.
fn wan(words: &Catalog, yuan: Decimal) -> ReportCell {
    ReportCell::Number {
        shown: words.wan(yuan),
        plain: (yuan * Decimal::new(1, 4)).normalize().to_string(),
        unit: "",
    }
}

/// A number of things.
fn count(words: &Catalog, count: usize) -> ReportCell {
    ReportCell::Number {
        shown: words.whole(count.into()),
        plain: count.to_string(),
        unit: "",
    }
}

fn share(words: &Catalog, share: Option<Share>) -> ReportCell {
    share.map_or_else(|| text("—"), |share| super::tables::percent(words, share))
}

fn total_cells(words: &Catalog, total: &ProjectTotal) -> [ReportCell; 2] {
    [count(words, total.projects), wan(words, total.money)]
}

fn money(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.section("projects-money", &words.text("projects-section-money"));
    writer.table(standings_table(of, words));
    writer.table(funds_table(of, words));
    writer.table(division_table(of, words));
}

/// The projects of the table by the way they stand to the plan.
pub fn standings_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let standings = of.library.standings.iter();
    let rows = standings.map(|(standing, total)| {
        let name = text(&*words.project_standing(*standing));
        row([name].into_iter().chain(total_cells(words, total)))
    });
    ReportTable {
        name: "projects-standings",
        caption: words.text("projects-table-standings").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-standing",
                "types-column-projects",
                "types-column-money",
            ],
        ),
        rows: rows.collect(),
        note: unknown_money(of, words),
    }
}

/// The money of the year's plan by actual source and use.
pub fn funds_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let caption = words.text("projects-table-funds");
    sources_table(&of.money, ("projects-funds", &caption), words)
}

/// The money that chosen projects need, by source and use.
pub fn needs_table(money: &ProjectMoney, words: &Catalog) -> ReportTable {
    let caption = words.text("projects-table-needs");
    sources_table(money, ("projects-needs", &caption), words)
}

fn sources_table(
    money: &ProjectMoney,
    (name, caption): (&'static str, &str),
    words: &Catalog,
) -> ReportTable {
    let mut titles = vec![words.text("projects-column-source").to_string()];
    titles.extend(Category::ALL.map(|category| words.category(category).to_string()));
    titles.push(words.text("counties-sum").to_string());
    let line = |name: String, cells: [Decimal; 3]| {
        let sum: Decimal = cells.iter().copied().sum();
        let cells = cells.into_iter().chain([sum]).map(|yuan| wan(words, yuan));
        row([text(name)].into_iter().chain(cells))
    };
    let mut rows: Vec<_> = Level::ALL
        .into_iter()
        .map(|level| line(words.level(level).to_string(), money.cells[level as usize]))
        .collect();
    rows.push(line(
        words.text("projects-other-funds").to_string(),
        money.other,
    ));
    rows.push(line(
        words.text("projects-without-source").to_string(),
        money.without_source,
    ));
    let by_category = Category::ALL.map(|category| money.of_category(category));
    let typed: Decimal = by_category.iter().copied().sum();
    let sums = by_category
        .into_iter()
        .chain([typed])
        .map(|yuan| wan(words, yuan));
    rows.push(sum_row(
        [text(&*words.text("counties-sum"))].into_iter().chain(sums),
    ));
    ReportTable {
        name,
        caption: caption.to_owned(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: titles,
        rows,
        note: (money.untyped_projects > 0).then(|| {
            let (projects, money) = (
                words.whole(money.untyped_projects.into()),
                words.wan(money.untyped),
            );
            let named = [("projects", &*projects), ("money", &money)];
            words.format("projects-untyped", &named)
        }),
    }
}

/// The division of governments' funds among uses: that of the projects beside the one that the plan has.
pub fn division_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let by_category = |cell: &dyn Fn(Level, Category) -> Decimal| {
        Category::ALL.map(|category| {
            let cells = Level::ALL.into_iter().map(|level| cell(level, category));
            cells.sum::<Decimal>()
        })
    };
    let actual = by_category(&|level, category| of.money.cell(level, category));
    let values = of.region.values();
    let in_use = by_category(&|level, category| {
        values
            .get(funds(level, category).into())
            .unwrap_or_default()
    });
    let share_of = |part: Decimal, parts: &[Decimal; 3]| {
        let whole: Decimal = parts.iter().copied().sum();
        (whole > Decimal::ZERO).then(|| Share(part / whole))
    };
    let rows = Category::ALL.into_iter().map(|category| {
        let (own, used) = (actual[category as usize], in_use[category as usize]);
        let (own_share, used_share) = (share_of(own, &actual), share_of(used, &in_use));
        let gap = own_share.zip(used_share);
        row([
            text(words.category(category).to_string()),
            wan(words, own),
            share(words, own_share),
            wan(words, used),
            share(words, used_share),
            gap.map_or_else(|| text("—"), |(own, used)| points(words, own - used)),
        ])
    });
    let mut rows: Vec<_> = rows.collect();
    let sum = |parts: &[Decimal; 3]| wan(words, parts.iter().copied().sum());
    rows.push(sum_row([
        text(&*words.text("counties-sum")),
        sum(&actual),
        text(""),
        sum(&in_use),
        text(""),
        text(""),
    ]));
    ReportTable {
        name: "projects-division",
        caption: words.text("projects-table-division").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-use",
                "projects-column-of-projects",
                "projects-column-share",
                "projects-column-present",
                "projects-column-share-present",
                "projects-column-gap",
            ],
        ),
        rows,
        note: Some(words.text("projects-table-division-note").to_string()),
    }
}

fn unknown_money(of: &ProjectOverview<'_>, words: &Catalog) -> Option<String> {
    let without = of.library.total().without_money;
    (without > 0).then(|| {
        let count = words.whole(without.into());
        words.format("projects-without-money", &[("count", &count)])
    })
}

fn sizes(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.section("projects-sizes", &words.text("projects-section-sizes"));
    writer.table(sizes_table(of, words));
}

/// The year's plan by size.
pub fn sizes_table(of: &ProjectOverview<'_>, words: &Catalog) -> ReportTable {
    let rows = of.sizes.classes.iter().map(|class| {
        let name = text(words.size_class(class));
        let share = share(words, of.sizes.share(class));
        let cells = total_cells(words, &class.total);
        row([name].into_iter().chain(cells).chain([share]))
    });
    ReportTable {
        name: "projects-sizes",
        caption: words.text("projects-table-sizes").to_string(),
        unit: Some(words.text("unit-wan-yuan").to_string()),
        columns: columns(
            words,
            &[
                "projects-column-size",
                "types-column-projects",
                "types-column-money",
                "projects-column-share",
            ],
        ),
        rows: rows.collect(),
        note: Some(words.text("projects-table-sizes-note").to_string()),
    }
}

fn faults(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    let checked = &of.library.checked;
    if checked.faults.is_empty() {
        return;
    }
    writer.section("projects-faults", &words.text("counties-section-faults"));
    let said = checked.faults.iter().take(MOST_LINES);
    let said = said.map(|fault| words.project_fault(checked.rows, fault));
    writer.add(DocumentBlock::Items(said.collect()));
    more(writer, checked.faults.len(), words);
}

/// A line on the entries that a list has no room for.
fn more(writer: &mut Writer<'_>, all: usize, words: &Catalog) {
    if let Some(left) = all.checked_sub(MOST_LINES).filter(|left| *left > 0) {
        let left = words.whole(left.into());
        writer.text(words.format("projects-more", &[("count", &left)]));
    }
}

fn method(writer: &mut Writer<'_>, of: &ProjectOverview<'_>, words: &Catalog) {
    writer.section("projects-method", &words.text("counties-section-method"));
    let begin_by = of.terms.begin_by.number().to_string();
    let lag = words.decimal(of.terms.most_lag.exact() * Decimal::ONE_HUNDRED, 0);
    let named = [("month", &*begin_by), ("lag", &lag)];
    let lines = [
        words.text("projects-method-planned").to_string(),
        words.text("projects-method-source").to_string(),
        words.format("projects-method-risk", &named),
        words.text("projects-method-assets").to_string(),
    ];
    writer.add(DocumentBlock::Items(lines.to_vec()));
    if of
        .library
        .standings
        .contains_key(&ProjectStanding::OtherYear)
    {
        let years: Vec<String> = of.library.years().iter().map(u16::to_string).collect();
        let years = years.join(&words.text("list-comma"));
        writer.text(words.format("projects-years", &[("years", &years)]));
    }
}
