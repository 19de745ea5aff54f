//! A register that is open: its households, and the incomes of the year that was computed last.

use zengshou_households::columns::HouseholdKind;
use zengshou_households::factors::IncomeChange;
use zengshou_households::order::{CoverRule, JobKinds, Ranks};
use zengshou_households::pass::Register;
use zengshou_households::read::ReadRegister;
use zengshou_households::statistics::{QuantileParts, quantiles, quantiles_by_bins};
use zengshou_households::tally::{Sums, Tally, fen_a_head};

use super::figures::{
    ComputedRegister, PublishedFigures, RegisterFigures, TENTHS, YearUnderLine, yuan,
};
use super::message::{ComputeOrder, ExportWords, RegisterFault, RiskFilter, RiskRow, UnderWhere};
use crate::analysis::households::{HouseholdChanges, RegisterSize};
use crate::export::csv::{self, CsvCell};
use crate::region::Region;
use crate::region::key::Year;
use crate::scenario::Scenario;

/// Rows of a pass whose incomes are not kept.
const PART: usize = 1 << 16;

/// A register that is open.
pub struct OpenRegister {
    register: Register,
    /// The row of each household in its file.
    rows: Vec<u32>,
    cleared: [u64; HouseholdKind::ALL.len()],
    /// The rule and the kinds that the order of households was made for.
    ranked: Option<(CoverRule, JobKinds)>,
    known: Option<Tally>,
    plan: Option<ComputedPlan>,
    scenario: ComputedScenario,
    order: Option<ComputeOrder>,
    /// The last list of households at risk.
    list: Option<(RiskFilter, Vec<u32>)>,
}

/// The plan of a year: what every scenario of it is held against.
struct ComputedPlan {
    change: IncomeChange,
    line: i64,
    tally: Tally,
    incomes: Vec<i64>,
    quantiles: Vec<i64>,
    /// The tenth of every household.
    tenths: QuantileParts,
}

/// The scenario that was computed last.
#[derive(Default)]
struct ComputedScenario {
    change: Option<IncomeChange>,
    /// The bins of the incomes a head.
    bins: Vec<u16>,
    /// The incomes, once somebody asks for single households.
    incomes: Vec<i64>,
}

impl OpenRegister {
    /// The register of a file.
    pub fn new(read: ReadRegister) -> Self {
        Self {
            register: Register::new(read.households, Ranks::default()),
            rows: read.rows,
            cleared: read.cleared,
            ranked: None,
            known: None,
            plan: None,
            scenario: ComputedScenario::default(),
            order: None,
            list: None,
        }
    }

    /// Households and people in all.
    pub fn size(&self) -> Sums {
        self.register.size()
    }

    /// The order that was computed last.
    pub fn order(&self) -> Option<&ComputeOrder> {
        self.order.as_ref()
    }

    /// Computes a year; the figures, and the microseconds that the passes over all households took.
    ///
    /// # Errors
    /// Where no factors can be made. What was computed before stays then.
    pub fn compute(
        &mut self,
        region: &Region,
        scenario: &Scenario,
        order: &ComputeOrder,
        clock: fn() -> u64,
    ) -> Result<(RegisterFigures, u64), RegisterFault> {
        self.rank(order);
        let changes = self.changes(region, scenario, order.year, order.line)?;
        let published = PublishedFigures::of(region, scenario, order.year);
        let begun = clock();
        // Once a register: its own incomes.
        let known = match self.known.take() {
            Some(known) => known,
            None => self.tally(&IncomeChange::NONE, changes.line),
        };
        let plan = match self.plan.take() {
            // While a lever moves, the plan stays.
            Some(plan) if plan.change == changes.plan && plan.line == changes.line => plan,
            before => self.plan(before, &changes.plan, changes.line),
        };
        let rows = self.register.households();
        let own = &mut self.scenario;
        own.bins.resize(rows.len(), 0);
        let change = &changes.scenario;
        let held = (&*plan.incomes, &plan.tenths);
        let (tally, tenths) = self
            .register
            .look(change, changes.line, held, &mut own.bins);
        let income = |row| self.register.income(change, row);
        let quantiles = quantiles_by_bins(&tally, TENTHS, rows, (&own.bins, income));
        own.change = Some(*change);
        own.incomes.clear();
        let figures = RegisterFigures::of(&ComputedRegister {
            register: &self.register,
            cleared: self.cleared,
            changes: &changes,
            known: &known,
            plan: (&plan.tally, &plan.quantiles),
            scenario: (&tally, &quantiles),
            tenths: &tenths,
            published: &published,
        });
        let took = clock().saturating_sub(begun);
        (self.known, self.plan) = (Some(known), Some(plan));
        self.order = Some(order.clone());
        self.list = None;
        Ok((figures, took))
    }

