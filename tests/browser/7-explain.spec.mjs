// Every figure tells where it comes from, step by step down to a source, a derivation or an assumption.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { headline, launch, open, type } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const name = (page) => page.getByTestId("explain-name").innerText();
const value = (page) => page.getByTestId("explain-value").innerText();
const plain = (text) => text.replace(/[^\d.-]/g, "");

/** Opens the last input of each step until one has none; returns how many steps that took. */
async function walkDown(page) {
  for (let steps = 0; steps < 40; steps += 1) {
    const inputs = page.getByTestId("explain-source");
    const count = await inputs.count();
    if (count === 0) return steps;
    const before = await name(page);
    await inputs.nth(count - 1).click();
    await page.waitForFunction((before) => document.querySelector('[data-testid="explain-name"]').innerText !== before, before);
  }
  throw new Error("forty steps and no end");
}

test("the headline is explained with its own value, down to evidence", async () => {
  const page = await open(browser);
  await type(page, "coverage", "85");
  const shown = await headline(page);
  await page.getByTestId("headline").click();
  assert.equal(plain(await value(page)), plain(shown));
  assert.ok((await page.getByTestId("explain-words").innerText()).includes("工资性收入"));
  // The numbers put in add up to the figure, but for the rounding of each.
  const numbers = (await page.getByTestId("explain-numbers").innerText()).split("+").map((part) => Number(plain(part)));
  const sum = numbers.reduce((one, other) => one + other, 0);
  assert.ok(Math.abs(sum - Number(plain(shown))) < 0.03, `${sum} is not ${shown}`);
  assert.ok((await walkDown(page)) > 1);
  assert.ok((await page.getByTestId("explain-evidence").innerText()).length > 10);
  assert.deepEqual(page.errors, []);
});

test("every figure on the screen has an explanation with the value that is shown", async () => {
  const page = await open(browser);
  await page.getByTestId("example").selectOption("together");
  await page.waitForTimeout(500);
  const figures = await page.locator("button[data-figure]").evaluateAll((buttons) =>
    buttons.map((button) => [button.dataset.figure, button.innerText.trim()]),
  );
  assert.ok(figures.length > 60, `only ${figures.length} figures can be asked`);
  const unlike = [];
  for (const [index, [figure, text]] of figures.entries()) {
    // Each kind once is enough for the eye; the host's tests walk all of them.
    if (figures.findIndex(([other]) => other.split(".")[0] === figure.split(".")[0]) !== index) continue;
    await page.locator(`button[data-figure="${figure}"]`).first().click();
    const told = plain(await value(page)).replace("-", "");
    // What is shown may be a sentence with the figure in it, or the figure in another unit.
    const numbers = text.match(/[\d,]+(\.\d+)?/g)?.map((number) => number.replaceAll(",", "")) ?? [];
    if (numbers.length === 1 && Number(numbers[0]) !== 0 && !numbers.includes(told) && !text.includes("亿")) unlike.push(`${figure}: ${text} is told as ${told}`);
    await page.keyboard.press("Escape");
    await page.getByTestId("explain").waitFor({ state: "detached" });
  }
  assert.deepEqual(unlike, []);
  assert.deepEqual(page.errors, []);
});

test("by keyboard: opened, walked, gone back, closed, and the focus returns", async () => {
  const page = await open(browser);
  const button = page.locator("button[data-figure]").filter({ has: page.getByTestId("headline") });
  await button.focus();
  await page.keyboard.press("Enter");
  const first = await name(page);
  await page.getByTestId("explain-source").first().focus();
  await page.keyboard.press("Enter");
  assert.notEqual(await name(page), first);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "explain-name");
  await page.getByTestId("explain-back").focus();
  await page.keyboard.press("Enter");
  assert.equal(await name(page), first);
  await page.keyboard.press("Escape");
  await page.getByTestId("explain").waitFor({ state: "detached" });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
});

test("the whole explanation can be copied, in the reader's language", async () => {
  const page = await open(browser, { locale: "en-US", permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByTestId("headline").click();
  await page.getByTestId("explain-copy").click();
  await page.getByRole("status").filter({ hasText: "opied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes("Net income per head") && copied.split("\n").length > 10, copied.slice(0, 300));
});

test("no violation in the dialog, and nothing wider than a phone", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await open(browser, { viewport });
    await page.getByTestId("headline").click();
    await page.getByTestId("explain-source").first().click();
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    assert.deepEqual(violations.map((violation) => `${violation.id} ${violation.nodes[0].html}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  }
});
