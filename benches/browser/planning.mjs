// The long questions of planning, as the page's own worker answers them and tells how long it worked,
// and how long the page itself was held up meanwhile; the draws beside a peer in the same run.
import { build } from "esbuild";
import { freshPage, openCalculator, settle } from "./page.mjs";
import { figure, median, note, sleep } from "./report.mjs";

export const PLANNING_FIGURES = ["draws_10000_ms", "peer_squiggle_ms", "goal_seek_ms", "allocation_ms", "tornado_ms", "map_50x50_ms", "longest_main_task_ms"];
const ROUNDS = 15;
const PEER_ROUNDS = 5;
const LIMITS = { draws_10000_ms: 60, goal_seek_ms: 20, allocation_ms: 100, tornado_ms: 20, map_50x50_ms: 200, longest_main_task_ms: 50 };

async function bundlePeer(folder) {
  const result = await build({
    stdin: { contents: 'import { draw } from "./peers/squiggle.mjs"; globalThis.squiggle = draw;', resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return result.outputFiles[0].text;
}

/** Marks what the worker said last; a new answer is a new element, whatever it says. */
const mark = (page, within) => page.evaluate((within) => { document.querySelector(`${within} [data-testid=plan-took]`).benchSeen = true; }, within);

const answered = (page, within) => page.waitForFunction((within) => {
  const now = document.querySelector(`${within} [data-testid=plan-took]`);
  return now && !now.benchSeen;
}, within, { timeout: 20_000 });

/** Asks again and again and collects what the worker says that it took. */
async function rounds(page, within, ask) {
  const took = [];
  const shown = page.locator(`${within} [data-testid=plan-took]`);
  await shown.waitFor();
  for (let round = 0; round < ROUNDS; round += 1) {
    await mark(page, within);
    await ask(round);
    await answered(page, within);
    took.push(Number(await shown.getAttribute("data-milliseconds")));
    await sleep(150);
  }
  return took;
}

/** Runs in the page: pings itself, and keeps the longest time between two pings. */
function watchMain() {
  const { port1, port2 } = new MessageChannel();
  const seen = (globalThis.benchMain = { longest: 0, watching: false });
  let last = 0;
  port1.onmessage = () => {
    const now = performance.now();
    if (seen.watching) {
      if (last) seen.longest = Math.max(seen.longest, now - last);
      last = now;
      port2.postMessage(0);
    } else {
      last = 0;
    }
  };
  seen.start = () => { seen.watching = true; port2.postMessage(0); };
}

export async function measurePlanning(browser, url, folder) {
  const opened = await freshPage(browser);
  const { page, context } = opened;
  try {
    await openCalculator(opened, url);
    await settle(page);
    const medians = {};
    // From the plan, which is behind the benchmark that is asked for first.
    await page.getByTestId("planning").click();
    for (const [tab, button, name] of [["goal", "goal", "goal_seek_ms"], ["allocation", "alloc", "allocation_ms"]]) {
      await page.getByTestId(`plan-tab-${tab}`).click();
      await page.getByTestId(`${button}-run`).click();
      medians[name] = median(await rounds(page, "#plan-panel", () => page.getByTestId(`${button}-run`).click()));
    }
    await page.getByTestId("plan-close").click();
    await page.getByTestId("example").selectOption("together");
    await page.getByTestId("planning").click();
    await page.getByTestId("plan-tab-chance").click();
    await page.getByTestId("chance-goals").waitFor();
    medians.draws_10000_ms = median(await rounds(page, "#plan-panel", () => page.getByTestId("chance-again").click()));
    // The page's own time while the worker is at it: from the question until its answer is there to be drawn.
    await page.evaluate(watchMain);
    const longest = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await mark(page, "#plan-panel");
      await page.evaluate(() => { globalThis.benchMain.longest = 0; globalThis.benchMain.start(); });
      await page.evaluate(() => document.querySelector("[data-testid=chance-again]").click());
      await answered(page, "#plan-panel");
      longest.push(await page.evaluate(() => { globalThis.benchMain.watching = false; return globalThis.benchMain.longest; }));
      await sleep(150);
    }
    medians.longest_main_task_ms = Math.max(...longest);
    note(`the page was held up ${longest.map((ms) => ms.toFixed(0)).join(" ")} ms`);
    await page.getByTestId("plan-tab-sensitivity").click();
    await page.getByTestId("plan-tornado-assumptions").click();
    const year = (round) => page.getByTestId("plan-year").selectOption({ index: (round + 1) % 8 });
    medians.tornado_ms = median(await rounds(page, "[data-testid=tornado]", year));
    medians.map_50x50_ms = median(await rounds(page, "[data-testid=map]", year));
    for (const [name, value] of Object.entries(medians)) figure(name, value, "ms", { limit: LIMITS[name] });
  } finally {
    await context.close();
  }
  const peer = await freshPage(browser);
  try {
    await peer.page.goto("about:blank");
    await peer.page.addScriptTag({ content: await bundlePeer(folder) });
    const times = await peer.page.evaluate(async (count) => {
      const times = [];
      for (let round = 0; round < count; round += 1) times.push(await globalThis.squiggle(10_000, round));
      return times;
    }, PEER_ROUNDS);
    figure("peer_squiggle_ms", median(times), "ms", { against: "draws_10000_ms" });
  } finally {
    await peer.context.close();
  }
}
