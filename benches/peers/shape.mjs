// The names in the model and the shape of its inputs and results. There is no arithmetic here.

export const LEVELS = ["central", "provincial", "city", "county"];
export const CATEGORIES = ["industry", "infrastructure", "other"];
export const COMPONENTS = ["wage", "operating", "property", "transfer"];
export const BATCHES = ["outward", "workshop", "relief", "welfare", "startup"];
/** The order of the waterfall: claw-back comes last, since it follows from the others. */
export const CHANNELS = [
  "industry",
  "grants",
  "coverage",
  "infrastructure",
  "other",
  "employment",
  "relocation",
  "social",
  "clawback",
];
export const BENCHMARKS = [
  "lifted_province",
  "lifted_nation",
  "rural_province",
  "rural_nation",
  "lifted_counties",
  "rural_city",
  "lifted_counties_city",
];
/** The published series of which a user may know more than the region, as `bench.rural_city.2022`. */
export const SERIES = /^bench(_growth)?\.([a-z_]+)\.(\d{4})$/;
export const FUNDS = LEVELS.flatMap((level) =>
  CATEGORIES.map((category) => `funds.${level}.${category}`),
);
/** Keys that only the scenario follows; every other key is an assumption that plan and scenario share. */
export const LEVERS = [
  ...FUNDS,
  "repeat",
  ...LEVELS.map((level) => `funds_growth.${level}`),
  "execution",
  "grants_share",
  "relief_share",
  "labour_share",
  "operating_rate",
  "benefit_share",
  "coverage",
  ...BATCHES.map((batch) => `jobs.${batch}`),
  "relocated_employment",
  "social",
  "social_industry",
];
/** The levers that may have a value of their own in a plan year after the first, as `coverage.2025`. */
export const BY_YEAR = [...FUNDS, "coverage", ...BATCHES.map((batch) => `jobs.${batch}`)];
/** The levers that return to the plan after the first plan year where the plan is not repeated. */
export const RETURNING = [...FUNDS, "execution"];

/** `repeat` travels as a word; peers want a number. */
export const flag = (text) => (String(text) === "true" || String(text) === "1" ? "1" : "0");

/** The years of a projection; the first of `effects` is the year before the plan. */
export function yearsOf({ income_year, first_plan_year, horizon }) {
  const span = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return {
    known: span(income_year, first_plan_year - 1),
    effects: span(first_plan_year - 1, horizon),
    plan: span(first_plan_year, horizon),
    shown: span(income_year, horizon),
  };
}

/** A region's file as peers take it. */
export function inputOf(region) {
  const { income_year, first_plan_year, horizon } = region;
  const values = {};
  for (const [key, figure] of Object.entries(region.parameters)) {
    values[key] = String(figure.value);
  }
  return { years: { income_year, first_plan_year, horizon }, values };
}

/**
 * Refuses overrides of keys that the region lacks, since a typing error would otherwise measure
 * and compare the plan with itself.
 */
export function checkOverrides(values, overrides) {
  for (const key of Object.keys(overrides)) {
    const ofYear = BY_YEAR.some((lever) => key.startsWith(`${lever}.`) && /^\d{4}$/.test(key.slice(lever.length + 1)));
    const isOfSeries = BENCHMARKS.includes(SERIES.exec(key)?.[2]);
    if (!(key in values) && !LEVERS.includes(key) && !ofYear && !isOfSeries) throw new Error(`no such key: ${key}`);
  }
}