    /// The people under the line in a year, by the rules and the line of what was computed last.
    ///
    /// # Errors
    /// Where no factors can be made.
    pub fn year_under_line(
        &self,
        region: &Region,
        scenario: &Scenario,
        year: Year,
    ) -> Result<YearUnderLine, RegisterFault> {
        let own_line = self.order.as_ref().and_then(|order| order.line);
        let changes = self.changes(region, scenario, year, own_line)?;
        let total = |change| self.tally(change, changes.line).total();
        let (plan, moved) = (total(&changes.plan), total(&changes.scenario));
        Ok(YearUnderLine::of(&changes, &plan, &moved))
    }

    /// Rows of households at risk from one on, the largest gap first, and the number of all.
    pub fn rows_at_risk(
        &mut self,
        filter: &RiskFilter,
        offset: usize,
        count: usize,
    ) -> (u32, Vec<RiskRow>) {
        let list = self.list_of(filter);
        let of = u32::try_from(list.len()).unwrap_or(u32::MAX);
        let wanted = list.iter().skip(offset).take(count);
        let rows = wanted.filter_map(|row| self.risk_row(*row as usize, filter));
        let rows = rows.collect();
        self.list = Some((filter.clone(), list));
        (of, rows)
    }

    /// All rows at risk as csv, and their number.
    pub fn export(&mut self, filter: &RiskFilter, words: &ExportWords) -> (u32, Vec<u8>) {
        let list = self.list_of(filter);
        let text = |text: &str| CsvCell::Text(text.to_owned());
        let number = |number: String| CsvCell::Number(number);
        let head = words.heads.iter().map(|head| text(head)).collect();
        let mut bytes = csv::write(&[head]).into_bytes();
        let mut count = 0;
        for row in &list {
            let Some(row) = self.risk_row(*row as usize, filter) else {
                continue;
            };
            let cells = vec![
                number(row.row.to_string()),
                text(&row.county),
                text(&words.kinds[row.kind as usize]),
                number(row.members.to_string()),
                number(row.plan.to_string()),
                number(row.scenario.to_string()),
                number(row.gap.to_string()),
            ];
            let line = csv::write(&[cells]);
            // The mark stands before the head alone.
            bytes.extend(line.trim_start_matches('\u{feff}').bytes());
            count += 1;
        }
        self.list = Some((filter.clone(), list));
        (count, bytes)
    }

    /// Puts the households in the order in which measures reach them, where it is another than before.
    fn rank(&mut self, order: &ComputeOrder) {
        let kinds = match &*order.jobs {
            [] => JobKinds::ALL,
            kinds => JobKinds::of(kinds),
        };
        if self.ranked != Some((order.cover, kinds)) {
            let ranks = Ranks::of(self.register.households(), order.cover, kinds);
            self.register.rank(ranks);
            self.ranked = Some((order.cover, kinds));
        }
    }

    fn changes(
        &self,
        region: &Region,
        scenario: &Scenario,
        year: Year,
        line: Option<i64>,
    ) -> Result<HouseholdChanges, RegisterFault> {
        let (all, ranks) = (self.register.size(), self.register.ranks());
        let size = RegisterSize {
            households: all.households,
            people: all.people,
            uncovered: ranks.uncovered,
            covered: ranks.covered,
            for_jobs: ranks.for_jobs,
        };
        let changes = HouseholdChanges::of(region, scenario, year, size);
        let mut changes = changes.map_err(RegisterFault::Factor)?;
        changes.line = line.unwrap_or(changes.line);
        Ok(changes)
    }

