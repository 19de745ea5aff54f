//! The money of the plan years in sentences: what holds for every year, what for single years
//! alone, and the rule on central funds.

use super::{Facts, Given};
use crate::analysis::flows::funds_by_year;
use crate::i18n::Catalog;
use crate::model::ByCategory;
use crate::model::inputs::{Assumptions, Levers};
use crate::model::term::Side;
use crate::number::Yuan;
use crate::region::key::{Category, Fixed, Level, Year};

/// Linking funds by level and category.
type Matrix = [ByCategory<Yuan>; Level::ALL.len()];

/// Years that follow each other with the same money.
struct Run {
    from: Year,
    to: Year,
    funds: Matrix,
}

/// The money against the plan's, year by year where years differ, and the rule on central funds.
pub fn sentence(given: &Given<'_>, facts: &Facts, words: &Catalog) -> String {
    let years = facts.outcome.years;
    let levers = Levers::with_years(&facts.resolved.scenario, years);
    let plan = Levers::of(&facts.resolved.plan);
    let mut runs: Vec<Run> = Vec::new();
    let assumptions = Assumptions::of(&facts.resolved.scenario, years);
    let by_year = funds_by_year(Side::Scenario, &levers, &plan, (&assumptions, years));
    for (year, funds) in years.plan().zip(by_year) {
        match runs.last_mut() {
            Some(run) if run.funds == funds => run.to = year,
            _ => runs.push(Run {
                from: year,
                to: year,
                funds,
            }),
        }
    }
    let planned = total(&plan.funds);
    let money = match &*runs {
        [] => return String::new(),
        [all] => {
            let (whole, against) = against(words, all, planned);
            let [industry, infrastructure, other] = by_category(words, all);
            words.format(
                "report-funds",
                &[
                    ("total", &whole),
                    ("against", &against),
                    ("industry", &industry),
                    ("infrastructure", &infrastructure),
                    ("other", &other),
                ],
            )
        }
        [first, ..] => {
            let parts: Vec<String> = runs.iter().map(|run| said(words, run, planned)).collect();
            let [industry, infrastructure, other] = by_category(words, first);
            words.format(
                "report-funds-by-year",
                &[
                    ("runs", &parts.join(&words.text("report-semicolon"))),
                    ("year", &first.from.to_string()),
                    ("industry", &industry),
                    ("infrastructure", &infrastructure),
                    ("other", &other),
                ],
            )
        }
    };
    let own = |key| facts.resolved.scenario.fixed(key) != facts.resolved.plan.fixed(key);
    let once = !levers.repeats() && (levers.funds != plan.funds || own(Fixed::Execution));
    let once = once.then(|| {
        let year = years.first_plan.to_string();
        words.format("report-funds-once", &[("year", &year)])
    });
    [Some(money), once, rule(given, facts, &runs, words)]
        .into_iter()
        .flatten()
        .reduce(|first, second| {
            let both = [("first", &*first), ("second", &*second)];
            words.format("report-two-sentences", &both)
        })
        .unwrap_or_default()
}

fn total(funds: &Matrix) -> Yuan {
    funds.iter().flatten().copied().sum()
}

/// A run's money, compared with the plan's.
fn against(words: &Catalog, run: &Run, planned: Yuan) -> (String, String) {
    let whole = total(&run.funds);
    let difference = whole - planned;
    let against = if difference.rounded().is_zero() {
        words.text("report-same").to_string()
    } else {
        let id = if difference < Yuan::ZERO {
            "report-funds-less"
        } else {
            "report-funds-more"
        };
        let size = Yuan(difference.exact().abs());
        words.format(id, &[("amount", &words.funds(size))])
    };
    (words.funds(whole), against)
}

fn said(words: &Catalog, run: &Run, planned: Yuan) -> String {
    let (whole, against) = against(words, run, planned);
    let (from, to) = (run.from.to_string(), run.to.to_string());
    let id = if run.from == run.to {
        "report-funds-in-year"
    } else {
        "report-funds-in-years"
    };
    let arguments = [
        ("from", &*from),
        ("to", &*to),
        ("total", &*whole),
        ("against", &*against),
    ];
    words.format(id, &arguments)
}

fn by_category(words: &Catalog, run: &Run) -> ByCategory<String> {
    let columns = Category::ALL.map(|category| {
        let column = run.funds.iter().map(|row| row[category as usize]);
        column.sum::<Yuan>()
    });
    columns.map(|amount| words.funds_beside(amount, &columns))
}

/// The share of central funds that goes to industry, held against the rule of its year.
fn rule(given: &Given<'_>, facts: &Facts, runs: &[Run], words: &Catalog) -> Option<String> {
    let central = facts.summary.central_industry;
    let share = words.percent(central.share?, 2);
    let Some(rule) = central.rule else {
        let year = central.ended?.to_string();
        let said = [("share", &*share), ("year", &year)];
        return Some(words.format("report-rule-ended", &said));
    };
    let rule = words.percent(rule, 0);
    let said = [("share", &*share), ("rule", &*rule)];
    let Some(kept) = central.is_kept() else {
        return Some(words.format("report-rule-unknown", &said));
    };
    let values = &facts.resolved.scenario;
    let broken: Vec<String> = runs
        .iter()
        .flat_map(|run| (run.from..=run.to).map(move |year| (year, run)))
        .skip(1)
        .filter(|(year, run)| {
            let row = run.funds[Level::Central as usize];
            let whole: Yuan = row.iter().copied().sum();
            let industry = row[Category::Industry as usize];
            let rule = given.region.central_industry_rule(values, *year);
            // By multiplying, so that no quotient's last digit decides it.
            rule.is_some_and(|rule| industry < whole * rule)
        })
        .map(|(year, _)| year.to_string())
        .collect();
    let is_same_in_every_year = runs.len() == 1
        && (kept == broken.is_empty())
        && (kept || broken.len() + 1 == facts.outcome.years.plan().len());
    let id = match (is_same_in_every_year, kept) {
        (true, true) => "report-rule-kept",
        (true, false) => "report-rule-broken",
        (false, true) => "report-rule-kept-in",
        (false, false) => "report-rule-broken-in",
    };
    let year = facts.outcome.years.first_plan.to_string();
    let [share, rule] = said;
    let said = words.format(id, &[("year", &*year), share, rule]);
    if is_same_in_every_year || broken.is_empty() {
        return Some(said);
    }
    let list = broken.join(&words.text("report-between-years"));
    let later = words.format("report-rule-broken-later", &[("years", &list)]);
    let both = [("first", &*said), ("second", &*later)];
    Some(words.format("report-two-sentences", &both))
}
