//! A register that is open: its households, and the incomes of the year that was computed last.

use zengshou_households::columns::HouseholdKind;
use zengshou_households::factors::IncomeChange;
use zengshou_households::order::{CoverRule, JobKinds, Ranks};
use zengshou_households::pass::Register;
use zengshou_households::read::ReadRegister;
use zengshou_households::tally::{Sums, Tally, fen_a_head};

use super::figures::{ComputedRegister, PublishedFigures, RegisterFigures, YearUnderLine, yuan};
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
    /// What the order of households was made for.
    ranked: Option<(CoverRule, JobKinds)>,
    known: Option<Tally>,
    plan: Option<ComputedSide>,
    scenario: Option<ComputedSide>,
    order: Option<ComputeOrder>,
    /// The last list of households at risk.
    list: Option<(RiskFilter, Vec<u32>)>,
}

/// Incomes and sums after a change.
struct ComputedSide {
    change: IncomeChange,
    line: i64,
    tally: Tally,
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
            scenario: None,
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
        let plan = self.plan.take();
        let plan = match plan {
            // While a lever moves, the plan stays.
            Some(plan) if plan.change == changes.plan && plan.line == changes.line => plan,
            before => self.side(before, &changes.plan, changes.line, None),
        };
        let before = self.scenario.take();
        let moved = self.side(before, &changes.scenario, changes.line, Some(&plan.incomes));
        let figures = RegisterFigures::of(&ComputedRegister {
            register: &self.register,
            cleared: self.cleared,
            changes: &changes,
            known: &known,
            plan: (&plan.tally, &plan.incomes),
            scenario: (&moved.tally, &moved.incomes),
            published: &published,
        });
        let took = clock().saturating_sub(begun);
        (self.known, self.plan, self.scenario) = (Some(known), Some(plan), Some(moved));
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

    /// A pass whose incomes are kept; the place of earlier ones is used again.
    fn side(
        &self,
        earlier: Option<ComputedSide>,
        change: &IncomeChange,
        line: i64,
        before: Option<&[i64]>,
    ) -> ComputedSide {
        let count = self.register.households().len();
        let mut incomes = earlier.map_or_else(Vec::new, |side| side.incomes);
        incomes.resize(count, 0);
        let own;
        let before = match before {
            Some(before) => before,
            // The plan is held against itself.
            None => {
                own = self.register.incomes(change, 0..count);
                &own
            }
        };
        let part = self
            .register
            .pass(change, line, 0..count, before, &mut incomes);
        ComputedSide {
            change: *change,
            line,
            tally: self.register.whole([part]),
            incomes,
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
        match self.list.take() {
            Some((of, list)) if of == *filter => list,
            _ => self.made_list(filter),
        }
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
        let (plan, scenario) = (self.plan.as_ref()?, self.scenario.as_ref()?);
        let lacks = |side: &ComputedSide| side.line * i64::from(members) - side.incomes[row];
        let (by_plan, by_scenario) = (lacks(plan), lacks(scenario));
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
        let head = |side: &Option<ComputedSide>| {
            let income = side.as_ref().map(|side| side.incomes[row]);
            yuan(i128::from(fen_a_head(income.unwrap_or_default(), members)))
        };
        Some(RiskRow {
            row: self.rows[row],
            county: households.names()[usize::from(household.place)].clone(),
            kind: household.kind,
            members,
            plan: head(&self.plan),
            scenario: head(&self.scenario),
            gap: yuan(i128::from(gap)),
        })
    }
}