    /// The plan of a year; the place of an earlier one is used again.
    fn plan(
        &self,
        earlier: Option<ComputedPlan>,
        change: &IncomeChange,
        line: i64,
    ) -> ComputedPlan {
        let rows = self.register.households();
        let mut incomes = earlier.map(|plan| plan.incomes).unwrap_or_default();
        incomes.resize(rows.len(), 0);
        self.register.write_incomes(change, &mut incomes);
        let tally = self.tally(change, line);
        let quantiles = quantiles(&tally, TENTHS, rows, &incomes);
        ComputedPlan {
            change: *change,
            line,
            tally,
            tenths: QuantileParts::new(rows, &incomes, &quantiles),
            incomes,
            quantiles,
        }
    }

    /// The sums after a change, whose incomes are not kept and that is held against nothing.
    fn tally(&self, change: &IncomeChange, line: i64) -> Tally {
        let count = self.register.households().len();
        let (mut after, before) = (vec![0; PART.min(count)], vec![0; PART.min(count)]);
        let parts = (0..count).step_by(PART).map(|start| {
            let rows = start..count.min(start + PART);
            let here = rows.len();
            self.register
                .pass(change, line, rows, &before[..here], &mut after[..here])
        });
        self.register.whole(parts)
    }

    /// The households that a filter lets through, the largest gap first.
    fn list_of(&mut self, filter: &RiskFilter) -> Vec<u32> {
        if let Some((of, list)) = self.list.take()
            && of == *filter
        {
            return list;
        }
        if let (Some(change), []) = (&self.scenario.change, &*self.scenario.incomes) {
            let mut incomes = vec![0; self.rows.len()];
            self.register.write_incomes(change, &mut incomes);
            self.scenario.incomes = incomes;
        }
        self.made_list(filter)
    }

    fn made_list(&self, filter: &RiskFilter) -> Vec<u32> {
        let households = self.register.households();
        let county = match &filter.county {
            None => None,
            Some(name) => match households.names().iter().position(|known| known == name) {
                None => return Vec::new(),
                found => found,
            },
        };
        let mut found: Vec<(i64, u32)> = Vec::new();
        for (row, household) in households.iter_rows() {
            let is_here = county.is_none_or(|county| county == usize::from(household.place));
            let is_kind = filter.kind.is_none_or(|kind| kind == household.kind);
            if is_here
                && is_kind
                && let Some(gap) = self.gap(row as usize, household.members, filter.under)
            {
                found.push((-gap, row));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, row)| row).collect()
    }

    /// The fen that a household lacks to the line; none where the filter does not let it through.
    fn gap(&self, row: usize, members: u8, under: UnderWhere) -> Option<i64> {
        let plan = self.plan.as_ref()?;
        let needed = plan.line * i64::from(members);
        let by_plan = needed - plan.incomes[row];
        let by_scenario = needed - self.scenario.incomes.get(row)?;
        let gap = match under {
            UnderWhere::Scenario => by_scenario,
            UnderWhere::Plan => by_plan,
            UnderWhere::Lifted if by_scenario <= 0 => by_plan,
            UnderWhere::Fallen if by_plan <= 0 => by_scenario,
            UnderWhere::Lifted | UnderWhere::Fallen => return None,
        };
        (gap > 0).then_some(gap)
    }

    fn risk_row(&self, row: usize, filter: &RiskFilter) -> Option<RiskRow> {
        let households = self.register.households();
        let household = households.get(row)?;
        let members = household.members;
        let gap = self.gap(row, members, filter.under)?;
        let head = |incomes: &[i64]| yuan(i128::from(fen_a_head(incomes[row], members)));
        Some(RiskRow {
            row: self.rows[row],
            county: households.names()[usize::from(household.place)].clone(),
            kind: household.kind,
            members,
            plan: head(&self.plan.as_ref()?.incomes),
            scenario: head(&self.scenario.incomes),
            gap: yuan(i128::from(gap)),
        })
    }
}
