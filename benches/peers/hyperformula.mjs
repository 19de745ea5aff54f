// The whole projection as a HyperFormula sheet of live formulas: a lever's cell goes in, incomes
// come out, as a planner's own spreadsheet would do it. Written from the model's document alone.
// It computes in binary floating point, so it agrees to the fen and not to every digit.
import { HyperFormula } from "hyperformula";
import {
  BATCHES,
  BENCHMARKS,
  CATEGORIES,
  CHANNELS,
  COMPONENTS,
  LEVELS,
  LEVERS,
  RETURNING,
  checkOverrides,
  flag,
  yearsOf,
} from "./shape.mjs";

/** The letters of a column, counted from nought. */
const letters = (index) =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

/** A sheet with a named row for each quantity and a column for each year, headed by labels. */
class Grid {
  constructor(name, columns) {
    this.name = name;
    this.columns = columns;
    this.rowOf = new Map();
    this.cells = [["", ...columns]];
  }

  /** Adds a row; `formula` says what stands in the column of a year. */
  row(name, formula) {
    this.rowOf.set(name, this.cells.length);
    this.cells.push([name, ...this.columns.map((column, index) => formula(column, index))]);
  }

  /** The address of a quantity in a year, usable from any sheet. */
  at(name, column) {
    const row = this.rowOf.get(name);
    const index = this.columns.indexOf(column);
    if (row === undefined || index < 0) throw new Error(`no cell ${name} of ${column} in ${this.name}`);
    return `${this.name}!${letters(index + 1)}${row + 1}`;
  }
}

const number = (key, text) => Number(key === "repeat" ? flag(text) : text);

/** Builds the sheet; its `set` changes one lever or assumption and its `read` gives the outcome. */
export function build({ years, values }, overrides = {}) {
  checkOverrides(values, overrides);
  const spans = yearsOf(years);
  const input = inputGrid(values);
  const assumed = (key) => input.at(key, "plan");
  const baseline = baselineGrid(assumed, spans, years.first_plan_year);
  const benchmarks = benchmarkGrid(assumed, values, spans);
  const shared = { assumed, input, baseline, spans, first: years.first_plan_year };
  const planned = effectGrid("PlanEffects", "plan", shared);
  const changed = effectGrid("ScenarioEffects", "scenario", shared);
  const outcomes = {
    scenario: outcomeGrid("Scenario", changed, planned, baseline, benchmarks, assumed, spans.plan),
    plan: outcomeGrid("Plan", planned, planned, baseline, benchmarks, assumed, spans.plan),
  };
  const grids = [input, baseline, benchmarks, planned, changed, outcomes.scenario, outcomes.plan];
  const sheet = HyperFormula.buildFromSheets(
    Object.fromEntries(grids.map((grid) => [grid.name, grid.cells])),
    // Rounding to ten digits, as spreadsheets do by habit, would hide what a formula gives.
    { licenseKey: "gpl-v3", smartRounding: false },
  );

  const inputSheet = sheet.getSheetId(input.name);
  const set = (key, text) => {
    const row = input.rowOf.get(key);
    if (row === undefined) throw new Error(`no such key: ${key}`);
    const col = LEVERS.includes(key) ? 2 : 1;
    sheet.setCellContents({ sheet: inputSheet, row, col }, number(key, text));
  };
  const read = () => ({
    scenario: outcomeOf(sheet.getSheetValues(sheet.getSheetId("Scenario")), spans.plan),
    plan: outcomeOf(sheet.getSheetValues(sheet.getSheetId("Plan")), spans.plan),
  });
  // What a clock should see: the outcome read out of the sheet, without giving it another shape.
  const readCells = () => sheet.getSheetValues(sheet.getSheetId("Scenario"));
  for (const [key, text] of Object.entries(overrides)) set(key, text);
  const cells = grids.reduce((sum, grid) => sum + (grid.cells.length - 1) * grid.columns.length, 0);
  return { set, read, readCells, cells, close: () => sheet.destroy() };
}

