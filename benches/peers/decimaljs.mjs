// The whole projection in decimal.js: a peer to be faster than, and the oracle that every figure is
// held against in the tests. Written from the model's document alone, never from the Rust code.
import Decimal from "decimal.js";
import {
  BATCHES,
  BENCHMARKS,
  CATEGORIES,
  CHANNELS,
  COMPONENTS,
  LEVELS,
  LEVERS,
  RETURNING,
  SERIES,
  checkOverrides,
  flag,
  yearsOf,
} from "./shape.mjs";

// Thirty digits: two more than the model asks for, so that the order of factors cannot show.
const Exact = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
const ZERO = new Exact(0);
const ONE = new Exact(1);

/** Parses a region once; what changes with a lever is left to `calculate`. */
export function prepare({ years, values }) {
  const parsed = new Map();
  for (const [key, text] of Object.entries(values)) {
    parsed.set(key, new Exact(key === "repeat" ? flag(text) : text));
  }
  return { years, spans: yearsOf(years), values, parsed };
}

/** The projection in unrounded decimals: `{scenario, plan}`, one entry for each plan year. */
export function calculate(prepared, overrides = {}) {
  const { spans, values, parsed } = prepared;
  checkOverrides(values, overrides);
  const planned = new Map(parsed);
  const changed = new Map(parsed);
  for (const [key, text] of Object.entries(overrides)) {
    const value = new Exact(key === "repeat" ? flag(text) : text);
    changed.set(key, value);
    if ((key in values || SERIES.test(key)) && !LEVERS.includes(key)) planned.set(key, value);
  }
  // The plan's coverage is always today's, also where the user assumes another one for today.
  planned.set("coverage", planned.get("coverage0"));
  if (!("coverage" in overrides)) changed.set("coverage", planned.get("coverage0"));

  const assumed = (key) => {
    const value = planned.get(key);
    if (value === undefined) throw new Error(`the region lacks ${key}`);
    return value;
  };
  const first = prepared.years.first_plan_year;
  const baseline = baselineOf(assumed, spans, first);
  const people = spans.effects.map((_, index) =>
    assumed("population").times(ONE.plus(assumed("population_growth")).pow(index)),
  );
  const benchmarks = benchmarksOf(planned, spans);
  const shared = { assumed, baseline, people, years: spans.effects, first };
  const atPlan = effectsOf(shared, () => (key) => planned.get(key), () => planned, () => undefined);
  const repeated = changed.get("repeat").gt(0);
  const inForce = (year, key) => (repeated || year === first || !RETURNING.includes(key) ? changed : planned).get(key);
  const atScenario = effectsOf(shared, (year) => {
    if (year < first) return (key) => planned.get(key);
    // What is decided for one year takes the place of what would hold in it, and of nothing else.
    return (key) => changed.get(`${key}.${year}`) ?? inForce(year, key);
  }, (year) => (repeated || year < first ? changed : planned), (year, key) => changed.get(`${key}.${year}`));
  const clawback = assumed("clawback");
  const outcome = (side) =>
    spans.plan.map((year, index) => yearOf(year, baseline.get(year), side[index], atPlan[index], clawback, benchmarks.get(year)));
  const scenario = outcome(atScenario);
  const incomes = new Map(scenario.map(({ year, income }) => [year, income]));
  const base = first - 1;
  incomes.set(base, COMPONENTS.reduce((sum, component) => sum.plus(baseline.get(base)[component]), ZERO));
  return {
    scenario,
    plan: outcome(atPlan),
    // Judged when asked for, as the calculator does.
    get targets() {
      return targetsOf({ incomes, benchmarks, close: assumed("close_call"), years: spans.plan });
    },
  };
}

