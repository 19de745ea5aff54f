// The independent oracle: the model written a second time, in decimal.js from its document alone, and
// held against the calculator's command line on scenarios drawn at random. Every income, component,
// channel, coverage, benchmark and gap of every year, of plan and scenario, must agree to the fen, and so must
// the verdicts on the two higher-thans.
//
// From the environment: ZENGSHOU_CLI, the program; ZENGSHOU_ROOT, the checkout; ORACLE_SEED and
// ORACLE_COUNT, another draw than the usual one.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import Decimal from "decimal.js";
import * as oracle from "../../benches/peers/decimaljs.mjs";
import { defaultRegion } from "../../benches/peers/region.mjs";
import { BY_YEAR, FUNDS, inputOf, yearsOf } from "../../benches/peers/shape.mjs";

const { ZENGSHOU_CLI: program, ZENGSHOU_ROOT: root, ORACLE_SEED: seed = "1", ORACLE_COUNT: count = "300" } = process.env;
/** Scenarios per test, so that a difference is reported near its place. */
const A_TEST = 25;
const MOST_SHOWN = 5;

const region = await defaultRegion(root);
const figures = JSON.parse(region.text).parameters;
const input = inputOf(JSON.parse(region.text));
const prepared = oracle.prepare(input);
const laterYears = yearsOf(input.years).plan.slice(1);
const folder = mkdtempSync(path.join(tmpdir(), "zengshou-oracle-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers that the same seed draws again, so that a difference can be looked at twice. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A value that the key may take; the ends of its range more often than chance would. */
function draw(key, random) {
  const { unit, value } = figures[key];
  const dice = random();
  if (unit === "flag") return dice < 0.5 ? "true" : "false";
  if (key === "relocated_employment") return (dice * 2 - 1).toFixed(4);
  if (key === "population_growth") return (dice * 0.06 - 0.04).toFixed(4);
  if (key === "grants_share") return dice < 0.2 ? "0" : (dice * 0.6).toFixed(4);
  if (key.startsWith("jobs.") && dice > 0.97) return "10000000";
  if (FUNDS.includes(key) && dice > 0.97) return "1000000000000";
  if (key === "social" && dice > 0.95) return "100000000000";
  if (key === "household_size") return (1 + dice * 4).toFixed(2);
  if (key.startsWith("funds_growth.")) return (dice - 0.5).toFixed(4);
  if (key === "idle_labour") return String(Math.round(dice * 60_000));
  if (key === "growth_together") return dice.toFixed(4);
  if (key === "close_call") return (dice * 0.1).toFixed(4);
  if (key === "cost_growth") return dice < 0.2 ? "0" : (dice * 0.2).toFixed(4);
  if (/growth|gini/.test(key)) return (Number(value) * 2 * dice + 0.01).toFixed(4);
  if (unit === "share") {
    // Parts of one whole are kept low enough to stay within it together.
    const isPart = /lag|split|other_transfer|other_wage|overhead/.test(key) && key !== "infra_split_wage";
    const most = isPart ? 0.4 : 1;
    return dice < 0.1 ? "0" : dice > 0.9 ? String(most) : (dice * most).toFixed(6);
  }
  if (key.startsWith("jobs.") || unit === "yuan") {
    if (dice < 0.15) return "0";
    const scale = FUNDS.includes(key) ? Number(value) * 2 : unit === "yuan" ? 5e8 : 50_000;
    return String(Math.round(dice * scale));
  }
  return (Number(value) * (0.3 + dice * 1.7)).toFixed(2);
}

/** A scenario: few keys show which rule is wrong, many how rules meet; some are of a single year. */
function scenario(random) {
  const keys = Object.keys(figures).filter((key) => !key.startsWith("rule.") && !key.startsWith("risk_line"));
  const share = [0.02, 0.1, 0.5][Math.floor(random() * 3)];
  const values = {};
  for (const key of keys) {
    if (random() < share) values[key] = draw(key, random);
  }
  const shareOfCity = [0, 0.1, 0.4][Math.floor(random() * 3)];
  const shareByYear = [0, 0.03, 0.3][Math.floor(random() * 3)];
  // Published figures of series that the region leaves open, of which the first makes the series known.
  for (const name of ["rural_city", "lifted_counties_city"]) {
    for (const year of yearsOf(input.years).shown) {
      if (random() < shareOfCity) values[`bench.${name}.${year}`] = (9_000 + random() * 9_000).toFixed(2);
      if (year > input.years.income_year && random() < shareOfCity / 2) values[`bench_growth.${name}.${year}`] = (random() * 0.2 - 0.02).toFixed(4);
    }
  }
  for (const key of BY_YEAR) {
    for (const year of laterYears) {
      if (random() < shareByYear) values[`${key}.${year}`] = draw(key, random);
    }
  }
  return values;
}

const run = promisify(execFile);
let written = 0;

/** What the calculator says of a scenario, or why it refuses it. */
async function calculated(values) {
  const file = path.join(folder, `${(written += 1)}.json`);
  writeFileSync(file, JSON.stringify({ region: region.name, values }));
  const words = ["--regions", path.join(root, "static/regions"), "--language", "en", "project", file];
  try {
    return JSON.parse((await run(program, words)).stdout);
  } catch (error) {
    if (error.code !== 2) throw error;
    return { refused: error.stderr.trim() };
  }
}

/** Every figure of an outcome with its place, as `scenario.2023.channels.grants`. */
function* leaves(value, place) {
  if (value instanceof Decimal || typeof value !== "object") yield [place, value];
  else {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "year") yield* leaves(inner, `${place}.${value[key]?.year ?? key}`);
    }
  }
}
const table = ({ scenario, plan }) => new Map([...leaves(scenario, "scenario"), ...leaves(plan, "plan")]);

