// The projection in WebAssembly against its two peers, in one page, in turns, so that whatever
// slows the machine for a while slows all three: the model in decimal.js, and the calculator's own
// workbook in HyperFormula.
import { readFile } from "node:fs/promises";
import { sheetsOf } from "../../tests/sheet/workbook.mjs";
import { inputOf } from "../peers/shape.mjs";
import { rowsOf } from "../peers/workbook.mjs";
import { bundle } from "./bundle.mjs";
import { freshPage } from "./page.mjs";
import { figure, median, note, quantile } from "./report.mjs";

export const COMPUTE_FIGURES = ["projection_ms", "peer_decimaljs_ms", "peer_hyperformula_ms"];
const BATCHES = 60;
const BATCH_MS = 15;

/** The scenarios that all three must agree on, from the plan to everything at once. */
function scenariosOf(values) {
  const plus = (key, yuan) => String(BigInt(values[key]) + BigInt(yuan));
  const moved = {
    "funds.central.infrastructure": plus("funds.central.infrastructure", -100_000_000),
    "funds.central.industry": plus("funds.central.industry", 100_000_000),
  };
  return [
    {},
    { coverage: "0.85" },
    { coverage: "1" },
    { ...moved, coverage: "0.85" },
    { ...moved, repeat: "false", execution: "0.6084" },
    { "jobs.outward": "10000", "jobs.welfare": "500", relocated_employment: "0.05" },
    { operating_rate: "0.95", benefit_share: "0.8", grants_share: "0", social: "50000000" },
    {
      ...moved,
      coverage: "0.9",
      grants_share: "0.3",
      relief_share: "0.5",
      "jobs.workshop": "1234",
      social: "120000000",
      social_industry: "0.25",
      population: "309000",
      asset_return: "0.04",
      coverage_effect: "0.6",
      clawback: "0.29",
    },
  ];
}

/** The peers that compute a projection. */
const PEERS = `
  import * as decimaljs from "./peers/decimaljs.mjs";
  import * as workbook from "./peers/workbook.mjs";
  globalThis.peers = { decimaljs, workbook };`;

/** Runs in the page: agreement first, then the clock. */
async function race({ moduleUrl, binaryUrl, regionText, regionName, input, rows, inTotals, scenarios, batches, batchMs }) {
  const { decimaljs, workbook } = globalThis.peers;
  const wasm = await import(moduleUrl);
  await wasm.default({ module_or_path: binaryUrl });
  const started = performance.now();
  const book = workbook.open(rows, { inTotals, year: input.years.first_plan_year });
  const buildMs = performance.now() - started;

  for (const values of scenarios) {
    wasm.prepare(regionText, JSON.stringify({ region: regionName, values }));
    const income = wasm.project(1);
    const exact = decimaljs.calculate(decimaljs.prepare(input), values).scenario[0].income;
    const where = JSON.stringify(values);
    if (income !== exact.toFixed(2)) {
      throw new Error(`wasm says ${income}, decimal.js ${exact.toFixed(2)} for ${where}`);
    }
    const floating = book.incomeWith(values);
    // Binary floating point may fall on the other side of half a fen, but never farther.
    if (Math.abs(floating - Number(income)) > 0.005 + 1e-6) {
      throw new Error(`wasm says ${income}, HyperFormula ${floating} for ${where}`);
    }
  }

  const scenario = scenarios[scenarios.length - 1];
  wasm.prepare(regionText, JSON.stringify({ region: regionName, values: scenario }));
  const prepared = decimaljs.prepare(input);
  for (const [key, value] of Object.entries(scenario)) book.set(key, value);
  const varied = (round) => `0.8${10 + (round % 90)}`;
  // One changed lever after another: a cheap one, one that all spending follows, one cell of funds.
  const moves = [
    ["coverage", varied],
    ["execution", varied],
    ["funds.central.industry", (round) => String(900_000_000 + (round % 1000) * 10_000)],
  ];
  let turn = 0;
  const runners = {
    projection_ms: (rounds) => wasm.project(rounds),
    peer_decimaljs_ms: (rounds) => {
      let income = "";
      for (let round = 0; round < rounds; round += 1) {
        const changed = { ...scenario, coverage: varied(round) };
        income = decimaljs.calculate(prepared, changed).scenario[0].income.toFixed(2);
      }
      return income;
    },
    peer_hyperformula_ms: (rounds) => {
      let cells;
      for (let round = 0; round < rounds; round += 1) {
        const [key, value] = moves[turn % moves.length];
        turn += 1;
        book.set(key, value(turn));
        cells = book.read();
      }
      return cells;
    },
  };
  const time = (run, rounds) => {
    const start = performance.now();
    run(rounds);
    return performance.now() - start;
  };
  const rounds = {};
  const times = {};
  for (const [name, run] of Object.entries(runners)) {
    // Growing batches warm the code up and find how many rounds the clock can resolve.
    rounds[name] = 3;
    while (Math.min(time(run, rounds[name]), time(run, rounds[name])) < batchMs) rounds[name] *= 2;
    times[name] = [];
  }
  for (let batch = 0; batch < batches; batch += 1) {
    for (const [name, run] of Object.entries(runners)) {
      times[name].push(time(run, rounds[name]) / rounds[name]);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { times, rounds, buildMs, cells: book.cells };
}

/** `bookFile` is the plan's workbook, as the calculator exports it. */
export async function measureCompute(browser, benchUrl, folder, region, bookFile) {
  const figures = JSON.parse(region.text);
  const input = inputOf(figures);
  const rows = rowsOf(sheetsOf(await readFile(bookFile)));
  const inTotals = Object.keys(input.values).filter((key) => figures.parameters[key].unit === "yuan");
  const script = await bundle(PEERS, folder);
  const { context, page } = await freshPage(browser);
  try {
    // The page itself comes from here, the module from the server: the same origin for both.
    const pageUrl = new URL("peers.html", benchUrl).href;
    await page.route(pageUrl, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><meta charset=utf-8>" }),
    );
    const moduleUrl = new URL("bench.js", benchUrl).href;
    const answer = await page.request.get(moduleUrl);
    if (!answer.ok()) throw new Error(`bench.js of the served folder answers ${answer.status()}`);
    await page.goto(pageUrl);
    await page.addScriptTag({ content: script });
    const result = await page.evaluate(race, {
      moduleUrl,
      binaryUrl: new URL("bench_bg.wasm", benchUrl).href,
      regionText: region.text,
      regionName: region.name,
      input,
      rows,
      inTotals,
      scenarios: scenariosOf(input.values),
      batches: BATCHES,
      batchMs: BATCH_MS,
    });
    for (const name of COMPUTE_FIGURES) {
      const value = median(result.times[name]);
      const p95 = quantile(result.times[name], 0.95);
      note(`${name}: median ${value.toFixed(4)}, p95 ${p95.toFixed(4)} over ${BATCHES} batches of ${result.rounds[name]}`);
      if (name === "projection_ms") figure(name, value, "ms", { limit: 0.2 });
      else figure(name, value, "ms");
    }
    figure("peer_hyperformula_build_ms", result.buildMs, "ms", { cells: result.cells });
  } finally {
    await context.close();
  }
}
