// Ten thousand projects: added up by the program alone, and found, summed and drawn by the page while somebody types.
//
// The figure of a keystroke is Event Timing's duration of its `keydown`, unrounded from the browser's trace: from the key to
// the frame that shows what was found.
import { freshPage, openCalculator, settle } from "./page.mjs";
import { figure, median, note, quantile, sleep } from "./report.mjs";
import { phasesInWords, trace } from "./trace.mjs";

export const PROJECT_FIGURES = ["projects_10000_summed_ms", "projects_10000_keystroke_ms"];
const PROJECTS = 10_000;
const ROUNDS = 15;
const LIMIT_SUMMED_MS = 100;
const LIMIT_KEY_MS = 16.7;
const WAIT_MS = 60_000;
/** Typed and taken back again: digits of names that thousands have, and thousands have not. */
const TYPED = "0123";
const TURNS = 8;
const CITY = "虚构市（示例）";
const LARGE = "虚构大市";

/** Runs in the page: the work is done once for its answer, and then by the clock. */
async function run({ moduleUrl, binaryUrl, projects, rounds }) {
  const wasm = await import(moduleUrl);
  await wasm.default({ module_or_path: binaryUrl });
  wasm.prepare_projects(projects);
  const answer = wasm.sum_projects();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    wasm.sum_projects();
    times.push(performance.now() - start);
  }
  return { answer, times };
}

async function summed(browser, benchUrl) {
  const { context, page } = await freshPage(browser);
  try {
    const pageUrl = new URL("projects.html", benchUrl).href;
    await page.route(pageUrl, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><meta charset=utf-8>" }),
    );
    await page.goto(pageUrl);
    const { answer, times } = await page.evaluate(run, {
      moduleUrl: new URL("bench.js", benchUrl).href,
      binaryUrl: new URL("bench_bg.wasm", benchUrl).href,
      projects: PROJECTS,
      rounds: ROUNDS,
    });
    if (!(Number(answer) > 0)) throw new Error(`projects: ${answer}`);
    note(`${PROJECT_FIGURES[0]}: p95 ${quantile(times, 0.95).toFixed(1)} over ${ROUNDS} rounds`);
    figure(PROJECT_FIGURES[0], median(times), "ms", { limit: LIMIT_SUMMED_MS });
  } finally {
    await context.close();
  }
}

async function stands(page, name) {
  await page.getByTestId("region").filter({ hasText: name }).waitFor({ timeout: WAIT_MS });
  await page.locator("#results-changes").waitFor({ state: "attached", timeout: WAIT_MS });
}

/** The invented city's file with its projects again and again, each under a number and a name of its own. */
async function largeCity(page) {
  await page.getByTestId("region").click();
  await page.getByTestId("invented-city").click();
  await stands(page, CITY);
  await page.getByTestId("region").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("region-list").getByRole("button", { name: `把“${CITY}”存为文件` }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const city = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const { columns, rows } = city.projects;
  const [number, name] = ["number", "name"].map((column) => columns.indexOf(column));
  city.id = "invented-large";
  city.name = LARGE;
  city.projects.rows = Array.from({ length: PROJECTS }, (_, at) => {
    const row = [...rows[at % rows.length]];
    const digits = String(at).padStart(5, "0");
    row[number] = `XG${digits}`;
    row[name] = `虚构项目 ${digits}`;
    return row;
  });
  return { name: "city.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(city)) };
}

async function typed(browser, url) {
  const opened = await freshPage(browser);
  const { page, context } = opened;
  try {
    await openCalculator(opened, url);
    await settle(page);
    const file = await largeCity(page);
    await page.getByTestId("open-region").setInputFiles(file);
    await stands(page, LARGE);
    await settle(page);
    await page.getByTestId("bureau").click();
    await page.getByTestId("bureau-tab-projects").click();
    const found = page.getByTestId("projects-found");
    await found.filter({ hasText: "10,000" }).waitFor({ timeout: WAIT_MS });
    await page.getByTestId("projects-search").focus();
    const turn = async (pause) => {
      for (const key of [...TYPED, ...Array.from(TYPED, () => "Backspace")]) {
        await page.keyboard.press(key);
        await sleep(pause());
      }
    };
    // The first turns compile code and are not typical of later ones.
    await turn(() => 40);
    await settle(page);
    const keys = await trace(browser, false, async () => {
      for (let round = 0; round < TURNS; round += 1) await turn(() => 60 + Math.random() * 40);
      await sleep(500);
    });
    const wanted = TURNS * TYPED.length * 2;
    if (keys.length < wanted) throw new Error(`${keys.length} of ${wanted} keys were traced`);
    const lines = await page.locator(".projects-line").count();
    if (lines === 0 || lines > 60) throw new Error(`${lines} rows are in the page`);
    const times = keys.map(({ duration }) => duration);
    note(`${PROJECT_FIGURES[1]}: median ${median(times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)} over ${times.length} keys; ${phasesInWords(keys)}`);
    figure(PROJECT_FIGURES[1], quantile(times, 0.95), "ms", { limit: LIMIT_KEY_MS });
  } finally {
    await context.close();
  }
}

export async function measureProjects(browser, url, benchUrl) {
  await summed(browser, benchUrl);
  await typed(browser, url);
}