/** The projection as numbers, unrounded. */
export function project(input, overrides = {}) {
  const sheet = build(input, overrides);
  const outcome = sheet.read();
  sheet.close();
  return outcome;
}

/** One row a key: the plan's value, and what the scenario makes of it (the plan's, until changed). */
function inputGrid(values) {
  const grid = new Grid("Input", ["plan", "scenario"]);
  const keys = [...Object.keys(values)].sort();
  for (const key of keys) {
    grid.row(key, (side) => {
      if (side === "scenario") return `=${letters(1)}${grid.cells.length + 1}`;
      return number(key, values[key]);
    });
  }
  // The plan's coverage is always today's, also where the user assumes another one for today.
  grid.cells[grid.rowOf.get("coverage")][1] = `=${grid.at("coverage0", "plan")}`;
  return grid;
}

function baselineGrid(assumed, spans, first) {
  const grid = new Grid("Baseline", spans.shown);
  grid.row("fade", (year) => (year < first ? "" : `=${assumed("growth_fade")}^${year - first}`));
  for (const component of COMPONENTS) {
    const near = assumed(`growth_near.${component}`);
    const far = assumed(`growth_far.${component}`);
    grid.row(`growth.${component}`, (year, index) => {
      if (index === 0) return "";
      if (year < first) return `=${assumed(`growth_known.${year}`)}`;
      return `=${far}+(${near}-${far})*${grid.at("fade", year)}`;
    });
    grid.row(component, (year, index) => {
      if (index === 0) return `=${assumed(`income0.${component}`)}`;
      // A row's own address is only known once it is added, hence the column by hand.
      const last = `${letters(index)}${grid.cells.length + 1}`;
      return `=${last}*(1+${grid.at(`growth.${component}`, year)})`;
    });
  }
  return grid;
}

function benchmarkGrid(assumed, values, spans) {
  const grid = new Grid("Benchmarks", spans.shown);
  for (const name of BENCHMARKS) {
    grid.row(name, (year, index) => {
      if (`bench.${name}.${year}` in values) return `=${assumed(`bench.${name}.${year}`)}`;
      const ofYear = `bench_growth.${name}.${year}`;
      const growth = assumed(ofYear in values ? ofYear : `bench_growth.${name}`);
      return `=${letters(index)}${grid.cells.length + 1}*(1+${growth})`;
    });
  }
  return grid;
}

