//! Matrix and levers in turn, from several starts: with the levers fixed the matrix is a linear
//! program, with the matrix fixed each lever goes where it brings the most.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::table::{CELLS, Cells, Table, Worth};
use super::{Answer, Objective, Request, Verdict, shadow};
use crate::analysis::search::fast::Fast;
use crate::analysis::search::{self, Limits, Moved, TEN_THOUSAND, float};
use crate::region::Region;
use crate::region::key::{Category, Fixed, Key, Level, funds};
use crate::scenario::Scenario;

/// Turns of matrix and levers from one start.
const TURNS: usize = 3;
/// Places on a lever's way that are tried first.
const PLACES: usize = 4;
/// Stretches of industry money, beside those that end where coverage is paid for.
const STRETCHES: usize = 12;
/// The kinds of money: what each category has in all.
pub(super) const COLUMNS: usize = Category::ALL.len();

/// The search.
pub(super) struct Search<'a> {
    pub(super) region: &'a Region,
    pub(super) scenario: &'a Scenario,
    pub(super) request: &'a Request,
    pub(super) table: Table,
    limits: Vec<Limits>,
    fast: Fast,
    step: usize,
    pub(super) needed: f64,
    /// The most industry money that the conditions allow, 10,000 yuan.
    most_industry: f64,
}

pub(super) fn find(
    region: &Region,
    scenario: &Scenario,
    request: &Request,
    mut answer: Answer,
) -> Answer {
    let table = Table::new(region, scenario, request);
    if let Some(conditions) = table.contradiction() {
        answer.verdict = Verdict::Contradiction(conditions);
        return answer;
    }
    let mut search = Search::new(region, scenario, request, table);
    let Some(levers) = search.best() else {
        return furthest(region, scenario, request, answer);
    };
    let Some((moves, best)) = search.whole(&levers) else {
        return furthest(region, scenario, request, answer);
    };
    let now = answer.now;
    let is_kept = search.table.holds_now() && search.levers_hold_now();
    let objective = request.objective;
    let is_no_better = now.is_some_and(|now| {
        is_kept && now.reaches() && now.value(objective) >= best.value(objective)
    });
    answer.shadows = shadow::shadows(&mut search, &levers);
    if is_no_better || moves.is_empty() {
        answer.verdict = Verdict::Unchanged;
        answer.best = now;
    } else {
        answer.verdict = Verdict::Found;
        answer.best = Some(best);
        answer.moves = moves;
    }
    answer
}

/// What gets furthest where no money reaches the goal.
fn furthest(region: &Region, scenario: &Scenario, request: &Request, answer: Answer) -> Answer {
    let Objective::LeastMoney(_, year) = request.objective else {
        return Answer {
            verdict: Verdict::NoWhole,
            ..answer
        };
    };
    let most = Request {
        objective: Objective::Income(year),
        ..request.clone()
    };
    let needed = answer.now.and_then(|now| now.needed);
    let mut found = find(region, scenario, &most, answer);
    // The program for the least money and the one for the most income may disagree by a hair.
    if let Some(best) = &mut found.best {
        best.needed = needed;
    }
    found.verdict = Verdict::OutOfReach;
    found.shadows.clear();
    found
}

impl<'a> Search<'a> {
    fn new(region: &'a Region, scenario: &'a Scenario, request: &'a Request, table: Table) -> Self {
        // What a category has in all decides; the central cell stands for it.
        let columns = Category::ALL.map(|category| Key::from(funds(Level::Central, category)));
        let levers = request.levers.iter().map(|limits| limits.key);
        let keys: Vec<Key> = columns.into_iter().chain(levers).collect();
        let mut fast = Fast::new(region, scenario, &keys);
        let start = fast.start();
        fast.run(&start);
        let step = usize::from(request.objective.year() - region.years.first_plan);
        let needed = match request.objective {
            Objective::LeastMoney(benchmark, _) => fast.benchmark(benchmark, step + 1),
            Objective::Earned(_) | Objective::Income(_) => 0.0,
        };
        Self {
            region,
            scenario,
            request,
            most_industry: table.most_industry() + 1.0,
            table,
            limits: request.levers.clone(),
            fast,
            step,
            needed,
        }
    }

