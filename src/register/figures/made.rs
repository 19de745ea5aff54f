//! Figures made of the sums of a register.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use zengshou_households::columns::{BANDS, HouseholdKind, cell_parts};
use zengshou_households::small::hidden;
use zengshou_households::statistics::{DecileChange, MILLION, gini, grouped, rounded_quotient};
use zengshou_households::tally::{Sums, Tally};

use super::{
    BAR, BARS, ComparedFigure, ComputedRegister, GroupSide, IncomeBars, MonitoredKind,
    MovedHouseholds, PublishedFigures, ReachedHouseholds, RegisterAverages, RegisterFigures,
    RegisterGroup, RegisterGroups, RegisterSide, RegisterTenth, ShownGroup, ShownTenth, UnderLine,
    YearUnderLine,
};
use crate::analysis::households::{HouseholdChanges, known_income};
use crate::analysis::summary::population;
use crate::model::{benchmarks, risk};
use crate::number::{People, Share, round};
use crate::region::Region;
use crate::region::key::{Component, Fixed, Year};
use crate::scenario::Scenario;

/// Digits behind the point of shares.
const SHARE_DIGITS: u32 = 6;

impl PublishedFigures {
    /// The figures of a region under a scenario, for a year of the plan.
    pub fn of(region: &Region, scenario: &Scenario, year: Year) -> Self {
        let values = scenario.resolve(region).scenario;
        let outcome = scenario.project_until(region, year);
        let step = usize::from(year.saturating_sub(region.years.first_plan));
        let line = benchmarks::risk_line(&values, region.years.until(year));
        let line = line.get(usize::from(year.saturating_sub(region.years.income)));
        let of_year = outcome.plan.iter().find(|outcome| outcome.year == year);
        let gini = values.fixed(Fixed::Gini);
        let at_risk = of_year.zip(line).and_then(|(outcome, line)| {
            let people: People = population(&values, step);
            risk::at_risk(outcome.income, *line, Share(gini), people)
        });
        Self {
            components: Component::ALL.map(|component| known_income(&values, component)),
            population: values.fixed(Fixed::Population),
            household_size: values.fixed(Fixed::HouseholdSize),
            gini,
            at_risk: at_risk
                .and_then(|risk| Decimal::from_f64(risk.share))
                .map(|share| round(share, SHARE_DIGITS)),
        }
    }
}

impl RegisterFigures {
    /// The figures of a computed register.
    pub fn of(of: &ComputedRegister<'_>) -> Self {
        let households = of.register.households();
        let kinds = HouseholdKind::ALL.map(|kind| kind.name().to_owned());
        let bands: [String; BANDS] = std::array::from_fn(|band| match band + 1 {
            BANDS => format!("{BANDS}+"),
            members => members.to_string(),
        });
        let total = of.scenario.0.total();
        let open = |count: u64| (!hidden(&[count], &[total.households])[0]).then_some(count);
        Self {
            year: of.changes.year,
            line: yuan(i128::from(of.changes.line)),
            reached: ReachedHouseholds::of(of.changes),
            register: averages(of),
            plan: side(of, of.plan),
            scenario: side(of, of.scenario),
            change: MovedHouseholds {
                gaining: open(total.gaining),
                losing: open(total.losing),
            },
            by: RegisterGroups {
                county: groups(of, households.names(), |cell| cell_parts(cell).0),
                kind: groups(of, &kinds, |cell| cell_parts(cell).1 as usize),
                members: groups(of, &bands, |cell| cell_parts(cell).2),
            },
            tenths: tenths(of.tenths),
            monitored: monitored(of),
        }
    }
}

impl YearUnderLine {
    /// The people under the line of a year by the sums of plan and scenario.
    pub fn of(changes: &HouseholdChanges, plan: &Sums, scenario: &Sums) -> Self {
        Self {
            year: changes.year,
            line: yuan(i128::from(changes.line)),
            plan: share_under(plan),
            scenario: share_under(scenario),
        }
    }
}

