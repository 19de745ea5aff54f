//! Looking back in words and tables, for the page and for the report's part of it.

use super::Given;
use super::document::{ReportCell, ReportTable, Writer};
use super::tables::{benchmark_name, columns, money, row, signed, text};
use crate::analysis::looking_back::{
    ErrorsAhead, LookingBack, Prediction, Rule, Series, Trial, looking_back,
};
use crate::i18n::Catalog;
use crate::number::{Share, round};
use crate::region::Region;
use crate::region::key::{Key, Year};
use rust_decimal::Decimal;

/// A share in per cent with its sign.
pub fn signed_percent(words: &Catalog, share: Share) -> String {
    format!("{}%", words.points(share))
}

fn percent_cell(words: &Catalog, share: Share) -> ReportCell {
    ReportCell::Number {
        shown: signed_percent(words, share),
        plain: round(share.exact() * Decimal::ONE_HUNDRED, 2).to_string(),
        unit: "unit-percent",
    }
}

fn count_cell(words: &Catalog, count: usize) -> ReportCell {
    ReportCell::Number {
        shown: words.whole(Decimal::from(count)),
        plain: count.to_string(),
        unit: "",
    }
}

/// The name of a series, marked where it is another concept of income.
pub fn series_name(words: &Catalog, of: Series) -> String {
    match of {
        Series::Own => words.text("back-own").to_string(),
        Series::Benchmark(name) => benchmark_name(name, words),
    }
}

/// The messages of a rule: its name, and how it is applied.
fn messages(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::NearToFar => ("back-rule-near-to-far", "back-how-near-to-far"),
        Rule::GrowthAfter => ("back-rule-growth-after", "back-how-growth-after"),
        Rule::Follows(_) => ("back-rule-follows", "back-how-follows"),
        Rule::FollowsWithExcess(_) => (
            "back-rule-follows-with-excess",
            "back-how-follows-with-excess",
        ),
    }
}

/// The name of a rule.
pub fn rule_name(words: &Catalog, rule: Rule) -> String {
    let other = rule.followed().map(|other| words.benchmark(other));
    let other = other.as_deref().unwrap_or_default();
    words.format(messages(rule).0, &[("other", other)])
}

/// The way in which a rule makes its predictions.
pub fn rule_explained(words: &Catalog, trial: &Trial) -> String {
    let other = trial.rule.followed().map(|other| words.benchmark(other));
    let growth = trial.next_years().next().map(|one| {
        let growth = (one.predicted - one.start) / one.start;
        words.percent(growth, 2)
    });
    let comma = words.text("back-list-comma");
    let excess: Vec<String> = trial.excess.iter().map(|one| words.points(*one)).collect();
    words.format(
        messages(trial.rule).1,
        &[
            ("other", other.as_deref().unwrap_or_default()),
            ("growth", growth.as_deref().unwrap_or_default()),
            ("excess", &excess.join(&comma)),
        ],
    )
}

/// The errors one year ahead in a sentence.
pub fn finding(words: &Catalog, trial: &Trial) -> String {
    let (Some(mean), Some(greatest)) = (trial.mean_error(), trial.greatest()) else {
        return String::new();
    };
    let count = |holds: fn(&Prediction) -> bool| trial.next_years().filter(holds).count();
    let is_low = |one: &Prediction| one.predicted < one.published;
    let error = signed_percent(words, greatest.relative_error());
    let year = greatest.year.to_string();
    if trial.next_years().count() == 1 {
        let way = words.text(match is_low(&greatest) {
            true => "back-too-low",
            false => "back-too-high",
        });
        let parts = [("year", &*year), ("way", &*way), ("error", &*error)];
        return words.format("back-only-one", &parts);
    }
    let high = count(|one| one.predicted > one.published);
    words.format(
        "back-found",
        &[
            ("count", &trial.next_years().count().to_string()),
            ("low", &count(is_low).to_string()),
            ("high", &high.to_string()),
            ("mean", &words.percent(mean, 2)),
            ("greatest", &error),
            ("year", &year),
        ],
    )
}

fn cells(words: &Catalog, one: Prediction) -> [ReportCell; 5] {
    let start = [
        ("year", &*one.from.to_string()),
        ("amount", &*words.money(one.start)),
    ];
    [
        text(words.format("back-from-figure", &start)),
        money(words, one.predicted),
        money(words, one.published),
        signed(words, one.error()),
        percent_cell(words, one.relative_error()),
    ]
}

const COLUMNS: [&str; 6] = [
    "back-year",
    "back-from",
    "back-predicted",
    "back-published",
    "back-error",
    "back-error-share",
];

