// The long questions of planning, as the page's own worker answers them and reports how long it worked,
// and how long the page itself was held up meanwhile; the draws beside a peer in the same run.
import { bundle } from "./bundle.mjs";
import { freshPage, openCalculator, settle } from "./page.mjs";
import { figure, median, note, sleep } from "./report.mjs";

export const PLANNING_FIGURES = ["draws_10000_ms", "peer_squiggle_ms", "goal_seek_ms", "allocation_ms", "tornado_ms", "map_50x50_ms", "longest_main_task_ms"];
const ROUNDS = 15;
const PEER_ROUNDS = 5;
const LIMITS = { draws_10000_ms: 60, goal_seek_ms: 20, allocation_ms: 100, tornado_ms: 20, map_50x50_ms: 200, longest_main_task_ms: 50 };

/** The peer that draws. */
const PEER = 'import { draw } from "./peers/squiggle.mjs"; globalThis.squiggle = draw;';

/** Marks the worker's last answer; a new answer is a new element, whatever its text. */
const mark = (page, within) => page.evaluate((within) => { document.querySelector(`${within} [data-testid=plan-took]`).benchSeen = true; }, within);

const answered = (page, within) => page.waitForFunction((within) => {
  const now = document.querySelector(`${within} [data-testid=plan-took]`);
  return now && !now.benchSeen;
}, within, { timeout: 20_000 });

/**
 * Asks again and again; collects what the worker says that it took, and how long the page itself was
 * held up meanwhile: from the question until its answer was drawn.
 */
async function rounds(page, within, ask) {
  const answers = { took: [], held: [] };
  const shown = page.locator(`${within} [data-testid=plan-took]`);
  await shown.waitFor();
  await sleep(300);
  for (let round = 0; round < ROUNDS; round += 1) {
    await mark(page, within);
    await page.evaluate(() => globalThis.benchMain.start());
    await ask(round);
    await answered(page, within);
    answers.took.push(Number(await shown.getAttribute("data-milliseconds")));
    answers.held.push(await page.evaluate(() => globalThis.benchMain.end()));
    await sleep(150);
  }
  return answers;
}

/** Runs in the page: pings itself, and keeps the longest time between two pings. */
function watchMain() {
  const { port1, port2 } = new MessageChannel();
  let [longest, last, isWatching] = [0, 0, false];
  port1.onmessage = () => {
    if (!isWatching) return;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  globalThis.benchMain = {
    start() {
      [longest, last, isWatching] = [0, performance.now(), true];
      port2.postMessage(0);
    },
    end() {
      isWatching = false;
      return longest;
    },
  };
}

export async function measurePlanning(browser, url, folder) {
  const opened = await freshPage(browser);
  const { page, context } = opened;
  try {
    await openCalculator(opened, url);
    await settle(page);
    await page.evaluate(watchMain);
    const medians = {};
    const held = {};
    const keep = (name, answers) => {
      medians[name] = median(answers.took);
      held[name] = Math.max(...answers.held);
    };
    // By the page's own click, so that the question alone is on the page's time.
    const click = (test) => () => page.evaluate((test) => document.querySelector(`[data-testid=${test}]`).click(), test);
    // From the plan, which is behind the benchmark that is chosen first.
    await page.getByTestId("planning").click();
    for (const [tab, button, name] of [["goal", "goal", "goal_seek_ms"], ["allocation", "alloc", "allocation_ms"]]) {
      await page.getByTestId(`plan-tab-${tab}`).click();
      await page.getByTestId(`${button}-run`).click();
      keep(name, await rounds(page, "#plan-panel", click(`${button}-run`)));
    }
    await page.getByTestId("plan-close").click();
    await page.getByTestId("example").selectOption("together");
    await page.getByTestId("planning").click();
    await page.getByTestId("plan-tab-chance").click();
    await page.getByTestId("chance-goals").waitFor();
    keep("draws_10000_ms", await rounds(page, "#plan-panel", click("chance-again")));
    await page.getByTestId("plan-tab-sensitivity").click();
    await page.getByTestId("plan-tornado-assumptions").click();
    const year = (round) => page.getByTestId("plan-year").selectOption({ index: (round + 1) % 8 });
    keep("tornado_ms", await rounds(page, "[data-testid=tornado]", year));
    keep("map_50x50_ms", await rounds(page, "[data-testid=map]", year));
    medians.longest_main_task_ms = Math.max(...Object.values(held));
    note(`the page was held up at most ${Object.entries(held).map(([name, ms]) => `${ms.toFixed(0)} ms (${name})`).join(", ")}`);
    for (const [name, value] of Object.entries(medians)) figure(name, value, "ms", { limit: LIMITS[name] });
  } finally {
    await context.close();
  }
  const peer = await freshPage(browser);
  try {
    await peer.page.goto("about:blank");
    await peer.page.addScriptTag({ content: await bundle(PEER, folder) });
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