/** The two higher-thans of every plan year; empty where a series is unknown in the year before the plan. */
function targetsOf({ incomes, benchmarks, close, years }) {
  const isKnown = (name) => benchmarks.get(years[0] - 1)[name] !== undefined;
  const against = ["rural_city", "rural_province"].find(isKnown);
  const series = ["lifted_counties_city", "lifted_counties"].find(isKnown);
  const of = (name) => (year) => benchmarks.get(year)[name];
  const judged = (one, other) => (year) => {
    const growth = (series) => series(year).dividedBy(series(year - 1)).minus(ONE);
    const margin = growth(one).minus(growth(other));
    // A margin of just the close call decides, whatever last digits were lost on the way.
    const isClose = margin.abs().plus("1e-15").lt(close);
    return { year, verdict: isClose ? "too_close_to_call" : margin.gt(0) ? "met" : "not_met", margin };
  };
  const T1 = against === undefined ? [] : years.map(judged((year) => incomes.get(year), of(against)));
  const canSecond = series !== undefined && isKnown("rural_nation");
  const T2 = canSecond ? years.map(judged(of(series), of("rural_nation"))) : [];
  return { against, series, T1, T2 };
}

/** The projection as decimal strings, unrounded: rounding belongs to whoever shows them. */
export function project(input, overrides = {}) {
  const text = (value) =>
    value instanceof Decimal || value instanceof Exact
      ? value.toString()
      : Array.isArray(value)
        ? value.map(text)
        : value !== null && typeof value === "object"
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]))
          : value;
  return text(calculate(prepare(input), overrides));
}

function baselineOf(assumed, spans, first) {
  const path = new Map();
  let last = Object.fromEntries(COMPONENTS.map((component) => [component, assumed(`income0.${component}`)]));
  path.set(spans.known[0], last);
  for (const year of spans.shown.slice(1)) {
    const fade = year < first ? ZERO : assumed("growth_fade").pow(year - first);
    const next = {};
    for (const component of COMPONENTS) {
      const far = assumed(`growth_far.${component}`);
      const growth =
        year < first
          ? assumed(`growth_known.${year}`)
          : far.plus(assumed(`growth_near.${component}`).minus(far).times(fade));
      next[component] = last[component].times(ONE.plus(growth));
    }
    path.set(year, next);
    last = next;
  }
  return path;
}

function benchmarksOf(values, spans) {
  const byYear = new Map(spans.shown.map((year) => [year, {}]));
  for (const name of BENCHMARKS) {
    let last;
    for (const year of spans.shown) {
      const known = values.get(`bench.${name}.${year}`);
      const growth = values.get(`bench_growth.${name}.${year}`) ?? values.get(`bench_growth.${name}`);
      // Before its first known value a series is unknown, which is no zero.
      last = known ?? last?.times(ONE.plus(growth));
      if (last !== undefined) byYear.get(year)[name] = last;
    }
  }
  return byYear;
}

