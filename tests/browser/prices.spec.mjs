// Amounts a head in the prices of the first plan year: wherever they are read, and what stays nominal.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { broken, launch, open } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));
const LEVEL = 1.02 ** 7;
const FRAGMENT = "#v=1&region=zhangjiakou-2021&coverage=0.9";

async function violations(page) {
  const violations = await broken(page);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

/** The last year's plan and scenario in the table of years. */
async function last(page) {
  const cells = await page.locator(".years tbody tr").last().locator("td").allInnerTexts();
  return cells.map(number);
}

for (const [locale, mark, unit] of [
  ["zh-CN", "按 2023 年不变价，物价年涨幅 2%", "元/人，按 2023 年不变价"],
  ["en-US", "In 2023 prices (prices rise 2% a year)", "yuan a head, in 2023 prices"],
]) {
  test(`a key press shows amounts in constant prices and another takes it back: ${locale}`, async () => {
    const page = await open(browser, { locale, fragment: FRAGMENT });
    const prices = page.getByTestId("prices");
    await page.locator(".years tbody tr").last().waitFor();
    const headline = await page.getByTestId("headline").innerText();
    const targets = await page.locator(".targets").innerText();
    const gaps = await page.locator(".gaps tbody").innerText();
    const address = page.url();
    const nominal = await last(page);
    assert.equal(await prices.getAttribute("aria-pressed"), "false");
    assert.equal(await page.getByTestId("price-mark").count(), 0);
    await prices.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.getByTestId("price-mark").innerText(), mark);
    await page.locator('[data-testid="prices"][aria-pressed="true"]').waitFor();
    await page.waitForFunction((before) => document.querySelector(".years tbody tr:last-child td").textContent !== before,
      nominal[0].toLocaleString("en-US", { minimumFractionDigits: 2 }));
    for (const [index, amount] of (await last(page)).entries()) {
      assert.ok(Math.abs(amount - nominal[index] / LEVEL) <= 0.011, `${index}: ${amount}, not ${nominal[index] / LEVEL}`);
    }
    for (const place of ["#results-years-title", "#results-channels-title", "#results-components-title", "#results-chart-title"]) {
      assert.ok((await page.locator(place).innerText()).includes(unit), place);
    }
    // The first plan year, judgements and the link are the same; nothing is there to be taken back.
    assert.equal(await page.getByTestId("headline").innerText(), headline);
    assert.equal(await page.locator(".targets").innerText(), targets);
    assert.equal(await page.locator(".gaps tbody").innerText(), gaps);
    assert.equal(page.url(), address);
    assert.deepEqual(await violations(page), []);
    // The chart's own table, its note and its file.
    await page.getByTestId("chart-table").click();
    const shown = await page.locator(".chart-table tbody tr").last().locator("td").first().innerText();
    assert.ok(Math.abs(number(shown) - nominal[1] / LEVEL) <= 0.011, shown);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("chart-csv").click()]);
    const text = await readFile(await file.path(), "utf8");
    assert.ok(text.includes(unit) && text.includes(await page.getByTestId("prices-said").innerText()));
    // Other kinds of amounts have no such button; the next chart of amounts a head has it, still pressed.
    await page.getByTestId("chart-tab-flows").click();
    await page.locator("#results-chart-title").waitFor();
    assert.equal(await prices.count(), 0);
    await page.getByTestId("chart-tab-steps").click();
    assert.equal(await prices.getAttribute("aria-pressed"), "true");
    await prices.press("Space");
    await page.getByTestId("price-mark").waitFor({ state: "detached" });
    assert.deepEqual(page.errors, []);
  });
}

test("a figure says what it is in constant prices, its way stays nominal", async () => {
  const page = await open(browser, { locale: "en-US", fragment: FRAGMENT });
  const figure = page.locator('.years [data-figure="income.plan.2030"], .years [data-figure="income.published.2030"]').first();
  const nominal = await figure.innerText();
  await page.getByTestId("prices").click();
  await figure.filter({ hasNotText: nominal }).waitFor();
  // By key: results that come to rest may move a figure away from under a pointer.
  await figure.press("Enter");
  const said = await page.getByTestId("explain-prices").innerText();
  assert.match(said, /divided by 1\.148686/);
  const shown = await page.locator(".years tbody tr").last().locator("td").first().innerText();
  assert.ok(said.includes(shown), `${said} has ${shown}`);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.errors, []);
});

test("the report is in the same prices, planning says that it is not", async () => {
  const page = await open(browser, { locale: "zh-CN", fragment: FRAGMENT });
  await page.getByTestId("prices").click();
  assert.match(await page.getByTestId("prices-nominal-levers").innerText(), /名义价/);
  await page.getByTestId("planning").click();
  assert.match(await page.getByTestId("prices-nominal").innerText(), /均为名义价/);
  await page.getByTestId("plan-close").click();
  await page.getByTestId("report").click();
  const paper = page.locator(".report-desk");
  await paper.getByText("本报告的人均金额均按 2023 年不变价折算").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("report-csv").click()]);
  assert.match(await readFile(await file.path(), "utf8"), /元\/人，按 2023 年不变价/);
  await page.emulateMedia({ media: "print" });
  assert.ok(await paper.getByText("本报告的人均金额均按 2023 年不变价折算").isVisible());
  assert.deepEqual(page.errors, []);
});

test("a phone shows the mark and the button without scrolling sideways", async () => {
  for (const locale of ["zh-CN", "en-US"]) {
    const page = await open(browser, { locale, viewport: { width: 390, height: 844 } });
    await page.getByTestId("prices").click();
    await page.getByTestId("price-mark").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, locale);
    await page.context().close();
  }
});