/// The predictions of a trial one year ahead.
pub fn next_years(words: &Catalog, trial: &Trial) -> ReportTable {
    let rows = trial.next_years().map(|one| {
        let year = text(one.year.to_string());
        row(std::iter::once(year).chain(cells(words, one)))
    });
    let parts = [
        ("series", &*series_name(words, trial.of)),
        ("rule", &*rule_name(words, trial.rule)),
    ];
    ReportTable {
        name: "looking-back-next",
        caption: words.format("back-table-next", &parts),
        unit: Some(words.text("result-yuan-a-head").to_string()),
        columns: columns(words, &COLUMNS),
        rows: rows.collect(),
        note: None,
    }
}

/// The errors of a trial by the year that it starts from and the years ahead; none where it goes no
/// further than the next year.
pub fn further_years(words: &Catalog, trial: &Trial) -> Option<ReportTable> {
    let most = trial.most_ahead();
    if most < 2 {
        return None;
    }
    let mut starts: Vec<Year> = trial.predictions.iter().map(|one| one.from).collect();
    starts.dedup();
    let rows = starts.into_iter().map(|from| {
        let errors = (1..=most).map(|ahead| match trial.at(from, ahead) {
            Some(one) => percent_cell(words, one.relative_error()),
            None => text("—"),
        });
        row(std::iter::once(text(from.to_string())).chain(errors))
    });
    let parts = [
        ("series", &*series_name(words, trial.of)),
        ("rule", &*rule_name(words, trial.rule)),
    ];
    let ahead =
        (1..=most).map(|ahead| words.format("back-ahead", &[("count", &ahead.to_string())]));
    Some(ReportTable {
        name: "looking-back-further",
        caption: words.format("back-table-ahead", &parts),
        unit: Some(words.text("back-error-share").to_string()),
        columns: std::iter::once(words.text("back-from").to_string())
            .chain(ahead)
            .collect(),
        rows: rows.collect(),
        note: None,
    })
}

/// The history of errors by years ahead.
pub fn errors(words: &Catalog, errors: &[ErrorsAhead]) -> ReportTable {
    let rows = errors.iter().map(|one| {
        row([
            text(one.ahead.to_string()),
            count_cell(words, one.count),
            percent_cell(words, one.lowest),
            percent_cell(words, one.highest),
        ])
    });
    ReportTable {
        name: "looking-back-errors",
        caption: words.text("back-errors-table").to_string(),
        unit: None,
        columns: columns(
            words,
            &[
                "back-years-ahead",
                "back-errors-count",
                "back-errors-lowest",
                "back-errors-highest",
            ],
        ),
        rows: rows.collect(),
        note: None,
    }
}

/// The limits of what the errors say.
pub fn limits(words: &Catalog) -> Vec<String> {
    [
        "back-limit-few",
        "back-limit-city",
        "back-limit-chance",
        "back-limit-policy",
        "back-limit-way",
        "back-limit-concept",
    ]
    .map(|id| words.text(id).to_string())
    .into()
}

/// The rules that no known year can be held against.
pub fn untested(words: &Catalog, back: &LookingBack) -> Vec<String> {
    let said = back.untested.iter().map(|(of, rule)| {
        let parts = [
            ("series", &*series_name(words, *of)),
            ("rule", &*rule_name(words, *rule)),
        ];
        words.format("back-untested", &parts)
    });
    said.collect()
}

/// The way in which the reader's own figures join.
pub fn joining(words: &Catalog, region: &Region) -> String {
    let year = region.years.income + 1;
    let key = Key::Yearly(crate::region::key::Yearly::GrowthKnown, year);
    words.format("back-join", &[("key", &words.key_name(key))])
}

/// The report's part: every rule one year ahead, and the range of errors.
pub fn write(writer: &mut Writer<'_>, given: &Given<'_>, words: &Catalog) {
    let back = looking_back(given.region, given.scenario);
    let Some(furthest) = back.errors.last() else {
        return;
    };
    writer.part(&words.text("report-part-back"));
    writer.text(words.text("report-back-why").to_string());
    let rows = back.trials.iter().flat_map(|trial| {
        let names = [
            text(series_name(words, trial.of)),
            text(rule_name(words, trial.rule)),
        ];
        trial.next_years().map(move |one| {
            let year = [text(one.year.to_string())];
            let [_, predicted, published, error, share] = cells(words, one);
            let numbers = [predicted, published, error, share];
            row(names.clone().into_iter().chain(year).chain(numbers))
        })
    });
    writer.table(ReportTable {
        name: "looking-back",
        caption: words.text("back-table-all").to_string(),
        unit: Some(words.text("result-yuan-a-head").to_string()),
        columns: columns(
            words,
            &[
                "back-series",
                "back-rule",
                "back-year",
                "back-predicted",
                "back-published",
                "back-error",
                "back-error-share",
            ],
        ),
        rows: rows.collect(),
        note: Some(words.text("report-back-note").to_string()),
    });
    writer.text(words.format(
        "report-back-errors",
        &[
            ("ahead", &furthest.ahead.to_string()),
            ("lowest", &signed_percent(words, furthest.lowest)),
            ("highest", &signed_percent(words, furthest.highest)),
        ],
    ));
}