/** Money that reached people by channel and component, a head, for every plan year. */
function effectsOf({ assumed, baseline, people, years, first }, leversOf, growthOf, ownOf) {
  const carry = assumed("carry_spent");
  const overhead = assumed("overhead_share");
  const size = assumed("household_size");
  const coverage0 = assumed("coverage0");
  const firstYear = assumed("first_year");
  const multiplier = (share) =>
    ONE.plus(
      assumed("coverage_effect").times(
        share.minus(assumed("coverage_saturation").times(share).times(share).div(2)),
      ),
    );
  let upkeepAtStart; // what keeps the known coverage for a year, and the people then
  let headsAtStart;
  let before; // the year before: what its spending, stock and coverage leave for this one
  return years.flatMap((year, index) => {
    const lever = leversOf(year);
    const heads = people[index];
    const execution = lever("execution");
    const grantsShare = lever("grants_share");
    const allocated = {};
    for (const category of CATEGORIES) {
      allocated[category] = LEVELS.reduce((sum, level) => {
        const key = `funds.${level}.${category}`;
        const own = year > first ? ownOf(year, key) : undefined;
        if (own !== undefined) return sum.plus(own);
        const growth = ONE.plus(growthOf(year).get(`funds_growth.${level}`));
        return sum.plus(lever(key).times(year > first ? growth.pow(year - first) : ONE));
      }, ZERO);
    }
    allocated.industry = allocated.industry.plus(lever("social").times(lever("social_industry")));
    // Before the first year the plan is taken to have always run: its own leftovers flow in.
    const lastAllocated = before?.allocated ?? allocated;
    const lastExecution = before?.execution ?? execution;
    const spent = {};
    for (const category of CATEGORIES) {
      const carried = carry.times(ONE.minus(lastExecution)).times(lastAllocated[category]);
      spent[category] = execution.times(allocated[category]).plus(carried);
    }
    const intoAssets = ONE.minus(grantsShare).minus(overhead).times(spent.industry);
    if (before === undefined) {
      upkeepAtStart = coverage0.isZero() ? ZERO : assumed("coverage_upkeep").times(grantsShare).times(spent.industry);
      headsAtStart = heads;
      before = {
        jobs: Object.fromEntries(BATCHES.map((batch) => [batch, ZERO])),
        relocated: ZERO,
        allocated,
        execution,
        intoAssets,
        intoInfrastructure: spent.infrastructure,
        industryStock: assumed("existing_assets"),
        infrastructureStock: ZERO,
        coverage: coverage0,
      };
      return [];
    }

    const industryAdded = assumed("industry_lag_now").times(intoAssets).plus(assumed("industry_lag_next").times(before.intoAssets));
    const industryKept = ONE.minus(assumed("industry_depreciation")).times(before.industryStock);
    const returned = lever("operating_rate")
      .times(assumed("asset_return"))
      .times(lever("benefit_share"))
      .times(assumed("targeting"))
      .times(industryKept.plus(firstYear.times(industryAdded)))
      .div(heads);
    const splitWage = assumed("split_wage");
    const splitOperating = assumed("split_operating");
    const industry = {
      wage: splitWage.times(ONE.minus(assumed("displaced_wage"))).times(returned),
      operating: splitOperating.times(ONE.minus(assumed("overlap"))).times(returned),
      property: ONE.minus(splitWage).minus(splitOperating).times(returned),
    };

    const grantsPaid = grantsShare.times(spent.industry);
    const dearer = ONE.plus(assumed("cost_growth")).pow(year - first);
    const fullCoverageCost = assumed("coverage_cost").times(dearer).times(heads).div(size);
    const wanted = lever("coverage");
    // What a share of all households would cost to keep: the upkeep of one, u, times all of them, H.
    const fullUpkeep = coverage0.isZero() ? ZERO : upkeepAtStart.times(heads).div(headsAtStart).times(dearer).div(coverage0);
    let kept = Exact.min(before.coverage, wanted);
    if (fullUpkeep.gt(0)) kept = Exact.min(kept, grantsPaid.div(fullUpkeep));
    const left = Exact.max(ZERO, grantsPaid.minus(fullUpkeep.times(kept)));
    const rise = Exact.min(Exact.max(ZERO, wanted.minus(kept)), left.div(fullCoverageCost));
    const covered = kept.plus(rise);
    const missing = wanted.minus(covered).times(fullCoverageCost);
    const used = fullUpkeep.times(kept).plus(fullCoverageCost.times(rise));
    const grants = {
      transfer: grantsPaid
        .minus(assumed("coverage_in_kind").times(used))
        .times(assumed("grants_counted"))
        .times(assumed("grants_targeting"))
        .div(heads),
    };
    const now = assumed("coverage_now");
    const felt = now.times(covered).plus(ONE.minus(now).times(before.coverage));
    const coverage = {
      operating: baseline.get(year).operating.times(multiplier(felt).div(multiplier(coverage0)).minus(1)),
    };

    const relief = spent.infrastructure
      .times(lever("relief_share"))
      .times(lever("labour_share"))
      .times(assumed("labour_local"))
      .times(ONE.minus(assumed("labour_displaced")))
      .div(heads);
    const infrastructureAdded = assumed("infra_lag_now")
      .times(spent.infrastructure)
      .plus(assumed("infra_lag_next").times(before.intoInfrastructure));
    const infrastructureKept = ONE.minus(assumed("infra_depreciation")).times(before.infrastructureStock);
    const lasting = assumed("infra_return")
      .times(assumed("infra_reach"))
      .times(infrastructureKept.plus(firstYear.times(infrastructureAdded)))
      .div(assumed("rural_residents"));
    const lastingWage = assumed("infra_split_wage").times(lasting);
    const infrastructure = { wage: relief.plus(lastingWage), operating: lasting.minus(lastingWage) };
    // What of the wages is public work: relief wages, those of other spending, posts and work relief.
    let publicWork = relief;

    const reachingOther = spent.other.times(assumed("other_targeting")).div(heads);
    const other = {
      transfer: reachingOther.times(assumed("other_transfer")),
      wage: reachingOther.times(assumed("other_wage")).times(ONE.minus(assumed("other_displaced"))),
    };
    publicWork = publicWork.plus(other.wage);

    const indexed = baseline.get(year).wage.div(baseline.get(first).wage).div(heads);
    const firstYearOff = ONE.minus(assumed("job_first_year"));
    const worked = (today, yesterday) => today.minus(firstYearOff.times(Exact.max(ZERO, today.minus(yesterday))));
    const additional = (deadweight, displacement) => ONE.minus(assumed(deadweight)).times(ONE.minus(assumed(displacement)));
    const jobs = Object.fromEntries(BATCHES.map((batch) => [batch, lever(`jobs.${batch}`)]));
    let earned = ZERO;
    for (const batch of BATCHES) {
      const paid = worked(jobs[batch], before.jobs[batch])
        .times(assumed(`pay.${batch}`))
        .times(additional(`deadweight.${batch}`, `displacement.${batch}`));
      earned = earned.plus(paid);
      if (batch === "welfare" || batch === "relief") publicWork = publicWork.plus(paid.times(indexed));
    }
    const employment = { wage: earned.times(indexed) };
    const relocated = lever("relocated_employment");
    const relocation = {
      wage: worked(relocated, before.relocated)
        .times(assumed("relocated_labour"))
        .times(assumed("relocated_pay"))
        .times(additional("relocated_deadweight", "relocated_displacement"))
        .times(indexed),
    };
    const social = {
      transfer: lever("social").times(ONE.minus(lever("social_industry"))).times(assumed("social_direct")).div(heads),
    };

    before = {
      allocated,
      execution,
      intoAssets,
      intoInfrastructure: spent.infrastructure,
      industryStock: industryKept.plus(industryAdded),
      infrastructureStock: infrastructureKept.plus(infrastructureAdded),
      coverage: covered,
      jobs,
      relocated,
    };
    return [
      {
        covered,
        missing,
        publicWork,
        byChannel: { industry, grants, coverage, infrastructure, other, employment, relocation, social },
      },
    ];
  });
}