/** As the calculator rounds at the edge: shares to four digits, money to the fen. */
function shown(place, value) {
  const isShare = place.endsWith(".coverage") && !place.includes("channels");
  const text = new Decimal(value).toFixed(isShare ? 4 : 2, Decimal.ROUND_HALF_UP);
  return /^-0\.0+$/.test(text) ? text.slice(1) : text;
}

/** True where the exact value lies so near to half of the last digit that the programs' own last digits decide. */
function isHalf(place, value, ours) {
  const [, digits = ""] = String(ours).split(".");
  const half = new Decimal(10).pow(-digits.length).div(2);
  return /^-?\d+\.\d+$/.test(ours) && new Decimal(value).minus(ours).abs().minus(half).abs().lt("1e-12");
}

/** The places at which the calculator's outcome differs from the oracle's for these values. */
function differences(outcome, values) {
  const exact = table(oracle.calculate(prepared, values));
  const ours = table(outcome);
  assert.ok(exact.size > 300, `only ${exact.size} figures`);
  const differing = [...exact]
    .filter(([place, value]) => ours.get(place) !== shown(place, value) && !isHalf(place, value, ours.get(place)))
    .map(([place, value]) => `${place}: calculator ${ours.get(place)}, oracle ${value}`);
  const unknown = [...ours.keys()].filter((place) => !exact.has(place));
  return [
    ...differing,
    ...unknown.map((place) => `${place}: only the calculator has it`),
    ...verdictsApart(outcome.targets, oracle.calculate(prepared, values).targets),
  ];
}

/** The years in which the two judge a higher-than differently, or against another series. */
function verdictsApart(ours, exact) {
  return ["T1", "T2"].flatMap((target) => {
    const series = target === "T1" ? exact.against : exact.series;
    if (ours[target].length !== exact[target].length) return [`${target}: ${ours[target].length} years`];
    return exact[target].flatMap(({ year, verdict, margin }, index) => {
      const own = ours[target][index];
      const name = own.against ?? own.series;
      const isSame = own.year === year && own.verdict === verdict && own.margin === shown("targets.coverage", margin);
      return isSame && name === series ? [] : [`${target} ${year}: ${JSON.stringify(own)}, oracle ${verdict} ${margin} ${series}`];
    });
  });
}

function agrees(outcome, values) {
  const found = differences(outcome, values);
  const told = [JSON.stringify(values), ...found.slice(0, MOST_SHOWN)].join("\n  ");
  assert.equal(found.length, 0, `${found.length} differences for ${told}`);
}

const NAMED = {
  "the plan": {},
  "coverage without the money": { coverage: "1", grants_share: "0.02" },
  "coverage falling and rising again": { coverage: "0.6", "coverage.2026": "0.9" },
  "coverage that grants cannot keep": { coverage_upkeep: "0.9", grants_share: "0.05", coverage_in_kind: "0.5", cost_growth: "0.031" },
  "nobody covered at first": { coverage0: "0", coverage: "0.3", coverage_upkeep: "0.7" },
  "jobs that come and go": { job_first_year: "0.5", "deadweight.outward": "0.4", "jobs.outward": "1000", "jobs.outward.2025": "300", "jobs.outward.2027": "5000", relocated_employment: "-0.1" },
  "funds that grow, but for one cell": { "funds_growth.county": "-0.05", "funds_growth.central": "0.5", "funds.county.industry.2026": "1000000" },
  "growth that never comes": { repeat: "false", "funds_growth.city": "0.2" },
  "the first year alone": { repeat: "false", execution: "0.6084", "funds.county.industry": "900000000" },
  "a figure of the city": { "bench.rural_city.2022": "16000", "bench_growth.rural_city.2024": "0.08", close_call: "0.01" },
  "a figure of the city too late for the first year": { "bench.rural_city.2025": "20000" },
  "the city's own lifted counties": { "bench.lifted_counties_city.2021": "13000", "bench.lifted_counties_city.2024": "17000" },
  "nothing at all": Object.fromEntries(FUNDS.map((key) => [key, "0"])),
};
for (const [name, values] of Object.entries(NAMED)) {
  test(`the oracle agrees to the fen: ${name}`, async () => agrees(await calculated(values), values));
}

const random = generator(Number(seed));
const scenarios = Array.from({ length: Number(count) }, () => scenario(random));
const refused = [];
for (let first = 0; first < scenarios.length; first += A_TEST) {
  const own = scenarios.slice(first, first + A_TEST);
  test(`the oracle agrees to the fen: random scenarios ${first + 1} to ${first + own.length}`, async () => {
    const at = { next: 0 };
    const worker = async () => {
      while (at.next < own.length) {
        const values = own[at.next];
        at.next += 1;
        const outcome = await calculated(values);
        if (outcome.refused) refused.push(outcome.refused);
        else agrees(outcome, values);
      }
    };
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  });
}

test("few of the random scenarios were refused", () => {
  const some = refused.slice(0, MOST_SHOWN).join("\n");
  assert.ok(refused.length * 5 < scenarios.length, `${refused.length} of ${scenarios.length} were refused:\n${some}`);
});

test("a difference would be noticed", async () => {
  const outcome = await calculated({ coverage: "0.85" });
  assert.notEqual(differences(outcome, { coverage: "0.8501" }).length, 0);
  assert.notEqual(differences(outcome, { coverage: "0.85", clawback: "0.1001" }).length, 0);
});