    /// What the objective counts, with these columns (10,000 yuan) and levers.
    pub(super) fn value(&mut self, columns: [f64; COLUMNS], levers: &[f64]) -> f64 {
        self.run(columns, levers);
        match self.request.objective {
            Objective::Earned(_) => self.fast.earned(self.step),
            Objective::Income(_) | Objective::LeastMoney(..) => self.fast.income(self.step),
        }
    }

    fn run(&mut self, columns: [f64; COLUMNS], levers: &[f64]) {
        let now = Table::columns(&self.table.now);
        let mut at = self.fast.start();
        for category in 0..COLUMNS {
            at[category] += (columns[category] - now[category]) * float(TEN_THOUSAND);
        }
        at[COLUMNS..].copy_from_slice(levers);
        self.fast.run(&at);
    }

    /// What the money of each category brings with these levers.
    pub(super) fn worth(&mut self, levers: &[f64]) -> Worth {
        let columns = Table::columns(&self.table.now);
        let now = self.value(columns, levers);
        let mut slope = |category: Category| {
            let mut more = columns;
            more[category as usize] += 10_000.0;
            (self.value(more, levers) - now) / 10_000.0
        };
        let infrastructure = slope(Category::Infrastructure);
        let other = slope(Category::Other);
        let industry = Category::Industry as usize;
        let most = self.most_industry;
        let mut places: Vec<f64> = (0..=STRETCHES)
            .map(|place| most * place as f64 / STRETCHES as f64)
            .collect();
        places.push(columns[industry]);
        // Where coverage becomes paid for in each year, the way bends.
        let coverage = self.limits.iter().position(|own| is_coverage(own.key));
        let wanted = match coverage {
            Some(index) => levers[index],
            None => self.present(Fixed::Coverage),
        };
        for year in 0..=self.step {
            let mut payable = |units: f64| {
                let mut at = columns;
                at[industry] = units;
                self.run(at, levers);
                self.fast.payable(year)
            };
            let (none, all) = (payable(0.0), payable(most));
            let bend = (wanted - none) / (all - none) * most;
            if bend.is_finite() && bend > 0.0 && bend < most {
                places.push(bend);
            }
        }
        places.sort_by(f64::total_cmp);
        places.dedup_by(|one, other| (*one - *other).abs() < 1e-3);
        let industry = places
            .into_iter()
            .map(|place| {
                let mut at = columns;
                at[industry] = place;
                (place, self.value(at, levers) - now)
            })
            .collect();
        Worth {
            now,
            industry,
            infrastructure,
            other,
        }
    }

    fn present(&self, fixed: Fixed) -> f64 {
        float(
            self.scenario
                .value(self.region, fixed.into())
                .unwrap_or_default(),
        )
    }

    /// The best cells for these levers, not yet whole.
    pub(super) fn cells(&mut self, levers: &[f64]) -> Option<Cells> {
        let worth = self.worth(levers);
        match self.request.objective {
            Objective::LeastMoney(..) => self.table.least_money(&worth, self.needed),
            Objective::Earned(_) | Objective::Income(_) => self.table.most(&worth),
        }
    }

    /// The best levers from any start.
    fn best(&mut self) -> Option<Vec<f64>> {
        let mut best: Option<(f64, Vec<f64>)> = None;
        for start in self.starts() {
            let mut levers = start;
            for _ in 0..TURNS {
                let cells = match self.cells(&levers) {
                    Some(cells) => cells,
                    // With these levers the goal may be out of reach, with better ones not.
                    None => self.table.now,
                };
                let before = levers.clone();
                levers = self.turn(Table::columns(&cells), levers);
                let Some(cells) = self.cells(&levers) else {
                    continue;
                };
                let columns = Table::columns(&cells);
                let value = match self.request.objective {
                    Objective::LeastMoney(..) => -columns.iter().sum::<f64>(),
                    Objective::Earned(_) | Objective::Income(_) => self.value(columns, &levers),
                };
                let is_better = best.as_ref().is_none_or(|(most, _)| value > most + 1e-9);
                if is_better {
                    best = Some((value, levers.clone()));
                }
                if before == levers {
                    break;
                }
            }
        }
        best.map(|(_, levers)| levers)
    }

