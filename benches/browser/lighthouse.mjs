// Lighthouse's own judgement, in a browser of its own that nothing else has warmed: on an office
// computer, and on a telephone as Lighthouse slows it down.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

import { figure, median, note } from "./report.mjs";

/** Runs of each form: a score falls with whatever else the machine does, so that the median counts. */
const RUNS = 3;
const CATEGORIES = { performance: "performance", accessibility: "accessibility", best_practices: "best-practices" };

export const LIGHTHOUSE_FIGURES = [
  "lighthouse_performance_desktop",
  "lighthouse_accessibility_desktop",
  "lighthouse_best_practices_desktop",
  "lighthouse_performance_mobile",
];

export async function measureLighthouse(executablePath, flags, url) {
  const desktop = await scores(executablePath, flags, url, desktopConfig, Object.keys(CATEGORIES));
  for (const name of Object.keys(CATEGORIES)) figure(`lighthouse_${name}_desktop`, desktop[name], "points", { least: 100 });
  const mobile = await scores(executablePath, flags, url, undefined, ["performance"]);
  figure("lighthouse_performance_mobile", mobile.performance, "points", { least: 95 });
}

/** The median of each category's scores, out of 100. */
async function scores(executablePath, flags, url, config, names) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    const chrome = await launch({ chromePath: executablePath, chromeFlags: ["--headless=new", ...flags], logLevel: "silent" });
    try {
      const onlyCategories = names.map((name) => CATEGORIES[name]);
      const result = await lighthouse(url, { port: chrome.port, onlyCategories, logLevel: "silent" }, config);
      if (result.lhr.runtimeError) throw new Error(result.lhr.runtimeError.message);
      for (const name of names) {
        const category = result.lhr.categories[CATEGORIES[name]];
        found[name].push(Math.round(category.score * 100));
        if (run === 0) lost(result.lhr, category);
      }
    } finally {
      chrome.kill();
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(found[name])]));
}

/** Says what costs points, and what was measured for it. */
function lost(report, category) {
  for (const { id, weight } of category.auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 1) {
      note(`${report.configSettings.formFactor} ${category.title}: ${audit.title}: ${audit.displayValue ?? "not kept"} (${Math.round(audit.score * 100)} of 100, weight ${weight})`);
    }
  }
}