/** What one side's money does, by channel and component, from the year before the plan on. */
function effectGrid(name, side, { assumed, input, baseline, spans, first }) {
  const years = spans.effects;
  const grid = new Grid(name, years);
  const start = years[0];
  // The year before the plan runs on the plan's values; later ones on the side's, but what does
  // not repeat returns to the plan after the first plan year.
  const lever = (key, year) => {
    if (year < first || side === "plan") return input.at(key, "plan");
    if (year === first || !RETURNING.includes(key)) return input.at(key, side);
    return `IF(${input.at("repeat", side)}>0,${input.at(key, side)},${input.at(key, "plan")})`;
  };
  // Most rows say nothing about the year before the plan.
  const add = (row, formula) => grid.row(row, (year) => (year < first ? "" : `=${formula(year, year - 1)}`));
  const addWithStart = (row, atStart, formula) =>
    grid.row(row, (year, index) => `=${year < first ? atStart : formula(year, `${letters(index)}${grid.cells.length + 1}`)}`);
  const at = (row, year) => grid.at(row, year);

  grid.row("people", (_, index) => `=${assumed("population")}*(1+${assumed("population_growth")})^${index}`);
  grid.row("execution", (year) => `=${lever("execution", year)}`);
  for (const category of CATEGORIES) {
    grid.row(`allocated.${category}`, (year) => {
      const levels = LEVELS.map((level) => lever(`funds.${level}.${category}`, year)).join("+");
      const social = category === "industry" ? `+${lever("social", year)}*${lever("social_industry", year)}` : "";
      return `=${levels}${social}`;
    });
    grid.row(`spent.${category}`, (year) => {
      const last = Math.max(year - 1, start);
      const now = `${at("execution", year)}*${at(`allocated.${category}`, year)}`;
      return `=${now}+${assumed("carry_spent")}*(1-${at("execution", last)})*${at(`allocated.${category}`, last)}`;
    });
  }

  grid.row("into_assets", (year) => `=(1-${lever("grants_share", year)}-${assumed("overhead_share")})*${at("spent.industry", year)}`);
  for (const [stock, flow, prefix, opening] of [
    ["industry", "into_assets", "industry", assumed("existing_assets")],
    ["infrastructure", "spent.infrastructure", "infra", "0"],
  ]) {
    add(`added.${stock}`, (year, last) => `${assumed(`${prefix}_lag_now`)}*${at(flow, year)}+${assumed(`${prefix}_lag_next`)}*${at(flow, last)}`);
    addWithStart(`stock.${stock}`, opening, (year, last) => `(1-${assumed(`${prefix}_depreciation`)})*${last}+${at(`added.${stock}`, year)}`);
    add(`working.${stock}`, (year, last) => `(1-${assumed(`${prefix}_depreciation`)})*${at(`stock.${stock}`, last)}+${assumed("first_year")}*${at(`added.${stock}`, year)}`);
  }
  add("returned", (year) => `${lever("operating_rate", year)}*${assumed("asset_return")}*${lever("benefit_share", year)}*${assumed("targeting")}*${at("working.industry", year)}/${at("people", year)}`);
  add("industry.wage", (year) => `${assumed("split_wage")}*(1-${assumed("displaced_wage")})*${at("returned", year)}`);
  add("industry.operating", (year) => `${assumed("split_operating")}*(1-${assumed("overlap")})*${at("returned", year)}`);
  add("industry.property", (year) => `(1-${assumed("split_wage")}-${assumed("split_operating")})*${at("returned", year)}`);

  add("grants_paid", (year) => `${lever("grants_share", year)}*${at("spent.industry", year)}`);
  add("grants.transfer", (year) => `${at("grants_paid", year)}*${assumed("grants_counted")}*${assumed("grants_targeting")}/${at("people", year)}`);

  add("full_coverage_cost", (year) => `${assumed("coverage_cost")}*${at("people", year)}/${assumed("household_size")}`);
  addWithStart("coverage", assumed("coverage0"), (year, last) => `MIN(${lever("coverage", year)},${last}+MAX(0,${at("grants_paid", year)}/${at("full_coverage_cost", year)}))`);
  add("coverage_missing", (year) => `(${lever("coverage", year)}-${at("coverage", year)})*${at("full_coverage_cost", year)}`);
  add("coverage_felt", (year, last) => `${assumed("coverage_now")}*${at("coverage", year)}+(1-${assumed("coverage_now")})*${at("coverage", last)}`);
  const multiplier = (share) => `(1+${assumed("coverage_effect")}*(${share}-${assumed("coverage_saturation")}*${share}^2/2))`;
  add("coverage.operating", (year) => `${baseline.at("operating", year)}*(${multiplier(at("coverage_felt", year))}/${multiplier(assumed("coverage0"))}-1)`);

  add("lasting", (year) => `${assumed("infra_return")}*${assumed("infra_reach")}*${at("working.infrastructure", year)}/${assumed("rural_residents")}`);
  add("relief_wage", (year) => `${at("spent.infrastructure", year)}*${lever("relief_share", year)}*${lever("labour_share", year)}*${assumed("labour_local")}*(1-${assumed("labour_displaced")})/${at("people", year)}`);
  add("infrastructure.wage", (year) => `${at("relief_wage", year)}+${assumed("infra_split_wage")}*${at("lasting", year)}`);
  add("infrastructure.operating", (year) => `(1-${assumed("infra_split_wage")})*${at("lasting", year)}`);

  add("other.transfer", (year) => `${at("spent.other", year)}*${assumed("other_transfer")}*${assumed("other_targeting")}/${at("people", year)}`);
  add("other.wage", (year) => `${at("spent.other", year)}*${assumed("other_wage")}*${assumed("other_targeting")}*(1-${assumed("other_displaced")})/${at("people", year)}`);

  add("index", (year) => `${baseline.at("wage", year)}/${baseline.at("wage", first)}`);
  const jobs = (year) => BATCHES.map((batch) => `${lever(`jobs.${batch}`, year)}*${assumed(`pay.${batch}`)}*(1-${assumed(`displacement.${batch}`)})`);
  add("employment.wage", (year) => `(${jobs(year).join("+")})*${at("index", year)}/${at("people", year)}`);
  add("relocation.wage", (year) => `${lever("relocated_employment", year)}*${assumed("relocated_labour")}*${assumed("relocated_pay")}*(1-${assumed("relocated_displacement")})*${at("index", year)}/${at("people", year)}`);
  add("social.transfer", (year) => `${lever("social", year)}*(1-${lever("social_industry", year)})*${assumed("social_direct")}/${at("people", year)}`);
  return grid;
}