/** One year of one side: the planned path, moved by what that side does beyond the plan. */
function yearOf(year, planned, side, plan, clawback, benchmarks) {
  const components = { ...planned };
  const channels = {};
  let earned = ZERO;
  let transfer = ZERO;
  for (const channel of CHANNELS.slice(0, -1)) {
    let total = ZERO;
    for (const component of Object.keys(side.byChannel[channel])) {
      const change = side.byChannel[channel][component].minus(plan.byChannel[channel][component]);
      components[component] = components[component].plus(change);
      total = total.plus(change);
      if (component === "transfer") transfer = transfer.plus(change);
      else earned = earned.plus(change);
    }
    channels[channel] = total;
  }
  channels.clawback = clawback.times(earned).neg();
  components.transfer = components.transfer.plus(channels.clawback);
  const publicWork = side.publicWork.minus(plan.publicWork);
  const gain = { market: earned.minus(publicWork), public_work: publicWork, transfer: transfer.plus(channels.clawback) };
  const income = COMPONENTS.reduce((sum, component) => sum.plus(components[component]), ZERO);
  const gaps = Object.fromEntries(Object.entries(benchmarks).map(([name, value]) => [name, value.minus(income)]));
  return {
    year,
    income,
    components,
    channels,
    gain,
    coverage: side.covered,
    coverage_missing: side.missing,
    benchmarks,
    gaps,
  };
}
