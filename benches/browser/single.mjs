// The single file: its size, and the time from opening it to levers that answer.
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { figure, note } from "./report.mjs";

export const SINGLE_FIGURES = ["single_file_mb", "single_levers_ms"];
const OPENED = 7;

/** Runs in the page before its own code: the moment at which the lever of coverage first stands. */
function watchLevers() {
  const look = () => {
    if (globalThis.benchLevers !== undefined || !document.querySelector('input[type=range][data-key="coverage"]')) return;
    globalThis.benchLevers = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
}

export async function measureSingle(browser, path) {
  figure("single_file_mb", statSync(path).size / 1e6, "MB", { limit: 3.2 });
  const times = [];
  for (let round = 0; round < OPENED; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.addInitScript(watchLevers);
    await page.goto(pathToFileURL(path).href);
    await page.waitForFunction(() => globalThis.benchLevers !== undefined);
    // A lever that stands answers once the page has come to the end of its turn.
    const stood = await page.evaluate(() => globalThis.benchLevers);
    const before = await page.getByTestId("headline").innerText();
    const moved = await page.evaluate((before) => new Promise((resolve) => {
      const lever = document.querySelector('input[type=range][data-key="coverage"]');
      lever.value = lever.max;
      lever.dispatchEvent(new Event("input", { bubbles: true }));
      const look = () => (document.querySelector('[data-testid="headline"]').innerText === before ? requestAnimationFrame(look) : resolve(true));
      look();
    }), before);
    if (!moved) throw new Error("the lever did not answer");
    times.push(stood);
    await context.close();
  }
  times.sort((one, other) => one - other);
  note(`levers of the single file after ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  figure("single_levers_ms", times[OPENED >> 1], "ms", { limit: 1500 });
}