/** What is read at the end: one row a figure, one column a plan year. */
function outcomeGrid(name, side, planned, baseline, benchmarks, assumed, years) {
  const grid = new Grid(name, years);
  const change = (row, year) => `(${side.at(row, year)}-${planned.at(row, year)})`;
  const parts = (channel) =>
    COMPONENTS.map((component) => `${channel}.${component}`).filter((row) => side.rowOf.has(row));
  const moving = CHANNELS.slice(0, -1);
  for (const channel of moving) {
    grid.row(`channels.${channel}`, (year) => `=${parts(channel).map((row) => change(row, year)).join("+")}`);
  }
  const earned = moving.flatMap(parts).filter((row) => !row.endsWith(".transfer"));
  grid.row("channels.clawback", (year) => `=-${assumed("clawback")}*(${earned.map((row) => change(row, year)).join("+")})`);
  for (const component of COMPONENTS) {
    const rows = moving.map((channel) => `${channel}.${component}`).filter((row) => side.rowOf.has(row));
    grid.row(`components.${component}`, (year) => {
      const clawback = component === "transfer" ? `+${grid.at("channels.clawback", year)}` : "";
      return `=${[baseline.at(component, year), ...rows.map((row) => change(row, year))].join("+")}${clawback}`;
    });
  }
  grid.row("income", (year) => `=${COMPONENTS.map((component) => grid.at(`components.${component}`, year)).join("+")}`);
  for (const row of ["coverage", "coverage_missing"]) grid.row(row, (year) => `=${side.at(row, year)}`);
  for (const benchmark of BENCHMARKS) grid.row(`benchmarks.${benchmark}`, (year) => `=${benchmarks.at(benchmark, year)}`);
  for (const benchmark of BENCHMARKS) {
    grid.row(`gaps.${benchmark}`, (year) => `=${grid.at(`benchmarks.${benchmark}`, year)}-${grid.at("income", year)}`);
  }
  return grid;
}

/** Turns the read rows back into one entry a year; `channels.other` goes into `channels`. */
function outcomeOf(rows, years) {
  const outcome = years.map((year) => ({ year }));
  for (const [name, ...cells] of rows.slice(1)) {
    const [group, member] = name.split(".");
    cells.forEach((value, index) => {
      if (typeof value !== "number") throw new Error(`${name} of ${years[index]} is ${JSON.stringify(value)}`);
      if (member === undefined) outcome[index][group] = value;
      else (outcome[index][group] ??= {})[member] = value;
    });
  }
  return outcome;
}