impl ReachedHouseholds {
    fn of(changes: &HouseholdChanges) -> Self {
        let (change, unreached) = (&changes.scenario, changes.unreached);
        let lost = if change.losing_cover > 0 {
            unreached.cover
        } else {
            0
        };
        Self {
            newly_covered: change.gaining_cover.saturating_sub(unreached.cover),
            no_longer_covered: change.losing_cover.saturating_sub(lost),
            jobs: change.jobs.saturating_sub(unreached.jobs),
            cover_unreached: unreached.cover,
            jobs_unreached: unreached.jobs,
        }
    }
}

impl ComparedFigure {
    fn of(register: Decimal, published: Decimal) -> Self {
        Self {
            register,
            published: published.normalize(),
            difference: (register - published).normalize(),
        }
    }
}

/// Fen as yuan. More than a decimal holds is no register's: 10¹² households at its largest income.
pub fn yuan(fen: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(fen, 2).unwrap_or(Decimal::MAX)
}

fn millionths(share: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(share, SHARE_DIGITS).unwrap_or_default()
}

/// The share of people under the line; none where few households are.
fn share_under(sums: &Sums) -> Option<Decimal> {
    let is_hidden = hidden(&[sums.households_under], &[sums.households])[0];
    let share = rounded_quotient(
        i128::from(sums.people_under) * MILLION,
        i128::from(sums.people),
    );
    share.filter(|_| !is_hidden).map(millionths)
}

fn averages(of: &ComputedRegister<'_>) -> RegisterAverages {
    let size = of.register.size();
    let people = i128::from(size.people);
    let sums = of.register.component_sums();
    let compare = |fen: i128, published: Decimal| {
        let mean = rounded_quotient(fen, people).unwrap_or_default();
        ComparedFigure::of(yuan(mean), published)
    };
    let published = of.published;
    let components = Component::ALL.into_iter().map(|component| {
        let at = component as usize;
        let compared = compare(sums[at], published.components[at]);
        (component.name().to_owned(), compared)
    });
    let household_size = rounded_quotient(people * MILLION, i128::from(size.households));
    let household_size = millionths(household_size.unwrap_or_default());
    let at_risk = share_under(&of.plan.0.total()).zip(published.at_risk);
    RegisterAverages {
        households: size.households,
        people: size.people,
        household_size,
        income: compare(sums.iter().sum(), published.components.iter().sum()),
        components: components.collect(),
        population: ComparedFigure::of(Decimal::from(size.people), published.population),
        size: ComparedFigure::of(household_size, published.household_size),
        gini: gini(of.known).map(|gini| ComparedFigure::of(millionths(gini), published.gini)),
        at_risk: at_risk.map(|(register, model)| ComparedFigure::of(register, model)),
    }
}

fn side(of: &ComputedRegister<'_>, (tally, quantiles): (&Tally, &[i64])) -> RegisterSide {
    let total = tally.total();
    let is_hidden = hidden(&[total.households_under], &[total.households])[0];
    RegisterSide {
        mean: total.mean().map(yuan),
        under: under(of, &total, is_hidden),
        gini: gini(tally).map(millionths),
        quantiles: quantiles.iter().map(|fen| yuan(i128::from(*fen))).collect(),
        histogram: bars(tally),
    }
}

/// Those under the line; nothing of a number that must not be shown.
fn under(of: &ComputedRegister<'_>, sums: &Sums, is_hidden: bool) -> Option<UnderLine> {
    (!is_hidden).then(|| UnderLine {
        households: sums.households_under,
        people: sums.people_under,
        gap: yuan(sums.gap),
        gap_index: sums.poverty_gap(of.changes.line).map(millionths),
    })
}

/// People by income a head; those below nothing are in the first bar. Few people are hidden.
fn bars(tally: &Tally) -> IncomeBars {
    let mut bars = vec![0_u64; BARS];
    for (yuan, people) in tally.by_yuan() {
        let bar = usize::try_from(yuan.div_euclid(BAR)).unwrap_or_default();
        bars[bar.min(BARS - 1)] += people;
    }
    // A bar of ten people could be one household.
    let tens: Vec<u64> = bars.iter().map(|people| people.div_ceil(20)).collect();
    let shown = bars.into_iter().zip(hidden(&tens, &tens));
    IncomeBars {
        yuan: BAR,
        people: shown
            .map(|(people, is_hidden)| (!is_hidden).then_some(people))
            .collect(),
    }
}

