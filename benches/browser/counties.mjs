// Three thousand counties: projected under a scenario, ranked, and given money between floors and caps.
import { freshPage } from "./page.mjs";
import { figure, median, note, quantile } from "./report.mjs";

export const COUNTY_FIGURES = [
  "counties_3000_projected_ms",
  "counties_3000_to_horizon_ms",
  "counties_3000_ranked_ms",
  "counties_3000_divided_ms",
];
// All years up to the last are asked for less often, and of fewer counties.
const WITHOUT_LIMIT = ["counties_3000_to_horizon_ms"];
const COUNTIES = 3000;
const WAN = 3_000_000;
const ROUNDS = 15;

/** Runs in the page: each work is done once for its answer, and then by the clock. */
async function run({ moduleUrl, binaryUrl, regionText, regionName, values, counties, wan, rounds }) {
  const wasm = await import(moduleUrl);
  await wasm.default({ module_or_path: binaryUrl });
  const wrong = wasm.prepare(regionText, JSON.stringify({ region: regionName, values }));
  if (wrong !== "") throw new Error(wrong);
  wasm.prepare_counties(counties);
  const works = [
    () => wasm.project_counties(false),
    () => wasm.project_counties(true),
    wasm.rank_counties,
    () => wasm.divide_counties(wan),
  ];
  const answers = works.map((work) => work());
  const times = works.map((work) => {
    const taken = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      work();
      taken.push(performance.now() - start);
    }
    return taken;
  });
  return { answers, times };
}

export async function measureCounties(browser, benchUrl, region) {
  const { context, page } = await freshPage(browser);
  try {
    const pageUrl = new URL("counties.html", benchUrl).href;
    await page.route(pageUrl, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><meta charset=utf-8>" }),
    );
    await page.goto(pageUrl);
    const { answers, times } = await page.evaluate(run, {
      moduleUrl: new URL("bench.js", benchUrl).href,
      binaryUrl: new URL("bench_bg.wasm", benchUrl).href,
      regionText: region.text,
      regionName: region.name,
      values: { coverage: "0.9", "jobs.outward": "10000", execution: "0.9" },
      counties: COUNTIES,
      wan: WAN,
      rounds: ROUNDS,
    });
    const [income, same, best, sum] = answers;
    if (!(Number(income) > 0 && income === same && Number(best) >= 0)) throw new Error(`counties: ${answers}`);
    if (sum !== String(WAN)) throw new Error(`${WAN} were divided, and ${sum} came out`);
    for (const [index, name] of COUNTY_FIGURES.entries()) {
      note(`${name}: p95 ${quantile(times[index], 0.95).toFixed(1)} over ${ROUNDS} rounds`);
      figure(name, median(times[index]), "ms", WITHOUT_LIMIT.includes(name) ? {} : { limit: 100 });
    }
  } finally {
    await context.close();
  }
}