    /// Where the search starts: as it stands, every lever at either end, and grants at places between,
    /// since they can serve assets or coverage.
    fn starts(&self) -> Vec<Vec<f64>> {
        let end = |of: &dyn Fn(&Limits) -> Decimal| -> Vec<f64> {
            self.limits.iter().map(|own| float(of(own))).collect()
        };
        let now = end(&|own| {
            let now = self.scenario.value(self.region, own.key);
            now.unwrap_or_default().clamp(own.least, own.most)
        });
        let mut starts = vec![now.clone()];
        if self.limits.is_empty() {
            return starts;
        }
        starts.extend([end(&|own| own.least), end(&|own| own.most)]);
        let grants = self
            .limits
            .iter()
            .position(|own| own.key == Fixed::GrantsShare.into());
        if let Some(index) = grants {
            let (least, most) = (
                float(self.limits[index].least),
                float(self.limits[index].most),
            );
            for part in [0.25, 0.5, 0.75] {
                let mut start = now.clone();
                start[index] = grid(&self.limits[index], least + (most - least) * part);
                starts.push(start);
            }
        }
        starts
    }

    /// Each lever where it brings the most, the others as they are; the nearer to the present where
    /// two bring the same.
    fn turn(&mut self, columns: [f64; COLUMNS], mut levers: Vec<f64>) -> Vec<f64> {
        for index in 0..levers.len() {
            let own = self.limits[index];
            let now = self
                .scenario
                .value(self.region, own.key)
                .unwrap_or_default();
            let present = float(now.clamp(own.least, own.most));
            let mut best = (f64::MIN, levers[index]);
            let mut at = levers.clone();
            let mut consider = |search: &mut Self, value: f64| {
                at[index] = grid(&own, value);
                let brings = search.value(columns, &at);
                let is_as_good = (brings - best.0).abs() <= 1e-9;
                let is_nearer = (at[index] - present).abs() < (best.1 - present).abs();
                if brings > best.0 + 1e-9 || (is_as_good && is_nearer) {
                    best = (brings, at[index]);
                }
                best.1
            };
            let (least, most) = (float(own.least), float(own.most));
            let mut middle = consider(self, present);
            let mut width = (most - least) / PLACES as f64;
            for place in 0..=PLACES {
                middle = consider(self, least + width * place as f64);
            }
            while width > 5e-4 {
                width /= 2.0;
                let around = middle;
                consider(self, (around - width).max(least));
                middle = consider(self, (around + width).min(most));
            }
            levers[index] = best.1;
        }
        levers
    }

    fn levers_hold_now(&self) -> bool {
        self.limits.iter().all(|own| {
            let now = self
                .scenario
                .value(self.region, own.key)
                .unwrap_or_default();
            own.least <= now && now <= own.most
        })
    }

    /// What differs from the scenario as it stands.
    pub(super) fn moves(&self, levers: &[f64], amounts: &[Decimal; CELLS]) -> Vec<Moved> {
        let cells = Level::ALL
            .into_iter()
            .flat_map(|level| Category::ALL.map(|category| Key::from(funds(level, category))));
        let levers = self.limits.iter().zip(levers).map(|(own, value)| {
            let value = Decimal::from_f64(*value).unwrap_or_default();
            let value = search::to_step(own.key, value);
            (own.key, value.clamp(own.least, own.most))
        });
        let wanted = cells.zip(amounts.iter().copied()).chain(levers);
        let moves = wanted.filter_map(|(key, to)| {
            let from = self.scenario.value(self.region, key)?;
            (from != to).then_some(Moved { key, from, to })
        });
        moves.collect()
    }
}

fn is_coverage(key: Key) -> bool {
    key == Key::Fixed(Fixed::Coverage)
}

/// The value in whole steps within the limits.
fn grid(limits: &Limits, value: f64) -> f64 {
    let value = Decimal::from_f64(value).unwrap_or_default();
    float(search::to_step(limits.key, value).clamp(limits.least, limits.most))
}
