// Holds the calculator's command line against both peers on scenarios drawn at random: every
// year, component, channel, benchmark and gap of plan and scenario.
//   node crosscheck.mjs PROGRAM [COUNT] [SEED]
// The first differences are printed with the scenario that shows them; the exit code says whether
// there were any. ZENGSHOU_ROOT names the checkout, if this file does not lie in it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Decimal from "decimal.js";
import * as decimaljs from "./peers/decimaljs.mjs";
import * as hyperformula from "./peers/hyperformula.mjs";
import { defaultRegion } from "./peers/region.mjs";
import { FUNDS, inputOf } from "./peers/shape.mjs";

const MOST_SHOWN = 20;

const [program, countText = "100", seedText = "1"] = process.argv.slice(2);
if (!program) {
  console.error("usage: node crosscheck.mjs PROGRAM [COUNT] [SEED]");
  process.exit(2);
}
const folder = path.dirname(fileURLToPath(import.meta.url));
const region = await defaultRegion(process.env.ZENGSHOU_ROOT ?? path.join(folder, ".."));
const figures = JSON.parse(region.text).parameters;
const input = inputOf(JSON.parse(region.text));
const prepared = decimaljs.prepare(input);

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
const random = generator(Number(seedText));

/** A value that the key may take; the ends of its range more often than chance would. */
function draw(key) {
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
  if (/growth|gini/.test(key)) return (Number(value) * 2 * dice + 0.01).toFixed(4);
  if (unit === "share") {
    // Parts of one whole are kept low enough to stay within it together.
    const most = /lag|split|other_transfer|other_wage|overhead/.test(key) && key !== "infra_split_wage" ? 0.4 : 1;
    return dice < 0.1 ? "0" : dice > 0.9 ? String(most) : (dice * most).toFixed(6);
  }
  if (key.startsWith("jobs.") || unit === "yuan") {
    if (dice < 0.15) return "0";
    const scale = FUNDS.includes(key) ? Number(value) * 2 : unit === "yuan" ? 5e8 : 50_000;
    return String(Math.round(dice * scale));
  }
  return (Number(value) * (0.3 + dice * 1.7)).toFixed(2);
}

function scenario() {
  const keys = Object.keys(figures).filter((key) => !key.startsWith("rule.") && !key.startsWith("risk_line"));
  // Few keys show which rule is wrong; many show how rules meet.
  const share = [0.02, 0.1, 0.5][Math.floor(random() * 3)];
  const values = {};
  for (const key of keys) {
    if (random() < share) values[key] = draw(key);
  }
  return values;
}

const folderOfScenarios = mkdtempSync(path.join(tmpdir(), "crosscheck-"));
function commandLine(values) {
  const file = path.join(folderOfScenarios, "scenario.json");
  writeFileSync(file, JSON.stringify({ region: region.name, values }));
  try {
    return JSON.parse(execFileSync(program, ["project", file], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  } catch (error) {
    if (error.status !== 2) throw error;
    return { refused: error.stderr.trim() };
  }
}

/** Every figure of an outcome with its place, as `scenario.2023.channels.grants`. */
function* leaves(value, place) {
  if (value instanceof Decimal || typeof value !== "object") yield [place, value];
  else for (const [key, inner] of Object.entries(value)) {
    if (key !== "year") yield* leaves(inner, `${place}.${value[key]?.year ?? key}`);
  }
}
const table = ({ scenario, plan }) => new Map([...leaves(scenario, "scenario"), ...leaves(plan, "plan")]);

/** As the calculator rounds at the edge: shares to four digits, money to the fen. */
const shown = (place, value) => {
  const text = new Decimal(value).toFixed(place.endsWith(".coverage") && !place.includes("channels") ? 4 : 2, Decimal.ROUND_HALF_UP);
  return /^-0\.0+$/.test(text) ? text.slice(1) : text;
};

let differences = 0;
let figuresCompared = 0;
let refused = 0;
let farthest = 0;
try {
  for (let round = 0; round < Number(countText); round += 1) {
    const values = round === 0 ? {} : scenario();
    const outcome = commandLine(values);
    if (outcome.refused) {
      refused += 1;
      if (refused === 1) console.error(`refused: ${outcome.refused.split("\n")[0]}`);
      continue;
    }
    const exact = table(decimaljs.calculate(prepared, values));
    const floating = table(hyperformula.project(input, values));
    const ours = table(outcome);
    let said = false;
    const differs = (place, what) => {
      differences += 1;
      if (differences > MOST_SHOWN) return;
      if (!said) console.log(JSON.stringify(values));
      said = true;
      console.log(`  ${place}: ${what}`);
    };
    for (const [place, value] of exact) {
      figuresCompared += 1;
      const text = shown(place, value);
      if (ours.get(place) !== text) differs(place, `calculator ${ours.get(place)}, decimal.js ${value}`);
      const distance = Math.abs(floating.get(place) - Number(value)) / Math.max(1, Math.abs(Number(value)));
      farthest = Math.max(farthest, distance);
      if (!(distance < 1e-9)) differs(place, `HyperFormula ${floating.get(place)}, decimal.js ${value}`);
    }
    for (const place of ours.keys()) {
      if (!exact.has(place)) differs(place, "only the calculator has it");
    }
  }
} finally {
  rmSync(folderOfScenarios, { recursive: true });
}
console.log(
  `${countText} scenarios, ${refused} refused, ${figuresCompared} figures compared, ${differences} differences; ` +
    `binary floating point strays by ${farthest.toExponential(1)} at most`,
);
process.exitCode = differences > 0 || figuresCompared === 0 ? 1 : 0;
