// The page of counties with three thousand of them: how long its worker takes for their incomes, and how long the league takes
// to be drawn again when it is sorted, scrolled or weighed otherwise.
import { inflateRawSync } from "node:zlib";
import { freshPage, openCalculator, settle } from "./page.mjs";
import { figure, median, note, quantile } from "./report.mjs";

export const LEAGUE_FIGURES = ["counties_3000_project_ms", "league_redraw_ms", "league_weighed_ms"];
const COUNTIES = 3000;
const ROUNDS = 15;
const ID = "bench-3000";

/** The invented city's file, grown to three thousand counties without projects. */
function grown(lying) {
  const text = lying.startsWith("deflate:") ? inflateRawSync(Buffer.from(lying.slice(8), "base64")).toString() : lying;
  const city = JSON.parse(text);
  const { columns, rows } = city.counties;
  const [name, code] = ["name", "code"].map((column) => columns.indexOf(column));
  const row = (number) => {
    const own = [...rows[number % rows.length]];
    own[name] = `虚构${String(number).padStart(4, "0")}县`;
    if (code >= 0) own[code] = String(100_000 + number);
    return own;
  };
  delete city.projects;
  delete city.types;
  return JSON.stringify({ ...city, id: ID, counties: { columns, rows: Array.from({ length: COUNTIES }, (_, number) => row(number)) } });
}

/** Runs in the page: presses what is there, and waits until the league has changed and is laid out. */
function watchLeague() {
  const league = () => document.querySelector("[data-testid=league]");
  globalThis.benchLeague = (press) =>
    new Promise((resolve) => {
      const table = league();
      const watch = new MutationObserver(() => {
        watch.disconnect();
        // What was asked is drawn by the time the frame's own work is due; layout is a part of it.
        queueMicrotask(() => {
          table.getBoundingClientRect();
          resolve(performance.now() - start);
        });
      });
      watch.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
      const start = performance.now();
      press();
    });
}

/** Opens a part of the page. */
async function tab(page, name) {
  await page.getByTestId(`bureau-tab-${name}`).click();
  await page.locator(`#bureau-panel[aria-labelledby=bureau-tab-${name}]`).waitFor();
}

export async function measureLeague(browser, url) {
  const opened = await freshPage(browser);
  const { page, context } = opened;
  try {
    await openCalculator(opened, url);
    await settle(page);
    await page.getByTestId("region").click();
    await page.getByTestId("invented-city").click();
    await page.getByTestId("bureau").waitFor();
    const city = grown(await page.evaluate(() => localStorage.getItem("zengshou/region/invented-1")));
    await page.evaluate(([id, city]) => {
      localStorage.setItem(`zengshou/region/${id}`, city);
      localStorage.setItem("zengshou/region", id);
      sessionStorage.setItem("zengshou/region", id);
      history.replaceState(null, "", location.pathname);
    }, [ID, city]);
    await page.reload();
    await settle(page);
    await page.getByTestId("bureau").click();
    await page.getByTestId("league").waitFor();
    await page.evaluate(watchLeague);
    const sorted = await page.evaluate(async (rounds) => {
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        const by = ["growth", "coverage", "rank"][round % 3];
        times.push(await globalThis.benchLeague(() => document.querySelector(`[data-testid=league-by-${by}]`).click()));
      }
      return times;
    }, ROUNDS);
    const scrolled = await page.evaluate(async (rounds) => {
      const scroller = document.querySelector("[data-testid=league-scroller]");
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        times.push(await globalThis.benchLeague(() => {
          scroller.scrollTop += 4800;
          scroller.dispatchEvent(new Event("scroll"));
        }));
      }
      scroller.scrollTop = 0;
      return times;
    }, ROUNDS);
    // One weight more, and its step taken back and done again.
    await page.locator('[data-testid="weights.growth"]').fill("40");
    await page.locator('[data-testid="weights.growth"]').press("Enter");
    await page.locator("[data-testid=bureau-undo]:enabled").waitFor();
    const weighed = await page.evaluate(async (rounds) => {
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        const step = round % 2 === 0 ? "undo" : "redo";
        times.push(await globalThis.benchLeague(() => document.querySelector(`[data-testid=bureau-${step}]`).click()));
      }
      return times;
    }, ROUNDS);
    note(`league_redraw_ms: sorted ${median(sorted).toFixed(1)} (p95 ${quantile(sorted, 0.95).toFixed(1)}), scrolled ${median(scrolled).toFixed(1)} (p95 ${quantile(scrolled, 0.95).toFixed(1)})`);
    figure("league_redraw_ms", Math.max(median(sorted), median(scrolled)), "ms", { limit: 16.7 });
    figure("league_weighed_ms", median(weighed), "ms");

    // The worker says what it took: first for the first plan year, then for all of them, with and without a division that was taken over.
    await page.evaluate(() => {
      globalThis.benchTook = [];
      // The first answer is on the page only until the second question is asked, in the same turn: its element is remembered.
      new MutationObserver((records) => {
        for (const node of records.flatMap((record) => [...record.addedNodes])) {
          if (node.dataset?.testid === "plan-took") globalThis.benchTook.push(Number(node.dataset.milliseconds));
        }
      }).observe(document.body, { subtree: true, childList: true });
    });
    const answered = (count) => page.waitForFunction((count) => globalThis.benchTook.length >= count, count);
    const settings = { "zengshou-counties": 1, division: { taken: { 虚构0001县: "10000000" } } };
    await tab(page, "incomes");
    await page.getByTestId("county-incomes").waitFor();
    await answered(2);
    await page.getByTestId("bureau-settings-open").setInputFiles({ name: "settings.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(settings)) });
    await answered(4);
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.getByTestId(round % 2 === 0 ? "bureau-undo" : "bureau-redo").click();
      await answered(6 + round * 2);
    }
    const took = await page.evaluate(() => globalThis.benchTook);
    const near = took.filter((_, at) => at % 2 === 0).slice(-ROUNDS);
    const far = took.filter((_, at) => at % 2 === 1).slice(-ROUNDS);
    note(`counties_3000_project_ms: first plan year ${near.map((ms) => ms.toFixed(0)).join(" ")}; to the horizon ${far.map((ms) => ms.toFixed(0)).join(" ")}`);
    figure("counties_3000_project_ms", median(near), "ms", { limit: 100 });
  } finally {
    await context.close();
  }
}
