// Three thousand counties: projected under a scenario, ranked, and given money between floors and caps; the same division beside
// it as the formulas of a spreadsheet.
import { bundle } from "./bundle.mjs";
import { freshPage } from "./page.mjs";
import { figure, median, note, quantile } from "./report.mjs";

export const COUNTY_FIGURES = [
  "counties_3000_projected_ms",
  "counties_3000_to_horizon_ms",
  "counties_3000_ranked_ms",
  "counties_3000_divided_ms",
  "division_3000_ms",
  "division_hyperformula_ms",
];
/** The peer that divides by formulas. */
const PEER = `
  import * as division from "./peers/division.mjs";
  globalThis.division = division;`;
// All years up to the last are asked for less often, and of fewer counties.
const WITHOUT_LIMIT = ["counties_3000_to_horizon_ms", "division_hyperformula_ms"];
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
  // Every county's part agrees before the clock runs; each round has other money, as a planner types it.
  const { rows, floor, cap } = JSON.parse(wasm.division_input(wan));
  const book = globalThis.division.open(rows, { money: wan, floor, cap });
  const money = (round) => wan - 1 - round;
  const parts = wasm.divided_parts(wan, floor, cap).split(",").map(Number);
  const differ = book.parts().filter((part, index) => part !== parts[index]).length;
  const race = [(round) => wasm.divided_parts(money(round), floor, cap), (round) => book.divide(money(round))];
  // Formulas take seconds: a few rounds say enough.
  const raced = race.map((work, index) => {
    const taken = [];
    for (let round = 0; round < (index === 0 ? rounds : 5); round += 1) {
      const start = performance.now();
      const sum = work(round);
      taken.push(performance.now() - start);
      const whole = typeof sum === "string" ? sum.split(",").reduce((all, part) => all + Number(part), 0) : sum;
      if (whole !== money(round)) throw new Error(`${money(round)} were divided, and ${whole} came out`);
    }
    return taken;
  });
  return { answers, times: [...times, ...raced], differ, cells: book.cells };
}

export async function measureCounties(browser, benchUrl, region, folder) {
  const { context, page } = await freshPage(browser);
  try {
    const pageUrl = new URL("counties.html", benchUrl).href;
    await page.route(pageUrl, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><meta charset=utf-8>" }),
    );
    await page.goto(pageUrl);
    await page.addScriptTag({ content: await bundle(PEER, folder) });
    const { answers, times, differ, cells } = await page.evaluate(run, {
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
    if (differ > 0) throw new Error(`the formulas give ${differ} counties another part`);
    note(`division: ${cells} formulas, every part of ${COUNTIES} the same`);
    for (const [index, name] of COUNTY_FIGURES.entries()) {
      note(`${name}: p95 ${quantile(times[index], 0.95).toFixed(1)} over ${times[index].length} rounds`);
      figure(name, median(times[index]), "ms", WITHOUT_LIMIT.includes(name) ? {} : { limit: 100 });
    }
  } finally {
    await context.close();
  }
}
