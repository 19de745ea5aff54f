// Measures the calculator in a real browser and prints one JSON line for each figure:
//   {"name":"projection_ms","value":0.05,"unit":"ms","limit":0.2}
//   {"name":"charts_kb","error":"…"}
// Notes go to standard error. The exit code is 1 if a figure could not be measured; whether a
// figure keeps its limit is for the reader of the lines to judge.
//
// From the environment:
//   ZENGSHOU_URL        the served calculator, under a sub-path, with brotli
//   ZENGSHOU_BENCH_URL  a folder of the same server with bench.js and bench_bg.wasm, whose
//                       `project(1)` runs the scenario as it was prepared, unvaried
//   CHROMIUM_PATH       the browser
//   ZENGSHOU_WORKBOOK   the plan's workbook in English, as the calculator exports it
//   ZENGSHOU_FORMS      a folder of filled-in forms, as benches/forms.rs writes them
//   ZENGSHOU_SINGLE     the single file, where its part is measured
//   ZENGSHOU_ROOT       the checkout, whose default region is taken
//   ZENGSHOU_PARTS      those of transfer, compute, counties, projects, paint, slow, follow, planning, import,
//                       households, single, memory, lighthouse that are measured, with commas
import { loadavg } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { COMPUTE_FIGURES, measureCompute } from "./browser/compute.mjs";
import { COUNTY_FIGURES, measureCounties } from "./browser/counties.mjs";
import { FOLLOW_FIGURES, measureFollow } from "./browser/follow.mjs";
import { HOUSEHOLD_FIGURES, measureHouseholds } from "./browser/households.mjs";
import { IMPORT_FIGURES, measureImport } from "./browser/import.mjs";
import { LEAGUE_FIGURES, measureLeague } from "./browser/league.mjs";
import { LIGHTHOUSE_FIGURES, measureLighthouse } from "./browser/lighthouse.mjs";
import { MEMORY_FIGURES, measureMemory } from "./browser/memory.mjs";
import { PAINT_FIGURES, measurePaint } from "./browser/paint.mjs";
import { PLANNING_FIGURES, measurePlanning } from "./browser/planning.mjs";
import { PROJECT_FIGURES, measureProjects } from "./browser/projects.mjs";
import { failed, measure, note } from "./browser/report.mjs";
import { SINGLE_FIGURES, measureSingle } from "./browser/single.mjs";
import { TRANSFER_FIGURES, measureTransfer } from "./browser/transfer.mjs";
import { defaultRegion } from "./peers/region.mjs";

const SLOWDOWN = 4;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

function fromEnvironment(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`bench: ${name} is not set`);
    process.exit(2);
  }
  return value;
}

/** Relative addresses resolve against a folder only if it ends with a slash. */
const folderUrl = (text) => (text.endsWith("/") ? text : `${text}/`);

const folder = path.dirname(fileURLToPath(import.meta.url));
const url = folderUrl(fromEnvironment("ZENGSHOU_URL"));
const benchUrl = folderUrl(fromEnvironment("ZENGSHOU_BENCH_URL"));
const region = await defaultRegion(process.env.ZENGSHOU_ROOT ?? path.join(folder, ".."));
const parts = fromEnvironment("ZENGSHOU_PARTS").split(",");
const wanted = (part) => parts.includes(part);

// Frames are lost to other work on the machine first of all; the reader should know of it.
note(`load of the machine before: ${loadavg()[0].toFixed(2)}`);
const browser = await chromium.launch({ executablePath: fromEnvironment("CHROMIUM_PATH"), headless: true, args: FLAGS });
try {
  // Before anything has warmed the machine's caches, and first of all without the tracing below.
  if (wanted("transfer")) await measure(TRANSFER_FIGURES, 90, () => measureTransfer(browser, url));
  if (wanted("compute")) await measure(COMPUTE_FIGURES, 180, () => measureCompute(browser, benchUrl, folder, region, fromEnvironment("ZENGSHOU_WORKBOOK")));
  if (wanted("counties")) await measure(COUNTY_FIGURES, 240, () => measureCounties(browser, benchUrl, region, folder));
  if (wanted("counties")) await measure(LEAGUE_FIGURES, 180, () => measureLeague(browser, url));
  if (wanted("projects")) await measure(PROJECT_FIGURES, 240, () => measureProjects(browser, url, benchUrl));
  if (wanted("paint")) await measure(PAINT_FIGURES(1), 600, () => measurePaint(browser, url, 1));
  if (wanted("slow")) await measure(PAINT_FIGURES(SLOWDOWN), 900, () => measurePaint(browser, url, SLOWDOWN));
  if (wanted("follow")) await measure(FOLLOW_FIGURES, 240, () => measureFollow(browser, url));
  if (wanted("planning")) await measure(PLANNING_FIGURES, 420, () => measurePlanning(browser, url, folder));
  if (wanted("import")) await measure(IMPORT_FIGURES, 420, () => measureImport(browser, url, folder, fromEnvironment("ZENGSHOU_FORMS")));
  if (wanted("households")) await measure(HOUSEHOLD_FIGURES, 600, () => measureHouseholds(browser, url, folder, region));
  if (wanted("single")) await measure(SINGLE_FIGURES, 120, () => measureSingle(browser, fromEnvironment("ZENGSHOU_SINGLE")));
  if (wanted("memory")) await measure(MEMORY_FIGURES, 420, () => measureMemory(browser, url));
} finally {
  await browser.close();
}
// In a browser of its own, when no other takes its time.
if (wanted("lighthouse")) {
  const path = fromEnvironment("CHROMIUM_PATH");
  await measure(LIGHTHOUSE_FIGURES, 420, () => measureLighthouse(path, FLAGS, url));
}
process.exitCode = failed() ? 1 : 0;