/// Counts of groups as far as they may be shown.
fn opened(counts: &[u64], sizes: &[u64]) -> Vec<Option<u64>> {
    let shown = counts.iter().zip(hidden(counts, sizes));
    shown
        .map(|(count, is_hidden)| (!is_hidden).then_some(*count))
        .collect()
}

/// The groups of one kind, with what the scenario does in each.
fn groups(
    of: &ComputedRegister<'_>,
    names: &[String],
    group: impl Fn(usize) -> usize,
) -> Vec<RegisterGroup> {
    let plan = grouped(of.plan.0, names.len(), &group);
    let scenario = grouped(of.scenario.0, names.len(), &group);
    let each = |sums: &[Sums], of: fn(&Sums) -> u64| sums.iter().map(of).collect::<Vec<u64>>();
    let sizes = each(&plan, |sums| sums.households);
    let few = hidden(&sizes, &sizes);
    let under_plan = hidden(&each(&plan, |sums| sums.households_under), &sizes);
    let under_scenario = hidden(&each(&scenario, |sums| sums.households_under), &sizes);
    let gaining = opened(&each(&scenario, |sums| sums.gaining), &sizes);
    let losing = opened(&each(&scenario, |sums| sums.losing), &sizes);
    let side = |sums: &Sums, is_hidden: bool| GroupSide {
        mean: sums.mean().map(yuan),
        under: under(of, sums, is_hidden),
    };
    let one = |at: usize| RegisterGroup {
        name: names[at].clone(),
        suppressed: few[at],
        shown: (!few[at]).then(|| ShownGroup {
            households: sizes[at],
            people: plan[at].people,
            plan: side(&plan[at], under_plan[at]),
            scenario: side(&scenario[at], under_scenario[at]),
            moved: MovedHouseholds {
                gaining: gaining[at],
                losing: losing[at],
            },
        }),
    };
    let there = (0..names.len()).filter(|at| sizes[*at] > 0);
    there.map(one).collect()
}

/// The effect of the scenario on each tenth of the people by their income under the plan.
fn tenths(all: &[DecileChange]) -> Vec<RegisterTenth> {
    let each = |of: fn(&DecileChange) -> u64| all.iter().map(of).collect::<Vec<u64>>();
    let sizes = each(|tenth| tenth.households);
    let few = hidden(&sizes, &sizes);
    let gaining = opened(&each(|tenth| tenth.gaining), &sizes);
    let losing = opened(&each(|tenth| tenth.losing), &sizes);
    let one = |(at, tenth): (usize, &DecileChange)| {
        let mean = |fen: i128| rounded_quotient(fen, i128::from(tenth.people)).map(yuan);
        RegisterTenth {
            suppressed: few[at],
            shown: (!few[at]).then(|| ShownTenth {
                households: tenth.households,
                people: tenth.people,
                plan: mean(tenth.before),
                scenario: mean(tenth.after),
                moved: MovedHouseholds {
                    gaining: gaining[at],
                    losing: losing[at],
                },
            }),
        }
    };
    all.iter().enumerate().map(one).collect()
}

/// The monitored kinds; what is hidden as a group is hidden here.
fn monitored(of: &ComputedRegister<'_>) -> Vec<MonitoredKind> {
    let plan = grouped(of.plan.0, HouseholdKind::ALL.len(), |cell| {
        cell_parts(cell).1 as usize
    });
    let sizes: Vec<u64> = plan.iter().map(|sums| sums.households).collect();
    let shown = opened(&sizes, &sizes);
    let eliminated = opened(&of.cleared, &sizes);
    let one = |kind: HouseholdKind| MonitoredKind {
        kind,
        households: shown[kind as usize],
        eliminated: eliminated[kind as usize].filter(|_| shown[kind as usize].is_some()),
    };
    HouseholdKind::MONITORED.into_iter().map(one).collect()
}
