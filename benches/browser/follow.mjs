// From the key that moves a lever to the frame that shows the chart redrawn: the chart follows
// the numbers and is never on their way.
import { focusLever, freshPage, keyOfMove, openCalculator, settle } from "./page.mjs";
import { figure, note, quantile, sleep } from "./report.mjs";

export const FOLLOW_FIGURES = ["chart_follow_p95_ms"];
const MOVES = 60;
const LIMIT_MS = 100;
/** Longer than any chart takes, so that each move is followed by its own drawing. */
const PAUSE_MS = 600;
/** It moves every line of the chart, where others move one by less than a pixel. */
const LEVER = "growth_near.wage";
const CHART = ".canvas svg";

/** Runs in the page before its own code. */
function record() {
  const seen = (globalThis.benchFollow = { moves: [] });
  addEventListener("keydown", (event) => seen.moves.push({ start: event.timeStamp, drawn: undefined }), true);
  globalThis.benchWatchChart = (selector) => {
    const chart = document.querySelector(selector)?.parentElement;
    if (!chart) return false;
    new MutationObserver(() => {
      const move = seen.moves.at(-1);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (move) move.drawn = performance.now();
        };
        port2.postMessage(0);
      });
    }).observe(chart, { subtree: true, childList: true, attributes: true });
    return true;
  };
}

export async function measureFollow(browser, url) {
  const opened = await freshPage(browser);
  const { page, context } = opened;
  try {
    await page.addInitScript(record);
    await openCalculator(opened, url);
    await settle(page);
    const keys = await focusLever(page, LEVER);
    // A chart that nobody sees waits for the rest: it is brought into sight beside the lever.
    await page.locator(CHART).first().scrollIntoViewIfNeeded();
    if (!(await page.evaluate((selector) => globalThis.benchWatchChart(selector), CHART))) throw new Error("no chart is drawn");
    for (let move = 0; move < 10; move += 1) {
      await page.keyboard.press(keyOfMove(keys, move));
      await sleep(PAUSE_MS);
    }
    await page.evaluate(() => (globalThis.benchFollow.moves.length = 0));
    for (let move = 0; move < MOVES; move += 1) {
      await page.keyboard.press(keyOfMove(keys, move));
      await sleep(PAUSE_MS);
    }
    const moves = await page.evaluate(() => globalThis.benchFollow.moves);
    // A move that no drawing followed within the pause counts as long as that.
    const took = moves.map((move) => (move.drawn === undefined ? PAUSE_MS : move.drawn - move.start));
    if (moves.length !== MOVES) throw new Error(`${moves.length} of ${MOVES} keys reached the page`);
    note(`the chart followed after ${quantile(took, 0.5).toFixed(0)} ms (median), at most ${Math.max(...took).toFixed(0)} ms`);
    figure("chart_follow_p95_ms", quantile(took, 0.95), "ms", { limit: LIMIT_MS });
  } finally {
    await context.close();
  }
}
