// The calculator's page as measured: opened in a fresh context with an empty
// cache, its levers found and moved by real keys.
import { sleep } from "./report.mjs";

const HEADLINE = '[data-testid="headline"]';
const WAIT_MS = 30_000;

/** A fresh context: no cache, no storage, one language, so that runs can be compared. */
export async function freshPage(browser, init) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "zh-CN",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  if (init) await page.addInitScript(init);
  return { context, page, errors, session: await context.newCDPSession(page) };
}

/** Waits for the numbers; a page that fails says what it reported itself. */
export async function openCalculator(opened, url) {
  const answer = await opened.page.goto(url, { waitUntil: "commit" });
  if (!answer?.ok()) throw new Error(`the page answers ${answer?.status()}`);
  await opened.page
    .waitForFunction(
      (selector) => /[0-9]/.test(document.querySelector(selector)?.textContent ?? ""),
      HEADLINE,
    )
    .catch(() => {
      const said = opened.errors.length > 0 ? `; the page reported: ${opened.errors[0]}` : "";
      throw new Error(`no digit in ${HEADLINE} within ${WAIT_MS / 1000} s${said}`);
    });
}

/** Waits until the charts and whatever else comes after the numbers no longer disturb. */
export async function settle(page) {
  await page.waitForLoadState("networkidle").catch(() => {});
  await sleep(1000);
}

/** Assumptions are in a panel of their own, in folded groups whose rows are drawn when opened. */
async function unfoldAssumptions(page) {
  await page.evaluate(() => document.querySelector('[data-testid="panel-assumptions"]')?.click());
  // The groups are drawn when the panel is first opened.
  await page.waitForSelector("details.group > summary");
  await page.evaluate(() => {
    for (const group of document.querySelectorAll("details.group:not([open]) > summary")) group.click();
  });
  await sleep(500);
}

/**
 * Focuses a lever and gives back the keys that move it up and down. Folded groups are opened
 * first, as a user would have done before.
 */
export async function focusLever(page, key) {
  const selector = `[data-key="${key}"]`;
  if ((await page.locator(`input${selector}, ${selector} input`).count()) === 0) await unfoldAssumptions(page);
  const found = await page.evaluate((selector) => {
    const inputs = [...document.querySelectorAll(`input${selector}, ${selector} input`)];
    for (const input of inputs) {
      for (let node = input.parentElement; node; node = node.parentElement) {
        if (node instanceof HTMLDetailsElement) node.open = true;
      }
    }
    const seen = inputs.filter((input) => input.getClientRects().length > 0 && !input.disabled);
    const best = seen.find((input) => input.type === "range") ?? seen[0];
    if (!best) return { inputs: inputs.length };
    best.scrollIntoView({ block: "center" });
    best.focus();
    return { inputs: inputs.length, type: best.type, focused: document.activeElement === best };
  }, selector);
  if (found.type === undefined) {
    throw new Error(
      found.inputs > 0 ? `the input with ${selector} is hidden or disabled` : `no input with ${selector}`,
    );
  }
  if (!found.focused) throw new Error(`the input with ${selector} takes no focus`);
  await sleep(300);
  if (found.type === "range") return ["ArrowRight", "ArrowLeft"];
  if (found.type === "number") return ["ArrowUp", "ArrowDown"];
  // A typed number: a digit more, then the digit away again.
  await page.keyboard.press("End");
  return ["0", "Backspace"];
}

/**
 * The key of a move: some steps up, as many down, so that no lever reaches its end, where a key
 * would change nothing; typed digits alternate.
 */
export function keyOfMove(keys, move) {
  const run = keys[0].startsWith("Arrow") ? 5 : 1;
  return keys[Math.floor(move / run) % 2];
}
