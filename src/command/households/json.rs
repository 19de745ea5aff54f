//! A computed register as JSON: money in yuan as decimal strings, shares with six digits, small groups as null.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use zengshou_households::columns::{BANDS, COMPONENTS, HouseholdKind, cell_parts};
use zengshou_households::read::{ColumnFate, HouseholdColumn, RowFault};
use zengshou_households::small::hidden;
use zengshou_households::statistics::{by_quantile, gini, grouped, quantiles, rounded_quotient};
use zengshou_households::tally::{Sums, Tally};

use super::Computed;
use crate::region::Region;
use crate::region::key::Component;

/// The width of a bar of the histogram in yuan.
const BAR: i64 = 1_000;
/// Bars of the histogram; the last has all above.
const BARS: usize = 60;

/// The register as indented JSON.
pub fn write(region: &Region, of: &Computed) -> String {
    let columns = of.read.fates.iter();
    let used = |fate: &ColumnFate| matches!(fate, ColumnFate::Read(_));
    let dropped = columns
        .clone()
        .filter(|fate| **fate == ColumnFate::Dropped)
        .count();
    let read = columns
        .filter(|fate| used(fate))
        .filter_map(|fate| match fate {
            ColumnFate::Read(column) => Some(column.head()),
            _ => None,
        });
    let counts = RowFault::ALL.into_iter().map(|fault| {
        (
            fault.name().to_owned(),
            json!(of.read.counts[fault as usize]),
        )
    });
    let problems = of.read.problems.iter().map(|it| {
        json!({"row": it.row, "column": it.column.map(HouseholdColumn::head), "fault": it.fault.name()})
    });
    let line = of.changes.line;
    let households = of.register.households();
    let before = quantiles(&of.plan.0, 10, households, &of.plan.1);
    let names = |groups: &[String], cells: &dyn Fn(usize) -> usize| groups_of(of, groups, cells);
    let kinds: Vec<String> = HouseholdKind::ALL
        .iter()
        .map(|kind| kind.name().to_owned())
        .collect();
    let bands: Vec<String> = (1..=BANDS)
        .map(|band| {
            if band == BANDS {
                format!("{band}+")
            } else {
                band.to_string()
            }
        })
        .collect();
    let whole = json!({
        "region": region.id,
        "region_version": region.version,
        "year": of.changes.year,
        "line": yuan(i128::from(line)),
        "read": {
            "rows": of.read.data_rows,
            "head_row": of.read.head_row,
            "rows_are_persons": of.read.is_of_persons,
            "left_out": of.read.left_out,
            "columns": read.collect::<Vec<_>>(),
            "dropped_columns": dropped,
            "knows_support": of.read.knows_support,
            "faults": counts.collect::<Map<_, _>>(),
            "problems": problems.collect::<Vec<_>>(),
        },
        "reached": {
            "newly_covered": of.changes.scenario.gaining_cover.saturating_sub(of.changes.unreached.cover),
            "no_longer_covered": of.changes.scenario.losing_cover,
            "jobs": of.changes.scenario.jobs.saturating_sub(of.changes.unreached.jobs),
            "cover_unreached": of.changes.unreached.cover,
            "jobs_unreached": of.changes.unreached.jobs,
        },
        "register": register(of),
        "plan": statistics(of, &of.plan.0, &of.plan.1),
        "scenario": statistics(of, &of.scenario.0, &of.scenario.1),
        "by": {
            "county": names(households.names(), &|cell| cell_parts(cell).0),
            "kind": names(&kinds, &|cell| cell_parts(cell).1 as usize),
            "members": names(&bands, &|cell| cell_parts(cell).2),
        },
        "tenths": tenths(of, &before),
    });
    // Texts and numbers: nothing that JSON could not hold.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// Fen as yuan.
pub fn yuan(fen: i128) -> String {
    Decimal::try_from_i128_with_scale(fen, 2)
        .map_or_else(|_| format!("{fen}e-2"), |yuan| yuan.to_string())
}

fn millionths(share: i128) -> String {
    Decimal::try_from_i128_with_scale(share, 6)
        .unwrap_or_default()
        .to_string()
}

/// The mean of each kind of income in the register beside the published one.
fn register(of: &Computed) -> Value {
    let households = of.register.households();
    let size = of.register.size();
    let people = i128::from(size.people);
    let sum = |component: usize| -> i128 {
        let incomes = households
            .incomes(component)
            .iter()
            .zip(households.weights());
        incomes
            .map(|(income, weight)| i128::from(*income) * i128::from(*weight))
            .sum()
    };
    let compare = |fen: i128, published: Decimal| {
        let mean = rounded_quotient(fen, people).unwrap_or_default();
        let mean = Decimal::try_from_i128_with_scale(mean, 2).unwrap_or_default();
        json!({
            "register": mean.to_string(),
            "published": published.normalize().to_string(),
            "difference": (mean - published).normalize().to_string(),
        })
    };
    let sums: [i128; COMPONENTS] = std::array::from_fn(sum);
    let components = Component::ALL.into_iter().map(|component| {
        let at = component as usize;
        (
            component.name().to_owned(),
            compare(sums[at], of.published[at]),
        )
    });
    json!({
        "households": size.households,
        "people": size.people,
        "household_size": millionths(rounded_quotient(people * 1_000_000, i128::from(size.households)).unwrap_or_default()),
        "income": compare(sums.iter().sum(), of.published.iter().sum()),
        "components": components.collect::<Map<_, _>>(),
    })
}

fn statistics(of: &Computed, tally: &Tally, incomes: &[i64]) -> Value {
    let total = tally.total();
    let tenths = quantiles(tally, 10, of.register.households(), incomes);
    json!({
        "mean": total.mean().map(yuan),
        "under": under(of, &total, hidden(&[total.households_under], &[total.households])[0]),
        "gini": gini(tally).map(millionths),
        "quantiles": tenths.iter().map(|fen| yuan(i128::from(*fen))).collect::<Vec<_>>(),
        "histogram": {"yuan": BAR, "people": histogram(tally)},
    })
}

/// Those under the line; nothing of a number that must not be shown.
fn under(of: &Computed, sums: &Sums, is_hidden: bool) -> Value {
    if is_hidden {
        return Value::Null;
    }
    json!({
        "households": sums.households_under,
        "people": sums.people_under,
        "gap": yuan(sums.gap),
        "gap_index": sums.poverty_gap(of.changes.line).map(millionths),
    })
}

/// People by income a head, in bars of a thousand yuan; those below nothing are in the first. Few people are hidden.
fn histogram(tally: &Tally) -> Vec<Value> {
    let mut bars = vec![0_u64; BARS];
    for (yuan, people) in tally.by_yuan() {
        let bar = usize::try_from(yuan.div_euclid(BAR)).unwrap_or_default();
        bars[bar.min(BARS - 1)] += people;
    }
    // A bar of ten people could be one household.
    let tens: Vec<u64> = bars.iter().map(|people| people.div_ceil(20)).collect();
    let hidden = hidden(&tens, &tens);
    let shown = bars.iter().zip(hidden);
    shown
        .map(|(people, hidden)| if hidden { Value::Null } else { json!(people) })
        .collect()
}

/// The groups of one kind, with what the scenario does in each.
fn groups_of(of: &Computed, names: &[String], group: &dyn Fn(usize) -> usize) -> Vec<Value> {
    let plan = grouped(&of.plan.0, names.len(), group);
    let scenario = grouped(&of.scenario.0, names.len(), group);
    let all = |of: &dyn Fn(usize) -> u64| (0..names.len()).map(of).collect::<Vec<u64>>();
    let sizes = all(&|at| plan[at].households);
    let few = hidden(&sizes, &sizes);
    let part = |counts: Vec<u64>| hidden(&counts, &sizes);
    let under_plan = part(all(&|at| plan[at].households_under));
    let under_scenario = part(all(&|at| scenario[at].households_under));
    let gaining = part(all(&|at| scenario[at].gaining));
    let losing = part(all(&|at| scenario[at].losing));
    let shown = (0..names.len()).filter(|at| sizes[*at] > 0);
    let open = |value: u64, is_hidden: bool| if is_hidden { Value::Null } else { json!(value) };
    let one = |at: usize| {
        if few[at] {
            return json!({"name": names[at], "suppressed": true});
        }
        let side = |sums: &Sums, is_hidden: bool| json!({"mean": sums.mean().map(yuan), "under": under(of, sums, is_hidden)});
        json!({
            "name": names[at],
            "suppressed": false,
            "households": sizes[at],
            "people": plan[at].people,
            "plan": side(&plan[at], under_plan[at]),
            "scenario": side(&scenario[at], under_scenario[at]),
            "gaining": open(scenario[at].gaining, gaining[at]),
            "losing": open(scenario[at].losing, losing[at]),
        })
    };
    shown.map(one).collect()
}

/// The effect of the scenario on each tenth of the people by their income under the plan.
fn tenths(of: &Computed, before: &[i64]) -> Vec<Value> {
    let all = by_quantile(of.register.households(), &of.plan.1, &of.scenario.1, before);
    let sizes: Vec<u64> = all.iter().map(|tenth| tenth.households).collect();
    let few = hidden(&sizes, &sizes);
    let part = |counts: Vec<u64>| hidden(&counts, &sizes);
    let gaining = part(all.iter().map(|tenth| tenth.gaining).collect());
    let losing = part(all.iter().map(|tenth| tenth.losing).collect());
    let open = |value: u64, is_hidden: bool| if is_hidden { Value::Null } else { json!(value) };
    let one = |(at, tenth): (usize, &zengshou_households::statistics::DecileChange)| {
        if few[at] {
            return json!({"suppressed": true});
        }
        let mean = |fen: i128| rounded_quotient(fen, i128::from(tenth.people)).map(yuan);
        json!({
            "suppressed": false,
            "households": tenth.households,
            "people": tenth.people,
            "plan": mean(tenth.before),
            "scenario": mean(tenth.after),
            "gaining": open(tenth.gaining, gaining[at]),
            "losing": open(tenth.losing, losing[at]),
        })
    };
    all.iter().enumerate().map(one).collect()
}
